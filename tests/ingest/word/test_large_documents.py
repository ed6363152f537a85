from __future__ import annotations

import time
from pathlib import Path

from tests.ingest.word.factory import cell, p, r, read, row, table

GENEROUS_SECONDS = 15
"""Ten times what an office computer needs for any of these; work that grows with the square takes far longer."""


def test_many_rows_are_read_in_a_time_that_grows_with_them(tmp_path: Path) -> None:
    began = time.perf_counter()

    (found,) = read(tmp_path, table(*[row(cell("1"), cell("some words")) for _ in range(5_000)])).tables

    assert found.n_rows == 5_000
    assert time.perf_counter() - began < GENEROUS_SECONDS


def test_many_tables_that_join_are_read_in_a_time_that_grows_with_them(tmp_path: Path) -> None:
    heading = row(p(r("Recommendation", "<w:b/>")), p(r("Update", "<w:b/>")))
    parts = [table(heading, row("1", "x"), widths=(5000, 5000)) for _ in range(1_500)]
    began = time.perf_counter()

    (found,) = read(tmp_path, p().join(parts)).tables

    assert found.n_rows == 1_501
    assert time.perf_counter() - began < GENEROUS_SECONDS


def test_a_cell_of_a_million_characters_is_read(tmp_path: Path) -> None:
    (found,) = read(tmp_path, table(row("word " * 200_000))).tables

    assert found.cells[0].words == 200_000
