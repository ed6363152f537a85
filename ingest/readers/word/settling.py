"""A paragraph settled: what of it is shown, what is struck out and what is hidden, and how many words each has."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from ingest.readers.word.pieces import Kind, Paragraph, Piece
from ingest.words import count_words


class Hidden(NamedTuple):
    """Text that is in the document and not shown."""

    text: str
    words: int
    is_prompt: bool


class Line(NamedTuple):
    """A paragraph settled: what is shown, what is struck out, what is hidden.

    Words are counted over the paragraph as it stands in the file, so that "read~~ing~~" is one word; the shown part
    gets its words first, then the struck one, then the hidden one.
    """

    text: str
    struck: tuple[str, ...]
    hidden: tuple[Hidden, ...]
    words: int
    struck_words: int
    starts_struck: bool
    ends_struck: bool


def settle(paragraph: Paragraph) -> Line:
    """Return ``paragraph`` with its label before its text and its struck-out passages apart."""
    pieces = paragraph.pieces
    label = paragraph.label.text + paragraph.label.separator
    if all([piece.kind is Kind.SHOWN for piece in pieces]):  # noqa: C419 - most paragraphs have one piece: a list is quicker
        text = "".join([piece.text for piece in pieces]).strip()
        return Line((label + text).strip(), (), (), count_words(text), 0, starts_struck=False, ends_struck=False)
    return _settle_mixed(_show_spaces(pieces), label)


def _show_spaces(pieces: list[Piece]) -> list[Piece]:
    """Return ``pieces`` with hidden white space between two words shown, or it would make one word of them."""
    shown: list[Piece] = []
    for kind, found in groupby(pieces, key=lambda piece: piece.kind):
        group = list(found)
        is_blank = kind is not Kind.STRUCK and all(not piece.text.strip() for piece in group)
        shown += [piece._replace(kind=Kind.SHOWN) for piece in group] if is_blank else group
    return shown


def _settle_mixed(pieces: list[Piece], label: str) -> Line:
    runs = _merge_runs([piece for piece in pieces if piece.kind in {Kind.SHOWN, Kind.STRUCK}])
    shown = "".join(text for kind, text in runs if kind is Kind.SHOWN).strip()
    struck = [text for kind, text in runs if kind is Kind.STRUCK]
    if struck and not shown:
        struck[0], label = label + struck[0], ""
    visible_words = count_words("".join(text for _kind, text in runs))
    words = count_words(shown)
    solid = [kind for kind, text in runs if text.strip()]
    return Line(
        text=(label + shown).strip(),
        struck=tuple(struck),
        hidden=_hidden(pieces, count_words("".join(piece.text for piece in pieces)) - visible_words),
        words=words,
        struck_words=visible_words - words,
        starts_struck=bool(solid) and solid[0] is Kind.STRUCK,
        ends_struck=bool(solid) and solid[-1] is Kind.STRUCK,
    )


def _hidden(pieces: list[Piece], words: int) -> tuple[Hidden, ...]:
    """Return the hidden passages; ``words`` are theirs together, and the last one makes up for words cut in two."""
    found: list[Hidden] = []
    left = words
    for kind, group in groupby(pieces, key=lambda piece: piece.kind):
        text = "".join(piece.text for piece in group).strip()
        if kind in {Kind.HIDDEN, Kind.PLACEHOLDER} and text:
            own = min(left, count_words(text))
            left -= own
            found.append(Hidden(text, own, is_prompt=kind is Kind.PLACEHOLDER))
    if found and left:
        found[-1] = Hidden(found[-1].text, found[-1].words + left, is_prompt=found[-1].is_prompt)
    return tuple(found)


def _merge_runs(pieces: list[Piece]) -> list[tuple[Kind, str]]:
    """Return stretches of one kind; white space at the edge of a struck passage belongs to what is shown."""
    runs: list[tuple[Kind, str]] = []
    for kind, group in groupby(pieces, key=lambda piece: piece.kind):
        text = "".join(piece.text for piece in group)
        if kind is Kind.STRUCK:
            lead = text[: len(text) - len(text.lstrip())]
            tail = text[len(text.rstrip()) :] if text.strip() else ""
            runs += [(Kind.SHOWN, lead), (Kind.STRUCK, text.strip()), (Kind.SHOWN, tail)]
        else:
            runs.append((kind, text))
    return _close_gaps([run for run in runs if run[1]])


def _close_gaps(runs: list[tuple[Kind, str]]) -> list[tuple[Kind, str]]:
    """Join struck passages with nothing but white space between them."""
    joined: list[tuple[Kind, str]] = []
    for kind, group in groupby(runs, key=lambda run: run[0]):
        joined.append((kind, "".join(text for _kind, text in group)))
    index = 1
    while index < len(joined) - 1:
        if joined[index][0] is Kind.SHOWN and not joined[index][1].strip():
            text = "".join(text for _kind, text in joined[index - 1 : index + 2])
            joined[index - 1 : index + 2] = [(Kind.STRUCK, text)]
        else:
            index += 1
    return joined
