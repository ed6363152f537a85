from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from roundbook.history import RoundRecord, keep_round, load_round
from roundbook.ledger import Ledger
from roundbook.page.views import files
from tests.roundbook.boards import TestBoard
from tests.roundbook.conftest import DOUBTFUL
from tests.roundbook.page.served import Served, finish_run, row_keys, words_of

LARGEST_VIEW = 200_000
MANY = 1_000


def _multiply(board: TestBoard) -> None:
    """Make the one row in doubt a thousand of them, and the list as long."""
    with Ledger(board.folder / "roundbook.db") as ledger:
        record = load_round(ledger, "r1")
        doubtful, recommendation, entry = record.updates[1], record.master.recommendations[0], record.round.entries[0]
        long = replace(doubtful.update, update="Every team was told. " * 200)
        updates = tuple(
            replace(doubtful, update=long, link=replace(doubtful.link, query_id=f"row {n}")) for n in range(MANY)
        )
        ids = [f"HOU-{n}" for n in range(MANY)]
        many = RoundRecord(
            replace(record.round, entries=tuple(replace(entry, id=each, update=long.update) for each in ids)),
            record.previous,
            replace(record.master, recommendations=tuple(replace(recommendation, id=each) for each in ids)),
            record.documents,
            updates,
            {**record.outputs, "changes.html": "another"},
        )
        with ledger.transaction():
            keep_round(ledger, many)


def test_no_view_of_a_big_board_is_large(site: Served, client: httpx.Client, doubtful: TestBoard) -> None:
    _multiply(doubtful)
    address = site.open(doubtful.folder)
    rows = client.get(f"{address}/rows")
    assert "1,000 rows of round r1" in words_of(rows)
    assert "Page 1 of 20" in words_of(rows)
    views = ("", "/rows", "/rows?page=20", "/links", "/recommendations", "/rounds/r1", "/search?q=officers", "/close")
    for view in (*views, f"/rows/{row_keys(rows.text)[0]}"):
        answer = client.get(f"{address}{view}")
        assert answer.status_code == 200, view
        assert len(answer.content) < LARGEST_VIEW, view


def test_a_wrong_link_is_corrected_on_the_page(site: Served, client: httpx.Client, doubtful: TestBoard) -> None:
    address = site.open(doubtful.folder)
    listed = client.get(f"{address}/links")
    assert "1 row of round r1 was linked by its words." in words_of(listed)
    (key,) = row_keys(listed.text)
    assert "Link 1 of 1" in words_of(client.get(f"{address}/rows/{key}"))
    answered = client.post(f"{address}/rows/{key}", data={"link_to": "HOU-2", "who": "Ann"}, follow_redirects=True)
    assert answered.url.path == f"{address}/links"
    assert "Linked to HOU-2" in words_of(answered)
    assert key in row_keys(client.get(f"{address}/rows").text)
    taken_back = client.post(f"{address}/rows/{key}", data={"choice": "take back"}, follow_redirects=True)
    assert "the row is linked by its words again" in words_of(taken_back)


def test_a_row_of_endless_words_is_shown_in_part(site: Served, client: httpx.Client, board: TestBoard) -> None:
    endless = "Officers and others should be trained somehow. " * 5_000
    board.send("Housing.docx", "Housing", (f"{DOUBTFUL} {endless}", endless))
    board.run("r1")
    (board.round("r1") / "received" / "Housing.docx").unlink()
    address = site.open(board.folder)
    (key,) = row_keys(client.get(f"{address}/rows").text)
    for view in ("/rows", f"/rows/{key}", f"/rows/{key}/place"):
        answer = client.get(f"{address}{view}")
        assert DOUBTFUL in words_of(answer)
        assert len(answer.content) < LARGEST_VIEW
    assert "more characters, in the document and the workbook" in words_of(answer)


def test_a_page_beyond_the_last_is_the_last(site: Served, client: httpx.Client, doubtful: TestBoard) -> None:
    address = site.open(doubtful.folder)
    for asked in ("0", "7", "-1", "x"):
        assert client.get(f"{address}/rows?page={asked}").status_code == 200


@pytest.mark.parametrize(
    "wanted",
    [
        "../../roundbook.db",
        "..%2f..%2froundbook.db",
        "received/../../../master.csv",
        "/etc/passwd",
        "received/none.docx",
    ],
)
def test_only_the_files_of_a_round_are_sent(
    site: Served, client: httpx.Client, doubtful: TestBoard, wanted: str
) -> None:
    address = site.open(doubtful.folder)
    assert client.get(f"{address}/files/r1/{wanted}").status_code == 404
    assert client.get(f"{address}/files/../{wanted}").status_code == 404


def test_a_copy_that_leads_out_of_the_board_is_not_sent(
    site: Served, client: httpx.Client, doubtful: TestBoard, tmp_path: Path
) -> None:
    copy = doubtful.round("r1") / "received" / "Housing.docx"
    copy.unlink()
    (tmp_path / "secret").write_text("secret")
    copy.symlink_to(tmp_path / "secret")
    assert client.get(f"{site.open(doubtful.folder)}/files/r1/received/Housing.docx").status_code == 404


def test_what_an_agency_sent_is_never_shown_in_the_browser(
    site: Served, client: httpx.Client, doubtful: TestBoard
) -> None:
    answer = client.get(f"{site.open(doubtful.folder)}/files/r1/received/Housing.docx")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.content == (doubtful.inbox / "Housing.docx").read_bytes()


def test_the_change_log_runs_no_script(site: Served, client: httpx.Client, doubtful: TestBoard) -> None:
    policy = client.get(f"{site.open(doubtful.folder)}/files/r1/changes.html").headers["content-security-policy"]
    assert "script-src" not in policy
    assert "default-src 'none'" in policy
    assert "allow-scripts" not in policy


@pytest.mark.parametrize(
    ("what", "name"), [("workbook", "consolidated.xlsx"), ("inbox", "inbox"), ("master", "master.csv")]
)
def test_files_are_opened_in_their_own_programs(
    site: Served, client: httpx.Client, doubtful: TestBoard, monkeypatch: pytest.MonkeyPatch, what: str, name: str
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(files, "open_with_system", opened.append)
    address = site.open(doubtful.folder)
    answer = client.post(f"{address}/open", data={"what": what, "round": "r1"})
    assert answer.headers["location"] == address
    assert [path.name for path in opened] == [name]


@pytest.mark.parametrize("what", ["", "roundbook.db", "../x"])
def test_nothing_else_is_opened(site: Served, client: httpx.Client, doubtful: TestBoard, what: str) -> None:
    assert client.post(f"{site.open(doubtful.folder)}/open", data={"what": what}).status_code == 409


def test_a_round_is_closed_only_with_all_answers_in_it(site: Served, client: httpx.Client, doubtful: TestBoard) -> None:
    address = site.open(doubtful.folder)
    (key,) = row_keys(client.get(f"{address}/rows").text)
    client.post(f"{address}/rows/{key}", data={"choice": "not a recommendation", "who": "Ann"})
    assert "Run once more first" in words_of(client.get(f"{address}/close"))
    assert client.post(f"{address}/close", data={"x": ""}).status_code == 409
    client.post(f"{address}/run", data={"x": ""})
    finish_run(site, doubtful.folder)
    assert client.post(f"{address}/close", data={"x": ""}).status_code == 303
    assert "Round r1 is closed" in words_of(client.get(address))


def test_a_workbook_written_in_since_keeps_the_round_open(
    site: Served, client: httpx.Client, doubtful: TestBoard
) -> None:
    address = site.open(doubtful.folder)
    with (doubtful.round("r1") / "consolidated.xlsx").open("ab") as file:
        file.write(b" ")
    assert "The workbook was changed since the last run" in words_of(client.get(f"{address}/close"))


def test_the_row_is_drawn_from_its_cells_where_there_is_no_picture(
    site: Served, client: httpx.Client, doubtful: TestBoard
) -> None:
    address = site.open(doubtful.folder)
    (key,) = row_keys(client.get(f"{address}/rows").text)
    (doubtful.round("r1") / "received" / "Housing.docx").unlink()
    answer = client.get(f"{address}/rows/{key}/place")
    assert DOUBTFUL in words_of(answer)
    assert '<tr class="outlined">' in answer.text
    assert client.get(f"{address}/rows/{key}/place/0.png").status_code == 404


def test_recommendations_are_found_by_their_words(site: Served, client: httpx.Client, doubtful: TestBoard) -> None:
    address = site.open(doubtful.folder)
    assert "POL-1" in client.get(f"{address}/search", params={"q": "HEALTH visitor"}).text
    assert "No recommendation has all these words" in client.get(f"{address}/search", params={"q": "zzz"}).text
    assert client.get(f"{address}/search", params={"q": "hou"}).text.index("HOU-1") > 0


def test_words_of_a_document_cannot_become_markup(site: Served, client: httpx.Client, board: TestBoard) -> None:
    hostile = "<script>alert(1)</script> \u202e {{ 7 * 7 }}"
    board.send("Housing.docx", "Housing", (hostile, "Held."))
    board.run("r1")
    address = site.open(board.folder)
    (key,) = row_keys(client.get(f"{address}/rows").text)
    (board.round("r1") / "received" / "Housing.docx").unlink()  # its words are drawn as a table then
    for view in ("/rows", f"/rows/{key}", f"/rows/{key}/place"):
        text = client.get(f"{address}{view}").text
        assert "<script>alert" not in text
        assert "[U+202E]" in text
        assert "{{ 7 * 7 }}" in text


def test_before_the_first_round_the_master_list_can_be_looked_through(
    site: Served, client: httpx.Client, board: TestBoard
) -> None:
    address = site.open(board.folder)
    assert "custody sergeants" in words_of(client.get(f"{address}/recommendations")).casefold()
    assert "No round is open" in words_of(client.get(f"{address}/rows"))


def test_a_damaged_history_is_made_anew(site: Served, client: httpx.Client, doubtful: TestBoard) -> None:
    address = site.open(doubtful.folder)
    (doubtful.folder / "roundbook.db").write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    answer = client.get(address)
    assert (answer.status_code, "is damaged" in words_of(answer)) == (409, True)
    assert f'action="{address}/rebuild"' in answer.text
    client.post(f"{address}/rebuild", data={"x": ""})
    finish_run(site, doubtful.folder)
    assert "made anew from 1 round" in words_of(client.get(address))


def test_a_lost_master_list_is_said_on_the_board(site: Served, client: httpx.Client, board: TestBoard) -> None:
    (board.folder / "master.csv").unlink()
    assert "there is no master list" in words_of(client.get(site.open(board.folder)))


def test_a_run_that_comes_to_nothing_says_why(site: Served, client: httpx.Client, board: TestBoard) -> None:
    address = site.open(board.folder)
    board.send("Housing.docx", "Housing", ("HOU-1", "Held."))
    client.post(f"{address}/run", data={"round": "a/b"})
    finish_run(site, board.folder)
    assert '"a/b" cannot be the name of a round' in words_of(client.get(address))


def test_the_page_is_closed_on_the_page(site: Served, client: httpx.Client) -> None:
    assert "roundbook is closed" in words_of(client.post("/stop", data={"x": ""}))
    assert site.stopped == [True]


def test_a_form_that_is_too_long_is_refused(client: httpx.Client) -> None:
    assert client.post("/open", data={"folder": "x" * 300_000}).status_code == 409
