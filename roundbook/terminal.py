"""What goes to the terminal: data to standard output, talk to standard error, and nothing from the libraries."""
# ruff: noqa: PLC0415 - rich takes longer to load than many a command to be answered

from __future__ import annotations

import io
import json
import logging
import os
import sys
import warnings
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from roundbook.told import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from rich.console import Console, RenderableType

WIDTH_OF_A_FILE = 160
"""Characters to a line where output goes to a file or another program."""
PIECES_AT_ONCE = 10_000
"""The pieces of an answer in JSON are a bracket or a word each, of which a long answer has millions."""


def is_somebody_there() -> bool:
    """Tell whether a person started the program: in a terminal, or by opening its file."""
    has_terminal = sys.stdin is not None and sys.stdin.isatty()
    return has_terminal or bool(getattr(sys, "frozen", False))


def talk() -> Console:
    """Return the side of talk."""
    from rich.console import Console

    return Console(stderr=True, highlight=False)


def say(lines: Iterable[Line]) -> None:
    """Say ``lines`` on the side of talk, on a terminal each in its style."""
    if sys.stderr is None or not sys.stderr.isatty():
        for line in lines:
            _write(sys.stderr, plain(line.text))
        return
    from rich.text import Text

    console = talk()
    for line in lines:
        console.print(Text(plain(line.text), line.style), soft_wrap=True)


def say_text(text: str) -> None:
    """Say plain text, of one line or several, on the side of talk."""
    say(map(Line, text.splitlines()))


def _write(stream: TextIO | None, text: str) -> None:
    """Write a line at once, so that what is said and what is printed keep their order; nowhere if there is nowhere."""
    if stream is not None:
        stream.write(f"{text}\n")
        stream.flush()


def print_lines(*lines: RenderableType) -> None:
    """Print ``lines`` as data for a person."""
    from rich.console import Console

    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = WIDTH_OF_A_FILE
    for line in lines:
        console.print(line)


def print_paths(*paths: str) -> None:
    """Print the paths of files that were written, one a line."""
    for path in paths:
        if path:
            _write(sys.stdout, path)


def print_json(answer: dict[str, Any]) -> None:
    """Print ``answer`` as data for a program."""
    # Letters beyond ASCII are escaped, so that no terminal and no pipe can garble them; piece by piece, because the
    # whole of a long answer takes more memory than the document it tells of.
    pieces = json.JSONEncoder(indent=2).iterencode(answer)
    while page := "".join(islice(pieces, PIECES_AT_ONCE)):
        sys.stdout.write(page)
    _write(sys.stdout, "")


def let_go() -> None:
    """Print nothing more, for whatever was to read it has ended (Python's documentation of ``signal``, on SIGPIPE)."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def plain(text: str) -> str:
    """Return ``text`` fit for a terminal: nothing in a file's name may move the cursor or set colours."""
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text)


@contextmanager
def quiet() -> Iterator[None]:
    """Let no library say anything, for its words may be a document's; and print what a terminal lacks as "?"."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
