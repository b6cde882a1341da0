"""What is asked is what was typed, is kept until it is answered, and is done once."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.act_fields import act_fields
from plenary_tui.procedure.ground.on_record import Undo
from plenary_tui.procedure.speakers.moving import Move
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.stations.outbox import (
    Outbox,
    command_of,
    may_mean_another,
    request_of,
    told_fields,
)
from tests.chamber import command_of as typed

NOW = Instant(datetime(2030, 9, 3, 10, tzinfo=UTC), 1000.0, "B")
TYPED = [
    typed("inscribe", delegation="Ghana", item="1(f)", note="“Grüße”", rank="minister"),
    typed("give-floor", entry="3"),
    typed("extend-time", seconds="30", reason="interpretation"),
    typed("set-on-air", off=True),
    typed("adjust-clock", seconds="-5"),
    typed("register", delegation="New body", **{"class": "NGO"}),
    typed("note", text="x"),
    typed("redo"),
    typed("edit", entry="3", language="", media_length="2:30", explains="before action"),
    typed("edit", entry="3", language="French"),
    typed("correct-statement", number="3", language="Russian", reason="misheard"),
    typed("vote-document", **{"for": "NER, GIN", "against": 2}),
    typed("swap", entry="3", **{"with": "4"}),
]


@pytest.mark.parametrize("command", TYPED, ids=[one.act for one in TYPED])
def test_an_act_arrives_as_it_was_typed(command: object) -> None:
    request = request_of(command, "desk", 7, NOW)  # type: ignore[arg-type]
    assert command_of(request) == command
    assert (request.station, request.seen) == ("desk", 7)


@pytest.mark.parametrize("act", ACTS)
def test_whatever_act_is_asked_for_and_lacks_a_field_or_has_none_that_fits_is_refused(
    act: str,
) -> None:
    request = request_of(TYPED[0], "desk", 7, NOW)
    needed = [one for one in act_fields(ACTS[act]) if one.required]
    if not needed:
        assert command_of(replace(request, act=act, command="{}")) == ACTS[act]()
    fields = ({}, {one.name.replace("-", "_"): [] for one in needed})
    for said in fields if needed else ():
        with pytest.raises(Refused, match="does not know"):
            command_of(replace(request, act=act, command=json.dumps(said)))


def test_an_undo_that_is_asked_for_is_of_ones_own_acts_only() -> None:
    assert command_of(request_of(Undo(), "desk", 7, NOW)) == Undo(own=True)


def test_an_act_that_the_podium_does_not_know_is_refused() -> None:
    request = request_of(TYPED[0], "desk", 7, NOW)
    assert "dance" not in ACTS
    for unknown in (replace(request, act="dance"), replace(request, command='{"item": 3')):
        with pytest.raises(Refused, match="does not know"):
            command_of(unknown)


def test_the_acts_that_mean_what_was_seen_are_those_that_depend_on_what_others_do() -> None:
    found = {name for name, command in ACTS.items() if command.means_what_was_seen}
    assert found == {"move", "swap", "undo", "redo"}


def test_what_may_mean_something_else_by_now_is_for_a_person_to_say() -> None:
    move = request_of(typed("move", entry="Ghana", to="1", reason="asked"), "desk", 7, NOW)
    assert isinstance(command_of(move), Move)
    assert may_mean_another(replace(move, waited=11.0), 8)
    assert not may_mean_another(replace(move, waited=11.0), 7), "nobody has acted since"
    assert not may_mean_another(replace(move, waited=3.0), 8)
    inscribe = request_of(TYPED[0], "desk", 7, NOW)
    assert not may_mean_another(replace(inscribe, waited=999.0), 8)


def test_a_request_is_kept_until_it_is_answered_and_nothing_is_left_of_it_then(
    tmp_path: Path,
) -> None:
    outbox = Outbox(tmp_path / "copy.db")
    assert outbox.waiting() == []
    first = request_of(TYPED[0], "desk", 7, NOW)
    second = replace(request_of(TYPED[1], "desk", 7, NOW), asked="2030-09-03T11:00:00+00:00")
    outbox.put(first)
    outbox.put(second)
    assert Outbox(tmp_path / "copy.db").waiting() == [first, second]
    for _ in range(2):  # by the command that asked, and by the link
        outbox.settle(first.id)
    assert outbox.waiting() == [second]
    assert [one.name for one in tmp_path.glob("*.asked/*")] == [second.id]
    assert "delegation Ghana" in told_fields(first)
    bare = request_of(typed("inscribe", delegation="Ghana", rank="other"), "desk", 7, NOW)
    assert told_fields(bare) == "delegation Ghana", "and nothing that goes without saying"
    assert told_fields(request_of(Undo(), "desk", 7, NOW)) == "own"
    outbox.clear()
    assert outbox.waiting() == []
    Outbox(tmp_path / "another.db").clear()


def test_what_is_asked_is_sent_in_the_order_in_which_it_was_asked_whatever_the_clock_says(
    tmp_path: Path,
) -> None:
    outbox, asked = Outbox(tmp_path / "conference.db"), []
    for seconds in (5, 6, 6, 0, 3, 2, 7, 1):
        at = replace(NOW, utc=NOW.utc + timedelta(seconds=seconds))
        asked.append(request_of(TYPED[0], "desk", 7, at).id)
        outbox.put(replace(request_of(TYPED[0], "desk", 7, at), id=asked[-1]))
    assert [one.id for one in outbox.waiting()] == asked
