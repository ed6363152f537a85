from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.axe import bring_axe, faults
from tests.browser import needs_chromium
from tests.roundbook.boards import TestBoard

pytestmark = needs_chromium

SIZES = [(1280, 800), (320, 640)]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> TestBoard:
    """The sample board after a demo."""
    board = TestBoard(tmp_path_factory.mktemp("demo") / "demo")
    assert board.command("demo", board.folder).code == 0
    return board


@pytest.fixture(params=SIZES, ids=["on a screen", "on a telephone"])
def sized(page: Page, request: pytest.FixtureRequest) -> Page:
    width, height = request.param
    page.set_viewport_size({"width": width, "height": height})
    bring_axe(page)
    return page


@pytest.mark.parametrize("name", ["2025-03", "2025-09"])
def test_everybody_can_use_the_change_log(demo: TestBoard, sized: Page, name: str) -> None:
    sized.goto((demo.round(name) / "changes.html").as_uri())
    assert faults(sized) == []


def test_axe_finds_what_is_wrong_with_a_page(page: Page, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<p style='color: #ccc'>Pale words</p><img src='no.png'>")
    bring_axe(page)
    page.goto(bad.as_uri())
    assert {each.split(":")[0] for each in faults(page)} >= {"color-contrast", "image-alt", "document-title"}
