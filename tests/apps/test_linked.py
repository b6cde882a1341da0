"""What the link tells the podium, through a link that says what a test lets it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from plenary_tui.clock import SystemClock, TimeScale, awake
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.ground.on_record import PodiumOpened, Undo
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.rehearsal.own_time import ChargeClock, FollowedClock
from plenary_tui.stations.link_state import LinkState, Way
from plenary_tui.stations.outbox import request_of
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.link_file import Link, write_link
from plenary_tui.storage.server.requested import Answer, Request
from plenary_tui.widgets.asked_panel import AskedPanel
from plenary_tui.widgets.big_type import BigType
from plenary_tui.widgets.speakers_list import SpeakersList
from tests.chamber import command_of
from tests.ui import scenes
from tests.ui.podium import Chamber, chamber, podium_on

PATIENCE = 20.0
LINK = Link("service=hq", 1, "COP12", "0" * 64, "podium@a", epoch=1)


class FakeLink:
    """Stands for a link; of a machine that only follows, nothing is recorded there from now on."""

    def __init__(self, room: Chamber, *, in_charge: bool = True) -> None:
        self.state = LinkState(Way.BEGINNING, in_charge, room.clock.now())
        self.told: Callable[[LinkState], None] | None = None
        self.pokes, self.stopped = 0, False
        self.asked: list[tuple[Command, int]] = []
        self.unanswered: list[Request] = []
        self._clock = room.clock
        if not in_charge:
            write_link(room.path, replace(LINK, epoch=0))

    def ask(self, command: Command, seen: int) -> None:
        """Keep what is asked."""
        self.asked.append((command, seen))
        self.unanswered.append(request_of(command, "list desk", seen, self._clock.now()))

    def waiting(self) -> list[Request]:
        """What is asked and was not answered."""
        return list(self.unanswered)

    def start(self, told: Callable[[LinkState], None]) -> None:
        """Keep whom to tell."""
        self.told = told

    def poke(self) -> None:
        """Count."""
        self.pokes += 1

    def stop(self) -> None:
        """Be stopped."""
        self.stopped = True

    async def tell(self, room: Chamber, way: Way, **more: Any) -> None:
        """Tell how it stands."""
        assert self.told is not None and room.pilot is not None
        since = self.state.since if way is self.state.way else room.clock.now()
        self.state = replace(self.state, way=way, since=since, **more)
        self.told(self.state)
        await room.pilot.pause()


@asynccontextmanager
async def in_charge(tmp_path: Path, holder: str = "podium@a") -> AsyncIterator[tuple[Any, Chamber]]:
    """A podium in charge, all of whose records the server has."""
    made = chamber(tmp_path)
    link: Any = FakeLink(made)
    async with podium_on(made, link=link, size=(120, 36)) as (_, _, room):
        await link.tell(room, Way.LINKED, sent=room.conference.seq, holder=holder)
        yield link, room


async def test_quiet_is_good_and_alone_is_said_with_what_is_kept_here(tmp_path: Path) -> None:
    made = chamber(tmp_path)
    link: Any = FakeLink(made)
    async with podium_on(made, link=link, size=(120, 36)) as (_, _, room):
        seq = room.conference.seq
        await link.tell(room, Way.LINKED, sent=seq, holder="podium@a")
        quiet = room.status
        assert "ALONE" not in quiet and "charge" not in quiet
        await link.tell(room, Way.ALONE, trouble="The server does not answer.")
        pokes = link.pokes
        await room.press("n")
        assert room.speaker is not None, "a key is answered as ever"
        assert link.pokes > pokes, "and the link is told at once"
        assert "ALONE since 10:0" in room.status
        assert f"{room.conference.seq - seq} record" in room.status
        await link.tell(room, Way.LINKED, sent=room.conference.seq, trouble="")
        assert "All one again: 1 record was passed on." in room.said
        assert "ALONE" not in room.status
    assert link.stopped


async def test_it_is_said_that_the_server_has_not_all_once_that_is_so_for_more_than_a_second(
    tmp_path: Path,
) -> None:
    async with in_charge(tmp_path) as (link, room):
        await room.pass_time(60)
        await room.press("n")
        assert "not at the server" not in room.status, "it has just been recorded"
        await room.pass_time(2)
        assert "1 record not at the server yet" in room.status
        await link.tell(room, Way.LINKED, sent=room.conference.seq)
        assert "not at the server" not in room.status


async def test_what_a_podium_recorded_alone_is_noted_told_and_done_again_by_a_key(
    tmp_path: Path,
) -> None:
    async with in_charge(tmp_path) as (link, room):
        acts = tuple(replace(one, station="podium@b") for one in scenes.ALONE)
        for _ in range(2):  # the link may ask once more, where the app took long
            assert await asyncio.to_thread(link.note_alone, acts)
            await room.rest()
        assert "podium@b recorded 2 acts alone, which are not in the journal" in room.said
        assert "F4 lists them" in room.said, room.said
        assert "2 RECORDED ALONE" in room.status
        kinds = [one.event.kind for one in room.desk().ledger.in_force]
        assert kinds.count("acts recorded alone") == 1, "it is noted once"
        await room.press("f4")
        assert "podium@b" in room.screen and "Niger was inscribed." in room.screen
        await room.press("d")
        assert "So podium@b had recorded it alone" in room.screen
        assert "NER" in room.waiting()
        await room.press("d")
        assert "No key does this again: A file was taken over." in room.screen
        await room.press("x")
        assert "left undone" in room.screen
        await room.press("escape")
        assert "RECORDED ALONE" not in room.status


async def test_what_was_recorded_alone_is_not_noted_before_the_podium_has_taken_charge(
    tmp_path: Path,
) -> None:
    made = chamber(tmp_path)
    link: Any = FakeLink(made, in_charge=False)
    async with podium_on(made, link=link, size=(120, 36)) as (_, _, room):
        before = room.conference.seq
        assert not await asyncio.to_thread(link.note_alone, scenes.ALONE)
        await room.rest()
        assert room.conference.seq == before and not room.conference.alone


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 36), (180, 52)], ids=str)
async def test_the_other_podium_lists_it_too_and_asks_for_it_to_be_done_again(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    made = chamber(tmp_path)
    link: Any = FakeLink(made)
    async with podium_on(made, link=link, size=size) as (_, _, room):
        await asyncio.to_thread(link.note_alone, scenes.ALONE)
        await room.rest()
        write_link(room.path, replace(LINK, epoch=0))
        await link.tell(room, Way.LINKED, in_charge=False, holder="podium@a")
        await room.answer("k")
        await room.press("f4")
        assert "Niger was inscribed." in room.screen and "by hand" in room.screen
        await room.press("d")
        assert "Asked of podium@a: do-again." in room.screen
        assert [one for one, _ in link.asked] == [command_of("do-again", alone=1)]


async def test_another_podium_that_took_charge_is_told_in_a_dialog_and_nothing_is_recorded(
    tmp_path: Path,
) -> None:
    async with in_charge(tmp_path) as (link, room):
        write_link(room.path, replace(LINK, epoch=0, common=3))
        await link.tell(room, Way.FENCED, in_charge=False, holder="podium@b", strays=2)
        assert "podium@b has taken charge of this conference" in room.screen
        assert "(2 records)" in room.screen
        await room.answer("k")
        assert "ANOTHER PODIUM IS IN CHARGE" in room.status
        before = room.conference.seq
        await room.press("n")
        assert room.conference.seq == before
        assert "Another podium has taken charge" in room.screen
        assert "NOT SAVED" not in room.status, "nothing is wrong with the disk"


async def test_a_podium_all_of_whose_records_the_other_has_is_told_too_and_follows(
    tmp_path: Path,
) -> None:
    async with in_charge(tmp_path) as (link, room):
        write_link(room.path, replace(LINK, epoch=0))
        await link.tell(room, Way.LINKED, in_charge=False, holder="podium@b")
        assert "ANOTHER PODIUM IS IN CHARGE" in room.screen
        assert "podium@b has taken charge" in room.screen and "alone" not in room.screen
        await room.answer("k")
        assert "podium@b is in charge" in room.status
        await room.press("n")
        assert room.speaker is None and "Asked of podium@b: give-floor." in room.said
        write_link(room.path, LINK)
        await link.tell(room, Way.LINKED, in_charge=True, holder="podium@a")
        answer = await decided(link, room, request(command_of("note", text="of a desk"), room))
        assert answer is not None and answer.seq, "in charge again, it decides what is asked"


class Driven(ChargeClock):
    """A podium's clock whose own is one that a test sets."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._own, name)


@pytest.mark.parametrize("ahead", [37.0, -4.2])
async def test_a_podium_that_was_taken_over_counts_down_by_the_clock_of_the_one_in_charge(
    tmp_path: Path, ahead: float
) -> None:
    made = chamber(tmp_path)
    made.do("give-floor", station="podium@a")
    made.do("start-clock", station="podium@a")
    own, heartbeat = made.clock, Heartbeat(made.path)
    followed = FollowedClock(heartbeat, lambda: None, SystemClock())
    clock: Any = Driven(own, followed, follows=False)  # type: ignore[arg-type]
    made.clock = clock
    link: Any = FakeLink(made)
    async with podium_on(made, link=link, size=(120, 36)) as (app, _, room):
        await link.tell(room, Way.LINKED, sent=room.conference.seq, holder="podium@a")
        assert app.now.boot == own.boot
        there = replace(own.now().before(timedelta(seconds=-ahead)), boot="another machine's")
        scale = TimeScale(there, awake(), SystemClock().boot, 1.0)
        write_link(room.path, replace(LINK, epoch=0))
        await link.tell(room, Way.LINKED, in_charge=False, holder="podium@b")
        Heartbeat(room.path, lambda: scale).beat(there)  # as the link writes it
        app.tick()
        away = app.now.since(scale.at(awake())).total_seconds()
        assert app.now.boot == "another machine's" and abs(away) < 0.1
        write_link(room.path, LINK)
        await link.tell(room, Way.LINKED, in_charge=True, holder="podium@a")
        app.tick()
        assert app.now.boot == own.boot, "in charge again it goes by its own"
        last = room.desk().ledger.last
        assert last is not None and last.event.at.boot == own.boot


async def test_a_podium_that_is_fenced_shows_what_it_recorded_by_its_own_clock(
    tmp_path: Path,
) -> None:
    made = chamber(tmp_path)
    own = made.clock
    followed = FollowedClock(Heartbeat(made.path), lambda: None, SystemClock())
    clock: Any = Driven(own, followed, follows=False)  # type: ignore[arg-type]
    made.clock = clock
    link: Any = FakeLink(made)
    async with podium_on(made, link=link, size=(120, 36)) as (_, _, room):
        await link.tell(room, Way.LINKED, sent=room.conference.seq, holder="podium@a")
        write_link(room.path, replace(LINK, epoch=0, common=3))
        await link.tell(room, Way.FENCED, in_charge=False, holder="podium@b", strays=2)
        assert not clock.follows


async def test_after_a_crash_it_is_said_who_is_in_charge_by_now_where_that_is_asked(
    tmp_path: Path,
) -> None:
    made = chamber(tmp_path, scenes.speaking)
    async with podium_on(made) as (_, _, room):
        await room.pass_time(20)
    made.clock.advance(65)
    link: Any = FakeLink(made)
    async with podium_on(made, link=link, size=(120, 36)) as (app, _, room):
        seq = room.conference.seq
        assert "Keep it running" in room.screen
        await link.tell(room, Way.ALONE, trouble="The server does not answer.")
        assert "it is not known whether another is in charge by now" in room.screen
        await link.tell(room, Way.LINKED, sent=seq, holder="podium@a", trouble="")
        assert "not known whether" not in room.screen and "Pause the clock now" in room.screen
        write_link(room.path, replace(LINK, epoch=0))
        await link.tell(room, Way.LINKED, in_charge=False, holder="podium@b")
        await room.answer("k")  # the dialog that tells it
        assert "podium@b is in charge of this conference by now" in room.screen
        assert "Follow podium@b" in room.screen and "Pause the clock now" not in room.screen
        assert "everything is as it was" not in room.screen
        await room.answer("k")
        assert app.screen is app.podium and room.conference.seq == seq
        assert "podium@b is in charge" in room.status


async def test_a_desk_takes_back_what_it_did_itself_and_is_not_asked_about_others(
    tmp_path: Path,
) -> None:
    made = chamber(tmp_path)
    made.do("inscribe", delegation="Türkiye", station="podium")
    made.do("give-floor", station="podium@a")
    link: Any = FakeLink(made, in_charge=False)
    async with podium_on(made, link=link, size=(80, 24)) as (_, _, room):
        await link.tell(room, Way.LINKED, sent=room.conference.seq, holder="podium@a")
        await room.press("u")
        assert "all the same" not in room.screen
        assert [command for command, _ in link.asked] == [Undo(own=True)], room.said


async def test_a_desk_takes_back_what_it_noted_and_nobody_has_decided_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = chamber(tmp_path)
    link: Any = FakeLink(made, in_charge=False)
    async with podium_on(made, link=link, size=(80, 24)) as (app, _, room):
        monkeypatch.setattr(app.acts._desk, "_station", "a desk that has done nothing yet")
        await link.tell(room, Way.ALONE, holder="podium@a", trouble="The server does not answer.")
        await room.press("u")
        assert "Nothing that was done here can be undone." in room.screen and not link.asked
        link.ask(command_of("inscribe", delegation="Türkiye"), room.conference.seq)
        await room.press("u")
        assert [one.act for one, _ in link.asked] == ["inscribe", "undo"]
        assert "Noted: undo." in room.said


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (80, 50), (120, 36), (180, 52)], ids=str)
async def test_a_list_desk_says_who_has_the_floor(tmp_path: Path, size: tuple[int, int]) -> None:
    made = chamber(tmp_path)
    made.do("give-floor", station="podium@a")
    link: Any = FakeLink(made, in_charge=False)
    async with podium_on(made, link=link, size=size) as (app, _, room):
        await link.tell(room, Way.LINKED, holder="podium@a", may_ask=("inscribe",))
        speaks = room.conference.delegation(room.speaker or "")
        name = app.podium.query_one("FloorPanel BigType", BigType)
        assert speaks is not None and name.text == speaks.name
        assert name.region.height and app.podium.region.contains_region(name.region)


@pytest.mark.parametrize(("ahead", "corrected"), [(37.0, True), (0.2, False)])
async def test_a_statement_goes_on_by_the_clock_of_the_podium_that_was_followed(
    tmp_path: Path, ahead: float, corrected: bool
) -> None:
    made = chamber(tmp_path)
    made.do("give-floor", station="podium@a")
    made.do("start-clock", station="podium@a")
    link: Any = FakeLink(made, in_charge=False)
    async with podium_on(made, link=link, size=(120, 36)) as (_, _, room):
        await link.tell(room, Way.LINKED, sent=room.conference.seq, holder="podium@b")
        there = room.clock.now().before(timedelta(seconds=-ahead))
        scale = TimeScale(there, awake(), SystemClock().boot, 1.0)
        Heartbeat(room.path, lambda: scale).beat(there)
        before = room.elapsed
        write_link(room.path, LINK)
        await link.tell(room, Way.LINKED, in_charge=True, holder="podium@a")
        gained = room.elapsed - before
        assert abs(gained - (ahead if corrected else 0.0)) < 0.5, gained
        assert ("The time spoken was corrected by +37." in room.said) is corrected
        kinds = [one.event.kind for one in room.desk().ledger.in_force]
        assert ("clock adjusted" in kinds) is corrected


async def test_a_podium_that_only_follows_says_who_is_in_charge_until_it_is_itself(
    tmp_path: Path,
) -> None:
    made = chamber(tmp_path)
    link: Any = FakeLink(made, in_charge=False)
    async with podium_on(made, link=link, size=(120, 36)) as (_, _, room):
        opened = room.conference.seq
        await link.tell(room, Way.LINKED, sent=opened, holder="podium@b")
        assert "podium@b is in charge" in room.status
        await link.tell(room, Way.LINKED, unheard=room.clock.now())
        assert "podium@b IS NOT REACHABLE since 10:0" in room.status
        await link.tell(room, Way.LINKED, unheard=None)
        assert "podium@b is in charge" in room.status
        await room.press("n")
        assert room.speaker is None and "Asked of podium@b: give-floor." in room.said
        assert [one.act for one, _ in link.asked] == ["give-floor"]
        write_link(made.path, LINK)
        await link.tell(room, Way.LINKED, in_charge=True, holder="podium@a")
        assert "is in charge" not in room.status
        assert room.desk().ledger.last is not None
        assert isinstance(room.desk().ledger.last.event, PodiumOpened)  # type: ignore[union-attr]
        await room.press("n")
        assert room.speaker is not None


# what is asked, and decided


def request(command: Any, room: Chamber, *, waited: float = 0.0, seen: int | None = None) -> Any:
    """What a list desk asks."""
    at = room.clock.now()
    made = request_of(command, "list desk", room.conference.seq if seen is None else seen, at)
    return replace(made, waited=waited)


async def decided(link: Any, room: Chamber, asked: Any) -> Answer | None:
    """What the podium decides, as the link's thread has it decided."""
    answer: Answer | None = await asyncio.to_thread(link.decide, asked)
    await room.rest()
    return answer


async def test_what_another_asked_is_answered_before_it_is_shown_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with in_charge(tmp_path) as (link, room):
        shows, answered = threading.Event(), threading.Event()
        tick = room.podium.tick

        def after_the_answer() -> None:
            shows.set()
            assert answered.wait(PATIENCE), "the other waits for a picture"
            tick()

        monkeypatch.setattr(room.podium, "tick", after_the_answer)
        asked = request(command_of("inscribe", delegation="Türkiye"), room)

        def ask() -> Answer | None:
            found: Answer | None = link.decide(asked)
            answered.set()
            return found

        answer = await asyncio.to_thread(ask)
        await room.rest()
        assert answer is not None and answer.seq and shows.is_set()
        assert "Türkiye" in room.screen


async def test_what_the_program_fails_on_is_refused_so_that_no_podium_meets_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with in_charge(tmp_path) as (link, room):
        asked = request(command_of("inscribe", delegation="Türkiye"), room)
        with monkeypatch.context() as broken:
            broken.setattr(room.podium.acts, "dispatch", lambda *_: {}["nobody foresaw it"])
            answer = await decided(link, room, asked)
        assert answer is not None and answer.seq is None
        assert "The podium's program failed on it" in answer.said
        assert "list desk asked failed here: inscribe" in room.said
        answer = await decided(link, room, asked)
        assert answer is not None and answer.seq, "and it goes on"


async def test_a_podium_decides_what_is_asked_records_it_in_that_stations_name_and_answers(
    tmp_path: Path,
) -> None:
    async with in_charge(tmp_path) as (link, room):
        room.clock.advance(30)
        asked = request(command_of("inscribe", delegation="Türkiye"), room)
        answer = await decided(link, room, asked)
        assert answer is not None and answer.seq == room.conference.seq
        assert "Türkiye was inscribed" in answer.said
        assert "From list desk: Türkiye was inscribed" in room.said
        records = room.desk().ledger.in_force[-2:]
        assert [one.event.kind for one in records] == ["inscribed", "asked"]
        assert {one.station for one in records} == {"list desk"}
        again = await decided(
            link, room, request(command_of("inscribe", delegation="Türkiye"), room)
        )
        assert again is not None and again.seq is None and "already" in again.said
        undo = await decided(link, room, request(Undo(), room))
        assert undo is not None and "Undone: Türkiye was inscribed" in undo.said
        refused = await decided(link, room, request(Undo(), room))
        assert refused is not None and refused.seq is None


async def test_what_a_desk_did_is_told_after_what_the_officer_was_just_told(tmp_path: Path) -> None:
    async with in_charge(tmp_path) as (link, room):
        await room.press("n")
        own = room.said
        await decided(link, room, request(command_of("note", text="of a desk"), room))
        assert room.said == own, "what was just said is read first"
        await room.pass_time(6)
        assert room.said == "From list desk: A private note was made."
        await room.press("space")
        await room.pass_time(6)
        assert "list desk" not in room.said, "and it is told once"


async def test_a_desk_that_has_the_podiums_name_is_refused_for_it_could_undo_what_that_did(
    tmp_path: Path,
) -> None:
    async with in_charge(tmp_path, holder="podium") as (link, room):
        await room.press("n")
        before = room.conference.seq
        asked = replace(request(Undo(), room), station="podium")
        answer = await decided(link, room, asked)
        assert answer is not None and "--station NAME" in answer.said
        assert room.conference.seq == before
        link.unanswered.append(asked)
        answer = await decided(link, room, asked)
        assert answer is not None and answer.seq, "this machine asked it, before it was in charge"


async def test_what_is_asked_is_done_once_where_the_podium_takes_longer_than_the_link_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plenary_tui.apps.linked.DECIDED_WITHIN", 0.05)
    async with in_charge(tmp_path) as (link, room):
        before = room.conference.seq
        asked = request(command_of("note", text="of a desk"), room)
        with ThreadPoolExecutor(1) as thread:  # the app does nothing else while it is waited for
            for _ in range(3):
                assert thread.submit(link.decide, asked).result() is None
        monkeypatch.setattr("plenary_tui.apps.linked.DECIDED_WITHIN", 20.0)
        answer = await decided(link, room, asked)
        kinds = [one.event.kind for one in room.desk().ledger.in_force if one.seq > before]
        assert answer is not None and answer.seq and kinds.count("noted") == 1, kinds


async def test_what_waited_and_may_mean_something_else_by_now_is_put_to_the_officer(
    tmp_path: Path,
) -> None:
    async with in_charge(tmp_path) as (link, room):
        move = command_of("move", entry="Guinea", to="1", reason="agreed")
        for key, moved in (("n", False), ("y", True)):
            asked = request(move, room, waited=60.0, seen=room.conference.seq - 1)
            assert await decided(link, room, asked) is None
            assert "ASKED SOME TIME AGO" in room.screen and "Guinea" in room.screen
            assert await decided(link, room, asked) is None, "and it is put only once"
            await room.answer(key)
            answer = await decided(link, room, asked)
            assert answer is not None and (answer.seq is not None) is moved
        assert room.waiting()[0] == "GIN"


async def test_of_many_stations_that_come_back_at_once_one_is_put_to_the_officer_at_a_time(
    tmp_path: Path,
) -> None:
    made = chamber(tmp_path)
    link: Any = FakeLink(made)
    async with podium_on(made, link=link, size=(120, 36)) as (app, _, room):
        await link.tell(room, Way.LINKED, sent=room.conference.seq)
        move = command_of("move", entry="Guinea", to="1", reason="agreed")
        late = [request(move, room, waited=60.0, seen=room.conference.seq - 1) for _ in range(3)]
        for done in range(len(late)):
            for one in late[done:]:
                assert await decided(link, room, one) is None
            assert len(app.screen_stack) == 2
            await room.answer("n")
            answer = await decided(link, room, late[done])
            assert answer is not None and answer.seq is None
        assert app.screen is app.podium


async def test_a_desk_asks_with_the_keys_of_the_podium_and_is_told_what_became_of_it(
    tmp_path: Path,
) -> None:
    made = chamber(tmp_path)
    link: Any = FakeLink(made, in_charge=False)
    async with podium_on(made, link=link, size=(120, 36)) as (_, _, room):
        seq = room.conference.seq
        await link.tell(
            room, Way.LINKED, sent=seq, holder="podium@a", may_ask=("inscribe", "mark-ready")
        )
        await room.press("n")
        assert not link.asked and "may not ask for give-floor" in room.screen
        await room.press("colon")
        await room.type("inscribe Türkiye")
        await room.press("enter")
        ((command, seen),) = link.asked
        assert command == command_of("inscribe", delegation="Türkiye") and seen == seq
        assert "Asked of podium@a: inscribe." in room.said
        assert room.conference.seq == seq and "NOT SAVED" not in room.status
        asked = request_of(command, "list desk", seen, room.clock.now())
        link.answered(asked, Answer(None, "Türkiye is on the list already."))
        await room.rest()
        assert room.said == "Refused, inscribe: Türkiye is on the list already."
        await room.press("w")
        assert "Not connected" not in room.screen
        await link.tell(room, Way.ALONE, trouble="The server does not answer.")
        assert "Not connected: what is shown is as it stood at 10:0" in room.screen, "the preview"
        await room.press("escape")
        assert "NOT CONNECTED since" in room.status
        await room.press("colon")
        await room.type("inscribe Türkiye")
        await room.press("enter")
        assert "Noted: inscribe." in room.said and len(link.asked) == 2
        await room.press("colon")
        await room.type("inscribe Atlantis")
        await room.press("enter")
        assert len(link.asked) == 2, "what the rules forbid is refused at once"


async def test_what_a_station_may_not_do_is_grey_wherever_it_is_named_and_says_why(
    tmp_path: Path,
) -> None:
    made = chamber(tmp_path)
    link: Any = FakeLink(made, in_charge=False)
    why = "This station may not ask for"
    async with podium_on(made, link=link, size=(120, 36)) as (app, pilot, room):
        at_first = room.lines_text.splitlines()[-1]
        assert "n Next" in at_first and "(" not in at_first
        may_ask = ("inscribe", "mark-ready", "table-document")
        await link.tell(
            room, Way.LINKED, sent=room.conference.seq, holder="podium@a", may_ask=may_ask
        )
        keys = room.lines_text.splitlines()[-1]
        assert keys.strip().startswith("a Inscribe") and keys.rstrip().endswith("? Help")
        assert "(n Next)" in keys
        await pilot.click(offset=(keys.index("(n Next)") + 1, app.podium.size.height - 1))
        await room.rest()
        assert f"{why} give-floor" in room.said
        await room.press("plus")
        assert f"{why} extend-time" in room.said, "at once, and not after what it asks for"
        await room.press("enter")
        assert f"{why} withdraw" in room.screen, "the menu of a row"
        await room.press("escape")
        await room.press("d")
        assert "(a adopt)" in room.screen and "(n new)" not in room.screen
        await room.press("a")
        assert f"{why} adopt-document" in room.screen
        await room.press("escape")
        await room.press("question_mark")
        assert "(n F5)" in room.screen
        await room.press("escape")
        await room.find_in_palette("Next")
        assert f"{why} give-floor" in room.screen
        await room.press("escape")
        await link.tell(room, Way.LINKED, in_charge=True, may_ask=may_ask)
        assert room.lines_text.splitlines()[-1] == at_first, "in charge it may do all"
    assert not link.asked


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 36), (180, 52)], ids=str)
async def test_a_list_desk_has_a_large_list_inscribes_in_three_letters_and_sees_what_waits(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    made = chamber(tmp_path)
    link: Any = FakeLink(made, in_charge=False)
    async with podium_on(made, link=link, size=size) as (app, _, room):
        before = app.podium.query_one(SpeakersList).size
        assert not app.podium.query(AskedPanel)
        may_ask = ("inscribe", "mark-ready", "undo")
        await link.tell(
            room, Way.LINKED, sent=room.conference.seq, holder="podium@a", may_ask=may_ask
        )
        assert "Nothing waits for an answer." in room.screen
        assert "to give the floor" not in room.screen.replace("I now give the floor", "")
        now = app.podium.query_one(SpeakersList).size
        assert now.width * now.height > before.width * before.height
        await room.press("a")
        await room.type("tür")
        await room.press("enter")
        assert "WAITING FOR AN ANSWER (1)" in room.screen
        assert "inscribe delegation TUR, item 1(f)" in room.screen and "rank" not in room.screen
        assert app.podium.query_one(SpeakersList).size == now, "nothing is laid out anew"
        link.ask(command_of("withdraw", entry="Kenya"), room.conference.seq)  # `plenary do` does
        await room.pass_time(1)
        assert "WAITING FOR AN ANSWER (2)" in room.screen
        link.unanswered.pop()
        await link.tell(room, Way.ALONE, trouble="The server does not answer.")
        assert "NOTED HERE, NOT ASKED YET (1)" in room.screen
        (asked,) = link.unanswered
        link.unanswered.clear()
        link.answered(asked, Answer(9, "Türkiye was inscribed."))
        await room.rest()
        assert "Nothing waits for an answer." in room.screen
        await link.tell(room, Way.LINKED, in_charge=True, holder="list desk")
        assert not app.podium.query(AskedPanel)
        assert app.podium.query_one(SpeakersList).size == before, "in charge it is a podium"


async def test_who_asks_for_all_acts_or_not_to_inscribe_has_the_podiums_screen(
    tmp_path: Path,
) -> None:
    made = chamber(tmp_path)
    link: Any = FakeLink(made, in_charge=False)
    async with podium_on(made, link=link, size=(120, 36)) as (app, _, room):
        before = app.podium.query_one(SpeakersList).size.width
        for may_ask in (None, ("table-document", "undo")):
            await link.tell(room, Way.LINKED, holder="podium@a", may_ask=may_ask)
            assert "Nothing waits for an answer." in room.screen
            assert app.podium.query_one(SpeakersList).size.width == before
