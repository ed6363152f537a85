"""Rows written like one that was parsed before them, tag by tag: only their texts differ.

Programs that fill in a table, and people who add row after row to one, write nearly all its rows in the same way. What
such a row says can be taken straight from its bytes, without making elements of it: it stands directly behind a row of
the same table, and its tags are those the parser has been through.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from ingest.readers.word.markup import Element
    from ingest.readers.word.plain_cells import PlainText

PREFIX = "w"
ROW_END = b"</w:tr>"
"""Every program known calls the namespace "w"; of one that does not, all rows are parsed."""
CHUNK_BYTES = 1 << 16
"""How much is read before the rows in it are looked at; a row that is longer is parsed."""
MOST_SHAPES = 16
"""Empty cells and runs cut in two make rows of other shapes; to try more than these would take too long."""
OTHER_ENCODING = re.compile(rb"""<\?xml\s[^>]*\sencoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)
"""An XML declaration (XML 1.0, 4.3.3) that names another encoding than the usual one."""

NOT_TAGS_ALONE = re.compile(rb"<[!?]|xmlns")
"""Comments and the like, and declarations that change what a name stands for."""
TEXT = re.compile(rb"(?:(?<=<w:t>)|(?<=<w:t xml:space=\"preserve\">))[^<]*")
CELL = re.compile(rb"<w:tc[ >]")
EDIT_MARK = re.compile(rb'( (?:w:rsid\w*|w14:paraId|w14:textId)=)"[0-9A-Fa-f]*"')
"""When it was typed (ECMA-376 part 1, 17.15.1.70; MS-DOCX 2.6.2.3): another in every row, and nothing to its reader."""
BLANK_MARK = b'=""'
"""What is left of such a mark; text that looks like one is left to the parser."""
REFERENCE = re.compile("&([a-z]+);")
CHARACTERS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
"""The characters XML itself has names for (XML 1.0, 4.6)."""
LEFT_TO_PARSER = re.compile(f"&(?!(?:{'|'.join(CHARACTERS)});)|[>\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""Other references, what XML forbids or may (2.2 and 2.4), and carriage returns, which are read as new lines (2.11)."""

Written = tuple[list[str], tuple[bool, ...]]
"""The texts of the cells of a row, and whether each is bold."""


class Shape(NamedTuple):
    """How a row is written."""

    before: bytes
    """The tags before its first text."""
    behind: tuple[bytes, ...]
    """Those behind each text, up to the next one."""
    cells: tuple[slice, ...]
    """Which of the texts make up each cell."""
    bolds: tuple[bool, ...]
    """For each cell, whether its text is bold."""


def cut_rows(stream: IO[bytes]) -> Iterator[bytes]:
    """Give the bytes of ``stream`` cut behind every end of a row, and wherever none comes for long."""
    chunks = iter(partial(stream.read, CHUNK_BYTES), b"")
    rest = next(chunks, b"")
    if OTHER_ENCODING.search(rest):
        yield rest
        yield from chunks
        return
    for chunk in chain(chunks, [b""]):
        *rows, rest = (rest + chunk).split(ROW_END)
        for row in rows:
            yield row + ROW_END
        if len(rest) > CHUNK_BYTES:
            yield rest
            rest = b""
    yield rest


def is_row(written: bytes, element: Element) -> bool:
    """Return whether ``written``, with which the parser came to the end of the row ``element``, is that row alone.

    It holds one end of a row, its last tag. If the row had begun before it, it would have more elements than there
    are start tags; if something stood before the row, fewer.
    """
    if not (written.startswith(b"<") and written.endswith(ROW_END) and element.prefix == PREFIX):
        return False
    if NOT_TAGS_ALONE.search(written):
        return False
    return written.count(b"<") - written.count(b"</") == sum(1 for _each in element.iter())


class AlikeRows:
    """The ways the rows of one table are written."""

    def __init__(self) -> None:
        """Begin with none."""
        self._shapes: list[Shape] = []
        """Last used first."""

    def learn(self, written: bytes, cells: list[PlainText]) -> None:
        """Learn how a row is made from one parsed, of ``cells``."""
        if len(self._shapes) < MOST_SHAPES:
            self._shapes[:0] = _shapes_of(_without_marks(written), cells)

    def read(self, written: bytes) -> Written | None:
        """Return what the row ``written`` says; None where no row before it was written like it."""
        row = _without_marks(written)
        for at, shape in enumerate(self._shapes):
            found = _cut(row, shape)
            if found is not None:
                self._shapes.insert(0, self._shapes.pop(at))
                has_lost_marks = row is not written and BLANK_MARK in b"".join(found)
                texts = None if has_lost_marks else _read_cells(found, shape)
                return None if texts is None else (texts, shape.bolds)
        return None


def _without_marks(written: bytes) -> bytes:
    is_marked = b" w:rsid" in written or b" w14:" in written  # quicker than to look for either at once
    return EDIT_MARK.sub(rb'\1""', written) if is_marked else written


def _shapes_of(written: bytes, cells: list[PlainText]) -> list[Shape]:
    """Return the shape of the row ``written``, of ``cells`` as parsed; none where it does not show all of it."""
    before, *behind = TEXT.split(written)
    texts = [
        [_resolve(text.decode(errors="replace")) for text in TEXT.findall(cell)] for cell in CELL.split(written)[1:]
    ]
    if ["".join(each) for each in texts] != [cell.text for cell in cells] or not _shows_bold(texts, cells):
        return []
    groups = pairwise(accumulate(map(len, texts), initial=0))
    bolds = tuple(cell.is_bold for cell in cells)
    return [Shape(before, tuple(behind), tuple(slice(*group) for group in groups), bolds)]


def _shows_bold(texts: list[list[str]], cells: list[PlainText]) -> bool:
    """Return whether the cells of rows written alike are bold where these are: a blank text is bold or not."""
    has_blanks = any(not text.strip() for each in texts for text in each)
    return not has_blanks and all(cell.is_bold or len(each) <= 1 for each, cell in zip(texts, cells, strict=True))


def _cut(written: bytes, shape: Shape) -> list[bytes] | None:
    """Return the texts of the row ``written``; None where its tags are not those of ``shape``."""
    if not written.startswith(shape.before):
        return None
    at = len(shape.before)
    texts: list[bytes] = []
    for tags in shape.behind:
        end = written.find(b"<", at)
        if not written.startswith(tags, end):
            return None
        texts.append(written[at:end])
        at = end + len(tags)
    return texts if at == len(written) else None


def _read_cells(texts: list[bytes], shape: Shape) -> list[str] | None:
    """Return the texts of the cells; None where the parser has to say what they mean."""
    try:
        cells = [b"".join(texts[cell]).decode() for cell in shape.cells]
    except UnicodeDecodeError:
        return None
    written = "".join(cells)
    if written.isascii() and written.isprintable() and "&" not in written and ">" not in written:
        return cells
    return None if LEFT_TO_PARSER.search(written) else [_resolve(text) for text in cells]


def _resolve(text: str) -> str:
    return REFERENCE.sub(lambda found: CHARACTERS.get(found[1], found[0]), text)
