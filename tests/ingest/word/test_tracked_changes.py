from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Level, Where
from tests.ingest.word.factory import Docx, cell, on, p, paragraphs, r, read, read_cell, row, table, texts, val

BY = 'w:id="1" w:author="Jo Bloggs" w:date="2024-05-02T09:00:00Z"'
MARK_DELETED = f"<w:rPr><w:del {BY}/></w:rPr>"


def ins(content: str) -> str:
    return f"<w:ins {BY}>{content}</w:ins>"


def deleted(text: str) -> str:
    return f"<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def test_inserted_words_stay_and_deleted_words_go(tmp_path: Path) -> None:
    found = read_cell(tmp_path, p(r("Held ") + deleted("monthly") + ins(r("weekly")) + r(" meetings")))

    assert found.text == "Held weekly meetings"
    assert found.words == 3


def test_words_moved_away_go_and_words_moved_here_stay(tmp_path: Path) -> None:
    moved = f"<w:moveFrom {BY}>{r('first')}</w:moveFrom>{r('second ')}<w:moveTo {BY}>{r('first')}</w:moveTo>"

    assert read_cell(tmp_path, p(moved)).text == "second first"


def test_one_finding_says_who_changed_the_document_and_when(tmp_path: Path) -> None:
    (finding,) = read(tmp_path, p(ins(r("new")) + deleted("old"))).findings

    assert (finding.level, finding.code) == (Level.NOTE, "tracked-changes")
    assert "Jo Bloggs" in finding.message
    assert "on 2 May 2024;" in finding.message


def test_the_finding_says_between_which_days_and_leaves_what_is_no_day_as_it_stands(tmp_path: Path) -> None:
    later = ins(r("new")).replace("2024-05-02", "2024-11-20")
    (several,) = read(tmp_path, p(later + deleted("old"))).findings
    (odd,) = read(tmp_path, p(ins(r("new")).replace("2024-05-02T", "2024-05-32T"))).findings

    assert "between 2 May 2024 and 20 November 2024;" in several.message
    assert "on 2024-05-32;" in odd.message


@pytest.mark.parametrize(("kind", "around"), [("header1", "{}"), ("footnotes", '<w:footnote w:id="1">{}</w:footnote>')])
def test_changes_in_a_header_or_note_are_told_as_well(tmp_path: Path, kind: str, around: str) -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader1"/></w:sectPr>'
    body = p('<w:r><w:footnoteReference w:id="1"/></w:r>') + (section if kind == "header1" else "")

    document = read(tmp_path, Docx(body, {kind: around.format(p(deleted("old") + r("new")))}))

    assert [finding.code for finding in document.findings] == ["tracked-changes"]


def test_a_paragraph_whose_mark_is_deleted_joins_the_next(tmp_path: Path) -> None:
    found = read_cell(tmp_path, p(r("Joint"), MARK_DELETED) + p(r("ly owned")))

    assert found.text == "Jointly owned"
    assert found.words == 2


def test_a_paragraph_deleted_with_its_mark_leaves_nothing(tmp_path: Path) -> None:
    gone = p(deleted("gone"), MARK_DELETED)

    assert paragraphs(read(tmp_path, p("One") + gone + p("Two"))) == ["One", "Two"]


def test_the_last_paragraph_of_a_cell_does_not_join_the_next_cell(tmp_path: Path) -> None:
    first = cell(p(r("left"), MARK_DELETED))

    (found,) = read(tmp_path, table(row(first, "right"))).tables

    assert texts(found) == [(1, 1, "left"), (1, 2, "right")]


def test_a_deleted_row_goes(tmp_path: Path) -> None:
    gone = row(cell(p(deleted("old"), MARK_DELETED)), cell(p()), properties=f"<w:del {BY}/>")

    (found,) = read(tmp_path, table(row("a", "b"), gone, row("c", "d"))).tables

    assert texts(found) == [(1, 1, "a"), (1, 2, "b"), (2, 1, "c"), (2, 2, "d")]
    assert found.n_rows == 2


def test_a_table_deleted_whole_goes(tmp_path: Path) -> None:
    gone = table(row(cell(p(deleted("old"), MARK_DELETED)), properties=f"<w:del {BY}/>"))

    assert read(tmp_path, p("above") + gone + p("below")).tables == ()


def test_a_deleted_row_with_words_added_later_stays(tmp_path: Path) -> None:
    kept = row(cell(p(deleted("old") + ins(r("kept")))), properties=f"<w:del {BY}/>")

    (found,) = read(tmp_path, table(row("a"), kept)).tables

    assert texts(found) == [(1, 1, "a"), (2, 1, "kept")]


def test_a_row_or_cell_marked_as_deleted_goes_though_its_text_is_not_marked(tmp_path: Path) -> None:
    gone = row("old", "row", properties=f"<w:del {BY}/>")
    without = row("a", cell("old cell", f"<w:cellDel {BY}/>"), "b")

    document = read(tmp_path, table(gone, without))

    assert texts(document.tables[0]) == [(1, 1, "a"), (1, 2, "b")]
    assert paragraphs(document, Where.STRUCK) == ["old", "row", "old cell"]


def test_an_inserted_row_stays(tmp_path: Path) -> None:
    (found,) = read(tmp_path, table(row("a"), row("b", properties=f"<w:ins {BY}/>"))).tables

    assert found.n_rows == 2


def test_a_deleted_cell_goes_and_an_inserted_one_stays(tmp_path: Path) -> None:
    gone = cell(p(deleted("x")), f"<w:cellDel {BY}/>")
    new = cell("new", f"<w:cellIns {BY}/>")

    (found,) = read(tmp_path, table(row("a", "b"), row(gone, new, "c"))).tables

    assert texts(found)[2:] == [(2, 1, "new"), (2, 2, "c")]


def test_cells_merged_by_a_tracked_change_are_merged(tmp_path: Path) -> None:
    upper = cell("both", f'<w:cellMerge {BY} w:vMerge="rest"/>')
    lower = cell("", f'<w:cellMerge {BY} w:vMerge="cont"/>')

    (found,) = read(tmp_path, table(row(upper, "1"), row(lower, "2"))).tables

    assert (found.cells[0].text, found.cells[0].rowspan) == ("both", 2)


@pytest.mark.parametrize("name", ["pPrChange", "rPrChange"])
def test_a_change_of_looks_alone_is_not_worth_a_finding(tmp_path: Path, name: str) -> None:
    change = f"<w:{name} {BY}>{on('rPr')}</w:{name}>"
    changed = p(r("words", change if name == "rPrChange" else ""), change if name == "pPrChange" else "")

    assert read(tmp_path, changed).findings == ()


NUMBERED = f"<w:numPr>{val('ilvl', 0)}{val('numId', 1)}</w:numPr>"
FIGURES = (
    f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{val("start", 1)}{val("numFmt", "decimal")}'
    f'{val("lvlText", "%1.")}</w:lvl></w:abstractNum><w:num w:numId="1">{val("abstractNumId", 0)}</w:num>'
)


def test_a_deleted_list_item_does_not_count(tmp_path: Path) -> None:
    gone = p(deleted("gone"), NUMBERED + MARK_DELETED)

    found = read_cell(tmp_path, p(r("one"), NUMBERED) + gone + p(r("two"), NUMBERED), numbering=FIGURES)

    assert found.text == "1. one\n2. two"


def test_a_list_item_in_a_deleted_row_or_cell_does_not_count(tmp_path: Path) -> None:
    gone = row(p(deleted("gone"), NUMBERED), p(), properties=f"<w:del {BY}/>")
    without = row(p(r("two"), NUMBERED), cell(p(deleted("old"), NUMBERED), f"<w:cellDel {BY}/>"), "y")
    body = table(row(p(r("one"), NUMBERED), "w"), gone, without, row(p(r("three"), NUMBERED), "z"))

    (found,) = read(tmp_path, Docx(body, {"numbering": FIGURES})).tables

    assert [text for _row, col, text in texts(found) if col == 1] == ["1. one", "2. two", "3. three"]
