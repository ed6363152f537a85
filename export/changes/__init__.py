"""The change log as people go through it, before any file format: groups, figures, marked words, what is missing."""
