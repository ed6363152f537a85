from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Hyperlink
from ingest.readers.word.fields import link_address
from tests.ingest.word.factory import Docx, complex_field, field_char, p, r, read, read_cell, row, table

URL = "https://example.org/guide"


def test_links_keep_their_words_and_their_address(tmp_path: Path) -> None:
    link = f'<w:hyperlink r:id="rId9" w:anchor="part2">{r("the ")}{r("guide")}</w:hyperlink>'
    document = read(tmp_path, Docx(table(row(p(r("See ") + link))), links={"rId9": URL}))

    (found,) = document.tables[0].cells

    assert found.text == "See the guide"
    assert found.links == (Hyperlink("the guide", f"{URL}#part2"),)


def test_a_link_within_the_document_leads_to_its_anchor(tmp_path: Path) -> None:
    document = read(tmp_path, p(f'<w:hyperlink w:anchor="top">{r("up")}</w:hyperlink>'))

    assert document.paragraphs[0].links == (Hyperlink("up", "#top"),)


def test_a_link_may_be_a_field(tmp_path: Path) -> None:
    document = read(tmp_path, p(complex_field(f' HYPERLINK "{URL}" ', r("the guide"))))

    assert document.paragraphs[0].links == (Hyperlink("the guide", URL),)


def test_the_address_of_a_link_may_be_a_field_itself(tmp_path: Path) -> None:
    address = complex_field(" DOCPROPERTY Guide ", r(URL))
    begin, asked = field_char("begin"), '<w:r><w:instrText> HYPERLINK "</w:instrText></w:r>'
    rest = '<w:r><w:instrText>" </w:instrText></w:r>' + field_char("separate") + r("the guide") + field_char("end")

    document = read(tmp_path, p(begin + asked + address + rest))

    assert (document.paragraphs[0].text, document.paragraphs[0].links) == ("the guide", (Hyperlink("the guide", URL),))


def test_a_link_without_its_relationship_is_still_text(tmp_path: Path) -> None:
    document = read(tmp_path, p(f'<w:hyperlink r:id="gone">{r("the guide")}</w:hyperlink>'))

    assert (document.paragraphs[0].text, document.paragraphs[0].links) == ("the guide", ())


@pytest.mark.parametrize(
    ("instruction", "address"),
    [
        (' HYPERLINK "https://example.org/a b" ', "https://example.org/a b"),
        ("HYPERLINK https://example.org", "https://example.org"),
        (r'HYPERLINK "https://example.org" \l "two" \o "a tip" \h', "https://example.org#two"),
        (r'HYPERLINK \l "two"', "#two"),
        ("HYPERLINK \u201chttps://example.org/a b\u201d", "https://example.org/a b"),
        (r'HYPERLINK "C:\\files\\plan.docx"', r"C:\files\plan.docx"),
        ("PAGEREF two", None),
        ("", None),
    ],
)
def test_addresses_are_read_from_instructions(instruction: str, address: str | None) -> None:
    assert link_address(instruction) == address


@pytest.mark.parametrize("around", [True, False])
def test_a_picture_that_leads_somewhere_is_a_link(tmp_path: Path, around: bool) -> None:  # noqa: FBT001 - two ways to write it
    click = '<a:hlinkClick r:id="rId7"/>'
    picture = (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="Policy">{"" if around else click}'
        "</wp:docPr><a:graphic><a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr id='1' name='a.png'>"
        f"{'' if around else click}</pic:cNvPr></pic:nvPicPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r>"
    )
    content = f'<w:hyperlink r:id="rId7">{picture}</w:hyperlink>' if around else picture

    (found,) = read(tmp_path, Docx(table(row(p(content))), links={"rId7": "https://fernlight.example"})).tables[0].cells

    assert found.links == (Hyperlink("Policy", "https://fernlight.example"),)


def test_the_words_of_a_link_over_two_paragraphs_stay_apart(tmp_path: Path) -> None:
    link = '<w:r><w:instrText>HYPERLINK "https://fernlight.example"</w:instrText></w:r>'
    first = p(field_char("begin") + link + field_char("separate") + r("Policy"))

    found = read_cell(tmp_path, first + p(r("of May") + field_char("end")))

    assert found.links == (Hyperlink("Policy\nof May", "https://fernlight.example"),)
