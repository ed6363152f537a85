"""The board: its inbox, what came of the last run, and what is to be done next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

from ingest.model import Level
from roundbook.page.inbox import GONE
from roundbook.page.overview import look_over
from roundbook.page.paging import turn_to
from roundbook.page.rendering import board_of, go, show
from roundbook.page.uploads import place_files, receive_form

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from roundbook.page.desk import OpenBoard
    from roundbook.page.inbox import InboxFile

MOST_FINDINGS = 20
MOST_NOTICES = 12
"""Files named one by one; of more the inbox itself tells."""
PRESSING = (GONE, "unread", "partial", "later")
"""States of files that somebody has to do something about."""


def board(request: Request) -> Response:
    """Show the board."""
    opened = board_of(request)
    overview = look_over(opened.board)
    files = sorted(overview.files, key=_urgency)
    findings = _findings(opened)
    values = {
        "overview": overview,
        "files": turn_to(request, files),
        "findings": findings[:MOST_FINDINGS],
        "more_findings": max(0, len(findings) - MOST_FINDINGS),
        "problem": opened.run.standing.problem if opened.run else "",
        "is_running": opened.is_running,
        "has_forms": opened.board.forms.is_dir(),
    }
    return show(request, "board.html", values)


def _urgency(file: InboxFile) -> tuple[bool, bool, bool]:
    return file.is_litter, file.state not in PRESSING, not file.is_new


def _findings(opened: OpenBoard) -> list[str]:
    """Return what the last run from this page had to say beside what it says of each file."""
    if opened.last is None:
        return []
    return [each.message for each in opened.last.pack.findings if each.level is not Level.NOTE]


async def drop(request: Request) -> Response:
    """Put the files that were sent into the inbox."""
    opened = board_of(request)
    sent = await receive_form(request, opened.board.inbox)
    try:
        said = await run_in_threadpool(place_files, sent.files, opened.board.inbox)
    finally:
        sent.discard()
    if not said:
        said = ["No file was chosen."]
    more = len(said) - MOST_NOTICES
    opened.notices.extend(said if more <= 0 else [*said[:MOST_NOTICES], f"And {more} more."])
    return go(f"/boards/{opened.key}#inbox")
