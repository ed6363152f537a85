"""Answers that stand below their recommendation: rows that say what they are, titles that number what follows."""

from __future__ import annotations

import pytest

from normalize.counting import count_on, split_counted
from normalize.model import ReturnedDocument, Update
from normalize.references import read_numbers, split_number
from normalize.returns import understand
from tests.normalize.factory import make_document, make_paragraph, make_table


def only(understood: ReturnedDocument) -> tuple[Update, ...]:
    assert understood.words.adds_up
    assert not understood.left_over
    return understood.returns[0].updates


def shown(update: Update) -> tuple[tuple[str, ...], str, str, str]:
    return update.numbers, update.recommendation, update.update, update.evidence


def test_rows_over_the_whole_width_say_more_of_the_row_above() -> None:
    table = make_table(
        ["No", "Recommendation", "Lead"],
        ["1", "Review the tool", "A nurse"],
        ["Update: Reviewed in March.\nNew version issued.\nEvidence: Version 4"],
        ["2", "Share plans", "A manager"],
        ["Update: Not yet begun"],
        ["Evidence:"],
    )
    first, second = only(understand(make_document("Agency: Trust", table)))
    assert shown(first) == (("1",), "Review the tool", "Reviewed in March.\nNew version issued.", "Version 4")
    assert shown(second) == (("2",), "Share plans", "Not yet begun", "")


def test_a_row_over_the_whole_width_repeats_no_column_of_the_table() -> None:
    table = make_table(["Recommendation", "Update"], ["1. Review the tool", "Done"], ["Update: all of these are old"])
    understood = understand(make_document("Agency: Trust", table))
    assert [left.text for left in understood.left_over] == ["Update: all of these are old"]


def test_a_recommendation_alone_in_its_row_heads_the_rows_below() -> None:
    table = make_table(
        ["Recommendation 1: Review the tool", "", ""],
        ["Action", "Update", "RAG"],
        ["Set up a group", "It met", "G"],
        ["Recommendation 2: Share plans", "", ""],
        ["Action", "Update", "RAG"],
        ["Write a protocol", "Signed", "G"],
    )
    rows = only(understand(make_document("Agency: Trust", table)))
    assert [(row.numbers, row.recommendation, row.action, row.update) for row in rows] == [
        (("1",), "Review the tool", "Set up a group", "It met"),
        (("2",), "Share plans", "Write a protocol", "Signed"),
    ]


def test_a_card_may_be_numbered_in_one_row_and_worded_in_the_next() -> None:
    card = make_table(
        ["Overview Report Recommendation 3"],
        ["Review the tool"],
        ["Progress to date", "Reviewed"],
        ["Overview Report Recommendation 4"],
        ["Share plans"],
        ["Progress to date", "Shared"],
        n_cols=2,
    )
    rows = only(understand(make_document("Agency: Trust", card)))
    assert [(row.kind, *shown(row)[:3]) for row in rows] == [
        ("Overview", ("3",), "Review the tool", "Reviewed"),
        ("Overview", ("4",), "Share plans", "Shared"),
    ]


def test_paragraphs_may_stand_below_headings_of_their_own() -> None:
    document = make_document(
        "Agency: Trust",
        make_paragraph("Recommendation 1", level=2),
        "Review the tool.",
        make_paragraph("Progress", level=3),
        "Reviewed by a group.",
        "Issued in June.",
        "Evidence",
        "Minutes",
    )
    (update,) = only(understand(document))
    assert shown(update) == (("1",), "Review the tool.", "Reviewed by a group.\nIssued in June.", "Minutes")


def test_figures_that_count_on_from_row_to_row_are_numbers() -> None:
    table = make_table(["Recommendation", "Update"], ["1 Review the tool", "Done"], ["2 Share plans", "Begun"])
    assert [shown(row)[:2] for row in only(understand(make_document("Agency: Trust", table)))] == [
        (("1",), "Review the tool"),
        (("2",), "Share plans"),
    ]


@pytest.mark.parametrize(
    ("texts", "number"),
    [
        (["4.1 Train staff", "4.2 Review the tool"], "4.1"),
        (["4.2 Train staff", "5.1 Review the tool", "5.1.1 Share plans", "6 Audit"], "4.2"),
        (["R1 Train staff", "R2 Review the tool"], "1"),
        (["HO-01 Train staff", "HO-02 Review the tool"], "1"),
        (["(a) Train staff", "(c) Review the tool", "(a) Share plans"], "a"),
        (["i) Train staff", "ii) Review the tool", "iv) Share plans"], "i"),
    ],
)
def test_numbers_with_levels_or_a_code_count_on_as_well(texts: list[str], number: str) -> None:
    assert count_on(texts)
    assert (split_counted(texts[0]).numbers, split_counted(texts[0]).rest) == ((number,), "Train staff")


@pytest.mark.parametrize(
    "texts",
    [
        ["24 Hour cover", "3 Social workers"],
        ["4.1 Review", "4.3 Share"],
        ["A1 Review", "B2 Share"],
        ["1 Review"],
        ["1 Review", "Share"],
        ["a) Review", "a) Share"],
        ["a) Review\nb) Share", "c) Train\nd) Audit"],
        ["V. urgent training", "I. Smith to lead"],
        [],
    ],
)
def test_other_figures_are_part_of_the_sentence(texts: list[str]) -> None:
    assert not count_on(texts)


@pytest.mark.parametrize(("text", "numbers"), [("HMH/01", ("1",)), ("DAT-IMR-03", ("3",)), ("R1-R3", ("1", "2", "3"))])
def test_a_code_before_the_number_is_no_part_of_it(text: str, numbers: tuple[str, ...]) -> None:
    assert read_numbers(text) == numbers


@pytest.mark.parametrize("text", ["In line with recommendation 3: staff are trained", "COVID-19: staff are trained"])
def test_a_number_within_a_sentence_is_none_of_the_row(text: str) -> None:
    assert split_number(text).numbers == ()


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (["ID", "No."], ["HO-30", "3"]),
        (["ID", "Rec no"], ["30", "3"]),
        (["Action no", "Rec no"], ["3.1", "3"]),
        (["Rec no", "Action no"], ["3", "3.1"]),
    ],
)
def test_the_number_of_the_recommendation_counts_beside_ids_and_other_numbers(
    headings: list[str], cells: list[str]
) -> None:
    table = make_table([*headings, "Recommendation", "Update"], [*cells, "Review the tool", "Done"])
    (update,) = only(understand(make_document("Agency: Trust", table)))
    assert (update.numbers, update.number_as_written) == (("3",), "\n".join(cells))


def test_a_letter_or_roman_number_alone_names_the_recommendation() -> None:
    table = make_table(["Recommendation", "Update"], ["(iv)", "Done"])
    (update,) = only(understand(make_document("Agency: Trust", table)))
    assert shown(update)[:2] == (("iv",), "")


@pytest.mark.parametrize("label", ["Total", "Grand total"])
def test_a_row_of_totals_is_no_answer(label: str) -> None:
    table = make_table(("No.", "Recommendation", "Update"), ("1", "Train all staff", "Begun."), (label, "1", "1"))
    understood = understand(make_document(table))
    assert len(understood.returns[0].updates) == 1
    assert understood.words.adds_up


def test_the_end_of_a_letter_is_no_part_of_its_last_answer() -> None:
    lines = ("Recommendation 1: Train all staff", "Update: Begun.", "Evidence: List", "Kind regards,", "Jo Smith")
    understood = understand(make_document(*lines))
    (update,) = understood.returns[0].updates
    assert update.evidence == "List"
    assert [each.text for each in understood.left_over] == ["Kind regards,", "Jo Smith"]
    assert understood.words.adds_up
