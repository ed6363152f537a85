from collections import Counter
from itertools import product

import pytest
from pydantic import ValidationError

from ingest.words import count_words
from samples.expected import expected_round
from samples.load import ROUNDS, load_inbox, load_master, load_return
from samples.plan import Return

MASTER = load_master()
INBOXES = {name: load_inbox(name) for name in ROUNDS}
RETURNS = [plan for inbox in INBOXES.values() for plan in inbox.returns]
ROWS = [(plan, row) for plan in RETURNS for part in plan.parts for row in part.rows]


def test_the_master_list_is_of_a_size_that_needs_a_tool() -> None:
    assert len(MASTER) >= 40


@pytest.mark.parametrize("key", MASTER)
def test_a_recommendation_is_as_long_as_boards_write_them(key: str) -> None:
    assert 15 <= count_words(MASTER[key].text) <= 60


@pytest.mark.parametrize("key", MASTER)
def test_an_id_says_the_number_on_the_list(key: str) -> None:
    assert int(key.rpartition("-")[2]) == int(MASTER[key].number)


def test_agency_kind_and_number_name_one_recommendation() -> None:
    counts = Counter((each.agency, each.kind, each.number) for each in MASTER.values())
    assert set(counts.values()) == {1}


def test_two_agencies_have_one_recommendation_in_the_same_words() -> None:
    counts = Counter(each.text for each in MASTER.values())
    assert sorted(counts.values())[-2:] == [1, 2]


def test_a_row_is_about_recommendations_of_its_own_agency() -> None:
    pairs = [(plan.agency, MASTER[key].agency) for plan, row in ROWS for key in (*row.ids, *row.about)]
    assert [pair for pair in pairs if pair[0] != pair[1]] == []


def test_every_recommendation_is_reported_on_in_the_first_round() -> None:
    said = {key for plan in INBOXES["2025-03"].returns for part in plan.parts for row in part.rows for key in row.ids}
    to_check = {key for _, row in ROWS for key in row.about}
    assert said | to_check == set(MASTER)


@pytest.mark.parametrize("name", ROUNDS)
def test_a_round_has_rows_of_every_outcome_it_claims(name: str) -> None:
    outcomes = {row.outcome for plan in INBOXES[name].returns for part in plan.parts for row in part.rows}
    assert outcomes >= {"linked", "to check"}


def test_a_slip_in_a_plan_is_refused_by_name() -> None:
    slipped = {**load_return("2025-03/housing").model_dump(), "colour": "blue"}
    with pytest.raises(ValidationError, match="colour"):
        Return.model_validate(slipped)


def test_a_return_sent_again_has_the_same_rows() -> None:
    assert load_return("2025-09/health").parts == load_return("2025-03/health").parts


def test_marks_are_gone_from_what_is_expected() -> None:
    standings = expected_round(INBOXES["2025-03"], {}, MASTER)
    signs = ["".join(pair) for pair in product("{", "+-~*=@#")]
    texts = [f"{each.update} {each.evidence}" for each in standings.values()]
    assert not [text for text in texts if any(sign in text for sign in signs)]
