"""What makes a shell complete commands, acts, fields and what the conference names."""

from __future__ import annotations

import argparse
import os
from argparse import Namespace
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from pathlib import Path

from plenary_tui import medium
from plenary_tui.actions.typed import Field, fields_of, summary_of
from plenary_tui.commands.failures import DONE
from plenary_tui.commands.invocation import Invocation
from plenary_tui.commands.output import say_raw
from plenary_tui.commands.parser import common_options, make_parser
from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.state.conference import Conference

Completer = Callable[..., Iterable[str]]


def script(invocation: Invocation) -> int:
    """Print the shell's part of it; the exit status."""
    from argcomplete.shell_integration import shellcode

    shell: str = invocation.options.shell
    say_raw(shellcode(["plenary"], shell=shell))
    return DONE


def complete() -> None:
    """Answer the shell that asks for completions, and end the process."""
    import argcomplete

    parser = make_parser(configure_do=_acts)
    item = _option(_command(parser, "print"), "--item")
    item.completer = _completer(_items)  # type: ignore[attr-defined]
    file = os.environ.get("_ARGCOMPLETE_STDOUT_FILENAME")
    # Whatever the system's code page is; an old PowerShell knows UTF-8 by its mark only.
    encoding = "utf-8-sig" if os.environ.get("_ARGCOMPLETE_SHELL") == "powershell" else "utf-8"
    with open(file, "w", encoding=encoding) if file else nullcontext() as answer:
        argcomplete.autocomplete(
            parser, always_complete_options="long", validator=_begins, output_stream=answer
        )


def _acts(parser: argparse.ArgumentParser) -> None:
    """What follows `do`: each act with its fields."""
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--file")
    common = common_options()
    acts = parser.add_subparsers(dest="act")
    for act, command in ACTS.items():
        own = acts.add_parser(act, help=summary_of(command), parents=[common], allow_abbrev=False)
        own.add_argument("--json", action="store_true")
        for field in fields_of(command):
            _add_field(own, field)


def _add_field(parser: argparse.ArgumentParser, field: Field) -> None:
    if field.flag:
        parser.add_argument(f"--{field.name}", action="store_true", help=field.help)
        return
    completer = _completer_of(field)
    own = parser.add_argument(f"--{field.name}", dest=f"--{field.attribute}", help=field.help)
    own.completer = completer  # type: ignore[attr-defined]
    if field.required:  # it may also be typed without its name
        loose = parser.add_argument(field.attribute, nargs="?", help=field.help)
        loose.completer = completer  # type: ignore[attr-defined]


def _completer_of(field: Field) -> Completer:
    if field.choices:
        return lambda **_: field.choices
    match field.name:
        case "delegation":
            return _completer(_delegations)
        case "item":
            return _completer(_items)
        case "entry" | "with" | "other" | "first" | "second":
            return _completer(_entries)
        case "document":
            return _completer(_documents)
        case "tier":
            return lambda **_: ("States", "IGOs", "NGOs")
        case _:
            return lambda **_: ()


def _completer(words: Callable[[Conference], Iterable[str]]) -> Completer:
    """Completes from the conference that the command line or the environment names."""

    def from_conference(*, parsed_args: Namespace, **_: object) -> Iterable[str]:
        conference = _conference(parsed_args)
        return words(conference) if conference else ()

    return from_conference


def _conference(options: Namespace) -> Conference | None:
    """The conference; None if there is none that can be read."""
    from plenary_tui.procedure.ledger import Ledger
    from plenary_tui.storage.errors import StorageError
    from plenary_tui.storage.journal import SqliteJournal

    path: Path = Invocation(options).database
    if not medium.is_file(path):
        return None
    try:
        journal = SqliteJournal(path)
        try:
            return Ledger(journal.read()).conference
        finally:
            journal.close()
    except StorageError:
        return None


def _delegations(conference: Conference) -> Iterable[str]:
    for one in conference.delegations:
        yield from (one.name, one.id)


def _items(conference: Conference) -> Iterable[str]:
    return (item.symbol for item in conference.items)


def _documents(conference: Conference) -> Iterable[str]:
    return (one.symbol or str(one.number) for one in conference.documents)


def _entries(conference: Conference) -> Iterable[str]:
    """Who waits on the current list, by name."""
    current = conference.current_list
    for entry in current.waiting if current else ():
        delegation = conference.delegation(entry.delegation)
        yield delegation.name if delegation else entry.delegation


def _begins(completion: str, prefix: str) -> bool:
    """Whether a word completes what was typed, case and accents folded."""
    from plenary_tui.procedure.state.text import folded

    return folded(completion).startswith(folded(prefix))


def _command(parser: argparse.ArgumentParser, name: str) -> argparse.ArgumentParser:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            found: argparse.ArgumentParser = action.choices[name]
            return found
    raise KeyError(name)


def _option(parser: argparse.ArgumentParser, name: str) -> argparse.Action:
    return next(action for action in parser._actions if name in action.option_strings)
