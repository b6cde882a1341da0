"""What Ontime writes: projects of two versions, and rundowns as spreadsheets."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from plenary_tui.exchange.incoming.offer import Contents
from tests.exchange.incoming.offices import read, told, workbook

HOUR = 3_600_000
DAY = datetime(2024, 10, 14)
TITLES = (
    "ID,Flag,Cue,Title,Colour,Time Start,Time End,Duration,Link Start,Count to end,Note,"
    "Timer Type,End Action,Warning Time,Danger Time,Skip"
)


def one(kind: str, title: str, start: float, end: float, **more: object) -> dict[str, Any]:
    """An entry of a rundown, its times in hours of the day."""
    return {
        "type": kind,
        "title": title,
        "timeStart": int(start * HOUR),
        "timeEnd": int(end * HOUR),
        "duration": 180_000 if kind == "event" else 0,
    } | more


def version_4() -> dict[str, Any]:
    """A project with a group of three events and one that stands alone."""
    entries = {
        "g": one("group", "1st meeting", 10, 13, entries=["a", "b", "c"]),
        "a": one("event", "Opening", 10, 11, parent="g", cue="1"),
        "b": one("event", "Debate", 11, 12, parent="g", cue="1(f)"),
        "c": one("event", "Skipped", 11, 12, parent="g", skip=True),
        "d": {"type": "delay", "duration": 5},
        "e": one("event", "Reception", 18, 20),
    }
    rundown = {"id": "r", "title": "R", "order": ["g", "d", "e"], "entries": entries}
    return {
        "rundowns": {"r": rundown | {"flatOrder": list("gabcde")}},
        "project": {"title": "Session"},
        "settings": {"version": "4.11.0"},
    }


def test_a_project_is_meetings_items_and_events(tmp_path: Path) -> None:
    offer = read(tmp_path, "project.json", version_4(), day=DAY)
    assert offer.source == "Ontime, project (version 4.11.0)"
    assert not offer.problems and not offer.asks
    (meeting,) = offer.meetings
    assert meeting.starts == datetime(2024, 10, 14, 8, tzinfo=UTC)
    assert meeting.ends - meeting.starts == timedelta(hours=3) and meeting.items == ("1", "1(f)")
    assert [(item.symbol, item.title) for item in offer.items] == [
        ("1", "Opening"),
        ("1(f)", "Debate"),
    ]
    assert [event.title for event in offer.events] == ["Reception"]
    assert offer.limit == timedelta(minutes=3)


def test_without_a_day_it_is_asked_and_only_the_agenda_is_offered(tmp_path: Path) -> None:
    offer = read(tmp_path, "project.json", version_4())
    assert offer.contents == (Contents.AGENDA,) and len(offer.items) == 2
    assert [option for _, option in offer.asks] == ["--day 2027-03-04"]


def test_version_3_has_blocks_before_what_is_in_them(tmp_path: Path) -> None:
    rundown = [
        {"type": "block", "title": "1st meeting"},
        one("event", "Opening", 10, 11),
        one("event", "Debate", 11, 13),
    ]
    value = {"rundown": rundown, "project": {}, "settings": {"version": "3.9.1"}}
    offer = read(tmp_path, "project.json", value, day=DAY)
    (meeting,) = offer.meetings
    assert (meeting.starts.hour, meeting.ends.hour, meeting.items) == (8, 11, ("1", "2"))


def test_a_spreadsheet_has_its_header_anywhere_and_groups_by_timer_type(tmp_path: Path) -> None:
    rows = (
        "1,,,1st meeting,,10:00:00,13:00:00,,,,,group,,,,",
        "2,,1,Opening,,10:00:00,11:00:00,01:00:00,,,,count-down,,,,",
        "3,,,,,,,,,,,group-end,,,,",
        "4,,,Dinner,,18:00:00,,60,,,,count-down,,,,",
        "5,,,Hidden,,18:00:00,,60,,,,skip-import,,,,",
        "6,,,Skipped,,18:00:00,,60,,,,count-down,,,,TRUE",
    )
    offer = read(tmp_path, "rundown.csv", "\n".join(["event schedule", TITLES, *rows]), day=DAY)
    assert offer.source == "Ontime, spreadsheet" and not offer.problems
    assert [(one.line, one.title) for one in offer.meetings] == [(3, "1st meeting")]
    assert [one.title for one in offer.items] == ["Opening"]
    (dinner,) = offer.events
    assert dinner.ends is not None and dinner.ends - dinner.starts == timedelta(hours=1)


def test_times_of_a_workbook_are_times(tmp_path: Path) -> None:
    row = [1, None, None, "Opening", None, "10:00:00", 660.0, None]
    content = workbook(TITLES.split(","), row, [2, None, None, "Debate", None, "noon"])
    offer = read(tmp_path, "rundown.xlsx", content, day=DAY)
    assert [item.title for item in offer.items] == ["Opening", "Debate"]
    assert told(offer) == [
        "rundown.xlsx, line 3, Time Start: “noon” is not a time; expected a time as 09:30:00"
    ]
