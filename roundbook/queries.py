"""From the rows of returns to the questions asked of the matcher, and back to rows with their links."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from match.decisions import fingerprint
from match.model import LinkedUpdate, Query

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from match.model import Link
    from normalize.model import AgencyReturn, ReturnedDocument, Update


SHORT = 6
"""Hexadecimal digits of a row's fingerprint that tell it from others in the same place."""


def make_queries(documents: Iterable[ReturnedDocument]) -> tuple[Query, ...]:
    """Return one query per row of ``documents``, in order; its id says where the row stands."""
    queries = []
    seen: Counter[str] = Counter()
    for document, each, update in _rows(documents):
        query = _query(document.source.path, each, update)
        # Its words are part of the id, so that an answer never comes to a row that has taken another's place.
        key = f"{update.place} [{fingerprint(query)[:SHORT]}]"
        seen[key] += 1
        queries.append(replace(query, id=key if seen[key] == 1 else f"{key} ({seen[key]})"))
    return tuple(queries)


def _rows(documents: Iterable[ReturnedDocument]) -> Iterator[tuple[ReturnedDocument, AgencyReturn, Update]]:
    for document in documents:
        for each in document.returns:
            for update in each.updates:
                yield document, each, update


def _query(document: str, sent: AgencyReturn, update: Update) -> Query:
    query = _ask("", document, sent.agency, sent.agency_as_written, update)
    return _of_another_list(query) if sent.is_for_other_review else query


def ask_again(linked: LinkedUpdate) -> Query:
    """Return the query that ``linked`` was the answer to."""
    query = _ask(linked.link.query_id, linked.document, linked.agency, linked.agency_as_written, linked.update)
    return _of_another_list(query) if linked.is_for_other_review else query


def _ask(key: str, document: str, agency: str, agency_as_written: str, update: Update) -> Query:
    return Query(
        id=key,
        document=document,
        agency=agency,
        kind=update.kind,
        numbers=update.numbers,
        recommendation=update.recommendation,
        # An agency nobody wrote in the document was guessed from the file's name.
        agency_is_certain=bool(agency_as_written),
        id_as_written=update.number_as_written,
        marks=update.marks,
    )


def _of_another_list(query: Query) -> Query:
    """Return a row's query without its numbers and ids, which say nothing about this review's list."""
    return replace(query, numbers=(), id_as_written="", marks=())


def join_links(documents: Iterable[ReturnedDocument], links: Sequence[Link]) -> tuple[LinkedUpdate, ...]:
    """Return the rows of ``documents``, in order, each with its link; ``links`` are in the same order."""
    return tuple(
        LinkedUpdate(
            document=document.source.path,
            agency=sent.agency,
            agency_as_written=sent.agency_as_written,
            provided_by=sent.provided_by,
            update=update,
            link=link,
            is_for_other_review=sent.is_for_other_review,
        )
        for (document, sent, update), link in zip(_rows(documents), links, strict=True)
    )
