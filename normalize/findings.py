"""What understanding a document tells the administrator of it: no answers, guessed columns, unknown headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.model import Finding, Level, Place, SourceDocument
from normalize.grid import Row
from normalize.headings import HeadingBook
from normalize.layout import LaidRow, Role
from normalize.model import AgencyReturn


def tell_no_answers(source: SourceDocument, returns: Sequence[AgencyReturn]) -> tuple[Finding, ...]:
    """Return a finding for a document with words of its own that answers no recommendation."""
    if source.contains or not source.words or any(each.updates for each in returns):
        return ()
    message = (
        f"{source.path}: holds no row about a recommendation. A covering letter or a nil return needs nothing more; "
        'what else it says is on the sheet "Left over".'
    )
    return (Finding(Level.CHECK, "no-answers", message, Place(source.path)),)


def tell_guessed(row: Row) -> Finding:
    """Return the finding that the columns of a table, which begins with ``row``, have no headings."""
    message = f"{row.place}: the table has no headings; its columns were taken by what stands in them. Please check."
    return Finding(Level.CHECK, "guessed-columns", message, row.place)


def name_unknown_headings(laid: Sequence[LaidRow], book: HeadingBook) -> Iterator[Finding]:
    """Give a finding for each heading of a table that is not known, so that the board can add it to its own words."""
    for each in laid:
        if each.role is Role.HEADING and each.columns:
            unknown = (text for text in each.columns.headings if text and not book.read(text))
            for heading in dict.fromkeys(unknown):
                message = (
                    f'The heading "{heading}" is not one roundbook knows; its column is kept as written. '
                    "To use it, add it under [headings] in roundbook.toml."
                )
                yield Finding(Level.NOTE, "unknown-heading", message, each.row.place)
