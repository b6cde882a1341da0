"""A point of order from the podium: the clock stands at the key, and then it is said by whom."""

from __future__ import annotations

from plenary_tui.procedure.pending import unnamed_point
from plenary_tui.procedure.point_changes import WithdrawPoint
from plenary_tui.procedure.points import RaisePoint
from plenary_tui.screens.asking import Asking

WHO = "Point of order: by whom?"
NONE_RAISED = "Escape nobody raised one: the clock goes on"


def raise_point(asking: Asking) -> None:
    """Record at once that a point was raised, and ask by whom; Escape takes it back.

    It is then as if it had not been recorded: the time meanwhile was spoken.
    """
    refused = asking.host.attempt(RaisePoint())
    if refused is not None:
        asking.refuse(str(refused))
        return
    raised = unnamed_point(asking.conference)

    def answered(done: bool | None) -> None:
        if done or raised is None or unnamed_point(asking.conference) != raised:
            return
        refused = asking.host.attempt(WithdrawPoint(mistaken=True))
        if refused is not None:
            asking.refuse(str(refused))

    asking.ask(WHO, "name-point", ("delegation",), leaving=NONE_RAISED, then=answered)
