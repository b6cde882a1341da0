"""Keys, clicks and the palette: refusals are read on screen, held keys act once, all is found."""

from __future__ import annotations

import asyncio

import pytest
from textual.command import CommandPalette
from textual.events import Key
from textual.geometry import Region
from textual.widgets import Label, Static

from plenary_tui.actions import ACTIONS, key_name, keys_of
from plenary_tui.actions.registry import action, in_footer
from plenary_tui.procedure.state.vocabulary import MeetingStatus, Phase, Stage
from plenary_tui.screens.act_dialog import ActDialog
from plenary_tui.screens.help import HelpScreen
from plenary_tui.screens.palette import ActionProvider
from plenary_tui.screens.picks import Pick
from plenary_tui.screens.podium import Podium
from plenary_tui.widgets.bottom import CommandLine, FilterLine, KeysLine
from plenary_tui.widgets.speakers_list import SpeakersList
from tests.actions import cases
from tests.actions.cases import ready
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.podium import Chamber, plain
from tests.ui.scenes import Prepare, after

REFUSED: list[tuple[Prepare, dict[str, str]]] = [
    (
        scenes.nothing,
        {
            "space": "No meeting is open.",
            "n": "No meeting is open.",
            "y": "No speaker is selected.",
            "p": "There is no list to print.",
            "a": "No agenda item is taken up.",
            "g": "No meeting is open.",
            "s": "No meeting is open.",
            "c": "none is open",
            "v": "No meeting is open.",
            "u": "There is nothing to undo.",
            "r": "There is nothing to redo.",
            "C": "No agenda item is being considered.",
        },
    ),
    (scenes.list_of_four, {"n": "The floor is not open on item 1(f)"}),
    (
        ready,
        {
            "space": "Nobody has the floor.",
            "e": "Nobody has the floor.",
            "x": "Nobody has been called. Choose a row and press Enter",
            "plus": "Nobody has the floor.",
            "y": "Nigeria is marked as ready already",
        },
    ),
    (
        scenes.called,
        {
            "n": "Nigeria has been called and has not begun.",
            "e": "Nigeria has been called and has not begun.",
            "left_square_bracket": "Nigeria has not begun",
        },
    ),
    (
        scenes.speaking,
        {
            "x": "Nigeria has begun to speak, so it is not absent.",
            "m": "Nigeria has the floor.",
        },
    ),
    (
        scenes.suspended,
        {
            "n": "The meeting is suspended (consultations).",
            "space": "The meeting is suspended (consultations).",
        },
    ),
    (scenes.committee, {"m": "The Committee of the Whole is sitting"}),
]


@pytest.mark.parametrize(("before", "keys"), REFUSED, ids=[one.__name__ for one, _ in REFUSED])
async def test_a_refusal_is_read_on_screen_and_nothing_is_done(
    podium: OpenPodium, before: Prepare, keys: dict[str, str]
) -> None:
    async with podium(before) as (app, _, room):
        was = room.conference
        for key, why in keys.items():
            await room.press(key)
            assert isinstance(app.screen, Podium), key
            assert why in room.said and why in room.screen, key
            assert room.conference is was, key


# Space, n, and keys held down


async def test_space_starts_pauses_and_goes_on(podium: OpenPodium) -> None:
    async with podium(scenes.called) as (_, _, room):
        phases = []
        for _ in range(4):
            await room.press("space")
            assert room.conference.floor is not None
            phases.append(room.conference.floor.phase)
        assert phases == [Phase.SPEAKING, Phase.PAUSED, Phase.SPEAKING, Phase.PAUSED]
        assert room.elapsed == 2


@pytest.mark.parametrize(
    ("pause", "wanted"), [(0.29, Phase.SPEAKING), (0.69, Phase.SPEAKING), (0.71, Phase.PAUSED)]
)
async def test_space_again_within_seven_tenths_of_a_second_does_nothing(
    podium: OpenPodium, pause: float, wanted: Phase
) -> None:
    async with podium(scenes.called) as (_, _, room):
        await room.answer("space")
        room.clock.advance(pause)
        await room.answer("space")
        assert room.conference.floor is not None
        assert room.conference.floor.phase is wanted


async def test_n_held_down_calls_one_speaker(podium: OpenPodium) -> None:
    async with podium() as (_, _, room):
        for _ in range(8):
            room.clock.advance(0.05)
            await room.answer("n")
        assert room.speaker == "NGA"
        assert len(room.waiting()) == 3
        assert room.said.startswith("The floor was given to Nigeria")
        await room.press("n")
        assert room.speaker == "NGA", "not even once it is let go and pressed again"


async def test_n_ends_who_speaks_and_calls_the_next(podium: OpenPodium) -> None:
    async with podium(scenes.speaking) as (_, _, room):
        await room.press("n")
        (statement,) = room.conference.statements
        assert statement.entry is not None and statement.entry.delegation == "NGA"
        assert statement.elapsed.total_seconds() == 11
        assert (room.speaker, room.digits, room.word) == ("GIN", "3:00", "CALLED of 3:00")


@pytest.mark.parametrize(
    ("key", "elapsed"), [("right_square_bracket", 15), ("left_square_bracket", 5)]
)
async def test_a_correction_held_down_is_one_act(
    podium: OpenPodium, key: str, elapsed: float
) -> None:
    async with podium(scenes.speaking) as (_, _, room):
        was = room.conference.seq
        await room.answer(key)
        room.clock.advance(0.5)
        for _ in range(15):
            await room.answer(key)
            room.clock.advance(0.033)
        assert room.conference.seq == was + 1
        assert room.elapsed == pytest.approx(elapsed + 0.5 + 15 * 0.033)


async def test_quick_presses_of_a_correction_all_count(podium: OpenPodium) -> None:
    async with podium(scenes.speaking) as (_, _, room):
        was = room.conference.seq
        for _ in range(3):
            await room.answer("right_square_bracket")
            room.clock.advance(0.2)
            await asyncio.sleep(0.2)  # it is seen that no more follow
        await room.rest()
        assert room.conference.seq == was + 3
        assert room.elapsed == pytest.approx(25.6)


# More than one key


async def test_g_goes_through_the_stages_of_an_item(podium: OpenPodium) -> None:
    async with podium(scenes.thematic) as (_, _, room):
        stages = []
        for _ in range(4):
            await room.press("g")
            if stages[-1:] == [Stage.FLOOR_OPEN]:
                await room.press("y")  # nobody was heard
            assert room.conference.current_item is not None
            stages.append(room.conference.current_item.stage_in(room.conference.body))
            assert stages[-1].value.upper() in room.screen
        assert stages == [Stage.INTRODUCED, Stage.SECRETARIAT, Stage.FLOOR_OPEN, Stage.CONCLUDED]


async def test_a_second_committee_asks_to_be_confirmed(podium: OpenPodium) -> None:
    before = after(scenes.committee, "rise-committee")
    async with podium(before) as (app, _, room):
        await room.press("c")
        assert isinstance(app.screen, Pick)
        assert "The Committee of the Whole has sat before" in room.screen
        assert "Stay" in room.screen and "goes off air" in room.screen
        assert room.conference.plenary is None
        await room.answer("escape")
        assert room.conference.plenary is None
        await room.press("c", "enter")
        assert room.conference.plenary is None, "Enter stays"
        await room.press("c", "y")
        assert room.conference.plenary is not None
        assert isinstance(app.screen, Podium)
        assert "COMMITTEE OF THE WHOLE" in room.status


async def test_out_of_order_asks_for_a_reason_and_says_it(podium: OpenPodium) -> None:
    async with podium() as (app, _, room):
        room.select("GIN")
        await room.choose_in_menu("give-floor-to-row")
        assert "calling Guinea is out of order and needs a reason" in room.screen
        await room.answer("enter")
        assert room.speaker is None and isinstance(app.screen, ActDialog)
        await room.type("leaves early")
        await room.answer("enter")
        assert room.speaker == "GIN"
        assert "called out of order: leaves early" in room.screen


async def test_the_agenda_asks_before_a_concluded_item(podium: OpenPodium) -> None:
    before = after(scenes.stages_done(3), "conclude-item")
    async with podium(after(before, "take-up-item", item="2")) as (_, _, room):
        await room.press("i")
        assert any("2(a) Convention" in one and "concluded" in one for one in room.choices)
        await room.press("down", "enter")
        assert "Item 2(a) was concluded." in room.screen and room.conference.item == "2"
        await room.press("y")
        assert room.conference.item == "2(a)"


async def test_other_lists_are_looked_at_and_left_again(podium: OpenPodium) -> None:
    async with podium(cases.two_lists) as (_, _, room):
        for key in ("right", "left"):
            await room.press(key)
            assert "LOOKING AT: 2(a) Convention" in room.screen and "Türkiye" in room.screen
            await room.press(key)
            assert "LOOKING AT" not in room.screen and "Türkiye" not in room.screen


async def test_the_filter_shows_fewer_rows_until_it_is_left(podium: OpenPodium) -> None:
    async with podium() as (app, _, room):
        await room.press("slash")
        await room.type("wat")
        listing = app.podium.query_one(SpeakersList).listing
        assert listing is not None and listing.matches == 1
        await room.answer("enter")
        assert app.focused is app.podium.query_one(SpeakersList)
        await room.press("y")
        assert room.entry("WATCH").ready, "keys act on the row that was found"
        await room.press("slash")
        await room.answer("escape")
        assert not app.podium.query_one(FilterLine).has_class("-open")
        listing = app.podium.query_one(SpeakersList).listing
        assert listing is not None and listing.matches == 4


async def test_p_writes_the_list_as_text(podium: OpenPodium) -> None:
    async with podium(after(scenes.speaking, "mark-ready", entry="Guinea")) as (_, _, room):
        await room.press("p")
        (file,) = room.folder.iterdir()
        assert file.name == "list-1f-20241014-100010.txt"
        assert str(file.name) in room.said
        lines = file.read_text(encoding="utf-8").splitlines()
        assert lines[:2] == [
            "Small conference",
            "List of speakers, item 1(f): General discussion",
        ]
        assert "Has the floor: Nigeria (speaking, 0:10 of 3:00, on time)" in lines
        assert "STATES (1)" in lines and "   1. [x] Guinea" in lines
        assert "   3. [ ] Sample Watch, Sample Speaker 1, Director" in lines


async def test_a_list_that_cannot_be_written_is_told(podium: OpenPodium) -> None:
    async with podium() as (_, _, room):
        room.folder.write_text("a file where the folder should be")
        await room.press("p")
        assert room.said.startswith("The list was not written: ")
        assert "cannot be written" in room.said and "print_folder" in room.said
        assert "The list was not written" in room.screen


async def test_f9_goes_round_the_themes_and_b_rings_or_not(podium: OpenPodium) -> None:
    async with podium() as (app, _, room):
        await room.press("f9", "f9", "f9")
        assert [one.theme for one in room.kept] == ["light", "colour-blind", "dark"]
        assert app.theme == "plenary-dark"
        await room.press("B", "B")
        assert [one.bell for one in room.kept[3:]] == [True, False]
        assert room.said == "The bell is off."


# The `:` line


async def test_the_command_line_does_an_act_and_closes(podium: OpenPodium) -> None:
    async with podium(scenes.speaking) as (app, _, room):
        line = app.podium.query_one(CommandLine)
        await room.press("colon")
        line.value = "extend-time --seconds 60"
        await room.answer("enter")
        assert cases.limit_is(240)(room)
        assert not line.has_class("-open") and line.value == ""
        await room.press("space")
        assert room.conference.floor is not None
        assert room.conference.floor.phase is Phase.PAUSED, "keys are the podium's again"


TYPED = {
    "conclude-item": "To confirm, add --confirm.",
    "give-floor --entry Guinea": "Give the reason with --reason REASON.",
    "inscribe Tuvula": "No delegation called “Tuvula” is registered",
    "inscrib Türkiye": "There is no act “inscrib”. Did you mean inscribe?",
    "move --entry Guinea": "move needs --to.",
    "extend-time --seconds many": "“many” is not a whole number of seconds; type it as 2:30",
    "note 'open": "A quotation mark is not closed",
}


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 36), (200, 60)], ids=str)
async def test_nothing_moves_when_the_command_line_is_opened_and_closed(
    podium: OpenPodium, size: tuple[int, int]
) -> None:
    async with podium(scenes.speaking, size=size) as (app, _, room):
        places = {one: one.region for one in app.podium.query("*")}
        await room.press("colon")
        line = app.podium.query_one(CommandLine)
        assert line.region == app.podium.query_one(KeysLine).region
        assert "an act, e.g." in room.screen.splitlines()[-1]
        moved = [one for one, there in places.items() if one.region != there]
        assert all(one is line or line in one.ancestors for one in moved), moved
        await room.press("escape")
        assert {one: one.region for one in app.podium.query("*")} == places


async def test_the_command_line_stays_with_what_was_refused(podium: OpenPodium) -> None:
    async with podium() as (app, _, room):
        was = room.conference
        line = app.podium.query_one(CommandLine)
        await room.press("colon")
        for typed, why in TYPED.items():
            line.value = typed
            await room.answer("enter")
            assert why in room.said and why in room.screen
            assert line.has_class("-open") and line.value == typed and app.focused is line
            assert room.conference is was
        await room.answer("escape")
        assert not line.has_class("-open")


async def test_critical_keys_work_while_the_command_line_is_open(podium: OpenPodium) -> None:
    async with podium(scenes.called) as (app, _, room):
        await room.press("colon", "f6")
        assert room.conference.floor is not None
        assert room.conference.floor.phase is Phase.SPEAKING
        await room.press("f5")
        assert room.speaker == "GIN"
        assert app.focused is app.podium.query_one(CommandLine)


# Palette, help, quit


async def test_the_palette_finds_every_action(podium: OpenPodium) -> None:
    async with podium() as (app, _, _):
        provider = ActionProvider(app.screen)
        listed = [hit.help async for hit in provider.discover()]
        assert listed == [row.help for row in ACTIONS if row.id != "palette"]
        for row in ACTIONS:
            found = [plain(hit.match_display) async for hit in provider.search(row.label)]
            assert any(text.endswith(row.help) for text in found), row.id


async def test_the_palette_does_what_was_found(podium: OpenPodium) -> None:
    async with podium() as (app, pilot, room):
        await room.press("ctrl+p")
        await room.type("off air")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await room.answer("enter")
        await pilot.pause()
        await room.press("y")
        assert not room.conference.on_air
        assert "The webcast is off air." in room.screen


@pytest.mark.parametrize("typed", ["nextz", "offz", "zzz"])
async def test_a_word_that_the_palette_does_not_find_does_nothing(
    podium: OpenPodium, typed: str
) -> None:
    async with podium(scenes.speaking) as (app, _, room):
        was = room.conference
        await room.press("ctrl+p")
        for letter in typed:
            app.post_message(Key(letter, letter))
            await asyncio.sleep(0.05)  # what was found for the letters before is shown
        app.post_message(Key("enter", "\r"))
        await room.rest()
        assert isinstance(app.screen, CommandPalette) and room.conference is was


async def test_help_names_every_action_with_its_keys(podium: OpenPodium) -> None:
    async with podium(size=(120, 36)) as (app, _, room):
        await room.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        page = " ".join(plain(app.screen.query_one("#page", Static).render()).split())
        for row in ACTIONS:
            assert f"{keys_of(row)} {row.help}" in page
        await room.answer("pagedown", "escape")
        assert isinstance(app.screen, Podium)


async def test_q_asks_while_a_meeting_is_in_session(podium: OpenPodium) -> None:
    async with podium() as (app, _, room):
        await room.press("q")
        assert isinstance(app.screen, Pick) and "The meeting is in session." in room.screen
        await room.answer("enter")
        assert isinstance(app.screen, Podium) and not cases.closed(room), "to stay is offered first"
        await room.press("q")
        await room.answer("y")
        assert cases.closed(room)
        assert not list(room.path.parent.glob("*.heartbeat"))


# The mouse


def place_of(room: Chamber, text: str, region: Region) -> tuple[int, int]:
    """Where a text stands on the screen, in a region."""
    for y, line in enumerate(room.lines_text.splitlines()):
        if region.y <= y < region.bottom and (x := line.find(text, region.x)) >= 0:
            return x, y
    raise AssertionError(f"{text} is not shown")


async def test_a_click_selects_and_a_double_click_opens_the_menu(podium: OpenPodium) -> None:
    async with podium() as (app, pilot, room):
        where = place_of(room, "Sample Watch", app.podium.query_one(SpeakersList).region)
        await pilot.click(offset=where)
        assert app.podium.selected == room.entry("WATCH").id
        await pilot.double_click(offset=where)
        assert isinstance(app.screen, Pick) and "Withdraw" in room.screen


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
async def test_a_click_on_any_label_of_the_footer_does_its_act(
    podium: OpenPodium, size: tuple[int, int]
) -> None:
    async with podium(scenes.speaking, size=size) as (app, pilot, room):
        region = app.podium.query_one(KeysLine).region
        await pilot.click(offset=place_of(room, "Pause", region))
        assert room.conference.floor is not None
        assert room.conference.floor.phase is Phase.PAUSED
        await pilot.click(offset=place_of(room, "Suspend", region))
        await room.press("enter", "y")
        assert room.conference.meeting is not None
        assert room.conference.meeting.status is MeetingStatus.SUSPENDED
        await pilot.click(offset=place_of(room, "Help", region))
        assert isinstance(app.screen, HelpScreen)


@pytest.mark.parametrize("label", ["Next", "Pause", "End"])
async def test_a_double_click_in_the_footer_is_one_act(podium: OpenPodium, label: str) -> None:
    async with podium(scenes.speaking, size=(120, 36)) as (app, pilot, room):
        where = place_of(room, label, app.podium.query_one(KeysLine).region)
        await pilot.click(offset=where, times=3)
        floor = room.conference.floor
        assert (room.speaker, floor and floor.phase) == {
            "Next": ("GIN", Phase.CALLED),
            "Pause": ("NGA", Phase.PAUSED),
            "End": (None, None),
        }[label]


async def test_the_footer_names_keys_that_apply(podium: OpenPodium) -> None:
    async with podium(scenes.called, size=(120, 36)) as (_, _, room):
        footer = room.lines_text.splitlines()[-1]
        for row in in_footer(room.conference):
            assert f"{key_name(row.keys[0])} {row.label}" in footer
        assert "Start" in footer and "Absent" in footer and "Next" not in footer
        assert action("help") in in_footer(room.conference)


async def test_enter_on_an_empty_list_says_so(podium: OpenPodium) -> None:
    async with podium(scenes.nothing) as (_, _, room):
        await room.press("enter")
        assert "No speaker is selected." in room.screen


@pytest.mark.parametrize("columns", (60, 80, 100))
async def test_help_stands_in_the_footer_however_narrow_and_no_label_is_cut(
    podium: OpenPodium, columns: int
) -> None:
    async with podium(scenes.speaking, size=(columns, 24)) as (_, _, room):
        footer = room.lines_text.splitlines()[-1].strip()
        labels = [f"{key_name(row.keys[0])} {row.label}" for row in in_footer(room.conference)]
        assert footer.endswith("? Help")
        shown = footer.split("  ")
        assert shown == [*labels[: len(shown) - 1], labels[-1]]


async def test_the_meeting_is_not_adjourned_by_a_slip_while_somebody_waits(
    podium: OpenPodium,
) -> None:
    async with podium() as (_, _, room):
        await room.press("m")
        assert "wait on the list" in room.screen and "Adjourn" in room.screen
        assert room.conference.in_session
        await room.answer("n")
        assert room.conference.in_session
        await room.press("m")
        await room.answer("y")
        assert room.conference.meeting is not None
        assert room.conference.meeting.status is MeetingStatus.ADJOURNED


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("lunch", "It may be suspend-meeting."),
        ("Lunch 15:00", "It may be suspend-meeting."),
        ("not here", "It may be mark-absent."),
        ("done", "It may be end-statement or conclude-item."),
    ],
)
async def test_a_word_that_is_no_act_is_answered_with_what_it_may_mean(
    podium: OpenPodium, typed: str, told: str
) -> None:
    async with podium(scenes.speaking, size=(120, 36)) as (_, _, room):
        await room.press("colon")
        await room.answer(*typed, "enter")
        assert "There is no act" in room.screen and told in room.screen


@pytest.mark.parametrize("page", ["d", "H", "f", "l", "j"])
async def test_a_page_says_of_a_dead_key_which_keys_work(podium: OpenPodium, page: str) -> None:
    async with podium(scenes.drafts, size=(120, 36)) as (app, _, room):
        await room.press(page)
        keys = app.screen.query_one(".keys", Label).content
        was = room.conference.seq
        await room.press("Z" if page == "l" else "z")
        assert isinstance(keys, str)
        assert f"”: no key here. {keys[:20].split('  ')[0]}" in room.screen
        await room.press("down")
        assert "no key here" not in room.screen and room.conference.seq == was


@pytest.mark.parametrize(
    ("opener", "dead", "why"),
    [
        ("j", "v", "no key here as things stand."),
        ("S", "a", "no key here."),
        ("v", "s", "no key here."),
    ],
)
async def test_a_menu_says_of_a_letter_that_it_does_not_offer(
    podium: OpenPodium, opener: str, dead: str, why: str
) -> None:
    async with podium(scenes.speaking, size=(120, 36)) as (app, _, room):
        await room.press(opener)
        was, page = room.conference.seq, app.screen
        await room.press(dead)
        assert f"“{dead}”: {why} Enter choose" in room.screen
        assert app.screen is page and room.conference.seq == was


async def test_where_nobody_has_the_floor_nothing_is_asked_to_correct(podium: OpenPodium) -> None:
    async with podium(scenes.floor_open) as (app, _, room):
        await room.press("E")
        assert app.screen is app.podium and "Nobody has the floor." in room.said


async def test_who_speaks_without_an_entry_is_asked_for_as_a_person(podium: OpenPodium) -> None:
    async with podium(scenes.floor_open) as (_, _, room):
        await room.press("S", "E")
        assert "rank" not in room.screen
        await room.answer(*"Ada", "tab", *"Chief", "enter")
        floor = room.conference.floor
        assert floor is not None and floor.person.speaker == "Ada"
        assert floor.person.function == "Chief"


async def test_space_twice_too_quickly_is_told(podium: OpenPodium) -> None:
    async with podium(scenes.speaking) as (_, _, room):
        await room.press("space")
        was = room.conference.seq
        room.clock.advance(0.3)
        await room.answer("space")
        await asyncio.sleep(0.2)  # it is seen that it is not held down
        await room.rest()
        assert room.conference.seq == was
        assert "Space twice so quickly is taken as once." in room.said
