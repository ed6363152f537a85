"""The commands: each takes what was typed, calls the part that does it, and reports."""
