"""What all Word documents written here have in common."""
