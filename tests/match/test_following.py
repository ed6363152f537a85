from __future__ import annotations

from match.following import follow_pointers
from match.model import Entry
from normalize.model import MasterList, Pointer, Recommendation

MASTER = MasterList(
    (
        Recommendation("H-1", "Housing", "OV", "3", "Share the risk form"),
        Recommendation("P-1", "Police", "OV", "1", "Share the risk form"),
        Recommendation("P-2", "Police", "IMR", "2", "Train all sergeants"),
    )
)
SAID = (
    Entry("P-1", update="The form is shared.", evidence="Form"),
    Entry("P-2", update="Trained.", evidence="Register"),
)


def followed(pointer: Pointer, *, evidence: str = "") -> Pointer:
    entry = Entry("H-1", update="" if evidence else pointer.as_written, evidence=evidence, refers_to=(pointer,))
    return follow_pointers((entry, *SAID), MASTER)[0].refers_to[0]


def test_the_same_recommendation_as_the_other_agency_has_it_is_meant() -> None:
    found = followed(Pointer("See Police action plan", "the return of Police", agency="Police"))
    assert (found.to, found.text) == ("the return of Police, P-1", "The form is shared.")


def test_a_number_comes_before_the_words() -> None:
    found = followed(Pointer("See Police return (rec 2)", "", agency="Police", numbers=("2",)))
    assert (found.to, found.text) == ("the return of Police, P-2", "Trained.")


def test_an_evidence_cell_points_to_evidence() -> None:
    pointer = Pointer("See Police action plan", "", agency="Police")
    assert followed(pointer, evidence=pointer.as_written).text == "Form"


def test_where_it_is_not_clear_what_is_meant_the_return_alone_is_named() -> None:
    found = followed(Pointer("See Police return (rec 9)", "", agency="Police", numbers=("9",)))
    assert (found.to, found.text) == ("the return of Police", "")


def test_a_number_that_two_recommendations_have_means_neither() -> None:
    twin = Recommendation("P-3", "Police", "OV", "2", "Review rotas")
    entry = Entry("H-1", refers_to=(Pointer("See Police return (rec 2)", "", agency="Police", numbers=("2",)),))
    (found, *_) = follow_pointers((entry, *SAID), MasterList((*MASTER.recommendations, twin)))
    assert [each.to for each in found.refers_to] == ["the return of Police"]


def test_a_pointer_within_the_return_stays_as_it_was_read() -> None:
    pointer = Pointer("As above", "recommendation 2", "Complete.")
    assert followed(pointer) is pointer
