"""NGOs at an hour: everybody who shows or calls the next speaker agrees, before and after it."""

from __future__ import annotations

from datetime import datetime

import pytest

from plenary_tui.exchange.script import built_in
from plenary_tui.forecast.forecast import forecast
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.forecast.outlook import take_outlook
from plenary_tui.views.paper import printed_list, status_report
from plenary_tui.views.podium.cards import floor_card
from plenary_tui.views.podium.listing import listing
from plenary_tui.views.podium.next_card import next_card
from plenary_tui.views.public.feed import NEXT_SPEAKER, QUEUE_CSV, feed_files
from plenary_tui.views.public.next_watch import NextWatch
from plenary_tui.views.public.page import live
from plenary_tui.views.public.pane import webcast_view
from plenary_tui.views.public.snapshot import take_snapshot
from plenary_tui.views.wording.clock_face import until_next_second
from tests.chamber import Chamber, vienna

FIVE = vienna(14, 17)
INTERPOL = "International Criminal Police Organization"
BEFORE = ["Nigeria", "Guinea", INTERPOL, "Sample Watch"]
AFTER = ["Sample Watch", "Nigeria", "Guinea", INTERPOL]


@pytest.fixture
def chamber() -> Chamber:
    """Monday afternoon: NGOs are to be heard from five o'clock on."""
    chamber = Chamber()
    chamber.clock.until(vienna(14, 9))
    chamber.inscribe("NGA", "GIN", "INTERPOL", "WATCH", item="1(f)")
    chamber.open_meeting(14, 15)
    chamber.open_floor()
    chamber.do("hear-tier-at", tier="NGOs", at="17:00", decision="The President")
    return chamber


def shown_everywhere(conference: Conference, now: Instant) -> dict[str, list[str]]:
    """Who comes in which order, as everything that is shown or written says."""
    speakers = conference.current_list
    assert speakers is not None
    found = forecast(conference, now)
    rows = [row for row in listing(conference, speakers, now.utc, found=found) if row.entry]
    assert [row.next for row in rows] == [True, False, False, False]
    files = feed_files(conference, now, built_in())
    snapshot = take_snapshot(conference, now, built_in())
    told = live(conference, now, Language.ENGLISH, built_in())
    return {
        "list": [row.name for row in rows],
        "next": [row.name for row in next_card(conference, found, now).rows],
        "queue": [one.delegation for one in snapshot.queue],
        "snapshot": [one.delegation for one in snapshot.next],
        "forecast": [one.delegation for one in take_outlook(conference, now).entries],
        "pane": [one.name for one in webcast_view(conference, now).upcoming],
        "page": [one.name.text for one in told.next],
        "file": [files[NEXT_SPEAKER]],
        "table": [line.split(",")[1] for line in files[QUEUE_CSV].splitlines()[1:]],
        "status": [
            line.split(". ")[1].split(",")[0]
            for line in status_report(conference, now).splitlines()
            if ". " in line and line[10:11].isdigit()
        ],
        "paper": [
            line.split("] ")[1].split(",")[0]
            for line in printed_list(conference, speakers, now).splitlines()
            if ". [" in line
        ],
    }


@pytest.mark.parametrize(
    ("moment", "order"),
    [(vienna(14, 16, 59, 59), BEFORE), (FIVE, AFTER), (vienna(14, 17, 59), AFTER)],
    ids=["a second before", "at the hour", "an hour later"],
)
def test_all_that_is_shown_agrees_with_who_is_called(
    chamber: Chamber, moment: datetime, order: list[str]
) -> None:
    chamber.clock.until(moment)
    now = chamber.clock.now()
    for where, names in shown_everywhere(chamber.conference, now).items():
        assert names == order[: len(names)] and names, where
    assert f"give the floor to {order[0]}" in floor_card(chamber.conference, now).hint
    chamber.do("give-floor")
    floor = chamber.conference.floor
    assert floor is not None and floor.entry is not None
    assert floor.entry.delegation == {"Nigeria": "NGA", "Sample Watch": "WATCH"}[order[0]]


def test_the_snapshot_and_paper_tell_of_the_decision(chamber: Chamber) -> None:
    now = chamber.clock.now()
    shown = take_snapshot(chamber.conference, now, built_in()).list
    assert shown is not None
    (hour,) = shown.tier_hours
    assert (hour.tier, hour.starts_at, hour.come) == ("NGOs", FIVE, False)
    speakers = chamber.conference.current_list
    assert speakers is not None
    told = "NGOs are heard from 17:00 on, whatever stands before them, in the 2nd meeting"
    assert f"{told} (The President)" in printed_list(chamber.conference, speakers, now)
    assert told in status_report(chamber.conference, now)


def test_the_webcast_is_told_of_the_new_next_where_the_call_is_near(chamber: Chamber) -> None:
    chamber.clock.until(vienna(14, 16, 58))
    chamber.speak()
    watch = NextWatch().after(chamber.conference, chamber.clock.now())
    chamber.clock.until(vienna(14, 16, 59, 59))
    assert watch.after(chamber.conference, chamber.clock.now()).alert(chamber.clock.now()) is None
    chamber.clock.until(vienna(14, 17, 0, 30))
    watch = watch.after(chamber.conference, chamber.clock.now())
    change = watch.alert(chamber.clock.now())
    assert change is not None and (change.old, change.new) == ("Guinea", "Sample Watch")


def test_the_podium_looks_again_at_the_hour_itself(chamber: Chamber) -> None:
    chamber.clock.until(vienna(14, 16, 58, 0))
    chamber.speak()
    chamber.clock.advance(119.6)
    now = chamber.clock.now()
    assert until_next_second(chamber.conference, now) == pytest.approx(0.4)
    chamber.clock.advance(0.2)
    chamber.do("adjust-clock", seconds=0.5)
    now = chamber.clock.now()
    assert until_next_second(chamber.conference, now) == pytest.approx(0.2), "not the statement's"
