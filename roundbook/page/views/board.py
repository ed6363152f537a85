"""The board: its inbox, what came of the last run, and what is to be done next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

from roundbook.errors import ExitCode
from roundbook.page.dropping import place_files
from roundbook.page.inbox import GONE
from roundbook.page.overview import look_over
from roundbook.page.paging import turn_to
from roundbook.page.rendering import board_of, go, show
from roundbook.page.uploads import receive_form

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from roundbook.page.desk import OpenBoard
    from roundbook.page.inbox import InboxFile

MOST_FINDINGS = 20
MOST_NOTICES = 12
"""Files named one by one; of more the inbox itself tells."""
NOTHING_READ = (
    "Nothing was written, for no new document in the inbox could be read. Returns stay in the inbox until their round "
    "is closed; what became of each is said below."
)
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
        "problem": _problem(opened),
        "is_running": opened.is_running,
        "has_forms": opened.board.forms.is_dir(),
    }
    return show(request, "board.html", values)


def _urgency(file: InboxFile) -> tuple[bool, bool, bool]:
    return file.is_litter, file.state not in PRESSING, not file.is_new


def _findings(opened: OpenBoard) -> tuple[str, ...]:
    """Return what the last run from this page had to say beside what it says of each file."""
    return opened.told.of_findings if opened.told else ()


def _problem(opened: OpenBoard) -> str:
    """Return why the last run from this page came to nothing; empty where it did not."""
    if opened.told is not None and opened.told.code is ExitCode.NOTHING_READ:
        return NOTHING_READ
    return opened.run.standing.problem if opened.run else ""


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
