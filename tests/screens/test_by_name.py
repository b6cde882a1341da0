"""A vote by name is keyed in State by State; only its dialog records it, as one act."""

from __future__ import annotations

import pytest
from textual import events

from plenary_tui.procedure.ground.taking_part import parties
from plenary_tui.procedure.state.vocabulary import Outcome
from plenary_tui.screens.act_dialog import ActDialog
from plenary_tui.screens.by_name import ByNameScreen
from plenary_tui.screens.drafts import DraftsScreen
from plenary_tui.screens.picks import Pick
from plenary_tui.views.podium.roll_call import called
from plenary_tui.widgets.bottom import Said as Told
from plenary_tui.widgets.roll_lines import RollLines
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.podium import Chamber

SIZES = [(80, 24), (120, 36), (200, 60)]


def page(room: Chamber) -> ByNameScreen:
    screen = room.podium.app.screen
    assert isinstance(screen, ByNameScreen)
    return screen


async def key_in(room: Chamber, *keys: str) -> None:
    """Press keys one after another, as quickly as a hand does."""
    for key in keys:
        room.clock.advance(0.2)
        await room.answer(key)


def turn(room: Chamber) -> str:
    roll = page(room).roll
    return roll.roll[roll.at].name


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_it_is_keyed_in_and_recorded_as_one_act(
    podium: OpenPodium, size: tuple[int, int]
) -> None:
    async with podium(scenes.draft_taken_up, size=size) as (app, _, room):
        before = room.conference
        await room.press("d", "b")
        assert "Vote by name on L.1" in room.screen
        first, second, third, fourth, fifth, *_ = called(room.conference)
        await key_in(room, "y", "y", "n", "space", "a", "y", "y")
        assert "4 yes, 1 no, 1 abstaining" in room.screen and "ABSTAINS" in room.screen
        assert room.conference is before, "none of these keys records anything"
        await room.press("enter")
        assert isinstance(app.screen, ActDialog) and "4 yes, 1 no" in room.screen
        room.clock.advance(1)
        await room.answer("5", "enter")
        assert "5 were counted in favour, and 4 are named" in room.refusal
        room.clock.advance(1)
        await room.answer("backspace", "4", "enter")
        room.clock.advance(1)
        assert "is not published" in room.refusal
        await room.answer(*"read out", "enter")
        assert isinstance(app.screen, DraftsScreen), "the page is left once it is recorded"
        (decision,) = room.conference.decisions
        vote = decision.vote
        assert (vote.in_favour, vote.against, vote.abstaining) == (4, 1, 1)
        assert {first.id, second.id} < set(vote.names_for)
        assert vote.names_against == (third.id,) and vote.names_abstaining == (fifth.id,)
        assert fourth.id not in (*vote.names_for, *vote.names_against, *vote.names_abstaining)
        await room.press("u")
        assert room.conference.decisions == (), "and it is one act to take back"


async def test_one_step_is_taken_back_and_letters_go_to_a_state(podium: OpenPodium) -> None:
    async with podium(scenes.draft_taken_up) as (_, _, room):
        await room.press("d", "b", "y", "n", "backspace")
        assert page(room).roll.line.startswith("1 yes, 0 no")
        assert turn(room) == called(room.conference)[1].name
        await room.press("slash")
        await room.type("nig")
        assert turn(room) == "Niger"
        await room.type("eria")
        assert turn(room) == "Nigeria" and page(room).roll.line.startswith("1 yes, 0 no")
        await room.press("enter", "n")
        assert page(room).roll.votes["NGA"] == "no", "after the letters the keys vote again"
        await room.press("up", "a")
        assert page(room).roll.votes["NGA"] == "abstains"
        await room.press("slash")
        await room.type("zzzz")
        assert "called so" in room.screen or turn(room)


async def test_a_key_that_is_held_down_votes_once(podium: OpenPodium) -> None:
    async with podium(scenes.draft_taken_up) as (_, _, room):
        await room.press("d", "b")
        await room.answer(*"yyyyyy")
        assert page(room).roll.line.startswith("1 yes, 0 no")
        assert "held down votes once" in room.screen
        await room.answer("n")
        assert page(room).roll.line.startswith("1 yes, 1 no"), "another key is another answer"


async def test_a_key_that_is_held_down_leaves_out_one(podium: OpenPodium) -> None:
    async with podium(scenes.draft_taken_up) as (_, _, room):
        await room.press("d", "b")
        await room.answer(*["space"] * 6)
        assert page(room).roll.at == 1 and "held down votes once" in room.screen


@pytest.mark.parametrize("first", [0.2, 0.5, 0.66])
async def test_the_first_repeat_comes_late_and_is_taken_back(
    podium: OpenPodium, first: float
) -> None:
    async with podium(scenes.draft_taken_up) as (_, _, room):
        await room.press("d", "b")
        before = turn(room)
        await room.answer("y")
        for gap in (first, *[0.033] * 10):
            room.clock.advance(gap)
            await room.answer("y")
        assert page(room).roll.line.startswith("1 yes, 0 no")
        assert turn(room) != before and page(room).roll.at == 1
        room.clock.advance(0.3)
        await room.answer("y")
        room.clock.advance(0.2)
        await room.answer("y")
        assert page(room).roll.line.startswith("3 yes"), "a quick hand votes again"


async def test_what_was_not_done_stays_in_sight_while_more_is_keyed_in(
    podium: OpenPodium,
) -> None:
    async with podium(scenes.draft_taken_up) as (_, _, room):
        await room.press("d", "b")
        page(room).say(Told("“n” was not done.", "warn"))
        await key_in(room, "y")
        assert "was not done" in room.screen
        await key_in(room, *"nyany")
        assert "was not done" not in room.screen


async def test_nothing_is_lost_by_a_slip_and_nothing_recorded(podium: OpenPodium) -> None:
    async with podium(scenes.draft_taken_up) as (app, _, room):
        before = room.conference
        await room.press("d", "b", "enter")
        assert "Nobody has voted yet" in room.screen
        await room.press("escape")
        assert isinstance(app.screen, DraftsScreen), "with nothing keyed in it is left at once"
        await room.press("b", "y", "escape")
        assert isinstance(app.screen, Pick) and "it is lost" in room.screen
        await room.press("escape")
        assert page(room).roll.line.startswith("1 yes")
        await room.press("enter", "escape")
        assert page(room).roll.line.startswith("1 yes"), "the dialog is left, the roll is there"
        await room.press("q", "l")
        assert isinstance(app.screen, DraftsScreen)
        assert room.conference is before


async def test_names_are_added_to_a_vote_that_was_taken(podium: OpenPodium) -> None:
    async with podium(scenes.heard) as (app, _, room):
        await room.press("d", "b")
        await key_in(room, *"yyyyynn", "enter")
        assert isinstance(app.screen, ActDialog)
        room.clock.advance(1)
        await room.answer("enter")
        (decision,) = room.conference.decisions
        assert decision.vote.recorded and decision.corrections
        assert decision.outcome is Outcome.ADOPTED and decision.vote.in_favour == 5


async def test_a_motion_is_voted_on_by_name_and_a_draft_not_before_the_meeting_is_not(
    podium: OpenPodium,
) -> None:
    async with podium(scenes.drafts) as (app, _, room):
        await room.press("d", "b")
        assert "could be voted on" in room.screen and isinstance(app.screen, DraftsScreen)
        await room.press("escape")
        room.do("move-motion", motion="suspend-meeting", delegation="TUR")
        await room.hear()
        await room.press("f7")
        assert "the motion to suspend the meeting" in room.screen
        assert len(page(room).roll.roll) == parties(room.conference)
        await key_in(room, "n", "n", "y", "enter")
        room.clock.advance(1)
        await room.answer("enter")
        (outcome,) = room.conference.outcomes
        assert app.screen is room.podium.podium, "both pages are left"
        assert not outcome.carried and len(outcome.vote.names_against) == 2


async def test_names_are_added_to_a_vote_that_another_station_records_meanwhile(
    podium: OpenPodium,
) -> None:
    async with podium(scenes.draft_taken_up) as (app, _, room):
        await room.press("d", "b")
        await key_in(room, *"yyn", "enter")
        assert isinstance(app.screen, ActDialog) and "Vote: 2 yes, 1 no" in room.screen
        room.do("vote-document", in_favour=2, against=1, abstaining=0, override="read out")
        await room.hear()
        room.clock.advance(1)
        await room.answer(*"2", "tab", *"1", "enter")
        assert "already" in room.refusal
        await room.press("escape")
        await key_in(room, "enter")
        assert isinstance(app.screen, ActDialog) and "Correct vote: " in room.screen
        room.clock.advance(1)
        await room.answer("enter")
        (decision,) = room.conference.decisions
        assert decision.vote.recorded and len(decision.vote.names_for) == 2
        assert isinstance(app.screen, DraftsScreen), "the page is left"


@pytest.mark.parametrize("meanwhile", ["decide-motion", "withdraw-motion", ""])
async def test_names_on_a_motion_are_never_recorded_on_another(
    podium: OpenPodium, meanwhile: str
) -> None:
    async with podium(scenes.drafts) as (app, _, room):
        room.do("move-motion", motion="adjourn-meeting", delegation="TUR")
        await room.hear()
        await room.press("f7")
        await key_in(room, *"nny")
        voted = meanwhile == "decide-motion"
        numbers = {"in_favour": 1, "against": 2, "abstaining": 0} if voted else {}
        if meanwhile:
            room.do(meanwhile, **numbers)
        room.clock.advance(1)
        room.do("move-motion", motion="suspend-meeting", delegation="NGA")
        await room.hear()
        await key_in(room, "enter")
        if voted:
            assert isinstance(app.screen, ActDialog) and "Correct vote: " in room.screen
            room.clock.advance(1)
            await room.answer("enter")
            (outcome,) = room.conference.outcomes
            assert outcome.motion.delegation == "TUR" and len(outcome.vote.names_against) == 2
        else:
            assert isinstance(app.screen, ByNameScreen), "what was keyed in is still there"
            assert "The motion to adjourn the meeting" in room.screen
            assert "is not what is voted on now" in room.screen and "1 yes, 2 no" in room.screen
        assert "NGA" in [one.delegation for one in room.conference.motions], "nothing was decided"


async def test_arrows_pages_and_clicks_go_to_a_state_and_no_click_leaves_the_page(
    podium: OpenPodium,
) -> None:
    async with podium(scenes.draft_taken_up) as (_, pilot, room):
        await room.press("d", "b")
        names = [one.name for one in page(room).roll.roll]
        await room.press("down", "down")
        assert turn(room) == names[2]
        await pilot.click(RollLines, offset=(3, 4))
        await pilot.click(RollLines, offset=(3, 4), times=2)
        assert turn(room) == names[4]
        await room.press("pagedown")
        assert turn(room) == names[-1]
        await room.press("home", "down", "y")
        assert page(room).roll.votes == {page(room).roll.roll[1].id: "yes"}
        for size in ((40, 10), (200, 60), (80, 24)):
            await pilot.resize_terminal(*size)
            await room.rest()
            assert names[2] in room.screen, "whose turn it is stays in sight"


async def test_a_roll_call_goes_on_while_another_station_records(podium: OpenPodium) -> None:
    async with podium(scenes.draft_taken_up) as (_, _, room):
        await room.press("d", "b")
        await key_in(room, "y", "n")
        second = turn(room)
        room.do("note", text="from another desk")
        await room.hear()
        assert turn(room) == second and page(room).roll.line.startswith("1 yes, 1 no")
        await key_in(room, "a")
        assert page(room).roll.line.startswith("1 yes, 1 no, 1 abstaining")


async def test_one_state_of_a_vote_by_name_is_corrected_and_no_other_is_lost(
    podium: OpenPodium,
) -> None:
    async with podium(scenes.draft_taken_up) as (app, _, room):
        await room.press("d", "b")
        await key_in(room, *"yyyyn", "enter")
        room.clock.advance(1)
        await room.answer("enter")
        room.clock.advance(1)
        await room.answer(*"read out", "enter")
        first, second, *_, fifth = (one.id for one in called(room.conference)[:5])
        assert isinstance(app.screen, DraftsScreen)
        await room.press("b")
        assert page(room).roll.line.startswith("4 yes, 1 no"), "as it was recorded"
        await key_in(room, "escape")
        assert isinstance(app.screen, DraftsScreen), "nothing was keyed in"
        await room.press("b", "a", "space", "enter")
        room.clock.advance(1)
        await room.answer("enter")
        vote = room.conference.decisions[0].vote
        assert vote is not None and vote.names_abstaining == (first,)
        assert second not in vote.names_for and len(vote.names_for) == 2
        assert vote.names_against == (fifth,)


async def test_keys_that_come_together_all_vote_and_pasted_text_does_not(
    podium: OpenPodium,
) -> None:
    """Nothing is recorded by them, and a vote that is left out would move all behind it."""
    async with podium(scenes.draft_taken_up) as (app, _, room):
        await room.press("d", "b")
        app.keyboard.came = lambda key: key.time
        for key in "yna":
            app.post_message(events.Key(key, key))
        await room.rest()
        assert page(room).roll.line.startswith("1 yes, 1 no, 1 abstaining")
        page(room).post_message(events.Paste("ynayna"))
        await room.rest()
        assert page(room).roll.line.startswith("1 yes, 1 no, 1 abstaining")
        assert "nobody voted by it" in room.screen


async def test_what_another_station_corrects_meanwhile_is_shown_and_kept(
    podium: OpenPodium,
) -> None:
    async with podium(scenes.draft_taken_up) as (app, _, room):
        first, second, third, fourth, fifth, sixth, *_ = (one.id for one in called(room.conference))
        named = {"for": f"{first}, {second}, {third}, {fourth}", "opposed": fifth}
        room.do("vote-document", override="read out", **named)
        await room.hear()
        await room.press("d", "b")
        await key_in(room, "a", "space")
        room.do("correct-vote", opposed=third, abstained=sixth, did_not_vote=fourth, confirm=True)
        await room.hear()
        assert page(room).roll.line.startswith("0 yes, 2 no, 2 abstaining"), "both are in it"
        await key_in(room, "backspace")
        assert page(room).roll.line.startswith("0 yes, 2 no, 2"), "and no step takes it back"
        await key_in(room, "home", "enter")
        assert isinstance(app.screen, ActDialog) and "0 yes, 2 no, 2" in room.screen
        room.clock.advance(1)
        room.do("correct-vote", opposed=fourth, confirm=True)
        await room.hear()
        await room.answer("enter")
        await room.answer("enter")
        vote = room.conference.decisions[0].vote
        assert vote is not None and [set(side) for side in vote.by_name] == [
            set(),
            {third, fourth, fifth},
            {first, sixth},
        ]


async def test_what_was_keyed_in_stays_where_a_vote_by_name_is_taken_back(
    podium: OpenPodium,
) -> None:
    async with podium(scenes.draft_taken_up) as (_, _, room):
        first, second, *_ = (one.id for one in called(room.conference))
        await room.press("d", "b")
        await key_in(room, *"yn")
        room.do("vote-document", override="read out", **{"for": first, "opposed": second})
        await room.hear()
        room.do("undo")
        await room.hear()
        assert page(room).roll.votes == {first: "yes", second: "no"}


async def test_a_press_that_turns_out_to_be_held_takes_back_nothing_of_another_station(
    podium: OpenPodium,
) -> None:
    async with podium(scenes.draft_taken_up) as (_, _, room):
        first, second, third, *_ = (one.id for one in called(room.conference))
        room.do("vote-document", override="read out", **{"for": f"{first}, {second}, {third}"})
        await room.hear()
        await room.press("d", "b")
        await room.answer("n")
        room.clock.advance(0.5)
        await room.answer("n")
        assert page(room).roll.line.startswith("1 yes, 2 no"), "a second press, perhaps"
        room.do("correct-vote", abstained=third, confirm=True)
        await room.hear()
        for _ in range(3):
            room.clock.advance(0.033)
            await room.answer("n")
        assert page(room).roll.line.startswith("1 yes, 1 no, 1 abstaining")
