"""The script in words: the line that matters most, and what else is said."""

from __future__ import annotations

from plenary_tui.procedure.ground.called import holder_name
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.views.script.line import Script, main_line
from plenary_tui.views.script.phrases import Phrases
from plenary_tui.views.script.said import Words
from plenary_tui.views.script.script import script
from plenary_tui.views.wording.tongue import named_in


def words_to_say(conference: Conference, now: Instant, phrases: Phrases) -> Words:
    """What the President says next, in those phrases, without reminders: anyone may see it."""
    named = named_in(conference, phrases.language)
    return in_words(script(named, now), named, phrases)


def in_words(found: Script, conference: Conference, phrases: Phrases) -> Words:
    """A script in those phrases, whose delegations are named in their language."""
    said = [(line, words) for line in found.lines if (words := phrases.say(line))]
    main = main_line(tuple(line for line, _ in said))
    floor = conference.floor
    after = holder_name(conference, floor) if floor is not None and not found.at_once else ""
    if main is None:
        return Words(otherwise=phrases.say_all(found.otherwise), after=after)
    return Words(
        lines=tuple(words for _, words in said),
        main=[line for line, _ in said].index(main),
        brief=phrases.say(main.without("followed")),
        tail=phrases.part(main, "followed"),
        otherwise=phrases.say_all(found.otherwise),
        after=after,
    )
