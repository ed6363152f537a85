"""Who may speak to the page: the browser that was opened for it on this computer, and nobody else.

Other programs' pages in the same browser can send requests to any port of this computer. Three things keep them out:
the cookie, which only the first address gives and which is sent along from this page alone (``SameSite=Strict``);
``Host``, which shows that another name was made to point here; and ``Origin`` and ``Sec-Fetch-Site``, which say what
page a request comes from.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

ADDRESS = "127.0.0.1"
BEGIN = "/begin"
SAFE_METHODS = {"GET", "HEAD"}
OWN_SITES = {"same-origin", "none"}
"""``none`` is what the person typed or opened from elsewhere than a page (Fetch Metadata, 2.3)."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with "no-referrer" a form would come without its Origin
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""Sent with every answer that does not say otherwise itself."""

NOT_YOURS = (
    "This page belongs to the roundbook that was started on this computer. "
    "Close this tab, and start roundbook again to open a new one."
)
FROM_ELSEWHERE = "This came from another page, so nothing was done."


class Gate:
    """What has to be shown to be let in."""

    def __init__(self, port: int, landing: str = "/") -> None:
        """Guard the page at ``port``; whoever is let in begins at ``landing``."""
        self._landing = landing
        self.host = f"{ADDRESS}:{port}"
        self.origin = f"http://{self.host}"
        self.cookie = f"roundbook-{port}"  # cookies are shared by all ports
        self._secret = secrets.token_urlsafe(32)
        self._first = secrets.token_urlsafe(32)

    @property
    def first_address(self) -> str:
        """The address to open; it lets one browser in, once, because addresses can be seen by other programs."""
        return f"{self.origin}{BEGIN}?key={self._first}"

    def admits(self, request: Request) -> bool:
        """Tell whether a request brings the cookie."""
        return secrets.compare_digest(request.cookies.get(self.cookie, "").encode(), self._secret.encode())

    def begin(self, request: Request) -> Response:
        """Answer a request for the first address."""
        given = request.query_params.get("key", "")
        if self.admits(request):
            return RedirectResponse(self._landing, 303)
        if not self._first or not secrets.compare_digest(given.encode(), self._first.encode()):
            return PlainTextResponse(NOT_YOURS, 403)
        self._first = ""
        answer = RedirectResponse(self._landing, 303)
        answer.set_cookie(self.cookie, self._secret, httponly=True, samesite="strict", path="/")
        return answer


class Guard:
    """Stands before the application: refuses what does not come from the page, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        """Guard ``app`` by ``gate``."""
        self._app = app
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI 3.0)."""
        if scope["type"] != "http":
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        answer = self._answer(Request(scope)) or self._app
        await answer(scope, receive, send_guarded)

    def _answer(self, request: Request) -> Response | None:
        """Return what answers a request at the door; None for one that is let in."""
        if request.headers.get("host") != self._gate.host:
            return PlainTextResponse(FROM_ELSEWHERE, 421)
        if not self._is_from_here(request):
            return PlainTextResponse(FROM_ELSEWHERE, 403)
        if request.url.path == BEGIN:
            return self._gate.begin(request)
        return None if self._gate.admits(request) else PlainTextResponse(NOT_YOURS, 403)

    def _is_from_here(self, request: Request) -> bool:
        origin = request.headers.get("origin")
        if request.method not in SAFE_METHODS:
            return origin == self._gate.origin
        return origin in {None, self._gate.origin} and request.headers.get("sec-fetch-site", "none") in OWN_SITES
