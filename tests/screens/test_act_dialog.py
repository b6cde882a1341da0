"""The inscription dialog: three letters and Enter; refusals, and what overrules them, in place."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from plenary_tui.procedure.state.conference import Delegation
from plenary_tui.procedure.state.vocabulary import (
    Delivery,
    Language,
    ParticipantClass,
    Phase,
    Rank,
)
from plenary_tui.screens.act_dialog import ActDialog
from plenary_tui.screens.podium import Podium
from plenary_tui.storage.open_journal import open_journal
from tests.chamber import DELEGATIONS, LONGEST_NAME
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.podium import Chamber
from tests.ui.scenes import after


async def fill(room: Chamber, name: str, text: str) -> None:
    """Go to a field of the dialog and type."""
    room.podium.screen.query_one(f"#{name}", Input).focus()
    await room.type(text)


async def test_three_letters_and_enter_inscribe(podium: OpenPodium) -> None:
    async with podium() as (app, _, room):
        await room.press("a")
        await room.answer(*"cot", "enter")
        assert isinstance(app.screen, Podium)
        assert room.waiting()[:3] == ["NGA", "GIN", "CIV"]
        assert "d\u2019Ivoire was inscribed on the list for item 1(f), 3 among States." in (
            room.screen
        )


async def test_candidates_are_chosen_by_the_arrows(podium: OpenPodium) -> None:
    async with podium() as (_, _, room):
        await room.press("a")
        await room.type("gui")
        assert "▶ Guinea GIN State party, on the list already" in room.screen
        await room.answer("down")
        assert "▶ Guinea-Bissau GNB State party" in room.screen
        await room.answer("down", "down", "up", "down", "enter")
        assert "GNB" in room.waiting()


@pytest.mark.parametrize("typed", ["Niger Watch", "Turkistan"])
async def test_whoever_only_resembles_what_was_typed_is_not_inscribed_by_enter(
    podium: OpenPodium, typed: str
) -> None:
    async with podium() as (app, _, room):
        before = room.waiting()
        await room.press("a")
        await room.type(typed)
        assert f"“{typed}”? Choose with ↓, or type on." in room.screen
        assert "▶" not in room.screen.partition("delegation")[2].partition("speaker")[0]
        await room.answer("enter")
        assert isinstance(app.screen, ActDialog) and room.waiting() == before
        await room.answer("down", "enter")
        assert len(room.waiting()) == len(before) + 1


async def test_a_code_and_a_name_in_another_language_find_it_too(podium: OpenPodium) -> None:
    async with podium() as (_, _, room):
        for typed, code in (("792", "TUR"), ("科特", "CIV")):
            await room.press("a")
            await room.answer(*typed, "enter")
            assert code in room.waiting()


async def test_letters_that_no_delegation_has_are_said_to_be_so_at_once(
    podium: OpenPodium,
) -> None:
    async with podium() as (_, _, room):
        await room.press("a")
        await room.type("xyz")
        assert (
            "No delegation has “xyz”. Type other letters of its name, or its code;" in room.screen
        )
        assert "(press Escape, then R)" in room.screen, "and how a late one is registered"
        await room.answer("backspace", "backspace", "backspace")
        assert "No delegation has" not in room.screen
        await room.type("gui")
        assert "▶ Guinea" in room.screen and "No delegation has" not in room.screen
        await room.answer("escape", "R")
        assert "Register a late delegation" in room.screen


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (200, 60)], ids=str)
async def test_the_delegation_that_enter_inscribes_is_read_in_full_with_what_it_is(
    podium: OpenPodium, size: tuple[int, int]
) -> None:
    long = Delegation("FRI", LONGEST_NAME, ParticipantClass.OBSERVER_STATE)
    async with podium(delegations=(*DELEGATIONS, long), size=size) as (_, _, room):
        await room.press("a")
        await room.type("fri")
        assert f"▶ {LONGEST_NAME} FRI observer State" in room.screen
        await room.answer("tab")
        assert f"▶ {LONGEST_NAME} FRI observer State" in room.screen, "still, at the next field"


REFUSED = {
    "gui": "Guinea is on the list for item 1(f) already, 2 among States.",
    "pal": "Palau is not registered",
    "zzz": "No delegation called “zzz” is registered for this conference.",
    "": "delegation",
}


async def test_a_refusal_stands_in_the_dialog_until_it_is_mended(podium: OpenPodium) -> None:
    async with podium() as (app, _, room):
        was = room.conference
        await room.press("a")
        field = app.screen.query_one("#delegation", Input)
        for typed, why in REFUSED.items():
            field.value = ""
            await room.answer(*typed, "enter")
            assert isinstance(app.screen, ActDialog)
            assert why in room.refusal
            assert " ".join(room.refusal.split()) in room.screen
            assert room.conference is was and app.focused is field
        await room.answer(*"tür", "enter")
        assert "TUR" in room.waiting() and isinstance(app.screen, Podium)


async def test_a_closed_list_asks_for_the_reason_of_an_exception(podium: OpenPodium) -> None:
    async with podium(after(scenes.floor_open, "close-list")) as (app, _, room):
        await room.press("a")
        await room.answer(*"tür", "enter")
        assert "was closed by decision of the President." in room.screen
        assert "Reason to make an exception (it is recorded):" in room.screen
        await room.answer("enter")
        assert "TUR" not in room.waiting(), "nothing is overruled without a reason"
        await room.type("flight delayed")
        await room.answer("enter")
        assert "TUR" in room.waiting() and isinstance(app.screen, Podium)
        opened = open_journal(room.path)
        opened.journal.close()
        (overruled,) = [one.event for one in opened.records if one.event.kind == "overruled"]
        assert "flight delayed" in repr(overruled) and "was closed by decision" in repr(overruled)


async def test_an_ngo_without_its_speaker_is_completed_in_place(podium: OpenPodium) -> None:
    async with podium() as (app, _, room):
        await room.press("a")
        await room.answer(*"relief", "enter")
        assert isinstance(app.screen, ActDialog) and "Fill in what is missing." in room.screen
        await fill(room, "speaker", "Sample Speaker 2")
        await fill(room, "function", "Director")
        await room.answer("enter")
        assert isinstance(app.screen, Podium)
        assert room.entry("RELIEF").speaker == "Sample Speaker 2"


async def test_tab_goes_through_all_fields_and_each_is_kept(podium: OpenPodium) -> None:
    async with podium() as (_, _, room):
        await room.press("a")
        await room.answer(*"tür", "tab", *"Ada Çelik", "tab", *"Minister", "tab", *"min", "tab")
        await room.answer("f", "tab", *"a group", "tab", "v", "tab", *"ada.mp4", "tab")
        await room.answer(*"2:50", "tab", "tab", *"a note", "enter")
        entry = room.entry("TUR")
        assert (entry.speaker, entry.function) == ("Ada Çelik", "Minister")
        assert (entry.rank, entry.language) == (Rank.MINISTER, Language.FRENCH)
        assert (entry.on_behalf_of, entry.delivery) == ("a group", Delivery.VIDEO)
        assert (entry.media, entry.note) == ("ada.mp4", "a note")
        assert entry.media_length.total_seconds() == 170


CHOSEN: list[tuple[tuple[str, ...], Language | None]] = [
    (("s", "p"), Language.SPANISH),
    (("A",), Language.ARABIC),
    (("down", "down"), Language.CHINESE),
    (("up",), Language.SPANISH),
    (("down", "up"), Language.SPANISH),
    ((), None),
]


async def test_a_choice_is_made_by_its_beginning_or_the_arrows(podium: OpenPodium) -> None:
    async with podium() as (app, _, room):
        for keys, language in CHOSEN:
            await room.press("a")
            app.screen.query_one("#delegation", Input).value = "TUR"
            app.screen.query_one("#language", Input).focus()
            await room.answer(*keys, "enter")
            assert room.entry("TUR").language is language
            await room.press("u")


async def test_a_word_that_is_no_choice_is_refused_with_the_choices(podium: OpenPodium) -> None:
    async with podium() as (_, _, room):
        await room.press("a")
        await room.type("tür")
        await fill(room, "language", "Welsh")
        await room.answer("enter")
        assert "“Welsh” is not one of Arabic, Chinese, English" in room.screen
        assert "TUR" not in room.waiting()


async def test_what_cannot_be_shown_is_not_recorded(podium: OpenPodium) -> None:
    async with podium() as (app, _, room):
        await room.press("a")
        await room.type("tür")
        app.screen.query_one("#speaker", Input).value = "Ada \u202eevil"
        await room.answer("enter")
        assert "cannot be shown" in room.screen and "TUR" not in room.waiting()


async def test_the_clock_goes_on_while_the_dialog_is_open(podium: OpenPodium) -> None:
    async with podium(scenes.speaking) as (app, _, room):
        await room.press("a")
        digits = room.digits
        await room.pass_time(20)
        assert isinstance(app.screen, ActDialog)
        assert (digits, room.digits) == ("2:50", "2:29")


async def test_critical_keys_work_while_the_dialog_is_open(podium: OpenPodium) -> None:
    async with podium(scenes.called) as (app, _, room):
        await room.press("a", "t")
        for wanted in (Phase.SPEAKING, Phase.PAUSED, Phase.SPEAKING):
            await room.press("f6")
            assert room.conference.floor is not None and room.conference.floor.phase is wanted
        await room.press("f5")
        assert room.speaker == "GIN"
        await room.press("f6", "f8")
        assert room.conference.floor is None
        assert isinstance(app.screen, ActDialog)
        assert app.screen.query_one("#delegation", Input).value == "t", "what was typed stays"


async def test_escape_leaves_everything_as_it_is(podium: OpenPodium) -> None:
    async with podium() as (app, _, room):
        was = room.conference
        await room.press("a")
        await room.answer(*"tür", "escape")
        assert isinstance(app.screen, Podium) and room.conference is was


async def test_the_list_looked_at_is_the_one_inscribed_on(podium: OpenPodium) -> None:
    before = after(scenes.floor_open, "inscribe", delegation="TUR", item="2(a)")
    async with podium(before) as (_, _, room):
        await room.press("right", "a")
        assert "Inscribe on the list for item 2(a)" in room.screen
        await room.answer(*"cot", "enter")
        assert room.waiting("2(a)") == ["TUR", "CIV"]


@pytest.mark.parametrize(
    ("typed", "seconds"), [("3", 180), ("15", 900), ("16", 16), ("150", 150), ("2:30", 150)]
)
async def test_a_bare_number_in_the_field_of_a_limit_is_minutes(
    podium: OpenPodium, typed: str, seconds: int
) -> None:
    async with podium(scenes.floor_open) as (app, _, room):
        await room.press("t")
        assert "limit" in room.screen and "3 for minutes, 2:30, or 150 for seconds" in room.screen
        await room.answer(*typed)
        await room.press("enter")
        if seconds < 30:
            assert "Each of the statements to come would have 0:16." in room.screen
            assert not room.conference.limits
            await room.press("enter")
            assert not room.conference.limits, "Enter stays"
            await room.press("enter", "y")
        assert app.screen is app.podium
        assert room.conference.limits[-1].limit.total_seconds() == seconds


async def test_what_is_wrong_with_a_limit_names_its_field_as_it_is_shown(
    podium: OpenPodium,
) -> None:
    async with podium(scenes.floor_open) as (_, _, room):
        await room.press("t")
        await room.answer(*"2.30")
        await room.press("enter")
        assert "The field “limit”: “2.30” is not" in room.screen and not room.conference.limits


async def test_a_limit_of_three_seconds_typed_as_a_line_is_asked_about(podium: OpenPodium) -> None:
    async with podium(scenes.floor_open) as (app, _, room):
        await room.press("colon")
        await room.answer(*"set-limit 3")
        await room.press("enter")
        assert "would have 0:03." in room.screen and not room.conference.limits
        await room.press("y")
        assert app.screen is app.podium
        assert room.conference.limits[-1].limit.total_seconds() == 3


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_how_an_hour_is_typed_is_read_whole(
    podium: OpenPodium, size: tuple[int, int]
) -> None:
    async with podium(scenes.speaking, size=size) as (_, _, room):
        await room.press("s")
        assert "until when: 13:00, 13h, 1 p.m. " in room.screen and "2024-" not in room.screen
        await room.press("escape", "M")
        assert "13h, 1 p.m. " in room.screen
