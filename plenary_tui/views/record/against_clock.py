"""The pictures of lists against the clock, each with a table that says the same in figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plenary_tui.procedure.ground.calendar import zone
from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.views.record.facts import ConferenceRecord
from plenary_tui.views.record.passing import Passage
from plenary_tui.views.record.sheet import Block, Column, Curve, Curves, Mark, Paragraph, Table
from plenary_tui.views.wording.tongue import ENGLISH, Tongue, marked

FEWEST = 3
"""Statements below which no picture is drawn."""
MOST_POINTS = 240
"""Points of a line; of more every other one is left out, until they are fewer."""
NEAR, FAR = 5 * 60, 15 * 60
"""Seconds within which a promise was kept, and was kept roughly."""
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 240, 720, 1440, 10080)
"""Minutes between the marks of an axis."""


def against_clock(record: ConferenceRecord, tongue: Tongue = ENGLISH) -> Iterator[Block]:
    """The tables and pictures of all passages; nothing without any."""
    passages = record.passages
    if not passages:
        return
    yield _kept(passages, tongue)
    for one in passages:
        if len(one.kept) >= FEWEST:
            yield _late(record, one, tongue)
    yield _worked_off(record, passages, tongue)
    for one in passages:
        if len(one.waiting) > FEWEST:
            yield _waiting(record, one, tongue)
    yield Paragraph(
        text=tongue.words(
            "Promised: when the first was called, the forecast expected so many at that meeting. "
            "Near: begun within 5 minutes of what was promised; roughly: within 15. Median: by how "
            "much statements began later or sooner than promised: half of them more, half less."
        )
    )


def passage_name(one: Passage, tongue: Tongue = ENGLISH) -> str:
    """Of which list at which meeting."""
    short = short_title(one.meeting, one.body, tongue)
    return tongue.words("Item {symbol}, {meeting}", symbol=tongue.name(one.item), meeting=short)


def short_title(number: int, body: Body, tongue: Tongue) -> str:
    """A meeting in a table: in English a plenary one does not say so."""
    title = tongue.meeting(number, body)
    if tongue.is_english and body is Body.PLENARY:
        return title.replace(" plenary", "")
    return title


def _kept(passages: tuple[Passage, ...], tongue: Tongue) -> Table:
    rows = []
    for one in passages:
        late = sorted(kept.late for kept in one.kept)
        rows.append(
            (
                passage_name(one, tongue),
                str(one.promised),
                str(len(late)),
                str(one.failed),
                str(one.came_since),
                str(sum(abs(each) <= NEAR for each in late)),
                str(sum(abs(each) <= FAR for each in late)),
                _minutes(late[len(late) // 2], tongue) if late else "",
            )
        )
    heads = (
        *(marked("Promised"), marked("Came"), marked("Not"), marked("Others"), marked("Near")),
        *(marked("Roughly"), marked("Median")),
    )
    return Table(
        caption=tongue.words("What the forecast promised against what came"),
        columns=(
            Column(head=tongue.words("List"), wide=True),
            *(Column(head=tongue.words(head), right=True) for head in heads),
        ),
        rows=tuple(rows),
    )


def _worked_off(record: ConferenceRecord, passages: tuple[Passage, ...], tongue: Tongue) -> Table:
    rows = tuple(
        (
            passage_name(one, tongue),
            _clock(record, one.waiting[0].at),
            str(one.waiting[0].count),
            str(len(one.waiting) - 1),
            _clock(record, one.waiting[-1].at),
            str(one.waiting[-1].count),
            _clock(record, one.ends_at) if one.ends_at is not None else "",
        )
        for one in passages
    )
    heads = (
        *(marked("From"), marked("Waited"), marked("Heard"), marked("To"), marked("Left")),
        marked("Planned end"),
    )
    return Table(
        caption=tongue.words("The lists against the clock"),
        columns=(
            Column(head=tongue.words("List"), wide=True),
            *(Column(head=tongue.words(head), right=True) for head in heads),
        ),
        rows=rows,
    )


def _late(record: ConferenceRecord, one: Passage, tongue: Tongue) -> Curves:
    """By how many minutes each statement began later than promised, over the time of day."""
    points = _thinned([(_second(record, one, kept.came_at), kept.late / 60) for kept in one.kept])
    high = max(FAR / 60, *(abs(late) for _, late in points))
    first, last = points[0][0], points[-1][0]
    step = next((each for each in _STEPS if high / each <= 4), _STEPS[-1])
    top = -(-high // step) * step
    caption = tongue.words(
        "{list}: minutes later (above) or sooner (below) than promised",
        list=passage_name(one, tongue),
    )
    return Curves(
        caption=caption,
        told=tongue.words("{caption}; the table before it has the figures", caption=caption),
        across=_hours(record, one, first, last),
        up=tuple(
            Mark(at=float(value), label=f"{value:+d}" if value else "0")
            for value in range(-int(top), int(top) + 1, step)
        ),
        curves=(
            Curve(name=tongue.words("began"), points=points, dots=True),
            Curve(
                name=tongue.words("as promised"),
                points=((first, 0.0), (last, 0.0)),
                dashed=True,
            ),
        ),
    )


def _waiting(record: ConferenceRecord, one: Passage, tongue: Tongue) -> Curves:
    """How many waited over the time of day, and at what pace the list would end in time."""
    points = _thinned([(_second(record, one, each.at), float(each.count)) for each in one.waiting])
    most = max(count for _, count in points)
    first, last = points[0][0], points[-1][0]
    curves = [Curve(name=tongue.words("waiting"), points=points, steps=True)]
    if one.ends_at is not None and (ends := _second(record, one, one.ends_at)) > first:
        pace = ((first, points[0][1]), (ends, 0.0))
        curves.append(Curve(name=tongue.words("to end in time"), points=pace, dashed=True))
        last = max(last, ends)
    step = next((each for each in (1, 2, 5, 10, 20, 50, 100) if most / each <= 6), 500)
    caption = tongue.words("{list}: the list against the clock", list=passage_name(one, tongue))
    return Curves(
        caption=caption,
        told=tongue.words("{caption}; the table before it has the figures", caption=caption),
        across=_hours(record, one, first, last),
        up=tuple(
            Mark(at=float(value), label=str(value)) for value in range(0, int(most) + step, step)
        ),
        curves=tuple(curves),
    )


def _second(record: ConferenceRecord, one: Passage, moment: datetime) -> float:
    """Seconds from the midnight before the first call of a passage, at the place."""
    begun = one.waiting[0].at.astimezone(zone(record.timezone))
    midnight = begun.replace(hour=0, minute=0, second=0, microsecond=0)
    return (moment - midnight).total_seconds()


def _hours(record: ConferenceRecord, one: Passage, first: float, last: float) -> tuple[Mark, ...]:
    """Marks at round times of day, from before the first moment to behind the last."""
    minutes = max(1.0, (last - first) / 60)
    step = 60 * next((each for each in _STEPS if minutes / each <= 8), _STEPS[-1])
    begins, ends = int(first // step), int(-(-last // step))
    return tuple(
        Mark(
            at=float(each * step),
            label=f"{each * step // 3600 % 24:02}:{each * step // 60 % 60:02}",
        )
        for each in range(begins, max(ends, begins + 1) + 1)
    )


def _thinned(points: list[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """The points, to a tenth, no more than a picture shows; the last is kept."""
    while len(points) > MOST_POINTS:
        points = [*points[:-1:2], points[-1]]
    return tuple((round(x, 1), round(y, 1)) for x, y in points)


def _clock(record: ConferenceRecord, moment: datetime) -> str:
    return f"{moment.astimezone(zone(record.timezone)):%H:%M}"


def _minutes(seconds: float, tongue: Tongue) -> str:
    """Minutes and seconds, and whether that is late."""
    whole = round(abs(seconds))
    time = f"{whole // 60}:{whole % 60:02}"
    if not whole:
        return time
    if seconds < 0:
        return tongue.words("{time} sooner", time=time)
    return tongue.words("{time} later", time=time)
