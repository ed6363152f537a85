"""What understanding a document tells the administrator of it: no answers, guessed columns, unknown headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.model import Finding, Level, Place, SourceDocument
from normalize.columns import Columns
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


def tell_guessed(row: Row, columns: Columns) -> Finding:
    """Return the finding that nothing known heads the ``columns`` of a table, which begins with ``row``."""
    headings = ", ".join(f'"{heading}"' for heading in columns.headings if heading)
    lack = f"none of the headings {headings} says what its column holds" if headings else "the table has no headings"
    message = f"{row.place}: {lack}; the columns were taken by what stands in them. Please check."
    return Finding(Level.CHECK, "guessed-columns", message, row.place)


def name_unknown_headings(laid: Sequence[LaidRow], book: HeadingBook) -> Iterator[Finding]:
    """Give a finding for each heading of a table that is not known, so that the board can add it to its own words."""
    for each in laid:
        if each.role is Role.HEADING and each.columns:
            columns = zip(each.columns.fields, each.columns.headings, strict=True)
            unknown = (text for field, text in columns if text and not field and not book.read(text))
            for heading in dict.fromkeys(unknown):
                message = (
                    f'The heading "{heading}" is not one roundbook knows; its column is kept as written. '
                    "To use it, add it under [headings] in roundbook.toml."
                )
                yield Finding(Level.NOTE, "unknown-heading", message, each.row.place)
