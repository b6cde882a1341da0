"""Events beside the meetings, from a CSV file of a pack (row 35)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plenary_tui.exchange.pack import load_pack
from tests.exchange.packs import problems, write_pack

HEADER = "title,kind,starts,ends,room,mode,organizers\n"
SOUND = (
    HEADER + "Guns,side event,2024-10-15T13:00:00,2024-10-15T13:50:00,CR3,in person,Forum\n"
    "Talk,dialogue,,,,In person and online,\n"
    'Dinner,Social event,2024-10-15T18:30:00,,"Hall, West",,\n'
)


def pack_with(folder: Path, text: str, name: str = "events.csv") -> Path:
    """The small pack with a file of side events."""
    old = 'delegations = ["states.csv", "organizations.csv"]'
    write_pack(folder, ("conference.toml", old, f'{old}\nside_events = "{name}"'))
    if name == "events.csv":
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def test_row_35_side_events_are_read_from_a_file(tmp_path: Path) -> None:
    conference = load_pack(pack_with(tmp_path, SOUND)).conference
    *_, guns, talk, dinner = conference.side_events
    assert len(conference.side_events) == 5, "after those of conference.toml"
    assert (guns.room, guns.modes, guns.organizers) == ("CR3", ("in person",), "Forum")
    assert guns.starts == datetime(2024, 10, 15, 11, tzinfo=UTC)
    assert (talk.kind, talk.starts, talk.modes) == ("dialogue", None, ("in person", "online"))
    assert (dinner.kind, dinner.room, dinner.modes) == ("social event", "Hall, West", ())


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (",briefing,,,,,", "line 2, title: is empty"),
        ("A,picnic,,,,,", "line 2, kind: “picnic” is not known; expected one of side event, "),
        ("A,briefing,soon,,,,", "line 2, starts: “soon” is not a time; expected a day and a time"),
        ("A,briefing,,2024-10-15T13:00:00,,,", "line 2, starts: is missing, though it ends"),
        ("A,side event,2024-10-15T13:00:00,,,online,", "line 2, ends: is missing; a side event"),
        (
            "A,side event,2024-10-15T13:00:00,2024-10-15T12:00:00,,online,",
            "line 2, ends: “2024-10-15 12:00:00” is not after starts",
        ),
        (
            "A,side event,2024-10-15T13:00:00,2024-10-15T13:50:00,,in person and online,",
            "line 2, mode: a side event has one mode; expected in person or online",
        ),
        ("A,round table,,,,in person and online,", "line 2, mode: a round table has one mode"),
        ("A,briefing,,,,shouting,", "line 2, mode: “shouting” is not known; expected one of"),
        (
            "A,side event,2024-10-14T13:20:00,2024-10-14T14:00:00,m1,online,",
            "line 2, room: m1 is taken then by “First event”; expected another room or time",
        ),
        ("A,briefing,,,,", "line 2"),
    ],
)
def test_row_35_a_fault_is_told_by_line_and_column(tmp_path: Path, row: str, told: str) -> None:
    found = problems(pack_with(tmp_path, f"{HEADER}{row}\n"))
    assert any(told in line for line in found), found
    assert all(line.startswith("events.csv, ") for line in found), found


def test_row_35_the_file_must_be_there_inside_and_have_its_columns(tmp_path: Path) -> None:
    assert problems(pack_with(tmp_path, "", "../events.csv")) == [
        "conference.toml, line 16, [files], side_events: “../events.csv” leads out of the pack; "
        "expected a file in it"
    ]
    (found,) = problems(pack_with(tmp_path, "", "none.csv"))
    assert found.startswith("none.csv: is missing; expected a file in ")
    (found,) = problems(pack_with(tmp_path, "name,room\nGuns,CR3\n"))[:1]
    assert "events.csv, line 1" in found
