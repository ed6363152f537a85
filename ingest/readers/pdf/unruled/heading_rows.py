"""Rows of headings: words that plans and returns have over their columns, side by side on one line."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from ingest.readers.pdf.text.gutters import NARROWEST_TYPED, WIDE, is_typed
from ingest.readers.pdf.text.paragraphs import SENTENCE_END
from ingest.readers.pdf.text.titles import LONGEST, is_title
from ingest.readers.pdf.unruled.regions import LEAST_LEADING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.text.words import Word

FEWEST_TITLES = 2
FEWEST_HEADINGS = 3
"""So many headings stand side by side, and so many of them are known to stand over columns of plans and returns."""
PAIR = 2
"""Two are headings only if one says what is asked for and the other what was done."""
ASKED = re.compile(
    r"(?:(?:imr|overview|report|single.agency|agency|agreed|key|specific|safety|required|the) )*"
    r"(?:recommendations?|findings?|learning(?: points?)?|issues?(?: identified)?|concerns?|actions?(?:\(s\))?"
    r"(?: required| to take| to be taken)?|areas? (?:for|of) improvement|objectives?|key lines? of enquiry"
    r"|what (?:we are|are we) going to do)\W*",
    re.IGNORECASE,
)
ANSWERED = re.compile(
    r"(?:(?:agency|latest|your|our|current|management) )*"
    r"(?:updates?(?: on progress)?|progress(?: update| to date| so far| made|\W+achievement)?|positions?|responses?"
    r"|actions? taken|(?:key )?milestones(?: achieved)?|comments?|narrative|evidence(?: of \w+| provided| log)?"
    r"|outcomes?(?:\(s\))?|what (?:we have|have we) done)(?: \([^()]*\))?\W*",
    re.IGNORECASE,
)
"""What such two headings are worded like from their first word to their last."""
NUMBERING = re.compile(r"(?:ref(?:erence)?|rec|action|item|code|id)\W{0,2}(?:(?:no|number)\W?)?", re.IGNORECASE)
"""What stands over numbers is known as well, though it is over those of any table."""
HEADING_LINES = 3
"""Headings of more lines have a line that says enough by itself."""
SHORT = 4
"""No., Ref, RAG and # head the narrowest columns."""
APART = 0.45
"""Headings of narrow columns are parted by no more than this many font sizes; a space is narrower."""
HEAD_NEAR = 1.6
"""The lines of a heading are no further apart than this many font sizes."""
LONGEST_ACROSS = 10
"""A heading of a part, which stands over all columns, has no more words."""
SAME_START = 1.0


def is_over_headings(lines: Sequence[Line]) -> bool:
    """Whether the first of ``lines`` is the title of a table whose headings follow, and no rest of a row."""
    title = lines[0] if lines else None
    return (
        title is not None
        and are_headings(lines[1:])
        and len(title.words) <= LONGEST_ACROSS
        and len(pieces_of(title)) == 1
        and not title.text[0].islower()
        and SENTENCE_END.search(title.text) is None
    )


def are_headings(lines: Sequence[Line]) -> bool:
    """Whether headings of columns stand on the first of ``lines`` side by side: words of a row are seldom all known.

    Some may only be known with the words below them. Bold ones may be cut in narrow columns, so that not all are.
    """
    if not lines:
        return False
    line = lines[0]
    heads = _heads(lines[:HEADING_LINES])
    if len(heads) == PAIR and is_pair(line):
        return _are_pair(pieces_of(line), heads, line.size)
    texts = [head[0] for head in heads]
    if len(texts) < FEWEST_HEADINGS or not all(map(_may_head, texts)) or texts[0][0].islower():
        return False
    n_titles = sum(any(map(_is_title, head if line.is_bold else head[:1])) for head in heads)
    n_known = sum(len(head[0]) <= SHORT or any(map(_is_known, head)) for head in heads)
    n_unknown = len(texts) - n_known
    return n_titles >= FEWEST_TITLES and (line.is_bold or n_unknown <= min(n_titles // 2, n_titles - FEWEST_TITLES))


def _is_title(text: str) -> bool:
    return is_title(text) or ASKED.fullmatch(text) is not None or ANSWERED.fullmatch(text) is not None


def _is_known(text: str) -> bool:
    return _is_title(text) or NUMBERING.fullmatch(text) is not None


def _heads(lines: Sequence[Line]) -> list[tuple[str, ...]]:
    """Return the headings on the first of ``lines``, each alone and with what stands below it, from left to right.

    Where they are set in the middle of their cells, those on lines too near for one below the other are among them.
    """
    line = lines[0]
    level = list(takewhile(lambda each: each.baseline - line.baseline < LEAST_LEADING * line.size, lines))
    columns: list[list[Sequence[Word]]] = []
    for piece in sorted((piece for each in level for piece in pieces_of(each)), key=lambda piece: piece[0].box.x0):
        if columns and piece[0].box.x0 < max(under[-1].box.x1 for under in columns[-1]):
            columns[-1].append(piece)
        else:
            columns.append([piece])
    if len(level) == len(lines) or lines[len(level)].baseline - level[-1].baseline > HEAD_NEAR * line.size:
        return [(" ".join(map(_text, column)),) for column in columns]
    below = pieces_of(lines[len(level)])
    return [_with_below(column, below) for column in columns]


def _with_below(column: Sequence[Sequence[Word]], below: Sequence[Sequence[Word]]) -> tuple[str, ...]:
    """Return the words of a heading, and with them that piece ``below`` which begins where it does."""
    text = " ".join(map(_text, column))
    under = [piece for piece in below if abs(piece[0].box.x0 - column[0][0].box.x0) < SAME_START]
    return (text, f"{text} {_text(under[0])}") if under else (text,)


def is_pair(line: Line) -> bool:
    """Whether ``line`` is in two pieces, as headings of two columns alone are."""
    return len(pieces_of(line)) == PAIR


def _are_pair(pieces: Sequence[Sequence[Word]], heads: Sequence[Sequence[str]], size: float) -> bool:
    """Whether two ``pieces`` of a line, far apart, are the headings of what is asked for and of the answers.

    ``heads`` are their words, and these with what stands below them.
    """
    (left, right), (asked, answered) = pieces, heads
    is_far = right[0].box.x0 - left[-1].box.x1 > WIDE * size
    return is_far and any(map(ASKED.fullmatch, asked)) and any(map(ANSWERED.fullmatch, answered))


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _may_head(text: str) -> bool:
    is_short = len(text.split()) <= LONGEST and not any(letter.isdigit() for letter in text)
    return is_short and (len(text) <= SHORT or text[-1] not in ".,;")


def pieces_of(line: Line) -> list[list[Word]]:
    """Return the words of ``line`` in pieces further apart than the words of a sentence are."""
    apart = (NARROWEST_TYPED if is_typed(line.words[0].font) else APART) * line.size
    pieces = [[line.words[0]]]
    for left, right in pairwise(line.words):
        if right.box.x0 - left.box.x1 > apart:
            pieces.append([])
        pieces[-1].append(right)
    return pieces
