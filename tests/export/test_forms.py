from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from export.forms.model import STATUSES, Asked, ReturnForm, make_forms
from export.forms.writer import LONGEST_REPORT, write
from match.model import Entry, Round
from normalize.forms import LONGEST_TAG, PROMPTS
from normalize.model import MasterList, Recommendation, Status
from normalize.status_words import read_status_words

ASKED = Asked(
    "Marlvale Board", "Child Q", "2025-09", "Monday 3 November 2025", ("On track", "A", "#00FF00", "complete")
)
TEXT = "Volunteers should be told whom to ring."
MASTER = MasterList(
    (
        Recommendation("VOL-1", "Volunteers", "IMR", "1", TEXT),
        Recommendation("VOL-2", "Volunteers", "IMR", "2", "A map should be kept."),
        Recommendation("HAR-1", "Harbour Trust", "IMR", "1", "The harbour should be lit."),
        Recommendation("7", "", "", "", "Everybody should meet."),
        Recommendation("X" * 60, "", "", "", "Everybody should write."),
    )
)
STOOD = Round(
    "2025-03",
    (
        Entry("VOL-1", "The list was sent out. " * 60, status=Status.IN_PROGRESS, from_round="2025-03"),
        Entry("VOL-2"),
        Entry("HAR-1", "Lamps were put up.", status=Status.COMPLETE, from_round="2025-03"),
    ),
)


def forms(board_statuses: dict[str, str] | None = None, asked: Asked = ASKED) -> dict[str, ReturnForm]:
    made = make_forms(MASTER, STOOD, board_statuses or {}, asked)
    return {each.agency: each for each in made}


@pytest.fixture
def paper(tmp_path: Path) -> Any:  # noqa: ANN401 - python-docx has no types
    return written("Volunteers", tmp_path)


def written(agency: str, folder: Path) -> Any:  # noqa: ANN401 - as above
    write(forms()[agency], folder / "form.docx")
    return Document(str(folder / "form.docx"))


def values(paper: Any, tag: str, attribute: str = "val") -> Iterator[str]:  # noqa: ANN401 - as above
    return (each.get(qn(f"w:{attribute}")) for each in paper.element.body.iter(qn(f"w:{tag}")))


def test_each_agency_has_a_form_with_its_own_recommendations() -> None:
    assert {agency: [row.recommendation.id for row in form.rows] for agency, form in forms().items()} == {
        "Volunteers": ["VOL-1", "VOL-2"],
        "Harbour Trust": ["HAR-1"],
        "": ["7", "X" * 60],
    }


def test_what_the_board_has_closed_is_not_asked_about() -> None:
    made = forms({"VOL-2": "complete", "HAR-1": "complete", "VOL-1": "in progress"})

    assert "Harbour Trust" not in made
    assert [row.recommendation.id for row in made["Volunteers"].rows] == ["VOL-1"]
    assert made["Volunteers"].closed == ("VOL-2",)


def test_the_boards_own_words_are_offered_beside_the_statuses_but_not_colours_or_letters() -> None:
    assert forms()["Volunteers"].statuses == (*STATUSES, "On track")


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_offered_is_read_back_as_itself(status: str) -> None:
    assert read_status_words(status).value.capitalize() == status


def test_the_first_page_says_whose_form_it_is_and_when_it_is_wanted(paper: Any) -> None:  # noqa: ANN401 - as above
    lines = [each.text for each in paper.paragraphs]

    assert lines[:2] == ["Child Q: return form", "Marlvale Board. Round 2025-09"]
    assert "Please return this form by Monday 3 November 2025." in lines
    assert [[cell.text for cell in row.cells] for row in paper.tables[0].rows] == [
        ["Agency", "Volunteers"],
        ["Completed by", ""],
        ["Date", ""],
    ]
    assert paper.sections[0].orientation == WD_ORIENT.LANDSCAPE


def test_a_row_has_the_id_the_words_and_what_was_last_reported(paper: Any) -> None:  # noqa: ANN401 - as above
    first, second = ([cell.text for cell in row.cells[:3]] for row in paper.tables[1].rows[1:])

    assert first[:2] == ["VOL-1", TEXT]
    assert first[2].startswith("Round 2025-03: in progress\nThe list was sent out.")
    assert first[2].endswith("…")
    assert len(first[2]) < LONGEST_REPORT + 40
    assert second[2] == "Nothing reported yet."


def test_the_ids_travel_in_the_tags_of_what_is_filled_in(paper: Any) -> None:  # noqa: ANN401 - as above
    tags = [tag.split(":") for tag in values(paper, "tag")]

    assert [(owner, id_, column) for owner, id_, _, column, _ in tags] == [
        ("roundbook", id_, column) for id_ in ("VOL-1", "VOL-2") for column in ("status", "update", "evidence")
    ]
    assert list(values(paper, "listItem", "displayText"))[: len(STATUSES)] == list(STATUSES)


def test_controls_show_prompts_and_have_numbers_of_their_own(paper: Any) -> None:  # noqa: ANN401 - as above
    controls = list(paper.element.body.iter(qn("w:sdt")))
    numbers = [each.find(f"{qn('w:sdtPr')}/{qn('w:id')}").get(qn("w:val")) for each in controls]

    assert len(set(numbers)) == len(controls) == 6
    assert len(list(values(paper, "showingPlcHdr"))) == 6
    assert {"".join(text.text for text in each.iter(qn("w:t"))) for each in controls} == set(PROMPTS)


def test_the_headings_are_repeated_and_rows_stay_whole(paper: Any) -> None:  # noqa: ANN401 - as above
    assert len(list(values(paper, "tblHeader"))) == 1
    assert len(list(values(paper, "cantSplit"))) == 2


def test_an_id_that_reads_as_a_number_is_marked_and_one_too_long_has_no_tag(tmp_path: Path) -> None:
    paper = written("", tmp_path)

    assert [row.cells[0].text for row in paper.tables[1].rows[1:]] == ["ID 7", "X" * 60]
    assert [tag.split(":")[1] for tag in values(paper, "tag")] == ["7"] * 3
    assert all(len(tag) <= LONGEST_TAG for tag in values(paper, "tag"))


def test_the_file_says_whose_board_and_which_round_it_is_of(tmp_path: Path) -> None:
    written("Volunteers", tmp_path)

    with ZipFile(tmp_path / "form.docx") as package:
        told = package.read("docProps/custom.xml").decode()
    assert all(word in told for word in ("Marlvale Board", "Child Q", "2025-09", "Volunteers"))


def test_the_same_form_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.docx", "two.docx"):
        write(forms()["Volunteers"], tmp_path / name)

    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_words_that_deceive_or_cannot_be_written_are_spelled_out(tmp_path: Path) -> None:
    odd = MasterList((Recommendation("A\x01B", "Trust \u202e", "", "", "Text \x0b end"),))
    (form,) = make_forms(odd, None, {}, Asked("", "", "", ""))

    write(form, tmp_path / "odd.docx")

    assert "[U+202E]" in Document(str(tmp_path / "odd.docx")).tables[0].cell(0, 1).text
