"""The clock of whoever has the floor, as it is shown: digits, a word, a bar.

It holds what is shown and nothing finer, so that it changes only when a screen must: whole seconds,
the bar in hundredths.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil

from plenary_tui.procedure.ground.calendar import local, say_seconds
from plenary_tui.procedure.speakers.limits import limit_for
from plenary_tui.procedure.speakers.order import next_change, next_entries
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.timing import Instant, Reading, read_clock
from plenary_tui.procedure.state.vocabulary import Phase, Timing
from plenary_tui.views.wording.telling import Tone


def read_floor(conference: Conference, now: Instant) -> Reading | None:
    """What the clock of whoever has the floor says; None if nobody has."""
    floor = conference.floor
    if floor is None:
        return None
    policies = conference.policies
    return read_clock(
        floor.clock,
        floor.limit,
        now,
        wrap_up=policies.wrap_up,
        call_to_order=policies.call_to_order,
    )


FRAME = 1 / 15
"""Seconds between two pictures of a time that goes faster than time does, at least."""


def until_shown_changes(conference: Conference, now: Instant, speed: float) -> float:
    """Seconds until what is shown changes, for people whose time the clock outruns `speed` times.

    No sooner than can be seen; a second where the clock stands still.
    """
    if speed <= 0:
        return 1.0
    wait = until_next_second(conference, now) / speed
    return max(FRAME, wait) if speed > 1 else wait


def until_next_second(conference: Conference, now: Instant) -> float:
    """Seconds until what is shown changes: the statement's next second, else the clock's.

    Sooner if the order of the list changes before that, so that no screen names who was next.
    """
    floor, change = conference.floor, next_change(conference, now.utc)
    second = 1.0 - now.utc.microsecond / 1_000_000
    if floor is not None and floor.phase is Phase.SPEAKING:
        second = 1.0 - floor.clock.elapsed(now).total_seconds() % 1.0
    return second if change is None else min(second, (change - now.utc).total_seconds())


def minute_of(now: Instant) -> datetime:
    """The minute of an instant; a forecast is made anew in each."""
    return now.utc.replace(second=0, microsecond=0)


class ClockFace(Value):
    """The statement's clock: the digits, a word for them, and a bar.

    Attributes:
        digits: remaining `2:47`, or overrun counting up from zero `+0:12`; `-:--` for nobody.
        word: where the statement stands, in capitals.
        hint: a few words more, e.g. `of 3:00`.
        brief: what matters most of the hint, where there is little room.
        hundredths: how much of the time is used, 0 to 100.
        instead: what large figures show in place of `-:--`: the limit of the next, else the time of
            day, as the hint says; "" for the digits.
    """

    digits: str = "-:--"
    word: str = ""
    hint: str = ""
    tone: Tone = "quiet"
    hundredths: int = 0
    brief: str = ""
    instead: str = ""

    @property
    def line(self) -> str:
        """Digits and word; the word alone while nobody has the floor."""
        return self.word if self.instead else f"{self.digits} {self.word}"


TIMING_WORDS: dict[Timing, tuple[str, Tone]] = {
    Timing.ON_TIME: ("ON TIME", "good"),
    Timing.WRAP_UP: ("WRAP UP", "warn"),
    Timing.OVER: ("OVER TIME", "bad"),
    Timing.CALL_TO_ORDER: ("CALL TO ORDER?", "bad"),
}


def clock_face(conference: Conference, now: Instant, *, officer: bool = False) -> ClockFace:
    """The clock of whoever has the floor.

    Args:
        officer: whether it is for the podium: when to think of a call to order (for others a
            statement past its limit is over time), and while nobody has the floor what the next
            would have; for others it is the time of day.
    """
    floor, reading = conference.floor, read_floor(conference, now)
    if floor is None or reading is None:
        return _nobody(conference, now, officer=officer)
    limit = f"of {say_seconds(reading.limit.total_seconds())}" if reading.limit else "no limit"
    over = not officer and reading.timing is Timing.CALL_TO_ORDER
    word, tone = TIMING_WORDS[Timing.OVER if over else reading.timing]
    digits = _digits(reading)
    if floor.phase is Phase.CALLED:
        return ClockFace(digits, "CALLED", limit, "plain", 0)
    if floor.phase is Phase.PAUSED:
        word, tone = f"PAUSED, {word}", "warn" if tone == "good" else tone
    elif reading.limit is None:
        word = "SPEAKING"
    spoken = f"spoken {say_seconds(reading.elapsed.total_seconds())}"
    return ClockFace(digits, word, f"{limit}, {spoken}", tone, _hundredths(reading), spoken)


def _nobody(conference: Conference, now: Instant, *, officer: bool) -> ClockFace:
    """The face while nobody has the floor: what the next would have, or the time of day."""
    word = "NOBODY HAS THE FLOOR"
    if officer and (limit := _limit_of_next(conference, now)):
        hint, brief = f"the next has {limit}", f"next {limit}"
        return ClockFace(word=word, hint=hint, brief=brief, instead=limit)
    time = f"{local(conference, now.utc):%H:%M}"
    return ClockFace(word=word, hint="the time of day", brief="the time", instead=time)


def _digits(reading: Reading) -> str:
    if reading.remaining is None:
        return say_seconds(reading.elapsed.total_seconds())
    if reading.remaining > timedelta(0):
        return say_seconds(ceil(reading.remaining.total_seconds()))
    return f"+{say_seconds(reading.overrun.total_seconds())}"


def _hundredths(reading: Reading) -> int:
    if not reading.limit:
        return 0
    return min(100, int(100 * (reading.elapsed / reading.limit)))


def _limit_of_next(conference: Conference, now: Instant) -> str:
    """How long the next may speak; "" while nobody is next, or the meeting does not sit."""
    due = next_entries(conference, now) if conference.in_session else ()
    if not due:
        return ""
    limit = limit_for(conference, conference.item, due[0].tier)
    return say_seconds(limit.total_seconds())
