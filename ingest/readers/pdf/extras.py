"""What lies over the words of a cell or paragraph: links, comments and pictures."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ingest.model import Comment, Hyperlink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ingest.readers.pdf.page import Box, Page
    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.text.words import Word

SLACK = 1.0
"""A link's area may miss the middle of its words by this much."""


def find_links(lines: Sequence[Line], page: Page) -> tuple[Hyperlink, ...]:
    """Return the links over words of ``lines``; one that runs over two lines has two areas and is one link."""
    if not page.links:
        return ()
    words = [word for line in lines for word in line.words]
    found = ((link.url, tuple(_under(link.box, words))) for link in page.links)
    return tuple(
        Hyperlink(" ".join(word.text for _url, under in group for word in under), url)
        for url, group in groupby((each for each in found if each[1]), key=lambda each: each[0])
    )


def find_comments(box: Box, page: Page, words: Iterable[Word]) -> tuple[Comment, ...]:
    """Return the comments put on ``page`` within ``box``."""
    written = list(words)
    return tuple(
        Comment(remark.text, remark.author, remark.date, " ".join(word.text for word in _under(remark.box, written)))
        for remark in page.remarks
        if not remark.is_typed_on_page and box.holds(remark.box.centre)
    )


def find_pictures(box: Box, page: Page) -> tuple[str, ...]:
    """Return the names of the pictures within ``box``."""
    return tuple(picture.name for picture in page.pictures if box.holds(picture.box.centre))


def _under(box: Box, words: Iterable[Word]) -> Iterator[Word]:
    return (word for word in words if box.holds(word.box.centre, SLACK))
