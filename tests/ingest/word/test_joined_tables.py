from __future__ import annotations

from pathlib import Path

from ingest.model import Where
from tests.ingest.word.factory import cell, on, p, paragraphs, r, read, row, table, texts

WIDE = (5000, 5000)
HEADINGS = row(p(r("Recommendation", on("b"))), p(r("Update", on("b"))))
BREAK = p('<w:r><w:br w:type="page"/></w:r>')


def part(*rows: str, widths: tuple[int, ...] = WIDE) -> str:
    return table(*rows, widths=widths)


def test_a_table_cut_by_a_page_break_is_one(tmp_path: Path) -> None:
    document = read(tmp_path, part(HEADINGS, row("1", "a")) + BREAK + part(row("2", "b")))

    (found,) = document.tables

    assert texts(found)[2:] == [(2, 1, "1"), (2, 2, "a"), (3, 1, "2"), (3, 2, "b")]
    assert (found.n_rows, len(found.row_places)) == (3, 3)


def test_headings_repeated_on_the_later_part_are_taken_out(tmp_path: Path) -> None:
    document = read(tmp_path, part(HEADINGS, row("1", "a")) + p() + part(HEADINGS, row("2", "b")))

    (found,) = document.tables

    assert [text for _row, _col, text in texts(found)] == ["Recommendation", "Update", "1", "a", "2", "b"]
    assert paragraphs(document, Where.REPEATED_HEADING) == ["Recommendation\tUpdate"]


def test_three_parts_are_one_table(tmp_path: Path) -> None:
    parts = [part(HEADINGS, row(str(number), "x")) for number in range(3)]

    (found,) = read(tmp_path, p().join(parts)).tables

    assert found.n_rows == 4


def test_other_headings_begin_another_table(tmp_path: Path) -> None:
    others = row(p(r("Action", on("b"))), p(r("Lead", on("b"))))

    assert len(read(tmp_path, part(HEADINGS, row("1", "a")) + p() + part(others, row("2", "b"))).tables) == 2


def test_words_between_two_tables_keep_them_apart(tmp_path: Path) -> None:
    document = read(tmp_path, part(HEADINGS, row("1", "a")) + p("Overview report") + part(HEADINGS, row("2", "b")))

    assert len(document.tables) == 2


def test_other_columns_keep_tables_apart(tmp_path: Path) -> None:
    first = part(HEADINGS, row("1", "a"))

    assert len(read(tmp_path, first + p() + part(row("2", "b"), widths=(2000, 8000))).tables) == 2
    assert len(read(tmp_path, first + p() + part(row("2", "b", "c"), widths=(5000, 2500, 2500))).tables) == 2


def test_a_table_without_headings_takes_nothing_in(tmp_path: Path) -> None:
    labels = part(row(cell(p(r("Agency", on("b")))), "Housing"), row(cell(p(r("Provided by", on("b")))), "Jo Bloggs"))

    assert len(read(tmp_path, labels + p() + part(row("2", "b"))).tables) == 2


def test_headings_below_the_agencys_lines_are_found(tmp_path: Path) -> None:
    title = row(cell("Agency: Housing", '<w:gridSpan w:val="2"/>'))

    (found,) = read(tmp_path, part(title, HEADINGS, row("1", "a")) + p() + part(HEADINGS, row("2", "b"))).tables

    assert found.n_rows == 4


def test_headings_repeated_inside_one_table_stay(tmp_path: Path) -> None:
    (found,) = read(tmp_path, part(HEADINGS, row("1", "a"), HEADINGS, row("2", "b"))).tables

    assert found.n_rows == 4


def test_a_title_over_the_whole_width_begins_another_table(tmp_path: Path) -> None:
    title = row(cell("Agency: Police", '<w:gridSpan w:val="2"/>'))

    assert len(read(tmp_path, part(HEADINGS, row("1", "a")) + p() + part(title, row("2", "b"))).tables) == 2


def test_other_headings_further_down_begin_another_table(tmp_path: Path) -> None:
    others = row(p(r("Action", on("b"))), p(r("Lead", on("b"))))

    assert len(read(tmp_path, part(HEADINGS, row("1", "a")) + p() + part(row("2", "b"), others)).tables) == 2


def test_numbers_that_begin_anew_keep_tables_apart(tmp_path: Path) -> None:
    first = part(HEADINGS, row("1) Train", "a"), row("2) Share", "b"))

    assert len(read(tmp_path, first + BREAK + part(row("the end of a row", "c"), row("2) Audit", "d"))).tables) == 2
    assert len(read(tmp_path, first + BREAK + part(HEADINGS, row("1) Audit", "d"))).tables) == 2
    assert len(read(tmp_path, first + BREAK + part(row("3) Audit", "d"))).tables) == 1


def test_without_a_grid_the_cells_say_how_wide_the_columns_are(tmp_path: Path) -> None:
    wide = '<w:tcW w:w="5000" w:type="dxa"/>'
    headings = row(*(cell(p(r(text, on("b"))), wide) for text in ("Recommendation", "Update")))
    first = table(headings, row(cell("1", wide), cell("a", wide)))

    (joined,) = read(tmp_path, first + p() + table(row(cell("2", wide), cell("b", wide)))).tables

    assert joined.n_rows == 3
    assert len(read(tmp_path, first + p() + table(row(cell("2"), cell("b")))).tables) == 2


THIRDS = (3000, 3000, 3000)
PLAIN = row("Recommendation", "Progress to date", "Evidence")
FIRST, SECOND = row("1. Train staff", "All have been trained.", "Log"), row("2. Review", "Under way", "None")


def test_headings_that_are_neither_bold_nor_marked_are_known_by_their_words(tmp_path: Path) -> None:
    parts = part(PLAIN, FIRST, widths=THIRDS) + BREAK + part(SECOND, widths=THIRDS)
    repeated = part(PLAIN, FIRST, widths=THIRDS) + BREAK + part(PLAIN, SECOND, widths=THIRDS)

    for body in (parts, repeated):
        (found,) = read(tmp_path, body).tables
        assert [text for _row, col, text in texts(found) if col == 1] == [
            "Recommendation",
            "1. Train staff",
            "2. Review",
        ]


def test_rows_of_short_words_are_not_taken_for_headings(tmp_path: Path) -> None:
    names = part(row("Name", "Role", "Agency"), row("Ann Lee", "Nurse", "Health"), widths=THIRDS)
    more = part(row("Bob Roy", "Officer", "Housing"), widths=THIRDS)

    assert len(read(tmp_path, names + p() + more).tables) == 2
    assert len(read(tmp_path, part(PLAIN, FIRST, widths=THIRDS) + p() + more).tables) == 2


def test_numbers_of_several_levels_go_on(tmp_path: Path) -> None:
    parts = [part(HEADINGS, row("1.1 Train", "a")), part(row("1.2 Audit", "b")), part(row("1.1 Brief", "c"))]

    found = read(tmp_path, p().join(parts)).tables

    assert [each.n_rows for each in found] == [3, 1]
