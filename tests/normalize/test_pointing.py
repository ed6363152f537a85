from __future__ import annotations

import pytest

from normalize.model import Status
from normalize.pointers import Pointing, Target, read_pointer
from normalize.returns import understand
from normalize.vocabulary import Vocabulary
from tests.normalize.factory import make_document, make_table

HEADINGS = ("Recommendation", "Update", "Evidence")


@pytest.mark.parametrize(
    ("text", "pointing"),
    [
        ("As above", Pointing(Target.ABOVE)),
        ("As above - complete", Pointing(Target.ABOVE)),
        ("Linked to above action.", Pointing(Target.ABOVE)),
        ("Please see comments above", Pointing(Target.ABOVE)),
        ("Ditto", Pointing(Target.ABOVE)),
        ("See recommendation 5", Pointing(Target.RECOMMENDATION, numbers=("5",))),
        ("See rec. 3.2", Pointing(Target.RECOMMENDATION, numbers=("3.2",))),
        ("Please refer to Recs 7 and 8", Pointing(Target.RECOMMENDATION, numbers=("7", "8"))),
        ("See update for recommendations 1-3 above", Pointing(Target.RECOMMENDATION, numbers=("1", "2", "3"))),
        ("See overview recommendation 2", Pointing(Target.RECOMMENDATION, numbers=("2",), kind="Overview")),
        ('"', Pointing(Target.ABOVE)),
        ("See R5", Pointing(Target.RECOMMENDATION, numbers=("5",))),
        ("See recommendation five", Pointing(Target.RECOMMENDATION, numbers=("5",))),
        ("See recommendation sixteen", Pointing(Target.RECOMMENDATION, numbers=("16",))),
        ("Cross-reference recommendation 5", Pointing(Target.RECOMMENDATION, numbers=("5",))),
        ("Recommendation 5 refers", Pointing(Target.RECOMMENDATION, numbers=("5",))),
        ("As per 3", Pointing(Target.RECOMMENDATION, numbers=("3",))),
        ("See summary update", Pointing(Target.SUMMARY)),
        ("See DAT action plan \u2013 not us.", Pointing(Target.OTHER_PLAN, "dat")),
        ("See Housing's return (rec 4)", Pointing(Target.OTHER_PLAN, "housing", ("4",))),
    ],
)
def test_pointing_words_say_where_to_look(text: str, pointing: Pointing) -> None:
    assert read_pointer(text) == pointing


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Complete",
        "See 3 letters attached",
        "See minutes of the Board",
        "As per policy",
        "As the child was seen in 2 of 3 visits",
        "See the child first. Training follows in May.",
        "As above all staff need time to learn and to reflect on what was learnt",
    ],
)
def test_an_answer_points_nowhere(text: str) -> None:
    assert read_pointer(text) is None


def test_pointers_lead_to_the_row_above_another_row_the_summary_and_another_return() -> None:
    document = make_document(
        "Summary update: All is well.",
        make_table(
            HEADINGS,
            ("1. A", "Complete.", "List"),
            ("2. B", "As above", ""),
            ("3. C", "As above", ""),
            ("4. D", "See recommendation 1", ""),
            ("5. E", "See summary update", "See Police action plan"),
        ),
    )
    (sent,) = understand(document, Vocabulary(agencies={"Wexshire Police": (), "Housing": ()})).returns
    pointed = [(each.to, each.text, each.agency) for update in sent.updates for each in update.refers_to]
    assert pointed == [
        ("recommendation 1", "Complete.", ""),
        ("recommendation 2", "Complete.", ""),
        ("recommendation 1", "Complete.", ""),
        ("the summary", "All is well.", ""),
        ("the return of Wexshire Police", "", "Wexshire Police"),
    ]


def test_as_above_has_the_status_of_the_row_above() -> None:
    document = make_document(make_table(HEADINGS, ("1. A", "Complete.", ""), ("2. B", "As above", "")))
    assert understand(document).returns[0].updates[1].status is Status.COMPLETE
