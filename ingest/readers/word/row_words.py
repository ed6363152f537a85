"""The words of a row of plain text, counted straight from its XML before the XML is dropped.

It takes every text in the row, whatever it lies in, and asks nothing of how the row is read.
"""

from __future__ import annotations

from ingest.readers.word.markup import Element, w
from ingest.readers.word.symbols import plain
from ingest.words import count_words

PARAGRAPH, TEXT = w("p"), w("t")
GAP = " "


def count_row(row: Element) -> int:
    """Return how many words stand in ``row``; words run together inside a paragraph and not beyond it."""
    texts = [(found.text or "") if found.tag == TEXT else GAP for found in row.iter(PARAGRAPH, TEXT)]
    return count_words(plain("".join(texts)))
