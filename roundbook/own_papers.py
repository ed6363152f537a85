"""Papers that roundbook wrote itself, dropped into the inbox by mistake: they repeat all returns, and are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from export.keeping import NOTE
from export.model import DocumentOutcome
from export.writers.change_document.front import ORIGIN
from roundbook.versions import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from normalize.model import ReturnedDocument

WORKBOOK = (
    "This is a workbook that roundbook wrote, not a return, so nothing in it is counted. Take it out of the inbox. "
    "Decisions count where they are made: in the workbook in the round's own folder."
)
CHANGE_DOCUMENT = (
    "This is a paper of changes that roundbook wrote, not a return, so nothing in it is counted. Take it out of the "
    "inbox."
)
MESSAGES = {NOTE: WORKBOOK, ORIGIN: CHANGE_DOCUMENT}
"""What is said of a paper, by the sentence that stands in no other."""


def find_own(documents: Iterable[ReturnedDocument]) -> Mapping[str, Verdict]:
    """Return, by path, the consolidated workbooks and papers of changes among the documents of an inbox."""
    told = ((each.source.path, MESSAGES.get(words.text.strip())) for each in documents for words in each.left_over)
    return {path: Verdict(DocumentOutcome.UNREAD, message) for path, message in told if message}
