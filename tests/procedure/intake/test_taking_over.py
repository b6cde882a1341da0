"""A file is taken over as one act, or not at all (rows 2 and 20)."""

from __future__ import annotations

from plenary_tui.procedure.ground.act import Remedy
from plenary_tui.procedure.intake.rows import (
    BroughtDelegation,
)
from tests.chamber import Chamber, vienna
from tests.procedure.intake.conftest import NGO, file, refused, request, take


def test_row_02_all_that_is_refused_is_said_at_once_with_its_line(chamber: Chamber) -> None:
    rows = (
        BroughtDelegation(2, "Palau", "PLW"),
        BroughtDelegation(3, "Nobody Knows"),
        BroughtDelegation(4, "x\u202ey", participant=NGO),
        BroughtDelegation(5, "Other", "", "TUR", NGO),
    )
    refusal = refused(chamber, file(delegations=rows))
    assert refusal.why.startswith("3 rows of registrations.csv cannot be taken over. Line 3:")
    assert "its class is needed" in refusal.why and "Line 4: The name was not taken" in refusal.why
    assert "Line 5: The code TUR is taken." in refusal.why
    events = take(chamber, file(delegations=rows, skip_refused=True))
    assert len(events) == 2
    assert chamber.conference.taken[-1].lines == "2"


def test_row_20_a_closed_list_is_overruled_once_for_the_file_and_recorded_for_each(
    chamber: Chamber,
) -> None:
    chamber.clock.until(vienna(14, 12))
    rows = (request(2, "GIN"), request(3, "NGA"))
    refusal = refused(chamber, file(entries=rows))
    assert refusal.remedy is Remedy.OVERRIDE and "closed at 12:00" in refusal.why
    events = take(chamber, file(entries=rows, override="The Bureau agreed"))
    assert [event.kind for event in events[1:]] == ["overruled", "inscribed"] * 2
    assert chamber.waiting() == ["GIN", "NGA"]
    chamber.do("undo")
    assert chamber.waiting() == []
