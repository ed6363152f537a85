"""The page as the tests use it: served at a port of its own, for a browser or for what asks like one."""

from __future__ import annotations

import html
import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import uvicorn

from roundbook.page.application import make_application
from roundbook.page.desk import Desk
from roundbook.page.guarding import ADDRESS, Gate
from roundbook.page.pictures import Pictures
from roundbook.page.preferences import Memory

ROW_ADDRESS = re.compile(r"/rows/([0-9a-f]{16})")


@dataclass
class Served:
    """The page, served at a port of its own."""

    desk: Desk
    gate: Gate
    stopped: list[bool] = field(default_factory=list)
    clients: ExitStack = field(default_factory=ExitStack)

    def stranger(self, **headers: str) -> httpx.Client:
        """Return a client that has not been let in."""
        return self.clients.enter_context(httpx.Client(base_url=self.gate.origin, headers=headers, timeout=60))

    def client(self) -> httpx.Client:
        """Return a client that has been let in, and says where its forms come from."""
        client = self.stranger(origin=self.gate.origin)
        client.get(self.gate.first_address)
        return client

    def open(self, folder: Path) -> str:
        """Put the board in ``folder`` on the desk and return its address."""
        return f"/boards/{self.desk.open(folder).key}"


@contextmanager
def served(memory: Path) -> Iterator[Served]:
    """Serve the page, which remembers in the folder ``memory``, at a free port."""
    pictures = Pictures()
    with socket.socket() as line:
        line.bind((ADDRESS, 0))
        line.listen()
        desk, gate = Desk(Memory(memory), pictures), Gate(line.getsockname()[1])
        page = Served(desk, gate)
        application = make_application(desk, gate, lambda: page.stopped.append(True))
        server = uvicorn.Server(uvicorn.Config(application, log_config=None, access_log=False, lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [line]})
        thread.start()
        try:
            _await(server)
            with page.clients:
                yield page
        finally:
            server.should_exit = True
            thread.join()
            pictures.close()


def _await(server: uvicorn.Server) -> None:
    end = time.monotonic() + 30
    while not server.started and time.monotonic() < end:
        time.sleep(0.02)


def words_of(answer: httpx.Response) -> str:
    """Return the words of a view."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def row_keys(text: str) -> list[str]:
    """Return the keys of the rows a view names, in order."""
    return list(dict.fromkeys(ROW_ADDRESS.findall(text)))


def finish_run(page: Served, folder: Path) -> None:
    """Wait for the run of the board in ``folder`` to be over."""
    run = page.desk.open(folder).run
    assert run is not None
    run.wait()
