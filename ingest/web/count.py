"""The words of a page counted from its tags and letters as they come, apart from the tree its tables are built on."""

from __future__ import annotations

import re
from contextlib import suppress
from html.parser import HTMLParser

from ingest.symbols import draw
from ingest.web.flow import BLOCKS, TYPED, UNSEEN
from ingest.web.lines import tidy
from ingest.web.looks import symbol_font
from ingest.words import count_words

BOGUS = re.compile(r"<!\[(?:(?!-->)[^>])*>")
"""What Word writes around parts for some programs only; to all others it is a comment (HTML, 13.2.5.42). At the end of
a real comment it is a part of that."""
LABEL = "mso-list:ignore"
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
"""Elements nothing can be in (HTML, 13.1.2)."""


def count_page(text: str) -> int:
    """Return the words of the page ``text``, hidden and struck-out ones included, numbers of lists left out."""
    reader = _Reader()
    with suppress(AssertionError):  # what the library has to say of a declaration that is none
        reader.feed(BOGUS.sub("", text.strip("\0")))
        reader.close()
    return reader.count()


class _Chooser:
    """A list to choose from: what is chosen is seen, or the first of it where that is nothing."""

    def __init__(self, *, takes_several: bool) -> None:
        self._takes_several = takes_several
        self._options: list[tuple[bool, list[str]]] = []

    def begin(self, *, is_chosen: bool) -> None:
        self._options.append((is_chosen, []))

    def add(self, text: str) -> None:
        if self._options:
            self._options[-1][1].append(text)

    def seen(self) -> str:
        chosen = [texts for is_chosen, texts in self._options if is_chosen]
        otherwise = [] if self._takes_several else [texts for _chosen, texts in self._options[:1]]
        return "\n".join("".join(texts) for texts in chosen or otherwise)


class _Reader(HTMLParser):
    """Collects the words of a page, whose elements may be nested however deep and left open."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[str] = []
        self._fonts: list[tuple[str, str]] = []
        """For each element around this point, the font whose letters are pictures."""
        self._unseen: list[str] = []
        """The elements whose text is not seen, outermost first, with those of the same name in them."""
        self._chooser: _Chooser | None = None
        """The list this point lies in, from which something is chosen."""

    def count(self) -> int:
        """Return the words so far."""
        return sum(count_words(tidy(line)) for line in "".join(self._pieces).split("\n"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line where the element does."""
        name = tag.rpartition(":")[2]
        said = dict(attrs)
        style = said.get("style") or ""
        if name not in VOID:
            font = symbol_font(style, said.get("face") or "")
            self._fonts.append((name, self._font if font is None else font))
        is_label = LABEL in style.lower().replace(" ", "")
        if (self._unseen and name == self._unseen[0]) or (not self._unseen and (name in UNSEEN or is_label)):
            self._unseen.append(name)
        self._divide(name)
        self._field(name, said)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line where the element does; nothing is in it."""
        self._divide(tag.rpartition(":")[2])
        self._field(tag.rpartition(":")[2], dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        """End the line where the element does."""
        name = tag.rpartition(":")[2]
        if self._unseen and name == self._unseen[0]:
            self._unseen.pop()
        if any(name == opened for opened, _font in self._fonts):
            while self._fonts.pop()[0] != name:
                pass
        self._divide(name)
        if name == "select" and self._chooser is not None:
            chooser, self._chooser = self._chooser, None
            self.handle_data(chooser.seen())
            self._divide("option")

    def handle_data(self, data: str) -> None:
        """Keep the words; a line break within them is a space."""
        if self._chooser is not None:
            self._chooser.add(data)
        elif not self._unseen:
            text = draw(data, self._font) if self._font else data
            self._pieces.append(text.replace("\n", " "))

    def _field(self, name: str, said: dict[str, str | None]) -> None:
        """Keep what is typed in a field, and begin a list to choose from."""
        if name == "input" and (said.get("type") or "text").lower() in TYPED:
            self.handle_data(said.get("value") or "")
        elif name == "select":
            self._chooser = _Chooser(takes_several="multiple" in said)
        elif name == "option" and self._chooser is not None:
            self._chooser.begin(is_chosen="selected" in said)

    @property
    def _font(self) -> str:
        return self._fonts[-1][1] if self._fonts else ""

    def _divide(self, name: str) -> None:
        if name in BLOCKS or name == "br":
            self._pieces.append("\n")
