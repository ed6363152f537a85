"""A document understood: whose returns it holds, their updates, and where every word of it went."""

from __future__ import annotations

from dataclasses import replace

from ingest.model import Place, SourceDocument, SourceTable
from normalize.findings import tell_no_answers
from normalize.grid import Row, read_rows
from normalize.key import read_keys
from normalize.loose_lines import take_paragraph
from normalize.model import AgencyReturn, ReturnedDocument
from normalize.naming import NamedAgency, Naming
from normalize.pointing import resolve_pointers
from normalize.reviews import is_other_review, tell_other_reviews
from normalize.sections import Section
from normalize.tables import Tables
from normalize.vocabulary import Vocabulary
from normalize.walk import Walk


def understand(source: SourceDocument, vocabulary: Vocabulary | None = None) -> ReturnedDocument:
    """Return the returns in ``source`` and an account of all its words, in the terms of ``vocabulary``."""
    words = vocabulary or Vocabulary()
    rows = tuple(read_rows(block) if isinstance(block, SourceTable) else () for block in source.blocks)
    keys = read_keys(tuple(zip(source.blocks, rows, strict=True)))
    walk = Walk(replace(words, key={**keys, **words.key}))
    _walk_through(walk, source, rows)
    returns = _make_returns(walk, source.path)
    others = tell_other_reviews((each.review for each in returns), words.review, Place(source.path))
    return ReturnedDocument(
        source=source,
        returns=returns,
        words=walk.account.add_up(source.words),
        left_over=tuple(walk.account.left_over),
        findings=(*source.findings, *walk.findings, *others, *tell_no_answers(source, returns)),
    )


def _walk_through(walk: Walk, source: SourceDocument, rows: tuple[tuple[Row, ...], ...]) -> None:
    tables = Tables(walk)
    for block, rows_of_block in zip(source.blocks, rows, strict=True):
        if isinstance(block, SourceTable):
            tables.take(block, rows_of_block)
        else:
            take_paragraph(walk, block)
    walk.end(source.path)


def _make_returns(walk: Walk, path: str) -> tuple[AgencyReturn, ...]:
    sections = walk.sections.all
    naming = Naming(sections, walk.contents, path, walk.vocabulary)
    return tuple(_make_return(walk, section, naming.name(at)) for at, section in enumerate(sections))


def _make_return(walk: Walk, section: Section, named: NamedAgency) -> AgencyReturn:
    if named.title:
        walk.account.take_back(named.title)
    return AgencyReturn(
        agency=named.agency,
        agency_as_written=named.as_written,
        review=section.review,
        is_for_other_review=is_other_review(section.review, walk.vocabulary.review),
        agency_proposed=named.proposed,
        provided_by=section.particulars.provided_by,
        reviewed_by=section.particulars.reviewed_by,
        evidence=section.particulars.evidence,
        summary=section.particulars.summary,
        updates=resolve_pointers(section.updates, section.particulars.summary, walk.vocabulary),
    )
