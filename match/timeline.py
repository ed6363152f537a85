"""What has been said of each recommendation in dated entries, over all rounds, in the order of the dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from match.wording import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from match.model import Entry, Round
    from normalize.model import DatedEntry


@dataclass(frozen=True, slots=True)
class Dated:
    """A dated entry, and the round in which it was first sent."""

    id: str
    entry: DatedEntry
    round: str
    agencies: tuple[str, ...]


def tell_timeline(rounds: Sequence[Round]) -> tuple[Dated, ...]:
    """Return every dated entry of ``rounds``, the oldest first, once each: by recommendation, then by date.

    The recommendations stand in the order of the last round. An entry whose date is not clear keeps its place after
    the entry it followed.
    """
    if not rounds:
        return ()
    found: dict[str, dict[str, Dated]] = {entry.id: {} for entry in rounds[-1].entries}
    for each in rounds:
        for entry in each.entries:
            for dated in _dated(entry, each.name):
                found.setdefault(entry.id, {}).setdefault(said(dated.entry.text), dated)
    return tuple(dated for entries in found.values() for dated in _in_order(tuple(entries.values())))


def _dated(entry: Entry, round_name: str) -> Iterator[Dated]:
    """Give what an entry says with dates, where it was said in this round and not carried over."""
    if entry.from_round == round_name:
        yield from (Dated(entry.id, each, round_name, entry.agencies) for each in entry.timeline)


def _in_order(entries: Sequence[Dated]) -> Iterator[Dated]:
    placed: list[tuple[date, int, Dated]] = []
    last = date.min
    for at, dated in enumerate(entries):
        last = dated.entry.when.start or last
        placed.append((last, at, dated))
    yield from (dated for _, _, dated in sorted(placed, key=lambda each: each[:2]))
