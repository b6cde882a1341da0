"""`plenary record`: what was said and decided, in its forms; only reads."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui import __version__
from plenary_tui.commands.failures import DONE, Failed, Misused
from plenary_tui.commands.going_out import OFFICE_FORMATS, RECORD_FORMATS, RECORD_FORMS
from plenary_tui.commands.invocation import Invocation, read_path
from plenary_tui.commands.named_file import read_named
from plenary_tui.commands.output import (
    complain,
    no_arabic_on_screen,
    say,
    say_document,
    write_bytes,
)
from plenary_tui.exchange.outgoing.library import CannotWrite, Written
from plenary_tui.exchange.tongues import read_languages, tongue_of
from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.settings import SET_ANOTHER
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.views.record.course import Course
from plenary_tui.views.record.facts import ConferenceRecord, Made
from plenary_tui.views.record.scope import Chosen, Scope, choose, words_of
from plenary_tui.views.record.taking import take_record
from plenary_tui.views.wording.tongue import ENGLISH, Tongue, in_tongue

if TYPE_CHECKING:
    from argparse import Namespace

    from plenary_tui.exchange.outgoing.word_template import Template

STDOUT = "-"
FOLDER_FORMATS = ("txt", "html")
"""What a folder gets unless other formats are asked for."""
LARGEST_TEMPLATE = 32 * 1024 * 1024
"""Bytes of an office's Word file."""
_EVERY = RECORD_FORMS[:-1]
"""All forms, without the word for all of them."""
_FORMATS = (*RECORD_FORMATS, *OFFICE_FORMATS)


class Reading(Value):
    """A journal as it was read up to a row."""

    conference: Conference
    course: Course
    in_force: tuple[Record, ...]
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
    in_force = ledger.in_force
    return Reading(ledger.conference, Course(in_force), in_force, records[-1], hash_)


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
    if not to_folder and formats[0] in OFFICE_FORMATS:
        raise Misused(f"{formats[0]} is no text; name a folder for it with --to FOLDER.")
    if options.template is not None and "docx" not in formats:
        raise Misused("--template and --style are of docx; ask for it with --format docx.")
    tongues = tuple(map(tongue_of, read_languages(options.language or "en")))
    if not to_folder and len(tongues) > 1:
        raise Misused("Standard output takes one language; name a folder with --to FOLDER.")
    template = read_template(options)
    reading = read_journal(invocation, options.at)
    chosen = choose(reading.conference, reading.course, scope_of(options))
    if not to_folder:
        no_arabic_on_screen(tongues[0], formats[0])
        made = one_file(reading, chosen, form, formats[0], tongue=tongues[0])
        say_document(made.content.decode())
        return DONE
    folder = read_path("--to", options.to)
    all_made = [  # what cannot be made is refused before anything is written
        one for tongue in tongues for one in files(reading, chosen, form, formats, template, tongue)
    ]
    for name, made in all_made:
        write_bytes(folder / name, made.content)
        if made.remark:
            complain(f"Note: {name}: {made.remark}")
    say(f"Recorded in {folder} ({chosen.words}): {', '.join(name for name, _ in all_made)}.")
    return DONE


def one_file(
    reading: Reading,
    chosen: Chosen,
    form: str,
    format_: str,
    template: Template | None = None,
    tongue: Tongue = ENGLISH,
) -> Written:
    """One form in one format, as of what was read.

    Raises `NoTable`, and in formats of office programs what `office_file` does.
    """
    words = ["record", *chosen.options, "--form", form, "--format", format_]
    if not tongue.is_english:
        words += ["--language", tongue.language.code]
    if format_ == "docx" and template is not None:
        words += ["--template", template.name]
        for role, name in template.styles.items():
            words += ["--style", f"{role}={name}"]
    record, tongue = taken_in(reading, chosen, tongue, *words)
    if form == "statistics":
        from plenary_tui.views.record.passing import passages

        record = replace(record, passages=passages(reading.in_force, chosen))
    if format_ not in OFFICE_FORMATS:
        from plenary_tui.views.record.forms import written

        return Written(written(record, form, format_, tongue).encode())
    from plenary_tui.exchange.outgoing.office_formats import office_file

    return office_file(record, form, format_, template, tongue)


def taken_in(
    reading: Reading, chosen: Chosen, tongue: Tongue, *words: str
) -> tuple[ConferenceRecord, Tongue]:
    """The record as data with its names in a language, and the language with those names."""
    if tongue.is_english:
        return taken(reading, chosen, *words), tongue
    conference, told = in_tongue(reading.conference, tongue)
    scope = replace(chosen, words=words_of(chosen, conference, told))
    return taken(replace(reading, conference=conference), scope, *words), told


def taken(reading: Reading, chosen: Chosen, *words: str) -> ConferenceRecord:
    """The record as data, with the foot of what these words make."""
    return take_record(reading.conference, reading.course, chosen, reading.made(*words))


def files(
    reading: Reading,
    chosen: Chosen,
    form: str,
    formats: tuple[str, ...],
    template: Template | None = None,
    tongue: Tongue = ENGLISH,
) -> Iterator[tuple[str, Written]]:
    """The files of a folder, each with its name: forms in formats, and a meeting's chapters."""
    from plenary_tui.exchange.outgoing.office_formats import takes
    from plenary_tui.views.record.chapters import NoChapters, chapters
    from plenary_tui.views.record.forms import PROSE, file_name

    language = tongue.language
    for one in _EVERY if form == "all" else (form,):
        for format_ in formats:
            if form == "all" and ((format_ == "csv" and one in PROSE) or not takes(format_, one)):
                continue
            made = one_file(reading, chosen, one, format_, template, tongue)
            yield file_name(chosen.name, one, format_, language), made
    if form == "all":
        words = ["export", "chapters", *chosen.options]
        if not tongue.is_english:
            words += ["--language", language.code]
        try:
            text = chapters(*taken_in(reading, chosen, tongue, *words))
        except NoChapters:
            return
        yield file_name(chosen.name, "chapters", "vtt", language), Written(text.encode())


def put_in_folder(
    database: Path, parent: Path, languages: tuple[Language, ...] = (Language.ENGLISH,)
) -> tuple[Path, str]:
    """Write the record of the last meeting in a folder of its own; the folder, and what is said.

    It is written in the formats of a folder, and in those of office programs that are installed.
    Raises `StorageError`, `NotRecorded`, `NotOffered` and `Failed`.
    """
    from plenary_tui.exchange.outgoing.office_formats import installed

    opened = open_journal(database)
    try:
        hash_ = opened.journal.hash_of(len(opened.records))
    finally:
        opened.journal.close()
    reading = reading_of(opened.records, hash_)
    chosen = choose(reading.conference, reading.course, Scope())
    rehearsal = "-rehearsal" if reading.conference.rehearsal else ""
    folder = parent / f"{reading.conference.id}{rehearsal}-{chosen.name}"
    less: list[str] = []
    for tongue in map(tongue_of, languages or (Language.ENGLISH,)):
        for formats in (FOLDER_FORMATS, *((one,) for one in installed())):
            try:
                for name, made in files(reading, chosen, "all", formats, tongue=tongue):
                    write_bytes(folder / name, made.content, SET_ANOTHER)
                    less += [f"{name}: {made.remark}"] if made.remark else []
            except CannotWrite as why:  # what is text is there all the same
                less.append(str(why))
    told = f"The record of the {chosen.words} is in the folder {folder}."
    return folder, " ".join((told, *less[:1]))


def read_template(options: Namespace) -> Template | None:
    """The office's Word file, and which of its styles are whose; None if none is given.

    Raises `Failed` and `Misused`.
    """
    if options.template is None:
        if options.style:
            raise Misused("--style names a style of the file that --template names.")
        return None
    from plenary_tui.exchange.outgoing.word_template import ROLES, Template

    path = read_path("--template", options.template)
    styles = {}
    for one in options.style:
        role, equals, name = one.partition("=")
        if role.strip() not in ROLES or not equals or not name.strip():
            raise Misused(f"--style takes PART=NAME, where PART is of {', '.join(ROLES)}.")
        styles[role.strip()] = name.strip()
    instead = "Name a Word file of at most 32 MB."
    return Template(path.name, read_named(path, LARGEST_TEMPLATE, instead), styles)


def _formats(typed: str) -> tuple[str, ...]:
    """The formats that were typed, each once. Raises `Misused`."""
    found = tuple(dict.fromkeys(part.strip().lower() for part in typed.split(",")))
    for one in found:
        if one not in _FORMATS:
            raise Misused(
                f"--format takes {', '.join(_FORMATS)}, parted by commas; “{one}” is none of them."
            )
    return found
