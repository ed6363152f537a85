"""Tables known by their tags: which words make a cell and which cells a row, told by the document itself.

Rules, where a table has them all, show as much; so tags are asked where words stand in no ruled table, or where rules
leave cells together that are tagged apart. Programs leave empty cells out, so columns are found from where words stand.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.tagged.columns import find_columns, part_cells
from ingest.readers.pdf.tagged.placing import Row, make_table, span_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ingest.readers.pdf.page import Page, Way
    from ingest.readers.pdf.ruled.tables import Table
    from ingest.readers.pdf.tagged.placing import Edges
    from ingest.readers.pdf.text.words import Word

MOST_HEADING_ROWS = 3
BESIDE_RULE = 12.0
"""The rules above and below rows are nearer to their words than this, in points."""
OVERLAP = 0.25
"""Words of one row may reach over those of the next by this part of their height."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """A table made by its tags, and what it replaces."""

    table: Table
    words: frozenset[int]
    """Which words it took in, by their identity."""
    replaced: frozenset[int]
    """Which ruled tables it stands in for, by their numbers."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What all parts of a table have in common."""

    xs: Edges
    """The edges between and around its columns."""
    first_rows: tuple[tuple[Word, ...], ...]
    """The words of its first rows, which may be headings, from left to right line by line."""
    merged: tuple[Sequence[Word], ...]
    """The words of each cell that reaches over several rows."""


def learn_frames(pages: Iterable[Iterable[Word]]) -> dict[Way, Frame]:
    """Return the columns and the heading of each tagged table in a document, judged by all its pages.

    A table is left out where words of two cells in one row stand over each other, or in fewer than two columns.
    """
    rows: dict[Way, list[Row]] = defaultdict(list)
    for words in pages:
        for table, on_page in _by_table(words).items():
            rows[table].extend(on_page.values())
    frames = {table: find_columns([row.cells for row in found]) for table, found in rows.items()}
    return {
        table: Frame(
            columns,
            tuple(_in_order(row.words) for row in rows[table][:MOST_HEADING_ROWS]),
            tuple(cell for row in rows[table] for cell in row.cells.values() if span_of(cell)[0] > 1),
        )
        for table, columns in frames.items()
        if columns
    }


def _in_order(words: Iterable[Word]) -> tuple[Word, ...]:
    return tuple(sorted(words, key=lambda word: (round(word.baseline), word.box.x0)))


def _by_table(words: Iterable[Word]) -> dict[Way, dict[Way, Row]]:
    tables: dict[Way, dict[Way, Row]] = defaultdict(dict)
    for word in words:
        if word.tag is not None:
            row = tables[word.tag.table].setdefault(word.tag.row, Row(word.tag.row))
            row.cells[word.tag.cell].append(word)
    return tables


def are_told(words: Iterable[Word], frames: Mapping[Way, Frame]) -> bool:
    """Whether ``words`` of a page are tagged as in tables, and the ``frames`` of all of these are known."""
    tables = {word.tag.table for word in words if word.tag is not None}
    return bool(tables) and tables <= frames.keys()


def find_tagged(
    page: Page, words: Sequence[Word], ruled: Sequence[Table], frames: Mapping[Way, Frame]
) -> tuple[Sorted, ...]:
    """Return the tables of ``page`` that its tags show better than its rules; ``frames`` are of all its document.

    ``words`` are all that stand on the page, ``ruled`` the tables found by rules.
    """
    tables = _by_table(words)
    homes = _find_homes(words, ruled) if tables else {}
    found = []
    for way, by_row in tables.items():
        rows = [part_cells(row, frames[way].xs) for row in _sorted_rows(by_row)] if way in frames else []
        if rows and _is_finer(rows, homes) and _is_in_order(rows):
            rows = [*_repeated_heading(frames[way], rows[0].box.top, words), *rows]
            replaced = {at for row in rows for each in row.words for at, _cell in homes.get(id(each), ())}
            made = make_table(page, rows, _up_to_rules(frames[way].xs, rows, page), words, frames[way].merged)
            found.extend([Sorted(*made, frozenset(replaced))] if made else [])
    return tuple(found)


def _up_to_rules(xs: Edges, rows: Sequence[Row], page: Page) -> Edges:
    """Return ``xs`` ending where the rules of ``rows`` do: how far the last column reaches is else only a guess."""
    boxes = [row.box for row in rows]
    top, bottom = boxes[0].top - BESIDE_RULE, boxes[-1].bottom + BESIDE_RULE
    words_end = max(word.box.x1 for row in rows for word in row.words)
    ends = [rule.end for rule in page.lying if top < rule.at < bottom and rule.end > words_end > rule.start]
    return (*xs[:-1], min(xs[-1], max(ends))) if ends and words_end > xs[-2] else xs


def _find_homes(words: Iterable[Word], ruled: Sequence[Table]) -> dict[int, tuple[tuple[int, int], ...]]:
    """Return for each word that stands in one of the tables ``ruled`` which, and in which of its cells."""
    areas = [
        (table.box, [(number, part.box) for number, cell in enumerate(table.cells) for part in cell.parts])
        for table in ruled
    ]
    return {
        id(word): tuple(
            (at, next(number for number, box in boxes if box.holds(word.box.centre)))
            for at, (around, boxes) in enumerate(areas)
            if around.holds(word.box.centre) and any(box.holds(word.box.centre) for _number, box in boxes)
        )
        for word in words
    }


def _is_finer(rows: Sequence[Row], homes: Mapping[int, tuple[tuple[int, int], ...]]) -> bool:
    """Whether tags part what rules leave together, and part nothing that rules hold together otherwise."""
    tags_of: dict[tuple[int, int], set[Way]] = defaultdict(set)
    is_any_loose = False
    for row in rows:
        for cell, words in row.cells.items():
            ruled = {home for word in words for home in homes[id(word)]}
            if len(ruled) > 1:
                return False
            is_any_loose = is_any_loose or not ruled
            for home in ruled:
                tags_of[home].add(cell)
    return is_any_loose or any(len(cells) > 1 for cells in tags_of.values())


def _sorted_rows(by_row: Mapping[Way, Row]) -> list[Row]:
    """Return the rows in order; one of which only cells merged downwards have words is part of the next."""
    rows: list[Row] = []
    waiting: Row | None = None
    for _way, row in sorted(by_row.items()):
        if all(span_of(words)[0] > 1 for words in row.cells.values()) and waiting is None:
            waiting = row
            continue
        if waiting is not None:
            row.cells.update(waiting.cells)
            waiting = None
        rows.append(row)
    return rows + ([waiting] if waiting else [])


def _is_in_order(rows: Sequence[Row]) -> bool:
    """Whether each row stands below the one before it."""
    boxes = [row.box for row in rows]
    return all(above.bottom - below.top < OVERLAP * min(above.height, below.height) for above, below in pairwise(boxes))


def _repeated_heading(frame: Frame, top: float, words: Iterable[Word]) -> list[Row]:
    """Return the heading rows where they are repeated above ``top``: only their first time is tagged."""
    above = [word for word in words if word.tag is None and word.box.centre[1] < top]
    for count in range(len(frame.first_rows), 0, -1):
        headings = frame.first_rows[:count]
        nearest = sorted(above, key=lambda word: word.baseline)[-sum(map(len, headings)) :]
        found = _in_order(nearest)
        if [word.text for word in found] == [word.text for row in headings for word in row]:
            return _as_rows(found, headings)
    return []


def _as_rows(words: Iterable[Word], headings: Iterable[Sequence[Word]]) -> list[Row]:
    """Return ``words`` put in rows and cells as those of the ``headings``, which they repeat word by word."""
    rows = []
    left = iter(words)
    for heading in headings:
        row = Row(())
        for first, word in zip(heading, left, strict=False):
            if first.tag is not None:
                row.cells[first.tag.cell].append(word)
                row.spans[first.tag.cell] = (1, first.tag.colspan)
        rows.append(row)
    return rows
