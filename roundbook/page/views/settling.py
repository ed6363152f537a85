"""Settling rows and correcting links: the lists of them, one at a time beside its candidates, and the answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from export.changes.marking import Passage, Showing, show_passage
from export.rows import label
from match.model import Choice
from match.passages import compare_passages
from normalize.model import MasterList
from roundbook.answers import is_edited
from roundbook.board import WORKBOOK_NAME
from roundbook.errors import UsageError
from roundbook.ledger import Ledger
from roundbook.page.answering import NO_ROUND, Said, answer_row, undo
from roundbook.page.paging import turn_to
from roundbook.page.rendering import Fields, board_of, desk_of, go, show, show_part
from roundbook.page.sheet import Sheet, load_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request
    from starlette.responses import Response

    from match.model import LinkedUpdate
    from normalize.model import Recommendation
    from roundbook.board import Board
    from roundbook.page.sheet import Position, Row

CHOICES: dict[str, Choice | None] = {choice.value: choice for choice in Choice} | {"take back": None}
MOST_FOUND = 10
MOST_TURNS = 500
MOST_COMPARED = 12_000
"""Characters; the longest of real recommendations have a tenth of this."""
LONGEST_NAME = 100
NO_ROWS = Sheet("", (), (), (), MasterList(()))


@dataclass(frozen=True, slots=True)
class Offer:
    """A candidate as it is shown."""

    number: int
    """The key that chooses it, from 1."""
    recommendation: Recommendation
    label: str
    reasons: tuple[str, ...]
    passage: Passage | None
    """Its words, with those the row has otherwise marked; None where neither has any."""

    @property
    def is_marked(self) -> bool:
        """Whether so many words are the same that the others are worth marking."""
        return self.passage is not None and self.passage.showing is Showing.MARKED


def rows(request: Request) -> Response:
    """List the rows to settle and those settled."""
    opened = board_of(request)
    with Ledger(opened.board.ledger) as ledger:
        sheet = load_sheet(ledger) or NO_ROWS
        edited = bool(sheet.round) and is_edited(opened.board.round(sheet.round) / WORKBOOK_NAME, ledger)
    ordered = sorted(sheet.rows, key=lambda row: (row.decision is not None, not row.is_put_off))
    first = next(iter(sheet.left or sheet.put_off), None)
    values = {
        "sheet": sheet,
        "rows": turn_to(request, ordered),
        "first": first,
        "can_undo": bool(opened.turns),
        "is_edited": edited,
    }
    return show(request, "rows.html", values)


def links(request: Request) -> Response:
    """List the rows linked by their words, so that a link can be corrected."""
    with Ledger(board_of(request).board.ledger) as ledger:
        sheet = load_sheet(ledger) or NO_ROWS
    values = {"sheet": sheet, "rows": turn_to(request, sheet.linked), "recommendations": sheet.master.by_id}
    return show(request, "links.html", values)


def row(request: Request) -> Response:
    """Show one row beside its candidates."""
    opened = board_of(request)
    sheet = _sheet(opened.board)
    position = sheet.find(request.path_params["row"])
    is_link = position.rows is sheet.linked
    values = {
        "sheet": sheet,
        "position": position,
        "row": position.row,
        "is_link": is_link,
        "section": f"/boards/{opened.key}/{'links' if is_link else 'rows'}",
        "offers": list(_offers(sheet, position.row.linked)),
        "can_undo": bool(opened.turns),
        "who": desk_of(request).memory.preferences.who,
    }
    return show(request, "row.html", values)


def answer(request: Request, fields: Fields) -> Response:
    """Keep an answer, and go on to the next row without one."""
    opened = board_of(request)
    key = request.path_params["row"]
    turn = answer_row(opened.board, key, _said(fields), _now())
    opened.turns = [*opened.turns, turn][-MOST_TURNS:]
    desk_of(request).memory.remember_who(_who(fields))
    position = _sheet(opened.board).find(key)
    opened.notices.append(_describe(position.row))
    return go(f"/boards/{opened.key}/{_following(position)}")


def _following(position: Position) -> str:
    """Return the address, on the board, of what is shown after the row at ``position`` was answered."""
    if position.row.is_linked_by_words:
        return "links"
    following = position.row if position.row.decision is None else position.next_unanswered
    return f"rows/{following.key}" if following else "rows"


def undo_last(request: Request, fields: Fields) -> Response:  # noqa: ARG001 - a form of one button
    """Undo the last answer given here, and show its row again."""
    opened = board_of(request)
    if not opened.turns:
        raise UsageError("There is nothing to undo.")
    turn = opened.turns[-1]
    try:
        undo(opened.board, turn, _now())
    finally:
        opened.turns.pop()
    opened.notices.append("Undone: this is the row that was answered last.")
    return go(f"/boards/{opened.key}/rows/{turn.key}")


def search(request: Request) -> Response:
    """Show the recommendations that have all the words looked for, those whose ID begins so first."""
    sheet = _sheet(board_of(request).board)
    asked = " ".join(request.query_params.get("q", "").casefold().split())
    found = _search(sheet, asked) if asked else []
    values = {"asked": asked, "found": found[:MOST_FOUND], "more": max(0, len(found) - MOST_FOUND)}
    return show_part(request, "found.html", values)


def _search(sheet: Sheet, asked: str) -> list[Recommendation]:
    words = asked.split()
    found = [
        each
        for each in sheet.master.recommendations
        if all(word in f"{each.id} {each.agency} {label(each)} {each.text}".casefold() for word in words)
    ]
    return sorted(found, key=lambda each: not each.id.casefold().startswith(words[0]))


def _sheet(board: Board) -> Sheet:
    with Ledger(board.ledger) as ledger:
        sheet = load_sheet(ledger)
    if sheet is None:
        raise UsageError(NO_ROUND)
    return sheet


def _offers(sheet: Sheet, linked: LinkedUpdate) -> Iterator[Offer]:
    by_id = sheet.master.by_id
    words = linked.update.recommendation
    known = [each for each in linked.link.candidates if each.id in by_id]
    for number, candidate in enumerate(known, start=1):
        each = by_id[candidate.id]
        yield Offer(number, each, label(each), candidate.reasons, _marked(each.text, words))


def _marked(listed: str, sent: str) -> Passage | None:
    """Return a recommendation's words with those a row has otherwise marked; texts too long for it are not compared."""
    if len(listed) + len(sent) > MOST_COMPARED:
        return None
    return show_passage("recommendation", listed, sent, compare_passages(listed, sent), is_changed=True)


def _said(fields: Fields) -> Said:
    """Return what a form says. Raises ``UsageError`` for what no form of ours says."""
    if fields.get("link_to", "").strip():
        return Said(Choice.LINK, fields["link_to"], _who(fields))
    if fields.get("choice") not in CHOICES:
        raise UsageError("No answer was chosen. Choose a candidate, or one of the other answers.")
    return Said(CHOICES[fields["choice"]], "", _who(fields))


def _who(fields: Fields) -> str:
    return " ".join(fields.get("who", "").split())[:LONGEST_NAME]


def _describe(row: Row) -> str:
    if row.decision is None and row.is_linked_by_words:
        return "Taken back: the row is linked by its words again."
    if row.decision is None:
        return "Taken back: the row waits for an answer again."
    ids = " and ".join(row.decision.ids)
    said = {
        Choice.LINK: f"Linked to {ids}.",
        Choice.NOT_A_RECOMMENDATION: "Not a recommendation.",
        Choice.NEW_RECOMMENDATION: "A new recommendation.",
        Choice.LATER: "Put off.",
    }
    return f"Row kept: {said[row.decision.choice]}"


def _now() -> str:
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")
