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
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from plenary_tui import __version__
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.public.flat import VALUES, flat
from plenary_tui.views.wording.tongue import marked
from plenary_tui.webcast.guard import Door, Guard
from plenary_tui.webcast.hub import Hub
from plenary_tui.webcast.page_says import LANGUAGES, PageSays
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


class Site:
    """The pages and values of one hub."""

    def __init__(self, hub: Hub, says: PageSays, style: str = "") -> None:
        """Read the files of the package.

        Args:
            says: the words of pages, and the language of those that name none.
            style: an office's own style sheet, which comes after the built-in one.
        """
        folder = files("plenary_tui.webcast") / "static"
        names = (*(f"{page}.html" for page in PAGES.values()), *STATIC)
        self._files = {name: (folder / name).read_text(encoding="utf-8") for name in names}
        self._style = style
        self._says = says
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
        language = self._language(request)
        if language is None:
            return self._unknown_language(request)
        page = self._files[f"{PAGES[request.url.path]}.html"]
        return HTMLResponse(self._says.page(page, language))

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
        language = self._language(request)
        if language is None:
            return self._unknown_language(request)
        return _json(self._hub.live(language))

    async def _poll(self, request: Request) -> Response:
        """What the next events would tell, for whoever cannot have events."""
        language = self._language(request)
        if language is None:
            return self._unknown_language(request)
        return _json(
            f'{{"live": {self._hub.live(language)}, "beat": {self._hub.told_beat().text}}}'
        )

    async def _events(self, request: Request) -> Response:
        asked = request.query_params.get("lang", self._says.language.code).split(",")
        languages = [LANGUAGES[code] for code in dict.fromkeys(asked) if code in LANGUAGES]
        if len(languages) < len(set(asked)):
            return self._unknown_language(request)
        if self._hub.readers >= STREAMS:
            return PlainTextResponse(f"{STREAMS} follow already; close some.\n", 503)
        return EventStream(self._hub, languages)

    async def _flat(self, request: Request) -> Response:
        language, conference = self._language(request), self._hub.conference
        if language is None:
            return self._unknown_language(request)
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

    def _language(self, request: Request) -> Language | None:
        """The language asked for; None if there is no such one."""
        return self._says.asked(request.query_params.get("lang"))

    def _unknown_language(self, request: Request) -> Response:
        message = marked("lang is one of {codes}.")
        return self._says.refusal(request.scope, 400, message, codes=", ".join(LANGUAGES))

    def _nothing_yet(self) -> Response:
        return PlainTextResponse(f"{self._hub.trouble}\n", 503)


def _of_old(name: str, value: str, word: str) -> str:
    """A value that may be old: it names nobody, and says that nobody can tell what is on air."""
    if name.startswith(NAMING):
        return ""
    return {"state": word, "status": f"{word} ({value})"}.get(name, value)


def _json(text: str, status: int = 200) -> Response:
    return Response(text, status, media_type="application/json")


def make_site(
    hub: Hub,
    door: Door,
    style: str = "",
    report: Callable[[Exception], str] = str,
    language: Language = Language.ENGLISH,
) -> Starlette:
    """The application: follows the conference for as long as it runs.

    Args:
        report: called with an error nobody foresaw; returns the sentence that says so.
        language: of pages whose address names none.
    """
    says = PageSays(hub.tongue_in, language)

    async def unforeseen(request: Request, error: Exception) -> Response:
        message = marked("Something went wrong that nobody foresaw. Try it again.")
        return says.refusal(request.scope, 500, message, plain=report(error))

    async def nowhere(request: Request, error: Exception) -> Response:
        message = marked("There is no such page here. The address without a path has them all.")
        return says.refusal(request.scope, 404, message, plain="Not Found")

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        following = asyncio.create_task(hub.run())
        try:
            yield
        finally:
            hub.end()
            await following

    return Starlette(
        routes=Site(hub, says, style).routes(),
        middleware=[Middleware(Guard, door=door, says=says)],
        exception_handlers={Exception: unforeseen, 404: nowhere},
        lifespan=lifespan,
    )
