"""The slots of those who wait: one after the other, or cut in upon by a section that has its hour.

A section with an hour is heard then, whatever stands before it, and at once where its turn comes
sooner; those whom it cuts in upon are heard after it, in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import exp, hypot, inf

from plenary_tui.forecast.estimates import NORMAL
from plenary_tui.forecast.worktime import Work
from plenary_tui.procedure.speakers.order import tier_hours_come, tier_hours_to_come, tiers_at
from plenary_tui.procedure.state.conference import Conference, Entry, SpeakersList
from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.procedure.state.queues import TierHour
from plenary_tui.procedure.state.vocabulary import Body, Delivery, Tier


class Section(Value):
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


def heard_in_order(
    work: Work, sections: Sequence[Section], cut_short: frozenset[int] = frozenset()
) -> tuple[list[Slot], frozenset[int]]:
    """The slots of all sections, in their order; adds the time they take to `work`.

    Args:
        cut_short: places of sections that are taken to last up to the end of their meeting,
            though all of them would be heard before: what follows goes on in the next one.

    Returns:
        The slots, and the places of sections that are likely to be heard before their meeting
        ends, but need not be.
    """
    hearing = _Hearing(work, cut_short)
    for place, section in enumerate(sections):
        hearing.hear(place, section)
    return hearing.slots, frozenset(hearing.finished)


class _Hearing:
    """The sections of a list heard one after the other.

    Attributes:
        left: who still waits, by tier.
        over: tiers all of which have been heard.
        at_end: slots so near to the end of their section that they may not be kept.
        finished: places of sections with an end that are heard before it.
    """

    def __init__(self, work: Work, cut_short: frozenset[int]) -> None:
        self.work, self.cut_short = work, cut_short
        self.slots: list[Slot] = []
        self.left = {tier: work.speakers.queue(tier).waiting for tier in Tier}
        self.over: set[Tier] = set()
        self.at_end: dict[Tier, list[Slot]] = {tier: [] for tier in Tier}
        self.finished: set[int] = set()

    def hear(self, place: int, section: Section) -> None:
        """Hear a section as far as it goes."""
        tier, work = section.tier, self.work
        waiting = self.left[tier]
        ends = work.sittings.worked(section.ends) if section.ends else None
        if ends is not None and (not waiting or work.opens > ends):
            return
        due = work.sittings.worked(section.starts) if section.starts else inf
        cuts_in = due < work.all_done()
        hour = work.cut_in(due, self._waiting_at(due)) if section.starts else work
        for slot in self.at_end[tier]:
            slot.latest = _Tier(hour if cuts_in else work, tier).slot(slot.entry).latest
        self.at_end[tier] = []
        if tier in self.over:
            return
        if waiting and cuts_in:
            heard = self._cut_in(place, section, hour, due)
        else:
            sure = self._heard(hour, section) if section.starts else []
            heard = self._heard(work, section)
            for slot, by_hour in zip(heard, sure, strict=False):
                slot.latest = min(slot.latest, by_hour.latest)
            if section.ends is not None and self._is_stopped(place, section, heard):
                work.go_on_after(section.ends)
        if ends is not None:
            self.at_end[tier] = [slot for slot in heard if slot.latest > ends]
        self.slots += heard
        self.left[tier] = waiting[len(heard) :]
        if not self.left[tier]:
            self.over.add(tier)

    def _heard(self, work: Work, section: Section) -> list[Slot]:
        """The slots of one section, once what `work` holds has been heard, as far as it goes."""
        tier, waiting = _Tier(work, section.tier), self.left[section.tier]
        if section.ends is None:
            slots = [tier.next(entry) for entry in waiting]
            tier.close()
            work.expect_inscriptions(section.tier)
            return slots
        ends, slots = work.sittings.worked(section.ends), []
        for entry in waiting:
            if work.at(work.pace.gap)[0] >= ends:
                return slots
            slots.append(tier.next(entry))
        tier.close()
        work.take_inscriptions(section.tier)
        return slots

    def _is_stopped(self, place: int, section: Section, heard: Sequence[Slot]) -> bool:
        """Whether a section stops with its meeting, or is taken to."""
        if len(heard) < len(self.left[section.tier]):
            return True
        self.finished.add(place)
        return place in self.cut_short

    def _waiting_at(self, due: float) -> set[Tier]:
        """The tiers of those of whom one may speak at that time."""
        return {slot.entry.tier for slot in self.slots if slot.latest > due}

    def _cut_in(self, place: int, section: Section, hour: Work, due: float) -> list[Slot]:
        """The slots of a section that begins at `due`, in which some slots before it still wait.

        Whoever speaks at that moment ends first. What waits is put off by as long as the section
        takes; where the section stops with its meeting, what waits begins the next one.

        Args:
            hour: work that begins then.
        """
        begins = hour.all_done()
        heard = self._heard(hour, section)
        if section.ends is not None and self._is_stopped(place, section, heard):
            self._go_on_after(section.ends, due)
            return heard
        took, doubt = hour.all_done() - begins, hour.at_once()[1]
        for slot in self.slots:
            if slot.latest > due:
                spread = hypot(slot.latest - slot.mean, _DEVIATIONS * doubt)
                slot.mean += took if slot.mean > due else 0.0
                slot.latest = max(slot.latest + took, slot.mean + spread)
        self._heard(self.work, replace(section, ends=None))
        return heard

    def _go_on_after(self, ends: datetime, due: float) -> None:
        """What still waited at `due` goes on with the meeting after one that ends then.

        The first of it begins that meeting. Who should have been heard before `due`, but was not,
        is then reached as much later as it was late.
        """
        again = self.work.resumed(ends) + self.work.pace.gap.mean
        first = min((slot.mean for slot in self.slots if slot.mean > due), default=None)
        for slot in self.slots:
            if slot.latest > due:
                took = max(0.0, again - (first if first and slot.mean > due else due))
                slot.mean += took if slot.mean > due else 0.0
                slot.latest += took
        if first is None:
            self.work.go_on_after(ends)
        else:
            self.work.move_on(max(0.0, again - first), due, self.work.resumed(ends))


class _Tier:
    """The slots of one tier, one after the other."""

    def __init__(self, work: Work, tier: Tier) -> None:
        self.work, self.tier = work, tier
        self.missing = 0.0

    def slot(self, entry: Entry) -> Slot:
        """The slot that one of the tier would have next."""
        absent = self._absent(entry)
        mean, deviation = self.work.at(self.work.pace.gap)
        return Slot(entry, mean, self._latest(absent, mean, deviation))

    def next(self, entry: Entry) -> Slot:
        """The slot of the next of the tier; adds the time it takes."""
        slot, absent = self.slot(entry), self._absent(entry)
        self.work.add(entry, 1 - absent)
        self.missing += absent
        return slot

    def close(self) -> None:
        """The tier is over: those absent come again."""
        if self.missing:
            self.work.add_turns(self.tier, self.missing)

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
        undisturbed = exp(-pace.halts * (mean - self.work.since))
        sure = min(_SUREST, NEARLY_SURE / ((1 - absent) * undisturbed))
        latest = mean + NORMAL.inv_cdf(sure) * deviation
        likely = 1 - (1 - NEARLY_SURE) / max(1 - undisturbed, 1e-9)
        if likely > _UNLIKELIEST:
            spread = hypot(deviation, pace.halt.spread)
            latest = max(latest, mean + pace.halt.mean + NORMAL.inv_cdf(likely) * spread)
        return latest
