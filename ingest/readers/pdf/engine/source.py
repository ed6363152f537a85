"""A PDF's structure as pdfminer finds it: its pages in order, how each lies, and where the thorough engine draws it.

That engine is loaded only when it is asked: on nearly all documents it never is, and loading it takes longer than
reading a page.
"""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO
from numbers import Number
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pdfplumber.page import Page as PlumberPage

BOXES = ("MediaBox", "CropBox", "TrimBox", "BleedBox", "ArtBox")
"""The boxes a page may have (ISO 32000-1, 14.11.2); it must have the first, its own or its parent's."""
SIDEWAYS = frozenset({90, 270})
CORNERS = 4


class BrokenError(Exception):
    """The structure of a PDF cannot be made out; what went wrong is its cause."""


class SourcePage:
    """A page as the file has it."""

    def __init__(
        self,
        page_obj: PDFPage,
        page_number: int,
        draw: Callable[[int], PlumberPage],
        gaps: dict[int, frozenset[str]] | None = None,
    ) -> None:
        """Take the page numbered ``page_number`` from 1, which ``draw`` draws; any exception says that it is broken.

        ``gaps`` is what all pages of the document know of its fonts: see ``engine.gaps``.
        The page is as wide and high as its media box, turned as it is shown (ISO 32000-1, 7.7.3.3).
        """
        self.page_obj = page_obj
        self.page_number = page_number
        self.gaps = {} if gaps is None else gaps
        self.rotation = (resolve1(page_obj.attrs.get("Rotate")) or 0) % 360
        boxes = [_box_of(page_obj, name) for name in BOXES if name in page_obj.attrs or name == BOXES[0]]
        x0, y0, x1, y1 = boxes[0]
        is_sideways = self.rotation in SIDEWAYS
        self.width, self.height = (abs(y1 - y0), abs(x1 - x0)) if is_sideways else (abs(x1 - x0), abs(y1 - y0))
        self._draw = draw

    @contextmanager
    def drawn(self) -> Iterator[PlumberPage]:
        """Give the page as the thorough engine draws it."""
        page = self._draw(self.page_number)
        try:
            yield page
        finally:
            page.close()


def _box_of(page: PDFPage, name: str) -> tuple[float, float, float, float]:
    box = [resolve1(side) for side in resolve1(page.attrs.get(name))]
    if len(box) < CORNERS or not all(isinstance(side, Number) for side in box):
        message = f"{name} is no box"
        raise ValueError(message)
    x0, y0, x1, y1 = (float(side) for side in box[:CORNERS])
    return x0, y0, x1, y1


class Source:
    """A PDF that is open."""

    def __init__(self, stream: Any, path: Path | BytesIO) -> None:  # noqa: ANN401 - pdfminer wants any binary stream
        """Read the structure of what is in ``stream``; raises ``BrokenError`` where it cannot be made out."""
        self._path = path
        self._plumber: Any = None
        try:
            document = PDFDocument(PDFParser(stream))
            self.catalog: Mapping[str, object] = document.catalog
            gaps: dict[int, frozenset[str]] = {}
            self.pages = [
                SourcePage(page, number, self._draw, gaps)
                for number, page in enumerate(PDFPage.create_pages(document), 1)
            ]
        except Exception as error:  # a file's structure can be broken in any way
            raise BrokenError(error) from error

    def _draw(self, number: int) -> PlumberPage:
        if self._plumber is None:
            import pdfplumber  # noqa: PLC0415 - takes a tenth of a second, and is seldom needed

            same = BytesIO(self._path.getvalue()) if isinstance(self._path, BytesIO) else self._path
            self._plumber = pdfplumber.open(same, raise_unicode_errors=False)
        page: PlumberPage = self._plumber.pages[number - 1]
        return page

    def close(self) -> None:
        """Let go of the file."""
        if self._plumber is not None:
            self._plumber.close()


@contextmanager
def open_source(path: Path | BytesIO) -> Iterator[Source]:
    """Open the PDF at ``path`` or in memory; raises ``BrokenError`` where its structure cannot be made out."""
    with path.open("rb") if isinstance(path, Path) else BytesIO(path.getvalue()) as stream:
        source = Source(stream, path)
        try:
            yield source
        finally:
            source.close()
