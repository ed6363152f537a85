from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Where
from tests.ingest.word.factory import Docx, cell, on, p, paragraphs, r, read, read_cell, row, table, val

STRIKE, HIDE = on("strike"), on("vanish")


def character_style(key: str, properties: str) -> str:
    return f'<w:style w:type="character" w:styleId="{key}"><w:rPr>{properties}</w:rPr></w:style>'


@pytest.mark.parametrize("properties", [STRIKE, on("dstrike"), val("strike", "true")])
def test_struck_out_words_are_kept_apart(tmp_path: Path, properties: str) -> None:
    found = read_cell(tmp_path, p(r("Held ") + r("monthly", properties) + r(" meetings")))

    assert (found.text, found.struck, found.words) == ("Held  meetings", ("monthly",), 3)


def test_a_strike_that_is_switched_off_is_none(tmp_path: Path) -> None:
    assert read_cell(tmp_path, p(r("stays", val("strike", 0)))).struck == ()


def test_words_may_be_struck_out_by_a_style(tmp_path: Path) -> None:
    old = r("old", val("rStyle", "Old"))

    found = read_cell(tmp_path, p(old + r(" new")), styles=character_style("Old", STRIKE))

    assert (found.text, found.struck) == ("new", ("old",))


def test_strikes_of_paragraph_and_character_style_cancel_each_other(tmp_path: Path) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="Gone"><w:rPr>{STRIKE}</w:rPr></w:style>' + character_style(
        "Old", STRIKE
    )
    body = p(r("struck ") + r("not struck", val("rStyle", "Old")), val("pStyle", "Gone"))

    found = read_cell(tmp_path, body, styles=styles)

    assert (found.text, found.struck) == ("not struck", ("struck",))


def test_a_passage_over_several_paragraphs_is_one(tmp_path: Path) -> None:
    body = p(r("kept ") + r("one", STRIKE)) + p(r("two", STRIKE)) + p(r("three", STRIKE) + r(" and") + r(" x", STRIKE))

    found = read_cell(tmp_path, body)

    assert found.text == "kept\nand"
    assert found.struck == ("one\ntwo\nthree", "x")


def test_spaces_between_struck_runs_belong_to_the_passage(tmp_path: Path) -> None:
    found = read_cell(tmp_path, p(r("one", STRIKE) + r(" ") + r("two", STRIKE) + r("new")))

    assert (found.text, found.struck) == ("new", ("one two",))


def test_a_struck_space_still_parts_two_words(tmp_path: Path) -> None:
    assert read_cell(tmp_path, p(r("one") + r(" ", STRIKE) + r("two"))).text == "one two"


def test_a_word_struck_in_part_is_one_word(tmp_path: Path) -> None:
    found = read_cell(tmp_path, p(r("read") + r("ing", STRIKE)))

    assert (found.text, found.struck, found.words) == ("read", ("ing",), 1)


def test_struck_out_words_of_the_body_follow_their_paragraph(tmp_path: Path) -> None:
    document = read(tmp_path, p(r("new ") + r("old", STRIKE)))

    assert [(entry.text, entry.where) for entry in document.paragraphs] == [("new", Where.BODY), ("old", Where.STRUCK)]


def test_the_number_of_a_struck_out_paragraph_is_struck_with_it(tmp_path: Path) -> None:
    level = val("start", 1) + val("numFmt", "decimal") + val("lvlText", "%1)")
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
        f'<w:num w:numId="1">{val("abstractNumId", 0)}</w:num>'
    )
    item = f"<w:numPr>{val('ilvl', 0)}{val('numId', 1)}</w:numPr>"

    found = read_cell(tmp_path, p(r("old", STRIKE), item) + p(r("new"), item), numbering=numbering)

    assert (found.text, found.struck) == ("2) new", ("1) old",))


def test_hidden_words_are_left_out_and_listed(tmp_path: Path) -> None:
    document = read(tmp_path, p("above") + table(row("a", cell(p(r("shown") + r(" secret words", HIDE))))))

    found = document.tables[0].cells[1]
    hidden = document.paragraphs[-1]

    assert (found.text, found.words) == ("shown", 1)
    assert (hidden.text, hidden.where, hidden.words) == ("secret words", Where.HIDDEN, 2)
    assert str(hidden.place) == "return.docx, table 1, row 1"
    assert [finding.code for finding in document.findings] == ["hidden-text"]


def test_words_may_be_hidden_by_a_style(tmp_path: Path) -> None:
    body = p(r("shown ") + r("secret", val("rStyle", "Secret")))

    document = read(tmp_path, Docx(body, {"styles": character_style("Secret", HIDE)}))

    assert paragraphs(document) == ["shown"]
    assert paragraphs(document, Where.HIDDEN) == ["secret"]


def test_a_word_hidden_in_part_is_counted_once(tmp_path: Path) -> None:
    document = read(tmp_path, p(r("un") + r("known", HIDE)))

    assert document.words == 1


def test_a_style_separator_hides_nothing(tmp_path: Path) -> None:
    separator = f"<w:rPr>{HIDE}{on('specVanish')}</w:rPr>"

    assert paragraphs(read(tmp_path, p(r("Heading. "), separator) + p("Text."))) == ["Heading. Text."]


def test_a_hidden_row_goes_and_its_words_are_listed(tmp_path: Path) -> None:
    hidden = row(cell(p(r("secret", HIDE), f"<w:rPr>{HIDE}</w:rPr>")), properties=on("hidden"))

    document = read(tmp_path, table(row("a"), hidden, row("b")))

    assert [entry.text for entry in document.tables[0].cells] == ["a", "b"]
    assert paragraphs(document, Where.HIDDEN) == ["secret"]
