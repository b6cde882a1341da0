"""In which order the tiers of a list are heard, and from when.

States are heard first, then IGOs, then NGOs (rule 17), each once those before it have been heard.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from plenary_tui.procedure.conference import Conference, SpeakersList
from plenary_tui.procedure.vocabulary import Tier


@dataclass(frozen=True)
class Section:
    """A tier's part of a list.

    Attributes:
        starts: when it is heard, whatever stands before it; None: in its turn.
    """

    tier: Tier
    starts: datetime | None = None


def sections_of(conference: Conference, speakers: SpeakersList) -> tuple[Section, ...]:
    """The sections of a list in the order in which they are heard: one for each tier."""
    return tuple(Section(tier) for tier in Tier)
