"""Chase letters: words to paste into an e-mail to each agency that has something left to send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from export.rows import Column, Table, excerpt, label
from export.writers.workbook.coverage import NO_AGENCY, coverages
from normalize.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from export.model import RoundPack
    from export.writers.workbook.coverage import AgencyCoverage, Standing
    from match.model import Check
    from normalize.model import Recommendation

EXCERPT = 140
"""Characters of a recommendation quoted in a letter."""
WITH_THE_FORM = "The attached form has a row for each of your recommendations; please fill it in and send it back."


def letters(pack: RoundPack) -> Table[AgencyCoverage]:
    """Return a letter to each agency that should be asked for something."""
    return Table(
        sheet="Chase letters",
        title="Chase letters: words ready to paste into an e-mail",
        note=(
            "Select the cell with the letter, copy it, and paste it into a message; it is copied whole, however long. "
            'Attach the agency\'s return form, which "roundbook forms" writes.'
        ),
        columns=(
            Column("Agency", 30, lambda row: row.agency),
            Column("Sent a return", 12, lambda row: "yes" if row.has_sent else "no"),
            Column("To chase", 12, lambda row: len(row.to_chase)),
            Column("To clear up", 12, lambda row: len(row.to_answer)),
            Column("Subject", 34, lambda _: _subject(pack)),
            Column("Letter", 100, lambda row: "\n".join(_letter(pack, row))),
        ),
        items=(row for row in coverages(pack) if row.to_chase or row.to_answer or row.unread),
        key="Agency",
    )


def _subject(pack: RoundPack) -> str:
    return f"{pack.review}: update for round {pack.round}" if pack.review else f"Update for round {pack.round}"


def _letter(pack: RoundPack, row: AgencyCoverage) -> Iterator[str]:
    """Give the lines of a letter."""
    yield from ("Dear colleague", "", _opening(pack, row), "")
    if row.to_chase:
        yield "For each of these, please tell us what has been done since your last update, and send the evidence:"
        yield from (_point(standing) for standing in row.to_chase)
        yield ""
        yield WITH_THE_FORM
        yield ""
    if row.to_answer:
        recommendations = pack.master.by_id
        yield "Please clear up what your last report leaves open:"
        yield from (_question(check, recommendations[check.id]) for check in row.to_answer)
        yield ""
    yield "Thank you"
    if pack.board:
        yield pack.board


def _opening(pack: RoundPack, row: AgencyCoverage) -> str:
    """Return what has arrived from an agency and what has not."""
    about = f"the {pack.review} action plan" if pack.review else "the action plan"
    unread = "; ".join(f'"{record.path.rsplit("/", 1)[-1]}"' for record in row.unread)
    if unread:
        return (
            f"We have received {unread} for round {pack.round} of {about}, and could not read it in full. "
            "Please send it again as a Word document, without a password."
        )
    if row.has_sent:
        return f"Thank you for your return for round {pack.round} of {about}."
    sender = "your agency" if row.agency == NO_AGENCY else row.agency
    return f"We have not yet received a return from {sender} for round {pack.round} of {about}."


def _point(standing: Standing) -> str:
    recommendation, entry = standing.recommendation, standing.entry
    due = f"due {recommendation.due}; " if recommendation.due else ""
    status = "" if entry.status is Status.NOT_STATED else f": {entry.status}"
    last = f"last reported in round {entry.from_round}{status}" if entry.from_round else "never reported on"
    return f"- {_name(recommendation)}: {excerpt(recommendation.text, EXCERPT)} ({due}{last})"


def _question(check: Check, recommendation: Recommendation) -> str:
    return f"- {_name(recommendation)}: {excerpt(recommendation.text, EXCERPT)}\n  {check.message}"


def _name(recommendation: Recommendation) -> str:
    known_as = label(recommendation)
    return f"{recommendation.id} ({known_as})" if known_as else recommendation.id
