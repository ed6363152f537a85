"""What an eye sees on a page that is a picture: how scanned pages get from one reader to another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a page, in points from its top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class SeenLine:
    """Words read on one line."""

    text: str
    area: Area


@dataclass(frozen=True, slots=True)
class SeenSheet:
    """A page as it was seen."""

    width: float
    height: float
    lines: tuple[SeenLine, ...]
    cells: tuple[Area, ...]
    """The areas that rules close in."""


See: TypeAlias = Callable[[Path, Sequence[int]], Mapping[int, SeenSheet]]
"""Given a PDF and the numbers of some of its pages, returns what is seen on each of them."""
