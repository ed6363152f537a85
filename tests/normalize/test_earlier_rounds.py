from __future__ import annotations

from datetime import date

import pytest

from normalize.earlier_rounds import read_round
from normalize.returns import understand
from tests.normalize.factory import make_document, make_paragraph, make_table

HEADINGS = ("No.", "Recommendation", "Update", "Evidence")
FIRST = ("1", "Train all staff", "Course being written.", "Plan")
SECOND = ("1", "Train all staff", "Forty staff trained.", "List")


@pytest.mark.parametrize(
    ("title", "count", "when"),
    [
        ("Round 2", 2, None),
        ("ROUND TWO: spring", 2, None),
        ("October 2013", None, date(2013, 10, 1)),
        ("Progress update March 2014", None, date(2014, 3, 1)),
    ],
)
def test_a_title_names_a_round_by_its_count_or_its_date(title: str, count: int | None, when: date | None) -> None:
    named = read_round(title)
    assert named is not None
    assert (named.count, named.when) == (count, when)


@pytest.mark.parametrize("title", ["Round table 2", "Housing", "A meeting in March 2014 agreed this", "2014 to date"])
def test_other_titles_name_no_round(title: str) -> None:
    assert read_round(title) is None


@pytest.mark.parametrize(
    ("titles", "rows"),
    [
        (("Round 1", "Round 2"), (FIRST, SECOND)),
        (("Round 2", "Round 1"), (SECOND, FIRST)),
        (("October 2013", "February 2014"), (FIRST, SECOND)),
    ],
)
def test_the_later_round_counts_and_the_earlier_is_left_over_and_told(
    titles: tuple[str, str], rows: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    understood = understand(
        make_document(
            *(
                block
                for number, (title, row) in enumerate(zip(titles, rows, strict=True), start=1)
                for block in (make_paragraph(title, level=1), make_table(HEADINGS, row, number=number))
            )
        )
    )
    assert [each.update for each in understood.returns[0].updates] == ["Forty staff trained."]
    assert "1\tTrain all staff\tCourse being written.\tPlan" in [each.text for each in understood.left_over]
    assert understood.words.adds_up
    (told,) = (each for each in understood.findings if each.code == "earlier-round")
    assert "Left over" in told.message


def test_rounds_may_stand_below_one_another_in_one_table() -> None:
    table = make_table(("Round 1",), HEADINGS, FIRST, ("Round 2",), HEADINGS, SECOND)
    understood = understand(make_document(table))
    assert [each.update for each in understood.returns[0].updates] == ["Forty staff trained."]
    assert understood.words.adds_up


@pytest.mark.parametrize(
    "later", [("2", "Audit all files", "Begun.", "List"), ("1", "Train all staff", "", "")], ids=["another", "blank"]
)
def test_what_no_later_round_answers_still_counts(later: tuple[str, ...]) -> None:
    understood = understand(
        make_document(
            make_paragraph("Round 1", level=1),
            make_table(HEADINGS, FIRST),
            make_paragraph("Round 2", level=1),
            make_table(HEADINGS, later, number=2),
        )
    )
    assert "Course being written." in [each.update for each in understood.returns[0].updates]
