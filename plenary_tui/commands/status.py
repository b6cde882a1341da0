"""`plenary status` and `plenary print`: what stands, read and nothing written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plenary_tui.commands.failures import DONE, Failed, Misused
from plenary_tui.commands.invocation import Invocation
from plenary_tui.commands.output import no_arabic_on_screen, say, say_document, say_json
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.rehearsal.own_time import clock_beside

STALE = 5.0
"""Seconds without a sign of life after which what was fetched is told to be of then."""

INSTEAD = ("since", "decisions", "vote")
"""What is printed instead of a list, each by an option; one at a time."""

if TYPE_CHECKING:
    from pathlib import Path

    from plenary_tui.views.wording.tongue import Tongue


def status(invocation: Invocation) -> int:
    """Print one snapshot, as text or JSON; the exit status."""
    conference, now = read_conference(invocation)
    if invocation.json:
        from plenary_tui.exchange.script import read_wording
        from plenary_tui.settings import load
        from plenary_tui.views.public.snapshot import take_snapshot

        phrases, _ = read_wording(load(invocation.paths.settings)[0].script)
        say_json(take_snapshot(conference, now, phrases).to_json())
    else:
        from plenary_tui.views.paper import status_report

        say(status_report(conference, now))
        if followed := _followed(invocation.database, conference, now):
            say(f"Follows:  {followed}")
    return DONE


def _followed(database: Path, conference: Conference, now: Instant) -> str:
    """How fresh a conference is that is followed from a server; "" for one that is not."""
    from plenary_tui.procedure.ground.calendar import local
    from plenary_tui.storage.link_file import read_link

    link = read_link(database)
    if link is None or link.epoch:
        return ""
    beat = clock_beside(database, lambda: None).last_beat()
    if beat is None:
        return (
            "a server; nothing was heard of its podium yet. It is fetched while a pane is open here"
        )
    if now.since(beat).total_seconds() <= STALE:
        return "a server, as it goes on"
    return f"a server; nothing was heard of its podium since {local(conference, beat.utc):%H:%M:%S}"


def print_list(invocation: Invocation) -> int:
    """Print a list of speakers, drafts and decisions, or votes, for paper; the exit status."""
    from plenary_tui.procedure.ground.naming import find_item
    from plenary_tui.views.drafts import printed_decisions, printed_votes
    from plenary_tui.views.paper import printed_list

    tongue = one_tongue(invocation)
    options = invocation.options
    chosen = [option for option in INSTEAD if getattr(options, option) not in (None, False)]
    if len(chosen) > 1:
        raise Misused(f"Print one of --{' and --'.join(chosen)} at a time.")
    if options.item and (options.decisions or options.vote):
        raise Misused(f"--item is of lists of speakers; --{chosen[0]} prints those of all items.")
    if options.since is not None:
        return _print_strip(invocation, tongue)
    conference, now = read_conference(invocation)
    if options.decisions or options.vote:
        if tongue.is_english:
            printed = printed_decisions if options.decisions else printed_votes
            say(printed(conference, now))
        else:
            from plenary_tui.views.drafts_in import decisions_in, votes_in

            in_words = decisions_in if options.decisions else votes_in
            say_document(in_words(conference, now, tongue))
        return DONE
    item = find_item(conference, options.item)
    speakers = conference.list_of(item.symbol, conference.body)
    if tongue.is_english:
        say(printed_list(conference, speakers, now))
    else:
        from plenary_tui.views.paper_in import printed_in

        say_document(printed_in(conference, speakers, now, tongue))
    return DONE


def one_tongue(invocation: Invocation, *, screen: bool = True) -> Tongue:
    """The language that was asked for. Raises `NotOffered`, `Misused`, and `Failed` for a screen.

    Arabic is for files: a terminal misorders it.
    """
    from plenary_tui.exchange.tongues import read_languages, tongue_of

    languages = read_languages(invocation.options.language or "en")
    if len(languages) > 1:
        raise Misused("--language takes one language here.")
    tongue = tongue_of(languages[0])
    if screen:
        no_arabic_on_screen(tongue)
    return tongue


def _print_strip(invocation: Invocation, tongue: Tongue) -> int:
    """Print what has changed on a list since it was printed as of a row; the exit status."""
    from plenary_tui.procedure.ground.naming import find_item
    from plenary_tui.views.strip import Paper, strip

    options = invocation.options
    opened = invocation.opened()
    opened.journal.close()
    records, row = opened.records, options.since
    if not 1 <= row <= len(records):
        raise Failed(
            f"There is no row {row}: the journal has the rows 1 to {len(records)}.",
            "The row stands at the head of the printed list.",
        )
    last = records[-1].event.at
    now = clock_beside(opened.journal.path, lambda: last).now()
    then, conference = Ledger(records[:row]).conference, Ledger(records).conference
    # the list that was printed then, though another item or the Committee is on now
    item = find_item(conference, options.item or then.item)
    speakers = conference.list_of(item.symbol, then.body)
    before = then.list_of(item.symbol, then.body)
    was, paper = Paper(then, before, records[row - 1].event.at), Paper(conference, speakers, now)
    if tongue.is_english:
        say(strip(was, paper))
    else:
        from plenary_tui.views.strip_in import strip_in

        say_document(strip_in(was, paper, tongue))
    return DONE


def read_conference(invocation: Invocation) -> tuple[Conference, Instant]:
    """The conference as recorded, and what time it is there. Raises `StorageError`."""
    opened = invocation.opened(kept=True)
    try:
        ledger = opened.ledger()
    finally:
        opened.journal.close()
    assert ledger.last is not None
    last = ledger.last.event.at
    return ledger.conference, clock_beside(opened.journal.path, lambda: last).now()
