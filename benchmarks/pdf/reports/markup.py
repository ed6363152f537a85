"""Blocks of a report written as HTML: prose, tables, and what only looks like a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from random import Random

from benchmarks.pdf.reports import wordings
from benchmarks.pdf.reports.grids import RAISED, Grid, Kind, Slot
from benchmarks.pdf.reports.settings import Setting, style
from benchmarks.pdf.statistics import Cell


@dataclass(frozen=True, slots=True)
class Block:
    """Some HTML and the tables a reader should find in it."""

    html: str
    tables: tuple[tuple[Cell, ...], ...] = ()
    css: str = ""


def prose(random: Random, paragraphs: int = 3) -> Block:
    """Return some paragraphs of text."""
    return Block("".join(f"<p>{wordings.paragraph(random, random.randint(2, 6))}</p>" for _ in range(paragraphs)))


def heading(random: Random) -> Block:
    """Return a numbered heading."""
    return Block(f"<h2>{random.randint(1, 9)}.{random.randint(1, 9)} {random.choice(wordings.LABELS)}</h2>")


def table(random: Random, grid: Grid, setting: Setting, *, is_named: bool = True) -> Block:
    """Return ``grid`` in ``setting``, if ``is_named`` with a caption above or below and, mostly, notes at its foot."""
    name = f"t{random.randrange(10**9)}"
    if not is_named:
        return Block(_rows(name, grid), (grid.truth,), style(name, setting))
    caption = f'<p class="caption">Table {random.randint(1, 9)}.{random.randint(1, 9)} {_caption(random)}</p>'
    notes = "<p class='note'>Source: returns of the areas. Figures are provisional and may not add up.</p>"
    parts = [_rows(name, grid), notes if random.random() < 0.7 else ""]  # noqa: PLR2004
    parts.insert(0 if random.random() < 0.8 else 2, caption)  # noqa: PLR2004
    return Block("".join(parts), (grid.truth,), style(name, setting))


def _caption(random: Random) -> str:
    return f"{random.choice(wordings.LABELS)} by area and {random.choice(('year', 'kind', 'age group'))}"


def _rows(name: str, grid: Grid) -> str:
    head = [_row(slots, "th", "last" if at == len(grid.head) - 1 else "") for at, slots in enumerate(grid.head)]
    body = [_row(slots, "td", "") for slots in grid.body]
    return f'<table id="{name}"><thead>{"".join(head)}</thead><tbody>{"".join(body)}</tbody></table>'


def _row(slots: Sequence[Slot], tag: str, name: str) -> str:
    return f'<tr class="{name}">{"".join(_cell(slot, tag) for slot in slots)}</tr>'


def _cell(slot: Slot, tag: str) -> str:
    spans = f' colspan="{slot.colspan}"' if slot.colspan > 1 else ""
    spans += f' rowspan="{slot.rowspan}"' if slot.rowspan > 1 else ""
    text = RAISED.sub(r"<sup>\1</sup>", escape(slot.text).replace("\n", "<br>"))
    if slot.kind is Kind.MONEY and text.startswith("$"):
        text = f"<span>$</span>{text[1:]}"
    return f'<{tag} class="{slot.kind} in{slot.indent}"{spans}>{text}</{tag}>'


def side_by_side(random: Random, grids: Iterable[Grid], setting: Setting) -> Block:
    """Return tables next to each other."""
    blocks = [table(random, grid, setting) for grid in grids]
    cells = "".join(f'<div class="side">{block.html}</div>' for block in blocks)
    css = "".join(block.css for block in blocks)
    return Block(f'<div class="sides">{cells}</div>', tuple(truth for block in blocks for truth in block.tables), css)


def floated(random: Random, grid: Grid, setting: Setting) -> Block:
    """Return a table with text beside and below it."""
    block = table(random, grid, setting)
    text = prose(random, 4).html
    return Block(f'<div class="float">{block.html}</div>{text}', block.tables, block.css)


def bullets(random: Random) -> Block:
    """Return a list of bullets."""
    return Block(f"<ul>{''.join(f'<li>{wordings.sentence(random)}</li>' for _ in range(6))}</ul>")


def contents(random: Random, *, has_leaders: bool) -> Block:
    """Return a table of contents."""
    rows, page = [], 1
    for number in range(1, 26):
        page += random.randint(0, 4)
        dots = f'<span class="dots">{"." * 200 if has_leaders else ""}</span>'
        text = f"{number // 6 + 1}.{number % 6 + 1} {random.choice(wordings.LABELS)}"
        rows.append(f'<div class="toc"><span>{text}</span>{dots}<span>{page}</span></div>')
    return Block("<h2>Contents</h2>" + "".join(rows))


def glossary(random: Random) -> Block:
    """Return terms with what they mean beside them."""
    rows = (
        f'<div class="term"><b>{term}</b><span>{wordings.paragraph(random, random.randint(1, 3))}</span></div>'
        for term in random.sample(wordings.TERMS, 9)
    )
    return Block("<h2>Terms used</h2>" + "".join(rows))


def letter(random: Random) -> Block:
    """Return the head of a letter and an address block at the right."""
    street = f"{random.randint(1, 99)} {random.choice(wordings.STREETS)}"
    address = "<br>".join((random.choice(wordings.NAMES), street, "Tel. 01632 960113", "3 May 2012"))
    heads = "".join(
        f'<div class="term"><b>{label}</b><span>{value}</span></div>'
        for label, value in (("To:", "All areas"), ("From:", random.choice(wordings.PEOPLE)), ("Subject:", "Returns"))
    )
    return Block(f'<div class="right">{address}</div>{heads}')


def addresses(random: Random) -> Block:
    """Return addresses in three columns, as on the last page of a report."""
    each = (
        f"<p><b>{name}</b><br>{random.randint(1, 99)} {random.choice(wordings.STREETS)}<br>{name} AB1 2CD<br>"
        f"Tel. 01632 960{random.randint(100, 999)}</p>"
        for name in (random.choice(wordings.NAMES) for _ in range(9))
    )
    return Block(f'<div class="three">{"".join(each)}</div>')


def bibliography(random: Random) -> Block:
    """Return works cited, each set with a hanging indent."""
    each = (
        f'<p class="hang">{random.choice(wordings.PEOPLE)} ({random.randint(1980, 2011)}), {wordings.sentence(random)} '
        f"{random.choice(wordings.NAMES)}: Office of Works, {random.randint(2, 90)}-{random.randint(91, 300)}.</p>"
        for _ in range(14)
    )
    return Block("<h2>References</h2>" + "".join(each))


def numbered(random: Random) -> Block:
    """Return numbered paragraphs, the numbers in the margin."""
    rows = (
        f'<div class="par"><span>{at // 9 + 1}.{at % 9 + 1}</span><span>{wordings.paragraph(random, 3)}</span></div>'
        for at in range(12)
    )
    return Block("".join(rows))


def index(random: Random) -> Block:
    """Return an index in three columns."""
    words = sorted(random.choice(wordings.LABELS + wordings.TERMS) for _ in range(75))
    rows = (f'<div class="hang">{word}, {random.randint(1, 60)}, {random.randint(61, 200)}</div>' for word in words)
    return Block(f'<h2>Index</h2><div class="three">{"".join(rows)}</div>')


def bars(random: Random) -> Block:
    """Return a chart of bars with labels on both axes and a figure on each bar."""
    labels = random.sample(wordings.NAMES, 6)
    shapes = [_text(40, 190 - 30 * at, str(20 * at)) for at in range(6)]
    for at, label in enumerate(labels):
        height = random.randint(20, 140)
        x = 60 + at * 70
        shapes.append(f'<rect x="{x}" y="{190 - height}" width="36" height="{height}" fill="#456"/>')
        shapes += [_text(x, 186 - height, str(height)), _text(x - 6, 204, label)]
    return Block(_chart(random, shapes))


def lines(random: Random) -> Block:
    """Return a chart of lines with years below, values at the left and a legend."""
    shapes = [_text(30, 180 - 25 * at, f"{2.5 * at:.1f}") for at in range(7)]
    shapes += [f'<line x1="50" x2="480" y1="{180 - 25 * at}" y2="{180 - 25 * at}" stroke="#ccc"/>' for at in range(7)]
    shapes += [_text(50 + 42 * at, 200, str(2000 + at)) for at in range(11)]
    for name in random.sample(wordings.GROUPS, 3):
        points = " ".join(f"{60 + 42 * at},{random.randint(20, 170)}" for at in range(11))
        shapes.append(f'<polyline points="{points}" fill="none" stroke="#a33"/>')
        shapes.append(_text(60 + 150 * (len(shapes) % 3), 218, name[:22]))
    return Block(_chart(random, shapes))


def _text(x: float, y: float, text: str) -> str:
    return f'<text x="{x}" y="{y}" font-size="9">{escape(text)}</text>'


def _chart(random: Random, shapes: Sequence[str]) -> str:
    caption = f'<p class="caption">Figure {random.randint(1, 20)} {_caption(random)}</p>'
    return f'{caption}<svg width="500" height="225" viewBox="0 0 500 225">{"".join(shapes)}</svg>'


def scattered(random: Random) -> Block:
    """Return a map: names and figures here and there."""
    texts = [*random.choices(wordings.NAMES, k=14), *(str(random.randint(1, 99)) for _ in range(14))]
    shapes = [_text(random.randint(10, 430), random.randint(15, 215), text) for text in texts]
    return Block(_chart(random, shapes))


def form(random: Random) -> Block:
    """Return a form to be filled in, its questions in two columns."""
    asked = ("Name", "Address", "Telephone", "Office", "Date of birth", "Signed", "Position", "Date")
    rows = (f'<div class="term"><b>{text}</b><span>{"_" * random.randint(18, 40)}</span></div>' for text in asked)
    return Block("<h2>Reply form</h2>" + "".join(rows))


def cover(random: Random) -> Block:
    """Return the words of a title page."""
    lines = (
        random.choice(wordings.LABELS),
        "Annual report",
        "2011",
        random.choice(wordings.NAMES),
        "Cm 1234",
        "£15.50",
    )
    return Block("".join(f'<p style="text-align:center;margin:22pt 0;font-size:1.4em">{line}</p>' for line in lines))


def footnotes(random: Random) -> Block:
    """Return notes at the end of a chapter, each with its number."""
    rows = (f"<p><sup>{at}</sup> {wordings.paragraph(random, random.randint(1, 2))}</p>" for at in range(1, 14))
    return Block("<h2>Notes</h2>" + "".join(rows))


def definitions(random: Random) -> Block:
    """Return abbreviations with what they stand for, one a line."""
    names = random.sample(wordings.LABELS, 14)
    rows = (f'<div class="term"><b>{"".join(w[0] for w in name.split()).upper()}</b>{name}</div>' for name in names)
    return Block("<h2>Abbreviations</h2>" + "".join(rows))
