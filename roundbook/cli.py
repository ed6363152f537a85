"""The commands: each takes what was typed, calls the part that does it, and reports.

What a command needs is loaded when it runs, because the libraries behind it take longer to load than ``--help``
may take to answer.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import sys
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from roundbook.errors import ExitCode, RoundbookError
from roundbook.terminal import is_somebody_there, print_json, print_lines, print_paths, quiet, say, say_text, talk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

    from roundbook.board import Board
    from roundbook.runs import RunOptions, RunResult

app = typer.Typer(
    name="roundbook",
    help=(
        "Reads the returns agencies send a safeguarding board and keeps its action plan, round by round. "
        "Without a command it opens its page."
    ),
    epilog=(
        "Exit codes: 0 done; 1 wrong use or configuration; 2 nothing could be read, or no usable master list; "
        "3 done, and something needs a person; 4 not written, nothing changed; 5 another run is under way; "
        "130 interrupted."
    ),
    no_args_is_help=True,
    rich_markup_mode=None,  # loading rich takes twice as long as everything else that help needs
    add_completion=False,
    pretty_exceptions_enable=False,
)

UsageProblem: type[Exception] = typer.BadParameter.__bases__[0]
"""What every slip on the command line is a kind of."""

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="The board's folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="A new folder, or one made by a demo.")] = Path(
        "demo"
    ),
) -> ExitCode:
    """Set up the sample board and run its rounds."""
    from roundbook.board import CHANGE_LOG_NAME, WORKBOOK_NAME
    from roundbook.demo import run_demo
    from roundbook.progress import show_progress
    from roundbook.report import describe_run

    with show_progress(talk(), "Reading") as progress:
        for each in run_demo(folder, datetime.now(UTC).astimezone(), progress):
            made = each.board.round(each.result.pack.round)
            say(describe_run(each.board, each.result))
            print_paths(str(made / WORKBOOK_NAME), str(made / CHANGE_LOG_NAME))
    return ExitCode.DONE


@app.command("open")
def open_page(
    folder: Annotated[Path | None, typer.Argument(metavar="[FOLDER]", help="The board to begin with.")] = None,
    port: Annotated[int, typer.Option("--port", metavar="N", help="Take this port instead of any that is free.")] = 0,
    no_browser: Annotated[  # noqa: FBT002 - an option
        bool, typer.Option("--no-browser", help="Print the page's address and open no browser.")
    ] = False,
) -> ExitCode:
    """Open the page, on which the whole job is done in the browser of this computer."""
    from roundbook.page.server import Opening, serve

    def tell(address: str) -> None:
        print_paths(address)
        say_text("The page is open as long as this window is. Close it on the page, or press Ctrl-C here.")

    serve(Opening(folder, port, has_browser=not no_browser), tell)
    return ExitCode.DONE


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A new folder for the board.")],
    plan: Annotated[
        Path | None, typer.Option("--from", metavar="PLAN", help="An existing plan to draft the master list from.")
    ] = None,
) -> ExitCode:
    """Make a board folder, with a master list from an existing plan or an empty one to fill in."""
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


@app.command()
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
    """Read the returns in the inbox and write the round's workbook and change log.

    Repeat it as often as you like until the round is closed.
    """
    from roundbook.board import open_board
    from roundbook.finished import find_finished
    from roundbook.report import describe_run
    from roundbook.run_json import run_json
    from roundbook.runs import RunOptions

    board = open_board(folder)
    options = RunOptions(datetime.now(UTC).astimezone(), round_name, is_dry_run=dry_run)
    result = find_finished(board, options) or _run_round(board, options, scheduler)
    say(describe_run(board, result))
    answer = run_json(board, result)
    print_json(answer) if as_json else print_paths(answer["workbook"], answer["change_log"])
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


@app.command()
def close(folder: Folder) -> ExitCode:
    """Close the round; the next run starts the next one."""
    from roundbook.board import open_board
    from roundbook.closing import close_board_round

    closed = close_board_round(open_board(folder))
    left = f" {closed.unlinked} of its rows are linked to nothing." if closed.unlinked else ""
    next_step = 'Put the next returns in the inbox, and "roundbook run" starts the next round.'
    say_text(f"Round {closed.name} is closed.{left} {next_step}")
    return ExitCode.DONE


@app.command()
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
    say_text(f"{len(made.paths)} forms were written, with {count} recommendations. Send each agency its own.")
    print_paths(*map(str, made.paths))
    return ExitCode.DONE


@app.command()
def rebuild(folder: Folder) -> ExitCode:
    """Make a lost or damaged ledger anew from the rounds' folders; the damaged one is set aside."""
    from roundbook.board import open_board
    from roundbook.progress import show_progress
    from roundbook.rebuilding import rebuild as rebuild_ledger
    from roundbook.runs import RunOptions

    with show_progress(talk(), "Reading") as progress:
        made = rebuild_ledger(open_board(folder), RunOptions(datetime.now(UTC).astimezone()), progress)
    aside = f"The damaged ledger is kept as {made.set_aside}. " if made.set_aside else ""
    last = f'is open: run it once more with: roundbook run "{folder}"' if made.is_open else "is closed, as it was."
    say_text(f"The ledger was made anew from {len(made.rounds)} rounds. {aside}Round {made.rounds[-1]} {last}")
    return ExitCode.DONE


@app.command()
def rounds(folder: Folder) -> ExitCode:
    """List the rounds with their counts."""
    from roundbook.board import open_board
    from roundbook.history import list_rounds
    from roundbook.ledger import Ledger
    from roundbook.report import describe_rounds

    with Ledger(open_board(folder).ledger) as ledger:
        print_lines(describe_rounds(list_rounds(ledger)))
    return ExitCode.DONE


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A round's folder, or a consolidated workbook.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The same, for the later round.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE.html", help="Write the changes as a page.")
    ] = None,
    as_json: AsJson = False,  # noqa: FBT002 - an option
) -> ExitCode:
    """Compare two rounds of a board, or any two consolidated workbooks."""
    from roundbook.comparing import compare_rounds, write_comparison
    from roundbook.report import describe_changes
    from roundbook.run_json import diff_json

    pack = compare_rounds(old, new)
    if output:
        write_comparison(pack, output)
    if as_json:
        print_json(diff_json(pack))
    else:
        print_lines(*describe_changes(pack))
    return ExitCode.DONE


@app.command()
def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Documents to look at.")],
    as_json: AsJson = False,  # noqa: FBT002 - an option
) -> ExitCode:
    """Show what the tool sees in documents: tables, returns, rows, words left over."""
    from roundbook.workers import warm_up

    warm_up(each.name for each in files)
    from roundbook.extract_json import extract_json
    from roundbook.extracting import extract_files
    from roundbook.progress import show_progress
    from roundbook.report import describe_reading

    with show_progress(talk(), "Reading") as progress:
        readings, code = extract_files(files, progress)
    if as_json:
        print_json(extract_json(readings))
    else:
        for each in readings:
            print_lines(*describe_reading(each))
    return code


@app.command()
def link(
    rows: Annotated[Path, typer.Argument(metavar="ROWS.csv", help="A table of rows, one query a row.")],
    master: Annotated[Path, typer.Option("--master", metavar="MASTER", help="The master list (.xlsx or .csv).")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="LINKS.csv", help="Where the links go.")],
    config: Annotated[
        Path | None, typer.Option("--config", metavar="FILE", help="A roundbook.toml, for other names and constants.")
    ] = None,
) -> ExitCode:
    """Link a table of rows to a master list."""
    from roundbook.linking import link_table

    return link_table(rows, master, output, config)


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line and return its exit code; every error has its words printed to stderr.

    An empty one opens the page for whoever is there; for a program it shows the help.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given and is_somebody_there():
        given = ["open"]
    try:
        with quiet():
            code = int(app(given, prog_name="roundbook", standalone_mode=False) or ExitCode.DONE)
    except RoundbookError as error:
        say_text(str(error))
        return error.code
    except UsageProblem as error:
        typer.echo(error, err=True)
        return ExitCode.WRONG_USE
    except (KeyboardInterrupt, typer.Abort):
        code = ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - whatever it is, the administrator gets words and a log
        return _report_defect(error)
    if code == ExitCode.INTERRUPTED:
        say_text("Interrupted. Nothing was changed; run it again when you like.")
    return code


def _report_defect(error: Exception) -> int:
    from roundbook.failure_log import write_log

    log = write_log(error)
    say_text(f"Something unexpected went wrong, and nothing was changed. {log} says where; it quotes no document.")
    return ExitCode.NOT_WRITTEN


if __name__ == "__main__":
    sys.exit(main())
