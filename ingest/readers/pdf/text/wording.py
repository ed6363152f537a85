"""Lines of one paragraph to its text: words broken at a line's end made whole, with or without their hyphen."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from ingest.readers.pdf.marks.letters import SOFT_HYPHEN
from ingest.readers.pdf.text.broken import FIRST_LETTERS, is_broken, is_no_compound, writes_spaces
from ingest.readers.pdf.text.paragraphs import BULLET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ingest.readers.pdf.text.lines import Line

TRUE_HYPHEN = "\u2010"
"""No key types it: where words have another within a line, a program put it where it broke a word."""
HARD_HYPHENS = ("-", TRUE_HYPHEN)
HYPHENS = (*HARD_HYPHENS, SOFT_HYPHEN)
LAST_LETTERS = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
COMPOUND = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)+")
LETTERS = re.compile(r"[^\W\d_]+")
SPACED_SLASH = re.compile(r"\w/ \w")
PREFIXES = frozenset(
    {"multi", "inter", "intra", "non", "co", "pre", "post", "self", "ex", "sub", "semi", "anti", "cross"}
    | {"well", "part", "full", "half", "mid", "on", "off", "up"}
)
"""First parts that English writes with a hyphen more often than not; in-, re- and pro- begin far more plain words."""
FEWEST_BROKEN_OFF = 2
"""No program leaves a single letter before a hyphen of its own: e-mail and e-learning are written so."""
SIGNS_OF_LISTS = "•o\ufffd"
"""What is written as a round bullet: also the o of a typewriter, and a sign whose font does not name it."""
SIGNS_BEFORE_WORDS = "▪■●○◦‣◆❖➢"
"""What is written so before words, as Word's lists are read, whatever sign they have; alone it may rate something."""
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
    writes_spaces: bool = False
    """Whether the spaces at which lines are broken are written."""
    parts_at_slashes: bool = False
    """Whether a space stands behind a slash anywhere within a line ("police/ health")."""


def learn_vocabulary(stretches: Sequence[Sequence[Line]]) -> Vocabulary:
    """Return the words of ``stretches``, the lines of each cell or piece of text.

    What may be a piece of a word is left out: next to a hyphen at a line's end, or alone on one line of several.
    """
    runs: list[str] = []
    breaks: list[tuple[str, str]] = []
    at_ends = within = False
    above = ""
    for line, is_single in ((line, len(lines) == 1) for lines in stretches for line in lines):
        text = line.text.casefold()
        broken_off = _broken_off(above)
        if broken_off and (rest := FIRST_LETTERS.match(text)):
            breaks.append((broken_off, rest[1]))
        above = text
        at_ends = at_ends or text.endswith(TRUE_HYPHEN)
        within = within or TRUE_HYPHEN in text[:-1]
        inner = FIRST_LETTERS.sub("", text) if broken_off else text
        inner = re.sub(r"\S+$", "", inner) if _broken_off(inner) else inner
        if is_single or len(line.words) > 1:
            runs += inner.replace(SOFT_HYPHEN, "").split()
    plain, compound = _count_words(Counter(runs))
    certain = sum(
        (first + second in plain or is_no_compound(first, second))
        and f"{first}-{second}" not in compound
        and first not in PREFIXES
        and len(first) >= FEWEST_BROKEN_OFF
        for first, second in breaks
    )
    return Vocabulary(
        plain=plain,
        compound=compound,
        breaks_words=certain >= ENOUGH_BREAKS,
        breaks_by_true_hyphens=at_ends and not within,
        writes_spaces=writes_spaces(stretches),
        parts_at_slashes=any(map(_parts_at_slash, chain.from_iterable(stretches))),
    )


def _parts_at_slash(line: Line) -> bool:
    return "/ " in line.text and SPACED_SLASH.search(line.text) is not None


def _broken_off(text: str) -> str:
    """Return the letters before the hyphen that ends ``text``, nothing where none does."""
    found = LAST_LETTERS.search(text) if text.endswith(HYPHENS) else None
    return found[1] if found else ""


def _count_words(runs: Mapping[str, int]) -> tuple[Counter[str], Counter[str]]:
    """Return how often words and compounds stand in ``runs``, each without a space and so often in the document."""
    plain: Counter[str] = Counter()
    compound: Counter[str] = Counter()
    for run, count in runs.items():
        for found in LETTERS.findall(run):
            plain[found] += count
        for found in COMPOUND.findall(run):
            compound[found.replace("\u2010", "-")] += count
    return plain, compound


def join_lines(lines: Sequence[Line], vocabulary: Vocabulary, right: float) -> str:
    """Return the ``lines`` of one paragraph as running text; ``right`` is where its lines had to end."""
    text = lines[0].text
    for at, line in enumerate(lines[1:]):
        if text.endswith(SOFT_HYPHEN):
            text = text.rstrip(SOFT_HYPHEN) + line.text
        elif text.endswith(HARD_HYPHENS) and not text[-2:-1].isspace():
            text = _join_hyphen(text, line.text, vocabulary)
        elif is_broken(text, lines, at, vocabulary, right):
            text += line.text
        else:
            text = f"{text} {line.text}"
    return _tidy_bullet(text.replace(SOFT_HYPHEN, ""))


def _tidy_bullet(text: str) -> str:
    is_sign = text[:1] in SIGNS_OF_LISTS or (text[:1] in SIGNS_BEFORE_WORDS and text[1:].strip())
    return f"• {text[1:].lstrip()}".rstrip() if is_sign and BULLET.match(text) else text


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
    if not vocabulary.breaks_words or len(first) < FEWEST_BROKEN_OFF:
        return False
    if not apart and first not in PREFIXES and is_no_compound(first, second):
        return True
    if together != apart:
        return together > apart
    return first not in PREFIXES and second not in vocabulary.plain
