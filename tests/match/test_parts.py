from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from match.parts import Parts, is_part
from tests.match.board import UNHURRIED

WORDS = st.frozensets(st.sampled_from("abcdefghij"))


@pytest.mark.parametrize(
    ("part", "whole", "is_found"),
    [("abcd", "abcdef", True), ("abcdx", "abcdef", True), ("abcxy", "abcdef", False), ("abc", "abc", False)],
)
def test_a_part_is_shorter_and_has_hardly_any_other_words(part: str, whole: str, *, is_found: bool) -> None:
    assert Parts([frozenset(part)]).of(frozenset(whole)) == ([0] if is_found else [])


@UNHURRIED
@given(st.lists(WORDS), WORDS)
def test_the_rarest_words_find_what_holding_each_against_each_finds(
    texts: list[frozenset[str]], whole: frozenset[str]
) -> None:
    assert Parts(texts).of(whole) == [place for place, words in enumerate(texts) if is_part(words, whole)]
