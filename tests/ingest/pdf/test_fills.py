from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.readers import pdf
from tests.ingest.pdf.paper import PLAN, Paper, cell_at

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("painted", "fill"), [("#00B050", "#00B050"), ("#FFC000", "#FFC000"), ("#FFFFFF", None), ("#FEFEFE", None)]
)
def test_a_colour_behind_a_cell_is_its_fill_and_white_is_none(tmp_path: Path, painted: str, fill: str | None) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.fill((290, 117, 200, 17), painted)
    paper.table(PLAN)
    document = paper.read()
    assert cell_at(document, 2, 3).fill == fill
    assert cell_at(document, 3, 3).fill is None


def test_the_last_colour_painted_is_the_one_seen(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.fill((50, 100, 440, 51), "#D9D9D9")
    paper.fill((290, 117, 200, 17), "#FF0000")
    paper.table(PLAN)
    document = paper.read()
    assert (cell_at(document, 1, 1).fill, cell_at(document, 2, 3).fill) == ("#D9D9D9", "#FF0000")


def test_a_marked_word_does_not_colour_its_cell(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.fill((294, 120, 30, 12), "#FFFF00")
    paper.table(PLAN)
    assert cell_at(paper.read(), 2, 3).fill is None


RATED = (("Recommendation", "Update", "RAG"), ("Train all", "Done in May " * 4, "G"), ("Review it", "Begun " * 9, "R"))


def draw_rated_without_sides(paper: Paper, left: float, width: float) -> None:
    tops = paper.cells(RATED, widths=(120, 150, 60), top=300)
    paper.fill((left, tops[1], width, tops[2] - tops[1]), "#00B050")
    paper.cells(RATED, widths=(120, 150, 60), top=300)
    for top in tops:
        paper.line(50, top, 380, top)


def test_a_cell_without_sides_has_the_colour_behind_its_words(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    draw_rated_without_sides(paper, 320, 60)
    document = paper.read()
    assert (cell_at(document, 2, 3).fill, cell_at(document, 2, 2).fill, cell_at(document, 3, 3).fill) == (
        "#00B050",
        None,
        None,
    )


def test_a_highlighted_word_does_not_colour_its_cell_without_sides(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    draw_rated_without_sides(paper, 325, 8)
    assert cell_at(paper.read(), 2, 3).fill is None


def clip(paper: Paper, box: tuple[float, float, float, float]) -> None:
    left, top, width, height = box
    path = paper.canvas.beginPath()
    path.rect(left, 842 - top - height, width, height)
    paper.canvas.clipPath(path, stroke=0, fill=0)


def test_a_colour_shows_only_where_it_is_not_clipped(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.canvas.saveState()
    clip(paper, (50, 80, 440, 300))
    clip(paper, (290, 117, 200, 17))
    paper.fill((0, 0, 595, 842), "#00B050")
    paper.canvas.restoreState()
    paper.table(PLAN)
    document = paper.read()
    assert [cell.fill for cell in document.tables[0].cells if cell.fill] == ["#00B050"]
    assert cell_at(document, 2, 3).fill == "#00B050"


def test_a_shaded_cell_has_the_colour_most_of_it_has(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.canvas.saveState()
    clip(paper, (290, 117, 200, 17))
    paper.canvas.linearGradient(290, 725, 490, 725, ("#FF0000", "#FF0000"))
    paper.canvas.restoreState()
    paper.table(PLAN)
    document = paper.read()
    assert [cell.fill for cell in document.tables[0].cells if cell.fill] == ["#FF0000"]
    assert cell_at(document, 2, 3).fill == "#FF0000"


def test_a_grey_that_also_stands_for_patterns_stays_grey(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.fill((50, 100, 440, 17), "#BFBFBF")
    paper.table(PLAN)
    assert {cell.fill for cell in paper.read().tables[0].cells if cell.row == 1} == {"#BFBFBF"}


PATTERNED = """/Pattern cs /Green scn 300 700 200 40 re f 0 G 50 700 m 500 700 l 50 740 m 500 740 l 50 660 m 500 660 l
50 660 m 50 740 l 300 660 m 300 740 l 500 660 m 500 740 l S
BT 0 g /F1 10 Tf 1 0 0 1 60 715 Tm (Update) Tj 1 g 1 0 0 1 310 715 Tm (Green) Tj
0 g 1 0 0 1 60 675 Tm (Evidence) Tj 1 0 0 1 310 675 Tm (None) Tj ET"""


def test_a_cell_painted_in_a_pattern_has_the_colour_it_shows(tmp_path: Path) -> None:
    bodies = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 7 0 R >>",
        f"<< /Length {len(PATTERNED)} >>\nstream\n{PATTERNED}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /PatternType 2 /Shading 8 0 R >>",
        "<< /Font << /F1 5 0 R >> /Pattern << /Green 6 0 R >> >>",
        "<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 1 0] /Extend [true true] /Function 9 0 R >>",
        "<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 1 0] /C1 [0 1 0] >>",
    )
    drawn = "%PDF-1.4\n" + "".join(f"{number} 0 obj\n{body}\nendobj\n" for number, body in enumerate(bodies, start=1))
    path = tmp_path / "a.pdf"
    path.write_bytes(f"{drawn}trailer\n<< /Root 1 0 R /Size {len(bodies) + 1} >>\n%%EOF\n".encode())
    cells = pdf.read(path, "Riverside.pdf", "0").tables[0].cells
    assert [(cell.text, cell.fill) for cell in cells] == [
        ("Update", None),
        ("Green", "#00FF00"),
        ("Evidence", None),
        ("None", None),
    ]
