"""`plenary share`, `join`, `link` and `charge`: a conference of several machines."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from plenary_tui.commands.failures import DONE, Failed, Misused
from plenary_tui.commands.invocation import Invocation, make_data_folder
from plenary_tui.commands.output import complain, say

if TYPE_CHECKING:
    from plenary_tui.stations.joining import Holder
    from plenary_tui.storage.locks import PodiumLock
    from plenary_tui.storage.server.address import Address


def share(invocation: Invocation) -> int:
    """Bring the conference in use to a server; the exit status."""
    from plenary_tui.storage.server.address import read_address

    address = read_address(invocation.options.server)
    if address.conference:
        raise Misused("Its name on the server is given with --as NAME.")
    opened = invocation.opened()
    opened.journal.close()
    from plenary_tui.procedure.ledger import Ledger

    conference = Ledger(opened.records).conference
    if conference.rehearsal:
        raise Failed("A rehearsal is never shared.", "Make a conference with `plenary new`.")
    from plenary_tui.stations.joining import share as bring

    name = invocation.options.name or conference.name
    shared = bring(invocation.database, address, name, invocation.station)
    _tell_of_secrets(address)
    say(
        f"{shared.name} is on the server, with {_records(shared.records)}; "
        "this machine is in charge."
    )
    say("Others join it, once the server's owner lets their logins:")
    say(f"  plenary server grant SERVER LOGIN FUNCTION --conference {quote(shared.name)}")
    say("  plenary join SERVER")
    return DONE


def join(invocation: Invocation) -> int:
    """Fetch a conference from a server, to follow it; the exit status."""
    from plenary_tui.storage.server.address import read_address

    address = read_address(invocation.options.server)
    from plenary_tui.stations.joining import join as fetch

    database = invocation.place
    make_data_folder(invocation.paths, database)
    joined = fetch(address, database, invocation.station)
    _tell_of_secrets(address)
    try:
        invocation.paths.remember(database)
    except OSError as error:
        complain(f"Note: it will not be remembered as the last conference ({error.strerror}).")
    say(f"{joined.name} is in {database}, with {_records(joined.records)}.")
    say("`plenary webcast`, `serve` and `feed` show it here as it goes on.")
    return DONE


def _tell_of_secrets(address: Address) -> None:
    if address.secrets:
        complain("Note: the password is not kept. It belongs into the password file, ~/.pgpass.")


def _records(count: int) -> str:
    return f"{count} {'record' if count == 1 else 'records'}"


def link(invocation: Invocation) -> int:
    """Say how this machine stands with the server, or end the link; the exit status."""
    database = invocation.database
    if invocation.options.end:
        from plenary_tui.stations.joining import end, end_beside_podium
        from plenary_tui.stations.outbox import Outbox
        from plenary_tui.storage.errors import PodiumBusy

        try:
            with _closed(database):
                name = end(database)
        except PodiumBusy:
            name = end_beside_podium(database)
        unanswered = len(Outbox(database).waiting())
        Outbox(database).clear()
        if unanswered:
            complain(
                f"Note: {unanswered} of what was asked here had no answer yet. What the server has "
                "of it is decided there; the rest is not asked any more."
            )
        say(f"{name} is a conference of this machine only, from now on.")
        return DONE
    from plenary_tui.stations.reporting import report

    for line in report(database):
        say(line)
    _tell_alone(invocation)
    return DONE


def _tell_alone(invocation: Invocation) -> None:
    """Print what podiums recorded alone, as far as it is noted in the journal here."""
    from plenary_tui.clock import SystemClock
    from plenary_tui.views.podium.alone_rows import alone_lines

    opened = invocation.opened(kept=True)
    try:
        conference = opened.ledger().conference
    finally:
        opened.journal.close()
    for line in alone_lines(conference, SystemClock().now()):
        say(line)


def waiting(invocation: Invocation) -> int:
    """Print what was asked and has no answer yet; the exit status."""
    from plenary_tui.stations.reporting import waiting as wait

    lines = wait(invocation.database)
    for line in lines:
        say(line)
    if not lines:
        say("Nothing waits for an answer.")
    return DONE


def charge(invocation: Invocation) -> int:
    """Take charge, or give it back; the exit status."""
    options, database = invocation.options, invocation.database
    from plenary_tui.stations import joining

    if options.take is not None:
        if not options.take.strip():
            raise Misused("--take needs the reason, which is kept.")
        _make_sure(joining.holder(database))
        before = joining.take_charge(database, options.take.strip())
        say(f"This machine is in charge, from record {before} on. Open the podium: plenary")
        return DONE
    if options.give_back:
        from plenary_tui.storage.errors import PodiumBusy

        try:
            with _closed(database):
                joining.give_back(database)
        except PodiumBusy:
            raise Failed(
                "A podium is open here, and would take it again at once.",
                "Close it: that gives the charge back where it has it.",
            ) from None
        say("Nobody is in charge now: whoever opens a podium next is.")
        return DONE
    raise Misused("It is plenary charge --take REASON, or --give-back.")


def _make_sure(held: Holder | None) -> None:
    """Tell how it is with another podium in charge; go on only if nobody works there."""
    if held is None:
        return
    from plenary_tui.commands.asked import ask_yes, can_ask
    from plenary_tui.procedure.ground.calendar import say_seconds
    from plenary_tui.procedure.state.text import shown

    heard = "has not been heard of"
    if held.silent is not None:
        heard = f"was heard of {say_seconds(held.silent)} ago"
    say(f"{shown(held.station)} is in charge, and {heard}.")
    if not can_ask():
        return  # the reason is a person's word for it
    if not ask_yes("Is it sure that nobody goes on at that podium?", default=False):
        raise Failed("Nothing was changed.", "Ask that podium's officer, and close it there.")


def _closed(database: Path) -> PodiumLock:
    """Have no podium open meanwhile; raises `PodiumBusy` while one is."""
    from plenary_tui.storage.locks import PodiumLock

    return PodiumLock(database, "link")
