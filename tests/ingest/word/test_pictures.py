from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Level, Where
from tests.ingest.word.factory import Docx, content_control, on, p, paragraphs, r, read, read_cell, row, table


def picture(own: str, frame: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" {frame}/><a:graphic><a:graphicData><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="1" {own}/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId8"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def embedded(title: str, program: str = 'ProgID="Word.Document.12"') -> str:
    return (
        f'<w:r><w:object><v:shape><v:imagedata r:id="rId8" o:title="{title}"/></v:shape>'
        f'<o:OLEObject Type="Embed" {program} r:id="rId9"/></w:object></w:r>'
    )


def pictures_of(tmp_path: Path, run: str) -> tuple[str, ...]:
    targets = {"rId8": ("image", "media/image1.png"), "rId9": ("package", "embeddings/Document1.docx")}
    (found,) = read(tmp_path, Docx(table(row(p(r("See ") + run))), targets=targets)).tables[0].cells
    assert (found.text, found.words) == ("See", 1)
    return found.pictures


def test_a_picture_is_named_by_its_description(tmp_path: Path) -> None:
    assert pictures_of(tmp_path, picture('name="a.png"', 'name="Picture 1" descr="Minutes"')) == ("Minutes",)


def test_a_picture_without_description_is_named_by_its_name(tmp_path: Path) -> None:
    assert pictures_of(tmp_path, picture('name="scan.png"')) == ("scan.png",)


def test_a_picture_without_any_name_is_named_by_its_part(tmp_path: Path) -> None:
    assert pictures_of(tmp_path, picture('name=""')) == ("image1.png",)


def test_an_older_picture_is_named_by_its_title(tmp_path: Path) -> None:
    old = '<w:r><w:pict><v:shape><v:imagedata r:id="rId8" o:title="scan"/></v:shape></w:pict></w:r>'

    assert pictures_of(tmp_path, old) == ("scan",)


def test_an_older_picture_is_named_by_the_words_for_those_who_cannot_see_it(tmp_path: Path) -> None:
    old = '<w:r><w:pict><v:shape alt="Old poster"><v:imagedata r:id="rId8" o:title="scan"/></v:shape></w:pict></w:r>'

    assert pictures_of(tmp_path, old) == ("Old poster",)


def test_an_embedded_document_is_named_with_its_program(tmp_path: Path) -> None:
    assert pictures_of(tmp_path, embedded("")) == ("Document1.docx (Word.Document.12)",)
    assert pictures_of(tmp_path, embedded("Report.docx")) == ("Report.docx (Word.Document.12)",)


def test_a_picture_whose_relationship_is_gone_does_not_stop_the_reading(tmp_path: Path) -> None:
    document = read(tmp_path, Docx(p(r("See ") + picture('name=""')), targets={"rId8": ("image", "NULL")}))

    assert document.paragraphs[0].text == "See"


def drawn(inside: str) -> str:
    graphic = f"<a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic>"
    return f"<w:r><w:drawing><wp:inline>{graphic}</wp:inline></w:drawing></w:r>"


def test_the_words_of_a_chart_are_read_and_the_chart_is_reported(tmp_path: Path) -> None:
    title = "<c:title><a:p><a:r><a:t>Visits </a:t></a:r><a:r><a:t>made</a:t></a:r></a:p></c:title>"
    labels = "<c:strCache><c:pt><c:v>Spring</c:v></c:pt><c:pt><c:v>Summer</c:v></c:pt></c:strCache>"
    docx = Docx(
        p(drawn('<c:chart r:id="rIdchart1"/>')) + table(row(p(drawn('<c:chart r:id="rIdchart1"/>')))),
        {"chart1": title + labels},
    )

    document = read(tmp_path, docx)

    assert paragraphs(document, Where.TEXT_BOX) == ["Visits made", "Spring", "Summer"]
    (found,) = document.tables[0].cells
    assert (found.text, found.pictures) == ("Visits made\nSpring\nSummer", ("chart",))
    assert [finding.code for finding in document.findings] == ["diagram"]


def test_a_picture_that_only_asks_for_one_is_none(tmp_path: Path) -> None:
    prompt = content_control(picture('name="Picture 1"'), on("showingPlcHdr") + on("picture"))

    assert read_cell(tmp_path, p(prompt + r("Words"))).pictures == ()


def test_the_words_of_a_diagram_are_read(tmp_path: Path) -> None:
    data = "<dgm:pt><dgm:t><a:p><a:r><a:t>Plan</a:t></a:r></a:p></dgm:t></dgm:pt>"

    document = read(tmp_path, Docx(p(drawn('<dgm:relIds r:dm="rIddiagram1"/>')), {"diagram1": data}))

    assert paragraphs(document, Where.TEXT_BOX) == ["Plan"]


def test_a_chart_whose_part_is_gone_does_not_stop_the_reading(tmp_path: Path) -> None:
    assert paragraphs(read(tmp_path, p(r("Words") + drawn('<c:chart r:id="gone"/>')))) == ["Words"]


@pytest.mark.parametrize(
    ("body", "words"), [(p(picture('name="scan.png"')), "only pictures"), (p(), "nothing to read")]
)
def test_a_document_without_words_says_so(tmp_path: Path, body: str, words: str) -> None:
    (finding,) = read(tmp_path, body).findings

    assert (finding.level, finding.code) == (Level.PROBLEM, "no-words")
    assert words in finding.message
