"""Files of an office that have answers ready for a conference that is to be made."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plenary_tui.exchange.founding.drafting import Drafting
from plenary_tui.exchange.founding.sources import AS_FILES, UNREGISTERED, read_sources
from plenary_tui.exchange.incoming.offer import Contents, Overruled
from plenary_tui.exchange.pack import load_pack

TODAY = date(2026, 11, 26)
CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:sample
X-WR-CALNAME:Sample Congress
X-WR-TIMEZONE:{zone}
BEGIN:VEVENT
UID:1
DTSTART;TZID={zone}:20270301T100000
DTEND;TZID={zone}:20270301T130000
SUMMARY:First plenary meeting
LOCATION:Hall
END:VEVENT
END:VCALENDAR
"""


def at(day: str, hour: str) -> dict[str, str]:
    return {"date": day, "time": hour, "tz": "Europe/Vienna"}


def indico(timezone: str = "Europe/Vienna") -> dict[str, Any]:
    """An event with one plenary meeting of two items, and a side event."""
    day = "2027-03-02"
    talks = [
        {"id": str(number), "title": title, "code": str(number)}
        for number, title in ((1, "Opening"), (2, "General debate"))
    ]
    plenary = {
        "id": "1",
        "title": "First plenary meeting",
        "startDate": at(day, "15:00:00"),
        "endDate": at(day, "18:00:00"),
        "room": "Hall",
        "contributions": talks,
    }
    beside = {
        "id": "2",
        "title": "Side event: Rivers",
        "startDate": at(day, "13:15:00"),
        "endDate": at(day, "14:30:00"),
        "room": "M2",
    }
    event = {
        "title": "Congress on Rivers",
        "location": "Vienna",
        "timezone": timezone,
        "startDate": at("2027-03-01", "10:00:00"),
        "endDate": at(day, "18:00:00"),
        "sessions": [plenary, beside],
        "contributions": [],
    }
    return {"_type": "HTTPAPIResult", "additionalInfo": {}, "results": [event]}


def written(folder: Path, name: str, content: object) -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_an_event_of_indico_answers_most(tmp_path: Path) -> None:
    found = read_sources([written(tmp_path, "event.json", indico())], Overruled())
    assert found.ready == {
        "name": "Congress on Rivers",
        "place": "Vienna",
        "timezone": "Europe/Vienna",
        "first_day": "2027-03-01",
        "last_day": "2027-03-02",
        "hours": AS_FILES,
        "agenda": "1 Opening\n2 General debate",
    }
    assert not found.problems


def test_its_meetings_are_those_of_the_pack_in_whatever_zone(tmp_path: Path) -> None:
    found = read_sources([written(tmp_path, "event.json", indico())], Overruled())
    draft = Drafting(tmp_path, TODAY, found)
    while (question := draft.question) is not None:
        draft.answer("Africa/Nairobi" if question.key == "timezone" else draft.ready)
    (meeting,) = load_pack(draft.write()).conference.programme
    assert meeting.starts.isoformat() == "2027-03-02T14:00:00+00:00"


def test_the_same_answers_without_the_files_are_asked_again(tmp_path: Path) -> None:
    found = read_sources([written(tmp_path, "event.json", indico())], Overruled())
    draft = Drafting(tmp_path, TODAY, found)
    for _ in range(8):
        draft.answer(draft.ready)
    again = Drafting(tmp_path, TODAY).question
    assert again is not None and again.key == "hours"


def test_registrations_say_who_takes_part_and_requests_when_the_list_opened(
    tmp_path: Path,
) -> None:
    who = written(tmp_path, "who.csv", "Country,Registration state\nGhana,Completed\n")
    text = "Delegation;Speaker;Received at;Item\nGhana;A B;2026-09-13 10:00;2\n"
    floor = written(tmp_path, "floor.csv", text)
    found = read_sources([floor, who], Overruled())
    assert found.ready["states"] == UNREGISTERED
    assert (found.ready["opens"], found.ready["listed"]) == ("2026-09-13", "2")
    assert found.parts == ((who, None), (floor, None)), "who takes part comes first"


def test_a_meeting_of_openslides(tmp_path: Path) -> None:
    meeting = {
        "_migration_index": 1,
        "meeting": {"1": {"name": "Assembly", "location": "Graz", "start_time": 1803895200}},
        "agenda_item": {"1": {"item_number": "1", "content_object_id": "topic/1", "weight": 1}},
        "topic": {"1": {"title": "Opening"}},
        "structure_level": {"1": {"name": "Ghana"}},
    }
    path = written(tmp_path, "meeting.json", meeting)
    found = read_sources([path], Overruled())
    assert found.ready["name"] == "Assembly" and found.ready["place"] == "Graz"
    assert found.ready["first_day"] == "2027-03-01"
    assert found.ready["agenda"] == "1 Opening"
    assert found.parts == ((path, Contents.DELEGATIONS), (path, Contents.AGENDA))


def test_a_project_of_ontime_has_hours_and_no_days(tmp_path: Path) -> None:
    hour = 3_600_000
    group = {"id": "g", "type": "group", "title": "Morning", "timeStart": 9 * hour}
    group |= {"timeEnd": 12 * hour, "entries": ["a"]}
    event = {"id": "a", "type": "event", "title": "Opening", "parent": "g"}
    event |= {"timeStart": 9 * hour, "timeEnd": 12 * hour, "duration": 3 * hour}
    rundown = {"order": ["g"], "entries": {"g": group, "a": event}}
    project = {
        "rundowns": {"default": rundown},
        "project": {"title": "Sample Day"},
        "settings": {"version": "4.11.0"},
    }
    found = read_sources([written(tmp_path, "day.json", project)], Overruled())
    assert found.ready["name"] == "Sample Day"
    assert found.ready["hours"] == "09:00-12:00"
    assert "first_day" not in found.ready


def test_a_calendar_has_its_name_its_zone_and_its_days(tmp_path: Path) -> None:
    path = written(tmp_path, "days.ics", CALENDAR.format(zone="Europe/Paris"))
    found = read_sources([path], Overruled())
    assert found.ready["name"] == "Sample Congress"
    assert found.ready["timezone"] == "Europe/Paris"
    assert found.ready["first_day"] == found.ready["last_day"] == "2027-03-01"


@pytest.mark.parametrize("kind", ["calendar", "event"])
def test_a_time_zone_that_nobody_knows_is_told(tmp_path: Path, kind: str) -> None:
    if kind == "calendar":
        path = written(tmp_path, "days.ics", CALENDAR.format(zone="Mars/Base"))
    else:
        path = written(tmp_path, "event.json", indico("Mars/Base"))
    told = [str(one) for one in read_sources([path], Overruled()).problems]
    assert any("Mars/Base” is not a known time zone" in one for one in told)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    found = read_sources([tmp_path / "none.json"], Overruled())
    assert [str(one) for one in found.problems] == [
        "none.json: cannot be read (there is no such file or folder); expected the path of a file"
    ]
