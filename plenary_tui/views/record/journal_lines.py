"""The journal as JSON Lines: a line a row, with its hash; private matters only for the office.

Kinds are public because they are named here: one that nobody has thought about is withheld.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from plenary_tui.views.public.view import in_one_line
from plenary_tui.views.record.facts import Made
from plenary_tui.views.record.sheet import foot

Row = tuple[int, int, str, float, str, str, str, str, str]
"""seq, act, utc, steady, boot, station, kind, payload, hash: a row of the journal as stored."""

PUBLIC = frozenset(
    (
        *("conference convened", "delegation registered", "podium opened", "podium closed"),
        *("meeting opened", "meeting suspended", "meeting resumed", "meeting adjourned"),
        *("meeting end set", "on air set", "presence counted", "quorum base set"),
        *("chair taken", "speaker named"),
        *("committee convened", "committee rose", "committee reported"),
        *("item added", "item edited", "meeting planned", "meeting moved", "delegation corrected"),
        *("item taken up", "stage reached", "limit set", "reply limits set"),
        *("list opened", "list closed", "list carried over", "tier turn set", "tier turns ended"),
        *("inscribed", "entry edited", "withdrawn", "aligned", "alignment withdrawn"),
        *("floor given", "call taken back", "clock started", "clock paused", "clock resumed"),
        *("clock adjusted", "time extended", "statement ended", "statement corrected"),
        *("reply requested", "reply withdrawn", "reply granted"),
        *("point raised", "point named", "point ruled", "point withdrawn"),
        *("motion moved", "motion spoken on", "motion decided", "motion dropped"),
        *("document tabled", "document corrected", "document revised", "document advanced"),
        *("document translated", "document taken up", "document acted on", "vote corrected"),
        *("motion vote corrected", "appeal vote corrected"),
        *("sponsor added", "sponsor left"),
        *("side event added", "side event changed", "side event cancelled"),
        *("undone", "redone"),
    )
)
"""Kinds of rows that may leave the house."""
WITHHELD = frozenset(
    (
        *("noted", "called to order", "overruled", "marked absent", "moved", "swapped"),
        *("ready marked", "rows taken over", "asked"),
        *("acts recorded alone", "act alone done again", "act alone left undone"),
    )
)
"""Kinds that may not: what they record is the officer's."""
_FIELDS = frozenset(
    (
        *("note", "moved_because", "moved because", "absences", "ready"),
        *("out_of_order", "override", "reason", "what", "calls_to_order", "steady", "boot"),
    )
)
"""Names of private fields, wherever in a row; `what` tells an act that was taken back in words."""
_SAID_ALOUD = "meeting suspended"
"""The kind whose reason the whole room hears."""


def journal_lines(rows: Sequence[Row], made: Made, *, internal: bool) -> str:
    """The rows, and at the end the foot.

    Args:
        internal: with everything, so that whoever has the file can reckon the chain again.
    """
    lines = [_whole(row) if internal else _public(row) for row in rows]
    lines.append({"foot": foot(made)})
    return "".join(f"{in_one_line(line)}\n" for line in lines)


def _whole(row: Row) -> dict[str, Any]:
    names = ("seq", "act", "utc", "steady", "boot", "station", "kind", "payload", "hash")
    return dict(zip(names, row, strict=True))


def _public(row: Row) -> dict[str, Any]:
    seq, act, utc, _, _, _, kind, payload, hash_ = row
    if kind not in PUBLIC:
        return {"seq": seq, "act": act, "utc": utc, "withheld": True, "hash": hash_}
    said = msgspec.json.decode(payload)
    event = _without_private(said)
    if kind == _SAID_ALOUD and "reason" in said:
        event["reason"] = said["reason"]
    return {"seq": seq, "act": act, "utc": utc, "kind": kind, "event": event, "hash": hash_}


def _without_private(value: Any) -> Any:
    """A value of JSON without its private fields."""
    if isinstance(value, dict):
        return {key: _without_private(part) for key, part in value.items() if key not in _FIELDS}
    if isinstance(value, list):
        return [_without_private(part) for part in value]
    return value
