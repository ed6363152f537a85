"""Rows of plain text, taken out of the XML while it is parsed.

Long tables are made of little else: in every cell one paragraph of ordinary runs. Only the texts of such a row are
kept and its elements are dropped at once, so that a table of a hundred thousand rows never stands in memory as XML.
A row with anything in it that is not listed here stays in the tree and is read like all the rest.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from ingest.readers.word.markup import Element, value, w
from ingest.readers.word.pieces import Cell, Row
from ingest.readers.word.styles import FONTS, P_PR, R_PR, R_STYLE, RunLook, Styles
from ingest.readers.word.symbols import is_symbol_font, plain
from ingest.words import count_words

BODY, TBL, TR, TC, P, RUN, TEXT = w("body"), w("tbl"), w("tr"), w("tc"), w("p"), w("r"), w("t")
TR_PR, TC_PR, P_STYLE, BOLD = w("trPr"), w("tcPr"), w("pStyle"), w("b")


def _names(*names: str) -> frozenset[str]:
    return frozenset(w(name) for name in names)


ROW_LOOKS = _names("trHeight", "cantSplit", "jc", "cnfStyle")
CELL_LOOKS = _names("tcW", "tcBorders", "tcMar", "vAlign", "noWrap", "tcFitText", "hideMark", "cnfStyle")
RUN_LOOKS = _names(
    "i", "iCs", "bCs", "color", "sz", "szCs", "u", "lang", "noProof", "spacing", "kern", "position", "w", "cs",
)  # fmt: skip
MARK_LOOKS = RUN_LOOKS | {BOLD, FONTS, R_STYLE}
PARAGRAPH_LOOKS = _names(
    "rPr", "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "spacing", "ind", "jc", "tabs",
    "contextualSpacing", "textAlignment", "cnfStyle", "pBdr", "autoSpaceDE", "autoSpaceDN", "adjustRightInd",
)  # fmt: skip
"""Properties (ECMA-376 part 1, 17.3.1, 17.3.2, 17.4) that change nothing in what a text says."""
TELLING = frozenset({BOLD, FONTS, R_STYLE, P_STYLE})
"""Properties that may, by what they say."""
WITHOUT_TEXT = _names("proofErr", "bookmarkStart", "bookmarkEnd")
PAGE_BREAK_MARK = w("lastRenderedPageBreak")


class PlainRow(NamedTuple):
    """A row taken out of the tree, and its words."""

    row: Row
    words: int


class _Text(NamedTuple):
    text: str
    is_bold: bool


Shape = tuple[tuple[int, ...], ...]
"""For each cell of a row, where its texts stand among all elements of the row."""


class PlainRows:
    """The plain rows of one part by the empty element that is left of each."""

    def __init__(self, styles: Styles) -> None:
        """Take the style sheet: text may be struck out, shaded, hidden or numbered by its style."""
        self.by_element: dict[Element, PlainRow] = {}
        self._styles = styles
        self._looks: dict[str | None, RunLook | None] = {}
        self._shapes: dict[tuple[str, ...], Shape] = {}
        """By the elements of a row in order: most rows of a table are made alike."""
        self._is_bold = bool(styles.styled(None, None).bold)
        self._table: Element | None = None

    def take(self, element: Element) -> None:
        """Keep the texts of the row ``element`` and empty it, if it is plain and its table lies in no other."""
        if not self._is_at_top(element):
            return
        cells = self._cells(element)
        if cells is not None and _holds_all(cells, element):
            self.by_element[element] = PlainRow(Row(cells, is_plain=True), sum([cell.words for cell in cells]))
            element.clear()

    def _is_at_top(self, element: Element) -> bool:
        table = element.getparent()
        if table is not None and table is not self._table:
            around = table.getparent()
            if table.tag == TBL and around is not None and around.tag == BODY:
                self._table = table
        return table is self._table

    def _cells(self, element: Element) -> list[Cell] | None:
        found = list(element.iter())
        tags = tuple([entry.tag for entry in found])
        shape = self._shapes.get(tags)
        if shape is None:
            return self._read(element, tags)
        texts = [plain("".join([found[at].text or "" for at in places])) for places in shape]
        is_bold = self._is_bold
        return [Cell(text, is_bold=is_bold, words=count_words(text)) for text in texts]

    def _read(self, element: Element, tags: tuple[str, ...]) -> list[Cell] | None:
        """Return the cells of a row of a kind that was not met before, or that has to be looked at each time."""
        cells: list[Cell] = []
        for child in element:
            if child.tag == TC:
                cell = self._cell(child)
                if cell is None:
                    return None
                cells.append(cell)
            elif child.tag != TR_PR or not _has_only(child, ROW_LOOKS):
                return None
        if TELLING.isdisjoint(tags):
            self._shapes[tags] = _shape(tags)
        return cells or None

    def _cell(self, element: Element) -> Cell | None:
        found: _Text | None = None
        for child in element:
            tag = child.tag
            if tag == P and found is None:
                found = self._paragraph(child)
                if found is None:
                    return None
            elif tag != TC_PR or not _has_only(child, CELL_LOOKS):
                return None
        return None if found is None else Cell(found.text, is_bold=found.is_bold, words=count_words(found.text))

    def _paragraph(self, element: Element) -> _Text | None:
        style: str | None = None
        texts: list[str] = []
        is_bold = True
        for child in element:
            tag = child.tag
            if tag == RUN:
                run = self._run(child, style)
                if run is None:
                    return None
                texts.append(run.text)
                is_bold = is_bold and (run.is_bold or not run.text or run.text.isspace())
            elif tag == P_PR and not texts and _is_plain_paragraph(child):
                style = value(child, P_STYLE)
            elif tag not in WITHOUT_TEXT:
                return None
        is_known = self._look(style) is not None
        return _Text("".join(texts), is_bold) if is_known else None

    def _run(self, element: Element, style: str | None) -> _Text | None:
        look = self._look(style)
        text = ""
        for child in element:
            tag = child.tag
            if tag == TEXT:
                text += plain(child.text or "")
            elif tag == R_PR:
                look = self._look_of(child, style)
            elif tag != PAGE_BREAK_MARK:
                return None
        return None if look is None else _Text(text, bool(look.bold))

    def _look(self, style: str | None) -> RunLook | None:
        """Return the look text has in a paragraph of ``style``; None where the style makes it more than plain."""
        if style not in self._looks:
            paragraph = self._styles.paragraph(style)
            is_plain = paragraph.fill is None and paragraph.num_id is None
            self._looks[style] = _if_plain(self._styles.styled(style, None)) if is_plain else None
        return self._looks[style]

    def _look_of(self, properties: Element, style: str | None) -> RunLook | None:
        """Return the look of a run with ``properties``; None where it is more than plain."""
        others = [entry.tag for entry in properties if entry.tag not in RUN_LOOKS]
        if not others:
            return self._look(style)
        return _if_plain(self._styles.run(style, properties)) if TELLING.issuperset(others) else None


def _shape(tags: tuple[str, ...]) -> Shape:
    starts = [at for at, tag in enumerate(tags) if tag == TC]
    ends = [*starts[1:], len(tags)]
    return tuple(
        tuple(at for at in range(start, end) if tags[at] == TEXT) for start, end in zip(starts, ends, strict=True)
    )


def _holds_all(cells: list[Cell], element: Element) -> bool:
    """Return whether the cells hold all text there is in ``element``, letter by letter, whatever it lies in."""
    written = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
    return "".join([str(cell.content) for cell in cells]) == plain(written)


def _if_plain(look: RunLook) -> RunLook | None:
    is_plain = not (look.vanish or look.is_struck or look.fill or is_symbol_font(look.font))
    return look if is_plain else None


def _has_only(properties: Element, known: frozenset[str]) -> bool:
    return all([entry.tag in known for entry in properties])  # noqa: C419 - of one or two: a list is quicker


def _is_plain_paragraph(properties: Element) -> bool:
    mark = properties.find(R_PR)
    return _has_only(properties, PARAGRAPH_LOOKS) and (mark is None or _has_only(mark, MARK_LOOKS))
