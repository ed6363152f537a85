"""Files of the board: those of its rounds sent to the browser, and those that are opened in their own programs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse

from roundbook.board import CHANGE_LOG_NAME, WORKBOOK_NAME
from roundbook.errors import UsageError
from roundbook.history import list_rounds, load_documents
from roundbook.ledger import Ledger
from roundbook.page.rendering import Fields, board_of, go

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from roundbook.board import Board

FRAMED = {"X-Frame-Options": "SAMEORIGIN"}
PAGE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'self'; sandbox allow-same-origin allow-downloads allow-popups"
    )
}
"""Of the change log, whose own policy allows its one style sheet alone; both hold (CSP Level 3, 8.1)."""
SENT_AS_FILE = {"Content-Security-Policy": "default-src 'none'; sandbox"}
"""Of everything else, which is never shown in the browser: agencies wrote it."""
OUTPUT_NAMES = {WORKBOOK_NAME, "changes.docx"}


def change_log(request: Request) -> Response:
    """Return the change log of a round as it was written."""
    path = _inside(board_of(request).board, request.path_params["round"], CHANGE_LOG_NAME)
    return FileResponse(path, media_type="text/html; charset=utf-8", headers={**PAGE_HEADERS, **FRAMED})


def round_file(request: Request) -> Response:
    """Send a file of a round to be kept: its workbook, its paper, or the copy of a document as received."""
    board = board_of(request).board
    name, wanted = request.path_params["round"], request.path_params["path"]
    if wanted not in OUTPUT_NAMES and not _is_copy(board, name, wanted):
        raise HTTPException(404)
    path = _inside(board, name, wanted)
    return FileResponse(path, media_type="application/octet-stream", filename=path.name, headers=SENT_AS_FILE)


def open_in_program(request: Request, fields: Fields) -> Response:
    """Open a file or a folder of the board in the program this computer has for it."""
    opened = board_of(request)
    path = _openable(opened.board, fields.get("what", ""), fields.get("round", ""))
    if not path.exists():
        raise UsageError(f"{path}: is not there.")
    open_with_system(path)
    opened.notices.append(f"{path.name} is being opened in its own program.")
    return go(_back(request, opened.key))


def _back(request: Request, key: str) -> str:
    """Return the view a form was on, as the browser says; it comes from this page, or it would not have been let in."""
    origin = f"http://{request.headers['host']}"
    came_from = request.headers.get("referer", "").removeprefix(origin)
    return came_from if came_from.startswith(f"/boards/{key}") else f"/boards/{key}"


def _openable(board: Board, what: str, round_name: str) -> Path:
    """Return the path of something that may be opened. Raises a ``RoundbookError``."""
    if what == "workbook":
        return _inside(board, round_name, WORKBOOK_NAME)
    if what == "paper":
        return _inside(board, round_name, "changes.docx")
    if what == "master":
        return board.find_master()
    places = {
        "inbox": board.inbox,
        "folder": board.folder,
        "forms": board.forms,
        "settings": board.config,
    }
    if what not in places:
        raise UsageError("There is nothing of that name to open.")
    return places[what]


def open_with_system(path: Path) -> None:
    """Have the system open ``path`` in the program it has for it. Raises ``RoundbookError`` where it does not."""
    try:
        # The program is the system's own opener, and the path is of the board.
        if sys.platform == "win32":
            os.startfile(path)  # noqa: S606 - as above
        else:
            program = "open" if sys.platform == "darwin" else "xdg-open"
            subprocess.Popen(  # noqa: S603 - as above
                [program, str(path)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
    except OSError as error:
        raise UsageError(f"{path}: no program opens it from here. Open it yourself, from its folder.") from error


def _is_copy(board: Board, name: str, wanted: str) -> bool:
    with Ledger(board.ledger) as ledger:
        return any(each.received == wanted for each in load_documents(ledger, name))


def _inside(board: Board, name: str, wanted: str) -> Path:
    """Return a file in the folder of a round the ledger knows, and nowhere else. Raises a 404."""
    with Ledger(board.ledger) as ledger:
        if name not in {each.name for each in list_rounds(ledger)}:
            raise HTTPException(404)
    path = (board.round(name) / wanted).resolve()
    if not path.is_relative_to(board.folder.resolve()) or not path.is_file():
        raise HTTPException(404)
    return path
