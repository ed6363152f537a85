from __future__ import annotations

import csv
import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.model import Place
from match.compare import apply, compare
from match.model import Change, ChangeKind, Edit, Entry, Link, LinkedUpdate, Outcome, Piece, Round
from match.rounds import consolidate
from normalize.model import MasterList, Rating, Recommendation, Status, Update
from tests.match.board import UNHURRIED, master_list, recommendation

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "child-f"

BEFORE = Entry("R1", "Policy drafted", "Minutes", Status.IN_PROGRESS, Rating.AMBER, "2012-11", lead="Dr Marsh")
AFTER = replace(BEFORE, from_round="2013-08")

WORDS = st.sampled_from(
    ["", "-", "Done", "done.", "Not done", "Policy drafted", "Policy \u2013 drafted", "Audit\nheld"]
)
ENTRIES = st.builds(
    Entry,
    id=st.sampled_from(["R1", "R2", "R3", "R4"]),
    update=WORDS,
    evidence=WORDS,
    status=st.sampled_from(Status),
    rating=st.none() | st.sampled_from(Rating),
    from_round=st.sampled_from(["", "2012-11", "2013-08"]),
    lead=st.sampled_from(["", "Dr Marsh"]),
)
ROUNDS = st.builds(
    Round,
    name=st.sampled_from(["2012-11", "2013-08"]),
    entries=st.lists(ENTRIES, unique_by=lambda entry: entry.id).map(tuple),
    heard_from=st.lists(st.sampled_from(["Harbour Trust", "Valley Police"]), unique=True).map(tuple),
)


def only_change(before: Entry | None, after: Entry, master: MasterList | None = None) -> Change:
    previous = Round("2012-11", (before,) if before else ())
    return compare(previous, Round("2013-08", (after,)), master or master_list(1)).changes[0]


@UNHURRIED
@given(previous=st.none() | ROUNDS, current=ROUNDS)
def test_the_previous_round_plus_the_changes_is_the_current_round(previous: Round | None, current: Round) -> None:
    assert apply(previous, compare(previous, current, master_list(1, 2, 3))) == current


def test_changes_do_not_go_onto_another_round_than_the_one_they_were_made_from() -> None:
    log = compare(Round("2012-11", (BEFORE,)), Round("2013-08", (AFTER,)), master_list(1))
    with pytest.raises(ValueError, match="2013-08"):
        apply(Round("2012-11", (Entry("R1"),)), log)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (None, Entry("R1"), ChangeKind.NO_NEW_UPDATE),
        (None, AFTER, ChangeKind.FIRST_UPDATE),
        (Entry("R1"), AFTER, ChangeKind.FIRST_UPDATE),
        (Entry("R1", update="-"), AFTER, ChangeKind.FIRST_UPDATE),
        (BEFORE, BEFORE, ChangeKind.NO_NEW_UPDATE),
        (BEFORE, AFTER, ChangeKind.UNCHANGED),
        (BEFORE, replace(AFTER, update="policy drafted."), ChangeKind.UNCHANGED),
        (BEFORE, replace(AFTER, update="Policy agreed"), ChangeKind.UPDATED),
        (BEFORE, replace(AFTER, evidence=""), ChangeKind.UPDATED),
    ],
)
def test_what_happened_to_the_words_is_named(before: Entry | None, after: Entry, kind: ChangeKind) -> None:
    assert only_change(before, after).kind is kind


@pytest.mark.parametrize(
    ("after", "fields"),
    [
        (AFTER, ()),
        (replace(AFTER, update="Policy agreed"), ("update",)),
        (replace(AFTER, evidence="Minutes, May"), ("evidence",)),
        (replace(AFTER, status=Status.COMPLETE), ("status",)),
        (replace(AFTER, rating=None), ("rating",)),
        (replace(AFTER, lead="Ms Reed", by_when="May 2013"), ("lead", "by when")),
        (replace(AFTER, lead="DR MARSH"), ()),
    ],
)
def test_each_field_that_changed_is_named(after: Entry, fields: tuple[str, ...]) -> None:
    assert only_change(BEFORE, after).fields == fields


def test_a_lead_and_a_date_that_are_those_of_the_master_list_are_no_news() -> None:
    master = MasterList((recommendation(1, lead="Ms Reed", due="May 2013"),))
    before = replace(BEFORE, lead="")
    assert only_change(before, replace(before, lead="Ms Reed", by_when="May 2013"), master).fields == ()
    assert only_change(before, replace(before, lead="Dr Marsh"), master).fields == ("lead",)


def test_the_words_that_changed_are_marked() -> None:
    change = only_change(BEFORE, replace(AFTER, update="Policy drafted and agreed"))
    assert change.update == (Piece(Edit.SAME, "Policy drafted "), Piece(Edit.ADDED, "and agreed"))
    assert change.evidence == (Piece(Edit.SAME, "Minutes"),)


def test_recommendations_new_on_the_list_and_gone_from_it_are_told() -> None:
    log = compare(Round("2012-11", (BEFORE,)), Round("2013-08", (Entry("R2"),)), master_list(2))
    assert [change.before for change in log.changes] == [None]
    assert log.removed == (BEFORE,)


def test_agencies_on_the_list_that_sent_nothing_are_silent() -> None:
    master = MasterList((recommendation(1), recommendation(2, "Valley Police"), recommendation(3, "Valley Police")))
    current = Round("2013-08", (Entry("R1"), Entry("R2"), Entry("R3")), ("Harbour Trust",))
    assert compare(None, current, master).silent == ("Valley Police",)


def test_two_rounds_with_another_between_them_compare_alike() -> None:
    later = replace(AFTER, update="Policy agreed", received=ChangeKind.NO_NEW_UPDATE)
    log = compare(Round("2012-11", (BEFORE,)), Round("2014-02", (later,)), master_list(1))
    assert log.changes[0].kind is ChangeKind.UPDATED


def _corpus(name: str) -> Any:  # noqa: ANN401 - JSON
    path = CORPUS / "truth" / name
    if not path.exists():
        pytest.skip("The corpus is not beside the checkout.")
    return json.loads(path.read_text(encoding="utf-8"))


def _corpus_master() -> MasterList:
    with (CORPUS / "master.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return MasterList(tuple(Recommendation(row["ID"], row["Agency"], row["Source"], row["Number"], "") for row in rows))


def _corpus_round(name: str, master: MasterList, previous: Round | None) -> Round:
    documents = _corpus(f"{name}.json")["documents"]
    updates = [_linked(document, at, row) for document in documents for at, row in enumerate(document["rows"])]
    return consolidate(name, master, previous, updates, heard_from=[document["agency"] for document in documents])


def _linked(document: dict[str, Any], at: int, row: dict[str, Any]) -> LinkedUpdate:
    update = Update(Place(document["file"], None, 1, at), (), update=row["update"], evidence=row["evidence"])
    outcome = Outcome.LINKED if row["master_ids"] else Outcome.NOT_ON_LIST
    link = Link(f"{document['file']}#{at}", outcome, tuple(row["master_ids"]), 100.0, (), ())
    return LinkedUpdate(document["file"], document["agency"], "", "", update, link)


def _is_as_told(change: Change, told: dict[str, Any]) -> bool:
    words = (change.after.update, change.after.evidence, change.after.from_round or None)
    told_words = (told["current_update"], told["current_evidence"], told["current_from_round"])
    fields = [field for field in change.fields if field in {"update", "evidence"}]
    return (
        change.kind in {told["change"], *told.get("also_acceptable", [])}
        and change.kind is change.after.received
        and words == told_words
        and fields == told.get("fields", fields)
    )


def test_the_rounds_of_the_corpus_change_exactly_as_told() -> None:
    told, silent = _corpus("changes.json"), _corpus("2013-08.json")["no_document_from"]
    master, previous = _corpus_master(), None
    for before, name in pairwise(["start", "2012-11", "2013-08"]):
        current = _corpus_round(name, master, previous)
        log = compare(previous, current, master)
        wrong = [each.id for each in log.changes if not _is_as_told(each, told[f"{before} -> {name}"][each.id])]
        assert (len(log.changes), wrong) == (138, [])
        previous = current
    assert sorted(log.silent) == sorted(silent)
