"""What is worth saying about a PDF that was read: what is missing from it, and what should be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.errors import UnreadableError
from ingest.model import Finding, Level, Place
from ingest.readers.pdf.marks.letters import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.page import Page

SCANNED = (
    "scanned",
    "It holds only pictures of pages, no text.",
    'Ask the sender for the Word document, or install roundbook with its extra "ocr", which reads scans.',
)
EMPTY = ("empty", "It has no text in it.", "Open it to see what it shows, and ask the sender for the Word document.")
UNREADABLE_TEXT = (
    "unreadable-text",
    "Its fonts do not say which letters they show, so its text is unreadable for any program.",
    "Ask the sender for the Word document, or make the text readable with OCR in a PDF program.",
)


def check_has_text(pages: Sequence[Page]) -> None:
    """Raise ``UnreadableError`` if there is not a word on ``pages``."""
    if not any(_has_text(page) for page in pages):
        raise UnreadableError(*(SCANNED if any(page.pictures for page in pages) else EMPTY))


def pages_of_pictures(pages: Sequence[Page]) -> tuple[int, ...]:
    """Return the numbers of pages that show pictures and have no text, or hardly any besides that in a picture."""
    return tuple(page.number for page in pages if page.pictures and (page.is_scan or not _has_text(page)))


def _has_text(page: Page) -> bool:
    return bool(page.entries or page.remarks) or any(not glyph.text.isspace() for glyph in page.glyphs)


def on_pages(numbers: Sequence[int]) -> str:
    """Return the page numbers in words: "page 3", "pages 2, 3 and 7"."""
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    return f"pages {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def say(level: Level, code: str, message: str, name: str, numbers: Sequence[int] = ()) -> Finding:
    """Return a finding about document ``name``, placed on the first of the pages it is about."""
    return Finding(level, code, message, Place(name, numbers[0] if numbers else None))


def about_missing(
    name: str,
    *,
    failed: Sequence[int],
    damaged: Sequence[int],
    pictured: Sequence[int],
    unreadable: Sequence[int],
    lettered: Sequence[int],
) -> tuple[Finding, ...]:
    """Return a problem for each kind of page that is missing in part or whole."""
    findings = []
    if failed:
        message = f"Nothing could be read on {on_pages(failed)}: damaged, or too much is drawn there."
        findings.append(say(Level.PROBLEM, "pages-unread", message, name, failed))
    if damaged:
        message = f"Part of {on_pages(damaged)} is damaged and could not be read."
        findings.append(say(Level.PROBLEM, "pages-damaged", message, name, damaged))
    if pictured:
        message = f"There is little but pictures on {on_pages(pictured)}; any text in them was not read."
        findings.append(say(Level.PROBLEM, "scanned-pages", message, name, pictured))
    if unreadable:
        message = f"There is unreadable text on {on_pages(unreadable)}: its font does not say which letters it shows."
        findings.append(say(Level.PROBLEM, "unreadable-text", message, name, unreadable))
    if lettered:
        message = (
            f"Single letters on {on_pages(lettered)} are not known, for their font does not say which they are; each "
            f"is shown as {UNKNOWN}. Fill them in from the original."
        )
        findings.append(say(Level.PROBLEM, "unknown-letters", message, name, lettered))
    return tuple(findings)


def about_doubt(
    name: str, *, more: Sequence[int], hidden: Sequence[int], is_mended: bool, words: int, in_blocks: int
) -> tuple[Finding, ...]:
    """Return what should be looked at: hidden text, a second engine that sees more, a mended file, wrong counts."""
    findings = []
    if hidden:
        message = f"There is text on {on_pages(hidden)} that does not show; it is listed with the words left over."
        findings.append(say(Level.NOTE, "hidden-text", message, name, hidden))
    if is_mended:
        message = "The file is damaged and was mended before reading; hold what was read against the original."
        findings.append(say(Level.CHECK, "mended", message, name))
    if more:
        message = f"Two PDF programs find different text on {on_pages(more)}; hold what was read against the original."
        findings.append(say(Level.CHECK, "engines-differ", message, name, more))
    if words != in_blocks:
        message = (
            f"{abs(words - in_blocks)} words {'are missing' if words > in_blocks else 'too many'} in what was read."
        )
        findings.append(say(Level.PROBLEM, "words-differ", message, name))
    return tuple(findings)
