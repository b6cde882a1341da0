"""Only what records the very same on the state before is taken for what was typed."""

from __future__ import annotations

import json
from typing import Any

from plenary_tui.procedure.alone.as_acts import COMMANDS, act_of, made_of
from plenary_tui.procedure.alone.named_before import Before
from plenary_tui.procedure.events import ACTS
from tests.chamber import Chamber, command_of

from .conftest import again


def test_what_was_given_is_found_and_nothing_else() -> None:
    chamber = Chamber()
    chamber.open_floor()
    before = chamber.conference
    events = chamber.do("inscribe", delegation="NER", speaker="Ms. Sample", media_length="0")
    act, fields = act_of(events, Before(before, before, chamber.clock.now()))
    assert act == "inscribe"
    assert json.loads(fields) == {
        "delegation": "NER",
        "item": "1(f)",
        "body": "plenary",
        "speaker": "Ms. Sample",
    }


def test_what_the_officer_of_then_overruled_or_confirmed_is_asked_anew() -> None:
    chamber = Chamber()
    chamber.open_floor()
    command: Any = again(chamber, "inscribe", delegation="WATCH", override="They will tell us")
    assert command == command_of("inscribe", delegation="WATCH", item="1(f)", body="plenary")
    chamber.inscribe("NER", "GIN")
    swap: Any = again(chamber, "swap", entry="NER", **{"with": "GIN"}, confirm=True)
    assert swap.act == "swap" and not swap.confirm


def test_what_no_act_records_is_none() -> None:
    chamber = Chamber()
    chamber.open_floor()
    before = chamber.conference
    events = chamber.do("edit-delegation", delegation="NER", name="The Niger", confirm=True)
    assert act_of(events, Before(before, before, chamber.clock.now())) == ("", "")


BY_HAND = {
    *("undo", "redo", "do-again", "leave-undone"),
    *("correct-statement", "correct-vote", "set-quorum-base", "edit-delegation"),
    *("add-meeting", "move-meeting"),
    *("edit-side-event", "move-side-event", "cancel-side-event"),
}
"""Acts that no key does again: they are about another act, or correct and move what in the other's
journal may be another by now. What they were is listed all the same, and a hand does it."""


def test_of_every_act_it_is_said_whether_a_key_does_it_again() -> None:
    assert set(ACTS) - set(COMMANDS) == BY_HAND


def test_every_act_that_may_be_found_is_one_that_can_be_typed() -> None:
    assert COMMANDS.items() <= ACTS.items()
    assert made_of("end-statement", "{}") == command_of("end-statement")
