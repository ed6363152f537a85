"""One page taken apart: what stands on it, sorted by what it is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from ingest.readers.pdf.text.paragraphs import WIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.page import Box, Page, Rule
    from ingest.readers.pdf.ruled.notes import Footnote
    from ingest.readers.pdf.ruled.tables import Table
    from ingest.readers.pdf.surroundings.furniture import Furniture
    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.text.words import Word


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: what stands on it, sorted by what it is."""

    page: Page
    tables: tuple[Table, ...]
    lines: tuple[Line, ...]
    """Those outside tables and boxes."""
    boxes: tuple[tuple[Line, ...], ...]
    """The lines in each box drawn around some text."""
    furniture: tuple[Furniture, ...]
    watermark: tuple[Word, ...]
    struck: tuple[Word, ...]
    """Struck-out words outside the tables."""
    borders: tuple[Rule, ...]
    """The lying rules that are not under or through words."""
    notes: tuple[Footnote, ...] = ()
    """Footnotes that no cell of a table calls."""
    columns: tuple[tuple[Line, ...], ...] = ()
    """The lines of each column where text is set in columns."""
    top_of_notes: float = inf
    """Where its footnotes begin, if it has any."""
    outlines: tuple[Box, ...] = ()
    """What each of the boxes covers."""

    @property
    def sides(self) -> tuple[float, float]:
        """Between where and where its text outside tables is written.

        Where no line follows another closely, none may be full, and the margins are taken to be alike.
        """
        if not self.lines:
            return 0.0, self.page.width
        left, right = min(line.box.x0 for line in self.lines), max(line.box.x1 for line in self.lines)
        is_loose = not any(_is_close(above, below) for above, below in pairwise(self.lines))
        return left, max(right, self.page.width - left) if is_loose and not self.columns else right

    @property
    def bottom(self) -> float:
        """How far down the page's text and tables reach."""
        lines = [*self.lines, *(line for column in self.columns for line in column)]
        return max([table.box.bottom for table in self.tables] + [line.box.bottom for line in lines], default=0.0)


def _is_close(above: Line, below: Line) -> bool:
    """Whether ``below`` may go on the sentence of ``above``: of its size, and as near as lines are set as a rule."""
    return above.size == below.size and 0 < below.baseline - above.baseline < WIDE * below.size


def without(lines: Sequence[Line], set_apart: Sequence[Line]) -> tuple[Line, ...]:
    """Return those of ``lines`` that are not ``set_apart``."""
    gone = {id(line) for line in set_apart}
    return tuple(line for line in lines if id(line) not in gone)
