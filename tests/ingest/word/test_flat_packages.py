from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ingest.folder import read_document
from ingest.model import SourceDocument
from tests.ingest.word.factory import Docx, p, r, row, table, write_docx
from tests.libreoffice import needs_libreoffice

PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"
WORD_2003 = "http://schemas.microsoft.com/office/word/2003/wordml"


def flatten(package: Path, path: Path) -> Path:
    """Write the parts of ``package`` into one XML file, as Word does."""
    with zipfile.ZipFile(package) as parts:
        inside = "".join(
            f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{parts.read(name).decode()}</pkg:xmlData></pkg:part>'
            for name in parts.namelist()
            if name != "[Content_Types].xml"
        )
    declared = '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
    path.write_text(f'{declared}<pkg:package xmlns:pkg="{PACKAGE}">{inside}</pkg:package>', "utf-8")
    return path


@pytest.mark.parametrize("name", ["return.xml", "return.doc"])
def test_a_package_laid_flat_is_read_like_any_other(tmp_path: Path, name: str) -> None:
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2">{p("Corporate team.")}</w:footnote>'
    docx = write_docx(tmp_path / "return.docx", Docx(table(row(p(r("CMT") + call), "x")), {"footnotes": note}))

    document = read_document(flatten(docx, tmp_path / name), name)

    assert isinstance(document, SourceDocument)
    assert document.format == "docx"
    assert [(cell.text, cell.note) for cell in document.tables[0].cells] == [("CMT", "Corporate team."), ("x", "")]


@needs_libreoffice
def test_the_xml_of_word_2003_is_read(tmp_path: Path) -> None:
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("1. Train", "Done"))
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    body = f"<w:body><w:tbl>{grid}<w:tr>{cells}</w:tr></w:tbl><w:p/></w:body>"
    path = tmp_path / "return.doc"
    path.write_text(f'<?xml version="1.0"?><w:wordDocument xmlns:w="{WORD_2003}">{body}</w:wordDocument>', "utf-8")

    document = read_document(path, "return.doc")

    assert isinstance(document, SourceDocument)
    assert [cell.text for cell in document.tables[0].cells] == ["1. Train", "Done"]
