"""Pictures of places in documents, for as long as the page is open: drawn once, by a child process, and then kept.

A PDF is drawn as it is, a Word document as LibreOffice prints it. Where neither works there is no picture, and whoever
asked shows the row in another way.
"""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Lock
from typing import TYPE_CHECKING

from ingest import office
from ingest.hashing import hash_file
from ingest.identify import Format, identify
from ingest.scratch import scratch_folder
from roundbook.page.drawing import draw_place
from roundbook.workers import Workers

if TYPE_CHECKING:
    from pathlib import Path

    from match.model import LinkedUpdate
    from roundbook.page.drawing import Drawn

MOST_SECONDS = 60.0
"""To draw a place, on a slow computer; a page takes half a second."""
MOST_KEPT = 200
"""Rows whose pictures are kept; each has some 30 kB."""

Wanted = tuple[str, int | None, tuple[str, ...]]
"""A document by its SHA-256, a page, and the words of a row."""


class Pictures:
    """Draws, and keeps what it drew."""

    def __init__(self) -> None:
        """Have a folder and a child process, which are gone when the pictures are closed."""
        self._open = ExitStack()
        self._folder = self._open.enter_context(scratch_folder())
        self._children = self._open.enter_context(Workers(1, lambda *_: MOST_SECONDS))
        self._ahead = self._open.enter_context(ThreadPoolExecutor(1, thread_name_prefix="ahead"))
        self._lock = Lock()
        self._kept: OrderedDict[Wanted, tuple[Drawn, ...]] = OrderedDict()

    def close(self) -> None:
        """Remove everything."""
        self._ahead.shutdown(cancel_futures=True)
        self._open.close()

    def look_ahead(self, copy: Path, linked: LinkedUpdate) -> None:
        """Begin to draw what is likely to be asked for next."""
        self._ahead.submit(self.find, copy, linked)

    def find(self, copy: Path, linked: LinkedUpdate) -> tuple[Drawn, ...]:
        """Return pictures, in order, of where a row stands in the ``copy`` of its document; none where none can be."""
        texts = tuple(field.text for field in linked.update.raw)
        try:
            wanted = (hash_file(copy), linked.place.page, texts)
        except OSError:
            return ()
        # One at a time: a second request for the same row finds it drawn.
        with self._lock:
            if wanted not in self._kept:
                self._kept[wanted] = self._draw(copy, wanted)
            self._kept.move_to_end(wanted)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
            return self._kept[wanted]

    def _draw(self, copy: Path, wanted: Wanted) -> tuple[Drawn, ...]:
        sha256, page, texts = wanted
        try:
            printed = self._print(copy, sha256)
            return self._children.submit(draw_place, printed, page, texts).result() if printed else ()
        except Exception:  # noqa: BLE001 - whatever it is about the document, there is another way to show the row
            return ()

    def _print(self, copy: Path, sha256: str) -> Path | None:
        """Return a PDF that shows the document; None where there is none."""
        found = identify(copy)
        if found is Format.PDF:
            return copy
        if found not in office.PRINTED or not office.is_there():
            return None
        path = self._folder / f"{sha256}.pdf"
        if not path.is_file():
            self._folder.mkdir(exist_ok=True)
            with office.converted((office.Job(copy, found),), office.PRINTED) as (made,):
                if made is None:
                    return None
                made.replace(path)
        return path
