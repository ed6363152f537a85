"""What the change log shows and in which order, ready for the template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from export.changes.cards import anchor
from export.changes.figures import AgencyLine, Bar, Figure, agency_lines, bars, figures, status_lines
from export.changes.groups import Group, lay_out_groups
from export.changes.open_points import OpenPoints, find_open_points

if TYPE_CHECKING:
    from export.model import DocumentRecord, RoundPack
    from export.changes.figures import StatusLine
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
    statuses: tuple[StatusLine, ...]
    agencies: tuple[AgencyLine, ...]
    groups: tuple[Group, ...]
    silent: tuple[str, ...]
    new_on_list: tuple[tuple[str, str], ...]
    """Ids and their addresses on the page."""
    gone_from_list: tuple[Entry, ...]
    open_points: OpenPoints
    knows_files: bool
    """False where two rounds are compared without the files they were made from."""
    documents: tuple[DocumentRecord, ...]


def lay_out(pack: RoundPack) -> Page:
    """Return the page for the round in ``pack``."""
    log = pack.changes
    return Page(
        board=pack.board,
        review=pack.review,
        round=pack.round,
        previous=pack.previous,
        figures=figures(pack),
        bars=bars(log),
        statuses=status_lines(log),
        agencies=agency_lines(pack),
        groups=lay_out_groups(pack),
        silent=log.silent,
        new_on_list=tuple(
            (change.id, anchor(change.id)) for change in log.changes if log.previous and not change.before
        ),
        gone_from_list=log.removed,
        open_points=find_open_points(pack),
        knows_files=bool(pack.documents),
        documents=pack.documents,
    )
