"""Reads the plans of the sample board's documents, its master list and its rounds from the files in ``words/``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from normalize.model import Recommendation
from samples.plan import Inbox, Return

WORDS = Path(__file__).parent / "words"
ROUNDS = ("2025-03", "2025-09")


def load_master() -> dict[str, Recommendation]:
    """Return the recommendations of the master list by their id, in the list's order."""
    entries = _read("master")["recommendations"]
    made = [
        Recommendation(
            id=entry["id"],
            agency=entry["agency"],
            kind=entry["source"],
            number=entry["number"],
            text=entry["text"],
            action=entry["action"],
            due=entry["due"],
            lead=entry["lead"],
        )
        for entry in entries
    ]
    return {each.id: each for each in made}


def load_inbox(round_name: str) -> Inbox:
    """Return what arrived in the round of that name; raises ``pydantic.ValidationError`` for a slip in its files."""
    listing = _read(f"{round_name}/round")
    names = listing.pop("documents")
    returns = [load_return(f"{round_name}/{name}") for name in names]
    return Inbox.model_validate({**listing, "returns": returns})


def load_return(name: str) -> Return:
    """Return one document's plan; one sent again takes what it does not say from the one it repeats."""
    words = _read(name)
    earlier = words.pop("same_words_as", None)
    return Return.model_validate({**(_read(earlier) if earlier else {}), **words})


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((WORDS / f"{name}.toml").read_text(encoding="utf-8"))
