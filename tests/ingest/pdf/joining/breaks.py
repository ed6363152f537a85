"""Rows to draw over page breaks, and the drawing of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ingest.pdf.paper import WIDTHS, Paper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ingest.model import SourceDocument

SIZE = (595.0, 300.0)
"""Pages low enough to be full after some lines."""
FOOT = 280.0
HEADING = ("No", "Recommendation", "Update")
WHOLE = [
    ("1", "Train all staff in the use of the pathway that was agreed.", "Done in May. It was well attended."),
    ("2", "Review the policy on home visits and report to the board.", "Ongoing. The report is due in June."),
    ("3", "Ask every school to name a lead and to publish the name.", "All schools have named a lead by now."),
    ("4", "Tell all parents of the new helpline in a letter this term.", "Sent to all schools in the first week."),
]
ROTA = "Make sure that the rota shows to every team in the county who is on call at the weekend."
STARTS = "Agreed with all of the nurses and with the managers of both hospitals; it starts in the autumn."
LAST = ("6", "Close the plan.", "Done.")


def draw(path: Path, *pages: Sequence[tuple[str, ...]]) -> SourceDocument:
    """Draw the rows of each page so that every table but the last ends at the foot of its page."""
    paper = Paper(path, SIZE)
    for number, rows in enumerate(pages):
        height = Paper(path).cells(rows, top=0.0)[-1]
        paper.table(rows, top=FOOT - height if number < len(pages) - 1 else 40.0)
        paper.new_page()
    return paper.read()


def cut(folder: Path, *texts: str, after: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the first lines of ``texts`` as their cells show them, and the rest."""
    wrapped = [Paper(folder / "unused.pdf").wrap(text, WIDTHS[1]) for text in texts]
    return (
        tuple(" ".join(lines[:after]) for lines in wrapped),
        tuple(" ".join(lines[after:]) for lines in wrapped),
    )
