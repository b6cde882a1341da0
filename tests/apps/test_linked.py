"""What the link tells the podium, through a link that says what a test lets it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from plenary_tui.procedure.ledger import PodiumOpened
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.stations.link_beside import LinkState, Way
from plenary_tui.storage.link_file import Link, write_link
from tests.ui.podium import Chamber, chamber, podium_on

LINK = Link("service=hq", 1, "COP12", "0" * 64, "podium@a", epoch=1)


class FakeLink:
    """Stands for a link."""

    def __init__(self, room: Chamber, *, in_charge: bool = True) -> None:
        self.state = LinkState(Way.BEGINNING, in_charge, room.clock.now())
        self.told: Callable[[LinkState], None] | None = None
        self.pokes, self.stopped = 0, False

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


async def test_another_podium_that_took_charge_is_told_in_a_dialog_and_nothing_is_recorded(
    tmp_path: Path,
) -> None:
    made = chamber(tmp_path)
    link: Any = FakeLink(made)
    async with podium_on(made, link=link, size=(120, 36)) as (_, _, room):
        await link.tell(room, Way.LINKED, sent=room.conference.seq)
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


async def test_a_podium_that_only_follows_says_who_is_in_charge_until_it_is_itself(
    tmp_path: Path,
) -> None:
    made = chamber(tmp_path)
    link: Any = FakeLink(made, in_charge=False)
    write_link(made.path, replace(LINK, epoch=0))
    async with podium_on(made, link=link, size=(120, 36)) as (_, _, room):
        opened = room.conference.seq
        await link.tell(room, Way.LINKED, sent=opened, holder="podium@b")
        assert "podium@b is in charge" in room.status
        await room.press("n")
        assert room.speaker is None and "only follows" in room.screen
        write_link(made.path, LINK)
        await link.tell(room, Way.LINKED, in_charge=True, holder="podium@a")
        assert "is in charge" not in room.status
        assert room.desk().ledger.last is not None
        assert isinstance(room.desk().ledger.last.event, PodiumOpened)  # type: ignore[union-attr]
        await room.press("n")
        assert room.speaker is not None
