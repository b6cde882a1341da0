"""The addresses of the server: pages for the webcast and the lectern, values for machines."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable
from importlib.resources import files

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from plenary_tui import __version__
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.public.flat import VALUES, flat
from plenary_tui.views.public.page import direction
from plenary_tui.webcast.guard import Door, Guard
from plenary_tui.webcast.hub import Hub
from plenary_tui.webcast.stream import EventStream

PAGES = {
    "/": "index",
    "/caption": "caption",
    "/next": "next",
    "/clock": "clock",
    "/script": "script",
}
"""Addresses of pages, and their files."""
STATIC = {
    "page.js": "text/javascript",
    "follow.js": "text/javascript",
    "shared.js": "text/javascript",
    "page.css": "text/css",
}
NAMING = ("now/", "next/", "caption/", "clock/")
"""Values that are empty while they may be old, as the captions are: of who speaks and is next."""
STREAMS = 200
"""How many may follow events at once."""
LANGUAGES = {one.code: one for one in Language}


class Site:
    """The pages and values of one hub."""

    def __init__(self, hub: Hub, style: str = "") -> None:
        """Read the files of the package.

        Args:
            style: an office's own style sheet, which comes after the built-in one.
        """
        folder = files("plenary_tui.webcast") / "static"
        names = (*(f"{page}.html" for page in PAGES.values()), *STATIC)
        self._files = {name: (folder / name).read_text(encoding="utf-8") for name in names}
        self._style = style
        self._hub = hub

    def routes(self) -> list[Route]:
        """Every address there is."""
        return [
            *(Route(path, self._page) for path in PAGES),
            Route("/static/style.css", self._own_style),
            *(Route(f"/static/{name}", self._static) for name in STATIC),
            Route("/health", self._health),
            Route("/api/snapshot", self._snapshot),
            Route("/api/live", self._live),
            Route("/api/poll", self._poll),
            Route("/api/events", self._events),
            Route("/api/podium", self._podium),
            *(Route(f"/api/{name}", self._flat) for name in VALUES),
        ]

    async def _page(self, request: Request) -> Response:
        language = _language(request)
        if language is None:
            return _unknown_language()
        page = self._files[f"{PAGES[request.url.path]}.html"]
        opening = f'<html lang="{language.code}" dir="{direction(language)}">'
        return Response(page.replace("<html>", opening, 1), media_type="text/html")

    async def _static(self, request: Request) -> Response:
        name = request.url.path.rpartition("/")[2]
        return Response(self._files[name], media_type=STATIC[name])

    async def _own_style(self, request: Request) -> Response:
        return Response(self._style, media_type="text/css")

    async def _health(self, request: Request) -> Response:
        beat = self._hub.beat()
        conference = self._hub.conference
        state = "ok" if not beat["stale"] else "stale" if conference else "no conference"
        body = {
            "status": state,
            "version": __version__,
            "rehearsal": conference.rehearsal if conference is not None else None,
            **beat,
        }
        return _json(json.dumps(body, ensure_ascii=False), 200 if state == "ok" else 503)

    async def _snapshot(self, request: Request) -> Response:
        snapshot = self._hub.snapshot()
        return self._nothing_yet() if snapshot is None else _json(snapshot)

    async def _live(self, request: Request) -> Response:
        language = _language(request)
        return _unknown_language() if language is None else _json(self._hub.live(language))

    async def _poll(self, request: Request) -> Response:
        """What the next events would tell, for whoever cannot have events."""
        language = _language(request)
        if language is None:
            return _unknown_language()
        return _json(
            f'{{"live": {self._hub.live(language)}, "beat": {self._hub.told_beat().text}}}'
        )

    async def _events(self, request: Request) -> Response:
        asked = request.query_params.get("lang", "en").split(",")
        languages = [LANGUAGES[code] for code in dict.fromkeys(asked) if code in LANGUAGES]
        if len(languages) < len(set(asked)):
            return _unknown_language()
        if self._hub.readers >= STREAMS:
            return PlainTextResponse(f"{STREAMS} follow already; close some.\n", 503)
        return EventStream(self._hub, languages)

    async def _flat(self, request: Request) -> Response:
        language, conference = _language(request), self._hub.conference
        if language is None:
            return _unknown_language()
        if conference is None:
            return self._nothing_yet()
        name = request.url.path.removeprefix("/api/")
        value = flat(conference, self._hub.now(), language, self._hub.phrases, name)
        beat = self._hub.beat()
        if beat["stale"]:
            value = _of_old(name, value, beat["word"])
        return PlainTextResponse(value, headers={"X-Generation": str(conference.seq)})

    async def _podium(self, request: Request) -> Response:
        return PlainTextResponse(self._hub.beat()["podium"])

    def _nothing_yet(self) -> Response:
        return PlainTextResponse(f"{self._hub.trouble}\n", 503)


def _of_old(name: str, value: str, word: str) -> str:
    """A value that may be old: it names nobody, and says that nobody can tell what is on air."""
    if name.startswith(NAMING):
        return ""
    return {"state": word, "status": f"{word} ({value})"}.get(name, value)


def _json(text: str, status: int = 200) -> Response:
    return Response(text, status, media_type="application/json")


def _language(request: Request) -> Language | None:
    """The language asked for; English by default, None if there is no such one."""
    return LANGUAGES.get(request.query_params.get("lang", "en"))


def _unknown_language() -> Response:
    return PlainTextResponse(f"lang is one of {', '.join(LANGUAGES)}.\n", 400)


def make_site(
    hub: Hub, door: Door, style: str = "", report: Callable[[Exception], str] = str
) -> Starlette:
    """The application: follows the conference for as long as it runs.

    Args:
        report: called with an error nobody foresaw; returns the sentence that says so.
    """

    async def unforeseen(request: Request, error: Exception) -> Response:
        return PlainTextResponse(f"{report(error)}\n", 500)

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        following = asyncio.create_task(hub.run())
        try:
            yield
        finally:
            hub.end()
            await following

    return Starlette(
        routes=Site(hub, style).routes(),
        middleware=[Middleware(Guard, door=door)],
        exception_handlers={Exception: unforeseen},
        lifespan=lifespan,
    )
