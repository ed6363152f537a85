"""The flow of a page: lines and tables one after the other, as they are shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from ingest.model import Hyperlink
from ingest.symbols import draw
from ingest.web.grid import Entry, Grid, lay_out
from ingest.web.lines import Kind, Line, tidy
from ingest.web.lists import ItemCounter, draw_label
from ingest.web.looks import background, is_hidden, is_struck, styles_of, symbol_font
from ingest.web.parsing import Element, texts_in

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
"""Elements that begin and end a line of their own (HTML, 15.3)."""
UNSEEN = frozenset({"head", "script", "style", "template", "noscript", "title", "object", "iframe", "xml", "datalist"})
LISTS = frozenset({"ol", "ul", "menu", "dir"})
HEADING = re.compile(r"h[1-6]")
OUTSIDE = re.compile(r"(?:https?|ftps?|mailto|file):", re.IGNORECASE)
"""Addresses that lead out of the page; within it, they lead to a note and back."""
DEEPEST = 150
"""Elements one inside the other; the mail programs that quote most deeply reach half of it."""
TYPED = frozenset({
    "text", "search", "tel", "url", "email", "number", "date", "month", "week", "time", "datetime-local",
})  # fmt: skip
"""Fields that show what was typed in them (HTML, 4.10.5.1)."""
TICKED, UNTICKED = "☒", "☐"
PREFORMATTED = frozenset({"pre", "listing", "textarea"})
KEEPING_LINES = frozenset({"pre", "pre-wrap", "pre-line", "break-spaces"})


@dataclass(slots=True)
class WebCell:
    """A cell: what stands in it, and where it lies (row and column counted from 0)."""

    items: list[Item]
    rowspan: int
    colspan: int
    fill: str | None
    row: int = 0
    col: int = 0


@dataclass(slots=True)
class WebTable:
    """A table of several rows and columns."""

    cells: list[WebCell]
    n_rows: int
    n_cols: int
    heading_rows: int


Item: TypeAlias = Line | WebTable


@dataclass(frozen=True, slots=True)
class _Look:
    kind: Kind = Kind.SHOWN
    level: int | None = None
    lists: tuple[ItemCounter, ...] = ()
    """The lists around this point, outermost first."""
    font: str = ""
    """The font, where its letters are pictures."""
    links: tuple[list[str], ...] = ()
    """The words of each link around this point so far."""
    keeps_lines: bool = False
    """Whether a line ends here where one ends in the page's own writing (CSS Text 3, 3)."""


@dataclass(slots=True)
class Flow:
    """Reads elements one after the other."""

    depth: int = 0
    """How many elements lie around it."""
    is_cell: bool = False
    items: list[Item] = field(default_factory=list)
    _line: Line = field(default_factory=Line)

    def read(self, element: Element, look: _Look | None = None) -> list[Item]:
        """Return what is in ``element``, in order."""
        self._inside(element, look or _Look())
        self._end_line()
        return self.items

    def _inside(self, element: Element, look: _Look) -> None:
        if self.depth > DEEPEST:
            self._bare(element, look)
            return
        self.depth += 1
        self._text(element.text, look)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child, look)
            self._text(child.tail, look)
        self.depth -= 1

    def _bare(self, element: Element, look: _Look) -> None:
        """Read what lies too deep to be followed: its words alone, line by line."""
        for text in texts_in(element):
            self._text(text, look)
            self._end_line()

    def _text(self, text: str | None, look: _Look) -> None:
        if text:
            for number, line in enumerate(text.split("\n") if look.keeps_lines else (text,)):
                if number:
                    self._end_line()
                self._line.add(draw(line, look.font) if look.font else line, look.kind)
            for words in look.links:
                words.append(text)

    def _element(self, element: Element, around: _Look) -> None:
        tag = element.tag.rpartition(":")[2]
        if tag in UNSEEN:
            return
        look = _changed(element, tag, around)
        if tag == "br":
            self._end_line()
        elif tag == "img":
            self._picture(element)
        elif tag == "input":
            self._box(element, look)
        elif tag == "select":
            self._choice(element, look)
        elif tag == "a":
            self._link(element, look)
        elif tag == "table":
            self._table(element, look)
        elif _is_label(element):
            self._line.label = draw_label(element)
        elif tag in BLOCKS:
            self._block(element, tag, look)
        else:
            self._inside(element, look)

    def _block(self, element: Element, tag: str, look: _Look) -> None:
        self._end_line()
        if tag == "li" and look.lists:
            self._line.label = look.lists[-1].number(element)
        self._line.level = look.level
        inner = replace(look, lists=(*look.lists, ItemCounter(element))) if tag in LISTS else look
        self._inside(element, inner)
        self._end_line()

    def _table(self, element: Element, look: _Look) -> None:
        self._end_line()
        grid = lay_out(element)
        if not (grid.holds_answers or (self.is_cell and grid.n_cols > 1)):
            self._inside(element, look)  # where it only puts things in their places, what it holds is the text
        else:
            for caption in element.findall("caption"):
                self._inside(caption, look)
                self._end_line()
            cells = [self._cell(entry, grid, look.kind) for entry in grid.entries]
            self.items.append(WebTable(cells, grid.n_rows, grid.n_cols, grid.heading_rows))
        self._end_line()

    def _cell(self, entry: Entry, grid: Grid, kind: Kind) -> WebCell:
        items = Flow(self.depth, is_cell=True).read(entry.element, _changed(entry.element, "td", _Look(kind)))
        fill = background(entry.element) or grid.row_fill(entry)
        return WebCell(items, entry.rowspan, entry.colspan, fill, entry.row, entry.col)

    def _link(self, element: Element, look: _Look) -> None:
        address = (element.get("href") or "").strip()
        words: list[str] = []
        self._inside(element, replace(look, links=(*look.links, words)))
        text = " ".join(tidy("".join(words)).split())
        if text and OUTSIDE.match(address) and look.kind is Kind.SHOWN:
            self._line.links.append(Hyperlink(text, address))

    def _picture(self, element: Element) -> None:
        if {element.get("width"), element.get("height")} & {"0", "1"}:
            return  # there to count who opens a message, not to be seen
        name = tidy(element.get("alt") or "") or (element.get("src") or "").rpartition("/")[2]
        self._line.pictures.append(name if name and not name.startswith(("data:", "cid:")) else "picture")

    def _box(self, element: Element, look: _Look) -> None:
        kind = (element.get("type") or "text").lower()
        if kind in {"checkbox", "radio"}:
            self._line.add(TICKED if element.get("checked") is not None else UNTICKED, look.kind)
        elif kind in TYPED:
            self._text(element.get("value"), look)

    def _choice(self, element: Element, look: _Look) -> None:
        """Read what is chosen from a list: the first of it where nothing is, unless several may be (HTML, 4.10.7)."""
        options = list(element.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None]
        for option in chosen or options[: element.get("multiple") is None]:
            self._inside(option, look)
            self._end_line()

    def _end_line(self) -> None:
        if not self._line.is_empty:
            self.items.append(self._line)
            self._line = Line()
        elif self._line.label:
            self._line = Line(label=self._line.label, level=self._line.level)
        else:
            self._line = Line()


def _changed(element: Element, tag: str, look: _Look) -> _Look:
    if look.kind is not Kind.HIDDEN and is_hidden(element):
        look = replace(look, kind=Kind.HIDDEN)
    elif look.kind is Kind.SHOWN and is_struck(element):
        look = replace(look, kind=Kind.STRUCK)
    font = symbol_font(element.get("style") or "", element.get("face") or "")
    if font is not None and font != look.font:
        look = replace(look, font=font)
    keeps_lines = _keeps_lines(element, tag)
    if keeps_lines is not None:
        look = replace(look, keeps_lines=keeps_lines)
    return replace(look, level=int(tag[1])) if HEADING.fullmatch(tag) else look


def _keeps_lines(element: Element, tag: str) -> bool | None:
    """Return whether ``element`` keeps the lines of the page's own writing; None where it says nothing of it."""
    said = styles_of(element).get("white-space", "")
    if said:
        return said in KEEPING_LINES
    return True if tag in PREFORMATTED else None


def _is_label(element: Element) -> bool:
    """Return whether the element is the number or bullet Word writes into its pages before a paragraph of a list."""
    return styles_of(element).get("mso-list") == "ignore"
