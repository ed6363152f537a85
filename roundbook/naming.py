"""What a round is called: as asked, as the open round is, or after the month."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from roundbook.board import check_round_name
from roundbook.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime


def choose_round_name(asked: str, *, is_open: str, closed: Collection[str], now: datetime) -> str:
    """Return the name of the round to run.

    ``asked`` is what the administrator typed, ``is_open`` the open round's name; either may be empty. Raises
    ``UsageError`` for a name that cannot be, one of a closed round, or another one than that of the open round.
    """
    if not asked:
        return is_open or _name_after_month(now, {name.casefold() for name in closed})
    check_round_name(asked)
    if asked == is_open:
        return asked
    if is_open:
        raise UsageError(
            f'Round "{is_open}" is still open. Close it with "roundbook close", then run "{asked}"; '
            f'or leave --round out to run "{is_open}" again.'
        )
    # Two names that differ in capitals alone are one folder on Windows and macOS.
    if asked.casefold() in {name.casefold() for name in closed}:
        raise UsageError(f'Round "{asked}" is closed and stays as it is. Give the new round another name.')
    return asked


def _name_after_month(now: datetime, taken: Collection[str]) -> str:
    month = f"{now:%Y-%m}"
    others = (f"{month}-{number}" for number in count(2))
    return month if month not in taken else next(name for name in others if name not in taken)
