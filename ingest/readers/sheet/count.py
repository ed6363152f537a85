"""The parts of a workbook looked at on their own: words counted, text boxes, and what no cell will show.

The package is read here a second time, apart from openpyxl, so that what the cells give can be held against it.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from ingest.readers.sheet.blocks import words_beside_cells
from ingest.readers.sheet.pieces import Sheet, check_size
from ingest.readers.sheet.wording import tidy, tidy_comment
from ingest.words import count_words

LINK_FORMULA = re.compile(r'\s*HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)
"""The formula that makes a link, where its address is written out (18.17.7.146)."""
WRITTEN_LINK = re.compile(r'\s*HYPERLINK\(\s*"([^"]+)"\s*(?:,\s*"((?:[^"]|"")*)"\s*)?\)\s*', re.IGNORECASE)
"""The same formula where all it shows is written out as well."""
TEXT_TYPES = {"s", "str", "inlineStr", "e"}
"""ST_CellType (18.18.11): those whose value is shown as it is stored."""


class Lead(NamedTuple):
    """What a formula that makes a link says."""

    address: str
    shown: str
    """What its cell shows, where the formula was never worked out and says it itself."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What was found in the package."""

    text_words: int
    """Words of the cells that hold text."""
    comment_words: int
    text_boxes: tuple[tuple[str, ...], ...]
    """The text boxes of each sheet, in the order of the sheets."""
    pictures: int
    leads: tuple[Mapping[str, Lead], ...]
    """For each sheet, the formulas that make links, by cell."""
    uncalculated: tuple[str, ...]
    """Cells whose formula was never worked out, as "B7"."""

    def count_words(self, sheets: Iterable[Sheet]) -> int:
        """Return the words of the workbook, given how ``sheets`` show their numbers, their dates and their signs."""
        listed = tuple(sheets)
        numbers = sum(count_words(text) for sheet in listed for text in sheet.numbers.values())
        drawn = sum(sheet.drawn_words for sheet in listed)
        return self.text_words + self.comment_words + numbers - drawn + words_beside_cells(listed)


def count_parts(path: Path) -> Parts:
    """Look through the workbook at ``path``. Raises ``UnreadableError`` where it holds too many cells."""
    with zipfile.ZipFile(path) as package:
        counter = _Counter(package)
        for sheet in counter.related("xl/workbook.xml", "worksheet"):
            counter.take_sheet(sheet)
        return counter.result()


class _Counter:
    """One look through a package."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package
        self._names = set(package.namelist())
        self._strings = [count_words(text) for text in self._shared_strings()]
        self._cells = self._text_words = self._comment_words = 0
        self._text_boxes: list[tuple[str, ...]] = []
        self._leads: list[dict[str, Lead]] = []
        self._uncalculated: list[str] = []

    def result(self) -> Parts:
        """Return what was found."""
        pictures = sum(name.startswith("xl/media/") for name in self._names)
        return Parts(
            text_words=self._text_words,
            comment_words=self._comment_words,
            text_boxes=tuple(self._text_boxes),
            pictures=pictures,
            leads=tuple(self._leads),
            uncalculated=tuple(self._uncalculated),
        )

    def related(self, part: str, kind: str) -> list[str]:
        """Return the parts of ``kind`` that ``part`` points to, in order."""
        folder, name = posixpath.split(part)
        listed = f"{folder}/_rels/{name}.rels"
        targets = [
            posixpath.normpath(posixpath.join(folder, each.get("Target", ""))).lstrip("/")
            for each in self._elements(listed, "Relationship")
            if each.get("Type", "").rsplit("/", 1)[-1] == kind
        ]
        return [target for target in targets if target in self._names]

    def take_sheet(self, part: str) -> None:
        """Count the words of one sheet, its comments and its text boxes."""
        self._leads.append({})
        for cell in self._elements(part, "c"):
            self._take_cell(cell)
        for comments in self.related(part, "comments"):
            for comment in self._elements(comments, "comment"):
                self._comment_words += count_words(tidy_comment(_text(comment)))
        boxes = [
            "\n".join(filter(None, map(_text, box.iter("{*}p"))))
            for drawing in self.related(part, "drawing")
            for box in self._elements(drawing, "txBody")
        ]
        self._text_boxes.append(tuple(box for box in boxes if box.strip()))

    def _take_cell(self, cell: etree._Element) -> None:
        self._cells += 1
        check_size(self._cells)
        kind, value, formula = cell.get("t", "n"), cell.findtext("{*}v"), cell.findtext("{*}f")
        is_open = formula is not None and not value and kind != "str"
        shown = self._take_link(cell.get("r", ""), formula, is_open=is_open) if formula else ""
        if is_open and not shown:
            self._uncalculated.append(cell.get("r", ""))
        if kind == "s" and value:
            self._text_words += self._strings[int(value)]
        elif kind in TEXT_TYPES:
            self._text_words += count_words(tidy(_text(cell) if kind == "inlineStr" else value or ""))

    def _take_link(self, spot: str, formula: str, *, is_open: bool) -> str:
        """Keep where a formula leads; return what its cell shows where that was never worked out."""
        found, written = LINK_FORMULA.match(formula), WRITTEN_LINK.fullmatch(formula)
        if found is None:
            return ""
        shown = (written[2] or written[1]).replace('""', '"') if written and is_open else ""
        self._leads[-1][spot] = Lead(found[1], shown)
        self._text_words += count_words(tidy(shown))
        return shown

    def _shared_strings(self) -> Iterator[str]:
        return (tidy(_text(each)) for each in self._elements("xl/sharedStrings.xml", "si"))

    def _elements(self, part: str, tag: str) -> Iterator[etree._Element]:
        """Give the elements called ``tag`` of a part one by one, holding no more than one in memory."""
        if part not in self._names:
            return
        with self._package.open(part) as source:
            for _, element in etree.iterparse(source, tag=f"{{*}}{tag}", resolve_entities=False, no_network=True):
                yield element
                element.clear()


def _text(element: etree._Element) -> str:
    """Return the words within ``element``; how a word is pronounced (18.4.6) is no word of its own."""
    return "".join(
        each.text or ""
        for each in element.iter("{*}t")
        if not any("rPh" in str(above.tag) for above in each.iterancestors())
    )
