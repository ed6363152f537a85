"""An invented board, its master list and two rounds of returns, with what is expected of them."""

from __future__ import annotations

from pathlib import Path


def board_folder() -> Path:
    """Return the sample board's folder: ``roundbook.toml``, ``master.xlsx``, a folder per round and ``expected``."""
    return Path(__file__).parent / "board"
