"""Makes the pictures of the administrator's guide afresh: three rounds of the sample board, done on the page.

Needs LibreOffice (``soffice``) and Chromium (``chromium``) on the path. Run it in the project's folder:
``uv run python docs/make_guide_pictures.py``. It writes ``docs/pictures/guide-*.png``.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from make_pictures import cropped, keep, picture_of_sheet
from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from samples import board_folder

PLACE = Path(tempfile.gettempdir()) / "Safeguarding"
"""Its path is seen in the pictures, so it is always the same."""
WIDTH, HEIGHT = 1120, 780
ROW_HEIGHT = 940
"""Pixels of a row to settle that are shown: down to its second candidate."""
SCALE = 0.8
"""Where the guide is read a picture is hardly ever shown wider."""
WAIT = 180_000
"""Milliseconds a run may take on a busy computer."""
FIRST, SECOND, THIRD = "2025-03", "2025-09", "2026-03"
ANSWERS = {
    "status": "Complete",
    "update": "The new instruction was issued on 12 January 2026 and is used in every district.",
    "evidence": "Instruction 7, version 2",
}


def main() -> None:
    """Do three rounds, and take a picture wherever the guide shows one."""
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir()
    try:
        with open_page() as page:
            board = make_board(page)
            do_first_round(page, board)
            do_second_round(page, board)
            send_forms(page, board)
            do_third_round(page, board)
    finally:
        shutil.rmtree(PLACE, ignore_errors=True)


@contextmanager
def open_page() -> Iterator[Page]:
    """Start the program as the administrator does, and a browser on its page."""
    settings = {**os.environ, "HOME": str(PLACE), "XDG_CONFIG_HOME": str(PLACE / ".config")}
    command = [sys.executable, "-m", "roundbook", "open", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=settings) as program:
        try:
            address = program.stdout.readline().strip() if program.stdout else ""
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
                page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
                page.goto(address)
                yield page
                browser.close()
        finally:
            program.terminate()


def take(page: Page, name: str, *, down_to: str = "", most: int = 0) -> None:
    """Keep what the page shows; a long one is cut before the heading ``down_to``, or at ``most`` pixels."""
    page.wait_for_load_state("networkidle")
    shot = PLACE / "shot.png"
    page.screenshot(path=shot, full_page=True)
    whole = Image.open(shot).convert("RGB")
    if down_to:
        box = page.get_by_role("heading", name=down_to, exact=True).bounding_box() or {"y": HEIGHT}
        whole = whole.crop((0, 0, whole.width, round(box["y"] + page.evaluate("scrollY") - 16)))
    if most:
        whole = whole.crop((0, 0, whole.width, most))
    small = (round(whole.width * SCALE), round(whole.height * SCALE))
    keep(whole.resize(small, Image.Resampling.LANCZOS), f"guide-{name}.png")


def make_board(page: Page) -> Path:
    """Make the sample board on the page."""
    page.get_by_role("link", name="Make a new board").click()
    page.get_by_label("Name of the board").fill("Brackenmouth Safeguarding Partnership")
    page.get_by_label("Name of the case review").fill("Child M")
    page.get_by_label("Master list or action plan").set_input_files(board_folder() / "master.xlsx")
    page.get_by_label("Name of the folder").fill("child-m")
    page.get_by_label("Folder to make it in").fill(str(PLACE))
    take(page, "new-board")
    page.get_by_role("button", name="Make the board").click()
    expect(page.get_by_role("heading", name="Child M", exact=True)).to_be_visible()
    shutil.copy(board_folder() / "roundbook.toml", PLACE / "child-m")
    return PLACE / "child-m"


def do_first_round(page: Page, board: Path) -> None:
    """Drop the first returns, run, settle what is left, and close."""
    drop(page, FIRST)
    page.goto(page.url.partition("#")[0])
    page.get_by_label("Name of the round").fill(FIRST)
    take(page, "inbox", down_to="Return forms")
    run(page, FIRST)
    page.reload()
    take(page, "after-the-run", down_to="Inbox")
    page.get_by_role("link", name="Settle them", exact=True).click()
    page.get_by_role("link", name="Settle them one by one").click()
    expect(page.locator(".place, .drawn")).not_to_have_count(0, timeout=WAIT)
    page.get_by_label("Your name, kept with each answer").fill("Ann Okoro")
    take(page, "row", most=ROW_HEIGHT)
    settle(page)
    run(page)
    close(page, FIRST, board)


def do_second_round(page: Page, board: Path) -> None:
    """Do the second round, in which a return cannot be read."""
    drop(page, SECOND)
    run(page, SECOND)
    page.reload()
    take(page, "not-read", down_to=f"Round {SECOND}")
    page.get_by_role("link", name="Read the changes").first.click()
    page.wait_for_load_state("networkidle")
    take(page, "changes")
    sheet = picture_of_sheet(board / "rounds" / SECOND / "consolidated.xlsx", "Chase letters: words ready", PLACE)
    keep(sheet, "guide-chase-letters.png")
    page.get_by_role("link", name="Board", exact=True).click()
    page.get_by_role("link", name="Close the round").last.click()
    take(page, "close")
    page.get_by_role("button", name=f"Close round {SECOND}").click()
    empty(board)


def send_forms(page: Page, board: Path) -> None:
    """Write the forms, and show one."""
    page.reload()
    page.get_by_label("Wanted by").fill("2026-03-02")
    page.get_by_role("button", name="Write the forms").click()
    form = next((board / "forms").glob("*Police.docx"))
    profile = f"-env:UserInstallation={(PLACE / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(PLACE), str(form)]
    subprocess.run(command, check=True, capture_output=True)
    keep(picture_of_first_page(PLACE / f"{form.stem}.pdf"), "guide-form.png")


def picture_of_first_page(path: Path) -> Image.Image:
    """Return the first page of a PDF, without its margins."""
    import pypdfium2  # noqa: PLC0415 - loads a library of its own

    page = pypdfium2.PdfDocument(path)[0]
    return cropped(page.render(scale=1.3).to_pil().convert("RGB"))


def do_third_round(page: Page, board: Path) -> None:
    """Fill the forms in, send them back, and run."""
    filled = [fill_in(form) for form in sorted((board / "forms").glob("*.docx"))[:3]]
    page.reload()
    page.get_by_label("Drop returns here, or choose them").set_input_files(filled)
    page.get_by_role("button", name="Add to the inbox").click()
    run(page, THIRD)
    page.reload()
    take(page, "third-round", down_to="Return forms")


def fill_in(form: Path) -> Path:
    """Answer the first rows of a form."""
    document = Document(str(form))
    for control in list(document.element.body.iter(qn("w:sdt")))[:6]:
        properties, content = control.find(qn("w:sdtPr")), control.find(qn("w:sdtContent"))
        properties.remove(properties.find(qn("w:showingPlcHdr")))
        column = properties.find(qn("w:alias")).get(qn("w:val")).lower()
        next(content.iter(qn("w:t"))).text = ANSWERS[column]
    path = PLACE / form.name.replace("Return form", "Returned")
    document.save(str(path))
    return path


def drop(page: Page, name: str) -> None:
    """Put the returns of a sample round into the inbox, without what computers leave lying about."""
    found = (board_folder() / name / "inbox").iterdir()
    sent = sorted(path for path in found if path.suffix in {".docx", ".pdf"} and not path.name.startswith("~"))
    page.get_by_label("Drop returns here, or choose them").set_input_files(sent)
    page.get_by_role("button", name="Add to the inbox").click()
    expect(page.get_by_role("row")).to_have_count(len(sent) + 1)


def run(page: Page, name: str = "") -> None:
    """Run the round and wait until it is there."""
    if name:
        page.get_by_label("Name of the round").fill(name)
    page.get_by_role("button", name=re.compile("^Run")).click()
    expect(page.get_by_role("heading", name=re.compile("^Round 20"))).to_be_visible(timeout=WAIT)


def settle(page: Page) -> None:
    """Link every row that waits to the first that is offered."""
    page.get_by_role("heading", level=1).click()
    while not page.get_by_role("heading", name="All answered").count():
        before = page.url
        page.keyboard.press("1")
        page.wait_for_url(lambda url, before=before: url != before)
        page.wait_for_load_state("networkidle")


def close(page: Page, name: str, board: Path) -> None:
    """Close the round and empty the inbox."""
    page.get_by_role("link", name="Close the round").last.click()
    page.get_by_role("button", name=f"Close round {name}").click()
    empty(board)
    page.reload()


def empty(board: Path) -> None:
    """Take the returns of the last round out of the inbox."""
    for path in (board / "inbox").iterdir():
        path.unlink()


if __name__ == "__main__":
    main()
