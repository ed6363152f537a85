"""A document understood: whose returns it holds, their updates, and where every word of it went."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ingest.model import Finding, Place, SourceDocument, SourceParagraph, SourceTable, Where
from ingest.words import count_words
from normalize.answers import Answer, agency_in_row, answer_in_row
from normalize.cards import Cards, read_cards
from normalize.columns import Columns, Field
from normalize.contents import read_contents
from normalize.findings import name_unknown_headings, tell_guessed, tell_no_answers
from normalize.forms import find_changed_report, is_of_the_form
from normalize.grid import Row, read_rows
from normalize.guessing import guess_columns
from normalize.headings import HeadingBook
from normalize.key import read_key_line, read_key_table, read_keys
from normalize.layout import LaidRow, Role, is_key_value_table, lay_out, rows_below, with_more
from normalize.model import AgencyReturn, LeftOver, ReturnedDocument, Update, WordSum
from normalize.naming import NamedAgency, Naming, name_of_section
from normalize.parallel import split_parallel
from normalize.pointing import resolve_pointers
from normalize.prose import Prose, split_lines
from normalize.reviews import is_other_review, tell_other_reviews
from normalize.sections import Section, Sections
from normalize.turning import turn_upright
from normalize.updates import continued, make_update, names_nothing
from normalize.vocabulary import Vocabulary

_AROUND_THE_TABLE = frozenset({Where.BODY, Where.HEADER, Where.FOOTER, Where.TEXT_BOX, Where.FIELD})
"""Where particulars and titles stand."""
_ANSWERS_IN_LINES = frozenset({Where.BODY, Where.FIELD})
"""Where an answer without a table goes on; the foot of a page says nothing of it, though it may come right after."""


def understand(source: SourceDocument, vocabulary: Vocabulary | None = None) -> ReturnedDocument:
    """Return the returns in ``source`` and an account of all its words, in the terms of ``vocabulary``."""
    return _Understanding(source, vocabulary or Vocabulary()).result()


class _Understanding:
    """One walk through a document, block by block."""

    def __init__(self, source: SourceDocument, vocabulary: Vocabulary) -> None:
        self._source = source
        rows = (read_rows(block) if isinstance(block, SourceTable) else () for block in source.blocks)
        self._blocks = tuple(zip(source.blocks, rows, strict=True))
        self._vocabulary = replace(vocabulary, key={**read_keys(self._blocks), **vocabulary.key})
        self._book = HeadingBook(vocabulary.headings)
        self._sections = Sections()
        self._prose = Prose(self._book)
        self._columns: Columns | None = None
        self._contents: tuple[str, ...] = ()
        self._left_over: list[LeftOver] = []
        self._findings: list[Finding] = []
        self._row_words = 0
        self._particular_words = 0

    def result(self) -> ReturnedDocument:
        """Walk through the document and return what it holds."""
        for block, rows in self._blocks:
            if isinstance(block, SourceTable):
                self._take_table(block, rows)
            else:
                self._take_paragraph(block)
        self._end_prose()
        sections = self._sections.all
        naming = Naming(sections, self._contents, self._source.path, self._vocabulary)
        returns = tuple(self._make_return(section, naming.name(at)) for at, section in enumerate(sections))
        place = Place(self._source.path)
        others = tell_other_reviews((each.review for each in returns), self._vocabulary.review, place)
        left_over = sum(each.words for each in self._left_over)
        return ReturnedDocument(
            source=self._source,
            returns=returns,
            words=WordSum(self._source.words, self._row_words, self._particular_words, left_over),
            left_over=tuple(self._left_over),
            findings=(*self._source.findings, *self._findings, *others, *tell_no_answers(self._source, returns)),
        )

    def _take_paragraph(self, paragraph: SourceParagraph) -> None:
        if paragraph.where is Where.REPEATED_HEADING or is_of_the_form(paragraph.text):
            self._particular_words += paragraph.words
        elif paragraph.where in _AROUND_THE_TABLE:
            for line in split_lines(paragraph):
                self._take_line(line)
        else:
            self._leave(paragraph)

    def _take_line(self, line: SourceParagraph) -> None:
        """Give a line to the answer under way, to the particulars or to a new answer, and else to what is left over."""
        if line.where in _ANSWERS_IN_LINES and self._prose.takes(line):
            return
        self._end_prose()
        if self._sections.take_text(line.text, is_heading=line.level is not None):
            self._count_particulars(line.place, line.words)
        elif read_key_line(line.text):
            self._particular_words += line.words
        elif line.where is not Where.BODY or self._names_a_section(line) or not self._begins_prose(line):
            if self._sections.note_title(line):
                self._particular_words += line.words
            else:
                self._leave(line)

    def _names_a_section(self, line: SourceParagraph) -> bool:
        return bool(name_of_section(line, self._contents, self._vocabulary))

    def _begins_prose(self, line: SourceParagraph) -> bool:
        begins = self._prose.begins(line)
        if begins:
            self._enter_titled_section()
        return begins

    def _end_prose(self) -> None:
        """Take the answer that stood in paragraphs, or give its recommendation back where nothing was said of it."""
        answer, unanswered = self._prose.end(self._sections.current.kind)
        if answer:
            self._take_update(make_update(answer, self._vocabulary))
        if unanswered:
            self._leave(unanswered)

    def _leave(self, paragraph: SourceParagraph) -> None:
        if paragraph.text.strip():
            self._left_over.append(LeftOver(paragraph.place, paragraph.text, paragraph.words))

    def _take_table(self, table: SourceTable, rows: tuple[Row, ...]) -> None:
        self._sections.close_label()
        words = sum(row.words for row in rows)
        if contents := read_contents(rows):
            self._contents = contents
            self._particular_words += words
        elif read_key_table(rows):
            self._particular_words += words
        elif is_key_value_table(rows):
            self._end_prose()
            self._take_particulars(rows)
        elif cards := read_cards(rows, self._book, self._sections.current.kind):
            self._take_cards(cards)
        elif turned := turn_upright(rows, self._book):
            self._take_rows(turned, table.n_rows)
        else:
            self._take_rows(rows, table.n_cols)

    def _enter_titled_section(self) -> None:
        """Begin another agency's return where a title above the coming rows names it."""
        self._sections.enter_titled(lambda title: name_of_section(title, self._contents, self._vocabulary))

    def _take_cards(self, cards: Cards) -> None:
        self._enter_titled_section()
        self._take_particulars(cards.particulars)
        under = self._take_recommendation_above()
        for answer in cards.answers:
            self._take_update(make_update(answer, self._vocabulary, under=under))

    def _take_recommendation_above(self) -> str:
        """Return the recommendation in the paragraph above a table, which now is answered there; else nothing."""
        under = self._prose.recommendation
        if under:
            _, above = self._prose.end("")
            self._row_words += above.words if above else 0
        else:
            self._end_prose()
        return under

    def _take_particulars(self, rows: tuple[Row, ...]) -> None:
        for row in rows:
            self._sections.take_labelled_row(row)
            self._count_particulars(row.place, row.words)

    def _count_particulars(self, place: Place, words: int) -> None:
        """Count the words of a labelled line as particulars; those no return is shown with are left over."""
        unshown = self._sections.take_unshown()
        # The text may hold automatic numbers, which are no words of the document.
        left = min(words, count_words(unshown))
        if unshown:
            self._left_over.append(LeftOver(place, unshown, left))
        self._particular_words += words - left

    def _take_rows(self, rows: tuple[Row, ...], n_cols: int) -> None:
        """Read a table of answers; one without headings continues the table before it where the columns fit."""
        self._enter_titled_section()
        before = self._columns if self._columns and len(self._columns.fields) == n_cols else None
        kind = self._sections.current.kind
        guessed = None if self._columns else guess_columns(rows, self._book)
        laid = lay_out(rows, self._book, columns=before or guessed, kind=kind, under=self._prose.recommendation)
        if guessed:
            self._findings.append(tell_guessed(rows[0]))
        if any(each.role is Role.ANSWER and each.under for each in laid):
            self._take_recommendation_above()
        else:
            self._end_prose()
        first = next((each for each in laid if each.role not in (Role.EMPTY, Role.GROUP)), None)
        if before and first and first.role is Role.ANSWER:
            self._begin_lost_section(laid)
        for at, each in enumerate(laid):
            self._take_row(each, rows_below(laid, at))
        self._columns = laid[-1].columns if laid else None
        if laid and laid[-1].role is Role.GROUP:  # its rows are in the next table
            self._sections.current.kind = laid[-1].kind
        self._findings.extend(name_unknown_headings(laid, self._book))

    def _begin_lost_section(self, laid: tuple[LaidRow, ...]) -> None:
        """Begin another return at a table without headings whose numbers begin anew: its heading page is lost."""
        rows = [self._read_row(each, each.columns) for each in laid if each.role is Role.ANSWER and each.columns]
        if self._sections.current.repeats([update for row in rows for update in row]):
            self._sections.begin(has_lost_heading=True)

    def _read_row(self, laid: LaidRow, columns: Columns, below: Iterable[LaidRow] = ()) -> list[Update]:
        """Return the updates of a row: one, unless it answers several recommendations by their numbers.

        Rows right below it that say more of it by lead-ins count with it.
        """
        answer = with_more(answer_in_row(laid.row, columns, laid.kind), below)
        return [
            make_update(each, self._vocabulary, under=laid.under, is_counted=laid.is_counted)
            for each in split_parallel(answer)
        ]

    def _take_row(self, laid: LaidRow, below: Iterable[LaidRow]) -> None:
        row = laid.row
        if laid.role is Role.ANSWER and laid.columns:
            self._sections.enter_agency(agency_in_row(laid.row, laid.columns))
            self._findings.extend(find_changed_report(row, row.under(laid.columns.holding(Field.LAST_REPORTED))))
            for update in self._read_row(laid, laid.columns, below):
                self._take_update(self._continued(update))
        elif laid.role is Role.RECOMMENDATION:
            self._take_recommendation_row(laid, below)
        elif laid.role is Role.PARTICULARS:
            self._take_particulars((row,))
        elif laid.role in (Role.HEADING, Role.GROUP):
            self._particular_words += row.words
        elif row.words and laid.role is not Role.MORE:
            text = "\t".join(cell.text for cell in row.own if cell.text.strip())
            self._left_over.append(LeftOver(row.place, text, row.words))

    def _continued(self, update: Update) -> Update:
        """Return an update; one in a row that leaves the recommendation blank answers that of the row above."""
        before = self._sections.current.updates
        if names_nothing(update) and before and before[-1].place.table == update.place.table:
            return continued(update, before[-1])
        return update

    def _take_recommendation_row(self, laid: LaidRow, below: Iterable[LaidRow]) -> None:
        """Keep a recommendation over the whole width: with the answers below it, or as a row that says nothing."""
        below = list(below)
        self._row_words += laid.row.words
        following = next((each.role for each in below if each.role not in (Role.EMPTY, Role.HEADING)), None)
        if following is not Role.ANSWER:
            answer = with_more(Answer(laid.row.place, laid.kind, (), 0), below)
            self._take_update(make_update(answer, self._vocabulary, under=laid.under))

    def _take_update(self, update: Update) -> None:
        self._sections.current.updates.append(update)
        self._row_words += update.words

    def _make_return(self, section: Section, named: NamedAgency) -> AgencyReturn:
        if named.title:
            self._count_as_particulars(named.title)
        return AgencyReturn(
            agency=named.agency,
            agency_as_written=named.as_written,
            review=section.review,
            is_for_other_review=is_other_review(section.review, self._vocabulary.review),
            agency_proposed=named.proposed,
            provided_by=section.particulars.provided_by,
            reviewed_by=section.particulars.reviewed_by,
            evidence=section.particulars.evidence,
            summary=section.particulars.summary,
            updates=resolve_pointers(section.updates, section.particulars.summary, self._vocabulary),
        )

    def _count_as_particulars(self, title: str) -> None:
        """Move a title that names the agency, on every page it stands on, from the words left over."""
        naming = [each for each in self._left_over if each.text == title]
        self._left_over = [each for each in self._left_over if each.text != title]
        self._particular_words += sum(each.words for each in naming)
