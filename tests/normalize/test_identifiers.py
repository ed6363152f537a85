from __future__ import annotations

import pytest

from normalize.identifiers import fold_id, print_id, read_id, read_ids


@pytest.mark.parametrize("id_", ["POL-IMR-03", "HOU-1", "A/7", "2024/17/B", "Rec of 3 May", "X" * 40 + "1"])
def test_an_id_that_is_a_code_is_printed_as_it_is(id_: str) -> None:
    assert print_id(id_) == id_
    assert read_id(print_id(id_)) == fold_id(id_)


@pytest.mark.parametrize("id_", ["7", "12a", "3.2", "R3", "IMR3"])
def test_an_id_that_reads_as_a_number_is_marked_as_an_id(id_: str) -> None:
    assert print_id(id_) == f"ID {id_}"
    assert read_id(print_id(id_)) == fold_id(id_)


@pytest.mark.parametrize(
    "written", ["POL-IMR-03", "pol imr 03", "POL\u2011IMR\u201103", "POL-IMR-\n03", "ID: POL-IMR-03"]
)
def test_an_id_is_the_same_however_it_is_typed(written: str) -> None:
    assert read_id(written) == fold_id("POL-IMR-03")


@pytest.mark.parametrize("written", ["", "3", "3)", "Rec 3", "1-3", "1)\n2)", "1) 2) 3)", "Recs 1 and 2", "see left"])
def test_numbers_and_other_words_are_no_id(written: str) -> None:
    assert read_id(written) == ""


def test_an_id_is_found_beside_a_number() -> None:
    assert read_ids("3\nHO-IMR-03") == ("3hoimr03", "hoimr03")
