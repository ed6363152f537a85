from __future__ import annotations

from dataclasses import replace

import pytest

from match.decisions import fingerprint
from match.linker import link
from match.model import Choice, Decision, Link, Outcome, Query
from normalize.forms import digest_words
from normalize.model import FormMark, MasterList, Recommendation
from tests.match.plan import HEALTH, PLAN, POLICE, TEXTS, query, quote

TWIN = "Supervision records should be audited every quarter by a manager."
LIST = MasterList(
    (
        *(replace(each, id=f"X-{each.id}", number="") for each in PLAN.recommendations),
        Recommendation("X-T1", POLICE, "IMR", "", TWIN),
        Recommendation("X-T2", POLICE, "IMR", "", TWIN),
        Recommendation("14", POLICE, "IMR", "", "Training."),
    )
)


def mark(id_: str, text: str = "") -> FormMark:
    return FormMark(id_, digest_words(text or LIST.by_id[id_].text))


def form_row(id_: str, text: str | None = None, *, printed: str | None = None) -> Query:
    """Return a row of a form as it was made, or with other words or another printed id."""
    entry = LIST.by_id[id_]
    words = entry.text if text is None else text
    return Query(id_, "form.docx", entry.agency, "", (), words, id_as_written=printed or id_, marks=(mark(id_),))


def printed_row(id_: str, text: str | None = None) -> Query:
    """Return the same of a form that has lost what travels unseen."""
    return replace(form_row(id_, text), marks=())


def link_rows(*rows: Query, decisions: tuple[Decision, ...] = ()) -> tuple[Link, ...]:
    return link([replace(row, id=str(at)) for at, row in enumerate(rows)], LIST, decisions=decisions)


def link_row(row: Query) -> Link:
    return link_rows(row)[0]


@pytest.mark.parametrize("id_", LIST.by_id)
@pytest.mark.parametrize("make", [form_row, printed_row])
def test_every_row_of_a_form_is_linked_by_its_id_even_where_words_tell_nothing_apart(make: object, id_: str) -> None:
    printed = "ID 14" if id_ == "14" else id_
    row = replace(make(id_), id_as_written=printed)  # type: ignore[operator]

    found = link_row(row)

    assert found.ids == (id_,)
    assert "own ID" in found.reasons[0]


def test_an_id_is_known_however_it_is_typed() -> None:
    assert link_row(replace(printed_row("X-T1"), id_as_written="x\u2011 T1")).ids == ("X-T1",)


def test_a_row_without_words_is_linked_by_what_it_carries_unseen() -> None:
    assert link_row(form_row("X-P1", "")).ids == ("X-P1",)


def test_a_printed_id_without_words_needs_other_rows_to_bear_it_out() -> None:
    bare = printed_row("X-P1", "")

    assert link_row(bare).outcome is Outcome.TO_CHECK
    assert link_row(bare).candidates[0].id == "X-P1"
    assert link_rows(bare, printed_row("X-P2"), printed_row("X-P3"))[0].ids == ("X-P1",)


def test_one_row_alone_does_not_bear_out_the_printed_ids_of_the_others() -> None:
    first, second, *_ = LIST.by_id
    assert link_rows(printed_row(first), printed_row(second, ""))[1].outcome is Outcome.TO_CHECK


def test_a_bare_number_is_no_id() -> None:
    found = link_row(replace(query("Training."), id_as_written="14"))

    assert found.outcome is not Outcome.LINKED


def test_a_recommendation_typed_anew_is_linked_by_its_id() -> None:
    anew = "Control room to flag addresses with three incidents in twelve months"

    assert link_row(form_row("X-P2", anew)).ids == ("X-P2",)
    assert link_row(printed_row("X-P2", anew)).ids == ("X-P2",)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (form_row("X-P1", printed="X-P2"), 'made for X-P1, and now says "X-P2"'),
        (form_row("X-P1", "", printed="new"), 'made for X-P1, and now says "new"'),
        (form_row("X-P1", TEXTS["P5"]), "the words in it are those of X-P5"),
        (form_row("X-P1", "Body-worn cameras to be bought for the marine unit"), "are not its words"),
        (form_row("X-P2", TWIN), "are not its words"),
        (printed_row("X-P1", TEXTS["P5"]), "the words in it are those of X-P5"),
        (printed_row("X-T1", TEXTS["P2"]), "the words in it are those of X-P2"),
        (printed_row("X-P1", TEXTS["P1"].replace("child", "dog")), "are not its words"),
        (replace(form_row("X-P1"), agency=HEALTH), f"which is for {POLICE}"),
        (replace(form_row("X-P1", ""), marks=(mark("X-P1"), mark("X-P2"))), "X-P1 and X-P2 at once"),
        (replace(form_row("X-P1", "Sharks and rays"), marks=(mark("X-P1", "Sharks and rays"),)), "had other words"),
    ],
)
def test_what_speaks_against_an_id_goes_to_a_person_with_what_it_names_first(row: Query, said: str) -> None:
    found = link_row(row)

    assert found.outcome is Outcome.TO_CHECK
    assert said in found.reasons[0]
    assert found.candidates[0].id in row.id_as_written or found.candidates[0].id == row.marks[0].id


def test_a_form_of_another_list_with_the_same_ids_links_nothing_by_them() -> None:
    foreign = replace(form_row("X-P1", ""), marks=(mark("X-P1", "Something of another board's"),))

    assert link_row(foreign).outcome is Outcome.TO_CHECK


def test_an_id_the_list_does_not_have_leaves_the_row_to_its_words() -> None:
    gone = replace(form_row("X-P1"), id_as_written="X-OLD", marks=(mark("X-OLD", TEXTS["P1"]),))

    assert link_row(gone).ids == ("X-P1",)


def test_a_typing_error_mended_on_the_list_since_is_no_rewording() -> None:
    older = TEXTS["P1"].replace("household", "houshold")

    assert link_row(replace(form_row("X-P1", older), marks=(mark("X-P1", older),))).ids == ("X-P1",)


def test_of_a_copied_row_neither_is_linked_and_the_others_are() -> None:
    first, second, other = link_rows(form_row("X-P1"), form_row("X-P1"), form_row("X-P2"))

    assert (first.outcome, second.outcome, other.ids) == (Outcome.TO_CHECK, Outcome.TO_CHECK, ("X-P2",))
    assert "one was copied" in first.reasons[0]


def test_a_copied_row_with_the_words_of_another_recommendation_leaves_the_first_linked() -> None:
    first, second = link_rows(form_row("X-P1"), form_row("X-P1", TEXTS["P5"]))

    assert (first.ids, second.outcome) == (("X-P1",), Outcome.TO_CHECK)


def test_what_a_person_said_of_one_copy_says_nothing_of_the_other() -> None:
    copies = [replace(form_row("X-P1"), recommendation=f"{n}) {TEXTS['P1']}") for n in (1, 2)]
    said = Decision(fingerprint(copies[0]), Choice.LINK, ("X-P1",), "A. Clerk", "2026-01-01")

    first, second = link_rows(*copies, decisions=(said,))

    assert (first.ids, second.outcome) == (("X-P1",), Outcome.TO_CHECK)


def test_two_rows_put_together_are_linked_to_both_where_the_words_bear_it_out() -> None:
    both = replace(form_row("X-P1", f"{TEXTS['P1']}\n{TEXTS['P2']}", printed="X-P1 X-P2"), id_as_written="")
    both = replace(both, marks=(mark("X-P1"), mark("X-P2")))

    assert set(link_row(both).ids) == {"X-P1", "X-P2"}


def test_a_row_added_by_hand_is_linked_by_its_words_beside_the_row_of_the_form() -> None:
    added = replace(quote("P1"), document="form.docx", numbers=())

    assert [each.ids for each in link_rows(form_row("X-P1"), added)] == [("X-P1",), ("X-P1",)]
