"""Tables of a document: which say something about it, which hold answers, and the answers row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from ingest.model import SourceTable
from normalize.answers import Answer, agency_in_row, answer_in_row
from normalize.cards import Cards, read_cards
from normalize.columns import Columns, Field
from normalize.contents import read_contents
from normalize.findings import name_unknown_headings, tell_guessed
from normalize.forms import find_changed_report
from normalize.grid import Row
from normalize.guessing import guess_columns, guess_under_headings
from normalize.key import find_key_below, read_key_table
from normalize.layout import LaidRow, Role, is_key_value_table, lay_out, rows_below, with_more
from normalize.model import LeftOver, Update
from normalize.pairing import pair_up, pair_up_row
from normalize.parallel import split_parallel
from normalize.turning import turn_upright
from normalize.updates import continued, make_update, names_nothing
from normalize.walk import Walk


class Tables:
    """The tables of a document, taken one after the other."""

    def __init__(self, walk: Walk) -> None:
        """Take them into ``walk``."""
        self._walk = walk
        self._columns: Columns | None = None
        """Those of the table before, which one without headings may go on with."""
        self._kind = ""
        """What the title above that table called its recommendations."""

    def take(self, table: SourceTable, rows: tuple[Row, ...]) -> None:
        """Take a table, of which ``rows`` are the rows."""
        walk = self._walk
        walk.sections.close_label()
        end = find_key_below(rows)
        walk.account.particulars += sum(row.words for row in rows[end:])
        self._take(rows[:end], table.n_cols)

    def _take(self, rows: tuple[Row, ...], n_cols: int) -> None:
        walk = self._walk
        words = sum(row.words for row in rows)
        if contents := read_contents(rows):
            walk.contents = contents
            walk.account.particulars += words
        elif read_key_table(rows):
            walk.account.particulars += words
        elif paired := pair_up(rows, walk.book):
            walk.end_prose()
            walk.take_particulars(paired)
        elif is_key_value_table(rows):
            walk.end_prose()
            walk.take_particulars(rows)
        elif cards := read_cards(rows, walk.book, walk.sections.current.kind):
            self._take_cards(cards)
        elif turned := turn_upright(rows, walk.book):
            self._take_rows(turned, len(rows))
        else:
            self._take_rows(rows, n_cols)

    def _take_cards(self, cards: Cards) -> None:
        walk = self._walk
        walk.enter_titled_section()
        walk.take_particulars(cards.particulars)
        under = walk.take_recommendation_above()
        make = partial(make_update, vocabulary=walk.vocabulary, under=under)
        for answer in cards.answers:
            walk.take_update(make(answer))
        if under and len(cards.answers) == 1:
            walk.leave_open(cards.answers[0], make)

    def _take_rows(self, rows: tuple[Row, ...], n_cols: int) -> None:
        """Read a table of answers; one without headings continues the table before it where the columns fit."""
        walk = self._walk
        walk.enter_titled_section()
        before = self._columns if self._columns and len(self._columns.fields) == n_cols else None
        kind = walk.sections.current.kind
        guessed = None if self._columns else guess_columns(rows, walk.book)
        headed = None if before or guessed else guess_under_headings(rows, walk.book)
        laid = lay_out(
            rows[1:] if headed else rows,
            walk.book,
            columns=before or guessed or headed,
            kind=kind,
            said_before=before.headings if before and kind != self._kind else (),
            under=walk.prose.recommendation,
        )
        if headed:
            laid = (LaidRow(rows[0], Role.HEADING, headed, kind), *laid)
        if found := guessed or headed:
            walk.findings.append(tell_guessed(rows[0], found))
        if any(each.role is Role.ANSWER and each.under for each in laid):
            above = walk.take_recommendation_above()
        else:
            above = ""
            walk.end_prose()
        first = next((each for each in laid if each.role not in (Role.EMPTY, Role.GROUP)), None)
        if before and first and first.role is Role.ANSWER:
            self._begin_lost_section(laid)
        for at, each in enumerate(laid):
            self._take_row(each, rows_below(laid, at))
        self._columns, self._kind = (laid[-1].columns if laid else None), kind
        if laid and laid[-1].role is Role.GROUP:  # its rows are in the next table
            walk.sections.current.kind = laid[-1].kind
        walk.findings.extend(name_unknown_headings(laid, walk.book))
        if above:
            self._leave_open(laid)

    def _leave_open(self, laid: tuple[LaidRow, ...]) -> None:
        """Let lines below a table go on its answer, where a single one answers the recommendation above it."""
        said = [each for each in laid if each.role is not Role.HEADING and each.row.filled]
        alone = said[0] if len(said) == 1 else None
        if alone and alone.columns and alone.role is Role.ANSWER:
            answer = answer_in_row(alone.row, alone.columns, alone.kind)
            if len(split_parallel(answer)) == 1:
                self._walk.leave_open(answer, self._making(alone))

    def _begin_lost_section(self, laid: tuple[LaidRow, ...]) -> None:
        """Begin another return at a table without headings whose numbers begin anew: its heading page is lost."""
        rows = [self._read_row(each, each.columns) for each in laid if each.role is Role.ANSWER and each.columns]
        if self._walk.sections.current.repeats([update for row in rows for update in row]):
            self._walk.sections.begin(has_lost_heading=True)

    def _read_row(self, laid: LaidRow, columns: Columns, below: Iterable[LaidRow] = ()) -> list[Update]:
        """Return the updates of a row: one, unless it answers several recommendations by their numbers.

        Rows right below it that say more of it by lead-ins count with it.
        """
        answer = with_more(answer_in_row(laid.row, columns, laid.kind), below)
        return list(map(self._making(laid), split_parallel(answer)))

    def _making(self, laid: LaidRow) -> Callable[[Answer], Update]:
        """Return what makes an answer in a row an update."""
        return partial(
            make_update,
            vocabulary=self._walk.vocabulary,
            under=laid.under,
            is_counted=laid.is_counted,
            is_coloured=laid.is_coloured,
        )

    def _take_row(self, laid: LaidRow, below: Iterable[LaidRow]) -> None:
        walk, row = self._walk, laid.row
        if laid.role is Role.ANSWER and laid.columns:
            walk.sections.enter_agency(agency_in_row(laid.row, laid.columns))
            walk.findings.extend(find_changed_report(row, row.under(laid.columns.holding(Field.LAST_REPORTED))))
            for update in self._read_row(laid, laid.columns, below):
                walk.take_update(self._continued(update))
        elif laid.role is Role.RECOMMENDATION:
            self._take_recommendation_row(laid, below)
        elif laid.role is Role.PARTICULARS:
            walk.take_particulars(pair_up_row(row, walk.book) or (row,))
        elif laid.role is Role.ROUND:
            walk.enter_round(row.filled[0].text)
            walk.account.particulars += row.words
        elif laid.role in (Role.HEADING, Role.GROUP):
            walk.account.particulars += row.words
        elif row.words and laid.role is not Role.MORE:
            text = "\t".join(cell.text for cell in row.own if cell.text.strip())
            walk.account.left_over.append(LeftOver(row.place, text, row.words))

    def _continued(self, update: Update) -> Update:
        """Return an update; one in a row that leaves the recommendation blank answers that of the row above."""
        before = self._walk.sections.current.updates
        if names_nothing(update) and before and before[-1].place.table == update.place.table:
            return continued(update, before[-1])
        return update

    def _take_recommendation_row(self, laid: LaidRow, below: Iterable[LaidRow]) -> None:
        """Keep a recommendation over the whole width: with the answers below it, or as a row that says nothing."""
        below = list(below)
        self._walk.account.rows += laid.row.words
        following = next((each.role for each in below if each.role not in (Role.EMPTY, Role.HEADING)), None)
        if following is not Role.ANSWER:
            answer = with_more(Answer(laid.row.place, laid.kind, (), 0), below)
            self._walk.take_update(make_update(answer, self._walk.vocabulary, under=laid.under))
