"""Documents of one inbox that say the same, or of which a later version says all that an earlier one does.

Only what is certain is decided here: two files that differ in a word, without a name that says which is the later,
are both counted, and the administrator is told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, combinations
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from export.model import DocumentOutcome
from ingest.model import Finding, Level, Place
from normalize.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from match.model import LinkedUpdate
    from normalize.model import ReturnedDocument, Update

VERSION = re.compile(r"[\s(-]*\bv(?:er(?:sion)?)?[\s.]*(\d{1,3}(?:\.\d{1,3})?)\b\)?", re.IGNORECASE)
FINAL = re.compile(r"[\s(-]*\bfinal\b\)?", re.IGNORECASE)
COPY = re.compile(r"\s*(\(\d{1,2}\)|- copy)\s*$", re.IGNORECASE)
"""What browsers and Windows add to a second file of one name."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a document that was read is not counted."""

    outcome: DocumentOutcome
    message: str


def find_repeats(documents: Sequence[ReturnedDocument]) -> Mapping[str, Verdict]:
    """Return, by path, the documents whose every row another document gives word for word."""
    by_content: dict[object, str] = {}
    verdicts = {}
    # The shortest name counts, because copies have longer ones.
    for each in sorted(documents, key=lambda each: (len(each.source.path), each.source.path)):
        content = _content(each)
        first = by_content.setdefault(content, each.source.path) if content else each.source.path
        if first != each.source.path:
            message = f"Says the same as {first}, word for word; counted once."
            verdicts[each.source.path] = Verdict(DocumentOutcome.DUPLICATE, message)
    return verdicts


def _content(document: ReturnedDocument) -> tuple[object, ...]:
    """Return everything the rows of a document say; empty for a document without rows."""
    return tuple((sent.agency, _row_words(update)) for sent in document.returns for update in sent.updates)


def _row_words(update: Update) -> tuple[object, ...]:
    texts = (update.recommendation, update.update, update.evidence, update.action, update.lead, update.by_when)
    comments = (comment.text for comment in update.comments)
    aside = (*update.struck, *update.notes, *comments)
    return (
        update.kind.casefold(),
        update.numbers,
        *(fold(text) for text in texts),
        *(fold(text) for text in aside),
        update.status,
        update.rating,
        frozenset(link.url for link in update.links),
    )


def find_superseded(documents: Sequence[ReturnedDocument]) -> Mapping[str, Verdict]:
    """Return, by path, the documents of which a later version answers at least the same recommendations.

    Which is later is taken from the names alone ("v2", "FINAL"), which must otherwise be the same, and both must
    come from the same agency.
    """
    verdicts = {}
    by_name: dict[str, list[ReturnedDocument]] = defaultdict(list)
    for each in documents:
        by_name[_read_version(each.source.path).name].append(each)
    for one, other in chain.from_iterable(combinations(alike, 2) for alike in by_name.values()):
        for old, new in ((one, other), (other, one)):
            if _is_later(old.source.path, new.source.path) and _covers(old, new):
                message = (
                    f"A later version, {new.source.path}, answers the same recommendations and is counted instead."
                )
                verdicts[old.source.path] = Verdict(DocumentOutcome.SUPERSEDED, message)
    return verdicts


@dataclass(frozen=True, slots=True)
class _Version:
    name: str
    number: tuple[int, ...]
    finals: int


def _read_version(path: str) -> _Version:
    stem = PurePosixPath(path).stem.replace("_", " ")
    while COPY.search(stem):
        stem = COPY.sub("", stem)
    found = VERSION.search(stem)
    number = tuple(int(part) for part in found[1].split(".")) if found else ()
    bare = FINAL.sub("", VERSION.sub("", stem))
    return _Version(fold(bare).strip(" -"), number, len(FINAL.findall(stem)))


def _is_later(old_path: str, new_path: str) -> bool:
    """Tell whether two names that are otherwise the same say that one is a later version, in all they speak of."""
    old, new = _read_version(old_path), _read_version(new_path)
    if old.finals > new.finals:
        return False
    if new.number == () and new.finals > old.finals:
        return True
    return (old.number, old.finals) != (new.number, new.finals) and old.number <= new.number


def _covers(old: ReturnedDocument, new: ReturnedDocument) -> bool:
    before, after = _answered(old), _answered(new)
    agencies = {sent.agency for sent in old.returns}
    return bool(before) and before <= after and agencies == {sent.agency for sent in new.returns} and "" not in agencies


def _answered(document: ReturnedDocument) -> set[tuple[object, ...]]:
    return {
        (sent.agency, update.kind.casefold(), update.numbers, fold(update.recommendation))
        for sent in document.returns
        for update in sent.updates
    }


def find_doubles(updates: Iterable[LinkedUpdate]) -> tuple[Finding, ...]:
    """Return a finding for every two documents of one agency that answer the same recommendation."""
    documents: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in updates:
        for recommendation in each.link.ids:
            documents[each.agency, recommendation].append(each.document)
    pairs: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for (agency, recommendation), paths in documents.items():
        if agency and len(set(paths)) > 1:
            pairs[agency, tuple(dict.fromkeys(paths))].append(recommendation)
    return tuple(_double(agency, paths, ids) for (agency, paths), ids in pairs.items())


def _double(agency: str, paths: tuple[str, ...], ids: list[str]) -> Finding:
    message = (
        f"{agency} answers {', '.join(ids)} in {' and in '.join(paths)}; the words of both are kept. "
        "If one replaces the other, take the older out of the inbox and run again."
    )
    return Finding(Level.CHECK, "answered-twice", message, Place(paths[0]))
