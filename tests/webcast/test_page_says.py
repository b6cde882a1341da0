"""The words that pages say by themselves, and refusals: pages for people, English for programs."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from plenary_tui.commands.serve import page_tongue
from plenary_tui.exchange import tongues
from plenary_tui.exchange.tongues import NotOffered
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.webcast.page_says import SAYS
from plenary_tui.webcast.site import PAGES
from tests.webcast.served import Booth, booth

TOKEN = "a-token-of-the-booth"
BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8"


def said(text: str) -> dict[str, str]:
    """What a page was given to say."""
    (found,) = re.findall(r'<body data-says="([^"]*)"', text)
    words: dict[str, str] = json.loads(unescape(found))
    return words


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("path", PAGES)
def test_each_page_is_given_its_words(path: str, language: Language, served: Booth) -> None:
    text = served.ask(f"{path}?lang={language.code}").text
    words = said(text)
    assert words["language"] == language.code and words.keys() == {"language", *SAYS}
    assert "{time}" in words["lost"] and "{what}" in words["stale"]
    assert not re.search(r"\{[^{}]*\}", re.sub(r'data-says="[^"]*"', "", text))
    english = words["noContact"] == "NO CONTACT"
    assert english == (language is Language.ENGLISH)


def test_programs_are_refused_in_english_and_people_in_their_language(tmp_path: Path) -> None:
    with booth(tmp_path / "small.db", token=TOKEN) as served:
        plain = served.ask("/caption?lang=fr")
        assert plain.headers["content-type"].startswith("text/plain")
        assert plain.text.startswith("This server wants its token")
        page = served.ask("/caption?lang=fr", accept=BROWSER)
        assert page.status == plain.status == 401
        assert '<html lang="fr" dir="ltr">' in page.text and "demande son jeton" in page.text
        arabic = served.ask(f"/nowhere?lang=ar&token={TOKEN}", accept=BROWSER)
        assert arabic.status == 404 and '<html lang="ar" dir="rtl">' in arabic.text
        assert served.ask(f"/nowhere?token={TOKEN}").text == "Not Found\n"
        unknown = served.ask(f"/caption?lang=%3Cb%3E&token={TOKEN}", accept=BROWSER)
        assert unknown.status == 400 and "lang is one of ar, zh" in unknown.text
        assert "<b>" not in unknown.text


def test_a_language_that_is_not_whole_leaves_its_pages_in_english(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none_of(language: Language) -> None:
        raise NotOffered(f"{language} is not offered.", "It lacks words.")

    monkeypatch.setattr("plenary_tui.commands.serve.tongue_of", none_of)
    page_tongue.cache_clear()
    try:
        assert page_tongue(Language.FRENCH).is_english
    finally:
        page_tongue.cache_clear()
    assert tongues.tongue_of(Language.FRENCH).language is Language.FRENCH
