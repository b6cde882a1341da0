"""Words of reports: series of names, meetings and their dates, hours, votes, representatives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from plenary_tui.procedure.ground.calendar import ordinal, zone
from plenary_tui.procedure.ground.called import group_spoken, title_in_short
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.vocabulary import (
    Body,
    Delivery,
    MotionKind,
    ParticipantClass,
)
from plenary_tui.views.record.facts import (
    ConferenceRecord,
    MeetingFacts,
    StatementFacts,
    Votes,
)

IN_A_SENTENCE = 3
"""Up to so many names stand in the sentence; more follow it as a list."""
_UNION = ("european union", "the european union", "eu", "the eu")


def series(words: Sequence[str]) -> str:
    """Words as a series, e.g. `A, B and C`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def sentence(text: str) -> str:
    """A text as a sentence: it begins with a capital and ends with one full point."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def hour(record: ConferenceRecord, moment: datetime) -> str:
    """An hour as reports have it: `10 a.m.`, `3.05 p.m.`, `12 noon`."""
    there = moment.astimezone(zone(record.timezone))
    if there.minute == 0 and there.hour in (0, 12):
        return "12 noon" if there.hour else "midnight"
    minutes = f".{there:%M}" if there.minute else ""
    return f"{there.hour % 12 or 12}{minutes} {'a.m.' if there.hour < 12 else 'p.m.'}"


def length(seconds: float) -> str:
    """A length as tables have it: `3:05`, hours only if there are any."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    clock = f"{rest // 60}:{rest % 60:02}"
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else clock


def day(record: ConferenceRecord, meeting: MeetingFacts) -> date:
    """The day of a meeting at its place."""
    return meeting.opened_at.astimezone(zone(record.timezone)).date()


def say_date(one: date, *, year: bool = True) -> str:
    """A day as reports have it: `17 October 2024`."""
    return f"{one.day} {one:%B}{f' {one.year}' if year else ''}"


def dates(days: Iterable[date]) -> str:
    """Days in words: `on 17 October 2024`, `from 14 to 15 October 2024`."""
    found = sorted(set(days))
    first, last = found[0], found[-1]
    if first == last:
        return f"on {say_date(first)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"from {first.day} to {say_date(last)}"
    return f"from {say_date(first, year=first.year != last.year)} to {say_date(last)}"


def numbers(found: Iterable[int]) -> str:
    """Ordinals in words: `1st`, `1st and 3rd`, `1st to 4th`."""
    all_ = sorted(set(found))
    if len(all_) > 2 and all_ == list(range(all_[0], all_[-1] + 1)):
        return f"{ordinal(all_[0])} to {ordinal(all_[-1])}"
    return series([ordinal(one) for one in all_])


def sat(meeting: MeetingFacts) -> str:
    """What a meeting of its body is called: `meeting`, `sitting`."""
    return title_in_short(meeting.number, meeting.body).partition(" ")[2]


def at_meetings(record: ConferenceRecord, meetings: Sequence[MeetingFacts]) -> str:
    """Meetings of one body in words: `at its 1st to 4th meetings, from 14 to 15 October 2024`."""
    noun = f"{sat(meetings[0])}{'' if len(meetings) == 1 else 's'}"
    which = numbers(one.number for one in meetings)
    return f"at its {which} {noun}, {dates(day(record, one) for one in meetings)}"


def actor(body: Body) -> str:
    """Who acts."""
    return "the Conference" if body is Body.PLENARY else "the Committee of the Whole"


def by_vote(vote: Votes) -> str:
    """A vote in words: `by a vote of 80 to 35, with 12 abstentions`."""
    abstained = vote.abstaining
    count = "no" if not abstained else str(abstained)
    noun = "abstention" if abstained == 1 else "abstentions"
    kind = "vote" if vote.by_name is None else "recorded vote"
    return f"by a {kind} of {vote.in_favour} to {vote.against}, with {count} {noun}"


def motion_words(kind: MotionKind, item: str | None) -> str:
    """What a motion is about: `close the debate on item 3`."""
    return f"{kind} on item {item}" if item else kind.value


def behalf(one: StatementFacts) -> str:
    """On whose behalf, with its article; "" if on nobody's."""
    group = one.on_behalf_of or ""
    if not group:
        return ""
    if one.participant is ParticipantClass.REIO_PARTY and folded(group) in _UNION:
        return "on behalf of the European Union and its member States"
    return f"on behalf of {group_spoken(group)}"


def who_spoke(one: StatementFacts) -> tuple[str, str, str]:
    """The delegation, or as what somebody speaks; then speaker and function, "" if said by it."""
    name = one.delegation or one.role or one.kind.value.capitalize()
    function = one.function or ""
    return name, one.speaker or "", "" if folded(function) == folded(name) else function


def in_order(statements: Iterable[StatementFacts]) -> list[StatementFacts]:
    """Who spoke, each once, in alphabetical order with accents folded."""
    found: dict[str, StatementFacts] = {}
    for one in statements:
        found.setdefault(one.delegation or "", one)
    return sorted(found.values(), key=lambda one: folded(one.delegation or ""))


def as_subject(spoken: str) -> str:
    """Who does something, before the verb: what stands in apposition is closed by a comma."""
    return f"{spoken}," if ", " in spoken else spoken


def named(one: StatementFacts, *, spoken: bool) -> str:
    """A name with what belongs behind it: a group it spoke for, that it was a video."""
    name = one.spoken if spoken else one.delegation or one.spoken
    notes = [behalf(one), "video statement" if one.delivery is Delivery.VIDEO else ""]
    return name + "".join(f" ({note})" for note in notes if note)


def made_by(
    statements: Sequence[StatementFacts], whom: str, listed: str, *, also: bool = False
) -> str:
    """That statements were made, and by whom.

    Args:
        whom: before names in the sentence, e.g. `representative of`; the plural is made of it.
        listed: before names that follow as a list, e.g. `representatives of the following parties`.
        also: whether others were named before.
    """
    more = "also " if also else ""
    if len(statements) == 1:
        return f"A statement was {more}made by the {whom} {named(statements[0], spoken=True)}."
    if len(statements) <= IN_A_SENTENCE:
        role, _, of = whom.partition(" ")
        names = series([named(one, spoken=True) for one in statements])
        return " ".join((f"Statements were {more}made by the", f"{role}s", of, f"{names}."))
    names = series([named(one, spoken=False) for one in statements])
    return f"Statements were {more}made by the {listed}: {names}."
