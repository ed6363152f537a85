"""Every Word document of the real corpus against what was transcribed by hand, where the corpus is present."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.model import SourceDocument
from ingest.readers.word import read as read_word
from tests.ingest.word.factory import words_given

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "child-f"
STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "•": " "})  # noqa: RUF001 - quote styles are folded
FIELDS = ("recommendation", "update", "evidence", "action", "lead", "by_when")
NUMBER = re.compile(r"^(?:rec(?:ommendation)?s?\s*)?[\d&, ]+[).:]?\s+", re.IGNORECASE)

needs_corpus = pytest.mark.skipif(not CORPUS.exists(), reason="the real corpus is not on this computer")


def documents() -> Iterator[tuple[str, Path]]:
    for path in sorted(CORPUS.glob("rounds/*/inbox/*.docx")):
        yield path.parents[1].name, path


def fold(text: str) -> str:
    return " ".join(text.translate(STRAIGHT).split())


def read(path: Path) -> SourceDocument:
    return read_word(path, path.name, "")


@needs_corpus
@pytest.mark.parametrize(
    "path", [path for _round, path in documents()] + [CORPUS / "plan.docx"], ids=lambda path: path.name
)
def test_every_word_of_a_real_return_is_accounted_for(path: Path) -> None:
    document = read(path)

    assert document.words > 0
    assert words_given(document) == document.words


@needs_corpus
@pytest.mark.parametrize(("round_name", "path"), list(documents()), ids=lambda entry: getattr(entry, "name", entry))
def test_every_row_of_a_real_return_is_found_word_for_word(round_name: str, path: Path) -> None:
    truth = json.loads((CORPUS / "truth" / f"{round_name}.json").read_text(encoding="utf-8"))
    rows = next(entry["rows"] for entry in truth["documents"] if entry["file"] == path.name)
    cells = [cell for table in read(path).tables for cell in table.cells]
    found = {fold(cell.text) for cell in cells}
    found |= {NUMBER.sub("", text) for text in found}

    expected = {fold(row.get(field) or "") for row in rows for field in FIELDS} - {""}
    struck = {fold(text) for row in rows for text in row.get("struck", ())}

    assert expected <= found
    assert struck <= {fold(text) for cell in cells for text in cell.struck}
