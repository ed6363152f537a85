from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from ingest.readers.word import read as read_word
from tests.ingest.outlook_file import compound
from tests.ingest.word.factory import Docx, p, row, table, write_docx

ICON, WRAPPER = "word/media/image1.emf", "word/embeddings/oleObject1.bin"


def icon(*texts: str) -> bytes:
    """A metafile with ``texts`` drawn in it (MS-EMF)."""
    records = struct.pack("<II", 1, 88) + bytes(80)
    for text in texts:
        letters = text.encode("utf-16-le")
        letters += bytes(-len(letters) % 4)
        records += struct.pack("<II", 84, 76 + len(letters)) + bytes(36)
        records += struct.pack("<II", len(text), 76) + bytes(24) + letters
    return records + struct.pack("<IIIII", 14, 20, 0, 0, 20)


def old_icon(text: bytes) -> bytes:
    """A metafile of the older kind (MS-WMF)."""
    padded = text + bytes(len(text) % 2)
    record = struct.pack("<IHHHHH", 7 + len(padded) // 2, 0x0A32, 0, 0, len(text), 0) + padded
    return struct.pack("<HHHIHIH", 1, 9, 0x0300, 0, 0, 0, 0) + record + struct.pack("<IH", 3, 0)


def wrapped(label: bytes) -> bytes:
    """A file wrapped by Windows (MS-OLEDS 2.3.6)."""
    return compound({"\x01Ole10Native": struct.pack("<IH", 900, 2) + label + b"\0C:\\x\0" + bytes(900)})


def name_of(tmp_path: Path, parts: dict[str, bytes], aspect: str = "Icon") -> str:
    shown = '<v:shape><v:imagedata r:id="rId8" o:title=""/></v:shape>'
    held = f'<o:OLEObject Type="Embed" ProgID="Package" DrawAspect="{aspect}" r:id="rId9"/>'
    targets = {"rId8": ("image", "media/image1.emf"), "rId9": ("oleObject", "embeddings/oleObject1.bin")}
    docx = Docx(table(row(p(f"<w:r><w:object>{shown}{held}</w:object></w:r>"))), targets=targets)
    path = write_docx(tmp_path / "return.docx", docx)
    with zipfile.ZipFile(path, "a") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    (only,) = read_word(path, "return.docx", "0" * 64).tables[0].cells[0].pictures
    return only


def test_an_object_is_called_by_the_words_under_its_icon(tmp_path: Path) -> None:
    assert name_of(tmp_path, {ICON: icon("Audit ", "report.docx")}) == "Audit report.docx (Package)"
    assert name_of(tmp_path, {ICON: old_icon(b"Audit.docx")}) == "Audit.docx (Package)"


def test_a_picture_of_what_is_in_an_object_is_no_name(tmp_path: Path) -> None:
    assert name_of(tmp_path, {ICON: icon("Staff trained")}, aspect="Content") == "oleObject1.bin (Package)"


@pytest.mark.parametrize("label", [b"Minutes.pdf", b"C:\\Users\\jo\\Minutes.pdf"])
def test_a_wrapped_file_is_called_by_its_label(tmp_path: Path, label: bytes) -> None:
    assert name_of(tmp_path, {WRAPPER: wrapped(label)}) == "Minutes.pdf (Package)"


@pytest.mark.parametrize("damaged", [b"", b"\1\0\0\0", icon("x")[:100], old_icon(b"x")[:20], b"\xd0\xcf\x11\xe0" * 9])
def test_a_damaged_icon_or_wrapper_leaves_the_name_of_the_part(tmp_path: Path, damaged: bytes) -> None:
    assert name_of(tmp_path, {ICON: damaged, WRAPPER: damaged}) == "oleObject1.bin (Package)"


def test_an_object_of_the_newer_form_and_a_linked_one_are_named(tmp_path: Path) -> None:
    newer = (
        '<w:r><w:object><w:objectEmbed w:drawAspect="content" r:id="rId9" w:progId="Excel.Sheet.12"/></w:object></w:r>'
    )
    linked = '<w:r><w:object><o:OLEObject Type="Link" ProgID="Excel.Sheet.12" r:id="rId7"/></w:object></w:r>'
    targets = {"rId9": ("package", "embeddings/Sheet1.xlsx")}
    docx = Docx(table(row(p(newer + linked))), links={"rId7": "file:///C:/Returns/Log.xlsx"}, targets=targets)

    found = read_word(write_docx(tmp_path / "return.docx", docx), "return.docx", "0" * 64).tables[0].cells[0]

    assert found.pictures == ("Sheet1.xlsx (Excel.Sheet.12)", "Log.xlsx (Excel.Sheet.12)")
