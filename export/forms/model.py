"""What a return form asks, before any file format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from match.model import Entry
from match.standing import Standing, read_standing
from normalize.model import Recommendation, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from match.model import Round
    from normalize.model import MasterList

STATUSES = tuple(
    status.value.capitalize()
    for status in (
        Status.NOT_STARTED,
        Status.IN_PROGRESS,
        Status.COMPLETE,
        Status.DELAYED,
        Status.BLOCKED,
        Status.SUPERSEDED,
        Status.NOT_ACCEPTED,
    )
)
"""Offered for every recommendation, in the words the reading side knows."""

SHORTEST_WORD = 3
"""Letters of a rating key that is a word to choose and not a letter that stands for one."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """A recommendation on a form, with what was last said of it."""

    recommendation: Recommendation
    entry: Entry


@dataclass(frozen=True, slots=True)
class ReturnForm:
    """The form for one agency."""

    board: str
    review: str
    round: str
    """The round it is wanted for; empty where the next one has no name yet."""
    by: str
    """The day it is wanted, in words; empty where none was named."""
    agency: str
    """Empty for recommendations the list has for nobody in particular."""
    rows: tuple[FormRow, ...]
    statuses: tuple[str, ...]
    """What the drop-down offers."""
    closed: tuple[str, ...] = ()
    """Ids of the agency's recommendations that the board has closed, and that are not asked about."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What all forms of a board have in common."""

    board: str
    review: str
    round: str
    by: str
    ratings: Sequence[str] = ()
    """The board's own rating words and colours; the words are offered beside the statuses."""


def make_forms(
    master: MasterList, stood: Round | None, board_statuses: Mapping[str, str], asked: Asked
) -> tuple[ReturnForm, ...]:
    """Return a form for each agency that has anything to report on, in the order of the ``master`` list.

    ``stood`` is the latest round. ``board_statuses`` say, by id, what the board itself has written; what it has
    closed is asked of nobody.
    """
    entries = stood.by_id if stood else {}
    forms = []
    for agency in dict.fromkeys(each.agency for each in master.recommendations):
        theirs = [each for each in master.recommendations if each.agency == agency]
        rows = [FormRow(each, entries.get(each.id, Entry(each.id))) for each in theirs]
        closed = {
            row.entry.id
            for row in rows
            if read_standing(row.entry, board_statuses.get(row.entry.id, "")) is Standing.CLOSED
        }
        still_open = tuple(row for row in rows if row.entry.id not in closed)
        if still_open:
            statuses = (*STATUSES, *_own_words(asked.ratings))
            names = tuple(each.id for each in theirs if each.id in closed)
            forms.append(
                ReturnForm(asked.board, asked.review, asked.round, asked.by, agency, still_open, statuses, names)
            )
    return tuple(forms)


def _own_words(ratings: Iterable[str]) -> Iterator[str]:
    """Give the ratings that are words of the board's own, and not colours, letters or statuses offered anyway."""
    offered = {status.casefold() for status in STATUSES}
    for rating in ratings:
        is_word = len(rating) >= SHORTEST_WORD and not rating.startswith("#")
        if is_word and rating.casefold() not in offered:
            yield rating
