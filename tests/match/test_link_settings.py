from __future__ import annotations

import pytest

from match.linker import link
from match.model import Outcome
from match.settings import LinkSettings
from tests.match.plan import PLAN, query


@pytest.mark.parametrize(("name", "value"), [("least_shared", 1.5), ("anchors_needed", 0), ("minimum_weight", -1.0)])
def test_a_setting_that_makes_no_sense_is_refused_by_name(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=name):
        LinkSettings(**{name: value})  # type: ignore[arg-type]


def test_asking_for_more_weight_makes_fewer_links() -> None:
    row = query("Custody sergeants should ask every ...")
    strict = link([row], PLAN, settings=LinkSettings(minimum_weight=100))
    assert link([row], PLAN)[0].outcome is Outcome.LINKED
    assert strict[0].outcome is Outcome.TO_CHECK


def test_as_many_candidates_are_shown_as_are_asked_for() -> None:
    found = link([query("Police records")], PLAN, settings=LinkSettings(candidates_shown=2))
    assert len(found[0].candidates) == 2
