"""What stands above and below the text: read once, and told where the section it belongs to begins.

A document of several returns, put together in Word, has a section for each, and may say only in the page header
whose it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ingest.model import Where
from ingest.readers.word.content import flatten
from ingest.readers.word.count import count_part
from ingest.readers.word.headers import Section
from ingest.readers.word.pieces import Block
from ingest.readers.word.rare import take_in_chunks
from ingest.readers.word.sources import Part, Sources
from ingest.readers.word.story import StoryReader


class Margin(NamedTuple):
    """A page header or footer."""

    where: Where
    blocks: list[Block]
    text: str
    words: int


@dataclass(frozen=True, slots=True)
class Margins:
    """The page headers and footers of a document, and where each is told."""

    before: list[list[Margin]]
    """By section."""
    after: list[Margin]
    """Behind the whole text."""
    parts: list[Part]

    @property
    def words(self) -> int:
        """Return the words of all that is told."""
        return sum(margin.words for margins in (*self.before, self.after) for margin in margins)


def read_margins(sources: Sources, sections: list[Section]) -> Margins:
    """Return the page headers and footers of the ``sections``.

    Those of the section before are not told again, nor the same words twice. Where they are the same throughout, the
    headers are told before the whole text and the footers behind it.
    """
    tops = _Reading(sources, Where.HEADER, [section.headers for section in sections])
    feet = _Reading(sources, Where.FOOTER, [section.footers for section in sections])
    before, below = tops.by_section, feet.by_section
    parts = [*tops.parts.values(), *feet.parts.values()]
    if sum(map(bool, below)) > 1:
        return Margins([[*top, *foot] for top, foot in zip(before, below, strict=True)], [], parts)
    return Margins(before, [margin for margins in below for margin in margins], parts)


class _Reading:
    """The headers, or the footers, of all sections."""

    def __init__(self, sources: Sources, where: Where, names: list[tuple[str, ...]]) -> None:
        wanted = dict.fromkeys(name for each in names for name in each)
        found = {name: sources.part(name) for name in wanted}
        self.parts = {name: part for name, part in found.items() if part is not None}
        take_in_chunks(sources, list(self.parts.values()))
        read = {name: _read(sources, part, where) for name, part in self.parts.items()}
        self.by_section = _gather(_leave_out_known([[read[name] for name in each if name in read] for each in names]))


def _read(sources: Sources, part: Part, where: Where) -> Margin:
    blocks = StoryReader(sources, part).read(part.root)
    text, _words = flatten(blocks)
    return Margin(where, blocks, text, count_part(sources, part, part.root))


def _leave_out_known(sections: list[list[Margin]]) -> list[list[Margin]]:
    told: list[list[Margin]] = []
    known: set[str] = set()
    for section in sections:
        by_text = {margin.text: margin for margin in reversed(section) if margin.text}
        told.append([margin for margin in section if by_text.get(margin.text) is margin and margin.text not in known])
        known = set(by_text) or known
    return told


def _gather(sections: list[list[Margin]]) -> list[list[Margin]]:
    """Return ``sections``; with all in the first where no other section than one has any."""
    if sum(map(bool, sections)) > 1:
        return sections
    return [[margin for section in sections for margin in section], *([] for _section in sections[1:])]
