"""Opens a PDF and hands out its pages as they lie before a reader: upright, whole, each side of a sheet by itself."""
