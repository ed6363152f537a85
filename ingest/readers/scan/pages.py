"""The pages of a scan as upright grey pictures of one size of letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageSequence, UnidentifiedImageError

from ingest.errors import UnreadableError
from ingest.identify import Format

Picture = NDArray[Any]
"""Rows of dots, from 0 for ink to 255 for paper."""

DOTS_PER_INCH = 200
"""Where letters of 9 points are 25 dots high, as the models want them; more costs time and finds no more."""
POINTS_PER_INCH = 72
A4_WIDTH_INCHES = 8.3
LARGEST_SIDE_INCHES = 24
MOST_PAGES = 100
"""At five seconds a page this is eight minutes."""
MOST_DOTS = 100_000_000
"""A page of A4 at 1,000 dots per inch; a picture that unpacks to more is made to do harm."""
STEEPEST = 6.0
"""Degrees by which a sheet lies askew on the glass."""
FINEST = 0.1
SMALL_WIDTH = 600
"""Wide enough to see the lines of text, small enough to turn forty times."""
WHITE = 255

TOO_LONG = ("too-long", f"It has more than {MOST_PAGES} scanned pages.", "Put only the pages with the return in.")
DAMAGED = ("damaged", "It is a damaged picture.", "Ask the sender for the document itself (.docx or PDF).")


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """A page, counted from 1, as a straight grey picture."""

    number: int
    picture: Picture
    dots_per_inch: float = DOTS_PER_INCH


def open_pages(path: Path, found: Format, numbers: Sequence[int] = ()) -> Iterator[ScannedPage]:
    """Give the pages of the PDF or picture at ``path``; of a PDF only those with ``numbers``, if there are any.

    Raises ``UnreadableError``.
    """
    if found is Format.PDF:
        yield from _draw_pdf(path, numbers)
        return
    for number, picture in enumerate(_open_image(path), start=1):
        yield ScannedPage(number, straighten(picture))


def _draw_pdf(path: Path, numbers: Sequence[int]) -> Iterator[ScannedPage]:
    document = pypdfium2.PdfDocument(path)
    try:
        wanted = numbers or range(1, len(document) + 1)
        if len(wanted) > MOST_PAGES:
            raise UnreadableError(*TOO_LONG)
        for number in wanted:
            page = document[number - 1]
            longest = max(page.get_size()) / POINTS_PER_INCH
            dots = DOTS_PER_INCH * min(1.0, LARGEST_SIDE_INCHES / longest)
            drawn = page.render(scale=dots / POINTS_PER_INCH, grayscale=True)
            yield ScannedPage(number, straighten(np.asarray(drawn.to_pil().convert("L"))), dots)
    finally:
        document.close()


def _open_image(path: Path) -> Iterator[Picture]:
    try:
        with Image.open(path) as image:
            if image.width * image.height > MOST_DOTS:
                raise UnreadableError(*DAMAGED)
            for number, frame in enumerate(ImageSequence.Iterator(image)):
                if number >= MOST_PAGES:
                    raise UnreadableError(*TOO_LONG)
                yield _at_reading_size(frame.convert("L"))
    except (UnidentifiedImageError, OSError, ValueError) as error:
        raise UnreadableError(*DAMAGED) from error


def _at_reading_size(image: Image.Image) -> Picture:
    """Return a picture of a sheet, which rarely says how large the sheet is, as wide as A4 at our resolution."""
    width = round(min(image.size) / A4_WIDTH_INCHES)
    scale = DOTS_PER_INCH / max(width, 1)
    return np.asarray(image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.LANCZOS))


def straighten(picture: Picture) -> Picture:
    """Return ``picture`` turned so that its lines are level."""
    angle = find_angle(picture)
    if abs(angle) < FINEST:
        return picture
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned: Picture = cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=WHITE)
    return turned


def find_angle(picture: Picture) -> float:
    """Return by how many degrees ``picture`` must be turned anticlockwise for its lines to be level.

    Where they are, rows of dots are either full of ink or empty, and their sums differ most.
    """
    height, width = picture.shape[:2]
    size = (SMALL_WIDTH, round(height * SMALL_WIDTH / width))
    ink = WHITE - cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    coarse = _steepest_contrast(ink, np.arange(-STEEPEST, STEEPEST + 0.5, 0.5))
    return _steepest_contrast(ink, np.arange(coarse - 0.5, coarse + 0.5, FINEST))


def _steepest_contrast(ink: Picture, angles: NDArray[np.float64]) -> float:
    def contrast(angle: float) -> float:
        height, width = ink.shape[:2]
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
        sums = cv2.warpAffine(ink, turn, (width, height)).sum(axis=1, dtype=np.float64)
        return float(np.square(np.diff(sums)).sum())

    return max((float(angle) for angle in angles), key=contrast)
