"""What was recorded of meetings, items and the week is found again."""

from __future__ import annotations

from tests.chamber import Chamber, vienna

from .conftest import found_again


def test_the_course_of_a_meeting() -> None:
    chamber = Chamber()
    chamber.clock.until(vienna(14, 10))
    found_again(
        chamber,
        ("open-meeting", {}),
        ("set-on-air", {"off": True}),
        ("set-on-air", {}),
        ("set-meeting-end", {"ends": "13:15", "decision": "The interpreters agree"}),
        ("preside", {"name": "Ms. Sample"}),
        ("count-present", {"present": 5}),
        ("take-up-item", {"item": "1(f)"}),
        ("introduce-item", {}),
        ("secretariat-statement", {"name": "Mr. Sample"}),
        ("open-floor", {}),
        ("convene-committee", {"confirm": True}),
        ("rise-committee", {}),
        ("suspend-meeting", {"reason": "consultations", "until": "12:00"}),
        ("resume-meeting", {}),
        ("conclude-item", {"confirm": True}),
        ("adjourn-meeting", {}),
    )


def test_the_agenda_the_week_and_who_takes_part() -> None:
    chamber = Chamber()
    found_again(
        chamber,
        ("add-item", {"symbol": "9", "title": "Other matters"}),
        ("edit-item", {"item": "9", "title": "Any other business"}),
        ("register", {"delegation": "PLW"}),
        ("register", {"delegation": "Zz Forum", "class": "NGO"}),
        (
            "add-side-event",
            {"title": "Talk", "starts": "2024-10-15T13:00", "ends": "13:50", "room": "CR3"},
        ),
    )
