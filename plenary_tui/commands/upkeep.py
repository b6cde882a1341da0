"""`plenary check`, `plenary backup` and `plenary where`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui import medium
from plenary_tui.commands.failures import DONE, REFUSED, Misused
from plenary_tui.commands.invocation import Invocation, read_path
from plenary_tui.commands.output import complain, say

if TYPE_CHECKING:
    from plenary_tui.storage.journal import Verification


def check(invocation: Invocation) -> int:
    """Check everything that can be checked, and change nothing; the exit status."""
    if invocation.options.pack is not None:
        return _check_pack(invocation.options.pack)
    if invocation.options.record is not None:
        from plenary_tui.commands.compare import compare

        return compare(invocation, invocation.options.record)
    if invocation.options.template is not None:
        raise Misused("--template goes with --record FILE.")
    from plenary_tui.storage.open_journal import examine

    found = examine(invocation.database)
    if found.problem is not None:
        complain(str(found.problem))
        return REFUSED
    assert found.verification is not None
    if found.verification.sound:
        say(f"{found.path} is sound.\n{_extent(found.verification)}")
        return _check_server(found.path) if invocation.options.server else DONE
    say(_extent(found.verification))
    complain(_trouble(found.verification))
    return REFUSED


def _check_server(database: Path) -> int:
    """Check the journal on the server as well, and compare. Raises `ServerError`."""
    from plenary_tui.stations.reporting import check_server, counted

    found = check_server(database)
    if found.sound < found.rows:
        complain(f"The server's journal is damaged after record {found.sound}.")
        return REFUSED
    if not found.same:
        complain("The server's journal is sound, and is not the same as this one.")
        return REFUSED
    say(f"The server has {counted(found.rows)}, as written; the same as here.")
    return DONE


def _check_pack(name: str) -> int:
    """Read a pack as if a conference were made of it. Raises `PackError`."""
    from plenary_tui.exchange.pack import load_pack
    from plenary_tui.procedure.ground.calendar import say_day
    from plenary_tui.procedure.state.vocabulary import Tier

    conference = load_pack(name).conference
    tiers = {tier: 0 for tier in Tier}
    for one in conference.delegations:
        tiers[one.tier] += 1
    waiting = sum(len(speakers.waiting) for speakers in conference.lists)
    days = f"{say_day(conference.first_day)} to {say_day(conference.last_day)}"
    say(f"The pack of {conference.name} is sound: {days}, {conference.timezone}.")
    say(
        f"It has {_counted(len(conference.programme), 'meeting')}, "
        f"{_counted(len(conference.items), 'agenda item')}, "
        f"{_counted(len(conference.documents), 'draft')}, "
        f"{_counted(len(conference.side_events), 'side event')}, "
        f"{', '.join(tier.counted(count) for tier, count in tiers.items())}, and "
        f"{_counted(waiting, 'entry', 'entries')} on lists of speakers."
    )
    return DONE


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def _extent(verification: Verification) -> str:
    """How much there is, in sentences."""
    records, last = verification.records, verification.last
    lines = [f"{records} {'record is' if records == 1 else 'records are'} as written."]
    if last is not None:
        when = f"{last.event.at.utc:%Y-%m-%d %H:%M:%S} UTC"
        lines.append(f"The last was made at {when} by {last.station} ({last.event.kind}).")
    lines.append(f"The database has {verification.size} bytes.")
    return "\n".join(lines)


def _trouble(verification: Verification) -> str:
    """What is wrong, in sentences."""
    sentences = []
    if (damage := verification.damage) is not None:
        sentences.append(damage.why)
        if damage.complaints:
            sentences.append(f"SQLite says: {'; '.join(damage.complaints)}.")
        sentences.append("`plenary podium` sets it aside whole and recovers what stands before.")
    if (finding := verification.finding) is not None:
        sentences += [finding.why, finding.instead]
    return " ".join(sentences)


def backup(invocation: Invocation) -> int:
    """Make a consistent, checked copy; the exit status."""
    target = read_path("backup", invocation.options.file)
    opened = invocation.opened()
    try:
        copy = opened.journal.backup(target)
    finally:
        opened.journal.close()
    count = f"{copy.records} {'record' if copy.records == 1 else 'records'}"
    say(f"{copy.path} is a copy of {invocation.database}, with {count}, all checked.")
    return DONE


def where(invocation: Invocation) -> int:
    """Print every path in use; the exit status."""
    from plenary_tui.settings import load
    from plenary_tui.storage import layout

    paths = invocation.paths
    settings, complaints = load(paths.settings)
    database = invocation.database
    beside = (
        ("write-ahead log", layout.WAL),
        ("shared memory", layout.SHM),
        ("head", layout.HEAD),
        ("kept state", layout.KEPT_STATE),
        ("heartbeat", layout.HEARTBEAT),
        ("writer lock", layout.WRITER_LOCK),
        ("podium lock", layout.PODIUM_LOCK),
        ("podium holder", layout.PODIUM_HOLDER),
        ("ended feeds", layout.FEED_ENDS),
        ("link to a server", layout.LINK),
        ("asked of others", layout.ASKED),
        ("link lock", layout.LINK_LOCK),
    )
    rows: list[tuple[str, Path]] = [("database", database)]
    rows += [(f"  {name}", layout.beside(database, ending)) for name, ending in beside]
    rows += [
        ("rehearsal", paths.rehearsal),
        ("settings", paths.settings),
        ("log", paths.log),
        ("last conference", paths.state),
        ("answers about names", paths.names),
        ("printed lists", settings.printed(paths)),
    ]
    if settings.feed_folder is not None:
        rows.append(("webcast files", settings.feed_folder))
    width = max(len(name) for name, _ in rows) + 2
    for name, path in rows:
        say(f"{name:<{width}}{path}{'' if medium.is_there(path) else '  (not there)'}")
    for complaint in complaints:
        complain(complaint)
    return DONE
