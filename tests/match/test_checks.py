from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from match.checks import check_round, read_round_date
from match.model import Check, CheckCode, Entry, Round
from normalize.model import MasterList, Rating, Recommendation, Status

ENTRY = Entry("H-1", update="Complete. All staff trained.", evidence="Register", status=Status.COMPLETE)


def checked(entry: Entry, *before: Entry, due: str = "", name: str = "2014-02") -> tuple[Check, ...]:
    master = MasterList((Recommendation("H-1", "Housing", "IMR", "1", "Train all staff", due=due),))
    history = [Round(f"2013-0{at}", (each,)) for at, each in enumerate(before, start=1)]
    return check_round(Round(name, (entry,)), history, master)


def codes(entry: Entry, *before: Entry, due: str = "", name: str = "2014-02") -> list[CheckCode]:
    return [check.code for check in checked(entry, *before, due=due, name=name)]


def test_a_plain_completion_raises_no_question() -> None:
    assert codes(ENTRY, due="June 2013") == []


def test_a_completion_that_says_what_is_left_to_do() -> None:
    entry = replace(ENTRY, update="Completed. The manager has still to agree a protocol.")
    assert codes(entry) == [CheckCode.COMPLETE_BUT_OPEN]


def test_a_completion_without_evidence() -> None:
    assert codes(replace(ENTRY, evidence="")) == [CheckCode.COMPLETE_WITHOUT_EVIDENCE]


@pytest.mark.parametrize(
    ("due", "name", "is_overdue"),
    [
        ("January 2014", "2014-02", True),
        ("February 2014", "2014-02", False),
        ("2013", "2014-02", True),
        ("2014", "2014-02", False),
        ("Autumn 2013", "2014-02", True),
        ("On going", "2014-02", False),
        ("July 13", "2014-02", False),
        ("January 2014", "Spring meeting", False),
    ],
)
def test_overdue_is_said_only_where_the_last_day_has_gone_by(due: str, name: str, *, is_overdue: bool) -> None:
    entry = replace(ENTRY, status=Status.IN_PROGRESS)
    assert codes(entry, due=due, name=name) == ([CheckCode.OVERDUE] if is_overdue else [])


@pytest.mark.parametrize(("by_when", "is_clear"), [("July 13", False), ("July 2013", True), ("", True)])
def test_an_agencys_date_that_may_mean_several_days_is_asked_about(by_when: str, *, is_clear: bool) -> None:
    entry = replace(ENTRY, status=Status.IN_PROGRESS, by_when=by_when)
    assert codes(entry, name="2013-01") == ([] if is_clear else [CheckCode.DATE_UNCLEAR])


def test_work_that_goes_on_from_a_date_is_not_overdue() -> None:
    assert codes(replace(ENTRY, status=Status.IN_PROGRESS), due="From April 2012") == []


def test_rated_green_and_overdue() -> None:
    entry = replace(ENTRY, status=Status.IN_PROGRESS, rating=Rating.GREEN)
    assert codes(entry, due="May 2013") == [CheckCode.OVERDUE, CheckCode.GREEN_AND_OVERDUE]


def test_until_an_agreed_extension_nothing_is_overdue() -> None:
    entry = replace(ENTRY, status=Status.IN_PROGRESS)
    master = MasterList((Recommendation("H-1", "Housing", "IMR", "1", "Train all staff", due="May 2013"),))
    held = Round("2014-02", (entry,))
    assert [check.code for check in check_round(held, (), master, {"H-1": "March 2014"})] == []
    assert [check.code for check in check_round(held, (), master, {"H-1": "June 2013"})] == [CheckCode.OVERDUE]


def test_a_date_that_is_moved_is_counted_and_overdue_counts_from_the_first() -> None:
    entry = replace(ENTRY, status=Status.IN_PROGRESS, by_when="June 2014")
    before = replace(entry, update="Begun.", by_when="December 2013")
    assert codes(entry, before, due="May 2013") == [CheckCode.DATE_MOVED, CheckCode.OVERDUE]


def test_a_date_moved_once_and_one_moved_twice_are_told_apart() -> None:
    entry = replace(ENTRY, status=Status.IN_PROGRESS, by_when="June 2014")
    before = replace(entry, update="Begun.", by_when="December 2013")
    once, *_ = checked(entry, due="May 2013")
    twice, *_ = checked(entry, before, due="May 2013")
    assert once.message == "The date was moved once: May 2013, then June 2014."
    assert twice.message == "The date was moved 2 times: May 2013, then December 2013, then June 2014."


def test_an_unclear_date_of_finished_work_is_nothing_to_ask_about() -> None:
    assert codes(replace(ENTRY, by_when="July 13"), name="2013-01") == []


def test_open_work_told_of_in_the_evidence_counts() -> None:
    entry = replace(ENTRY, status=Status.COMPLETE, evidence="Register. The manager has still to agree a protocol.")
    assert codes(entry) == [CheckCode.COMPLETE_BUT_OPEN]


def test_the_same_words_with_a_newer_date() -> None:
    before = replace(ENTRY, update="Reviewed on 3 May 2013, no change.", status=Status.IN_PROGRESS)
    entry = replace(before, update="Reviewed on 4 January 2014, no change.")
    assert codes(entry, before) == [CheckCode.ONLY_DATE_NEW]


def test_a_date_said_for_the_first_time_repeats_nothing() -> None:
    entry = replace(ENTRY, update="3 May 2013", status=Status.IN_PROGRESS)
    assert codes(entry, replace(entry, update="")) == []


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2014-02", date(2014, 2, 28)),
        ("2014-02-11", date(2014, 2, 11)),
        ("2014-02-2", date(2014, 2, 28)),
        ("May", None),
    ],
)
def test_a_round_is_dated_by_its_name(name: str, day: date | None) -> None:
    assert read_round_date(name) == day


def test_a_check_is_new_where_the_round_before_did_not_give_it() -> None:
    due_in_may = MasterList((Recommendation("H-1", "Housing", "IMR", "1", "Train all staff", due="May 2013"),))
    entry = replace(ENTRY, status=Status.IN_PROGRESS)
    rounds = [Round(name, (entry,)) for name in ("2013-04", "2013-08", "2014-02")]

    def is_new(at: int) -> list[bool]:
        return [check.is_new for check in check_round(rounds[at], rounds[:at], due_in_may)]

    assert [is_new(0), is_new(1), is_new(2)] == [[], [True], [False]]
    assert [check.is_new for check in check_round(rounds[2], (), due_in_may)] == [False]
