"""The state is kept beside the database: now and then, when it is quiet, and at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from plenary_tui.apps import keeping
from plenary_tui.apps.beginning import Beginning
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.storage.errors import OtherState
from plenary_tui.storage.kept_state import decoded, keep_state
from plenary_tui.storage.layout import KEPT_STATE, beside
from plenary_tui.storage.open_journal import open_journal
from tests.chamber import command_of
from tests.storage.chamber import by_hand
from tests.ui import scenes
from tests.ui.podium import Chamber, chamber, podium_on


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A few rows are worth it."""
    monkeypatch.setattr(keeping, "WORTH", 5)
    monkeypatch.setattr(keeping, "OFTEN", 3)
    monkeypatch.setattr(keeping, "AT_LATEST", 6)
    yield


def kept_of(room: Chamber) -> int:
    """The number of the row up to which the state is kept; 0 if none is."""
    file = beside(room.path, KEPT_STATE)
    return decoded(file.read_bytes()[32:])[1].conference.seq if file.exists() else 0


async def look(room: Chamber, times: int = 1) -> None:
    """Let the podium look so often whether it is worth it."""
    for _ in range(times):
        room.podium.keeping.look()
        await room.podium.workers.wait_for_complete()


async def test_where_none_was_it_is_kept_once_nothing_is_done_for_a_while(tmp_path: Path) -> None:
    async with podium_on(chamber(tmp_path, scenes.speaking)) as (_, _, room):
        assert room.conference.seq > 6
        await look(room, keeping.QUIET - 1)
        assert kept_of(room) == 0
        await look(room, keeping.QUIET + 1)
        assert kept_of(room) == room.conference.seq


async def test_it_is_kept_again_when_enough_was_recorded_and_it_is_quiet(tmp_path: Path) -> None:
    async with podium_on(chamber(tmp_path, scenes.speaking)) as (_, _, room):
        await look(room, keeping.QUIET + 1)
        first = kept_of(room)
        for number in range(2):
            room.do("note", text=f"Note {number}")
        await room.hear()
        await look(room, keeping.QUIET + 1)
        assert kept_of(room) == first, "two rows are not worth it"

        for number in range(3):
            room.do("note", text=f"More {number}")
            await room.hear()
            await look(room)
        assert kept_of(room) == first, "something is done all the time"
        await look(room, keeping.QUIET)
        assert kept_of(room) == room.conference.seq == first + 5


async def test_it_is_kept_at_last_whatever_is_done(tmp_path: Path) -> None:
    async with podium_on(chamber(tmp_path, scenes.speaking)) as (_, _, room):
        await look(room, keeping.QUIET + 1)
        first = kept_of(room)
        for number in range(6):
            room.do("note", text=f"Note {number}")
            await room.hear()
            await look(room)
        assert kept_of(room) == first + 6


async def test_a_closed_podium_leaves_it_and_the_next_one_begins_with_it(tmp_path: Path) -> None:
    async with podium_on(chamber(tmp_path, scenes.speaking)) as (app, _, room):
        app.close_podium()
    app.keeping.end()
    before = app.conference
    assert kept_of(room) == before.seq
    async with podium_on(room, believed=True) as (app, _, room):
        assert app._desk.ledger.is_whole, "the journal has confirmed it"
        assert app._charge.taken and room.conference.seq == before.seq + 1
        assert room.conference == before
        await room.press("u")
        assert room.speaker == "NGA" and "Undone" in room.said
        assert app.return_value is None


async def test_a_changed_entry_ends_the_podium_with_nothing_recorded(tmp_path: Path) -> None:
    async with podium_on(chamber(tmp_path, scenes.speaking)) as (app, _, room):
        app.close_podium()
    standing = app._desk.ledger.standing
    assert standing is not None
    other = replace(standing, conference=replace(standing.conference, president="Nobody"))
    with closing(open_journal(room.path).journal) as journal:
        keep_state(room.path, other, journal.hash_of(standing.conference.seq))
    async with podium_on(room, believed=True) as (app, _, room):
        assert app.intents.closed
    assert isinstance(app.return_value, OtherState)
    with closing(open_journal(room.path).journal) as journal:
        assert len(journal.read()) == standing.conference.seq
    app.keeping.end()
    assert kept_of(room) == standing.conference.seq, "nothing that is not confirmed is kept"


async def test_whatever_asks_first_where_the_journal_is_damaged_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with podium_on(chamber(tmp_path, scenes.speaking)) as (app, _, room):
        app.close_podium()
    app.keeping.end()
    with by_hand(room.path) as database:
        database.execute("UPDATE journal SET station = 'nobody' WHERE seq = 3")
    rows = kept_of(room)
    with monkeypatch.context() as still_reading:
        still_reading.setattr(Beginning, "_prove", lambda _: None)
        async with podium_on(room, believed=True) as (app, _, room):
            for key in ("u", "r", "n"):
                await room.press(key)
                assert "damaged after record 2" in room.said, key
                app.say("")
            refused: list[Refused | None] = []
            app.take_beside(command_of("note", text="On damage"), refused.append)
            assert refused[0] is not None and "damaged" in str(refused[0])
            assert app.in_force()(lambda: None) == () and "damaged" in room.said
            app.close_podium()
    with by_hand(room.path) as database:
        assert database.execute("SELECT max(seq) FROM journal").fetchone() == (rows,)


async def test_what_the_journal_has_not_confirmed_is_never_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with podium_on(chamber(tmp_path, scenes.speaking)) as (app, _, room):
        with monkeypatch.context() as unconfirmed:
            unconfirmed.setattr(app._desk.ledger, "is_whole", False)
            await look(room, 2 * keeping.QUIET)
            app.keeping.end()
            assert kept_of(room) == 0
        await look(room, keeping.QUIET + 1)
        assert kept_of(room) == room.conference.seq


async def test_a_podium_that_was_never_in_charge_gives_nothing_back(tmp_path: Path) -> None:
    async with podium_on(chamber(tmp_path, scenes.speaking)) as (app, _, room):
        seq = room.conference.seq
        app._charge.taken = False
        app._charge.give_back()
        assert room.conference.seq == seq
