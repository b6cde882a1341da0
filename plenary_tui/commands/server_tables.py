"""`plenary server init | grant | upgrade`: for whoever owns the server's database."""

from __future__ import annotations

from plenary_tui.commands.between_machines import FUNCTIONS
from plenary_tui.commands.failures import DONE, Misused
from plenary_tui.commands.invocation import Invocation
from plenary_tui.commands.output import say


def server(invocation: Invocation) -> int:
    """Do what was asked for; the exit status. Raises `ServerError`."""
    options = invocation.options
    if (options.task == "grant") != (options.function is not None):
        raise Misused(
            "It is plenary server grant SERVER LOGIN FUNCTION, or init or upgrade SERVER."
        )
    station: str = getattr(options, "station", "")  # one of the options that every command takes
    if station and not options.conference:
        raise Misused("A station has its name in a conference: add --conference NAME.")
    if options.task == "grant" and options.function not in FUNCTIONS:
        raise Misused(f"A login is for one of {', '.join(FUNCTIONS)}, not “{options.function}”.")
    from plenary_tui.storage.server.address import read_address

    address = read_address(options.server)
    from plenary_tui.stations.granting import grant
    from plenary_tui.storage.server.setting_up import init, upgrade

    if options.task == "grant":
        grant(address, options.login, options.function, options.conference, station)
        where = f" in {options.conference}" if options.conference else ""
        say(f"{options.login} is {_article(options.function)} {options.function}{where} now.")
        return DONE
    state = init(address) if options.task == "init" else upgrade(address)
    what = "were made" if state.made else "are up to date"
    say(f"The tables of a plenary {what} (version {state.version}).")
    say(
        f"The server takes {state.connections} connections; each station keeps one, "
        "and a few are the server's own (max_connections)."
    )
    return DONE


def _article(function: str) -> str:
    return "the" if function in ("booth", "podium") else "a"
