"""Running a round: starting it, and telling the browser how far it is as it goes (server-sent events)."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from starlette.responses import StreamingResponse

from roundbook.batch import run
from roundbook.errors import UsageError
from roundbook.finished import find_finished
from roundbook.page.rendering import Fields, board_of, count, fragment, go, show
from roundbook.page.running import BoardRun
from roundbook.rebuilding import rebuild as rebuild_ledger
from roundbook.runs import RunOptions
from roundbook.telling import tell

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request
    from starlette.responses import Response

    from roundbook.board import Board
    from roundbook.page.desk import OpenBoard
    from roundbook.reading import Progress
    from roundbook.told import Told

SECONDS_BETWEEN = 0.15
"""Between two looks at how far a run is."""
MOST_LISTED = 200
"""Documents shown one by one while they are read."""


def start(request: Request, fields: Fields) -> Response:
    """Start a run, unless one is under way."""
    opened = board_of(request)
    if not opened.is_running:
        options = RunOptions(datetime.now(UTC).astimezone(), fields.get("round", "").strip())
        opened.run = BoardRun(partial(_run, opened.board, options))
    return go(f"/boards/{opened.key}/running")


def _run(board: Board, options: RunOptions, progress: Progress) -> Told:
    finished = find_finished(board, options)
    return finished.told if finished else tell(run(board, options, progress))


def rebuild(request: Request, fields: Fields) -> Response:  # noqa: ARG001 - a form of one button
    """Start to make a damaged ledger anew, unless something is under way."""
    opened = board_of(request)
    if not opened.is_running:
        opened.run = BoardRun(partial(_rebuild, opened))
    return go(f"/boards/{opened.key}/running")


def _rebuild(opened: OpenBoard, progress: Progress) -> None:
    made = rebuild_ledger(opened.board, RunOptions(datetime.now(UTC).astimezone()), progress)
    opened.notices.append(
        f"The history was made anew from {count(len(made.rounds), 'round')}. Run once more to check it."
    )


def watch(request: Request) -> Response:
    """Show how far the run is; once it is over, what came of it."""
    opened = board_of(request)
    if opened.run is None or opened.run.standing.is_over:
        return go(f"/boards/{opened.key}#round")
    return show(request, "running.html", {"progress": _progress(opened)})


def events(request: Request) -> Response:
    """Send how far the run is whenever that changes, and at last that it is over (HTML, server-sent events)."""
    return StreamingResponse(_events(board_of(request)), media_type="text/event-stream")


async def _events(opened: OpenBoard) -> AsyncIterator[str]:
    told = ""
    while opened.is_running:
        now = _progress(opened)
        if now != told:
            yield _event("message", now)
            told = now
        await asyncio.sleep(SECONDS_BETWEEN)
    yield _event("finished", "")


def _event(name: str, data: str) -> str:
    lines = "".join(f"data: {line}\n" for line in data.splitlines() or [""])
    return f"event: {name}\n{lines}\n"


def _progress(opened: OpenBoard) -> str:
    if opened.run is None:
        raise UsageError("No run is under way.")
    standing = opened.run.standing
    values = {"standing": standing, "listed": standing.read[-MOST_LISTED:]}
    return fragment("progress.html", values)
