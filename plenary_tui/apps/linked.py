"""What a link to a server tells the podium, and what it makes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from plenary_tui.apps.acts import Acts
from plenary_tui.apps.charge import Charge
from plenary_tui.procedure.state.text import shown
from plenary_tui.screens.officer import Officer
from plenary_tui.screens.picks import Choice, Pick
from plenary_tui.views.podium.cards import StatusWord
from plenary_tui.views.podium.link_words import LinkStanding, link_word, one_again

if TYPE_CHECKING:
    from plenary_tui.stations.link_beside import LinkBeside, LinkState


class Linked:
    """A podium and the link beside it.

    Attributes:
        take_up: called when this machine has come to be in charge.
    """

    def __init__(self, officer: Officer, acts: Acts, charge: Charge, link: LinkBeside) -> None:
        """Name them; nothing is started yet."""
        self._officer, self._acts, self._charge, self._link = officer, acts, charge, link
        self._state: LinkState = link.state
        self._alone_from: int | None = None
        self._said = ""
        self.take_up: Callable[[], None] = lambda: None
        self.poke = link.poke

    def begin(self) -> None:
        """Start the link."""
        self._link.start(self._pass_on)

    def end(self) -> None:
        """End it, once what was recorded last is sent."""
        self._link.stop()

    def word(self) -> StatusWord | None:
        """What the status line says of it."""
        from plenary_tui.stations.link_beside import Way

        state = self._state
        if state.way is Way.BEGINNING:
            return None
        behind = max(0, self._officer.conference.seq - state.sent) if state.in_charge else 0
        standing = LinkStanding(
            in_charge=state.in_charge,
            reached=state.way is not Way.ALONE,
            fenced=state.way is Way.FENCED,
            since=state.since,
            behind=behind,
            holder=shown(state.holder),
        )
        return link_word(standing, self._officer.conference, self._officer.now)

    def _pass_on(self, state: LinkState) -> None:
        """Called in the link's threads."""
        self._officer.call_later(self._take, state)

    def _take(self, state: LinkState) -> None:
        """Show what the link knows, and act on it."""
        from plenary_tui.stations.link_beside import Way

        before, self._state = self._state, state
        if state.way is Way.ALONE and self._alone_from is None:
            self._alone_from = state.sent
        elif state.way is Way.LINKED and self._alone_from is not None:
            passed_on = max(0, state.sent - self._alone_from)
            self._alone_from = None
            self._officer.say(one_again(passed_on, in_charge=state.in_charge), "good")
        if state.trouble and state.way is Way.LINKED and state.trouble != self._said:
            self._officer.say(state.trouble, "bad")
        self._said = state.trouble
        if state.way is Way.FENCED and before.way is not Way.FENCED:
            self._charge.lost()
            self._tell_fenced(state)
        elif state.in_charge and not self._charge.taken:
            self._acts.catch_up()
            self.take_up()
        self._officer.tick()

    def _tell_fenced(self, state: LinkState) -> None:
        strays = f"{state.strays} {'record' if state.strays == 1 else 'records'}"
        text = (
            f"{shown(state.holder) or 'Another station'} has taken charge of this conference. "
            f"Nothing is recorded here any more. What was recorded here alone ({strays}) is kept, "
            "on the server and on this machine; it is not in the journal. Close this podium, and "
            "open it again to follow the other."
        )
        choices = (Choice("read", "I have read this", "", "k"),)
        told = Pick("ANOTHER PODIUM IS IN CHARGE", text, choices)
        self._officer.podium.app.push_screen(told)
