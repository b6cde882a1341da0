"""Having acts done on a podium: at once, or through the dialog that asks for what they lack."""

from __future__ import annotations

from collections.abc import Callable

from plenary_tui.procedure.ground.act import Command, Refused, Remedy
from plenary_tui.procedure.ground.naming import search_delegations
from plenary_tui.procedure.meetings.convening import Register
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.screens.act_dialog import LEAVING, ActDialog, Attempt
from plenary_tui.screens.officer import Officer
from plenary_tui.screens.picks import Choice, Pick
from plenary_tui.views.podium.cautions import caution
from plenary_tui.widgets.bottom import Said
from plenary_tui.widgets.fields import Candidate


class Asking:
    """Does acts, asks for their fields, and asks for the remedy of a refusal."""

    def __init__(self, officer: Officer, record: Attempt, serve: Callable[[str], None]) -> None:
        """Ask on one podium.

        Args:
            record: does an act that is complete, and shows it.
            serve: does what is no act, by the id of its service.
        """
        self.officer = officer
        self.podium = officer.podium
        self.record = record
        self.serve = serve

    @property
    def conference(self) -> Conference:
        """The present state."""
        return self.officer.conference

    def do(self, command: Command) -> Refused | None:
        """Do an act, a number in it being one of the list that is looked at; the refusal if not."""
        try:
            return self.record(self.podium.with_ids(command))
        except Refused as refused:
            return refused

    def attempt(self, title: str, command: Command, label: str = "Do it") -> None:
        """Do a complete act; ask first where it changes more for the room than may be meant.

        Args:
            label: the act in a word or two.
        """
        why = caution(self.conference, self.officer.now, command)
        if not why:
            self._do(title, command)
            return

        def chosen(meant: bool | None) -> None:
            if meant:
                self._do(title, command)

        choices = (Choice(False, "Stay", "nothing changes", "n"), Choice(True, label, "", "y"))
        self.podium.app.push_screen(Pick(title, why, choices), chosen)

    def _do(self, title: str, command: Command) -> None:
        """Do a complete act; if its refusal has a remedy, ask for that."""
        refused = self.do(command)
        if refused is None:
            return
        if refused.remedy is Remedy.NONE:
            self.refuse(str(refused))
            return
        given = {name: getattr(command, name) for name in command.model_fields_set}
        self.push(ActDialog(title, command.act, self.do, given=given, refused=refused))

    def ask(
        self,
        title: str,
        act: str,
        asks: tuple[str, ...],
        *,
        given: dict[str, object] | None = None,
        start: dict[str, str] | None = None,
        leaving: str = LEAVING,
        then: Callable[[bool | None], None] = lambda done: None,
    ) -> None:
        """Ask for fields of an act and do it.

        Args:
            leaving: what Escape does, in words.
            then: is told whether it was done.
        """
        search = self._search if "delegation" in asks and act != Register.act else None
        dialog = ActDialog(
            title,
            act,
            self.do,
            asks=asks,
            given=given,
            start=start,
            search=search,
            leaving=leaving,
        )
        self.push(dialog, then)

    def push(
        self, dialog: ActDialog, then: Callable[[bool | None], None] = lambda done: None
    ) -> None:
        """Open a dialog over the podium."""
        self.podium.app.push_screen(dialog, then)

    def refuse(self, why: str) -> None:
        """Say why something was not done."""
        self.podium.say(Said(f"Refused: {why}", "bad"))

    def _search(self, text: str) -> tuple[Candidate, ...]:
        speakers = self.podium.list_shown
        waiting = {one.delegation for one in speakers.waiting} if speakers else set()
        return tuple(
            Candidate(
                one.id,
                one.name,
                f"{one.id}  {one.participant}"
                f"{'' if one.registered else ', not registered'}"
                f"{', on the list already' if one.id in waiting else ''}",
            )
            for one in search_delegations(self.conference, text)
        )
