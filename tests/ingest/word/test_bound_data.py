from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ingest.model import SourceDocument, Where
from ingest.readers.word import read as read_word
from tests.ingest.word.factory import (
    Docx,
    cell,
    content_control,
    on,
    p,
    paragraphs,
    r,
    row,
    table,
    words_given,
    write_docx,
)

ITEM = "{0A1B2C3D-0000-4000-8000-000000000001}"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
TEXT = "<w:text/>"
RATINGS = '<w:dropDownList><w:listItem w:displayText="Amber" w:value="2"/></w:dropDownList>'
DATE = '<w:date w:fullDate="2024-03-05T00:00:00Z"><w:dateFormat w:val="d MMMM yyyy"/></w:date>'
BOX = '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>'


def binding(path: str = "/n:plan[1]/n:status[1]", item: str = ITEM) -> str:
    names = "xmlns:n='urn:plan'"
    return f'<w:dataBinding w:prefixMappings="{names}" w:xpath="{path}" w:storeItemID="{item}"/>'


def read_bound(tmp_path: Path, content: str, stored: str) -> SourceDocument:
    """Return a document with ``content`` in a cell, and the status ``stored`` beside its text."""
    docx = Docx(table(row(cell(content))), targets={"rIdData": ("customXml", "../customXml/item1.xml")})
    path = write_docx(tmp_path / "return.docx", docx)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("customXml/item1.xml", f'<plan xmlns="urn:plan"><status by="Kit">{stored}</status></plan>')
        package.writestr("customXml/props.xml", f'<d:datastoreItem xmlns:d="{PROPERTIES}" d:itemID="{ITEM}"/>')
        entry = f'<Relationship Id="a" Type="{KIND}" Target="props.xml"/>'
        package.writestr(
            "customXml/_rels/item1.xml.rels", f'<Relationships xmlns="{RELATIONSHIPS}">{entry}</Relationships>'
        )
    document = read_word(path, "return.docx", "0" * 64)
    assert words_given(document) == document.words
    return document


def shown(document: SourceDocument) -> str:
    return document.tables[0].cells[0].text


@pytest.mark.parametrize(
    ("kind", "text", "stored", "expected"),
    [
        (TEXT, "Begun", "Done in May", "Done in May"),
        (TEXT, "Begun", "First line\nsecond", "First line\nsecond"),
        (RATINGS, "Red", "2", "Amber"),
        (RATINGS, "Red", "Blue", "Blue"),
        (DATE, "5 March 2024", "2024-04-01", "1 April 2024"),
        (DATE, "5 March 2024", "after Easter", "after Easter"),
    ],
)
def test_a_form_field_shows_the_data_it_is_bound_to(
    tmp_path: Path, kind: str, text: str, stored: str, expected: str
) -> None:
    document = read_bound(tmp_path, p(content_control(r(text), kind + binding())), stored)

    assert shown(document) == expected
    assert paragraphs(document, Where.HIDDEN) == [text]
    assert "bound-data" in {finding.code for finding in document.findings}


@pytest.mark.parametrize(
    ("kind", "text", "stored"),
    [
        (TEXT, "Done  in May", "Done in\nMay"),
        (TEXT, "Begun", " "),
        (RATINGS, "Amber", "2"),
        (DATE, "Tuesday", "2024-03-05"),
        ("", "Rich text is never bound", "Done"),
        (BOX, "☐", "false"),
    ],
)
def test_a_form_field_that_says_the_same_or_is_bound_to_nothing_stays_as_it_is(
    tmp_path: Path, kind: str, text: str, stored: str
) -> None:
    document = read_bound(tmp_path, p(content_control(r(text), kind + binding())), stored)

    assert shown(document) == text
    assert "bound-data" not in {finding.code for finding in document.findings}


@pytest.mark.parametrize(
    "path", ["/n:plan/n:other", "/m:plan/m:status", "//n:status", "/n:plan[1]/n:status[last()]", ""]
)
def test_a_binding_that_leads_nowhere_changes_nothing(tmp_path: Path, path: str) -> None:
    content = p(content_control(r("Begun"), TEXT + binding(path)))

    assert shown(read_bound(tmp_path, content, "Done")) == "Begun"


def test_data_is_found_in_any_part_where_the_named_one_is_not_there(tmp_path: Path) -> None:
    content = p(content_control(r("Begun"), TEXT + binding("/n:plan/n:status/@by", "{not there}")))

    assert shown(read_bound(tmp_path, content, "Done")) == "Kit"


def test_a_prompt_and_an_empty_field_give_way_to_the_data_without_a_trace(tmp_path: Path) -> None:
    prompt = content_control(r("Enter text"), on("showingPlcHdr") + TEXT + binding())
    empty = content_control("", TEXT + binding())

    document = read_bound(tmp_path, p(prompt + r(", ") + empty) + content_control(p(), TEXT + binding()), "Done")

    assert shown(document) == "Done, Done\nDone"
    assert document.findings == ()


def test_a_box_is_ticked_as_the_data_says(tmp_path: Path) -> None:
    document = read_bound(tmp_path, p(content_control(r("☐"), BOX + binding())), "true")

    assert shown(document) == "☒"
