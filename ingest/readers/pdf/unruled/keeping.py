"""Which lines below headings, or below rows on the page before, keep to their columns, and where they end."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.text.captions import CAPTION
from ingest.readers.pdf.text.gutters import Gutter, column_of, columns_of
from ingest.readers.pdf.text.lines import make_line
from ingest.readers.pdf.text.measuring import SPACE
from ingest.readers.pdf.text.paragraphs import SENTENCE_END, fits_after
from ingest.readers.pdf.text.titles import is_title
from ingest.readers.pdf.unruled.heading_rows import (
    FEWEST_HEADINGS,
    FEWEST_TITLES,
    HEADING_LINES,
    LONGEST_ACROSS,
    are_headings,
    is_pair,
    pieces_of,
)
from ingest.readers.pdf.unruled.narrowing import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.unruled.narrowing import Gap

FAR = 3.2
FAR_OF_ROW = 8.0
"""Lines further apart than this many font sizes are not of one table, where it is a whole row that follows."""
NOTE_FAR = 1.6
"""What stands below a table, further than this many font sizes from it, may be no more than a note."""
CONTENTS = re.compile(r"^(?:(?:table|list) of )?contents\W*$|^cynnwys\W*$", re.IGNORECASE)
"""What stands over the list of a document's parts, in English or Welsh, and over no column or part of a table."""


def take(
    head: tuple[Line, ...], lines: Sequence[Line], gaps: tuple[Gap, ...]
) -> tuple[tuple[Line, ...], frozenset[int]]:
    """Return ``head`` and the first of ``lines`` that keep to ``gaps``, and which of them stand over all columns.

    These are numbered from the first of ``head``, which holds the headings or nothing.
    """
    taken = list(head)
    across: set[int] = set()
    for at, line in enumerate(lines):
        gutters = tuple(gap[-1] for gap in gaps)
        left = tuple(narrow(gap, line) for gap in gaps)
        is_over = not all(left)
        heads_part = _heads_part(taken, lines[at:], gaps, is_over=is_over)
        is_end = bool(taken) and _ends(taken[-1], lines[at:], gutters, is_whole=heads_part)
        if is_end or _begins_again(lines[at : at + HEADING_LINES], gutters):
            break
        if heads_part:
            across.add(len(taken))
        elif is_over:
            break
        else:
            gaps = left
        taken.append(line)
    gutters = tuple(gap[-1] for gap in gaps)
    while len(taken) > 1 and _is_note(taken[-1], taken[-2], gutters):
        taken.pop()
    return tuple(taken), frozenset(across)


def _begins_again(lines: Sequence[Line], gutters: Sequence[Gutter]) -> bool:
    """Whether headings stand on the first of ``lines``, or a list of contents begins there.

    Two headings alone may be words of a row where columns are more.
    """
    if CONTENTS.match(lines[0].text):
        return True
    return are_headings(lines) and not (is_pair(lines[0]) and len(gutters) > 1)


def _ends(above: Line, lines: Sequence[Line], gutters: Sequence[Gutter], *, is_whole: bool = False) -> bool:
    """Whether the first of ``lines`` is too far below ``above`` for a table's, or is the caption of another.

    Rows that are whole may be further from each other than lines; so may headings of a part.
    """
    line = lines[0]
    space = line.baseline - above.baseline
    runs_on = space > NOTE_FAR * line.size and not is_whole and _runs_on(line, gutters)
    if runs_on or CAPTION.match(line.text):
        return True
    if space <= FAR * line.size:
        return False
    return space > FAR_OF_ROW * line.size or not (is_whole or _are_whole(lines, gutters))


def _runs_on(line: Line, gutters: Sequence[Gutter]) -> bool:
    """Whether ``line`` is a sentence over several columns, of which spaces happen to stand where columns part."""
    return len(columns_of(line, gutters)) >= FEWEST_HEADINGS and len(pieces_of(line)) == 1


def _are_whole(lines: Sequence[Line], gutters: Sequence[Gutter]) -> bool:
    """Whether the first of ``lines`` and those close below it fill columns as a row does, be it not on one line."""
    return len(_filled_close_below(lines, gutters)) >= FEWEST_TITLES


def _filled_close_below(lines: Sequence[Line], gutters: Sequence[Gutter]) -> set[int]:
    """Return the columns that the first of ``lines`` fills with those that follow it closely and keep to columns."""
    filled: set[int] = set()
    for above, line in pairwise([lines[0], *lines]):
        if line.baseline - above.baseline > NOTE_FAR * line.size or not all(narrow((each,), line) for each in gutters):
            break
        filled |= columns_of(line, gutters)
    return filled


def _is_note(line: Line, above: Line, gutters: Sequence[Gutter]) -> bool:
    """Whether a line at the end is in the first column alone, not near the one above, and goes on no sentence."""
    is_far = line.baseline - above.baseline > NOTE_FAR * line.size
    return is_far and columns_of(line, gutters) == {0} and not line.text[:1].islower()


def _heads_part(above: Sequence[Line], lines: Sequence[Line], gaps: Sequence[Gap], *, is_over: bool) -> bool:
    """Whether the first of ``lines`` is a heading of a part: short, at the left, and a row of the table follows it.

    One that is not over several columns, and may be words of the first, has to be worded as a heading.
    """
    line, gutters = lines[0], tuple(gap[-1] for gap in gaps)
    is_short = len(line.words) <= LONGEST_ACROSS and len(pieces_of(line)) == 1
    if not is_short or line.box.x0 > gutters[0].start or len(lines) == 1:
        return False
    below, next_lines = lines[1], lines[1 : 1 + HEADING_LINES]
    filled = _filled_close_below(lines[1:], gutters) if is_over else columns_of(below, gutters)
    if _ends(line, lines[1:], gutters) or are_headings(next_lines) or not filled > {0}:
        return False
    if not all(narrow(gap, below) for gap in gaps):
        return False
    return is_over or (is_title(line.text) and _has_ended(above, line, gutters))


def _has_ended(above: Sequence[Line], line: Line, gutters: Sequence[Gutter]) -> bool:
    """Whether what the first column holds ``above`` has ended there, and ``line`` does not go on with it."""
    last = above[-1] if above else None
    words = [word for word in last.words if column_of(word, gutters) == 0] if last else []
    if not words or words[0].is_bold or SENTENCE_END.search(words[-1].text):
        return True
    return fits_after(make_line(words), line, (words[0].box.x0, gutters[0].end - SPACE * line.size))
