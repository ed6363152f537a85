"""The command line: its commands, and what becomes of every error.

What a command needs is loaded when it runs, because the libraries behind it take longer to load than ``--help``
may take to answer.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from roundbook.commands import boards, files, rounds
from roundbook.errors import ExitCode, RoundbookError
from roundbook.terminal import is_somebody_there, quiet, say_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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

COMMANDS: dict[str, Callable[..., ExitCode]] = {
    "demo": boards.demo,
    "open": boards.open_page,
    "init": boards.init,
    "run": rounds.run,
    "close": boards.close,
    "forms": boards.forms,
    "rebuild": boards.rebuild,
    "rounds": boards.rounds,
    "diff": files.diff,
    "extract": files.extract,
    "link": files.link,
}
"""The commands in the order of the help."""
for _name, _command in COMMANDS.items():
    app.command(_name)(_command)


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
    from roundbook.failure_log import write_log  # noqa: PLC0415 - hardly ever needed

    log = write_log(error)
    say_text(f"Something unexpected went wrong, and nothing was changed. {log} says where; it quotes no document.")
    return ExitCode.NOT_WRITTEN


if __name__ == "__main__":
    sys.exit(main())
