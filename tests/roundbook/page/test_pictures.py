from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.model import Place
from match.model import Link, LinkedUpdate, Outcome
from normalize.model import RawField, Update
from roundbook.page.pictures import Pictures
from tests.libreoffice import needs_libreoffice
from tests.roundbook.boards import write_return

WORDS = "Officers should be better trained in recognising neglect."


@pytest.fixture(scope="module")
def pictures() -> Iterator[Pictures]:
    opened = Pictures()
    yield opened
    opened.close()


def _linked(page: int | None = None) -> LinkedUpdate:
    update = Update(Place("a", page=page), (RawField("Recommendation", WORDS),))
    return LinkedUpdate("a", "", "", "", update, Link("row", Outcome.TO_CHECK, (), 0.0, (), ()))


def test_a_pdf_is_drawn_as_it_is_and_once(pictures: Pictures, tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.drawString(60, 700, WORDS)
    canvas.save()
    (drawn,) = pictures.find(tmp_path / "a.pdf", _linked(1))
    assert drawn.is_outlined
    assert pictures.find(tmp_path / "a.pdf", _linked(1))[0] is drawn


@needs_libreoffice
def test_a_word_document_is_drawn_as_libreoffice_prints_it(pictures: Pictures, tmp_path: Path) -> None:
    path = write_return(tmp_path / "a.docx", "Police", (WORDS, "Held."))
    (drawn,) = pictures.find(path, _linked())
    assert (drawn.page, drawn.is_outlined) == (1, True)


@pytest.mark.parametrize("content", [b"%PDF-1.7\n% cut short", b"Recommendation,Update\nTrain,Held\n", b""])
def test_of_other_files_there_is_no_picture(pictures: Pictures, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    assert pictures.find(tmp_path / "a", _linked(1)) == ()
    assert pictures.find(tmp_path / "gone", _linked(1)) == ()
