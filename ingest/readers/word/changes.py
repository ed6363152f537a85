"""Who changed the document with tracked changes, and when (ECMA-376 part 1, 17.13.5)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ingest.model import Finding, Level, Place
from ingest.readers.word.markup import Element, w

REVISIONS = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"))
AUTHOR, DATE = w("author"), w("date")
DAY = len("2013-08-21")


def report_changes(roots: Iterable[Element], name: str) -> Finding | None:
    """Return the finding that tracked changes below ``roots`` were accepted; None where there are none."""
    changes = [change for root in roots for change in root.iter(*REVISIONS)]
    if not changes:
        return None
    authors = sorted({author for change in changes if (author := change.get(AUTHOR))})
    days = sorted({moment[:DAY] for change in changes if (moment := change.get(DATE))})
    who = f" by {_listed(authors)}" if authors else ""
    message = f"The document has tracked changes{who}{_when(days)}; it was read as if all of them had been accepted."
    return Finding(Level.NOTE, "tracked-changes", message, Place(name))


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _when(days: list[str]) -> str:
    if not days:
        return ""
    first, last = _named(days[0]), _named(days[-1])
    return f" on {first}" if len(days) == 1 else f" between {first} and {last}"


def _named(day: str) -> str:
    """Return a day as it is written in a letter; what is no day, as it stands."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{found.day} {found:%B %Y}"
