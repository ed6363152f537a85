"""What an answer says that points to another agency's return: "See DAT action plan"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from match.wording import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from match.model import Entry
    from normalize.model import MasterList, Pointer, Recommendation


def follow_pointers(entries: Sequence[Entry], master: MasterList) -> tuple[Entry, ...]:
    """Return ``entries``, each pointer to another agency's return with what now stands there.

    The recommendation meant is the one it names by its number, or else the same recommendation as the other agency
    has it; where the list has none such the pointer names the return alone.
    """
    by_id = {entry.id: entry for entry in entries}
    recommendations = master.by_id
    return tuple(
        replace(entry, refers_to=tuple(_follow(each, entry, by_id, recommendations) for each in entry.refers_to))
        if any(each.agency for each in entry.refers_to)
        else entry
        for entry in entries
    )


def _follow(
    pointer: Pointer, entry: Entry, entries: Mapping[str, Entry], recommendations: Mapping[str, Recommendation]
) -> Pointer:
    if not pointer.agency:
        return pointer
    meant = list(_meant(pointer, recommendations[entry.id], recommendations))
    is_update = said(pointer.as_written) == said(entry.update)
    texts = (entries[each].update if is_update else entries[each].evidence for each in meant)
    ids = f", {', '.join(meant)}" if meant else ""
    return replace(pointer, to=f"the return of {pointer.agency}{ids}", text="\n".join(filter(None, texts)))


def _meant(pointer: Pointer, own: Recommendation, recommendations: Mapping[str, Recommendation]) -> Iterator[str]:
    """Give the ids of the recommendations of the other agency that are meant; none where that is not clear."""
    theirs = [each for each in recommendations.values() if each.agency == pointer.agency and each.id != own.id]
    same = [each for each in theirs if said(each.text) == said(own.text)]
    for number in pointer.numbers:
        numbered = [each for each in theirs if each.number == number]
        yield from (each.id for each in numbered if len(numbered) == 1)
    if not pointer.numbers and len(same) == 1:
        yield same[0].id
