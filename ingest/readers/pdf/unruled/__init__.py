"""Tables of words without rules, known by their headings, their labels or the white between their columns."""
