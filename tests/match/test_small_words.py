from __future__ import annotations

import pytest

from match.linker import link
from match.model import Query
from normalize.model import MasterList, Recommendation

AGENCY = "Harbour Community Health"
TEXT = "Ward managers should be told by the duty nurse and the family when an adult is discharged at short notice."
PLAN = MasterList(
    (Recommendation("H1", AGENCY, "", "1", TEXT), Recommendation("H2", AGENCY, "", "2", "Lock the gate."))
)


def link_text(text: str) -> tuple[str, ...]:
    return link([Query("row", "", AGENCY, "", (), text)], PLAN)[0].ids


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("by the duty", "to the duty"),
        ("by the duty", "the duty"),
        ("and the family", "or the family"),
        ("when an adult", "how an adult"),
        ("should be told", "should tell"),
    ],
)
def test_a_small_word_that_turns_the_sentence_about_is_no_small_matter(old: str, new: str) -> None:
    assert old in TEXT
    assert link_text(TEXT.replace(old, new)) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("should be told", "must be told"),
        ("should be told", "to be told"),
        ("the duty nurse", "duty nurse"),
        ("the family when", "family where"),
        ("at short", "with short"),
        ("and the family", "& family"),
        ("by the", "byt the"),
        ("should be told by", "should betold by"),
        ("told by the duty", "told bythe duty"),
        ("told by the duty nurse", "toldby the duty nurse"),
    ],
)
def test_other_small_words_come_and_go(old: str, new: str) -> None:
    assert old in TEXT
    assert link_text(TEXT.replace(old, new)) == ("H1",)


def test_the_reason_names_the_small_words() -> None:
    found = link([Query("row", "", AGENCY, "", (), TEXT.replace("and the", "or the"))], PLAN)[0]
    assert found.reasons == (
        'The row has the words of H1, but small ones such as "by", "or" or "be" make them say something else.',
    )


def test_two_recommendations_in_one_row_are_held_to_the_same() -> None:
    assert link_text(f"{TEXT} Lock the gate.") == ("H1", "H2")
    assert link_text(f"{TEXT.replace('and the', 'or the')} Lock the gate.") == ()
