"""The programme for calendars: read back as the standard says."""

from __future__ import annotations

from plenary_tui.procedure.state.conference import SideEvent
from plenary_tui.views.record.week import LONGEST, week
from tests.chamber import Chamber, vienna
from tests.views.record.recorded import made_by

EVENTS = (
    SideEvent(
        "Firearms; gender, and “violence”",
        starts=vienna(15, 13),
        ends=vienna(15, 13, 50),
        room="CR3",
        organizers="Ä" * 60,
    ),
    SideEvent("Not dated yet"),
    SideEvent("Given up", starts=vienna(16, 13), ends=vienna(16, 14), room="CR7", cancelled=True),
)


def events(text: str) -> list[dict[str, str]]:
    """The events of a calendar, unfolded and unescaped."""
    found: list[dict[str, str]] = []
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name not in ("BEGIN", "END"):
            for escaped, sign in (("\\n", "\n"), ("\\,", ","), ("\\;", ";"), ("\\\\", "\\")):
                value = value.replace(escaped, sign)
            found[-1][name] = value
    return found


def test_meetings_and_dated_events() -> None:
    chamber = Chamber(side_events=EVENTS)
    found = events(week(chamber.conference, made_by(chamber)))
    assert [one["UID"] for one in found] == [
        *(f"small-meeting-{number}@plenary-tui" for number in (1, 2, 3, 4)),
        "small-event-1@plenary-tui",
        "small-event-3@plenary-tui",
    ]
    first, event, cancelled = found[0], found[4], found[5]
    assert (first["DTSTART"], first["DTEND"]) == ("20241014T080000Z", "20241014T110000Z")
    assert first["DESCRIPTION"] == "1(f) General discussion" and first["LOCATION"] == "Vienna"
    assert event["SUMMARY"] == "Firearms; gender, and “violence”"
    assert (event["LOCATION"], event["STATUS"]) == ("CR3", "CONFIRMED")
    assert cancelled["STATUS"] == "CANCELLED"


def test_lines_are_as_long_as_they_may_be_and_end_as_they_must() -> None:
    chamber = Chamber(side_events=EVENTS)
    text = week(chamber.conference, made_by(chamber))
    assert text.endswith("END:VCALENDAR\r\n") and "\n" not in text.replace("\r\n", "")
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) == LONGEST
    assert all(line.decode() for line in lines if line), "no character is cut in two"
