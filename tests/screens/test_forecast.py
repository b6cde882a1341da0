"""The forecast on the podium: times on the rows, a line where the meeting ends, who is at risk."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from threading import Event, current_thread

import pytest

from plenary_tui.actions.trials import Trial, tried
from plenary_tui.actions.typed import make_command
from plenary_tui.desk.writing import Desk
from plenary_tui.forecast.forecast import forecast
from plenary_tui.forecast.reach import Risk
from plenary_tui.forecast.suppose import Supposed, difference, suppose
from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Tier
from plenary_tui.screens import foreseeing
from plenary_tui.views.forecast.warned import names
from plenary_tui.widgets.speakers_list import SpeakersList
from tests.chamber import FakeClock, vienna
from tests.ui.opening import OpenPodium
from tests.ui.podium import Chamber, cop12_chamber, podium_on
from tests.ui.scenes import act, meeting_open


def monday_afternoon(desk: Desk, clock: FakeClock) -> None:
    """The last meeting but two of the general discussion, an hour and a half before its end."""
    clock.until(vienna(14, 16, 30))
    act(desk, "open-meeting", number=2, ends="18:00")
    act(desk, "take-up-item", item="1(f)")
    act(desk, "open-floor")


def no_end_known(desk: Desk, clock: FakeClock) -> None:
    """A meeting that no programme knows, with nobody on the list."""
    clock.until(vienna(14, 10))
    act(desk, "open-meeting", number=99)
    act(desk, "take-up-item", item="1(f)")


async def test_every_row_says_when(podium: OpenPodium) -> None:
    async with podium() as (_, _, room):
        rows = [line for line in room.lines_text.splitlines() if re.search(r" [12] +[A-Z]", line)]
        assert rows and all(re.search(r"1\d:\d\d\s*$", row) for row in rows)
        assert "List ends 10:" in room.screen


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_a_line_across_the_list_where_the_meeting_ends(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    async with podium_on(chamber, size) as (app, pilot, room):
        widget = app.podium.query_one(SpeakersList)
        listing = widget.listing
        assert listing is not None and listing.stops
        first = listing.stops[0]
        row = listing.row(first.place)
        assert row.kind == "stop" and row.name.startswith("18:00 the 2nd meeting ends")
        above, below = listing.row(first.place - 1), listing.row(first.place + 1)
        assert above.remark == "may slip" and above.expected < "18:00"
        assert below.entry is not None and listing.index_of(below.entry.id) == first.place + 1
        assert widget.select(below.entry.id)
        await pilot.pause()
        assert ("18:00 the 2nd" if size[0] != 120 else "18:00 meeting ends") in room.screen
        if size[0] > 80:
            assert "Not reached: " in room.screen and "40 NGOs" in room.screen


async def test_no_times_on_another_list_nor_lines_on_a_filtered_one(tmp_path: Path) -> None:
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    async with podium_on(chamber, (120, 36)) as (app, _, room):
        await room.press("slash")
        await room.type("fr")
        listing = app.podium.query_one(SpeakersList).listing
        assert listing is not None and listing.stops == ()
        assert all(row.expected or row.remark for row in listing if row.entry is not None)


async def test_a_shorter_limit_is_tried_and_announced(tmp_path: Path) -> None:
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    async with podium_on(chamber, (120, 36)) as (_, _, room):
        await room.press("f")
        assert "States, 15 of 15 IGOs and 40 of 40 NGOs will not be reached" in room.screen
        assert "As it is" in room.screen and "planned used" in room.screen
        assert room.screen.count("not reached") > 3, "the plot says who is not reached"
        await room.press("down")
        assert "Gets in (" in room.screen and room.conference.limits == ()
        await room.press("left")
        assert "Limit 2:20: " in room.screen
        await room.press("right", "enter")
        assert room.conference.limits == () and "with no objection" in room.screen
        await room.press("enter")
        (limit,) = room.conference.limits
        assert (limit.limit.seconds, limit.item) == (150, "1(f)")
        assert limit.decision == "The President, with no objection"


async def test_after_a_shorter_limit_still_shorter_ones_are_tried_and_what_was_planned_stays(
    tmp_path: Path,
) -> None:
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    async with podium_on(chamber, (120, 36)) as (_, _, room):
        await room.press("n", "space")
        await room.pass_time(200)
        await room.press("e", "f")
        assert "Limit 2:30" in room.screen and "Limit 2:00" in room.screen
        assert re.search(r"States +1 +3:00 +3:\d\d +3:\d\d of 3:00", room.screen)
        await room.press("down", "enter", "enter", "f")
        assert "Limit 2:00" in room.screen and "Limit 1:30" in room.screen
        assert re.search(r"States +1 +3:00 +3:\d\d +3:\d\d of 3:00", room.screen), "as it was"
        assert "- of 2:30" in room.screen, "of those who have not spoken"


async def test_who_keeps_a_limit_of_its_own_is_told(tmp_path: Path) -> None:
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    async with podium_on(chamber, (80, 24)) as (_, _, room):
        chamber.do("set-limit", seconds=150, item="1(f)", tier=Tier.NGOS)
        await room.hear()
        await room.press("f", "down")
        assert "▶ Limit 2:30" in room.screen and " keep " not in room.screen
        await room.press("down")
        assert "▶ Limit 2:00" in room.screen
        assert "NGOs keep 2:30, as was decided for them." in room.screen


async def test_the_meeting_is_extended_from_the_forecast(tmp_path: Path) -> None:
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    async with podium_on(chamber, (120, 36)) as (_, _, room):
        await room.press("f", "up")
        assert "Until 18:30" in room.screen
        await room.press("enter", "enter")
        meeting = room.conference.meeting
        assert meeting is not None and meeting.ends_at == vienna(14, 18, 30)


async def test_ngos_at_an_hour_are_tried_beside_the_rest_and_decided(tmp_path: Path) -> None:
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    async with podium_on(chamber, (80, 24)) as (_, _, room):
        await room.press("f")
        was = forecast(room.conference, room.clock.now())
        at_five = make_command("hear-tier-at", {"tier": "NGOs", "at": "17:00"})
        found = suppose(room.conference, at_five, room.clock.now()).forecast
        assert found is not None
        counts = " ".join(str(one.unreached or "·") for one in found.tiers)
        assert f"NGOs from 17:00 {counts}" in room.screen, "an hour before the end, side by side"
        await room.press("up", "up")
        assert "NGOs from 17:00: " in room.screen
        changes = difference(was, found)
        assert f"Gets in ({len(changes.gets_in)}): Talitha Kum" in room.screen
        assert not changes.left_out or f"Left out ({len(changes.left_out)})" in room.screen
        await room.press("right")
        assert "NGOs from 17:15" in room.screen
        await room.answer("left", "left", "left", "left")
        assert "NGOs from 16:45" in room.screen, "not before the next quarter of an hour"
        await room.settle()
        await room.press("right", "enter", "enter")
        (hour,) = room.conference.current_list.tier_hours  # type: ignore[union-attr]
        assert (hour.tier, hour.starts, hour.meeting) == (Tier.NGOS, vienna(14, 17), 2)
        assert hour.decision == "The President, with no objection"
        assert "NGOs from 17:00" in room.screen
        await room.press("u")
        assert room.conference.current_list.tier_hours == ()  # type: ignore[union-attr]


async def test_a_decision_may_be_put_in_other_words_or_in_none(tmp_path: Path) -> None:
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    async with podium_on(chamber, (80, 24)) as (_, _, room):
        await room.press("f", "down", "enter")
        await room.type("The Bureau")  # what the field held is selected, and gives way
        await room.press("enter")
        await room.settle()
        await room.press("f", "down", "enter")
        await room.answer("backspace")
        await room.press("enter")
        words = [one.decision for one in room.conference.limits]
        assert words == ["The Bureau", ""]


async def test_where_no_end_is_known_a_later_one_is_refused_in_words(podium: OpenPodium) -> None:
    async with podium(no_end_known, size=(120, 36)) as (_, _, room):
        await room.press("f")
        assert room.screen.count("refused: It is not known when the meeting ends.") == 2
        await room.press("up", "enter")
        assert "It is not known when the meeting ends" in room.said


async def test_what_is_tried_on_one_list_is_not_done_on_another(tmp_path: Path) -> None:
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    async with podium_on(chamber, (80, 24)) as (_, _, room):
        await room.press("f", "down", "left")
        assert "▶ Limit 2:20" in room.screen
        chamber.do("take-up-item", item="2(a)")
        await room.hear()
        assert "Forecast for item 2(a)" in room.screen and "▶ As it is" in room.screen
        assert "Limit 2:30" in room.screen
        await room.press("enter")
        assert room.conference.limits == ()


async def test_the_screen_bears_that_another_desk_convenes_the_committee(tmp_path: Path) -> None:
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    async with podium_on(chamber, (80, 24)) as (app, _, room):
        await room.press("f")
        chamber.do("convene-committee")
        await room.hear()
        assert "Forecast for item no item" not in room.screen
        assert "Nobody waits." in room.screen and "nobody waits" in room.screen
        await room.press("down", "right", "escape")
        assert app.screen is app.podium
        chamber.do("rise-committee")
        await room.hear()
        await room.press("f")
        assert "40 of 40 NGOs not reached" in room.screen


async def test_all_who_may_not_be_reached_are_named(tmp_path: Path) -> None:
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    async with podium_on(chamber, (80, 24)) as (_, _, room):
        await room.press("f")
        found = forecast(room.conference, room.clock.now())
        missed = sum(one.unreached for one in found.tiers)
        perhaps, slipping = (
            [one for one in found.entries if one.at_risk_of is risk]
            for risk in (Risk.NOT_HEARD, Risk.SLIPPING)
        )
        assert f"Not reached ({missed}): " in room.screen
        first, *_ = names(room.conference, perhaps)
        assert f"May not be heard ({len(perhaps)}): {first}" in room.screen
        sooner, *_ = names(room.conference, slipping)
        assert f"May slip ({len(slipping)}): {sooner}" in room.screen
        assert "MAY SLIP" not in room.screen
        await room.press("tab")
        expected = slipping[0].expected
        assert expected is not None
        heading, first = f"MAY SLIP ({len(slipping)})", f"{local(room.conference, expected):%H:%M}"
        assert f"{heading} {first} {sooner}" in room.screen
        await room.answer(*["pagedown"] * 20)
        assert "-- Equality Now" in room.screen, "the last NGO of the list"
        await room.press("tab")
        assert "█ expected" in room.screen


async def test_on_a_wide_screen_names_stand_beside_the_plot(tmp_path: Path) -> None:
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    async with podium_on(chamber, (120, 36)) as (_, _, room):
        await room.press("f")
        assert "MAY SLIP (" in room.screen and "█ expected" in room.screen


async def test_escape_drops_what_was_tried_without_a_trace(tmp_path: Path) -> None:
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    async with podium_on(chamber, (80, 24)) as (app, _, room):
        before = room.conference
        await room.press("f", "down", "left", "down", "escape")
        assert room.conference is before and app.screen is app.podium


async def test_what_would_be_refused_says_why_and_time_goes_on(tmp_path: Path) -> None:
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    async with podium_on(chamber, (120, 36)) as (_, _, room):
        await room.press("f")
        assert "refused: The list for item 1(f)" in room.screen
        room.do("give-floor")
        room.do("start-clock")
        await room.hear()
        assert "3:00 ON TIME" in room.screen
        await room.pass_time(60)
        assert "2:00 ON TIME" in room.screen


async def test_nothing_is_forecast_before_an_item_is_taken_up(podium: OpenPodium) -> None:
    async with podium(meeting_open) as (app, _, room):
        await room.press("f")
        assert "No agenda item is taken up" in room.said and app.screen is app.podium


async def test_a_long_list_is_forecast_beside_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plenary_tui.screens.foreseeing.AT_ONCE", 10)
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    async with podium_on(chamber, (120, 36)) as (app, pilot, _):
        await app.workers.wait_for_complete()
        await pilot.pause()
        listing = app.podium.query_one(SpeakersList).listing
        assert listing is not None and "16:30" <= listing.row(1).expected < "16:33"


async def test_decisions_on_a_long_list_are_tried_beside_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    held, on_the_loop = Event(), current_thread()

    def at_leisure(trial: Trial, conference: Conference, now: Instant) -> Supposed:
        assert current_thread() is not on_the_loop
        assert held.wait(10)
        return tried(trial, conference, now)

    async with podium_on(chamber, (120, 36)) as (app, pilot, room):
        was = forecast(room.conference, room.clock.now())
        monkeypatch.setattr("plenary_tui.screens.foreseeing.AT_ONCE", 10)
        monkeypatch.setattr("plenary_tui.screens.forecast.tried", at_leisure)
        await room.press("f")
        assert "being made" in room.screen and "WHAT IF" in room.screen
        await room.press("down")
        assert "Limit 2:30" in room.screen, "keys work meanwhile"
        held.set()
        for _ in range(20):
            await app.workers.wait_for_complete()
            await pilot.pause()
        assert "being made" not in room.screen and "…" not in room.screen.split("Gets in")[0]
        await room.press("up")
        missed = sum(one.unreached for one in was.tiers)
        assert f"Not reached ({missed}): " in room.screen


async def test_the_frame_of_an_act_keeps_the_old_times_and_the_next_has_the_new(
    tmp_path: Path,
) -> None:
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    async with podium_on(chamber, (120, 36)) as (app, pilot, room):
        widget = app.podium.query_one(SpeakersList)
        first, last = room.waiting()[0], room.waiting()[12]
        before = time_of(widget, room, last)
        room.do("set-limit", seconds=60)
        room.do("move", entry=f"#{room.entry(first).id}", to=12, reason="asked for it")
        app.acts.catch_up()
        await pilot.pause()
        assert time_of(widget, room, last) == before, "the act's own frame"
        assert app.podium.foresee() and not app.podium.foresee()
        await pilot.pause()
        assert time_of(widget, room, last) < before
        assert time_of(widget, room, first) > "16:30", "who moved has a time of its new place"


async def test_a_forecast_is_made_by_itself_a_moment_after_the_act(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    monkeypatch.setattr(foreseeing, "AFTER_FRAME", 0.05)
    async with podium_on(chamber, (120, 36)) as (app, _, room):
        room.do("set-limit", seconds=60)
        before = app.podium.forecast
        app.acts.catch_up()
        for _ in range(2_000):
            if app.podium.forecast is not before:
                break
            await asyncio.sleep(0.01)
        assert app.podium.forecast is not before


async def test_the_times_of_another_item_are_gone_at_once(tmp_path: Path) -> None:
    chamber = cop12_chamber(tmp_path, monday_afternoon)
    async with podium_on(chamber, (120, 36)) as (app, pilot, room):
        room.do("take-up-item", item="2(a)")
        app.acts.catch_up()
        await pilot.pause()
        assert "List ends" not in room.screen and "Not reached" not in room.screen


def time_of(widget: SpeakersList, room: Chamber, delegation: str) -> str:
    """When a delegation is expected to speak, as its row says."""
    entry, listing = room.entry(delegation), widget.listing
    assert listing is not None
    place = listing.index_of(entry.id)
    assert place is not None
    return listing.row(place).expected
