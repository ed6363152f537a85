from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.model import SourceTable, Where
from normalize.model import Rating, ReturnedDocument, Status
from normalize.returns import understand
from normalize.vocabulary import Vocabulary
from tests.normalize.factory import make_document, make_paragraph, make_table

HEADINGS = ("IMR Recommendation:", "Update:", "Evidence")
BOARD = Vocabulary(
    agencies={
        "Wexshire Police": ("the Constabulary",),
        "Housing": (),
        "Drug and Alcohol Service": (),
        "Children's Social Care": (),
    }
)


def rows_of(document: ReturnedDocument) -> list[tuple[str, str, str, str, str]]:
    return [
        (update.kind, ", ".join(update.numbers), update.recommendation, update.update, update.evidence)
        for each in document.returns
        for update in each.updates
    ]


def test_a_plain_return_gives_a_row_for_each_recommendation() -> None:
    document = make_document(
        "Agency: Housing",
        "Update provided by: A. Person",
        make_table(HEADINGS, ("1) Train staff", "Done", "Register"), ("2) Audit cases", "Under way", "")),
    )
    understood = understand(document, BOARD)
    assert rows_of(understood) == [
        ("IMR", "1", "Train staff", "Done", "Register"),
        ("IMR", "2", "Audit cases", "Under way", ""),
    ]
    assert understood.returns[0].agency == "Housing"
    assert understood.returns[0].provided_by == "A. Person"
    assert understood.words.adds_up
    assert not understood.left_over


def test_particulars_in_one_spanning_row_are_told_apart() -> None:
    line = "Agency: The Constabulary Update provided by: A. Person Evidence: Minutes of 3 May"
    understood = understand(make_document(make_table((line,), HEADINGS, ("1) Train", "Done", "List"))), BOARD)
    (sent,) = understood.returns
    assert (sent.agency, sent.agency_as_written) == ("Wexshire Police", "The Constabulary")
    assert (sent.provided_by, sent.evidence) == ("A. Person", "Minutes of 3 May")
    assert len(sent.updates) == 1


def test_particulars_in_a_table_of_their_own_are_read() -> None:
    particulars = make_table(("Agency", "Housing"), ("Update provided by", "A. Person"), ("Evidence", "Letter"))
    understood = understand(make_document(particulars, make_table(HEADINGS, ("1) Train", "Done", ""), number=2)), BOARD)
    (sent,) = understood.returns
    assert (sent.agency, sent.provided_by, sent.evidence) == ("Housing", "A. Person", "Letter")


def test_a_summary_runs_over_several_paragraphs_up_to_the_table() -> None:
    understood = understand(
        make_document(
            "Agency: Housing", "Summary update:", "First.", "Second.", make_table(HEADINGS, ("1) A", "B", "C"))
        )
    )
    assert understood.returns[0].summary == "First.\nSecond."


@pytest.mark.parametrize(
    ("header", "name", "as_written"),
    [
        (
            "Wexford City Council \u2013 Children\u2019s Social Care \u2013 action plan",
            "a.docx",
            "Children\u2019s Social Care",
        ),
        ("", "Children's Social Care update Oct 2012.docx", ""),
    ],
)
def test_the_agency_is_found_in_the_page_header_or_the_file_name(header: str, name: str, as_written: str) -> None:
    document = make_document(
        make_paragraph(header, where=Where.HEADER), make_table(HEADINGS, ("1) A", "B", "C")), name=name
    )
    (sent,) = understand(document, BOARD).returns
    assert (sent.agency, sent.agency_as_written) == ("Children's Social Care", as_written)


def test_the_agency_is_that_of_the_sender_where_nothing_else_names_it() -> None:
    sender = "Update provided by: A. Person, Children's Social Care"
    document = make_document(sender, make_table(HEADINGS, ("1) A", "B", "C")), name="update.docx")
    assert understand(document, BOARD).returns[0].agency == "Children's Social Care"


def test_a_group_row_names_the_kind_of_the_rows_below() -> None:
    document = make_document(
        make_table(
            ("Agreed action", "Update", "Evidence"),
            ("IMR recommendations",),
            ("1) Train", "Done", ""),
            ("Overview report",),
            ("1) Share", "Done", ""),
        )
    )
    assert [row[:3] for row in rows_of(understand(document))] == [("IMR", "1", "Train"), ("Overview", "1", "Share")]


def test_a_group_row_at_the_end_of_a_table_names_the_kind_of_the_next_one() -> None:
    headings = ("Recommendation", "Update", "Evidence")
    document = make_document(
        make_table(headings, ("1) Share", "It was shared in June", "Minutes"), ("IMR recommendations",)),
        make_table(("2) Train", "All were trained", "List"), ("3) Tell", "All were told", "List")),
    )
    assert [row[:2] for row in rows_of(understand(document))] == [("", "1"), ("IMR", "2"), ("IMR", "3")]


def test_a_second_heading_row_may_leave_a_heading_blank() -> None:
    document = make_document(
        make_table(HEADINGS, ("1) A", "B", "C"), ("Overview Recommendation:", "Update:", ""), ("1) D", "E", "F"))
    )
    assert rows_of(understand(document))[1] == ("Overview", "1", "D", "E", "F")


def test_a_last_column_without_a_heading_holds_the_evidence() -> None:
    document = make_document(make_table(("IMR Recommendation:", "Update:", ""), ("Rec 1", "Met", "Minutes")))
    assert rows_of(understand(document)) == [("IMR", "1", "", "Met", "Minutes")]


def test_a_heading_paragraph_names_the_kind_of_the_table_below() -> None:
    document = make_document(
        "Overview recommendations",
        make_table(("Recommendation", "Progress"), ("1. A", "B")),
        "IMR recommendations",
        make_table(("Recommendation", "Progress"), ("1. C", "D"), number=2),
    )
    assert [row[0] for row in rows_of(understand(document))] == ["Overview", "IMR"]


@pytest.mark.parametrize("title", ["Recommendations tracker", "Action log", "Recommendations return form"])
def test_a_title_that_says_what_the_document_is_names_no_kind(title: str) -> None:
    table = make_table(("Recommendation", "Update"), ("1. Train", "Done"))
    (update,) = understand(make_document(make_paragraph(title, level=1), table)).returns[0].updates
    assert update.kind == ""


def test_a_long_passage_that_begins_like_a_label_is_no_particular() -> None:
    passage = "Contact: " + "a sentence that somebody should read " * 4
    document = understand(make_document(passage))
    assert [each.text for each in document.left_over] == [passage]
    assert document.words.adds_up


@pytest.mark.parametrize(
    ("block", "shown", "left_over"),
    [
        ("Contact: J. Marsh, 01632 960123", "", "Contact: J. Marsh, 01632 960123"),
        ("Agency: Housing Version: 2", "Housing", "Version: 2"),
        ("Version:", "", None),
        (make_table(("Agency", "Housing"), ("Job title", "Manager")), "Housing", "Job title\tManager"),
        (make_table(("Agency: Housing\nPlease return by Friday",), HEADINGS), "Housing", "Please return by Friday"),
        (make_table(("Agency", "Housing"), ("Recommendation", "1) Train"), ("Update", "Done")), "Housing", None),
        (make_table(("Role", "Manager"), ("Recommendation", "1) Train"), ("Update", "Done")), "", "Role\tManager"),
    ],
)
def test_a_labelled_line_that_no_return_is_shown_with_is_left_over(
    block: SourceTable | str, shown: str, left_over: str | None
) -> None:
    document = understand(make_document(block), BOARD)
    assert document.returns[0].agency_as_written == shown
    assert [each.text for each in document.left_over] == ([left_over] if left_over else [])
    assert document.words.adds_up


def test_the_line_below_a_label_that_no_return_is_shown_with_is_left_over() -> None:
    document = understand(make_document("Contact details:", "J. Marsh, 01632 960123"))
    assert [each.text for each in document.left_over] == ["J. Marsh, 01632 960123"]
    assert (document.words.particulars, document.words.left_over) == (2, 4)


def test_a_row_without_a_recommendation_answers_the_one_above() -> None:
    document = make_document(make_table(HEADINGS, ("1) Train", "First", ""), ("", "Second", "List")))
    assert rows_of(understand(document))[1] == ("IMR", "1", "Train", "Second", "List")


def test_ratings_come_from_letters_and_from_fills() -> None:
    table = make_table(("No.", "Recommendation", "Update", "RAG"), ("1", "A", "B", "G"), ("2", "C", "D", ""))
    filled = tuple(replace(cell, fill="#FFC000") if (cell.row, cell.col) == (3, 4) else cell for cell in table.cells)
    document = make_document(replace(table, cells=filled))
    (sent,) = understand(document).returns
    assert [update.rating for update in sent.updates] == [Rating.GREEN, Rating.AMBER]
    assert sent.updates[1].rating_as_written == "#FFC000"


def test_of_two_dated_progress_columns_the_last_one_filled_in_is_the_update() -> None:
    document = make_document(
        make_table(
            ("Recommendation", "Progress Oct 2012", "Progress Feb 2014"), ("1. A", "Old", "New"), ("2. B", "Only", "")
        )
    )
    understood = understand(document)
    assert [row[3] for row in rows_of(understood)] == ["New", "Only"]
    dated = understood.returns[0].updates[0].entries
    assert [(each.when.as_written, each.text) for each in dated] == [("Oct 2012", "Old"), ("Feb 2014", "New")]


def test_a_second_agency_in_the_document_begins_a_second_return() -> None:
    document = make_document(
        "Agency: Housing",
        make_table(HEADINGS, ("1) A", "B", "C")),
        "Agency: The Constabulary",
        make_table(HEADINGS, ("1) D", "E", "F"), number=2),
    )
    assert [each.agency for each in understand(document, BOARD).returns] == ["Housing", "Wexshire Police"]


def test_a_heading_the_program_does_not_know_is_named_and_its_words_kept() -> None:
    document = make_document(make_table(("Recommendation", "Update", "Weather"), ("1. A", "B", "Rain")))
    understood = understand(document)
    assert [finding.code for finding in understood.findings] == ["unknown-heading"]
    assert understood.returns[0].updates[0].raw[2].text == "Rain"
    assert understood.words.adds_up


def test_a_return_without_a_table_has_no_rows_and_loses_no_word() -> None:
    understood = understand(make_document("Agency: Housing", "Nothing to add this time."), BOARD)
    assert understood.returns[0].updates == ()
    assert [left.text for left in understood.left_over] == ["Nothing to add this time."]
    assert understood.words.adds_up


TEXTS = st.sampled_from(
    ["", "Agency: Housing", "Update", "Evidence", "1) Train staff", "Done.", "IMR recommendations", "R"]
)


@given(
    rows=st.lists(st.lists(TEXTS, min_size=1, max_size=4), min_size=1, max_size=6),
    paragraphs=st.lists(TEXTS, max_size=3),
)
def test_every_word_of_any_document_is_accounted_for(rows: list[list[str]], paragraphs: list[str]) -> None:
    document = make_document(*paragraphs, make_table(*rows), *paragraphs)
    assert understand(document, BOARD).words.adds_up


def _rate_coloured(status: str, fills: dict[tuple[int, int], str]) -> list[Rating | None]:
    table = make_table(
        ["Recommendation", "Update", status], ["Train", "Done", "Complete"], ["Audit", "Begun", "Ongoing"]
    )
    filled = tuple(replace(cell, fill=fills.get((cell.row, cell.col))) for cell in table.cells)
    return [each.rating for each in understand(make_document(replace(table, cells=filled))).returns[0].updates]


def _rate_inked(inks: dict[tuple[int, int], str]) -> list[Rating | None]:
    table = make_table(["Recommendation", "Update", "RAG"], ["Train", "Done", "Well on"], ["Audit", "Begun", "Amber"])
    inked = tuple(replace(cell, ink=inks.get((cell.row, cell.col))) for cell in table.cells)
    return [each.rating for each in understand(make_document(replace(table, cells=inked))).returns[0].updates]


def test_the_colour_of_letters_rates_a_row_where_no_word_does() -> None:
    assert _rate_inked({(2, 3): "#00B050", (3, 3): "#FF0000"}) == [Rating.GREEN, Rating.AMBER]


def test_letters_in_the_colour_of_the_rest_of_their_row_rate_nothing() -> None:
    assert _rate_inked({(2, 2): "#00B050", (2, 3): "#00B050"}) == [None, Rating.AMBER]


def test_a_colour_rates_a_row_beside_the_words_of_its_status() -> None:
    assert _rate_coloured("RAG", {(2, 3): "#00B050"}) == [Rating.GREEN, None]
    assert _rate_coloured("Status", {(2, 3): "#00B050", (3, 3): "#FFC000"}) == [Rating.GREEN, Rating.AMBER]


def test_a_shaded_row_or_column_is_no_rating() -> None:
    assert _rate_coloured("RAG", {(2, col): "#DDEBF7" for col in (1, 2, 3)}) == [None, None]
    assert _rate_coloured("Status", {(2, 3): "#FFF2CC", (3, 3): "#FFF2CC"}) == [None, None]


def test_a_label_beside_a_title_says_whose_return_it_is() -> None:
    table = make_table(
        ["Return of March", "Agency: Housing", ""], ["Recommendation", "Update", "Evidence"], ["A", "B", "C"]
    )
    document = understand(make_document(table))
    assert [each.agency_as_written for each in document.returns] == ["Housing"]
    assert [each.text for each in document.left_over] == ["Return of March"]


def test_columns_headed_by_dates_alone_hold_what_was_said_then() -> None:
    table = make_table(
        ["No.", "Recommendation", "Oct-13", "Feb-14"], ["1", "Train", "Begun", "Done"], ["2", "Audit", "Begun", ""]
    )
    (sent,) = understand(make_document(table)).returns
    assert [each.update for each in sent.updates] == ["Done", "Begun"]


def test_a_key_below_the_rows_of_its_table_is_no_answer() -> None:
    rows = (
        ["No.", "Recommendation", "Update", "Rating"],
        ["1", "Train", "Courses held", "1"],
        ["2", "Audit", "Files", "3"],
    )
    key = (["Key"], ["1", "Achieved"], ["2", "On track"], ["3", "Slipped"])
    document = understand(make_document(make_table(*rows, *([*line, "", "", ""][:4] for line in key))))
    assert [each.status for each in document.returns[0].updates] == [Status.COMPLETE, Status.DELAYED]
    assert document.words.adds_up


@pytest.mark.parametrize(
    ("number", "text", "numbers", "recommendation"),
    [
        ("2.1", "2.1 Train staff", ("2.1",), "Train staff"),
        ("2.1", "2.1 hours of training", ("2.1",), "hours of training"),
        ("", "2.1 hours of training", (), "2.1 hours of training"),
        ("A", "A Train staff", (), "A Train staff"),
    ],
)
def test_a_number_nobody_typed_is_one_though_nothing_marks_it(
    number: str, text: str, numbers: tuple[str, ...], recommendation: str
) -> None:
    table = make_table(HEADINGS, (text, "Done", "Register"))
    counted = tuple(replace(cell, number=number) if cell.text == text else cell for cell in table.cells)

    (update,) = understand(make_document(replace(table, cells=counted)), BOARD).returns[0].updates

    assert (update.numbers, update.recommendation) == (numbers, recommendation)
