from __future__ import annotations

import pytest

from normalize.model import Status
from normalize.returns import understand
from tests.normalize.factory import make_document, make_table

HEADINGS = ("Recommendation", "Update", "Complete", "In progress", "Not started")


@pytest.mark.parametrize(("tick", "blank"), [("✓", ""), ("☒", "☐"), ("x", "-"), ("Yes", "No")])
def test_a_mark_below_a_state_says_that_of_the_recommendation(tick: str, blank: str) -> None:
    marks = ((tick, blank, blank), (blank, tick, blank), (blank, blank, tick))
    rows = [(f"{at}) Train staff", "Some were", *each) for at, each in enumerate(marks, start=1)]

    (sent,) = understand(make_document(make_table(HEADINGS, *rows))).returns

    assert [update.status for update in sent.updates] == [Status.COMPLETE, Status.IN_PROGRESS, Status.NOT_STARTED]
    assert {update.update for update in sent.updates} == {"Some were"}


def test_words_below_a_state_are_what_was_done() -> None:
    table = make_table(("Recommendation", "In progress", "Evidence"), ("1) Train staff", "Dates are set", "Rota"))

    (sent,) = understand(make_document(table)).returns

    assert sent.updates[0].update == "Dates are set"
