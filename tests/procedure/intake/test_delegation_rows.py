"""Delegations of a file (row 2)."""

from __future__ import annotations

from plenary_tui.procedure.intake.rows import (
    BroughtDelegation,
    Fate,
)
from tests.chamber import Chamber, FakeClock, vienna
from tests.procedure.intake.conftest import NGO, REGISTRATIONS, fates, file, refused, take


def test_row_02_delegations_are_registered_and_corrected_by_one_act(chamber: Chamber) -> None:
    before = chamber.conference
    events = take(chamber, file(delegations=REGISTRATIONS))
    assert [event.kind for event in events] == [
        "rows taken over",
        "delegation registered",
        "delegation registered",
        "delegation corrected",
    ]
    assert events[0].sentence(before) == (
        "The file registrations.csv was taken over as list: 2 new, 1 changed, 1 as they stood."
    )
    palau = chamber.conference.delegation("PLW")
    assert palau is not None and palau.registered and palau.late
    assert chamber.ledger.describe_last() == events[0].sentence(before)
    assert chamber.replayed() == chamber.conference
    chamber.do("undo")
    assert chamber.conference == before
    chamber.do("redo")
    assert chamber.conference.delegation("NEWFORUM") is not None


def test_row_02_the_same_file_again_changes_nothing(chamber: Chamber) -> None:
    take(chamber, file(delegations=REGISTRATIONS))
    again = tuple(
        BroughtDelegation(one.line, one.name, one.delegation or "NEWFORUM", "", one.participant)
        for one in REGISTRATIONS
    )
    assert "changes nothing" in refused(chamber, file(delegations=again)).why
    chamber.do("edit-delegation", delegation="TUV", participant="observer State")
    assert fates(chamber, file(delegations=again)) == [Fate.SAME] * 4, "corrected since by hand"
    assert fates(chamber, file("2", delegations=again))[3] is Fate.CHANGED, "another file"


def test_a_name_twice_in_a_file_is_one_delegation(chamber: Chamber) -> None:
    rows = (
        BroughtDelegation(2, "New Forum", participant=NGO),
        BroughtDelegation(3, "New  forum", participant=NGO),
        BroughtDelegation(4, "Palau", "PLW"),
        BroughtDelegation(5, "Belau", "PLW"),
        BroughtDelegation(6, "Sample Watch", participant=NGO),
    )
    assert fates(chamber, file(delegations=rows)) == [
        Fate.NEW, Fate.SKIPPED, Fate.NEW, Fate.SKIPPED, Fate.SKIPPED,
    ]  # fmt: skip


def test_row_02_a_registration_in_time_is_not_late() -> None:
    chamber = Chamber(FakeClock(vienna(1, 9, month=9)))
    take(chamber, file(delegations=REGISTRATIONS))
    assert not any(one.late for one in chamber.conference.delegations)
