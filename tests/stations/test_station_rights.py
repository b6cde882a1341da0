"""What a login of the server is for: its words, and the acts that it may ask for."""

from __future__ import annotations

from plenary_tui.commands.between_machines import FUNCTIONS as TYPED
from plenary_tui.procedure.events import ACTS
from plenary_tui.stations.station_rights import FUNCTIONS
from plenary_tui.storage.server.setting_up import GROUPS


def test_the_acts_that_a_function_may_ask_for_are_acts() -> None:
    for function in FUNCTIONS.values():
        assert set(function.acts or ()) <= ACTS.keys()


def test_each_function_is_of_a_group_that_the_server_knows_and_can_be_typed() -> None:
    assert {one.group for one in FUNCTIONS.values()} == set(GROUPS)
    assert tuple(FUNCTIONS) == TYPED
