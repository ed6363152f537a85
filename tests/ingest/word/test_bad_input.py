from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ingest.errors import UnreadableError
from ingest.model import Where
from ingest.readers.word import read as read_word
from tests.ingest.word.factory import NAMESPACES, Docx, p, paragraphs, read, row, table, words_given, write_docx

BODY = f"<w:document {NAMESPACES}><w:body>{p('Words')}</w:body></w:document>"

STRICT_BODY = table(row("Words"), widths=(4000,)) + '<w:sectPr><w:headerReference r:id="rIdheader1"/></w:sectPr>'


def package(tmp_path: Path, **members: str | bytes) -> Path:
    path = tmp_path / "odd.docx"
    with zipfile.ZipFile(path, "w") as odd:
        for name, content in members.items():
            odd.writestr(f"word/{name}.xml", content)
    return path


def refusal(path: Path) -> UnreadableError:
    with pytest.raises(UnreadableError) as refused:
        read_word(path, "odd.docx", "")
    return refused.value


@pytest.mark.parametrize("content", [b"", b"\0" * 500, b"%PDF-1.7 not a package", b"PK\x03\x04 cut short"])
def test_a_file_that_is_no_package_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.docx"
    path.write_bytes(content)

    assert refusal(path).code == "damaged"


def test_a_package_without_its_text_is_refused(tmp_path: Path) -> None:
    assert refusal(package(tmp_path, styles="<x/>")).code == "missing-part"


def test_a_package_of_another_kind_is_refused(tmp_path: Path) -> None:
    assert refusal(package(tmp_path, document="<workbook/>")).code == "not-word"


def test_text_that_is_not_well_formed_is_refused(tmp_path: Path) -> None:
    assert refusal(package(tmp_path, document=BODY[:-20])).code == "malformed"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_declaration_is_refused(tmp_path: Path, encoding: str) -> None:
    bomb = f'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>{BODY.replace("Words", "&b;")}'

    assert refusal(package(tmp_path, document=bomb.encode(encoding))).code == "doctype"


def test_a_member_with_a_wrong_checksum_is_refused(tmp_path: Path) -> None:
    path = package(tmp_path, document=BODY)
    path.write_bytes(path.read_bytes().replace(b"Words", b"Wards"))

    assert refusal(path).code == "damaged"


@pytest.mark.parametrize(
    "content",
    [BODY.replace("Words", "Wo\x0brds"), BODY.replace("Words", "Wo&#xB;rds"), BODY.replace("Words", "Wo&#2;rds")],
)
def test_control_characters_are_taken_out(tmp_path: Path, content: str) -> None:
    document = read_word(package(tmp_path, document=content), "odd.docx", "")

    assert paragraphs(document) == ["Words"]


def test_other_encodings_are_read(tmp_path: Path) -> None:
    document = read_word(package(tmp_path, document=BODY.encode("utf-16")), "odd.docx", "")

    assert paragraphs(document) == ["Words"]


def test_a_relationship_to_nothing_does_not_stop_the_reading(tmp_path: Path) -> None:
    document = read(tmp_path, Docx(p("Words"), targets={"rId1": ("styles", "NULL"), "rId3": ("image", "../NULL")}))

    assert paragraphs(document) == ["Words"]
    assert not document.is_partial


@pytest.mark.parametrize("kind", ["footnotes", "comments"])
def test_text_whose_part_is_gone_is_reported_as_missing(tmp_path: Path, kind: str) -> None:
    document = read(tmp_path, Docx(p("Words"), targets={"rId1": (kind, "gone.xml")}))

    assert document.is_partial


def test_a_damaged_part_beside_the_text_is_done_without_and_reported(tmp_path: Path) -> None:
    document = read(tmp_path, Docx(p("Words"), {"comments": "<w:comment>", "footnotes": ""}))

    assert paragraphs(document) == ["Words"]
    assert document.is_partial
    assert [finding.code for finding in document.findings] == ["damaged-parts"]


def test_names_of_members_may_differ_in_case_and_slashes(tmp_path: Path) -> None:
    path = tmp_path / "odd.docx"
    with zipfile.ZipFile(path, "w") as odd:
        odd.writestr("Word\\Document.XML", BODY)

    assert paragraphs(read_word(path, "odd.docx", "")) == ["Words"]


def test_the_words_of_a_refusal_are_for_the_administrator(tmp_path: Path) -> None:
    refused = refusal(package(tmp_path, document=BODY[:-20]))

    assert refused.reason.endswith(".")
    assert "Word" in refused.advice


def test_strict_documents_are_read_like_transitional_ones(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "strict.docx", Docx(STRICT_BODY, {"header1": p("Agency")}))
    strict = tmp_path / "odd.docx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(strict, "w") as target:
        for name in source.namelist():
            target.writestr(name, _as_strict(source.read(name)))

    document = read_word(strict, "odd.docx", "")

    assert paragraphs(document, Where.HEADER) == ["Agency"]
    assert document.tables[0].cells[0].text == "Words"
    assert words_given(document) == document.words


def _as_strict(data: bytes) -> bytes:
    root = b"http://schemas.openxmlformats.org/"
    for kind in (b"wordprocessingml", b"drawingml", b"officeDocument"):
        data = data.replace(root + kind + b"/2006/", b"http://purl.oclc.org/ooxml/" + kind + b"/")
    return data
