"""What of a journal that parted from the order is to be looked at: each act that still stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from plenary_tui.procedure.alone.as_acts import act_of
from plenary_tui.procedure.alone.named_before import Before
from plenary_tui.procedure.alone.recorded_alone import ActsAlone, AloneDone, AloneLeft
from plenary_tui.procedure.ground.done import Act, Record
from plenary_tui.procedure.ground.on_record import (
    Asked,
    PodiumClosed,
    PodiumOpened,
    Redone,
    Undone,
)
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.state.conference import Alone, Conference

OF_THE_RECORD = (PodiumOpened, PodiumClosed, ActsAlone, AloneLeft)
"""What says nothing of the room."""


def acts_apart(common: Ledger, records: Iterable[Record], hashes: Mapping[int, str]) -> list[Alone]:
    """The acts of records that follow what both orders share, but for what they took back.

    Args:
        common: what both share, folded; it is folded on.
        hashes: of the records, by number.
    """
    shared = common.conference
    found: dict[int, Alone] = {}
    taken_back: list[tuple[int, Alone]] = []
    for seq, rows in groupby(records, key=lambda record: record.act):
        act = Act(list(rows), None)
        before, first = common.conference, act.records[0].event
        common.fold(act.records)
        if isinstance(first, OF_THE_RECORD):
            continue
        if isinstance(first, Undone) and first.act in found:
            taken_back.append((first.act, found.pop(first.act)))
        elif isinstance(first, Redone) and taken_back and taken_back[-1][0] == first.act:
            number, one = taken_back.pop()
            found[number] = one
        else:
            found[seq] = _told(act, before, shared, hashes[seq])
    return [found[seq] for seq in sorted(found)]


def _told(act: Act, before: Conference, shared: Conference, row: str) -> Alone:
    first = act.records[0]
    if isinstance(first.event, Undone | Redone):  # of an act that both have: by its own key
        said = first.event.sentence(before)
        return Alone(0, first.station, first.event.at.utc, said, row)
    events = [one.event for one in act.records if not isinstance(one.event, Asked | AloneDone)]
    name, fields = act_of(events, Before(before, shared, first.event.at))
    what = act.told(before)
    return Alone(0, first.station, first.event.at.utc, what, row, name, fields)
