"""A document understood: whose returns it holds, their updates, and where every word of it went."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from ingest.model import Finding, Level, SourceDocument, SourceParagraph, SourceTable, Where
from normalize.agencies import find_agency, guess_agency, resolve_agency
from normalize.columns import HeadingBook, names_a_group, read_kind
from normalize.grid import Row, read_rows
from normalize.layout import Columns, LaidRow, Role, is_key_value_table, lay_out
from normalize.model import AgencyReturn, LeftOver, ReturnedDocument, Update, WordSum
from normalize.particulars import Particular, Particulars, read_label, split_particulars
from normalize.updates import continued, make_update, names_nothing
from normalize.vocabulary import Vocabulary

LONGEST_TITLE = 20
"""A paragraph of more words than this is prose, in which an agency's name may stand by chance."""
_PARTICULAR_PLACES = frozenset({Where.BODY, Where.HEADER, Where.FOOTER, Where.TEXT_BOX, Where.FIELD})


def understand(source: SourceDocument, vocabulary: Vocabulary | None = None) -> ReturnedDocument:
    """Return the returns in ``source`` and an account of all its words, in the terms of ``vocabulary``."""
    return _Understanding(source, vocabulary or Vocabulary()).result()


@dataclass
class _Section:
    """A return in the making."""

    particulars: Particulars = field(default_factory=Particulars)
    titles: list[str] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    kind: str = ""


class _Understanding:
    """One walk through a document, block by block."""

    def __init__(self, source: SourceDocument, vocabulary: Vocabulary) -> None:
        self._source = source
        self._vocabulary = vocabulary
        self._book = HeadingBook(vocabulary.headings)
        self._sections = [_Section()]
        self._columns: Columns | None = None
        self._open: Particular | None = None
        self._left_over: list[LeftOver] = []
        self._findings: list[Finding] = []
        self._row_words = 0
        self._particular_words = 0

    def result(self) -> ReturnedDocument:
        for block in self._source.blocks:
            if isinstance(block, SourceTable):
                self._take_table(block)
            else:
                self._take_paragraph(block)
        left_over = sum(each.words for each in self._left_over)
        return ReturnedDocument(
            source=self._source,
            returns=tuple(self._make_return(section) for section in self._sections),
            words=WordSum(self._source.words, self._row_words, self._particular_words, left_over),
            left_over=tuple(self._left_over),
            findings=(*self._source.findings, *self._findings),
        )

    @property
    def _section(self) -> _Section:
        return self._sections[-1]

    # Paragraphs

    def _take_paragraph(self, paragraph: SourceParagraph) -> None:
        """Give a paragraph to the particulars where it belongs there, and else to the words left over."""
        if paragraph.where is Where.REPEATED_HEADING or (
            paragraph.where in _PARTICULAR_PLACES
            and self._take_lines(paragraph.text, is_heading=paragraph.level is not None)
        ):
            self._particular_words += paragraph.words
        else:
            self._note_title(paragraph)
            self._leave(paragraph)

    def _take_lines(self, text: str, *, is_heading: bool = False) -> bool:
        """Read labelled lines; return whether all of the text went into the particulars."""
        taken = [self._take_line(line, is_heading=is_heading) for line in text.split("\n") if line.strip()]
        return bool(taken) and all(taken)

    def _take_line(self, line: str, *, is_heading: bool) -> bool:
        parts = split_particulars(line)
        if parts[0][0] is None:
            return self._continue_label(line, is_heading=is_heading)
        for label, value in parts:
            if label is not None:
                self._fill(label, value)
        return True

    def _fill(self, label: Particular, value: str) -> None:
        """Enter a particular; the name of an agency where there already are rows or a name begins another return."""
        if label is Particular.AGENCY and (self._section.updates or self._section.particulars.agency):
            self._begin_section(value)
        self._section.particulars = self._section.particulars.added(label, value)
        self._open = label if label is Particular.SUMMARY or not value else None

    def _begin_section(self, agency: str) -> None:
        """Begin another return unless the same agency is only named again."""
        if agency != self._section.particulars.agency:
            self._sections.append(_Section())
            self._columns = None
        else:
            self._section.particulars = Particulars().filled_from(self._section.particulars)

    def _continue_label(self, line: str, *, is_heading: bool) -> bool:
        """Add an unlabelled line to the label left open above it; a heading closes that."""
        if self._open is None or is_heading or names_a_group(line):
            self._open = None
            return False
        self._section.particulars = self._section.particulars.added(self._open, line)
        if self._open is not Particular.SUMMARY:
            self._open = None
        return True

    def _note_title(self, paragraph: SourceParagraph) -> None:
        """Remember what a title or heading says of the agency and of the kind of what follows."""
        if len(paragraph.text.split()) > LONGEST_TITLE or paragraph.where not in _PARTICULAR_PLACES:
            return
        self._section.titles.append(paragraph.text)
        if paragraph.where is Where.BODY and names_a_group(paragraph.text):
            self._section.kind = read_kind(paragraph.text) or self._section.kind

    def _leave(self, paragraph: SourceParagraph) -> None:
        if paragraph.text.strip() or paragraph.words:
            self._left_over.append(LeftOver(paragraph.place, paragraph.text, paragraph.words))

    # Tables

    def _take_table(self, table: SourceTable) -> None:
        self._open = None
        rows = read_rows(table)
        if is_key_value_table(rows):
            self._take_key_values(rows)
            return
        inherited = self._columns if self._columns and len(self._columns.fields) == table.n_cols else None
        laid = lay_out(rows, self._book, columns=inherited, kind=self._section.kind)
        for each in laid:
            self._take_row(each)
        self._columns = laid[-1].columns if laid else None
        self._name_unknown_headings(laid)

    def _take_key_values(self, rows: tuple[Row, ...]) -> None:
        for row in rows:
            self._take_labelled_row(row)
            self._particular_words += row.words

    def _take_labelled_row(self, row: Row) -> None:
        """Enter a row of a label and its value, or of cells that each hold labelled lines."""
        cells = row.filled
        label = read_label(cells[0].text.split("\n")[0]) if cells else None
        if label is None or len(cells) == 1:
            for cell in cells:
                self._take_lines(cell.text)
            self._open = None
            return
        for value in cells[1:]:
            self._fill(label, value.text)
        self._open = None

    def _take_row(self, laid: LaidRow) -> None:
        row = laid.row
        match laid.role:
            case Role.ANSWER if laid.columns:
                self._take_answer(laid, laid.columns)
            case Role.PARTICULARS:
                self._take_labelled_row(row)
                self._particular_words += row.words
            case Role.HEADING | Role.GROUP:
                self._particular_words += row.words
            case _ if row.words:
                text = "\t".join(cell.text for cell in row.own if cell.text.strip())
                self._left_over.append(LeftOver(row.place, text, row.words))
            case _:
                pass

    def _take_answer(self, laid: LaidRow, columns: Columns) -> None:
        update = make_update(laid, columns, self._vocabulary)
        before = self._section.updates[-1] if self._section.updates else None
        if names_nothing(update) and before and before.place.table == update.place.table:
            update = continued(update, before)
        self._section.updates.append(update)
        self._row_words += laid.row.words

    def _name_unknown_headings(self, laid: tuple[LaidRow, ...]) -> None:
        """Say which headings of a table are not known, so that the board can add them to its own words."""
        for each in laid:
            if each.role is Role.HEADING and each.columns:
                unknown = [
                    text
                    for text, named in zip(each.columns.headings, each.columns.fields, strict=True)
                    if text and named is None
                ]
                for heading in dict.fromkeys(unknown):
                    message = (
                        f'The heading "{heading}" is not one roundbook knows; its column is kept as written. '
                        "To use it, add it under [headings] in roundbook.toml."
                    )
                    self._findings.append(Finding(Level.NOTE, "unknown-heading", message, each.row.place))

    # Agencies

    def _make_return(self, section: _Section) -> AgencyReturn:
        as_written = section.particulars.agency
        if as_written:
            agency = resolve_agency(as_written, self._vocabulary)
        else:
            agency, as_written = self._agency_from_titles(section)
        return AgencyReturn(
            agency=agency,
            agency_as_written=as_written,
            provided_by=section.particulars.provided_by,
            reviewed_by=section.particulars.reviewed_by,
            evidence=section.particulars.evidence,
            summary=section.particulars.summary,
            updates=tuple(section.updates),
        )

    def _agency_from_titles(self, section: _Section) -> tuple[str, str]:
        """Return the agency that a page header, a title or else the file's name names, and the words that name it."""
        look = find_agency if self._vocabulary.agencies else guess_agency
        for title in section.titles:
            agency, as_written = look(title, self._vocabulary)
            if agency:
                return agency, as_written
        agency, _ = look(PurePosixPath(self._source.path).stem, self._vocabulary)
        return agency, ""
