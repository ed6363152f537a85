"""The whole job done in a real browser, and every view of it held against WCAG 2.2 AA on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from roundbook.errors import UsageError
from roundbook.history import list_rounds, load_updates
from roundbook.ledger import Ledger
from roundbook.page.running import BoardRun
from samples import board_folder
from tests.axe import bring_axe, faults
from tests.browser import needs_chromium
from tests.roundbook.boards import TestBoard
from tests.roundbook.page.served import Served, row_keys

if TYPE_CHECKING:
    from roundbook.reading import Progress
    from roundbook.told import Told

pytestmark = needs_chromium

WAIT = 120_000
"""Milliseconds a run may take on a busy computer."""
BLOCKED = "Blocked script execution"
"""What the browser says of axe-core itself in the change log, which runs no script at all."""
NARROW: ViewportSize = {"width": 320, "height": 640}
WIDE: ViewportSize = {"width": 1280, "height": 800}


@pytest.fixture
def said_wrong(page: Page) -> Iterator[list[str]]:
    """What the browser complained about; nothing by the end."""
    said: list[str] = []
    page.on("console", lambda each: said.append(each.text) if each.type == "error" else None)
    page.on("pageerror", lambda each: said.append(str(each)))
    yield said
    assert [each for each in said if not each.startswith(BLOCKED)] == []


def _look(page: Page) -> None:
    """Hold the view against the rules, and see that nothing of it is cut off on a narrow screen."""
    page.wait_for_load_state()
    assert faults(page) == [], page.url
    page.set_viewport_size(NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], page.url
    page.set_viewport_size(WIDE)


def _make_board(page: Page, within: Path) -> Path:
    page.get_by_role("link", name="Make a new board").click()
    _look(page)
    page.get_by_label("Name of the board").fill("Brackenmouth Safeguarding Partnership")
    page.get_by_label("Name of the case review").fill("Child M")
    page.get_by_label("Master list or action plan").set_input_files(board_folder() / "master.xlsx")
    page.get_by_label("Name of the folder").fill("child-m")
    page.get_by_label("Folder to make it in").fill(str(within))
    page.get_by_role("button", name="Make the board").click()
    expect(page.get_by_role("heading", name="Child M")).to_be_visible()
    expect(page.get_by_role("status").first).to_contain_text("46 recommendations of 8 agencies")
    _look(page)
    return within / "child-m"


def _drop(page: Page, paths: list[Path]) -> None:
    """Drop the first of the files onto the page, and choose the others."""
    first, *others = paths
    page.evaluate(
        """([name, bytes]) => {
            const files = new DataTransfer();
            files.items.add(new File([new Uint8Array(bytes)], name));
            document.getElementById("drop").dispatchEvent(new DragEvent("drop", {dataTransfer: files, bubbles: true}));
        }""",
        [first.name, list(first.read_bytes())],
    )
    expect(page.get_by_role("status").first).to_contain_text(f"{first.name} is in the inbox.")
    page.get_by_label("Drop returns here, or choose them").set_input_files(others)
    page.get_by_role("button", name="Add to the inbox").click()
    expect(page.get_by_role("row")).to_have_count(len(paths) + 1)


def _run(page: Page, name: str = "") -> None:
    if name:
        page.get_by_label("Name of the round").fill(name)
    page.get_by_role("button", name=re.compile("^Run")).click()
    expect(page.get_by_role("heading", name=re.compile("^Round 2025"))).to_be_visible(timeout=WAIT)


def _settle(page: Page) -> int:
    """Answer every row by single keys, the first of them twice, and return how many there were."""
    page.get_by_role("link", name="Rows to check").first.click()
    _look(page)
    rows = len(row_keys(page.content()))
    page.get_by_role("link", name=re.compile("^Settle")).click()
    expect(page.locator(".place, .drawn")).not_to_have_count(0, timeout=WAIT)
    _look(page)
    page.get_by_label("Your name, kept with each answer").fill("Ann Okoro")
    page.get_by_role("heading", level=1).click()
    for number in range(rows):
        _press(page, "n" if number % 2 else "1")
        if not number:
            _press(page, "u")
            expect(page.get_by_role("status").first).to_contain_text("Undone")
            _press(page, "1")
    expect(page.get_by_role("heading", name="All answered")).to_be_visible()
    _look(page)
    return rows


@pytest.fixture
def drawn(doubtful: TestBoard) -> TestBoard:
    """A board with a row in doubt, of whose document there is no picture to wait for."""
    (doubtful.round("r1") / "received" / "Housing.docx").unlink()
    return doubtful


def _press(page: Page, key: str) -> None:
    before = page.url
    page.keyboard.press(key)
    page.wait_for_url(lambda url: url != before)


def _close(page: Page, name: str) -> None:
    page.get_by_role("link", name="Close the round").first.click()
    _look(page)
    page.get_by_role("button", name=f"Close round {name}").click()
    expect(page.get_by_role("status").first).to_contain_text(f"Round {name} is closed")
    _look(page)


def _sent(name: str) -> list[Path]:
    """Return the returns of a sample round, without what computers leave lying about."""
    return [path for path in sorted((board_folder() / name / "inbox").iterdir()) if path.suffix in {".docx", ".pdf"}]


def _empty(inbox: Path) -> None:
    for path in inbox.iterdir():
        path.unlink()


def test_two_rounds_from_an_empty_folder_to_the_changes(
    site: Served, page: Page, tmp_path: Path, said_wrong: list[str]
) -> None:
    bring_axe(page)
    page.goto(site.gate.first_address)
    _look(page)
    folder = _make_board(page, tmp_path)
    _begin_round(page, "2025-03")
    assert _settle(page) > 1
    _run(page)
    _close(page, "2025-03")
    _empty(folder / "inbox")
    page.reload()
    _begin_round(page, "2025-09")
    # What was said of a row is remembered, so that nothing is asked twice.
    expect(page.get_by_role("main")).to_contain_text("no row waits for an answer")
    page.get_by_role("link", name="Read the changes").first.click()
    changes = page.frame_locator("iframe")
    expect(changes.get_by_role("heading", level=1)).to_contain_text("Changes in round 2025-09")
    _look_at_the_rest(page)
    _check_history(folder)


def _begin_round(page: Page, name: str) -> None:
    _drop(page, _sent(name))
    _look(page)
    _run(page, name)
    _look(page)


def _look_at_the_rest(page: Page) -> None:
    address = page.url.partition("/rounds/")[0]
    page.goto(f"{address}/links")
    _look(page)
    page.locator("table a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Link 1 of")
    expect(page.locator(".place, .drawn")).not_to_have_count(0, timeout=WAIT)
    _look(page)
    for view in ("/rounds", "/rounds/2025-03", "/difference?old=2025-03&new=2025-09", "/recommendations"):
        page.goto(address + view)
        _look(page)
    page.goto(f"{address.partition('/boards/')[0]}/folders?at={Path(__file__).parent}")
    _look(page)


def _check_history(folder: Path) -> None:
    with Ledger(folder / "roundbook.db") as ledger:
        assert [(each.name, each.is_open) for each in list_rounds(ledger)] == [("2025-03", False), ("2025-09", True)]
        decided = [each.link.decision for each in load_updates(ledger, "2025-09")]
    assert {each.who for each in decided if each} == {"Ann Okoro"}


def test_a_row_can_be_read_in_high_contrast_and_large(
    site: Served, page: Page, doubtful: TestBoard, said_wrong: list[str]
) -> None:
    bring_axe(page)
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.set_viewport_size({"width": 640, "height": 400})  # 1280 by 800 at 200 %
    page.goto(site.gate.first_address)
    address = site.gate.origin + site.open(doubtful.folder)
    page.goto(f"{address}/rows")
    page.get_by_role("link", name="Settle it").click()
    expect(page.locator(".place, .drawn")).not_to_have_count(0, timeout=WAIT)
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_another_recommendation_is_found_and_linked_by_the_keyboard_alone(
    site: Served, page: Page, drawn: TestBoard, said_wrong: list[str]
) -> None:
    page.goto(site.gate.first_address)
    page.goto(f"{site.gate.origin}{site.open(drawn.folder)}/rows")
    page.get_by_role("link", name="Settle it").focus()
    _press(page, "Enter")
    page.keyboard.press("s")
    expect(page.get_by_label("Look for it by its ID or its words")).to_be_focused()
    page.keyboard.type("custody baby")
    expect(page.get_by_role("button", name="Link to POL-2")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("Row kept: Linked to POL-2.")


def test_enter_in_a_field_answers_nothing(site: Served, page: Page, drawn: TestBoard) -> None:
    page.goto(site.gate.first_address)
    page.goto(f"{site.gate.origin}{site.open(drawn.folder)}/rows")
    page.get_by_role("link", name="Settle it").click()
    page.get_by_label("Your name, kept with each answer").press("Enter")
    page.get_by_label("Your name, kept with each answer").press("1")
    expect(page.get_by_role("main")).to_contain_text("1 left")


def test_single_keys_can_be_switched_off(site: Served, page: Page, drawn: TestBoard) -> None:
    page.goto(site.gate.first_address)
    page.goto(f"{site.gate.origin}{site.open(drawn.folder)}/rows")
    page.get_by_role("link", name="Settle it").click()
    page.get_by_label("Answer by single keys").uncheck()
    page.reload()
    page.keyboard.press("n")
    expect(page.get_by_role("main")).to_contain_text("1 left")
    page.get_by_label("Answer by single keys").check()
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("n")
    expect(page.get_by_role("main")).to_contain_text("Not a recommendation")


def test_a_run_is_watched_as_it_goes(site: Served, page: Page, doubtful: TestBoard, said_wrong: list[str]) -> None:
    read, seen = Event(), Event()

    def work(progress: Progress) -> Told:
        progress(0, 2, "Housing.docx")
        assert read.wait(60)
        progress(1, 2, "Housing.docx")
        assert seen.wait(60)
        raise UsageError("Stopped here.")

    bring_axe(page)
    page.goto(site.gate.first_address)
    address = site.open(doubtful.folder)
    site.desk.open(doubtful.folder).run = BoardRun(work)
    page.goto(f"{site.gate.origin}{address}/running")
    main = page.get_by_role("main")
    expect(main).to_contain_text("0 of 2 documents read")
    _look(page)
    read.set()
    expect(main).to_contain_text("1 of 2 documents read")
    expect(page.get_by_role("progressbar", name="Read: Housing.docx")).to_be_visible()
    _look(page)
    seen.set()
    expect(page.get_by_role("alert")).to_contain_text("Stopped here.")
    _look(page)


def test_what_went_wrong_is_said_on_a_view_of_its_own(site: Served, page: Page) -> None:
    bring_axe(page)
    page.goto(site.gate.first_address)
    page.get_by_label("Path of the board").fill("/nowhere/at/all")
    page.get_by_role("button", name="Open this folder").click()
    expect(page.get_by_role("main")).to_contain_text("there is no such folder")
    _look(page)
    page.get_by_role("button", name="Close roundbook").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("roundbook is closed")
    _look(page)
