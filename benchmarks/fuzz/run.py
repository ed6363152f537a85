"""``python -m benchmarks.fuzz.run COUNT [--first SEED] [--keep FOLDER]``: read COUNT documents changed at random.

Each is one of the sample board's, or a small one made here, changed by a number it can be made from again. A find is a
child that died or ran out of time, a defect (an error nobody foresaw), words that do not add up, or a file left behind.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.fuzz.changes import change
from benchmarks.fuzz.others import make_others
from ingest.folder import Fate, FoundFile
from ingest.identify import Format, identify
from ingest.model import UnreadDocument
from normalize.vocabulary import Vocabulary
from roundbook.reading import read_returns
from roundbook.unpacking import unpacked_apart
from roundbook.workers import Workers
from samples import board_folder

if TYPE_CHECKING:
    from roundbook.reading import Reading

MOST_SECONDS = 60.0
BATCH = 50
SAID_OF_WORDS = "words-differ"
FINDS = {"defect", "reader-died", "too-slow"}


@dataclass(frozen=True)
class Find:
    """Something that must not be, and the number to make it from again."""

    seed: int
    origin: str
    what: str


@dataclass(frozen=True)
class Fuzzed:
    """What a run over changed documents came to."""

    outcomes: Counter[str]
    finds: tuple[Find, ...]


def origins(folder: Path) -> list[Path]:
    """Return the documents that are changed, in an order that stays; those of other kinds are made in ``folder``."""
    samples = sorted(path for path in board_folder().glob("*/inbox/*.*") if identify(path) in {Format.DOCX, Format.PDF})
    return [*samples, *make_others(folder, samples[0])]


def make(seed: int, sources: Sequence[Path]) -> tuple[Path, bytes]:
    """Return the document with the number ``seed``, and what it was made from."""
    chance = random.Random(seed)  # noqa: S311 - chance that can be repeated is the point
    origin = sources[seed % len(sources)]
    return origin, change(origin.read_bytes(), chance)


def fuzz(seeds: range, keep: Path | None = None) -> Fuzzed:
    """Read the documents with the numbers ``seeds``; those that are finds are written to ``keep``."""
    outcomes: Counter[str] = Counter()
    finds: list[Find] = []
    with tempfile.TemporaryDirectory() as name, Workers(1, lambda _: MOST_SECONDS) as workers:
        sources = origins(Path(name))
        for start in range(seeds.start, seeds.stop, BATCH):
            for find, seed, data in _read_batch(
                range(start, min(start + BATCH, seeds.stop)), sources, workers, outcomes
            ):
                finds.append(find)
                if keep:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / f"{seed}{Path(find.origin).suffix}").write_bytes(data)
                    print(find, flush=True)
    return Fuzzed(outcomes, tuple(finds))


def _read_batch(
    seeds: range, sources: Sequence[Path], workers: Workers, outcomes: Counter[str]
) -> Iterator[tuple[Find, int, bytes]]:
    with tempfile.TemporaryDirectory() as name:
        folder, made, files = Path(name), {}, []
        for seed in seeds:
            origin, data = made[seed] = make(seed, sources)
            path = folder / f"{seed}{origin.suffix}"
            path.write_bytes(data)
            files.append(FoundFile(path.name, path, Fate.READ))
        for found, reading in _read_packed(files, workers):
            outcomes[_outcome(reading)] += 1
            if what := _find(reading):
                seed = int(found.name.partition(".")[0])
                origin, data = made[seed]
                yield Find(seed, origin.name, what), seed, data
        if left := {path.name for path in folder.iterdir()} - {each.name for each in files}:
            raise RuntimeError(f"files were left behind: {left}")


def _read_packed(files: Sequence[FoundFile], workers: Workers) -> Iterator[tuple[FoundFile, Reading]]:
    """Read ``files`` and what is packed in them."""
    with unpacked_apart(files) as every:
        to_read = [each for each in every if each.fate is Fate.READ]
        yield from zip(to_read, read_returns(to_read, Vocabulary(), lambda *_: None, workers), strict=True)


def _outcome(reading: Reading) -> str:
    if isinstance(reading, UnreadDocument):
        return f"unread: {reading.code}"
    return "partial" if reading.source.is_partial else "read"


def _find(reading: Reading) -> str:
    if isinstance(reading, UnreadDocument):
        return reading.reason if reading.code in FINDS else ""
    is_said = any(each.code == SAID_OF_WORDS for each in reading.findings)
    return "" if reading.words.adds_up or is_said else "its words do not add up, and nothing says so"


def main() -> None:
    """Do what the command line says, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    found = fuzz(range(asked.first, asked.first + asked.count), asked.keep)
    for outcome, count in found.outcomes.most_common():
        print(f"{count:6} {outcome}")
    print(f"{len(found.finds)} finds in {asked.count} documents")


if __name__ == "__main__":
    main()
