"""The application: which view answers which address, and what is said when something goes wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from roundbook.errors import RoundbookError
from roundbook.failure_log import write_log
from roundbook.ledger import DamagedLedgerError
from roundbook.page.guarding import Gate, Guard
from roundbook.page.rendering import STATIC, board_of, posted, show
from roundbook.page.views import board, choosing, closing, files, forms, making, places, rounds, runs, settling

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from roundbook.page.desk import Desk

POST = ["POST"]
BOARD = "/boards/{key}"
ROW = f"{BOARD}/rows/{{row}}"
ROUND = f"{BOARD}/rounds/{{round}}"
DIFFERENCE = f"{BOARD}/difference"

ROUTES = (
    Route("/", choosing.home),
    Route("/folders", choosing.folders),
    Route("/open", posted(choosing.open_folder), methods=POST),
    Route("/new", making.form),
    Route("/new", making.make, methods=POST),
    Route("/stop", posted(closing.stop), methods=POST),
    Route(BOARD, board.board),
    Route(f"{BOARD}/inbox", board.drop, methods=POST),
    Route(f"{BOARD}/run", posted(runs.start), methods=POST),
    Route(f"{BOARD}/running", runs.watch),
    Route(f"{BOARD}/running/events", runs.events),
    Route(f"{BOARD}/rebuild", posted(runs.rebuild), methods=POST),
    Route(f"{BOARD}/rows", settling.rows),
    Route(f"{BOARD}/links", settling.links),
    Route(f"{BOARD}/undo", posted(settling.undo_last), methods=POST),
    Route(f"{BOARD}/search", settling.search),
    Route(ROW, settling.row),
    Route(ROW, posted(settling.answer), methods=POST),
    Route(f"{ROW}/place", places.place),
    Route(f"{ROW}/place/{{number:int}}.png", places.picture),
    Route(f"{BOARD}/recommendations", rounds.recommendations),
    Route(f"{BOARD}/rounds", rounds.rounds),
    Route(ROUND, rounds.one_round),
    Route(f"{ROUND}/changes", rounds.changes),
    # The change log names the copies of documents relative to its own place, so they have to lie beside it.
    Route(f"{BOARD}/files/{{round}}/changes.html", files.change_log),
    Route(f"{BOARD}/files/{{round}}/{{path:path}}", files.round_file),
    Route(f"{BOARD}/open", posted(files.open_in_program), methods=POST),
    Route(DIFFERENCE, rounds.difference),
    Route(f"{DIFFERENCE}/page", rounds.difference_page),
    Route(f"{BOARD}/forms", posted(forms.write), methods=POST),
    Route(f"{BOARD}/close", closing.ask),
    Route(f"{BOARD}/close", posted(closing.close), methods=POST),
    Mount("/static", StaticFiles(directory=STATIC)),
)


def make_application(desk: Desk, gate: Gate, stop: Callable[[], None]) -> Starlette:
    """Return the application; ``stop`` ends the program behind it."""
    application = Starlette(
        routes=ROUTES,
        middleware=[Middleware(Guard, gate=gate)],
        exception_handlers={RoundbookError: _explain, HTTPException: _not_found, Exception: _report_defect},
    )
    application.state.desk = desk
    application.state.stop = stop
    return application


def _explain(request: Request, error: Exception) -> Response:
    return _problem(request, str(error), 409, can_rebuild=isinstance(error, DamagedLedgerError))


def _not_found(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    return _problem(request, "There is nothing at this address. It may have been moved, or a round run again.", status)


def _report_defect(request: Request, error: Exception) -> Response:
    log = write_log(error)
    said = f"Something unexpected went wrong. {log} says where; it quotes no document."
    return _problem(request, said, 500)


def _problem(request: Request, said: str, status: int, *, can_rebuild: bool = False) -> Response:
    try:
        board_of(request)
    except (RoundbookError, KeyError):
        request.scope["path_params"] = {}  # the board is what is wrong, or there is none
    return show(request, "problem.html", {"said": said, "can_rebuild": can_rebuild}, status)
