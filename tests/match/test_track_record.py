from __future__ import annotations

from dataclasses import replace

import pytest

from match.decisions import fingerprint
from match.linker import link
from match.model import Choice, Decision, LinkedUpdate, Outcome
from match.track_record import TrackRecord, read_track_record
from tests.match.board import row
from tests.match.plan import PLAN, link_one, query, quote


def decided(choice: Choice, *ids: str, by_program: tuple[str, ...], about: str = "a row") -> LinkedUpdate:
    made = row(*ids, outcome=Outcome.LINKED if ids else Outcome.NOT_ON_LIST)
    decision = Decision(about, choice, ids, "A. Reader", "2025-03-01T10:00:00")
    return replace(made, link=replace(made.link, decision=decision, by_program=by_program))


@pytest.mark.parametrize(
    ("made", "changed", "at_most"),
    [(0, 0, 1.0), (100, 0, 0.0295), (1000, 0, 0.00299), (100, 1, 0.0466), (20, 5, 0.4556), (3, 3, 1.0)],
)
def test_the_bound_is_that_of_clopper_and_pearson(made: int, changed: int, at_most: float) -> None:
    assert TrackRecord(made, changed).at_most == pytest.approx(at_most, abs=0.0001)


def test_the_more_links_stand_the_lower_the_bound() -> None:
    bounds = [TrackRecord(made, 2).at_most for made in (10, 100, 1000, 50_000)]
    assert bounds == sorted(bounds, reverse=True)


def test_links_left_standing_or_confirmed_count_as_right() -> None:
    rows = [row("R1"), row("R2", at=3), decided(Choice.LINK, "R3", by_program=("R3",))]
    assert read_track_record(rows) == TrackRecord(made=3, changed=0)


@pytest.mark.parametrize("choice", [Choice.NOT_A_RECOMMENDATION, Choice.NEW_RECOMMENDATION])
def test_links_changed_or_struck_out_count_as_wrong(choice: Choice) -> None:
    rows = [
        decided(Choice.LINK, "R2", by_program=("R1",)),
        decided(choice, by_program=("R1",), about="another row"),
    ]
    assert read_track_record(rows) == TrackRecord(made=2, changed=2)


def test_what_the_program_had_not_linked_or_was_put_off_does_not_count() -> None:
    rows = [
        row(outcome=Outcome.TO_CHECK),
        decided(Choice.LINK, "R1", by_program=()),
        decided(Choice.LATER, by_program=("R1",), about="another row"),
    ]
    assert read_track_record(rows) == TrackRecord(made=0, changed=0)


def test_a_decision_remembered_in_later_rounds_counts_once() -> None:
    assert read_track_record([decided(Choice.LINK, "R2", by_program=("R1",))] * 3).made == 1


def test_a_decided_row_says_what_the_program_makes_of_it() -> None:
    asked = quote("P3")
    decision = Decision(fingerprint(asked), Choice.LINK, ("P4",), "A. Reader", "2025-03-01T10:00:00")
    found = link_one(asked, decision)
    assert (found.ids, found.by_program) == (("P4",), ("P3",))
    beside = link([asked, quote("P1")], PLAN, decisions=[decision])[1]
    assert (beside.ids, beside.by_program) == (("P1",), ())


def test_a_decided_row_that_the_program_cannot_link_says_so() -> None:
    asked = query("Buy new cars for the whole fleet")
    decision = Decision(fingerprint(asked), Choice.LINK, ("P4",), "A. Reader", "2025-03-01T10:00:00")
    assert link_one(asked, decision).by_program == ()
