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
