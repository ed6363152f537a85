"""The master lists rows are written from: one worded by hand, one by grammar, and the real one where it is present."""

from __future__ import annotations

import csv
from pathlib import Path

from benchmarks.linking.grammar import write_list
from benchmarks.linking.paraphrases import PAIRS
from normalize.model import MasterList, Recommendation

REAL = Path(__file__).parents[3] / "shared" / "corpus" / "child-f" / "master.csv"


def hand_worded() -> tuple[MasterList, dict[str, str]]:
    """Return the list worded by hand, and each recommendation's paraphrase by its id."""
    counts: dict[tuple[str, str], int] = {}
    entries = []
    for at, pair in enumerate(PAIRS):
        counts[pair.agency, pair.kind] = number = counts.get((pair.agency, pair.kind), 0) + 1
        entries.append(Recommendation(f"H{at + 1:02}", pair.agency, pair.kind, str(number), pair.text))
    return MasterList(tuple(entries)), {entry.id: pair.reworded for entry, pair in zip(entries, PAIRS, strict=True)}


def mixed(size: int, seed: int) -> tuple[MasterList, dict[str, str]]:
    """Return the hand-worded list together with ``size`` recommendations from the grammar."""
    by_hand, reworded = hand_worded()
    return MasterList(by_hand.recommendations + write_list(size, seed).recommendations), reworded


def real() -> MasterList | None:
    """Return the real master list; None where it is not present."""
    if not REAL.is_file():
        return None
    with REAL.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return MasterList(
        tuple(
            Recommendation(row["ID"], row["Agency"], row["Source"], row["Number"], row["Recommendation"])
            for row in rows
        )
    )
