"""Many pages in one browser, which has six connections to a server and no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.webcast import site
from tests.webcast.chromium import Chromium, Page, find_chromium, is_needed
from tests.webcast.served import Booth, booth, wait_until

PROGRAM = find_chromium()
pytestmark = pytest.mark.skipif(
    PROGRAM is None and not is_needed(), reason="needs Chromium (Debian: chromium)"
)
PAGES = 20
ADDRESSES = ("caption", "next", "clock", "script")


@pytest.fixture
def browser() -> Iterator[Chromium]:
    """A browser that no other test has opened pages in."""
    assert PROGRAM is not None, "there is no Chromium, and the pages must be tested"
    browser = Chromium(PROGRAM)
    yield browser
    browser.close()


def addresses(served: Booth) -> list[str]:
    """So many different pages: every kind, every language."""
    every = [f"{one}?lang={language.code}" for language in Language for one in ADDRESSES]
    given = f"&token={served.token}" if served.token else ""
    return [f"{served.url}/{one}{given}" for one in every[:PAGES]]


def at(page: Page, seq: int) -> None:
    """Wait until the page shows a row of the journal, and does not say that it is old."""
    page.wait_for(
        f"document.body.dataset.generation === '{seq}' && document.body.dataset.stale === 'no'"
    )


@pytest.mark.parametrize("token", ["", "a-token-of-the-booth"])
def test_twenty_pages_are_all_live_through_one_stream(
    tmp_path: Path, browser: Chromium, token: str
) -> None:
    with (
        booth(tmp_path / "small.db", token=token) as served,
        browser.further_pages(PAGES) as pages,
    ):
        for page, address in zip(pages, addresses(served), strict=True):
            page.open(address)
        for act in ("give-floor", "start-clock", "give-floor"):
            seq = served.do(act)
            for page in pages:
                at(page, seq)
        wait_until(lambda: served.hub.readers == 1)
        names = {page.get("document.getElementById('line1')?.textContent") for page in pages}
        assert "Niger" in names


def test_a_page_that_comes_later_is_told_in_its_language_and_no_page_is_disturbed(
    served: Booth, browser: Chromium
) -> None:
    seq = served.do("give-floor")
    browser.open(f"{served.url}/caption")
    at(browser, seq)
    with browser.further_pages(2) as (arabic, english):
        arabic.open(f"{served.url}/caption?lang=ar")
        at(arabic, seq)
        assert arabic.get("document.getElementById('line1').textContent") == "كوت ديفوار"
        english.open(f"{served.url}/caption")
        at(english, seq)
    assert browser.get("document.getElementById('line1').textContent") == "Côte d\u2019Ivoire"
    seq = served.do("start-clock")
    at(browser, seq)
    wait_until(lambda: served.hub.readers == 1)


def test_the_shared_stream_comes_back_with_the_server(served: Booth, browser: Chromium) -> None:
    browser.open(f"{served.url}/next")
    with browser.further_pages(1) as (other,):
        other.open(f"{served.url}/caption?lang=fr")
        at(other, served.seq)
        served.stop()
        for page in (browser, other):
            page.wait_for("document.body.dataset.stale === 'yes'")
        assert browser.get("document.getElementById('state').textContent") == "NO CONTACT"
        served.start()
        seq = served.do("give-floor")
        for page in (browser, other):
            at(page, seq)
        wait_until(lambda: served.hub.readers == 1)


@pytest.mark.parametrize("missing", [("SharedWorker",), ("SharedWorker", "BroadcastChannel")])
def test_without_shared_workers_no_page_is_shut_out(
    served: Booth, browser: Chromium, missing: tuple[str, ...]
) -> None:
    with browser.further_pages(PAGES) as pages:
        for page, address in zip(pages, addresses(served), strict=True):
            with page.without(*missing):
                page.open(address)
        seq = served.do("give-floor")
        for page in pages:
            at(page, seq)
        few = range(1, 6) if "BroadcastChannel" not in missing else range(1)
        assert served.hub.readers in few, "each holds one of the browser's six connections"


def test_where_no_stream_opens_a_page_asks(
    served: Booth, browser: Chromium, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "STREAMS", 0)
    browser.open(f"{served.url}/caption?lang=zh")
    seq = served.do("give-floor")
    at(browser, seq)
    assert browser.get("document.getElementById('line1').textContent") == "科特迪瓦"
    monkeypatch.undo()
    wait_until(lambda: served.hub.readers == 1)
    seq = served.do("start-clock")
    at(browser, seq)
