"""`plenary check --record`: whether a file was made from this journal.

Apart from `upkeep`, for it makes anew whatever `record` and `export` can make.
"""

from __future__ import annotations

import codecs
import shlex
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui import __version__
from plenary_tui.commands.export import exported
from plenary_tui.commands.failures import DONE, Failed, Misused
from plenary_tui.commands.invocation import Invocation, read_path
from plenary_tui.commands.named_file import read_named, text_of
from plenary_tui.commands.output import complain, say
from plenary_tui.commands.parser import make_parser
from plenary_tui.commands.record import one_file, read_template, reading_of, scope_of
from plenary_tui.exchange.outgoing import readable
from plenary_tui.exchange.outgoing.library import NoLibrary
from plenary_tui.exchange.tongues import read_languages, tongue_of
from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.views.record.journal_lines import Row
from plenary_tui.views.record.proof import Foot, difference, read_foot
from plenary_tui.views.record.scope import choose

if TYPE_CHECKING:
    from plenary_tui.exchange.outgoing.word_template import Template

LARGEST = 256 * 1024 * 1024
"""Bytes of the largest file that is read."""
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""How text begins that is saved otherwise than as UTF-8, with a NUL at every second letter."""


def compare(invocation: Invocation, given: list[str]) -> int:
    """Say whether files are what this journal gives as of the row in their feet; the exit status.

    Each is told on its own, and one that cannot be compared keeps no other from it.
    """
    opened = invocation.opened()
    try:
        rows: list[Row] = opened.journal.rows()
    finally:
        opened.journal.close()
    status, agreed = DONE, False
    for one in given:
        path = read_path("--record", one)
        try:
            row = _agreed_row(path, invocation, opened.records, rows)
        except (Failed, NoLibrary) as error:
            status = max(status, error.exit_status)
            complain(error.on_command_line())
        else:
            agreed = True
            say(f"{path} is what this journal gives as of row {row}, to the letter.")
    if agreed:
        say("That says that they agree, not who made them: it is no signature.")
    return status


def _agreed_row(path: Path, invocation: Invocation, records: list[Record], rows: list[Row]) -> int:
    """The row of the journal with which a file agrees. Raises `Failed` where it does not."""
    data = read_named(path, LARGEST, "Name the file of a record.")
    in_it = readable.told(data) if readable.is_office_file(data) else _text(path, data)
    foot = read_foot(in_it)
    if foot is None:
        raise Failed(
            f"{path} has no foot that names a row of a journal.",
            "Only what `plenary record` and `plenary export` have made can be compared; files of a "
            "pack are checked by `plenary check PACK`.",
        )
    trouble = _trouble(invocation, foot, data, in_it, records, rows)
    if trouble:
        raise Failed(f"{path}: {trouble}")
    return foot.row


def _text(path: Path, data: bytes) -> str:
    """What a file of text says; "" of one that is no text at all. Raises `Failed`."""
    return "" if b"\0" in data and not data.startswith(_UTF_16) else text_of(path, data)


def _trouble(
    invocation: Invocation,
    foot: Foot,
    data: bytes,
    in_it: str,
    records: list[Record],
    rows: list[Row],
) -> str:
    """Why the file is not what the journal gives, in a sentence; "" if it is.

    Args:
        data: the file.
        in_it: what can be read in it.
    """
    if foot.row > len(rows):
        return f"it was made as of row {foot.row}, and this journal ends with row {len(rows)}."
    if rows[foot.row - 1][-1] != foot.hash:
        return f"it was made from another journal: row {foot.row} of this one has another hash."
    options = _options(foot)
    if options is None:
        return "its foot was changed: nothing can be made from what it says."
    template = _template(invocation, options, in_it)
    if isinstance(template, str):
        return template
    reading = reading_of(records[: foot.row], foot.hash)
    try:
        (language,) = read_languages(options.language or "en")
        if options.command == "record":
            chosen = choose(reading.conference, reading.course, scope_of(options))
            again = one_file(
                reading, chosen, options.form, options.format, template, tongue_of(language)
            ).content
        else:
            again = exported(
                reading,
                options.what,
                scope_of(options),
                options.format or "csv",
                tuple(rows[: foot.row]),
                internal=options.internal,
                tongue=tongue_of(language),
            ).encode()
    except NoLibrary:
        raise
    except (Explained, KeyError, AssertionError):
        return "its foot was changed: nothing can be made from what it says."
    if readable.is_office_file(data) != readable.is_office_file(again):
        return "its foot was changed: what it names is of another format."
    if readable.is_office_file(data):
        place = readable.difference(data, again)
        ours, theirs = (readable.written_with(one) for one in (readable.told(again), in_it))
        where = f"in {place}"
    else:
        line = difference(in_it, again.decode())
        place, ours, theirs = str(line or ""), None, None
        where = f"from line {line} on"
    if not place:
        return ""
    if foot.version != __version__:
        return (
            f"it differs {where}, and was made by version {foot.version} of this "
            f"program, which may have worded it otherwise; this is {__version__}."
        )
    if ours != theirs and ours is not None and theirs is not None:
        return (
            f"it differs {where}, and was written with {' '.join(theirs)}, which may pack it "
            f"otherwise; here is {' '.join(ours)}."
        )
    return f"it was changed after it was made: it differs {where}."


def _template(invocation: Invocation, options: Namespace, in_it: str) -> Template | str | None:
    """The template that a Word file was written into, None if into none; or why it is not there."""
    if options.command != "record" or options.template is None:
        return None
    if invocation.options.template is None:
        return f"it was written into {options.template}; name that with --template FILE."
    options.template, name = invocation.options.template, options.template
    template = read_template(options)
    assert template is not None
    if template.hash != readable.template_hash(in_it):
        return f"it was written into another template than {template.name}."
    return replace(template, name=name)


def _options(foot: Foot) -> Namespace | None:
    """What the foot says made the file; None if no command takes it."""
    try:
        options = make_parser().parse_args(shlex.split(foot.command)[1:])
    except (Misused, SystemExit, ValueError):
        return None
    return options if options.command in ("record", "export") and options.at == foot.row else None
