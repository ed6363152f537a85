"""The inside of a paragraph, read once from left to right.

Every element either gives text, is passed through, or is known to hold none; what is not known is passed through, so
that no text is lost.
"""

from __future__ import annotations

from collections.abc import Callable

from ingest.model import Hyperlink, Level
from ingest.readers.word.alternatives import ALTERNATE, choose
from ingest.readers.word.diagrams import read_diagram
from ingest.readers.word.fields import FIELD_CHAR, FORM_DATA, FieldStack, Mark, link_address
from ingest.readers.word.markup import MATH, W14, Element, R, has_switch, w
from ingest.readers.word.pieces import Block, Kind, Paragraph, Piece
from ingest.readers.word.rare import read_shape, signs_around
from ingest.readers.word.sources import Part, Sources
from ingest.readers.word.styles import NO_LOOK, R_PR, RunLook
from ingest.symbols import draw, draw_code, is_symbol_font, plain

TEXT, RUN, MATH_TEXT, MATH_RUN, FORMULA = w("t"), w("r"), f"{{{MATH}}}t", f"{{{MATH}}}r", f"{{{MATH}}}oMath"
IN_FORMULA = f"{{{MATH}}}"
SDT, SDT_PR, SDT_CONTENT, CHECKBOX = w("sdt"), w("sdtPr"), w("sdtContent"), f"{{{W14}}}checkbox"
SHOWS_PROMPT = w("showingPlcHdr")
IGNORED = frozenset(
    w(name)
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "rubyPr", "delText", "delInstrText",
        "lastRenderedPageBreak", "proofErr", "bookmarkStart", "bookmarkEnd", "softHyphen", "footnoteRef",
        "endnoteRef", "annotationRef", "separator", "continuationSeparator",
    )
)  # fmt: skip
"""Elements without text that is shown. A soft hyphen is only a place where a line may break."""
SIGNS: dict[str, str] = {
    w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-",
}  # fmt: skip
"""Elements that stand for one character (17.3.3)."""
SHAPES = (w("drawing"), w("pict"), w("object"))
DELETIONS = (w("del"), w("moveFrom"))
REMARK_ID = w("id")
PLAIN_LOOK = RunLook()


class InlineReader:
    """Reads the paragraphs of one part of the document, one after the other; a field may run over several."""

    def __init__(self, sources: Sources, part: Part, read_aside: Callable[[Part, Element], list[Block]]) -> None:
        """Take what the part is read with, and how to read what hangs on it: text boxes, notes, comments."""
        self.sources = sources
        self.placeholders = 0
        """How many content controls around this point show only their prompt."""
        self.table_look = NO_LOOK
        """What the style of the table around this point says of the text at this place."""
        self._part = part
        self._read_aside = read_aside
        self._fields = FieldStack()
        self._links: list[list[str]] = []
        self._line = Paragraph()
        self._style: str | None = None
        self._look = PLAIN_LOOK
        self._handlers = self._list_handlers()

    def read(self, paragraph: Element, line: Paragraph, style: str | None) -> None:
        """Read ``paragraph``, of the paragraph style ``style``, on to the end of ``line``."""
        self._line, self._style = line, style
        self._walk(paragraph)

    def read_loose(self, element: Element, line: Paragraph) -> None:
        """Read an element that stands where only paragraphs should on to the end of ``line``."""
        self._line, self._style = line, None
        self._handlers.get(element.tag, self._walk)(element)

    @property
    def is_watching(self) -> bool:
        """Return whether something around this point decides what becomes of a text: a prompt, a field, a comment."""
        return bool(self.placeholders or self._fields.fields or self.sources.open_comments)

    def read_plain(self, text: str, *, is_bold: bool, line: Paragraph) -> None:
        """Read ``text``, which has no other look than bold or not, on to the end of ``line``."""
        self._line = line
        self._look = RunLook(bold=is_bold)
        self._add(text)

    def end_line(self) -> None:
        """End a paragraph for the words that run on over its end: those under a comment, and those of a link."""
        for key in self.sources.open_comments:
            self.sources.commented[key].append("\n")
        for entry in self._fields.fields:
            if entry.linked:
                entry.linked.append("\n")

    def mark_comment(self, element: Element) -> None:
        """Begin or end the words a comment is attached to (17.13.4.3 and 17.13.4.4)."""
        key = element.get(REMARK_ID, "")
        if element.tag == w("commentRangeStart"):
            self.sources.open_comments.add(key)
            self.sources.commented.setdefault(key, [])
        else:
            self.sources.open_comments.discard(key)

    def _list_handlers(self) -> dict[str, Callable[[Element], None]]:
        handlers: dict[str, Callable[[Element], None]] = {
            RUN: self._run, MATH_RUN: self._run, TEXT: self._text, MATH_TEXT: self._text, w("sym"): self._symbol,
            w("hyperlink"): self._hyperlink, w("fldSimple"): self._simple_field, FIELD_CHAR: self._field_mark,
            w("instrText"): self._instruction, SDT: self._control, ALTERNATE: self._alternate,
            w("footnoteReference"): self._note, w("endnoteReference"): self._note,
            w("commentReference"): self._remark, w("commentRangeStart"): self.mark_comment,
            w("commentRangeEnd"): self.mark_comment, FORMULA: self._formula,
        }  # fmt: skip
        handlers |= dict.fromkeys(SIGNS, self._sign) | dict.fromkeys(SHAPES, self._shape)
        return handlers | dict.fromkeys(DELETIONS, self._deletion) | dict.fromkeys(IGNORED, _ignore)

    def _walk(self, element: Element) -> None:
        for child in element:
            self._handlers.get(child.tag, self._walk)(child)

    def _run(self, run: Element) -> None:
        properties = run.find(R_PR)
        self._look = self.sources.styles.run(self._style, properties, self.table_look)
        for child in run:
            tag = child.tag
            if tag == TEXT:
                self._text(child)
            elif tag != R_PR:
                self._handlers.get(tag, self._walk)(child)

    def _text(self, element: Element) -> None:
        text = element.text or ""
        self._add(draw(text, self._look.font) if is_symbol_font(self._look.font) else plain(text))

    def _sign(self, element: Element) -> None:
        self._add(SIGNS[element.tag])

    def _symbol(self, element: Element) -> None:
        self._add(draw_code(element.get(w("char"), ""), element.get(w("font"))))

    def _add(self, text: str) -> None:
        if not text:
            return
        if self._fields.fields and self._fields.is_silent:
            self._fields.say(text)
            return
        kind = self._kind()
        self._line.pieces.append(Piece(text, kind, self._look.fill, bool(self._look.bold), self._ink()))
        if kind is Kind.SHOWN:
            for words in self._links:
                words.append(text)
            for entry in self._fields.fields:
                if entry.linked is not None:
                    entry.linked.append(text)
        for key in self.sources.open_comments:
            self.sources.commented[key].append(text)

    def _ink(self) -> str | None:
        """Return the colour of the letters; that of a link says no more than that it is one."""
        is_link = self._look.ink and (self._links or any(each.linked is not None for each in self._fields.fields))
        return None if is_link else self._look.ink or None

    def _kind(self) -> Kind:
        if self.placeholders:
            return Kind.PLACEHOLDER
        if self._look.vanish:
            return Kind.HIDDEN
        return Kind.STRUCK if self._look.is_struck else Kind.SHOWN

    def _hyperlink(self, element: Element) -> None:
        target = self._part.relationships.get(element.get(f"{{{R}}}id", ""))
        anchor = element.get(w("anchor"))
        address = (target.target if target is not None else "") + (f"#{anchor}" if anchor else "")
        words: list[str] = []
        self._links.append(words)
        pictures = len(self._line.hanging.pictures)
        self._walk(element)
        self._links.pop()
        named = " ".join(self._line.hanging.pictures[pictures:])
        is_said = any(link.url == address for link in self._line.hanging.links)
        self._link("".join(words) or ("" if is_said else named), address)  # what leads there may be a picture

    def _link(self, text: str, address: str) -> None:
        if text.strip() and address:
            self._line.hang().links.append(Hyperlink(text.strip(), address))

    def _simple_field(self, element: Element) -> None:
        """Read ``w:fldSimple``, whose content is its result (17.16.19)."""
        address = link_address(element.get(w("instr"), ""))
        words: list[str] = []
        self._links.append(words)
        self._add(self._part.drawn.get(element, ""))
        for child in element:
            if child.tag != FORM_DATA:
                self._handlers.get(child.tag, self._walk)(child)
        self._links.pop()
        self._link("".join(words), address or "")

    def _field_mark(self, element: Element) -> None:
        mark = self._part.marks.get(element)
        if mark is Mark.BEGIN:
            drawn = self._part.drawn.get(element)
            self._add(drawn or "")
            self._fields.begin(is_drawn=drawn is not None)
        elif mark is Mark.SEPARATE and self._fields.fields:
            self._fields.separate()
        elif mark is Mark.END and self._fields.fields:
            ended = self._fields.end()
            if ended.linked is not None:
                self._link("".join(ended.linked), link_address(ended.instruction) or "")

    def _instruction(self, element: Element) -> None:
        self._fields.instruct(element.text or "")

    def _control(self, control: Element) -> None:
        """Read a content control (17.5.2): a prompt nobody replaced is no answer; a box without a sign is drawn."""
        properties = control.find(SDT_PR)
        is_prompt = has_switch(properties, SHOWS_PROMPT)
        before = len(self._line.pieces)
        self.placeholders += is_prompt
        for content in control.findall(SDT_CONTENT):
            self._walk(content)
        self.placeholders -= is_prompt
        box = None if properties is None else properties.find(CHECKBOX)
        if box is not None and len(self._line.pieces) == before:
            checked = box.find(f"{{{W14}}}checked")
            state = "0" if checked is None else checked.get(f"{{{W14}}}val", "1")
            self._add("☒" if state in {"1", "true", "on"} else "☐")

    def _alternate(self, element: Element) -> None:
        chosen = choose(element)
        if chosen is not None:
            self._walk(chosen)

    def _formula(self, element: Element) -> None:
        """Read a formula, or a part of one that is no run, with the signs around it."""
        before, after = signs_around(element)
        first = next(element.iter(MATH_RUN), None)
        if first is not None:
            self._look = self.sources.styles.run(self._style, first.find(R_PR), self.table_look)
        self._add(before)
        for child in element:
            tag = child.tag
            self._handlers.get(tag, self._formula if tag.startswith(IN_FORMULA) else self._walk)(child)
        self._add(after)

    def _deletion(self, _element: Element) -> None:
        self._line.had_deletions = True

    def _note(self, element: Element) -> None:
        kind = "footnotes" if element.tag == w("footnoteReference") else "endnotes"
        found = self.sources.notes.get((kind, element.get(REMARK_ID, "")))
        if found is not None and not self._fields.is_silent:
            self._line.hang().notes.append(self.sources.read_aside(*found, self._read_aside))

    def _remark(self, element: Element) -> None:
        key = element.get(REMARK_ID, "")
        # The words end here at the latest, or a comment whose end is lost would run to the end of the document.
        self.sources.open_comments.discard(key)
        remark = self.sources.take_comment(key, self._read_aside)
        if remark is not None:
            self._line.hang().remarks.append(remark)

    def _shape(self, element: Element) -> None:
        if self._fields.is_silent:
            return
        shape = read_shape(element, self._part.relationships, self.sources.package)
        hanging = self._line.hang()
        # The picture of a control without one only asks for it.
        shape.pictures = [] if self.placeholders else shape.pictures
        hanging.pictures += shape.pictures
        hanging.links += [link for link in shape.links if link not in hanging.links]
        self.sources.has_pictures = self.sources.has_pictures or bool(shape.pictures)
        hanging.signs += shape.signs
        hanging.boxes += [self.sources.read_aside(self._part, box, self._read_aside) for box in shape.boxes]
        for diagram in shape.diagrams:
            hanging.signs += read_diagram(diagram, self._part.relationships, self.sources.package)
            message = "The document holds a chart or diagram: its words were read, what it draws was not."
            self.sources.find(Level.CHECK, "diagram", message)


def _ignore(_element: Element) -> None:
    """Pass over an element without text."""
