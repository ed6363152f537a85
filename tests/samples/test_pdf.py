import pdfplumber
import pytest
from pdfminer.pdfdocument import PDFPasswordIncorrect

from samples import board_folder
from samples.blocks import TextBox
from samples.expected import as_json
from samples.load import ROUNDS, load_inbox, load_master, load_return
from samples.pdf import PASSWORD, write_pdf

MASTER = load_master()
DOCUMENTS = {
    (name, document["file"]): document
    for name in ROUNDS
    for document in as_json(load_inbox(name), "", {}, MASTER)["documents"]
    if document["outcome"] == "read" and document["file"].endswith(".pdf")
}
CLOSED = board_folder() / "2025-09" / "inbox" / "Schools Child M Sept 2025 (protected).pdf"


def pages(round_name: str, file: str) -> list[str]:
    with pdfplumber.open(board_folder() / round_name / "inbox" / file) as document:
        return [page.extract_text() for page in document.pages]


@pytest.mark.parametrize(("round_name", "file"), DOCUMENTS)
def test_the_words_expected_of_a_document_stand_in_it(round_name: str, file: str) -> None:
    printed = set(" ".join(pages(round_name, file)).split())
    for row in DOCUMENTS[round_name, file]["rows"]:
        for field in ("recommendation", "update", "evidence"):
            assert set(row[field].split()) <= printed


def test_headings_are_repeated_where_the_agency_marked_them() -> None:
    assert all("Current position" in page for page in pages("2025-03", "BCH Child M action plan v2.pdf"))


@pytest.mark.parametrize(
    ("round_name", "file", "continues_with"),
    [
        ("2025-03", "RE_ Child M - Education and Schools.pdf", "a pupil in the upper years"),
        (
            "2025-09",
            "CSC Child M plan Sept 2025.pdf",
            "Brackenmouth City Council - Children's Services - Child M\nmoved",
        ),
    ],
)
def test_a_row_is_cut_by_the_page_break_without_repeated_headings(
    round_name: str, file: str, continues_with: str
) -> None:
    assert pages(round_name, file)[1].startswith(continues_with)


def test_a_closed_document_opens_with_its_password_only() -> None:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - pdfplumber wraps it in an exception of its own
        pdfplumber.open(CLOSED)
    assert isinstance(caught.value.args[0], PDFPasswordIncorrect)
    with pdfplumber.open(CLOSED, password=PASSWORD) as document:
        assert "termly sessions" in document.pages[0].extract_text()


def test_what_only_word_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="text box"):
        write_pdf(load_return("2025-03/schools"), [TextBox(("Agency: Schools",))])
