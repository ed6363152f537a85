from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from match.words import is_misspelling, stem, tokens


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("voilence", "violence"),
        ("offcers", "officers"),
        ("contexualised", "contextualised"),
        ("awarness", "awareness"),
        ("demeaner", "demeanour"),
        ("organization", "organisation"),
        ("chi1dren", "children"),
        ("trairning", "training"),
    ],
)
def test_a_slip_of_the_hand_or_of_the_scanner_is_a_misspelling(written: str, meant: str) -> None:
    assert is_misspelling(written, meant)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("unsafe", "safe"),
        ("supervisor", "supervision"),
        ("commissioner", "commission"),
        ("patients", "parents"),
        ("weekly", "monthly"),
        ("2013", "2012"),
        ("production", "protection"),
        ("external", "internal"),
        ("fathers", "mothers"),
        ("march", "marac"),
        ("cb19", "cb17"),
    ],
)
def test_another_word_is_never_a_misspelling(written: str, meant: str) -> None:
    assert not is_misspelling(written, meant)


@pytest.mark.parametrize(
    "words",
    ["review reviewed reviewing reviews", "policy policies", "manage managed manages managing", "child children"],
)
def test_the_forms_of_one_word_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


def test_police_and_policy_are_two_words() -> None:
    assert stem("police") != stem("policy")


@pytest.mark.parametrize(("spelt", "in_figures"), [("Six weeks", "6 weeks"), ("Eighteen weeks", "18 weeks")])
def test_numbers_in_words_are_read_as_figures(spelt: str, in_figures: str) -> None:
    assert tokens(spelt) == tokens(in_figures)


def test_possessives_and_typography_change_nothing() -> None:
    assert tokens("The child\u2019s \u201cplan\u201d") == tokens("the child's 'plan'") == ("the", "child", "plan")


@given(st.text())
def test_any_text_gives_words_that_give_themselves_again(text: str) -> None:
    once = tokens(text)
    assert tokens(" ".join(once)) == once
