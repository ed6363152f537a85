"""Measures whether returns give the same rows in whatever form they are sent: ``python -m benchmarks.same_rows``.

Returns of many layouts are made by chance, typed in Word, saved by LibreOffice as .doc, .odt, .rtf and PDF (plain,
tagged, and on paper of another size, so that rows break elsewhere), written as web pages, and printed by Chromium.
Each is read as any return is, and its rows are held against what was typed. Needs LibreOffice and Chromium;
``--count 300`` takes about half an hour of one processor. ``-v`` names the differences, ``--only`` some of the forms.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from rich.console import Console
from rich.table import Table

from ingest.conversion import convert
from ingest.folder import read_document
from ingest.model import SourceDocument
from normalize.returns import understand
from normalize.vocabulary import Vocabulary
from tests.laws.answers import Answer, expected, found, read_letters, typed_letters
from tests.laws.forms import FORMS, write_forms
from tests.laws.making import make_return
from tests.laws.returns import Return

AROUND = 40
"""Letters shown on either side of a difference."""
MOST_SHOWN = 6


class Outcome(StrEnum):
    """What became of a return, the worst that is true of it."""

    UNREAD = "not read"
    NO_SUM = "words do not add up"
    LOST = "letters lost"
    ROWS = "other rows"
    CELLS = "other cells"
    SPACES = "spaces or hyphens"
    SAME = "the same"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one return in one form."""

    sent: Return
    outcome: Outcome
    differences: tuple[str, ...] = ()


def read(sent: Return, document: object) -> Reading:
    """Return how what was read as ``document`` differs from what was typed."""
    if not isinstance(document, SourceDocument):
        return Reading(sent, Outcome.UNREAD, (str(document),))
    understood = understand(document, Vocabulary())
    typed, told = expected(sent), found(understood)
    differences = tuple(_differences(typed, told))
    lost = typed_letters(sent) - read_letters(document)
    if not understood.words.adds_up:
        return Reading(sent, Outcome.NO_SUM, (str(understood.words),))
    if lost:
        return Reading(sent, Outcome.LOST, (f"{dict(lost)}", *differences))
    return Reading(sent, _compare(typed, told), differences)


def _compare(typed: Sequence[Answer], told: Sequence[Answer]) -> Outcome:
    if len(typed) != len(told):
        return Outcome.ROWS
    pairs = [(each[name], other[name]) for each, other in zip(typed, told, strict=True) for name in each]
    if any(_letters(one) != _letters(other) for one, other in pairs):
        return Outcome.CELLS
    return Outcome.SAME if all(one == other for one, other in pairs) else Outcome.SPACES


def _letters(text: str) -> str:
    return re.sub(r"[\s\u2010-]+", "", text)


def _differences(typed: Sequence[Answer], told: Sequence[Answer]) -> Iterator[str]:
    if len(typed) != len(told):
        yield f"{len(typed)} rows typed, {len(told)} read"
    for number, (each, other) in enumerate(zip(typed, told, strict=False), start=1):
        for name in each:
            if each[name] != other[name]:
                at = next(
                    (at for at, pair in enumerate(zip(each[name], other[name], strict=False)) if pair[0] != pair[1]), 0
                )
                part = slice(max(0, at - AROUND), at + AROUND)
                yield f"row {number}, {name}: {each[name][part]!r} <> {other[name][part]!r}"


def measure(returns: Sequence[Return], folder: Path, forms: Sequence[str]) -> Iterator[tuple[str, list[Reading]]]:
    """Give, for each form, what was read of each of the ``returns``."""
    for form, paths in write_forms(returns, folder, forms).items():
        with convert(paths) as conversions:
            documents = [read_document(path, path.name, conversions) for path in paths]
        yield form, [read(sent, document) for sent, document in zip(returns, documents, strict=True)]


def show(console: Console, results: Sequence[tuple[str, list[Reading]]]) -> None:
    """Print how many returns gave the same rows, form by form."""
    table = Table(title="Returns by what their rows are, against what was typed")
    table.add_column("form")
    for outcome in reversed(Outcome):
        table.add_column(outcome.value, justify="right")
    for form, readings in results:
        counts = Counter(each.outcome for each in readings)
        table.add_row(form, *(str(counts[outcome]) for outcome in reversed(Outcome)))
    console.print(table)


def main() -> None:
    """Make, write and read the returns, and print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=300)
    options.add_argument("--first", type=int, default=0, help="the number of the first return")
    options.add_argument("--only", nargs="*", choices=FORMS, default=FORMS)
    options.add_argument("-v", "--verbose", action="store_true")
    asked = options.parse_args()
    console = Console(width=140)
    returns = [make_return(asked.first + number) for number in range(asked.count)]
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for form, readings in measure(returns, Path(folder), asked.only):
            results.append((form, readings))
            for each in readings if asked.verbose else ():
                if each.outcome is not Outcome.SAME:
                    kind = f"{each.sent.shape}, rules: {each.sent.look.rules}"
                    title = f"{form}, return {each.sent.seed} ({kind}): {each.outcome}"
                    console.print(title, *each.differences[:MOST_SHOWN], sep="\n   ", markup=False, highlight=False)
    show(console, results)


if __name__ == "__main__":
    main()
