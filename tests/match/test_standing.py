from __future__ import annotations

from dataclasses import replace

import pytest

from match.model import Entry
from match.standing import Standing, read_standing
from normalize.model import Status

ENTRY = Entry("H-1", update="All staff trained.", evidence="Register", status=Status.COMPLETE)


@pytest.mark.parametrize(
    ("entry", "board_status", "standing"),
    [
        (ENTRY, "", Standing.COMPLETE_EVIDENCED),
        (replace(ENTRY, evidence=""), "", Standing.COMPLETE_CLAIMED),
        (replace(ENTRY, evidence="See Police action plan"), "", Standing.COMPLETE_CLAIMED),
        (ENTRY, "Closed", Standing.CLOSED),
        (replace(ENTRY, status=Status.IN_PROGRESS), "closed by the board", Standing.CLOSED),
        (ENTRY, "delayed", Standing.DELAYED),
        (ENTRY, "Keep under review", Standing.COMPLETE_EVIDENCED),
        (replace(ENTRY, status=Status.IN_PROGRESS), "", Standing.IN_PROGRESS),
        (replace(ENTRY, status=Status.NOT_STATED), "", Standing.UNCLEAR),
        (Entry("H-1"), "", Standing.NO_UPDATE),
    ],
)
def test_claim_evidence_and_closing_are_kept_apart(entry: Entry, board_status: str, standing: Standing) -> None:
    assert read_standing(entry, board_status) is standing
