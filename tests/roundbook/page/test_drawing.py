from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from roundbook.page.drawing import OUTLINE, Drawn, draw_place

ROWS = tuple(
    f"{n} Officers of team {name} should record visits" for n, name in enumerate(("Ash", "Elm", "Oak", "Yew"), 1)
)


def _write(path: Path, *pages: tuple[str, ...], turned: int = 0) -> Path:
    canvas = Canvas(str(path), pagesize=A4)
    for lines in pages:
        canvas.setPageRotation(turned)
        for at, line in enumerate(lines):
            canvas.drawString(60, 700 - 60 * at, line)
        canvas.showPage()
    canvas.save()
    return path


def _outlined(drawn: Drawn) -> tuple[int, int]:
    """Return the top and the bottom of the outline in a picture, in pixels."""
    with Image.open(io.BytesIO(drawn.png)) as opened:
        picture = opened.convert("RGB")
    column = [picture.getpixel((picture.width // 2, y)) for y in range(picture.height)]
    blue = [y for y, pixel in enumerate(column) if _is_near(pixel)]
    return blue[0], blue[-1]


def _is_near(pixel: object) -> bool:
    return isinstance(pixel, tuple) and all(abs(one - other) < 40 for one, other in zip(pixel, OUTLINE, strict=True))


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_row_is_outlined_however_the_page_is_turned(tmp_path: Path, turned: int) -> None:
    path = _write(tmp_path / "a.pdf", ROWS, turned=turned)
    (drawn,) = draw_place(path, 1, (ROWS[2],))
    assert (drawn.page, drawn.is_outlined) == (1, True)
    with Image.open(io.BytesIO(drawn.png)) as picture:
        assert picture.size == (drawn.width, drawn.height)


def test_the_outline_holds_the_row_and_not_its_neighbours(tmp_path: Path) -> None:
    (drawn,) = draw_place(_write(tmp_path / "a.pdf", ROWS), 1, (ROWS[1],))
    top, bottom = _outlined(drawn)
    assert 20 < bottom - top < 60
    assert top > 20
    assert bottom < drawn.height - 20


def test_the_page_is_found_where_it_is_not_known(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.pdf", ROWS[:1], ROWS[1:3], ROWS[3:])
    (drawn,) = draw_place(path, None, (ROWS[2],))
    assert drawn.page == 2


def test_a_row_that_goes_on_is_shown_on_both_pages(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.pdf", ROWS[:3], ("which the court praised in its judgement", *ROWS[3:]))
    drawn = draw_place(path, 1, (f"{ROWS[2]} which the court praised in its judgement",))
    assert [each.page for each in drawn] == [1, 2]


def test_a_page_that_is_a_picture_is_shown_whole(tmp_path: Path) -> None:
    picture = Image.new("RGB", (400, 500), "white")
    ImageDraw.Draw(picture).text((40, 40), ROWS[0], fill="black")
    picture.save(tmp_path / "scan.pdf")
    (drawn,) = draw_place(tmp_path / "scan.pdf", 1, (ROWS[0],))
    assert not drawn.is_outlined


def test_a_row_that_stands_nowhere_has_no_picture(tmp_path: Path) -> None:
    assert draw_place(_write(tmp_path / "a.pdf", ROWS), None, ("Carbon monoxide alarms",)) == ()


def test_pictures_are_small_enough_to_be_shown_at_once(tmp_path: Path) -> None:
    (drawn,) = draw_place(_write(tmp_path / "a.pdf", ROWS), 1, (ROWS[1],))
    assert len(drawn.png) < 100_000
