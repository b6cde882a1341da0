"""`plenary record`: what was said and decided, in its forms; only reads."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui import __version__
from plenary_tui.commands.failures import DONE, Failed, Misused
from plenary_tui.commands.going_out import RECORD_FORMATS, RECORD_FORMS
from plenary_tui.commands.invocation import Invocation, read_path
from plenary_tui.commands.output import say, say_document, write_file
from plenary_tui.procedure.ledger import Ledger, Record
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.views.record.course import Course
from plenary_tui.views.record.facts import ConferenceRecord, Made
from plenary_tui.views.record.scope import Chosen, Scope, choose
from plenary_tui.views.record.taking import take_record

if TYPE_CHECKING:
    from argparse import Namespace

STDOUT = "-"
FOLDER_FORMATS = ("txt", "html")
"""What a folder gets unless other formats are asked for."""
_EVERY = RECORD_FORMS[:-1]
"""All forms, without the word for all of them."""


@dataclass(frozen=True)
class Reading:
    """A journal as it was read up to a row."""

    conference: Conference
    course: Course
    last: Record
    hash: str

    def made(self, *words: str) -> Made:
        """The foot of what these words make, after `plenary` and without the row."""
        command = shlex.join(("plenary", *words, "--at", str(self.last.seq)))
        return Made(
            row=self.last.seq,
            hash=self.hash,
            at=self.last.event.at.utc,
            version=__version__,
            command=command,
        )


def read_journal(invocation: Invocation, row: int | None) -> Reading:
    """Read the journal up to a row, the last if None. Raises `Failed` and `StorageError`."""
    opened = invocation.opened()
    try:
        records, last = opened.records, len(opened.records)
        row = last if row is None else row
        if not 1 <= row <= last:
            raise Failed(
                f"There is no row {row}: the journal has the rows 1 to {last}.",
                "Name one of them with --at.",
            )
        hash_ = opened.journal.hash_of(row)
    finally:
        opened.journal.close()
    return reading_of(records[:row], hash_)


def reading_of(records: list[Record], hash_: str) -> Reading:
    """What was read of a journal: these records, the last of which has that hash."""
    ledger = Ledger(records)
    return Reading(ledger.conference, Course(ledger.in_force), records[-1], hash_)


def scope_of(options: Namespace) -> Scope:
    """The scope that was asked for."""
    return Scope(options.meeting, options.day or "", options.item or "", options.all)


def record(invocation: Invocation) -> int:
    """Write the record to standard output or in a folder; the exit status."""
    options = invocation.options
    to_folder = options.to not in (None, STDOUT)
    form = options.form or ("all" if to_folder else "list")
    unless = FOLDER_FORMATS if to_folder else FOLDER_FORMATS[:1]
    formats = _formats(options.format) if options.format is not None else unless
    if not to_folder and (form == "all" or len(formats) > 1):
        raise Misused(
            "Standard output takes one form in one format; name a folder with --to FOLDER."
        )
    reading = read_journal(invocation, options.at)
    chosen = choose(reading.conference, reading.course, scope_of(options))
    if not to_folder:
        say_document(one_form(reading, chosen, form, formats[0]))
        return DONE
    folder = read_path("--to", options.to)
    names = []
    for name, text in files(reading, chosen, form, formats):
        write_file(folder / name, text)
        names.append(name)
    say(f"Recorded in {folder} ({chosen.words}): {', '.join(names)}.")
    return DONE


def one_form(reading: Reading, chosen: Chosen, form: str, format_: str) -> str:
    """One form in one format, as of what was read. Raises `NoTable`."""
    from plenary_tui.views.record.forms import written

    words = ("record", *chosen.options, "--form", form, "--format", format_)
    return written(taken(reading, chosen, *words), form, format_)


def taken(reading: Reading, chosen: Chosen, *words: str) -> ConferenceRecord:
    """The record as data, with the foot of what these words make."""
    return take_record(reading.conference, reading.course, chosen, reading.made(*words))


def files(
    reading: Reading, chosen: Chosen, form: str, formats: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """The files of a folder, each with its name: forms in formats, and a meeting's chapters."""
    from plenary_tui.views.record.chapters import NoChapters, chapters
    from plenary_tui.views.record.forms import PROSE, file_name

    for one in _EVERY if form == "all" else (form,):
        for format_ in formats:
            if form == "all" and format_ == "csv" and one in PROSE:
                continue
            yield file_name(chosen.name, one, format_), one_form(reading, chosen, one, format_)
    if form == "all":
        made_of = taken(reading, chosen, "export", "chapters", *chosen.options)
        try:
            yield file_name(chosen.name, "chapters", "vtt"), chapters(made_of)
        except NoChapters:
            return


def put_in_folder(database: Path, parent: Path) -> tuple[Path, str]:
    """Write the record of the last meeting in a folder of its own; the folder, and of what it is.

    Raises `StorageError`, `NotRecorded` and `Failed`.
    """
    opened = open_journal(database)
    try:
        hash_ = opened.journal.hash_of(len(opened.records))
    finally:
        opened.journal.close()
    reading = reading_of(opened.records, hash_)
    chosen = choose(reading.conference, reading.course, Scope())
    rehearsal = "-rehearsal" if reading.conference.rehearsal else ""
    folder = parent / f"{reading.conference.id}{rehearsal}-{chosen.name}"
    for name, text in files(reading, chosen, "all", FOLDER_FORMATS):
        write_file(folder / name, text)
    return folder, f"the {chosen.words}"


def _formats(typed: str) -> tuple[str, ...]:
    """The formats that were typed, each once. Raises `Misused`."""
    found = tuple(dict.fromkeys(part.strip().lower() for part in typed.split(",")))
    for one in found:
        if one not in RECORD_FORMATS:
            raise Misused(
                f"--format takes {', '.join(RECORD_FORMATS)}, parted by commas; "
                f"“{one}” is none of them."
            )
    return found
