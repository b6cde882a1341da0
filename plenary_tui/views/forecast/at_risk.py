"""Why a row says `may slip`, `may not be heard` or `not reached`: what is expected, in a word.

The rule behind the words is `risk_of` (plenary_tui/forecast/reach.py).
"""

from __future__ import annotations

from plenary_tui.forecast.reach import Expected, Reach, Risk

MAY_SLIP, MAY_NOT = "may slip", "may not be heard"
"""What is said of those at risk: to come only in the next meeting, or in none."""
NOT_REACHED = "not reached"
"""What is said of those for whom no meeting is left."""


def remark(one: Expected) -> str:
    """What is to be noticed about one that waits; "" if nothing."""
    match one.at_risk_of:
        case Risk.SLIPPING:
            return MAY_SLIP
        case Risk.NOT_HEARD:
            return MAY_NOT
        case None:
            return NOT_REACHED if one.reach is Reach.NOT else ""


def mark(one: Expected) -> str:
    """The sign of those at risk, where there is no room for words; "" for none."""
    match one.at_risk_of:
        case Risk.SLIPPING:
            return "~"
        case Risk.NOT_HEARD:
            return "!"
        case None:
            return ""
