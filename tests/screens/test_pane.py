"""The webcast operator's pane: what it shows, what its keys do, and what they can never do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from plenary_tui.actions import ACTIONS
from plenary_tui.desk.writing import Desk
from plenary_tui.screens.pane import WebcastHelp, WebcastScreen
from plenary_tui.screens.podium import Podium
from plenary_tui.storage.errors import JournalReplaced
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.widgets.big_type import BigType
from tests.chamber import LONGEST_NAME, FakeClock
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.pane import pane_on
from tests.ui.podium import Chamber, chamber
from tests.ui.scenes import Prepare, act

SIZES = [(80, 24), (120, 36), (200, 60)]
OpenPane = Callable[..., Any]


@pytest.fixture
def pane(tmp_path: Path) -> OpenPane:
    """Opens a pane after some acts, at a size."""

    def opens(
        prepare: Prepare = scenes.speaking, *, size: tuple[int, int] = (80, 24), **changes: Any
    ) -> Any:
        return pane_on(chamber(tmp_path, prepare, **changes), size)

    return opens


def video_of_longest_name(desk: Desk, clock: FakeClock) -> None:
    """The delegation with the longest name speaks by video for a group; others wait."""
    scenes.floor_open(desk, clock)
    desk.open_podium()
    act(desk, "inscribe", delegation="CIV", speaker="Sample Speaker 3", language="French")
    act(
        desk,
        "inscribe",
        delegation="GBR",
        speaker="Sample Speaker 2",
        function="Minister of Justice",
        rank="minister",
        delivery="video",
        media="GBR-statement.mp4",
        media_length="2:50",
        language="English",
        on_behalf_of="the Western European and Others Group",
    )
    act(desk, "give-floor", entry="GBR", reason="the file is ready")
    act(desk, "start-clock")
    clock.advance(20)


def beat(room: Chamber) -> None:
    Heartbeat(room.path).beat(room.clock.now())


# What it shows.


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_video_by_the_longest_name(
    pane: OpenPane, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with pane(video_of_longest_name, size=size) as booth:
        beat(booth.room)
        await booth.pass_time(0)
        assert booth.lines_text == snapshot
        assert "ROLLED at 10:00:00" in booth.screen


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_an_alert_a_held_caption_and_no_podium_at_once(
    pane: OpenPane, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with pane(video_of_longest_name, size=size) as booth:
        beat(booth.room)
        await booth.press("h")
        await booth.do("end-statement")
        await booth.do("withdraw", entry="NGA")
        await booth.pass_time(5)
        assert booth.lines_text == snapshot
        assert booth.alert == "Nigeria -> Guinea"


@pytest.mark.parametrize("prepare", [scenes.nothing, scenes.suspended, scenes.committee])
async def test_off_air(pane: OpenPane, prepare: Prepare, snapshot: SnapshotAssertion) -> None:
    async with pane(prepare) as booth:
        assert booth.lines_text == snapshot
        assert "OFF AIR" in booth.screen


async def test_without_colour_the_words_say_the_same(
    pane: OpenPane, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with pane(scenes.speaking) as booth:
        await booth.pass_time(215)
        assert booth.lines_text == snapshot
        assert "OVER TIME" in booth.screen and "CALL TO ORDER" not in booth.screen


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_name_is_never_cut_without_a_sign(pane: OpenPane, size: tuple[int, int]) -> None:
    async with pane(video_of_longest_name, size=size) as booth:
        lines = [line.strip() for line in booth.lines_text.split("\n")]
        assert any(LONGEST_NAME in line for line in lines), "whole in the caption"
        for line in lines:
            rest = line[line.find("United") :] if "United" in line else LONGEST_NAME
            assert LONGEST_NAME in rest or "…" in rest or rest.startswith("United Kingdom of Great")
        assert "Ireland" in booth.screen


async def test_a_rehearsal_says_so(pane: OpenPane) -> None:
    async with pane(scenes.speaking, rehearsal=True) as booth:
        assert "REHEARSAL" in booth.screen


async def test_names_in_other_scripts_and_marks_are_text(pane: OpenPane) -> None:
    async with pane(scenes.called) as booth:
        for name in ("[red]x[/red]", "Trinidad & Tobago <b>", "科特迪瓦", "محمد"):
            await booth.do("edit", speaker=name)
            assert name in booth.screen.replace(" ", "") or name in booth.screen


# What its keys do.


async def test_the_language_of_the_caption_goes_round(pane: OpenPane) -> None:
    def ivory_coast(desk: Desk, clock: FakeClock) -> None:
        scenes.floor_open(desk, clock)
        act(desk, "inscribe", delegation="CIV")
        act(desk, "give-floor", entry="CIV", reason="leaves")

    async with pane(ivory_coast) as booth:
        seen = []
        for _ in range(6):
            seen.append(booth.caption.split("\n")[:2])
            await booth.press("l")
        assert [title for title, _ in seen] == [
            f"CAPTION in {language} (l)"
            for language in ("English", "French", "Russian", "Spanish", "Arabic", "Chinese")
        ]
        assert seen[2][1] == "Кот-д'Ивуар" and seen[5][1] == "科特迪瓦"
        assert booth.caption.startswith("CAPTION in English")


async def test_a_held_caption_stays_and_says_what_it_would_be(pane: OpenPane) -> None:
    async with pane(scenes.called) as booth:
        await booth.press("h")
        assert "CAPTION HELD HERE ONLY since 10:00:00" in booth.caption
        assert "it would be the same now" in booth.caption
        await booth.do("edit", speaker="Sample Speaker 8")
        _, line1, line2, would_be = booth.caption.split("\n")
        assert (line1, line2) == ("Nigeria", "")
        assert would_be == "NOW IT WOULD BE Nigeria / Sample Speaker 8"
        await booth.press("h")
        assert booth.caption.split("\n")[1:3] == ["Nigeria", "Sample Speaker 8"]


async def test_an_alert_goes_by_a_key_or_by_itself(pane: OpenPane) -> None:
    async with pane(scenes.floor_open) as booth:
        await booth.do("withdraw", entry="NGA")
        assert booth.alert == "Nigeria -> Guinea" and "NEXT CHANGED" in booth.screen
        await booth.press("space")
        assert not booth.alert and "NEXT CHANGED" not in booth.screen
        await booth.do("undo")
        assert booth.alert
        await booth.pass_time(15)
        assert not booth.alert


async def test_help_and_quit(pane: OpenPane) -> None:
    async with pane() as booth:
        await booth.press("question_mark")
        assert isinstance(booth.app.screen, WebcastHelp) and "hold the caption" in booth.screen
        await booth.press("escape")
        assert isinstance(booth.app.screen, WebcastScreen)
        await booth.press("q")
        assert not booth.app.is_running


# What its keys can never do.


async def test_no_key_changes_a_byte_of_the_database(pane: OpenPane) -> None:
    async with pane() as booth:
        folder = booth.room.path.parent

        def everything() -> dict[str, bytes]:
            return {
                one.name: one.read_bytes()
                for one in sorted(folder.iterdir())
                if one.is_file() and not one.name.endswith("-shm")
            }

        before, conference = everything(), booth.app._watching.conference
        letters = [chr(code) for code in range(ord("a"), ord("z") + 1) if chr(code) != "q"]
        acting = {key for row in ACTIONS for key in row.keys}
        for key in (
            *sorted(acting),
            *letters,
            *map(str.upper, letters),
            "delete",
            "ctrl+p",
            "escape",
        ):
            if key not in ("q", "ctrl+q"):
                await booth.pilot.press(key)
                if isinstance(booth.app.screen, WebcastHelp):
                    await booth.pilot.press("escape")
        await booth.hear()
        assert everything() == before
        assert booth.app._watching.conference is conference
        assert isinstance(booth.app.screen, WebcastScreen)


# What becomes of the podium and of the file.


async def test_a_podium_that_crashes_and_comes_back(pane: OpenPane) -> None:
    async with pane() as booth:
        assert "not open" in booth.notice
        desk = booth.room.desk("podium")
        desk.open_podium()
        beat(booth.room)
        await booth.hear()
        assert booth.notice == ""
        await booth.pass_time(12)
        assert "GONE FOR 0:12" in booth.notice and "2:38" not in booth.screen
        assert booth.caption.startswith("CAPTION NOT SENT")
        await booth.do("end-statement")
        assert "NOBODY HAS THE FLOOR" in booth.screen, "what others record still shows"
        desk.catch_up()
        desk.open_podium()
        beat(booth.room)
        await booth.hear()
        assert booth.notice == "" and booth.caption.startswith("CAPTION in English")
        desk.close_podium()
        Heartbeat(booth.room.path).clear()
        await booth.hear()
        assert "not open" in booth.notice


async def test_without_a_heartbeat_the_last_record_counts(pane: OpenPane) -> None:
    async with pane() as booth:
        booth.room.desk("podium").open_podium()
        await booth.hear()
        assert booth.notice == ""
        await booth.pass_time(70)
        assert "GONE FOR 1:10" in booth.notice


async def test_it_waits_for_a_conference_that_is_not_there_yet(tmp_path: Path) -> None:
    there = chamber(tmp_path, scenes.speaking)
    aside = there.path.rename(tmp_path / "aside.db")
    async with pane_on(there) as booth:
        assert "There is no conference at" in booth.screen and "waits" in booth.screen
        await booth.press("l", "h", "space")
        aside.rename(there.path)
        await booth.pass_time(2)
        assert "Nigeria" in booth.caption and booth.digits == "2:48"


async def test_a_pane_that_waited_looks_like_one_that_did_not(tmp_path: Path) -> None:
    there = chamber(tmp_path, scenes.floor_open)
    async with pane_on(there) as booth:
        await booth.pass_time(0)
        opened = booth.lines_text
    aside = there.path.rename(tmp_path / "aside.db")
    async with pane_on(there) as booth:
        await booth.pass_time(0)
        aside.rename(there.path)
        await booth.pass_time(2)
        assert booth.lines_text == opened


async def test_names_that_changed_while_the_terminal_was_too_small(pane: OpenPane) -> None:
    async with pane(scenes.floor_open) as booth:
        await booth.pilot.resize_terminal(80, 20)
        await booth.do("give-floor")
        await booth.pilot.resize_terminal(80, 24)
        await booth.pilot.pause()
        grown = booth.lines_text
        for part in booth.app.pane.query(BigType):
            part.refresh()
        await booth.pilot.pause()
        assert grown == booth.lines_text


async def test_another_journal_of_that_name_is_taken_up(pane: OpenPane) -> None:
    async with pane() as booth:
        path = booth.room.path
        content = path.read_bytes()
        path.rename(path.with_name("aside.db"))
        booth.app.on_journal_lost(type("Lost", (), {"error": JournalReplaced("It is another.")})())
        await booth.pass_time(0)
        assert "MAY BE OLD: It is another." in booth.notice
        await booth.pass_time(2)
        assert "MAY BE OLD: There is no conference" in booth.notice
        path.write_bytes(content)
        await booth.pass_time(2)
        assert "MAY BE OLD" not in booth.notice and booth.app._watching.is_open


async def test_a_terminal_too_small_and_large_again(pane: OpenPane) -> None:
    async with pane(size=(60, 15)) as booth:
        assert "too small" in booth.screen and "NOW" not in booth.screen
        for size in SIZES:
            await booth.pilot.resize_terminal(*size)
            await booth.pilot.pause()
            assert "too small" not in booth.screen and "NOW" in booth.screen
        await booth.pilot.resize_terminal(69, 24)
        await booth.pilot.pause()
        assert "too small" in booth.screen


# Inside the podium.


async def test_the_podium_shows_what_the_operator_sees(podium: OpenPodium) -> None:
    async with podium(scenes.called) as (app, _, room):
        await room.press("w")
        assert isinstance(app.screen, WebcastScreen) and "CAPTION" in room.screen
        assert "Escape back" in room.screen
        await room.press("f6")
        await room.pass_time(10)
        assert "2:50" in [app.screen.query_one("SpeechClock").face.digits]
        await room.press("f6", "f5", "f5")
        assert "has been called and has not begun" in room.screen, "a refusal is seen here too"
        before = room.conference
        await room.press("a", "n", "u", "s", "m", "x", "e")
        assert room.conference is before, "no key of the podium acts behind it"
        await room.press("escape")
        assert isinstance(app.screen, Podium)
        await room.press("w", "w")
        assert isinstance(app.screen, Podium)
