"""What a run starts from and what came of it, put together as the round its files are written from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from export.model import BoardNote, RoundPack
from match.checks import check_round
from match.compare import compare
from match.form_faults import find_form_faults
from match.proposals import propose_agencies
from match.rounds import consolidate
from match.strangers import find_strangers
from roundbook.versions import find_doubles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from export.model import DocumentRecord, PastRound
    from ingest.model import Finding
    from match.model import LinkedUpdate, Round
    from match.proposals import AgencyProposal
    from normalize.model import MasterList, ReturnedDocument
    from roundbook.answers import Heard
    from roundbook.config import Config
    from roundbook.placing import Copy


@dataclass(frozen=True, slots=True)
class Start:
    """What a run starts from."""

    config: Config
    master: MasterList
    name: str
    earlier: tuple[PastRound, ...]
    extensions: Mapping[str, str]
    """What the board had written down before this round, by recommendation."""
    settings: Mapping[str, Copy]
    """The master list and the configuration as they are for this round, by where in its folder they are kept."""
    master_before: MasterList | None
    """The master list of the round before this one."""

    @property
    def previous(self) -> Round | None:
        """The round before this one."""
        return self.earlier[-1].round if self.earlier else None


def make_pack(
    start: Start,
    documents: tuple[ReturnedDocument, ...],
    updates: tuple[LinkedUpdate, ...],
    records: tuple[DocumentRecord, ...],
    heard: Heard,
) -> RoundPack:
    """Return the round: its rows consolidated, compared with the one before, and what is to be said of it."""
    proposals = propose_agencies(updates, start.master)
    heard_from = _name_agencies(documents, proposals)
    current = consolidate(start.name, start.master, start.previous, updates, heard_from=heard_from)
    notes = tuple(each for each in heard.notes if each != BoardNote(each.id))
    extensions = {each.id: each.extension for each in notes if each.extension}
    return RoundPack(
        board=start.config.board.name,
        review=start.config.board.review,
        round=start.name,
        previous=start.previous.name if start.previous else "",
        master=start.master,
        current=current,
        changes=compare(start.previous, current, start.master, start.master_before),
        updates=updates,
        documents=records,
        findings=tuple(_findings(start, updates, proposals, heard)),
        board_notes=notes,
        checks=check_round(current, [each.round for each in start.earlier], start.master, extensions),
        earlier=start.earlier,
        extended=tuple(key for key, words in extensions.items() if words != start.extensions.get(key)),
    )


def _name_agencies(documents: Iterable[ReturnedDocument], proposals: Iterable[AgencyProposal]) -> tuple[str, ...]:
    """Return every agency that sent something, also where only its rows say whose it is."""
    named = [sent.agency for each in documents for sent in each.returns if sent.agency]
    return tuple(dict.fromkeys([*named, *(each.agency for each in proposals)]))


def _findings(
    start: Start, updates: tuple[LinkedUpdate, ...], proposals: tuple[AgencyProposal, ...], heard: Heard
) -> Iterator[Finding]:
    """Yield what is to be said of the round itself, rather than of one document's contents."""
    yield from start.master.findings
    yield from start.config.find_strangers(start.master)
    yield from heard.problems
    yield from find_doubles(updates)
    yield from find_form_faults(updates)
    yield from (each.as_finding() for each in proposals)
    yield from find_strangers(updates, proposals, start.master)
