"""The page of what has been heard: read at every size, sought, corrected, drawn; it only corrects.

Nothing typed on it gives anybody the floor or puts the meeting on air.
"""

from __future__ import annotations

import asyncio

import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion
from textual import events

from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.state.conference import Delegation
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import Outcome, ParticipantClass
from plenary_tui.screens.act_dialog import ActDialog
from plenary_tui.screens.what_was_heard import HeardScreen
from plenary_tui.views.heard.happenings import Span
from plenary_tui.widgets.bottom import FilterLine
from plenary_tui.widgets.heard_lines import HeardLines
from tests.chamber import DELEGATIONS, LONGEST_NAME, FakeClock
from tests.screens.test_sizes import coloured
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.podium import Chamber
from tests.ui.scenes import act

SIZES = [(80, 24), (120, 36), (200, 60)]
_PARTY = ParticipantClass.STATE_PARTY
NAMED = (
    *DELEGATIONS,
    Delegation("DZA", "الجزائر", _PARTY, group="African"),
    Delegation("SYR", "阿拉伯叙利亚共和国", _PARTY, group="Asia-Pacific"),
    Delegation("BRA", "[b]Brazil[/b]", _PARTY, group="Latin American and Caribbean"),
)


def many_names(desk: Desk, clock: FakeClock) -> None:
    """The morning, then statements of delegations with long, Arabic, Chinese and odd names."""
    scenes.heard(desk, clock)
    act(desk, "take-up-item", item="2(a)")
    for name in ("introduce-item", "secretariat-statement", "open-floor"):
        act(desk, name)
    who = {"speaker": "Sample Speaker 3", "function": "Minister for Foreign Affairs"}
    for delegation, language in (("GBR", "en"), ("DZA", "ar"), ("SYR", "zh"), ("BRA", "es")):
        act(desk, "inscribe", delegation=delegation, item="2(a)", language=language, **who)
    act(desk, "inscribe", delegation="WATCH", item="2(a)", **who)
    for turn in range(5):
        act(desk, "give-floor")
        clock.advance(10)
        act(desk, "start-clock")
        clock.advance(100 + 60 * turn)
        act(desk, "end-statement")
    act(desk, "correct-statement", number="#4", speaker="Sample Speaker 4", reason="misheard")
    clock.advance(60)
    act(desk, "correct-vote", document="L.1", in_favour=6, against=2, reason="a recount")


def chosen(room: Chamber) -> str:
    row = room.podium.screen.query_one(HeardLines).chosen
    return row.text if row is not None else ""


# As it is read


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_what_was_heard_as_it_is_read(
    podium: OpenPodium, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with podium(many_names, size=size, delegations=NAMED) as (_, _, room):
        await room.press("J")
        assert room.lines_text == snapshot
        assert {cell_len(line) for line in room.lines_text.splitlines()} == {size[0]}


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_pictures_as_they_are_read(
    podium: OpenPodium, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with podium(many_names, size=size, delegations=NAMED) as (app, _, room):
        await room.press("J", "p")
        await app.workers.wait_for_complete()
        await room.rest()
        assert room.lines_text == snapshot
        await room.press("end")
        assert room.lines_text == snapshot


async def test_the_corrections_as_they_are_read(
    podium: OpenPodium, snapshot: SnapshotAssertion
) -> None:
    async with podium(many_names, size=(120, 36), delegations=NAMED) as (_, _, room):
        await room.press("J", "h")
        assert room.lines_text == snapshot


async def test_without_colour_all_is_said_by_signs_and_words(
    podium: OpenPodium, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with podium(many_names, delegations=NAMED) as (_, _, room):
        await room.press("J")
        assert "[meeting]" in room.screen and "▶ 10:23" in room.screen
        assert "+1:40" in room.screen and "✎" in room.screen
        assert not coloured(room)
        await room.press("p")
        assert "█ spoken within the limit ▓ over it ░ planned and not used" in room.screen
        assert "██▓" in room.screen and "█░" in room.screen
        assert not coloured(room)


async def test_a_name_of_any_kind_stands_in_its_columns(podium: OpenPodium) -> None:
    async with podium(many_names, size=(200, 60), delegations=NAMED) as (_, _, room):
        await room.press("J")
        for name in (LONGEST_NAME, "الجزائر", "阿拉伯叙利亚共和国", "[b]Brazil[/b]"):
            assert name in room.screen
        columns = {
            cell_len(line[: line.index("Sample Speaker 3")])
            for line in room.lines_text.splitlines()
            if " 10:" in line and "Sample Speaker 3" in line and "Kingdom" not in line
        }
        assert len(columns) == 1, "wide characters take two columns, and all is in line"


# How much of it, and what of it


async def test_item_meeting_day_and_all_are_seen_by_their_keys(podium: OpenPodium) -> None:
    async with podium(scenes.heard) as (app, _, room):
        await room.press("J")
        assert "1st plenary meeting" in room.screen and "Nigeria" in room.screen
        await room.press("1")
        assert "[item]" in room.screen and "item 2, Review" in room.screen
        assert "Nigeria" not in room.screen and chosen(room).startswith("DECISION, L.1")
        await room.press("3")
        assert "[day]" in room.screen and "Monday 14 October 2024" in room.screen
        await room.press("4")
        assert "[all]" in room.screen and "the whole conference" in room.screen
        await room.press("s")
        assert isinstance(app.screen, HeardScreen) and app.screen.span is Span.ITEM
        await room.press("2", "home")
        assert chosen(room) == "Nigeria"


async def test_it_is_sought_while_it_is_typed(podium: OpenPodium) -> None:
    async with podium(many_names, delegations=NAMED) as (app, _, room):
        await room.press("J", "slash")
        await room.type("nig")
        assert "Nigeria" in room.screen and "Guinea" not in room.screen
        assert "1 statement, 3:20 of 3:00 planned" in room.screen, "summed up as far as it is shown"
        await room.type(" xyz")
        assert "Nothing heard here has these words." in room.screen
        await room.press(*["backspace"] * 8)
        await room.type("الجزائر")
        assert chosen(room) == "الجزائر"
        await room.press("p")
        typed = app.screen.query_one(FilterLine).value
        assert typed.endswith("p"), "a letter is a letter there"
        await room.press("backspace", "enter", "p")
        assert "Arabic" in room.screen and "Spanish" not in room.screen, "pictures of these alone"
        await room.press("p", "slash", "escape")
        assert "Guinea" in room.screen and isinstance(app.screen, HeardScreen)
        await room.press("escape")
        assert app.screen is app.podium


async def test_the_cursor_goes_up_and_down_while_words_are_typed(podium: OpenPodium) -> None:
    async with podium(scenes.heard) as (_, _, room):
        await room.press("J", "slash")
        await room.type("ni")
        before = chosen(room)
        await room.press("up")
        assert chosen(room) != before and "ni" in room.screen


async def test_the_palette_finds_the_page_and_what_is_on_it(podium: OpenPodium) -> None:
    async with podium(scenes.heard) as (app, _, room):
        await room.choose_in_palette("Speaking time")
        assert isinstance(app.screen, HeardScreen) and "By tier" in room.screen
        await room.press("escape")
        await room.choose_in_palette("Find what was heard")
        await room.type("guinea")
        assert chosen(room) in ("Guinea", "MOTION, Guinea, to close the debate on item 1(f): "
                                "carried, without a vote")  # fmt: skip


# Corrected


async def test_a_statement_is_corrected_there_and_marked_and_that_undone(
    podium: OpenPodium,
) -> None:
    async with podium(scenes.heard) as (app, _, room):
        await room.press("J", "home")
        assert chosen(room) == "Nigeria" and "✎" not in room.screen
        await room.press("enter")
        assert isinstance(app.screen, ActDialog)
        await room.answer("end", *["backspace"], "7", "enter")
        assert isinstance(app.screen, HeardScreen), "the page stays"
        assert room.conference.statements[0].entry.speaker == "Sample Speaker 7"
        assert "✎ Nigeria" in room.screen and "1 corrected" in room.screen
        assert "speaker from “Sample Speaker 2” to “Sample Speaker 7”" in room.screen
        assert "The statement of Nigeria" in room.screen, "and it is told"
        await room.press("h")
        assert chosen(room).startswith("Nigeria, 10:00: speaker from “Sample Speaker 2”")
        await room.press("h", "u")
        assert "✎" not in room.screen
        await room.press("r")
        assert "✎ Nigeria" in room.screen and chosen(room) == "Nigeria"


async def test_a_vote_is_corrected_there(podium: OpenPodium) -> None:
    async with podium(scenes.heard) as (_, _, room):
        await room.press("J", "end", "c")
        assert "L.1" in room.screen and "in favour" in room.screen
        await room.answer("2", "tab", "6", "enter")
        assert "once more" in room.refusal
        room.clock.advance(1)  # an Enter at once would be taken for a doubled key
        await room.answer("enter")
        assert room.conference.decisions[0].outcome is Outcome.REJECTED
        assert "✎ DECISION, L.1: rejected" in room.screen


@pytest.mark.parametrize("what", ["motion", "appeal"])
async def test_the_vote_on_a_motion_or_an_appeal_is_corrected_there(
    podium: OpenPodium, what: str
) -> None:
    def voted(desk: Desk, clock: FakeClock) -> None:
        scenes.heard(desk, clock)
        clock.advance(60)
        if what == "appeal":
            act(desk, "raise-point", delegation="TUR")
            act(desk, "rule-point", ruling="No", appeal="TUR", in_favour=1, against=4)
        else:
            act(desk, "move-motion", motion="suspend-meeting", delegation="TUR")
            act(desk, "decide-motion", in_favour=1, against=4)

    async with podium(voted) as (_, _, room):
        await room.press("J", "end", "enter")
        assert f"taken on the {what}" in room.screen
        await room.answer("2", "tab", "3", "enter")
        assert "✎" in room.screen and "2 in favour, 3 against" in room.screen
        one = room.conference
        vote = one.rulings[-1].appeal.vote if what == "appeal" else one.outcomes[-1].vote
        assert (vote.in_favour, vote.against) == (2, 3)
        assert "Corrected" in room.screen and "from “1 in favour, 4 against" in room.screen


async def test_what_was_corrected_wrongly_is_corrected_from_its_correction(
    podium: OpenPodium,
) -> None:
    async with podium(many_names, delegations=NAMED) as (app, _, room):
        await room.press("J", "h", "home", "enter")
        assert isinstance(app.screen, ActDialog) and LONGEST_NAME in room.screen
        await room.answer("end", "backspace", "5", "enter")
        assert isinstance(app.screen, HeardScreen)
        assert "“Sample Speaker 4” to “Sample Speaker 5”" in room.screen
        assert len(room.conference.statements[3].corrections) == 2


async def test_what_is_neither_says_so(podium: OpenPodium) -> None:
    async with podium(scenes.heard) as (_, _, room):
        await room.press("J", "home", "down", "down", "enter")
        assert chosen(room).startswith("POINT OF ORDER")
        assert "Statements and votes are corrected here." in room.screen
        await room.press("p", "c")
        assert "Go to a statement or a vote first" in room.screen


async def test_of_a_draft_voted_on_twice_only_the_last_vote_is_corrected(
    podium: OpenPodium,
) -> None:
    def in_committee_too(desk: Desk, clock: FakeClock) -> None:
        scenes.drafts(desk, clock)
        act(desk, "convene-committee")
        act(desk, "take-up-item", item="2")
        for rises in (True, False):
            act(desk, "take-up-document", document="L.1")
            clock.advance(60)
            act(desk, "vote-document", document="L.1", in_favour=5, against=2, override="read out")
            if rises:
                act(desk, "rise-committee")

    async with podium(in_committee_too) as (app, _, room):
        assert len(room.conference.decisions) == 2
        await room.press("J", "4", "home", "enter")
        assert "only its last vote can be corrected" in room.screen
        await room.press("end", "enter")
        assert isinstance(app.screen, ActDialog)


async def test_what_is_heard_meanwhile_is_shown_and_the_cursor_stays(podium: OpenPodium) -> None:
    async with podium(scenes.heard) as (_, _, room):
        await room.press("J", "home", "down")
        assert chosen(room) == "Guinea"
        room.do("correct-statement", number="#3", speaker="Ms. Late")
        await room.hear()
        assert chosen(room) == "Guinea" and "1 corrected" in room.screen


# Pictures of lists against the clock


@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_the_pictures_tell_what_was_promised_and_how_the_list_ran(
    podium: OpenPodium, width: int, height: int
) -> None:
    async with podium(many_names, delegations=NAMED, size=(width, height)) as (app, _, room):
        await room.press("J")
        assert "Enter correct" in room.screen
        await room.press("p")
        await app.workers.wait_for_complete()
        await room.rest()
        assert "Enter correct" not in room.screen and "p the list again" in room.screen
        await room.press("end")
        assert "The list against the clock: Item 2(a), 1st meeting" in room.screen
        for _ in range(2):
            await room.press("pageup")
        assert "What the forecast promised against what came" in room.screen
        await room.press("1")
        await room.rest()
        assert "Item 1(f)" not in room.screen, "only of what is looked at"


# Nothing else is done


async def test_nothing_typed_behind_its_key_acts_on_the_podium(podium: OpenPodium) -> None:
    async with podium(scenes.speaking) as (app, _, room):
        before = room.conference
        await room.press("J", *"nxyoaegtvlbiwdHPNB", "space", "plus", "equals_sign")
        assert isinstance(app.screen, HeardScreen)
        assert room.conference is before
        await room.press("J")
        assert app.screen is app.podium, "its key leaves it too"


@pytest.mark.parametrize("gap", [0.0, 0.01, 0.05])
async def test_nothing_typed_while_it_opens_acts_on_the_podium(
    podium: OpenPodium, gap: float
) -> None:
    async with podium(scenes.speaking) as (app, _, room):
        before = room.conference
        for key in ("J", *"nxyoa", "space", "n"):
            app.post_message(events.Key(key, " " if key == "space" else key))
            await asyncio.sleep(gap)
        for _ in range(5):
            await room.rest()
        assert room.conference is before, "all of it was for the page"


async def test_before_anything_is_heard_it_says_so(podium: OpenPodium) -> None:
    async with podium(scenes.nothing) as (_, _, room):
        await room.press("J")
        assert "no meeting opened yet" in room.screen
        assert "Nothing was heard here yet." in room.screen
        await room.press("enter")
        assert "Go to a statement or a vote first" in room.screen
        await room.press("p")
        assert "No statement from a list of speakers was heard here." in room.screen


async def test_a_double_click_corrects_and_a_click_moves(podium: OpenPodium) -> None:
    async with podium(scenes.heard) as (app, pilot, room):
        await room.press("J")
        await pilot.click(HeardLines, offset=(12, 0))
        assert chosen(room).startswith("DECISION"), "a heading cannot be chosen"
        await pilot.click(HeardLines, offset=(12, 2))
        assert chosen(room) == "Guinea"
        await pilot.click(HeardLines, offset=(12, 1), times=2)
        assert isinstance(app.screen, ActDialog)


async def test_thousands_of_statements_are_gone_through(podium: OpenPodium) -> None:
    async with podium(scenes.heard) as (app, _, room):
        await room.press("J")
        page = app.screen
        assert isinstance(page, HeardScreen)
        first = room.conference.statements[0]
        page.show(replace(room.conference, statements=(first,) * 5000), page.now)
        await room.rest()
        await room.press("home")
        assert "5000 statements" in room.screen and chosen(room) == "Nigeria"
        await room.press("pagedown", "pagedown", "end", "pageup", "home", "down")
        assert page.query_one(HeardLines).chosen is not None
