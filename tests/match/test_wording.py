from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from match.wording import said, says_the_same, words
from tests.match.board import UNHURRIED

TYPED_DIFFERENTLY = [
    ("It\u2019s \u201cdone\u201d", 'It\'s "done"'),
    ("Complete \u2013 see minutes", "Complete - see minutes"),
    ("Staff  trained\u00a0in\nMarch", "Staff trained in March"),
    ("COMPLETE", "Complete"),
    ("Complete.", "complete"),
    ("\ufb01nal o\ufb03ce sta\ufb00", "final office staff"),
    ("safe\u00adguarding lead", "safeguarding lead"),
    ("safe-\nguarding lead", "safeguarding lead"),
    ("co-ordinator", "coordinator"),
    ("decision-making", "decision making"),
    ("on the 7 th of May", "on the 7th of May"),
    ("\u2022 one\n\u2022 two", "one two"),
    ("\uf0b7\tone\n\uf0b7\ttwo", "- one\n- two"),
    ("o one\no two", "one\ntwo"),
    ("1. Review\n2. Report", "a) Review\nb) Report"),
    ("(i) Review\n(ii) Report\n(iii) Close", "Review Report Close"),
    ("b) Review\nd) Report", "Review\nReport"),
    ("a) Review b) Report", "Review\nReport"),
    ("pages 3\u20135", "pages 3 - 5"),
    ("1,250 staff", "1250 staff"),
    ("Police & health", "Police and health"),
    ("cafe\u0301", "caf\u00e9"),
    ("This cannot be done", "This can not be done"),
    ("Done 1.4.13", "Done 01/04/2013"),
    ("Done on 1/4/13", "Done on 1st April 2013"),
    ("Feb 2014: done", "February 2014: done"),
    ("from 1.4.13-30.6.13", "from 1.4.13 \u2013 30.6.13"),
]

SAID_DIFFERENTLY = [
    ("9 of 10 staff", "8 of 10 staff"),
    ("by 1 May 2013", "by 1 May 2014"),
    ("due 12.4.13", "due 12.5.13"),
    ("It was agreed", "It was not agreed"),
    ("not able to report", "notable to report"),
    ("Complete", "Complete?"),
    ("50 staff", "50% staff"),
    ("costs \u00a350", "costs 50"),
    ("\u2713", "\u2717"),
    ("\u2610 done", "\u2612 done"),
    ("rows 1 2", "rows 12"),
    ("recommendations 1-3", "recommendations 1, 3"),
    ("at least\n10. Staff leave", "at least\n12. Staff leave"),
    ("version 1.4", "version 14"),
    ("due 1/4/13", "due 4/1/13"),
    ("due April 2013", "due 1 April 2013"),
    ("due July 13", "due July 2013"),
    ("due Jan/Feb 2013", "due Feb 2013"),
    ("trained", "untrained"),
    ("\u0915\u093f", "\u0915\u0940"),
]


@pytest.mark.parametrize(("one", "other"), TYPED_DIFFERENTLY)
def test_typing_is_not_wording(one: str, other: str) -> None:
    assert said(one) == said(other)


@pytest.mark.parametrize(("one", "other"), SAID_DIFFERENTLY)
def test_words_digits_negations_and_signs_are_wording(one: str, other: str) -> None:
    assert not says_the_same(one, other)


@pytest.mark.parametrize("text", ["", " \n", "-", "\u2013", "\u2022", "...", "____"])
def test_a_placeholder_says_nothing(text: str) -> None:
    assert said(text) == ""


def test_whole_paragraphs_in_another_order_say_the_same() -> None:
    first, second = "All staff have been trained.", "The policy was agreed in May."
    assert says_the_same(f"{first}\n{second}", f"{second}\n{first}")


def test_labels_and_short_answers_in_another_order_do_not_say_the_same() -> None:
    assert not says_the_same("Then:\nRed\nNow:\nGreen", "Then:\nGreen\nNow:\nRed")


@UNHURRIED
@given(st.text())
def test_words_stand_where_they_are_said_to_stand(text: str) -> None:
    ends = [0]
    for word in words(text):
        assert ends[-1] <= word.start < word.end <= len(text)
        assert word.key
        ends.append(word.end)


@UNHURRIED
@given(st.text())
def test_every_letter_and_digit_counts(text: str) -> None:
    """Nothing but labels may drop a letter, and without a full stop, a bracket or a lone "o" there is no label."""
    plain = "".join(char for char in text if char.isascii() and char not in ".)(" and char not in "oO")
    kept = {char for char in plain.casefold() if char.isalnum()}
    assert kept <= set(said(plain).casefold())
