from __future__ import annotations

import pytest

from normalize.references import read_label, read_numbers, split_number, tidy_number


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


@pytest.mark.parametrize(
    ("text", "numbers", "as_written"),
    [
        ("Recommendation Three: Train staff", ("3",), "Recommendation Three:"),
        ("Recommendation III: Train staff", ("iii",), "Recommendation III:"),
        ("Recommendation (b) Train staff", ("b",), "Recommendation (b)"),
        ("Third recommendation - Train staff", ("3",), "Third recommendation"),
        ("Rec 3 & Rec 4: Train staff", ("3", "4"), "Rec 3 & Rec 4:"),
        ("R3/R4 Train staff", ("3", "4"), "R3/R4"),
        ("3 & 4 Train staff", ("3", "4"), "3 & 4"),
        ("Rec 3 (cont.) Train staff", ("3",), "Rec 3 (cont.)"),
        ("Recommendation 3 of 12: Train staff", ("3",), "Recommendation 3 of 12:"),
        ("Rec3 Train staff", ("3",), "Rec3"),
        ("[3] Train staff", ("3",), "[3]"),
        ("3.1.2 Train staff", ("3.1.2",), "3.1.2"),
        ("3 (a) Train staff", ("3a",), "3 (a)"),
        ("3(ii) Train staff", ("3ii",), "3(ii)"),
        ("\u2022 Finding 3, Train staff", ("3",), "Finding 3,"),
        ("\u27a4 Finding 3, Train staff", ("3",), "Finding 3,"),
        ("Serious Case Review Recommendation 3: Train staff", ("3",), "Serious Case Review Recommendation 3:"),
    ],
)
def test_labels_in_the_recommendation_say_its_number(text: str, numbers: tuple[str, ...], as_written: str) -> None:
    reference = split_number(text)
    assert (reference.numbers, reference.as_written, reference.rest) == (numbers, as_written, "Train staff")


@pytest.mark.parametrize(
    "text",
    [
        "I. Smith to lead the review",
        "A&E staff are trained",
        "16/17 year olds are seen",
        "2 & 3 year olds are seen",
        "24/7 cover is in place",
        "3 of 12 audits are held",
        "Recommendation I made was accepted",
        "Recommendation A review of files",
        "1.5 Posts are filled",
        "V. urgent training is held",
    ],
)
def test_letters_and_figures_of_a_sentence_are_no_labels(text: str) -> None:
    assert split_number(text).numbers == ()


@pytest.mark.parametrize("written", ["(iii)", "iii.", "III"])
def test_letters_and_roman_numbers_are_read_where_a_number_stands(written: str) -> None:
    assert read_label(written) == ("iii",)
    assert read_numbers(written) == ()
    assert tidy_number(written) == "iii"


def test_a_long_list_that_is_none_is_given_up_at_once() -> None:
    assert read_numbers("/".join(f"R{number}" for number in range(1, 41)) + " and others") == ()
