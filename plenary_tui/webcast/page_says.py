"""The words that a page says by itself, in its language: those in its file, and its refusals.

A text in braces in a file of a page is a message of the catalogues. What a page finds out alone,
that it has lost contact, say, it is given words for along with it. Whoever asks for no page, as
programs do, is refused in English.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from html import escape
from importlib.resources import files
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Scope

from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.public.on_air import NOT_KNOWN, PODIUM_GONE
from plenary_tui.views.public.page import direction
from plenary_tui.views.wording.tongue import Tongue, marked

LANGUAGES = {one.code: one for one in Language}
SAYS = {
    "stale": marked("STALE: {what}"),
    "lost": marked("no contact with the podium's machine for {time}."),
    "noContact": marked("NO CONTACT"),
    "unread": marked("the conference cannot be read."),
    "notKnown": NOT_KNOWN,
    "gone": PODIUM_GONE,
    "old": marked("WHAT IS SHOWN MAY BE OLD: {what}"),
    "closed": marked("The podium is not open. This is how it was left; it follows by itself."),
    "silent": marked("THE PODIUM GIVES NO SIGN OF LIFE. This is what it recorded last."),
    "goneFor": marked("THE PODIUM HAS BEEN GONE FOR {time}. This is what it recorded last."),
}
"""What a page finds out by itself; `{what}` and `{time}` it fills in."""
_MESSAGE = re.compile(r"\{([^{}]+)\}")
_SENTENCE = "<p></p>"
"""Where it stands in the file of a refusal."""


class PageSays:
    """Words for pages in the languages that are asked for."""

    def __init__(
        self, tongue_in: Callable[[Language], Tongue], language: Language = Language.ENGLISH
    ) -> None:
        """Make them.

        Args:
            tongue_in: a language with its catalogue.
            language: of pages whose address names none.
        """
        self._tongue_in = tongue_in
        file = files("plenary_tui.webcast") / "static" / "refusal.html"
        self._refusal = file.read_text(encoding="utf-8")
        self.language = language

    def asked(self, code: str | None) -> Language | None:
        """The language that an address names; None if there is no such one."""
        return self.language if code is None else LANGUAGES.get(code)

    def page(self, text: str, language: Language) -> str:
        """The file of a page in a language."""
        tongue = self._tongue_in(language)
        text = _MESSAGE.sub(lambda found: escape(tongue.words(found[1])), text)
        said = {"language": tongue.language.code} | {
            name: tongue.words(message, what="{what}", time="{time}")
            for name, message in SAYS.items()
        }
        opening = f'<html lang="{language.code}" dir="{direction(language)}">'
        words = escape(json.dumps(said, ensure_ascii=False))
        text = text.replace("<html>", opening, 1)
        return text.replace("<body ", f'<body data-says="{words}" ', 1)

    def refusal(
        self,
        scope: Scope,
        status: int,
        message: str,
        headers: Mapping[str, str] | None = None,
        *,
        plain: str = "",
        **values: object,
    ) -> Response:
        """A sentence instead of what was asked for: a page for people, else plain English.

        Args:
            message: of the catalogues, and with `values` what is filled in.
            plain: what programs are told, if that is something else.
        """
        told = dict(headers or {})
        if "text/html" not in Headers(scope=scope).get("accept", ""):
            return PlainTextResponse(f"{plain or message.format(**values)}\n", status, told)
        given = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [None])[0]
        language = self.asked(given) or self.language
        sentence = escape(self._tongue_in(language).words(message, **values))
        page = self.page(self._refusal, language).replace(_SENTENCE, f"<p>{sentence}</p>", 1)
        return HTMLResponse(page, status, told)
