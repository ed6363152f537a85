"""What a column heading means by ``COLUMNS`` and the board's own words: without case, brackets, dates, guidance."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from normalize.columns import COLUMNS, Field
from normalize.kinds import ANSWER, BRACKETS, read_kind
from normalize.text import fold, fold_label

LONGEST_HEADING = 12
"""A cell of more words than this is no heading, unless the words after its first line are guidance."""
LONGEST_LOOSE_HEADING = 7
"""A cell of more words than this is a heading only when the table knows it word for word, or it is a question."""
LONGEST_WITH_GUIDANCE = 60
"""No form puts more words of guidance than this into a heading."""
FEWEST_TELLING_WORDS = 3
"""So many words of a known heading tell it even beside words that mostly stand in answers."""

FEWEST_LETTERS_MISTYPED, FEWEST_WITH_TWO_SLIPS = 6, 9
"""A heading with so many letters is known with one slip of the keyboard, or with two."""
FEWEST_LETTERS_BROKEN = 6
"""Shorter words fit any column, and joined by chance might be another heading."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*"
_DATE = re.compile(
    rf"\b(?:as at|at|to|for|on|in|since)?\s*(?:\d{{1,2}}\s*(?:st|nd|rd|th)?\s+)?(?:of\s+)?"
    rf"{_MONTH}\.?\s*'?(?:\d{{4}}|\d{{2}})\b"
    r"|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b(?:19|20)\d{2}\b|\bq[1-4]\b|\bquarter [1-4]\b"
)
_FIGURE = re.compile(r"\d")
"""Every date has one."""
_ASKS = re.compile(r"^(?:what|how|please|describe|give|if|which|who|when|where|has|have|is)\b|\?\s*$", re.IGNORECASE)
"""How a form that speaks to its reader heads a column."""
_DONE = {"complete", "completed", "done", "implemented", "closed"}
_ASKS_WHETHER = re.compile(r"\?|\by\s*/\s*n\b|\byes\s*/\s*no\b", re.IGNORECASE)
"""How a heading asks for yes or no; without that its words are a status of their own, or what a tick stands for."""
_GUIDANCE = re.compile(
    r"\b(?:please|e\.?g\b|i\.?e\b|include|including|describe|list|state|provide|give|attach|specify|refer to|such as|"
    r"max(?:imum)?|words|should|must|what|how|when|who|if|use|enter|insert|complete this|red|amber|green)\b",
    re.IGNORECASE,
)
"""Words by which the lines below a heading are guidance for those who fill the form in."""
_CONTENT_BEARING = {
    Field.RECOMMENDATION,
    Field.UPDATE,
    Field.EVIDENCE,
    Field.ACTION,
    Field.STATUS,
    Field.RATING,
}
_TELLING = {Field.RECOMMENDATION, Field.UPDATE, Field.EVIDENCE, Field.ACTION}
"""Headings a slip in which matters: those of statuses differ by a letter as they are."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column heading understood."""

    field: Field
    kind: str
    """What it calls the recommendations below it ("IMR"); empty where it says nothing."""
    is_exact: bool
    """Whether the table of headings knows it word for word, date and brackets aside."""


class HeadingBook:
    """The headings that ship with the program together with a board's own."""

    def __init__(self, extra: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """Take a board's ``extra`` headings by the name of their field; raise ``ValueError`` for an unknown field."""
        self._fields: dict[str, Field] = {word: field for field, words in COLUMNS.items() for word in words}
        for name, words in (extra or {}).items():
            self._fields.update({_simplify(word): Field(name) for word in words})
        self._unbroken = {word.replace(" ", ""): field for word, field in self._fields.items() if is_breakable(word)}
        self._by_length = sorted(self._fields, key=lambda word: (-len(word), word))
        self._telling = [word for word in self._by_length if self._fields[word] in _TELLING]
        self._mistyped: dict[str, Heading | None] = {}

    def read(self, text: str) -> Heading | None:
        """Return what the heading ``text`` means; None where it is no heading the program knows."""
        if len(text.split()) > LONGEST_WITH_GUIDANCE:
            return None
        simple = _simplify(text)
        if field := self._fields.get(simple) or self._unbroken.get(simple.replace(" ", "")):
            return Heading(field, "", is_exact=True)
        return self._read_above_guidance(text) or self._read_loosely(simple, text)

    def read_row(self, texts: Sequence[str]) -> tuple[Heading | None, ...]:
        """Return what each of ``texts``, the cells of a row, means as a heading.

        Beside headings known for sure others are known with a slip of the keyboard as well ("Udpate").
        """
        read = tuple(self.read(text) if text.strip() else None for text in texts)
        if not any(heading and heading.is_exact for heading in read):
            return read
        pairs = zip(read, texts, strict=True)
        return tuple(heading or (self._read_mistyped(_simplify(text)) if text else None) for heading, text in pairs)

    def _read_mistyped(self, simple: str) -> Heading | None:
        """Return the known heading that ``simple`` is but for a slip; each is looked for once, names and all."""
        if simple not in self._mistyped:
            slips = (len(simple) >= FEWEST_LETTERS_MISTYPED) + (len(simple) >= FEWEST_WITH_TWO_SLIPS)
            found = (
                process.extractOne(simple, self._telling, scorer=OSA.distance, score_cutoff=slips) if slips else None
            )
            self._mistyped[simple] = Heading(self._fields[found[0]], "", is_exact=False) if found else None
        return self._mistyped[simple]

    def _read_above_guidance(self, text: str) -> Heading | None:
        """Read the first line of a heading that has guidance below it ("Update", "Please be brief")."""
        first, _, guidance = text.strip().partition("\n")
        field = self._fields.get(_simplify(first)) if _GUIDANCE.search(guidance) else None
        return Heading(field, "", is_exact=True) if field else None

    def _read_loosely(self, simple: str, text: str) -> Heading | None:
        """Find the longest known heading among the words ("IMR recommendation", "Update from your agency")."""
        longest = LONGEST_HEADING if _ASKS.search(text.strip()) else LONGEST_LOOSE_HEADING
        if not simple or len(simple.split()) > longest or not (word := self._longest_within(simple)):
            return None
        if ANSWER.search(simple) and len(word.split()) < FEWEST_TELLING_WORDS:
            return None
        field = self._fields[word]
        kind = read_kind(text) if field in (Field.RECOMMENDATION, Field.ACTION) else ""
        return Heading(field, kind, is_exact=bool(kind))

    def _longest_within(self, simple: str) -> str:
        """Return the known heading that begins the words, or else the longest one among them."""
        padded = f" {simple} "
        within = [word for word in self._by_length if len(word) > len("no") and f" {word} " in padded]
        beginning = [word for word in within if padded.startswith(f" {word} ")]
        return next(iter(beginning or within), "")


def is_heading_row(headings: tuple[Heading | None, ...], texts: tuple[str, ...]) -> bool:
    """Return whether a row with these ``texts``, read as ``headings``, stands there to name the columns."""
    known = [heading for heading in headings if heading]
    filled = [text for text in texts if text.strip()]
    fields = {heading.field for heading in known}
    return (
        len(fields) >= 2  # noqa: PLR2004 - one word alone may as well be an answer
        and bool(fields & _CONTENT_BEARING)
        and any(heading.is_exact for heading in known)
        and len(known) * 2 >= len(filled)
        and not any(heading is None and is_too_long(text) for heading, text in zip(headings, texts, strict=True))
    )


def is_breakable(word: str) -> bool:
    """Return whether a heading is long enough that a narrow column breaks it in the middle ("Recommendatio", "n")."""
    return len(word) >= FEWEST_LETTERS_BROKEN


def is_too_long(text: str) -> bool:
    """Return whether ``text`` has more words than a heading of which nothing is known."""
    return len(BRACKETS.sub(" ", text).split()) > LONGEST_HEADING


def _simplify(text: str) -> str:
    """Return a heading as ``COLUMNS`` writes it."""
    without_tail = BRACKETS.sub(" ", fold(text))
    has_figures = _FIGURE.search(without_tail) is not None  # to look for them alone is much quicker
    label = fold_label(_DATE.sub(" ", without_tail) if has_figures else without_tail)
    return "complete?" if label in _DONE and _ASKS_WHETHER.search(text) else label
