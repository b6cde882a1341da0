"""Rows are decided as single acts would be."""

from __future__ import annotations

import contextlib
import random

import pytest

from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.state.conference import Entry
from plenary_tui.procedure.state.vocabulary import Body, Delivery, Language, Rank
from tests.chamber import DELEGATIONS, Chamber, vienna
from tests.procedure.intake.conftest import file, request, take


def test_a_file_does_what_single_acts_would_do() -> None:
    one, other = Chamber(), Chamber()
    early = vienna(3, 9, month=9)
    rows = [
        request(2, "GIN", received_at=early, rank=Rank.MINISTER, delivery=Delivery.VIDEO),
        request(3, "INTERPOL", speaker="", function=""),
        request(4, "WATCH", language=Language.FRENCH),
        request(5, "TUV", item="2"),
    ]
    take(one, file(entries=tuple(rows)))
    for row in rows:
        fields = {name: getattr(row, name) for name in ("speaker", "function", "rank", "delivery")}
        received = row.received_at.isoformat() if row.received_at else ""
        other.do(
            "inscribe",
            delegation=row.delegation,
            item=row.item,
            received_at=received,
            language=row.language,
            **fields,
        )
    for item in ("1(f)", "2"):
        done, single = (each.conference.list_of(item, Body.PLENARY) for each in (one, other))
        assert [(a.delegation, a.speaker, a.rank) for a in done.waiting] == [
            (a.delegation, a.speaker, a.rank) for a in single.waiting
        ]


@pytest.mark.parametrize("seed", range(40))
def test_whatever_a_file_has_it_does_what_single_acts_would_do(seed: int) -> None:
    chance = random.Random(seed)
    one, other = Chamber(), Chamber()
    for chamber in (one, other):
        chamber.inscribe("Niger", "Sample Watch", item="1(f)")
    times = (None, vienna(3, 9, month=9), vienna(14, 9, 46), vienna(1, 9, month=8))
    ids = [delegation.id for delegation in DELEGATIONS] + ["NOBODY"]
    rows = tuple(
        request(
            line,
            chance.choice(ids),
            chance.choice(("1(f)", "1(f)", "2", "9")),
            received_at=chance.choice(times),
            delivery=chance.choice(list(Delivery)),
            rank=chance.choice(list(Rank)),
            function=chance.choice(("", "B", "B")),
        )
        for line in range(2, 42)
    )
    with contextlib.suppress(Refused):
        take(one, file(entries=rows, skip_refused=True))
    done = {("1(f)", "NER"), ("1(f)", "WATCH")}
    for row in rows:
        received = row.received_at.isoformat() if row.received_at else ""
        if (row.item, row.delegation) in done or row.delegation == "NOBODY":
            continue
        with contextlib.suppress(Refused):
            other.do(
                "inscribe",
                delegation=row.delegation,
                item=row.item,
                received_at=received,
                **{
                    name: getattr(row, name) for name in ("speaker", "function", "delivery", "rank")
                },
            )
            done.add((row.item, row.delegation))
    for item in ("1(f)", "2"):
        assert [(entry.delegation, entry.rank) for entry in waits(one, item)] == [
            (entry.delegation, entry.rank) for entry in waits(other, item)
        ]
        assert sorted(one.waiting(item)) == sorted(other.waiting(item))
    assert one.replayed() == one.conference


def waits(chamber: Chamber, item: str) -> tuple[Entry, ...]:
    return tuple(
        entry
        for entry in chamber.conference.list_of(item, Body.PLENARY).waiting
        if entry.delegation not in ("NER", "WATCH")
    )
