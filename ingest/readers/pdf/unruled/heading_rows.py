"""Rows of headings: words that plans and returns have over their columns, side by side on one line."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.text.gutters import NARROWEST_TYPED, WIDE, is_typed
from ingest.readers.pdf.text.paragraphs import SENTENCE_END
from ingest.readers.pdf.text.titles import LONGEST, is_title

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
    r"(?:(?:imr|overview|single.agency|agency|agreed|key|specific|safety|required|the) )*"
    r"(?:recommendations?|findings?|learning(?: points?)?|issues?(?: identified)?|concerns?|actions?(?:\(s\))?"
    r"(?: required| to take| to be taken)?|areas? (?:for|of) improvement|objectives?|key lines? of enquiry"
    r"|what (?:we are|are we) going to do)\W*",
    re.IGNORECASE,
)
ANSWERED = re.compile(
    r"(?:(?:agency|latest|your|our|current|management) )*"
    r"(?:updates?(?: on progress)?|progress(?: update| to date| so far| made|\W+achievement)?|positions?|responses?"
    r"|actions? taken|(?:key )?milestones(?: achieved)?|comments?|narrative|evidence(?: of \w+| provided| log)?"
    r"|outcomes?(?:\(s\))?|what (?:we have|have we) done)\W*",
    re.IGNORECASE,
)
"""What such two headings are worded like from their first word to their last."""
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
        and are_headings(lines[1:3])
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
    pieces = pieces_of(line)
    texts = [_text(piece) for piece in pieces]
    if len(texts) == PAIR:
        return _are_pair(pieces, line.size)
    if len(texts) < FEWEST_HEADINGS or not all(map(_may_head, texts)) or texts[0][0].islower():
        return False
    n_titles = sum(
        is_title(text) or (line.is_bold and is_title(f"{text} {_below(piece, lines)}"))
        for text, piece in zip(texts, pieces, strict=True)
    )
    n_known = sum(
        is_title(text) or len(text) <= SHORT or is_title(f"{text} {_below(piece, lines)}")
        for text, piece in zip(texts, pieces, strict=True)
    )
    n_unknown = len(texts) - n_known
    return n_titles >= FEWEST_TITLES and (line.is_bold or n_unknown <= min(n_titles // 2, n_titles - FEWEST_TITLES))


def is_pair(line: Line) -> bool:
    """Whether ``line`` is in two pieces, as headings of two columns alone are."""
    return len(pieces_of(line)) == PAIR


def _are_pair(pieces: Sequence[Sequence[Word]], size: float) -> bool:
    """Whether two ``pieces`` of a line, far apart, are the headings of what is asked for and of the answers."""
    (left, right), (asked, answered) = pieces, map(_text, pieces)
    is_far = right[0].box.x0 - left[-1].box.x1 > WIDE * size
    return is_far and ASKED.fullmatch(asked) is not None and ANSWERED.fullmatch(answered) is not None


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _below(piece: Sequence[Word], lines: Sequence[Line]) -> str:
    """Return what stands below a ``piece`` of the first of ``lines``, which may be the rest of a heading."""
    if len(lines) == 1 or lines[1].baseline - lines[0].baseline > HEAD_NEAR * lines[0].size:
        return ""
    under = [part for part in pieces_of(lines[1]) if abs(part[0].box.x0 - piece[0].box.x0) < SAME_START]
    return _text(under[0]) if under else ""


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
