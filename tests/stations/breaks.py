"""The ways in which a network between a podium and its server breaks, and how each heals."""

from __future__ import annotations

from collections.abc import Callable

from tests.storage.server.private_server import PrivateServer

from .proxy import Proxy

Break = Callable[[Proxy, PrivateServer], None]


def black_hole(proxy: Proxy, server: PrivateServer) -> None:
    proxy.mode = "black hole"


def swallow(proxy: Proxy, server: PrivateServer) -> None:
    proxy.mode = "swallow"


def refuse(proxy: Proxy, server: PrivateServer) -> None:
    proxy.mode = "refuse"
    proxy.reset()


def reset(proxy: Proxy, server: PrivateServer) -> None:
    proxy.mode = "black hole"
    proxy.reset()


def freeze(proxy: Proxy, server: PrivateServer) -> None:
    server.freeze()


def kill(proxy: Proxy, server: PrivateServer) -> None:
    server.kill()


def heal(proxy: Proxy, server: PrivateServer, broken: Break) -> None:
    proxy.reset() if broken is swallow else None
    proxy.mode = "pass"
    if broken is freeze:
        server.thaw()
    elif broken is kill:
        server.start()


BREAKS: tuple[Break, ...] = (black_hole, swallow, refuse, reset, freeze, kill)
