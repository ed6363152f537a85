"""What a text says, whatever the way it was typed: its words, and whether two texts say the same."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.symbols import BULLETS
from normalize.dates import place_dates
from normalize.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

IGNORED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Soft hyphens and characters without width: layout, not wording."""
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
APOSTROPHES = "'\u2018\u2019\u201b\u02bc\u0060\u00b4\u2032"
SYMBOLS = "%?+=<>&@#"
"""Punctuation that is read aloud: with or without it a passage says something else."""
SPOKEN = {"&": "and"}

_LETTER = rf"[^\W\d_][\u0300-\u036f{IGNORED}]*"
_HYPHEN = rf"[{re.escape(DASHES[:3])}](?:[^\S\n]*\n\s*)?"
_LETTERS = rf"(?:{_LETTER})+(?:(?:[{re.escape(APOSTROPHES)}]|{_HYPHEN})(?:{_LETTER})+)*"
_DIGITS = rf"\d+(?:[.,:/]\d+|\s?[{re.escape(DASHES)}]\s?\d+)*"
_TOKEN = re.compile(rf"{_LETTERS}|{_DIGITS}|[^\w\s]")
_DROPPED = re.compile(rf"[\s{re.escape(APOSTROPHES + DASHES + IGNORED)}]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")

_LABEL = re.compile(
    r"(?P<line>^[^\S\n]*)?(?<!\S)(?:\(?(?P<mark>\d{1,2}|[ivx]{1,5}|[a-z])(?P<end>[.)])|o)(?=\s+\S)",
    re.IGNORECASE | re.MULTILINE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10}

_NEGATIONS = re.compile(r"(?<!\S)(?:not|no|nor|never|none)(?!\S)")
_NOT_INSIDE = re.compile(r"(?<!\S)cannot(?!\S)")
_LOOSE_SPACE = re.compile(r"(?<!\d) | (?!\d)")
_SENTENCE_END = re.compile(r"[.!?;:][^\s\w]{0,3}\s|\n")

_MONTH_NAMES = re.compile(r"[^\W\d_]{3,}")
_DATE_KEYS = {Precision.DAY: "%Y-%m-%d", Precision.MONTH: "%Y-%m"}
"""How dates are compared; what is known less exactly is compared as it is written."""

MOVABLE_WORDS = 4
"""A shorter paragraph or sentence may mean something else in another place ("Phase 1:" / "Complete")."""


MOST_TEXTS = 1 << 17
"""Updates and evidence of the largest archives; each is asked for by every comparison, and the answer is short."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, and what it is once typing habits are folded away."""

    start: int
    end: int
    key: str
    opens: bool
    """Whether a sentence or a line begins with it."""


@lru_cache(maxsize=1024)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of ``text`` in order; bullets, list labels and plain punctuation are none, a date is one."""
    labels = _label_spans(text)
    found: list[Word] = []
    for start, end, key in _tokens(text):
        if key and not any(first <= start < last for first, last in labels):
            gap = text[found[-1].end : start] if found else "\n"
            found.append(Word(start, end, key, opens=bool(_SENTENCE_END.search(gap))))
    return tuple(found)


def _tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each token begins and ends, and what it is once typing habits are folded away."""
    dates = _dates(text)
    done = 0
    for token in _TOKEN.finditer(text):
        end, key = dates.get(token.start(), (token.end(), ""))
        if token.start() >= done:
            yield token.start(), end, key or _key(token.group())
            done = end


def _dates(text: str) -> dict[int, tuple[int, str]]:
    """Return the dates of ``text`` that are one day or month beyond doubt: begin, end, and what they are."""
    borders = {at for token in _TOKEN.finditer(text) for at in range(token.start() + 1, token.end())}
    placed = {start: (start + len(each.as_written), each) for start, each in place_dates(text)}
    return {
        start: (end, f"{each.precision}{each.start:{_DATE_KEYS[each.precision]}}")
        for start, (end, each) in placed.items()
        if each.start and each.precision in _DATE_KEYS and _is_one(each.as_written) and borders.isdisjoint({start, end})
    }


def _is_one(date: str) -> bool:
    """Whether a date names one month and not several ("Jan/Feb 2013")."""
    return len(_MONTH_NAMES.findall(date)) <= 1


@lru_cache(maxsize=MOST_TEXTS)
def said(text: str) -> str:
    """Return what ``text`` says in a form that is equal for two texts that differ in typing only.

    Case, quotes, dashes, hyphens, white space, line breaks, bullets, list labels, ligatures, plain punctuation and
    the spelling of a date do not count; letters, digits, negations and signs such as "%" and "?" do.
    """
    return said_by(words(text))


def said_by(found: Sequence[Word]) -> str:
    """Return the same as ``said`` for words already found.

    Spaces go, since a line break or a hyphen may have put one inside a word; they stay between numbers and around
    a negation ("not able" is not "notable").
    """
    spaced = _NOT_INSIDE.sub("can not", " ".join(word.key for word in found))
    return _LOOSE_SPACE.sub("", _NEGATIONS.sub(r"|\g<0>|", spaced))


def says_the_same(one: str, other: str) -> bool:
    """Tell whether two texts say the same, typed alike or not; whole paragraphs may have changed places."""
    return one == other or said(one) == said(other) or _paragraphs(one) == _paragraphs(other) != ()


def _paragraphs(text: str) -> tuple[str, ...]:
    lines = [words(line) for line in text.split("\n")]
    long_enough = all(len(line) >= MOVABLE_WORDS for line in lines)
    return tuple(sorted(map(said_by, lines))) if long_enough else ()


def _key(token: str) -> str:
    if token[0].isdecimal():
        return _number_key(token)
    if token[0].isalnum():
        return unicodedata.normalize("NFKC", _DROPPED.sub("", token)).casefold()
    return SPOKEN.get(token, token) if _is_spoken(token) else ""


def _number_key(token: str) -> str:
    plain = "".join("-" if char in DASHES else char for char in token if not char.isspace())
    return _THOUSANDS.sub("", unicodedata.normalize("NFKC", plain))


def _is_spoken(char: str) -> bool:
    is_sign = unicodedata.category(char) in {"Sc", "Sm", "So", "Co", "Mn", "Mc"}
    return char in SYMBOLS or (is_sign and char not in BULLETS + DASHES)


def _label_spans(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(_labels_in_sequence(text))


def _labels_in_sequence(text: str) -> Iterator[tuple[int, int]]:
    """Yield the list labels of ``text``.

    A letter with a bracket at the beginning of a line is one. A number may belong to the sentence of the line before,
    so it is one only at the beginning of a list or after its predecessor: "1." and "2.", not a lone "10.".
    """
    last: frozenset[tuple[str, int]] = frozenset()
    for found in _LABEL.finditer(text):
        mark, has_bracket, opens_line = found["mark"], found["end"] == ")", found["line"] is not None
        ranks = _ranks(mark.lower()) if mark else frozenset()
        is_next = any(rank == 1 or (style, rank - 1) in last for style, rank in ranks)
        if mark and is_next and (opens_line or has_bracket):
            last = ranks
            yield found.span()
        elif opens_line and (not mark or (has_bracket and mark.isalpha())):
            yield found.span()


def _ranks(mark: str) -> frozenset[tuple[str, int]]:
    if mark.isdigit():
        return frozenset({("number", int(mark))})
    ranks = {("letter", ord(mark) - ord("a") + 1)} if len(mark) == 1 else set()
    if set(mark) <= set(_ROMAN):
        ranks.add(("roman", _roman(mark)))
    return frozenset(ranks)


def _roman(mark: str) -> int:
    values = [_ROMAN[char] for char in mark]
    following = [*values[1:], 0]
    return sum(-each if each < after else each for each, after in zip(values, following, strict=True))
