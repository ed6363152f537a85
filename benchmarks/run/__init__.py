"""What a whole run costs: its parts, one core against two, and its growth with the archive."""
