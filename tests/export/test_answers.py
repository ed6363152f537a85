from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from export.answers import Answers
from export.decided import RowAnswer
from export.model import BoardNote
from export.rows import DECISIONS, LINKS_MADE, TO_CHECK, TRACKER
from match.model import Choice
from tests.export.answering import DECIDED, FIRST, answered, codes, fill
from tests.export.packs import (
    a_round,
    an_empty_round,
    doubtful,
    entry,
    linked,
    recommendation,
    row,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_a_workbook_nobody_wrote_in_says_nothing(tmp_path: Path) -> None:
    assert answered(tmp_path, lambda _: None) == Answers("2030-02")


def test_an_empty_round_says_nothing(tmp_path: Path) -> None:
    assert answered(tmp_path, lambda _: None, an_empty_round()) == Answers("2030-02")


DECISIONS_MEANT = (
    ("link", "HT-1", Choice.LINK, ("HT-1",)),
    ("link", "HT-1; HT-3", Choice.LINK, ("HT-1", "HT-3")),
    (" LINK ", "ht-2,\nHT-3;", Choice.LINK, ("HT-2", "HT-3")),
    ("link", "HT-1;HT-1", Choice.LINK, ("HT-1",)),
    ("not a recommendation", None, Choice.NOT_A_RECOMMENDATION, ()),
    ("new  recommendation", None, Choice.NEW_RECOMMENDATION, ()),
    ("decide later", None, Choice.LATER, ()),
)


def test_decisions_are_read_as_they_were_meant(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        for number, (decision, link_to, *_) in enumerate(DECISIONS_MEANT, FIRST):
            fill(book[TO_CHECK], number, decision=decision, link_to=link_to, who="A. Reader")

    numbers = range(1, len(DECISIONS_MEANT) + 1)
    answers = answered(tmp_path, edit, a_round(*(row(number, doubtful(number)) for number in numbers)))

    assert answers.problems == ()
    assert answers.rows == tuple(
        RowAnswer(f"row {number}", choice, ids, "A. Reader", is_new=True)
        for number, (_, _, choice, ids) in zip(numbers, DECISIONS_MEANT, strict=True)
    )


DECISIONS_REFUSED: tuple[tuple[dict[str, str], str, str], ...] = (
    ({"decision": "link"}, "no-id", '"link"'),
    ({"decision": "link", "link_to": "HT-1; HT-77"}, "unknown-id", '"HT-77"'),
    ({"decision": "perhaps"}, "unknown-choice", '"perhaps"'),
    ({"link_to": "HT-1"}, "no-decision", '"HT-1"'),
    ({"who": "A. Reader"}, "no-decision", '"A. Reader"'),
    ({"decision": "not a recommendation", "link_to": "HT-1"}, "id-not-needed", '"HT-1"'),
    ({"decision": "new recommendation", "link_to": "HT-1"}, "id-not-needed", '"HT-1"'),
    ({"decision": "decide later", "link_to": "HT-1"}, "id-not-needed", '"HT-1"'),
)


def test_decisions_that_cannot_be_taken_over_are_quoted_with_their_place(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        for number, (said, *_) in enumerate(DECISIONS_REFUSED, FIRST):
            fill(book[TO_CHECK], number, **said)

    numbers = range(1, len(DECISIONS_REFUSED) + 1)
    answers = answered(tmp_path, edit, a_round(*(row(number, doubtful(number)) for number in numbers)))

    assert answers.rows == ()
    for number, problem, (_, code, quoted) in zip(numbers, answers.problems, DECISIONS_REFUSED, strict=True):
        assert (problem.code, quoted in problem.message) == (code, True)
        assert str(problem.place) == f"consolidated.xlsx, sheet To check, row {FIRST - 1 + number}"


def test_a_decision_without_a_name_is_taken_over_and_asked_about(tmp_path: Path) -> None:
    answers = answered(tmp_path, lambda book: fill(book[TO_CHECK], decision="link", link_to="HT-1"))

    assert [answer.ids for answer in answers.rows] == [("HT-1",)]
    assert codes(answers) == ["nobody-named"]


def test_a_decision_made_before_is_read_again_and_is_not_new(tmp_path: Path) -> None:
    answers = answered(tmp_path, lambda _: None, a_round(row(1, linked(1, DECIDED))))

    assert answers.rows == (RowAnswer("row 1", Choice.LINK, ("HT-1",), "P. Okoro", is_new=False),)


def test_of_a_decision_made_before_by_nobody_named_nothing_is_asked_again(tmp_path: Path) -> None:
    anonymous = replace(DECIDED, who="")
    answers = answered(tmp_path, lambda _: None, a_round(row(1, linked(1, anonymous))))
    assert answers.problems == ()


@pytest.mark.parametrize("said", [{"decision": "take back"}, {"decision": None, "link_to": None}])
def test_a_decision_is_taken_back_by_choosing_so_or_by_clearing_it(tmp_path: Path, said: dict[str, str | None]) -> None:
    pack = a_round(row(1, linked(1, DECIDED)))
    answers = answered(tmp_path, lambda book: fill(book[DECISIONS], **said), pack)

    assert [(answer.choice, answer.is_new) for answer in answers.rows] == [(None, True)]


def test_a_link_the_program_made_is_changed_where_it_is_listed(tmp_path: Path) -> None:
    pack = a_round(row(1, linked(1)))
    answers = answered(tmp_path, lambda book: fill(book[LINKS_MADE], decision="link", link_to="HT-2", who="Ann"), pack)

    assert answers.rows == (RowAnswer("row 1", Choice.LINK, ("HT-2",), "Ann", is_new=True),)


def test_the_boards_own_words_are_read(tmp_path: Path) -> None:
    agreed = datetime(2030, 3, 31)  # noqa: DTZ001 - a cell's date has no zone
    answers = answered(
        tmp_path, lambda book: fill(book[TRACKER], 5, status="Complete", note="Well done", extension=agreed)
    )

    assert answers.board == (BoardNote("HT-2", "complete", "Well done", "31/03/2030"),)
    assert answers.problems == ()


def test_a_board_status_in_other_words_is_kept_and_pointed_out(tmp_path: Path) -> None:
    answers = answered(tmp_path, lambda book: fill(book[TRACKER], status="nearly there"))

    assert answers.board == (BoardNote("HT-1", "nearly there"),)
    assert codes(answers) == ["unknown-status"]


def test_a_note_the_board_cleared_is_read_as_empty(tmp_path: Path) -> None:
    pack = replace(a_round(), board_notes=(BoardNote("HT-1", "complete", "Well done"),))
    answers = answered(tmp_path, lambda book: fill(book[TRACKER], status=None, note=None), pack)

    assert answers.board == (BoardNote("HT-1"),)


def test_what_the_board_wrote_stays_as_it_was_written_however_odd(tmp_path: Path) -> None:
    odd = ("=1+1", "_x0041_ x005F", "a\x07b", "#N/A", "two\nlines", "'quoted", "1e5", "31/03/2030", "\U0001f642")
    notes = tuple(BoardNote(f"HT-{number}", "", words, words) for number, words in enumerate(odd, 1))
    numbers = range(1, len(odd) + 1)
    pack = a_round(
        entries=tuple(entry(number) for number in numbers),
        recommendations=tuple(recommendation(number) for number in numbers),
    )
    answers = answered(tmp_path, lambda _: None, replace(pack, board_notes=notes))

    assert [note.note for note in answers.board] == [words.replace("\x07", "\u2407") for words in odd]
