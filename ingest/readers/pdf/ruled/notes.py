"""Footnotes: the small text below a short rule at the foot of a page, and the cells whose words call it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.readers.pdf.ruled.rules import join_rules
from ingest.readers.pdf.text.lines import make_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.page import Page, Rule
    from ingest.readers.pdf.ruled.tables import Cell, Part, Table
    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.text.words import Word

LOWER_PART = 0.4
"""The rule above footnotes stands below this part of the page."""
SHORT_RULE = 0.45
"""It is no longer than this part of the page's width: Word draws two inches, LibreOffice a quarter of the text."""
SAME_PLACE = 1.0
MARK = re.compile(r"^(?:\d{1,3}|[*\u2020\u2021\u00a7]{1,3}|[ivxlc]{1,5}|[a-z])$")
SMALLER = 0.85
RAISED = 0.12
"""A mark in the text is set this much smaller than its line, and this part of the line's size above it."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of a page: its mark and its lines, the mark on the first of them."""

    mark: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> tuple[Line, ...]:
        """Its lines without the mark."""
        first = self.lines[0]
        rest = make_line(first.words[1:]) if len(first.words) > 1 else None
        return (*((rest,) if rest else ()), *self.lines[1:])


def find_footnotes(page: Page, lines: Sequence[Line], borders: Sequence[Rule]) -> tuple[Footnote, ...]:
    """Return the footnotes among ``lines``, those of ``page`` that are neither in tables nor headers or footers.

    The rule above footnotes has no other at its height, as rows parted by a stroke below each cell have, and none that
    begins and ends as it does, as the rules at the head and the foot of a narrow table have.
    """
    joined = join_rules(borders)
    for rule in joined:
        if rule.at < LOWER_PART * page.height or rule.length > SHORT_RULE * page.width:
            continue
        if any(other is not rule and _is_beside_or_alike(other, rule) for other in joined):
            continue
        below = [line for line in lines if line.box.centre[1] > rule.at]
        if below and MARK.match(below[0].words[0].text) and below[0].box.x0 <= rule.end:
            return _split_notes(below)
    return ()


def _is_beside_or_alike(other: Rule, rule: Rule) -> bool:
    is_alike = abs(other.start - rule.start) <= SAME_PLACE and abs(other.end - rule.end) <= SAME_PLACE
    return is_alike or abs(other.at - rule.at) <= SAME_PLACE


def _split_notes(lines: Sequence[Line]) -> tuple[Footnote, ...]:
    notes: list[Footnote] = []
    for line in lines:
        mark = line.words[0]
        if not notes or (MARK.match(mark.text) and is_raised(mark, line)):
            notes.append(Footnote(mark.text, (line,)))
        else:
            notes[-1] = replace(notes[-1], lines=(*notes[-1].lines, line))
    return tuple(notes)


def is_raised(word: Word, line: Line) -> bool:
    """Whether ``word`` is set small and above the other words of ``line``."""
    is_small = word.size <= SMALLER * line.size
    return is_small and line.baseline - word.baseline >= RAISED * line.size


def attach_footnotes(table: Table, notes: Sequence[Footnote]) -> tuple[Table, tuple[Footnote, ...]]:
    """Return ``table`` with each of ``notes`` in the cell that calls it, and the notes no cell calls."""
    left = list(notes)
    cells = tuple(_attach(cell, left) for cell in table.cells)
    return replace(table, cells=cells), tuple(left)


def _attach(cell: Cell, left: list[Footnote]) -> Cell:
    return replace(cell, parts=tuple(_attach_to_part(part, left) for part in cell.parts)) if left else cell


def _attach_to_part(part: Part, left: list[Footnote]) -> Part:
    lines: list[Line] = []
    notes: list[Footnote] = []
    marks: list[Word] = []
    for line in part.lines:
        kept = []
        for word in line.words:
            note = next((note for note in left if note.mark == word.text and is_raised(word, line)), None)
            if note is None:
                kept.append(word)
            else:
                left.remove(note)
                notes.append(note)
                marks.append(word)
        lines.extend([make_line(kept)] if kept else [])
    return replace(part, lines=tuple(lines), notes=tuple(notes), marks=tuple(marks))
