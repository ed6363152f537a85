"""Where every command begins, and what becomes of every error.

A run that changes nothing is answered here, before what takes command lines apart is loaded: that alone takes longer.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from roundbook.errors import ExitCode, RoundbookError
from roundbook.terminal import is_somebody_there, let_go, quiet, say_text

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line and return its exit code; every error has its words printed to stderr.

    An empty one opens the page for whoever is there; for a program it shows the help.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given and is_somebody_there():
        given = ["open"]
    try:
        with quiet():
            code = _carry_out(given)
    except RoundbookError as error:
        say_text(str(error))
        return error.code
    except BrokenPipeError:
        let_go()
        return ExitCode.WRONG_USE
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - whatever it is, the administrator gets words and a log
        return _report_defect(error)
    if code == ExitCode.INTERRUPTED:
        say_text("Interrupted. Nothing was changed; run it again when you like.")
    return code


def _carry_out(given: list[str]) -> int:
    if given[:1] == ["run"]:
        from roundbook.repeating import repeat_run  # noqa: PLC0415 - not for the other commands

        code = repeat_run(given[1:])
        if code is not None:
            return code
    from roundbook.commands.application import carry_out  # noqa: PLC0415 - seldom needed by a run

    return carry_out(given)


def _report_defect(error: Exception) -> int:
    from roundbook.failure_log import write_log  # noqa: PLC0415 - hardly ever needed

    log = write_log(error)
    say_text(f"Something unexpected went wrong, and nothing was changed. {log} says where; it quotes no document.")
    return ExitCode.NOT_WRITTEN


if __name__ == "__main__":
    sys.exit(main())
