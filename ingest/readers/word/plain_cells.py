"""Which rows are plain: in every cell one paragraph of ordinary runs, and nothing but what is listed here."""

from __future__ import annotations

from typing import NamedTuple

from ingest.readers.word.markup import Element, value, w
from ingest.readers.word.styles import COLOUR, FONTS, P_PR, R_PR, R_STYLE, RunLook, Styles
from ingest.symbols import is_symbol_font

TC, P, RUN, TEXT = w("tc"), w("p"), w("r"), w("t")
TR_PR, TC_PR, P_STYLE, BOLD = w("trPr"), w("tcPr"), w("pStyle"), w("b")


def _names(*names: str) -> frozenset[str]:
    return frozenset(w(name) for name in names)


ROW_LOOKS = _names("trHeight", "cantSplit", "jc", "cnfStyle")
CELL_LOOKS = _names("tcW", "tcBorders", "tcMar", "vAlign", "noWrap", "tcFitText", "hideMark", "cnfStyle")
RUN_LOOKS = _names(
    "i", "iCs", "bCs", "sz", "szCs", "u", "lang", "noProof", "spacing", "kern", "position", "w", "cs",
)  # fmt: skip
MARK_LOOKS = RUN_LOOKS | {BOLD, FONTS, R_STYLE, COLOUR}
PARAGRAPH_LOOKS = _names(
    "rPr", "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "spacing", "ind", "jc", "tabs",
    "contextualSpacing", "textAlignment", "cnfStyle", "pBdr", "autoSpaceDE", "autoSpaceDN", "adjustRightInd",
)  # fmt: skip
"""Properties (ECMA-376 part 1, 17.3.1, 17.3.2, 17.4) that change nothing in what a text says."""
TELLING = frozenset({BOLD, FONTS, R_STYLE, P_STYLE, COLOUR})
"""Properties that may, by what they say."""
WITHOUT_TEXT = _names("proofErr", "bookmarkStart", "bookmarkEnd")
PAGE_BREAK_MARK = w("lastRenderedPageBreak")


class PlainText(NamedTuple):
    """The text of a plain cell as written, and whether the whole of it is bold."""

    text: str
    is_bold: bool


class PlainReader:
    """Reads plain rows, and tells them from all others."""

    def __init__(self, styles: Styles) -> None:
        """Take the style sheet: text may be struck out, shaded, hidden or numbered by its style."""
        self._styles = styles
        self._looks: dict[str | None, RunLook | None] = {}

    def read(self, row: Element) -> list[PlainText] | None:
        """Return the texts of the cells of ``row``; None where it is not plain."""
        cells: list[PlainText] = []
        for child in row:
            if child.tag == TC:
                cell = self._cell(child)
                if cell is None:
                    return None
                cells.append(cell)
            elif child.tag != TR_PR or not _has_only(child, ROW_LOOKS):
                return None
        return cells or None

    def _cell(self, element: Element) -> PlainText | None:
        found: PlainText | None = None
        for child in element:
            tag = child.tag
            if tag == P and found is None:
                found = self._paragraph(child)
                if found is None:
                    return None
            elif tag != TC_PR or not _has_only(child, CELL_LOOKS):
                return None
        return found

    def _paragraph(self, element: Element) -> PlainText | None:
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
                is_bold = is_bold and (run.is_bold or not run.text.strip())
            elif tag == P_PR and not texts and _is_plain_paragraph(child):
                style = value(child, P_STYLE)
            elif tag not in WITHOUT_TEXT:
                return None
        is_known = self._look(style) is not None
        return PlainText("".join(texts), is_bold) if is_known else None

    def _run(self, element: Element, style: str | None) -> PlainText | None:
        look = self._look(style)
        text = ""
        for child in element:
            tag = child.tag
            if tag == TEXT:
                text += child.text or ""
            elif tag == R_PR:
                look = self._look_of(child, style)
            elif tag != PAGE_BREAK_MARK:
                return None
        return None if look is None else PlainText(text, bool(look.bold))

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


def _if_plain(look: RunLook) -> RunLook | None:
    is_plain = not (look.vanish or look.is_struck or look.fill or look.ink or is_symbol_font(look.font))
    return look if is_plain else None


def _has_only(properties: Element, known: frozenset[str]) -> bool:
    return all([entry.tag in known for entry in properties])  # noqa: C419 - of one or two: a list is quicker


def _is_plain_paragraph(properties: Element) -> bool:
    mark = properties.find(R_PR)
    return _has_only(properties, PARAGRAPH_LOOKS) and (mark is None or _has_only(mark, MARK_LOOKS))
