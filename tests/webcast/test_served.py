"""What the server tells: values, the snapshot, events."""

from __future__ import annotations

import json
import re
import threading
from pathlib import Path

from plenary_tui.exchange.script import built_in
from plenary_tui.procedure.state.conference import Delegation
from plenary_tui.procedure.state.vocabulary import Language, ParticipantClass
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.views.public.flat import VALUES
from plenary_tui.views.public.snapshot import take_snapshot
from plenary_tui.webcast.site import PAGES, STATIC
from tests.systems import MOVES_WHAT_IS_OPEN
from tests.webcast.served import PATIENCE, Booth, Events, booth

NASTY = (
    "Trinidad & Tobago <b>",
    "\"Quotes\" and 'apostrophes' </script><script>alert(1)</script>",
    "Emoji \U0001f30d\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\u200f\u062a\u0631\u0643\u064a\u0627\u200f (right to left)",
    "Long " + "name " * 39,
    "Two\nlines\r\nand a data: field",
)


def test_values_are_those_of_the_floor_and_the_list(served: Booth) -> None:
    served.wait_for(served.do("give-floor"))
    assert served.value("now/delegation") == "Côte d\u2019Ivoire"
    assert served.value("now/speaker") == "Ms. Sample"
    assert served.value("now/phase") == "called"
    assert served.value("next/delegation") == served.value("next/1/delegation") == "Niger"
    assert served.value("next/3/delegation") == "Guinea"
    assert served.value("clock/limit") == served.value("clock/remaining") == "3:00"
    assert served.value("caption/line1") == "Côte d\u2019Ivoire"
    assert served.value("caption/line2") == "Ms. Sample, Minister"
    assert served.value("on-air") == "yes" and served.value("rehearsal") == "no"
    served.do("start-clock")
    served.clock.advance(185)
    served.wait_for(served.seq)
    assert served.value("clock/remaining") == "+0:05"
    assert served.value("clock/word") == "OVER TIME"


def test_every_value_is_empty_and_never_missing(tmp_path: Path) -> None:
    with booth(tmp_path / "small.db") as served:
        for _ in range(4):
            served.do("give-floor")
            served.do("start-clock")
        served.do("end-statement")
        served.do("adjourn-meeting")
        served.wait_for(served.seq)
        for name in VALUES:
            served.value(name)
        for name in ("now/delegation", "next/delegation", "next/3/when", "caption/line1"):
            assert served.value(name) == ""
        assert served.value("state") == "ADJOURNED"


def test_a_value_tells_of_which_generation_it_is(served: Booth) -> None:
    seq = served.do("give-floor")
    served.wait_for(seq)
    assert served.ask("/api/now/delegation").headers["x-generation"] == str(seq)
    assert served.value("generation") == str(seq)


def test_the_snapshot_is_that_of_status(served: Booth) -> None:
    served.wait_for(served.do("give-floor"))
    expected = take_snapshot(served.desk.conference, served.clock.now(), built_in()).to_json()
    answer = served.ask("/api/snapshot")
    assert answer.json == json.loads(expected)
    assert answer.headers["content-type"] == "application/json"


def test_names_come_in_the_language_that_is_asked_for(served: Booth) -> None:
    served.wait_for(served.do("give-floor"))
    for language in Language:
        name = served.ask(f"/api/live?lang={language.code}").json["caption"]["line1"]
        page = served.ask(f"/caption?lang={language.code}").text
        direction = "rtl" if language is Language.ARABIC else "ltr"
        assert f'<html lang="{language.code}" dir="{direction}">' in page
        if language.code in ("ar", "zh", "ru"):
            assert (name["lang"], name["dir"]) == (language.code, direction)
        else:  # no such name is recorded: the English one says that it is English
            assert name == {"text": "Côte d\u2019Ivoire", "lang": "en", "dir": "ltr"}
    refused = served.ask("/caption?lang=tlh")
    assert refused.status == 400 and refused.text == "lang is one of ar, zh, en, fr, ru, es.\n"


def test_pages_need_nothing_from_elsewhere(served: Booth) -> None:
    for path in (*PAGES, *(f"/static/{name}" for name in STATIC)):
        answer = served.ask(path)
        assert answer.status == 200
        assert not re.search(r"(https?:)?//(?![/ *])[a-z0-9]", answer.text.replace("// ", ""))
        if path in PAGES:
            assert re.search(r"<title>\w", answer.text) and "<main" in answer.text


def test_an_office_has_a_style_sheet_of_its_own(tmp_path: Path) -> None:
    style = ":root { --caption-back: #123456; }"
    with booth(tmp_path / "small.db", style=style) as served:
        assert served.ask("/static/style.css").text == style


def test_names_are_text_everywhere(tmp_path: Path) -> None:
    delegations = tuple(
        Delegation(f"S{number}", name, ParticipantClass.STATE_PARTY)
        for number, name in enumerate(NASTY)
    )
    extra = (Delegation("CIV", "A", ParticipantClass.STATE_PARTY),)
    for code in ("NER", "NGA", "GIN"):
        extra += (Delegation(code, code, ParticipantClass.STATE_PARTY),)
    with booth(tmp_path / "odd.db", delegations=(*delegations, *extra)) as served:
        for number, name in enumerate(NASTY):
            served.do("inscribe", delegation=f"S{number}")
            entry = next(
                str(one.id)
                for one in served.desk.conference.current_list.waiting
                if one.delegation == f"S{number}"
            )
            served.wait_for(served.do("give-floor", entry=entry, reason="test"))
            assert served.value("now/delegation") == name
            assert served.ask("/api/live").json["now"]["name"]["text"] == name
            assert served.ask("/api/snapshot").json["floor"]["delegation"] == name
            events = Events(served)
            assert events.next("live")["now"]["name"]["text"] == name
            events.close()
            served.do("start-clock")
            served.do("end-statement")


def test_an_act_is_pushed_with_now_and_next_together(served: Booth) -> None:
    events = Events(served)
    assert events.next("live")["now"]["name"]["text"] == ""
    first = events.until(served.do("give-floor"))
    assert first["now"]["name"]["text"] == "Côte d\u2019Ivoire"
    assert [one["name"]["text"] for one in first["next"]] == ["Niger", "Nigeria", "Guinea"]
    assert first["clock"] == {
        "running": False,
        "elapsed": 0.0,
        "limit": 180.0,
        "word": "CALLED",
        "tone": "plain",
        "turns": [
            {"after": 0.0, "word": "ON TIME", "tone": "good"},
            {"after": 150.0, "word": "WRAP UP", "tone": "warn"},
            {"after": 180.0, "word": "OVER TIME", "tone": "bad"},
        ],
    }
    assert events.until(served.do("start-clock"))["clock"]["running"]
    events.close()


def test_one_stream_tells_the_state_in_every_language_that_is_asked_for(served: Booth) -> None:
    served.wait_for(served.do("give-floor"))
    events = Events(served, "ar,zh,ar")
    told = {state["language"]: state for state in (events.next("live"), events.next("live"))}
    names = {code: state["now"]["name"]["text"] for code, state in told.items()}
    assert names == {"ar": "كوت ديفوار", "zh": "科特迪瓦"}
    assert events.next("beat")["generation"] == served.seq
    events.close()
    assert served.ask("/api/events?lang=en,tlh", "HEAD").status == 400


def test_who_cannot_have_events_asks_for_the_same(served: Booth) -> None:
    served.wait_for(served.do("give-floor"))
    told = served.ask("/api/poll?lang=ru").json
    assert told["live"] == served.ask("/api/live?lang=ru").json
    assert told["live"]["language"] == "ru" and told["beat"]["podium"] == "closed"
    assert served.ask("/api/poll?lang=tlh").status == 400


def test_the_second_line_comes_in_its_parts(served: Booth) -> None:
    served.do("edit", entry="CIV", speaker="فاطمة الزهراء", function="Director, 50% for Climate")
    served.wait_for(served.do("give-floor"))
    sent = served.ask("/api/live").json["caption"]
    assert (sent["line2"]["lang"], sent["line2"]["dir"]) == ("en", "ltr")
    assert [(part["text"], part["lang"], part["dir"]) for part in sent["parts"]] == [
        ("فاطمة الزهراء", "ar", "rtl"),
        (", ", "en", "ltr"),
        ("Director, 50% for Climate", "en", "ltr"),
    ]
    assert served.value("caption/line2") == "فاطمة الزهراء, Director, 50% for Climate"


def test_the_president_s_lines_are_told_without_calls_to_order(served: Booth) -> None:
    served.do("give-floor")
    served.do("start-clock")
    served.wait_for(served.do("call-to-order"))
    told = served.ask("/api/live").json["script"]
    assert told["lines"] == served.ask("/api/snapshot").json["script"]
    assert told["lines"][0].startswith("I thank") and told["after"] != ""
    assert "kindly" not in served.ask("/api/live").text


def test_whoever_comes_later_is_told_the_clock_as_it_is(served: Booth) -> None:
    served.do("give-floor")
    served.wait_for(served.do("start-clock"))
    assert served.ask("/api/live").json["clock"]["elapsed"] == 0
    served.clock.advance(40)
    assert served.ask("/api/live").json["clock"]["elapsed"] == 40


def test_a_point_of_order_is_heard_before_the_floor(served: Booth) -> None:
    served.do("give-floor")
    served.do("start-clock")
    served.wait_for(served.do("raise-point", delegation="Nigeria"))
    assert served.value("now/delegation") == served.value("caption/line1") == "Nigeria"
    assert served.value("caption/line2") == "point of order"
    assert served.value("now/speaker") == "" and served.value("now/phase") == "speaking"
    assert not served.ask("/api/live").json["clock"]["running"]


def test_a_late_change_of_the_next_is_told(served: Booth) -> None:
    served.do("give-floor")
    served.do("start-clock")
    served.clock.advance(150)
    events = Events(served)
    events.until(served.seq)
    told = events.until(served.do("move", entry="NGA", to="1", reason="agreed"))
    assert told["alert"]["text"] == "NEXT HAS CHANGED: Nigeria, not Niger"
    events.close()


def test_a_podium_that_is_gone_makes_it_stale(served: Booth) -> None:
    heartbeat = Heartbeat(served.path)
    heartbeat.beat(served.clock.now())
    served.desk.open_podium()
    served.wait_for(served.do("give-floor"))
    assert served.ask("/health").json["status"] == "ok"
    served.clock.advance(12)
    assert served.value("podium") == "gone"
    for name in VALUES:
        if name.startswith(("now/", "next/", "caption/", "clock/")):
            assert served.value(name) == "", f"nobody can tell {name}"
    assert served.value("state") == "PODIUM GONE"
    assert served.value("status") == "PODIUM GONE (1st plenary meeting in session)"
    answer = served.ask("/health")
    assert answer.status == 503 and answer.json["status"] == "stale"
    assert answer.json["podium"] == "gone"
    assert answer.json["notice"].startswith("THE PODIUM HAS BEEN GONE FOR 0:12.")
    heartbeat.beat(served.clock.now())
    assert served.ask("/health").json["podium"] == served.value("podium") == "open"
    assert served.value("caption/line1") == served.value("now/delegation") == "Côte d\u2019Ivoire"
    assert served.value("next/delegation") == "Niger" and served.value("state") == "ON AIR"


@MOVES_WHAT_IS_OPEN
def test_it_waits_for_a_conference_and_follows_it(tmp_path: Path) -> None:
    with booth(tmp_path / "small.db") as served:
        served.stop()
        aside = served.path.with_name("aside.db")
        served.path.rename(aside)
        served.start()
        assert served.ask("/api/snapshot").status == 503
        assert "There is no conference at" in served.ask("/api/now/delegation").text
        assert served.ask("/health").json["status"] == "no conference"
        aside.rename(served.path)
        served.wait_for(1)
        assert served.value("next/delegation") == "Côte d\u2019Ivoire"


def test_a_thousand_speakers(tmp_path: Path) -> None:
    """While HTTP and events are read without pause: whole, in order, never now as next."""
    with booth(tmp_path / "small.db", waiting=("CIV", "NER")) as served:
        hammer(served, 1000)


def hammer(served: Booth, times: int) -> None:
    """So many are given the floor while two read."""
    seen: dict[str, int] = {"live": 0, "snapshot": 0, "events": 0}
    faults: list[str] = []
    ended = threading.Event()
    last: list[int] = []

    def together(where: str, generation: int, now: str, following: str) -> None:
        if generation < seen[where]:
            faults.append(f"{where} went back from {seen[where]} to {generation}")
        if now and now == following:
            faults.append(f"{where} {generation}: {now} is now and next")
        seen[where] = generation

    def poll() -> None:
        while not ended.is_set() or min(seen["live"], seen["snapshot"]) < last[0]:
            state = served.ask("/api/live").json
            following = state["next"][0]["name"]["text"] if state["next"] else ""
            together("live", state["generation"], state["now"]["name"]["text"], following)
            whole = served.ask("/api/snapshot").json
            floor = whole["floor"]["delegation"] if whole["floor"] else ""
            following = whole["next"][0]["delegation"] if whole["next"] else ""
            together("snapshot", whole["journal"]["seq"], floor, following)

    def listen() -> None:
        events = Events(served)
        while not ended.is_set() or seen["events"] < last[0]:
            state = events.next("live")
            following = state["next"][0]["name"]["text"] if state["next"] else ""
            together("events", state["generation"], state["now"]["name"]["text"], following)
        events.close()

    readers = [threading.Thread(target=one, daemon=True) for one in (poll, listen)]
    for reader in readers:
        reader.start()
    states = ("CIV", "NER", "NGA", "GIN")
    for number in range(times):
        served.do("give-floor")
        served.do("start-clock")
        served.clock.advance(0.5)
        served.do("inscribe", delegation=states[(number + 2) % 4], override="speaks again")
    last.append(served.do("end-statement"))
    ended.set()
    for reader in readers:
        reader.join(PATIENCE)
        assert not reader.is_alive()
    assert not faults, faults[:5]
    assert min(seen.values()) >= last[0] > 3 * times
