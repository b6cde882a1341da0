"""Chapters for the recording of a webcast, as WebVTT: who spoke when, from the first on air."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.procedure.state.text import shown
from plenary_tui.procedure.state.vocabulary import Body, FloorKind
from plenary_tui.views.record.facts import ConferenceRecord, MeetingFacts, StatementFacts, Time
from plenary_tui.views.record.phrasing import behalf
from plenary_tui.views.record.sheet import foot


class NoChapters(Explained):
    """What was chosen has no recording of its own."""


def chapters(record: ConferenceRecord) -> str:
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
    return "\n".join(_lines(record, meeting))


def _lines(record: ConferenceRecord, meeting: MeetingFacts) -> Iterator[str]:
    begins = meeting.on_air[0].begun_at
    yield "WEBVTT"
    yield ""
    yield f"NOTE {shown(record.conference)}, {meeting.title}{_rehearsal(record)}"
    yield f"Times count from the first moment on air, {begins:%Y-%m-%d %H:%M:%S} UTC."
    for off, on in zip(meeting.on_air, meeting.on_air[1:], strict=False):
        if off.ended_at is not None:
            yield f"Off air from {_mark(begins, off.ended_at)} to {_mark(begins, on.begun_at)}."
    on_air = [stretch for one in record.meetings for stretch in one.on_air]
    heard = [one for one in record.statements if _was_on_air(one, on_air)]
    for number, one in enumerate(heard, start=1):
        yield ""
        yield str(number)
        yield f"{_mark(begins, one.started_at)} --> {_mark(begins, one.ended_at)}"
        yield _cue(one)
    yield ""
    yield "NOTE"
    yield from foot(record.made)
    yield ""


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
    name = one.delegation or one.role or one.kind.value.capitalize()
    parts = [
        name,
        "right of reply" if one.kind is FloorKind.REPLY else "",
        "explanation of position" if one.explains else "",
        one.speaker or "",
        one.function or "",
        behalf(one),
        f"item {one.item}" if one.item else "",
        one.language.value if one.language else "",
    ]
    text = ", ".join(part for part in parts if part)
    return shown(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
