from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from export.tracker import read_tracker
from export.writers.workbook import write
from export.writers.workbook.text import CELL_LIMIT
from match.compare import compare
from tests.export.packs import a_round, an_empty_round, entry

if TYPE_CHECKING:
    from pathlib import Path


def test_a_round_without_recommendations_reads_back_as_one(tmp_path: Path) -> None:
    write(an_empty_round(), tmp_path / "consolidated.xlsx")

    assert read_tracker(tmp_path / "consolidated.xlsx").master.recommendations == ()


def test_a_workbook_holds_its_round_so_that_nothing_seems_to_have_changed(tmp_path: Path) -> None:
    long_words = "Word by word. " * CELL_LIMIT
    first = replace(entry(1, long_words), lead="A. Reader", by_when="June 2031", action="Train staff")
    pack = a_round(entries=(first, entry(2, "  =1+1\n_x0041_ "), entry(3)))
    write(pack, tmp_path / "consolidated.xlsx")
    read = read_tracker(tmp_path / "consolidated.xlsx")

    assert read.master.recommendations == pack.master.recommendations
    assert [each.update for each in read.round.entries] == [each.update for each in pack.current.entries]
    assert not any(change.fields for change in compare(pack.current, read.round, read.master).changes)


def test_a_workbook_tells_who_sent_a_return_even_one_without_rows(tmp_path: Path) -> None:
    pack = a_round(entries=(entry(1), entry(2)))
    pack = replace(pack, current=replace(pack.current, heard_from=(pack.master.agencies[0],)))
    write(pack, tmp_path / "consolidated.xlsx")
    assert read_tracker(tmp_path / "consolidated.xlsx").round.heard_from == pack.current.heard_from
