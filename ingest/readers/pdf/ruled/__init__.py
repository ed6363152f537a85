"""Tables drawn with rules: from rules to grids, and from grids to cells."""
