from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from export.model import DocumentOutcome, DocumentRecord, PastRound, RoundPack
from export.writers.workbook import write
from ingest.model import Finding, Level, Place
from match.model import Check, CheckCode, Round
from normalize.model import Status
from tests.export.packs import RETURN, a_round, entry, linked, record, row
from tests.export.test_workbook import cells_under, written

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

EARLIER = Round("2029-08", (replace(entry(1, "Training planned"), from_round="2029-08"),), ("Harbour Trust",))
LOCKED = DocumentRecord(
    "Pier School.pdf", "", "pdf", DocumentOutcome.UNREAD, "It is protected with a password.", ("Pier School",)
)
CHECKS = (
    Check("HT-1", CheckCode.DATE_MOVED, "The date was moved once.", Place(RETURN, table=1, row=2)),
    Check("HT-3", CheckCode.OVERDUE, "Was due May 2029 and is not complete.", is_new=True),
    Check("HT-1", CheckCode.COMPLETE_BUT_OPEN, "Called complete, and still to do.", Place(RETURN, table=1, row=2)),
)


def a_second_round() -> RoundPack:
    """Return a round with one before it, checks of three kinds, a file not read, and one left aside."""
    past = PastRound(EARLIER, (row(1, linked(1), update="Training planned"),), (record(),))
    copy = replace(LOCKED, path="Copy.docx", outcome=DocumentOutcome.DUPLICATE, message="Counted once.", agencies=())
    return replace(a_round(), earlier=(past,), checks=CHECKS, documents=(record(), LOCKED, copy))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return written(a_second_round(), tmp_path_factory.mktemp("books"))


def test_checks_stand_with_the_recommendation_and_the_words_the_most_pressing_first(book: Workbook) -> None:
    checks = book["Checks"]

    assert cells_under(checks, "ID") == ["HT-3", "HT-1", "HT-1"]
    assert cells_under(checks, "What") == ["overdue", "complete, and still something to do", "date moved"]
    assert cells_under(checks, "New") == ["new", None, None]
    assert cells_under(checks, "Place") == [None, "table 1, row 2", "table 1, row 2"]
    assert cells_under(checks, "Received copy") == [None, "Open Harbour Trust.docx", "Open Harbour Trust.docx"]


def test_every_update_ever_is_there_the_newest_round_first(book: Workbook) -> None:
    assert cells_under(book["Updates"], "Round") == ["2030-02", "2030-02", "2029-08"]
    assert cells_under(book["Updates"], "Update") == ["Training held.", "Training held.", "Training planned"]
    assert len(set(cells_under(book["Updates"], "Row key"))) == 3


def test_progress_has_a_row_for_each_round_the_oldest_first(book: Workbook) -> None:
    assert [[cell.value for cell in line] for line in book["Progress"].iter_rows(min_row=4)] == [
        ["2029-08", 1, 0, 1, 0, 0, 0, 0, 1, 1],
        ["2030-02", 3, 0, 3, 0, 0, 0, 0, 2, 1],
    ]


def test_an_update_of_an_earlier_round_is_linked_to_the_copy_received_then(tmp_path: Path) -> None:
    stood = replace(entry(1), from_round="2029-08")
    pack = replace(a_round(entries=(stood, entry(2), entry(3))), earlier=a_second_round().earlier)
    tracker = written(pack, tmp_path)["Tracker"]

    assert [cell.hyperlink.target for cell in tracker[4] if cell.hyperlink] == [
        "../2029-08/received/Harbour%20Trust%20%232%2C%20100%25.docx"
    ]


def test_the_charts_say_in_words_what_they_show(tmp_path: Path) -> None:
    write(a_second_round(), tmp_path / "consolidated.xlsx")
    with ZipFile(tmp_path / "consolidated.xlsx") as package:
        drawings = [package.read(f"xl/drawings/drawing{number}.xml").decode() for number in (1, 2)]

    assert "of each agency by status. All agencies: in progress 3." in drawings[0]
    assert "after each round. 2029-08: in progress 1; 2030-02: in progress 3." in drawings[1]


def test_overdue_recommendations_are_counted_by_agency(book: Workbook) -> None:
    facts = {line[0].value: line[1].value for line in book["Cover"].iter_rows(max_row=12)}

    assert cells_under(book["Summary"], "Overdue") == [0, 1, 1]
    assert facts["Overdue"] == "1: Pier School 1"


def test_an_agency_that_sent_nothing_is_chased_in_words_ready_to_send(tmp_path: Path) -> None:
    book = written(a_round(), tmp_path)
    (letter,) = cells_under(book["Chase letters"], "Letter")

    assert cells_under(book["Unanswered"], "ID") == ["HT-3"]
    assert "not yet received a return from Pier School for round 2030-02 of the Review of Child Z" in str(letter)
    assert "- HT-3 (IMR 3): Recommendation 3 (due May 2030; last reported in round 2030-02: in progress)" in str(letter)


def test_letters_name_files_not_read_and_ask_about_what_is_contradictory(book: Workbook) -> None:
    letters = dict(
        zip(cells_under(book["Chase letters"], "Agency"), cells_under(book["Chase letters"], "Letter"), strict=True)
    )

    assert 'We have received "Pier School.pdf" for round 2030-02' in str(letters["Pier School"])
    assert "Thank you for your return" in str(letters["Harbour Trust"])
    assert "- HT-1 (IMR 1): Recommendation 1\n  Called complete, and still to do." in str(letters["Harbour Trust"])
    assert cells_under(book["Coverage"], "Not read, or not in full") == [None, "Pier School.pdf"]


def test_nobody_is_chased_for_what_is_complete(tmp_path: Path) -> None:
    pack = a_round(entries=(entry(1), entry(2), replace(entry(3), status=Status.COMPLETE)))

    assert cells_under(written(pack, tmp_path)["Chase letters"], "Agency") != ["Pier School"]


def test_the_words_of_each_document_are_accounted_for(book: Workbook) -> None:
    headings = ("Words in document", "Words in rows", "Words in particulars", "Words left over", "Adds up")

    assert [cells_under(book["Sources"], heading)[0] for heading in headings] == [12, 9, 2, 1, "yes"]
    assert cells_under(book["Sources"], "Particulars")[0] == "Provided by: Ann Ivey\nSummary: Under way."
    assert cells_under(book["Left over"], "Words") == ["Confidential"]


def test_what_the_program_decided_by_itself_is_in_the_notes_and_not_among_the_findings(tmp_path: Path) -> None:
    note = Finding(Level.NOTE, "converted", "LibreOffice turned it into .docx.", Place(RETURN))
    book = written(replace(a_second_round(), findings=(note,)), tmp_path)

    assert cells_under(book["Findings"], "What was noticed") == ["It has tracked changes."]
    assert cells_under(book["Notes"], "What was noticed") == ["Counted once.", "LibreOffice turned it into .docx."]
