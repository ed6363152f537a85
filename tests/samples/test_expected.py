import json
from typing import Any

import pytest

from samples import board_folder
from samples.expected import Standing, expected_round
from samples.load import ROUNDS, load_inbox, load_master
from samples.plan import Inbox

EXPECTED: dict[str, dict[str, Any]] = {
    name: json.loads((board_folder() / "expected" / f"{name}.json").read_text(encoding="utf-8")) for name in ROUNDS
}
MASTER = load_master()


def entry(round_name: str, key: str) -> dict[str, Any]:
    return next(each for each in EXPECTED[round_name]["entries"] if each["id"] == key)


@pytest.mark.parametrize("name", ROUNDS)
def test_there_is_one_entry_per_recommendation_in_the_order_of_the_list(name: str) -> None:
    assert [each["id"] for each in EXPECTED[name]["entries"]] == list(MASTER)


@pytest.mark.parametrize("name", ROUNDS)
def test_every_file_of_the_inbox_is_expected_once(name: str) -> None:
    listed = [each["file"] for each in EXPECTED[name]["documents"]]
    assert sorted(listed) == sorted(each.name for each in (board_folder() / name / "inbox").iterdir())


@pytest.mark.parametrize("name", ROUNDS)
def test_rows_refer_to_the_master_list(name: str) -> None:
    rows = [row for document in EXPECTED[name]["documents"] for row in document.get("rows", [])]
    assert {key for row in rows for key in row["ids"] + row["about"]} <= set(MASTER)
    assert all(bool(row["ids"]) == (row["outcome"] == "linked") for row in rows)


@pytest.mark.parametrize(
    ("key", "change"),
    [
        ("BSP-01", "updated"),  # a sentence added with tracked changes
        ("BSP-04", "unchanged"),
        ("BSP-06", "first update"),  # empty in the first round
        ("POL-IMR-02", "unchanged"),  # by its number only
        ("POL-IMR-04", "updated"),  # two recommendations in one row
        ("AMB-IMR-01", "no new update"),  # a silent agency
        ("HOU-IMR-01", "no new update"),  # a nil return
        ("BCH-OV-02", "unchanged"),  # sent again, as Word in place of PDF
        ("FER-IMR-01", "unchanged"),  # sent again with other typography
        ("CSC-IMR-02", "updated"),  # three rows become one
        ("CSC-IMR-04", "no new update"),  # waits for a person
        ("EDU-OV-01", "no new update"),  # in a document that needs a password
    ],
)
def test_the_second_round_changes_what_it_should(key: str, change: str) -> None:
    assert entry("2025-09", key)["change"] == change


def test_what_is_silent_keeps_its_words_and_the_round_they_are_from() -> None:
    before, after = entry("2025-03", "AMB-IMR-01"), entry("2025-09", "AMB-IMR-01")
    assert after == {**before, "change": "no new update"}
    assert after["from_round"] == "2025-03"


def test_a_nil_return_is_heard_and_a_closed_document_is_not() -> None:
    assert EXPECTED["2025-09"]["silent"] == ["Wenshire Ambulance Service", "Education and Schools"]


def test_a_status_moves_to_complete() -> None:
    assert [entry(name, "POL-IMR-01")["status"] for name in ROUNDS] == ["in progress", "complete"]


def test_rows_of_one_recommendation_are_joined() -> None:
    assert entry("2025-03", "CSC-IMR-02")["update"].count("\n") == 2


def test_deleted_rows_are_no_rows() -> None:
    police = next(each for each in EXPECTED["2025-03"]["documents"] if each["deleted_rows"])
    assert police["deleted_rows"] == ["The Public Protection Unit should introduce a daily check..."]
    assert len(police["rows"]) == 7


def test_a_round_sent_again_whole_changes_nothing() -> None:
    first = load_inbox("2025-03")
    standings = expected_round(first, {}, MASTER)
    again: dict[str, Standing] = expected_round(Inbox(name="again", returns=first.returns), standings, MASTER)
    changes = {each.change.value for each in again.values()}
    assert changes == {"unchanged", "no new update"}
