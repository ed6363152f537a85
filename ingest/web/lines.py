"""A line of a page while it is read: what is shown, struck out and hidden in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from ingest.model import Hyperlink
from ingest.symbols import plain
from ingest.words import count_words

SPACES = re.compile(r"[ \t\r\n\f]+")
UNSEEN: dict[int, None] = dict.fromkeys((0x200C, 0x200D, 0x200E, 0x200F))
"""Signs for the typesetter alone."""


class Kind(Enum):
    """How a text is shown."""

    SHOWN = "shown"
    STRUCK = "struck out"
    HIDDEN = "hidden"


@dataclass(slots=True)
class Line:
    """A line: its texts in order, each with its kind, and what hangs on it."""

    texts: list[tuple[Kind, str]] = field(default_factory=list)
    label: str = ""
    """The number or bullet before it."""
    level: int | None = None
    links: list[Hyperlink] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    def add(self, text: str, kind: Kind) -> None:
        """Add ``text``; white space at a beginning, or after other white space, is not seen (CSS Text 3, 4.1.1)."""
        bare = SPACES.sub(" ", text)
        if not self.texts or self.texts[-1][1].endswith(" "):
            bare = bare.removeprefix(" ")
        if bare:
            self.texts.append((kind, bare))

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing in it."""
        return not (self.pictures or any(text.strip() for _kind, text in self.texts))

    @property
    def shown(self) -> str:
        """Return what a reader sees of it, its label included."""
        text = self._joined(Kind.SHOWN)
        return f"{self.label} {text}".strip() if text else ""

    @property
    def struck(self) -> tuple[str, ...]:
        """Return what is struck out in it, white space between two passages being struck out with them."""
        passages: list[str] = []
        is_open = False
        for kind, text in self.texts:
            if kind is Kind.STRUCK and is_open:
                passages[-1] += text
            elif kind is Kind.STRUCK:
                passages.append(text)
            is_open = kind is Kind.STRUCK or (is_open and not text.strip())
        return tuple(bare for text in passages if (bare := tidy(text)))

    @property
    def hidden(self) -> str:
        """Return what is hidden in it."""
        return self._joined(Kind.HIDDEN)

    def count(self, *kinds: Kind) -> int:
        """Return the words of these kinds, "read~~ing~~" being one word, of the kind it begins with."""
        before = [text for kind, text in self.texts if kind in _up_to(kinds)]
        less = [text for kind, text in self.texts if kind in _up_to(kinds) and kind not in kinds]
        return count_words(tidy("".join(before))) - count_words(tidy("".join(less)))

    def _joined(self, kind: Kind) -> str:
        return " ".join(tidy("".join(text for each, text in self.texts if each is kind)).split(" ")).strip()


def _up_to(kinds: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """Return ``kinds`` and those that get their words first."""
    order = tuple(Kind)
    return order[: max(order.index(kind) for kind in kinds) + 1]


def tidy(text: str) -> str:
    """Return ``text`` with plain spaces and nothing invisible in it."""
    return plain(text).translate(UNSEEN).strip()
