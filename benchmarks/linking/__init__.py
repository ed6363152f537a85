"""How well rows are linked to a master list: rows of sixteen kinds, written from lists of invented agencies."""
