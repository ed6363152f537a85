"""The text of an e-mail as paragraphs, whether it was sent plain or as a web page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

BLOCKS = {
    "address", "article", "blockquote", "body", "br", "center", "div", "dd", "dl", "dt", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "tr", "ul",
}  # fmt: skip
"""Elements that begin a line of their own."""
CELLS = {"td", "th"}
UNSEEN = {"script", "style"}
BREAK = "\n"
SPACES = re.compile(r"[^\S\n]+")


def plain_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a plain text that hold anything."""
    lines = (SPACES.sub(" ", line).strip() for line in text.replace("\r", "\n").split("\n"))
    return tuple(line for line in lines if line)


def web_lines(page: str) -> tuple[str, ...]:
    """Return the lines a person sees of a web page; nothing in it is run or fetched."""
    reader = _PageReader()
    reader.feed(page)
    reader.close()
    return plain_lines("".join(reader.pieces))


class _PageReader(HTMLParser):
    """Collects the words of a page, whose elements may be nested however deep and left open."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the library's
        """Begin a line where the element does."""
        self._unseen += tag in UNSEEN
        self._divide(tag)

    def handle_endtag(self, tag: str) -> None:
        """End the line where the element does."""
        self._unseen = max(0, self._unseen - (tag in UNSEEN))
        self._divide(tag)

    def handle_data(self, data: str) -> None:
        """Keep the words; a line break within them is a space."""
        if not self._unseen:
            self.pieces.append(data.replace("\n", " "))

    def _divide(self, tag: str) -> None:
        self.pieces.append(BREAK if tag in BLOCKS else " " if tag in CELLS else "")
