"""Views written out: the templates, what every one of them is given, and how a view gets at the desk and its board."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, RedirectResponse

from export.templating import make_environment
from roundbook.errors import UsageError
from roundbook.telling import describe_counts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from roundbook.page.desk import Desk, OpenBoard

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
STATIC = HERE / "static"

Fields = dict[str, str]
MOST_FORM_BYTES = 200_000
"""A form without files holds a few words."""


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 row", "2 rows"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def clip(text: str, most: int) -> str:
    """Return the beginning of a text that is too long for a view, and how much there is besides."""
    if len(text) <= most:
        return text
    rest = f"({len(text) - most:,} more characters, in the document and the workbook)"
    return f"{text[:most]}\N{HORIZONTAL ELLIPSIS}\n{rest}"


_ENVIRONMENT = make_environment(TEMPLATES)
_ENVIRONMENT.filters["clip"] = clip
_ENVIRONMENT.filters["in_words"] = describe_counts
_ENVIRONMENT.globals["count"] = count


def desk_of(request: Request) -> Desk:
    """Return the desk."""
    return cast("Desk", request.app.state.desk)


def board_of(request: Request) -> OpenBoard:
    """Return the board an address names. Raises ``UsageError`` where it is not on the desk."""
    return desk_of(request).find(request.path_params["key"])


def fragment(template: str, values: Mapping[str, object]) -> str:
    """Return a part of a view."""
    return _ENVIRONMENT.get_template(template).render(**values)


def show(request: Request, template: str, values: Mapping[str, object], status: int = 200) -> HTMLResponse:
    """Return a view; ``values`` are the template's own."""
    opened = board_of(request) if "key" in request.path_params else None
    at = request.url.path
    notices = opened.take_notices() if opened else []
    given = {"opened": opened, "notices": notices, "at": at, "section": at, **values}
    return HTMLResponse(fragment(template, given), status)


def show_part(request: Request, template: str, values: Mapping[str, object]) -> HTMLResponse:
    """Return a part of a view, fetched after it; what is to be said waits for the next whole one."""
    return HTMLResponse(fragment(template, {"opened": board_of(request), **values}))


def go(address: str) -> RedirectResponse:
    """Return what sends the browser on after a form, so that going back does not send it twice (RFC 9110, 15.4.4)."""
    return RedirectResponse(address, 303)


def posted(view: Callable[[Request, Fields], Response]) -> Callable[[Request], Awaitable[Response]]:
    """Return an endpoint that gives ``view`` the fields of the form that was sent."""

    async def endpoint(request: Request) -> Response:
        length = request.headers.get("content-length", "")
        if not length.isdecimal() or int(length) > MOST_FORM_BYTES:
            raise UsageError("The form is too long. Go back and shorten what you wrote.")
        async with request.form(max_files=0, max_fields=50) as form:
            fields = {name: value for name, value in form.items() if isinstance(value, str)}
        return await run_in_threadpool(view, request, fields)

    return endpoint
