"""Random acts, sensible and senseless: the President always has words, and calls the right one."""

from __future__ import annotations

from hypothesis.stateful import invariant

from plenary_tui.exchange.script import built_in
from plenary_tui.procedure.speakers.order import next_at
from plenary_tui.procedure.state.vocabulary import Phase
from plenary_tui.views.podium.reminded import officers_script
from plenary_tui.views.script.people import who
from plenary_tui.views.script.script import script
from tests.procedure.test_machine import THOROUGH, House

CALLS = ("call.statement", "call.high", "call.video")


class SpokenHouse(House):
    """A conference in which anything is tried, and what its President says meanwhile."""

    @invariant()
    def the_president_calls_nobody_but_who_is_called_or_next(self) -> None:
        """The script can always be said; whom it calls is on the floor or next on the list."""
        conference, now = self.chamber.conference, self.chamber.clock.now()
        found = officers_script(conference, now)
        assert all(built_in().say_all((*found.lines, *found.otherwise)))
        floor, speakers = conference.floor, conference.current_list
        called = floor.entry if floor is not None and floor.phase is Phase.CALLED else None
        due = called or (next_at(conference, speakers, now.utc) if speakers else None)
        calls = [one for one in found.lines if one.key in CALLS]
        assert [dict(one.values)["who"] for one in calls] in ([], [due and who(conference, due)])
        assert not any(one.key.startswith("remind.") for one in script(conference, now).lines)


SpokenHouse.TestCase.settings = THOROUGH
test_what_is_said_in_the_house = SpokenHouse.TestCase
