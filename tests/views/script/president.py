"""A chamber in which a second passes before every act, and the words of its President."""

from __future__ import annotations

from typing import Any

from plenary_tui.exchange.script import built_in
from plenary_tui.procedure.ground.act import Event
from plenary_tui.views.podium.reminded import officers_script
from plenary_tui.views.public.snapshot import take_snapshot
from plenary_tui.views.script.line import Script
from tests.chamber import Chamber


class President(Chamber):
    """What the President says next, as acts are done."""

    def do(self, act: str, **fields: Any) -> tuple[Event, ...]:
        """Do an act, a second later."""
        self.clock.advance(1)
        return super().do(act, **fields)

    @property
    def script(self) -> Script:
        """The script as of now."""
        return officers_script(self.conference, self.clock.now())

    @property
    def says(self) -> list[str]:
        """The sentences to say next."""
        return list(built_in().say_all(self.script.lines))

    @property
    def otherwise(self) -> list[str]:
        """The sentences to say if something else happens."""
        return list(built_in().say_all(self.script.otherwise))

    @property
    def in_public(self) -> list[str]:
        """The sentences that feeds and pages are given."""
        return list(take_snapshot(self.conference, self.clock.now(), built_in()).script)


def in_session(*waiting: str, item: str = "1(f)", **fields: Any) -> President:
    """The first meeting, an item taken up, delegations on its list, its floor open."""
    room = President()
    room.open_meeting()
    room.do("take-up-item", item=item)
    room.inscribe(*waiting, **fields)
    if item != "1(f)":
        room.do("introduce-item")
        room.do("secretariat-statement")
    room.do("open-floor")
    return room


def state(name: str) -> str:
    """How a State is named."""
    return f"the distinguished representative of {name}"
