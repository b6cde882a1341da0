"""A login of the server is given what it is for."""

from __future__ import annotations

from plenary_tui.stations.station_rights import FUNCTIONS
from plenary_tui.storage.server import setting_up
from plenary_tui.storage.server.address import Address
from plenary_tui.storage.server.errors_of_server import ServerError


def grant(address: Address, login: str, function: str, conference: str, station: str = "") -> None:
    """Give a login its place in a conference, or the right to bring conferences to the server.

    What is granted last holds. Raises `ServerError`.

    Args:
        function: a key of `FUNCTIONS`.
        conference: its name on the server; "" for a podium that brings one.
        station: a name that is this login's there from now on; "" leaves all as they are.
    """
    one = FUNCTIONS[function]
    if not conference and one.group != "podium":
        raise ServerError(
            f"A {function} is one of a conference.",
            "Add --conference NAME; `plenary link` tells it.",
        )
    setting_up.grant(address, login, one.group, one.acts, conference, station)
