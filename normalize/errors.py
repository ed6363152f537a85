"""What can be wrong with the board's own data."""

from __future__ import annotations


class MasterListError(Exception):
    """The master list cannot be used; the message says why and what to do."""
