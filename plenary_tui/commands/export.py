"""`plenary export`: the data of a conference for other programs; only reads."""

from __future__ import annotations

from plenary_tui import medium
from plenary_tui.commands.failures import DONE, Misused
from plenary_tui.commands.invocation import Invocation, read_path
from plenary_tui.commands.output import say, say_document, write_file
from plenary_tui.commands.record import STDOUT, Reading, read_journal, scope_of, taken, taken_in
from plenary_tui.commands.status import one_tongue
from plenary_tui.procedure.ground.naming import find_item
from plenary_tui.views.record.journal_lines import Row
from plenary_tui.views.record.scope import Chosen, Scope, choose
from plenary_tui.views.wording.tongue import ENGLISH, Tongue

TABLES = ("statements", "agenda", "list")
"""What is exported as a table, in one of two formats."""
PLURAL = ("statements", "chapters")
"""What is many things by its name."""
PACK = "pack"
"""What is exported as a folder of files."""
ENDINGS = {"journal": "jsonl", "programme": "ics", "chapters": "vtt"}
"""The formats of all else."""


def export(invocation: Invocation) -> int:
    """Write the data that was asked for; the exit status."""
    options = invocation.options
    what: str = options.what
    _require_sense(what, invocation)
    if what == PACK:
        return _export_pack(invocation)
    reading = read_journal(invocation, options.at)
    format_: str = options.format or "csv"
    rows = _rows(invocation, reading) if what == "journal" else ()
    scope = scope_of(options)
    tongue = one_tongue(invocation, screen=options.to in (None, STDOUT))
    text = exported(reading, what, scope, format_, rows, internal=options.internal, tongue=tongue)
    if options.to in (None, STDOUT):
        say_document(text)
        return DONE
    path = read_path("--to", options.to)
    if medium.is_folder(path):
        path /= f"{what}.{ENDINGS.get(what, format_)}"
    write_file(path, text)
    are = "are" if what in PLURAL else "is"
    say(f"The {what} as of row {reading.last.seq} {are} in {path}.")
    return DONE


def _require_sense(what: str, invocation: Invocation) -> None:
    """Options that mean nothing for what is exported are told. Raises `Misused`."""
    options = invocation.options
    if options.format is not None and what not in TABLES:
        raise Misused(f"The {what} has one format alone; leave --format out.")
    if options.internal and what != "journal":
        raise Misused("--internal is of the journal; nothing else has anything private in it.")
    if options.language is not None and what != "chapters":
        raise Misused("--language is of the chapters; what else is exported is data.")
    scoped = options.meeting is not None or options.day or options.item or options.all
    only_item = what == "list" and options.item
    if scoped and what not in ("statements", "chapters") and not only_item:
        takes = "; the list takes --item alone" if what == "list" else ""
        raise Misused(f"The {what} is that of the whole conference{takes}.")


def _export_pack(invocation: Invocation) -> int:
    """Write the pack from which the conference was made into a folder; the exit status."""
    from plenary_tui.exchange.packing import packed
    from plenary_tui.procedure.meetings.convening import ConferenceConvened

    options = invocation.options
    if options.to in (None, STDOUT):
        raise Misused("A pack is a folder of files; name one with --to FOLDER.")
    if options.at is not None:
        raise Misused("The pack is that of the first row, with which the conference was made.")
    folder = read_path("--to", options.to)
    opened = invocation.opened()
    opened.journal.close()
    convened = opened.records[0].event
    assert isinstance(convened, ConferenceConvened)
    for name, text in packed(convened).items():
        write_file(folder / name, text)
    say(f"The pack of {convened.name} is in {folder}; `plenary check {folder}` checks it.")
    return DONE


def _rows(invocation: Invocation, reading: Reading) -> tuple[Row, ...]:
    """The rows of the journal up to the one that was read. Raises `StorageError`."""
    opened = invocation.opened()
    try:
        return tuple(opened.journal.rows()[: reading.last.seq])
    finally:
        opened.journal.close()


def exported(
    reading: Reading,
    what: str,
    scope: Scope,
    format_: str,
    rows: tuple[Row, ...],
    *,
    internal: bool,
    tongue: Tongue = ENGLISH,
) -> str:
    """What was asked for, as of what was read.

    Args:
        format_: of listed.
        rows: of the journal, where it is exported.
        tongue: of the chapters.
    """
    conference = reading.conference
    match what:
        case "statements":
            return _statements(reading, scope, format_)
        case "chapters":
            from plenary_tui.views.record.chapters import chapters

            chosen = choose(conference, reading.course, scope)
            words = ["export", what, *chosen.options]
            if not tongue.is_english:
                words += ["--language", tongue.language.code]
            return chapters(*taken_in(reading, chosen, tongue, *words))
        case "programme":
            from plenary_tui.views.record.week import week

            return week(conference, reading.made("export", what))
        case "journal":
            from plenary_tui.views.record.journal_lines import journal_lines

            asked = ("--internal",) if internal else ()
            return journal_lines(rows, reading.made("export", what, *asked), internal=internal)
        case _:
            return _table(reading, what, scope, format_)


def _statements(reading: Reading, scope: Scope, format_: str) -> str:
    from plenary_tui.views.record.commas import statements_as_csv
    from plenary_tui.views.record.listed import statements_as_json

    whole = scope == Scope()
    chosen: Chosen = choose(
        reading.conference, reading.course, Scope(whole=True) if whole else scope
    )
    words = ("export", "statements", *chosen.options, "--format", format_)
    found = taken(reading, chosen, *words)
    return statements_as_json(found) if format_ == "json" else statements_as_csv(found)


def _table(reading: Reading, what: str, scope: Scope, format_: str) -> str:
    """The agenda, or the lists of speakers."""
    from plenary_tui.views.record import listed

    conference = reading.conference
    only = find_item(conference, scope.item).symbol if scope.item else None
    asked = ("--item", only) if only is not None else ()
    made = reading.made("export", what, *asked, "--format", format_)
    if what == "agenda":
        rows = listed.agenda_rows(conference, reading.course)
    else:
        rows = listed.listed_rows(conference, only)
    heads = listed.AGENDA if what == "agenda" else listed.LISTED
    if format_ == "json":
        return listed.rows_as_json(conference, made, what, rows)
    return listed.rows_as_csv(made, heads, rows)
