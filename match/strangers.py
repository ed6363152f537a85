"""Returns that seem to have come to the wrong board: about another review, or from an agency not on the list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ingest.model import Finding, Level, Place
from match.model import LinkedUpdate
from match.proposals import AgencyProposal
from normalize.model import MasterList


def find_strangers(
    updates: Sequence[LinkedUpdate], proposals: Iterable[AgencyProposal], master: MasterList
) -> tuple[Finding, ...]:
    """Return a finding for each document about another review, and for each agency in a document that is not listed.

    Of an agency for which there is a proposal, the proposal itself tells.
    """
    told = {(each.place.document, each.named) for each in proposals}
    others = dict.fromkeys(each.document for each in updates if each.is_for_other_review)
    unlisted = dict.fromkeys(
        (each.document, each.agency_as_written)
        for each in updates
        if master.agencies and each.agency_as_written and not (each.agency or each.is_for_other_review)
    )
    return (
        *map(_tell_of_other_review, others),
        *(_tell_of_unlisted(document, agency) for document, agency in unlisted if (document, agency) not in told),
    )


def _tell_of_other_review(document: str) -> Finding:
    message = (
        f"{document}: it says that it is about another review than this board's, so its numbers were not used to link "
        "its rows. If it came here by mistake, take it out of the inbox and run again; if it belongs here, settle its "
        'rows on the sheet "To check".'
    )
    return Finding(Level.CHECK, "other-review", message, Place(document))


def _tell_of_unlisted(document: str, agency: str) -> Finding:
    message = (
        f'{document}: it comes from "{agency}", which is no agency of the master list, so it is nobody\'s return. '
        "If that is another name of an agency on the list, add it under [agencies] in the file roundbook.toml of the "
        f'board\'s folder, as "Name on the list" = ["{agency}"], and run again; if it came here by mistake, take it '
        "out of the inbox."
    )
    return Finding(Level.CHECK, "unlisted-agency", message, Place(document))
