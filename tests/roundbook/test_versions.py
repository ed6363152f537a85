from __future__ import annotations

import pytest

from export.model import DocumentOutcome
from ingest.model import Comment, Place, SourceDocument
from normalize.model import AgencyReturn, ReturnedDocument, Update, WordSum
from roundbook.versions import find_repeats, find_superseded


def _document(path: str, *rows: tuple[str, str], agency: str = "Housing", comment: str = "") -> ReturnedDocument:
    updates = tuple(
        Update(
            Place(path, table=1, row=number),
            (),
            recommendation=recommendation,
            update=update,
            comments=(Comment(comment),) if comment else (),
        )
        for number, (recommendation, update) in enumerate(rows, start=2)
    )
    source = SourceDocument(path, path, "docx", (), 0)
    return ReturnedDocument(source, (AgencyReturn(agency, agency, updates=updates),), WordSum(0, 0, 0, 0), ())


ROW, OTHER = ("Train staff.", "Done in May."), ("Visit homes.", "Under way.")


def test_the_same_words_sent_as_two_files_are_counted_once() -> None:
    repeats = find_repeats(
        [_document("Housing.pdf", ROW), _document("Housing re-saved.docx", ("Train  staff.", "done in May."))]
    )
    assert {path: verdict.outcome for path, verdict in repeats.items()} == {
        "Housing re-saved.docx": DocumentOutcome.DUPLICATE
    }


@pytest.mark.parametrize(
    "other",
    [
        _document("b.docx", ("Train staff.", "Done in June.")),
        _document("b.docx", ROW, OTHER),
        _document("b.docx", ROW, agency="Police"),
        _document("b.docx", ROW, comment="Evidence seen?"),
    ],
)
def test_a_word_more_or_another_agency_is_no_repeat(other: ReturnedDocument) -> None:
    assert find_repeats([_document("a.docx", ROW), other]) == {}


def test_two_documents_without_rows_are_no_repeat() -> None:
    assert find_repeats([_document("a.docx"), _document("b.docx")]) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Housing plan v1.docx", "Housing plan v2.docx"),
        ("Housing plan.docx", "Housing plan v2.docx"),
        ("Housing plan v2.docx", "Housing plan v2 FINAL.docx"),
        ("Housing plan v2 FINAL.docx", "Housing plan FINAL FINAL (1).pdf"),
        ("Housing plan version 1.2.docx", "housing_plan_v1.10.docx"),
        ("Housing plan.docx", "Housing plan (final).docx"),
    ],
)
def test_a_later_version_of_the_same_name_supersedes(old: str, new: str) -> None:
    documents = [_document(old, ROW), _document(new, ROW, OTHER)]
    assert set(find_superseded(documents)) == set(find_superseded(documents[::-1])) == {old}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Housing A.docx", "Housing B.docx"),
        ("Housing.docx", "Housing (1).docx"),
        ("Housing plan v1.docx", "Housing IMR v2.docx"),
        ("Housing plan v2 FINAL.docx", "Housing plan v3.docx"),
    ],
)
def test_names_that_do_not_say_which_is_later_leave_both(old: str, new: str) -> None:
    assert find_superseded([_document(old, ROW), _document(new, ROW, OTHER)]) == {}


def test_a_later_version_that_leaves_a_row_out_leaves_both() -> None:
    assert find_superseded([_document("a v1.docx", ROW, OTHER), _document("a v2.docx", ROW)]) == {}


def test_a_version_of_another_agency_leaves_both() -> None:
    assert find_superseded([_document("a v1.docx", ROW), _document("a v2.docx", ROW, agency="Police")]) == {}
