"""What the app does that is no act: print, theme, bell, preview, the simulated room, quit."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui import medium
from plenary_tui.actions import Page
from plenary_tui.actions.action import Task
from plenary_tui.apps.no_room import NoRoom
from plenary_tui.apps.opener import NotOpened, Opener
from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.screens.list_desk import is_asking
from plenary_tui.screens.officer import Officer
from plenary_tui.screens.palette import open_palette
from plenary_tui.screens.picks import Choice, Pick
from plenary_tui.settings import SET_ANOTHER, Settings
from plenary_tui.settings import THEMES as NAMES
from plenary_tui.views.drafts import printed_decisions
from plenary_tui.views.paper import printed_list
from plenary_tui.widgets.themes import THEMES

if TYPE_CHECKING:
    from plenary_tui.screens.pane import WebcastScreen


WriteRecord = Callable[[Path], tuple[Path, str]]
"""Writes the record of the last meeting in a folder of its own below one; that folder, and what
is said of it. Raises `Explained`."""


class Services:
    """The services of one app.

    Attributes:
        settings: as they are now.
        keep_settings: called with the settings when they change.
        preview: the webcast operator's screen, while the officer looks at it.
    """

    def __init__(
        self,
        officer: Officer,
        *,
        room: NoRoom,
        settings: Settings,
        keep_settings: Callable[[Settings], None],
        print_folder: Path,
        open_file: Opener | None,
        write_record: WriteRecord | None,
    ) -> None:
        """Make the services; arguments as of the app."""
        self._officer = officer
        self._room = room
        self.settings = settings
        self.keep_settings = keep_settings
        self._print_folder = print_folder
        self._open_file = open_file
        self._record_into = write_record
        self.preview: WebcastScreen | None = None

    def serve(self, service: str) -> None:
        """Do the service of that name; nothing if there is none."""
        match service:
            case Task.PRINT_LIST:
                self._print_list()
            case Task.PRINT_DECISIONS:
                text = printed_decisions(self._officer.conference, self._officer.now)
                self._write("decisions", text, "The record of decisions")
            case Task.WRITE_RECORD:
                self._write_record()
            case Task.THEME:
                self._next_theme()
            case Task.BELL:
                self._keep(replace(self.settings, bell=not self.settings.bell))
                self._officer.say(f"The bell is {'on' if self.settings.bell else 'off'}.")
            case Page.WEBCAST:
                self._preview_webcast()
            case Page.PALETTE:
                open_palette(self._officer.podium.app)
            case Task.SIMULATED_ROOM:
                self._room.toggle(self._officer)
                self._officer.tick()
            case Task.QUIT:
                self.quit()

    def quit(self) -> None:
        """Close the podium; ask first while a meeting is in session."""
        if not self._officer.conference.in_session:
            self._officer.close_podium()
            return
        choices = (
            Choice(False, "Stay", "", "n"),
            Choice(True, "Close the podium", "everything is kept; a running clock goes on", "y"),
        )
        title, why = "Close the podium?", "The meeting is in session."
        if is_asking(self._officer.podium):
            title = "Close this desk?"
            why += " It goes on where the podium in charge is; what waits here stays asked."
            choices = choices[0], Choice(True, "Close the desk", "the podium is not closed", "y")

        def chosen(close: bool | None) -> None:
            if close:
                self._officer.close_podium()

        self._officer.podium.app.push_screen(Pick(title, why, choices), chosen)

    def _next_theme(self) -> None:
        theme = NAMES[(NAMES.index(self.settings.theme) + 1) % len(NAMES)]
        self._keep(replace(self.settings, theme=theme))
        self._officer.podium.app.theme = THEMES[theme].name
        self._officer.say(f"Theme: {theme}")

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        self.keep_settings(settings)

    def _preview_webcast(self) -> None:
        """Show what the webcast operator sees, until it is left."""
        from plenary_tui.screens.pane import WebcastScreen

        def left(_: None) -> None:
            self.preview = None

        preview = self.preview = WebcastScreen(preview=True)
        preview.show(self._officer.conference, self._officer.now)
        self._officer.podium.app.push_screen(preview, left)
        preview.watch(self._officer.podium, "told", preview.say, init=False)

    def _print_list(self) -> None:
        """Write the list that is looked at as plain text, and say where."""
        speakers = self._officer.podium.list_shown
        if speakers is None:
            self._officer.say(
                "There is no list to print. Take up an item first (take-up-item).", "bad"
            )
            return
        symbol = "".join(one for one in speakers.item if one.isalnum())
        text = printed_list(self._officer.conference, speakers, self._officer.now)
        self._write(f"list-{symbol}", text, "The list")

    def _write_record(self) -> None:
        """Write the record of the last meeting, in a thread: it reads the whole journal."""
        if self._record_into is None:
            return
        self._officer.say("The record is being written.")
        work = partial(self._have_recorded, self._record_into)
        self._officer.podium.run_worker(work, thread=True, description="writing the record")

    def _have_recorded(self, write_record: WriteRecord) -> None:
        """Have the record written, say where, and have its folder opened. In a thread."""
        tell = partial(self._officer.call_later, self._officer.say)
        try:
            folder, told = write_record(self._print_folder)
        except Explained as why:
            tell(f"The record was not written: {why}", "bad")
            return
        tell(told, "good")
        if self._open_file is not None:
            with suppress(NotOpened):  # where it is has been said
                self._open_file(folder)

    def _write(self, name: str, text: str, what: str) -> None:
        """Write a text to be printed to a file of that name and the time; say where; open it."""
        when = local(self._officer.conference, self._officer.now.utc)
        path = self._print_folder / f"{name}-{when:%Y%m%d-%H%M%S}.txt"
        try:
            medium.put_file(path, text.encode())
        except OSError as error:
            why = f"{path} cannot be written ({medium.why(error)}). {SET_ANOTHER}"
            self._officer.say(f"{what} was not written: {why}", "bad")
            return
        said = f"{what} was written to {path.name} in the folder {path.parent}"
        if self._open_file is None:
            self._officer.say(f"{said}.", "good")
            return
        self._officer.say(f"{said}, and is being opened.", "good")
        work = partial(self._have_opened, self._open_file, path)
        self._officer.podium.run_worker(work, thread=True, description="opening a file")

    def _have_opened(self, open_file: Opener, path: Path) -> None:
        """Have a file opened, or its folder if it cannot be; say so if neither can. In a thread."""
        try:
            open_file(path)
        except NotOpened as why:
            try:
                open_file(path.parent)
                said = f"{path.name} could not be opened ({why}), but its folder is."
            except NotOpened:
                said = f"{path.name} could not be opened: {why}. It is in {path.parent}."
            self._officer.call_later(self._officer.say, said, "warn")
