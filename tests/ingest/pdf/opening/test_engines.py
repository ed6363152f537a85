from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pdfplumber
import pytest

from ingest.model import Where
from ingest.readers.pdf.engine.printing import print_page
from ingest.readers.pdf.engine.text_style import OddTextError
from ingest.readers.pdf.opening import opening
from ingest.readers.pdf.opening.shown import count_shown
from tests.ingest.pdf.paper import PLAN, Paper, read_whole, rows_of, texts_in
from tests.ingest.pdf.tagged_paper import TaggedPaper

if TYPE_CHECKING:
    from pathlib import Path

    from ingest.readers.pdf.page import Page


def refuse(*_page: object) -> None:
    raise OddTextError


def drawn(path: Path) -> Paper:
    """Draw a page with a table, a shaded cell, struck-out words and text on its side."""
    paper = Paper(path)
    paper.fill((50, 100, 40, 17), "#FFC000")
    paper.table(PLAN)
    paper.text(50, 300, "An office with affluent staff")
    paper.line(62, 297, 92, 297)
    paper.canvas.rotate(90)
    paper.canvas.drawString(100, -500, "On its side")
    paper.canvas.save()
    return paper


def test_both_engines_give_the_same_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = drawn(tmp_path / "a.pdf").path
    fast = read_whole(path)
    monkeypatch.setattr(opening, "print_page", refuse)
    assert read_whole(path).blocks == fast.blocks


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_turned_by_its_rotation_is_read_alike(tmp_path: Path, turn: int) -> None:
    paper = Paper(tmp_path / "a.pdf")
    if turn:
        paper.canvas.setPageRotation(turn)
    paper.table(PLAN)
    assert rows_of(paper.read()) == [list(row) for row in PLAN]


def test_words_given_in_place_of_letters_do_not_replace_what_is_drawn(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    code: list[str] = vars(paper.canvas)["_code"]
    code.append("/Span <</ActualText (something else)>> BDC")
    paper.text(50, 100, "What is drawn")
    code.append("EMC")
    assert texts_in(paper.read()) == ["What is drawn"]


@pytest.mark.parametrize("given", ["(fi)", "<FEFF00660069>"])
def test_a_ligature_the_font_does_not_name_is_read_as_the_letters_given_for_it(tmp_path: Path, given: str) -> None:
    paper = Paper(tmp_path / "a.pdf")
    code: list[str] = vars(paper.canvas)["_code"]
    starts = 50 + paper.canvas.stringWidth("Of", "Helvetica", 10)
    paper.text(50, 100, "Of")
    code.append(f"/Span <</ActualText {given}>> BDC")
    paper.text(starts, 100, "B")
    code.append("EMC")
    paper.text(starts + paper.canvas.stringWidth("B", "Helvetica", 10), 100, "cers were briefed")
    assert texts_in(paper.read()) == ["Officers were briefed"]


def test_a_hyphen_given_as_a_soft_one_leaves_what_is_hidden_known(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    code: list[str] = vars(paper.canvas)["_code"]
    code.append("/Span <</ActualText <FEFF00AD>>> BDC")
    paper.text(50, 100, "-")
    code.append("EMC")
    paper.text(50, 120, "Everybody sees what is written here")
    unseen = paper.canvas.beginText(50, 700)
    unseen.setTextRenderMode(3)
    unseen.textOut("Nobody sees this")
    paper.canvas.drawText(unseen)
    assert texts_in(paper.read(), Where.HIDDEN) == ["Nobody sees this"]


def lose_words(page: Page) -> Page:
    return replace(page, glyphs=page.glyphs[:2], drawn=2)


def test_a_page_that_shows_more_than_the_fast_engine_finds_is_drawn_by_the_other_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table(PLAN)
    monkeypatch.setattr(opening, "print_page", lambda *given: lose_words(print_page(*given)))
    document = paper.read()
    assert rows_of(document) == [list(row) for row in PLAN]
    assert [(each.code, each.place.page) for each in document.findings] == [("engines-differ", 1)]


def test_letters_drawn_twice_raise_no_doubt(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for _ in range(2):
        paper.table(PLAN)
    assert paper.read().findings == ()


@pytest.mark.parametrize(("text", "shown"), [("(two) or \\ more", 15), ("caf\u00e9", 4)])
def test_what_a_page_shows_is_counted_without_drawing_it(tmp_path: Path, text: str, shown: int) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(50, 100, text)
    paper.canvas.save()
    with pdfplumber.open(paper.path) as document:
        assert count_shown(document.pages[0].page_obj) == shown


def test_codes_of_two_bytes_are_one_character_each(tmp_path: Path) -> None:
    path = TaggedPaper(loose=[(0, 50, 100, "abcd")]).save(tmp_path / "a.pdf")
    path.write_bytes(path.read_bytes().replace(b"/Subtype /Type1 ", b"/Subtype /Type0 "))
    with pdfplumber.open(path) as document:
        assert count_shown(document.pages[0].page_obj) == 2


def test_a_ligature_on_a_page_put_shrunk_on_another_stays_in_its_word(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.canvas.beginForm("page")
    code: list[str] = vars(paper.canvas)["_code"]
    paper.font("Helvetica", 20)
    ends = 100 + paper.canvas.stringWidth("sta", "Helvetica", 20)
    paper.text(100, 200, "sta")
    code.append("/Span <</ActualText (ff)>> BDC")
    paper.text(ends, 200, "f")
    code.append("EMC")
    paper.text(ends + paper.canvas.stringWidth("f", "Helvetica", 20), 200, "ed")
    paper.canvas.endForm()
    paper.canvas.translate(50, 30)
    paper.canvas.scale(0.5, 0.5)
    paper.canvas.doForm("page")
    assert texts_in(paper.read()) == ["staffed"]


TIMES_LETTERS = ((b"a", 444), (b" ", 250), (b"\\001", 556), (b"r", 333), (b"s", 389), (b"t", 278))


def test_letters_whose_width_the_thorough_engine_does_not_know_do_not_make_it_believed(tmp_path: Path) -> None:
    twice = b"".join(b"(%s)%d(%s)" % (letter, width - 5, letter) for letter, width in TIMES_LETTERS)
    lines = b"".join(b"1 0 0 1 50 %d Tm [%s] TJ " % (700 - 20 * row, twice) for row in range(12))
    names = (
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <01> <00660069> endbfchar endcmap"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>> >>",
        b"<< /Length %d >>\nstream\nBT /F 10 Tf %s ET\nendstream" % (len(lines) + 15, lines),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding <</Differences [1 /fi]>> /ToUnicode 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(names), names),
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R >>\n%%EOF\n")
    document = read_whole(tmp_path / "a.pdf")
    assert "a first" in texts_in(document)[0]
    assert [each.code for each in document.findings] == []
