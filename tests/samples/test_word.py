from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from samples import board_folder
from samples.expected import as_json
from samples.load import ROUNDS, load_inbox, load_master

MASTER = load_master()
DOCUMENTS = {
    (name, document["file"]): document
    for name in ROUNDS
    for document in as_json(load_inbox(name), "", {}, MASTER)["documents"]
    if document["outcome"] == "read" and document["file"].endswith(".docx")
}


def opened(round_name: str, file: str) -> Document:
    return docx.Document(str(board_folder() / round_name / "inbox" / file))


def count(document: Document, name: str) -> int:
    return len(list(document.element.body.iter(qn(name))))


def seen_words(document: Document) -> str:
    runs = (run for run in document.element.body.iter(qn("w:r")) if not list(run.iter(qn("w:strike"))))
    texts = (node.text or "" for run in runs for node in run.iter(qn("w:t")))
    return "".join("".join(texts).split())


@pytest.mark.parametrize(("round_name", "file"), DOCUMENTS)
def test_the_words_expected_of_a_document_stand_in_it(round_name: str, file: str) -> None:
    rows: list[dict[str, Any]] = DOCUMENTS[round_name, file]["rows"]
    words = seen_words(opened(round_name, file)).replace("\u2022", "")
    for row in rows:
        for field in ("recommendation", "update", "evidence"):
            assert "".join(row[field].split()).replace("\u2022", "") in words


@pytest.mark.parametrize(
    ("round_name", "file", "element", "number"),
    [
        ("2025-03", "Wenshire Constabulary - Child M update.docx", "w:ins", 4),
        ("2025-03", "Wenshire Constabulary - Child M update.docx", "w:gridSpan", 3),
        ("2025-03", "BSP actions March 2025.docx", "w:numPr", 7),
        ("2025-03", "BSP actions March 2025.docx", "w:tblHeader", 1),
        ("2025-03", "CSC Child M plan v3.docx", "w:vMerge", 6),
        ("2025-03", "Fernlight - Child M.docx", "w:dropDownList", 4),
        ("2025-03", "Fernlight - Child M.docx", "w:commentReference", 1),
        ("2025-03", "Fernlight - Child M.docx", "w:txbxContent", 2),
        ("2025-03", "Housing - Child M update Mar 2025.docx", "w:hyperlink", 1),
        ("2025-09", "BSP actions September 2025.docx", "w:strike", 1),
        ("2025-09", "Re Child M - Housing.docx", "w:tbl", 0),
    ],
)
def test_a_habit_is_written_as_a_word_processor_writes_it(
    round_name: str, file: str, element: str, number: int
) -> None:
    assert count(opened(round_name, file), element) == number


def test_numbers_that_the_word_processor_gives_are_not_typed() -> None:
    table = opened("2025-03", "BSP actions March 2025.docx").tables[0]
    assert table.cell(1, 0).text.startswith("The Partnership should review")


def test_a_row_deleted_with_tracked_changes_holds_deleted_words_only() -> None:
    body = opened("2025-03", "Wenshire Constabulary - Child M update.docx").element.body
    deleted = [row for row in body.iter(qn("w:tr")) if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None]
    assert len(deleted) == 1
    assert not list(deleted[0].iter(qn("w:t")))
    assert len(list(deleted[0].iter(qn("w:delText")))) == 4


def test_a_rating_may_be_a_fill_without_words() -> None:
    document = opened("2025-03", "CSC Child M plan v3.docx")
    fills = [shade.get(qn("w:fill")) for shade in document.element.body.iter(qn("w:shd"))]
    assert {"00B050", "FFC000", "FF0000"} <= set(fills)
    assert document.tables[0].cell(2, 4).text == ""


def test_the_agency_may_stand_in_the_page_header_alone() -> None:
    document = opened("2025-03", "CSC Child M plan v3.docx")
    assert "Children's Services" in document.sections[0].header.paragraphs[0].text
    assert "Children'sServices" not in seen_words(document)


def test_a_lock_file_is_no_document() -> None:
    lock = next(Path(board_folder() / "2025-03" / "inbox").glob("~$*"))
    assert lock.read_bytes()[1:13] == b"Lewis Haddow"
