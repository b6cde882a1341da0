"""Whether who is announced as next changes when it is too late to change a caption unnoticed.

The webcast has the next name ready. A change is told when the call is near: under a minute is left
of the statement in progress, nobody has the floor, or the old name stood there under a minute. That
the next is called, that the other body sits, and that a meeting does not sit, is no such change.
"""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.procedure.speakers.order import next_entry
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.views.wording.clock_face import read_floor
from plenary_tui.views.wording.words import delegation_of

NEAR = timedelta(seconds=60)
"""How near the call must be."""
TOLD_FOR = timedelta(seconds=15)
"""How long a change is told unless it is acknowledged."""
NOBODY = "nobody"


class Announced(Value):
    """Who was next, and since when.

    Attributes:
        entry: the number of the entry.
        body: the body that sat.
    """

    entry: int
    delegation: str
    speaker: str
    body: Body
    since: Instant

    def is_as(self, other: Announced) -> bool:
        """Whether both announce the same speaker of the same delegation on the same entry."""
        mine = (self.entry, self.delegation, self.speaker, self.body)
        return mine == (other.entry, other.delegation, other.speaker, other.body)


class Change(Value):
    """The next speaker is another.

    Attributes:
        entry: the number of the new one's entry; None if nobody is next.
        called: whether the new one has been called since, and has the floor.
    """

    old: str
    new: str
    at: Instant
    entry: int | None
    called: bool = False


class NextWatch(Value):
    """Who is announced as next, and the last change that had to be told; None if none had.

    Attributes:
        seen: the conference that was looked at last, and the last row of its journal then.
    """

    announced: Announced | None = None
    change: Change | None = None
    seen: tuple[str, int] = ("", 0)

    def after(self, conference: Conference, now: Instant) -> NextWatch:
        """The watch after a look at the conference; of another one nothing was announced yet."""
        seen, new = (conference.id, conference.seq), _announced(conference, now)
        if self.seen[0] != seen[0] or self.seen[1] > seen[1]:
            return NextWatch(new, None, seen)
        old = self.announced
        kept = self._change_of(conference, new)
        if old is not None and new is not None and old.is_as(new):
            return replace(self, change=kept, seen=seen)
        if old is None or not _is_news(old, conference, now):
            return NextWatch(new, kept, seen)
        return NextWatch(new, Change(*_labels(old, new), now, new.entry if new else None), seen)

    def _change_of(self, conference: Conference, new: Announced | None) -> Change | None:
        """The last change, as far as it is still true: its new one is next, or has the floor."""
        change = self.change
        if change is None or change.entry == (new.entry if new else None):
            return change
        if change.entry is None or not conference.has_floor(change.entry):
            return None
        return replace(change, called=True)

    def acknowledged(self) -> NextWatch:
        """The watch after the operator has seen the change."""
        return replace(self, change=None)

    def alert(self, now: Instant) -> Change | None:
        """The change to be told now."""
        if self.change is None or now.since(self.change.at) >= TOLD_FOR:
            return None
        return self.change


def is_near(conference: Conference, now: Instant) -> bool:
    """Whether the next may be called within a minute."""
    if not conference.in_session:
        return False
    reading = read_floor(conference, now)
    return reading is None or reading.remaining is None or reading.remaining < NEAR


def _announced(conference: Conference, now: Instant) -> Announced | None:
    entry = next_entry(conference, now)
    if entry is None:
        return None
    name = delegation_of(conference, entry).name
    return Announced(entry.id, name, entry.speaker, conference.body, now)


def _is_news(old: Announced, conference: Conference, now: Instant) -> bool:
    if conference.body is not old.body or not conference.in_session:
        return False
    if _was_called(conference, old.entry):
        return False
    return is_near(conference, now) or now.since(old.since) < NEAR


def _was_called(conference: Conference, entry: int) -> bool:
    return not conference.listed(entry) and conference.entry_numbered(entry) is not None


def _labels(old: Announced, new: Announced | None) -> tuple[str, str]:
    """What to call both: by the delegation, and by the speaker where only that differs."""
    if new is None:
        return old.delegation, NOBODY
    if old.delegation != new.delegation:
        return old.delegation, new.delegation
    return (
        f"{old.delegation} ({old.speaker or 'no speaker named'})",
        f"{new.delegation} ({new.speaker or 'no speaker named'})",
    )
