"""The lobby: what a first run offers, before there is a conference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from plenary_tui import medium
from plenary_tui.apps.shell import DIALOGS, Shell
from plenary_tui.clock import today
from plenary_tui.exchange.pack import built_in_packs
from plenary_tui.paths import Paths
from plenary_tui.rehearsal.preparing import Beginning, MakeNew, OpenOne, Rehearse
from plenary_tui.screens.picks import AskLine, Choice, Pick
from plenary_tui.settings import Settings
from plenary_tui.widgets.big_type import BigType
from plenary_tui.widgets.panels import HEIGHTS, WIDTHS

if TYPE_CHECKING:
    from plenary_tui.exchange.founding.drafting import Drafting

WELCOME = (
    "No conference has been set up on this computer yet. A rehearsal changes nothing else: "
    "it runs the sample conference COP12 in a database of its own."
)


class LobbyApp(Shell[Beginning]):
    """Answers how to begin; None if nothing was chosen."""

    CSS_PATH: ClassVar = ["podium.tcss", DIALOGS]
    TITLE = "plenary"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,ctrl+q", "leave", show=False)]

    def __init__(
        self,
        *,
        paths: Paths,
        settings: Settings,
        report: Callable[[Exception], str],
        trouble: Callable[[Beginning], Sequence[str]] = lambda begun: (),
        today: Callable[[], date] = today,
    ) -> None:
        """Make the app; `trouble` says in lines what stands against a way to begin."""
        super().__init__(settings=settings, report=report)
        self._paths = paths
        self._trouble = trouble
        self._today = today

    def compose(self) -> ComposeResult:
        """The program's name above what is asked, where there is room."""
        name = BigType(id="name")
        name.text = self.TITLE
        yield name

    def on_mount(self) -> None:
        """Ask."""
        self._ask()

    def _ask(self) -> None:
        choices = (
            Choice("rehearse", "Rehearse COP12", "nothing can go wrong", "r"),
            Choice("new", "New conference from a pack", "COP12, or a folder of yours", "n"),
            Choice("open", "Open a database", "a conference made before", "o"),
            Choice("own", "New conference of your own", "a few questions, with answers ready", "c"),
        )
        self.push_screen(Pick("plenary", WELCOME, choices), self._chosen)

    def _chosen(self, how: str | None) -> None:
        match how:
            case "rehearse":
                self.exit(Rehearse())
            case "own":
                self._own()
            case "new":
                packs = ", ".join(built_in_packs())
                title = f"Which pack? A folder, or one built in: {packs}"
                hint = "`plenary check` with the pack's name prints all."
                self.push_screen(AskLine(title, "cop12", self._wrong_pack, hint), self._pack)
            case "open":
                title = "Which database? Its path:"
                default = str(self._paths.default)
                self.push_screen(AskLine(title, default, self._wrong_database), self._database)
            case _:
                self.exit(None)

    def _own(self) -> None:
        """Ask for a conference; first whether answers that were kept are to be taken up."""
        from plenary_tui.exchange.founding.drafting import Drafting

        draft = Drafting(self._paths.data, self._today())
        if not draft.typed:
            self._ask_for(draft)
            return

        def chosen(goes_on: bool | None) -> None:
            if goes_on is None:
                self._ask()
                return
            if not goes_on:
                draft.begin_anew()
            self._ask_for(draft)

        name = draft.typed.get("name", "a conference")
        text = f"{len(draft.typed)} answers for “{name}” were kept from last time."
        choices = (
            Choice(True, "Go on with them", "", "g"),
            Choice(False, "Begin anew", "they are forgotten at the first answer", "b"),
        )
        self.push_screen(Pick("Your own conference", text, choices), chosen)

    def _ask_for(self, draft: Drafting) -> None:
        from plenary_tui.screens.own_conference import OwnConference

        self.push_screen(OwnConference(draft), self._asked_for)

    def _asked_for(self, folder: Path | None) -> None:
        if folder is not None:
            self.exit(MakeNew(pack=str(folder), asked_for=True))
        else:
            self._ask()

    def _wrong_pack(self, name: str) -> Sequence[str]:
        return self._trouble(MakeNew(pack=_path(name)))

    def _wrong_database(self, name: str) -> Sequence[str]:
        return self._trouble(OpenOne(path=Path(_path(name))))

    def _pack(self, name: str | None) -> None:
        if name:
            self.exit(MakeNew(pack=_path(name)))
        else:
            self._ask()

    def _database(self, path: str | None) -> None:
        if path:
            self.exit(OpenOne(path=Path(_path(path))))
        else:
            self._ask()

    def action_leave(self) -> None:
        """Choose nothing."""
        self.exit(None)


def _path(typed: str) -> str:
    """A path as typed, its `~` being the officer's own folder."""
    return medium.with_home(typed)
