from __future__ import annotations

from pathlib import Path

from tests.ingest.word.factory import cell, p, r, read, row, table


def test_many_rows_are_read_whole(tmp_path: Path) -> None:

    (found,) = read(tmp_path, table(*[row(cell("1"), cell("some words")) for _ in range(5_000)])).tables

    assert found.n_rows == 5_000


def test_many_tables_that_join_are_read_whole(tmp_path: Path) -> None:
    heading = row(p(r("Recommendation", "<w:b/>")), p(r("Update", "<w:b/>")))
    parts = [table(heading, row(str(number), "x"), widths=(5000, 5000)) for number in range(900)]

    (found,) = read(tmp_path, p().join(parts)).tables

    assert found.n_rows == 901


def test_a_cell_of_a_million_characters_is_read(tmp_path: Path) -> None:
    (found,) = read(tmp_path, table(row("word " * 200_000))).tables

    assert found.cells[0].words == 200_000
