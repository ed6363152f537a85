from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageDraw
from rapidfuzz import fuzz
from reportlab.pdfgen.canvas import Canvas

from ingest.folder import read_document
from ingest.model import Place, SourceCell, SourceDocument, SourceTable, UnreadDocument
from ingest.readers import scan
from normalize.returns import understand
from normalize.vocabulary import Vocabulary
from samples import board_folder

RETURN = board_folder() / "2025-03" / "inbox" / "Ambulance Child M Feb 2025.pdf"
DOTS_PER_INCH = 200
needs_ocr = pytest.mark.skipif(not scan.is_there(), reason='the extra "ocr" is not installed here')


def _scan(source: Path, target: Path, angle: float) -> Path:
    """Print the first page of a PDF and lay it on the glass askew, upside down or on its side."""
    document = pypdfium2.PdfDocument(source)
    page = document[0].render(scale=DOTS_PER_INCH / 72).to_pil().convert("L")
    document.close()
    turned = page.rotate(angle, fillcolor=255, resample=Image.Resampling.BICUBIC, expand=angle % 90 == 0)
    dots = np.asarray(turned) + np.random.default_rng(1).normal(0, 6, turned.size[::-1])
    Image.fromarray(dots.clip(0, 255).astype(np.uint8)).save(target, resolution=DOTS_PER_INCH)
    return target


def _page(*boxes: tuple[int, int, int, int]) -> Image.Image:
    page = Image.new("L", (1654, 2339), 255)
    for box in boxes:
        ImageDraw.Draw(page).rectangle(box, outline=0, width=3)
    return page


@pytest.mark.parametrize("name", ["a.pdf", "a.png"])
def test_without_the_extra_a_scan_is_listed_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(scan, "is_there", lambda: False)
    _page((100, 100, 800, 300)).save(tmp_path / name)
    document = read_document(tmp_path / name, name)
    assert isinstance(document, UnreadDocument)
    assert document.code in {"scanned", "image"}
    assert "sender" in document.advice


@needs_ocr
@pytest.mark.parametrize(
    ("name", "angle"), [("Ambulance.pdf", 1.3), ("Ambulance.png", -0.6), ("Ambulance.pdf", 180), ("Ambulance.png", 90)]
)
def test_a_scan_gives_the_rows_of_what_was_scanned(tmp_path: Path, name: str, angle: float) -> None:
    scanned = read_document(_scan(RETURN, tmp_path / name, angle), name)
    assert isinstance(scanned, SourceDocument), scanned
    wanted = _updates(read_document(RETURN, RETURN.name))
    found = _updates(scanned)
    assert len(found) == len(wanted)
    assert all(fuzz.ratio(one, other) > 97 for one, other in zip(found, wanted, strict=True))
    assert [each.code for each in scanned.findings].count("ocr-row") == sum(table.n_rows for table in scanned.tables)


def _updates(document: object) -> list[str]:
    assert isinstance(document, SourceDocument)
    understood = understand(document, Vocabulary())
    assert understood.words.adds_up
    return [
        " ".join(f"{each.kind} {each.numbers} {each.recommendation} {each.update} {each.evidence}".split())
        for sent in understood.returns
        for each in sent.updates
    ]


@needs_ocr
@pytest.mark.parametrize("angle", [-5.5, -3.0, -0.7, 0.0, 1.5])
def test_a_page_that_lies_askew_is_straightened(angle: float) -> None:
    from ingest.readers.scan.pages import find_angle

    page = _page(*((100, top, 1500, top + 120) for top in range(100, 2000, 120)))
    turned = np.asarray(page.rotate(angle, fillcolor=255, resample=Image.Resampling.BICUBIC))
    assert find_angle(turned) == pytest.approx(-angle, abs=0.15)


@needs_ocr
def test_a_ruled_table_is_found_with_its_merged_cells() -> None:
    from ingest.readers.scan.rules import find_tables

    boxes = ((100, 100, 1500, 200), (100, 200, 600, 500), (600, 200, 1500, 350), (600, 350, 1500, 500))
    (table,) = find_tables(np.asarray(_page(*boxes, (300, 1000, 900, 1003))))
    assert (table.n_rows, table.n_cols) == (3, 2)
    assert [(cell.row, cell.col, cell.rowspan, cell.colspan) for cell in table.cells] == [
        (1, 1, 1, 2),
        (2, 1, 2, 1),
        (2, 2, 1, 1),
        (3, 2, 1, 1),
    ]


@needs_ocr
def test_the_feet_of_letters_that_nearly_meet_are_no_rule() -> None:
    from ingest.readers.scan.rules import find_tables

    page = _page((100, 100, 600, 200), (600, 100, 1500, 200))
    for left in range(700, 1000, 20):
        ImageDraw.Draw(page).line((left, 170, left + 15, 170), fill=0, width=3)
    (table,) = find_tables(np.asarray(page))
    assert [(cell.row, cell.col) for cell in table.cells] == [(1, 1), (1, 2)]


def _level_rules(*uprights: tuple[int, int, int]) -> np.ndarray:
    """Return a picture of three level rules and some upright ones, each from one height to another."""
    page = Image.new("L", (1654, 2339), 255)
    draw = ImageDraw.Draw(page)
    for top in (100, 300, 500):
        draw.line((100, top, 1500, top), fill=0, width=3)
    for left, top, bottom in uprights:
        draw.line((left, top, left, bottom), fill=0, width=3)
    return np.asarray(page)


@needs_ocr
@pytest.mark.parametrize("left", [(), ((101, 100, 500),), ((103, 100, 420),)], ids=["missing", "there", "in part"])
def test_a_table_is_closed_at_sides_that_are_not_ruled(left: tuple[tuple[int, int, int], ...]) -> None:
    from ingest.readers.scan.rules import find_tables

    (table,) = find_tables(_level_rules(*left, (800, 100, 500)))
    assert (table.n_rows, table.n_cols, len(table.cells)) == (2, 2, 4)


@needs_ocr
def test_the_levels_of_a_chart_with_its_axis_are_no_table() -> None:
    from ingest.readers.scan.rules import find_tables

    assert find_tables(_level_rules((101, 100, 500))) == ()


@needs_ocr
@pytest.mark.parametrize(("dash", "gap", "width"), [(11, 8, 3), (20, 15, 2), (3, 6, 3)])
def test_rules_may_be_dashed_or_dotted(dash: int, gap: int, width: int) -> None:
    from ingest.readers.scan.rules import find_tables

    page = Image.new("L", (1654, 2339), 255)
    draw = ImageDraw.Draw(page)
    for at in range(100, 1500, dash + gap):
        for top in (100, 300, 500):
            draw.rectangle((at, top, at + dash - 1, top + width - 1), fill=0)
        for left in (100, 800, 1500):
            if at < 500:
                draw.rectangle((left, at, left + width - 1, at + dash - 1), fill=0)
    (table,) = find_tables(np.asarray(page))
    assert (table.n_rows, table.n_cols, len(table.cells)) == (2, 2, 4)


@needs_ocr
def test_lines_of_writing_are_no_dotted_rules(tmp_path: Path) -> None:
    from ingest.readers.scan.rules import find_tables

    paper = Canvas(str(tmp_path / "a.pdf"))
    for line in range(20):
        paper.drawString(60, 700 - 13 * line, "It will be ill to tell them all, i.e. little - - - if any . . . . . .")
    paper.save()
    (page,) = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    assert find_tables(np.asarray(page.render(scale=DOTS_PER_INCH / 72).to_pil().convert("L"))) == ()


@needs_ocr
@pytest.mark.parametrize(
    ("first_row_below", "expected", "repeated"),
    [
        (("2", "Write", "Done"), [["No", "Rec", "Update"], ["1", "Train", "Begun"], ["2", "Write", "Done"]], 0),
        (("", "all staff", "and ended"), [["No", "Rec", "Update"], ["1", "Train all staff", "Begun and ended"]], 0),
        (("no", "REC", "Update"), [["No", "Rec", "Update"], ["1", "Train", "Begun"]], 3),
    ],
)
def test_a_table_that_goes_on_is_joined(
    first_row_below: tuple[str, ...], expected: list[list[str]], repeated: int
) -> None:
    from ingest.readers.scan.joining import join

    whole, heading = join(_table(("No", "Rec", "Update"), ("1", "Train", "Begun")), _table(first_row_below))
    assert [[cell.text for cell in whole.cells if cell.row == row + 1] for row in range(whole.n_rows)] == expected
    assert len(whole.row_places) == whole.n_rows
    assert len(heading) == repeated


def _table(*rows: tuple[str, ...]) -> SourceTable:
    cells = [SourceCell(row, col, text) for row, texts in enumerate(rows, 1) for col, text in enumerate(texts, 1)]
    place = Place("a.pdf", 1, 1)
    return SourceTable(place, tuple(cells), len(rows), len(rows[0]), (place,) * len(rows))


@needs_ocr
def test_a_page_after_one_whose_line_runs_over_a_rule_is_read_as_well(tmp_path: Path) -> None:
    paper = Canvas(str(tmp_path / "a.pdf"))
    for _ in range(2):
        paper.setFont("Helvetica", 12)
        for left, right in ((50, 180), (180, 400)):
            paper.rect(left, 640, right - left, 40)
        paper.drawRightString(179, 655, "Share the plan")
        paper.drawString(181, 655, "Shared in March")
        paper.showPage()
    paper.save()
    scanned = read_document(_as_pictures(tmp_path / "a.pdf"), "a.pdf")
    assert isinstance(scanned, SourceDocument), scanned
    texts = [[cell.text for cell in table.cells] for table in scanned.tables]
    assert texts == [["Share the plan", "Shared in March"]] * 2


def _as_pictures(source: Path) -> Path:
    """Return the PDF at ``source`` with each page as a picture of itself."""
    document = pypdfium2.PdfDocument(source)
    first, *others = (page.render(scale=DOTS_PER_INCH / 72).to_pil().convert("L") for page in document)
    first.save(source.with_name("scan.pdf"), save_all=True, append_images=others, resolution=DOTS_PER_INCH)
    document.close()
    return source.with_name("scan.pdf")
