"""Write docs/reference.md: every command, key and act, from the parser and the registry.

Run with the project installed: `python docs/reference.py`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from plenary_tui.actions import ACTIONS, GROUPS, Action, key_name, opening_keys
from plenary_tui.actions.action import Page
from plenary_tui.actions.pane import PANE_KEYS
from plenary_tui.actions.typed import Field, fields_of, summary_of
from plenary_tui.commands.parser import COMMANDS, common_options, make_parser
from plenary_tui.procedure.events import ACTS

MADE = "python docs/reference.py"
"""Makes the page anew."""
TARGET = Path(__file__).with_name("reference.md")

BEGINNING = f"""\
<!-- Made by `{MADE}`. What is written here by hand is lost. -->

# Reference

Every command, key and act, taken from the program itself. How they are used in a meeting is in
[officer.md](officer.md), at the webcast desk in [webcast-operator.md](webcast-operator.md), in the
office in [office.md](office.md).

- [Commands](#commands): what is typed in a terminal
- [Keys](#keys): what is pressed on the podium and on the webcast pane
- [Acts](#acts): what is typed after `:` on the podium, or after `plenary do`, with its fields
"""

COMMANDS_INTRO = """\
`plenary COMMAND --help` says the same in the terminal. Exit status: 0 done; 1 refused or not
found, with one sentence that says why and what to do; 2 wrong usage.
"""

KEYS_INTRO = """\
A capital letter is pressed with Shift. “`d`, then `t`” is the key of a page, then a key on that
page. “Row menu” is Enter on a row of the list, then the number beside it. The palette (`Ctrl+P`)
has them all. Where one key has several acts, the one that makes sense at that moment is done. What
stands in italics is no act: it opens a page, or is done by the screen alone.
"""

ACTS_INTRO = """\
Every act can be typed after `:` on the podium, as `plenary do ACT` in a terminal, and as a line of
a file for `plenary do --file`. The first word without dashes fills the first field that is needed,
or where none is, the first of all. What has blanks is put in quotation marks. Entries are named by
number, or by delegation where that is clear on the current list; a delegation by its name (accents
and case do not matter), its code or a unique beginning.
"""


def render() -> str:
    """The page."""
    parts = [BEGINNING, "## Commands", COMMANDS_INTRO, *_commands(), "## Keys", KEYS_INTRO]
    parts += [*_keys(), "## Acts", ACTS_INTRO, *_acts()]
    return "\n".join(part.rstrip() + "\n" for part in parts if part)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table; "" without rows."""
    lines = [" | ".join(row) for row in rows]
    if not lines:
        return ""
    return "\n".join(
        f"| {line} |" for line in (" | ".join(heads), " | ".join("-" * 3 for _ in heads), *lines)
    )


# Commands


def _commands() -> Iterator[str]:
    yield "### plenary"
    yield "The podium on the last conference; on a first run, a lobby."
    yield _usage("plenary", _own(make_parser()))
    yield _options(_own(make_parser()))
    yield "Common options, before or after every command:"
    yield _options(_own(common_options()))
    for row in COMMANDS:
        parser = argparse.ArgumentParser()
        row.configure(parser)
        arguments = _own(parser)
        yield f"### plenary {row.name}"
        yield f"{row.help[:1].upper()}{row.help[1:]}."
        yield _usage(f"plenary {row.name}", arguments)
        yield _options(arguments)


def _own(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """What a parser takes, without help, commands and, of `plenary` itself, the common options."""
    shared = set() if parser.prog != "plenary" else {one.dest for one in common_options()._actions}
    return [
        one
        for one in parser._actions
        if one.dest != "help"
        and one.dest not in shared
        and not isinstance(one, argparse._SubParsersAction)
    ]


def _typed(one: argparse.Action) -> str:
    """An argument as it is typed."""
    choices = "{" + ",".join(one.choices) + "}" if one.choices else ""
    more = "..." if one.nargs == "*" else ""
    words = (*one.option_strings[:1], str(one.metavar or choices), more)
    return " ".join(word for word in words if word)


def _usage(command: str, arguments: list[argparse.Action]) -> str:
    words = [command]
    for one in arguments:
        needed = one.required and one.nargs not in ("?", "*")
        words.append(_typed(one) if needed else f"[{_typed(one)}]")
    return f"    {' '.join(words)}"


def _options(arguments: list[argparse.Action]) -> str:
    return _table(
        ("argument", "means"),
        ((f"`{_typed(one)}`", one.help or "") for one in arguments),
    )


# Keys


def _keys() -> Iterator[str]:
    for group in GROUPS:
        yield f"### {group}"
        yield _table(
            ("key", "act", "does"),
            ((_reached(row), _act_of(row), row.help) for row in ACTIONS if row.group == group),
        )
    yield "### The webcast pane"
    yield "As the pane's own page of help has them:"
    yield _table(
        ("key", "does"),
        ((_code(one.keys), f"{one.help[:1].upper()}{one.help[1:]}.") for one in PANE_KEYS),
    )


def _code(keys: Iterable[str]) -> str:
    return " ".join(f"`{key_name(key)}`" for key in keys)


def _reached(row: Action) -> str:
    """How an action is reached by key."""
    if row.keys:
        return _code(row.keys)
    if row.on_row:
        return "row menu"
    for at in row.on_pages:
        return f"{_code(opening_keys(at.page)[:1])}, then {_code((at.key,))}"
    return f"palette ({_code(opening_keys(Page.PALETTE))})"


def _act_of(row: Action) -> str:
    """The act that an action does, with what is given; of one that does none, its label."""
    if not row.act:
        return f"*{row.label}*"
    return f"[{row.act}](#{row.act})" + "".join(
        f" `--{name.replace('_', '-')}{'' if value is True else f' {value}'}`"
        for name, value in row.preset.items()
    )


# Acts


def _acts() -> Iterator[str]:
    """Every act once, under the heading of the first action that does it."""
    said: set[str] = set()
    for group in GROUPS:
        acts = [row.act for row in ACTIONS if row.group == group and row.act]
        fresh = [act for act in dict.fromkeys(acts) if act not in said]
        said.update(fresh)
        if not fresh:
            continue
        yield f"### Acts: {group}"
        for act in fresh:
            yield f"#### {act}"
            yield _told(act)
            yield _table(("field", "means", "takes"), (_field(one) for one in fields_of(ACTS[act])))


def _told(act: str) -> str:
    keys = dict.fromkeys(_reached(row) for row in ACTIONS if row.act == act)
    return f"{summary_of(ACTS[act])} Key: {'; '.join(keys)}."


def _field(one: Field) -> tuple[str, str, str]:
    words = ", ".join(one.choices)
    takes = "nothing" if one.flag else words
    needed = " (needed)" if one.required else ""
    return f"`--{one.name}`{needed}", one.help, takes


def main() -> None:
    """Write it beside this file."""
    TARGET.write_text(render(), encoding="utf-8")
    print(f"{TARGET.name} was written.")


if __name__ == "__main__":
    main()
