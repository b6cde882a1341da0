"""Reads the scripted sitting, does its acts under a clock set by hand, and writes what came of it.

`python -m tests.sitting` writes the files that the tests compare with anew.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from plenary_tui import __version__
from plenary_tui.actions.typed import WrongUsage, read_line
from plenary_tui.commands.export import exported
from plenary_tui.commands.going_out import RECORD_FORMATS
from plenary_tui.commands.record import files, reading_of
from plenary_tui.desk.writing import Desk
from plenary_tui.exchange.pack import load_pack
from plenary_tui.exchange.script import built_in
from plenary_tui.exchange.tongues import tongue_of
from plenary_tui.procedure.ground.act import Refused, payload_of
from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.storage.open_journal import create, open_journal
from plenary_tui.views.public.snapshot import take_snapshot
from plenary_tui.views.record.scope import Scope, choose
from tests.chamber import FakeClock, vienna

FOLDER = Path(__file__).parent
SITTING = FOLDER / "sitting.txt"
JOURNAL = FOLDER / "journal.txt"
SNAPSHOTS = FOLDER / "snapshots.txt"
RECORD = FOLDER / "record"
"""The record of the sitting, a file a form and a format."""
DAY = 17
RECKONED = re.compile(r"expected_|at_risk|^forecast\.")
"""The parts of a snapshot that are a forecast."""
START = vienna(DAY, 9, 58)
"""When the podium is opened."""


@dataclass(frozen=True)
class Step:
    """One line of the sitting that does an act.

    Attributes:
        at: when.
        line: as `plenary do --file` reads it.
        keys: the keys that do it from the podium, as Textual names them.
        moment: the name of the moment after it; "" if it has none.
        number: of the line.
    """

    at: datetime
    line: str
    keys: tuple[str, ...]
    moment: str
    number: int


def steps() -> tuple[Step, ...]:
    """The acts of the sitting, each with its time, its keys and the moment after it."""
    found: list[Step] = []
    now = START
    for number, text in enumerate(SITTING.read_text(encoding="utf-8").splitlines(), start=1):
        word, _, rest = text.partition(" ")
        match word:
            case "#@":
                hour, minute, second = (int(part) for part in rest.split()[0].split(":"))
                now = vienna(DAY, hour, minute, second)
            case "#keys":
                found[-1] = Step(found[-1].at, found[-1].line, _keys(rest), "", found[-1].number)
            case "#moment":
                last = found[-1]
                found[-1] = Step(last.at, last.line, last.keys, rest, last.number)
            case _ if text and not text.startswith("#"):
                found.append(Step(now, text, (), "", number))
                now += timedelta(seconds=1)
    return tuple(found)


def _keys(text: str) -> tuple[str, ...]:
    """Keys one by one: a quoted text is typed letter by letter."""
    return tuple(
        key
        for word in shlex.split(text, posix=False)
        for key in (word[1:-1] if word.startswith('"') else (word,))
    )


def conference_at(path: Path, clock: FakeClock) -> None:
    """The COP12 sample on disk, as it was convened."""
    create(path, (load_pack("cop12").convene(clock.now(), starting=vienna(14, 10)),), "test")


def replay(path: Path) -> tuple[Record, ...]:
    """Do the acts of the sitting in a database at `path`, each at its time; the journal."""
    clock = FakeClock()
    conference_at(path, clock)
    opened = open_journal(path)
    try:
        desk = Desk(opened.journal, clock, "podium", opened.records)
        clock.until(START)
        desk.open_podium()
        for step in steps():
            clock.until(step.at)
            try:
                desk.dispatch(read_line(step.line))
            except (Refused, WrongUsage) as error:
                raise ValueError(f"{SITTING.name}, line {step.number}: {error}") from error
        return tuple(opened.journal.read())
    finally:
        opened.journal.close()


def written_journal(records: tuple[Record, ...]) -> str:
    """The journal as text: time, kind and payload of each row, and what it says in a sentence.

    The convening itself, which holds the whole pack, is left out, and so is the podium's coming and
    going.
    """
    ledger, lines = Ledger(), []
    for record in records:
        event, before = record.event, ledger.conference if lines or ledger.seq else None
        ledger.fold((record,))
        if before is None or event.kind.startswith("podium "):
            continue
        when = f"{local(before, event.at.utc):%H:%M:%S}"
        payload = json.dumps(payload_of(event), ensure_ascii=False)
        lines.append(f"{when} {event.kind} {payload}\n         {event.sentence(before)}")
    return "\n".join(lines) + "\n"


def moments(records: tuple[Record, ...]) -> Iterator[tuple[str, Conference, FakeClock]]:
    """The named moments: the state after their act, and a clock that shows their time."""
    marks = {step.at: step.moment for step in steps() if step.moment}
    ledger = Ledger()
    for place, record in enumerate(records):
        ledger.fold((record,))
        follows = records[place + 1].event.at.utc if place + 1 < len(records) else None
        at = record.event.at.utc
        if at in marks and follows != at:
            clock = FakeClock()
            clock.until(at)
            yield marks[at], ledger.conference, clock


def written_snapshots(records: tuple[Record, ...]) -> str:
    """The snapshots at the named moments as text: the first whole, of each other what changed.

    What the forecast reckons is left out: it has tests of its own, and may come to reckon better.
    """
    parts: list[str] = []
    before: dict[str, str] = {}
    for name, conference, clock in moments(records):
        snapshot = json.loads(take_snapshot(conference, clock.now(), built_in()).to_json())
        now = {key: value for key, value in _flat("", snapshot) if not RECKONED.search(key)}
        changed = [f"{key} = {value}" for key, value in now.items() if before.get(key) != value]
        gone = [f"{key} is gone" for key in before if key not in now]
        parts.append("\n".join((f"== {name}", *changed, *gone)))
        before = now
    return "\n\n".join(parts) + "\n"


def written_record(records: tuple[Record, ...]) -> dict[str, str]:
    """The record of the sitting in every form and format, and what else goes out, by file name.

    The hash and the version, which change with the sample and with each release, are left out; of
    JSON, which has the whole record in each form, there is one.
    """
    reading = reading_of(list(records), "0" * 64)
    chosen = choose(reading.conference, reading.course, Scope())
    found = {
        name: made.content.decode() for name, made in files(reading, chosen, "all", RECORD_FORMATS)
    }
    for what, name in (("agenda", "agenda.csv"), ("programme", "programme.ics")):
        found[name] = exported(reading, what, Scope(), "csv", (), internal=False)
    return {
        name: text.replace(__version__, "VERSION")
        for name, text in found.items()
        if not name.endswith(".json") or "-list" in name
    }


def written_in_tongues(records: tuple[Record, ...]) -> dict[str, str]:
    """The same forms as text in each other language, and the report from right to left as page."""
    reading = reading_of(list(records), "0" * 64)
    chosen = choose(reading.conference, reading.course, Scope())
    found: dict[str, str] = {}
    for language in Language:
        formats = ("txt", "html") if language is Language.ARABIC else ("txt",)
        if language is not Language.ENGLISH:
            tongue = tongue_of(language)
            made = files(reading, chosen, "all", formats, tongue=tongue)
            found |= {name: one.content.decode() for name, one in made}
    return {name: text.replace(__version__, "VERSION") for name, text in found.items()}


def _flat(path: str, value: object) -> Iterator[tuple[str, str]]:
    """A value of JSON as lines of its parts; what is empty is itself a part."""
    if isinstance(value, dict) and value:
        for key, part in value.items():
            yield from _flat(f"{path}.{key}" if path else str(key), part)
    elif isinstance(value, list) and value:
        for place, part in enumerate(value):
            yield from _flat(f"{path}[{place}]", part)
    else:
        yield path, json.dumps(value, ensure_ascii=False)
