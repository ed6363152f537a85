"""Draws pages with tables as statistical offices set them, and says what each cell holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (595.0, 842.0)
LEFT, RIGHT = 60.0, 535.0
GUTTER = 20.0
FEWEST_SPANNED = 4
"""Two headings over two columns each."""
WHOLE, GIVEN, BLANK = 0.5, 0.95, 0.15
"""How many figures are whole numbers, how many are given at all, and how many cells are left blank."""
LABELS = (
    "Total population", "Children in care", "Employment rate", "Agriculture, forestry and fishing", "Manufacturing",
    "Public administration and defence", "Transport and storage", "Real estate activities", "Other services",
    "North East", "Yorkshire and the Humber", "East Midlands", "Wales", "Scotland", "Households with one adult",
    "Long term unemployed as a share of the labour force", "Current account balance", "Net lending",
    "Expenditure on social protection benefits and services for older people", "Imports of goods", "Exports of goods",
)  # fmt: skip
HEADS = ("Male", "Female", "Total", "Share (%)", "Number of cases", "Annual change", "Rate per 1,000", "Index")
SPANS = ("Year to March", "All areas", "Under 18 years", "Current prices", "Euro area")
UNITS = ("(thousands)", "(EUR million)", "%", "(number)")
PROSE = (
    "The figures in this release come from returns made by each area and are revised every year. Where an area sent"
    " nothing, its last figure was carried forward. Rates are worked out on the population at mid year and may not"
    " add up because of rounding. Users should take care when comparing years before the change of method."
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not blank, its rows and columns counted from 0, the last ones included."""

    rows: tuple[int, int]
    cols: tuple[int, int]
    text: str


@dataclass(frozen=True, slots=True)
class Style:
    """How the tables of one kind of page are set."""

    name: str
    font: str = "Helvetica"
    size: float = 9.0
    leading: float = 13.0
    rules: str = "none"
    """none, booktabs, heading, rows or zebra."""
    align: str = "right"
    head_lines: int = 1
    has_spans: bool = False
    has_units: bool = False
    has_sections: bool = False
    has_blanks: bool = False
    wraps: bool = False
    two_tables: bool = False
    beside_prose: bool = False
    column_width: float = 62.0
    columns: tuple[int, int] = (3, 6)
    notes: bool = True


STYLES = (
    Style("plain"),
    Style("booktabs", font="Times-Roman", rules="booktabs", has_spans=True),
    Style("booktabs units", rules="booktabs", has_units=True, head_lines=2),
    Style("zebra", rules="zebra", align="center"),
    Style("financial", font="Times-Roman", size=10, head_lines=2, has_sections=True, columns=(2, 3), column_width=80),
    Style("sections", rules="heading", has_sections=True, has_blanks=True),
    Style("wrapped", wraps=True, rules="booktabs"),
    Style("two tables", two_tables=True, rules="heading"),
    Style("beside prose", beside_prose=True, size=7.5, leading=10, columns=(2, 3), column_width=38, rules="booktabs"),
    Style("tight", size=7.5, leading=9.5, columns=(6, 9), column_width=38, head_lines=2),
    Style("decimal", align="decimal", has_spans=True, has_blanks=True, rules="heading"),
    Style("ruled rows", rules="rows", wraps=True, has_units=True),
    Style("left", align="left", font="Courier", size=8, has_blanks=True),
    Style("spans unruled", has_spans=True, font="Times-Roman", head_lines=2),
    Style("wide gaps", columns=(2, 3), column_width=130),
    Style("two unruled", two_tables=True, head_lines=2, notes=False, has_blanks=True),
)
"""The first, third, fifth ... are for building with; the others are held apart."""


@dataclass(slots=True)
class _Draft:
    """A page being drawn, with the truth about its tables."""

    canvas: Canvas
    random: Random
    style: Style
    tables: list[tuple[Cell, ...]] = field(default_factory=list)

    def write(self, x: float, y: float, text: str, align: str = "left") -> None:
        width = stringWidth(text, self.style.font, self.style.size)
        shift = {"left": 0.0, "center": width / 2, "right": width}[align]
        self.canvas.setFont(self.style.font, self.style.size)
        self.canvas.drawString(x - shift, PAGE[1] - y, text)

    def rule(self, x0: float, x1: float, y: float) -> None:
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, PAGE[1] - y, x1, PAGE[1] - y)

    def shade(self, x0: float, x1: float, y: float, height: float) -> None:
        self.canvas.setFillGray(0.9)
        self.canvas.rect(x0, PAGE[1] - y - height, x1 - x0, height, stroke=0, fill=1)
        self.canvas.setFillGray(0)


def draw(path: Path, style: Style, seed: int) -> tuple[tuple[Cell, ...], ...]:
    """Write a page in ``style`` to ``path`` and return the cells of its tables."""
    draft = _Draft(Canvas(str(path), pagesize=PAGE, invariant=1), _random(style, seed), style)
    y = _draw_prose(draft, LEFT, RIGHT, 70.0, 3)
    right = (LEFT + RIGHT - GUTTER) / 2 if style.beside_prose else RIGHT
    if style.beside_prose:
        _draw_prose(draft, right + GUTTER, RIGHT, y, 40)
    for _ in range(2 if style.two_tables else 1):
        y = _draw_table(draft, LEFT, right, y + 2 * style.leading)
    _draw_prose(draft, LEFT, right, y + 2 * style.leading, 5)
    draft.canvas.save()
    return tuple(draft.tables)


def _random(style: Style, seed: int) -> Random:
    return Random(f"{style.name} {seed}")  # noqa: S311 - sample figures


def _wrap(draft: _Draft, text: str, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and stringWidth(longer, draft.style.font, draft.style.size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _draw_prose(draft: _Draft, left: float, right: float, y: float, lines: int) -> float:
    for line in _wrap(draft, " ".join([PROSE] * 12), right - left)[:lines]:
        draft.write(left, y, line)
        y += draft.style.leading
    return y


def _draw_table(draft: _Draft, left: float, right: float, y: float) -> float:
    style, random = draft.style, draft.random
    n_cols = random.randint(*style.columns)
    label_width = min(right - left - n_cols * style.column_width, 170.0)
    ends = [left + label_width + style.column_width * (at + 1) for at in range(n_cols)]
    cells: list[Cell] = []
    draft.write(left, y, f"Table {random.randint(1, 30)}: {random.choice(LABELS)} by area and year")
    y += style.leading * 1.4
    if style.rules in {"booktabs", "rows"}:
        draft.rule(left, ends[-1], y - style.leading + 2)
    row, y = _draw_head(draft, cells, ends, y)
    if style.rules != "none":
        draft.rule(left, ends[-1], y - style.leading + 3)
    for number in range(random.randint(5, 16)):
        row, y = _draw_row(draft, cells, (left, label_width, ends), row, y, number)
    if style.rules == "booktabs":
        draft.rule(left, ends[-1], y - style.leading + 3)
    if style.notes:
        draft.write(left, y + 3, "Source: returns of the areas. Figures are provisional.")
        y += style.leading
    draft.tables.append(tuple(cells))
    return y


def _at(draft: _Draft, end: float) -> tuple[float, str]:
    """Return where text of a column that ends at ``end`` is written, and how it is aligned."""
    width = draft.style.column_width
    return {"right": (end - 4, "right"), "left": (end - width + 6, "left"), "center": (end - width / 2, "center")}.get(
        draft.style.align, (end - 4, "right")
    )


def _draw_head(draft: _Draft, cells: list[Cell], ends: list[float], y: float) -> tuple[int, float]:
    style, random = draft.style, draft.random
    row = 0
    if style.has_spans and len(ends) >= FEWEST_SPANNED:
        half = len(ends) // 2
        for first, last in ((0, half - 1), (half, len(ends) - 1)):
            text = random.choice(SPANS)
            start = ends[first] - style.column_width
            draft.write((start + ends[last]) / 2, y, text, "center")
            if style.rules == "booktabs":
                draft.rule(start + 8, ends[last], y + 3)
            cells.append(Cell((0, 0), (first + 1, last + 1), text))
        row, y = 1, y + style.leading
    heads = [random.choice((str(2005 + at), random.choice(HEADS))) for at in range(len(ends))]
    lines = [_wrap(draft, head, style.column_width - 8) for head in heads]
    depth = max(map(len, lines))
    for col, (text, pieces) in enumerate(zip(heads, lines, strict=True)):
        for at, piece in enumerate(pieces, start=depth - len(pieces)):
            x, align = _at(draft, ends[col])
            draft.write(x, y + at * style.leading * 0.9, piece, align)
        cells.append(Cell((row, row), (col + 1, col + 1), text))
    y += depth * style.leading
    if style.has_units:
        for col, end in enumerate(ends):
            text = random.choice(UNITS)
            x, align = _at(draft, end)
            draft.write(x, y, text, align)
            cells.append(Cell((row + 1, row + 1), (col + 1, col + 1), text))
        row, y = row + 1, y + style.leading
    return row + 1, y


def _number(random: Random) -> str:
    kind = random.random()
    if kind < WHOLE:
        return f"{random.randint(0, 99999):,}"
    return (
        f"{random.choice(('-', '', ''))}{random.uniform(0, 300):.1f}"
        if kind < GIVEN
        else random.choice(("-", ":", ".."))
    )


def _draw_row(
    draft: _Draft, cells: list[Cell], sides: tuple[float, float, list[float]], row: int, y: float, number: int
) -> tuple[int, float]:
    style, random = draft.style, draft.random
    left, label_width, ends = sides
    if style.has_sections and number % 5 == 0:
        text = random.choice(LABELS).split(",")[0].split(" as ")[0].split(" on ")[0]
        draft.write(left, y, text)
        cells.append(Cell((row, row), (0, 0), text))
        row, y = row + 1, y + style.leading
    indent = 10.0 if style.has_sections else 0.0
    fitting = [label for label in LABELS if stringWidth(label, style.font, style.size) < label_width - indent - 6]
    label = random.choice(LABELS if style.wraps else (fitting or LABELS[-2:]))
    lines = _wrap(draft, label, label_width - indent - 6)
    if style.rules == "zebra" and number % 2:
        draft.shade(left, ends[-1], y - style.leading + 3.5, style.leading * len(lines))
    for at, line in enumerate(lines):
        draft.write(left + indent, y + at * style.leading * 0.85, line)
    cells.append(Cell((row, row), (0, 0), " ".join(lines)))
    for col, end in enumerate(ends):
        if style.has_blanks and random.random() < BLANK:
            continue
        text = _number(random)
        x, align = _at(draft, end)
        if style.align == "decimal" and "." in text:
            whole = text.split(".", maxsplit=1)[0]
            draft.write(end - 20 - stringWidth(whole, style.font, style.size), y, text)
        else:
            draft.write(x - (16 if style.align == "decimal" else 0), y, text, align)
        cells.append(Cell((row, row), (col + 1, col + 1), text))
    y += style.leading * (1 + 0.85 * (len(lines) - 1))
    if style.rules == "rows":
        draft.rule(left, ends[-1], y - style.leading + 3)
    return row + 1, y
