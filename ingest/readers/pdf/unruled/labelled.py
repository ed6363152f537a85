"""Small tables without rules, one for each recommendation: what is asked for over labels with the answers beside."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.page import Box
from ingest.readers.pdf.ruled.tables import Table
from ingest.readers.pdf.text.paragraphs import fits_after
from ingest.readers.pdf.unruled.labels import learn_labels
from ingest.readers.pdf.unruled.laying import LABELLED
from ingest.readers.pdf.unruled.painting import paint
from ingest.readers.pdf.unruled.titling import middle_between, outside, write_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from ingest.readers.pdf.surroundings.sheet import Sheet
    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.unruled.labels import Labels

    Placed: TypeAlias = tuple[int, Line]
    """A line and the number of its page, counted from 0."""

FAR = 3.2
FAR_OF_ROW = 8.0
"""Lines further apart than this many font sizes are not of one card, where a label is on the lower."""
CLOSE = 1.5
"""Lines of one paragraph are no further apart than this many font sizes."""
PADDING = 5.4
"""Words are as far from the sides of their cells as Word sets them where nobody sets it, in points."""


@dataclass(slots=True)
class _Card:
    """A card as far as it has been read."""

    asked: tuple[Placed, ...]
    """What is asked for; nothing where it is an answer beside a label like others."""
    rows: list[list[Placed]] = field(default_factory=list)
    place: int = -1
    """Which label is the last on it."""


def add_cards(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return ``sheets``, the pages of a document, with the cards, or parts of cards, among their lines as tables."""
    placed = [(at, line) for at, sheet in enumerate(sheets) for line in sheet.lines if line.turn == 0]
    labels = learn_labels([line for _at, line in placed])
    if labels is None:
        return list(sheets)
    right = max(line.box.x1 for _at, line in placed)
    xs = (labels.left - PADDING, labels.beside - PADDING, right + PADDING)
    cards = _ask_alike(_read_cards(placed, labels, right))
    return [_add(sheet, [_write(card, at, sheet.page.number, xs) for card in cards]) for at, sheet in enumerate(sheets)]


def _add(sheet: Sheet, cards: Sequence[Table | None]) -> Sheet:
    tables = tuple(paint(card, sheet.page) for card in cards if card)
    return replace(sheet, tables=(*sheet.tables, *tables), lines=outside(sheet.lines, tables))


def _read_cards(placed: Sequence[Placed], labels: Labels, right: float) -> list[_Card]:
    """Return the cards among lines, whose words end at ``right`` at most; what is between cards is on none."""
    cards: list[_Card] = []
    card: _Card | None = None
    between: list[Placed] = []
    for each in placed:
        place = labels.place(each[1])
        if card is not None and not _goes_on(card, each, place, labels):
            card, between = None, []
        if card is None and place is None:
            between.append(each)
            continue
        if card is None:
            card = _Card(_asked(between, each, (labels.left, right)))
            cards.append(card)
        if place is None:
            card.rows[-1].append(each)
        else:
            card.rows.append([each])
            card.place = place
    return cards


def _goes_on(card: _Card, each: Placed, place: int | None, labels: Labels) -> bool:
    """Whether a line is of ``card``: a label that follows the last on it, or words of the last answer."""
    if place is not None:
        return place > card.place and _is_near(card.rows[-1][-1], each, FAR_OF_ROW)
    return labels.goes_on(each[1]) and _is_near(card.rows[-1][-1], each, FAR)


def _ask_alike(cards: list[_Card]) -> list[_Card]:
    """Return ``cards``, without what stands above a few of them if it is not numbered: most have all beside labels."""
    asking = [card for card in cards if card.asked]
    if len(asking) > len(cards) / 2 or any(LABELLED.match(card.asked[0][1].text) for card in asking):
        return cards
    return [replace(card, asked=()) for card in cards]


def _is_near(above: Placed, below: Placed, far: float) -> bool:
    """Whether ``below`` is no further from ``above`` than ``far`` font sizes, or is on the next page."""
    if above[0] != below[0]:
        return below[0] == above[0] + 1
    return below[1].baseline - above[1].baseline <= far * below[1].size


def _asked(between: Sequence[Placed], first: Placed, sides: tuple[float, float]) -> tuple[Placed, ...]:
    """Return the last of the lines ``between`` cards, from their number on, or the last paragraph where none has one.

    ``first`` is that of the first label, and the words of all lines stand between ``sides``.
    """
    start = len(between)
    below = first
    while start and _is_near(between[start - 1], below, FAR):
        start -= 1
        below = between[start]
        if LABELLED.match(below[1].text):
            return tuple(between[start:])
    return _last_paragraph(between[start:], sides)


def _last_paragraph(lines: Sequence[Placed], sides: tuple[float, float]) -> tuple[Placed, ...]:
    begins = [
        at
        for at, (above, below) in enumerate(pairwise(lines), 1)
        if not _is_near(above, below, CLOSE) or fits_after(above[1], below[1], sides)
    ]
    return tuple(lines[begins[-1] if begins else 0 :])


def _write(card: _Card, at: int, page: int, xs: tuple[float, ...]) -> Table | None:
    """Return what of ``card`` stands on the page with the number ``at``, as a table between ``xs``; None if nothing."""
    rows = [[line for where, line in row if where == at] for row in (card.asked, *card.rows)]
    written = [(number == 0, lines) for number, lines in enumerate(rows) if lines]
    if not written:
        return None
    heights = list(_heights([lines for _is_across, lines in written]))
    cells = [
        cell
        for row, (is_across, lines) in enumerate(written)
        for cell in write_cells(row, lines, xs, (heights[row], heights[row + 1]), page, is_across=is_across)
    ]
    box = Box(xs[0], heights[0], xs[-1], heights[-1])
    return Table(xs, tuple(cells), (page,) * len(written), ((page, box),), is_ruled=False)


def _heights(rows: Sequence[Sequence[Line]]) -> Iterator[float]:
    yield min(line.box.top for line in rows[0])
    yield from (middle_between(above, below) for above, below in pairwise(rows))
    yield max(line.box.bottom for line in rows[-1])
