"""`plenary do`: one act, the acts of a file, or what acts there are."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass, field

from plenary_tui.actions.typed import (
    Field,
    WrongUsage,
    fields_of,
    read_words,
    summary_of,
    words_of,
)
from plenary_tui.commands.failures import DONE, Misused
from plenary_tui.commands.invocation import Invocation
from plenary_tui.commands.output import say, say_json
from plenary_tui.commands.votes_file import HELP, OPTION, takes_votes, with_votes
from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.ground.act import Command

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
    from plenary_tui.commands.acting import Acting, acts_of_file

    if options.get("file") is not None:
        return acts_of_file(invocation, str(options["file"]), lambda line: _command(words_of(line)))
    command = _command(typed.words)
    with Acting(invocation) as acting:
        acting.do(command)
    return DONE


def _command(words: Sequence[str]) -> Command:
    """The act that was typed, or stands in a line of a file, with the votes of a file read."""
    return read_words(with_votes(words))


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
    if takes_votes(act):
        lines.append(f"  {f'{OPTION} FILE':<{width}}{HELP}")
    return "\n".join(lines)
