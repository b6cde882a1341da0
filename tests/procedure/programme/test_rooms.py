"""Which event is meant, and that no room is booked twice (row 35)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.state.conference import SideEvent
from tests.chamber import Chamber, vienna

LUNCH = SideEvent("Firearms", starts=vienna(14, 13), ends=vienna(14, 13, 50), room="CR3")


BRIEFING = SideEvent("NGO briefing", "briefing", vienna(14, 11), room="M3")


UNDATED = SideEvent("Dialogue with the President", "dialogue", modes=())


@pytest.fixture
def chamber() -> Chamber:
    """A side event at lunch, a briefing during the first meeting, a dialogue without a date."""
    return Chamber(side_events=(LUNCH, BRIEFING, UNDATED))


def test_row_35_the_same_room_is_never_booked_twice(chamber: Chamber) -> None:
    refusal = chamber.refused(
        "add-side-event", title="Late", starts="13:30", ends="14:20", room="cr3"
    )
    assert refusal.why == "CR3 is taken then: 13:00 to 13:50, “Firearms”."
    chamber.do("add-side-event", title="Late", starts="13:50", ends="14:40", room="CR3")
    refusal = chamber.refused("move-side-event", event="Late", starts="13:49")
    assert "is taken then" in refusal.why and refusal.remedy == ""
    chamber.do("cancel-side-event", event="Firearms", reason="the speaker is ill")
    chamber.do("move-side-event", event="Late", starts="13:30")
    assert chamber.conference.side_events[-1].ends == vienna(14, 14, 20), "it keeps its length"


def test_row_35_a_room_is_in_use_for_the_usual_time_if_no_end_is_known(chamber: Chamber) -> None:
    refusal = chamber.refused(
        "add-side-event", title="Other", kind="briefing", starts="11:45", ends="12:30", room="M3"
    )
    assert refusal.why == "M3 is taken then: 11:00 on, “NGO briefing”."
    chamber.do("add-side-event", title="Other", starts="11:50", ends="12:30", room="M3")


def test_row_35_an_event_is_named_by_number_or_words_of_its_title(chamber: Chamber) -> None:
    assert "no side event 9" in chamber.refused("cancel-side-event", event="9").why
    assert "called “Cyber”" in chamber.refused("cancel-side-event", event="Cyber").why
    chamber.do("add-side-event", title="Firearms II", starts="14:00", ends="14:50")
    refusal = chamber.refused("cancel-side-event", event="fire")
    assert refusal.why == "“fire” may be 1 Firearms, 4 Firearms II."
    chamber.do("cancel-side-event", event="firearms")
    assert chamber.conference.side_events[0].cancelled, "a whole title is clear"
    refusal = chamber.refused("edit-side-event", event="4", title="Firearms II")
    assert refusal.why == "Nothing about “Firearms II” would change."
