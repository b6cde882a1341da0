"""What stays open over the podium: it is told of every change, and keeps what was answered."""

from __future__ import annotations

import gc

from textual._styles_cache import StylesCache

from plenary_tui.desk.writing import Desk
from plenary_tui.screens.motions import MotionsScreen
from plenary_tui.screens.picks import Choice, Pick
from plenary_tui.screens.programme import ProgrammeScreen
from plenary_tui.widgets.bottom import Said
from plenary_tui.widgets.fields import TextField
from tests.chamber import FakeClock
from tests.ui.opening import OpenPodium
from tests.ui.podium import painted
from tests.ui.scenes import act, floor_open, speaking


def too_few_to_decide(desk: Desk, clock: FakeClock) -> None:
    """Guinea has moved to close the debate; three parties were counted, five could decide."""
    speaking(desk, clock)
    act(desk, "count-present", present=3)
    act(desk, "move-motion", motion="close-debate", delegation="GIN")


async def test_the_page_of_motions_shows_at_once_what_another_station_records(
    podium: OpenPodium,
) -> None:
    async with podium(speaking, size=(120, 36)) as (_, _, room):
        await room.press("j")
        assert "precedence: none" in room.screen
        assert not any("Outcome" in one for one in room.choices)
        room.do("move-motion", motion="suspend-meeting", delegation="TUR")
        room.do("request-reply", delegation="NER")
        await room.hear()
        assert "to suspend the meeting: voted on at once; by Türkiye" in room.screen
        assert "1. round 1, 10:00: Niger" in room.screen
        assert any("Outcome of motion" in one for one in room.choices), "and it can be chosen"
        await room.press("v")
        await room.answer("4", "tab", "1", "enter")
        assert not room.conference.in_session


async def test_the_choice_under_the_cursor_stays_under_it(podium: OpenPodium) -> None:
    async with podium(speaking, size=(120, 36)) as (_, _, room):
        await room.press("j", "down")
        room.do("move-motion", motion="close-debate", delegation="TUR")
        await room.hear()
        await room.press("enter")
        assert "asks for the right of reply" in room.screen, "not the motion's new choices"


async def test_the_clock_goes_on_in_the_page_of_motions(podium: OpenPodium) -> None:
    async with podium(speaking, size=(120, 36)) as (_, _, room):
        await room.press("j")
        await room.pass_time(20)
        page = room.screen[room.screen.index("Points, motions, replies") :]
        assert page.startswith("Points, motions, replies 2:29"), "10 s, one key, 20 s"


async def test_two_screens_over_one_another_are_both_told(podium: OpenPodium) -> None:
    async with podium(speaking, size=(120, 36)) as (app, pilot, room):
        now = app.podium.now
        assert now is not None
        below = MotionsScreen(room.conference, now)
        app.podium.open_live(below)
        await pilot.pause()
        app.podium.open_live(
            ProgrammeScreen(room.conference, now, app.acts.attempt), lambda answer: None
        )
        await pilot.pause()
        room.do("request-reply", delegation="NER")
        await room.hear()
        assert "Niger asked to reply" in room.screen, "the upper one says what was recorded"
        await room.press("escape")
        assert app.screen is below
        assert "1. round 1, 10:00: Niger" in room.screen
        await room.press("escape")
        assert app.screen is app.podium
        await room.press("u", "y")
        assert not room.conference.replies, "and none that was left is told any more"


async def test_a_reason_to_overrule_is_kept_when_it_is_to_be_confirmed_too(
    podium: OpenPodium,
) -> None:
    async with podium(too_few_to_decide, size=(120, 36)) as (_, _, room):
        await room.press("j", "v")
        await room.answer("enter")
        assert "majority" in room.refusal and "Reason to make an exception" in room.refusal
        await room.answer(*"nobody minds", "enter")
        assert "nobody objects" in room.refusal and room.conference.motions
        await room.press("enter")
        assert not room.conference.motions, "both the reason and the confirmation held"
        done, overruled, _ = room.said.partition(" Overruled (nobody minds)")
        assert overruled and "was carried" in done, "what was done is said first"


async def test_what_another_overruled_is_told_behind_what_was_done(podium: OpenPodium) -> None:
    async with podium(too_few_to_decide) as (_, _, room):
        room.do("decide-motion", override="nobody minds", confirm=True)
        await room.hear()
        done, overruled, _ = room.said.partition(" Overruled (nobody minds)")
        assert overruled and "was carried" in done


async def test_what_is_too_long_for_the_line_below_is_seen_to_go_on(podium: OpenPodium) -> None:
    async with podium(speaking, size=(80, 24)) as (app, _, room):
        app.podium.say(Said("and so on " * 22, "good"))
        await room.rest()
        assert room.screen.count("and so on") == 22 and "…" not in room.screen
        app.podium.say(Said("and so on " * 30, "good"))
        await room.rest()
        assert room.lines_text.rstrip().splitlines()[-2].rstrip().endswith("…")


async def test_what_was_changed_since_is_asked_to_be_confirmed_anew(podium: OpenPodium) -> None:
    def three_states(desk: Desk, clock: FakeClock) -> None:
        floor_open(desk, clock)
        act(desk, "inscribe", delegation="TUR")

    async with podium(three_states, size=(120, 36)) as (app, _, room):
        before = room.waiting()
        room.select("NGA")
        await room.choose_in_menu("swap")
        await room.answer(*"guinea", "enter")
        assert "Guinea" in room.refusal and "once more" in room.refusal
        app.screen.query_one("#other", TextField).value = "Türkiye"
        await room.press("enter")
        assert room.waiting() == before and "Türkiye" in room.refusal, "nobody confirmed that"
        await room.press("enter")
        assert room.waiting()[:3] == ["TUR", "GIN", "NGA"]


async def test_a_page_that_was_left_leaves_nothing_behind(podium: OpenPodium) -> None:
    """Textual keeps what it painted of the last thousand widgets, wherever they are."""

    def remembered() -> int:
        gc.collect()
        return sum(isinstance(one, StylesCache) for one in gc.get_objects())

    async with podium(floor_open) as (app, _, room):
        counts = []
        for _ in range(6):
            await room.press("a")
            painted(app)
            await room.press("escape")
            painted(app)
            counts.append(remembered())
        assert max(counts) < 2 * 31, "those of one page at most, and it may be just going"


async def test_however_many_pages_are_open_all_can_be_drawn_anew(podium: OpenPodium) -> None:
    async with podium(speaking) as (app, pilot, _):
        for _ in range(70):
            app.push_screen(Pick("One of two", "", (Choice("a", "A", ""),)))
            await pilot.pause()
        assert any("One of two" in row.text for row in painted(app))
        for page in app.screen_stack:
            for one in page.walk_children(with_self=True):
                one._styles_cache.clear()
                one._set_dirty()
        assert any("One of two" in row.text for row in painted(app))
