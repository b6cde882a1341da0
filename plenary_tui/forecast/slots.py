"""The slots of those who wait: one after the other, or cut in upon by a section that has its hour.

A section with an hour is heard then, whatever stands before it, and at once where its turn comes
sooner; those whom it cuts in upon are heard after it, in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import exp, hypot

from plenary_tui.forecast.estimates import NORMAL
from plenary_tui.forecast.worktime import Work
from plenary_tui.procedure.speakers.order import tier_hours_come, tier_hours_to_come, tiers_at
from plenary_tui.procedure.state.conference import Conference, Entry, SpeakersList
from plenary_tui.procedure.state.queues import TierHour
from plenary_tui.procedure.state.vocabulary import Body, Delivery, Tier


@dataclass(frozen=True)
class Section:
    """A tier's part of a list; a later section of the same tier hears those whom it leaves.

    Attributes:
        starts: when it is heard, whatever stands before it; None: in its slot.
        ends: it leaves those who would begin later; None: nobody.
    """

    tier: Tier
    starts: datetime | None = None
    ends: datetime | None = None


def sections_of(
    conference: Conference, speakers: SpeakersList, now: datetime
) -> tuple[Section, ...]:
    """The sections of a list in the order in which they are heard.

    A tier that has its hour is heard up to the end of that meeting, and what is left of it in its
    slot.
    """
    first = {hour.tier: hour for hour in tier_hours_come(conference, speakers, now)}
    hours = tier_hours_to_come(conference, speakers, now)
    come = tuple(
        Section(tier, ends=_end_of(conference, first[tier]))
        for tier in tiers_at(conference, speakers, now)
        if tier in first
    )
    to_come = tuple(Section(hour.tier, hour.starts, _end_of(conference, hour)) for hour in hours)
    in_turn = tuple(Section(tier) for tier in Tier)
    if not to_come:
        return (*come, *in_turn)
    early = min(hour.tier.order for hour in hours)
    before = tuple(section for section in in_turn if section.tier.order < early)
    return (*come, *before, *to_come, *in_turn[early:])


def _end_of(conference: Conference, hour: TierHour) -> datetime | None:
    """When the meeting of a decision ends; None if that is not known."""
    meeting = conference.sitting_of(Body.PLENARY)
    if meeting is not None and meeting.number == hour.meeting:
        return meeting.ends_at
    planned = conference.planned(hour.meeting)
    return planned.ends if planned is not None else None


NEARLY_SURE = 0.9
"""The probability with which a delegation speaks by its latest time."""
_SUREST = 0.98
"""Further out than this the normal distribution says little about a room."""
_UNLIKELIEST = 0.001
"""And no further in than this."""
_DEVIATIONS = NORMAL.inv_cdf(NEARLY_SURE)


@dataclass(slots=True)
class Slot:
    """When one that waits begins, in seconds of working time from now.

    Attributes:
        mean: the time to expect.
        latest: nearly sure by then.
    """

    entry: Entry
    mean: float
    latest: float


def in_order_of(entries: Iterable[Entry], slots: Iterable[Slot]) -> list[Slot]:
    """Turns in the order of those entries, in whichever they are taken."""
    place = {entry.id: place for place, entry in enumerate(entries)}
    return sorted(slots, key=lambda one: place[one.entry.id])


def heard_in_order(work: Work, sections: Sequence[Section]) -> list[Slot]:
    """The slots of all sections, in their order; adds the time they take to `work`."""
    slots: list[Slot] = []
    left = {tier: work.speakers.queue(tier).waiting for tier in Tier}
    over: set[Tier] = set()
    for section in sections:
        waiting, tier = left[section.tier], section.tier
        due = work.sittings.worked(section.starts) if section.starts else float("inf")
        if tier in over:
            continue
        if waiting and due < work.all_done():
            heard = _cut_in(work, section, waiting, due, slots)
        else:
            heard = _heard(work, section, waiting)
        slots += heard
        left[tier] = waiting[len(heard) :]
        if not left[tier]:
            over.add(tier)
    return slots


def _heard(work: Work, section: Section, waiting: Sequence[Entry]) -> list[Slot]:
    """The slots of one section, once what `work` holds has been heard, as far as it goes."""
    tier = _Tier(work, section)
    ends = work.sittings.worked(section.ends) if section.ends else None
    slots: list[Slot] = []
    for entry in waiting:
        if ends is not None and work.at(work.pace.gap)[0] >= ends:
            return slots
        slots.append(tier.next(entry))
    tier.close()
    return slots


def _cut_in(
    work: Work, section: Section, waiting: Sequence[Entry], due: float, before: Sequence[Slot]
) -> list[Slot]:
    """The slots of a section that begins at `due`, in which some slots before it still wait.

    Whoever speaks at that moment ends first. What waits is put off by as long as the section takes;
    where the section stops with its meeting, what waits begins the next one.
    """
    speaking = next((slot.entry.tier for slot in before if slot.latest > due), section.tier)
    cut = work.cut_in(due, speaking)
    begins = cut.all_done()
    slots = _heard(cut, section, waiting)
    took = cut.all_done() - begins
    if section.ends is not None and len(slots) < len(waiting):
        first = min((slot.mean for slot in before if slot.mean > due), default=due)
        resumed = work.sittings.worked(section.ends) + work.sittings.spill
        took = max(0.0, resumed + work.pace.gap.mean - first)
    doubt = cut.at_once()[1]
    for slot in before:
        if slot.latest > due:
            spread = hypot(slot.latest - slot.mean, _DEVIATIONS * doubt)
            slot.mean += took if slot.mean > due else 0.0
            slot.latest = max(slot.latest + took, slot.mean + spread)
    work.put_off(took, doubt)
    return slots


class _Tier:
    """The slots of one tier, one after the other."""

    def __init__(self, work: Work, section: Section) -> None:
        self.work, self.tier = work, section.tier
        self.missing = 0.0

    def next(self, entry: Entry) -> Slot:
        """The turn of the next of the tier; adds the time it takes."""
        absent = self._absent(entry)
        mean, deviation = self.work.at(self.work.pace.gap)
        self.work.add(entry, 1 - absent)
        self.missing += absent
        return Slot(entry, mean, self._latest(absent, mean, deviation))

    def close(self) -> None:
        """The tier is over: those absent come again, those still to be inscribed speak."""
        if self.missing:
            self.work.add_turns(self.tier, self.missing)
        self.work.expect_inscriptions(self.tier)

    def _absent(self, entry: Entry) -> float:
        priors = self.work.priors
        if entry.ready or entry.delivery is Delivery.VIDEO:
            return priors.absent_ready
        return priors.absent_again if entry.absences else self.work.pace.absent

    def _latest(self, absent: float, mean: float, deviation: float) -> float:
        """By when one is nearly sure to speak that is expected at `mean`.

        Where it may be absent, or the meeting may be halted before, what is lost so cannot be made
        up for: all else is to be the surer. Where a halt is likely, one is reckoned with.
        """
        pace = self.work.pace
        undisturbed = exp(-pace.halts * mean)
        sure = min(_SUREST, NEARLY_SURE / ((1 - absent) * undisturbed))
        latest = mean + NORMAL.inv_cdf(sure) * deviation
        likely = 1 - (1 - NEARLY_SURE) / max(1 - undisturbed, 1e-9)
        if likely > _UNLIKELIEST:
            spread = hypot(deviation, pace.halt.spread)
            latest = max(latest, mean + pace.halt.mean + NORMAL.inv_cdf(likely) * spread)
        return latest
