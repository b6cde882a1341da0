"""Chapters for the recording of a webcast, as WebVTT: who spoke when, from the first on air."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.procedure.state.text import shown
from plenary_tui.procedure.state.vocabulary import Body, FloorKind
from plenary_tui.views.public.caption import RIGHT_OF_REPLY
from plenary_tui.views.public.second_line import EXPLANATION
from plenary_tui.views.record import colon_names as names
from plenary_tui.views.record.facts import ConferenceRecord, MeetingFacts, StatementFacts, Time
from plenary_tui.views.record.phrasing import behalf, who_spoke
from plenary_tui.views.record.sheet import DRAFT, foot
from plenary_tui.views.wording.tongue import ENGLISH, Tongue, harmless


class NoChapters(Explained):
    """What was chosen has no recording of its own."""


def chapters(record: ConferenceRecord, tongue: Tongue = ENGLISH) -> str:
    """The chapters of the one plenary meeting that is recorded. Raises `NoChapters`.

    The times count from its first moment on air, and go on while it is off air.
    """
    plenary = [one for one in record.meetings if one.body is Body.PLENARY]
    if len(plenary) != 1 or record.only_item is not None:
        raise NoChapters(
            "Chapters are those of one meeting, which has a recording of its own.",
            "Name it with --meeting N.",
        )
    meeting = plenary[0]
    if not meeting.on_air:
        raise NoChapters(f"The {meeting.title} was never on air.", "Name another meeting.")
    return "\n".join(_lines(record, meeting, tongue))


def _lines(record: ConferenceRecord, meeting: MeetingFacts, tongue: Tongue) -> Iterator[str]:
    begins = meeting.on_air[0].begun_at
    yield "WEBVTT"
    yield ""
    if tongue.is_english:
        yield f"NOTE {shown(record.conference)}, {meeting.title}{_rehearsal(record)}"
        yield f"Times count from the first moment on air, {begins:%Y-%m-%d %H:%M:%S} UTC."
    else:
        yield from _head_in(record, meeting, tongue)
    for off, on in zip(meeting.on_air, meeting.on_air[1:], strict=False):
        if off.ended_at is not None:
            stretch = _mark(begins, off.ended_at), _mark(begins, on.begun_at)
            if tongue.is_english:
                yield f"Off air from {stretch[0]} to {stretch[1]}."
            else:
                yield tongue.words(
                    "Off air: from {begun} to {ended}.", begun=stretch[0], ended=stretch[1]
                )
    on_air = [stretch for one in record.meetings for stretch in one.on_air]
    heard = [one for one in record.statements if _was_on_air(one, on_air)]
    for number, one in enumerate(heard, start=1):
        yield ""
        yield str(number)
        yield f"{_mark(begins, one.started_at)} --> {_mark(begins, one.ended_at)}"
        yield _cue(one) if tongue.is_english else _cue_in(one, tongue)
    yield ""
    yield "NOTE"
    yield from foot(record.made)
    yield ""


def _head_in(record: ConferenceRecord, meeting: MeetingFacts, tongue: Tongue) -> Iterator[str]:
    """What the chapters are of, in another language than English; a draft, as the forms are."""
    rehearsal = tongue.words("REHEARSAL") if record.rehearsal else ""
    name = shown(record.conference), tongue.meeting(meeting.number, meeting.body), rehearsal
    yield f"NOTE {names.joined(name, tongue)}"
    yield f"** {tongue.words(DRAFT)} **"
    begins = f"{meeting.on_air[0].begun_at:%Y-%m-%d %H:%M:%S}"
    yield tongue.words("Times count from the first moment on air, {time} UTC.", time=begins)


def _rehearsal(record: ConferenceRecord) -> str:
    return ", REHEARSAL" if record.rehearsal else ""


def _was_on_air(one: StatementFacts, on_air: list[Time]) -> bool:
    """Whether a statement was on air when it began."""
    return one.ended_at > one.started_at and any(
        stretch.begun_at <= one.started_at
        and (stretch.ended_at is None or one.started_at < stretch.ended_at)
        for stretch in on_air
    )


def _mark(begins: datetime, moment: datetime) -> str:
    """A moment as WebVTT writes it."""
    milliseconds = round((moment - begins).total_seconds() * 1000)
    seconds, rest = divmod(max(0, milliseconds), 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def _cue(one: StatementFacts) -> str:
    """Who speaks, on what, in which language."""
    name, *person = who_spoke(one)
    parts = [
        name,
        "right of reply" if one.kind is FloorKind.REPLY else "",
        "explanation of position" if one.explains else "",
        *person,
        behalf(one),
        f"item {one.item}" if one.item else "",
        one.language.value if one.language else "",
    ]
    return _escaped(", ".join(part for part in parts if part))


def _cue_in(one: StatementFacts, tongue: Tongue) -> str:
    """The same in another language."""
    reply, explains = one.kind is FloorKind.REPLY, one.explains is not None
    who: tuple[str, ...] = (names.role(one, tongue),)
    if one.delegation is not None:
        who = (one.delegation, one.speaker or "", names.function(one, tongue))
    parts = (
        *who,
        RIGHT_OF_REPLY[tongue.language] if reply else "",
        EXPLANATION[tongue.language] if explains else "",
        names.behalf(one, tongue),
        tongue.words("Item {symbol}", symbol=one.item) if one.item else "",
        tongue.words(one.language.value) if one.language else "",
    )
    return _escaped(names.joined(parts, tongue))


def _escaped(text: str) -> str:
    return harmless(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
