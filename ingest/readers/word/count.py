"""The words of a document counted straight from its XML, apart from the walk that builds its tables.

Text runs together from one element to the next until a paragraph ends, a table begins, or a cell, box or note ends;
a paragraph whose mark is deleted or hidden runs on into the next. What is deleted, an instruction of a field, or the
second form of the same content is not counted; what is struck out or hidden is.
"""

from __future__ import annotations

from ingest.readers.word.alternatives import ALTERNATE, choose
from ingest.readers.word.diagrams import DRAWN_PARAGRAPH, POINTERS, drawn_words, read_diagram
from ingest.readers.word.fields import FIELD_CHAR, FORM_DATA, Mark
from ingest.readers.word.markup import MATH, VML, Element, value, w
from ingest.readers.word.package import Package
from ingest.readers.word.paragraph_ends import runs_on
from ingest.readers.word.rare import signs_around
from ingest.readers.word.sources import Part, Sources
from ingest.readers.word.styles import FONTS, R_STYLE, Styles, font_of
from ingest.symbols import draw, draw_code, is_symbol_font, plain
from ingest.words import count_words

DELETED = frozenset({w("del"), w("moveFrom")})
PARAGRAPH, P_PR, R_PR, P_STYLE, TABLE = w("p"), w("pPr"), w("rPr"), w("pStyle"), w("tbl")
SKIPPED = DELETED | {P_PR, R_PR, w("delText"), w("sdtPr"), w("tcPr"), w("tblPr"), w("trPr"), w("sectPr"), FORM_DATA}
RUNS = frozenset({w("r"), f"{{{MATH}}}r"})
TEXTS = frozenset({w("t"), f"{{{MATH}}}t"})
SPACES = frozenset({w("tab"), w("ptab"), w("br"), w("cr")})
SYMBOL, SIMPLE, HYPHEN, IN_FORMULA = w("sym"), w("fldSimple"), w("noBreakHyphen"), f"{{{MATH}}}"
WORD_ART = f"{{{VML}}}textpath"
ALT_CHUNK = w("altChunk")
APART = {WORD_ART, DRAWN_PARAGRAPH, ALT_CHUNK, *POINTERS}
ROW, CELL, BOX = w("tr"), w("tc"), w("txbxContent")
REFERENCES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
ID = w("id")


class _Counter:
    """Counts the words of one part, and remembers the notes it calls."""

    def __init__(self, part: Part, styles: Styles, package: Package) -> None:
        self.words = 0
        self.notes: list[tuple[str, str]] = []
        self._marks = part.marks
        self._drawn = part.drawn
        self._plain_rows = part.plain_rows
        self._chunks = part.chunks
        self._relationships = part.relationships
        self._package = package
        self._styles = styles
        self._style: str | None = None
        self._font: str | None = None
        self._silent: list[tuple[bool, bool]] = []
        """For each open field, whether it is silent now, and whether it is drawn instead."""
        self._text: list[str] = []

    def count(self, container: Element) -> None:
        outer, self._text = self._text, []
        self._walk(container)
        self._flush()
        self._text = outer

    def _flush(self) -> None:
        if self._text:
            self.words += count_words("".join(self._text))
            self._text.clear()

    def _walk(self, element: Element) -> None:
        for child in element:
            tag = child.tag
            if tag in TEXTS:
                self._add(self._shown(child.text or ""))
            elif tag in SKIPPED:
                continue
            elif tag in RUNS:
                self._font = self._font_of(child.find(R_PR))
                self._walk(child)
            elif tag == PARAGRAPH:
                self._paragraph(child)
            elif tag == TABLE:
                self._flush()
                self._walk(child)
            elif tag == CELL:
                self.count(child)
            elif tag == ROW and child in self._plain_rows:
                self.words += 0 if self._is_silent() else self._plain_rows[child].words
            else:
                self._rare(child, tag)

    def _font_of(self, properties: Element | None) -> str | None:
        if properties is None:
            return self._styles.styled(self._style, None).font
        fonts = properties.find(FONTS)
        return (fonts is not None and font_of(fonts)) or self._styles.styled(
            self._style, value(properties, R_STYLE)
        ).font

    def _rare(self, child: Element, tag: str) -> None:
        if tag in SPACES:
            self._add(" ")
        elif tag == HYPHEN:
            self._add("-")
        elif tag == SYMBOL:
            self._add(draw_code(child.get(w("char"), ""), child.get(w("font"))))
        elif tag == FIELD_CHAR:
            self._field(child)
        elif tag == SIMPLE:
            self._add(self._drawn.get(child, ""))
        elif tag in REFERENCES and not self._is_silent():
            self.notes.append((REFERENCES[tag], child.get(ID, "")))
        elif tag in APART and not self._is_silent():
            self.words += self._words_apart(child, tag)
        if tag.startswith(IN_FORMULA):
            self._formula(child)
            return
        chosen = choose(child) if tag == ALTERNATE else child
        if chosen is not None:
            self._box(chosen) if tag == BOX else self._walk(chosen)

    def _formula(self, part: Element) -> None:
        before, after = signs_around(part)
        self._add(before)
        self._walk(part)
        self._add(after)

    def _words_apart(self, child: Element, tag: str) -> int:
        """Return the words that are no text of the part itself: drawn ones, and those of a document placed inside."""
        if tag == WORD_ART:
            return count_words(child.get("string", ""))
        if tag == DRAWN_PARAGRAPH:
            return count_words(drawn_words(child))
        if tag == ALT_CHUNK:
            self._flush()
            return self._chunks[child].words if child in self._chunks else 0
        return sum(count_words(line) for line in read_diagram(child, self._relationships, self._package))

    def _box(self, box: Element) -> None:
        if self._is_silent():
            return
        fields, style, self._silent = self._silent, self._style, []
        self.count(box)
        self._silent, self._style = fields, style

    def _shown(self, text: str) -> str:
        return draw(text, self._font) if is_symbol_font(self._font) else plain(text)

    def _is_silent(self) -> bool:
        return any(silent for silent, _drawn in self._silent)

    def _add(self, text: str) -> None:
        if not (self._silent and self._is_silent()):
            self._text.append(text)

    def _paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find(P_PR)
        self._style = None if properties is None else value(properties, P_STYLE)
        self._walk(paragraph)
        if not runs_on(paragraph, properties, self._style, self._styles):
            self._flush()

    def _field(self, mark: Element) -> None:
        kind = self._marks.get(mark)
        if kind is Mark.BEGIN:
            drawn = self._drawn.get(mark)
            self._add(drawn or "")
            self._silent.append((True, drawn is not None))
        elif kind is Mark.SEPARATE and self._silent:
            drawn_instead = self._silent[-1][1]
            self._silent[-1] = (drawn_instead, drawn_instead)
        elif kind is Mark.END and self._silent:
            self._silent.pop()


def count_part(sources: Sources, part: Part, container: Element) -> int:
    """Return the words in ``container`` of ``part``, with those of the notes it calls."""
    counter = _Counter(part, sources.styles, sources.package)
    counter.count(container)
    called = [found for key in counter.notes if (found := sources.notes.get(key)) is not None]
    return counter.words + sum(count_part(sources, *note) for note in called)


def count_body(sources: Sources) -> int:
    """Return the words of the body with its notes, and of all comments."""
    return count_part(sources, sources.main, sources.body) + sum(
        count_part(sources, *comment) for comment in sources.comments.values()
    )
