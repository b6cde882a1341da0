"""Side events: one room, one mode, strict times, and meetings that run into them (row 35)."""

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


def test_row_35_a_side_event_is_added_with_room_time_mode_and_organizers(chamber: Chamber) -> None:
    before = chamber.conference
    (added,) = chamber.do(
        "add-side-event",
        title="Trafficking",
        starts="13:00",
        ends="13:50",
        room="CR7",
        organizers="Sample Network",
    )
    assert added.sentence(before) == (
        "The side event “Trafficking” was added: 13:00 on Monday 14 October 2024, CR7."
    )
    event = chamber.conference.side_events[-1]
    assert (event.starts, event.ends) == (vienna(14, 13), vienna(14, 13, 50))
    assert (event.modes, event.organizers) == (("in person",), "Sample Network")
    chamber.do("undo")
    assert chamber.conference == before


def test_row_35_a_side_event_has_exactly_one_mode(chamber: Chamber) -> None:
    times = {"starts": "14:00", "ends": "14:50"}
    refusal = chamber.refused("add-side-event", title="Both", mode="hybrid", **times)
    assert refusal.why == "A side event is held in person or online, never both."
    chamber.do("add-side-event", title="Both", mode="hybrid", kind="dialogue", **times)
    assert chamber.conference.side_events[-1].modes == ("in person", "online")
    refusal = chamber.refused("edit-side-event", event="Both", kind="side event")
    assert "never both" in refusal.why
    refusal = chamber.refused("edit-side-event", event="Both", kind="round table")
    assert refusal.why == "A round table is held in person or online."
    chamber.do("edit-side-event", event="Both", kind="side event", mode="online")
    assert chamber.conference.side_events[-1].modes == ("online",)


def test_row_35_times_are_strict_and_only_other_kinds_may_lack_a_date(chamber: Chamber) -> None:
    assert "has a start and an end" in chamber.refused("add-side-event", title="When").why
    assert "needs a title" in chamber.refused("add-side-event", title="").why
    refusal = chamber.refused("add-side-event", title="When", starts="14:00", ends="13:00")
    assert refusal.why.startswith("The end, 13:00 on Monday")
    assert "is not a time" in chamber.refused("add-side-event", title="W", starts="noonish").why
    chamber.do("add-side-event", title="Later", kind="dialogue")
    assert "W" not in [one.title for one in chamber.conference.side_events]
    day = {"title": "Sunday", "starts": "2024-10-20T13:00", "ends": "2024-10-20T13:50"}
    refusal = chamber.refused("add-side-event", **day)
    assert "outside the days" in refusal.why and refusal.remedy == "override"
    chamber.do("add-side-event", **day, override="A visit")


def test_row_35_an_event_is_moved_given_a_date_and_cancelled(chamber: Chamber) -> None:
    before = chamber.conference
    (moved,) = chamber.do("move-side-event", event="1", room="M2")
    assert moved.sentence(before).endswith("was moved: 13:00 on Monday 14 October 2024, M2.")
    chamber.do("move-side-event", event="dialogue", starts="2024-10-16T11:00")
    assert chamber.conference.side_events[2].starts == vienna(16, 11)
    (cancelled,) = chamber.do("cancel-side-event", event="dialogue", reason="no time")
    assert cancelled.sentence(before) == (
        "The dialogue “Dialogue with the President” was cancelled (no time)."
    )
    assert chamber.conference.side_events[2].cancelled
    refusal = chamber.refused("move-side-event", event="3", room="M2")
    assert refusal.why == "“Dialogue with the President” was cancelled."
    chamber.do("undo")
    assert not chamber.conference.side_events[2].cancelled
