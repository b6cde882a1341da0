"""The index of names, made beside the screen whenever the delegations change.

A letter typed in a dialog finds it made, with 200 delegations and with 5,000. Apart from the
display, which shows and knows no threads.
"""

from __future__ import annotations

from plenary_tui.procedure.ground.known_names import known_names
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.screens.officer import Officer


class Index:
    """Keeps the names of the conference that is shown ready to be looked up."""

    def __init__(self, officer: Officer) -> None:
        self._officer = officer
        self._of: object = None

    def keep(self, conference: Conference) -> None:
        """Have the names made, in a thread, if the delegations are others than before."""
        delegations = conference.delegations
        if delegations is not self._of:
            self._of = delegations
            self._officer.podium.app.run_worker(
                lambda: known_names(delegations).warm(),
                thread=True,
                group="beside",
                description="names of delegations",
            )
