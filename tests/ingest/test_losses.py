from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ingest.conversion import report_losses
from ingest.identify import Format
from ingest.office.losses import find_lost_words
from tests.ingest.word.factory import Docx, p, r, write_docx
from tests.libreoffice import needs_libreoffice, save_as

ODT = "urn:oasis:names:tc:opendocument:xmlns"


def write_odt(path: Path, body: str) -> Path:
    names = f'xmlns:office="{ODT}:office:1.0" xmlns:text="{ODT}:text:1.0"'
    with zipfile.ZipFile(path, "w") as package:
        content = f"<office:document-content {names}><office:body>{body}</office:body></office:document-content>"
        package.writestr("content.xml", content)
    return path


def test_words_that_are_gone_are_named(tmp_path: Path) -> None:
    turned = write_docx(tmp_path / "turned.docx", Docx(p(r("Staff ") + r("trai") + r("ned"))))
    original = write_odt(tmp_path / "return.odt", "<text:p>Staff trained in the annex</text:p>")

    assert find_lost_words(original, Format.ODT, turned) == ("the", "annex")
    (finding,) = report_losses(original, Format.ODT, turned, "return.odt")
    assert finding.code == "words-lost"
    assert '"the", "annex"' in finding.message


def test_words_kept_anywhere_are_not_lost(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>annex</w:delText></w:r></w:del>"
    turned = write_docx(tmp_path / "turned.docx", Docx(p(r("See the ") + deleted)))
    tracked = "<text:tracked-changes><text:p>deleted words</text:p></text:tracked-changes>"
    original = write_odt(tmp_path / "return.odt", f"{tracked}<text:p>See the annex</text:p>")

    assert report_losses(original, Format.ODT, turned, "return.odt") == ()


@needs_libreoffice
@pytest.mark.parametrize("kind", [Format.DOC, Format.RTF, Format.FODT])
def test_nothing_is_lost_of_what_libreoffice_keeps(tmp_path: Path, kind: Format) -> None:
    field = '<w:hyperlink w:anchor="x"><w:r><w:t>policy</w:t></w:r></w:hyperlink>'
    original = write_docx(
        tmp_path / "return.docx", Docx(p(r("All staff \u2013 trained ") + field), {"header1": p("x")})
    )
    (written,) = save_as(kind, [original], tmp_path / kind)
    emptied = write_docx(tmp_path / "emptied.docx", Docx(p("All staff")))

    assert find_lost_words(written, kind, original) == ()
    assert find_lost_words(written, kind, emptied) == ("trained", "policy")
