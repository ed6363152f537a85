"""What a board did to its master list between two rounds: new, gone, split, joined, renumbered, reworded.

Ids say what is one recommendation from round to round; words say where an id was given away, or one was made two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from match.folding import fold_agency, fold_kind
from match.model import ListChange, ListEdit
from match.parts import PART, Parts
from match.passages import compare_passages
from match.wording import said
from match.words import is_content, stem, tokens
from normalize.model import MasterList, Recommendation
from normalize.references import tidy_number

_FEWEST_PARTS = 2
_TEXTS_KEPT = 4096
"""A text is looked at several times over."""
_STILL_THE_SAME = 0.5
"""Share of words two versions have in common, below which the id has been given to something else."""


def compare_lists(before: MasterList, after: MasterList) -> tuple[ListChange, ...]:
    """Return what was done to the list ``before`` to make it the list ``after``, in the order of the lists.

    Each id is in one change by its words (split, joined, reworded, replaced, new id, new, gone); one that keeps its
    words may have another number, agency or kind.
    """
    olds, news = _reworded(before, after), _reworded(after, before)
    pairs = tuple(_same_words(olds, news))
    gone, come = {old.id for old, _ in pairs}, {new.id for _, new in pairs}
    olds = [each for each in olds if each.id not in gone]
    news = [each for each in news if each.id not in come]
    split = tuple(_made_of(news, olds, ListEdit.SPLIT))
    joined = tuple(_made_of(olds, news, ListEdit.JOINED))
    told = {id_ for change in (*split, *joined) for id_ in (*change.before, *change.after)}
    rest = _one_by_one([each for each in (*olds, *news) if each.id not in told], before, after)
    return (*split, *joined, *(_new_id(*pair) for pair in pairs), *rest, *_particulars(before, after))


def _reworded(these: MasterList, others: MasterList) -> list[Recommendation]:
    """Return what the other list does not have, or has in other words."""
    known = {each.id: each.text for each in others.recommendations}
    return [
        each
        for each in these.recommendations
        if each.id not in known or (known[each.id] != each.text and said(known[each.id]) != said(each.text))
    ]


def _same_words(
    olds: Sequence[Recommendation], news: Sequence[Recommendation]
) -> Iterator[tuple[Recommendation, Recommendation]]:
    """Give the recommendations that have another id now; of several with the same words, none."""
    before, after = _by_key(olds), _by_key(news)
    for key, found in before.items():
        alike = after.get(key, [])
        if len(found) == len(alike) == 1:
            yield found[0], alike[0]


def _by_key(these: Iterable[Recommendation]) -> dict[tuple[str, str, str], list[Recommendation]]:
    found: dict[tuple[str, str, str], list[Recommendation]] = defaultdict(list)
    for each in these:
        found[_key(each)].append(each)
    return found


def _key(each: Recommendation) -> tuple[str, str, str]:
    return fold_agency(each.agency), fold_kind(each.kind), said(each.text)


def _made_of(parts: Sequence[Recommendation], wholes: Sequence[Recommendation], edit: ListEdit) -> Iterator[ListChange]:
    """Give the wholes whose words are found in several of the ``parts``, each of which has hardly any others."""
    of_agency: dict[str, list[Recommendation]] = defaultdict(list)
    for part in parts:
        of_agency[fold_agency(part.agency)].append(part)
    sought = {agency: Parts([_meanings(each.text) for each in found]) for agency, found in of_agency.items()}
    for whole in wholes:
        agency, words = fold_agency(whole.agency), _meanings(whole.text)
        found = [of_agency[agency][place] for place in sought[agency].of(words)] if agency in sought else []
        kept = words & set(chain.from_iterable(_meanings(each.text) for each in found))
        if len(found) >= _FEWEST_PARTS and len(kept) >= PART * len(words):
            yield _made(whole.id, tuple(each.id for each in found), edit)


def _made(whole: str, parts: tuple[str, ...], edit: ListEdit) -> ListChange:
    named = f"{', '.join(parts[:-1])} and {parts[-1]}"
    if edit is ListEdit.SPLIT:
        return ListChange(edit, (whole,), parts, f"{whole} was split into {named}.")
    return ListChange(edit, parts, (whole,), f"{named} were joined into {whole}.")


@lru_cache(maxsize=_TEXTS_KEPT)
def _meanings(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in tokens(text) if is_content(word))


def _new_id(old: Recommendation, new: Recommendation) -> ListChange:
    message = (
        f"{old.id} has the id {new.id} now. What was said of it before stays under {old.id}; give it that id again to "
        "keep them together."
    )
    return ListChange(ListEdit.NEW_ID, (old.id,), (new.id,), message)


def _one_by_one(each_changed: Iterable[Recommendation], before: MasterList, after: MasterList) -> Iterator[ListChange]:
    stood, stands = before.by_id, after.by_id
    for id_ in dict.fromkeys(each.id for each in each_changed):
        old, new = stood.get(id_), stands.get(id_)
        if old is None:
            yield ListChange(ListEdit.NEW, (), (id_,), f"{id_} is new on the master list.")
        elif new is None:
            yield ListChange(ListEdit.GONE, (id_,), (), f"{id_} is no longer on the master list.")
        else:
            yield _other_words(old, new)


def _other_words(old: Recommendation, new: Recommendation) -> ListChange:
    """Say that a recommendation reads otherwise, and whether it can still be the same."""
    mine, its = _meanings(old.text), _meanings(new.text)
    pieces = compare_passages(old.text, new.text)
    if len(mine & its) >= _STILL_THE_SAME * min(len(mine), len(its)):
        return ListChange(ListEdit.REWORDED, (old.id,), (new.id,), f"{new.id} was reworded.", pieces)
    message = (
        f"{new.id} reads altogether otherwise than in the round before, and what was said of it then stands under it. "
        "If it is another recommendation, give it an id of its own."
    )
    return ListChange(ListEdit.REPLACED, (old.id,), (new.id,), message, pieces)


def _particulars(before: MasterList, after: MasterList) -> Iterator[ListChange]:
    """Give what has another number, agency or kind."""
    stood = before.by_id
    for new in after.recommendations:
        old = stood.get(new.id)
        if old is None:
            continue
        if tidy_number(old.number) != tidy_number(new.number):
            message = f"{new.id} has the number {new.number or 'none'}; it was {old.number or 'none'}."
            yield ListChange(ListEdit.RENUMBERED, (old.id,), (new.id,), message)
        was, is_ = (fold_agency(old.agency), fold_kind(old.kind)), (fold_agency(new.agency), fold_kind(new.kind))
        if was != is_:
            message = f"{new.id} is listed under {_source(new)}; it was under {_source(old)}."
            yield ListChange(ListEdit.REASSIGNED, (old.id,), (new.id,), message)


def _source(each: Recommendation) -> str:
    return ", ".join(filter(None, (each.agency, each.kind))) or "no agency"
