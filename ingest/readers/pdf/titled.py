"""Tables without rules below a row of headings: the headings say where columns begin, and what keeps to them is rows.

Unlike a river of white that runs through any lines, a row of known headings is a sign strong enough by itself: cells
may then be of any height, all but one empty over whole pages, and headings of parts may stand over all columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.captions import CAPTION
from ingest.readers.pdf.gutters import NARROWEST_TYPED, WIDE, Gutter, column_of, columns_of, is_typed
from ingest.readers.pdf.paragraphs import SENTENCE_END
from ingest.readers.pdf.titles import LONGEST, is_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from ingest.readers.pdf.lines import Line
    from ingest.readers.pdf.words import Word

    Gap: TypeAlias = tuple[Gutter, ...]
    """What lines leave free between two headings: the gutter is one part of it."""

FEWEST_TITLES = 2
FEWEST_HEADINGS = 3
"""So many headings stand side by side, and so many of them are known to stand over columns of plans and returns."""
SHORT = 4
"""No., Ref, RAG and # head the narrowest columns."""
APART = 0.45
"""Headings of narrow columns are parted by no more than this many font sizes; a space is narrower."""
NARROWEST = 0.15
"""Between a full line and the next column, which begins where its heading does, hardly more than this is left."""
RUNNING = 0.45
"""Words nearer to each other than this many font sizes are of one sentence, unless a column begins between them."""
SAME_START = 1.0
FAR = 3.2
FAR_OF_ROW = 8.0
"""Lines further apart than this many font sizes are not of one table, where it is a whole row that follows."""
HEAD_NEAR = 1.6
"""The lines of a heading are no further apart than this many font sizes."""
NOTE_FAR = 1.6
"""What stands below a table, further than this many font sizes from it, may be no more than a note."""
LONGEST_ACROSS = 10
"""A heading of a part, which stands over all columns, has no more words."""


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
    if _is_over_headings(lines):
        return None
    taken, across = _take((), lines, tuple((gutter,) for gutter in gutters))
    return Titled(taken, gutters, across, space=space) if taken else None


def _is_over_headings(lines: Sequence[Line]) -> bool:
    """Whether the first of ``lines`` is the title of a table whose headings follow, and no rest of a row."""
    title = lines[0] if lines else None
    return (
        title is not None
        and are_headings(lines[1:3])
        and len(title.words) <= LONGEST_ACROSS
        and len(_pieces(title)) == 1
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
    pieces = _pieces(line)
    texts = [_text(piece) for piece in pieces]
    if len(texts) < FEWEST_HEADINGS or not all(map(_may_head, texts)) or texts[0][0].islower():
        return False
    n_titles = sum(map(is_title, texts))
    n_known = sum(
        is_title(text) or len(text) <= SHORT or is_title(f"{text} {_below(piece, lines)}")
        for text, piece in zip(texts, pieces, strict=True)
    )
    n_unknown = len(texts) - n_known
    return n_titles >= FEWEST_TITLES and (line.is_bold or n_unknown <= min(1, n_titles - FEWEST_TITLES))


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _below(piece: Sequence[Word], lines: Sequence[Line]) -> str:
    """Return what stands below a ``piece`` of the first of ``lines``, which may be the rest of a heading."""
    if len(lines) == 1 or lines[1].baseline - lines[0].baseline > HEAD_NEAR * lines[0].size:
        return ""
    under = [part for part in _pieces(lines[1]) if abs(part[0].box.x0 - piece[0].box.x0) < SAME_START]
    return _text(under[0]) if under else ""


def _may_head(text: str) -> bool:
    is_short = len(text.split()) <= LONGEST and not any(letter.isdigit() for letter in text)
    return is_short and (len(text) <= SHORT or text[-1] not in ".,;")


def _pieces(line: Line) -> list[list[Word]]:
    apart = (NARROWEST_TYPED if is_typed(line.words[0].font) else APART) * line.size
    pieces = [[line.words[0]]]
    for left, right in pairwise(line.words):
        if right.box.x0 - left.box.x1 > apart:
            pieces.append([])
        pieces[-1].append(right)
    return pieces


def _grow(above: Sequence[Line], lines: Sequence[Line], known: Sequence[float]) -> Titled | None:
    """Return the table whose headings are the first of ``lines``; None where nothing below keeps to their columns.

    Its longest headings may begin on the lines ``above``.
    """
    head = lines[0]
    gaps: list[Gap] = [(Gutter(left[-1].box.x1, right[0].box.x0),) for left, right in pairwise(_pieces(head))]
    certain = tuple(gap for gap in gaps if gap[0].width > WIDE * head.size) or tuple(gaps)
    taken, across = _take((head,), lines[1:], certain)
    keeping = [line for at, line in enumerate(taken) if at not in across]
    gutters = tuple(_choose(left, keeping) for gap in gaps if (left := reduce(_narrow, keeping, gap)))
    filled = [columns_of(line, gutters) for line in keeping[1:]]
    fewest = 1 if _are_parted_at(gutters, known) else FEWEST_TITLES
    if len(taken) == len(lines) and all(line.is_bold for line in taken):  # headings at the foot of a page
        fewest = 0
    if len(gutters) < FEWEST_HEADINGS - 1 or max(map(len, filled), default=0) < fewest:
        return None
    over = _over(above, head, gutters)
    return Titled((*over, *taken), gutters, frozenset(at + len(over) for at in across), n_headings=len(over) + 1)


def _choose(gap: Gap, lines: Sequence[Line]) -> Gutter:
    """Return the part of ``gap`` at whose end most words begin, as a column does, or the widest of those."""
    starts = [word.box.x0 for line in lines for word in line.words]
    return max(gap, key=lambda part: (sum(abs(start - part.end) < SAME_START for start in starts), part.width))


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
        is_in_columns = 0 not in columns_of(line, gutters) and all(_narrow((gutter,), line) for gutter in gutters)
        if not (is_near and is_in_columns):
            break
        over.insert(0, line)
    return tuple(over)


def _narrow(gap: Gap, line: Line) -> Gap:
    """Return the parts of ``gap`` that ``line`` leaves free, none where its words run over it."""
    return tuple(part for gutter in gap for part in _free(gutter, line))


def _free(gutter: Gutter, line: Line) -> Iterator[Gutter]:
    """Yield the parts of ``gutter`` that ``line`` leaves free; the space between words of a sentence is none."""
    words = [word for word in line.words if word.box.x1 > gutter.start and word.box.x0 < gutter.end]
    edges = [gutter.start, *(edge for word in words for edge in (word.box.x0, word.box.x1)), gutter.end]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        part = Gutter(start, end)
        if part.width >= min(NARROWEST * line.size, gutter.width / 2) and not _is_space(part, gutter, line):
            yield part


def _is_space(part: Gutter, gutter: Gutter, line: Line) -> bool:
    """Whether ``part`` of ``gutter`` is a space in a sentence: no wider, and no column is known to begin there."""
    return any(
        left.box.x1 <= part.middle <= right.box.x0
        and right.box.x0 - left.box.x1 < RUNNING * line.size
        and abs(right.box.x0 - gutter.end) > SAME_START
        for left, right in pairwise(line.words)
    )


def _take(
    head: tuple[Line, ...], lines: Sequence[Line], gaps: tuple[Gap, ...]
) -> tuple[tuple[Line, ...], frozenset[int]]:
    """Return ``head`` and the first of ``lines`` that keep to ``gaps``, and which of them stand over all columns."""
    taken = list(head)
    across: set[int] = set()
    for at, line in enumerate(lines):
        gutters = tuple(gap[-1] for gap in gaps)
        if (taken and _ends(taken[-1], line, gutters)) or are_headings(lines[at : at + 2]):
            break
        left = tuple(_narrow(gap, line) for gap in gaps)
        is_over = not all(left)
        if _heads_part(taken, lines[at:], gaps, is_over=is_over):
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


def _ends(above: Line, line: Line, gutters: Sequence[Gutter]) -> bool:
    far = FAR_OF_ROW if len(columns_of(line, gutters)) >= FEWEST_TITLES else FAR
    return line.baseline - above.baseline > far * line.size or CAPTION.match(line.text) is not None


def _is_note(line: Line, above: Line, gutters: Sequence[Gutter]) -> bool:
    """Whether a line at the end is in the first column alone, not near the one above, and goes on no sentence."""
    is_far = line.baseline - above.baseline > NOTE_FAR * line.size
    return is_far and columns_of(line, gutters) == {0} and not line.text[:1].islower()


def _heads_part(above: Sequence[Line], lines: Sequence[Line], gaps: Sequence[Gap], *, is_over: bool) -> bool:
    """Whether the first of ``lines`` is a heading of a part: short, at the left, and a row of the table follows it.

    One that is not over several columns, and may be words of the first, has to be worded as a heading.
    """
    line, gutters = lines[0], tuple(gap[-1] for gap in gaps)
    is_short = len(line.words) <= LONGEST_ACROSS and len(_pieces(line)) == 1
    if not is_short or line.box.x0 > gutters[0].start or len(lines) == 1:
        return False
    below = lines[1]
    if _ends(line, below, gutters) or are_headings(lines[1:3]) or not columns_of(below, gutters) > {0}:
        return False
    if not all(_narrow(gap, below) for gap in gaps):
        return False
    return is_over or (is_title(line.text) and _has_ended(above, gutters))


def _has_ended(above: Sequence[Line], gutters: Sequence[Gutter]) -> bool:
    """Whether what the first column holds ``above`` has ended there."""
    last = above[-1] if above else None
    words = [word for word in last.words if column_of(word, gutters) == 0] if last else []
    return not words or words[0].is_bold or SENTENCE_END.search(words[-1].text) is not None


def _is_ruled(titled: Titled, rules: Sequence[float]) -> bool:
    """Whether rules part the rows."""
    return sum(titled.lines[0].baseline < at < titled.lines[-1].baseline for at in rules) > 1
