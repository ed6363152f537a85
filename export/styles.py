"""Colours and lettering of everything written for people, in one place so that the files look alike.

A colour never stands alone: every coloured cell holds the word the colour stands for (WCAG 2.2, 1.4.1). Each fill
is pale enough for black text to reach a contrast of 7 to 1 (WCAG 2.2, 1.4.6).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from export.model import DocumentOutcome
from ingest.model import Level
from match.model import ChangeKind, Outcome
from normalize.model import Rating, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

FONT = "Arial"
FONT_SIZE = 12
"""Points; the least the Government Analysis Function advises for spreadsheets."""
TITLE_SIZE, SECTION_SIZE = 16, 14

INK = "000000"
HEADING_FILL = "1F3864"
HEADING_INK = "FFFFFF"
EDITABLE_HEADING_FILL = "FFD966"
EDITABLE_FILL = "FFF9E5"
LINK_INK = "0B3D91"
ADDED_INK = "1B5E20"
MOVED_INK = "1F3864"
REMOVED_INK = "9C1B1B"
RULE = "BFBFBF"

RED, AMBER, GREEN, BLUE, GREY = "F8C4C0", "FFDF9E", "C3E6BD", "C5DBF7", "E4E4E4"

FILLS: Mapping[str, str] = {
    Rating.RED: RED,
    Rating.AMBER: AMBER,
    Rating.GREEN: GREEN,
    Rating.BLUE: BLUE,
    Status.NOT_STARTED: RED,
    Status.BLOCKED: RED,
    Status.DELAYED: AMBER,
    Status.IN_PROGRESS: AMBER,
    Status.COMPLETE: GREEN,
    Status.SUPERSEDED: BLUE,
    Status.NOT_ACCEPTED: GREY,
    ChangeKind.FIRST_UPDATE: GREEN,
    ChangeKind.UPDATED: BLUE,
    ChangeKind.NO_NEW_UPDATE: GREY,
    Outcome.TO_CHECK: AMBER,
    Outcome.NOT_ON_LIST: RED,
    DocumentOutcome.UNREAD: RED,
    DocumentOutcome.PARTIAL: AMBER,
    DocumentOutcome.LATER: AMBER,
    DocumentOutcome.READ: GREEN,
    Level.PROBLEM: RED,
    Level.CHECK: AMBER,
}
"""The colour behind a word, wherever the word stands in a column that is coloured."""

SERIES_COLOURS: tuple[str, ...] = ("8FCF86", "FFC95C", "F0938B", "C9A0DC", "9DBDEB", "D0D0D0")
"""Bars of the summary chart: complete, in progress, not started, delayed or blocked, other, not stated."""
