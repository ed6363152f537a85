"""The parts of a table on several pages made one again, and rows that a page cut made whole."""
