"""The words of a page by OCR (rapidocr, whose models come in its package), each line with where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import rapidocr
from rapidocr import RapidOCR

from ingest.errors import UnreadableError
from ingest.readers.scan.pages import Picture, ScannedPage
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


@dataclass(frozen=True, slots=True)
class SeenPage:
    """What was seen on a page."""

    number: int
    height: int
    lines: tuple[Line, ...]
    tables: tuple[RuledTable, ...]


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
        """Return the lines and the tables of ``page``."""
        tables = find_tables(page.picture)
        cells = [cell.box for table in tables for cell in table.cells]
        picture = without_dashes(page.picture)
        lines = tuple(piece for line in self._read(picture) for piece in self._cut(line, cells, picture))
        return SeenPage(page.number, page.picture.shape[0], lines, tables)

    def _read(self, picture: Picture) -> Iterator[Line]:
        result: Any = self._engine(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR))
        if result.boxes is None:
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
