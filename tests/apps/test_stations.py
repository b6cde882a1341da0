"""Other stations act beside the podium, and disks fail under it."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from plenary_tui.apps.acts import Acts
from plenary_tui.procedure.state.vocabulary import Phase
from plenary_tui.screens.act_dialog import ActDialog
from plenary_tui.screens.podium import Podium
from plenary_tui.storage.errors import StorageError, disk_full
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.widgets.bottom import CommandLine
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.podium import podium_on

FULL = "The disk is full; nothing was recorded. Free some space and do it again."


async def test_what_another_station_did_is_shown(podium: OpenPodium) -> None:
    async with podium() as (_, _, room):
        room.do("inscribe", delegation="TUR", station="list desk")
        assert "Türkiye" not in room.screen
        await room.hear()
        assert "From list desk: Türkiye was inscribed on the list for item 1(f)" in room.screen
        assert room.waiting()[:3] == ["NGA", "GIN", "TUR"]
        assert "STATES 3 waiting" in room.screen.replace("━", "").replace("  ", " ")


async def test_a_dialog_stays_open_while_others_act(podium: OpenPodium) -> None:
    async with podium(scenes.called) as (app, _, room):
        await room.press("a", "t")
        room.do("start-clock")
        room.clock.advance(5)
        await room.hear()
        assert isinstance(app.screen, ActDialog)
        assert (room.digits, room.word.split(" of")[0]) == ("2:55", "ON TIME")


async def test_undo_takes_back_what_another_station_did(podium: OpenPodium) -> None:
    async with podium() as (_, _, room):
        other = room.desk("list desk")
        scenes.act(other, "inscribe", delegation="TUR")
        await room.hear()
        await room.press("u", "y")
        assert "TUR" not in room.waiting()
        assert "Undone: Türkiye was inscribed on the list for item 1(f)" in room.screen
        other.catch_up()
        assert other.conference == room.conference


async def test_an_act_on_what_is_not_yet_shown_is_decided_on_the_new_state(
    podium: OpenPodium,
) -> None:
    async with podium() as (_, _, room):
        room.do("inscribe", delegation="TUR")
        await room.press("n")
        assert room.speaker == "NGA" and "TUR" in room.waiting()


async def test_n_never_calls_somebody_else_than_was_shown_as_next(podium: OpenPodium) -> None:
    async with podium(scenes.speaking, size=(120, 36)) as (_, _, room):
        room.do("withdraw", entry="Guinea")
        assert "NEXT Guinea" in room.screen, "it is not heard of yet"
        await room.press("n")
        assert room.speaker == "NGA" and "International Criminal Police" in room.said
        await room.press("n")
        assert room.speaker == "INTERPOL"


async def test_the_same_act_at_two_stations_is_done_once(podium: OpenPodium) -> None:
    async with podium(scenes.called) as (_, _, room):
        room.do("start-clock")
        await room.press("space")
        assert room.said == "Refused: The clock runs already."
        assert room.conference.floor is not None
        assert room.conference.floor.phase is Phase.SPEAKING


async def test_the_real_follower_tells_of_other_stations(
    podium: OpenPodium, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard, shown = asyncio.Event(), Acts.catch_up

    def listen(acts: Acts) -> None:
        shown(acts)
        conference = room.conference
        if "TUR" in [one.delegation for one in conference.list_of("1(f)", body).waiting]:
            heard.set()

    monkeypatch.setattr(Acts, "catch_up", listen)
    async with podium() as (_, _, room):
        body = room.conference.body
        following = room.podium
        journal = SqliteJournal(room.path)
        follower = journal.follow(following.others.changed, following.others.failed)
        try:
            room.do("inscribe", delegation="TUR")
            await asyncio.wait_for(heard.wait(), 10)
        finally:
            await asyncio.to_thread(follower.stop)
            journal.close()
        await room.settle()
        assert "Türkiye was inscribed" in room.screen


async def test_a_follower_that_fails_while_the_podium_ends_holds_nothing_up(
    podium: OpenPodium,
) -> None:
    async with podium() as (app, _, room):
        await asyncio.wait_for(asyncio.to_thread(app.others.failed, disk_full()), 10)
        await room.settle()
        assert "What other stations record is no longer shown at once" in room.screen
        assert "NOT SAVED" not in room.status


# What cannot be recorded


def fail(*_: object) -> None:
    """The journal has no room."""
    raise disk_full()


async def test_what_is_not_saved_is_not_done_and_said(
    podium: OpenPodium, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with podium(scenes.called) as (app, _, room):
        was, floor = room.conference, room.digits
        monkeypatch.setattr(app.others.journal, "append", fail)
        await room.press("space")
        assert "NOT SAVED" in room.screen and "NOT SAVED" in room.status
        assert FULL in room.screen
        assert room.conference is was and room.digits == floor
        await room.pass_time(5)
        assert room.digits == "3:00" and "CALLED" in room.screen
        monkeypatch.undo()
        await room.press("space")
        assert "NOT SAVED" not in room.screen and "saved" in room.status
        assert room.said == "Nigeria began."


async def test_a_dialog_keeps_what_was_not_saved(
    podium: OpenPodium, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with podium() as (app, _, room):
        await room.press("a")
        monkeypatch.setattr(app.others.journal, "append", fail)
        await room.answer(*"tür", "enter")
        assert isinstance(app.screen, ActDialog) and FULL in room.refusal
        assert "NOT SAVED" in room.screen and "TUR" not in room.waiting()
        monkeypatch.undo()
        await room.answer("enter")
        assert isinstance(app.screen, Podium) and "TUR" in room.waiting()
        assert "NOT SAVED" not in room.screen


async def test_the_command_line_keeps_what_was_not_saved(
    podium: OpenPodium, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with podium() as (app, _, room):
        monkeypatch.setattr(app.others.journal, "append", fail)
        await room.press("colon")
        await room.answer(*"note late", "enter")
        assert FULL in room.said and "NOT SAVED" in room.screen
        assert app.podium.query_one(CommandLine).value == "note late"


async def test_a_podium_that_cannot_record_that_it_opened_says_so(
    podium: OpenPodium, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = podium()
    async with opened as (_, _, room):
        pass
    monkeypatch.setattr(SqliteJournal, "append", fail)
    async with podium_on(room) as (_, _, room):
        await room.answer("escape")
        assert "NOT SAVED" in room.screen and FULL in room.screen
        await room.press("q")
        await room.answer("y")


async def test_what_others_did_and_cannot_be_read_is_told(
    podium: OpenPodium, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(after: int = 0) -> None:
        raise StorageError("The disk reported an error on conference.db.")

    async with podium() as (app, _, room):
        monkeypatch.setattr(app.others.journal, "read", broken)
        await room.hear()
        assert "The disk reported an error on conference.db." in room.screen
        assert "NOT SAVED" in room.status
        monkeypatch.undo()


async def test_what_another_station_does_as_the_podium_ends_is_told_to_nobody(
    podium: OpenPodium,
) -> None:
    async with podium() as (app, _, _):
        pass
    with ThreadPoolExecutor(1) as another:
        another.submit(app.others.changed).result()
        another.submit(app.others.failed, StorageError("The disk is gone.")).result()
