"""Holds the linker to what the benchmark measures, on lists and rows written from other seeds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from benchmarks.linking.lists import REAL, mixed, real
from benchmarks.linking.rows import Writer
from benchmarks.linking.score import Tally, tally, total
from benchmarks.linking.stranger import Stranger, read_adults
from match.linker import Linker, link
from match.model import Query

ROUNDS = REAL.parent / "truth"


@pytest.fixture(scope="module")
def measured() -> Tally:
    writer = Writer(*mixed(120, 77), 78)
    cases = writer.write(700)
    return total(tally(cases, Linker(writer.master).link([case.query for case in cases])).values())


def test_no_link_is_wrong(measured: Tally) -> None:
    assert measured.wrong == 0


def test_three_of_four_rows_that_can_be_answered_are_linked(measured: Tally) -> None:
    assert measured.right / measured.answerable >= 0.75


def test_the_right_recommendation_is_among_the_five_shown(measured: Tally) -> None:
    assert measured.in_five / measured.answerable >= 0.97


def test_hardly_any_row_that_can_be_answered_is_called_off_the_list(measured: Tally) -> None:
    assert measured.called_off_list / measured.answerable < 0.01


@pytest.fixture(scope="module")
def measured_on_adults() -> Tally:
    stranger = Stranger(*read_adults(), 21)
    cases = stranger.write(100)
    return total(tally(cases, Linker(stranger.master).link([case.query for case in cases])).values())


def test_no_link_is_wrong_on_a_plan_the_rules_were_not_made_on(measured_on_adults: Tally) -> None:
    assert measured_on_adults.linked > 0.4 * measured_on_adults.rows
    assert measured_on_adults.wrong == 0


def test_paraphrases_written_by_hand_are_shown_the_right_recommendation(measured_on_adults: Tally) -> None:
    assert measured_on_adults.in_five / measured_on_adults.answerable >= 0.97
    assert measured_on_adults.called_off_list / measured_on_adults.answerable < 0.01


def test_no_recommendation_with_one_detail_changed_is_linked_even_with_the_right_number_among_right_rows() -> None:
    plan, _, near = read_adults()
    rows: list[Query] = []
    for like, text in near:
        entry = plan.by_id[like]
        others = [each for each in plan.recommendations if each.agency == entry.agency and each.id != like]
        rows += [Query(each.id, text, each.agency, each.kind, (each.number,), each.text) for each in others]
        rows.append(Query("asked", text, entry.agency, entry.kind, (entry.number,), text))
    links = link(rows, plan)
    assert [row.recommendation for row, each in zip(rows, links, strict=True) if row.id == "asked" and each.ids] == []
    assert all(each.ids for row, each in zip(rows, links, strict=True) if row.id != "asked")


@pytest.mark.parametrize("name", ["2012-11", "2013-08"])
def test_the_real_rounds_are_linked_without_a_wrong_link(name: str) -> None:
    master = real()
    if master is None:
        pytest.skip("the real corpus is not present")
    asked = _real_rows(ROUNDS / f"{name}.json")
    links = link([query for query, _ in asked], master)
    assert [each.ids for each, (_, truth) in zip(links, asked, strict=True) if not set(each.ids) <= truth] == []
    assert sum(bool(each.ids) for each in links) / len(asked) >= 0.9


def _real_rows(path: Path) -> list[tuple[Query, set[str]]]:
    documents = json.loads(path.read_text(encoding="utf-8"))["documents"]
    return [
        (
            Query(
                f"{document['file']}/{at}",
                document["file"],
                document["agency"],
                row["group"],
                tuple(re.findall(r"\d+", row["number"] or "")) if row["number_as_written"] else (),
                row["recommendation"] or "",
            ),
            set(row["master_ids"]),
        )
        for document in documents
        for at, row in enumerate(document["rows"])
        if "renumbered" not in row["notes"]
    ]
