from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from match.crossings import mark_crossings
from match.model import Edit, Piece
from match.passages import compare_passages
from tests.match.board import UNHURRIED

HELD = "Training was held for all staff in May."
PLANNED = "An audit is planned for the summer."
TEXTS = st.lists(st.sampled_from([HELD, PLANNED, "Done.", "Register", "\n"])).map(" ".join)


def moved(update: tuple[str, str], evidence: tuple[str, str]) -> list[tuple[Edit, str]]:
    """Return what became of the evidence, where both columns changed from the first text to the second."""
    pieces = mark_crossings(compare_passages(*evidence), compare_passages(*update))
    return [(piece.edit, piece.text.strip()) for piece in pieces]


def test_a_sentence_put_into_the_other_column_is_moved() -> None:
    assert moved((f"{HELD} {PLANNED}", PLANNED), ("Register", f"Register\n{HELD}")) == [
        (Edit.SAME, "Register"),
        (Edit.MOVED, HELD),
    ]


def test_what_is_new_beside_it_is_added() -> None:
    assert moved((HELD, "Done."), ("", f"{HELD} {PLANNED}")) == [(Edit.MOVED, HELD), (Edit.ADDED, PLANNED)]


@pytest.mark.parametrize("added", ["Training was held for nobody.", "All staff in May.", "Nothing was held."])
def test_some_words_in_common_are_no_sentence_moved(added: str) -> None:
    assert moved((HELD, "Done."), ("", added)) == [(Edit.ADDED, added)]


def test_what_stands_in_both_columns_now_was_added() -> None:
    assert moved((HELD, HELD), ("", HELD)) == [(Edit.ADDED, HELD)]


@UNHURRIED
@given(update=st.tuples(TEXTS, TEXTS), evidence=st.tuples(TEXTS, TEXTS))
def test_the_pieces_not_removed_are_still_the_new_text_exactly(
    update: tuple[str, str], evidence: tuple[str, str]
) -> None:
    pieces: tuple[Piece, ...] = mark_crossings(compare_passages(*evidence), compare_passages(*update))
    assert "".join(piece.text for piece in pieces if piece.edit is not Edit.REMOVED) == evidence[1]
