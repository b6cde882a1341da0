"""Whatever is shown is all in view: every page, in every language, on every usual screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plenary_tui.procedure.state.conference import AgendaItem, Delegation
from plenary_tui.procedure.state.vocabulary import ItemKind, Language, ParticipantClass
from plenary_tui.storage.heartbeat import Heartbeat
from tests.chamber import LONGEST_NAME
from tests.webcast.chromium import Chromium, Page, find_chromium, is_needed
from tests.webcast.served import Booth, booth

PROGRAM = find_chromium()
pytestmark = pytest.mark.skipif(
    PROGRAM is None and not is_needed(), reason="needs Chromium (Debian: chromium)"
)
SIZES = ((1920, 1080), (1280, 720), (810, 1080), (390, 844))
"""A monitor, a small one, a tablet and a telephone held upright; pixels."""
PAGES = ("", "caption", "next", "clock", "script")
NAMES = (
    ("ar", "المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية"),
    ("zh", "大不列颠及北爱尔兰联合王国大不列颠及北爱尔兰联合王国"),
    ("fr", "Royaume-Uni de Grande-Bretagne et d'Irlande du Nord"),
    ("ru", "Соединенное Королевство Великобритании и Сев. Ирландии"),
    ("es", "Reino Unido de Gran Bretaña e Irlanda del Norte"),
)
FUNCTION = (
    "Minister of Foreign Affairs, International Cooperation and Francophonie, Head of the "
    "Intergovernmental Committee for the Review of Implementation"
)
"""145 characters."""
ITEM = (
    "Review of the implementation of the United Nations Convention against Transnational "
    "Organized Crime and the Protocols thereto"
)
CUT = """(() => {
  const scrolls = document.body.classList.contains("index");
  const cut = [];
  const say = (what, words) => cut.push(`${what}: ${words.trim().slice(0, 40)}`);
  for (const one of document.querySelectorAll("body *")) {
    const clips = getComputedStyle(one).overflowX !== "visible" && !one.matches(".unseen");
    const sideways = one.scrollWidth > one.clientWidth + 1;
    if (clips && (sideways || one.scrollHeight > one.clientHeight + 1)) {
      say("larger than its box", one.id || one.tagName);
    }
  }
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode;
    if (text.parentElement.closest(".unseen, script")) continue;
    for (const found of text.data.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(text, found.index);
      range.setEnd(text, found.index + found[0].length);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
      for (const box of boxes) {
        const across = box.left > -1 && box.right < innerWidth + 1;
        const down = scrolls || (box.top > -1 && box.bottom < innerHeight + 1);
        if (!across || !down) say("out of view", `${found[0]} of ${text.data}`);
      }
      const whole = !/[-\\u3400-\\u9fff\\/\\u2013\\uff0c]/.test(found[0]);
      if (whole && new Set(boxes.map((box) => Math.round(box.bottom))).size > 1) {
        say("a word on two lines", `${found[0]} of ${text.data}`);
      }
    }
  }
  return [...new Set(cut)];
})()"""
"""What of a page cannot be read: out of the window, hidden by a box, or torn in two."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    """One browser for all pages."""
    assert PROGRAM is not None, "there is no Chromium, and the pages must be tested"
    browser = Chromium(PROGRAM)
    yield browser
    browser.close()


@contextmanager
def long_winded(path: Path) -> Iterator[Booth]:
    """A conference in which all that can be long is."""
    delegations = tuple(
        Delegation(f"S{number}", LONGEST_NAME, ParticipantClass.STATE_PARTY, names=NAMES)
        for number in range(4)
    )
    items = (AgendaItem("1(f)", ITEM, ItemKind.GENERAL_DISCUSSION),)
    waiting = tuple(one.id for one in delegations)
    with booth(
        path, delegations=delegations, items=items, waiting=waiting, rehearsal=True
    ) as served:
        for name in waiting:
            served.do(
                "edit",
                entry=name,
                speaker="Her Excellency Ms. Sample Speaker the Younger",
                function=FUNCTION,
                on_behalf_of="the Group of Latin American and Caribbean States",
                language="French",
            )
        yield served


def see(page: Page, served: Booth, address: str) -> None:
    """Open a page, and wait until it shows the last act."""
    page.open(f"{served.url}/{address}")
    page.wait_for(f"document.body.dataset.generation === '{served.seq}'")


def drawn(page: Page) -> None:
    """Wait until the page is drawn in the size that its window now has."""
    page.get("new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))")


def look_everywhere(browser: Chromium, served: Booth, language: Language) -> None:
    """Every page on every screen: nothing of it is cut."""
    for address in PAGES:
        see(browser, served, f"{address}?lang={language.code}")
        for size in SIZES:
            with browser.sized(*size):
                drawn(browser)
                assert browser.get(CUT) == [], (address, size)


@pytest.mark.parametrize("language", Language, ids=str)
def test_nothing_is_cut_before_and_while_somebody_speaks(
    tmp_path: Path, browser: Chromium, language: Language
) -> None:
    with long_winded(tmp_path / "long.db") as served:
        look_everywhere(browser, served, language)
        served.do("give-floor")
        served.do("start-clock")
        served.clock.advance(190)
        look_everywhere(browser, served, language)


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.ARABIC], ids=str)
def test_nothing_is_cut_while_the_next_changes_and_once_the_podium_is_gone(
    tmp_path: Path, browser: Chromium, language: Language
) -> None:
    with long_winded(tmp_path / "long.db") as served:
        heartbeat = Heartbeat(served.path)
        heartbeat.beat(served.clock.now())
        served.desk.open_podium()
        served.do("give-floor")
        served.do("start-clock")
        served.clock.advance(150)
        heartbeat.beat(served.clock.now())
        served.wait_for(served.seq)
        served.do("move", entry="S3", to="1", reason="agreed")
        look_everywhere(browser, served, language)
        browser.wait_for("document.body.classList.contains('script')")
        see(browser, served, "next")
        browser.wait_for("!document.getElementById('alert').hidden")
        served.clock.advance(3600)
        browser.wait_for("document.body.dataset.stale === 'yes'")
        look_everywhere(browser, served, language)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_president_s_lines_fill_the_screen(
    served: Booth, browser: Chromium, size: tuple[int, int]
) -> None:
    for act in ("", "give-floor", "start-clock"):
        if act:
            served.do(act)
        with browser.sized(*size):
            see(browser, served, "script")
            drawn(browser)
            assert browser.get(CUT) == []
            lines = "[...document.querySelectorAll('#script li, #otherwise li')]"
            last = f"Math.max(...{lines}.map((one) => one.getBoundingClientRect().bottom))"
            assert browser.get(f"{last} / innerHeight") > 0.6


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_name_without_end_is_torn_rather_than_cut(
    served: Booth, browser: Chromium, size: tuple[int, int]
) -> None:
    served.do("edit", entry="CIV", speaker="x" * 300, function="")
    served.do("give-floor")
    for page in ("caption", "next"):
        with browser.sized(*size):
            see(browser, served, page)
            drawn(browser)
            assert not [one for one in browser.get(CUT) if "two lines" not in one]
