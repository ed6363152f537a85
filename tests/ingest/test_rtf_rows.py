"""A rich text document with tables within cells, as LibreOffice writes it, keeps the columns around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.folder import read_document
from ingest.model import SourceDocument
from ingest.office.rtf_rows import mend_rows
from tests.ingest.word.factory import Docx, cell, p, row, table, write_docx
from tests.libreoffice import needs_libreoffice, save_as

CELLS = rb"\trowd\trql\cellx3000\cellx6000 "
WITHIN = rb"\intbl\itap2 x\nestcell{\*\nesttableprops\trowd\cellx1000\nestrow}"


@needs_libreoffice
def test_a_table_within_a_cell_adds_no_cells_to_the_row_around_it(tmp_path: Path) -> None:
    inner = table(row("a", "b"), widths=(1000, 1000))
    rows = row("Recommendation", "Update", "Evidence") + row("Train", cell(p("Before") + inner + p("After")), "Log")
    original = write_docx(tmp_path / "return.docx", Docx(table(rows, widths=(3000, 3000, 3000)) + p("End")))
    (written,) = save_as("rtf", [original], tmp_path)

    document = read_document(written, "return.rtf")

    assert isinstance(document, SourceDocument)
    (found,) = document.tables
    assert [(each.row, each.col, each.text) for each in found.cells] == [
        (1, 1, "Recommendation"),
        (1, 2, "Update"),
        (1, 3, "Evidence"),
        (2, 1, "Train"),
        (2, 2, "Before\na\tb\nAfter"),
        (2, 3, "Log"),
    ]


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        (CELLS + WITHIN + rb"\cell " + CELLS + rb"y\cell\row", CELLS + WITHIN + rb"\cell y\cell\row"),
        (CELLS + WITHIN + rb"\cell\row " + CELLS + rb"y\cell\row", None),
        (CELLS + WITHIN + rb"\cell \trowd\cellx2000 y\cell\row", None),
        (CELLS + rb"x\cell " + CELLS + rb"\row", None),
    ],
)
def test_only_what_is_said_twice_of_one_row_is_left_out(tmp_path: Path, written: bytes, mended: bytes | None) -> None:
    path = tmp_path / "return.rtf"
    path.write_bytes(rb"{\rtf1 " + written + b"}")

    mend_rows(path)

    assert path.read_bytes() == rb"{\rtf1 " + (written if mended is None else mended) + b"}"
