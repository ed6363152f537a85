"""Lines of one paragraph to its text: words broken at a line's end made whole, with or without their hyphen."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.paragraphs import BULLET

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ingest.readers.pdf.lines import Line

SOFT_HYPHEN = "\u00ad"
TRUE_HYPHEN = "\u2010"
"""No key types it: where words have another within a line, a program put it where it broke a word."""
HARD_HYPHENS = ("-", TRUE_HYPHEN)
LAST_LETTERS = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
FIRST_LETTERS = re.compile(r"^([^\W\d_]+)")
COMPOUND = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)+")
LETTERS = re.compile(r"[^\W\d_]+")
PREFIXES = frozenset(
    {"multi", "inter", "intra", "non", "co", "pre", "post", "self", "ex", "sub", "semi", "anti", "cross"}
    | {"well", "part", "full", "half", "mid", "on", "off", "up"}
)
"""First parts that English writes with a hyphen more often than not; in-, re- and pro- begin far more plain words."""
SIGNS_OF_LISTS = "•o\ufffd"
"""What is written as a round bullet: also the o of a typewriter, and a sign whose font does not name it."""
LONGEST_REST = 2
SHORT_HEADING = 3
"""No, Ref and RAG stand over the narrowest columns; two words of three letters together hardly stand anywhere."""
NO_ROOM = 1.3
"""A line with less room than this many letters of the next is full to the edge."""
WORD_ENDS = frozenset(
    {"ion", "tion", "ation", "ition", "sion", "ing", "ting", "ment", "ity", "ance", "ence", "ive", "able", "ness"}
    | {"ted", "ated", "ally", "ies", "ers", "ors", "ent", "ial", "ical", "ure"}
)
SHORT_WORDS = frozenset(
    {"a", "i", "of", "to", "in", "is", "it", "at", "by", "we", "or", "as", "no", "so", "up", "us", "an", "be", "do"}
    | {"go", "he", "if", "me", "my", "on", "y", "o", "yn", "yr"}
)
"""What the rest of a word that did not fit its column looks like, and what looks like one but is a word."""
CLOSING = ".,;:!?)]%'\"\u2019\u201d"
"""Signs that stand close to the word before them, so that only a break parts the two."""
BROKEN_DATE = re.compile(r"\b\d{1,2}[/.-](\d?|\d{1,2}[/.-]\d{0,3})$")
"""A date in figures that wants at least one more; of other numbers nobody can say."""
WORDS_OF_HEADINGS = frozenset(
    {"accountability", "accountable", "achievement", "achievements", "commentary", "completion", "description"}
    | {"development", "effectiveness", "implementation", "implemented", "improvement", "information", "milestones"}
    | {"monitoring", "organisation", "organisations", "outstanding", "professional", "recommendation"}
    | {"recommendations", "recommended", "requirements", "responsibilities", "responsibility", "responsible"}
    | {"safeguarding", "significance", "timeframe", "timescale", "timescales"}
)
"""Long words that stand over columns too narrow for them, often nowhere else in the document."""
ENOUGH_BREAKS = 1
"""So many words certainly hyphenated by the writer's program say that it does so."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words a document uses within its lines, where hyphens are the writer's own."""

    plain: Mapping[str, int]
    compound: Mapping[str, int]
    breaks_words: bool
    """Whether the program that wrote the document puts hyphens of its own at line ends."""
    breaks_by_true_hyphens: bool = False
    """Whether these are of a kind the writer uses nowhere, so that each of them, and no other, is the program's."""


def learn_vocabulary(stretches: Iterable[Sequence[Line]]) -> Vocabulary:
    """Return the words of ``stretches``, the lines of each cell or piece of text.

    What may be a piece of a word is left out: next to a hyphen at a line's end, or alone on one line of several.
    """
    plain: Counter[str] = Counter()
    compound: Counter[str] = Counter()
    breaks: list[tuple[str, str]] = []
    at_ends = within = False
    above = ""
    for line, is_single in ((line, len(lines) == 1) for lines in stretches for line in lines):
        text = line.text.casefold()
        broken_off, rest = LAST_LETTERS.search(above), FIRST_LETTERS.match(text)
        if broken_off and rest:
            breaks.append((broken_off[1], rest[1]))
        above = text
        at_ends = at_ends or text.endswith(TRUE_HYPHEN)
        within = within or TRUE_HYPHEN in text[:-1]
        inner = FIRST_LETTERS.sub("", text) if broken_off else text
        inner = re.sub(r"\S+$", "", inner) if LAST_LETTERS.search(inner) else inner
        _count_words(inner.replace(SOFT_HYPHEN, "") if is_single or len(line.words) > 1 else "", plain, compound)
    certain = sum(
        first + second in plain and f"{first}-{second}" not in compound and first not in PREFIXES
        for first, second in breaks
    )
    return Vocabulary(plain, compound, certain >= ENOUGH_BREAKS, at_ends and not within)


def _count_words(text: str, plain: Counter[str], compound: Counter[str]) -> None:
    for found in COMPOUND.findall(text) if any(hyphen in text for hyphen in HARD_HYPHENS) else ():
        compound[found.replace("\u2010", "-")] += 1
    plain.update(LETTERS.findall(text))


def join_lines(lines: Sequence[Line], vocabulary: Vocabulary, right: float) -> str:
    """Return the ``lines`` of one paragraph as running text; ``right`` is where its lines had to end."""
    text = lines[0].text
    for above, line in pairwise(lines):
        if text.endswith(SOFT_HYPHEN):
            text = text.rstrip(SOFT_HYPHEN) + line.text
        elif text.endswith(HARD_HYPHENS) and not text[-2:-1].isspace():
            text = _join_hyphen(text, line.text, vocabulary)
        elif _is_mid_word(above, line, vocabulary, right):
            text += line.text
        else:
            text = f"{text} {line.text}"
    return _tidy_bullet(text.replace(SOFT_HYPHEN, ""))


def _tidy_bullet(text: str) -> str:
    is_sign = BULLET.match(text) and text[0] in SIGNS_OF_LISTS
    return f"• {text[1:].lstrip()}".rstrip() if is_sign else text


def _join_hyphen(text: str, line: str, vocabulary: Vocabulary) -> str:
    """Return ``text``, which ends in a hyphen, with ``line``; a hyphen goes if only the line's end put it there."""
    before, after = LAST_LETTERS.search(text), FIRST_LETTERS.match(line)
    if before is None or after is None or not after[1].islower():
        return text + line
    if vocabulary.breaks_by_true_hyphens:
        return (text[:-1] if text.endswith(TRUE_HYPHEN) else text) + line
    first, second = before[1].casefold(), after[1].casefold()
    return (text[:-1] if _is_soft(first, second, vocabulary) else text) + line


def _is_soft(first: str, second: str, vocabulary: Vocabulary) -> bool:
    together, apart = vocabulary.plain.get(first + second, 0), vocabulary.compound.get(f"{first}-{second}", 0)
    if not vocabulary.breaks_words:
        return False
    if together != apart:
        return together > apart
    return first not in PREFIXES and second not in vocabulary.plain


def _is_mid_word(above: Line, line: Line, vocabulary: Vocabulary, right: float) -> bool:
    """Whether a word too wide for its column was broken without a hyphen between ``above`` and ``line``."""
    if len(above.words) > 1 or not above.text[-1:].isalnum() or "://" in line.text:
        return False
    after = line.words[0]
    if right - above.box.x1 > NO_ROOM * after.box.width / len(after.text):
        return False
    if "://" in above.text or "@" in above.text:
        return True
    return _is_rest(above.text.casefold(), after.text.casefold(), vocabulary)


def _is_rest(first: str, second: str, vocabulary: Vocabulary) -> bool:
    """Whether ``second`` is the rest of the word ``first``: by its letters, where the document or a table knows it."""
    start = FIRST_LETTERS.match(second)
    if start is None:
        return second[0] in CLOSING or bool(BROKEN_DATE.search(first) and second[0].isdigit())
    rest = start[1]
    if first + rest in vocabulary.plain or first + rest in WORDS_OF_HEADINGS or len(first + rest) <= SHORT_HEADING:
        return True
    is_end = rest in WORD_ENDS or (len(rest) <= LONGEST_REST and rest not in SHORT_WORDS)
    is_known = first in vocabulary.plain or first in vocabulary.compound
    return is_end and not is_known and not second[len(rest) :].strip(CLOSING)
