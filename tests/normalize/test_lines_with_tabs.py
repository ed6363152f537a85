from __future__ import annotations

import pytest

from normalize.particulars import split_fields
from normalize.returns import understand
from tests.normalize.factory import make_document, make_table

HEADINGS = ("Recommendation", "Update", "Evidence")


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Agency: Elm School\tDate: 1 May", ("Agency: Elm School", "Date: 1 May")),
        ("Agency:\tElm School\t\tDate:\t1 May", ("Agency:\tElm School", "Date:\t1 May")),
        ("Agency:\tUpdate provided by:\tA. Person", ("Agency:", "Update provided by:\tA. Person")),
        ("Update provided by: A. Person\t\tPage 1 of 2", ("Update provided by: A. Person", "Page 1 of 2")),
        ("Child Q\tAgency: Elm School\tDraft 2", ("Child Q", "Agency: Elm School", "Draft 2")),
        ("Evidence: minutes\tlog", ("Evidence: minutes\tlog",)),
        ("Agency: Elm\tEvidence: minutes\tlog", ("Agency: Elm", "Evidence: minutes\tlog")),
        ("1)\tTrain staff", ("1)\tTrain staff",)),
        ("no tabs", ("no tabs",)),
    ],
)
def test_a_tab_ends_what_names_somebody_or_something(line: str, fields: tuple[str, ...]) -> None:
    assert split_fields(line) == fields


def test_the_foot_of_a_page_may_name_a_person_and_count_pages() -> None:
    table = make_table(("Agency: Elm School\tDraft 2",), HEADINGS, ("1) Train", "Done", "Log"))

    understood = understand(make_document(table, "Update provided by: A. Person\t\tPage 1 of 2"))

    (sent,) = understood.returns
    assert (sent.agency_as_written, sent.provided_by) == ("Elm School", "A. Person")
    assert understood.words.adds_up
