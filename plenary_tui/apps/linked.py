"""What a link to a server tells the podium, and what it makes of it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from plenary_tui.actions.may_do import may_not_ask
from plenary_tui.apps.acts import Acts
from plenary_tui.apps.charge import Charge
from plenary_tui.apps.noting_alone import NotingAlone
from plenary_tui.procedure.ground.act import Command, Refused
from plenary_tui.procedure.ground.calendar import say_seconds
from plenary_tui.procedure.ground.on_record import Undo
from plenary_tui.procedure.state.text import shown
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.screens.list_desk import show_asked
from plenary_tui.screens.officer import Officer
from plenary_tui.screens.picks import Choice, Pick
from plenary_tui.storage.errors import StorageError
from plenary_tui.storage.link_file import NotInChargeHere
from plenary_tui.views.podium.asked_card import AskedHere, asked_card
from plenary_tui.views.podium.cards import StatusWord
from plenary_tui.views.podium.link_words import (
    LinkStanding,
    charge_words,
    link_word,
    not_connected,
    one_again,
)

if TYPE_CHECKING:
    from plenary_tui.stations.link_beside import LinkBeside
    from plenary_tui.stations.link_state import LinkState
    from plenary_tui.storage.server.requested import Answer, Request


class StepDown(Protocol):
    """Has this podium follow; `fenced` where it still shows what it recorded alone."""

    def __call__(self, *, fenced: bool) -> None: ...


DECIDED_WITHIN = 2.0
"""Seconds for which the link waits for the app before it asks again."""


class Linked:
    """A podium and the link beside it.

    Attributes:
        take_up: called when this machine has come to be in charge.
        step_down: called when another has taken the charge of this one.
        tell_after_crash: called with who else is in charge, "" for none, and what is said of that.
    """

    def __init__(self, officer: Officer, acts: Acts, charge: Charge, link: LinkBeside) -> None:
        """Name them; nothing is started yet."""
        self._officer, self._acts, self._charge, self._link = officer, acts, charge, link
        self._state: LinkState = link.state
        self._alone_from: int | None = None
        self._said = ""
        self._waiting: tuple[str, ...] = ()
        self._behind_from: tuple[int, Instant] | None = None
        self.take_up: Callable[[], None] = lambda: None
        self.step_down: StepDown = lambda *, fenced: None
        self.tell_after_crash: Callable[[str, str], None] = lambda *_: None
        self.poke = link.poke
        self._judged: dict[str, bool | None] = {}
        self._deciding: dict[str, Future[Answer | None]] = {}
        link.decide, link.answered = self._decide_in_turn, self._pass_on_answer
        link.note_alone = NotingAlone(officer, acts, charge).note_in_turn

    def begin(self) -> None:
        """Start the link."""
        self._link.start(self._pass_on)

    def end(self) -> None:
        """End it, once what was recorded last is sent."""
        self._link.stop()

    def word(self) -> StatusWord | None:
        """What the status line says of it."""
        from plenary_tui.stations.link_state import Way

        state = self._state
        if state.way is Way.BEGINNING:
            return None
        behind = max(0, self._officer.conference.seq - state.sent) if state.in_charge else 0
        if not behind:
            self._behind_from = None
        elif self._behind_from is None or self._behind_from[0] != state.sent:
            self._behind_from = state.sent, self._officer.now
        standing = LinkStanding(
            in_charge=state.in_charge,
            reached=state.way is not Way.ALONE,
            fenced=state.way is Way.FENCED,
            since=state.since,
            behind=behind,
            holder=shown(state.holder),
            unheard=state.unheard,
            behind_since=self._behind_from[1] if self._behind_from is not None else None,
        )
        return link_word(standing, self._officer.conference, self._officer.now)

    # what this machine asks of another

    def _show_asked(self) -> None:
        """Show what waits for an answer, where this machine asks at all."""
        from plenary_tui.stations.link_state import Way
        from plenary_tui.stations.outbox import told_fields

        state, podium = self._state, self._officer.podium
        card = None
        if not state.in_charge and state.way not in (Way.BEGINNING, Way.FENCED):
            asked = [
                AskedHere(f"{one.act} {told_fields(one)}", datetime.fromisoformat(one.asked))
                for one in self._link.waiting()
            ]
            reached = state.way is not Way.ALONE
            card = asked_card(asked, self._officer.conference, reached=reached)
        show_asked(podium, card, podium.may_do)

    def look(self) -> None:
        """See what other programs on this machine have asked; called at each tick."""
        if self._state.in_charge:
            return
        waiting = tuple(one.id for one in self._link.waiting())
        if waiting != self._waiting:
            self._waiting = waiting
            self._show_asked()

    def ask(self, command: Command, why: NotInChargeHere) -> Refused | None:
        """Ask the station in charge for an act that the rules allow as far as is known here."""
        from plenary_tui.stations.link_state import Way

        state = self._state
        if state.way is Way.FENCED:
            return Refused(why.why, why.instead)
        if state.may_ask is not None and command.act not in state.may_ask:
            return may_not_ask(command.act)
        try:
            self._link.ask(command, self._officer.conference.seq)
        except StorageError as error:
            return self._acts.not_saved(error)
        self._show_asked()
        who = shown(state.holder) or "the podium, once there is one"
        reached = state.way is Way.LINKED
        self._officer.say(
            f"Asked of {who}: {command.act}."
            if reached
            else f"Noted: {command.act}. It is asked as soon as the server is reached.",
            "plain" if reached else "warn",
        )
        return None

    def means_what_waits(self, command: Command) -> bool:
        """Whether it may take back what was asked here and is not in the journal yet."""
        undoes = isinstance(command, Undo)
        return undoes and not self._state.in_charge and bool(self._link.waiting())

    def _pass_on_answer(self, request: Request, answer: Answer) -> None:
        """Called in the link's thread."""
        self._officer.call_later(self._tell_answer, request, answer)

    def _tell_answer(self, request: Request, answer: Answer) -> None:
        self._show_asked()
        if answer.seq is None:
            self._officer.say(f"Refused, {request.act}: {answer.said}", "bad")
        else:
            self._officer.say(answer.said or f"It is done: {request.act}.", "good")

    # what others ask of this one

    def _decide_in_turn(self, request: Request) -> Answer | None:
        """Have the app decide; called in the link's thread, which looks again if it takes long.

        What the app has not come to yet is waited for again, and never asked of it twice.
        """
        decided = self._deciding.get(request.id)
        if decided is None:
            decided = Future()
            if not self._officer.call_later(self._decide, request, decided):
                return None
            self._deciding[request.id] = decided
        try:
            answer = decided.result(DECIDED_WITHIN)
        except TimeoutError:
            return None
        del self._deciding[request.id]
        return answer

    def _decide(self, request: Request, decided: Future[Answer | None]) -> None:
        """Decide, and have it answered before it is shown here: the other waits for that."""
        from plenary_tui.storage.server.requested import Answer

        try:
            answer = self._decision(request)
        except StorageError as error:
            decided.set_result(None)
            self._acts.not_saved(error)
            return
        except Refused as refused:
            answer = Answer(None, refused.when_typed)
        except Exception as error:  # whatever it fails with: it would end every podium that opens
            answer = Answer(None, f"The podium's program failed on it: {error!r}.")
            told = f"What {shown(request.station)} asked failed here: {request.act}, {error!r}."
            self._officer.say(told, "bad")
        decided.set_result(answer)
        if answer is not None and answer.seq is not None:
            self._officer.murmur(f"From {shown(request.station)}: {answer.said}", "good")
            self._officer.tick()

    def _decision(self, request: Request) -> Answer | None:
        """Record what is asked, or refuse it; None while the officer is to say."""
        from plenary_tui.stations.outbox import command_of, may_mean_another
        from plenary_tui.storage.server.requested import Answer

        if not self._charge.taken:
            return None
        command = command_of(request)
        own = (one.id for one in self._link.waiting())  # noted before this machine was in charge
        if self._acts.is_called(request.station) and request.id not in own:
            raise Refused(
                "That machine has the name of the podium's, by which their acts are told apart.",
                "Join the conference there again with --station NAME.",
            )
        if may_mean_another(request, self._officer.conference.seq):
            if request.id not in self._judged:
                if None in self._judged.values():
                    return None  # one question at a time, however many stations come back at once
                self._judged[request.id] = None
                self._put_to_the_officer(request)
            if (judged := self._judged[request.id]) is None:
                return None
            if not judged:
                return Answer(None, "The podium refused it, for others had acted since.")
        waited = timedelta(seconds=request.waited)
        command = command.as_it_was_received(waited, self._officer.now)
        receipt = self._acts.dispatch(command, request.station, request.id)
        return Answer(receipt.seq, str(receipt))

    def _put_to_the_officer(self, request: Request) -> None:
        from plenary_tui.stations.outbox import told_fields

        text = (
            f"{shown(request.station)} asked for it {say_seconds(request.waited)} ago, and others "
            f"have acted since: it may mean something else by now.\n\n"
            f"{request.act} {shown(told_fields(request))}"
        )
        choices = (
            Choice(True, "Do it", "as it was asked", "y"),
            Choice(False, "Refuse it", "the station is told", "n"),
        )

        def chosen(do_it: bool | None) -> None:
            self._judged[request.id] = bool(do_it)
            self.poke()

        question = Pick("ASKED SOME TIME AGO", text, choices)
        self._officer.podium.app.push_screen(question, chosen)

    # how the link is

    def _pass_on(self, state: LinkState) -> None:
        """Called in the link's threads."""
        self._officer.call_later(self._take, state)

    def _take(self, state: LinkState) -> None:
        """Show what the link knows, and act on it."""
        from plenary_tui.stations.link_state import Way

        before, self._state = self._state, state
        if state.way is Way.ALONE and self._alone_from is None:
            self._alone_from = state.sent
            if not state.in_charge:  # also on pages that lie over the status line
                since = not_connected(state.since, self._officer.conference)
                self._officer.say(f"{since} {state.trouble}".strip(), "bad")
        elif state.way is Way.LINKED and self._alone_from is not None:
            passed_on = max(0, state.sent - self._alone_from)
            self._alone_from = None
            self._officer.say(one_again(passed_on, in_charge=state.in_charge), "good")
        if state.trouble and state.way is Way.LINKED and state.trouble != self._said:
            self._officer.say(state.trouble, "bad")
        self._said = state.trouble
        fenced = state.way is Way.FENCED
        if (fenced and before.way is not Way.FENCED) or (self._was_taken(before) and not fenced):
            self.step_down(fenced=fenced)
            self._tell_fenced(state)
        elif state.in_charge and not self._charge.taken:
            self._acts.catch_up()
            self.take_up()
        if state.way is not Way.BEGINNING:
            elsewhere = "" if state.in_charge else shown(state.holder)
            self.tell_after_crash(
                elsewhere, charge_words(elsewhere, reached=state.way is not Way.ALONE)
            )
        self._officer.podium.offer_only(None if state.in_charge else state.may_ask)
        self._show_asked()
        self._officer.tick()

    def _was_taken(self, before: LinkState) -> bool:
        """Whether another took charge of a podium all of whose records it had."""
        return before.in_charge and not self._state.in_charge and bool(self._state.holder)

    def _tell_fenced(self, state: LinkState) -> None:
        from plenary_tui.stations.link_state import Way

        who = shown(state.holder) or "Another station"
        text = f"{who} has taken charge of this conference. Nothing is recorded here any more. "
        if state.way is Way.FENCED:
            strays = f"{state.strays} {'record' if state.strays == 1 else 'records'}"
            text += (
                f"What was recorded here alone ({strays}) is kept, on the server and on this "
                "machine; it is not in the journal. Close this podium, and open it again to follow "
                "the other: both list then what it was, and each of it can be done again by a key."
            )
        else:
            text += (
                "Nothing of it is lost: this machine follows, counts down by the clock of the "
                "other, and asks for what is done here."
            )
        choices = (Choice("read", "I have read this", "", "k"),)
        told = Pick("ANOTHER PODIUM IS IN CHARGE", text, choices)
        self._officer.podium.app.push_screen(told)
