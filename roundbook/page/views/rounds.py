"""The rounds: the open one and those before it, what changed in each, and what changed between any two."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.responses import HTMLResponse

from ingest.scratch import scratch_folder
from match.model import Entry
from roundbook.board import CHANGE_LOG_NAME
from roundbook.comparing import compare_rounds, write_comparison
from roundbook.decided import load_board_notes
from roundbook.errors import UsageError
from roundbook.history import find_outputs, list_rounds, load_documents, load_entries, load_master
from roundbook.ledger import Ledger
from roundbook.master import read_master
from roundbook.page.paging import turn_to
from roundbook.page.rendering import board_of, show
from roundbook.page.views.files import FRAMED, PAGE_HEADERS

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from roundbook.board import Board
    from roundbook.history import RoundSummary


def rounds(request: Request) -> Response:
    """List the rounds, the latest first, and offer to compare two."""
    board = board_of(request).board
    return show(request, "rounds.html", {"rounds": _rounds(board)[::-1]})


def one_round(request: Request) -> Response:
    """Show a round: its files, and what became of each document."""
    board = board_of(request).board
    listed = _rounds(board)
    at = _find(listed, request.path_params["round"])
    name = listed[at].name
    with Ledger(board.ledger) as ledger:
        documents, outputs = load_documents(ledger, name), find_outputs(ledger, name)
    values = {
        "summary": listed[at],
        "previous": listed[at - 1].name if at else "",
        "documents": turn_to(request, documents),
        "outputs": [each for each in outputs if (board.round(name) / each).is_file()],
    }
    return show(request, "round.html", values)


def changes(request: Request) -> Response:
    """Show the change log of a round within the page."""
    board = board_of(request).board
    name = request.path_params["round"]
    _find(_rounds(board), name)
    if not (board.round(name) / CHANGE_LOG_NAME).is_file():
        raise UsageError(f"{board.round(name) / CHANGE_LOG_NAME}: is not there any more. Run the round again.")
    address = f"/boards/{request.path_params['key']}/files/{quote(name)}/{CHANGE_LOG_NAME}"
    return show(request, "framed.html", {"title": f"Changes in round {name}", "address": address, "round": name})


def difference(request: Request) -> Response:
    """Show what changed between two rounds within the page."""
    board = board_of(request).board
    old, new = _two(request, board)
    address = f"{request.url.path}/page?{request.url.query}"
    title = f"From round {old} to round {new}"
    return show(request, "framed.html", {"title": title, "address": address, "round": ""})


def difference_page(request: Request) -> Response:
    """Return what changed between two rounds as the page that ``roundbook diff -o`` writes."""
    board = board_of(request).board
    old, new = _two(request, board)
    pack = compare_rounds(board.round(old), board.round(new))
    with scratch_folder() as folder:
        path = folder / CHANGE_LOG_NAME
        write_comparison(pack, path)
        return HTMLResponse(path.read_text("utf-8"), headers={**PAGE_HEADERS, **FRAMED})


def recommendations(request: Request) -> Response:
    """List the recommendations as they stand, with what the board wrote beside them."""
    board = board_of(request).board
    name = next((each.name for each in reversed(_rounds(board))), "")
    with Ledger(board.ledger) as ledger:
        notes = {each.id: each for each in load_board_notes(ledger)}
        # Before the first round there is the master list alone.
        listed = (load_master(ledger, name) if name else read_master(board.find_master())).recommendations
        entries = load_entries(ledger, name) if name else [Entry(each.id) for each in listed]
    rows = list(zip(listed, entries, strict=True))
    return show(request, "recommendations.html", {"round": name, "rows": turn_to(request, rows), "notes": notes})


def _two(request: Request, board: Board) -> tuple[str, str]:
    """Return the names of the two rounds an address asks to compare, the earlier first. Raises ``UsageError``."""
    names = [each.name for each in _rounds(board)]
    asked = [request.query_params.get(side, "") for side in ("old", "new")]
    if any(name not in names for name in asked) or asked[0] == asked[1]:
        raise UsageError("Choose two different rounds of this board to compare.")
    old, new = sorted(asked, key=names.index)
    return old, new


def _rounds(board: Board) -> tuple[RoundSummary, ...]:
    with Ledger(board.ledger) as ledger:
        return list_rounds(ledger)


def _find(listed: tuple[RoundSummary, ...], name: str) -> int:
    """Return the position of the round ``name``. Raises ``UsageError`` where there is none."""
    for at, each in enumerate(listed):
        if each.name == name:
            return at
    raise UsageError(f'There is no round "{name}". Choose one from the list of rounds.')
