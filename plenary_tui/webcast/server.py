"""The server itself: where it listens, how long it is patient, and how it ends."""

from __future__ import annotations

import errno
import ipaddress
import socket
from collections.abc import Callable, Iterable
from typing import Any, ClassVar

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from plenary_tui import medium
from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.webcast.guard import FROM_A_FILE, ORIGIN, TOKEN, Door
from plenary_tui.webcast.hub import Hub
from plenary_tui.webcast.site import make_site

LOOPBACK = "127.0.0.1"
"""Where it listens unless another address is asked for: on this machine alone."""
PORT = 8712
REQUEST_WITHIN = 10.0
"""Seconds in which a connection must say what it wants."""
LARGEST_HEADER = 16 * 1024
"""Bytes of a request before its body."""
CONNECTIONS = 400
"""Connections at once; more are told to come back later."""
IDLE = 200
"""Connections at once that have not said yet what they want; the oldest of more is closed."""


BACKLOG = 128
EXCLUSIVE = -5
"""SO_EXCLUSIVEADDRUSE: without it any program of Windows may take the same port as well."""


class ServeError(Explained):
    """The server cannot be started."""


class Listening(Value):
    """A socket that listens, and under which names it may be spoken to."""

    socket: socket.socket
    door: Door

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        host, port = self.socket.getsockname()[:2]
        if self.door.any_address:
            host = socket.gethostname()
        return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def listen(
    host: str = LOOPBACK, port: int = PORT, token: str = "", origins: Iterable[str] = ()
) -> Listening:
    """Listen at an address. Raises `ServeError`.

    Args:
        host: an address or a name of this machine; another than the loopback address needs a token.
        port: 0 for any that is free.
        origins: whose pages may read besides its own; `null` for pages opened from a file.
    """
    allowed = frozenset(map(_origin, origins))
    if token and TOKEN.fullmatch(token) is None:
        raise ServeError(
            "That token cannot be used.",
            "Take 16 to 128 letters, digits, and - . _ ~ as a token.",
        )
    try:
        family, _, _, _, at = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        address = ipaddress.ip_address(str(at[0]).partition("%")[0])
        if not address.is_loopback and not token:
            raise ServeError(
                f"{host} can be reached from other machines, so it needs a token.",
                "Add --token with 16 characters or more, which every reader then gives.",
            )
        bound = _bind(at[:2], family)
    except (OSError, UnicodeError, ValueError) as error:
        raise _cannot_listen(error, host, port) from None
    return Listening(bound, _door(bound, host, address, token, allowed))


def _bind(at: tuple[Any, ...], family: int) -> socket.socket:
    """A socket that listens there, and nobody else's beside it. Raises OSError."""
    if not medium.ON_WINDOWS:
        return socket.create_server(at, family=family, backlog=BACKLOG)
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, EXCLUSIVE, 1)
        bound.bind(at)
        bound.listen(BACKLOG)
    except BaseException:
        bound.close()
        raise
    return bound


def _origin(given: str) -> str:
    """An origin as browsers write it. Raises `ServeError`."""
    origin = given.strip().lower().removesuffix("/")
    if origin != FROM_A_FILE and ORIGIN.fullmatch(origin) is None:
        raise ServeError(
            f"{given} is no origin.",
            "Take one such as http://graphics.example:8080, or null for a page opened from a file.",
        )
    usual = ":443" if origin.startswith("https:") else ":80"
    return origin.removesuffix(usual)


def _cannot_listen(error: Exception, host: str, port: int) -> ServeError:
    """An error of the operating system in plain words."""
    why = getattr(error, "strerror", None) or str(error)
    taken = (errno.EADDRINUSE, errno.EACCES) if medium.ON_WINDOWS else (errno.EADDRINUSE,)
    if getattr(error, "errno", None) in taken:
        why = "in use already, perhaps by another `plenary serve`"
    return ServeError(
        f"The server cannot listen at {host}, port {port} ({why}).",
        "Name another with --port, or an address of this machine with --host.",
    )


def _door(
    bound: socket.socket,
    host: str,
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
    token: str,
    origins: frozenset[str],
) -> Door:
    names = {host.lower(), str(address)}
    if address.is_loopback:
        names |= {"localhost", "127.0.0.1", "::1"}
    if address.is_unspecified:
        names |= {"localhost", socket.gethostname().lower(), socket.getfqdn().lower()}
    port = bound.getsockname()[1]
    return Door(frozenset(names), port, address.is_unspecified, token, origins)


class _Patient(H11Protocol):
    """A connection that is closed if it does not say in time what it wants.

    Sooner, if many others do not either: whoever opens them keeps nobody out.
    """

    idle: ClassVar[dict[_Patient, None]]
    """Those of one server that have not said it, the oldest first."""

    def connection_made(self, transport) -> None:  # type: ignore[no-untyped-def]
        super().connection_made(transport)
        self._await_request()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._await_request()

    def connection_lost(self, exc: Exception | None) -> None:
        self.idle.pop(self, None)
        super().connection_lost(exc)

    def _await_request(self) -> None:
        if not self._is_waiting():
            self.idle.pop(self, None)
            return
        self.idle.setdefault(self)
        if len(self.idle) > IDLE:
            oldest = next(iter(self.idle))
            del self.idle[oldest]
            oldest.transport.abort()
        self.loop.call_later(REQUEST_WITHIN, self._lose_patience, self.cycle)

    def _is_waiting(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _lose_patience(self, cycle: object) -> None:
        if self.cycle is cycle and self._is_waiting():
            self.transport.abort()


class Server(uvicorn.Server):
    """A server that ends when its hub does, and lets the followers of events go first."""

    def __init__(self, app: ASGIApp, hub: Hub) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                loop="asyncio",
                http=type("Patient", (_Patient,), {"idle": {}}),
                ws="none",
                lifespan="on",
                log_config=None,
                log_level="critical",
                access_log=False,
                server_header=False,
                date_header=False,
                proxy_headers=False,
                timeout_keep_alive=5,
                timeout_graceful_shutdown=1,
                limit_concurrency=CONNECTIONS,
                h11_max_incomplete_event_size=LARGEST_HEADER,
            )
        )
        self._hub = hub

    async def on_tick(self, counter: int) -> bool:
        return self._hub.failed is not None or await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._hub.end()
        await super().shutdown(sockets)


def make_server(
    hub: Hub, listening: Listening, style: str = "", report: Callable[[Exception], str] = str
) -> Server:
    """The server of a hub; `run(sockets=[...])` runs it until it is interrupted."""
    return Server(make_site(hub, listening.door, style, report), hub)
