from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from ingest.readers.pdf.page import Box
from ingest.readers.pdf.text.lines import make_line
from ingest.readers.pdf.text.wording import join_lines, learn_vocabulary
from ingest.readers.pdf.text.words import Word
from tests.ingest.pdf.paper import Paper, cell_at

if TYPE_CHECKING:
    from pathlib import Path

    from ingest.model import SourceCell

WIDTHS = (40.0, 130.0, 270.0)
"""The second column holds about 24 characters of the test's type."""


def cell_of(path: Path, text: str, *, elsewhere: str = "") -> SourceCell:
    paper = Paper(path / "a.pdf")
    paper.table([("1", text, elsewhere), ("2", "Nothing", "None")], widths=WIDTHS)
    return cell_at(paper.read(), 1, 2)


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        ("All staff who work with\nfamilies were trained.", "All staff who work with families were trained."),
        ("Training was held.\nAll staff came to the day.", "Training was held.\nAll staff came to the day."),
        ("It covers these things:\n• children\n• parents", "It covers these things:\n• children\n• parents"),
        ("The team agreed to do it.\n1) It asked\n2) It told", "The team agreed to do it.\n1) It asked\n2) It told"),
    ],
    ids=["one paragraph", "a short line ends it", "bullets", "a numbered list"],
)
def test_paragraphs_are_read_from_how_full_lines_are(tmp_path: Path, drawn: str, text: str) -> None:
    assert cell_of(tmp_path, drawn).text == text


def test_space_between_lines_parts_paragraphs(tmp_path: Path) -> None:
    drawn = "Everyone with a caseload\nhas now been trained by\n\nEveryone without a case\nwill be trained in June."
    text = "Everyone with a caseload has now been trained by\nEveryone without a case will be trained in June."
    assert cell_of(tmp_path, drawn).text == text


def test_a_little_space_parts_paragraphs_only_between_sentences(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("1", "\n" * 8, "None")], widths=WIDTHS)
    written = ("Staff of all of the teams", "are trained. We trained", "them all before August.")
    for at, line in enumerate((*written, "They were asked about all", "of it afterwards.")):
        paper.text(95, 112 + 12 * at + (1.5 if at > 2 else 0), line)
    assert cell_at(paper.read(), 1, 2).text == f"{' '.join(written)}\nThey were asked about all of it afterwards."


@pytest.mark.parametrize(
    ("drawn", "elsewhere", "text"),
    [
        ("The board is told of safe-\nguarding leads.", "safeguarding", "The board is told of safeguarding leads."),
        ("It was shared with multi-\nagency teams.", "agency", "It was shared with multi-agency teams."),
        ("Everyone has to up-date a\nrecord-keeping plan.", "", "Everyone has to up-date a record-keeping plan."),
        ("They need to be well pre-\npared for it.", "prepared", "They need to be well pre-pared for it."),
        ("A new proced-\nure; and e-\nlearning too.", "", "A new procedure; and e-learning too."),
    ],
)
def test_a_hyphen_goes_only_if_the_document_writes_the_word_without(
    tmp_path: Path, drawn: str, elsewhere: str, text: str
) -> None:
    assert cell_of(tmp_path, drawn, elsewhere=elsewhere).text == text


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        ("It wrote a new proced-\nure for all teams.", "It wrote a new procedure for all teams."),
        ("It has a responsib-\nility to all of them.", "It has a responsibility to all of them."),
        ("We have a register of atten-\ndance there.", "We have a register of attendance there."),
        ("A call is made in two work-\ning days.", "A call is made in two working days."),
        ("The time-\nscale of it is unknown.", "The time-scale of it is unknown."),
        ("It was led by a nurse-\nled team until May.", "It was led by a nurse-led team until May."),
    ],
)
def test_a_hyphen_goes_where_no_two_words_look_like_what_stands_around_it(
    tmp_path: Path, drawn: str, text: str
) -> None:
    assert cell_of(tmp_path, drawn).text == text


def test_a_soft_hyphen_drawn_within_a_line_is_a_hyphen(tmp_path: Path) -> None:
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("1", "", ""), ("2", "", "")])
    paper.font("Vera", 9)
    paper.text(95, 112, "A half\u00adday course")
    assert cell_at(paper.read(), 1, 2).text == "A half-day course"


def test_a_soft_hyphen_that_is_not_drawn_does_not_stay() -> None:
    word = Word("safe\u00adguarding", Box(0, 0, 60, 10), 8, 10, "Any", None)
    assert join_lines([make_line([word])], learn_vocabulary([]), right=100) == "safeguarding"


def test_letters_drawn_twice_to_look_bold_count_once(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("1", "All will call", "x"), ("2", "", "")])
    paper.text(95.3, 112, "All will call")
    cell = cell_at(paper.read(), 1, 2)
    assert (cell.text, cell.words) == ("All will call", 3)


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        ("Recommendati\non", "Recommendation"),
        ("Recomme\nndation", "Recommendation"),
        ("Responsibl\ne officer", "Responsible officer"),
        ("Implement\nation.", "Implementation."),
        ("Training\nlog", "Training log"),
        ("reviewed\n2013", "reviewed 2013"),
        ("multi-agency\n(12", "multi-agency (12"),
        ("practitioners\n\u00a3250", "practitioners \u00a3250"),
        ("workshop\ne-mail", "workshop e-mail"),
        ("workshop\ne.g.", "workshop e.g."),
        ("28/02/20\n14", "28/02/2014"),
        ("\u00a31,250\n24", "\u00a31,250 24"),
        ("20\n14", "2014"),
        ("31.03.\n14", "31.03.14"),
        ("31.\n03.\n14", "31.03.14"),
        ("11.\n12.\n13.", "11.\n12.\n13."),
        ("Com\nmissioning Manager", "Commissioning Manager"),
        ("Recom\nmenda\ntion", "Recommendation"),
        ("and/\nor nurses", "and/or nurses"),
        ("the.team\n@a.uk now", "the.team@a.uk now"),
        ("the team@fern.\nexample now", "the team@fern.example now"),
        ("the team@fern.org\nnow", "the team@fern.org now"),
        ("Procu\nrement", "Procurement"),
        ("Designated\nnurse", "Designated nurse"),
        ("seen\non", "seen on"),
    ],
)
def test_a_word_too_wide_for_its_column_is_made_whole_and_two_words_stay_two(
    tmp_path: Path, drawn: str, text: str
) -> None:
    paper = Paper(tmp_path / "a.pdf")
    width = paper.canvas.stringWidth(drawn.partition("\n")[0], "Helvetica", 10)
    paper.table([(drawn, "Update"), ("1", "Done")], widths=(width + 12, 200))
    assert cell_at(paper.read(), 1, 1).text == text


def test_a_line_that_ends_in_a_slash_goes_on_as_the_document_writes_slashes(tmp_path: Path) -> None:
    told = "It is told of children/\nfamilies seen alone."
    assert cell_of(tmp_path, told).text == "It is told of children/families seen alone."
    assert cell_of(tmp_path, told, elsewhere="police/ health").text == "It is told of children/ families seen alone."


def test_where_spaces_are_written_at_the_ends_of_lines_a_word_without_one_goes_on(tmp_path: Path) -> None:
    words = [("Zebra", False), ("xon lead ", True), ("and ", True), ("deputy ", True), ("come", False)]
    lines = [
        make_line(
            [Word(text.strip(), Box(0, 12 * at, 30, 12 * at + 10), 12 * at + 8, 10, "Arial", None, is_spaced=told)]
        )
        for at, (text, told) in enumerate(words)
    ]
    vocabulary = learn_vocabulary([lines])
    assert vocabulary.writes_spaces
    assert join_lines(lines, vocabulary, 34.5) == "Zebraxon lead and deputy come"


def test_a_raised_ending_is_a_word_of_the_same_line(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("1", "On 25", ""), ("2", "", "")])
    paper.font("Helvetica", 6)
    paper.text(126, 108.5, "th")
    paper.font("Helvetica", 10)
    paper.text(135, 112, "May")
    assert cell_at(paper.read(), 1, 2).text == "On 25 th May"


@pytest.mark.parametrize("spacing", [1.0, 2.0, 4.0])
def test_letters_set_apart_for_looks_stay_words(tmp_path: Path, spacing: float) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("1", "", ""), ("2", "Nothing", "None")])
    text = paper.canvas.beginText(95, 842 - 112)
    text.setCharSpace(spacing)
    text.textOut("UPDATE AND EVIDENCE")
    paper.canvas.drawText(text)
    assert cell_at(paper.read(), 1, 2).text == "UPDATE AND EVIDENCE"


def test_words_drawn_over_the_next_cell_stay_in_theirs(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table(
        [("1", "Safeguardingcommitteerepresentative", "Done now"), ("2", "Nothing", "None")], widths=(40, 120, 200)
    )
    document = paper.read()
    assert [cell_at(document, 1, col).text for col in (2, 3)] == ["Safeguardingcommitteerepresentative", "Done now"]


def test_an_accent_drawn_by_itself_joins_its_letter() -> None:
    assert make_line([Word("Cafe\u0301", Box(0, 0, 20, 10), 8, 10, "Helvetica", None)]).text == "Caf\u00e9"


def test_a_word_broken_at_its_hyphen_goes_on_though_there_was_room(tmp_path: Path) -> None:
    assert (
        cell_of(tmp_path, "Hold multi-\nagency training.", elsewhere="A multi-agency day").text
        == "Hold multi-agency training."
    )


def test_a_space_that_was_written_parts_words_however_narrow_it_shows(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("1", "", ""), ("2", "Nothing", "None")])
    text = paper.canvas.beginText(95, 842 - 112)
    text.setWordSpace(-2.1)
    text.textOut("Train all staff")
    text.setWordSpace(0)
    paper.canvas.drawText(text)
    assert cell_at(paper.read(), 1, 2).text == "Train all staff"


@pytest.mark.parametrize("mark", ["-", "o"])
def test_a_bullet_larger_than_its_words_does_not_part_them(tmp_path: Path, mark: str) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("1", "Agreed so far:\n\n\n", ""), ("2", "Nothing", "None")])
    paper.font("Helvetica", 12)
    paper.text(95, 124, mark)
    paper.font("Helvetica", 10)
    paper.text(107, 124, "the rota of all of the nurses who see")
    paper.text(107, 136, "children at weekends")
    marked = "•" if mark == "o" else mark
    assert cell_at(paper.read(), 1, 2).text.split("\n")[1] == (
        f"{marked} the rota of all of the nurses who see children at weekends"
    )


def test_a_compound_with_no_room_for_all_of_it_goes_on_where_hyphens_break_no_line(tmp_path: Path) -> None:
    drawn = "Staff in all teams use\npre-birth plans"
    assert cell_of(tmp_path, drawn, elsewhere="None").text == drawn.replace("\n", " ")


def test_a_hyphen_nobody_types_is_the_programs_and_all_others_are_the_writers() -> None:
    broken, kept = (
        [make_line([Word(text, Box(0, 0, 90, 10), 8, 10, "Helvetica", None)]) for text in lines]
        for lines in (("Agree the pro\u2010", "cedure"), ("Ask all front-", "line staff"))
    )
    vocabulary = learn_vocabulary([broken, kept])
    assert join_lines(broken, vocabulary, 90) == "Agree the procedure"
    assert join_lines(kept, vocabulary, 90) == "Ask all front-line staff"


def test_a_capital_after_the_end_of_a_broken_word_begins_the_next() -> None:
    pieces = (("Com", 20.0), ("missi", 21), ("oning", 22), ("Ma", 15), ("nag", 19), ("er", 11))
    lines = [make_line([Word(text, Box(0, 0, width, 10), 8, 10, "Helvetica", None)]) for text, width in pieces]
    assert join_lines(lines, learn_vocabulary([lines]), 22.5) == "Commissioning Manager"


@pytest.mark.parametrize(
    ("typed", "text"), [("o", "o"), ("o Held", "• Held"), ("●", "●"), ("▪ Held", "• Held"), ("☑ Held", "☑ Held")]
)
def test_a_sign_is_a_bullet_before_words_unless_it_says_something(typed: str, text: str) -> None:
    line = make_line([Word(each, Box(0, 0, 9, 10), 8, 10, "Helvetica", None) for each in typed.split()])
    assert join_lines([line], learn_vocabulary([[line]]), 10) == text


def test_a_day_with_its_ending_raised_needs_room_for_both(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("1", "x", "None"), ("2", "\n", "None")], widths=(40, 118.7, 200))
    paper.text(95, 129, "It was seen again on")
    paper.text(95, 141, "21")
    paper.font("Helvetica", 6)
    paper.text(106.2, 138, "st")
    paper.font("Helvetica", 10)
    paper.text(112, 141, "May.")
    assert cell_at(paper.read(), 2, 2).text == "It was seen again on 21st May."


def test_a_label_under_a_label_begins_a_paragraph_though_the_line_above_is_full(tmp_path: Path) -> None:
    drawn = "Provided by: Ann Lee (SW)\nDate of the update: March"
    assert cell_of(tmp_path, drawn).text == drawn
