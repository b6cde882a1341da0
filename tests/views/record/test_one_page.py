"""The page: one file, no script, charts with their figures, nothing that is taken for code."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from plenary_tui.views.record.figures import figures
from plenary_tui.views.record.forms import FORMS
from plenary_tui.views.record.one_page import as_page
from tests.views.record.recorded import record_of, speak, spoken_on

EMPTY = {"meta", "rect"}


class Reader(HTMLParser):
    """Reads a page and sees to it that every element is closed where it should be."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.append(tag)
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.seen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_form_is_a_sound_page_that_needs_nothing_else() -> None:
    record = record_of(spoken_on("1(f)", "Nigeria"))
    for form in FORMS.values():
        page = as_page(form(record))
        seen = Reader(page).seen
        assert seen.count("h1") == 1 and "script" not in seen and "link" not in seen
        assert not re.search(r"(?:src|href|url)\s*[=(]", page)
        assert page.startswith("<!DOCTYPE html>") and 'lang="en"' in page


def test_what_people_typed_is_text() -> None:
    chamber = spoken_on("1(f)", "Nigeria", speaker='<script>alert("x")</script> & Co.')
    page = as_page(FORMS["list"](record_of(chamber)))
    assert "<script" not in page
    assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; Co." in page


def test_bars_are_as_long_as_their_figures_and_end_before_the_edge() -> None:
    chamber = spoken_on("1(f)", "Nigeria")
    speak(chamber, "Sample Watch", 85)
    page = as_page(figures(record_of(chamber)))
    (first,) = re.findall(r"<svg.*?</svg>", page, re.S)[:1]
    bars = re.findall(r'class="used" x="230" y="\d+" width="([\d.]+)"', first)
    used = [float(one) for one in bars]
    assert abs(used[0] - 2 * used[1]) < 0.2 and "2:50 of 3:00" in first
    assert max(used) <= 620 - 230
    assert "<title>By tier: time spoken against time planned; the table below" in first
