from __future__ import annotations

import pytest

from match.linker import link
from match.model import Link, Outcome, Query
from normalize.model import MasterList, Recommendation
from tests.match.plan import PLAN, POLICE, TEXTS, query, quote

DOCUMENT = "return.docx"


def link_last(*rows: Query) -> Link:
    return link(rows, PLAN)[-1]


def test_a_number_alone_counts_where_two_other_rows_carry_the_lists_numbers() -> None:
    assert link_last(quote("P1"), quote("P6"), query("", "4", document=DOCUMENT)).ids == ("P4",)


def test_a_row_that_says_as_above_is_known_by_its_number() -> None:
    assert link_last(quote("P1"), quote("P6"), query("See above", "4", document=DOCUMENT)).ids == ("P4",)


def test_a_title_is_known_by_its_number() -> None:
    assert link_last(quote("P1"), quote("P6"), query("Vulnerability forms", "4", document=DOCUMENT)).ids == ("P4",)


def test_several_numbers_link_to_several_recommendations() -> None:
    assert link_last(quote("P1"), quote("P6"), query("Recs 3-5", document=DOCUMENT)).ids == ("P3", "P4", "P5")


def test_one_other_row_is_not_enough() -> None:
    found = link_last(quote("P1"), query("", "4", document=DOCUMENT))
    assert (found.outcome, found.candidates[0].id) == (Outcome.TO_CHECK, "P4")


def test_a_number_beyond_those_known_may_stand_after_a_gap() -> None:
    assert link_last(quote("P1"), quote("P2"), query("", "4", document=DOCUMENT)).outcome is Outcome.TO_CHECK


def test_a_number_below_those_known_needs_the_first() -> None:
    bare = query("", "2", document=DOCUMENT)
    assert link_last(quote("P4"), quote("P6"), bare).ids == ()
    assert link_last(quote("P4"), quote("P6"), query("", "1", document=DOCUMENT), bare).ids == ("P2",)


def test_a_document_that_reaches_the_lists_last_number_leaves_no_gap() -> None:
    rows = (quote("P1"), quote("P2"), query("", "4", document=DOCUMENT))
    assert [each.ids for each in link([*rows, query("", "7", document=DOCUMENT)], PLAN)[2:]] == [("P4",), ("P7",)]


def test_the_same_row_twice_counts_once() -> None:
    assert link_last(quote("P1"), quote("P1"), query("", "4", document=DOCUMENT)).ids == ()


def test_rows_of_other_documents_do_not_count() -> None:
    assert link_last(quote("P1"), quote("P6"), query("", "4", document="other.docx")).ids == ()


def test_a_document_that_numbers_afresh_is_not_trusted() -> None:
    found = link_last(quote("P1"), quote("P2"), quote("P5", "3"), query("", "4", document=DOCUMENT))
    assert found.outcome is Outcome.TO_CHECK
    assert "otherwise" in found.reasons[0]


def test_the_words_stand_where_a_document_numbers_afresh() -> None:
    assert link_last(quote("P1", "4"), quote("P2", "5"), quote("P5", "6")).ids == ("P5",)


def test_a_number_of_another_kind_needs_a_row_of_that_kind() -> None:
    rows = (quote("P1"), quote("P2"), query("", "2", kind="Overview", document=DOCUMENT))
    assert link_last(*rows).ids == ()
    assert link_last(quote("PO1"), *rows).ids == ("PO2",)


def test_a_number_that_the_list_does_not_have_goes_to_a_person() -> None:
    assert link_last(quote("P1"), quote("P2"), query("", "44", document=DOCUMENT)).outcome is Outcome.TO_CHECK


def test_the_number_breaks_a_tie() -> None:
    cut = "should receive safeguarding supervision at least every twelve weeks"
    row = Query("row", DOCUMENT, "Harbour Community Health", "IMR", ("2",), cut)
    bare = query("", "1", agency=row.agency, document=DOCUMENT)
    assert link_last(quote("H3"), quote("HO1"), bare, row).ids == ("H2",)


def test_a_trusted_number_withdraws_a_link_to_a_near_duplicate() -> None:
    rows = (quote("H3"), quote("HO1"), quote("H1", "2"))
    found = link(rows, PLAN)[-1]
    assert found.outcome is Outcome.TO_CHECK
    assert "the number is that of H2" in found.reasons[0]


def test_full_words_outweigh_a_number_of_something_else() -> None:
    assert link_last(quote("P1"), quote("P2"), quote("P5", "3")).ids == ("P5",)


def test_a_row_with_a_number_only_may_go_on_about_a_recommendation_another_row_has() -> None:
    found = link(
        [quote("P1"), quote("P6"), quote("P4", "", document=DOCUMENT), query("", "4", document=DOCUMENT)], PLAN
    )
    assert found[-1].ids == ("P4",)
    again = link([quote("P1"), quote("P2"), query("", "1", document=DOCUMENT)], PLAN)
    assert again[-1].ids == ("P1",)


def test_a_second_row_quoting_part_of_a_recommendation_sent_in_full_goes_to_a_person() -> None:
    cut = query("A review of the quality of vulnerability forms ...", document=DOCUMENT)
    assert link_last(quote("P4"), cut).outcome is Outcome.TO_CHECK


def test_rows_that_repeat_a_recommendation_are_all_linked() -> None:
    assert [each.ids for each in link([quote("P4"), quote("P4"), quote("P4")], PLAN)] == [("P4",)] * 3


def test_a_row_of_a_number_only_is_shown_what_no_other_row_is_about() -> None:
    rows = [quote(id_, "9") for id_ in ("P1", "P2", "P3", "P5")]
    shown = [each.id for each in link_last(*rows, query("", "44", document=DOCUMENT)).candidates]
    assert shown == ["P6", "P7", "P4"]


def test_the_numbers_of_a_row_with_words_are_no_evidence_of_their_own() -> None:
    assert link_last(quote("P1"), quote("P2"), query("Buy new cars", "4", document=DOCUMENT)).ids == ()


def test_a_whole_recommendation_in_another_order_is_linked_by_a_trusted_number() -> None:
    text = "Supervision is held monthly in small groups to reflect on practice improvement and workload."
    master = MasterList((*PLAN.recommendations, Recommendation("P9", POLICE, "IMR", "8", text)))
    moved = (
        "Supervision to take place monthly in small groups so that practice improvement and workload "
        "can be reflected on."
    )
    rows = [quote("P6"), quote("P7"), query(moved, "8", document=DOCUMENT)]
    assert link(rows, master)[2].ids == ("P9",)
    without_number = [quote("P6"), quote("P7"), query(moved, document=DOCUMENT)]
    assert link(without_number, master)[2].ids == ()


@pytest.mark.parametrize(
    "text",
    [
        "The surgery should inform the hospital of any change of medication within two working days.",
        "Inform the hospital and the surgery of any change of medication within two working days.",
    ],
)
def test_who_does_what_to_whom_is_not_another_order_of_words(text: str) -> None:
    own = "The hospital should inform the surgery of any change of medication within two working days."
    master = MasterList((*PLAN.recommendations, Recommendation("P9", POLICE, "IMR", "8", own)))
    rows = [quote("P6"), quote("P7"), query(text, "8", document=DOCUMENT)]
    assert link(rows, master)[2].ids == ()


def test_in_the_same_order_a_word_more_is_a_detail_changed_even_with_a_trusted_number() -> None:
    changed = TEXTS["P2"].replace("should flag", "can flag")
    rows = [quote("P1"), quote("P3"), query(changed, "2", document=DOCUMENT)]
    assert link(rows, PLAN)[2].ids == ()
