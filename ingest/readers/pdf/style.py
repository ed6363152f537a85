"""What a document as a whole says about how it is written: its leading, its words, its sizes of type."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.model import Place
from ingest.readers.pdf.text.paragraphs import SENTENCE_END, Setting, learn_setting
from ingest.readers.pdf.text.wording import Vocabulary, learn_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ingest.readers.pdf.page import Page
    from ingest.readers.pdf.surroundings.sheet import Sheet
    from ingest.readers.pdf.text.lines import Line

LARGER = 1.12
"""Type this much larger than the text's own is a heading's."""
LONGEST_HEADING = 20
"""Words; a longer paragraph is text, however large or bold."""
LOWEST_LEVEL = 3


@dataclass(frozen=True, slots=True)
class Style:
    """How one document is written, and its pages by their numbers."""

    name: str
    pages: Mapping[int, Page]
    setting: Setting
    vocabulary: Vocabulary
    heading_sizes: tuple[float, ...]
    """The sizes of type of its headings, largest first."""

    def place(self, page: int, table: int | None = None, row: int | None = None) -> Place:
        """Return the place of what stands on the page with the number ``page``, as whoever opens the file finds it."""
        return Place(self.name, self.pages[page].in_file, table, row)

    def heading_level(self, lines: Sequence[Line]) -> int | None:
        """Return the level of a paragraph outside the tables if it looks like a heading, or None."""
        words = [word for line in lines for word in line.words]
        if len(words) > LONGEST_HEADING or not any(word.words for word in words):
            return None
        size = _rounded(max(line.size for line in lines))
        if size in self.heading_sizes:
            return min(LOWEST_LEVEL, self.heading_sizes.index(size) + 1)
        is_bold = all(line.is_bold for line in lines) and not SENTENCE_END.search(lines[-1].text)
        return min(LOWEST_LEVEL, len(self.heading_sizes) + 1) if is_bold else None


def learn_style(sheets: Sequence[Sheet], name: str) -> Style:
    """Return the style of the document ``name``, whose pages are ``sheets``."""
    stretches = [lines for sheet in sheets for lines in _stretches(sheet)]
    sizes: Counter[float] = Counter()
    for lines in stretches:
        for line in lines:
            sizes[_rounded(line.size)] += len(line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    outside = {_rounded(line.size) for sheet in sheets for line in sheet.lines}
    return Style(
        name=name,
        pages={sheet.page.number: sheet.page for sheet in sheets},
        setting=learn_setting(stretches),
        vocabulary=learn_vocabulary(stretches),
        heading_sizes=tuple(sorted((size for size in outside if size > LARGER * usual), reverse=True)),
    )


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _stretches(sheet: Sheet) -> Iterable[Sequence[Line]]:
    yield sheet.lines
    yield from sheet.boxes
    yield from sheet.columns
    for table in sheet.tables:
        for cell in table.cells:
            yield cell.lines
