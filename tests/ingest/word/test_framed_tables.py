from __future__ import annotations

from pathlib import Path

from tests.ingest.word.factory import cell, p, paragraphs, read, row, table, texts

RETURN = table(row("Recommendation", "Update", "Evidence"), row("1. Train", "Done", "Register"))
CELLS = [
    (1, 1, "Recommendation"),
    (1, 2, "Update"),
    (1, 3, "Evidence"),
    (2, 1, "1. Train"),
    (2, 2, "Done"),
    (2, 3, "Register"),
]


def test_a_table_in_a_frame_of_one_cell_is_a_table(tmp_path: Path) -> None:
    document = read(tmp_path, table(row(cell(p("Agency: Fernlight") + RETURN + p("Thank you")))))

    assert [texts(found) for found in document.tables] == [CELLS]
    assert paragraphs(document) == ["Agency: Fernlight", "Thank you"]


def test_frames_may_lie_in_frames_and_have_several_rows(tmp_path: Path) -> None:
    inner = table(row("Fernlight"), row(cell(RETURN + p())))

    document = read(tmp_path, table(row(cell(inner + p()))))

    assert [texts(found) for found in document.tables] == [CELLS]
    assert paragraphs(document) == ["Fernlight"]


def test_a_column_of_text_is_no_frame(tmp_path: Path) -> None:
    document = read(
        tmp_path, table(row("Recommendation 1"), row(cell(table(row("Done", "May"), row("Begun", "July")) + p())))
    )

    assert [texts(found) for found in document.tables] == [
        [(1, 1, "Recommendation 1"), (2, 1, "Done\tMay\nBegun\tJuly")]
    ]


def test_a_table_within_a_cell_of_several_stays_in_it(tmp_path: Path) -> None:
    document = read(tmp_path, table(row("a", cell(RETURN + p()))))

    assert [found.n_cols for found in document.tables] == [2]
