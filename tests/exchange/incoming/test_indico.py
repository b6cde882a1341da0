"""What Indico writes, in its own columns and keys."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from plenary_tui.exchange.incoming.offer import Contents
from tests.exchange.incoming.offices import names, read, roles, told, workbook

REGISTRATIONS = (
    "ID,Name,Title,First Name,Last Name,Email Address,Affiliation,Position,Country,"
    "Registration date,Modification date,Registration state,Created by,Price,Checked in,"
    "Check-in date,Payment date,Tags,Hotel,Hotel (Arrival),Hotel (Departure)"
)


def envelope(results: object) -> dict[str, Any]:
    """What Indico's interface gives."""
    return {
        "count": 1,
        "additionalInfo": {},
        "ts": 1,
        "url": "https://example.org/export",
        "results": results,
        "_type": "HTTPAPIResult",
    }


def at(day: str, time: str, tz: str = "Europe/Vienna") -> dict[str, str]:
    """A time as Indico writes it."""
    return {"date": day, "time": time, "tz": tz}


def test_registrations_are_read_in_both_forms(tmp_path: Path) -> None:
    row = (
        "7,Ana Lee,Ms.,Ana,Lee,ana@x.org,Ministry of Justice,Judge,Congo - Kinshasa,"
        "2024-09-02 08:31:53.123456+00:00,,Completed,Ana Lee,0,No,,,,Inn,"
        "2024-10-13 00:00:00+01:05,2024-10-19 00:00:00+01:05"
    )
    text = f"\ufeff{REGISTRATIONS}\r\n{row}\r\n"
    sheet = workbook(REGISTRATIONS.split(","), row.split(","))
    for name, content in (("registrations.csv", text), ("registrations.xlsx", sheet)):
        offer = read(tmp_path, name, content)
        assert offer.source == "Indico, registrations" and not offer.problems and not offer.asks
        assert names(offer) == ["Congo - Kinshasa"] and offer.delegations[0].persons == 1
        assert roles(offer)["Registration state"] == "registration state"
        assert roles(offer)["Title"] == "address"
        assert "Registration date" not in roles(offer)


def test_contributions_are_an_agenda(tmp_path: Path) -> None:
    text = (
        "\ufeffId,Title,Description,Date,Duration,Type,Session,Track,Presenters,"
        "Presenters (affiliation),Presenters (email),Materials,Program Code\r\n"
        "3,Opening,,2024-10-14 08:00:00+00:00,1 hour,,,,Ana Lee,X,ana@x.org,,1\r\n"
        "4,Debate,,,1 hour,,,,Bo Li,X,bo@x.org,,1(f)\r\n"
        "5,Other business,,,1 hour,,,,,,,,\r\n"
    )
    offer = read(tmp_path, "contributions.csv", text)
    assert (offer.source, offer.contents) == ("Indico, contributions", (Contents.AGENDA,))
    assert [(one.symbol, one.title) for one in offer.items] == [
        ("1", "Opening"),
        ("1(f)", "Debate"),
        ("2", "Other business"),
    ]
    assert "Ana" not in repr(offer) and "Bo Li" not in repr(offer)


def test_files_for_its_import_have_no_header(tmp_path: Path) -> None:
    offer = read(tmp_path, "a.csv", "Ana,Lee,Ghana,Judge,1,ana@x.org\nBo,Li,Peru,Judge,2,b@x.org\n")
    assert offer.source == "Indico, a file for its import"
    assert names(offer) == ["Ghana", "Peru"] and offer.delegations[0].line == 1


def test_registrants_of_the_interface(tmp_path: Path) -> None:
    people = [
        {"affiliation": "Police", "country": "Congo - Kinshasa", "country_code": "CD"},
        {"affiliation": "African Union", "country": "Ethiopia", "country_code": "ET"},
        {"affiliation": "Police", "country": "", "country_code": "GH"},
    ]
    private = {"title": "Ms", "firstName": "Ana", "surname": "Lee", "email": "ana@x.org"}
    value = {
        "registrants": [
            {"registrant_id": str(n), "full_name": "Ana Lee", "personal_data": private | one}
            for n, one in enumerate(people)
        ]
    }
    offer = read(tmp_path, "registrants.json", value)
    assert [(one.name, one.code, one.persons) for one in offer.delegations] == [
        ("Congo - Kinshasa", "CD", 1),
        ("African Union", "", 1),
        ("GH", "GH", 1),
    ]
    assert "Ana" not in repr(offer) and "x.org" not in repr(offer)


def test_registrations_of_the_check_in_interface(tmp_path: Path) -> None:
    def person(state: str, country: str) -> dict[str, Any]:
        kind = {"title": "Participant type", "input_type": "single_choice", "data": {"c1": 1}}
        kind["choices"] = [{"id": "c1", "caption": "State party"}]
        fields = [
            {"title": "First Name", "input_type": "text", "data": "Ana"},
            {"title": "Email Address", "input_type": "email", "data": "ana@x.org"},
            {"title": "Country", "input_type": "country", "data": country},
            kind,
        ]
        return {
            "id": 1,
            "regform_id": 2,
            "full_name": "Ana Lee",
            "state": state,
            "registration_data": [{"title": "Personal data", "fields": fields}],
        }

    value = [person("complete", "GH"), person("pending", "FR"), person("withdrawn", "PE")]
    offer = read(tmp_path, "registrations.json", value)
    assert [(one.code, one.participant, one.pending) for one in offer.delegations] == [
        ("GH", "State party", False),
        ("FR", "State party", True),
    ]
    assert offer.left_out == {"withdrawn": 1} and "Ana" not in repr(offer)
    short = [{"id": 1, "regform_id": 2, "full_name": "Ana Lee", "state": "complete"}]
    assert "names of persons only" in told(read(tmp_path, "a.json", short))[0]


def event(**more: object) -> dict[str, object]:
    """An event of one week."""
    return {
        "id": "1",
        "title": "Twelfth session",
        "startDate": at("2024-10-14", "09:00:00"),
        "endDate": at("2024-10-18", "18:00:00"),
        "timezone": "Europe/Vienna",
    } | more


def test_an_event_with_sessions(tmp_path: Path) -> None:
    opening = {
        "id": "1",
        "title": "Organizational matters",
        "code": "1",
        "subContributions": [{"title": "Opening"}, {"title": "Election"}],
    }
    block = {
        "title": "1st meeting",
        "startDate": at("2024-10-14", "04:00:00", "America/New_York"),
        "endDate": at("2024-10-14", "07:00:00", "America/New_York"),
        "room": "M1",
        "contributions": [opening, {"id": "2", "title": "General debate", "code": "1(f)"}],
    }
    guns = {
        "id": "9",
        "title": "Guns",
        "startDate": at("2024-10-14", "13:10:00"),
        "endDate": at("2024-10-14", "14:00:00"),
        "room": "CR3",
        "location": "Centre",
        "speakers": [{"first_name": "Ana", "last_name": "Lee"}],
    }
    later = {"id": "10", "title": "Other business", "startDate": None, "endDate": None}
    value = envelope([event(sessions=[block], contributions=[opening, guns, later])])
    offer = read(tmp_path, "event.json", value)
    assert not offer.problems and offer.source == "Indico, event"
    assert offer.contents == (Contents.AGENDA, Contents.PROGRAMME)
    assert [(one.symbol, one.title) for one in offer.items] == [
        ("1", "Organizational matters"),
        ("1(a)", "Opening"),
        ("1(b)", "Election"),
        ("1(f)", "General debate"),
        ("2", "Other business"),
    ]
    (meeting,) = offer.meetings
    assert meeting.starts == datetime(2024, 10, 14, 8, tzinfo=UTC)
    assert meeting.items == ("1", "1(a)", "1(b)", "1(f)")
    (beside,) = offer.events
    assert (beside.title, beside.room) == ("Guns", "CR3")
    assert beside.starts == datetime(2024, 10, 14, 11, 10, tzinfo=UTC)
    only = read(tmp_path, "event.json", value, contents=Contents.PROGRAMME)
    assert only.meetings and not only.items
    assert told(read(tmp_path, "event.json", value, contents=Contents.LIST)) == [
        "event.json: offers nothing as list; expected --as agenda or programme"
    ]


def test_a_timetable_has_an_entry_that_passes_midnight_once(tmp_path: Path) -> None:
    night = {
        "id": "c9",
        "uniqueId": "u9",
        "entryType": "Contribution",
        "title": "Night",
        "room": "CR1",
        "startDate": at("2024-10-14", "23:00:00"),
        "endDate": at("2024-10-15", "01:00:00"),
    }
    session = {
        "id": "s1",
        "uniqueId": "u1",
        "entryType": "Session",
        "title": "Plenary",
        "slotTitle": "1st meeting",
        "room": "M1",
        "startDate": at("2024-10-14", "10:00:00"),
        "endDate": at("2024-10-14", "13:00:00"),
        "entries": {"c1": {"entryType": "Contribution", "title": "Debate"}},
    }
    pause = {"id": "b1", "uniqueId": "u2", "entryType": "Break", "title": "Tea"}
    days = {"20241014": {"s1": session, "b1": pause, "c9": night}, "20241015": {"c9": night}}
    offer = read(tmp_path, "timetable.json", envelope({"1": days}))
    assert not offer.problems
    assert [one.title for one in offer.meetings] == ["Plenary: 1st meeting"]
    assert [one.title for one in offer.events] == ["Night"]
    assert [one.title for one in offer.items] == ["Debate"]
    assert offer.left_out == {"breaks": 1}


@pytest.mark.parametrize("results", [[], [event(contributions=[])], {"1": {}}])
def test_an_unpublished_timetable_is_told(tmp_path: Path, results: object) -> None:
    (sentence,) = told(read(tmp_path, "event.json", envelope(results)))
    assert "the timetable is not published" in sentence
