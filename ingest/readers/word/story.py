"""The flow of a part of the document: paragraphs and tables one after the other, in the final view."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.errors import UnreadableError
from ingest.model import Level
from ingest.readers.word.alternatives import ALTERNATE, choose
from ingest.readers.word.colours import shading
from ingest.readers.word.inline import RUN, SDT, SDT_CONTENT, SDT_PR, SHOWS_PROMPT, InlineReader
from ingest.readers.word.markup import MATH, Element, has_switch, value, w
from ingest.readers.word.numbering import NO_LABEL, Tally
from ingest.readers.word.paragraph_ends import is_mark_deleted, is_mark_hidden, runs_on
from ingest.readers.word.pieces import Block, Cell, Kind, Paragraph, Row
from ingest.readers.word.sources import Chunk, Part, Sources
from ingest.readers.word.styles import P_PR, SHD, ParagraphLook, RunLook, outline_level
from ingest.readers.word.tables import COMMENT_MARKS, read_table

P, TBL, P_STYLE, SECTION = w("p"), w("tbl"), w("pStyle"), w("sectPr")
NOT_CONTENT = frozenset({SECTION, SDT_PR, w("sdtEndPr"), w("customXmlPr"), w("tcPr"), w("del"), w("moveFrom")})
LOOSE = frozenset({RUN, w("hyperlink"), w("fldSimple"), f"{{{MATH}}}oMathPara", f"{{{MATH}}}oMath"})
"""Text that stands where only paragraphs should."""
LINKED = {w("altChunk"): "another document is placed inside it", w("subDoc"): "part of it is in another file"}
TAKEN_IN = "Another document is placed inside it, which Word shows as a part of it; it was read as that."
DEEPEST_TABLE = 60
"""Tables one inside the other; the deepest in use are three or four, and Word itself stops short of this."""


class StoryReader:
    """Reads the flow of one part: its blocks, and those of the cells and boxes in it."""

    def __init__(self, sources: Sources, part: Part, depth: int = 0) -> None:
        """Take what the part is read with, and how many tables lie around it."""
        self._sources = sources
        self._part = part
        self._depth = depth
        self._inline = InlineReader(sources, part, self.read_aside)
        self._blocks: list[Block] = []
        self._pending: tuple[Paragraph, Element | None, str | None] | None = None
        """A paragraph that runs on into the next."""

    def read(self, container: Iterable[Element]) -> list[Block]:
        """Return the blocks in ``container``: the body, a cell, a text box, a note."""
        outer, self._blocks = self._blocks, []
        outer_pending, self._pending = self._pending, None
        self._walk(container)
        self._settle()
        found, self._blocks, self._pending = self._blocks, outer, outer_pending
        return found

    def read_below(self, container: Iterable[Element]) -> list[Block]:
        """Return the blocks of a cell, one table deeper."""
        if self._depth >= DEEPEST_TABLE:
            reason = "Its tables lie one inside the other so often that they cannot be followed."
            advice = "Open it in Word, copy the table with the recommendations to a new document, and send that."
            raise UnreadableError("nesting", reason, advice)
        self._depth += 1
        found = self.read(container)
        self._depth -= 1
        return found

    def read_block(self, element: Element) -> list[Block]:
        """Return the blocks that a paragraph or table comes to which lies in a table, and in none of its cells."""
        return self.read_below((element,))

    def plain_rows(self, element: Element) -> list[Row]:
        """Return the rows that were taken out of the tree at ``element`` while it was parsed, if any were."""
        taken = self._part.plain_rows.get(element)
        if taken is None:
            return []
        if self._inline.is_watching:
            for row in taken.rows:
                for cell in row.cells:
                    self._read_again(cell)
        return taken.rows

    def _read_again(self, cell: Cell) -> None:
        """Read a plain cell that lies in a field, a prompt or the words under a comment."""
        if isinstance(cell.content, str):
            line = Paragraph()
            self._inline.read_plain(cell.content, is_bold=cell.is_bold, line=line)
            self._inline.end_line()
            cell.content = [line]

    def count_prompts(self, change: int) -> None:
        """Enter (1) or leave (-1) a content control around rows or cells that shows only its prompt."""
        self._inline.placeholders += change

    def dress(self, look: RunLook) -> RunLook:
        """Let the style of a table say ``look`` of the text from here on; return what was said before."""
        before, self._inline.table_look = self._inline.table_look, look
        return before

    def mark_comment(self, element: Element) -> None:
        """Begin or end the words a comment is attached to; the mark may stand between paragraphs, rows or cells."""
        self._inline.mark_comment(element)

    def tally(self) -> Tally:
        """Return how far every list has counted."""
        return self._sources.numbering.tally()

    def set_back(self, tally: Tally) -> None:
        """Let every list count on from ``tally``: what was numbered since is not shown."""
        self._sources.numbering.set_back(tally)

    def read_aside(self, part: Part, container: Element) -> list[Block]:
        """Return the blocks of what hangs on a paragraph: a text box, a note, a comment."""
        return StoryReader(self._sources, part, self._depth).read(container)

    def _walk(self, container: Iterable[Element]) -> None:
        for child in container:
            tag = child.tag
            if tag == P:
                self._paragraph(child)
            elif tag == TBL:
                self._settle()
                self._blocks.append(read_table(child, self, self._sources.styles))
            elif tag == SDT:
                self._control(child)
            elif tag in LOOSE:
                self._loose(child)
            elif tag not in NOT_CONTENT:
                self._rare(child, tag)

    def _rare(self, child: Element, tag: str) -> None:
        if tag in COMMENT_MARKS:
            self.mark_comment(child)
        elif child in self._part.chunks:
            self._chunk(self._part.chunks[child])
        elif tag in LINKED:
            self._report_missing(LINKED[tag])
        else:
            chosen = choose(child) if tag == ALTERNATE else child
            self._walk(chosen if chosen is not None else ())

    def _chunk(self, chunk: Chunk) -> None:
        self._settle()
        self._blocks += chunk.blocks
        self._sources.find(Level.CHECK, "placed-inside", TAKEN_IN)

    def _control(self, control: Element) -> None:
        is_prompt = has_switch(control.find(SDT_PR), SHOWS_PROMPT)
        self._inline.placeholders += is_prompt
        for content in control.findall(SDT_CONTENT):
            self._walk(content)
        self._inline.placeholders -= is_prompt

    def _paragraph(self, element: Element) -> None:
        p_pr = element.find(P_PR)
        style = None if p_pr is None else value(p_pr, P_STYLE)
        line, self._pending = (self._pending[0] if self._pending else Paragraph()), None
        self._inline.read(element, line, style)
        if runs_on(element, p_pr, style, self._sources.styles):
            self._run_on(line, p_pr, style)
        else:
            self._finish(line, p_pr, style)
            self._open_section(element)

    def _open_section(self, element: Element) -> None:
        if element in self._sources.openings:
            self._blocks.append(Paragraph(opens_section=self._sources.openings[element]))

    def _run_on(self, line: Paragraph, p_pr: Element | None, style: str | None) -> None:
        if p_pr is not None and is_mark_deleted(p_pr):
            line.had_deletions = True
        elif line.label is NO_LABEL:
            # A hidden mark leaves the number before the paragraph; a deleted one takes it away.
            self._number(line, p_pr, self._sources.styles.paragraph(style))
        self._pending = (line, p_pr, style)

    def _loose(self, element: Element) -> None:
        line, p_pr, style = self._pending or (Paragraph(), None, None)
        self._inline.read_loose(element, line)
        self._pending = (line, p_pr, style)

    def _settle(self) -> None:
        """End a paragraph that has no next one to go on in; one with nothing left was deleted whole."""
        if self._pending is None:
            return
        (line, p_pr, style), self._pending = self._pending, None
        if not line.is_nothing():
            self._finish(line, p_pr, style)

    def _finish(self, line: Paragraph, p_pr: Element | None, style: str | None) -> None:
        look = self._sources.styles.paragraph(style)
        line.fill = look.fill
        if p_pr is not None:
            line.fill = shading(p_pr.find(SHD), self._sources.theme) or look.fill
        line.level = outline_level(p_pr, look)
        if line.label is NO_LABEL and not self._is_hidden(line, p_pr, style):
            self._number(line, p_pr, look)
        self._blocks.append(line)
        self._inline.end_line()

    def _number(self, line: Paragraph, p_pr: Element | None, look: ParagraphLook) -> None:
        label = self._sources.numbering.label(p_pr, look)
        # A bullet before nothing, or a number whose text was deleted, says nothing; a number alone may be all there is.
        if label.text and not ((label.is_bullet or line.had_deletions) and not line.has_text()):
            line.label = label

    def _is_hidden(self, line: Paragraph, p_pr: Element | None, style: str | None) -> bool:
        is_nothing_shown = all(piece.kind is Kind.HIDDEN for piece in line.pieces)
        return is_nothing_shown and is_mark_hidden(p_pr, style, self._sources.styles)

    def _report_missing(self, what: str) -> None:
        self._sources.is_partial = True
        message = f"Some of the document is missing: {what}. Open it in Word and save it as a new .docx."
        self._sources.find(Level.PROBLEM, "missing-content", message)
