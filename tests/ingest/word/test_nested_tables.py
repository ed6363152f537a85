from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import UnreadableError
from tests.ingest.word.factory import cell, p, read, read_cell, row, table, val


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
