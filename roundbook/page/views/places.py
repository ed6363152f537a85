"""The place of a row in its document: a picture of it, or the rows around it drawn as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import Response

from roundbook.history import load_documents
from roundbook.ledger import Ledger
from roundbook.page.rendering import board_of, desk_of, show_part
from roundbook.page.sheet import load_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request

    from match.model import LinkedUpdate
    from roundbook.board import Board
    from roundbook.page.drawing import Drawn
    from roundbook.page.pictures import Pictures
    from roundbook.page.sheet import Position, Sheet

AROUND = 1
"""Rows of the table shown before and after the row."""


def place(request: Request) -> Response:
    """Show where a row stands in its document."""
    board, pictures = board_of(request).board, desk_of(request).pictures
    sheet, position = _find_row(board, request.path_params["row"])
    linked = position.row.linked
    copy = _find_copy(board, sheet, linked)
    drawn = pictures.find(copy, linked) if copy else ()
    _look_ahead(pictures, board, sheet, position)
    values = {
        "row": request.path_params["row"],
        "drawn": drawn,
        "linked": linked,
        "table": [] if drawn else _neighbours(sheet, linked),
        "is_there": copy is not None,
    }
    return show_part(request, "place.html", values)


def picture(request: Request) -> Response:
    """Return one of the pictures of where a row stands."""
    board = board_of(request).board
    sheet, position = _find_row(board, request.path_params["row"])
    linked = position.row.linked
    copy = _find_copy(board, sheet, linked)
    drawn: tuple[Drawn, ...] = desk_of(request).pictures.find(copy, linked) if copy else ()
    number = request.path_params["number"]
    if number >= len(drawn):
        raise HTTPException(404)
    return Response(drawn[number].png, media_type="image/png")


def _look_ahead(pictures: Pictures, board: Board, sheet: Sheet, position: Position) -> None:
    """Have the row drawn that comes next while this one is read: LibreOffice takes its time over a document."""
    following = position.next_unanswered
    copy = _find_copy(board, sheet, following.linked) if following else None
    if following and copy:
        pictures.look_ahead(copy, following.linked)


def _find_row(board: Board, key: str) -> tuple[Sheet, Position]:
    with Ledger(board.ledger) as ledger:
        sheet = load_sheet(ledger)
    if sheet is None:
        raise HTTPException(404)
    return sheet, sheet.find(key)


def _find_copy(board: Board, sheet: Sheet, linked: LinkedUpdate) -> Path | None:
    """Return where the copy of a row's document lies; None where it has gone."""
    with Ledger(board.ledger) as ledger:
        records = load_documents(ledger, sheet.round)
    received = next((each.received for each in records if each.path == linked.document), "")
    path = board.round(sheet.round) / received
    return path if received and path.is_file() else None


def _neighbours(sheet: Sheet, linked: LinkedUpdate) -> list[LinkedUpdate]:
    """Return the row with those before and after it in its table."""
    spot = (linked.document, linked.place.table)
    table = [each for each in sheet.updates if (each.document, each.place.table) == spot]
    at = next(at for at, each in enumerate(table) if each.link.query_id == linked.link.query_id)
    return table[max(0, at - AROUND) : at + AROUND + 1]
