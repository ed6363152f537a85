from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.model import Where
from tests.ingest.pdf.joining.breaks import FOOT, HEADING, LAST, ROTA, SIZE, STARTS, WHOLE, cut, draw
from tests.ingest.pdf.paper import WIDTHS, Paper, rows_of, texts_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ingest.model import SourceDocument


def numbers_in(document: SourceDocument) -> list[str]:
    return [row[0] for row in rows_of(document)]


def test_a_row_cut_in_the_middle_of_a_sentence_is_one(tmp_path: Path) -> None:
    above, below = cut(tmp_path, ROTA, STARTS, after=2)
    document = draw(tmp_path / "a.pdf", [HEADING, *WHOLE, ("5", *above)], [("", *below), LAST])
    assert rows_of(document)[5:] == [["5", ROTA, STARTS], list(LAST)]
    assert [place.page for place in document.tables[0].row_places[5:]] == [1, 2]


def test_a_row_may_be_cut_in_one_column_only(tmp_path: Path) -> None:
    above, below = cut(tmp_path, "Share it.", STARTS, after=2)
    document = draw(tmp_path / "a.pdf", [HEADING, *WHOLE, ("5", *above)], [("", *below)])
    assert rows_of(document)[5] == ["5", "Share it.", STARTS]


def test_a_row_cut_between_two_paragraphs_is_one(tmp_path: Path) -> None:
    above = ("5", "Share the audit.", "The audit was shared.\nIt was read:")
    document = draw(tmp_path / "a.pdf", [HEADING, *WHOLE, above], [("", "", "- by both boards.")])
    assert rows_of(document)[5][2] == "The audit was shared.\nIt was read:\n- by both boards."


def test_a_row_may_run_over_three_pages(tmp_path: Path) -> None:
    long = " ".join(f"and then it was said that on day {day} all of it would come again" for day in range(12))
    above, rest = cut(tmp_path, "Share it.", long, after=2)
    middle, below = cut(tmp_path, *rest, after=16)
    document = draw(tmp_path / "a.pdf", [HEADING, *WHOLE, ("5", *above)], [("", *middle)], [("", *below)])
    assert rows_of(document)[5] == ["5", "Share it.", long]


def test_whole_rows_on_two_pages_stay_two(tmp_path: Path) -> None:
    document = draw(tmp_path / "a.pdf", [HEADING, *WHOLE], [("5", "Look again.", "Done."), LAST])
    assert numbers_in(document) == ["No", "1", "2", "3", "4", "5", "6"]


def test_a_row_with_another_number_is_another_row_though_its_words_could_go_on(tmp_path: Path) -> None:
    numbered = [(f"Rec {number}", *rest) for number, *rest in WHOLE]
    full, _rest = cut(tmp_path, ROTA, STARTS, after=2)
    others = [text.capitalize() for text in full]
    document = draw(tmp_path / "a.pdf", [HEADING, *numbered, ("Rec 10", *full)], [("Rec 11", *others), LAST])
    assert numbers_in(document)[5:] == ["Rec 10", "Rec 11", "6"]


def test_a_repeated_heading_is_dropped_and_kept_apart(tmp_path: Path) -> None:
    document = draw(tmp_path / "a.pdf", [HEADING, *WHOLE], [HEADING, LAST])
    assert numbers_in(document) == ["No", "1", "2", "3", "4", "6"]
    assert texts_in(document, Where.REPEATED_HEADING) == ["No\nRecommendation\nUpdate"]
    assert document.tables[0].heading_rows == 1


def test_a_cut_row_is_joined_under_a_repeated_heading(tmp_path: Path) -> None:
    above, below = cut(tmp_path, ROTA, STARTS, after=1)
    document = draw(tmp_path / "a.pdf", [HEADING, *WHOLE, ("5", *above)], [HEADING, ("", *below)])
    assert numbers_in(document) == ["No", "1", "2", "3", "4", "5"]


def test_tables_with_other_columns_are_not_joined(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    paper.table([HEADING, *WHOLE], top=134)
    paper.new_page()
    paper.table([("Lead", "By when"), ("A. Nother", "June")], top=40, widths=(220, 220))
    assert len(paper.read().tables) == 2


def test_words_between_keep_tables_apart(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    paper.table([HEADING, *WHOLE], top=134)
    paper.new_page()
    paper.text(50, 100, "The housing department adds the following to the plan.")
    paper.table([HEADING, *WHOLE], top=120)
    assert len(paper.read().tables) == 2


def test_a_page_with_room_left_ends_its_table(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    for name, top in (("Housing", 134), ("Health", 60), ("Police", 134)):
        paper.table([("7", f"Ask the {name} lead.", "Done."), *WHOLE], top=top)
        paper.new_page()
    assert [table.n_rows for table in paper.read().tables] == [10, 5]


@pytest.mark.parametrize("color", ["#FF0000", "#00B050"])
def test_two_ratings_are_two_rows(tmp_path: Path, color: str) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    tops = paper.table([HEADING, *WHOLE], top=134)
    paper.fill((290, tops[-2], 200, tops[-1] - tops[-2]), "#FFC000")
    paper.new_page()
    paper.fill((290, 40, 200, 17), color)
    paper.table([("", "that nobody is left out", ""), LAST], top=40)
    assert len(rows_of(paper.read())) == 7


def draw_merged(paper: Paper, rows: Sequence[Sequence[str]], top: float, *, merged_at: int) -> None:
    """Draw a table without the left part of one rule, which merges the cells above and below it."""
    tops = paper.cells(rows, top=top)
    for number, height in enumerate(tops):
        paper.line(290 if number == merged_at else 50, height, 490, height)
    for x in (50, 90, 290, 490):
        paper.line(x, tops[0], x, tops[-1])


def test_a_merged_cell_goes_on_over_the_break(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    draw_merged(paper, [*WHOLE, ("5", "Make sure of it.", "Agreed.")], 147, merged_at=0)
    paper.new_page()
    draw_merged(paper, [("", "", "It starts now."), ("", "", "It was late."), LAST], 40, merged_at=1)
    document = paper.read()
    assert [cell.rowspan for cell in document.tables[0].cells if cell.text.startswith("Make sure")] == [3]


@pytest.mark.parametrize("mark", ["(continued)", "cont'd", "(cont.)", "(parhad)"])
def test_a_repeated_heading_may_say_that_it_goes_on(tmp_path: Path, mark: str) -> None:
    heading = ("No", f"Recommendation {mark}", "Update")
    document = draw(tmp_path / "a.pdf", [HEADING, *WHOLE], [heading, LAST])
    assert numbers_in(document) == ["No", "1", "2", "3", "4", "6"]


def test_a_page_ended_by_hand_is_bridged_by_the_next_number(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    for rows in ([HEADING, *WHOLE[:1]], WHOLE[1:3], WHOLE[3:]):
        paper.table(rows, top=40.0)
        paper.new_page()
    assert numbers_in(paper.read()) == ["No", "1", "2", "3", "4"]


def test_tables_without_numbers_on_pages_with_room_to_spare_are_two(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    paper.table([("", *HEADING[1:]), ("", *WHOLE[0][1:])], top=40.0)
    paper.new_page()
    paper.table([("", *WHOLE[1][1:])], top=40.0)
    paper.new_page()
    paper.text(55.0, FOOT, "How far down a page can be written.")
    assert len(paper.read().tables) == 2


def test_the_rest_of_a_row_is_no_heading_for_what_stands_below_the_table(tmp_path: Path) -> None:
    above, below = cut(tmp_path, ROTA, STARTS, after=2)
    height = Paper(tmp_path / "unused.pdf").cells([HEADING, *WHOLE, ("5", *above)], top=0.0)[-1]
    paper = Paper(tmp_path / "a.pdf", SIZE)
    paper.table([HEADING, *WHOLE, ("5", *above)], top=FOOT - height)
    paper.new_page()
    end = paper.table([("", *below)], top=40.0)[-1]
    paper.text(55.0, end + 20.0, "Agency:")
    paper.text(95.0, end + 20.0, "Riverside Trust")
    document = paper.read()
    assert rows_of(document)[-1] == ["5", ROTA, STARTS]
    assert "Riverside Trust" in " ".join(texts_in(document))


def test_a_table_goes_on_over_a_page_of_another_size(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    height = Paper(tmp_path / "unused.pdf").cells([HEADING, *WHOLE], top=0.0)[-1]
    paper.table([HEADING, *WHOLE], top=FOOT - height)
    paper.new_page()
    paper.size = (SIZE[1] * 2, SIZE[0])
    paper.canvas.setPageSize(paper.size)
    paper.table([LAST], widths=[width * 1.2 for width in WIDTHS])
    assert numbers_in(paper.read())[-2:] == ["4", "6"]


def draw_plain(paper: Paper, rows: Sequence[tuple[str, ...]], top: float, *, ruled_heading: bool) -> float:
    """Write rows apart from each other, with rules around the first only or none; return where they end."""
    for number, row in enumerate(rows):
        end = (paper.table if ruled_heading and number == 0 else paper.cells)([row], top=top)[-1]
        top = end if ruled_heading and number == 0 else end + 8
    return top


@pytest.mark.parametrize("ruled_heading", [True, False])
def test_rows_without_rules_go_on_under_a_repeated_heading(tmp_path: Path, *, ruled_heading: bool) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    height = draw_plain(Paper(tmp_path / "unused.pdf"), [HEADING, *WHOLE], 0.0, ruled_heading=False)
    draw_plain(paper, [HEADING, *WHOLE], FOOT - height, ruled_heading=ruled_heading)
    paper.new_page()
    draw_plain(paper, [HEADING, LAST], 40.0, ruled_heading=ruled_heading)
    assert numbers_in(paper.read()) == ["No", "1", "2", "3", "4", "6"]


def test_the_rest_of_a_row_without_rules_goes_on_though_most_columns_are_empty(tmp_path: Path) -> None:
    above, below = cut(tmp_path, ROTA, STARTS, after=2)
    paper = Paper(tmp_path / "a.pdf", SIZE)
    rows = [HEADING, *WHOLE, ("5", *above)]
    height = draw_plain(Paper(tmp_path / "unused.pdf"), rows, 0.0, ruled_heading=False)
    draw_plain(paper, rows, FOOT - height, ruled_heading=False)
    paper.new_page()
    draw_plain(paper, [("", *below)], 40.0, ruled_heading=False)
    assert rows_of(paper.read())[-1] == ["5", ROTA, STARTS]


def test_a_page_within_one_row_may_show_its_sides_alone(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    paper.table([HEADING, ("1", "Train staff.", "Training was held\nin each of the districts")], top=FOOT - 60)
    paper.new_page()
    edges = [50.0]
    for width in WIDTHS:
        edges.append(edges[-1] + width)
    for edge in edges:
        paper.canvas.line(edge, 20, edge, SIZE[1] - 20)
    paper.text(edges[2] + 4, 40, "and in every town.")
    document = paper.read()
    told = "Training was held\nin each of the districts\nand in every town."
    assert rows_of(document)[1:] == [["1", "Train staff.", told]]


def test_a_row_with_its_first_columns_empty_goes_on_the_only_row_above(tmp_path: Path) -> None:
    above, below = ("1", "Train staff.", "Training was held."), ("", "", "It was held in each of the towns.")
    document = draw(tmp_path / "a.pdf", [HEADING, above], [below])
    assert rows_of(document)[1:] == [["1", "Train staff.", "Training was held.\nIt was held in each of the towns."]]


def test_a_paragraph_kept_together_may_stand_overleaf_in_a_row_that_is_cut(tmp_path: Path) -> None:
    (above,), (below,) = cut(tmp_path, STARTS, after=2)
    document = draw(tmp_path / "a.pdf", [HEADING, *WHOLE, ("5", "", above)], [("", "Share the rota.", below), LAST])
    assert rows_of(document)[5:] == [["5", "Share the rota.", STARTS], list(LAST)]


def test_a_merged_cell_that_goes_on_does_not_join_the_rows_beside_it(tmp_path: Path) -> None:
    (above,), (below,) = cut(tmp_path, ROTA, after=1)
    paper = Paper(tmp_path / "a.pdf", SIZE)
    rows = [HEADING, *(("", *row[1:]) for row in WHOLE[:2]), ("", above, "In progress")]
    paper.table(rows, top=FOOT - Paper(tmp_path / "b.pdf").cells(rows, top=0.0)[-1])
    paper.new_page()
    tops = paper.cells([("", below, "Delayed"), ("", "", "Complete"), ("", *WHOLE[3][1:])], top=40.0)
    for x in (50, 90, 290, 490):
        paper.line(x, tops[0], x, tops[-1])
    for top in (tops[0], *tops[2:]):
        paper.line(50, top, 490, top)
    paper.line(50, tops[1], 90, tops[1])
    paper.line(290, tops[1], 490, tops[1])
    document = paper.read()
    assert [cell.text for cell in document.tables[0].cells if cell.col == 3][3:6] == [
        "In progress",
        "Delayed",
        "Complete",
    ]


def test_the_side_of_a_merged_cell_may_meet_no_other_rule_of_its_page(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    rows = [HEADING, ("1", "Train all staff.", "Begun in May")]
    paper.table(rows, top=FOOT - Paper(tmp_path / "b.pdf").cells(rows, top=0.0)[-1])
    paper.new_page()
    tops = paper.cells([("", "", "and done in June."), ("", "Tell all parents.", "Told.")], top=40.0)
    for x in (50, 90, 290, 490):
        paper.line(x, tops[0], x, tops[-1])
    paper.line(90, tops[1], 490, tops[1])
    assert [table.n_cols for table in paper.read().tables] == [3]


def draw_spaced(paper: Paper, rows: Sequence[tuple[str, ...]], *, last_is_cut: bool) -> None:
    """Draw rows with space after their last paragraphs, unless a page break cuts the last one."""
    tops = [FOOT - Paper(paper.path).cells(rows, top=0.0)[-1] - 12.0 * (len(rows) - 1) if last_is_cut else 40.0]
    for number, row in enumerate(rows, start=1):
        space = 0.0 if last_is_cut and number == len(rows) else 12.0
        tops.append(paper.cells([row], top=tops[-1])[-1] + space)
    for top in tops:
        paper.line(50, top, 490, top)
    for x in (50, 90, 290, 490):
        paper.line(x, tops[0], x, tops[-1])


def test_where_paragraphs_are_apart_text_may_stop_higher_above_a_cut(tmp_path: Path) -> None:
    lines = Paper(tmp_path / "unused.pdf").wrap(f"{ROTA} {STARTS}", WIDTHS[1])[:4]
    paper = Paper(tmp_path / "a.pdf", (595.0, 400.0))
    rows = [*WHOLE, ("5", " ".join(lines)[:-1] + ".", "The nurses agreed to it.")]
    draw_spaced(paper, rows, last_is_cut=True)
    paper.new_page()
    draw_spaced(paper, [("", "Notwithstanding that, ask.", "Managers did so later."), LAST], last_is_cut=False)
    assert numbers_in(paper.read()) == ["1", "2", "3", "4", "5", "6"]


def test_a_page_with_room_left_keeps_no_rows_whole_where_others_are_cut_for_sure(tmp_path: Path) -> None:
    above, below = cut(tmp_path, ROTA, STARTS, after=2)
    paper = Paper(tmp_path / "a.pdf", SIZE)
    paper.table([HEADING, WHOLE[0]], top=40.0)
    for rows in ([*WHOLE[1:], ("5", *above)], [("", *below), ("6", ROTA, STARTS)]):
        paper.new_page()
        paper.table(rows, top=FOOT - Paper(tmp_path / "b.pdf").cells(rows, top=0.0)[-1])
    paper.new_page()
    paper.table([("", "", "Begun.")], top=40.0)
    assert numbers_in(paper.read()) == ["No", "1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize("number", ["5", "R5", "1.5"])
def test_the_number_of_a_row_may_stand_alone_above_its_words(tmp_path: Path, number: str) -> None:
    whole = [(number[:-1] + row[0], *row[1:]) for row in WHOLE]
    document = draw(tmp_path / "a.pdf", [HEADING, *whole, (number, "", "")], [("", ROTA, STARTS), LAST])
    assert rows_of(document)[5:] == [[number, ROTA, STARTS], list(LAST)]


@pytest.mark.parametrize(("rest", "n_tables"), [("of both hospitals.", 1), ("Of both hospitals.", 2)])
def test_a_table_goes_on_above_the_foot_only_with_a_sentence_left_open(
    tmp_path: Path, rest: str, n_tables: int
) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    paper.table([HEADING, *WHOLE[:2], ("3", "Share it.", "Agreed with all of the nurses and managers")])
    paper.new_page()
    paper.table([("", "", rest), LAST])
    for text in ("The Board will meet in May to read the answers.", "Nothing else is asked of any agency."):
        paper.text(50, FOOT, text)
        paper.new_page()
    assert len(paper.read().tables) == n_tables


def test_a_status_and_a_lead_that_other_rows_have_whole_begin_another_row(tmp_path: Path) -> None:
    widths = (150.0, 75.0, 60.0, 110.0, 100.0)
    heading = ("Recommendation", "Lead", "Status", "Update", "Evidence")
    above = [
        (f"{text} and report to the board.", lead, status, f"It was {text.lower()} in May.", evidence)
        for text, lead, status, evidence in (
            ("Staff trained", "J Marsh Named Nurse", "Not started", "Log"),
            ("Policy reviewed on visits", "A Reed Named Nurse", "On track and due", "Minutes"),
            ("Parents told of it", "J Marsh Named Nurse", "On track and due", ""),
        )
    ]
    below = [("Schools asked to name one and report.", "A Reed Named Nurse", "Not started", "", "Letters to schools")]
    paper = Paper(tmp_path / "a.pdf", SIZE)
    height = Paper(tmp_path / "b.pdf").cells([heading, *above], top=0.0, widths=widths)[-1]
    paper.table([heading, *above], top=FOOT - height, widths=widths)
    paper.new_page()
    paper.table(below, top=40.0, widths=widths)
    assert len(rows_of(paper.read())) == 1 + len(above) + len(below)
