"""A field keeps the result stored in the document, whatever day it is and whatever the file is called."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ingest.conversion import convert
from ingest.folder import read_document
from ingest.identify import Format
from ingest.model import SourceDocument
from ingest.office.kept_results import keep_results
from tests.ingest.word.factory import Docx, p, row, table, write_docx
from tests.libreoffice import needs_libreoffice, save_as

OPEN = "urn:oasis:names:tc:opendocument:xmlns"
RICH = (
    r"{\rtf1\ansi \trowd\cellx3000\cellx6000\intbl Train\cell Sent {\field{\*\fldinst {\rtlch\fcs1 \af0  DATE }}"
    r"{\fldrslt 03/05/2013}}\cell\row\trowd\cellx3000\cellx6000\intbl Audit\cell In {\field\fldlock{\*\fldinst "
    r"FILENAME \\p}{\fldrslt old.rtf}}\cell\row\pard End\par}"
)
FIELDS = (
    '<text:date style:data-style-name="N1" text:date-value="2013-05-03">03/05/2013</text:date>',
    '<text:file-name text:display="name">old.rtf</text:file-name>',
)
RESULTS = ["Sent 03/05/2013", "In old.rtf"]


def _open_text(fields: tuple[str, ...]) -> str:
    cells = [("Train", f"Sent {fields[0]}"), ("Audit", f"In {fields[1]}")]
    rows = "".join(
        "<table:table-row>" + "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in texts)
        + "</table:table-row>"
        for texts in cells
    )  # fmt: skip
    names = " ".join(f'xmlns:{name}="{OPEN}:{name}:1.0"' for name in ("office", "text", "table", "style"))
    return (
        f'<office:document-content {names} office:version="1.2"><office:body><office:text><table:table>'
        f'<table:table-column table:number-columns-repeated="2"/>{rows}</table:table>'
        "</office:text></office:body></office:document-content>"
    )


def _write_odt(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", _open_text(FIELDS))
        package.writestr(
            "META-INF/manifest.xml",
            f'<m:manifest xmlns:m="{OPEN}:manifest:1.0"><m:file-entry m:full-path="/" '
            'm:media-type="application/vnd.oasis.opendocument.text"/><m:file-entry m:full-path="content.xml" '
            'm:media-type="text/xml"/></m:manifest>',
        )
    return path


@needs_libreoffice
def test_the_stored_results_are_read(tmp_path: Path) -> None:
    rich = tmp_path / "return.rtf"
    rich.write_text(RICH, "ascii")
    paths = [rich, _write_odt(tmp_path / "return.odt")]

    with convert(paths) as conversions:
        found = [read_document(path, path.name, conversions) for path in paths]

    for document in found:
        assert isinstance(document, SourceDocument)
        assert [cell.text for cell in document.tables[0].cells if cell.col == 2] == RESULTS


@needs_libreoffice
def test_a_field_of_a_doc_keeps_its_result_under_another_name(tmp_path: Path) -> None:
    named = (
        '<w:fldSimple w:instr=" FILENAME "><w:r><w:t>first.docx</w:t></w:r></w:fldSimple>'
        '<w:fldSimple w:instr=" DATE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    )
    original = write_docx(tmp_path / "first.docx", Docx(table(row("Train", "Done")) + p(named) + p("End")))
    (written,) = save_as("doc", [original], tmp_path)
    renamed = written.rename(tmp_path / "second.doc")

    document = read_document(renamed, renamed.name)

    assert isinstance(document, SourceDocument)
    assert any("first.docx" in each.text for each in document.paragraphs)


@pytest.mark.parametrize(
    ("found", "content"),
    [
        (Format.RTF, rb"{\rtf1 {\field{\*\fldinst SEQ rec}{\fldrslt 1}} The DATE is set}"),
        (Format.DOC, b"\xd0\xcf\x11\xe0 cut short"),
        (Format.ODT, b"PK no zip"),
        (Format.DOCX, b"anything"),
    ],
)
def test_what_has_no_such_fields_or_is_damaged_is_left_alone(tmp_path: Path, found: Format, content: bytes) -> None:
    path = tmp_path / "return"
    path.write_bytes(content)

    keep_results(path, found)

    assert path.read_bytes() == content
