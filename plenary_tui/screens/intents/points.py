"""A point of order from the podium: the clock stands at the key, and then it is said by whom.

Apart from what other acts do: this one is recorded before it is known, and Escape takes it back.
"""

from __future__ import annotations

from plenary_tui.actions.registry import action
from plenary_tui.procedure.floor.points import NamePoint, RaisePoint, WithdrawPoint
from plenary_tui.procedure.ground.pending import unnamed_point
from plenary_tui.screens.intents.asking import Asking

WHO = "Point of order: by whom?"
NONE_RAISED = "Escape nobody raised one: the clock goes on"


def raise_point(asking: Asking) -> None:
    """Record at once that a point was raised, and ask by whom; Escape takes it back.

    It is then as if it had not been recorded: the time meanwhile was spoken.
    """
    refused = asking.record(RaisePoint())
    if refused is not None:
        asking.refuse(str(refused))
        return
    raised = unnamed_point(asking.conference)

    def answered(done: bool | None) -> None:
        if done or raised is None or unnamed_point(asking.conference) != raised:
            return
        refused = asking.record(WithdrawPoint(mistaken=True))
        if refused is not None:
            asking.refuse(str(refused))

    named = action(NamePoint.act)
    asking.ask(WHO, named.act, named.asks, leaving=NONE_RAISED, then=answered)
