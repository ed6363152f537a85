"""The change log as a paper for the agenda pack: a Word document to print, circulate and minute from.

What changed is marked by lettering, not by Word's own tracked changes: a paper that is circulated is no draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from export.changes.page import lay_out
from export.word.package import saved_as_written
from export.writers.change_document.front import write_front
from export.writers.change_document.groups import write_groups
from export.writers.change_document.paper import Paper
from export.writers.change_document.rest import write_rest
from export.writers.change_document.sheets import empty_sheets

if TYPE_CHECKING:
    from pathlib import Path

    from export.model import RoundPack


def write(pack: RoundPack, path: Path) -> None:
    """Write the round's changes as a Word document to ``path``. Raises ``OSError``. The same pack, the same bytes."""
    page = lay_out(pack)
    sheets = empty_sheets(title=page.title, board=page.board)
    style_ids = {style.name: style.style_id for style in sheets.styles}
    with saved_as_written(sheets, path) as body:
        paper = Paper(body, style_ids)
        write_front(paper, page)
        write_groups(paper, page)
        write_rest(paper, page)
        paper.finish()
