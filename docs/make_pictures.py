"""Makes the pictures of the README afresh, from the sample board.

Needs LibreOffice (``soffice``) and Chromium (``chromium``) on the path. Run it in the project's folder:
``uv run python docs/make_pictures.py``. It writes ``docs/pictures/change-log.png`` and ``docs/pictures/tracker.png``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

PICTURES = Path(__file__).parent / "pictures"
PAGE_SIZE = (1200, 2010)
PAGE_SCALE = 0.8
"""Where the README is read a picture is hardly ever shown wider."""
COLOURS = 256
"""Of a palette; enough for the edges of letters."""
DOTS_PER_POINT = 2.0
MARGIN = 24
"""Pixels of white left round a picture that is cropped."""
TRACKER_ROWS = 0.82
"""How much of the page is shown, from the top."""


def main() -> None:
    """Run the sample board into a temporary folder and make both pictures of its last round."""
    with tempfile.TemporaryDirectory() as folder:
        board = Path(folder) / "board"
        # The sample board leaves something to decide, so the command ends with 3.
        subprocess.run([sys.executable, "-m", "roundbook", "demo", str(board)], check=False, capture_output=True)
        last_round = max((board / "rounds").iterdir())
        keep(picture_of_page(last_round / "changes.html", Path(folder)), "change-log.png")
        keep(
            picture_of_sheet(last_round / "consolidated.xlsx", "Tracker: every recommendation", Path(folder)),
            "tracker.png",
        )


def picture_of_page(page: Path, folder: Path) -> Image.Image:
    """Return the top of a page as a browser shows it."""
    shot = folder / "page.png"
    size = ",".join(map(str, PAGE_SIZE))
    options = ("--headless=new", "--no-sandbox", "--hide-scrollbars", f"--window-size={size}", f"--screenshot={shot}")
    subprocess.run(["chromium", *options, page.resolve().as_uri()], check=True, capture_output=True)
    whole = Image.open(shot).convert("RGB")
    return whole.resize((round(whole.width * PAGE_SCALE), round(whole.height * PAGE_SCALE)), Image.Resampling.LANCZOS)


def picture_of_sheet(workbook: Path, title: str, folder: Path) -> Image.Image:
    """Return the first printed page of the sheet with that title, without its margins."""
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(workbook)]
    subprocess.run(command, check=True, capture_output=True)
    pages = pypdfium2.PdfDocument(folder / f"{workbook.stem}.pdf")
    page = next(each for each in pages if title in each.get_textpage().get_text_range())
    whole: Image.Image = page.render(scale=DOTS_PER_POINT).to_pil().convert("RGB")
    return cropped(whole.crop((0, 0, whole.width, round(whole.height * TRACKER_ROWS))))


def cropped(picture: Image.Image) -> Image.Image:
    """Return a picture without the white round it, but for a margin."""
    white = Image.new("RGB", picture.size, "white")
    left, top, right, bottom = ImageChops.difference(picture, white).getbbox() or (0, 0, *picture.size)
    return picture.crop((left - MARGIN, top - MARGIN, right + MARGIN, bottom))


def keep(picture: Image.Image, name: str) -> None:
    """Write a picture with a palette, so that the file is small."""
    PICTURES.mkdir(exist_ok=True)
    path = PICTURES / name
    # Of the ways to choose colours this one keeps the rare ones: red and green words on a white page.
    few = picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    print(f"{path}: {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
