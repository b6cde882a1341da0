"""Two stations act at once, and neither does what its officer has not seen."""

from __future__ import annotations

import pytest

from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.on_record import Redo, Undo
from tests.chamber import command_of


def test_undo_never_takes_back_an_act_not_seen(desks: tuple[Desk, Desk]) -> None:
    podium, list_desk = desks
    podium.dispatch(command_of("open-meeting"))
    list_desk.dispatch(command_of("register", delegation="Oxfam", **{"class": "NGO"}))
    with pytest.raises(Refused, match="Another station has just recorded an act: Oxfam"):
        podium.dispatch(Undo())
    assert podium.conference.in_session
    podium.dispatch(Undo())
    assert not any(one.name == "Oxfam" for one in podium.conference.delegations)


def test_redo_never_does_another_act_than_the_one_seen(desks: tuple[Desk, Desk]) -> None:
    podium, list_desk = desks
    podium.dispatch(command_of("open-meeting"))
    podium.dispatch(command_of("register", delegation="Oxfam", **{"class": "NGO"}))
    podium.dispatch(Undo())
    list_desk.catch_up()
    list_desk.dispatch(Undo())
    with pytest.raises(Refused, match="changed what can be redone"):
        podium.dispatch(Redo())
    assert not podium.conference.in_session


def test_the_floor_never_goes_to_somebody_who_was_not_seen_to_be_next(
    desks: tuple[Desk, Desk],
) -> None:
    podium, list_desk = desks
    podium.dispatch(command_of("open-meeting", override="Sample"))
    podium.dispatch(command_of("take-up-item", item="1(f)"))
    for delegation in ("NGA", "GIN"):
        podium.dispatch(command_of("inscribe", delegation=delegation))
    podium.dispatch(command_of("open-floor"))
    list_desk.catch_up()
    list_desk.dispatch(command_of("withdraw", entry="NGA"))
    with pytest.raises(Refused, match="who is called: Guinea is next now"):
        podium.dispatch(command_of("give-floor"))
    assert podium.conference.floor is None
    list_desk.dispatch(command_of("register", delegation="Oxfam", **{"class": "NGO"}))
    podium.dispatch(command_of("give-floor"))
    floor = podium.conference.floor
    assert floor is not None and floor.entry is not None and floor.entry.delegation == "GIN"
