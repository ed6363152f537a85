from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import Workbook

from export.writers.workbook.palette import Palette, rich
from export.writers.workbook.text import CELL_LIMIT, escaped, first_part, fits, length, parts, writable
from match.model import Edit, Piece

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl.cell import Cell

ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WORDS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}t"

anything = st.text(st.characters(exclude_categories=()), max_size=80)


def cell_as_excel_reads_it(make_cell: Callable[[Palette], Cell]) -> str:
    """Write a cell, and read it by the rules for escapes (ECMA-376) and for white space (XML), run by run."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Words")
    sheet.append([make_cell(Palette(sheet))])
    kept = BytesIO()
    book.save(kept)
    with ZipFile(kept) as package:
        root = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    runs = [
        each.text or "" if each.get(SPACE) == "preserve" else (each.text or "").strip() for each in root.iter(WORDS)
    ]
    return "".join(ESCAPE.sub(lambda found: chr(int(found[1], 16)), run) for run in runs)


@settings(max_examples=50, deadline=None)
@given(anything)
def test_every_text_reads_back_as_it_was_written(text: str) -> None:
    assert cell_as_excel_reads_it(lambda palette: palette.text(text)) == writable(text)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+44 23 8000 0000",
        "-",
        "@home",
        "'quoted'",
        "#N/A",
        "_x0041_",
        "_x000D_",
        "TRUE",
        "007",
        "1/2",
        "  both ends  ",
        "line\nline",
        "\ttab",
        "naïve “quotes” 🙂",
    ],
)
def test_words_that_look_like_something_else_stay_words(text: str) -> None:
    assert cell_as_excel_reads_it(lambda palette: palette.text(text)) == text


def test_text_like_a_formula_is_marked_as_text_for_good() -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Words")
    cell = Palette(sheet).text("=SUM(A1)")

    assert (cell.data_type, bool(cell.quotePrefix)) == ("s", True)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a␀b"),
        ("a\x07b", "a␇b"),
        ("a\x0bb", "a␋b"),
        ("a\x7fb", "a␡b"),
        ("a\ud800b", "a\ufffdb"),
        ("a\uffffb", "a\ufffdb"),
        ("a\r\nb\rc", "a\nb\nc"),
    ],
)
def test_what_a_cell_cannot_hold_is_shown_by_a_visible_sign(text: str, shown: str) -> None:
    assert writable(text) == shown


@given(anything)
def test_making_text_writable_twice_changes_nothing_more(text: str) -> None:
    assert writable(writable(text)) == writable(text)


def test_every_underscore_that_would_begin_an_escape_is_escaped() -> None:
    assert escaped("_x0041_x0042_ _x12_") == "_x005F_x0041_x005F_x0042_ _x12_"


@pytest.mark.parametrize("letter", ["a", "🙂", "a🙂"])
def test_parts_fit_a_cell_and_join_to_the_whole(letter: str) -> None:
    text = letter * CELL_LIMIT

    assert all(fits(part) for part in parts(text))
    assert "".join(parts(text)) == text


def test_no_character_is_cut_in_two() -> None:
    assert first_part("a🙂🙂", 4) == "a🙂"
    assert length("a🙂") == 3


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(Edit), anything), min_size=1, max_size=6))
def test_marked_words_read_back_as_they_were_written(marked: list[tuple[Edit, str]]) -> None:
    pieces = tuple(Piece(edit, writable(text)) for edit, text in marked)

    read = cell_as_excel_reads_it(lambda palette: palette.marked(pieces))

    assert read == "".join(piece.text for piece in pieces)


def test_added_words_are_underlined_and_removed_ones_struck() -> None:
    added, removed = rich((Piece(Edit.ADDED, "new"), Piece(Edit.REMOVED, "old")))

    assert not isinstance(added, str)
    assert not isinstance(removed, str)
    assert (added.font.b, added.font.u, added.font.strike) == (True, "single", None)
    assert removed.font.strike is True
