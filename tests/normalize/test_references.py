from __future__ import annotations

import pytest

from normalize.references import read_numbers, split_number, tidy_number


@pytest.mark.parametrize(
    ("text", "numbers", "as_written", "rest"),
    [
        ("1) Staff are trained", ("1",), "1)", "Staff are trained"),
        ("1.\tStaff are trained", ("1",), "1.", "Staff are trained"),
        ("(4) Staff are trained", ("4",), "(4)", "Staff are trained"),
        ("Rec 2", ("2",), "Rec 2", ""),
        ("Rec. 2: Staff are trained", ("2",), "Rec. 2:", "Staff are trained"),
        ("Recommendation 12 - Staff are trained", ("12",), "Recommendation 12", "Staff are trained"),
        ("Recs 1-3", ("1", "2", "3"), "Recs 1-3", ""),
        ("Recs 1\u20133", ("1", "2", "3"), "Recs 1\u20133", ""),
        ("1 & 4) Staff are trained", ("1", "4"), "1 & 4)", "Staff are trained"),
        ("2, 3 and 5. Staff are trained", ("2", "3", "5"), "2, 3 and 5.", "Staff are trained"),
        ("3.2 - Staff are trained", ("3.2",), "3.2", "Staff are trained"),
        ("R5: Staff are trained", ("5",), "R5:", "Staff are trained"),
        ("5a) Staff are trained", ("5a",), "5a)", "Staff are trained"),
        ("7\nStaff are trained", ("7",), "7", "Staff are trained"),
    ],
)
def test_a_number_is_taken_from_the_beginning(text: str, numbers: tuple[str, ...], as_written: str, rest: str) -> None:
    reference = split_number(text)
    assert (reference.numbers, reference.as_written, reference.rest) == (numbers, as_written, rest)


@pytest.mark.parametrize(
    "text",
    [
        "3 monthly audits are held",
        "30 staff are trained",
        "24 hour cover is in place",
        "13.2.14 Audit complete",
        "2012-2013 audits are shared",
        "1:1 supervision is offered",
        "Staff are trained",
        "to promote the focus on fathers.",
        "",
    ],
)
def test_a_sentence_that_begins_with_a_figure_has_no_number(text: str) -> None:
    assert split_number(text).numbers == ()
    assert split_number(text).rest == text


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3", ("3",)),
        ("03.", ("3",)),
        ("Rec 3", ("3",)),
        ("1-3", ("1", "2", "3")),
        ("3 months", ()),
        ("", ()),
        ("#4", ("4",)),
    ],
)
def test_a_number_cell_is_read_whole(text: str, numbers: tuple[str, ...]) -> None:
    assert read_numbers(text) == numbers


@pytest.mark.parametrize(("written", "tidy"), [("3.", "3"), ("IMR3", "3"), ("5A", "5a"), ("3.2", "3.2"), ("010", "10")])
def test_numbers_are_compared_without_their_trimmings(written: str, tidy: str) -> None:
    assert tidy_number(written) == tidy
    assert tidy_number(tidy) == tidy
