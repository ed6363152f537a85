"""Parts of a page that are read by themselves: columns of text side by side, and tables next to text or each other.

A gutter between columns of a page looks like one between columns of a table. It parts the page where ordinary text
runs down one side of it without rows in common with the other, or where each side has a table under its own caption.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.figures.figures import find_figures
from ingest.readers.pdf.figures.pieces import find_pieces
from ingest.readers.pdf.text.captions import CAPTION
from ingest.readers.pdf.text.gutters import chunks, gaps
from ingest.readers.pdf.text.lines import find_lines
from ingest.readers.pdf.text.titles import is_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.readers.pdf.page import Rule
    from ingest.readers.pdf.text.lines import Line

FEWEST_LINES = 5
"""A column of a page has so many lines at least."""
STEP = 4.0
"""How finely the places of gutters are told apart, in points."""
BEFORE = 6.0
"""A gutter is looked for so far left of where lines begin: a caption begins a little before the cells below it."""
MIDDLE = (0.2, 0.8)
"""The gutter of two columns stands in this part of the lines' width."""
MOST_GUTTERS = 6
NARROWEST = 0.9
"""The gutter of a page is at least this wide, in font sizes."""
WORDS = 3.5
FULL = 0.7
FEWEST_OF_TEXT = 3
"""Text is so many lines below each other with more words than this that fill most of the width."""
CLOSE = 1.7
"""Lines of a text are no further apart than this many font sizes."""
LOOSER = 1.12
"""Lines this much further apart than the nearest begin a row or a paragraph."""
SAME_LINE = 0.25
"""Lines whose baselines differ by no more than this part of their size stand side by side."""
IN_STEP = 0.6
"""From so many of their breaks in common two columns have rows in common."""
OUT_OF_STEP = 0.3
"""Of two tables side by side so many lines have nothing beside them, where their rows alone must tell them apart."""
OVERHANG = 4.0
PAGE_RULES = 2
"""Of two rules over a gutter one may be below the head of the page and one above its foot; more are a table's."""
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Zone:
    """Lines that are read one after the other."""

    lines: tuple[Line, ...]
    is_column: bool = False
    """Whether something else stands beside it."""


@dataclass(frozen=True, slots=True)
class Split:
    """Lines with those between that a gutter parts."""

    above: Sequence[Line]
    sides: tuple[Sequence[Line], Sequence[Line]]
    below: Sequence[Line]


def find_zones(lines: Sequence[Line], borders: Sequence[Rule], depth: int = 0) -> list[Zone]:
    """Return the zones of ``lines``, from top to bottom and from left to right; ``borders`` are the lying rules."""
    split = max(_splits(lines, borders), key=_size, default=None) if depth < DEEPEST else None
    if split is None:
        return [Zone(tuple(lines), is_column=depth > 0)] if lines else []
    return [
        *find_zones(split.above, borders, depth),
        *(zone for side in split.sides for zone in find_zones(side, borders, depth + 1)),
        *find_zones(split.below, borders, depth),
    ]


def _size(split: Split) -> int:
    return sum(len(line.words) for side in split.sides for line in side)


def _splits(lines: Sequence[Line], borders: Sequence[Rule]) -> Iterator[Split]:
    """Yield the ways in which a gutter parts ``lines``; what stands between rules that go over it stays together."""
    for gutter in _gutters(lines):
        heights = [rule.at for rule in borders if rule.start < gutter - OVERHANG and rule.end > gutter + OVERHANG]
        crossed = sorted(heights)
        at = 0
        for (is_over, n_above), group in groupby(lines, key=lambda line: _where(line, gutter, crossed)):
            stretch = list(group)
            first, at = at, at + len(stretch)
            is_between = 0 < n_above < len(crossed) and len(crossed) > PAGE_RULES
            if is_over or is_between or len(stretch) < FEWEST_LINES:
                continue
            left, right = sides = _sides(stretch, gutter)
            if min(len(left), len(right)) >= FEWEST_OF_TEXT and _is_parted(left, right, borders):
                yield Split(lines[:first], sides, lines[at:])


def _where(line: Line, gutter: float, crossed: Sequence[float]) -> tuple[bool, int]:
    """Return whether ``line`` goes over the gutter, and how many rules that do so are above it."""
    return _is_over(line, gutter), bisect_left(crossed, line.baseline)


def _gutters(lines: Sequence[Line]) -> list[float]:
    """Return where a gutter may be: left of where many lines begin, or go on after a gap."""
    if len(lines) < FEWEST_LINES:
        return []
    start, end = min(line.box.x0 for line in lines), max(line.box.x1 for line in lines)
    least, most = (start + part * (end - start) for part in MIDDLE)
    ends = Counter(int(gap.end / STEP) for line in lines for gap in gaps(line))
    ends.update(int(line.box.x0 / STEP) for line in lines)
    places = [step for step, count in ends.most_common() if count >= FEWEST_OF_TEXT and least < step * STEP < most]
    return [step * STEP - BEFORE for step in sorted(places[:MOST_GUTTERS])]


def _is_over(line: Line, gutter: float) -> bool:
    """Whether a word of ``line`` stands at ``gutter``, or words to both sides of it are near."""
    left = max((word.box.x1 for word in line.words if word.box.x0 < gutter), default=None)
    right = min((word.box.x0 for word in line.words if word.box.x0 >= gutter), default=None)
    if left is None:
        return False
    return left > gutter or (right is not None and right - left < NARROWEST * line.size)


def _sides(lines: Sequence[Line], gutter: float) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    words = [word for line in lines for word in line.words]
    return (
        find_lines(word for word in words if word.box.x0 < gutter),
        find_lines(word for word in words if word.box.x0 >= gutter),
    )


def _is_parted(left: Sequence[Line], right: Sequence[Line], borders: Sequence[Rule]) -> bool:
    """Whether two sides are read one after the other."""
    if _shares_titles(left, right):
        return False
    near_left, near_right = _nearest(left, -1), _nearest(right, 0)
    match _is_text(near_left), _is_text(near_right):
        case False, False:
            return _are_two_tables(left, right, borders)
        case True, True:
            return not _is_in_step(near_left, near_right)
        case is_left, _:
            text, other, side = (near_left, near_right, right) if is_left else (near_right, near_left, left)
            if (side is right and not _begins_with_labels(right)) or _is_in_step(text, other):
                return False
            is_captioned = side is right and _has_caption(side)
            return not _has_one_each(text, other) and (is_captioned or bool(find_figures(side, borders)))


def _nearest(side: Sequence[Line], at: int) -> tuple[Line, ...]:
    """Return the column of ``side`` that is next to the gutter: the first or the last piece of each line."""
    return find_lines(word for line in side for word in chunks(line)[at])


def _shares_titles(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the headings of a plan or a return stand over both sides on one line."""
    titled = [[line.baseline for line in side if is_title(line.text)] for side in (left, right)]
    return any(abs(first - second) < 1 for first in titled[0] for second in titled[1])


def _is_text(side: Sequence[Line]) -> bool:
    """Whether ordinary text runs down ``side``, or a part of it."""
    width = max(line.box.x1 for line in side) - min(line.box.x0 for line in side)
    run = 0
    for above, line in pairwise([side[0], *side]):
        is_full = line.box.width >= FULL * width and len(line.words) > WORDS and not gaps(line)
        is_near = line.baseline - above.baseline <= CLOSE * line.size
        run = (run if is_near else 0) + 1 if is_full else 0
        if run >= FEWEST_OF_TEXT:
            return True
    return False


def _is_in_step(text: Sequence[Line], other: Sequence[Line]) -> bool:
    """Whether the paragraphs of ``text`` begin where those, or the lines, of ``other`` do: both are cells of rows."""
    breaks = _breaks(text)
    others = _breaks(other) if _is_text(other) else [line.baseline for line in other]
    fewer, more = sorted((breaks, others), key=len)
    met = sum(any(abs(first - second) <= SAME_LINE * text[0].size for second in more) for first in fewer)
    return len(fewer) > 1 and met >= IN_STEP * len(fewer) and len(fewer) >= len(more) / 2


def _has_one_each(text: Sequence[Line], other: Sequence[Line]) -> bool:
    """Whether one line of ``other`` stands beside each paragraph of ``text``: long labels with their figures."""
    starts = _breaks(text)
    held = Counter(bisect_right(starts, line.baseline + SAME_LINE * line.size) for line in other)
    return len(starts) > 1 and sum(count == 1 for count in held.values()) >= IN_STEP * max(len(held), len(starts))


def _breaks(side: Sequence[Line]) -> list[float]:
    """Return the baselines of lines that stand further from the one above than lines of a paragraph do."""
    steps = [below.baseline - above.baseline for above, below in pairwise(side)]
    usual = sorted(steps)[len(steps) // 5]
    begun = [line.baseline for line, step in zip(side[1:], steps, strict=True) if step > LOOSER * usual]
    return [side[0].baseline, *begun]


def _are_two_tables(left: Sequence[Line], right: Sequence[Line], borders: Sequence[Rule]) -> bool:
    """Whether each side has a table of its own: under its own caption or title, or with rows of its own."""
    if all(_has_caption(side) for side in (left, right)) or _have_titles(left, right):
        return True
    if not _begins_with_labels(right):
        return False
    beside = {round(line.baseline) for line in left}
    apart = sum(not beside & {round(line.baseline) + off for off in (-1, 0, 1)} for line in right)
    return apart >= OUT_OF_STEP * len(right) and all(find_figures(side, borders) for side in (left, right))


def _has_caption(side: Sequence[Line]) -> bool:
    """Whether a caption begins where ``side`` does."""
    start = min(line.box.x0 for line in side)
    return any(line.box.x0 - start < line.size and CAPTION.match(line.text) for line in side)


def _have_titles(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether bold words stand at one height where each side begins, the headings of its columns below them."""
    titles, others = ({line.baseline for line in _titles(side)} for side in (left, right))
    return any(abs(title - other) < 1 for title in titles for other in others)


def _titles(side: Sequence[Line]) -> Iterator[Line]:
    start = min(line.box.x0 for line in side)
    for line, below in pairwise(side):
        is_title = line.is_bold and line.box.x0 - start < line.size and len(chunks(line)) == 1
        if is_title and len(chunks(below)) > 1:
            yield line


def _begins_with_labels(side: Sequence[Line]) -> bool:
    """Whether most lines of ``side`` begin with words, as rows do, and not with a figure."""
    return sum(not find_pieces(line)[0].is_figure for line in side) > len(side) / 2
