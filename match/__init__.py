"""The package that links updates to recommendations, and compares one round with the next."""
