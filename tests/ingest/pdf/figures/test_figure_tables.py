from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ingest.pdf.paper import Paper, rows_of, texts_in

if TYPE_CHECKING:
    from pathlib import Path

RIGHT = (260.0, 330.0, 400.0, 470.0)
RATES = (
    ("North Riverside", "12", "14.5", "(9)", "1,200"),
    ("South Riverside", "101", "98.0", "-", "77"),
    ("Harbour", "5", "6.1", "8", "n/a"),
    ("All areas", "118", "118.6", "17", "1,277"),
)


def figures(paper: Paper, top: float, rows: tuple[tuple[str, ...], ...] = RATES) -> None:
    for number, (label, *values) in enumerate(rows):
        paper.text(50, top + 14 * number, label)
        for right, value in zip(RIGHT, values, strict=False):
            paper.canvas.drawRightString(right, paper.size[1] - top - 14 * number, value)


def test_figures_below_each_other_make_a_table_under_their_caption(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(50, 80, "Table 3: Plans made in each area of the county, by year and kind of plan")
    figures(paper, 130)
    paper.text(50, 210, "Source: returns of the areas; the last year is provisional and may be revised.")
    document = paper.read()
    assert rows_of(document) == [list(row) for row in RATES]
    assert len(texts_in(document)) == 2


def test_a_heading_over_two_columns_spans_them(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for middle, words in ((280, "Under 18 years"), (420, "All children")):
        paper.canvas.drawCentredString(middle, paper.size[1] - 102, words)
    figures(paper, 116, (("", "2019", "2020", "2019", "2020"),))
    figures(paper, 130)
    document = paper.read()
    spans = [(cell.text, cell.col, cell.colspan) for cell in document.tables[0].cells if cell.row == 1 and cell.text]
    assert spans == [("Under 18 years", 2, 2), ("All children", 4, 2)]
    assert rows_of(document)[1] == ["", "2019", "2020", "2019", "2020"]


def test_a_label_on_two_lines_is_one_row(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    figures(paper, 100, RATES[:3])
    paper.text(50, 142, "Areas without a plan and")
    figures(paper, 152, (("without a lead for it", "4", "2.0", "1", "3"), ("Island", "1", "1.0", "1", "1")))
    assert rows_of(paper.read())[3] == ["Areas without a plan and without a lead for it", "4", "2.0", "1", "3"]


def test_two_tables_of_figures_stay_two(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    figures(paper, 100)
    paper.text(50, 170, "Table 4: The same for the county next to it, which began to count a year later")
    figures(paper, 198)
    assert [table.n_rows for table in paper.read().tables] == [4, 4]


def test_a_frame_around_figures_does_not_hide_their_rows(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    figures(paper, 100)
    for height in (85, 150):
        paper.line(45, height, 480, height)
    for x in (45, 200, 480):
        paper.line(x, 85, x, 150)
    assert rows_of(paper.read()) == [list(row) for row in RATES]


def test_a_table_of_contents_is_no_table_of_figures(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    figures(paper, 100, tuple((f"What we found in part {part}", str(3 * part)) for part in range(1, 9)))
    assert paper.read().tables == ()


def test_figures_beside_a_column_of_text_are_a_table_and_the_text_stays_text(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for number in range(12):
        paper.text(310, 100 + 13 * number, "Areas told us how many plans they made, and why.")
        paper.text(50, 100 + 13 * number, f"Area of the {'north' if number % 2 else 'south'} coast")
        paper.canvas.drawRightString(250, paper.size[1] - 100 - 13 * number, str(90 - 7 * number))
    document = paper.read()
    assert [table.n_cols for table in document.tables] == [2]
    assert all("Areas told us" not in cell.text for cell in document.tables[0].cells)


def test_the_sign_of_a_currency_at_the_left_of_its_column_belongs_to_the_amount(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for number, (label, *values) in enumerate(RATES):
        top = 100 + 14 * number
        paper.text(50, top, label)
        for right, value in zip(RIGHT[:2], values, strict=False):
            paper.text(right - 55, top, "$")
            paper.canvas.drawRightString(right, paper.size[1] - top, value)
    assert [row[1:] for row in rows_of(paper.read())] == [
        [f"$ {first}", f"$ {second}"] for _, first, second, *_ in RATES
    ]


def test_errors_below_estimates_are_of_their_row(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for number, (label, *values) in enumerate(RATES):
        top = 100 + 28 * number
        figures(paper, top, ((label, *values),))
        figures(paper, top + 11, (("", "(1.2)", "(0.4)", "(2.2)", "(0.1)"),))
    assert [row[1] for row in rows_of(paper.read())] == [f"{values[1]} (1.2)" for values in RATES]


def test_headings_over_groups_of_columns_share_all_of_them_out(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rights = [200.0 + 45 * at for at in range(6)]
    rows = [[str(number * 11 + at * 7 + 10) for at in range(6)] for number in range(5)]
    for (start, end), words in (((178, 290), "Men"), ((313, 425), "Women")):
        paper.canvas.drawCentredString((start + end) / 2, paper.size[1] - 88, words)
    for number, row in enumerate([["2004", "2005", "2006", "2004", "2005", "2006"], *rows]):
        if number:
            paper.text(50, 102 + 14 * number, f"Area {'ABCDEF'[number]}")
        for right, value in zip(rights, row, strict=True):
            paper.canvas.drawRightString(right, paper.size[1] - 102 - 14 * number, value)
    cells = paper.read().tables[0].cells
    assert [(cell.text, cell.col, cell.colspan) for cell in cells if cell.text in {"Men", "Women"}] == [
        ("Men", 2, 3),
        ("Women", 5, 3),
    ]


def test_a_heading_of_a_part_does_not_hide_the_headings_of_the_columns(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    figures(paper, 100, (("", "Plans", "Rate", "Change", "Cost"),))
    paper.text(50, 114, "Coastal areas")
    figures(paper, 128)
    rows = rows_of(paper.read())
    assert [rows[0][1], rows[1][0], rows[2][0]] == ["Plans", "Coastal areas", "North Riverside"]


def test_a_label_that_goes_on_below_the_last_figures_is_whole(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    figures(paper, 100, (*RATES[:3], ("Areas that do not say", "4", "2.0", "1", "3")))
    paper.text(50, 153, "whether they have one")
    assert rows_of(paper.read())[-1][0] == "Areas that do not say\nwhether they have one"


def test_a_heading_at_the_left_of_its_column_is_over_its_figures(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for right, head in zip(RIGHT, ("2008", "2009", "2010", "2011"), strict=True):
        paper.text(right - 60, 86, head)
    figures(paper, 100)
    assert rows_of(paper.read())[0] == ["", "2008", "2009", "2010", "2011"]


def test_figures_on_both_sides_of_a_page_break_are_two_rows(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    figures(paper, 800 - 14 * 3)
    paper.new_page()
    figures(paper, 60, tuple((f"{label} again", *values) for label, *values in RATES))
    assert sum(table.n_rows for table in paper.read().tables) == 8


def test_a_label_goes_on_in_brackets_below_its_figures(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    figures(paper, 100, (("Cod", "1", "2", "3", "4"),))
    paper.text(50, 114, "(Gadus morhua)")
    figures(paper, 128, (("Sole (Solea", "5", "6", "7", "8"),))
    paper.text(50, 142, "Vulgaris)")
    figures(paper, 156, (("Whiting of all kinds", "9", "10", "11", "12"), ("Total", "15", "18", "21", "24")))
    assert [row[0] for row in rows_of(paper.read())] == [
        "Cod\n(Gadus morhua)",
        "Sole (Solea\nVulgaris)",
        "Whiting of all kinds",
        "Total",
    ]


def test_the_source_right_below_the_last_row_is_no_part_of_its_label(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    figures(paper, 100)
    paper.text(50, 154, "Source: returns")
    document = paper.read()
    assert rows_of(document)[-1][0] == "All areas"
    assert texts_in(document) == ["Source: returns"]


def test_a_sign_for_no_figure_beside_figures_set_on_their_points_is_of_their_column(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [("Riverside", "12.5", "8"), ("Harbour", "..", "4"), ("Moor", "7.5", "3"), ("Islands", "9.25", "1")]
    for number, (label, share, count) in enumerate(rows):
        paper.text(50, 100 + 14 * number, label)
        paper.text(262 if share == ".." else 230, 100 + 14 * number, share)
        paper.text(350, 100 + 14 * number, count)
    assert rows_of(paper.read()) == [list(row) for row in rows]


def test_a_column_of_nothing_but_dashes_stays_one(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [(name, "4", "-", "7") for name in ("Riverside", "Harbour", "Moor", "Islands")]
    figures(paper, 100, tuple(rows))
    assert rows_of(paper.read()) == [list(row) for row in rows]
