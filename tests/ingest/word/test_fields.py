from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.word.factory import (
    cell,
    complex_field,
    field_char,
    p,
    paragraphs,
    r,
    read,
    read_cell,
    row,
    table,
    texts,
    val,
)

INSTRUCTION = "<w:r><w:instrText>DATE</w:instrText></w:r>"


def test_the_result_of_a_field_is_text_and_its_instruction_is_not(tmp_path: Path) -> None:
    assert read_cell(tmp_path, p(r("On ") + complex_field(" DATE ", r("2 May")))).text == "On 2 May"


def test_a_field_inside_an_instruction_is_not_shown(tmp_path: Path) -> None:
    asked = field_char("begin") + "<w:r><w:instrText>IF</w:instrText></w:r>" + complex_field("PAGE", r("3"))
    answer = field_char("separate") + r("yes") + field_char("end")

    assert read_cell(tmp_path, p(asked + answer)).text == "yes"


def test_a_field_inside_a_result_is_shown(tmp_path: Path) -> None:
    assert read_cell(tmp_path, p(complex_field("TOC", r("see ") + complex_field("PAGEREF", r("7"))))).text == "see 7"


def test_a_simple_field_is_its_content(tmp_path: Path) -> None:
    assert read_cell(tmp_path, p(f'<w:fldSimple w:instr="AUTHOR">{r("Jo Bloggs")}</w:fldSimple>')).text == "Jo Bloggs"


def test_a_result_may_run_over_paragraphs(tmp_path: Path) -> None:
    body = p(field_char("begin") + INSTRUCTION + field_char("separate") + r("one")) + p(r("two") + field_char("end"))

    assert paragraphs(read(tmp_path, body + p("three"))) == ["one", "two", "three"]


def test_a_field_that_never_ends_hides_nothing(tmp_path: Path) -> None:
    broken = cell(p(field_char("begin") + INSTRUCTION + r("shown")))

    (found,) = read(tmp_path, table(row(broken, "also shown"))).tables

    assert [text for _row, _col, text in texts(found)] == ["shown", "also shown"]


def test_a_form_field_shows_what_was_typed(tmp_path: Path) -> None:
    typed = (
        field_char("begin", "<w:ffData><w:textInput/></w:ffData>") + "<w:r><w:instrText>FORMTEXT</w:instrText></w:r>"
    )

    assert read_cell(tmp_path, p(typed + field_char("separate") + r("Done") + field_char("end"))).text == "Done"


@pytest.mark.parametrize(
    ("inside", "sign"),
    [
        (val("default", 0) + val("checked", 1), "☒"),
        (val("default", 1) + val("checked", 0), "☐"),
        (val("default", 1), "☒"),
        ("<w:checked/>", "☒"),
        ("", "☐"),
    ],
)
def test_a_form_check_box_is_drawn(tmp_path: Path, inside: str, sign: str) -> None:
    box = field_char("begin", f"<w:ffData><w:checkBox>{inside}</w:checkBox></w:ffData>")

    assert read_cell(tmp_path, p(box + INSTRUCTION + field_char("end") + r(" Yes"))).text == f"{sign} Yes"


def test_a_form_list_shows_its_chosen_entry(tmp_path: Path) -> None:
    entries = val("result", 1) + val("listEntry", "Not started") + val("listEntry", "In progress")
    chooser = field_char("begin", f"<w:ffData><w:ddList>{entries}</w:ddList></w:ffData>") + INSTRUCTION

    found = read_cell(tmp_path, p(chooser + field_char("separate") + r("In progress") + field_char("end")))

    assert (found.text, found.words) == ("In progress", 2)
