"""The act that does again what was recorded: guessed from its events, tried on the state before.

A journal keeps what was done, not what was typed. Of what may have been typed that act is taken
which, decided on the state before, records the very same; where none does, no key does it again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec import NODEFAULT

from plenary_tui.procedure.alone import of_floor, of_lists, of_meetings, of_papers
from plenary_tui.procedure.alone.named_before import Before, Guess
from plenary_tui.procedure.ground.act import Command, Event, Overruled, Refused, payload_of
from plenary_tui.procedure.ground.acts_as_json import act_as_json, act_of_json
from plenary_tui.procedure.state.frozen import defaults_of, replace

ON_ONES_OWN = {"override": "", "confirm": False}
"""What was meant by the officer of then: who does it again is asked anew."""


def act_of(events: Sequence[Event], before: Before) -> tuple[str, str]:
    """The act that does again what events record, and its fields as JSON; "" for none."""
    overruled = next((one.reason for one in events if isinstance(one, Overruled)), "")
    for command, fields in _guesses(events, before):
        with_reason = {"override": overruled} if overruled else {}
        try:
            meant = command(**fields, **with_reason)
            again = meant.decide(before.conference, before.at)
        except (Refused, TypeError, ValueError):
            continue
        if _recorded(again) == _recorded(events):
            return command.act, _as_json(meant)
    return "", ""


def _guesses(events: Sequence[Event], before: Before) -> Iterator[Guess]:
    for event in reversed(events):  # what comes about by the way stands first
        yield from of_floor.of_floor(event, before)
        yield from of_lists.of_lists(event, before)
        yield from of_meetings.of_meetings(event, before)
        yield from of_papers.of_papers(event, before)


def _recorded(events: Sequence[Event]) -> list[tuple[str, dict[str, Any]]]:
    return [(one.kind, payload_of(one)) for one in events if not one.silent]


def _as_json(command: Command) -> str:
    """The fields of an act that were given."""
    left = {name: unsaid for name, unsaid in ON_ONES_OWN.items() if hasattr(command, name)}
    said = msgspec.json.decode(act_as_json(replace(command, **left)), type=dict[str, object])
    usual = {name: default for name, _, default in defaults_of(type(command))}
    given = {
        name: value
        for name, value in said.items()
        if usual[name] is NODEFAULT or msgspec.to_builtins(usual[name]) != value
    }
    return msgspec.json.encode(given).decode()


COMMANDS: dict[str, type[Command]] = {
    command.act: command
    for module in (of_floor, of_lists, of_meetings, of_papers)
    for command in vars(module).values()
    if isinstance(command, type) and issubclass(command, Command) and "act" in vars(command)
}
"""By act, those that do again what was recorded."""


def made_of(act: str, fields: str) -> Command:
    """The act that was found in what was recorded."""
    return act_of_json(COMMANDS[act], fields)
