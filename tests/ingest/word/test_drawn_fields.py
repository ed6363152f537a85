"""Fields no result is stored for are shown by their instruction."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.word.factory import Docx, complex_field, field_char, p, r, read, read_cell, row, table


def bare_field(instruction: str) -> str:
    """A field without a result."""
    instructed = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    return field_char("begin") + instructed + field_char("end")


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (" MACROBUTTON NoMacro [Type the update] ", "[Type the update] x"),
        (" GOTOBUTTON Annex see the annex ", "see the annex x"),
        (' SYMBOL 252 \\f "Wingdings" \\s 11 ', "✓ x"),
        (" SYMBOL 0xFB \\f Wingdings ", "✗ x"),
        (" EQ \\f(1,2) ", "1/2 x"),
        (" EQ \\o\\ac(a,b) ", "a b x"),
        (" AUTONUM ", "1. x"),
        (" AUTONUM \\* ROMAN \\s : ", "I: x"),
        (" AUTONUMLGL \\e ", "1 x"),
        (" LISTNUM ", "1) x"),
        (" LISTNUM OutlineDefault \\l 2 \\s 3 ", "C. x"),
        (" PAGE ", "x"),
    ],
)
def test_a_field_without_result_is_drawn_from_its_instruction(tmp_path: Path, instruction: str, shown: str) -> None:
    assert read_cell(tmp_path, p(bare_field(instruction) + r(" x"))).text == shown


def test_a_stored_result_is_what_is_shown(tmp_path: Path) -> None:
    assert read_cell(tmp_path, p(complex_field(" MACROBUTTON NoMacro press ", r("pressed")))).text == "pressed"


def test_a_simple_field_without_result_is_drawn_as_well(tmp_path: Path) -> None:
    assert read_cell(tmp_path, p('<w:fldSimple w:instr=" MACROBUTTON NoMacro press here "/>')).text == "press here"


def test_fields_that_are_numbers_go_on_through_the_document(tmp_path: Path) -> None:
    rows = [row(p(bare_field(" AUTONUM ") + r(f" Rec {letter}"))) for letter in "ab"]

    (found,) = read(tmp_path, Docx(table(*rows))).tables

    assert [cell.text for cell in found.cells] == ["1. Rec a", "2. Rec b"]


def test_deeper_numbers_begin_again_below_each_higher_one(tmp_path: Path) -> None:
    fields = [bare_field(f" LISTNUM NumberDefault \\l {level} ") for level in (1, 2, 2, 1, 2)]

    assert read_cell(tmp_path, "".join(map(p, fields))).text == "1)\na)\nb)\n2)\na)"
