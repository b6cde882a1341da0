"""How each kind of value in the files of a pack is read, and what is said of one that is wrong."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from plenary_tui.exchange.problems import quoted
from plenary_tui.procedure.state.text import Line

FORMAT = 1
"""The layout of packs that is read."""

YEARS = range(1900, 2200)
"""Years in which a conference may be."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?")


def _unfit(what: str, expected: str) -> PydanticCustomError:
    return PydanticCustomError("unfit", "{what}", {"what": what, "expected": expected})


def _read_day(value: object) -> date:
    if isinstance(value, str) and _DAY.fullmatch(value.strip()):
        try:
            value = date.fromisoformat(value.strip())
        except ValueError:
            raise _unfit(f"{quoted(value)} is not in the calendar", "a date") from None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise _unfit(f"{quoted(value)} is not a date", "a date as 2024-10-14")
    if value.year not in YEARS:
        raise _unfit(f"{quoted(value)} is out of range", f"a year from {YEARS[0]} to {YEARS[-1]}")
    return value


def _read_moment(value: object) -> datetime:
    if isinstance(value, str) and _MOMENT.fullmatch(value.strip()):
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError:
            raise _unfit(f"{quoted(value)} is not in the calendar", "a date and time") from None
    if not isinstance(value, datetime) or value.tzinfo is not None:
        raise _unfit(
            f"{quoted(value)} is not a local date and time",
            "one as 2024-10-14T10:00:00, without an offset",
        )
    if value.year not in YEARS:
        raise _unfit(f"{quoted(value)} is out of range", f"a year from {YEARS[0]} to {YEARS[-1]}")
    return value


def _read_yes(value: object) -> bool:
    answer = {"yes": True, "no": False}.get(str(value).strip().casefold())
    if answer is None:
        raise _unfit(f"{quoted(value)} is neither", "yes or no")
    return answer


def _read_format(value: object) -> object:
    if value is True or value != FORMAT:
        raise _unfit(f"{quoted(value)} is a layout this version does not read", str(FORMAT))
    return value


def _filled(text: str) -> str:
    if not text:
        raise _unfit("is empty", "text")
    return text


def _identifier(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", text):
        raise _unfit(f"{quoted(text)} does not fit", "up to 64 letters, digits, “-”, “_” or “.”")
    return text


def _code(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.&+_-]{0,15}", text):
        raise _unfit(f"{quoted(text)} does not fit", "up to 16 of A to Z, 0 to 9, without a space")
    return text


def _m49(text: str) -> str:
    if text and not re.fullmatch(r"[0-9]{1,3}", text):
        raise _unfit(f"{quoted(text)} is not an M49 code", "three digits")
    return text.zfill(3) if text else ""


def _symbol(text: str) -> str:
    if not any(character.isalnum() for character in text):
        raise _unfit(f"{quoted(text)} is not a symbol", "one as 1(f)")
    return text


Format = Annotated[int, BeforeValidator(_read_format)]
Identifier = Annotated[Line, AfterValidator(_identifier)]
Day = Annotated[date, BeforeValidator(_read_day)]
Moment = Annotated[datetime, BeforeValidator(_read_moment)]
YesNo = Annotated[bool, BeforeValidator(_read_yes)]
Text = Annotated[Line, AfterValidator(_filled)]
Symbol = Annotated[Text, AfterValidator(_symbol)]
M49 = Annotated[Line, AfterValidator(_m49)]
Code = Annotated[Line, AfterValidator(_code)]
Seconds = Annotated[int, Field(strict=True, le=24 * 3600)]
