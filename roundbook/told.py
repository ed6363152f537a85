"""What is told of a run: all that its command prints and the page shows, and nothing of what it was made from.

So it is small, and what an earlier run told can be told again without loading what makes a round.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from roundbook.board import CHANGE_LOG_NAME, WORKBOOK_NAME
from roundbook.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from roundbook.board import Board

Json = dict[str, Any]
PARTS = ("documents", "links", "entries")
"""What ``run --json`` lists, in its order."""


class Line(NamedTuple):
    """A line for a person."""

    text: str
    style: str = ""
    """How it looks on a terminal, in words ("bold")."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a run."""

    round: str
    previous: str
    """Empty for the first round."""
    code: ExitCode
    is_written: bool
    counts: tuple[str, ...]
    """Lines with how many documents, rows and recommendations had which outcome."""
    of_documents: tuple[str, ...]
    """Sentences about those that were not simply read."""
    of_findings: tuple[str, ...]
    """The sentences of all findings that are more than a note."""
    waiting: int
    """How many rows wait for a decision."""


def describe_run(board: Board, told: Told) -> Iterator[Line]:
    """Say what a run came to: the counts, every file and finding that needs a word, and what to do next."""
    yield Line(f"Round {told.round}", "bold")
    yield from map(Line, told.counts)
    yield from (Line(f"- {sentence}", "yellow") for sentence in (*told.of_documents, *told.of_findings))
    yield from map(Line, _next_steps(board, told))


def _next_steps(board: Board, told: Told) -> Iterator[str]:
    if told.code is ExitCode.NOTHING_READ:
        yield (
            f"Nothing was written: there is no new document in {board.inbox} that could be read. "
            "Returns stay there until their round is closed."
        )
    elif not told.is_written:
        yield "Nothing was written: this was a dry run."
    elif told.waiting:
        rows = "1 row waits" if told.waiting == 1 else f"{told.waiting} rows wait"
        yield (
            f'{rows} for a decision: open {WORKBOOK_NAME}, choose on the sheet "To check", '
            "save and close it, and run again."
        )


def find_written(board: Board, told: Told) -> tuple[str, str]:
    """Return the paths of the workbook and of the change log, both empty where the run wrote none."""
    folder = board.round(told.round)
    return (str(folder / WORKBOOK_NAME), str(folder / CHANGE_LOG_NAME)) if told.is_written else ("", "")


def run_json(board: Board, told: Told, details: Iterable[str]) -> Json:
    """Return a run as plain data, what ``run --json`` prints; ``details`` are as ``list_details`` yields them."""
    workbook, change_log = find_written(board, told)
    answer: Json = {"round": told.round, "previous": told.previous, "workbook": workbook, "change_log": change_log}
    answer.update((part, []) for part in PARTS)
    for line in details:
        part, detail = json.loads(line)
        answer[part].append(detail)
    return answer
