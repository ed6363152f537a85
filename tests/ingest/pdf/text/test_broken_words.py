"""Words that had no room in their column, broken anywhere."""

from __future__ import annotations

import pytest

from ingest.readers.pdf.page import Box
from ingest.readers.pdf.text.lines import Line, make_line
from ingest.readers.pdf.text.wording import join_lines, learn_vocabulary
from ingest.readers.pdf.text.words import Word

LETTER = 5.0


def line(text: str, top: float, *, left: float = 100.0, is_spaced: bool = False) -> Line:
    """Return ``text`` set in letters that are all equally wide, a bullet before its words if it begins with one."""
    words = []
    for piece in text.split():
        is_bullet = piece == "•"
        box = Box(left - 18, top, left - 14, top + 10) if is_bullet else Box(left, top, left + LETTER * len(piece), top)
        words.append(Word(piece, box, top, 10, "Any", None, words=not is_bullet, is_spaced=is_spaced))
        left += 0 if is_bullet else LETTER * (len(piece) + 1)
    return make_line(words)


@pytest.mark.parametrize(
    ("lines", "right", "text"),
    [
        (["• Supervisio", "n records"], 152, "• Supervision records"),
        (["Safeguardin", "g Lead"], 160.2, "Safeguarding Lead"),
        (["Se", "pt"], 113, "Sept"),
    ],
    ids=["behind a bullet", "by less than what widths are rounded to", "the short name of a month"],
)
def test_a_word_that_had_no_room_goes_on_in_the_next_line(lines: list[str], right: float, text: str) -> None:
    made = [line(each, 100 + 12 * at) for at, each in enumerate(lines)]
    assert join_lines(made, learn_vocabulary([made]), right) == text


@pytest.mark.parametrize(("lines", "text"), [(("BRA", "G"), "BRAG"), (("IMR", "S"), "IMR S")])
def test_capitals_go_on_only_as_a_known_word_where_spaces_are_written(lines: tuple[str, str], text: str) -> None:
    spaced = [[line("with", 100, is_spaced=True), line("all", 112)] for _ in range(3)]
    made = [line(each, 100 + 12 * at) for at, each in enumerate(lines)]
    assert join_lines(made, learn_vocabulary([*spaced, made]), right=119.5) == text
