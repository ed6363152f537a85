import pytest

from samples.markup import Mark, Run, comments_on, final_text, links_in, split_runs, struck_texts
from samples.typography import typeset


def test_words_without_marks_are_one_run() -> None:
    assert split_runs("Not started") == [Run("Not started")]


def test_marked_words_stand_between_plain_ones() -> None:
    assert split_runs("In {-May-}{+June+}.") == [
        Run("In "),
        Run("May", Mark.DELETED),
        Run("June", Mark.INSERTED),
        Run("."),
    ]


@pytest.mark.parametrize(
    ("marked", "seen"),
    [
        ("In {-May-}{+June+}.", "In June."),
        ("{~Not started.~} Complete.", "Complete."),
        ("{=Complete=}", "Complete"),
        ("See {@the form|https://forms.example/1@}", "See the form"),
        ("{#Policy|Which version?#}", "Policy"),
        ("Daily log, {~May~} June", "Daily log, June"),
        ("17\u00a0May\n\u2022 one", "17 May\n\u2022 one"),
    ],
)
def test_the_final_text_is_what_a_reader_sees(marked: str, seen: str) -> None:
    assert final_text(marked) == seen


def test_struck_words_comments_and_links_are_kept_apart() -> None:
    text = "{~old~} {#form|Which?#} {@here|https://a.example@}"
    assert struck_texts(text) == ["old"]
    assert comments_on(text) == ["Which?"]
    assert links_in(text) == [("here", "https://a.example")]


@pytest.mark.parametrize(
    ("typed", "set_in_type"),
    [
        ('"Show me"', "\u201cShow me\u201d"),
        ("the client's", "the client\u2019s"),
        ("clients' homes", "clients\u2019 homes"),
        ("a box - 34", "a box \u2013 34"),
        ("3 February 2025", "3\u00a0February\u00a02025"),
        ("Done. Two more", "Done.  Two more"),
    ],
)
def test_typesetting_changes_marks_and_spaces_only(typed: str, set_in_type: str) -> None:
    assert typeset(typed) == set_in_type
