"""What drawn characters stand for."""

from __future__ import annotations

import pytest

from ingest.readers.pdf.marks.letters import letters_of_swapped, plain_letters


@pytest.mark.parametrize(
    ("drawn", "read"),
    [("\u6600\u6600", "ff"), ("\u6600\u6900", "fi"), ("\ufb01", "fi"), ("\u6600", "\u6600")],
    ids=["ff swapped", "fi swapped", "a ligature", "a character of its own"],
)
def test_a_ligature_is_read_as_its_letters_however_it_is_written(drawn: str, read: str) -> None:
    assert plain_letters(drawn) == read


def test_ligatures_written_with_swapped_bytes_are_known_by_their_letters_together() -> None:
    text = "o\u6600\ucf00ce sta\u6600\u6600 con\u6600\u6900rm"
    assert text.translate(letters_of_swapped(text)) == "office staff confirm"
    assert letters_of_swapped("\u738b\u6600 met the board") == {}
