from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import UnreadableError
from tests.ingest.word.factory import cell, content_control, p, paragraphs, read, read_cell, row, table, texts, val


def nested(depth: int) -> str:
    content = p("deep inside")
    for _ in range(depth):
        content = table(row(cell(content + p())))
    return content


def test_a_table_in_a_cell_is_text_of_the_cell_row_by_row(tmp_path: Path) -> None:
    inner = table(row("a", "b"), row("", ""), row("c", "d"))

    found = read_cell(tmp_path, p("before") + inner + p("after"))

    assert found.text == "before\na\tb\nc\td\nafter"
    assert found.words == 6


def test_merged_cells_of_a_table_in_a_cell_are_not_repeated(tmp_path: Path) -> None:
    merged = val("vMerge", "restart")
    inner = table(row(cell("a", merged), "b"), row(cell("", "<w:vMerge/>"), "c"))

    assert read_cell(tmp_path, inner + p()).text == "a\tb\nc"


@pytest.mark.parametrize("depth", [20, 59])
def test_tables_many_deep_are_read(tmp_path: Path, depth: int) -> None:
    (found,) = read(tmp_path, nested(depth)).tables

    assert found.cells[0].text == "deep inside"


@pytest.mark.parametrize("depth", [70, 200])
def test_tables_too_deep_to_follow_give_a_message(tmp_path: Path, depth: int) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read(tmp_path, nested(depth))

    assert refusal.value.code == "nesting"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(row("a", "b") + p("Stray words") + row("c", "d"), id="between rows"),
        pytest.param(row("a", "b") + row("c", "d").replace("</w:tr>", p("Stray words") + "</w:tr>"), id="in a row"),
        pytest.param(row("a", "b") + row("c", "d") + content_control(p("Stray words")), id="in a content control"),
        pytest.param(row("a", "b") + table(row("Stray words")) + row("c", "d"), id="in a table between rows"),
    ],
)
def test_words_in_a_table_and_in_none_of_its_cells_are_kept_beside_it(tmp_path: Path, rows: str) -> None:
    document = read(tmp_path, table(rows))

    assert [text for _row, _col, text in texts(document.tables[0])] == ["a", "b", "c", "d"]
    beside = [cell.text for found in document.tables[1:] for cell in found.cells]
    assert paragraphs(document) + beside == ["Stray words"]


def test_words_in_a_nested_table_and_in_none_of_its_cells_stay_in_the_cell_around_it(tmp_path: Path) -> None:
    inner = table(row("a", "b"), p("Stray words"))

    assert read_cell(tmp_path, inner + p("after")).text == "a\tb\nStray words\nafter"
