"""Rows of words without rules, below headings or not, to test the PDF reader with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ingest.pdf.paper import LEADING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.ingest.pdf.paper import Paper

HEADS = ("Recommendation", "Lead", "Update", "Evidence")
WIDTHS = (150.0, 80.0, 160.0, 110.0)
LEFT = 50.0
PADDING = 10.0
ROWS = (
    ("Train all staff in how to write a chronology. Keep a list of those trained", "A. Pell", "Done in May.", ""),
    (
        "Review the policy on neglect",
        "Head of Housing",
        "The policy was reviewed in June and sent to all teams for comment. Two have not answered yet",
        "Minutes of the panel",
    ),
    ("Ask each school for its register of visits", "B. Marrow", "Asked", "Letter to heads of schools"),
)


def write_rows(
    paper: Paper, rows: Sequence[Sequence[str]], top: float, space: float = 0.0, *, is_centred: bool = False
) -> float:
    """Write rows of words without rules, ``space`` apart beyond their lines; return where the next would begin.

    Their cells are set at the top or in the middle.
    """
    for row in rows:
        wrapped = [paper.wrap(text, width - PADDING) for text, width in zip(row, WIDTHS, strict=True)]
        left, height = LEFT, max(map(len, wrapped))
        for lines, width in zip(wrapped, WIDTHS, strict=True):
            start = top + (height - len(lines)) / 2 * LEADING * is_centred
            for at, line in enumerate(lines):
                paper.text(left, start + at * LEADING, line)
            left += width
        top += height * LEADING + space
    return top


def write_headings(paper: Paper, top: float, heads: Sequence[str] = HEADS) -> float:
    """Write bold headings; return where the first row begins."""
    paper.font("Helvetica-Bold", 10)
    below = write_rows(paper, [heads], top)
    paper.font("Helvetica", 10)
    return below


def joined(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return ``rows`` with the text of each cell on one line."""
    return [[text.replace("\n", " ") for text in row] for row in rows]
