"""A plan's own key: what the figures, letters or colours of its status column stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ingest.model import SourceParagraph, SourceTable
from normalize.grid import Row
from normalize.model import Status
from normalize.ratings import RATING_WORDS
from normalize.status_words import read_status_words
from normalize.text import fold_label, plain_typography, squeeze

LONGEST_MEANING = 14
"""A meaning of more words than this is an answer, not a line of a key."""
FEWEST_LINES = 2
_SYMBOL = re.compile(r"^(?:\d|[a-z]|" + "|".join(word for word in RATING_WORDS if len(word) > 1) + r")$")
_TITLE = re.compile(r"^(?:[\w ]{0,20}\b)?(?:key|legend)\b")
_LINE = re.compile(
    r"(?:^|[/|,;\n(:])\s*(?P<symbol>\d|[RAGB]|red|amber|green|blue)\s*(?:[=:-]|\s)\s*(?P<meaning>[^/|,;\n=]{3,60})",
    re.IGNORECASE,
)


def read_keys(blocks: Iterable[tuple[SourceParagraph | SourceTable, Sequence[Row]]]) -> Mapping[str, str]:
    """Return all that the keys of a document say, wherever they stand: many stand below the plan.

    ``blocks`` are the blocks of the document in order, each with its rows where it is a table.
    """
    keys: dict[str, str] = {}
    for block, rows in blocks:
        below = rows[find_key_below(rows) :]
        in_table = read_key_table(rows) or read_key_table(below)
        keys |= in_table if isinstance(block, SourceTable) else read_key_line(block.text)
    return keys


def read_key_table(rows: Sequence[Row]) -> Mapping[str, str]:
    """Return what a table of symbols and meanings says ("1": "Achieved"), folded symbols; empty for another table."""
    cells = [row.filled for row in rows if row.filled]
    pairs = [(fold_label(line[0].text), squeeze(line[1].text)) for line in cells if len(line) == 2]  # noqa: PLR2004
    pairs = [(symbol, meaning) for symbol, meaning in pairs if _SYMBOL.match(symbol)]
    return dict(pairs) if len(pairs) >= max(FEWEST_LINES, len(cells) - 1) and _are_meanings(pairs) else {}


def find_key_below(rows: Sequence[Row]) -> int:
    """Return where the key at the end of a wider table begins, below a row that says so; their count where none is."""
    at = len(rows)
    while at and len(rows[at - 1].filled) == 2 and _SYMBOL.match(fold_label(rows[at - 1].filled[0].text)):  # noqa: PLR2004
        at -= 1
    is_titled = at > 1 and len(rows[at - 1].filled) == 1 and bool(_TITLE.match(fold_label(rows[at - 1].filled[0].text)))
    return at - 1 if is_titled and read_key_table(rows[at:]) else len(rows)


def read_key_line(text: str) -> Mapping[str, str]:
    """Return what a line such as "Key: 1 Achieved / 2 On track / 3 Slipped" says; empty for any other."""
    plain = plain_typography(text)
    pairs = [(fold_label(found["symbol"]), squeeze(found["meaning"])) for found in _LINE.finditer(plain)]
    is_key = re.search(r"\b(?:key|brag|rag|rating|scale)\b", plain, re.IGNORECASE) is not None
    return dict(pairs) if is_key and len(pairs) >= FEWEST_LINES and _are_meanings(pairs) else {}


def _are_meanings(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether the second parts read as states: short, and at least half of them words for a status."""
    states = [read_status_words(meaning) is not Status.NOT_STATED for _, meaning in pairs]
    return all(0 < len(meaning.split()) <= LONGEST_MEANING for _, meaning in pairs) and 2 * sum(states) >= len(states)
