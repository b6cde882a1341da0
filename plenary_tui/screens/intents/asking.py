"""Having acts done on a podium: at once, or through the dialog that asks for what they lack."""

from __future__ import annotations

from collections.abc import Callable

from plenary_tui.actions import Action, in_keys
from plenary_tui.actions.typed import amended, given_to
from plenary_tui.procedure.ground.act import Command, Refused, Remedy
from plenary_tui.procedure.ground.naming import is_in_doubt, search_delegations
from plenary_tui.procedure.meetings.convening import Register
from plenary_tui.procedure.speakers.numbering import NAME_AN_ENTRY
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.screens.act_dialog import LEAVING, ActDialog, Attempt
from plenary_tui.screens.live import where_in_dialog
from plenary_tui.screens.officer import Officer
from plenary_tui.screens.picks import Pick, stay_or_do
from plenary_tui.views.podium.cautions import caution
from plenary_tui.widgets.bottom import Said
from plenary_tui.widgets.fields import Candidate

CHOOSE_A_ROW = "Choose a row and press [row-menu] for what can be done with it."
"""What is done on screen where an entry would be named."""


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

        What cannot be done is refused before anything is asked; what is to be confirmed is asked
        in the same question.

        Args:
            label: the act in a word or two.
        """
        refused = self._refusal(command)
        if refused is not None and refused.remedy is Remedy.NONE:
            self._refuse_key(refused)
            return
        why = self._caution(command)
        meant = command
        if refused is not None and refused.remedy is Remedy.CONFIRM:
            why = "\n".join(part for part in (why, self._in_keys(refused)) if part)
            meant = amended(command, confirm=True)
        if why:
            self.ask_whether(title, why, label, lambda: self._do(title, meant))
        else:
            self._do(title, command)

    def unless_meant(self, line: str, command: Command, do: Callable[[Command], None]) -> None:
        """Have an act that was typed done; ask first where it changes much for the room.

        Once it is asked, what was a number in it is whoever the question was about.
        """
        why = self._caution(command) if self._refusal(command) is None else ""
        if not why:
            do(command)
            return
        meant = self.podium.with_ids(command)
        self.ask_whether(line, why, "Do it", lambda: do(meant))

    def ask_whether(self, title: str, why: str, label: str, do: Callable[[], None]) -> None:
        """Ask whether something is meant; Enter and Escape leave everything as it is."""
        self.podium.app.push_screen(
            stay_or_do(title, why, label), lambda meant: do() if meant else None
        )

    def _refusal(self, command: Command) -> Refused | None:
        """Why an act could not be done as things stand; None if it could."""
        try:
            self.podium.with_ids(command).decide(self.conference, self.officer.now)
        except Refused as refused:
            return refused
        return None

    def _caution(self, command: Command) -> str:
        """What is to be said before an act that could be done; "" for nothing."""
        try:
            meant = self.podium.with_ids(command)
        except Refused:
            return ""
        return caution(self.conference, self.officer.now, meant)

    def _question(self, title: str, label: str, command: Command) -> Pick[bool] | None:
        """What is asked once a dialog has all that the act needs; None for nothing."""
        why = self._caution(command) if self._refusal(command) is None else ""
        return stay_or_do(title, why, label) if why else None

    def _in_keys(self, refused: Refused) -> str:
        """A refusal, with the keys that work once its question is left."""
        return in_keys(str(refused), where_in_dialog(self.podium))

    def _do(self, title: str, command: Command) -> None:
        """Do a complete act; if its refusal has a remedy, ask for that."""
        refused = self.do(command)
        if refused is None:
            return
        if refused.remedy is Remedy.NONE:
            self._refuse_key(refused)
            return
        given = given_to(command)
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
        label: str = "Do it",
        careful: bool = False,
        then: Callable[[bool | None], None] = lambda done: None,
    ) -> None:
        """Ask for fields of an act and do it.

        Args:
            leaving: what Escape does, in words.
            label: the act in a word or two.
            careful: whether Enter does nothing just after the key that opened it.
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
            question=lambda command: self._question(title, label, command),
            careful=careful,
        )
        self.push(dialog, then)

    def push(
        self, dialog: ActDialog, then: Callable[[bool | None], None] = lambda done: None
    ) -> None:
        """Open a dialog over the podium."""
        self.podium.app.push_screen(dialog, then)

    def may(self, asked: Action) -> bool:
        """Whether it may be done here at all; if not, it is said why."""
        refused = self.podium.may_do.refusal(asked)
        if refused is not None:
            self.refuse(str(refused))
        return refused is None

    def refuse(self, why: str) -> None:
        """Say why something was not done."""
        self.podium.say(Said(f"Refused: {why}", "bad"))

    def _refuse_key(self, refused: Refused) -> None:
        """Say why what a key asked for was not done: nothing is named by a key."""
        self.refuse(str(refused).replace(NAME_AN_ENTRY, CHOOSE_A_ROW))

    def _search(self, text: str) -> tuple[Candidate, ...]:
        speakers = self.podium.list_shown
        doubtful = is_in_doubt(self.conference, text)
        waiting = {one.delegation for one in speakers.waiting} if speakers else set()
        return tuple(
            Candidate(
                one.id,
                one.name,
                f"{one.id}  {one.participant}"
                f"{'' if one.registered else ', not registered'}"
                f"{', on the list already' if one.id in waiting else ''}",
                doubtful,
            )
            for one in search_delegations(self.conference, text)
        )
