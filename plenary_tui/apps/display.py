"""What shows the present: the podium, the preview, the window's title, and the bell."""

from __future__ import annotations

from typing import Any

from textual.app import App

from plenary_tui.apps.clocks import Bell
from plenary_tui.apps.index import Index
from plenary_tui.apps.services import Services
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.text import shown
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.screens.officer import Officer
from plenary_tui.views.podium.cards import StatusWord, window_title
from plenary_tui.views.wording.clock_face import clock_face


class Display:
    """All that shows the conference on one podium.

    Attributes:
        title: the title of the terminal's window.
        bell: knows when to ring.
        saved: whether the last act is on disk.
    """

    def __init__(self, officer: Officer, services: Services, bell: Bell) -> None:
        """Name what shows."""
        self._officer = officer
        self._services = services
        self.bell = bell
        self._index = Index(officer)
        self.title = ""
        self.saved = True

    def show(self, conference: Conference, now: Instant, room: StatusWord | None) -> None:
        """Show the conference as of now.

        Args:
            room: what is said of the simulated room; None if there is none.
        """
        podium = self._officer.podium
        if not podium.stands:
            return
        self._index.keep(conference)
        podium.show(conference, now, saved=self.saved, room=room)
        if self._services.preview is not None:
            self._services.preview.show(conference, now)
        title = window_title(conference, clock_face(conference, now, officer=True))
        if title != self.title:
            self.title = title  # not the app's own title, whose change repaints everything
            entitle(podium.app, title)
        if self.bell.rings(conference, now) and self._services.settings.bell:
            podium.app.bell()


def entitle(app: App[Any], title: str) -> None:
    """Give the terminal's window a title, where there is one."""
    if app._driver is not None and not app.is_headless:
        app._driver.write(f"\x1b]2;{shown(title)}\x07")
