"""Text functions that change how words are typed and never what they say; each is safe to run twice."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ingest.symbols import BULLETS

_TYPOGRAPHY = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "`": "'", "\u00b4": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
        "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None, "\ufeff": None,
        "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st",
        "\ufb06": "st",
        "\u2026": "...",
    }
)  # fmt: skip
_BULLET = re.compile(rf"^[ \t]*[{BULLETS}][ \t]*", re.MULTILINE)
FOLDED_TEXTS = 1024
"""How many folded texts are kept: each cell of a row is folded by everything that looks at the row."""
_PUNCTUATION = re.compile(r"[^\w\s%#&]+")


def plain_typography(text: str) -> str:
    """Return ``text`` with plain quotes, hyphens and letters, and without marks that do not print."""
    return unicodedata.normalize("NFC", text.translate(_TYPOGRAPHY))


def squeeze(text: str) -> str:
    """Return ``text`` on one line, with single spaces and none at its ends."""
    return " ".join(text.split())


def without_bullets(text: str) -> str:
    """Return ``text`` with the bullet taken from the beginning of each line."""
    return text if text.isascii() else _BULLET.sub("", text)


@lru_cache(maxsize=FOLDED_TEXTS)
def fold(text: str) -> str:
    """Return ``text`` as it is compared: plain typography, one line, no bullets, no capitals."""
    return squeeze(without_bullets(plain_typography(text))).casefold()


def fold_label(text: str) -> str:
    """Return a heading or label as it is looked up: folded, with no punctuation."""
    return squeeze(_PUNCTUATION.sub(" ", fold(text).replace("'", "")))
