from __future__ import annotations

from itertools import islice

import pytest

from normalize.drafting import draft_master, make_prefixes
from normalize.errors import MasterListError
from normalize.returns import understand
from tests.normalize.factory import make_document, make_table

HEADINGS = ("IMR Recommendation:", "Update:", "Evidence")
PLAN = make_document(
    make_table(("Board Actions", "Updates received"), ("Housing", ""), ("Police", "Update received")),
    make_table(
        ("Recommendations", "Action", "By when", "Responsible lead", "Progress"),
        ("1. Audit cases", "Choose cases", "May 2012", "Chair", "Done"),
        number=2,
    ),
    "Agency: Housing",
    make_table(
        HEADINGS, ("1) Train staff", "B", "C"), ("", "More", ""), ("Overview Recommendation:", "Update:", ""),
        ("1) Share information", "E", "F"), number=3,
    ),
    make_table(
        ("of a lost row.", "G", ""), ("1) Keep records", "I", ""), ("2) Hold reviews", "J", ""),
        ("Overview Recommendation:", "Update:", ""), ("1) Meet schools", "K", ""), number=4,
    ),
)  # fmt: skip


def test_every_recommendation_of_a_plan_stands_on_the_draft_once() -> None:
    drafted = draft_master(understand(PLAN)).recommendations
    assert [(each.id, each.agency, each.kind, each.number, each.text) for each in drafted] == [
        ("BOAR-01", "Board", "", "1", "Audit cases"),
        ("HOUS-IMR-01", "Housing", "IMR", "1", "Train staff"),
        ("HOUS-OV-01", "Housing", "Overview", "1", "Share information"),
        ("POLI-IMR-01", "Police", "IMR", "1", "Keep records"),
        ("POLI-IMR-02", "Police", "IMR", "2", "Hold reviews"),
        ("POLI-OV-01", "Police", "Overview", "1", "Meet schools"),
    ]
    assert (drafted[0].action, drafted[0].due, drafted[0].lead) == ("Choose cases", "May 2012", "Chair")


def test_what_a_person_must_look_at_is_said() -> None:
    codes = [finding.code for finding in draft_master(understand(PLAN)).findings]
    assert codes == ["draft-fragment", "draft-agency-unknown"]


def test_agencies_with_the_same_initials_get_prefixes_of_their_own() -> None:
    prefixes = make_prefixes(["Marsh Health", "Marlow Health", "Shire Homes", "Shire Homes Two"])
    assert len(set(prefixes.values())) == len(prefixes)
    assert all(len(prefix) <= 5 for prefix in islice(prefixes.values(), 4))


def test_a_plan_without_recommendations_is_refused() -> None:
    with pytest.raises(MasterListError, match="no recommendation"):
        draft_master(understand(make_document("A letter.")))
