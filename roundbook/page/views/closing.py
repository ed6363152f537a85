"""Closing a round, after saying what is left in it; and closing the page itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundbook.closing import close_board_round
from roundbook.errors import UsageError
from roundbook.page.overview import Overview, look_over
from roundbook.page.rendering import Fields, board_of, desk_of, go, show

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

UNREAD = ("unread", "partial", "later")


def ask(request: Request) -> Response:
    """Say what is left in the round, and ask whether to close it."""
    overview = look_over(board_of(request).board)
    if overview.round is None:
        raise UsageError("No round is open, so there is none to close.")
    unread = [each for each in overview.files if each.state in UNREAD]
    return show(request, "close.html", {"overview": overview, "unread": unread, "must_run": _must_run(overview)})


def close(request: Request, fields: Fields) -> Response:  # noqa: ARG001 - a form of one button
    """Close the round. What was answered or written and is not in it yet would be missing, so it is refused then."""
    opened = board_of(request)
    if _must_run(look_over(opened.board)):
        raise UsageError("There are answers that are not in the round yet. Run it once more, then close it.")
    closed = close_board_round(opened.board)
    opened.run, opened.turns = None, []
    opened.notices.append(
        f"Round {closed.name} is closed. Take its returns out of the inbox, drop the next ones, and Run starts the "
        "next round."
    )
    return go(f"/boards/{opened.key}")


def _must_run(overview: Overview) -> bool:
    return bool(overview.news or overview.is_workbook_edited)


def stop(request: Request, fields: Fields) -> Response:  # noqa: ARG001 - a form of one button
    """Close the page and the program behind it, unless a run is under way."""
    if desk_of(request).is_running:
        raise UsageError("A run is under way. Wait until it has finished, then close roundbook.")
    request.app.state.stop()
    return show(request, "stopped.html", {})
