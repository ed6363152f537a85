"""The server behind the page: bound to this computer alone, at work until the page is closed or Ctrl-C pressed."""

from __future__ import annotations

import socket
import webbrowser
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

import uvicorn

from roundbook.board import Board
from roundbook.errors import RoundbookError, UsageError
from roundbook.page.application import make_application
from roundbook.page.desk import Desk
from roundbook.page.guarding import ADDRESS, Gate
from roundbook.page.overview import look_over
from roundbook.page.pictures import Pictures
from roundbook.page.preferences import Memory, preferences_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECONDS_TO_END = 2
"""For answers still being sent when the page is closed."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How the page is opened."""

    folder: Path | None = None
    """The board to begin with; None to choose one on the page."""
    port: int = 0
    """0 for any that is free."""
    has_browser: bool = True
    """False to leave it to the person to open the address."""


def serve(opening: Opening, tell: Callable[[str], None]) -> None:
    """Serve the page until it is closed; ``tell`` is given its first address.

    Raises ``UsageError`` where the folder is no board or the port is taken.
    """
    # Ctrl-C is the ordinary way to end it in a terminal.
    with _bind(opening.port) as line, suppress(KeyboardInterrupt):
        pictures = Pictures()
        try:
            _serve(opening, tell, line, pictures)
        finally:
            pictures.close()


def _serve(opening: Opening, tell: Callable[[str], None], line: socket.socket, pictures: Pictures) -> None:
    desk = Desk(Memory(preferences_folder()), pictures)
    landing = f"/boards/{desk.open(opening.folder).key}" if opening.folder else "/"
    gate = Gate(line.getsockname()[1], landing)

    def stop() -> None:
        server.should_exit = True

    application = make_application(desk, gate, stop)
    settings = uvicorn.Config(
        application,
        # Named, so that it is the same on every computer, whatever else is installed there.
        loop="asyncio",
        http="h11",
        ws="none",
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=SECONDS_TO_END,
    )
    server = uvicorn.Server(settings)
    tell(gate.first_address)
    if opening.folder:
        Thread(target=_look_ahead, args=(opening.folder,), daemon=True).start()
    if opening.has_browser:
        webbrowser.open(gate.first_address)
    server.run(sockets=[line])


def _look_ahead(folder: Path) -> None:
    """Load what the board's first view needs while the browser is still starting; what is wrong the view will say."""
    with suppress(RoundbookError, OSError):
        look_over(Board(folder))


def _bind(port: int) -> socket.socket:
    line = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        line.bind((ADDRESS, port))
    except (OSError, OverflowError) as error:
        line.close()
        raise UsageError(
            f"Port {port} cannot be used: another program has it. Leave --port out to take any."
        ) from error
    line.listen()
    return line
