"""What has many parts comes back from its lines as it was, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from export.model import DocumentOutcome, DocumentRecord, PastRound, RoundPack
from match.model import ChangeLog, Entry, Round
from normalize.model import MasterList, Recommendation
from roundbook.errors import ExitCode
from roundbook.long_records import LONG, from_lines, to_lines
from roundbook.runs import RunResult

ENTRIES = tuple(Entry(f"HOU-{number}", update="Held\nin May.") for number in range(LONG + 1))
RECOMMENDATIONS = tuple(Recommendation(each.id, "Housing", "", "1", "Words") for each in ENTRIES)
PACK = RoundPack(
    board="Northmere",
    review="",
    round="second",
    previous="first",
    master=MasterList(RECOMMENDATIONS),
    current=Round("second", ENTRIES, ("Housing",)),
    changes=ChangeLog("first", "second", ()),
    updates=(),
    documents=(DocumentRecord("a.docx", "", "docx", DocumentOutcome.READ, "Read."),),
    earlier=(PastRound(Round("zeroth", ())), PastRound(Round("first", ENTRIES))),
)
RESULT = RunResult(PACK, ExitCode.DONE, is_written=True)


@pytest.mark.parametrize("result", [RESULT, replace(RESULT, pack=replace(PACK, earlier=(), current=Round("", ())))])
def test_a_record_comes_back_as_it_was(result: RunResult) -> None:
    assert from_lines(RunResult, to_lines(result)) == result


def test_each_of_many_parts_has_a_line_of_its_own() -> None:
    lines = list(to_lines(RESULT))
    assert len(lines) == 2 + 3 * len(ENTRIES)
    assert all("\n" not in each and len(each) < 2_000 for each in lines)


@pytest.mark.parametrize("kept", [0, 1, 2, LONG, -1])
def test_lines_that_break_off_are_refused(kept: int) -> None:
    with pytest.raises(ValueError, match="lines"):
        from_lines(RunResult, list(to_lines(RESULT))[:kept])


@pytest.mark.parametrize("way", [["pack", "colour"], ["pack", "earlier", 9, "round", "entries"], ["code"], []])
def test_ways_that_lead_nowhere_are_refused(way: list[str]) -> None:
    _, short, *rest = to_lines(RESULT)
    with pytest.raises((ValueError, TypeError)):
        from_lines(RunResult, (f"[[{way}, 1]]".replace("'", '"'), short, *rest))
