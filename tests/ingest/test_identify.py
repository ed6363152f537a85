from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ingest.identify import Format, identify
from tests.ingest.archives import EXCEL, write_compound, write_package

MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
BINARY_EXCEL = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
HTML_FOR_WORD = b'<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><table></table></body></html>'


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.docx", b"", Format.EMPTY),
        ("a.docx", b"\0" * 5000, Format.ZEROS),
        ("a.docx", b"%PDF-1.7\n", Format.PDF),
        ("a.pdf", b"mail junk\r\n" * 20 + b"%PDF-1.4\n", Format.PDF),
        ("a.doc", b"{\\rtf1\\ansi Hello}", Format.RTF),
        ("a.doc", HTML_FOR_WORD, Format.HTML),
        ("a.xls", b"\xef\xbb\xbf<!DOCTYPE html>\n<html></html>", Format.HTML),
        ("a.eml", b"Received: from x\r\nFrom: a@b.example\r\nSubject: Return\r\n\r\nHello", Format.EML),
        ("a.csv", b"Recommendation,Update\n1,Done\n", Format.CSV),
        ("a.txt", b"From: the board, with thanks\n", Format.TEXT),
        ("a.docx", b"\x89PNG\r\n\x1a\n\0\0\0", Format.IMAGE),
        ("a.docx", b"PK\x03\x04 and then nothing", Format.DAMAGED_ZIP),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and then nothing", Format.COMPOUND),
        ("a.docx", b"\x00\x01\x02\x03", Format.UNKNOWN),
        ("a.tsv", b"Recommendation\tUpdate\n", Format.CSV),
        ("a.csv", "Recommendation,Update\n".encode("utf-16-be"), Format.CSV),
        ("a.txt", "Recommendation\tUpdate\r\n1\tDone\r\n".encode("utf-16-le"), Format.CSV),
        ("a.txt", b"Recommendation\tUpdate\nand a line of text\n", Format.TEXT),
        ("a.txt", b"A line\nand a line of text\n", Format.TEXT),
    ],
)
def test_a_file_is_known_by_its_content(tmp_path: Path, name: str, data: bytes, expected: Format) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert identify(path) is expected


@pytest.mark.parametrize(
    ("kind", "expected"), [("text", Format.FODT), ("spreadsheet", Format.FODS), ("graphics", Format.TEXT)]
)
def test_an_open_document_in_one_file_is_known_by_what_it_says_it_is(
    tmp_path: Path, kind: str, expected: Format
) -> None:
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"'
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    path = tmp_path / "a.odt"
    path.write_text(f'<?xml version="1.0"?>\n<office:document {names} office:mimetype="{mimetype}"/>')
    assert identify(path) is expected


@pytest.mark.parametrize(
    ("name", "main", "expected"),
    [
        ("a.xlsx", BINARY_EXCEL, Format.XLSB),
        ("a.pdf", EXCEL, Format.XLSX),
        ("A.DOCM", MACROS, Format.DOCX),
        ("a.docx", "application/zip", Format.ZIP),
    ],
)
def test_a_package_is_known_by_its_main_part(tmp_path: Path, name: str, main: str, expected: Format) -> None:
    assert identify(write_package(tmp_path / name, main=main)) is expected


def test_a_package_with_an_odd_list_of_types_is_known_by_its_folders(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.docx", {"word/document.xml": b"<w/>"}, main="nothing known")
    assert identify(path) is Format.DOCX


@pytest.mark.parametrize(
    ("mimetype", "expected"),
    [
        (b"application/vnd.oasis.opendocument.text", Format.ODT),
        (b"application/vnd.oasis.opendocument.spreadsheet", Format.ODS),
    ],
)
def test_an_open_document_is_known_by_its_mimetype(tmp_path: Path, mimetype: bytes, expected: Format) -> None:
    assert identify(write_package(tmp_path / "a.docx", {"mimetype": mimetype})) is expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Root Entry", "WordDocument", "1Table"), Format.DOC),
        (("Root Entry", "Workbook"), Format.XLS),
        (("Root Entry", "EncryptionInfo", "EncryptedPackage"), Format.PASSWORD),
        (("Root Entry", "EncryptedPackage", "\x06DataSpaces", "a", "DRMEncryptedDataSpace"), Format.RIGHTS_MANAGED),
        (("Root Entry", "__properties_version1.0"), Format.MSG),
        (("Root Entry", "Something"), Format.COMPOUND),
    ],
)
def test_a_compound_file_is_known_by_the_names_in_it(tmp_path: Path, names: tuple[str, ...], expected: Format) -> None:
    assert identify(write_compound(tmp_path / "a.docx", *names)) is expected


def test_words_about_a_stream_are_not_the_stream(tmp_path: Path) -> None:
    path = write_compound(tmp_path / "a.doc", "Root Entry", "WordDocument")
    path.write_bytes(path.read_bytes() + "The EncryptedPackage arrived.".encode("utf-16-le"))
    assert identify(path) is Format.DOC


def test_a_directory_that_runs_in_a_circle_is_a_damaged_file(tmp_path: Path) -> None:
    path = write_compound(tmp_path / "a.doc", "Root Entry", "WordDocument")
    data = bytearray(path.read_bytes())
    data[512 + 4 : 512 + 8] = (1).to_bytes(4, "little")
    path.write_bytes(data)
    assert identify(path) is Format.COMPOUND


def test_a_list_of_content_types_that_cannot_be_unpacked_is_a_damaged_package(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.docx", {"word/document.xml": b"<w:document/>"})
    data = bytearray(path.read_bytes())
    start = data.index(b".xml") + len(b".xml")
    data[start : start + 20] = b"\xff" * 20
    path.write_bytes(data)
    assert identify(path) is Format.DAMAGED_ZIP


def test_a_table_of_one_sector_named_a_million_times_is_read_once(tmp_path: Path) -> None:
    path = write_compound(tmp_path / "a.doc", "Root Entry", "WordDocument")
    data = bytearray(path.read_bytes())
    more = len(data) // 512 - 1
    data[68:72] = more.to_bytes(4, "little")
    data += bytes(127 * 4) + more.to_bytes(4, "little")  # the list goes on with itself
    path.write_bytes(data)
    assert identify(path) is Format.DOC


@pytest.mark.parametrize(("signature", "offset", "size"), [(b"PK\x05\x06", 12, 4), (b"PK\x06\x06", 40, 8)])
def test_a_package_with_millions_of_members_is_not_taken_apart(
    tmp_path: Path, signature: bytes, offset: int, size: int
) -> None:
    path = write_package(tmp_path / "a.docx", {"word/document.xml": b"<w:document/>"})
    end = (signature.ljust(offset, b"\0") + (500_000_000).to_bytes(size, "little")).ljust(56, b"\0")
    path.write_bytes(path.read_bytes() + end)
    assert identify(path) is Format.DAMAGED_ZIP


def test_a_package_packed_in_a_way_that_takes_much_memory_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as package:
        package.writestr("[Content_Types].xml", f'<Types><Override ContentType="{EXCEL}"/></Types>')
    assert identify(path) is Format.DAMAGED_ZIP


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Index/Document.iwa", Format.IWORK),
        ("word/document.xml", Format.DOCX),
        (r"Word\document.xml", Format.DOCX),
        ("xl/workbook.xml", Format.XLSX),
        ("unpacked/word/document.xml", Format.ZIP),
    ],
)
def test_a_package_without_a_list_of_types_is_known_by_its_parts(tmp_path: Path, name: str, expected: Format) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(name, b"<x/>")
    assert identify(path) is expected
