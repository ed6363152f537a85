"""A row that a program cut in two where it cut the table."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.word.factory import on, p, r, read, row, table, texts, words_given

WIDTHS = (3000, 3000, 3000)


def _cut(above: tuple[str, str, str], below: tuple[str, str, str], *more: tuple[str, str, str]) -> str:
    headings = row(*(p(r(each, on("b"))) for each in ("Recommendation", "Update", "Evidence")))
    first = table(headings, row("1. Brief", "Done", "Log"), row(*above), widths=WIDTHS)
    return first + p() + table(row(*below), *(row(*each) for each in more), widths=WIDTHS)


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        (
            ("2. Audit all", "Begun in", "Form A,"),
            ("of the files", "June", "B"),
            ("2. Audit all of the files", "Begun in\nJune", "Form A,\nB"),
        ),
        (
            ("2. Audit", "The first ten have been", ""),
            ("", "read by the nurse.", "Form"),
            ("2. Audit", "The first ten have been read by the nurse.", "Form"),
        ),
        (
            ("Audit all", "The nurse has", "Form"),
            ("of the files", "read ten.", ""),
            ("Audit all of the files", "The nurse has read ten.", "Form"),
        ),
    ],
)
def test_a_row_cut_in_two_is_one(
    tmp_path: Path, above: tuple[str, str, str], below: tuple[str, str, str], joined: tuple[str, ...]
) -> None:
    document = read(tmp_path, _cut(above, below, ("3. Train", "Set", "Rota")))

    (found,) = document.tables
    assert tuple(text for at, _col, text in texts(found) if at == 3) == joined
    assert (found.n_rows, words_given(document)) == (4, document.words)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("2. Audit", "Begun in May.", "Form"), ("", "Again in June.", "Form")),
        (("2. Audit", "Begun in May", "Form"), ("3. Train", "set for June", "rota")),
        (("audit", "begun in May", "form"), ("train", "set for June", "rota")),
        (("Audit", "Begun in May", "Form"), ("Train", "set for June", "Rota")),
        (("2. Audit", "Begun in May", "Form."), ("", "again in June", "Form B")),
    ],
)
def test_rows_on_both_sides_of_a_cut_stay_two(
    tmp_path: Path, above: tuple[str, str, str], below: tuple[str, str, str]
) -> None:
    (found,) = read(tmp_path, _cut(above, below)).tables
    assert found.n_rows == 4
