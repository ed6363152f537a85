from __future__ import annotations

from dataclasses import replace

import pytest

from match.decisions import fingerprint
from match.model import Choice, Decision, Outcome, Query
from tests.match.plan import POLICE, link_one, query, quote

REWORDED = query("Write down who the kids are at every domestic", "3", document="May.docx")


def decide(row: Query, choice: Choice, *ids: str, when: str = "2024-05-01T10:00:00") -> Decision:
    number = ",".join(row.numbers)
    return Decision(fingerprint(row), choice, ids, "A. Clerk", when, row.agency, row.kind, number, row.recommendation)


def retyped(text: str) -> Query:
    return replace(REWORDED, recommendation=text, document="August.docx")


@pytest.mark.parametrize(
    "text",
    [
        "\u2022 WRITE  down who the kids are,\nat every \u201cdomestic\u201d.",
        "write down who the kids are at every domestic",
    ],
)
def test_typing_and_the_documents_name_do_not_change_the_fingerprint(text: str) -> None:
    assert fingerprint(retyped(text)) == fingerprint(REWORDED)


@pytest.mark.parametrize(
    "other",
    [
        replace(REWORDED, agency="Harbour Community Health"),
        replace(REWORDED, kind="Overview"),
        replace(REWORDED, numbers=("4",)),
        retyped("Write down who the kids are at every burglary"),
    ],
)
def test_another_row_has_another_fingerprint(other: Query) -> None:
    assert fingerprint(other) != fingerprint(REWORDED)


@pytest.mark.parametrize("row", [query("", "2", agency=""), query()])
def test_rows_that_only_their_document_tells_apart_are_told_apart_by_it(row: Query) -> None:
    assert fingerprint(replace(row, document="a.docx")) != fingerprint(replace(row, document="b.docx"))


def test_a_decision_outranks_the_words() -> None:
    row = quote("P1")
    found = link_one(row, decide(row, Choice.LINK, "P5"))
    assert (found.outcome, found.ids) == (Outcome.LINKED, ("P5",))
    assert found.decision is not None
    assert found.reasons == ("Decided by A. Clerk on 2024-05-01.",)


def test_a_decision_may_link_to_several() -> None:
    assert link_one(REWORDED, decide(REWORDED, Choice.LINK, "P1", "P2")).ids == ("P1", "P2")


@pytest.mark.parametrize("choice", [Choice.NOT_A_RECOMMENDATION, Choice.NEW_RECOMMENDATION])
def test_a_row_decided_to_be_none_or_new_is_not_on_the_list(choice: Choice) -> None:
    row = quote("P1")
    assert link_one(row, decide(row, choice)).outcome is Outcome.NOT_ON_LIST


def test_a_row_to_be_decided_later_stays_to_check() -> None:
    row = quote("P1")
    assert link_one(row, decide(row, Choice.LATER)).outcome is Outcome.TO_CHECK


def test_the_latest_of_two_decisions_counts() -> None:
    first = decide(REWORDED, Choice.LINK, "P1")
    second = decide(REWORDED, Choice.LINK, "P2", when="2024-06-01T10:00:00")
    assert link_one(REWORDED, first, second).ids == ("P2",)


def test_a_decision_for_something_no_longer_listed_comes_back() -> None:
    found = link_one(REWORDED, decide(REWORDED, Choice.LINK, "P1", "P99"))
    assert found.outcome is Outcome.TO_CHECK
    assert "P99" in found.reasons[0]


@pytest.mark.parametrize(
    "text",
    [
        "Write down who the kids are at every domestics",
        "Write down who the kids were at every domsetic",
    ],
)
def test_a_decided_row_is_known_again_when_its_words_change_a_little(text: str) -> None:
    assert link_one(retyped(text), decide(REWORDED, Choice.LINK, "P1")).ids == ("P1",)


@pytest.mark.parametrize(
    "other",
    [
        retyped("Write down who the adults are at every domestic"),
        retyped("Do not write down who the kids are at every domestic"),
        retyped("Write down who the kids are at every domestic and burglary"),
        replace(retyped("Write down who the kids were at every domestic"), numbers=("4",)),
        replace(retyped("Write down who the kids were at every domestic"), agency="Harbour Community Health"),
    ],
)
def test_a_decision_is_never_taken_for_another_row(other: Query) -> None:
    assert link_one(other, decide(REWORDED, Choice.LINK, "P1")).decision is None


def test_a_decision_about_a_row_much_like_it_is_a_hint_and_no_more() -> None:
    found = link_one(
        retyped("Write down who the kids are at every domestic and burglary"), decide(REWORDED, Choice.LINK, "P4")
    )
    assert (found.outcome, found.candidates[0].id) == (Outcome.TO_CHECK, "P4")
    assert found.reasons[0] == "A row much like it was decided by A. Clerk on 2024-05-01: link to P4."


def test_what_the_words_prove_needs_no_hint() -> None:
    row = quote("P2")
    changed = replace(row, recommendation=row.recommendation.replace("flag", "flag the"))
    decided = decide(replace(row, recommendation=row.recommendation.replace("flag", "mark")), Choice.LINK, "P4")
    assert link_one(changed, decided).ids == ("P2",)


def test_a_decision_is_not_taken_for_a_row_that_small_words_turn_about() -> None:
    row = query("Kids and dogs to be written down by the crew", "3")
    asked = replace(row, recommendation="Kids or dogs to be written down by the crew")
    assert link_one(asked, decide(row, Choice.LINK, "P1")).decision is None


def test_a_decision_about_a_number_holds_in_the_agencys_next_return() -> None:
    row = query("", "4", document="May.docx", agency=POLICE)
    decided = decide(row, Choice.LINK, "P4")
    assert link_one(replace(row, document="August.docx"), decided).ids == ("P4",)
