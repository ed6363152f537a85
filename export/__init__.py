"""The package that writes a round as files for people."""
