"""Making a board: its folder, its names, and a master list from a file or an empty one to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

from ingest.containers.names import Names
from ingest.scratch import scratch_folder
from roundbook.config import BoardNames
from roundbook.errors import RoundbookError, UsageError
from roundbook.page.rendering import count, desk_of, go, show
from roundbook.page.uploads import Form, receive_form
from roundbook.page.views.choosing import start_folder
from roundbook.setting_up import make_board

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from roundbook.page.desk import Desk
    from roundbook.setting_up import NewBoard

FIELDS = ("within", "folder", "name", "review")


def form(request: Request) -> Response:
    """Show what is asked of a new board."""
    given = dict.fromkeys(FIELDS, "") | {"within": request.query_params.get("within") or str(start_folder())}
    return show(request, "new.html", {"given": given, "problem": ""})


async def make(request: Request) -> Response:
    """Make the board that was asked for; where it cannot be made, show the form again with what is wrong."""
    with scratch_folder() as scratch:
        sent = await receive_form(request, scratch)
        try:
            key = await run_in_threadpool(_make, desk_of(request), sent)
        except RoundbookError as error:
            given = {name: sent.fields.get(name, "") for name in FIELDS}
            return show(request, "new.html", {"given": given, "problem": str(error)}, 422)
    return go(f"/boards/{key}")


def _make(desk: Desk, sent: Form) -> str:
    folder = _folder(sent.fields)
    names = BoardNames(name=sent.fields.get("name", ""), review=sent.fields.get("review", ""))
    made = make_board(folder, _plan(sent), names)
    opened = desk.open(made.board.folder)
    opened.notices.append(_describe(made, is_empty=not sent.files))
    opened.doubts = tuple(each.message for each in made.draft.findings)
    return opened.key


def _folder(fields: dict[str, str]) -> Path:
    """Return the folder to make. Raises ``UsageError`` for a name that no folder can have."""
    within, name = Path(fields.get("within", "").strip()).expanduser(), fields.get("folder", "").strip()
    if not name:
        raise UsageError("Give the new board's folder a name, such as: child-m")
    if Names().give(name) != name or "/" in name or "\\" in name:
        raise UsageError(f'A folder cannot be called "{name}" on every computer. Try: {_plainer(name)}')
    if not within.is_absolute() or not within.is_dir():
        raise UsageError(f"{within}: there is no such folder to make the board in. Choose another.")
    return within / name


def _plainer(name: str) -> str:
    return Names().give(name).replace("/", "-")


def _plan(sent: Form) -> Path | None:
    """Return where the file lies that the master list begins from; its ending tells a .csv file."""
    if not sent.files:
        return None
    arrived = sent.files[0]
    path = arrived.path.with_name(Names(arrived.path.name).give(arrived.name))
    return arrived.path.rename(path)


def _describe(made: NewBoard, *, is_empty: bool) -> str:
    if is_empty:
        return "The board is made. Fill in its master list, then drop the first returns below."
    agencies = count(len(made.draft.agencies), "agency", "agencies")
    recommendations = count(len(made.draft.recommendations), "recommendation")
    return f"The board is made, with {recommendations} of {agencies}. Look through them before the first run."
