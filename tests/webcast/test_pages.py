"""The pages as a browser shows them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.views.public.caption import POINT_OF_ORDER, PRESIDENT
from tests.webcast.chromium import TEXT, Chromium, find_chromium, is_needed
from tests.webcast.served import Booth, booth
from tests.webcast.test_served import NASTY

PROGRAM = find_chromium()
pytestmark = pytest.mark.skipif(
    PROGRAM is None and not is_needed(), reason="needs Chromium (Debian: chromium)"
)
SHOWN = "!document.getElementById('caption').hidden"


def text_is(identity: str, text: str) -> str:
    """True once an element holds exactly this text."""
    return f"document.getElementById({identity!r}).textContent === {text!r}"


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    """One browser for all pages."""
    assert PROGRAM is not None, "there is no Chromium, and the pages must be tested"
    browser = Chromium(PROGRAM)
    yield browser
    browser.close()


def test_the_caption_follows_the_floor(served: Booth, browser: Chromium) -> None:
    browser.open(f"{served.url}/caption")
    browser.wait_for("document.body.dataset.generation > 0")
    assert not browser.get(SHOWN)
    served.do("give-floor")
    browser.wait_for(text_is("line1", "Côte d\u2019Ivoire"))
    assert browser.get(SHOWN)
    assert browser.get("document.getElementById('line2').textContent") == "Ms. Sample, Minister"
    assert browser.get("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"
    served.do("start-clock")
    served.do("give-floor")
    browser.wait_for(text_is("line1", "Niger"))
    served.do("set-on-air", off=True)
    browser.wait_for(f"!({SHOWN})")


def test_arabic_runs_from_right_to_left(served: Booth, browser: Chromium) -> None:
    served.do("give-floor")
    browser.open(f"{served.url}/caption?lang=ar")
    browser.wait_for(text_is("line1", "كوت ديفوار"))
    name = "document.getElementById('line1')"
    assert browser.get("document.documentElement.dir") == "rtl"
    assert browser.get("document.documentElement.lang") == "ar"
    assert browser.get(f"getComputedStyle({name}).direction") == "rtl"
    assert browser.get(f"{name}.lang") == "ar"
    box = "document.getElementById('caption').getBoundingClientRect()"
    assert browser.get(f"{box}.right > innerWidth - {box}.left") or browser.get(
        f"innerWidth - {box}.right < {box}.left"
    )


def test_the_president_and_a_reply_have_words_in_the_language_of_the_page(
    served: Booth, browser: Chromium
) -> None:
    line1, line2 = (f"document.getElementById('line{number}')" for number in (1, 2))
    browser.open(f"{served.url}/caption?lang=ar")
    served.do("give-floor", to="president")
    browser.wait_for(text_is("line1", PRESIDENT[Language.ARABIC]))
    assert browser.get(f"[{line1}.lang, {line1}.dir]") == ["ar", "rtl"]
    served.do("end-statement")
    served.do("raise-point", delegation="NER")
    browser.wait_for(text_is("line2", POINT_OF_ORDER[Language.ARABIC]))
    assert browser.get(f"[{line2}.lang, {line2}.dir]") == ["ar", "rtl"]
    served.do("rule-point", ruling="upheld")
    served.do("give-floor")
    browser.wait_for(text_is("line2", "Ms. Sample، الوزيرة"))
    assert browser.get(f"[{line2}.lang, {line2}.dir]") == ["ar", "rtl"]
    parts = f"[...{line2}.children].map((one) => [one.textContent, one.lang, one.dir])"
    assert browser.get(parts) == [
        ["Ms. Sample", "en", "ltr"],
        ["، ", "ar", "rtl"],
        ["الوزيرة", "ar", "rtl"],
    ]


def test_an_arabic_name_turns_no_other_part_of_the_line_round(
    served: Booth, browser: Chromium
) -> None:
    """As it is drawn: speaker, function and group from left to right on the English pages."""
    served.do(
        "edit",
        entry="CIV",
        speaker="فاطمة الزهراء",
        function="Director, 50% for Climate",
        on_behalf_of="the Group of 77 and China",
    )
    served.do("give-floor")
    for page, inside in (("caption", "#line2"), ("next", "#lines bdi")):
        browser.open(f"{served.url}/{page}")
        browser.wait_for(f"document.querySelector({inside!r})?.textContent.includes('الزهراء')")
        parts = f"[...document.querySelector({inside!r}).children]"
        lefts = browser.get(f"{parts}.map((one) => one.getClientRects()[0].left)")
        assert lefts == sorted(lefts) and len(lefts) >= 3
        assert browser.get(f"getComputedStyle(document.querySelector({inside!r})).direction") == (
            "ltr"
        )
    browser.open(f"{served.url}/caption?lang=ar")
    browser.wait_for("document.getElementById('line2').textContent.includes('باسم مجموعة')")
    lefts = browser.get(
        "[...document.getElementById('line2').children].map((one) => one.getClientRects()[0].right)"
    )
    assert lefts == sorted(lefts, reverse=True), "and from right to left on the Arabic one"


def test_next_says_no_more_that_it_is_on_air_once_the_podium_is_gone(
    served: Booth, browser: Chromium
) -> None:
    heartbeat = Heartbeat(served.path)
    heartbeat.beat(served.clock.now())
    served.desk.open_podium()
    served.do("give-floor")
    browser.open(f"{served.url}/next")
    browser.wait_for(text_is("state", "ON AIR"))
    colour = "getComputedStyle(document.querySelector('.state')).color"
    red = browser.get(colour)
    served.clock.advance(12)
    browser.wait_for(text_is("state", "PODIUM GONE"))
    assert browser.get(colour) != red
    assert "THE PODIUM HAS BEEN GONE" in browser.get("document.getElementById('notice').innerText")
    heartbeat.beat(served.clock.now())
    browser.wait_for(text_is("state", "ON AIR"))
    assert browser.get(colour) == red


def test_next_follows_the_list(served: Booth, browser: Chromium) -> None:
    browser.open(f"{served.url}/next")
    first = "document.querySelector('#next li bdi')"
    browser.wait_for(f"{first} && {first}.textContent === 'Côte d\u2019Ivoire'")
    served.do("move", entry="NGA", to="1", reason="agreed")
    browser.wait_for(f"{first}.textContent === 'Nigeria'")
    browser.wait_for("!document.getElementById('alert').hidden")
    assert "Nigeria, not Côte d\u2019Ivoire" in browser.get(
        "document.getElementById('alert').textContent"
    )
    assert browser.get("document.querySelectorAll('#next li').length") == 3


def test_the_president_s_lines_follow_every_act(served: Booth, browser: Chromium) -> None:
    browser.open(f"{served.url}/script")
    call = "document.querySelector('#script li.main')"
    browser.wait_for(f"{call} && {call}.textContent.startsWith('I now give the floor to')")
    assert browser.get("document.getElementById('when').textContent") == "Now:"
    served.do("give-floor")
    served.do("start-clock")
    browser.wait_for("document.getElementById('when').textContent.startsWith('When ')")
    served.do("call-to-order")
    served.wait_for(served.do("raise-point", delegation="NER"))
    browser.wait_for("document.getElementById('otherwise').textContent.includes('appeal')")
    assert "on a point of order" in browser.get(f"{call}.textContent")


def test_the_president_s_lines_are_in_the_language_of_the_page(
    served: Booth, browser: Chromium
) -> None:
    for code, words, direction in (("fr", "La parole est à", "ltr"), ("ar", "الكلمة الآن", "rtl")):
        browser.open(f"{served.url}/script?lang={code}")
        call = "document.querySelector('#script li.main')"
        browser.wait_for(f"{call} && {call}.textContent.startsWith('{words}')")
        main = "document.querySelector('main')"
        assert browser.get(f"[{main}.lang, {main}.dir].join()") == f"{code},{direction}"


def test_a_screen_reader_is_told_what_changes_and_no_more(served: Booth, browser: Chromium) -> None:
    for page in ("", "caption", "next", "clock", "script"):
        browser.open(f"{served.url}/{page}")
        browser.wait_for("document.body.dataset.generation > 0")
        assert browser.get("document.querySelectorAll('h1').length") == 1
        assert browser.get("document.querySelectorAll('main').length") == 1
        assert browser.get("document.title.length") > 3
    browser.open(f"{served.url}/next")
    browser.wait_for("document.querySelector('#next bdi').textContent === 'Côte d\u2019Ivoire'")
    browser.get("window.first = document.querySelector('#next bdi'); 0")
    assert browser.get("first.closest('[aria-live=polite]') !== null")
    assert browser.get("document.querySelector('#next .when').closest('[aria-live]')") is None
    assert browser.get("document.querySelector('[role=timer]').ariaLive") == "off"
    served.do("move", entry="NGA", to="1", reason="agreed")
    browser.wait_for("first.isConnected && first.textContent === 'Nigeria'")


def test_the_lectern_counts_down_with_words(served: Booth, browser: Chromium) -> None:
    served.do("give-floor")
    browser.open(f"{served.url}/clock")
    browser.wait_for(text_is("digits", "3:00"))
    assert browser.get("document.getElementById('word').textContent") == "CALLED"
    served.do("start-clock")
    for seconds, word, tone in (
        (5, "ON TIME", "good"),
        (150, "WRAP UP", "warn"),
        (60, "OVER TIME", "bad"),
    ):
        served.clock.advance(seconds)
        browser.wait_for(text_is("word", word))
        assert browser.get("document.body.dataset.tone") == tone
    assert browser.get("document.getElementById('digits').textContent").startswith("+0:3")


def test_it_says_when_it_is_stale_and_comes_back(served: Booth, browser: Chromium) -> None:
    served.do("give-floor")
    browser.open(f"{served.url}/caption")
    browser.wait_for(SHOWN)
    served.stop()
    browser.wait_for("document.body.dataset.stale === 'yes'")
    assert "STALE: no contact" in browser.get("document.getElementById('notice').textContent")
    assert not browser.get(SHOWN), "a caption that may be old is not shown"
    served.do("start-clock")
    served.do("give-floor")
    served.start()
    browser.wait_for("document.body.dataset.stale === 'no'")
    browser.wait_for(text_is("line1", "Niger"))
    assert browser.get(SHOWN)


def test_a_caption_tells_nobody_where_files_are(served: Booth, browser: Chromium) -> None:
    served.do("give-floor")
    browser.open(f"{served.url}/caption")
    browser.wait_for(SHOWN)
    aside = served.path.rename(served.path.with_name("aside.db"))
    browser.wait_for("document.body.dataset.stale === 'yes'")
    notice = browser.get("document.getElementById('notice').textContent")
    assert notice == "STALE: the conference cannot be read." and not browser.get(SHOWN)
    browser.open(f"{served.url}/next")
    browser.wait_for("document.getElementById('notice').textContent.includes('small.db')")
    aside.rename(served.path)


def test_the_caption_stays_if_that_is_asked_for(served: Booth, browser: Chromium) -> None:
    served.do("give-floor")
    browser.open(f"{served.url}/caption?stale=keep")
    browser.wait_for(SHOWN)
    served.stop()
    browser.wait_for("document.body.dataset.stale === 'yes'")
    assert browser.get(SHOWN) and not browser.get("document.getElementById('notice').hidden")
    served.start()


def test_names_are_text(tmp_path: Path, browser: Chromium) -> None:
    with booth(tmp_path / "odd.db") as served:
        for page, identity in (("caption", "line2"), ("next", "lines")):
            browser.open(f"{served.url}/{page}")
            for text in (NASTY[0], "</bdi><img src=x onerror=alert(1)>", "x" * 200):
                served.do("edit", entry="CIV", speaker=text, function="")
                served.do("give-floor")
                browser.wait_for(
                    f"document.getElementById({identity!r}).textContent.includes({text!r})"
                )
                assert browser.get("document.querySelectorAll('main b, main img').length") == 0
                assert browser.get("document.documentElement.scrollWidth <= innerWidth")
                served.do("undo")


def test_with_a_token_every_page_works(tmp_path: Path, browser: Chromium) -> None:
    token = "a-token-of-the-booth"
    with booth(tmp_path / "small.db", token=token) as served:
        served.do("give-floor")
        browser.open(f"{served.url}/?token={token}")
        browser.wait_for("document.querySelector('a').href.includes('token=')")
        browser.open(browser.get("document.querySelector('a').href"))
        browser.wait_for(SHOWN)


def test_a_rehearsal_says_so(tmp_path: Path, browser: Chromium) -> None:
    with booth(tmp_path / "small.db", rehearsal=True) as served:
        served.do("give-floor")
        for page in ("caption", "next", "clock"):
            browser.open(f"{served.url}/{page}")
            browser.wait_for(f"({TEXT}).includes('REHEARSAL')")


def test_a_page_says_all_in_its_language_and_its_troubles_too(
    served: Booth, browser: Chromium
) -> None:
    browser.open(f"{served.url}/next?lang=ar")
    served.do("give-floor")
    served.do("start-clock")
    browser.wait_for(text_is("word", "ضمن الوقت"))
    state = "document.getElementById('state')"
    assert browser.get(f"[{state}.textContent, getComputedStyle({state}).direction].join()") == (
        "على الهواء,rtl"
    )
    digits, word = (f"document.getElementById({one!r})" for one in ("digits", "word"))
    assert browser.get(f"getComputedStyle({digits}).direction") == "ltr"
    assert browser.get(f"getComputedStyle({word}).direction") == "rtl"
    assert browser.get("document.title") == "المتكلمون التالون"
    assert not browser.get(r"/[a-z]{3}/i.test(document.getElementById('status').textContent)")
    served.stop()
    browser.wait_for(text_is("state", "انقطع الاتصال"))
    notice = browser.get("document.getElementById('notice').textContent")
    assert notice.startswith("بيانات قديمة: لا اتصال بجهاز المنصة منذ 0:0")
    served.start()
    browser.wait_for(text_is("state", "على الهواء"))
