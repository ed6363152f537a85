"""One row, several recommendations."""

from __future__ import annotations

from normalize.returns import understand
from tests.normalize.factory import make_document, make_table


def read(*row: str, headings: tuple[str, ...] = ("Recommendation", "Update", "Evidence")) -> list[tuple[str, ...]]:
    understood = understand(make_document(make_table(headings, row)))
    assert understood.words.adds_up
    return [
        (", ".join(update.numbers), update.recommendation, update.update, update.evidence)
        for update in understood.returns[0].updates
    ]


def test_lists_side_by_side_are_answered_number_by_number() -> None:
    assert read("1. Train\n2. Audit\n3. Share", "1. Done\n2. Begun\nMore to come\n3. Met", "Minutes") == [
        ("1", "Train", "Done", "Minutes"),
        ("2", "Audit", "Begun\nMore to come", "Minutes"),
        ("3", "Share", "Met", "Minutes"),
    ]


def test_one_line_may_answer_several() -> None:
    assert read("1) Train\n2) Audit\n3) Share", "1-2) Complete\n3) Begun", "") == [
        ("1", "Train", "Complete", ""),
        ("2", "Audit", "Complete", ""),
        ("3", "Share", "Begun", ""),
    ]


def test_an_answer_to_the_whole_row_leaves_it_whole() -> None:
    assert len(read("1. Train\n2. Audit", "All done", "")) == 1


def test_the_parts_of_one_recommendation_are_no_recommendations() -> None:
    headings = ("No", "Recommendation", "Update", "Evidence")
    assert len(read("4", "1. Train\n2. Audit", "1. Done\n2. Begun", "", headings=headings)) == 1
    assert len(read("Agencies should:\n1. Train\n2. Audit", "1. Done\n2. Begun", "")) == 1
