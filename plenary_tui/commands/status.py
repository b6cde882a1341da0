"""`plenary status` and `plenary print`: what stands, read and nothing written."""

from __future__ import annotations

from plenary_tui.clock import SystemClock
from plenary_tui.commands.failures import DONE
from plenary_tui.commands.invocation import Invocation
from plenary_tui.commands.speech import say, say_json
from plenary_tui.procedure.conference import Conference
from plenary_tui.procedure.ledger import Ledger


def status(invocation: Invocation) -> int:
    """Print one snapshot, as text or JSON; the exit status."""
    conference = read_conference(invocation)
    now = SystemClock().now()
    if invocation.json:
        from plenary_tui.settings import load
        from plenary_tui.views.snapshot import take_snapshot
        from plenary_tui.wording import read_wording

        phrases, _ = read_wording(load(invocation.paths.settings)[0].script)
        say_json(take_snapshot(conference, now, phrases).to_json())
    else:
        from plenary_tui.views.report import status_report

        say(status_report(conference, now))
    return DONE


def print_list(invocation: Invocation) -> int:
    """Print a list of speakers, or drafts and decisions, for paper; the exit status."""
    from plenary_tui.procedure.naming import find_item
    from plenary_tui.views.documents import printed_decisions
    from plenary_tui.views.report import printed_list

    conference = read_conference(invocation)
    if invocation.options.decisions:
        say(printed_decisions(conference, SystemClock().now()))
        return DONE
    item = find_item(conference, invocation.options.item)
    speakers = conference.list_of(item.symbol, conference.body)
    say(printed_list(conference, speakers, SystemClock().now()))
    return DONE


def read_conference(invocation: Invocation) -> Conference:
    """The conference as recorded. Raises `StorageError`."""
    opened = invocation.opened()
    opened.journal.close()
    return Ledger(opened.records).conference
