"""What the officer of a station may have done: all, or the acts that its login may ask for."""

from __future__ import annotations

from plenary_tui.actions.action import OPENING, Action, Page
from plenary_tui.actions.reached import line_of
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.speakers.inscription import Inscribe
from plenary_tui.procedure.state.frozen import Value


def may_not_ask(act: str) -> Refused:
    """The refusal of an act that this station's login may not ask for."""
    return Refused(
        f"This station may not ask for {act}.",
        "The podium does it; who else may, whoever looks after the server says.",
    )


class MayDo(Value):
    """What may be done here.

    Attributes:
        acts: by name; None for all.
    """

    acts: tuple[str, ...] | None = None

    @property
    def is_list_desk(self) -> bool:
        """Whether the station is there for the list: it asks for some acts, and inscribes."""
        return self.acts is not None and Inscribe.act in self.acts

    def refusal(self, row: Action) -> Refused | None:
        """Why it may not be done; None if it may. What opens a page may be looked at."""
        if self.acts is None or not row.act or row.act in self.acts or row.id in OPENING:
            return None
        return may_not_ask(row.act)

    def why_not(self, row: Action) -> str:
        """Why it may not be done, in a sentence; "" if it may."""
        refused = self.refusal(row)
        return "" if refused is None else refused.why

    def remark(self, row: Action) -> str:
        """What more is said of it where it may be chosen: what it does, or why it may not be."""
        return self.why_not(row) or row.help

    def line(self, page: Page) -> tuple[str, ...]:
        """What a page's line of keys says; in brackets what may not be done."""
        return tuple(f"({said})" if self.why_not(row) else said for row, said in line_of(page))
