"""The words of a page by OCR (rapidocr, whose models come in its package), each line with where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import rapidocr
from rapidocr import RapidOCR

from ingest.errors import UnreadableError
from ingest.readers.scan.pages import Picture, ScannedPage, straighten
from ingest.readers.scan.rules import Box, RuledTable, find_tables, without_dashes

MODELS = Path(rapidocr.__file__).parent / "models"
MODEL_PATTERNS = {"Det.model_path": "*_det_*.onnx", "Rec.model_path": "*_rec_*.onnx"}
"""Named outright: left to itself, the library fetches a model it does not find."""
NO_MODELS = (
    "ocr-models",
    "It is a scan, and the OCR program on this computer is incomplete.",
    'Have roundbook installed again with its extra "ocr", or ask the sender for the document itself.',
)
OVERLAP = 0.25
"""A line belongs to every cell that covers this part of the narrower of the two."""
HARD_TO_READ = 0.8
"""The engine is surer than this (0 to 1) of nearly every line that it has right, and of no page that lies wrong."""
FEWEST_LETTERS = 4
"""So many letters are wider than one is high."""
QUARTERS = (2, 1, 3)
"""Quarter turns by which a sheet may lie on the glass: upside down first, as a stack put in the wrong way."""
MARGIN = 4
"""Dots of paper around a piece of a line, without which its first letter is misread."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words read on one line."""

    text: str
    score: float
    box: Box

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the line."""
        return (self.box.left + self.box.right) / 2, (self.box.top + self.box.bottom) / 2

    @property
    def is_level(self) -> bool:
        """Whether it runs across the page; a letter or two may be taller than wide."""
        is_tall = self.box.bottom - self.box.top > self.box.right - self.box.left
        return not is_tall or len(self.text) < FEWEST_LETTERS


@dataclass(frozen=True, slots=True)
class SeenPage:
    """What was seen on a page."""

    number: int
    width: int
    height: int
    lines: tuple[Line, ...]
    tables: tuple[RuledTable, ...]

    @property
    def legibility(self) -> float:
        """How confidently its letters were read, from 0 to 1; a page without letters is read well enough.

        The engine also reads lines that run down the page, but they are none of a sheet that lies the right way.
        """
        letters = sum(len(line.text) for line in self.lines)
        level = (line for line in self.lines if line.is_level)
        return sum(line.score * len(line.text) for line in level) / letters if letters else 1.0


class Sight:
    """The OCR engine, loaded once for a document."""

    def __init__(self) -> None:
        """Load the models. Raises ``UnreadableError`` where they are missing."""
        found = {setting: next(iter(sorted(MODELS.glob(pattern))), None) for setting, pattern in MODEL_PATTERNS.items()}
        if None in found.values():
            raise UnreadableError(*NO_MODELS)
        settings = {setting: str(path) for setting, path in found.items()}
        self._engine = RapidOCR(
            params={**settings, "Global.use_cls": False, "Global.text_score": 0.0, "Global.log_level": "critical"}
        )

    def read_page(self, page: ScannedPage) -> SeenPage:
        """Return the lines and the tables of ``page``, turned the way it can be read."""
        seen = self._see(page)
        for quarter in QUARTERS:
            if seen.legibility >= HARD_TO_READ:
                break
            picture = np.ascontiguousarray(np.rot90(page.picture, quarter))
            turned = self._see(replace(page, picture=straighten(picture)))
            seen = max(seen, turned, key=lambda each: each.legibility)
        return seen

    def _see(self, page: ScannedPage) -> SeenPage:
        tables = find_tables(page.picture)
        cells = [cell.box for table in tables for cell in table.cells]
        picture = without_dashes(page.picture)
        lines = tuple(piece for line in self._read(picture) for piece in self._cut(line, cells, picture))
        height, width = page.picture.shape[:2]
        return SeenPage(page.number, width, height, lines, tables)

    def _read(self, picture: Picture) -> Iterator[Line]:
        # Said every time, for the engine goes on as it was last asked to: to read a piece without looking for lines.
        result: Any = self._engine(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR), use_det=True, use_cls=False, use_rec=True)
        if getattr(result, "boxes", None) is None:
            return
        for corners, text, score in zip(result.boxes, result.txts, result.scores, strict=True):
            (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
            if text.strip():
                yield Line(text.strip(), float(score), Box(int(left), int(top), int(right), int(bottom)))

    def _cut(self, line: Line, cells: Iterable[Box], picture: Picture) -> Iterable[Line]:
        """Read a line that runs over a rule piece by piece, as neighbouring cells without much between them make it."""
        under = [cell for cell in cells if _shares(line.box, cell)]
        if len(under) <= 1:
            return (line,)
        pieces = (_common(line.box, cell) for cell in sorted(under, key=lambda cell: cell.left))
        return tuple(read for piece in pieces if (read := self._read_piece(piece, picture)))

    def _read_piece(self, box: Box, picture: Picture) -> Line | None:
        area = picture[max(0, box.top - MARGIN) : box.bottom + MARGIN, max(0, box.left - MARGIN) : box.right + MARGIN]
        result: Any = self._engine(cv2.cvtColor(area, cv2.COLOR_GRAY2BGR), use_det=False, use_cls=False, use_rec=True)
        text = " ".join(result.txts or ()).strip()
        return Line(text, float(min(result.scores)), box) if text else None


def _common(one: Box, other: Box) -> Box:
    return Box(
        max(one.left, other.left), max(one.top, other.top), min(one.right, other.right), min(one.bottom, other.bottom)
    )


def _shares(line: Box, cell: Box) -> bool:
    """Tell whether a line stands in a cell, wholly or with a part worth reading."""
    common = _common(line, cell)
    across, down = common.right - common.left, common.bottom - common.top
    narrower = min(line.right - line.left, cell.right - cell.left)
    return across > OVERLAP * narrower and down > (line.bottom - line.top) / 2
