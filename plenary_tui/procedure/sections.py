"""In which order the tiers of a list are heard, and from when.

States are heard first, then IGOs, then NGOs (rule 17), each once those before it have been heard;
unless it was decided to hear a tier from an hour on, whatever stands before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from plenary_tui.procedure.conference import Conference, SpeakersList
from plenary_tui.procedure.order import tiers_at, turns_come, turns_to_come
from plenary_tui.procedure.proceedings import TierTurn
from plenary_tui.procedure.vocabulary import Tier


@dataclass(frozen=True)
class Section:
    """A tier's part of a list; a later section of the same tier hears those whom it leaves.

    Attributes:
        starts: when it is heard, whatever stands before it; None: in its turn.
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
    turn.
    """
    first = {one.tier: one for one in turns_come(conference, speakers, now)}
    hours = turns_to_come(conference, speakers, now)
    come = tuple(
        Section(tier, ends=_end_of(conference, first[tier]))
        for tier in tiers_at(conference, speakers, now)
        if tier in first
    )
    to_come = tuple(Section(one.tier, one.starts, _end_of(conference, one)) for one in hours)
    in_turn = tuple(Section(tier) for tier in Tier)
    if not to_come:
        return (*come, *in_turn)
    early = min(one.tier.order for one in hours)
    before = tuple(one for one in in_turn if one.tier.order < early)
    return (*come, *before, *to_come, *in_turn[early:])


def _end_of(conference: Conference, turn: TierTurn) -> datetime | None:
    """When the meeting of a decision ends; None if that is not known."""
    meeting = conference.meeting
    if conference.plenary is not None:
        meeting = conference.plenary.meeting
    if meeting is not None and meeting.number == turn.meeting:
        return meeting.ends_at
    return next((one.ends for one in conference.programme if one.number == turn.meeting), None)
