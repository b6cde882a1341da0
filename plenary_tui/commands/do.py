"""`plenary do`: one act, the acts of a file, or what acts there are."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import BinaryIO, Self

from plenary_tui.actions.typed import (
    Field,
    WrongUsage,
    fields_of,
    read_line,
    read_words,
    summary_of,
)
from plenary_tui.commands.failures import DONE, Failed, Misused, explain
from plenary_tui.commands.invocation import Invocation, read_path
from plenary_tui.commands.output import complain, say, say_json
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.rehearsal.own_time import clock_beside

LONGEST_LINE = 20_000
"""Bytes in one line of a file of acts."""


class Acting:
    """The journal of an invocation, open for acts; a context manager."""

    def __init__(self, invocation: Invocation) -> None:
        """Open it. Raises `StorageError`."""
        self._json = invocation.json
        opened = invocation.opened()
        self._journal = opened.journal
        clock = clock_beside(opened.journal.path, self._last)
        self._desk = Desk(opened.journal, clock, invocation.station, opened.records)

    def _last(self) -> Instant | None:
        last = self._desk.ledger.last
        return last.event.at if last is not None else None

    def do(self, command: Command, *, line: int | None = None) -> None:
        """Do an act and say what was recorded; `line` is where in a file it stands.

        Raises `Refused` and `StorageError`; nothing was recorded then.
        """
        if line is not None:
            self._desk.catch_up()  # time may have passed since the line before
        receipt = self._desk.dispatch(command)
        if not self._json:
            say("\n".join(receipt.sentences))
            return
        place = {} if line is None else {"line": line}
        recorded = {"seq": receipt.seq, "entry": receipt.entry, "sentences": receipt.sentences}
        say_json(json.dumps({**place, **recorded}, ensure_ascii=False))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._journal.close()


def acts_of_file(invocation: Invocation, name: str, read: Callable[[str], Command]) -> int:
    """Do the acts of a file, a line each, up to the first that is refused; the exit status.

    Args:
        name: of the file; `-` for standard input.
        read: makes the command of a line.
    """
    done = 0
    shown_name = "standard input" if name == "-" else name
    with _lines(name) as lines, Acting(invocation) as acting:
        for number, line in enumerate(lines, start=1):
            try:
                text = _text(line)
                if text and not text.startswith("#"):
                    acting.do(read(text), line=number)
                    done += 1
            except Exception as error:
                found = explain(error)
                if found is None:
                    raise
                status, sentence = found
                complain(f"{shown_name}, line {number}: {sentence} {_so_far(done)}")
                return status
    if not invocation.json:
        say(f"{done} {'act' if done == 1 else 'acts'} done.")
    return DONE


def _so_far(done: int) -> str:
    match done:
        case 0:
            return "Nothing was done before it."
        case 1:
            return "The act before it is done."
        case _:
            return f"The {done} acts before it are done."


def _text(line: bytes) -> str:
    if len(line) > LONGEST_LINE:
        raise Failed("The line is too long to be an act.")
    try:
        return line.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise Failed("The line is not UTF-8 text.", "Save the file as UTF-8.") from None


@contextmanager
def _lines(name: str) -> Iterator[Iterator[bytes]]:
    """The lines of a file or of standard input, as they come. Raises `Failed`."""
    if name == "-":
        if sys.stdin is None or sys.stdin.closed:
            raise Failed("There is no standard input to read acts from.")
        yield _each(sys.stdin.buffer, "standard input")
        return
    path = read_path("--file", name)
    try:
        file = path.open("rb")
    except OSError as error:
        raise Failed(f"The file {name} cannot be read ({error.strerror}).") from None
    with file:
        yield _each(file, name)


def _each(file: BinaryIO, name: str) -> Iterator[bytes]:
    try:
        while line := file.readline(LONGEST_LINE + 2):
            yield line
    except OSError as error:
        raise Failed(f"The file {name} cannot be read ({error.strerror}).") from None


TAKING = ("db", "station", "file")
"""Options of `do` that take a value."""

FLAGS = ("rehearsal", "json", "list", "help", "version")
"""Options of `do` that take none."""


@dataclass(slots=True)
class Typed:
    """What follows `do`, taken apart.

    Attributes:
        words: the act and its fields, untouched.
        options: options of the command itself; a flag's value is True.
    """

    words: list[str] = field(default_factory=list)
    options: dict[str, str | bool] = field(default_factory=dict)


def take_apart(words: Sequence[str]) -> Typed:
    """Tell the command's own options, which may stand anywhere, from the act and its fields.

    What looks like an option and is the value of a field stays with the field. Raises `Misused`.
    """
    typed = Typed()
    fields: dict[str, Field] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        name, equals, value = word[2:].partition("=") if word.startswith("--") else ("", "", "")
        if known := fields.get(name):
            typed.words.append(word)
            if not known.flag and not equals and rest:
                typed.words.append(rest.pop(0))
        elif word == "-h":
            typed.options["help"] = True
        elif name in FLAGS and not (typed.words and name == "list"):
            if equals:
                raise Misused(f"--{name} takes no value.")
            typed.options[name] = True
        elif name in TAKING and not (typed.words and name == "file"):
            if not equals and not rest:
                raise Misused(f"--{name} needs a value.")
            typed.options[name] = value if equals else rest.pop(0)
        else:
            typed.words.append(word)
            if len(typed.words) == 1 and word in ACTS:
                fields = {one.name: one for one in fields_of(ACTS[word])}
    return typed


def run(invocation: Invocation, typed: Typed) -> int:
    """Do what was typed; the exit status."""
    options = vars(invocation.options) | typed.options
    invocation = Invocation(Namespace(**options))
    if options.get("help"):
        say(_help(typed.words[0]))
        return DONE
    chosen = [f"--{name}" for name in ("list", "file") if options.get(name)]
    if len(chosen) > 1 or (chosen and typed.words):
        raise Misused(f"{chosen[0]} stands alone: no act and no other list goes with it.")
    if options.get("list"):
        _list_acts(invocation)
        return DONE
    # What follows needs a journal.
    pass

    if options.get("file") is not None:
        return acts_of_file(invocation, str(options["file"]), read_line)
    command = read_words(typed.words)
    with Acting(invocation) as acting:
        acting.do(command)
    return DONE


def _list_acts(invocation: Invocation) -> None:
    if invocation.json:
        say_json(
            json.dumps([_described(*row) for row in ACTS.items()], ensure_ascii=False, indent=2)
        )
        return
    for act, command in ACTS.items():
        say(f"{act}\n    {summary_of(command)}")
        if usage := _usage(command):
            say(f"    {usage}")


def _described(act: str, command: type[Command]) -> dict[str, object]:
    return {
        "act": act,
        "help": summary_of(command),
        "fields": [
            {
                "name": one.name,
                "required": one.required,
                "flag": one.flag,
                "choices": list(one.choices),
                "help": one.help,
            }
            for one in fields_of(command)
        ],
    }


def _usage(command: type[Command]) -> str:
    return " ".join(_typed(one) for one in fields_of(command))


def _typed(one: Field) -> str:
    """A field as it is typed; in brackets if it may be left out."""
    value = "" if one.flag else f" {one.name.upper()}"
    return f"--{one.name}{value}" if one.required else f"[--{one.name}{value}]"


def _help(act: str) -> str:
    """What an act does, and its fields. Raises `WrongUsage` if there is no such act."""
    if act not in ACTS:
        read_words([act])
        raise WrongUsage(f"There is no act “{act}”.")
    command = ACTS[act]
    fields = fields_of(command)
    lines = [f"usage: plenary do {act} {_usage(command)}".rstrip(), "", summary_of(command)]
    if fields:
        width = max(len(one.name) for one in fields) + 4
        lines.append("")
    for one in fields:
        needed = " (needed)" if one.required else ""
        choices = f": {', '.join(one.choices)}" if one.choices else ""
        lines.append(f"  {'--' + one.name:<{width}}{one.help}{needed}{choices}")
    return "\n".join(lines)
