"""Tables of figures with few rules or none, known by the numbers that stand below each other."""
