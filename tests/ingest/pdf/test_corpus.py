"""Reads the real returns where they are at hand, and holds every row against its transcription."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.paper import read_whole

if TYPE_CHECKING:
    from ingest.model import SourceTable

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "child-f"
QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2022": " "})
NUMBER = re.compile(r"^\d+[.)]\s+")
FIELDS = ("recommendation", "update", "evidence")


def fold(text: str) -> str:
    return " ".join(text.translate(QUOTES).split())


def returns() -> list[tuple[Path, list[dict[str, str]]]]:
    if not CORPUS.is_dir():
        return []
    found = []
    for name in ("2012-11", "2013-08"):
        truth = json.loads((CORPUS / "truth" / f"{name}.json").read_text(encoding="utf-8"))
        inbox = CORPUS / "rounds" / name / "inbox"
        found += [(inbox / each["file"], each["rows"]) for each in truth["documents"] if each["file"].endswith(".pdf")]
    return found


def rows_in(table: SourceTable) -> list[set[str]]:
    rows: list[set[str]] = [set() for _ in range(table.n_rows)]
    for cell in table.cells:
        text = fold(cell.text)
        for row in rows[cell.row - 1 : cell.row - 1 + cell.rowspan]:
            row.update({text, NUMBER.sub("", text)})
    return rows


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real returns is not at hand")
@pytest.mark.parametrize(("path", "truth"), returns(), ids=lambda value: value.stem if isinstance(value, Path) else "")
def test_every_row_of_a_real_return_is_one_row(path: Path, truth: list[dict[str, str]]) -> None:
    rows = [row for table in read_whole(path).tables for row in rows_in(table)]
    wanted = [{fold(row[field]) for field in FIELDS if row[field]} for row in truth]
    assert [row for row in wanted if not any(row <= found for found in rows)] == []
