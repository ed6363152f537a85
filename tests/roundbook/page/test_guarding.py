from __future__ import annotations

import httpx
import pytest
from starlette.routing import Route

from roundbook.page.application import ROUTES
from tests.roundbook.boards import TestBoard
from tests.roundbook.page.served import Served

ADDRESSES = [each.path for each in ROUTES if isinstance(each, Route)]


@pytest.mark.parametrize("address", [*ADDRESSES, "/static/page.css", "/nowhere"])
def test_nothing_is_shown_without_the_cookie(site: Served, address: str) -> None:
    answer = site.stranger().get(address)
    assert answer.status_code == 403
    assert "start roundbook again" in answer.text


def test_the_first_address_lets_one_browser_in_once(site: Served) -> None:
    first, second = site.stranger(), site.stranger()
    let_in = first.get(site.gate.first_address)
    assert let_in.status_code == 303
    assert {"HttpOnly", "SameSite=strict"} <= set(let_in.headers["set-cookie"].split("; "))
    assert first.get("/").status_code == 200
    assert second.get(site.gate.first_address).status_code == 403
    assert second.get("/").status_code == 403


def test_the_browser_that_was_let_in_may_open_the_first_address_again(site: Served) -> None:
    address = site.gate.first_address
    browser = site.stranger()
    browser.get(address)
    assert browser.get(address).status_code == 303


def test_a_guessed_key_lets_nobody_in(site: Served) -> None:
    for key in ("", "x" * 43):
        assert site.stranger().get(f"/begin?key={key}").status_code == 403
    assert site.stranger().get(site.gate.first_address).status_code == 303


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{}", "localhost:{}", "127.0.0.1", "127.0.0.1:{}0", ""])
def test_another_name_for_this_computer_is_refused(site: Served, client: httpx.Client, host: str) -> None:
    port = site.gate.origin.rpartition(":")[2]
    assert client.get("/", headers={"host": host.format(port)}).status_code == 421


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", "http://127.0.0.1", ""])
def test_a_form_of_another_page_is_refused(site: Served, client: httpx.Client, board: TestBoard, origin: str) -> None:
    address = site.open(board.folder)
    assert client.post(f"{address}/run", data={"a": "b"}, headers={"origin": origin}).status_code == 403
    assert site.desk.open(board.folder).run is None


def test_a_form_that_does_not_say_where_it_comes_from_is_refused(site: Served) -> None:
    browser = site.stranger()
    browser.get(site.gate.first_address)
    assert browser.post("/stop").status_code == 403
    assert site.stopped == []


@pytest.mark.parametrize("asker", ["cross-site", "same-site"])
def test_what_another_page_asks_for_is_refused(client: httpx.Client, asker: str) -> None:
    assert client.get("/", headers={"sec-fetch-site": asker}).status_code == 403


@pytest.mark.parametrize("address", ["/", "/static/page.js", "/nowhere", "/boards/0/rows"])
def test_every_answer_forbids_what_the_page_does_not_need(client: httpx.Client, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert (headers["x-content-type-options"], headers["cache-control"]) == ("nosniff", "no-store")


def test_no_view_holds_a_script_or_a_style_of_its_own(site: Served, client: httpx.Client, doubtful: TestBoard) -> None:
    address = site.open(doubtful.folder)
    for view in ("/", "/new", "/folders", address, f"{address}/rows", f"{address}/rounds", f"{address}/close"):
        text = client.get(view).text
        assert "style=" not in text
        assert "<style" not in text
        assert "onclick" not in text
        assert text.count("<script ") == text.count('<script src="/static/')
