"""Events as a server sends them: the state when it changes, and a sign of life each second."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.webcast.hub import Hub

PATIENCE = 15.0
"""Seconds that a client may take to accept what is sent before it is let go."""
RETRY = 1000
"""Milliseconds after which a browser asks again."""


class EventStream(Response):
    """One client's stream: it is told the newest state, however many it has slept through."""

    def __init__(self, hub: Hub, languages: Sequence[Language]) -> None:
        """Make the stream.

        Args:
            languages: the state is told in each of them, one after another.
        """
        super().__init__(media_type="text/event-stream")
        self._hub = hub
        self._languages = languages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send until the client leaves, or takes too long."""
        headers = [(b"content-type", b"text/event-stream; charset=utf-8")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        if scope["method"] == "HEAD":
            await send({"type": "http.response.body", "body": b""})
            return
        self._hub.readers += 1
        sending = asyncio.ensure_future(self._send_all(send))
        leaving = asyncio.ensure_future(_left(receive))
        try:
            await asyncio.wait((sending, leaving), return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._hub.readers -= 1
            for task in (sending, leaving):
                task.cancel()
            await asyncio.gather(sending, leaving, return_exceptions=True)

    async def _send_all(self, send: Send) -> None:
        hub, sent = self._hub, -1
        text = f"retry: {RETRY}\n\n"
        while not hub.ended:
            news = hub.news()
            beat = hub.told_beat()
            if hub.edition != sent:
                sent = hub.edition
                for language in self._languages:
                    text += event("live", hub.live(language), beat.generation)
            text += event("beat", beat.text)
            message = {"type": "http.response.body", "body": text.encode(), "more_body": True}
            async with asyncio.timeout(PATIENCE):
                await send(message)
            text = ""
            await news.wait()
        await send({"type": "http.response.body", "body": b""})


def event(kind: str, data: str, number: int | None = None) -> str:
    """One event; its data is one line."""
    assert "\n" not in data
    name = "" if number is None else f"id: {number}\n"
    return f"{name}event: {kind}\ndata: {data}\n\n"


async def _left(receive: Receive) -> None:
    """Returns once the client has left."""
    while (await receive())["type"] != "http.disconnect":
        pass
