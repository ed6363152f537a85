"""Commands on a board: it is made, opened, closed, asked for its history; its agencies are sent forms."""
# ruff: noqa: PLC0415 - what a command needs is loaded when it runs: --help must not wait for it

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from roundbook.commands.options import Folder
from roundbook.errors import ExitCode
from roundbook.terminal import print_lines, print_paths, say, say_text, talk


def demo(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A new folder, or one made by a demo.")] = Path(
        "demo"
    ),
) -> ExitCode:
    """Set up the sample board and run its rounds."""
    from roundbook.demo import run_demo
    from roundbook.progress import show_progress
    from roundbook.repeating import tell_person
    from roundbook.telling import tell

    with show_progress(talk(), "Reading") as progress:
        for each in run_demo(folder, datetime.now(UTC).astimezone(), progress):
            tell_person(each.board, tell(each.result), None)
    return ExitCode.DONE


def open_page(
    folder: Annotated[Path | None, typer.Argument(metavar="FOLDER", help="The board to begin with.")] = None,
    port: Annotated[
        int, typer.Option("--port", metavar="N", help="Take this port, not any that is free.", show_default=False)
    ] = 0,
    no_browser: Annotated[  # noqa: FBT002 - an option
        bool, typer.Option("--no-browser", help="Print the page's address and open no browser.")
    ] = False,
) -> ExitCode:
    """Open the page in the browser, on which the whole job is done."""
    from roundbook.page.server import Opening, serve

    def tell(address: str) -> None:
        print_paths(address)
        say_text("The page is open as long as this window is. Close it on the page, or press Ctrl-C here.")

    serve(Opening(folder, port, has_browser=not no_browser), tell)
    return ExitCode.DONE


def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A new folder for the board.")],
    plan: Annotated[
        Path | None, typer.Option("--from", metavar="PLAN", help="An existing plan to draft the master list from.")
    ] = None,
) -> ExitCode:
    """Make a board's folder, with its master list empty or drafted."""
    from roundbook.report import describe_draft
    from roundbook.setting_up import make_board

    made = make_board(folder, plan)
    say(describe_draft(made.draft))
    what = "Look through" if plan else "Fill in"
    say_text(
        f"{what} the master list, {made.board.find_master()}. Then drop the returns into {made.board.inbox} "
        f'and run: roundbook run "{folder}"'
    )
    return ExitCode.NEEDS_A_PERSON if made.draft.findings else ExitCode.DONE


def close(folder: Folder) -> ExitCode:
    """Close the round; the next run starts the next one."""
    from roundbook.board import open_board
    from roundbook.closing import close_board_round

    closed = close_board_round(open_board(folder))
    verb = "is" if closed.unlinked == 1 else "are"
    left = f" {closed.unlinked} of its rows {verb} linked to nothing." if closed.unlinked else ""
    next_step = 'Put the next returns in the inbox, and "roundbook run" starts the next round.'
    say_text(f"Round {closed.name} is closed.{left} {next_step}")
    return ExitCode.DONE


def forms(
    folder: Folder,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="OUT", help='Where they go; "forms" in the board\'s folder.'),
    ] = None,
    by: Annotated[
        str, typer.Option("--by", metavar="DATE", help='The day they are wanted, such as "30 June 2025".')
    ] = "",
) -> ExitCode:
    """Write a return form for each agency to fill in."""
    from roundbook.board import open_board
    from roundbook.forms import write_forms

    made = write_forms(open_board(folder), output, by)
    count = sum(len(form.rows) for form in made.forms)
    say_text(f"Forms written: {len(made.paths)}; recommendations in them: {count}. Send each agency its own.")
    print_paths(*map(str, made.paths))
    return ExitCode.DONE


def rebuild(folder: Folder) -> ExitCode:
    """Make a damaged history afresh from the rounds' folders.

    The damaged one is set aside.
    """
    from roundbook.board import open_board
    from roundbook.progress import show_progress
    from roundbook.rebuilding import rebuild as rebuild_ledger
    from roundbook.runs import RunOptions

    with show_progress(talk(), "Reading") as progress:
        made = rebuild_ledger(open_board(folder), RunOptions(datetime.now(UTC).astimezone()), progress)
    aside = f"The damaged one is kept as {made.set_aside}. " if made.set_aside else ""
    last = f'is open: run it once more with: roundbook run "{folder}"' if made.is_open else "is closed, as it was."
    say_text(f"The history was made afresh. Rounds in it: {len(made.rounds)}. {aside}Round {made.rounds[-1]} {last}")
    return ExitCode.DONE


def rounds(folder: Folder) -> ExitCode:
    """List the rounds with their counts."""
    from roundbook.board import open_board
    from roundbook.history import list_rounds
    from roundbook.ledger import Ledger
    from roundbook.report import describe_rounds

    with Ledger(open_board(folder).ledger) as ledger:
        listed = list_rounds(ledger)
    if listed:
        print_lines(describe_rounds(listed))
    else:
        say_text(f'There is no round yet. Begin the first with: roundbook run "{folder}"')
    return ExitCode.DONE
