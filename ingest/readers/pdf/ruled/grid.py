"""Rules to grids: which rules make one table, and which cells, merged ones too, they close off."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.readers.pdf.page import Box
from ingest.readers.pdf.ruled.rules import ONE_RULE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.readers.pdf.page import Rule

TOUCH = 4.0
"""Rules of one table meet, or miss each other by no more than this."""
SAME_ENDS = 1.0
FEWEST_WHOLE = 2
"""Upright rules whose ends differ by no more, and so many others, are drawn for the same rows."""
WALL = 0.6
"""A side of a cell that is ruled to this part is closed."""
NARROWEST = 4.0
"""Two edges nearer than this are one: no cell is narrower."""
MOST_BOXES = 60_000
"""A grid with more is a drawing or squared paper, not a table to read."""


# No two cells of a grid are equal, so each is known by being itself: they are keys, asked for very often.
@dataclass(frozen=True, slots=True, eq=False)
class GridCell:
    """A cell, its place counted from 0 in rows and columns of its grid."""

    row: int
    col: int
    rowspan: int
    colspan: int
    box: Box
    open_sides: int = 0
    """How many of its sides no rule closes, where one closes that side of other cells."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The edges of columns and rows, and the cells between."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]

    @property
    def box(self) -> Box:
        """All of it."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def find_grids(lying: Sequence[Rule], standing: Sequence[Rule]) -> tuple[Grid, ...]:
    """Return a grid for each group of ``lying`` and ``standing`` rules that meet one another."""
    groups = list(_groups(lying, standing))
    alone = [columns[0] for rows, columns in groups if not rows and len(columns) == 1]
    grids = (_make_grid(rows, [*columns, *_outer_walls(columns, alone)]) for rows, columns in groups if rows)
    return tuple(grid for grid in grids if grid is not None)


def _outer_walls(columns: Sequence[Rule], alone: Sequence[Rule]) -> list[Rule]:
    """Return those of ``alone``, which meet no level rule, that go as far up and down as ``columns`` do.

    They close a cell that is merged downwards, and on this page neither begins nor ends.
    """
    if not columns:
        return []
    start, end = min(rule.start for rule in columns), max(rule.end for rule in columns)

    def is_whole(rule: Rule) -> bool:
        return abs(rule.start - start) <= SAME_ENDS and abs(rule.end - end) <= SAME_ENDS

    return [rule for rule in alone if is_whole(rule)] if sum(map(is_whole, columns)) >= FEWEST_WHOLE else []


def _groups(lying: Sequence[Rule], standing: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    parent = list(range(len(lying) + len(standing)))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    heights = [rule.at for rule in lying]
    for number, upright in enumerate(standing, start=len(lying)):
        first = bisect_left(heights, upright.start - TOUCH)
        last = bisect_right(heights, upright.end + TOUCH)
        for other in range(first, last):
            level = lying[other]
            if level.start - TOUCH <= upright.at <= level.end + TOUCH:
                parent[root(other)] = root(number)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for item in range(len(parent)):
        rows, columns = groups.setdefault(root(item), ([], []))
        if item < len(lying):
            rows.append(lying[item])
        else:
            columns.append(standing[item - len(lying)])
    yield from groups.values()


def _edges(places: Sequence[float]) -> tuple[float, ...]:
    """Return ``places`` in order, those too near each other to hold a cell between them made one."""
    bundles: list[list[float]] = []
    for place in sorted(places):
        if not bundles or place - bundles[-1][0] >= NARROWEST:
            bundles.append([])
        bundles[-1].append(place)
    return tuple(sum(bundle) / len(bundle) for bundle in bundles)


def _make_grid(lying: Sequence[Rule], standing: Sequence[Rule]) -> Grid | None:
    if not lying or not standing:
        return None
    xs = _edges([rule.at for rule in standing] + _far_ends(lying, [rule.at for rule in standing]))
    ys = _edges([rule.at for rule in lying] + _far_ends(standing, [rule.at for rule in lying]))
    n_rows, n_cols = len(ys) - 1, len(xs) - 1
    if n_rows < 1 or n_cols < 1 or n_rows * n_cols > MOST_BOXES:
        return None
    return Grid(xs, ys, tuple(_close_cells(xs, ys, _walls(lying, ys, xs), _walls(standing, xs, ys))))


def _far_ends(rules: Sequence[Rule], at: Sequence[float]) -> list[float]:
    """Return where ``rules`` reach beyond the outermost crossing rule: the side of a table drawn without one."""
    first, last = min(rule.start for rule in rules), max(rule.end for rule in rules)
    slack = TOUCH + ONE_RULE
    return [end for end in (first, last) if end < min(at) - slack or end > max(at) + slack]


def _walls(rules: Sequence[Rule], at: Sequence[float], across: Sequence[float]) -> list[list[bool]]:
    """Return for each edge of ``at`` and each interval of ``across`` whether rules close it."""
    covered = [[0.0] * (len(across) - 1) for _ in at]
    for rule in rules:
        edge = min(range(len(at)), key=lambda each: abs(at[each] - rule.at))
        first = max(0, bisect_right(across, rule.start) - 1)
        for step in range(first, len(across) - 1):
            if across[step] >= rule.end:
                break
            covered[edge][step] += min(rule.end, across[step + 1]) - max(rule.start, across[step])
    return [[part >= WALL * (across[step + 1] - across[step]) for step, part in enumerate(row)] for row in covered]


def _close_cells(
    xs: Sequence[float], ys: Sequence[float], floors: list[list[bool]], sides: list[list[bool]]
) -> Iterator[GridCell]:
    """Yield the cells, in reading order, growing each to the right and then down until a wall stops it."""
    n_rows, n_cols = len(ys) - 1, len(xs) - 1
    taken = [[False] * n_cols for _ in range(n_rows)]
    for row in range(n_rows):
        for col in range(n_cols):
            if taken[row][col]:
                continue
            right = col + 1
            while right < n_cols and not sides[right][row] and not taken[row][right]:
                right += 1
            below = row + 1
            while (
                below < n_rows and _is_open_row(floors, sides, below, col, right) and not any(taken[below][col:right])
            ):
                below += 1
            for each in range(row, below):
                taken[each][col:right] = [True] * (right - col)
            box = Box(xs[col], ys[row], xs[right], ys[below])
            opened = _open_sides(floors, sides, (row, below), (col, right))
            yield GridCell(row, col, below - row, right - col, box, opened)


def _is_open_row(floors: list[list[bool]], sides: list[list[bool]], row: int, col: int, right: int) -> bool:
    """Whether the boxes of ``row`` from ``col`` to ``right`` belong to the cell above them."""
    no_floor = not any(floors[row][col:right])
    return no_floor and not any(sides[edge][row] for edge in range(col + 1, right))


def _open_sides(floors: list[list[bool]], sides: list[list[bool]], rows: tuple[int, int], cols: tuple[int, int]) -> int:
    top, below = rows
    left, right = cols
    edges = (
        (floors[top], left, right),
        (floors[below], left, right),
        (sides[left], top, below),
        (sides[right], top, below),
    )
    return sum(any(edge) and not all(edge[start:end]) for edge, start, end in edges)
