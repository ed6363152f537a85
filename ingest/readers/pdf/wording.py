"""Lines of one paragraph to its text: hyphens at line ends undone where only the line's end put them there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.readers.pdf.paragraphs import BULLET

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SOFT_HYPHEN = "\u00ad"
HYPHENS = ("-", "\u2010", SOFT_HYPHEN)
LAST_LETTERS = re.compile(r"([^\W\d_]+)[-\u2010]$")
FIRST_LETTERS = re.compile(r"^([^\W\d_]+)")
COMPOUND = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)+")
LETTERS = re.compile(r"[^\W\d_]+")
PREFIXES = frozenset(
    "multi inter intra non co re pre post self ex sub semi anti pro cross well part full half mid on off up in".split()
)
"""First parts that English writes with a hyphen more often than not."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words a document uses within its lines, where hyphens are the writer's own."""

    plain: frozenset[str]
    compound: frozenset[str]


def learn_vocabulary(lines: Iterable[str]) -> Vocabulary:
    """Return the words of ``lines``, without the last of a line that ends in a hyphen and the first after it."""
    plain: set[str] = set()
    compound: set[str] = set()
    broken = False
    for line in lines:
        text = line.replace(SOFT_HYPHEN, "").casefold()
        text = FIRST_LETTERS.sub("", text) if broken else text
        broken = line.endswith(HYPHENS)
        text = re.sub(r"\S+$", "", text) if broken else text
        compound.update(found.replace("\u2010", "-") for found in COMPOUND.findall(text))
        plain.update(LETTERS.findall(COMPOUND.sub(" ", text)))
        plain.update(part for found in COMPOUND.findall(text) for part in LETTERS.findall(found))
    return Vocabulary(frozenset(plain), frozenset(compound))


def join_lines(lines: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return the ``lines`` of one paragraph as running text."""
    text = ""
    for line in lines:
        if not text:
            text = line
        elif text.endswith(SOFT_HYPHEN):
            text = text.rstrip(SOFT_HYPHEN) + line
        elif text.endswith(("-", "\u2010")) and not text.endswith((" -", " \u2010")) and line:
            text = _join_hyphen(text, line, vocabulary)
        else:
            text = f"{text} {line}"
    text = text.replace(SOFT_HYPHEN, "")
    return BULLET.sub("•", text, count=1) if BULLET.match(text) and text[0] in "•o" else text


def _join_hyphen(text: str, line: str, vocabulary: Vocabulary) -> str:
    before, after = LAST_LETTERS.search(text), FIRST_LETTERS.match(line)
    if before is None or after is None:
        return text + line
    if not after[1].islower():
        return text + line
    first, second = before[1].casefold(), after[1].casefold()
    if first + second in vocabulary.plain:
        return text[:-1] + line
    if f"{first}-{second}" in vocabulary.compound or first in PREFIXES or second in vocabulary.plain:
        return text + line
    return text[:-1] + line
