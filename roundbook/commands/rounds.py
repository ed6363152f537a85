"""The command that runs a round, on this computer or on a cluster."""
# ruff: noqa: PLC0415 - what a command needs is loaded when it runs: --help must not wait for it

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from roundbook.commands.options import AsJson, Folder
from roundbook.errors import ExitCode
from roundbook.terminal import talk

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

    from roundbook.board import Board
    from roundbook.runs import RunOptions, RunResult


def run(
    folder: Folder,
    round_name: Annotated[
        str, typer.Option("--round", metavar="NAME", help='What to call a new round, such as "2014-02".')
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Look at everything and write nothing.")] = False,  # noqa: FBT002 - an option
    as_json: AsJson = False,  # noqa: FBT002 - an option
    scheduler: Annotated[
        str, typer.Option("--scheduler", metavar="ADDRESS", help="Read on the Dask cluster at tcp://...")
    ] = "",
) -> ExitCode:
    """Read the inbox and write the round's workbook and change log.

    Repeat it as often as you like until the round is closed.
    """
    from roundbook.board import open_board
    from roundbook.repeating import tell_person
    from roundbook.runs import RunOptions
    from roundbook.telling import list_details, tell

    board = open_board(folder)
    options = RunOptions(datetime.now(UTC).astimezone(), round_name, is_dry_run=dry_run)
    result = _run_round(board, options, scheduler)
    tell_person(board, tell(result), list_details(result) if as_json else None)
    return result.code


def _run_round(board: Board, options: RunOptions, scheduler: str) -> RunResult:
    if scheduler:
        from roundbook.cluster import connect

        readers: AbstractContextManager[Executor | None] = connect(scheduler)
    else:
        from roundbook.workers import warm_up

        warm_up(each.name for each in board.inbox.glob("*"))
        readers = nullcontext()
    from roundbook.batch import run as run_round
    from roundbook.progress import show_progress

    with readers as executor, show_progress(talk(), "Reading") as progress:
        return run_round(board, replace(options, executor=executor), progress)
