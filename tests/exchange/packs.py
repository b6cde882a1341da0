"""A small sound pack, and what is wrong with it after a change."""

from __future__ import annotations

from pathlib import Path

from plenary_tui.exchange.pack import PackError, load_pack

TOML = """\
format = 1
id = "small"
name = "Small Conference"
timezone = "Europe/Vienna"
first_day = 2024-10-14
last_day = 2024-10-15
registration_closed = 2024-10-04
drafts_deadline = 2024-09-30

[policies]
limit_seconds = 180
video_ranks = ["minister"]

[files]
delegations = ["states.csv", "organizations.csv"]

[[meeting]]
number = 1
starts = 2024-10-14T10:00:00
ends = 2024-10-14T13:00:00
items = ["1"]
rehearse_item = "1"

[[meeting]]
number = 2
starts = 2024-10-14T15:00:00
ends = 2024-10-14T18:00:00
items = ["1", "2(a)"]

[[item]]
symbol = "1"
title = "General discussion"
kind = "general discussion"

[[item]]
symbol = "2(a)"
title = "Convention"
documents = ["L.1"]

[[document]]
symbol = "L.1"
title = "A draft"
item = "2(a)"
tabled = 2024-09-30
languages = ["English"]

[[side_event]]
title = "First event"
kind = "side event"
starts = 2024-10-14T13:00:00
ends = 2024-10-14T13:50:00
room = "M1"
mode = "online"

[[side_event]]
title = "Second event"
kind = "dialogue"
starts = 2024-10-14T14:00:00
ends = 2024-10-14T14:50:00
room = "M1"
modes = ["online", "in person"]

[[list]]
item = "1"
file = "list.csv"
requires_ngo_details = true

[list.States]
opens = 2024-09-02T00:00:00
closes = 2024-10-14T12:00:00

[list.NGOs]
opens = 2024-09-02T00:00:00
closes = 2024-10-14T12:00:00
"""

STATES = """\
code,name,spoken,class,iso2,m49,registered
AUT,Austria,,State party,AT,040,yes
CIV,Côte d'Ivoire,,State party,CI,384,yes
HRV,Croatia,,State party,HR,191,yes
NLD,Netherlands (Kingdom of the),the Netherlands,State party,NL,528,yes
"""

ORGANIZATIONS = """\
code,name,class,registered
INTERPOL,International Criminal Police Organization,IGO,yes
HELP,Help Society,NGO,yes
LATE,Latecomers,NGO,no
"""

LIST = """\
delegation,speaker,function,rank,on_behalf_of,language,delivery,media,received_at
HELP,Sample Speaker 1,Director,other,,English,in-person,,2024-09-02T09:00:00
NLD,,Minister of Justice,minister,,English,video,netherlands.mp4,2024-09-02T09:30:00
INTERPOL,,Secretary General,other,,French,in-person,,2024-09-02T10:00:00
AUT,,Permanent Representative,head of delegation,,English,in-person,,2024-09-02T10:30:00
"""

FILES = {
    "conference.toml": TOML,
    "states.csv": STATES,
    "organizations.csv": ORGANIZATIONS,
    "list.csv": LIST,
}


def write_pack(folder: Path, *changes: tuple[str, str, str]) -> Path:
    """Write the small pack, with changes: in a file, this text by that, once."""
    files = dict(FILES)
    for name, old, new in changes:
        assert old in files[name], (name, old)
        files[name] = files[name].replace(old, new, 1)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def line_of(folder: Path, name: str, text: str) -> int:
    """The line of a file in which that text first stands."""
    lines = (folder / name).read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def refusal(folder: Path) -> PackError:
    """What loading a pack that cannot be used raises."""
    try:
        load_pack(folder)
    except PackError as error:
        return error
    raise AssertionError("the pack was loaded")


def problems(folder: Path) -> list[str]:
    """Each problem of the pack as a line."""
    return str(refusal(folder)).split("\n")
