"""The forms a board sends its agencies to fill in: what the ``forms`` command does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from export.forms.model import Asked, make_forms
from export.forms.writer import write
from normalize.dates import read_date
from normalize.model import Precision
from roundbook.config import read_config
from roundbook.decided import load_board_notes
from roundbook.errors import UsageError
from roundbook.history import find_open_round, list_rounds, load_round
from roundbook.ledger import Ledger
from roundbook.master import read_master
from roundbook.staging import Staging

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from export.forms.model import ReturnForm
    from match.model import Round
    from roundbook.board import Board

NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""What Windows takes in no file's name."""
LONGEST_NAME = 100
"""Letters of an agency in a file's name; 255 bytes is the most for the whole."""
NO_AGENCY = "no agency named"


@dataclass(frozen=True, slots=True)
class FormsMade:
    """The forms just written."""

    folder: Path
    forms: tuple[ReturnForm, ...]
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the ledger holds that a form shows."""

    stood: Round | None
    open_round: str
    board_statuses: dict[str, str]


def write_forms(board: Board, output: Path | None, by: str) -> FormsMade:
    """Write a form for each agency of ``board`` into the folder ``output``, by default its folder "forms".

    ``by`` is the day the forms are wanted, as typed; it may be empty. Raises a ``RoundbookError``.
    """
    folder = output or board.forms
    _check_folder(board, folder)
    config, master, known = read_config(board.config), read_master(board.find_master()), _look_up(board)
    asked = Asked(config.board.name, config.board.review, known.open_round, _read_day(by), tuple(config.ratings))
    forms = make_forms(master, known.stood, known.board_statuses, asked)
    names = tuple(_name_files(forms))
    with Staging(folder) as staging:
        for name, form in zip(names, forms, strict=True):
            staging.write(name, partial(write, form))
        staging.put_in_place()
    return FormsMade(folder, forms, tuple(folder / name for name in names))


def _check_folder(board: Board, folder: Path) -> None:
    """Raise ``UsageError`` where empty forms would be taken for returns, or the folder cannot be one."""
    if folder.resolve().is_relative_to(board.inbox.resolve()):
        raise UsageError(f"{folder}: is the inbox, where empty forms would count as returns. Name another folder.")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: is a file. Give the name of a folder.")


def _look_up(board: Board) -> _Known:
    with Ledger(board.ledger) as ledger:
        rounds = list_rounds(ledger)
        stood = load_round(ledger, rounds[-1].name).round if rounds else None
        statuses = {each.id: each.status for each in load_board_notes(ledger)}
        return _Known(stood, find_open_round(ledger), statuses)


def _read_day(typed: str) -> str:
    """Return a day as a form names it ("Monday 30 June 2025"). Raises ``UsageError`` where it is not one day."""
    if not typed.strip():
        return ""
    found = read_date(typed)
    if found is None or found.start is None or found.precision is not Precision.DAY:
        raise UsageError(f'"{typed}" is not a day. Write it as 30 June 2025, 30/06/2025 or 2025-06-30.')
    day = found.start
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def _name_files(forms: Iterable[ReturnForm]) -> Iterator[str]:
    """Give each form a file's name that any computer takes, no two the same."""
    taken: set[str] = set()
    for form in forms:
        agency = NOT_IN_NAMES.sub(" ", form.agency or NO_AGENCY)
        name = " - ".join(filter(None, ("Return form", NOT_IN_NAMES.sub(" ", form.review), agency)))
        name = " ".join(name[:LONGEST_NAME].strip(" .").split())
        stem, number = name, 2
        while stem.casefold() in taken:
            stem, number = f"{name} ({number})", number + 1
        taken.add(stem.casefold())
        yield f"{stem}.docx"
