"""The pack folder that an office's answers make: an ordinary one, to be read, edited and sent."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path

from plenary_tui import medium
from plenary_tui.exchange.files import CONFERENCE
from plenary_tui.exchange.founding.answered import Hours, Item, Sitting, identifier_of, working_days
from plenary_tui.exchange.founding.invited import Rows, as_csv
from plenary_tui.procedure.state.frozen import Value, field
from plenary_tui.procedure.state.vocabulary import ItemKind

STATES, ORGANIZATIONS, LIST = "states.csv", "organizations.csv", "list.csv"
LIST_HEADER = "delegation,speaker,function,rank,on_behalf_of,language,delivery,media,received_at\n"
DEBATED = f'kind = "{ItemKind.GENERAL_DISCUSSION}"\n'
TIERS = ("States", "IGOs", "NGOs")


class Founding(Value):
    """All that was answered.

    Attributes:
        hours: of the meetings of each working day.
        sittings: the meetings, where they are not those hours on each working day.
        listed: the symbol of the item with a list of speakers; "" for none.
        opens: when that list opens; local.
        closes: when it closes; local.
    """

    name: str
    timezone: str
    first_day: date
    last_day: date
    hours: tuple[Hours, ...]
    agenda: tuple[Item, ...]
    limit: timedelta
    title: str = ""
    place: str = ""
    president: str = ""
    states: Rows = field(default_factory=list)
    organizations: Rows = field(default_factory=list)
    listed: str = ""
    opens: datetime | None = None
    closes: datetime | None = None
    sittings: tuple[Sitting, ...] = ()


def free_folder(above: Path, name: str) -> Path:
    """A folder that is not there yet, named after the conference."""
    stem, number = identifier_of(name), 1
    while medium.is_there(folder := above / (stem if number == 1 else f"{stem}-{number}")):
        number += 1
    return folder


def write_pack(folder: Path, founding: Founding) -> None:
    """Write the pack; the folder must not be there. Raises `OSError`, and leaves no half of it."""
    files = {CONFERENCE: _conference(founding), STATES: as_csv(founding.states)}
    if founding.organizations:
        files[ORGANIZATIONS] = as_csv(founding.organizations)
    if founding.listed:
        files[LIST] = LIST_HEADER
    folder.mkdir(parents=True)
    try:
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        for name in files:
            (folder / name).unlink(missing_ok=True)
        folder.rmdir()
        raise


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _local(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _conference(founding: Founding) -> str:
    files = [STATES, *([ORGANIZATIONS] if founding.organizations else [])]
    limit = int(founding.limit.total_seconds())
    parts = [
        f"""\
# {founding.name}: made by `plenary new`, and yours to edit.
#
# Dates and times are local (see timezone). After a change: plenary check FOLDER, then
# plenary new --pack FOLDER --replace, as long as the conference has not begun.

format = 1
id = {_text(identifier_of(founding.name))}
name = {_text(founding.name)}
title = {_text(founding.title)}
place = {_text(founding.place)}
timezone = {_text(founding.timezone)}
first_day = {founding.first_day}
last_day = {founding.last_day}
president = {_text(founding.president)}

[policies]
limit_seconds = {limit} # of a statement

[files]
delegations = {json.dumps(files)} # a line a delegation; also: other names, with ; between two
""",
        '# The meetings. items: what is planned for one, e.g. items = ["1", "2(a)"]\n',
        *_meetings(founding),
        "# The agenda.\n",
        *(
            f"[[item]]\nsymbol = {_text(item.symbol)}\ntitle = {_text(item.title)}\n"
            + (DEBATED if item.symbol == founding.listed else "")
            for item in founding.agenda
        ),
    ]
    if founding.listed:
        parts += _list(founding)
    return "\n".join(parts)


def _meetings(founding: Founding) -> list[str]:
    sittings = founding.sittings or [
        Sitting(datetime.combine(day, hours.starts), datetime.combine(day, hours.ends))
        for day in working_days(founding.first_day, founding.last_day)
        for hours in founding.hours
    ]
    return [
        f"[[meeting]]\nnumber = {number}\nstarts = {_local(one.starts)}\n"
        f"ends = {_local(one.ends)}\n"
        for number, one in enumerate(sittings, start=1)
    ]


def _list(founding: Founding) -> list[str]:
    assert founding.opens is not None and founding.closes is not None
    times = f"opens = {_local(founding.opens)}\ncloses = {_local(founding.closes)}\n"
    head = f"[[list]]\nitem = {_text(founding.listed)}\nfile = {_text(LIST)}\n"
    return [
        "# The list of speakers: first entries stand in its file, a line each.\n",
        head,
        *(f"[list.{tier}]\n{times}" for tier in TIERS),
    ]
