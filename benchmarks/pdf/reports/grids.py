"""Tables by what they hold, before anybody has set them: rows of headings, labels, figures and words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from benchmarks.pdf.reports import amounts, wordings
from benchmarks.pdf.statistics import Cell

MISSING = ("-", "..", "n/a", "", "\u2013", ":")
MOST_SPANNED = 3
RAISED = re.compile(r"\{(\w)\}")
"""The mark of a note, set raised."""
LEADERS_TO = 62
"""So many letters are filled up with dots."""
ROWS_IN_PART = 5


class Kind(StrEnum):
    """What a slot holds; the setting goes by it."""

    STUB = "stub"
    HEAD = "head"
    SECTION = "section"
    SPACER = "spacer"
    LABEL = "label"
    FIGURE = "figure"
    MONEY = "money"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell of a table to be set."""

    text: str
    kind: Kind
    colspan: int = 1
    rowspan: int = 1
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to be set: its rows of headings and its body, each cell once, at its top left."""

    head: tuple[tuple[Slot, ...], ...]
    body: tuple[tuple[Slot, ...], ...]

    @property
    def truth(self) -> tuple[Cell, ...]:
        """Its cells that are not blank, with the rows and columns they take up."""
        taken: set[tuple[int, int]] = set()
        cells: list[Cell] = []
        for row, slots in enumerate((*self.head, *self.body)):
            col = 0
            for slot in slots:
                while (row, col) in taken:
                    col += 1
                last = (row + slot.rowspan - 1, col + slot.colspan - 1)
                taken.update((at, over) for at in range(row, last[0] + 1) for over in range(col, last[1] + 1))
                if slot.text:
                    cells.append(Cell((row, last[0]), (col, last[1]), RAISED.sub(r"\1", slot.text)))
        return tuple(cells)


@dataclass(frozen=True, slots=True)
class Figures:
    """How a table of figures is made up."""

    columns: tuple[int, int] = (3, 6)
    rows: tuple[int, int] = (6, 16)
    number: Callable[[Random], str] = amounts.number
    kind: Kind = Kind.FIGURE
    labels: tuple[str, ...] = wordings.LABELS
    has_groups: bool = False
    has_sections: bool = False
    has_levels: bool = False
    missing: float = 0.05
    years: bool = False
    has_units: bool = False
    has_numbers: bool = False
    """Whether the columns are numbered below their headings."""
    has_leaders: bool = False
    """Whether dots lead from each label to its figures."""
    has_spacers: bool = False
    """Whether an empty row follows every fifth."""
    has_head: bool = True
    stub: str = ""


def marked(random: Random) -> str:
    """Return a number that a note, set raised, may say more about."""
    return f"{amounts.rate(random)}{random.choice(('', '', '{1}', '{p}', '*'))}"


def figures(random: Random, made: Figures) -> Grid:
    """Return a table of figures."""
    n_cols = random.randint(*made.columns)
    head = tuple(_heads(random, made, n_cols)) if made.has_head else ()
    return Grid(head, tuple(_rows(random, made, n_cols)))


def _heads(random: Random, made: Figures, n_cols: int) -> Iterator[tuple[Slot, ...]]:
    heads = _heads_of(random, made, n_cols)
    if made.has_groups:
        spans = list(_group_sizes(random, n_cols))
        groups = random.sample(wordings.GROUPS, len(spans))
        yield (
            Slot(made.stub, Kind.STUB, 1, 2),
            *(Slot(g, Kind.HEAD, span) for g, span in zip(groups, spans, strict=True)),
        )
        yield tuple(heads)
    else:
        yield (Slot(made.stub, Kind.STUB), *heads)
    if made.has_units:
        units = ("(thousands)", "(EUR million)", "%", "(number)", "$")
        yield (Slot("", Kind.STUB), *(Slot(random.choice(units), Kind.HEAD) for _ in range(n_cols)))
    if made.has_numbers:
        yield tuple(Slot(f"({at + 1})", Kind.HEAD) for at in range(n_cols + 1))


def _heads_of(random: Random, made: Figures, n_cols: int) -> list[Slot]:
    first = random.randint(1996, 2008)
    texts = [str(first + at) for at in range(n_cols)] if made.years else random.sample(wordings.HEADS, n_cols)
    return [Slot(text, Kind.HEAD) for text in texts]


def _group_sizes(random: Random, n_cols: int) -> Iterator[int]:
    left = n_cols
    while left:
        size = left if left <= MOST_SPANNED else random.randint(2, min(MOST_SPANNED, left - 2))
        yield size
        left -= size


def _rows(random: Random, made: Figures, n_cols: int) -> Iterator[tuple[Slot, ...]]:
    n_rows = random.randint(*made.rows)
    labels = random.sample(made.labels, min(n_rows, len(made.labels)))
    for at, label in enumerate(labels):
        if made.has_spacers and at and at % ROWS_IN_PART == 0:
            yield tuple(Slot("", Kind.SPACER) for _ in range(n_cols + 1))
        if made.has_sections and at % ROWS_IN_PART == 0:
            yield (Slot(random.choice(wordings.GROUPS), Kind.SECTION), *(Slot("", Kind.FIGURE) for _ in range(n_cols)))
        indent = random.choice((0, 1, 1, 2)) if made.has_levels and at else 0
        texts = [_figure(random, made) for _ in range(n_cols)]
        shown = f"{label} {'.' * max(4, LEADERS_TO - len(label))}" if made.has_leaders else label
        yield (Slot(shown, Kind.LABEL, indent=indent), *(Slot(text, made.kind) for text in texts))


def _figure(random: Random, made: Figures) -> str:
    if random.random() < made.missing:
        return random.choice(MISSING)
    return f"${made.number(random)}" if made.kind is Kind.MONEY else made.number(random)


def survey(random: Random, rows: int = 7) -> Grid:
    """Return answers to questions that go over several lines, with how many were asked."""
    heads = ("Agree", "Neither", "Disagree", "Don't know")
    head = (Slot("Question", Kind.STUB), *(Slot(text, Kind.HEAD) for text in heads))
    questions = random.sample(wordings.QUESTIONS, min(rows, len(wordings.QUESTIONS)))
    body = [
        (Slot(text, Kind.LABEL), *(Slot(amounts.per_cent(random), Kind.FIGURE) for _ in heads)) for text in questions
    ]
    base = (Slot("Base (all who answered)", Kind.LABEL), *(Slot(amounts.count(random), Kind.FIGURE) for _ in heads))
    return Grid((head,), (*body, base))


def merged_stubs(random: Random) -> Grid:
    """Return figures whose rows are in groups, the group's name once at the left of them."""
    heads = random.sample(wordings.HEADS, random.randint(3, 4))
    head = (Slot("Area", Kind.STUB), Slot("Group", Kind.STUB), *(Slot(text, Kind.HEAD) for text in heads))
    body: list[tuple[Slot, ...]] = []
    for name in random.sample(wordings.NAMES, random.randint(3, 4)):
        size = random.randint(2, 4)
        for at, label in enumerate(("Male", "Female", "All", "Not stated")[:size]):
            first = (Slot(name, Kind.LABEL, rowspan=size),) if at == 0 else ()
            body.append((*first, Slot(label, Kind.LABEL), *(Slot(amounts.count(random), Kind.FIGURE) for _ in heads)))
    return Grid((head,), tuple(body))


def bilingual(random: Random) -> Grid:
    """Return figures with labels at both sides."""
    heads = [str(2005 + at) for at in range(random.randint(2, 4))]
    head = (Slot("", Kind.STUB), *(Slot(text, Kind.HEAD) for text in heads), Slot("", Kind.STUB))
    labels = list(zip(random.sample(wordings.LABELS, 9), random.sample(wordings.TERMS, 9), strict=True))
    body = [
        (Slot(left, Kind.LABEL), *(Slot(amounts.count(random), Kind.FIGURE) for _ in heads), Slot(right, Kind.LABEL))
        for left, right in labels
    ]
    return Grid((head,), tuple(body))
