from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from match.linker import link
from match.model import Outcome
from normalize.model import MasterList, Recommendation
from tests.match.plan import HEALTH, PLAN, POLICE, TEXTS, link_one, query, quote


@pytest.mark.parametrize("id_", [id_ for id_ in TEXTS if id_ not in {"PO1", "HO1"}])
def test_a_recommendation_sent_word_for_word_is_linked(id_: str) -> None:
    assert link_one(quote(id_)).ids == (id_,)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("OFFICERS ATTENDING DOMESTIC INCIDENTS MUST RECORD THE NAMES OF EVERY CHILD IN THE HOUSEHOLD", "P1"),
        ("Offcers attending domestic incidnets must record the names of evry child in thehousehold.", "P1"),
        ("Officers attending domestic incidents must record...", "P1"),
        ("Custody sergeants should ask every", "P5"),
        ("caring responsibilities of every detained person: 5) Custody sergeants", ""),
        ("The control room should flag addresses where there have been 3 incidents in 12 months", "P2"),
        ("1) Officers attending domestic incidents must record the names of every child in the household.", "P1"),
        ("Should be circulated to all partners by the police: minutes of the risk panel", "P6"),
        ("CB7 forms should either be legibly written or typed", "P3"),
        ("Officers attending domestic incidents must record the names of every child in the househ", "P1"),
        ("Officers attending domestic incidents must record the names of every child in the", ""),
        ("Officers attending domestic incidents must record the names of every child in the home", ""),
        ("Officers shld record the names of every childs", ""),
        ("Officers attending domestic incidents shld record tlie names of every cliild in the household", "P1"),
        ("Minutes of the risk panel shd be circulated to all partner's by the police", "P6"),
    ],
)
def test_what_typing_cutting_and_turning_round_leave_is_linked(text: str, id_: str) -> None:
    assert link_one(query(text)).ids == ((id_,) if id_ else ())


@pytest.mark.parametrize("form", ["1) {}\n2) {}", "1. {}\n2. {}", "(1) {} (2) {}", "4) {}\n5) {}", "a) {}\nb) {}"])
def test_the_numbers_of_a_list_inside_a_row_are_none_of_its_words(form: str) -> None:
    assert set(link_one(query(form.format(TEXTS["P3"], TEXTS["P6"]))).ids) == {"P3", "P6"}


@pytest.mark.parametrize(
    "text",
    [
        "Officers attending domestic incidents must not record the names of every child in the household.",
        "Officers attending domestic incidents must record the names of every adult in the household.",
        "Officers attending domestic incidents must record the names of every child in the household and school.",
        "Officers attending domestic incidents must record the ages of every child in the household.",
        "The control room should flag addresses where there have been four incidents in twelve months.",
        "The control room should flag addresses where there have been three incidents in twelve weeks.",
        "Custody sergeants should ask every detained man whether they have caring responsibilities.",
        "Sergeants should ask every detained person whether they have caring responsibilities.",
        "The constabulary should ask the LSAB to publish its referral pathway for young carers.",
        "CB9 forms should either be legibly written or typed.",
        "Following the inspection, CB7 forms should either be legibly written or typed.",
        "Social care should be notified to release dates of violent offenders five working days beforehand.",
    ],
)
def test_one_detail_changed_is_another_recommendation(text: str) -> None:
    assert link_one(query(text, "1")).ids == ()


def test_an_agencys_own_recommendations_come_before_those_of_others_that_are_more_alike() -> None:
    found = link_one(query("Tell our staff to do better supervision every twelve weeks"))
    assert [PLAN.by_id[each.id].agency for each in found.candidates[:4]] == [POLICE] * 4
    assert {each.id for each in found.candidates[4:]} <= {"H1", "H2"}


def test_a_row_with_hardly_a_word_in_common_shows_what_has_its_number() -> None:
    found = link_one(query("Tell social services when somebody dangerous is let out", "2", kind="Overview"))
    assert (found.outcome, "PO2" in [each.id for each in found.candidates]) == (Outcome.TO_CHECK, True)


def test_initials_are_known_in_a_candidate_that_writes_them_out() -> None:
    found = link_one(query("SSM to be talked about when someone new comes", kind="Overview"))
    assert found.candidates[0].id == "PO1"


@pytest.mark.parametrize("text", ["MV-07", "MV-07: CB7 forms", "MV-07 - something else altogether"])
def test_an_id_of_the_list_typed_before_the_words_names_its_candidate(text: str) -> None:
    renamed = MasterList(tuple(replace(each, id=f"MV-{at:02}") for at, each in enumerate(PLAN.recommendations, 1)))
    found = link_one(query(text), master=renamed)
    assert (found.outcome, found.candidates[0].id) == (Outcome.TO_CHECK, "MV-07")


def test_a_row_cut_off_where_one_recommendation_ends_and_another_goes_on_fits_both() -> None:
    longer = Recommendation("P9", POLICE, "IMR", "9", f"{TEXTS['P3'].rstrip('.')} and signed by two officers on duty.")
    master = MasterList((*PLAN.recommendations, longer))
    assert link_one(query(TEXTS["P3"]), master=master).ids == ("P3",)
    assert link_one(query(f"{TEXTS['P3'].rstrip('.')}..."), master=master).outcome is Outcome.TO_CHECK


def test_reworded_rows_go_to_a_person_with_the_right_candidate_first() -> None:
    found = link_one(query("Police to write down who the kids are when they go to a domestic incident"))
    assert (found.outcome, found.candidates[0].id) == (Outcome.TO_CHECK, "P1")


def test_near_duplicates_are_told_apart_by_their_one_word() -> None:
    assert link_one(quote("H2")).ids == ("H2",)


def test_near_duplicates_cut_to_what_they_share_are_a_tie() -> None:
    found = link_one(query("should receive safeguarding supervision at least every twelve weeks", agency=HEALTH))
    assert (found.outcome, {each.id for each in found.candidates[:2]}) == (Outcome.TO_CHECK, {"H1", "H2"})
    assert "H1 and H2" in found.reasons[0]


@pytest.mark.parametrize(("agency", "id_"), [(POLICE, "PO1"), (HEALTH, "HO1")])
def test_the_same_words_for_two_agencies_go_by_the_agency(agency: str, id_: str) -> None:
    assert link_one(query(TEXTS["PO1"], agency=agency, kind="Overview")).ids == (id_,)


@pytest.mark.parametrize(
    "asked", [query(TEXTS["PO1"], agency="", kind=""), query(TEXTS["PO1"], kind="", certain=False)]
)
def test_the_same_words_for_two_agencies_are_a_tie_where_the_agency_is_not_sure(asked: object) -> None:
    assert link_one(asked).outcome is Outcome.TO_CHECK  # type: ignore[arg-type]


def test_an_unknown_agency_does_not_hinder_words_that_stand_once() -> None:
    assert link_one(query(TEXTS["P4"], agency="", kind="")).ids == ("P4",)


def test_another_agency_rules_out_even_the_same_words() -> None:
    found = link_one(query(TEXTS["P4"], agency=HEALTH))
    assert found.outcome is Outcome.TO_CHECK
    assert "P4" in [each.id for each in found.candidates]


def test_another_kind_rules_out_even_the_same_words() -> None:
    assert link_one(query(TEXTS["P4"], kind="Overview report recommendations")).outcome is Outcome.TO_CHECK


@pytest.mark.parametrize("kind", ["", "Individual Management Review", "IMR Recommendations", "Actions"])
def test_a_kind_called_otherwise_or_unknown_to_the_list_is_no_hindrance(kind: str) -> None:
    assert link_one(query(TEXTS["P4"], kind=kind)).ids == ("P4",)


@pytest.mark.parametrize("between", [" ", "\n", "; ", " and "])
def test_two_recommendations_in_one_row_are_both_linked(between: str) -> None:
    assert set(link_one(query(TEXTS["P1"] + between + TEXTS["P5"])).ids) == {"P1", "P5"}


def test_a_recommendation_and_something_new_in_one_row_go_to_a_person() -> None:
    text = TEXTS["P1"] + " A named lead should be appointed to oversee this."
    assert link_one(query(text)).outcome is Outcome.TO_CHECK


def test_one_recommendation_split_over_two_rows_is_linked_twice() -> None:
    rows = [
        query("A review of the quality of vulnerability forms", document="a.docx"),
        query("submitted by neighbourhood teams should be carried out.", document="a.docx"),
    ]
    assert [each.ids for each in link(rows, PLAN)] == [("P4",), ("P4",)]


@pytest.mark.parametrize("text", ["IMR Recommendations", "Signed: ........ Date: ........", "Page 2 of 6", "Total"])
def test_headings_and_sign_offs_are_not_on_the_list(text: str) -> None:
    assert link_one(query(text)).outcome is Outcome.NOT_ON_LIST


def test_a_row_with_nothing_in_it_goes_to_a_person() -> None:
    assert link_one(query()).outcome is Outcome.TO_CHECK


def test_an_empty_list_links_nothing() -> None:
    assert link_one(query(TEXTS["P1"], "1"), master=MasterList(())).ids == ()


def test_no_row_shows_more_than_five_candidates() -> None:
    assert all(len(each.candidates) <= 5 for each in link([quote(id_) for id_ in TEXTS], PLAN))


def test_every_link_says_why_in_a_sentence() -> None:
    assert link_one(quote("P4")).reasons == ("The words agree with P4 in full; the agency and the kind agree.",)


@given(st.lists(st.text(max_size=60), max_size=6), st.sampled_from([POLICE, HEALTH, "", "Nobody"]))
def test_any_rows_at_all_get_a_link_each_to_what_is_on_the_list(texts: list[str], agency: str) -> None:
    found = link([query(text, agency=agency, document="a.docx") for text in texts], PLAN)
    assert len(found) == len(texts)
    assert all(id_ in TEXTS for each in found for id_ in (*each.ids, *(shown.id for shown in each.candidates)))


@pytest.mark.parametrize("text", [" ".join(TEXTS.values()) * 12, "x" * 100_000])
def test_a_row_of_unreasonable_length_is_not_linked(text: str) -> None:
    assert link_one(query(text)).ids == ()


def test_documents_in_another_order_give_the_same_links() -> None:
    rows = [quote(id_, document=f"{id_[:1]}.docx") for id_ in TEXTS]
    there, back = link(rows, PLAN), link(rows[::-1], PLAN)
    assert [(each.query_id, each.outcome, each.ids) for each in there] == [
        (each.query_id, each.outcome, each.ids) for each in back[::-1]
    ]


def test_the_first_two_phrases_may_be_exchanged_and_initials_written_out() -> None:
    text = "The panel decision of the weekly allocation meeting must be placed on the file and read by SW's."
    master = MasterList((Recommendation("C1", POLICE, "IMR", "1", text), *PLAN.recommendations))
    row = query("Weekly allocation meeting: panel decision to be placed on the file and read by social workers.")
    (found,) = link([row], master)
    assert found.ids == ("C1",)


def test_names_exchanged_further_on_are_another_meaning() -> None:
    row = query(
        "The transfer of records between school nursing and health visiting should be audited annually.", agency=HEALTH
    )
    assert link_one(row).ids == ()
