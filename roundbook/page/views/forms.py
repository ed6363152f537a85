"""Writing the return forms for the agencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundbook.page.rendering import Fields, board_of, count, go

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


def write(request: Request, fields: Fields) -> Response:
    """Write a form for each agency, wanted by the day that was chosen, if one was."""
    from roundbook.forms import write_forms  # noqa: PLC0415 - what writes Word documents takes a second to load

    opened = board_of(request)
    made = write_forms(opened.board, None, fields.get("by", ""))
    opened.notices.append(
        f"{count(len(made.paths), 'form')} written to the folder {made.folder}. Send each agency its own."
    )
    return go(f"/boards/{opened.key}#forms")
