"""What shows the present: the podium, the preview, the window's title, and the bell."""

from __future__ import annotations

from collections.abc import Callable

from plenary_tui.apps.clocks import Bell
from plenary_tui.apps.services import Services
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.screens.podium import Podium
from plenary_tui.views.podium.cards import StatusWord, window_title
from plenary_tui.views.wording.clock_face import clock_face


class Display:
    """All that shows the conference on one podium.

    Attributes:
        title: the title of the terminal's window.
        bell: knows when to ring.
    """

    def __init__(
        self,
        podium: Podium,
        services: Services,
        bell: Bell,
        *,
        ring: Callable[[], None],
        entitle: Callable[[str], None],
    ) -> None:
        """Name what shows.

        Args:
            ring: rings.
            entitle: gives the terminal's window a title.
        """
        self._podium = podium
        self._services = services
        self.bell = bell
        self._ring = ring
        self._entitle = entitle
        self.title = ""

    def show(
        self, conference: Conference, now: Instant, *, saved: bool, room: StatusWord | None
    ) -> None:
        """Show the conference as of now.

        Args:
            saved: whether the last act is on disk.
            room: what is said of the simulated room; None if there is none.
        """
        if not self._podium.is_mounted:
            return
        self._podium.show(conference, now, saved=saved, room=room)
        if self._services.preview is not None:
            self._services.preview.show(conference, now)
        title = window_title(conference, clock_face(conference, now))
        if title != self.title:
            self.title = title  # not the app's own title, whose change repaints everything
            self._entitle(title)
        if self.bell.rings(conference, now) and self._services.settings.bell:
            self._ring()
