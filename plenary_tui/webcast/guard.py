"""Who may read: this machine under its own name, or whoever has the token; nobody may write.

A page of another site that is open in a browser here can neither read (its requests name another
origin) nor pass for this server under a name of its own (its requests name another host). An office
may allow an origin of its own: that may read, and no more.
"""

from __future__ import annotations

import hmac
import ipaddress
import re
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from plenary_tui.procedure.state.frozen import Value

TOKEN = re.compile(r"[A-Za-z0-9._~-]{16,128}")
"""What a token looks like: nothing that an address would have to escape."""
OPEN = "/static/"
"""Files that hold nothing of a conference."""
FROM_A_FILE = "null"
"""The origin that a browser gives a page opened from a file, and any other that has none."""
ORIGIN = re.compile(r"https?://(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?")
"""What an origin looks like, lower case: no path, and no port where it is the usual one."""
READING = ("GET", "HEAD")
POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
    # Broadcast software puts its user's own style into the page.
    "style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


_PREFLIGHT = {
    "Access-Control-Allow-Methods": ", ".join(READING),
    "Access-Control-Allow-Headers": "Authorization",
}
_HOW_TO_ALLOW = "An origin of your own is allowed with --origin."


class Door(Value):
    """Under which names this server is spoken to, and what must be shown.

    Attributes:
        hosts: the names, lower case, without the port.
        any_address: whether it listens on every address of the machine: then also by any number.
        token: what every reader shows; "" for none.
        origins: whose pages may read besides this server's own, lower case.
    """

    hosts: frozenset[str]
    port: int
    any_address: bool = False
    token: str = ""
    origins: frozenset[str] = frozenset()

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
        framing = sorted(door.origins - {FROM_A_FILE})
        self._headers = {"Content-Security-Policy": " ".join((POLICY, *framing)), **HEADERS}
        self._may_be_framed = bool(framing)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through or refuse one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        told = self._headers | self._allowance(scope)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in told.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        if refusal is None and scope["method"] not in READING:
            await Response(status_code=204, headers=_PREFLIGHT)(scope, receive, guarded)
            return
        if refusal is None:
            await self._app(scope, receive, guarded)
            return
        status, sentence = refusal
        allow = {"Allow": ", ".join(READING)} if status == 405 else {}
        await PlainTextResponse(f"{sentence}\n", status, allow)(scope, receive, guarded)

    def _allowance(self, scope: Scope) -> dict[str, str]:
        """What tells a browser that a page of this origin may read the answer."""
        if not self._door.origins:
            return {}
        origin = Headers(scope=scope).get("origin", "")
        if origin not in self._door.origins:
            return {"Vary": "Origin"}
        return {
            "Vary": "Origin",
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Expose-Headers": "X-Generation",
        }

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        origin = headers.get("origin")
        allowed = origin in self._door.origins
        asks_first = scope["method"] == "OPTIONS" and "access-control-request-method" in headers
        if scope["method"] not in READING and not (allowed and asks_first):
            return 405, "This server is read only."
        if len(headers.getlist("host")) != 1 or not self._door.knows(headers["host"]):
            return 421, "This server does not go by that name: use the address that it printed."
        if origin is not None and not allowed and not self._is_own(origin):
            return 403, f"Pages of another origin may not read this server. {_HOW_TO_ALLOW}"
        if not allowed and self._from_another_site(headers):
            return 403, f"Pages of another site may not read this server. {_HOW_TO_ALLOW}"
        if asks_first:
            return None  # a browser asks without the token whether it may show it
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

    def _from_another_site(self, headers: Headers) -> bool:
        """Whether a browser says that a page of another site fetches this.

        Going there is allowed; framing it where an origin is allowed, for the policy that is sent
        along lets a browser show it to those origins alone.
        """
        if headers.get("sec-fetch-site") not in ("cross-site", "same-site"):
            return False
        if headers.get("sec-fetch-mode") != "navigate":
            return True
        return headers.get("sec-fetch-dest") == "iframe" and not self._may_be_framed
