from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Where
from tests.ingest.word.factory import (
    cell,
    content_control,
    on,
    p,
    paragraphs,
    r,
    read,
    read_cell,
    row,
    table,
    texts,
)

PROMPT = on("showingPlcHdr")


def check_box(state: str) -> str:
    return f'<w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>'


def test_controls_at_every_level_are_read_through(tmp_path: Path) -> None:
    in_run = p(r("a ") + content_control(r("b")) + r(" c"))
    around_paragraph = content_control(p("d"))
    around_cell = content_control(cell("e"))
    rows = row(cell(in_run), cell(around_paragraph), around_cell) + content_control(row("f", "g", "h"))

    (found,) = read(tmp_path, content_control(table(rows))).tables

    assert [text for _row, _col, text in texts(found)] == ["a b c", "d", "e", "f", "g", "h"]
    assert (found.n_rows, found.n_cols) == (2, 3)


def test_the_chosen_entry_of_a_drop_down_is_the_answer(tmp_path: Path) -> None:
    entries = '<w:dropDownList><w:listItem w:displayText="Complete" w:value="1"/></w:dropDownList>'

    assert read_cell(tmp_path, p(content_control(r("Complete"), entries))).text == "Complete"


def test_a_date_is_shown_as_the_document_shows_it(tmp_path: Path) -> None:
    date = '<w:date w:fullDate="2024-05-02T00:00:00Z"><w:dateFormat w:val="d MMMM yyyy"/></w:date>'

    assert read_cell(tmp_path, p(content_control(r("2 May 2024"), date))).text == "2 May 2024"


def test_a_prompt_is_no_answer_but_is_not_lost(tmp_path: Path) -> None:
    prompt = content_control(r("Choose an item."), PROMPT)

    document = read(tmp_path, table(row(cell(p(r("Status: ") + prompt)))))

    assert document.tables[0].cells[0].text == "Status:"
    assert paragraphs(document, Where.HIDDEN) == ["Choose an item."]
    assert document.findings == ()


@pytest.mark.parametrize(
    "content", [content_control(p("Enter text."), PROMPT), p(content_control(r("Enter text."), PROMPT))]
)
def test_a_cell_with_only_a_prompt_is_empty(tmp_path: Path, content: str) -> None:
    assert read_cell(tmp_path, content).text == ""


def test_prompts_around_rows_and_cells_are_no_answers(tmp_path: Path) -> None:
    rows = content_control(row("prompt one"), PROMPT) + row(content_control(cell("prompt two"), PROMPT)) + row("said")

    (found,) = read(tmp_path, table(rows)).tables

    assert [text for _row, _col, text in texts(found)] == ["", "", "said"]


def test_a_prompt_that_was_replaced_is_an_answer(tmp_path: Path) -> None:
    assert read_cell(tmp_path, p(content_control(r("Done"), '<w:showingPlcHdr w:val="0"/>'))).text == "Done"


@pytest.mark.parametrize(("state", "sign"), [("1", "☒"), ("0", "☐"), ("true", "☒")])
def test_a_check_box_shows_its_sign(tmp_path: Path, state: str, sign: str) -> None:
    with_sign = content_control(r(sign), check_box(state)) + r(" Yes")
    without = content_control("<w:r></w:r>", check_box(state)) + r(" No")

    assert read_cell(tmp_path, p(with_sign) + p(without)).text == f"{sign} Yes\n{sign} No"


def test_a_check_box_may_use_a_sign_of_a_symbol_font(tmp_path: Path) -> None:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'

    assert read_cell(tmp_path, p(content_control(sign, check_box("1")))).text == "☑"


def test_a_table_inside_a_control_inside_a_cell_is_read(tmp_path: Path) -> None:
    inner = content_control(table(row("x", "y")))

    assert read_cell(tmp_path, f"{p('before')}{inner}{p()}").text == "before\nx\ty"


def tag(name: str) -> str:
    return f'<w:tag w:val="{name}"/>'


def test_a_cell_has_the_tags_of_the_controls_in_it_and_around_it(tmp_path: Path) -> None:
    in_run = cell(p(r("a ") + content_control(r("b"), tag("run"))))
    around_paragraph = cell(content_control(p("c"), tag("paragraph")))
    around_cell = content_control(cell("d"), tag("cell"))
    rows = content_control(row(in_run, around_paragraph), tag("row")) + row(around_cell, cell("e"))

    (found,) = read(tmp_path, table(rows)).tables

    assert [each.tags for each in found.cells] == [("row", "run"), ("row", "paragraph"), ("cell",), ()]


def test_a_cell_keeps_what_its_controls_prompt(tmp_path: Path) -> None:
    prompt = content_control(r("Choose an item."), PROMPT)

    assert read_cell(tmp_path, p(r("Status: ") + prompt)).prompts == ("Choose an item.",)


def test_merged_cells_have_the_tags_of_all_of_them(tmp_path: Path) -> None:
    above = cell(content_control(p("a"), tag("above")), '<w:vMerge w:val="restart"/>')
    below = cell(content_control(p("b"), tag("below")), "<w:vMerge/>")

    (found,) = read(tmp_path, table(row(above, cell("c")) + row(below, cell("d")))).tables

    assert found.cells[0].tags == ("above", "below")
