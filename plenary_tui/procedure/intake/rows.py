"""What a file brings to a conference, row by row, and what becomes of each row."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from plenary_tui.procedure.ground.act import Event, Remedy
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.vocabulary import Delivery, Language, ParticipantClass, Rank


class BroughtDelegation(Value):
    """A delegation that takes part.

    Attributes:
        line: where it stands in the file, from 1.
        name: as it is written.
        delegation: the id of the one that is meant; "" for a new one.
        code: of a new one; one is made if it is "".
        participant: what it is; None where the file does not say it.
        group: its regional group; "" where the file does not say it.
    """

    line: int
    name: str
    delegation: str = ""
    code: str = ""
    participant: ParticipantClass | None = None
    group: str = ""


class BroughtEntry(Value):
    """A request for the floor; what is "", None or other is what the file does not say."""

    line: int
    delegation: str
    item: str
    speaker: str = ""
    function: str = ""
    on_behalf_of: str = ""
    rank: Rank = Rank.OTHER
    delivery: Delivery = Delivery.IN_PERSON
    media: str = ""
    language: Language | None = None
    received_at: datetime | None = None


class BroughtItem(Value):
    """An agenda item."""

    line: int
    symbol: str
    title: str


class BroughtMeeting(Value):
    """A plenary meeting; times are UTC, `items` are symbols."""

    line: int
    starts: datetime
    ends: datetime
    items: tuple[str, ...] = ()


class BroughtEvent(Value):
    """An event beside the meetings; times are UTC."""

    line: int
    title: str
    starts: datetime
    ends: datetime | None = None
    room: str = ""
    online: bool = False


class BroughtDraft(Value):
    """A draft; `sponsor` is the id of a delegation, or Co-Chairs in words."""

    line: int
    symbol: str
    title: str
    item: str = ""
    sponsor: str = ""


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    REFUSED = "refused"
    SKIPPED = "skipped"


class Verdict(Value):
    """What becomes of one row.

    Attributes:
        what: of whom or of what it is, in words.
        why: the reason, or what changes; "" where there is nothing to say.
        remedy: how a refusal may be met.
        key: what it names, so that the next file of its kind can be compared; "" if nothing.
        delegation: the id of the delegation it is about; "" if it is about none.
    """

    line: int
    fate: Fate
    what: str
    why: str = ""
    remedy: Remedy = Remedy.NONE
    key: str = ""
    delegation: str = ""


class Judged(Value):
    """What the rules say of one row.

    Attributes:
        events: what records it.
        objections: what the officer may overrule: why it is refused, and what else to do.
        what, why, key, delegation: as of `Verdict`.
    """

    fate: Fate
    what: str
    why: str = ""
    events: tuple[Event, ...] = ()
    objections: tuple[tuple[str, str], ...] = ()
    key: str = ""
    delegation: str = ""


def runs(lines: Iterable[int]) -> str:
    """Numbers of lines in few words: `2-131 133`."""
    found: list[list[int]] = []
    for line in sorted(set(lines)):
        if found and line == found[-1][1] + 1:
            found[-1][1] = line
        else:
            found.append([line, line])
    return " ".join(str(a) if a == b else f"{a}-{b}" for a, b in found)


def lines_of(text: str) -> frozenset[int]:
    """The numbers that `runs` made a text of."""
    lines: set[int] = set()
    for run in text.split():
        first, _, last = run.partition("-")
        lines.update(range(int(first), int(last or first) + 1))
    return frozenset(lines)
