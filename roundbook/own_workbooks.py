"""Workbooks that roundbook wrote itself, dropped into the inbox by mistake: they repeat all returns, and are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from export.keeping import NOTE
from export.model import DocumentOutcome
from roundbook.versions import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from normalize.model import ReturnedDocument

MESSAGE = (
    "This is a workbook that roundbook wrote, not a return, so nothing in it is counted. Take it out of the inbox. "
    "Decisions count where they are made: in the workbook in the round's own folder."
)


def find_own(documents: Iterable[ReturnedDocument]) -> Mapping[str, Verdict]:
    """Return, by path, the consolidated workbooks among the documents of an inbox."""
    own = (each for each in documents if any(words.text.strip() == NOTE for words in each.left_over))
    return {each.source.path: Verdict(DocumentOutcome.UNREAD, MESSAGE) for each in own}
