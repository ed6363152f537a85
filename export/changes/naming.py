"""What things are called wherever the change log is shown."""

from __future__ import annotations

NO_AGENCY = "No agency named on the master list"


def anchor(recommendation: str) -> str:
    """Return the address of a recommendation on a page; ids of boards may hold spaces and other signs."""
    return f"recommendation-{recommendation.encode('utf-8', 'surrogatepass').hex()}"
