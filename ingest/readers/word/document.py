"""A document put together: its blocks in order, each with its place and its words, and what there is to say of it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from ingest.model import Finding, Level, Place, SourceCell, SourceDocument, SourceParagraph, SourceTable, Where
from ingest.readers.word.changes import report_changes
from ingest.readers.word.content import Content, comment_of, flatten, read_cell
from ingest.readers.word.count import count_body
from ingest.readers.word.frames import unframe
from ingest.readers.word.headers import find_openings, find_sections
from ingest.readers.word.joins import JoinedTable, join_tables
from ingest.readers.word.margins import Margins, read_margins
from ingest.readers.word.pieces import NOTHING, Block, Cell, Hanging, Paragraph, Table
from ingest.readers.word.rare import take_in_chunks
from ingest.readers.word.settling import Hidden, settle
from ingest.readers.word.sources import Part, Sources
from ingest.readers.word.story import StoryReader
from ingest.words import count_words

SHOWN_ON_PAPER = (Where.HEADER, Where.FOOTER)

HIDDEN_TEXT = "The document has hidden text, which Word does not show; it is listed with the words left over."

SourceBlock = SourceParagraph | SourceTable


def build_document(sources: Sources, sha256: str) -> SourceDocument:
    """Return the document of ``sources``: page headers, the body, page footers, hidden text."""
    take_in_chunks(sources, sources.text_parts())
    sections = find_sections(sources)
    sources.openings = find_openings(sections)
    body = StoryReader(sources, sources.main).read(sources.body)
    margins = read_margins(sources, sections)
    blocks = _Assembler(sources, margins).assemble(body)
    words = count_body(sources) + margins.words
    return SourceDocument(
        path=sources.name,
        sha256=sha256,
        format="docx",
        blocks=blocks,
        words=words,
        findings=(
            *sources.findings.values(),
            *_findings(sources, (*sources.text_parts(), *margins.parts), blocks, words),
        ),
        is_partial=sources.is_partial or bool(sources.package.damaged),
    )


def _findings(sources: Sources, parts: tuple[Part, ...], blocks: tuple[SourceBlock, ...], words: int) -> list[Finding]:
    place = Place(sources.name)
    findings = []
    changes = report_changes([part.root for part in parts], sources.name)
    if changes is not None:
        findings.append(changes)
    if words == 0:
        what = "only pictures" if sources.has_pictures else "nothing to read"
        message = f"The document holds no words, {what}. Ask the sender for it as text."
        findings.append(Finding(Level.PROBLEM, "no-words", message, place))
    if sources.package.damaged:
        names = ", ".join(dict.fromkeys(sources.package.damaged))
        message = f"Parts of the document are damaged and were left out: {names}. Ask the sender for it again."
        findings.append(Finding(Level.PROBLEM, "damaged-parts", message, place))
    given = sum(_words_of(block) for block in blocks)
    if given != words:
        message = (
            f"The document holds {words:,} words and {given:,} were taken from it: some may be missing or there "
            "twice. Compare the rows with the document."
        )
        findings.append(Finding(Level.PROBLEM, "words-differ", message, place))
    return findings


def _words_of(block: SourceBlock) -> int:
    return sum(cell.words for cell in block.cells) if isinstance(block, SourceTable) else block.words


class _Assembler:
    """Turns the blocks of a flow into the document's own, and keeps hidden text for the end."""

    def __init__(self, sources: Sources, margins: Margins) -> None:
        self.blocks: list[SourceBlock] = []
        self.hidden: list[SourceBlock] = []
        self._sources = sources
        self._margins = margins
        self._opened = 0
        self._name = sources.name
        self._tables = 0

    def assemble(self, body: list[Block]) -> tuple[SourceBlock, ...]:
        """Return the document's blocks: those of ``body`` and what stands around them."""
        self._open_sections(1)
        self.add_flow(body, Where.BODY)
        self._open_sections(len(self._margins.before))
        self.add_loose_comments()
        for margin in self._margins.after:
            self.add_margin(margin.blocks, margin.where)
        return (*self.blocks, *self.hidden)

    def _open_sections(self, count: int) -> None:
        """Tell what stands around the text of the sections up to the one numbered ``count``, from 1."""
        for section in self._margins.before[self._opened : count]:
            for margin in section:
                self.add_margin(margin.blocks, margin.where)
        self._opened = max(self._opened, count)

    def add_flow(self, blocks: list[Block], where: Where) -> None:
        """Take in the flow of the body or of a text box."""
        for block in join_tables(unframe(blocks)):
            if not isinstance(block, Paragraph):
                self._add_table(block)
            elif block.opens_section:
                self._open_sections(block.opens_section + 1)
            else:
                self._add_paragraph(block, where)

    def add_margin(self, blocks: list[Block], where: Where) -> None:
        """Take in a page header or footer, in which tables only hold paragraphs in place."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self._add_paragraph(block, where)
            else:
                for cell in block.cells:
                    self.add_margin(cell.blocks, where)
                self.add_margin(block.strays, where)

    def add_loose_comments(self) -> None:
        """Take in the comments no visible text calls."""
        reader = StoryReader(self._sources, self._sources.main)
        for key in self._sources.comments:
            remark = self._sources.take_comment(key, reader.read_aside)
            if remark is not None:
                comment, words = comment_of(remark)
                self._add(comment.text, Where.COMMENT, words)

    def _add(self, text: str, where: Where, words: int) -> None:
        if text:
            self.blocks.append(SourceParagraph(text, Place(self._name), where, words=words))

    def _add_paragraph(self, paragraph: Paragraph, where: Where) -> None:
        line = settle(paragraph)
        place = Place(self._name)
        if line.text:
            links = tuple(paragraph.hanging.links)
            self.blocks.append(SourceParagraph(line.text, place, where, paragraph.level, links, line.words))
        self._add("\n".join(line.struck), Where.STRUCK, line.struck_words)
        self._hide(line.hidden, place)
        if paragraph.hanging is not NOTHING:
            self._add_hanging(paragraph.hanging, where)

    def _add_hanging(self, hanging: Hanging, where: Where) -> None:
        for sign in hanging.signs:
            self._add(sign, Where.WATERMARK if where in SHOWN_ON_PAPER else Where.TEXT_BOX, count_words(sign))
        for box in hanging.boxes:
            if where in SHOWN_ON_PAPER:
                self.add_margin(box, where)
            else:
                self.add_flow(box, Where.TEXT_BOX)
        for note in hanging.notes:
            text, words = flatten(note)
            self._add(text, Where.NOTE, words)
        for remark in hanging.remarks:
            comment, words = comment_of(remark)
            self._add(comment.text, Where.COMMENT, words)

    def _hide(self, hidden: Iterable[Hidden], place: Place) -> None:
        for passage in hidden:
            self.hidden.append(SourceParagraph(passage.text, place, Where.HIDDEN, words=passage.words))
            if not passage.is_prompt:
                self._sources.find(Level.NOTE, "hidden-text", HIDDEN_TEXT)

    def _add_table(self, joined: JoinedTable) -> None:
        table = joined.table
        if table.cells:
            self._tables += 1
            place = Place(self._name, table=self._tables)
            row_places = tuple([Place(self._name, None, self._tables, row + 1) for row in range(table.n_rows)])
            self.blocks.append(self._build_table(table, place, row_places))
        for row in joined.repeated:
            self._add_repeated(row)
        self.add_flow(table.strays, Where.BODY)

    def _build_table(self, table: Table, place: Place, row_places: tuple[Place, ...]) -> SourceTable:
        cells = [
            _build_plain_cell(cell, cell.content)
            if isinstance(cell.content, str)
            else self._build_read_cell(cell, row_places[cell.row])
            for cell in table.cells
        ]
        return SourceTable(
            place=place,
            cells=tuple(cells),
            n_rows=table.n_rows,
            n_cols=table.n_cols,
            row_places=row_places,
            heading_rows=len(list(takewhile(bool, table.headings))),
        )

    def _build_read_cell(self, cell: Cell, place: Place) -> SourceCell:
        content = read_cell(cell)
        self._hide(content.hidden, place)
        return _build_cell(cell, content)

    def _add_repeated(self, row: list[Cell]) -> None:
        contents = [read_cell(cell) for cell in row]
        text = "\t".join(content.text for content in contents)
        self._add(text, Where.REPEATED_HEADING, sum(content.words for content in contents))
        for content in contents:
            self._hide(content.hidden, Place(self._name))


def _build_plain_cell(cell: Cell, text: str) -> SourceCell:
    return SourceCell(
        cell.row + 1, cell.col + 1, text.strip(), cell.rowspan, cell.span, fill=cell.fill, words=cell.words
    )


def _build_cell(cell: Cell, content: Content) -> SourceCell:
    return SourceCell(
        row=cell.row + 1,
        col=cell.col + 1,
        text=content.text,
        rowspan=cell.rowspan,
        colspan=cell.span,
        struck=tuple(content.struck),
        fill=cell.fill or content.colour,
        ink=content.ink,
        links=tuple(content.links),
        comments=tuple(content.comments),
        pictures=tuple(content.pictures),
        note="\n".join(content.notes),
        words=content.words,
        tags=cell.tags,
        prompts=tuple(each.text for each in content.hidden if each.is_prompt),
        number=content.number,
    )
