"""The President's words with the reminders of a call to order, which the podium alone is shown.

Only here is a reminder asked for; what leaves the house cannot import this.
"""

from __future__ import annotations

from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.views.script.glance import in_words
from plenary_tui.views.script.line import Script
from plenary_tui.views.script.phrases import Phrases
from plenary_tui.views.script.said import Words
from plenary_tui.views.script.script import script


def officers_script(conference: Conference, now: Instant) -> Script:
    """What the President says next, a reminder of whoever speaks too."""
    floor = conference.floor
    return script(conference, now, reminder=floor.reminder if floor is not None else None)


def officers_words(conference: Conference, now: Instant, phrases: Phrases) -> Words:
    """The same in those phrases."""
    return in_words(officers_script(conference, now), conference, phrases)
