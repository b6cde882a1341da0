"""What the podium says of its link to a server: nothing while all is well."""

from __future__ import annotations

from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.views.podium.cards import StatusWord

LATE = 1.0
"""Seconds after which it is said that the server has not everything."""


class LinkStanding(Value):
    """How a machine stands with the server.

    Attributes:
        in_charge: whether this machine is in charge.
        reached: whether the server answers.
        fenced: whether another podium has taken charge while this one was open.
        since: when that began.
        behind: how many records the server has not yet.
        behind_since: since when it has had none of those; None where it has all.
        holder: the station in charge; "" for none.
        unheard: since when it has given no sign of life; None while it does.
    """

    in_charge: bool
    reached: bool
    fenced: bool
    since: Instant
    behind: int
    holder: str
    unheard: Instant | None = None
    behind_since: Instant | None = None


def link_word(standing: LinkStanding, conference: Conference, now: Instant) -> StatusWord | None:
    """The word of the status line; None where nothing is to be said."""
    since = f"{local(conference, standing.since.utc):%H:%M}"
    kept = _counted(standing.behind)
    if standing.fenced:
        return StatusWord("ANOTHER PODIUM IS IN CHARGE", "bad")
    if not standing.reached and standing.in_charge:
        more = f" · {kept} kept here" if standing.behind else ""
        return StatusWord(f"ALONE since {since}{more}", "bad")
    if not standing.reached:
        return StatusWord(f"NOT CONNECTED since {since}", "bad")
    if standing.unheard is not None and not standing.in_charge:
        at = f"{local(conference, standing.unheard.utc):%H:%M}"
        return StatusWord(f"{standing.holder} IS NOT REACHABLE since {at}", "bad")
    if not standing.in_charge:
        who = f"{standing.holder} is in charge" if standing.holder else "nobody is in charge"
        return StatusWord(who, "warn")
    late = standing.behind_since
    if standing.behind and late is not None and now.since(late).total_seconds() > LATE:
        return StatusWord(f"{kept} not at the server yet", "warn")
    return None


def not_connected(since: Instant, conference: Conference) -> str:
    """What is said at a machine that follows once the server is not reached."""
    at = f"{local(conference, since.utc):%H:%M}"
    return f"Not connected: what is shown is as it stood at {at}."


def charge_words(elsewhere: str, *, reached: bool) -> str:
    """What is said of the charge where it is asked how to go on after a crash; "" for nothing.

    Args:
        elsewhere: the other station that is in charge; "" for none.
    """
    if elsewhere:
        return (
            f"{elsewhere} is in charge of this conference by now: what it records stands, and is "
            "shown here."
        )
    if not reached:
        return "The server is not reached: it is not known whether another is in charge by now."
    return ""


def one_again(passed_on: int, *, in_charge: bool) -> str:
    """What is said once a server that was not reached answers again."""
    if not in_charge:
        return "Connected again: what is shown is as it stands now."
    if not passed_on:
        return "All one again: nothing had to be passed on."
    return f"All one again: {_counted(passed_on)} {'was' if passed_on == 1 else 'were'} passed on."


def _counted(records: int) -> str:
    return f"{records} {'record' if records == 1 else 'records'}"
