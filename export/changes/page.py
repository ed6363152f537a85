"""What the change log shows and in which order, ready for whatever it is written as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from export.changes.asking import Asking, asked_before, lay_out_asking
from export.changes.figures import (
    AgencyLine,
    Bar,
    Figure,
    agency_lines,
    figures,
    group_bars,
    group_headings,
    received_in_words,
    status_lines,
)
from export.changes.groups import Group, lay_out_groups
from export.changes.list_edits import ListLine, lay_out_list_edits
from export.changes.naming import anchor
from export.changes.open_points import OpenPoints, find_open_points

if TYPE_CHECKING:
    from export.changes.figures import StatusLine
    from export.model import DocumentRecord, RoundPack
    from match.model import Entry


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page."""

    board: str
    review: str
    round: str
    previous: str
    figures: tuple[Figure, ...]
    bars: tuple[Bar, ...]
    received: str
    """The same recommendations by what was received of them."""
    statuses: tuple[StatusLine, ...]
    agencies: tuple[AgencyLine, ...]
    headings: tuple[str, ...]
    """What the figures of ``agencies`` count."""
    asking: tuple[Asking, ...]
    asked_before: str
    groups: tuple[Group, ...]
    silent: tuple[str, ...]
    new_on_list: tuple[tuple[str, str], ...]
    """Ids and their addresses on the page."""
    gone_from_list: tuple[Entry, ...]
    list_edits: tuple[ListLine, ...]
    open_points: OpenPoints
    knows_files: bool
    """False where two rounds are compared without the files they were made from."""
    documents: tuple[DocumentRecord, ...]

    @property
    def title(self) -> str:
        """What the page is called."""
        return f"{self.review}: changes in round {self.round}" if self.review else f"Changes in round {self.round}"


def lay_out(pack: RoundPack) -> Page:
    """Return the page for the round in ``pack``."""
    log = pack.changes
    return Page(
        board=pack.board,
        review=pack.review,
        round=pack.round,
        previous=pack.previous,
        figures=figures(pack),
        bars=group_bars(pack),
        received=received_in_words(log),
        statuses=status_lines(log),
        agencies=agency_lines(pack),
        headings=group_headings(pack),
        asking=lay_out_asking(pack),
        asked_before=asked_before(pack),
        groups=lay_out_groups(pack),
        silent=log.silent,
        new_on_list=tuple(
            (change.id, anchor(change.id)) for change in log.changes if log.previous and not change.before
        ),
        gone_from_list=log.removed,
        list_edits=lay_out_list_edits(log),
        open_points=find_open_points(pack),
        knows_files=bool(pack.documents),
        documents=pack.documents,
    )
