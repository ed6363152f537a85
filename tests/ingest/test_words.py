"""What counts as a word, quickly and slowly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.words import WORD, count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("- one, two -", 2), ("(well-known)", 1), ("a\u00a0b", 2), ("\u2022 \u2713", 0), ("x\x1cy _", 3)],
)
def test_a_word_holds_a_letter_or_a_figure(text: str, words: int) -> None:
    assert count_words(text) == words


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_plain_letters_are_counted_as_all_others_are(text: str) -> None:
    assert count_words(text) == len(WORD.findall(text))
