from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from match.model import Edit
from match.passages import compare_passages
from match.wording import said, words
from tests.match.board import UNHURRIED

SIGNS = {Edit.SAME: "{}", Edit.ADDED: "[+{}+]", Edit.REMOVED: "[-{}-]", Edit.MOVED: "[~{}~]"}

VOCABULARY = [
    *("staff", "trained", "not", "the", "of", "policy", "agreed", "audit", "complete"),
    *("12", "2013", "50%", "May", "well-being", "e-mail", "Board\u2019s"),
]
PROSE = st.lists(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=9).map(" ".join), max_size=6).flatmap(
    lambda sentences: st.sampled_from([". ", ".\n", ";\n", " "]).map(lambda gap: gap.join(sentences))
)


def marked(old: str, new: str) -> str:
    return "".join(SIGNS[piece.edit].format(piece.text) for piece in compare_passages(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("All staff trained.", "All staff trained.", "All staff trained."),
        ("9 staff trained in May", "12 staff trained in May", "[-9 -][+12 +]staff trained in May"),
        ("It was agreed", "It was not agreed", "It was [+not +]agreed"),
        ("Policy drafted.", "Policy drafted. Sent to the board.", "Policy drafted. [+Sent to the board.+]"),
        ("On the 7th of May", "On the 8th of May", "On the [-7th -][+8th +]of May"),
        ("staff and/or carers", "staff and carers", "staff [-and/or -][+and +]carers"),
        ("Done", "Done?", "[-Done-][+Done?+]"),
        ("", "Done", "[+Done+]"),
        ("Done", "", "[-Done-]"),
        ("", "", ""),
        ("Done", "-", "[-Done-][+-+]"),
    ],
)
def test_changes_are_marked_by_whole_words(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_a_sentence_put_between_two_that_begin_alike_is_marked_from_its_own_beginning() -> None:
    old = "The policy is agreed. The training is planned."
    new = "The policy is agreed. The audit is done. The training is planned."
    assert marked(old, new) == "The policy is agreed. [+The audit is done. +]The training is planned."


def test_a_list_item_put_in_is_marked_as_a_whole_line() -> None:
    old = "a) Review the policy\nb) Report to the board"
    new = "a) Review the policy\nb) Review the training\nc) Report to the board"
    assert marked(old, new) == "a) Review the policy\n[+b) Review the training\n+]c) Report to the board"


def test_small_words_left_standing_between_changes_are_not_confetti() -> None:
    assert marked("Training of nurses planned", "Audit of wards done") == (
        "[-Training of nurses planned-][+Audit of wards done+]"
    )


def test_nothing_is_called_removed_where_words_were_only_added() -> None:
    assert Edit.REMOVED not in {piece.edit for piece in compare_passages("staff trained", "all staff now trained up")}


def test_a_kept_short_sentence_between_changed_ones_stays_kept() -> None:
    new = marked("Ten staff left. Completed. Audit planned.", "Nobody came in. Completed. Audits were held.")
    assert "Completed. " in re.split(r"\[[-+].*?[-+]\]", new)


def test_a_paragraph_moved_is_neither_removed_nor_added() -> None:
    first = "All staff have been trained in the new policy."
    rest = "The audit was held in May.\nA report went to the board in June.\nNo gaps were found by the auditors."
    assert marked(f"{first}\n{rest}", f"{rest}\n{first}\n") == f"{rest}\n[~{first}\n~]"


def test_a_joined_word_beside_a_change_is_marked_with_nothing_lost() -> None:
    assert marked("safe-\nguarding lead named in May", "safeguarding lead named in June") == (
        "safeguarding lead named in [-May-][+June+]"
    )


@pytest.mark.parametrize(
    "retype", [str.upper, lambda text: text.replace(" ", "\u00a0\n"), lambda text: f"\u201c{text}\u201d"]
)
@UNHURRIED
@given(text=PROSE)
def test_a_text_typed_again_is_unchanged(retype: Callable[[str], str], text: str) -> None:
    assert {piece.edit for piece in compare_passages(text, retype(text))} <= {Edit.SAME}


@UNHURRIED
@given(old=st.text(), new=st.text())
def test_the_pieces_not_removed_are_the_new_text_exactly(old: str, new: str) -> None:
    assert "".join(piece.text for piece in compare_passages(old, new) if piece.edit is not Edit.REMOVED) == new


@UNHURRIED
@given(old=PROSE, new=PROSE)
def test_the_pieces_not_added_say_what_the_old_text_said(old: str, new: str) -> None:
    pieces = compare_passages(old, new)
    kept = [piece.text for piece in pieces if piece.edit is not Edit.ADDED]
    assert "".join(piece.text for piece in pieces if piece.edit is not Edit.REMOVED) == new
    if any(piece.edit is Edit.MOVED for piece in pieces):
        assert Counter(word.key for word in words(" ".join(kept))) == Counter(word.key for word in words(old))
    else:
        assert said(" ".join(kept)) == said(old)


@UNHURRIED
@given(old=PROSE, new=PROSE)
def test_texts_that_say_something_else_show_a_change(old: str, new: str) -> None:
    shows_change = any(piece.edit is not Edit.SAME for piece in compare_passages(old, new))
    assert shows_change == (said(old) != said(new))


@UNHURRIED
@given(old=PROSE, new=PROSE)
def test_pieces_are_runs_as_long_as_they_can_be(old: str, new: str) -> None:
    edits = [piece.edit for piece in compare_passages(old, new)]
    assert all(one is not other for one, other in pairwise(edits))


@pytest.mark.parametrize(
    ("old", "new"), [("a " * 3000, "a b " * 3000), ("Staff left. " * 999, "Staff left it. " * 1999)]
)
def test_text_that_repeats_itself_takes_no_time_to_speak_of(old: str, new: str) -> None:
    assert any(piece.edit is Edit.ADDED for piece in compare_passages(old, new))
