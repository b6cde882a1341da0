"""The words to say next, from the conference and the time alone."""

from __future__ import annotations

from plenary_tui.procedure.floor.replies import reply_limit, waiting_replies
from plenary_tui.procedure.speakers.order import next_entries, next_entry
from plenary_tui.procedure.state.chamber import Reminder
from plenary_tui.procedure.state.conference import Conference, Entry, Floor
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import FloorKind, Phase, Stage, Tier
from plenary_tui.views.script.line import Line, Script, line
from plenary_tui.views.script.matters import draft_script, motion_lines, point_script
from plenary_tui.views.script.people import (
    call,
    followed_by,
    followed_by_reply,
    representative,
    thanks,
)
from plenary_tui.views.script.recent import (
    announcements,
    limit_to_remind,
    plenary_resumed,
    results,
    thanks_due,
    to_whoever_speaks,
)
from plenary_tui.views.script.sitting import (
    carrying_over,
    item_lines,
    just_opened,
    just_resumed,
    not_in_session,
    what_follows,
)
from plenary_tui.views.script.things import length, of_item


def script(conference: Conference, now: Instant, *, reminder: Reminder | None = None) -> Script:
    """What the President says next, and what would be said instead.

    Args:
        reminder: the last call to order of whoever speaks, which is said to them for a while. It is
            never public: the podium alone hands it in (plenary_tui/views/podium/reminded.py).
    """
    if not conference.in_session:
        return not_in_session(conference, now)
    if (point := point_script(conference)) is not None:
        return point
    floor = conference.floor
    before = (*just_opened(conference), *(plenary_resumed(conference) or just_resumed(conference)))
    if floor is None or (floor.kind is FloorKind.PRESIDENT):
        said = (*before, *thanks_due(conference), *results(conference))
        return _and_then(said, _coming(conference, now))
    if floor.phase is Phase.CALLED:
        return _called(conference, now, floor, before)
    to_them = to_whoever_speaks(conference, now, reminder)
    return _spoken(conference, now, floor, before, to_them)


def _and_then(said: tuple[Line, ...], coming: Script, *, at_once: bool = True) -> Script:
    """Both, each line once."""
    lines = tuple(dict.fromkeys((*said, *coming.lines)))
    return Script(lines, coming.otherwise, at_once)


def _called(conference: Conference, now: Instant, floor: Floor, before: tuple[Line, ...]) -> Script:
    """Somebody was called and has not begun: the words that call them, until they begin."""
    if motions := motion_lines(conference):
        return Script((*results(conference), *motions))  # taken before whoever was called begins
    said = (*before, *thanks_due(conference), *results(conference))
    called = call(conference, floor, None)
    replies = waiting_replies(conference)
    if floor.kind is FloorKind.REPLY:
        begins = () if _replied(conference) else (line("replies.begin"),)
        if replies:
            called = followed_by_reply(called, conference, replies[0].delegation)
        return Script((*said, *begins, called, *_reply_limit(floor)))
    if floor.entry is None:
        return Script((*said, called))
    called = followed_by(called, conference, next_entry(conference, now))
    return Script((*said, *_lead(conference, now, floor.entry), called))


def _spoken(
    conference: Conference,
    now: Instant,
    floor: Floor,
    before: tuple[Line, ...],
    to_them: tuple[Line, ...],
) -> Script:
    """Somebody speaks: what is said to them, if anything, and what is said when they end."""
    thanked = thanks(conference, floor)
    thanks_to_them = (thanked,) if thanked is not None else ()
    said = (*before, *to_them, *thanks_to_them, *results(conference))
    return _and_then(said, _coming(conference, now), at_once=bool(to_them or before))


def _coming(conference: Conference, now: Instant) -> Script:
    """What comes once nobody speaks: motions, drafts, the item, the list, replies, the end."""
    if motions := motion_lines(conference):
        return Script(motions)
    call_next = _call_next(conference, now)
    if (draft := draft_script(conference)) is not None:
        return Script(draft.lines, (*draft.otherwise, *call_next))
    item = conference.current_item
    if item is None:
        return Script((*announcements(conference, now), *what_follows(conference)))
    stage = item.stage_in(conference.body)
    if call_next:
        carried = carrying_over(conference, now)
        return Script(carried, call_next) if carried else Script(call_next)
    if waiting_replies(conference) and (stage is Stage.FLOOR_OPEN or stage.over):
        return Script((*announcements(conference, now), *_call_reply(conference)))
    if stage is not Stage.FLOOR_OPEN:
        lines = item_lines(conference, item, stage)
        reminds = stage is Stage.SECRETARIAT or lines[-1].key == "item.floor_open"
        reminder = limit_to_remind(conference, now) if reminds else ()
        return Script((*announcements(conference, now), *lines, *reminder))
    if _heard_on_item(conference):
        left = of_item("item.nobody_left", item)
        return Script((*announcements(conference, now), left, of_item("item.concluded", item)))
    opened = (*item_lines(conference, item, stage), line("item.signal"))
    return Script((*announcements(conference, now), *opened))


def _call_next(conference: Conference, now: Instant) -> tuple[Line, ...]:
    """The call of the next on the list; () while nobody may be called."""
    item, following = conference.current_item, next_entries(conference, now)
    if item is None or not following or item.stage_in(conference.body) is not Stage.FLOOR_OPEN:
        return ()
    first, *others = following
    after = others[0] if others else None
    called = followed_by(call(conference, None, first), conference, after)
    return (*_lead(conference, now, first), called)


def _lead(conference: Conference, now: Instant, entry: Entry) -> tuple[Line, ...]:
    """What leads up to a call: the floor opened, what is announced, another tier."""
    announced = announcements(conference, now)
    item = conference.current_item
    if item is not None and not _heard_on_item(conference):
        speakers = conference.list_of(item.symbol, conference.body)
        meeting = conference.meeting
        goes_on = conference.statements_on(speakers) or (
            meeting is not None and speakers.carried_to == meeting.number
        )
        opened = of_item("item.continue" if goes_on else "item.floor_open", item)
        proposed = any(one.key == "limit.propose" for one in announced)
        reminder = () if proposed else limit_to_remind(conference, now)
        return (opened, *announced, *reminder)
    return (*announced, *_turn(conference, entry.tier))


def _turn(conference: Conference, tier: Tier) -> tuple[Line, ...]:
    """That the list goes on with another tier than that of who spoke last."""
    floor, last = conference.floor, conference.last_statement
    speaks = floor.entry if floor is not None and floor.phase is not Phase.CALLED else None
    spoke = speaks or (last.entry if last is not None else None)
    if spoke is None or spoke.tier is tier:
        return ()
    return (line(f"turn.{tier.name.lower()}"),)


def _heard_on_item(conference: Conference) -> bool:
    """Whether somebody of the list speaks or has spoken on the item in this meeting."""
    floor, last = conference.floor, conference.last_statement
    if floor is not None and floor.entry is not None and floor.phase is not Phase.CALLED:
        return True
    speakers = conference.current_list
    if last is None or speakers is None:
        return False
    heard = reversed(conference.statements_on(speakers))
    return any(statement.meeting == last.meeting for statement in heard)


def _call_reply(conference: Conference) -> tuple[Line, ...]:
    """The call of the first who asked to reply."""
    first, *others = waiting_replies(conference)
    whom = representative(conference, first.delegation)
    called = line("call.reply", who=whom, followed=None)
    if others:
        called = followed_by_reply(called, conference, others[0].delegation)
    begins = () if _replied(conference) else (line("replies.begin"),)
    limit = reply_limit(conference, first.delegation)
    limited = (line("replies.limit", limit=length(limit)),) if limit is not None else ()
    return (*begins, called, *limited)


def _reply_limit(floor: Floor) -> tuple[Line, ...]:
    return (line("replies.limit", limit=length(floor.limit)),) if floor.limit is not None else ()


def _replied(conference: Conference) -> bool:
    """Whether the last who spoke, or speaks, replied: then others follow without more ado."""
    floor, last = conference.floor, conference.last_statement
    if floor is not None and floor.phase is not Phase.CALLED:
        return floor.kind is FloorKind.REPLY
    return last is not None and last.kind is FloorKind.REPLY
