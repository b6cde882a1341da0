"""How each kind of value in the files of a pack is read, and what is said of one that is wrong."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from plenary_tui.exchange.problems import quoted
from plenary_tui.procedure.ground.as_typed import Unread, read_day, read_moment, read_seconds
from plenary_tui.procedure.state.text import clean_line, folded, shown

FORMAT = 1
"""The layout of packs that is read."""

MOST_TOLD = 160
"""Characters of what is said of one value."""

YEARS = range(1900, 2200)
"""Years in which a conference may be."""


def _unfit(what: str, expected: str) -> PydanticCustomError:
    return PydanticCustomError("unfit", "{what}", {"what": what, "expected": expected})


def _read_day(value: object) -> date:
    if isinstance(value, str):
        try:
            value = read_day(_given(value))
        except Unread as unread:
            raise _unread(unread) from None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise _unfit(f"{quoted(value)} is not a date", "a day as 2027-03-04")
    return _in_range(value)


def _read_moment(value: object) -> datetime:
    if isinstance(value, str):
        try:
            value = read_moment(_given(value))
        except Unread as unread:
            raise _unread(unread) from None
    if not isinstance(value, datetime):
        what = "has no time of day" if isinstance(value, date) else "is not a day and a time"
        what = "has no day" if isinstance(value, time) else what
        raise _unfit(f"{quoted(value)} {what}", "a day and a time as 2027-03-04T09:30")
    if value.tzinfo is not None:
        raise _unfit(f"{quoted(value)} has an offset", "the local time, without it")
    return _in_range(value)


def _given(text: str) -> str:
    if not text.strip():
        raise _unfit("is empty", "")
    return " ".join(text.split())


def _unread(unread: Unread) -> PydanticCustomError:
    return _unfit(shown(unread.what)[:MOST_TOLD], unread.expected)


AnyDay = TypeVar("AnyDay", date, datetime)


def _in_range(value: AnyDay) -> AnyDay:
    if value.year not in YEARS:
        raise _unfit(f"{quoted(value)} is out of range", f"a year from {YEARS[0]} to {YEARS[-1]}")
    return value


YES = ("yes", "y", "true", "1", "x", "\u2713", "oui", "si", "da", "да", "نعم", "是", "ja")
NO = ("no", "n", "false", "0", "-", "non", "nyet", "нет", "لا", "否", "nein")


def _read_yes(value: object) -> bool:
    if isinstance(value, bool):
        return value
    answer = folded(str(value))
    if answer not in (*YES, *NO):
        raise _unfit(f"{quoted(value)} is neither", "yes or no")
    return answer in YES


def _read_count(value: object) -> object:
    """A number that was put in quotation marks, or is no number at all."""
    if not isinstance(value, str):
        return value
    if not value.strip():
        raise _unfit("is empty", "a whole number")
    return int(value) if re.fullmatch(r" *[0-9]{1,9} *", value) else value


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


def _read_seconds(value: object) -> object:
    try:
        return read_seconds(value)
    except Unread as unread:
        raise _unread(unread) from None


Line = Annotated[str, AfterValidator(clean_line)]
"""One line of text; refuses what nobody sees."""
Format = Annotated[int, BeforeValidator(_read_format)]
Identifier = Annotated[Line, AfterValidator(_identifier)]
Day = Annotated[date, BeforeValidator(_read_day)]
Moment = Annotated[datetime, BeforeValidator(_read_moment)]
YesNo = Annotated[bool, BeforeValidator(_read_yes)]
Text = Annotated[Line, AfterValidator(_filled)]
Symbol = Annotated[Text, AfterValidator(_symbol)]
M49 = Annotated[Line, AfterValidator(_m49)]
Code = Annotated[Line, AfterValidator(_code)]
Count = Annotated[int, BeforeValidator(_read_count)]
Seconds = Annotated[int, Field(strict=True, le=24 * 3600), BeforeValidator(_read_seconds)]
