"""Who may read: this machine under its own name, or whoever has the token; nobody may write.

A page of another site that is open in a browser here can neither read (its requests name another
origin) nor pass for this server under a name of its own (its requests name another host).
"""

from __future__ import annotations

import hmac
import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN = re.compile(r"[A-Za-z0-9._~-]{16,128}")
"""What a token looks like: nothing that an address would have to escape."""
OPEN = "/static/"
"""Files that hold nothing of a conference."""
POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
    # Broadcast software puts its user's own style into the page.
    "style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Door:
    """Under which names this server is spoken to, and what must be shown.

    Attributes:
        hosts: the names, lower case, without the port.
        any_address: whether it listens on every address of the machine: then also by any number.
        token: what every reader shows; "" for none.
    """

    hosts: frozenset[str]
    port: int
    any_address: bool = False
    token: str = ""

    def knows(self, authority: str) -> bool:
        """Whether a Host header, or an origin without its scheme, names this server."""
        found = re.fullmatch(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?", authority.lower())
        if found is None or int(found[2] or 80) != self.port:
            return False
        name = found[1].strip("[]")
        return name in self.hosts or (self.any_address and _is_address(name))


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class Guard:
    """Stands before the pages: refuses, in one sentence, what is not for them."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through or refuse one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        if refusal is None:
            await self._app(scope, receive, guarded)
            return
        status, sentence = refusal
        allow = {"Allow": "GET, HEAD"} if status == 405 else {}
        await PlainTextResponse(f"{sentence}\n", status, allow)(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        if scope["method"] not in ("GET", "HEAD"):
            return 405, "This server is read only."
        if len(headers.getlist("host")) != 1 or not self._door.knows(headers["host"]):
            return 421, "This server does not go by that name: use the address that it printed."
        origin = headers.get("origin")
        if origin is not None and not self._is_own(origin):
            return 403, "Pages of another origin may not read this server."
        if _from_another_site(headers):
            return 403, "Pages of another site may not read this server."
        if self._door.token and not scope["path"].startswith(OPEN) and not self._shown(scope):
            return 401, "This server wants its token: add ?token=... to the address."
        return None

    def _is_own(self, origin: str) -> bool:
        scheme, separator, authority = origin.partition("://")
        return scheme == "http" and bool(separator) and self._door.knows(authority)

    def _shown(self, scope: Scope) -> bool:
        """Whether the request shows the token, in the address or as `Authorization: Bearer`."""
        asked = parse_qs(scope["query_string"].decode("latin-1"))
        given = [*asked.get("token", ()), ""][0]
        bearer = Headers(scope=scope).get("authorization", "")
        if not given and bearer.startswith("Bearer "):
            given = bearer.removeprefix("Bearer ")
        return hmac.compare_digest(given.encode(), self._door.token.encode())


def _from_another_site(headers: Headers) -> bool:
    """Whether a browser says that a page of another site fetches this; going there is allowed."""
    if headers.get("sec-fetch-site") not in ("cross-site", "same-site"):
        return False
    return headers.get("sec-fetch-mode") != "navigate" or headers.get("sec-fetch-dest") == "iframe"
