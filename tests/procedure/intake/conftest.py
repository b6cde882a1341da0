"""What the tests of files that are taken over share."""

from __future__ import annotations

from typing import Any

import pytest

from plenary_tui.procedure.ground.act import Event, Refused
from plenary_tui.procedure.intake.rows import (
    BroughtDelegation,
    BroughtEntry,
    Fate,
)
from plenary_tui.procedure.intake.taking_over import ImportRows
from plenary_tui.procedure.state.vocabulary import ParticipantClass
from tests.chamber import Chamber

NGO = ParticipantClass.NGO


@pytest.fixture
def chamber() -> Chamber:
    """Monday, a quarter to ten: the list for item 1(f) is open until noon."""
    return Chamber()


def file(sha: str = "1", **rows: Any) -> ImportRows:
    """What a file brings."""
    return ImportRows(file="registrations.csv", sha256=sha, contents="list", **rows)


def take(chamber: Chamber, command: ImportRows) -> tuple[Event, ...]:
    """Take a file over."""
    return chamber.record(*chamber.decide(command))


def refused(chamber: Chamber, command: ImportRows) -> Refused:
    """The refusal of a file."""
    with pytest.raises(Refused) as refusal:
        chamber.decide(command)
    return refusal.value


def fates(chamber: Chamber, command: ImportRows) -> list[Fate]:
    judge = command.judged(chamber.conference, chamber.clock.now())
    return [verdict.fate for verdict in judge.verdicts]


REGISTRATIONS = (
    BroughtDelegation(2, "Palau", "PLW"),
    BroughtDelegation(3, "Nigeria", "NGA"),
    BroughtDelegation(4, "New Forum", participant=NGO),
    BroughtDelegation(5, "Tuvalu", "TUV", participant=ParticipantClass.SIGNATORY_STATE),
)


def request(line: int, delegation: str, item: str = "1(f)", **said: Any) -> BroughtEntry:
    return BroughtEntry(line, delegation, item, **{"speaker": "A", "function": "B", **said})
