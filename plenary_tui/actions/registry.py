"""One registry of all a person can do: keys, footer, help, palette, `:` line and `plenary do`.

Several rows may share a key; the first whose `applies` holds answers it, so that one key starts,
pauses and resumes the clock.
"""

from __future__ import annotations

from plenary_tui.actions import (
    drafts,
    item,
    meeting,
    motions,
    programme,
    record,
    screen,
    speakers_list,
    statement,
)
from plenary_tui.actions.action import Action
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.text import folded

ACTIONS: tuple[Action, ...] = (
    *statement.ACTIONS,
    *motions.ACTIONS,
    *speakers_list.ACTIONS,
    *item.ACTIONS,
    *drafts.ACTIONS,
    *meeting.ACTIONS,
    *programme.ACTIONS,
    *record.ACTIONS,
    *screen.ACTIONS,
)
"""Everything a person can do, in the order of help."""


def action(identity: str) -> Action:
    """The action of that id; KeyError if there is none."""
    return _BY_ID[identity]


def for_key(key: str, conference: Conference) -> Action | None:
    """The action a key does now; if none of its actions applies, the first, to say why not."""
    rows = _BY_KEY.get(key, ())
    return next((row for row in rows if row.applies(conference)), rows[0] if rows else None)


def by_words(typed: str) -> tuple[Action, ...]:
    """The actions that do an act and are looked for by a word; () if none is."""
    wanted = folded(typed)
    return tuple(
        row
        for row in ACTIONS
        if row.act and wanted and wanted in map(folded, (row.label, *row.words))
    )


_BY_ID = {row.id: row for row in ACTIONS}
_BY_KEY: dict[str, tuple[Action, ...]] = {
    key: tuple(row for row in ACTIONS if key in row.keys) for row in ACTIONS for key in row.keys
}
KEYS: tuple[str, ...] = tuple(_BY_KEY)
"""Every key that does something on the podium."""


def in_footer(conference: Conference) -> tuple[Action, ...]:
    """The actions worth a place in the footer now, the likeliest first."""
    shown = [row for row in ACTIONS if row.footer is not None and row.applies(conference)]
    first: dict[str, Action] = {}
    for row in shown:
        first.setdefault(row.keys[0], row)
    return tuple(sorted(first.values(), key=lambda row: row.footer or 0))
