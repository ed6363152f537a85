"""Tables without rules below a row of headings: the headings say where columns begin, and what keeps to them is rows.

Unlike a river of white that runs through any lines, a row of known headings is a sign strong enough by itself: cells
may then be of any height, all but one empty over whole pages, and headings of parts may stand over all columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from ingest.readers.pdf.text.captions import CAPTION
from ingest.readers.pdf.text.gutters import WIDE, Gutter, column_of, columns_of
from ingest.readers.pdf.text.lines import make_line
from ingest.readers.pdf.text.paragraphs import SENTENCE_END, SPACE, fits_after
from ingest.readers.pdf.text.titles import is_title
from ingest.readers.pdf.unruled.heading_rows import (
    FEWEST_HEADINGS,
    FEWEST_TITLES,
    HEAD_NEAR,
    LONGEST_ACROSS,
    SAME_START,
    are_headings,
    is_over_headings,
    is_pair,
    pieces_of,
)
from ingest.readers.pdf.unruled.narrowing import choose, narrow
from ingest.readers.pdf.unruled.regions import LEAST_LEADING, Region, is_prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.unruled.narrowing import Gap

FEWEST_ANSWERED = 2
"""Below two headings alone so many lines have words in both columns."""
FAR = 3.2
FAR_OF_ROW = 8.0
"""Lines further apart than this many font sizes are not of one table, where it is a whole row that follows."""
NOTE_FAR = 1.6
"""What stands below a table, further than this many font sizes from it, may be no more than a note."""


@dataclass(frozen=True, slots=True)
class Titled:
    """The lines of a table below its headings, or of the part of it on one page."""

    lines: tuple[Line, ...]
    gutters: tuple[Gutter, ...]
    across: frozenset[int] = frozenset()
    """Which of its lines are headings of a part and stand over all columns."""
    n_headings: int = 0
    """How many lines at its top are certainly the headings."""
    space: float = 0.0
    """How far rows are apart above it, where they or the headings are."""


def find_titled(lines: Sequence[Line], rules: Sequence[float], known: Sequence[float] = ()) -> list[Titled]:
    """Return the tables among ``lines`` that headings are over; ``rules`` are the heights of long lying rules.

    Where rules part the rows these tell more than words do, and nothing is found here. Where headings part columns at
    the ``known`` edges, those of the page before, a row may go on below them in one column alone.
    """
    found: list[Titled] = []
    at = free = 0
    while at < len(lines):
        titled = _grow(lines[free:at], lines[at:], known) if are_headings(lines[at : at + 2]) else None
        if titled is None or _is_ruled(titled, rules):
            at += 1
        else:
            found.append(titled)
            free = at = at + len(titled.lines) - titled.n_headings + 1
    return found


def go_on_below(gutters: tuple[Gutter, ...], lines: Sequence[Line], space: float) -> Titled | None:
    """Return the first of ``lines`` as far as they keep to ``gutters``, those of what is above; None if none do.

    Rows above are ``space`` apart. Headings begin another table, or are those of the same table once more.
    """
    if is_over_headings(lines):
        return None
    taken, across = _take((), lines, tuple((gutter,) for gutter in gutters))
    return Titled(taken, gutters, across, space=space) if taken else None


def _grow(above: Sequence[Line], lines: Sequence[Line], known: Sequence[float]) -> Titled | None:
    """Return the table whose headings are the first of ``lines``; None where nothing below keeps to their columns.

    Its longest headings may begin on the lines ``above``.
    """
    head = lines[0]
    gaps: list[Gap] = [(gutter,) for gutter in _between(head, [*reversed(above)], lines[1:])]
    certain = tuple(gap for gap in gaps if gap[0].width > WIDE * head.size) or tuple(gaps)
    taken, across = _take((head,), lines[1:], certain)
    keeping = [line for at, line in enumerate(taken) if at not in across]
    gutters = tuple(choose(left, keeping) for gap in gaps if (left := reduce(narrow, keeping, gap)))
    filled = [columns_of(line, gutters) for line in keeping[1:]]
    fewest = 1 if _are_parted_at(gutters, known) else FEWEST_TITLES
    if len(taken) == len(lines) and all(line.is_bold for line in taken):  # headings at the foot of a page
        fewest = 0
    if len(gutters) < min(len(gaps), FEWEST_HEADINGS - 1) or max(map(len, filled), default=0) < fewest:
        return None
    if is_pair(head) and (filled.count({0, 1}) < FEWEST_ANSWERED or is_prose(Region(tuple(keeping[1:]), gutters))):
        return None
    over = _over(above, head, gutters)
    return Titled((*over, *taken), gutters, frozenset(at + len(over) for at in across), n_headings=len(over) + 1)


def _between(head: Line, *others: Sequence[Line]) -> Iterator[Gutter]:
    """Yield what is free between the headings on ``head`` and those beside it, set in the middle of their cells.

    These stand on lines too near to ``head``, and to the one before, to be above or below it in one column.
    """
    spans = [(piece[0].box.x0, piece[-1].box.x1) for piece in pieces_of(head)]
    for lines in others:
        for line in takewhile(lambda line: abs(line.baseline - head.baseline) < LEAST_LEADING * head.size, lines):
            spans.extend((piece[0].box.x0, piece[-1].box.x1) for piece in pieces_of(line))
    spans.sort()
    end = spans[0][1]
    for start, stop in spans[1:]:
        if start > end:
            yield Gutter(end, start)
        end = max(end, stop)


def _are_parted_at(gutters: Sequence[Gutter], known: Sequence[float]) -> bool:
    inner = known[1:-1]
    return len(inner) == len(gutters) and all(
        gutter.start - SAME_START < edge < gutter.end + SAME_START for gutter, edge in zip(gutters, inner, strict=True)
    )


def _over(above: Sequence[Line], head: Line, gutters: Sequence[Gutter]) -> tuple[Line, ...]:
    """Return those of the lines ``above`` on which headings of several lines begin, none over the first column."""
    over: list[Line] = []
    for line in reversed(above):
        below = over[0] if over else head
        is_near = below.baseline - line.baseline <= HEAD_NEAR * line.size and line.is_bold is head.is_bold
        is_in_columns = 0 not in columns_of(line, gutters) and all(narrow((gutter,), line) for gutter in gutters)
        if not (is_near and is_in_columns):
            break
        over.insert(0, line)
    return tuple(over)


def _take(
    head: tuple[Line, ...], lines: Sequence[Line], gaps: tuple[Gap, ...]
) -> tuple[tuple[Line, ...], frozenset[int]]:
    """Return ``head`` and the first of ``lines`` that keep to ``gaps``, and which of them stand over all columns."""
    taken = list(head)
    across: set[int] = set()
    for at, line in enumerate(lines):
        gutters = tuple(gap[-1] for gap in gaps)
        left = tuple(narrow(gap, line) for gap in gaps)
        is_over = not all(left)
        heads_part = _heads_part(taken, lines[at:], gaps, is_over=is_over)
        is_end = bool(taken) and _ends(taken[-1], lines[at:], gutters, is_whole=heads_part)
        if is_end or _begins_again(lines[at : at + 2], gutters):
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
    """Whether headings stand on the first of ``lines``; two alone may be words of a row where columns are more."""
    return are_headings(lines) and not (is_pair(lines[0]) and len(gutters) > 1)


def _ends(above: Line, lines: Sequence[Line], gutters: Sequence[Gutter], *, is_whole: bool = False) -> bool:
    """Whether the first of ``lines`` is too far below ``above`` for a table's, or is the caption of another.

    Rows that are whole may be further from each other than lines; so may headings of a part.
    """
    line = lines[0]
    space = line.baseline - above.baseline
    if space > NOTE_FAR * line.size and not is_whole and _runs_on(line, gutters):
        return True
    if space <= FAR * line.size:
        return CAPTION.match(line.text) is not None
    return space > FAR_OF_ROW * line.size or not (is_whole or _are_whole(lines, gutters))


def _runs_on(line: Line, gutters: Sequence[Gutter]) -> bool:
    """Whether ``line`` is a sentence over several columns, of which spaces happen to stand where columns part."""
    return len(columns_of(line, gutters)) >= FEWEST_HEADINGS and len(pieces_of(line)) == 1


def _are_whole(lines: Sequence[Line], gutters: Sequence[Gutter]) -> bool:
    """Whether the first of ``lines`` and those close below it fill columns as a row does, be it not on one line."""
    filled: set[int] = set()
    for above, line in pairwise([lines[0], *lines]):
        if line.baseline - above.baseline > NOTE_FAR * line.size or not all(narrow((each,), line) for each in gutters):
            break
        filled |= columns_of(line, gutters)
    return len(filled) >= FEWEST_TITLES


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
    below = lines[1]
    if _ends(line, lines[1:], gutters) or are_headings(lines[1:3]) or not columns_of(below, gutters) > {0}:
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


def _is_ruled(titled: Titled, rules: Sequence[float]) -> bool:
    """Whether rules part the rows."""
    return sum(titled.lines[0].baseline < at < titled.lines[-1].baseline for at in rules) > 1
