"""A list of boxes with one ticked says what stands beside that one."""

from __future__ import annotations

import pytest

from normalize.boxes import read_chosen
from normalize.model import Rating, Status
from normalize.returns import understand
from tests.normalize.factory import make_document, make_table


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("☒ Complete\n☐ In progress\n☐ Not started", "Complete"),
        ("☐ Complete ☑ In progress ☐ Not started", "In progress"),
        ("Complete ☐ In progress ☒", "In progress"),
        ("Status: ☐ Complete ☒ In progress", "In progress"),
        ("☒ Red ☒ Amber ☐ Green", "Red\nAmber"),
        ("☐ Yes ☐ No", ""),
        ("☒", "☒"),
        ("☒ ☐", "☒ ☐"),
        ("✓ Complete", "✓ Complete"),
    ],
)
def test_the_words_beside_the_ticked_box_are_chosen(text: str, chosen: str) -> None:
    assert read_chosen(text) == chosen


def test_boxes_say_the_status_and_the_rating() -> None:
    table = make_table(
        ("Recommendation", "Update", "Status", "RAG", "Signed off?"),
        ("1) Train", "Dates", "☐ Complete ☒ In progress", "☐ Red ☒ Amber", "☐ Yes ☒ No"),
    )

    ((update,),) = (sent.updates for sent in understand(make_document(table)).returns)

    assert (update.status, update.rating) == (Status.IN_PROGRESS, Rating.AMBER)
    assert update.status_as_written.startswith("☐ Complete ☒ In progress")
