from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from ingest.model import Comment, Place
from match.model import ChangeKind, Entry, LinkedUpdate, Outcome, Round
from match.rounds import consolidate
from normalize.model import Rating, Status
from tests.match.board import master_list, row

BOTH = ["Harbour Trust", "Valley Police"]


def one_entry(*rows: LinkedUpdate, before: Entry | None = None) -> Entry:
    previous = Round("2012-11", (before,)) if before else None
    return consolidate("2013-08", master_list(1), previous, rows, heard_from=["Harbour Trust"]).entries[0]


EARLIER = Entry("R1", "Policy drafted", "Minutes", Status.IN_PROGRESS, Rating.AMBER, "2012-11", lead="Dr Marsh")


def test_every_recommendation_has_one_entry_in_the_order_of_the_master_list() -> None:
    made = consolidate("2013-08", master_list(3, 1, 2), None, [row("R2", update="Done")], heard_from=[])
    assert [entry.id for entry in made.entries] == ["R3", "R1", "R2"]
    assert [entry.update for entry in made.entries] == ["", "", "Done"]


def test_the_first_words_are_a_first_update() -> None:
    entry = one_entry(row("R1", update="Done", at=5))
    assert entry.received is ChangeKind.FIRST_UPDATE
    assert entry.from_round == "2013-08"
    assert entry.sources == (Place("Harbour.docx", None, 1, 5),)
    assert entry.agencies == ("Harbour Trust",)


def test_where_one_agency_reports_the_entry_has_no_parts() -> None:
    assert one_entry(row("R1", update="Done", at=5), row("R1", update="And checked", at=6)).parts == ()
    assert one_entry(row("R1", update="Policy agreed"), before=EARLIER).parts == ()


def test_new_words_take_the_place_of_the_old() -> None:
    entry = one_entry(row("R1", update="Policy agreed"), before=EARLIER)
    assert (entry.received, entry.update, entry.evidence) == (ChangeKind.UPDATED, "Policy agreed", "")


def test_new_evidence_alone_is_an_update() -> None:
    assert one_entry(row("R1", evidence="Policy"), before=EARLIER).received is ChangeKind.UPDATED


def test_words_sent_again_are_unchanged_and_current() -> None:
    entry = one_entry(row("R1", update="policy  drafted.", evidence="Minutes"), before=EARLIER)
    assert (entry.received, entry.update, entry.from_round) == (ChangeKind.UNCHANGED, "policy  drafted.", "2013-08")


def test_words_sent_again_without_status_and_rating_leave_both_standing() -> None:
    entry = one_entry(row("R1", update="Policy drafted", evidence="Minutes"), before=EARLIER)
    assert (entry.status, entry.rating) == (Status.IN_PROGRESS, Rating.AMBER)


def test_new_words_do_not_keep_the_rating_of_the_old() -> None:
    entry = one_entry(row("R1", update="Policy agreed", status=Status.COMPLETE), before=EARLIER)
    assert (entry.status, entry.rating) == (Status.COMPLETE, None)


@pytest.mark.parametrize("rows", [(), (row("R1"),), (row("R1", update=" - ", evidence="\n"),)])
def test_a_row_without_words_leaves_the_last_words_standing(rows: tuple[LinkedUpdate, ...]) -> None:
    assert one_entry(*rows, before=EARLIER) == replace(EARLIER, received=ChangeKind.NO_NEW_UPDATE)


def test_a_row_without_words_may_still_state_a_status_and_a_rating() -> None:
    stated = row("R1", status=Status.COMPLETE, status_as_written="Done", rating=Rating.GREEN)
    entry = one_entry(stated, before=EARLIER)
    assert (entry.received, entry.update) == (ChangeKind.NO_NEW_UPDATE, "Policy drafted")
    assert (entry.status, entry.rating) == (Status.COMPLETE, Rating.GREEN)


def test_several_rows_on_one_recommendation_are_joined_in_order() -> None:
    entry = one_entry(row("R1", update="First", evidence="Memo", at=2), row("R1", update="Second", at=3))
    assert (entry.update, entry.evidence) == ("First\nSecond", "Memo")
    assert [place.row for place in entry.sources] == [2, 3]


def test_what_two_rows_say_alike_is_said_once() -> None:
    rows = row("R1", update="First", at=2), row("R1", update="Second", at=3), row("R1", update="first.", at=4)
    assert one_entry(*rows).update == "First\nSecond"


def test_one_row_on_several_recommendations_feeds_each() -> None:
    made = consolidate("2013-08", master_list(1, 2), None, [row("R1", "R2", update="Done")], heard_from=[])
    assert [entry.update for entry in made.entries] == ["Done", "Done"]


@pytest.mark.parametrize("outcome", [Outcome.TO_CHECK, Outcome.NOT_ON_LIST])
def test_a_row_that_is_not_linked_brings_nothing(outcome: Outcome) -> None:
    assert one_entry(row("R1", update="Done", outcome=outcome)) == Entry("R1")


@pytest.mark.parametrize("rows", list(permutations([Status.COMPLETE, Status.IN_PROGRESS, Status.NOT_STATED])))
def test_of_several_rows_the_one_that_has_come_least_far_decides(rows: tuple[Status, ...]) -> None:
    updates = [row("R1", update=f"Part {at}", status=status, at=at) for at, status in enumerate(rows, 2)]
    assert one_entry(*updates).status is Status.IN_PROGRESS


def test_a_status_column_outranks_what_the_words_of_another_row_say() -> None:
    by_words = row("R1", update="Not started in the wards", status=Status.NOT_STARTED, at=2)
    stated = row("R1", update="See above", status=Status.COMPLETE, status_as_written="Complete", at=3)
    assert one_entry(by_words, stated).status is Status.COMPLETE


def test_the_worst_rating_of_several_rows_stands() -> None:
    rows = row("R1", update="A", rating=Rating.GREEN, at=2), row("R1", update="B", rating=Rating.RED, at=3)
    assert one_entry(*rows).rating is Rating.RED


def test_a_blank_lead_does_not_take_the_lead_away() -> None:
    assert one_entry(row("R1", update="Done"), before=EARLIER).lead == "Dr Marsh"
    assert one_entry(row("R1", update="Done", lead="Ms Reed"), before=EARLIER).lead == "Ms Reed"


def test_margin_comments_and_struck_words_are_kept_with_the_entry() -> None:
    entry = one_entry(row("R1", update="Done", struck=("Ongoing",), comments=(Comment("Is it?"),)), before=EARLIER)
    assert (entry.struck, entry.comments) == (("Ongoing",), (Comment("Is it?"),))


def test_both_agencies_are_named_where_two_report_on_one_recommendation() -> None:
    rows = row("R1", update="Ours is done"), row("R1", update="Ours too", agency="Valley Police", document="Police.doc")
    assert one_entry(*rows).agencies == tuple(BOTH)


def shared_entry() -> Entry:
    ours, theirs = row("R1", update="Ours is done"), row("R1", update="Theirs is not", agency="Valley Police")
    return consolidate("2012-11", master_list(1), None, [ours, theirs], heard_from=BOTH).entries[0]


def test_on_a_shared_recommendation_an_agency_that_sent_nothing_keeps_its_words() -> None:
    entry = one_entry(row("R1", update="Theirs is done too", agency="Valley Police"), before=shared_entry())
    assert (entry.update, entry.received) == ("Ours is done\nTheirs is done too", ChangeKind.UPDATED)
    assert [part.from_round for part in entry.parts] == ["2012-11", "2013-08"]


def test_a_shared_recommendation_is_unchanged_when_one_agency_repeats_itself_and_the_other_is_silent() -> None:
    entry = one_entry(row("R1", update="Ours is done."), before=shared_entry())
    assert (entry.update, entry.received) == ("Ours is done.\nTheirs is not", ChangeKind.UNCHANGED)


def test_on_a_shared_recommendation_the_agency_that_has_come_least_far_decides() -> None:
    behind = replace(shared_entry().parts[0], status=Status.NOT_STARTED)
    before = replace(shared_entry(), parts=(behind, shared_entry().parts[1]))
    done = row("R1", update="Done", agency="Valley Police", status=Status.COMPLETE, status_as_written="Complete")
    assert one_entry(done, before=before).status is Status.NOT_STARTED


@pytest.mark.parametrize("heard", list(permutations([*BOTH, "Harbour Trust"])))
def test_the_order_of_returns_does_not_show_in_who_was_heard_from(heard: tuple[str, ...]) -> None:
    assert consolidate("2013-08", master_list(1), None, [], heard_from=heard).heard_from == tuple(BOTH)


def test_a_recommendation_taken_off_the_list_has_no_entry() -> None:
    previous = Round("2012-11", (EARLIER, Entry("R2")))
    assert consolidate("2013-08", master_list(2), previous, [], heard_from=[]).entries == (Entry("R2"),)
