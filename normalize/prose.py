"""A return without a table: numbered paragraphs, each followed by "Update: ..." and "Evidence: ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ingest.model import SourceCell, SourceParagraph
from ingest.words import count_words
from normalize.answers import Answer, FilledField
from normalize.columns import Field
from normalize.headings import HeadingBook
from normalize.particulars import split_particulars
from normalize.references import split_number

_LEAD_IN = re.compile(r"^\s*(?P<label>[A-Za-z][\w /&-]{1,40}?)\s*:\s*(?P<rest>.*)$", re.DOTALL)
_FIELDS = frozenset(
    {Field.UPDATE, Field.EVIDENCE, Field.STATUS, Field.RATING, Field.ACTION, Field.LEAD, Field.DUE, Field.IMPACT}
)


@dataclass
class _Passage:
    """A recommendation and what has been said below it so far."""

    recommendation: SourceParagraph
    fields: list[FilledField] = field(default_factory=list)
    words: int = 0


class Prose:
    """Reads paragraphs one by one; gives an answer when it ends, and gives back what turned out to be none."""

    def __init__(self, book: HeadingBook) -> None:
        self._book = book
        self._passage: _Passage | None = None

    @property
    def recommendation(self) -> str:
        """The recommendation that stands above, and waits for its answer; empty where there is none."""
        return self._passage.recommendation.text if self._passage and not self._passage.fields else ""

    def takes(self, paragraph: SourceParagraph) -> bool:
        """Add ``paragraph`` to the answer under way; return whether it belongs to one."""
        if self._passage is None or split_number(paragraph.text).numbers:
            return False
        if led_in := self._read_lead_in(paragraph.text):
            heading, named, rest = led_in
            self._passage.fields.append(FilledField(named, heading, _cell(paragraph, rest)))
        elif split_particulars(paragraph.text)[0][0]:
            return False
        elif self._passage.fields and paragraph.level is None:
            last = self._passage.fields[-1]
            text = f"{last.cell.text}\n{paragraph.text}".strip()
            links = last.cell.links + paragraph.links
            self._passage.fields[-1] = replace(last, cell=replace(last.cell, text=text, links=links))
        else:
            return False
        self._passage.words += paragraph.words
        return True

    def begins(self, paragraph: SourceParagraph) -> bool:
        """Return whether ``paragraph`` is a numbered recommendation, which then waits for its answer.

        The passage before must have been ended (``end``) first.
        """
        if not split_number(paragraph.text).numbers:
            return False
        self._passage = _Passage(paragraph, words=paragraph.words)
        return True

    def end(self, kind: str) -> tuple[Answer | None, SourceParagraph | None]:
        """End the passage under way: return its answer, or else the recommendation that nothing was said of."""
        passage, self._passage = self._passage, None
        if passage is None:
            return None, None
        if not passage.fields:
            return None, passage.recommendation
        recommendation = FilledField(
            Field.RECOMMENDATION, "", _cell(passage.recommendation, passage.recommendation.text)
        )
        return Answer(passage.recommendation.place, kind, (recommendation, *passage.fields), passage.words), None

    def _read_lead_in(self, text: str) -> tuple[str, Field, str] | None:
        found = _LEAD_IN.match(text)
        heading = self._book.read(found["label"]) if found else None
        if found is None or heading is None or not heading.is_exact or heading.field not in _FIELDS:
            return None
        return found["label"], heading.field, found["rest"].strip()


def split_lines(paragraph: SourceParagraph) -> tuple[SourceParagraph, ...]:
    """Return the lines of a paragraph that holds several, each as one; automatic numbers stay uncounted."""
    lines = [line for line in paragraph.text.split("\n") if line.strip()]
    if len(lines) < 2:  # noqa: PLR2004 - one line is the paragraph itself
        return (paragraph,)
    counts = [count_words(line) for line in lines[1:]]
    words = [paragraph.words - sum(counts), *counts]
    return tuple(replace(paragraph, text=line, words=count) for line, count in zip(lines, words, strict=True))


def _cell(paragraph: SourceParagraph, text: str) -> SourceCell:
    return SourceCell(1, 1, text, links=paragraph.links, words=paragraph.words)
