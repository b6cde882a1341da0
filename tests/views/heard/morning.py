"""The morning of the scenes, in a chamber without a podium: shared by the tests of this room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.ground.act import Command, Event
from plenary_tui.procedure.state.conference import Conference, Statement
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.views.heard.happenings import Happening, Span, happenings, looked_at
from tests.chamber import Chamber
from tests.ui import scenes


@dataclass
class _Desk:
    """Does acts in a chamber, as a desk does."""

    chamber: Chamber

    def dispatch(self, command: Command) -> tuple[Event, ...]:
        return self.chamber.record(*self.chamber.decide(command))


def morning(**changes: Any) -> Chamber:
    """Two statements, a point of order, a reply, a motion and a vote."""
    chamber = Chamber(**changes)
    scenes.heard(cast(Desk, _Desk(chamber)), chamber.clock)
    return chamber


def looked(chamber: Chamber, span: Span) -> tuple[Happening, ...]:
    """What is looked at."""
    conference = chamber.conference
    found = happenings(conference)
    return looked_at(conference, found, span, chamber.clock.now()).happenings


def keys(found: tuple[Happening, ...]) -> list[str]:
    """What happened, in short: `statement 1`."""
    return [f"{kind} {number}" for kind, number in (one.key for one in found)]


def with_many(conference: Conference, count: int) -> Conference:
    """The same conference with so many statements, all alike."""
    first: Statement = conference.statements[0]
    return replace(conference, statements=(first,) * count)
