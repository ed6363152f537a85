"""Paragraphs that are one with the next: their mark is hidden, or they are a large first letter."""

from __future__ import annotations

from pathlib import Path

from tests.ingest.word.factory import on, p, r, read_cell, table, val
from tests.ingest.word.test_numbering import abstract, level, num

HIDDEN_MARK = f"<w:rPr>{on('vanish')}{on('specVanish')}</w:rPr>"


def test_a_heading_runs_into_its_text(tmp_path: Path) -> None:
    content = p(r("Training. "), HIDDEN_MARK) + p("All staff were trained.")

    assert read_cell(tmp_path, content).text == "Training. All staff were trained."


def test_the_number_of_the_heading_stays_before_it(tmp_path: Path) -> None:
    numbered = "<w:numPr>" + val("ilvl", 0) + val("numId", 1) + "</w:numPr>"
    content = p(r("Training. "), numbered + HIDDEN_MARK) + p("Done.") + p("Next.", numbered)

    found = read_cell(tmp_path, content, numbering=abstract(0, level(0, "%1.")) + num(1, 0))

    assert found.text == "1. Training. Done.\n2. Next."


def test_a_paragraph_that_is_hidden_whole_joins_nothing(tmp_path: Path) -> None:
    content = p("One.") + p(r("secret", on("vanish")), HIDDEN_MARK) + p("Two.")

    assert read_cell(tmp_path, content).text == "One.\nTwo."


def test_a_mark_is_hidden_by_its_style_too(tmp_path: Path) -> None:
    style = f'<w:style w:type="paragraph" w:styleId="Run"><w:name w:val="Run"/><w:rPr>{on("vanish")}</w:rPr></w:style>'
    content = p(r("Half", val("vanish", 0)), val("pStyle", "Run")) + p("way.")

    assert read_cell(tmp_path, content, styles=style).text == "Halfway."


def test_a_table_ends_the_paragraph_before_it(tmp_path: Path) -> None:
    content = p(r("Before"), HIDDEN_MARK) + table("<w:tr><w:tc><w:p><w:r><w:t>inner</w:t></w:r></w:p></w:tc></w:tr>")

    assert read_cell(tmp_path, content + p("After")).text == "Before\ninner\nAfter"


def test_a_large_first_letter_stands_before_its_word(tmp_path: Path) -> None:
    letter = p("A", '<w:framePr w:dropCap="drop" w:lines="3"/>')
    framed = p("Beside.", '<w:framePr w:w="2000"/>')

    assert read_cell(tmp_path, letter + p("ll staff were trained.") + framed + p("End.")).text == (
        "All staff were trained.\nBeside.\nEnd."
    )
