from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from match.list_changes import compare_lists
from match.model import Edit, ListEdit
from normalize.model import MasterList, Recommendation
from tests.match.board import UNHURRIED
from tests.match.plan import PLAN

AUDIT = "Ward managers should audit discharge letters every month."
TRAIN = "Ward managers should train night staff in safeguarding."
BOTH = "Ward managers should audit discharge letters every month and train night staff in safeguarding."
VISIT = "Housing officers should visit every new tenant within a fortnight."


def entry(id_: str, text: str, number: str = "1", agency: str = "Harbour Trust") -> Recommendation:
    return Recommendation(id_, agency, "IMR", number, text)


def changes(before: list[Recommendation], after: list[Recommendation]) -> list[tuple[ListEdit, tuple[str, ...]]]:
    found = compare_lists(MasterList(tuple(before)), MasterList(tuple(after)))
    return [(each.edit, (*each.before, *each.after)) for each in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([entry("A1", AUDIT)], [entry("A1", AUDIT), entry("A2", VISIT)], (ListEdit.NEW, ("A2",))),
        ([entry("A1", AUDIT), entry("A2", VISIT)], [entry("A1", AUDIT)], (ListEdit.GONE, ("A2",))),
        ([entry("A1", BOTH)], [entry("A1a", AUDIT), entry("A1b", TRAIN)], (ListEdit.SPLIT, ("A1", "A1a", "A1b"))),
        ([entry("A1", BOTH)], [entry("A1", AUDIT), entry("A1b", TRAIN)], (ListEdit.SPLIT, ("A1", "A1", "A1b"))),
        ([entry("A1", AUDIT), entry("A2", TRAIN)], [entry("A1", BOTH)], (ListEdit.JOINED, ("A1", "A2", "A1"))),
        ([entry("A1", AUDIT)], [entry("A7", AUDIT)], (ListEdit.NEW_ID, ("A1", "A7"))),
        ([entry("A1", AUDIT)], [entry("A1", AUDIT, "4")], (ListEdit.RENUMBERED, ("A1", "A1"))),
        ([entry("A1", AUDIT)], [entry("A1", AUDIT, agency="Police")], (ListEdit.REASSIGNED, ("A1", "A1"))),
        ([entry("A1", AUDIT)], [entry("A1", AUDIT.replace("month", "week"))], (ListEdit.REWORDED, ("A1", "A1"))),
        ([entry("A1", AUDIT)], [entry("A1", VISIT)], (ListEdit.REPLACED, ("A1", "A1"))),
    ],
)
def test_what_was_done_to_the_list_is_said_once(
    before: list[Recommendation], after: list[Recommendation], expected: tuple[ListEdit, tuple[str, ...]]
) -> None:
    assert changes(before, after) == [expected]


def test_ids_moved_up_by_one_put_in_between_are_told_from_other_words() -> None:
    before = [entry("A1", AUDIT), entry("A2", TRAIN)]
    after = [entry("A1", VISIT), entry("A2", AUDIT), entry("A3", TRAIN)]
    found = changes(before, after)
    assert found == [
        (ListEdit.NEW_ID, ("A1", "A2")),
        (ListEdit.NEW_ID, ("A2", "A3")),
        (ListEdit.REPLACED, ("A1", "A1")),
    ]


def test_a_list_typed_anew_is_the_same_list() -> None:
    typed = [
        replace(each, text=each.text.upper().replace(" ", "  "), number=f"0{each.number}.")
        for each in PLAN.recommendations
    ]
    assert compare_lists(PLAN, MasterList(tuple(typed))) == ()


def test_the_words_of_a_reworded_one_are_shown() -> None:
    found = compare_lists(MasterList((entry("A1", AUDIT),)), MasterList((entry("A1", AUDIT.replace("month", "week")),)))
    assert [piece.text.strip() for piece in found[0].words if piece.edit is Edit.ADDED] == ["week."]


@UNHURRIED
@given(st.sets(st.integers(0, 12)), st.sets(st.integers(0, 12)))
def test_what_is_new_and_gone_is_what_one_list_has_and_the_other_has_not(old: set[int], new: set[int]) -> None:
    entries = PLAN.recommendations
    before, after = ([entries[at] for at in sorted(chosen)] for chosen in (old, new))
    news = {ids for edit, ids in changes(before, after) if edit is ListEdit.NEW}
    assert news == {(entries[at].id,) for at in new - old}


def test_two_parts_that_leave_much_of_the_whole_unsaid_are_no_split() -> None:
    whole = entry("A1", f"{BOTH} {VISIT} School nurses should weigh infants at each appointment until they are two.")
    edits = {edit for edit, _ in changes([whole], [entry("A1a", AUDIT), entry("A1b", TRAIN)])}
    assert ListEdit.SPLIT not in edits
