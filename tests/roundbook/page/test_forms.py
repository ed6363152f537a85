from __future__ import annotations

import httpx

from tests.roundbook.boards import TestBoard
from tests.roundbook.page.served import Served


def test_forms_are_written_for_the_day_chosen(site: Served, client: httpx.Client, board: TestBoard) -> None:
    address = site.open(board.folder)
    assert "Open the folder of forms" not in client.get(address).text

    answer = client.post(f"{address}/forms", data={"by": "2025-06-30"}, follow_redirects=True)

    assert "2 forms written to the folder" in answer.text
    assert "Open the folder of forms" in answer.text
    assert len(list((board.folder / "forms").glob("*.docx"))) == 2


def test_a_day_need_not_be_chosen(site: Served, client: httpx.Client, board: TestBoard) -> None:
    address = site.open(board.folder)

    answer = client.post(f"{address}/forms", data={"by": ""}, follow_redirects=True)

    assert answer.status_code == 200
