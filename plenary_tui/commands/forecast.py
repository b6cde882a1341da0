"""`plenary forecast`: who will speak when and who will not be reached; nothing is written."""

from __future__ import annotations

from plenary_tui.commands.failures import DONE
from plenary_tui.commands.invocation import Invocation
from plenary_tui.commands.output import say, say_json
from plenary_tui.commands.status import read_conference


def forecast(invocation: Invocation) -> int:
    """Print the forecast, as text or JSON; the exit status."""
    from plenary_tui.views.forecast.outlook import forecast_report, take_outlook

    conference, now = read_conference(invocation)
    if invocation.json:
        say_json(take_outlook(conference, now).to_json())
    else:
        say(forecast_report(conference, now))
    return DONE
