from __future__ import annotations

from collections import Counter

import pytest

from roundbook.page.spotting import PlacedWord, find_band, fold_words, is_enough

LINE = 12.0


def _page(*lines: str) -> list[PlacedWord]:
    """Return the words of ``lines``, one under the other; "|" parts columns."""
    words = []
    for at, line in enumerate(lines):
        for column, cell in enumerate(line.split("|")):
            for place, key in enumerate(fold_words(cell)):
                left = column * 200.0 + place * 30
                words.append(PlacedWord(key, left, at * LINE, left + 25, at * LINE + 10))
    return words


def _lines(words: list[PlacedWord], row: str) -> tuple[int, int] | None:
    band = find_band(words, Counter(fold_words(row)))
    return (round(band.top / LINE), round(band.bottom // LINE)) if band else None


TABLE = _page(
    "Recommendation | Update",
    "1 Train the staff in the | The training was held",
    "district | in May",
    "2 Record the visits to the | The record was kept",
    "family | in June",
    "3 Tell the school of the | The school was told",
)


@pytest.mark.parametrize(
    ("row", "lines"),
    [
        ("1 Train the staff in the district. The training was held in May", (1, 2)),
        ("2 Record the visits to the family The record was kept in June", (3, 4)),
        ("3 TELL the school\nof the The school was told", (5, 5)),
    ],
)
def test_a_row_is_the_band_of_lines_that_has_its_words(row: str, lines: tuple[int, int]) -> None:
    assert _lines(TABLE, row) == lines


def test_where_none_of_its_words_stand_there_is_no_band() -> None:
    assert _lines(TABLE, "carbon monoxide alarms") is None
    assert find_band([], Counter(["staff"])) is None


def test_a_few_words_found_are_not_the_row() -> None:
    wanted = Counter(fold_words("ten words of which only the first one is there alone"))
    assert not is_enough(Counter(["ten"]), wanted)
    assert is_enough(wanted, wanted)
