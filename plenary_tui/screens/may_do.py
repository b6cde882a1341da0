"""What the officer of a station may have done: all, or the acts that its login may ask for."""

from __future__ import annotations

from plenary_tui.actions import Action, Page, line_of
from plenary_tui.actions.action import OPENING
from plenary_tui.actions.registry import in_footer
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.views.wording.not_asked import may_not_ask
from plenary_tui.widgets.bottom import KeysNow


class MayDo(Value):
    """What may be done here.

    Attributes:
        acts: by name; None for all.
    """

    acts: tuple[str, ...] | None = None

    def refusal(self, row: Action) -> Refused | None:
        """Why it may not be done; None if it may. What opens a page may be looked at."""
        if self.acts is None or not row.act or row.act in self.acts or row.id in OPENING:
            return None
        return may_not_ask(row.act)

    def remark(self, row: Action) -> str:
        """What more is said of it where it may be chosen: what it does, or why it may not be."""
        return self.why_not(row) or row.help

    def why_not(self, row: Action) -> str:
        """Why it may not be done, in a sentence; "" if it may."""
        refused = self.refusal(row)
        return "" if refused is None else refused.why

    def line(self, page: Page) -> tuple[str, ...]:
        """What a page's line of keys says; in brackets what may not be done."""
        return tuple(
            f"({said})" if self.refusal(row) is not None else said for row, said in line_of(page)
        )

    def keys(self, conference: Conference) -> KeysNow:
        """What the last line names now; what may not be done stands behind the rest."""
        rows = in_footer(conference)
        closed = [row for row in rows if self.refusal(row) is not None]
        *likely, last = (row for row in rows if row not in closed)
        return KeysNow((*likely, *closed, last), frozenset(row.id for row in closed))
