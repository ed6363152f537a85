"""Writes the sample board afresh: ``python -m samples.write [FOLDER]``. The same words always make the same bytes."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from normalize.model import Recommendation
from samples import board_folder
from samples.expected import Standing, as_json, expected_round
from samples.layout import lay_out
from samples.load import ROUNDS, WORDS, load_inbox, load_master
from samples.master import write_master
from samples.pdf import write_closed_pdf, write_pdf
from samples.plan import Ignored, Inbox, Return
from samples.word import write_word

OLE_HEADER = bytes.fromhex("d0cf11e0a1b11ae1")
"""How a Thumbs.db begins (the compound file format of older Windows)."""
LOCK_FILE_NAME_ROOM = 54
"""Bytes that Word keeps for its user's name at the head of a lock file."""

Files = Iterator[tuple[str, bytes]]


def board_files() -> Files:
    """Give every file of the sample board, its path below the board's folder and its bytes."""
    master = load_master()
    yield "roundbook.toml", (WORDS / "roundbook.toml").read_bytes()
    yield "master.xlsx", write_master(master.values())
    standings: dict[str, Standing] = {}
    previous = ""
    for name in ROUNDS:
        inbox = load_inbox(name)
        yield from _inbox_files(inbox, master)
        standings = expected_round(inbox, standings, master)
        expected = as_json(inbox, previous, standings, master)
        yield f"expected/{name}.json", (json.dumps(expected, indent=1, ensure_ascii=False) + "\n").encode()
        previous = name


def write_board(folder: Path) -> None:
    """Write every file of the sample board below ``folder``; raises OSError where it cannot."""
    for path, content in board_files():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _inbox_files(inbox: Inbox, master: dict[str, Recommendation]) -> Files:
    folder = f"{inbox.name}/inbox"
    returns = {plan.file: _write_return(plan, inbox.name, master) for plan in inbox.returns}
    yield from ((f"{folder}/{name}", content) for name, content in returns.items())
    yield from ((f"{folder}/{each.file}", returns[each.of]) for each in inbox.duplicates)
    yield from ((f"{folder}/{each.file}", write_closed_pdf(each)) for each in inbox.unread)
    yield from ((f"{folder}/{each.file}", _write_ignored(each)) for each in inbox.ignored)


def _write_return(plan: Return, round_name: str, master: dict[str, Recommendation]) -> bytes:
    blocks = lay_out(plan, master)
    if plan.file.endswith(".pdf"):
        return write_pdf(plan, blocks)
    return write_word(plan, blocks, f"{round_name}-10T09:30:00Z")


def _write_ignored(ignored: Ignored) -> bytes:
    if ignored.file.startswith("~$"):
        name = ignored.text.encode("ascii")
        return bytes([len(name)]) + name.ljust(LOCK_FILE_NAME_ROOM)
    return OLE_HEADER + ignored.text.encode("utf-16-le")


if __name__ == "__main__":
    write_board(Path(sys.argv[1]) if len(sys.argv) > 1 else board_folder())
