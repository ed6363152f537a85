"""How returns look on paper, by chance: paper, type, rules, widths of columns, what stands on every page."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from tests.laws.returns import Column, Look

SIZES = ((210, 297), (297, 210), (297, 210), (216, 279), (420, 297))
"""A4 both ways, letter and A3."""
WIDE = tuple(size for size in SIZES if size[0] > size[1])
MANY_COLUMNS = 6
WIDTHS = {
    Column.NUMBER: 1.0, Column.RECOMMENDATION: 4.0, Column.ACTION: 4.0, Column.LEAD: 2.0, Column.DUE: 1.6,
    Column.UPDATE: 5.0, Column.STATUS: 1.7, Column.RATING: 1.2, Column.EVIDENCE: 3.0,
}  # fmt: skip
NARROWED = frozenset({Column.LEAD, Column.DUE, Column.STATUS})
"""Columns that some make too narrow for their words."""


def make_look(chance: Random, columns: Sequence[Column]) -> Look:
    """Return a look for a table of ``columns``."""
    narrow = chance.choice((1.0, 1.0, 0.6))
    across, up = chance.choice(WIDE if len(columns) >= MANY_COLUMNS else SIZES)
    return Look(
        size=(across, up),
        other_size=chance.choice(((across, up - 60), (across + 30, up - 25), (across, up + 90))),
        margin=chance.choice((10, 15, 20, 25)),
        font=chance.choice(("Liberation Sans", "Liberation Serif", "DejaVu Sans", "Calibri", "Comic Sans MS")),
        points=chance.choice((8, 9, 10, 11, 12)),
        rules=chance.choices(("all", "level", "none"), (17, 2, 1))[0],
        shade=chance.choice(("", "D9D9D9", "1F4E79", "")),
        widths={
            column: width * (narrow if column in NARROWED else 1.0) * chance.uniform(0.7, 1.4)
            for column, width in WIDTHS.items()
        },
        repeats_heading=chance.random() < 0.5,
        keeps_rows=chance.random() < 0.2,
        header=chance.choice(("", "", "Official - sensitive", "Child M: action plan")),
        footer=chance.choice(("", "", "Page #", "Fernlight, version 2, page #")),
        is_justified=chance.random() < 0.15,
        after=chance.choice((0, 0, 6, 10)),
    )
