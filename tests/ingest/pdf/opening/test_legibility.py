from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import UnreadableError
from ingest.model import Level
from ingest.readers import pdf
from tests.ingest.pdf.paper import PLAN, Paper, read_whole, rows_of

if TYPE_CHECKING:
    from pathlib import Path


def encrypted(path: Path, *, user: str) -> Path:
    canvas = Canvas(str(path), encrypt=StandardEncryption(user, ownerPassword="owner", canPrint=0))
    canvas.drawString(50, 700, "Riverside Council")
    canvas.save()
    return path


def picture_page(paper: Paper, folder: Path) -> None:
    from PIL import Image

    Image.new("RGB", (40, 40), "grey").save(folder / "scan.png")
    paper.canvas.drawImage(str(folder / "scan.png"), 0, 0, 595, 842)
    paper.new_page()


def code_of(path: Path) -> str:
    with pytest.raises(UnreadableError) as caught:
        pdf.read(path, "Riverside.pdf", "0")
    assert caught.value.advice
    return caught.value.code


def test_a_password_to_open_is_asked_of_the_sender(tmp_path: Path) -> None:
    assert code_of(encrypted(tmp_path / "a.pdf", user="secret")) == "password"


def test_a_password_against_printing_does_not_hinder_reading(tmp_path: Path) -> None:
    assert read_whole(encrypted(tmp_path / "a.pdf", user="")).words == 2


@pytest.mark.parametrize("content", [b"%PDF-1.4\n", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog"])
def test_a_file_cut_short_is_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    assert code_of(tmp_path / "a.pdf") == "damaged"


def test_a_file_without_its_index_is_still_read(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table(PLAN)
    paper.canvas.save()
    content = paper.path.read_bytes()
    paper.path.write_bytes(b"junk before\n" + content[: content.rindex(b"xref")])
    assert rows_of(read_whole(paper.path)) == [list(row) for row in PLAN]


def test_pictures_only_are_a_scan(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    picture_page(paper, tmp_path)
    paper.canvas.save()
    assert code_of(paper.path) == "scanned"


def test_nothing_at_all_is_said_to_be_empty(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.new_page()
    paper.canvas.save()
    assert code_of(paper.path) == "empty"


def test_a_page_of_pictures_among_others_is_named(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table(PLAN)
    paper.new_page()
    picture_page(paper, tmp_path)
    document = paper.read()
    assert document.is_partial
    assert [(finding.level, finding.code, finding.place.page) for finding in document.findings] == [
        (Level.PROBLEM, "scanned-pages", 2)
    ]


def test_letters_without_meaning_are_never_passed_on(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(50, 100, "WKH ERDUG DQG WKH WHDP PHHW LQ PDB IRU WKH DXGLW")
    paper.canvas.save()
    assert code_of(paper.path) == "unreadable-text"


def test_one_unreadable_font_leaves_the_rest(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table(PLAN)
    paper.font("Courier", 10)
    paper.text(50, 400, "xkh brdrg pvst bhq zrlg rfk dnb fkdngh trk xkh pldn bhfrrh ltk lsd pdgh qxzrt")
    document = paper.read()
    assert document.is_partial
    assert [finding.code for finding in document.findings] == ["unreadable-text"]
    assert not any("xkh" in paragraph.text for paragraph in document.paragraphs)
