"""The questions that set up a conference, in order, and what is presumed where nothing is typed.

Whoever asks them (a terminal, a page) keeps the answers as they were typed: a draft that can be
taken up again, gone back in, and read anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from plenary_tui import medium
from plenary_tui.exchange.founding.answered import (
    DAY,
    Hours,
    Sitting,
    debated,
    read_agenda,
    read_hours,
    read_item,
    read_last_day,
    read_limit,
    read_text,
    read_timezone,
    read_when,
    working_days,
)
from plenary_tui.exchange.founding.invited import (
    all_states,
    organizations_of,
    states_of,
)
from plenary_tui.exchange.founding.new_pack import Founding
from plenary_tui.exchange.founding.sources import AS_FILES, UNREGISTERED, Sources
from plenary_tui.procedure.ground.as_typed import Unread, read_day
from plenary_tui.procedure.ground.calendar import say_day
from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.procedure.state.text import folded

NO_SOURCES = Sources()
"""There are no files."""
Typed = Mapping[str, str]
"""The answers as they were typed, by the key of their question."""
Values = Mapping[str, Any]
"""What the answers before say."""


class Question(Value):
    """A question.

    Attributes:
        key: the field of `Founding` that it fills.
        words: what is asked.
        hint: how it is answered.
        presumed: what is taken where nothing is typed; "" where that is no answer, or is one.
        read: what was typed as a value, from it and the answers before; raises `Unread`.
        lines: whether the answer has several lines, up to an empty one.
        asked: whether it is asked at all, after the answers before.
    """

    key: str
    words: str
    hint: str
    presumed: Callable[[Values], str]
    read: Callable[[str, Values], Any]
    lines: bool = False
    asked: Callable[[Values], bool] = lambda known: True


def nothing(known: Values) -> str:
    """Nothing is presumed."""
    return ""


def zone_of(place: str) -> str:
    """The time zone of a city, else of this computer; UTC where neither tells."""
    link = os.path.realpath("/etc/localtime").partition("zoneinfo/")[2]
    for name in (place, os.environ.get("TZ", "").lstrip(":"), link):
        try:
            return read_timezone(name)
        except Unread:
            continue
    return "UTC"


def next_monday(today: date) -> date:
    """The Monday after today."""
    return today + (7 - today.weekday()) * DAY


def _days(known: Values) -> int:
    return len(working_days(known["first_day"], known["last_day"]))


def _hours(typed: str, sittings: tuple[Sitting, ...]) -> tuple[Hours, ...]:
    """The hours of each working day; none where the meetings are those of files."""
    return () if sittings and folded(typed) == AS_FILES else read_hours(typed)


def _closing(known: Values) -> str:
    """The end of the last day's last meeting."""
    hours = known["hours"]
    return f"{known['last_day']} {hours[-1].ends if hours else time(18):%H:%M}"


def _states(typed: str, known: Values) -> list[dict[str, str]]:
    if folded(typed) == "all":
        return all_states()
    if folded(typed) == UNREGISTERED:
        return [row | {"registered": "no"} for row in all_states()]
    return [] if folded(typed) in ("none", "later") else states_of(_path(typed))


def _organizations(typed: str, known: Values) -> list[dict[str, str]]:
    return organizations_of(_path(typed)) if folded(typed) not in ("", "none", "later") else []


def _path(typed: str) -> Path:
    return medium.as_path(typed.strip().strip("'\""))


def _agenda(typed: str, known: Values) -> Any:
    lines = typed.splitlines()
    if len(lines) == 1 and medium.is_file(path := _path(typed)):
        try:
            lines = path.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):
            raise Unread(f"{path.name} is no text", "a text file with an item a line") from None
    return read_agenda(lines)


def _has_list(known: Values) -> bool:
    return bool(known.get("listed"))


def _after(typed: str, known: Values) -> datetime:
    closes = read_when(typed, known["first_day"])
    if closes <= known["opens"]:
        raise Unread(f"“{typed}” is not after the opening of the list", "a later day and time")
    return closes


def questions(today: date, sources: Sources = NO_SOURCES) -> tuple[Question, ...]:
    """All questions, in order, with the answers ready that files of the office have."""
    ready = sources.ready

    def filled(question: Question) -> Question:
        if (text := ready.get(question.key)) is None:
            return question
        hint = question.hint
        if text == AS_FILES:
            hint = f"{hint}; or {AS_FILES} of the office have the meetings"
        return replace(question, hint=hint, presumed=lambda known: text)

    return tuple(map(filled, _questions(today, sources.sittings)))


def _questions(today: date, sittings: tuple[Sitting, ...]) -> tuple[Question, ...]:
    return (
        Question(
            "name",
            "What is the conference called, in short?",
            "as COP12 UNTOC",
            nothing,
            lambda typed, known: read_text(typed, "a name"),
        ),
        Question(
            "title",
            "Its whole title?",
            "Enter if it is the same",
            lambda known: known["name"],
            lambda typed, known: read_text(typed, "a title"),
        ),
        Question("place", "Where is it held?", "a city; Enter leaves it out", nothing, _or_nothing),
        Question(
            "timezone",
            "In which time zone?",
            "a city as Vienna, or Europe/Vienna",
            lambda known: zone_of(known["place"]),
            lambda typed, known: read_timezone(typed),
        ),
        Question(
            "first_day",
            "Which is the first day?",
            "as 2027-03-01 or 1 March 2027",
            lambda known: str(next_monday(today)),
            lambda typed, known: read_day(typed),
        ),
        Question(
            "last_day",
            "Which is the last day?",
            "a day, or how many days there are",
            lambda known: str(known["first_day"] + DAY),
            lambda typed, known: read_last_day(typed, known["first_day"]),
        ),
        Question(
            "hours",
            "When does the plenary meet each working day?",
            "as 10:00-13:00, 15:00-18:00",
            lambda known: "10:00-13:00, 15:00-18:00",
            lambda typed, known: _hours(typed, sittings),
        ),
        Question(
            "president",
            "Who presides?",
            "as Ambassador N.N. (Country); Enter leaves it out",
            nothing,
            _or_nothing,
        ),
        Question(
            "limit",
            "How long may a statement be?",
            "minutes and seconds as 3:00, or 3",
            lambda known: "3:00",
            lambda typed, known: read_limit(typed),
        ),
        Question(
            "states",
            "Which States take part?",
            "all; all, not registered; none yet; or the path of a file with a name or code a line",
            lambda known: "all",
            _states,
        ),
        Question(
            "organizations",
            "Which organizations?",
            "the path of a file with a name a line (then IGO or NGO), or later",
            lambda known: "later",
            _organizations,
        ),
        Question(
            "agenda",
            "What is on the agenda?",
            "a line for each item as 1 Opening, then an empty line; or the path of a text file",
            lambda known: "1 Opening of the session\n2 General debate\n3 Closing of the session",
            _agenda,
            lines=True,
        ),
        Question(
            "listed",
            "Which item has a list of speakers?",
            "its number, or none",
            lambda known: debated(known["agenda"]) or "none",
            lambda typed, known: read_item(typed, known["agenda"]),
        ),
        Question(
            "opens",
            "When does the list open for inscription?",
            "a day and a time as 2027-03-01 10:00, or a day",
            lambda known: str(min(today, known["first_day"])),
            lambda typed, known: read_when(typed, known["first_day"]),
            asked=_has_list,
        ),
        Question(
            "closes",
            "When does it close?",
            "a day and a time; a time alone is on the first day",
            _closing,
            _after,
            asked=_has_list,
        ),
    )


def _or_nothing(typed: str, known: Values) -> str:
    return read_text(typed, "it") if typed.strip() else ""


def read_answers(
    typed: Typed, today: date, sources: Sources = NO_SOURCES
) -> tuple[dict[str, Any], Question | None]:
    """What was typed as values, as far as it goes, and the first question without an answer.

    An answer that cannot be read any more, because one before it was changed, is asked again.
    """
    known: dict[str, Any] = {}
    for question in questions(today, sources):
        if not question.asked(known):
            continue
        if question.key not in typed:
            return known, question
        try:
            known[question.key] = question.read(typed[question.key], known)
        except Unread:
            return known, question
    return known, None


def summary(known: Values) -> tuple[str, ...]:
    """What the answers make, in a few sentences."""
    days, meetings = _days(known), len(known["hours"]) * _days(known)
    planned = f"{meetings} meetings on {days} working days"
    if not known["hours"]:
        planned = "The meetings of the files"
    limit: timedelta = known["limit"]
    minutes, seconds = divmod(int(limit.total_seconds()), 60)
    listed = known.get("listed")
    return (
        f"{known['name']}, {say_day(known['first_day'])} to {say_day(known['last_day'])}, "
        f"{known['timezone']}.",
        f"{planned}; {minutes}:{seconds:02d} a statement.",
        f"{len(known['states'])} States, {len(known['organizations'])} organizations, "
        f"{len(known['agenda'])} agenda items"
        + (f", a list of speakers for item {listed}." if listed else ", no list of speakers."),
    )


def founding(known: Values, sources: Sources = NO_SOURCES) -> Founding:
    """All answers as one."""
    zone = ZoneInfo(known["timezone"])
    sittings = () if known["hours"] else tuple(one.local(zone) for one in sources.sittings)
    return Founding(**known, sittings=sittings)


def sample(today: date | None = None) -> Founding:
    """A conference of which only the name was answered, to be filled in."""
    typed = {"name": "Sample Congress"}
    while True:
        known, question = read_answers(typed, today or date(2027, 1, 1))
        if question is None:
            return founding(known)
        typed[question.key] = question.presumed(known)


# The draft


def kept(path: Path) -> dict[str, str]:
    """The answers that were kept; none where there are none, or they cannot be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def keep(path: Path, typed: Typed) -> None:
    """Keep the answers as they were typed; raises `OSError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(dict(typed), ensure_ascii=False, indent=1), encoding="utf-8")
