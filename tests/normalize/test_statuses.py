from __future__ import annotations

import pytest

from normalize.model import Status
from normalize.statuses import read_status


@pytest.mark.parametrize(
    ("update", "status"),
    [
        ("Complete.", Status.COMPLETE),
        ("Action complete", Status.COMPLETE),
        ("Completed. The group continues to meet.", Status.COMPLETE),
        ("Done. Policy updated.", Status.COMPLETE),
        ("Already in place as part of policy", Status.COMPLETE),
        ("The form has been amended to take this into account.", Status.COMPLETE),
        ("In place and ongoing", Status.IN_PROGRESS),
        ("In place but recently revised", Status.IN_PROGRESS),
        ("Training is to be delivered in the autumn, the first course was held in May.", Status.IN_PROGRESS),
        ("The policy has been revised but more work is needed.", Status.IN_PROGRESS),
        ("Delayed. The post was advertised in May.", Status.DELAYED),
        ("On track - the draft is with legal.", Status.IN_PROGRESS),
        ("The form was circulated to managers. Action complete.", Status.COMPLETE),
        ("The guidance says that minutes should be kept.", Status.NOT_STATED),
        ("It was agreed that the form will be shared when the contract is let.", Status.NOT_STATED),
        ("Advice is given at each visit.\nEvidenced by records that the visit has been completed.", Status.NOT_STATED),
        ("Staff know of it, and the manager would hope that fewer cases are passed on.", Status.IN_PROGRESS),
        ("The team is running 2 courses a year.", Status.NOT_STATED),
        ("The team is running the pilot.", Status.IN_PROGRESS),
        ("The form is being rewritten and is being tested.", Status.IN_PROGRESS),
        ("Cases being highlighted by the audit went to the lead.", Status.NOT_STATED),
        ("Decision made that the course is held on site.", Status.IN_PROGRESS),
        ("Not started", Status.NOT_STARTED),
        ("Chair to conduct a review of training.", Status.NOT_STARTED),
        ("Not accepted", Status.NOT_ACCEPTED),
        ("On hold", Status.BLOCKED),
        ("Superseded", Status.SUPERSEDED),
        ("Overdue", Status.DELAYED),
        ("All staff were seen. Action closed.", Status.COMPLETE),
        ("12.3.14 Audit under way. 13.6.14 Audit complete.", Status.COMPLETE),
        ("Twelve of the forms were incomplete.", Status.NOT_STATED),
        ("The action is not complete.", Status.IN_PROGRESS),
        ("On hold pending the move.", Status.BLOCKED),
        ("Slipped to September.", Status.DELAYED),
        ("Delayed discharge meetings are held.", Status.NOT_STATED),
        ("The deadline has been missed.", Status.DELAYED),
        ("This recommendation has been superseded by another.", Status.SUPERSEDED),
        ("We did not accept this recommendation, which repeats the law.", Status.NOT_ACCEPTED),
        ("Training has not yet started as the post is vacant.", Status.NOT_STARTED),
        ("Nothing to report.", Status.NOT_STATED),
        ("See recommendation 5", Status.NOT_STATED),
        ("", Status.NOT_STATED),
    ],
)
def test_the_status_is_what_the_words_say(update: str, status: Status) -> None:
    assert read_status(update) is status


def test_a_status_column_comes_before_the_words() -> None:
    assert read_status("Complete", status_column="On track") is Status.IN_PROGRESS


def test_the_latest_dated_entry_decides() -> None:
    evidence = "May 2013: strategy to be approved.\nAugust 2013: complete, strategy approved"
    assert read_status("The strategy will be written.", evidence) is Status.COMPLETE


@pytest.mark.parametrize(
    ("column", "status"),
    [
        ("No further action required", Status.COMPLETE),
        ("Met", Status.COMPLETE),
        ("Almost complete", Status.IN_PROGRESS),
        ("Substantially complete", Status.IN_PROGRESS),
        ("Being implemented", Status.IN_PROGRESS),
        ("Implemented in part", Status.IN_PROGRESS),
        ("Not yet in place", Status.IN_PROGRESS),
        ("Not implemented", Status.NOT_STARTED),
        ("Open", Status.IN_PROGRESS),
        ("Planned", Status.NOT_STARTED),
        ("Complete, open days were held", Status.COMPLETE),
        ("Deferred", Status.DELAYED),
        ("Cancelled", Status.SUPERSEDED),
        ("Yes", Status.NOT_STATED),
    ],
)
def test_a_status_cell_claims_no_more_than_it_says(column: str, status: Status) -> None:
    assert read_status("", status_column=column) is status
