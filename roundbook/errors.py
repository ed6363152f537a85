"""The errors an administrator is shown, each with its exit code; the codes are a promise to users."""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """What a command says to whoever called it."""

    DONE = 0
    WRONG_USE = 1
    NOTHING_READ = 2
    NEEDS_A_PERSON = 3
    NOT_WRITTEN = 4
    RUN_UNDER_WAY = 5
    INTERRUPTED = 130


class RoundbookError(Exception):
    """Something that stops a command; the message says what is wrong, with which file, and what to do."""

    code: ClassVar[ExitCode] = ExitCode.WRONG_USE


class UsageError(RoundbookError):
    """The command was asked for something that cannot be."""


class ConfigError(RoundbookError):
    """``roundbook.toml`` cannot be used."""


class MasterListUnusableError(RoundbookError):
    """The master list is missing, unreadable or without the columns it needs."""

    code = ExitCode.NOTHING_READ


class NotWrittenError(RoundbookError):
    """The results could not be put in place; everything is as it was before."""

    code = ExitCode.NOT_WRITTEN


class RunUnderWayError(RoundbookError):
    """Another run holds the board folder."""

    code = ExitCode.RUN_UNDER_WAY
