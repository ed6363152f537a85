from __future__ import annotations

import pytest

from ingest.model import SourceParagraph, SourceTable, Where
from normalize.model import AgencyReturn
from normalize.returns import understand
from normalize.vocabulary import Vocabulary
from tests.normalize.factory import make_document, make_paragraph, make_table

ANSWERS = (("Recommendation", "Update", "Evidence"), ("1) Train", "Done", "Log"), ("2) Audit", "Begun", "Form"))
BOARD = Vocabulary(agencies={"Housing": (), "Wexshire Police": ()})


def only_return(*blocks: SourceTable | SourceParagraph | str) -> AgencyReturn:
    understood = understand(make_document(*blocks), BOARD)
    assert understood.words.adds_up
    (sent,) = understood.returns
    assert [update.recommendation for update in sent.updates] == ["Train", "Audit"]
    return sent


@pytest.mark.parametrize(
    "rows",
    [
        (("Agency:", "Housing", "Update provided by:", "A. Person"),),
        (("Agency", "Housing", "Date", "May 2013"), ("Update provided by", "A. Person", "Version", "2")),
        (("Agency:", "Housing", "Ward:", "East"), ("Update provided by:", "A. Person", "", "")),
        (("Agency", "Update provided by", "Date"), ("Housing", "A. Person", "May 2013")),
        (("Agency", "Update provided by"), ("Housing", "A. Person")),
        (("Agency", "Update provided by"), ("Housing", "A. Person"), ("Date", "Version"), ("May 2013", "2")),
        (("Agency\nHousing", "Update provided by\nA. Person"),),
    ],
)
def test_particulars_may_be_set_out_in_pairs_above_each_other_or_in_cells(rows: tuple[tuple[str, ...], ...]) -> None:
    sent = only_return(make_table(*rows), make_table(*ANSWERS, number=2))

    assert (sent.agency, sent.provided_by) == ("Housing", "A. Person")


@pytest.mark.parametrize(
    ("agency", "person"),
    [
        ("Organisation / Agency", "Completed by (name and role)"),
        ("Name of agency/organisation:", "Name of person completing this form"),
        ("Agency (please state)", "Report author:"),
        ("Your organisation", "Prepared by"),
    ],
)
def test_forms_call_the_agency_and_the_person_by_many_names(agency: str, person: str) -> None:
    beside = only_return(make_table((agency, "Housing"), (person, "A. Person")), make_table(*ANSWERS, number=2))
    inline = only_return(f"{agency.rstrip(':')}: Housing", f"{person.rstrip(':')}: A. Person", make_table(*ANSWERS))

    for sent in (beside, inline):
        assert (sent.agency, sent.provided_by) == ("Housing", "A. Person")


def test_pairs_of_particulars_may_stand_above_the_headings_of_the_same_table() -> None:
    headings, *answers = ANSWERS
    pairs = ("Agency", "Housing", "Update provided by", "A. Person")

    sent = only_return(make_table(pairs, ("No.", *headings), *(("", *answer) for answer in answers)))

    assert (sent.agency, sent.provided_by) == ("Housing", "A. Person")


def test_a_heading_row_with_the_agency_in_it_is_no_pair_of_particulars() -> None:
    headings, *answers = ANSWERS
    tracker = make_table(("Agency", *headings), *(("Housing", *answer) for answer in answers))

    assert only_return(tracker).agency == "Housing"


@pytest.mark.parametrize("where", [Where.FOOTER, Where.TEXT_BOX, Where.BODY])
def test_the_agency_may_be_named_below_the_only_rows(where: Where) -> None:
    sent = only_return(
        make_table(*ANSWERS),
        make_paragraph("Agency: Housing", where=where),
        make_paragraph("Update provided by: A. Person", where=where),
    )

    assert (sent.agency, sent.provided_by) == ("Housing", "A. Person")


def test_rows_below_the_name_of_an_agency_stay_with_it_whoever_is_named_below() -> None:
    understood = understand(make_document("Wexshire Police", make_table(*ANSWERS), "Agency: Housing"), BOARD)

    assert [(each.agency, len(each.updates)) for each in understood.returns] == [("Wexshire Police", 2), ("Housing", 0)]


def test_a_prompt_nobody_wrote_over_names_nobody() -> None:
    sent = only_return("Agency: Housing", "Update provided by: Click here to enter text.", make_table(*ANSWERS))

    assert (sent.agency, sent.provided_by) == ("Housing", "")


@pytest.mark.parametrize(
    "lines",
    [
        ("Organisation", "Elm Trust", "Completed by", "A. Person"),
        ("Organisation\tElm Trust", "Completed by\tA. Person"),
    ],
)
@pytest.mark.parametrize("where", [Where.HEADER, Where.FOOTER, Where.TEXT_BOX])
def test_beside_the_text_a_label_needs_no_colon(where: Where, lines: tuple[str, ...]) -> None:
    table = make_table(("Recommendation", "Update"), ("1) Train", "Done"))
    around = [make_paragraph(line, where=where) for line in lines]

    understood = understand(make_document(*around, table))

    (sent,) = understood.returns
    assert (sent.agency_as_written, sent.provided_by) == ("Elm Trust", "A. Person")
    assert understood.words.adds_up


def test_labels_that_follow_one_another_head_columns_and_name_nobody() -> None:
    table = make_table(("Recommendation", "Update"), ("1) Train", "Done"))
    lines = ("Organisation", "Completed by", "Elm Trust", "A. Person")

    understood = understand(make_document(table, *(make_paragraph(line, where=Where.FOOTER) for line in lines)))

    assert [(sent.provided_by, len(sent.updates)) for sent in understood.returns] == [("", 1)]
    assert understood.words.adds_up
