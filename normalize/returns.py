"""A document understood: whose returns it holds, their updates, and where every word of it went."""

from __future__ import annotations

from pathlib import PurePosixPath

from ingest.model import Finding, Level, SourceDocument, SourceParagraph, SourceTable, Where
from normalize.agencies import find_agency, guess_agency, resolve_agency
from normalize.columns import HeadingBook
from normalize.contents import agency_between, read_contents
from normalize.grid import Row, read_rows
from normalize.layout import Columns, LaidRow, Role, is_key_value_table, lay_out
from normalize.model import AgencyReturn, LeftOver, ReturnedDocument, Update, WordSum
from normalize.sections import Section, Sections
from normalize.updates import continued, make_update, names_nothing
from normalize.vocabulary import Vocabulary

_AROUND_THE_TABLE = frozenset({Where.BODY, Where.HEADER, Where.FOOTER, Where.TEXT_BOX, Where.FIELD})
"""Where particulars and titles stand."""


def understand(source: SourceDocument, vocabulary: Vocabulary | None = None) -> ReturnedDocument:
    """Return the returns in ``source`` and an account of all its words, in the terms of ``vocabulary``."""
    return _Understanding(source, vocabulary or Vocabulary()).result()


class _Understanding:
    """One walk through a document, block by block."""

    def __init__(self, source: SourceDocument, vocabulary: Vocabulary) -> None:
        self._source = source
        self._vocabulary = vocabulary
        self._book = HeadingBook(vocabulary.headings)
        self._sections = Sections()
        self._columns: Columns | None = None
        self._contents: tuple[str, ...] = ()
        self._left_over: list[LeftOver] = []
        self._findings: list[Finding] = []
        self._row_words = 0
        self._particular_words = 0

    def result(self) -> ReturnedDocument:
        """Walk through the document and return what it holds."""
        for block in self._source.blocks:
            if isinstance(block, SourceTable):
                self._take_table(block)
            else:
                self._take_paragraph(block)
        returns = tuple(self._make_return(at, section) for at, section in enumerate(self._sections.all))
        left_over = sum(each.words for each in self._left_over)
        return ReturnedDocument(
            source=self._source,
            returns=returns,
            words=WordSum(self._source.words, self._row_words, self._particular_words, left_over),
            left_over=tuple(self._left_over),
            findings=(*self._source.findings, *self._findings),
        )

    def _take_paragraph(self, paragraph: SourceParagraph) -> None:
        """Give a paragraph to the particulars where it belongs there, and else to the words left over."""
        is_around = paragraph.where in _AROUND_THE_TABLE
        is_heading = paragraph.level is not None
        if paragraph.where is Where.REPEATED_HEADING or (
            is_around and self._sections.take_text(paragraph.text, is_heading=is_heading)
        ):
            self._particular_words += paragraph.words
            return
        if is_around:
            self._sections.note_title(paragraph)
        if paragraph.text.strip():
            self._left_over.append(LeftOver(paragraph.place, paragraph.text, paragraph.words))

    def _take_table(self, table: SourceTable) -> None:
        self._sections.close_label()
        rows = read_rows(table)
        if contents := read_contents(rows):
            self._contents = contents
            self._particular_words += sum(row.words for row in rows)
        elif is_key_value_table(rows):
            self._take_particulars(rows)
        else:
            self._take_rows(rows, table.n_cols)

    def _take_particulars(self, rows: tuple[Row, ...]) -> None:
        for row in rows:
            self._sections.take_labelled_row(row)
            self._particular_words += row.words

    def _take_rows(self, rows: tuple[Row, ...], n_cols: int) -> None:
        """Read a table of answers; one without headings continues the table before it where the columns fit."""
        before = self._columns if self._columns and len(self._columns.fields) == n_cols else None
        laid = lay_out(rows, self._book, columns=before, kind=self._sections.current.kind)
        first = next((each for each in laid if each.role not in (Role.EMPTY, Role.GROUP)), None)
        if before and first and first.role is Role.ANSWER:
            self._begin_lost_section(laid)
        for each in laid:
            self._take_row(each)
        self._columns = laid[-1].columns if laid else None
        self._name_unknown_headings(laid)

    def _begin_lost_section(self, laid: tuple[LaidRow, ...]) -> None:
        """Begin another return at a table without headings whose numbers begin anew: its heading page is lost."""
        answers = [(each, each.columns) for each in laid if each.role is Role.ANSWER]
        updates = [make_update(each, columns, self._vocabulary) for each, columns in answers if columns]
        if self._sections.current.repeats(updates):
            self._sections.begin(has_lost_heading=True)

    def _take_row(self, laid: LaidRow) -> None:
        row = laid.row
        if laid.role is Role.ANSWER and laid.columns:
            self._take_answer(make_update(laid, laid.columns, self._vocabulary))
        elif laid.role is Role.PARTICULARS:
            self._take_particulars((row,))
        elif laid.role in (Role.HEADING, Role.GROUP):
            self._particular_words += row.words
        elif row.words:
            text = "\t".join(cell.text for cell in row.own if cell.text.strip())
            self._left_over.append(LeftOver(row.place, text, row.words))

    def _take_answer(self, update: Update) -> None:
        updates = self._sections.current.updates
        if names_nothing(update) and updates and updates[-1].place.table == update.place.table:
            update = continued(update, updates[-1])
        updates.append(update)
        self._row_words += update.words

    def _name_unknown_headings(self, laid: tuple[LaidRow, ...]) -> None:
        """Say which headings of a table are not known, so that the board can add them to its own words."""
        for each in laid:
            if each.role is Role.HEADING and each.columns:
                named = zip(each.columns.headings, each.columns.fields, strict=True)
                for heading in dict.fromkeys(text for text, field in named if text and field is None):
                    message = (
                        f'The heading "{heading}" is not one roundbook knows; its column is kept as written. '
                        "To use it, add it under [headings] in roundbook.toml."
                    )
                    self._findings.append(Finding(Level.NOTE, "unknown-heading", message, each.row.place))

    def _make_return(self, at: int, section: Section) -> AgencyReturn:
        agency, as_written = self._name_agency(at, section)
        return AgencyReturn(
            agency=agency,
            agency_as_written=as_written,
            provided_by=section.particulars.provided_by,
            reviewed_by=section.particulars.reviewed_by,
            evidence=section.particulars.evidence,
            summary=section.particulars.summary,
            updates=tuple(section.updates),
        )

    def _name_agency(self, at: int, section: Section) -> tuple[str, str]:
        """Return a section's agency and the words that name it: a label, a title, the contents, the file's name."""
        if as_written := section.particulars.agency:
            return resolve_agency(as_written, self._vocabulary), as_written
        look = find_agency if self._vocabulary.agencies else guess_agency
        for title in section.titles:
            agency, as_written = look(title.text, self._vocabulary)
            if agency:
                self._count_as_particulars(title.text)
                return agency, as_written
        if section.has_lost_heading:
            return "", ""
        if len(self._sections.all) > 1:
            as_written = self._agency_from_contents(at)
            return (resolve_agency(as_written, self._vocabulary), as_written) if as_written else ("", "")
        return look(PurePosixPath(self._source.path).stem, self._vocabulary)[0], ""

    def _agency_from_contents(self, at: int) -> str:
        sections = self._sections.all
        before = sections[at - 1].particulars.agency if at else ""
        after = sections[at + 1].particulars.agency if at + 1 < len(sections) else ""
        return agency_between(self._contents, before, after, self._vocabulary)

    def _count_as_particulars(self, title: str) -> None:
        """Move a title that names the agency, on every page it stands on, from the words left over."""
        naming = [each for each in self._left_over if each.text == title]
        self._left_over = [each for each in self._left_over if each.text != title]
        self._particular_words += sum(each.words for each in naming)
