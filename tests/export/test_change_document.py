from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm

from export.changes.groups import find_topics
from export.writers import change_document
from match.model import Check, CheckCode
from tests.export.packs import a_hostile_round, an_empty_round
from tests.export.pages import HARBOUR, MASTER, ROWS, SCAN, make_pack
from tests.match.board import row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docx.document import Document as Paper
    from docx.text.run import Run

    from export.model import RoundPack

LATE = (Check("VP 2", CheckCode.OVERDUE, "Was due May 2013 and is not complete.", is_new=True),)


def written(pack: RoundPack, folder: Path) -> Paper:
    change_document.write(pack, folder / "changes.docx")
    return Document(str(folder / "changes.docx"))


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    pack = replace(make_pack(*ROWS), checks=LATE, documents=(HARBOUR, SCAN))
    return written(pack, tmp_path_factory.mktemp("paper"))


def headings(paper: Paper, level: int) -> list[str]:
    return [each.text for each in paper.paragraphs if each.style and each.style.name == f"Heading {level}"]


def runs(paper: Paper, style: str) -> Iterator[Run]:
    return (run for each in paper.paragraphs for run in each.runs if run.style.name == style)


def rows_of(paper: Paper, caption: str) -> list[list[str]]:
    """Return the words of the table whose caption begins so."""
    for element in paper.element.body.iter(qn("w:tbl")):
        (said,) = element.iter(qn("w:tblCaption"))
        if said.get(qn("w:val"), "").startswith(caption):
            return [
                ["".join(text.text or "" for text in cell.iter(qn("w:t"))) for cell in line.iter(qn("w:tc"))]
                for line in element.iter(qn("w:tr"))
            ]
    raise AssertionError(f"No table is called {caption}")


def test_every_group_has_a_heading_and_the_figures_add_up(paper: Paper) -> None:
    *groups, everything = [int(number) for _, number in rows_of(paper, "What the round brought")[1:]]

    assert sum(groups) == everything == len(MASTER.recommendations)
    assert headings(paper, 1)[:7] == [
        "At a glance",
        "Worth asking about",
        "Completed since the last round (1)",
        "Newly overdue (1)",
        "Updated (1)",
        "First updates (1)",
        "Same words, other changes (1)",
    ]


def test_every_recommendation_is_shown_once(paper: Paper) -> None:
    told = [each.split(" IMR")[0].split(" Overview")[0] for each in headings(paper, 3)]
    listed = [line[0] for title in ("Newly overdue", "Same words", "No new") for line in rows_of(paper, title)[1:]]

    assert sorted(each for each in (*told, *listed) if each != "VP 9") == [each.id for each in MASTER.recommendations]


def test_words_added_are_bold_and_underlined_and_words_removed_struck_through(paper: Paper) -> None:
    added, removed = paper.styles["Added"].font, paper.styles["Removed"].font

    assert added.bold
    assert added.underline
    assert removed.strike
    assert "Sent to the board." in [run.text for run in runs(paper, "Added")]
    assert "in progress" in [run.text for run in runs(paper, "Removed")]


def test_it_has_no_tracked_changes(tmp_path: Path) -> None:
    change_document.write(make_pack(*ROWS), tmp_path / "changes.docx")
    with ZipFile(tmp_path / "changes.docx") as package:
        body = package.read("word/document.xml").decode()

    assert "<w:ins " not in body
    assert "<w:del " not in body


def test_it_prints_on_a4_with_the_board_above_and_the_page_below(paper: Paper) -> None:
    (section,) = paper.sections
    fields = [each.get(qn("w:instr")) for each in section.footer.paragraphs[0]._p.iter(qn("w:fldSimple"))]  # noqa: SLF001

    assert [round((each or 0) / Cm(1), 1) for each in (section.page_width, section.page_height)] == [21.0, 29.7]
    assert section.header.paragraphs[0].text == "Saltmarsh Board\tReview of Child Q: changes in round 2013-08"
    assert fields == ["PAGE", "NUMPAGES"]


def test_heading_rows_repeat_and_rows_stay_whole(paper: Paper) -> None:
    for table in paper.element.body.iter(qn("w:tbl")):
        first, *others = table.iter(qn("w:tr"))
        assert list(first.iter(qn("w:tblHeader")))
        assert all(list(each.iter(qn("w:cantSplit"))) for each in others)


def test_every_link_leads_somewhere(paper: Paper) -> None:
    body = paper.element.body
    places = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]

    assert len(set(places)) == len(places)
    assert all(int(each.get(qn("w:id"), "")) < 2**31 for each in body.iter(qn("w:bookmarkStart")))
    assert {each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))} <= set(places)


def test_what_is_missing_is_said_at_the_top_and_named(paper: Paper) -> None:
    words = "\n".join(each.text for each in paper.paragraphs)

    assert "This record is not complete yet. 1 file was not fully read." in words
    assert rows_of(paper, "Files that could not be read")[1] == ["Scan.pdf", "Unread", SCAN.message]
    assert "Agencies that sent nothing (1)" in words


def test_its_language_and_properties_are_set(paper: Paper) -> None:
    assert {each.get(qn("w:val")) for each in paper.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    assert paper.core_properties.title == "Review of Child Q: changes in round 2013-08"
    assert paper.core_properties.author == "roundbook"


def test_the_same_round_gives_the_same_bytes(tmp_path: Path) -> None:
    change_document.write(make_pack(*ROWS), tmp_path / "one.docx")
    change_document.write(make_pack(*ROWS), tmp_path / "two.docx")

    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


@pytest.mark.parametrize("pack", [an_empty_round(), a_hostile_round(), make_pack(*ROWS, previous=None)])
def test_any_round_can_be_written(tmp_path: Path, pack: RoundPack) -> None:
    assert len(written(pack, tmp_path).tables) >= 3
    assert set(find_topics(pack)) == {each.id for each in pack.changes.changes}


def test_characters_that_no_document_can_hold_are_spelled_out(tmp_path: Path) -> None:
    paper = written(make_pack(row("HT 2", update="Not\ufffe \x00 \ud800 done")), tmp_path)

    assert any("Not[U+FFFE] [U+0000] [U+D800] done" in each.text for each in paper.paragraphs)
