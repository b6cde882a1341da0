"""Calendars: meetings and events beside them, each told by its line."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plenary_tui.exchange.incoming.offer import Contents
from tests.exchange.incoming.offices import read, told


def calendar(*events: str, ends: str = "END:VCALENDAR\r\n") -> str:
    """A calendar as Indico writes it."""
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//CERN//INDICO//EN\r\n"
    made = (f"BEGIN:VEVENT\r\n{one}\r\nEND:VEVENT\r\n" for one in events)
    return head + "".join(made) + ends


MEETING = (
    "SUMMARY:1st meeting [confirmed]\r\nDTSTART:20241014T080000Z\r\nDTEND:20241014T110000Z\r\n"
    "LOCATION:M1 (Centre)\r\nDESCRIPTION:Speakers: Ana Lee\r\nUID:indico-contribution-1@x"
)
GUNS = (
    "SUMMARY:Guns\r\nDTSTART;TZID=Europe/Vienna:20241014T131000\r\n"
    "DTEND;TZID=Europe/Vienna:20241014T140000\r\nLOCATION:CR3\r\nUID:b"
)


def test_a_calendar_is_a_programme(tmp_path: Path) -> None:
    whole_day = "SUMMARY:Day\r\nDTSTART;VALUE=DATE:20241014\r\nUID:c"
    offer = read(tmp_path, "event.ics", calendar(MEETING, GUNS, whole_day))
    assert (offer.source, offer.contents) == ("Indico, calendar", (Contents.PROGRAMME,))
    assert [(one.line, one.title) for one in offer.meetings] == [(4, "1st meeting")]
    (guns,) = offer.events
    assert (guns.room, guns.starts) == ("CR3", datetime(2024, 10, 14, 11, 10, tzinfo=UTC))
    assert offer.left_out == {"of whole days": 1}
    assert not offer.problems and "Ana" not in repr(offer)


def test_an_event_without_a_time_is_told_by_its_line(tmp_path: Path) -> None:
    text = calendar(GUNS, "SUMMARY:Bad\r\nDTSTART:soon\r\nUID:d", "SUMMARY:None\r\nUID:e")
    assert told(read(tmp_path, "a.ics", text)) == [
        "a.ics, line 11: has no time; expected DTSTART",
        "a.ics, line 16: has no time; expected DTSTART",
    ]


def test_a_calendar_that_is_cut_off_or_empty_is_told(tmp_path: Path) -> None:
    assert "is cut off" in told(read(tmp_path, "a.ics", calendar(GUNS)[:150]))[0]
    assert "is cut off" in told(read(tmp_path, "a.ics", calendar(GUNS, ends="")))[0]
    assert "has no events" in told(read(tmp_path, "a.ics", calendar()))[0]


def test_without_the_library_one_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    (sentence,) = told(read(tmp_path, "a.ics", calendar(GUNS)))
    assert "pip install 'plenary-tui[office]'" in sentence
