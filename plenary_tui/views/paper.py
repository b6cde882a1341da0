"""The snapshot and the list of speakers as plain text, for a terminal and for paper."""

from __future__ import annotations

from plenary_tui.procedure.ground.calendar import local, say_moment, say_seconds
from plenary_tui.procedure.ground.called import holder_name, in_the_chair, person_words
from plenary_tui.procedure.meetings.committee import owes_report
from plenary_tui.procedure.speakers.alignment import heard_for_groups
from plenary_tui.procedure.speakers.eligibility import tiers_seated
from plenary_tui.procedure.speakers.numbering import before_tier
from plenary_tui.procedure.speakers.order import next_entries, tiers_at
from plenary_tui.procedure.state.conference import Conference, Entry, SpeakersList
from plenary_tui.procedure.state.text import shown_lines
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, Phase, Tier
from plenary_tui.views.drafts import decision_line, draft_line
from plenary_tui.views.programme import overrun_line, today_lines
from plenary_tui.views.wording.clock_face import read_floor
from plenary_tui.views.wording.quorum import quorum_line
from plenary_tui.views.wording.tier_words import tier_hour_lines, tier_state
from plenary_tui.views.wording.words import (
    aligned_line,
    delegation_of,
    group_words,
    meeting_words,
    motions_line,
    points_line,
    ready_word,
    replies_line,
    speaker_line,
    video_words,
)

EVENTS_SHOWN = 3
"""How many of today's side events are named."""


def status_report(conference: Conference, now: Instant) -> str:
    """The state of the conference in a few lines."""
    lines = [
        f"{conference.name}{'  REHEARSAL' if conference.rehearsal else ''}",
        f"Time:     {local(conference, now.utc):%H:%M:%S} ({conference.timezone})",
        f"Meeting:  {meeting_words(conference)}",
        f"Quorum:   {quorum_line(conference)}",
        f"On air:   {'yes' if conference.on_air else 'no'}",
        f"Item:     {_item(conference)}",
        f"Floor:    {_floor(conference, now)}",
    ]
    if chair := person_words(in_the_chair(conference.sitting)):
        lines.insert(3, f"Chair:    {chair}")
    if conference.committee_reports:
        lines.append(f"Report:   Committee of the Whole: {conference.committee_reports[-1]}")
    elif owes_report(conference):
        lines.append("Report:   the Committee of the Whole has not reported yet")
    for entry in heard_for_groups(conference)[:1]:
        name = delegation_of(conference, entry).name
        aligned = aligned_line(conference, entry)
        lines.append(f"Group:    {name} {group_words(entry)}, {aligned}")
    raised = (points_line(conference), motions_line(conference), replies_line(conference))
    lines += [line for line in raised if line]
    if draft := draft_line(conference):
        lines.append(draft)
    lines += [f"Decision: {decision_line(conference, one)}" for one in conference.decisions]
    speakers = conference.current_list
    if speakers is not None:
        lines.append(f"List:     {_counts(speakers)}; {list_state(conference, speakers, now)}")
        lines += [f"Decided:  {line}" for line in tier_hour_lines(conference, speakers, now)]
        for place, entry in enumerate(next_entries(conference, now), start=1):
            line = entry_line(conference, entry)
            lines.append(f"{'Next:' if place == 1 else '':<10}{place}. {line}")
    lines += [
        f"{'Today:' if not place else '':<10}{line}"
        for place, line in enumerate(today_lines(conference, now)[:EVENTS_SHOWN])
    ]
    if overrun := overrun_line(conference, now):
        lines.append(f"Overrun:  {overrun}")
    when = f" at {local(conference, conference.last_at):%H:%M:%S}" if conference.last_at else ""
    rows = "1 row" if conference.seq == 1 else f"{conference.seq} rows"
    lines.append(f"Recorded: {rows}, the last{when}")
    return shown_lines(lines)


def _item(conference: Conference) -> str:
    item = conference.current_item
    if item is None:
        return "none taken up"
    return f"{item.symbol} {item.title} ({item.stage_in(conference.body)})"


def _floor(conference: Conference, now: Instant) -> str:
    floor, reading = conference.floor, read_floor(conference, now)
    if floor is None or reading is None:
        return "nobody"
    name = holder_name(conference, floor)
    if floor.entry is None and (who := person_words(floor.person, but=name)):
        name = f"{name}, {who}"
    if floor.phase is Phase.CALLED:
        return f"{name} (called)"
    spoken = say_seconds(reading.elapsed.total_seconds())
    if reading.limit is None:
        return f"{name} ({floor.phase}, {spoken})"
    limit = say_seconds(reading.limit.total_seconds())
    return f"{name} ({floor.phase}, {spoken} of {limit}, {reading.timing})"


def _counts(speakers: SpeakersList) -> str:
    return ", ".join(tier.counted(len(speakers.queue(tier).waiting)) for tier in Tier)


def list_state(conference: Conference, speakers: SpeakersList, now: Instant) -> str:
    """Whether the list is open and until when, in words, by tier where they differ."""
    tiers = tiers_seated(speakers.body)
    words = {tier: tier_state(conference, speakers, tier, now) for tier in tiers}
    if len(set(words.values())) == 1:
        return words[Tier.STATES]
    return ", ".join(f"{tier} {word}" for tier, word in words.items())


def printed_list(conference: Conference, speakers: SpeakersList, now: Instant) -> str:
    """A list of speakers as plain text to print: an office always holds it on paper."""
    item = conference.item_named(speakers.item)
    body = "" if speakers.body is Body.PLENARY else f", {speakers.body}"
    lines = [
        f"{conference.name}{'  ** REHEARSAL **' if conference.rehearsal else ''}",
        f"List of speakers, item {speakers.item}{body}: {item.title if item else ''}",
        f"As of {say_moment(conference, now.utc)} ({conference.timezone}), "
        f"row {conference.seq} of the journal; {list_state(conference, speakers, now)}",
    ]
    lines += [f"Decided: {line}" for line in tier_hour_lines(conference, speakers, now)]
    floor = conference.floor
    if floor is not None and (conference.item, conference.body) == (speakers.item, speakers.body):
        lines.append(f"Has the floor: {_floor(conference, now)}")
    for tier in tiers_at(conference, speakers, now.utc):
        waiting = speakers.queue(tier).waiting
        first = before_tier(conference, speakers, tier, now) + 1
        lines += ["", f"{tier.value.upper()} ({len(waiting)})"]
        lines += [
            f"{number:>4}. [{'x' if entry.ready else ' '}] {entry_line(conference, entry)}"
            for number, entry in enumerate(waiting, start=first)
        ] or ["      nobody"]
    lines += [
        "",
        f"[x] ready: {ready_word(Tier.STATES)}, or {ready_word(Tier.NGOS)} for an NGO",
        "",
    ]
    return shown_lines(lines)


def entry_line(conference: Conference, entry: Entry) -> str:
    """An entry in a line: who, as what, aligned with whom, in which language."""
    parts = [
        delegation_of(conference, entry).name,
        speaker_line(entry),
        aligned_line(conference, entry),
        entry.language.value if entry.language else "",
        video_words(entry, None),
        f"moved: {entry.moved_because}" if entry.moved_because else "",
    ]
    return ", ".join(part for part in parts if part)
