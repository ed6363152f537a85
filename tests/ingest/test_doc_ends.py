"""A .doc that ends with a table, as LibreOffice writes it, keeps that table."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest

from ingest.compound import find_stream
from ingest.conversion import convert
from ingest.folder import read_document
from ingest.model import SourceDocument, UnreadDocument
from ingest.office.doc_ends import CannotMendError, mend_end
from tests.libreoffice import needs_libreoffice, save_as

TEXT_END = 0x1C


PAGE, LETTER_BYTES = 512, 2
TEXT_BEGINS = 2048
"""Where LibreOffice lets the text begin, at the start of a page."""
LETTERS = len("Agency: Fernlight Housing") + len("RecommendationUpdate1. Train all staffBegun") + 7
"""Of the document below with its marks: one behind the paragraph, one behind each cell and each row."""


def _write(path: Path, *, header: str = "", ends_with_table: bool = True, more: str = "") -> Path:
    document = docx.Document()
    document.add_paragraph("Agency: Fernlight Housing")
    table = document.add_table(rows=2, cols=2)
    words = ("Recommendation", "Update", "1. Train all staff", f"Begun{more}")
    for cell, text in zip(table._cells, words, strict=True):  # noqa: SLF001 - all cells at once
        cell.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if not ends_with_table:
        document.add_paragraph("Thank you")
    document.save(str(path))
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three documents as .doc: one ends with its table, one has words behind it, one has a page header."""
    made = tmp_path_factory.mktemp("ends")
    sources = [
        _write(made / "table.docx"),
        _write(made / "words.docx", ends_with_table=False),
        _write(made / "header.docx", header="Child F"),
    ]
    save_as("doc", sources, made)
    return made


@needs_libreoffice
def test_the_last_table_is_read_cell_by_cell(folder: Path) -> None:
    paths = [folder / "table.doc", folder / "header.doc"]
    with convert(paths) as conversions:
        found = [read_document(path, path.name, conversions) for path in paths]

    for document in found:
        assert isinstance(document, SourceDocument)
        assert [cell.text for cell in document.tables[0].cells] == [
            "Recommendation",
            "Update",
            "1. Train all staff",
            "Begun",
        ]


@needs_libreoffice
@pytest.mark.parametrize("pages", [1, 9])
def test_a_text_that_ends_with_its_page_gets_room_behind_it(tmp_path: Path, pages: int) -> None:
    more = "x" * (pages * PAGE // LETTER_BYTES - LETTERS)
    (written,) = save_as("doc", [_write(tmp_path / "full.docx", more=more)], tmp_path)
    text = find_stream(written.read_bytes(), "WordDocument")
    assert text is not None
    assert (
        int.from_bytes(written.read_bytes()[text.offsets[0] + TEXT_END :][:4], "little") == TEXT_BEGINS + pages * PAGE
    )

    document = read_document(written, "full.doc")

    assert isinstance(document, SourceDocument)
    assert [cell.text for cell in document.tables[0].cells] == [
        "Recommendation",
        "Update",
        "1. Train all staff",
        f"Begun{more}",
    ]


@needs_libreoffice
@pytest.mark.parametrize("name", ["words.doc", "header.doc", "words.docx"])
def test_a_document_that_ends_as_it_should_is_left_alone(folder: Path, tmp_path: Path, name: str) -> None:
    copy = Path(shutil.copy(folder / name, tmp_path))

    mend_end(copy)

    assert copy.read_bytes() == (folder / name).read_bytes()


@needs_libreoffice
def test_a_document_cut_short_is_left_alone(folder: Path, tmp_path: Path) -> None:
    whole = (folder / "table.doc").read_bytes()
    for length in range(0, len(whole), 997):
        path = tmp_path / "return.doc"
        path.write_bytes(whole[:length])
        mend_end(path)
        assert path.read_bytes() == whole[:length]


@needs_libreoffice
def test_a_document_that_cannot_be_mended_is_not_read_jumbled(folder: Path, tmp_path: Path) -> None:
    data = bytearray((folder / "table.doc").read_bytes())
    text = find_stream(bytes(data), "WordDocument")
    assert text is not None
    data[text.offsets[0] + TEXT_END] += 1  # now the text seems to go on where it ends
    (tmp_path / "return.doc").write_bytes(data)

    with pytest.raises(CannotMendError):
        mend_end(tmp_path / "return.doc")
    found = read_document(tmp_path / "return.doc", "return.doc")

    assert isinstance(found, UnreadDocument)
    assert found.code == "not-converted"
