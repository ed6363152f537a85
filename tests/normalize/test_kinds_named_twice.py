"""Which of several words names the kind of a recommendation, where a table has a column of themes or says two."""

from __future__ import annotations

import pytest

from ingest.model import SourceTable
from normalize.returns import understand
from normalize.vocabulary import Vocabulary
from tests.normalize.factory import make_document, make_table


def read_kinds(*blocks: SourceTable | str) -> list[str]:
    understood = understand(make_document(*blocks), Vocabulary())
    return [update.kind for each in understood.returns for update in each.updates]


def make_themed(theme: str, *above: str, heading: str = "Theme") -> SourceTable:
    heads = ("No", heading, "Recommendation", "Update")
    return make_table(heads, *((text,) for text in above), ("1", theme, "Train all staff.", "Done in May."))


@pytest.mark.parametrize("heading", ["Theme", "Priority", "Area"])
def test_a_band_that_names_a_kind_wins_over_a_column_of_themes(heading: str) -> None:
    assert read_kinds(make_themed("Record keeping", "Overview report recommendations", heading=heading)) == ["Overview"]


def test_a_title_that_names_a_kind_wins_over_a_column_of_themes() -> None:
    assert read_kinds("IMR recommendations", make_themed("Record keeping")) == ["IMR"]


def test_a_theme_is_the_kind_where_nothing_else_names_one() -> None:
    assert read_kinds("Action plan", make_themed("Record keeping")) == ["Record keeping"]


def test_a_column_of_themes_that_names_a_kind_says_it_of_its_row() -> None:
    assert read_kinds(make_themed("IMR", "Overview report recommendations")) == ["IMR"]


def test_a_column_for_the_source_wins_over_the_band_above() -> None:
    assert read_kinds(make_themed("Housing panel", "IMR recommendations", heading="Source")) == ["Housing panel"]


def make_plain(heading: str, number: str, text: str) -> SourceTable:
    return make_table(("No", heading, "Update"), (number, text, "Done in May."))


def test_a_heading_copied_below_a_title_that_names_another_kind_says_nothing_new() -> None:
    tables = (
        make_plain("IMR recommendation", "1", "Train staff."),
        make_plain("IMR recommendation", "2", "Audit files."),
    )
    assert read_kinds(tables[0], "Overview recommendations", tables[1]) == ["IMR", "Overview"]


def test_a_heading_that_names_the_kind_anew_wins_over_the_title_above() -> None:
    tables = (
        make_plain("Recommendation", "1", "Train staff."),
        make_plain("Overview recommendation", "2", "Audit files."),
    )
    assert read_kinds("IMR recommendations", *tables) == ["IMR", "Overview"]


def test_a_heading_said_again_without_a_new_title_names_its_kind_again() -> None:
    tables = (make_plain("Overview recommendation", number, "Train staff.") for number in "12")
    assert read_kinds("IMR recommendations", *tables) == ["Overview", "Overview"]


def test_a_heading_row_repeated_below_a_band_keeps_the_kind_of_the_band() -> None:
    heads = ("No", "IMR recommendation", "Update")
    rows = (heads, ("1", "Train staff.", "Done."), ("Overview recommendations",), heads, ("2", "Audit files.", "Done."))
    assert read_kinds(make_table(*rows)) == ["IMR", "Overview"]
