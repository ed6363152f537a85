"""A return without a table: numbered paragraphs, each followed by "Update: ..." and "Evidence: ..."."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ingest.model import SourceCell, SourceParagraph
from ingest.words import count_words
from normalize.answers import Answer, FilledField
from normalize.columns import Field
from normalize.headings import HeadingBook
from normalize.lead_ins import read_label, read_lead_in
from normalize.particulars import split_fields, split_particulars
from normalize.references import split_number
from normalize.text import fold_label

FAREWELLS = frozenset(
    {
        "best regards", "best wishes", "kind regards", "kindest regards", "many thanks", "regards", "thank you",
        "thanks", "warm regards", "with best wishes", "with kind regards", "yours faithfully", "yours sincerely",
    }
)  # fmt: skip
"""Lines after which the writer of a letter signs it, and says no more."""
LONGEST_LABEL = 4
"""A line of more words than this that is no heading by its style is not there to head what follows."""


@dataclass
class _Passage:
    """A recommendation and what has been said below it so far."""

    recommendation: SourceParagraph
    fields: list[FilledField] = field(default_factory=list)
    words: int = 0
    answered: frozenset[Field | None] = frozenset()
    """What a table right below the recommendation says of it, and so no line below that; empty without such a table."""

    @property
    def is_unanswered(self) -> bool:
        """Whether nothing has been said yet, headings aside."""
        return not any(each.cell.text for each in self.fields)


class Prose:
    """Reads paragraphs one by one; gives an answer when it ends, and gives back what turned out to be none."""

    def __init__(self, book: HeadingBook) -> None:
        self._book = book
        self._passage: _Passage | None = None

    @property
    def recommendation(self) -> str:
        """The recommendation that stands above, and waits for its answer; empty where there is none."""
        waits = self._passage and self._passage.is_unanswered and not self._passage.answered
        return self._passage.recommendation.text if self._passage and waits else ""

    def takes(self, paragraph: SourceParagraph) -> bool:
        """Add ``paragraph`` to the answer under way; return whether it belongs to one."""
        if self._passage is None or split_number(paragraph.text).numbers:
            return False
        if introduced := self._introduces(paragraph):
            heading, named, rest = introduced
            if named in self._passage.answered:
                return False
            self._passage.fields.append(FilledField(named, heading, _cell(paragraph, rest)))
        elif self._ends(paragraph):
            return False
        elif self._passage.fields:
            last = self._passage.fields[-1]
            text = f"{last.cell.text}\n{paragraph.text}".strip()
            links = last.cell.links + paragraph.links
            self._passage.fields[-1] = replace(last, cell=replace(last.cell, text=text, links=links))
        elif not self._passage.answered and not split_number(self._passage.recommendation.text).rest:
            self._passage.recommendation = _continued(self._passage.recommendation, paragraph)
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

    def go_on(self, answer: Answer) -> None:
        """Begin to read what lines below a table add to its ``answer``, in fields in which that says nothing."""
        said = (each.field for each in answer.fields if each.cell.text.strip())
        self._passage = _Passage(SourceParagraph("", answer.place), answered=frozenset((Field.RECOMMENDATION, *said)))

    def end(self, kind: str) -> tuple[Answer | None, SourceParagraph | None]:
        """End the passage under way: return its answer, or else the recommendation that nothing was said of.

        What goes on the answer of a table is without the recommendation, which that has.
        """
        passage, self._passage = self._passage, None
        if passage is None or (passage.answered and not passage.fields):
            return None, None
        if passage.answered:
            return Answer(passage.recommendation.place, kind, tuple(passage.fields), passage.words), None
        if passage.is_unanswered:
            return None, replace(passage.recommendation, words=passage.words)
        recommendation = FilledField(
            Field.RECOMMENDATION, "", _cell(passage.recommendation, passage.recommendation.text)
        )
        return Answer(passage.recommendation.place, kind, (recommendation, *passage.fields), passage.words), None

    @staticmethod
    def _ends(paragraph: SourceParagraph) -> bool:
        """Return whether a line says nothing more of the answer: a particular, a heading, the end of a letter."""
        names_a_particular = split_particulars(paragraph.text)[0][0] is not None
        return names_a_particular or paragraph.level is not None or fold_label(paragraph.text) in FAREWELLS

    def _introduces(self, paragraph: SourceParagraph) -> tuple[str, Field, str] | None:
        """Return what a lead-in or a heading of its own introduces, and the words after it."""
        if led_in := read_lead_in(paragraph.text, self._book):
            return led_in
        is_heading = paragraph.level is not None or len(paragraph.text.split()) <= LONGEST_LABEL
        field_named = read_label(paragraph.text, self._book) if is_heading else None
        return (paragraph.text.strip(), field_named, "") if field_named else None


def split_lines(paragraph: SourceParagraph) -> tuple[SourceParagraph, ...]:
    """Return the lines of a paragraph that holds several, each as one; automatic numbers stay uncounted."""
    lines = [line for each in paragraph.text.split("\n") for line in split_fields(each) if line.strip()]
    if len(lines) < 2:  # noqa: PLR2004 - one line is the paragraph itself
        return (paragraph,)
    counts = [count_words(line) for line in lines[1:]]
    words = [paragraph.words - sum(counts), *counts]
    return tuple(replace(paragraph, text=line, words=count) for line, count in zip(lines, words, strict=True))


def _continued(recommendation: SourceParagraph, paragraph: SourceParagraph) -> SourceParagraph:
    """Return a recommendation whose words stand below its number."""
    text = f"{recommendation.text.rstrip()}\n{paragraph.text}"
    words = recommendation.words + paragraph.words
    return replace(recommendation, text=text, links=recommendation.links + paragraph.links, words=words)


def _cell(paragraph: SourceParagraph, text: str) -> SourceCell:
    return SourceCell(1, 1, text, links=paragraph.links, words=paragraph.words)
