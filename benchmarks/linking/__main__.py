"""Prints how well rows are linked, by kind of row, and how fast: ``python -m benchmarks.linking``."""

from __future__ import annotations

import argparse

from benchmarks.linking.lists import mixed, real
from benchmarks.linking.rows import Case, Writer
from benchmarks.linking.scale import measure
from benchmarks.linking.score import is_wrong, table, tally
from benchmarks.linking.stranger import Stranger, is_held_apart, read_adults
from match.linker import Linker
from normalize.model import MasterList

_WORKING, _HELD_OUT = 11, 2024
"""Seeds: rules are only ever looked at on the first, the second says whether they hold."""

_ROWS = 1200
_DOCUMENTS, _STRANGERS = 330, 3


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.linking", description=__doc__)
    parser.add_argument("--rows", type=int, default=_ROWS, help="rows for each list and half")
    parser.add_argument("--show-wrong", action="store_true", help="print every wrong link of the working half")
    parser.add_argument("--no-scale", action="store_true", help="leave out the long list")
    chosen = parser.parse_args()
    for half, seed in (("working half", _WORKING), ("held-out half", _HELD_OUT)):
        for name, full, reworded in _lists(seed):
            writer = Writer(full, reworded, seed)
            cases = writer.write(chosen.rows)
            print(f"\n{name}, {half}: {len(writer.master.recommendations)} recommendations")
            _report(writer.master, cases, show_wrong=chosen.show_wrong and seed == _WORKING)
    stranger = Stranger(*read_adults(), _STRANGERS)
    cases = stranger.write(_DOCUMENTS)
    for half, is_apart in (("working half", False), ("held-out half", True)):
        print(f"\nPlan for adults, {half}: {len(stranger.master.recommendations)} recommendations")
        kept = [case for case in cases if is_held_apart(case.query.document) is is_apart]
        _report(stranger.master, kept, show_wrong=chosen.show_wrong and not is_apart)
    if not chosen.no_scale:
        print(f"\n{measure()}")


def _lists(seed: int) -> list[tuple[str, MasterList, dict[str, str]]]:
    lists = [("Invented list", *mixed(90, seed)), ("Long invented list", *mixed(700, seed + 1))]
    found = real()
    return [*lists, ("Real list", found, {})] if found else lists


def _report(master: MasterList, cases: list[Case], *, show_wrong: bool) -> None:
    links = Linker(master).link([case.query for case in cases])
    print(table(tally(cases, links)))
    for case, link in zip(cases, links, strict=True):
        if show_wrong and is_wrong(case, link):
            print(f"  wrong ({case.kind.value}): {case.query} -> {link.ids}, truth {sorted(case.truth)}")


if __name__ == "__main__":
    main()
