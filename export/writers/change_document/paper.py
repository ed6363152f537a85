"""A Word document under way: headings, paragraphs, tables and marked words, each in its style, written as they come."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from export.changes.lettering import visible
from export.word.body import TABLE_END, Grid, Paragraph
from export.word.styling import GRID
from export.writers.change_document import look
from export.writers.change_document.sheets import WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TextIO

ROOM_IN_CELL = 2.2
"""Letters that the room at the sides of a cell takes."""
UNSPLIT = 1200
"""Characters; what has more may run over to the next page, or half a page would stay empty."""


@dataclass(frozen=True, slots=True)
class Linked:
    """The words of a cell that lead to what is marked by an anchor."""

    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of a cell that links to an anchor lead to."""

    words: str
    anchor: str


class Paper:
    """Writes a document from top to bottom; a paragraph may be added to until the next one is begun."""

    def __init__(self, body: TextIO, style_ids: Mapping[str, str]) -> None:
        """Write to ``body``; ``style_ids`` has the id of each style by its name."""
        self._body = body
        self._style_ids = style_ids
        self._bookmarks: dict[str, int] = {}
        self._held: list[Paragraph] = []
        """What may still be added to."""
        self._kept_together: list[Paragraph] | None = None
        """Those of them that are no headings, whose style keeps them with what follows."""

    def finish(self) -> None:
        """Write what may still have been added to."""
        self._body.writelines(each.xml() for each in self._held)
        self._held.clear()

    def heading(self, words: str, level: int, anchor: str = "") -> None:
        """Write a heading; what has an ``anchor`` can be linked to."""
        heading = self._begin(words, f"Heading {level}")
        if anchor:
            heading.mark(self._number(anchor))

    def link(self, paragraph: Paragraph, words: str, anchor: str) -> None:
        """Add words that lead to what is marked by ``anchor``."""
        paragraph.link(visible(words), self._number(anchor))

    def _number(self, anchor: str) -> int:
        """Return the number of a bookmark, whether it or a link to it comes first."""
        return self._bookmarks.setdefault(anchor, len(self._bookmarks) + 1)

    def paragraph(self, words: str = "", style: str = "Normal") -> Paragraph:
        """Begin a paragraph and return it, for more to be added."""
        paragraph = self._begin(words, style)
        if self._kept_together is not None:
            self._kept_together.append(paragraph)
        return paragraph

    def _begin(self, words: str, style: str) -> Paragraph:
        if self._kept_together is None:
            self.finish()
        paragraph = self._made(words, style)
        self._held.append(paragraph)
        return paragraph

    def run(self, paragraph: Paragraph, words: str, style: str = "", *, is_bold: bool = False) -> None:
        """Add words to a paragraph, in a style of their own where one is given."""
        paragraph.run(visible(words), self._style_ids[style] if style else "", is_bold=is_bold)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep the paragraphs written meanwhile on one page where they fit on one."""
        self.finish()
        kept = self._kept_together = []
        yield
        self._kept_together = None
        if sum(each.length for each in kept) < UNSPLIT:
            for each in kept[:-1]:
                each.keeps_with_next = True

    def table(
        self,
        caption: str,
        headings: Sequence[str],
        rows: Iterable[Sequence[str | Linked | Marked]],
        *,
        widths: Sequence[float] = (),
        numbers: Sequence[int] = (),
    ) -> None:
        """Write a table; ``widths`` are shares of the line, by default as wide as the longest word of each heading.

        ``numbers`` are the columns that stand to the right.
        """
        self.paragraph(caption, look.CAPTION)
        self.finish()
        shares = widths or longest_words(headings)
        grid = Grid.of(WIDTH * each / sum(shares) for each in shares)
        self._body.write(grid.begin(visible(caption), self._style_ids[GRID]))
        self._body.write(grid.heading_row(self._cells(headings, numbers, look.CELL_HEADING)))
        for values in rows:
            cells = self._cells(values, numbers, look.CELL)
            self._body.write(grid.row(cells, stays_whole=sum(each.length for each in cells) < UNSPLIT))
        self._body.write(TABLE_END)
        self.paragraph(style=look.QUIET)

    def _cells(self, values: Sequence[str | Linked | Marked], numbers: Sequence[int], style: str) -> list[Paragraph]:
        cells = [self._cell(value, style) for value in values]
        for position in numbers:
            if position < len(cells):
                cells[position].stands_right = True
        return cells

    def _cell(self, value: str | Linked | Marked, style: str) -> Paragraph:
        match value:
            case Linked(words, anchor):
                cell = self._made("", style)
                self.link(cell, words, anchor)
            case Marked(words, anchor):
                cell = self._made(words, style)
                cell.mark(self._number(anchor))
            case words:
                cell = self._made(words, style)
        return cell

    def _made(self, words: str, style: str) -> Paragraph:
        paragraph = Paragraph(self._style_ids[style])
        paragraph.run(visible(words))
        return paragraph


def longest_words(headings: Iterable[str]) -> list[float]:
    """Return the width each heading needs for its longest word, as shares of a line."""
    return [max(map(len, heading.split())) + ROOM_IN_CELL for heading in headings]
