"""What stands beside the name of a tier on the list of speakers."""

from __future__ import annotations

from plenary_tui.procedure.conference import Conference, SpeakersList
from plenary_tui.procedure.forecast import Forecast
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import Tier
from plenary_tui.views.outlook import reach_words
from plenary_tui.views.phrases import Words, words_of
from plenary_tui.views.report import tier_state
from plenary_tui.views.tier_words import turn_of_tier


def said_of_tier(
    conference: Conference, speakers: SpeakersList, tier: Tier, now: Instant, found: Forecast
) -> tuple[Words, ...]:
    """What is said of a tier, what matters most first."""
    reach = reach_words(found.tier(tier))
    opened = tier_state(conference, speakers, tier, now)
    return (
        *words_of(turn_of_tier(conference, speakers, tier, now)),
        *reach[:1],
        *words_of(opened, opened.replace("until", "to")),
        *reach[1:],
    )
