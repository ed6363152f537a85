"""A plan's table of contents, which says whose sections follow and who has answered."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import SourceCell
from normalize.agencies import resolve_agency
from normalize.columns import COLUMNS, Field
from normalize.grid import Row
from normalize.text import fold, fold_label
from normalize.vocabulary import Vocabulary

ANSWERED = frozenset(
    {
        "update received", "updates received", "received", "no update received", "no update", "not received",
        "update not received", "nil return", "awaited", "awaiting update", "outstanding", "yes", "no", "none received",
    }
)  # fmt: skip
"""What the second column of such a table says, folded; a blank says that nothing came."""
ASKS_WHETHER_ANSWERED = frozenset(
    {
        "update received", "updates received", "received", "return received", "returns received", "returned",
        "response received", "responses received", "has answered", "return", "returns", "submitted",
    }
)  # fmt: skip
"""Headings of a list of who has answered, beside the agency's, folded."""
_ANSWER_FIELDS = (Field.RECOMMENDATION, Field.ACTION, Field.UPDATE, Field.EVIDENCE)
FEWEST_ENTRIES = 2


def read_contents(rows: Sequence[Row]) -> tuple[str, ...]:
    """Return the sections a table of contents lists, in order; empty for any other table."""
    entries = [row.filled for row in rows if row.filled]
    if entries and _heads_a_list(entries[0]):
        return tuple(cells[0].text.strip() for cells in entries[1:])
    names = [cells[0].text.strip() for cells in entries]
    answers = [cells[1].text for cells in entries if len(cells) > 1]
    is_contents = (
        all(len(cells) <= 2 for cells in entries)  # noqa: PLR2004 - a name and whether it answered
        and len(answers) >= FEWEST_ENTRIES
        and all(fold_label(answer) in ANSWERED for answer in answers)
    )
    return tuple(names) if is_contents else ()


def _heads_a_list(cells: Sequence[SourceCell]) -> bool:
    """Whether these are the headings of a list of agencies and whether each has answered."""
    first, *others = (fold_label(cell.text) for cell in cells)
    answers = {word for field in _ANSWER_FIELDS for word in COLUMNS[field]} - ASKS_WHETHER_ANSWERED
    return (
        first in COLUMNS[Field.AGENCY]
        and any(label in ASKS_WHETHER_ANSWERED for label in others)
        and not answers & set(others)
    )


def agency_between(contents: Sequence[str], before: str, after: str, vocabulary: Vocabulary) -> str:
    """Return the one section a table of contents lists between two others; empty where none or several stand there.

    ``before`` and ``after`` are agencies as the document's sections name them, empty at its beginning and end.
    A line that ends with a colon heads the lines below it and is no section.
    """
    lines = [line for line in contents if not line.rstrip().endswith(":")]
    first = _position(lines, before, vocabulary) + 1 if before else 0
    last = _position(lines, after, vocabulary) if after else len(lines)
    return lines[first] if last - first == 1 and first > -1 else ""


def _position(lines: Sequence[str], agency: str, vocabulary: Vocabulary) -> int:
    """Return where ``agency`` stands among the lines; far outside them where it does not."""
    wanted = resolve_agency(agency, vocabulary) or agency
    for at, line in enumerate(lines):
        if fold(line) == fold(agency) or (resolve_agency(line, vocabulary) or line) == wanted:
            return at
    return -len(lines) - 2
