from __future__ import annotations

from datetime import date

import pytest

from normalize.dates import find_dates, read_date, read_entries
from normalize.model import Precision


@pytest.mark.parametrize(
    ("text", "start", "precision"),
    [
        ("25 th May 2012", date(2012, 5, 25), Precision.DAY),
        ("13.12.11", date(2011, 12, 13), Precision.DAY),
        ("5.2.14", date(2014, 2, 5), Precision.DAY),
        ("19/04/13", date(2013, 4, 19), Precision.DAY),
        ("2014-02-13", date(2014, 2, 13), Precision.DAY),
        ("21st October 2012", date(2012, 10, 21), Precision.DAY),
        ("June 2012", date(2012, 6, 1), Precision.MONTH),
        ("From April 2012", date(2012, 4, 1), Precision.OPEN),
        ("Jan/Feb/March 2013", date(2013, 3, 1), Precision.MONTH),
        ("Summer term 2015", date(2015, 6, 1), Precision.SEASON),
        ("31 December 2013, revised to 31 March 2014", date(2014, 3, 31), Precision.DAY),
        ("31 March 2014 (revised from 31 December 2013)", date(2014, 3, 31), Precision.DAY),
        ("45323", date(2024, 2, 1), Precision.DAY),
        ("Within 3 months", None, Precision.CONDITIONAL),
        ("Autumn 2014", date(2014, 9, 1), Precision.SEASON),
        ("end of Q2 2026", date(2026, 4, 1), Precision.QUARTER),
        ("Q1 2014/15", date(2014, 4, 1), Precision.QUARTER),
        ("end of Q4 2014-15", date(2015, 1, 1), Precision.QUARTER),
        ("by 2015", date(2015, 1, 1), Precision.YEAR),
        ("On going", None, Precision.OPEN),
        ("end of phase 2", None, Precision.CONDITIONAL),
    ],
)
def test_a_date_is_read_with_the_precision_it_was_written_with(
    text: str, start: date | None, precision: Precision
) -> None:
    found = read_date(text)
    assert found is not None
    assert (found.start, found.precision, found.is_ambiguous) == (start, precision, False)


@pytest.mark.parametrize("text", ["July 13", "Mar-24", "3rd of March", "Monday 7 th Jan", "(Q4)", "by 1st May"])
def test_a_date_with_two_readings_or_without_its_year_is_not_guessed(text: str) -> None:
    found = read_date(text)
    assert found is not None
    assert (found.start, found.is_ambiguous) == (None, True)


@pytest.mark.parametrize(
    "text", ["", "Chair of the Board", "31.2.14", "3 staff", "45 of 60", "up to 5 may attend", "TBC"]
)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert read_date(text) is None


def test_one_cell_may_hold_several_dates() -> None:
    assert [found.as_written for found in find_dates("13.12.11 and 09.02.12")] == ["13.12.11", "09.02.12"]


def test_dated_entries_run_from_one_date_to_the_next() -> None:
    text = "Training planned.\nAugust 2013: booked for all. Held in part.\nUpdate 19/04/14 from the lead: all done"
    assert [entry.text for entry in read_entries(text)] == [
        "August 2013: booked for all. Held in part.",
        "Update 19/04/14 from the lead: all done",
    ]


def test_a_date_in_brackets_begins_an_entry_too() -> None:
    assert [entry.text for entry in read_entries("(Feb 2014) Drafted. (May 2014) Audited.")] == [
        "(Feb 2014) Drafted.",
        "(May 2014) Audited.",
    ]


def test_a_date_in_the_middle_of_a_sentence_begins_no_entry() -> None:
    assert read_entries("A letter was sent on 21 October 2012 to all.") == ()


@pytest.mark.parametrize("bullet", ["\u2022", "\u25e6", "\u27a2", "\u2013", "-"])
def test_a_date_behind_a_bullet_begins_an_entry_too(bullet: str) -> None:
    entries = read_entries(f"{bullet} May 2014 \u2013 begun\n{bullet} June 2014 \u2013 done")
    assert [entry.text[:8] for entry in entries] == ["May 2014", "June 201"]
