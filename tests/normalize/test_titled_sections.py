"""Plans whose sections are told apart by titles alone: "Fenland Police", "3. Holt Ambulance - action plan"."""

from __future__ import annotations

import pytest

from ingest.model import SourceTable
from normalize.model import ReturnedDocument
from normalize.returns import understand
from normalize.vocabulary import Vocabulary
from tests.normalize.factory import make_document, make_paragraph, make_table

BOARD = Vocabulary(agencies={"Fenland Police": (), "Holt Ambulance Service": ("Ambulance",), "Housing": ()})


def make_answers(recommendation: str, number: int) -> SourceTable:
    return make_table(["Recommendation", "Update"], [f"1. {recommendation}", "Begun"], number=number)


def agencies_and_rows(understood: ReturnedDocument) -> list[tuple[str, int]]:
    assert understood.words.adds_up
    return [(each.agency, len(each.updates)) for each in understood.returns]


@pytest.mark.parametrize(
    "title", ["Holt Ambulance Service", "3. Ambulance - action plan (continued)", "Section B: HAS"]
)
def test_a_title_that_is_the_name_of_another_agency_begins_its_return(title: str) -> None:
    document = make_document("Fenland Police", make_answers("Train", 1), title, make_answers("Audit", 2))
    expected = [("Fenland Police", 1), ("Holt Ambulance Service", 1)]
    assert agencies_and_rows(understand(document, BOARD)) == expected


def test_the_kind_named_below_the_title_is_that_of_the_new_return() -> None:
    document = make_document(
        "Fenland Police", make_answers("Train", 1), "Ambulance", "Overview recommendations", make_answers("Audit", 2)
    )
    first, second = understand(document, BOARD).returns
    assert (first.updates[0].kind, second.updates[0].kind) == ("", "Overview")


def test_a_title_within_a_labelled_return_is_a_theme() -> None:
    document = make_document("Agency: Fenland Police", make_answers("Train", 1), "Housing", make_answers("Audit", 2))
    assert agencies_and_rows(understand(document, BOARD)) == [("Fenland Police", 2)]


def test_a_sentence_that_names_an_agency_begins_nothing() -> None:
    document = make_document(
        "Fenland Police", make_answers("Train", 1), "We worked on these with Housing.", make_answers("Audit", 2)
    )
    assert agencies_and_rows(understand(document, BOARD)) == [("Fenland Police", 2)]


def test_without_a_list_of_agencies_the_list_of_who_answered_and_headings_name_them() -> None:
    listed = make_table(["Agency", "Updates received"], ["Oakvale", "Yes"], ["Elmside", "Yes - partial"])
    document = make_document(
        listed, "Oakvale", make_answers("Train", 2), "Elmside", make_answers("Audit", 3),
        make_paragraph("Holt Ambulance Service", level=1), make_answers("Check", 4),
    )  # fmt: skip
    understood = understand(document)
    assert [len(each.updates) for each in understood.returns] == [1, 1, 1]
    assert [each.agency for each in understood.returns[1:]] == ["Elmside", "Holt Ambulance Service"]


def test_sections_of_numbered_paragraphs_are_told_apart_as_well() -> None:
    document = make_document(
        make_paragraph("1. Fenland Police", level=2), "Recommendation 1: Train staff", "Progress: begun",
        make_paragraph("2. Ambulance", level=2), "Recommendation 1: Audit calls", "Progress: planned",
    )  # fmt: skip
    expected = [("Fenland Police", 1), ("Holt Ambulance Service", 1)]
    assert agencies_and_rows(understand(document, BOARD)) == expected


def test_a_document_that_answers_nothing_is_said_to() -> None:
    understood = understand(make_document("Dear Chair,", "Our return will follow next week."))
    assert [finding.code for finding in understood.findings] == ["no-answers"]
