"""The command line: its commands, and what becomes of one that is written wrongly.

What a command needs is loaded when it runs, because the libraries behind it take longer to load than ``--help``
may take to answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from roundbook.commands import boards, files, rounds
from roundbook.commands.plain_help import PlainCommand
from roundbook.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable

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
    app.command(_name, cls=PlainCommand)(_command)


def carry_out(arguments: list[str]) -> int:
    """Carry out a command line and return its exit code; raises what the command raises."""
    try:
        return int(app(arguments, prog_name="roundbook", standalone_mode=False) or ExitCode.DONE)
    except UsageProblem as error:
        typer.echo(error, err=True)
        return ExitCode.WRONG_USE
    except typer.Abort as error:
        raise KeyboardInterrupt from error
