"""Reads scanned pages and pictures by OCR, where the extra "ocr" is installed; every row asks to be checked."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from ingest.advice import NO_READER
from ingest.errors import UnreadableError
from ingest.identify import Format, identify
from ingest.model import Finding, Level, Place, SourceDocument, SourceParagraph, SourceTable
from ingest.seen import SeenSheet

PARTS_OF_THE_EXTRA = ("rapidocr", "onnxruntime", "cv2")
NOTHING_READ = (
    "scanned",
    "It is a scan in which no words were found.",
    "Ask the sender for the document itself (.docx or PDF).",
)


def is_there() -> bool:
    """Tell whether the extra "ocr" is installed."""
    return all(find_spec(name) is not None for name in PARTS_OF_THE_EXTRA)


def read(path: Path, name: str, sha256: str) -> SourceDocument:
    """Return what the scan at ``path``, a PDF or a picture, shows, calling it ``name`` in every place.

    Raises ``UnreadableError`` where the extra is not installed, or no words can be found.
    """
    found = identify(path)
    if not is_there():
        raise UnreadableError(found.value, *NO_READER[Format.IMAGE])
    # Loaded here: the libraries are an optional extra, and take seconds to load.
    from ingest.readers.scan.blocks import Layout  # noqa: PLC0415 - see above
    from ingest.readers.scan.pages import open_pages  # noqa: PLC0415 - see above
    from ingest.readers.scan.sight import Sight  # noqa: PLC0415 - see above

    layout, sight = Layout(name), Sight()
    for page in open_pages(path, found):
        layout.add_page(sight.read_page(page))
    if not layout.words:
        raise UnreadableError(*NOTHING_READ)
    findings = (_about_all(name), *_about_rows(layout.blocks), *layout.doubts)
    return SourceDocument(name, sha256, found.value, tuple(layout.blocks), layout.words, findings)


def see_pages(path: Path, numbers: Sequence[int]) -> dict[int, SeenSheet]:
    """Return what is seen on those pages of the PDF at ``path``; pages without words are left out.

    Raises ``UnreadableError`` where the extra is not installed or there are too many pages.
    """
    if not is_there():
        raise UnreadableError(Format.PDF.value, *NO_READER[Format.IMAGE])
    # Loaded here: the libraries are an optional extra, and take seconds to load.
    from ingest.readers.scan.pages import open_pages  # noqa: PLC0415 - see above
    from ingest.readers.scan.sheets import describe  # noqa: PLC0415 - see above
    from ingest.readers.scan.sight import Sight  # noqa: PLC0415 - see above

    sight = Sight()
    seen = {page.number: describe(sight.read_page(page), page) for page in open_pages(path, Format.PDF, numbers)}
    return {number: sheet for number, sheet in seen.items() if sheet.lines}


def _about_all(name: str) -> Finding:
    message = "It is a scan, read by OCR: compare every row with the scan, letter by letter where it matters."
    return Finding(Level.CHECK, "ocr", message, Place(name))


def _about_rows(blocks: list[SourceParagraph | SourceTable]) -> list[Finding]:
    message = "This row was read by OCR from a scan; please check it against the scan."
    places = [place for block in blocks if isinstance(block, SourceTable) for place in block.row_places]
    return [Finding(Level.CHECK, "ocr-row", message, place) for place in places]
