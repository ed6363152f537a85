"""From what a run came to, with all its parts, to what is told of it."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from export.model import DocumentOutcome
from ingest.model import Level
from match.model import ChangeKind, Choice, Outcome
from roundbook.run_json import describe_document, describe_entry, describe_link
from roundbook.told import PARTS, Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from export.model import RoundPack
    from match.model import LinkedUpdate
    from roundbook.runs import RunResult

WORTH_SAYING = {
    DocumentOutcome.PARTIAL,
    DocumentOutcome.UNREAD,
    DocumentOutcome.LATER,
    DocumentOutcome.DUPLICATE,
    DocumentOutcome.SUPERSEDED,
}


def tell(result: RunResult) -> Told:
    """Return what is told of a run."""
    pack = result.pack
    return Told(
        round=pack.round,
        previous=pack.previous,
        code=result.code,
        is_written=result.is_written,
        counts=tuple(_count(pack)),
        of_documents=tuple(
            each.message if each.message.startswith(each.path) else f"{each.path}: {each.message}"
            for each in pack.documents
            if each.outcome in WORTH_SAYING
        ),
        of_findings=tuple(_each_once(each.message for each in pack.findings if each.level is not Level.NOTE)),
        waiting=sum(waits(each) for each in pack.updates),
    )


def _each_once(sentences: Iterable[str]) -> Iterator[str]:
    """Yield ``sentences``, one said of several places once: the sheet Findings has each with its place."""
    for sentence, times in Counter(sentences).items():
        yield sentence if times == 1 else f"{sentence} ({times} times; see the sheet Findings.)"


def _count(pack: RoundPack) -> Iterator[str]:
    documents = Counter(each.outcome.value for each in pack.documents)
    links = Counter(each.link.outcome.value for each in pack.updates)
    changes = Counter(each.kind.value for each in pack.changes.changes)
    since = f" since round {pack.previous}" if pack.previous else ""
    yield f"Documents: {describe_counts(documents)}"
    yield f"Rows: {describe_counts(links)}"
    yield f"Recommendations{since}: {describe_counts(changes)}"


def describe_counts(counts: Mapping[str, int]) -> str:
    """Return how many there are of each outcome or change, in words and in the order of the work."""
    order = [*DocumentOutcome, *Outcome, *ChangeKind]
    shown = [f"{counts[each.value]} {each.value}" for each in order if counts.get(each.value)]
    return ", ".join(shown) or "none"


def list_details(result: RunResult) -> Iterator[str]:
    """Yield what ``run --json`` lists, each part as a line of JSON of its own: a large board has very many."""
    pack = result.pack
    agencies = {each.id: each.agency for each in pack.master.recommendations}
    described = (
        map(describe_document, pack.documents),
        map(describe_link, pack.updates),
        (describe_entry(each, agencies[each.id]) for each in pack.changes.changes),
    )
    for part, details in zip(PARTS, described, strict=True):
        yield from (json.dumps((part, detail)) for detail in details)


def waits(update: LinkedUpdate) -> bool:
    """Tell whether a row waits for a person: it is linked to nothing, and nobody has settled it."""
    decision = update.link.decision
    if decision is None:
        return update.link.outcome is not Outcome.LINKED
    return decision.choice is Choice.LATER
