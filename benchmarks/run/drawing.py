"""Draws curves on logarithmic sides as an SVG, one chart beside the other."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 420, 300
LEFT, RIGHT, TOP, UNDER = 56, 32, 34, 108
COLORS = ("#1f4e79", "#b45f06", "#38761d")
"""Dark enough to be told apart on paper, too."""
DASHES = ("", "7 4", "2 3")
FONT = 'font-family="Helvetica, Arial, sans-serif" font-size="11"'


@dataclass(frozen=True, slots=True)
class Curve:
    """What grows, at several sizes."""

    name: str
    points: Sequence[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class _Scale:
    """From values to places on the paper, by whole powers of ten."""

    low: int
    high: int
    start: float
    end: float

    @classmethod
    def over(cls, values: Sequence[float], start: float, end: float) -> _Scale:
        low = math.floor(math.log10(min(values)))
        return cls(low, max(low + 1, math.ceil(math.log10(max(values)))), start, end)

    def place(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)

    @property
    def marks(self) -> Iterator[float]:
        return (10.0**power for power in range(self.low, self.high + 1))


def draw(charts: Mapping[str, Sequence[Curve]], note: str) -> str:
    """Return a picture with a chart for each name in ``charts``, and a note below."""
    parts = [_chart(name, curves, at * WIDTH) for at, (name, curves) in enumerate(charts.items())]
    width = WIDTH * len(charts)
    words = f'<text x="{LEFT}" y="{HEIGHT - 6}" {FONT} fill="#555">{escape(note)}</text>'
    paper = f'<rect width="{width}" height="{HEIGHT}" fill="#fff"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT}" width="{width}" height="{HEIGHT}">\n'
        f"{paper}\n{chr(10).join(parts)}\n{words}\n</svg>\n"
    )


def _chart(name: str, curves: Sequence[Curve], left: float) -> str:
    points = [point for curve in curves for point in curve.points]
    across = _Scale.over([size for size, _ in points], left + LEFT, left + WIDTH - RIGHT)
    up = _Scale.over([value for _, value in points], HEIGHT - UNDER, TOP)
    title = f'<text x="{left + LEFT}" y="18" {FONT} font-weight="bold">{escape(name)}</text>'
    return "\n".join((title, *_sides(across, up), *_curves(curves, across, up, left)))


def _sides(across: _Scale, up: _Scale) -> Iterator[str]:
    for mark in across.marks:
        x = across.place(mark)
        yield f'<line x1="{x}" y1="{up.start}" x2="{x}" y2="{up.end}" stroke="#ddd"/>'
        yield f'<text x="{x}" y="{up.start + 15}" {FONT} text-anchor="middle">{mark:,.0f}</text>'
    for mark in up.marks:
        y = up.place(mark)
        yield f'<line x1="{across.start}" y1="{y}" x2="{across.end}" y2="{y}" stroke="#ddd"/>'
        yield f'<text x="{across.start - 6}" y="{y + 4}" {FONT} text-anchor="end">{mark:,g}</text>'


def _curves(curves: Sequence[Curve], across: _Scale, up: _Scale, left: float) -> Iterator[str]:
    for at, curve in enumerate(curves):
        line = f'stroke="{COLORS[at]}" stroke-width="2" stroke-dasharray="{DASHES[at]}" fill="none"'
        places = [(across.place(size), up.place(value)) for size, value in curve.points]
        yield f'<polyline points="{" ".join(f"{x},{y}" for x, y in places)}" {line}/>'
        yield from (f'<circle cx="{x}" cy="{y}" r="3" fill="{COLORS[at]}"/>' for x, y in places)
        y = HEIGHT - UNDER + 36 + 16 * at
        yield f'<line x1="{left + LEFT}" y1="{y - 4}" x2="{left + LEFT + 26}" y2="{y - 4}" {line}/>'
        yield f'<text x="{left + LEFT + 32}" y="{y}" {FONT}>{escape(curve.name)}</text>'
