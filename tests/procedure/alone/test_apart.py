"""What of a journal that parted is to be looked at, and that doing it again leads to the same."""

from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import takewhile

import pytest

from plenary_tui.procedure.alone.apart import acts_apart
from plenary_tui.procedure.alone.recorded_alone import NoteAlone
from plenary_tui.procedure.ground.on_record import Asked, PodiumClosed, PodiumOpened
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.state.conference import Alone, Conference
from tests.chamber import Chamber, command_of
from tests.procedure.test_machine import House

NO_HASHES = {seq: f"row {seq}" for seq in range(10_000)}


def apart(chamber: Chamber, common: int) -> list[Alone]:
    """What a chamber has recorded after so many records."""
    rest = chamber.records[common:]
    return acts_apart(Ledger(chamber.records[:common]), rest, NO_HASHES)


def parted() -> tuple[Chamber, int]:
    """A chamber whose floor is open, and how many records both orders share."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("GIN")
    chamber.station = "podium@a"
    return chamber, len(chamber.records)


def test_each_act_is_told_with_who_when_and_what_would_do_it_again() -> None:
    chamber, common = parted()
    chamber.record(PodiumOpened(at=chamber.clock.now()))
    chamber.clock.advance(60)
    at = chamber.clock.now()
    chamber.do("inscribe", delegation="NER")
    chamber.do("give-floor")
    chamber.do("note", text="private")
    chamber.record(PodiumClosed(at=chamber.clock.now()))
    first, second, third = apart(chamber, common)
    assert (first.station, first.at) == ("podium@a", at.utc)
    assert first.what.startswith("Niger was inscribed on the list")
    assert first.row == f"row {common + 2}" and first.act == "inscribe"
    assert (second.act, second.fields) == (
        "give-floor",
        '{"entry":"#1"}'.replace("1", _id(chamber)),
    )
    assert third.act == "note" and "private" in third.fields


def _id(chamber: Chamber) -> str:
    floor = chamber.conference.floor
    assert floor is not None and floor.entry is not None
    return str(floor.entry.id)


def test_who_was_inscribed_alone_is_named_by_what_it_is_for_numbers_are_given_twice() -> None:
    chamber, common = parted()
    chamber.inscribe("NER")
    chamber.do("mark-ready", entry="NER")
    _, ready = apart(chamber, common)
    assert ready.fields == '{"entry":"1(f) NER"}'


def test_what_was_taken_back_there_is_left_out_unless_both_have_it() -> None:
    chamber, common = parted()
    chamber.inscribe("NER")
    chamber.do("undo")
    assert apart(chamber, common) == []
    chamber.do("redo")
    assert [one.act for one in apart(chamber, common)] == ["inscribe"]
    chamber.do("undo")
    chamber.do("undo")
    (undone,) = apart(chamber, common)
    assert undone.what.startswith("Undone: Guinea was inscribed") and not undone.act


def test_what_a_desk_had_asked_for_is_told_as_its_own() -> None:
    chamber, common = parted()
    chamber.station = "list desk"
    at = chamber.clock.now()
    events = chamber.decide(command_of("inscribe", delegation="NER"))
    chamber.record(*events, Asked(at=at, request="0b0e8a52-9f5e-4c6e-8d0b-2f8d1a6f3c11"))
    (one,) = apart(chamber, common)
    assert (one.station, one.act) == ("list desk", "inscribe")


def of_the_room(conference: Conference) -> Iterable[object]:
    """What the room would see, but for the numbers of entries and the time."""
    yield from (
        [(one.delegation, one.ready, one.speaker) for one in speakers.waiting]
        for speakers in conference.lists
    )
    yield conference.item, conference.on_air, conference.body
    yield [(one.title, one.symbol, one.status, one.sponsors) for one in conference.documents]
    yield conference.meeting and (conference.meeting.number, conference.meeting.status)
    floor = conference.floor
    yield floor and (floor.kind, floor.phase, floor.entry and floor.entry.delegation)
    yield [one.text for one in conference.notes]
    yield [(one.motion.motion, one.motion.delegation) for one in conference.outcomes]


@pytest.mark.parametrize("seed", range(8))
def test_done_again_in_turn_where_nothing_else_was_done_all_comes_to_the_same(seed: int) -> None:
    chance, house = random.Random(seed), House()
    house.convene(chance.choice(["floor open", "committee"]), True)
    for _ in range(60):
        house.go_on(chance)
    records = house.chamber.records
    begins = [place for place, one in enumerate(records) if one.act == one.seq]
    found: list[Alone] = []
    for common in begins[len(begins) // 2 :]:
        if found := _before_one_that_needs_a_hand(house.chamber, common):
            break
    assert found, "nothing to be done again"
    again = Chamber()
    again.ledger, again.records = Ledger(records[:common]), list(records[:common])
    first = len(again.conference.alone) + 1
    again.record(*again.decide(NoteAlone(acts=tuple(found))))
    for number, one in enumerate(found, start=first):
        at = records[_place(one)].event.at
        again.clock.utc, again.clock.steady, again.clock.boot = at.utc, at.steady, at.boot
        again.do("do-again", alone=number, override="Sample", confirm=True)
    last = records[_place(found[-1])].act
    there = Ledger(one for one in records if one.act <= last).conference
    assert list(of_the_room(again.conference)) == list(of_the_room(there))


def _before_one_that_needs_a_hand(chamber: Chamber, common: int) -> list[Alone]:
    return list(takewhile(lambda one: bool(one.act), apart(chamber, common)))


def _place(one: Alone) -> int:
    return int(one.row.removeprefix("row ")) - 1
