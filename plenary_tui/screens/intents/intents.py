"""What the officer asks for, turned into a command, or first into what completes it."""

from __future__ import annotations

from collections.abc import Callable

from plenary_tui.actions import ACTIONS, Action, Page
from plenary_tui.actions.action import DRAFTS, OF_A_PERSON, Task
from plenary_tui.actions.registry import action, by_words
from plenary_tui.actions.typed import WrongUsage, make_command, read_line
from plenary_tui.procedure.alone.recorded_alone import DoAgain, LeaveUndone
from plenary_tui.procedure.floor.points import RaisePoint
from plenary_tui.procedure.floor.statement import PauseClock, PauseClockAt
from plenary_tui.procedure.floor.statement_corrections import CorrectStatement
from plenary_tui.procedure.ground.act import Command, Refused
from plenary_tui.procedure.ground.calendar import say_seconds
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.ground.on_record import Redo, Undo
from plenary_tui.procedure.meetings.agenda import TakeUpItem
from plenary_tui.procedure.meetings.meeting import SuspendMeeting
from plenary_tui.procedure.meetings.quorum import CountPresent
from plenary_tui.procedure.speakers.editing import Edit
from plenary_tui.procedure.speakers.inscription import Inscribe
from plenary_tui.procedure.speakers.limits import limit_for
from plenary_tui.procedure.speakers.numbering import number_of
from plenary_tui.procedure.state.conference import Entry, Person
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Tier
from plenary_tui.screens.act_dialog import Attempt
from plenary_tui.screens.help import HelpScreen
from plenary_tui.screens.intents.asking import Asking
from plenary_tui.screens.intents.correcting import correct_statement
from plenary_tui.screens.intents.pages import (
    NO_ITEM,
    act_on_draft,
    open_agenda,
    open_alone,
    open_drafts,
    open_forecast,
    open_heard,
    open_incoming,
    open_motions,
    open_programme,
    open_quorum,
    open_script,
)
from plenary_tui.screens.intents.points import raise_point
from plenary_tui.screens.intents.presuming import presumed
from plenary_tui.screens.intents.undoing import redo, undo
from plenary_tui.screens.intents.voting_by_name import open_roll_call
from plenary_tui.screens.live import is_there
from plenary_tui.screens.officer import Officer
from plenary_tui.screens.picks import Choice, Pick
from plenary_tui.views.podium.resume import Interruption
from plenary_tui.widgets.bottom import CommandLine, Said

SELECTED = tuple(
    f"{the} selected {what}"
    for the in ("The", "the")
    for what in ("speaker", "entry", "delegation")
)
"""How sentences about a row name it as long as none is selected."""


def ways_to_go_on(gap: Interruption) -> tuple[tuple[Choice[str], ...], int | None]:
    """How to go on after a gap, and which of it Enter takes at first."""
    if not gap.speaking:
        return (Choice("keep", "Go on", "everything is as it was", "k"),), 0
    keep = Choice("keep", "Keep it running", "the statement went on meanwhile", "k")
    pause = Choice("pause", "Pause the clock now", "the time meanwhile counts", "p")
    back = Choice(
        "back", "Pause it at the last sign of life", "the time meanwhile does not count", "b"
    )
    return (keep, pause, back), None  # how long somebody has spoken is not for a stray Enter


def ways_to_follow(elsewhere: str) -> tuple[tuple[Choice[str], ...], int | None]:
    """The same where another is in charge by now: nothing is decided here."""
    return (Choice("keep", f"Follow {elsewhere}", "what is done here is asked of it", "k"),), 0


class Intents:
    """Completes what was asked on one podium and has it done.

    Attributes:
        closed: whether the podium is, so that nothing more is done.
    """

    def __init__(self, officer: Officer, record: Attempt, serve: Callable[[str], None]) -> None:
        """Make it; `record` does an act and shows it, `serve` does what is no act."""
        self.closed = False
        self._officer = officer
        self._podium = officer.podium
        self._asking = Asking(officer, record, serve)
        self._how: Pick[str] | None = None  # how to go on after a gap
        self._gap: Interruption | None = None

    def do(self, asked: Action, entry: int | None = None) -> None:
        """Do what a key, a click or the palette asks for; `entry` is the row it is about."""
        if self.closed or not self._asking.may(asked):
            return
        special: dict[str, Callable[[], object]] = {
            TakeUpItem.act: lambda: open_agenda(self._asking),
            Task.ROW_MENU: lambda: self.row_menu(entry),
            Task.FILTER_LIST: self._podium.open_filter,
            Task.NEXT_LIST: lambda: self._podium.look_at_list(1),
            Task.PREVIOUS_LIST: lambda: self._podium.look_at_list(-1),
            Task.COMMAND_LINE: lambda: self._podium.query_one(CommandLine).open(),
            Page.FORECAST: lambda: open_forecast(self._asking),
            Page.DRAFTS: lambda: open_drafts(self._asking),
            Page.PROGRAMME: lambda: open_programme(self._asking),
            Page.INCOMING: lambda: open_incoming(self._asking),
            Page.ROLL_CALL: lambda: open_roll_call(self._asking),
            Page.ALONE: lambda: open_alone(self._asking),
            Task.FIND_VOTER: lambda: open_roll_call(self._asking, asked=asked.id),
            Page.HEARD: lambda: open_heard(self._asking),
            Task.FIND_HEARD: lambda: open_heard(self._asking, asked.id),
            Task.HEARD_SPAN: lambda: open_heard(self._asking, asked.id),
            Task.HEARD_PICTURES: lambda: open_heard(self._asking, asked.id),
            Task.HEARD_CORRECTIONS: lambda: open_heard(self._asking, asked.id),
            SuspendMeeting.act: lambda: self._suspend(asked),
            Undo.act: lambda: undo(self._asking, asked),
            Redo.act: lambda: redo(self._asking, asked),
            RaisePoint.act: lambda: raise_point(self._asking),
            Page.MOTIONS: lambda: open_motions(self._asking, self.do),
            CountPresent.act: lambda: open_quorum(self._asking, asked),
            Page.SCRIPT: lambda: open_script(self._asking),
            CorrectStatement.act: lambda: correct_statement(self._asking, asked),
            Page.HELP: lambda: self._podium.app.push_screen(HelpScreen(self._podium.may_do)),
        }
        if asked.id in special:
            special[asked.id]()
        elif asked.act in (DoAgain.act, LeaveUndone.act):
            open_alone(self._asking)
        elif asked.act == Inscribe.act:
            self._inscribe(asked)
        elif not asked.act:
            self._asking.serve(asked.id)
        elif asked.group == DRAFTS:
            act_on_draft(self._asking, asked)
        else:
            self._act(asked, entry)

    def typed(self, line: str) -> None:
        """Do an act typed on the `:` line; the line stays until it is done."""
        if self.closed:
            return
        try:
            command = read_line(line)
        except WrongUsage as wrong:
            self._asking.refuse(f"{wrong}{_proposed(line)}")
        except Refused as refused:
            self._asking.refuse(refused.when_typed)
        else:
            self._asking.unless_meant(line, command, self._do_typed)

    def _do_typed(self, command: Command) -> None:
        """Do an act that was typed."""
        refused = self._asking.do(command)
        if refused is None:
            self._podium.query_one(CommandLine).action_close()
        else:
            self._asking.refuse(refused.when_typed)

    def row_menu(self, entry: int | None) -> None:
        """Everything that can be done with one row."""
        found = self._officer.conference.find_entry(entry) if entry is not None else None
        if found is None:
            self._podium.say(Said("No speaker is selected.", "bad"))
            return
        name = name_of(self._officer.conference, found[1].delegation)
        rows = [row for row in ACTIONS if row.on_row]
        may_do = self._podium.may_do
        choices = tuple(
            Choice(row.id, row.label, may_do.remark(row), row.keys[0] if row.keys else "")
            for row in rows
        )

        def chosen(identity: str | None) -> None:
            if identity is not None:
                self.do(action(identity), entry)

        menu = Pick(name, "", choices, at=None)  # the first gives the floor: no slip may do that
        self._podium.app.push_screen(menu, chosen)

    def ask_after_sleep(
        self, slept: Callable[[Instant, Interruption | None], Interruption]
    ) -> None:
        """Put a sleep to the officer; once, however often it came while nobody answered.

        Args:
            slept: what is told of it at an instant, within the gap that is still asked about.
        """
        question, within = self._how, self._gap
        if question is None or not is_there(question):
            self.ask_how_to_go_on("The computer slept", slept(self._officer.now, None))
            return
        self._gap = slept(self._officer.now, within)
        question.ask_anew("\n".join(self._gap.lines), *ways_to_go_on(self._gap))

    def ask_how_to_go_on(
        self,
        title: str,
        gap: Interruption,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Put a gap to the officer: keep running, pause, or back to the moment before it."""

        def chosen(how: str | None) -> None:
            if how == "pause":
                self._asking.attempt(title, PauseClock())
            elif how == "back":
                self._asking.attempt(title, PauseClockAt(moment=(self._gap or gap).alive))
            then()

        self._gap = gap
        self._how = Pick(title, "\n".join(gap.lines), *ways_to_go_on(gap))
        self._podium.app.push_screen(self._how, chosen)

    def tell_who_is_in_charge(self, elsewhere: str, words: str) -> None:
        """Say it where it is still asked how to go on after a gap; another decides it then.

        Args:
            elsewhere: the other station that is in charge; "" for none.
            words: what is said of that; "" for nothing.
        """
        question, gap = self._how, self._gap
        if question is None or gap is None or not is_there(question):
            return
        if elsewhere:
            lines, ways = gap.ended or gap.lines, ways_to_follow(elsewhere)
        else:
            lines, ways = gap.lines, ways_to_go_on(gap)
        question.ask_anew("\n".join((*lines, words) if words else lines), *ways)

    def _act(self, asked: Action, entry: int | None) -> None:
        given = dict(asked.preset)
        start: dict[str, str] = {}
        title = asked.help
        if asked.on_row:
            found = self._officer.conference.find_entry(entry) if entry is not None else None
            if found is None:
                self._podium.say(Said("No speaker is selected.", "bad"))
                return
            given["entry"] = f"#{entry}"
            title = about(title, name_of(self._officer.conference, found[1].delegation))
            start = self._start(asked, found[1])
        elif asked.act == Edit.act:
            floor = self._officer.conference.floor
            if floor is None:
                self._asking.attempt(title, make_command(asked.act, given))  # it says why not
                return
            if floor.entry is None:
                asked = replace(asked, asks=OF_A_PERSON)
            start = self._start(asked, floor.entry or floor.person)
        if asked.asks:
            known = presumed(self._officer.conference, asked)
            given, start = {**given, **known}, {**start, **known}
            self._asking.ask(
                title, asked.act, asked.asks, given=given, start=start, label=asked.label
            )
            return
        self._asking.attempt(title, make_command(asked.act, given), asked.label)

    def _start(self, asked: Action, entry: Entry | Person) -> dict[str, str]:
        """What the fields of a dialog about an entry hold at first."""
        start = {
            name: str(value or "")
            for name in asked.asks
            if asked.act == Edit.act and (value := getattr(entry, name, None)) is not None
        }
        if not isinstance(entry, Entry):
            return start
        if "to" in asked.asks:
            found = self._officer.conference.find_entry(entry.id)
            assert found is not None
            number = number_of(self._officer.conference, found[0], entry.id, self._officer.now)
            start["to"] = str(number)
        if "delegation" in start:
            start["delegation"] = entry.delegation
        return start

    def _suspend(self, asked: Action) -> None:
        """Ask why and until when; Enter suspends without either."""
        conference = self._officer.conference
        if not conference.in_session:
            self._asking.attempt(asked.help, make_command(asked.act, {}))  # it says why not
            return
        self._asking.ask(asked.help, asked.act, asked.asks, label=asked.label, careful=True)

    def _inscribe(self, asked: Action) -> None:
        conference, speakers = self._officer.conference, self._podium.list_shown
        if speakers is None:
            self._asking.refuse(NO_ITEM)
            return
        limit = limit_for(conference, speakers.item, Tier.STATES)
        known = presumed(conference, asked)
        self._asking.ask(
            f"Inscribe {'to explain, ' if 'explains' in asked.asks else ''}on the list for item "
            f"{speakers.item} ({say_seconds(limit.total_seconds())} each)",
            asked.act,
            asked.asks,
            given={"item": speakers.item, "body": speakers.body, **known},
            start=known,
        )


def _proposed(line: str) -> str:
    """The acts that people look for by what was typed, in a sentence; "" if there is none."""
    found = by_words(line) or by_words(line.partition(" ")[0])
    names = list(dict.fromkeys(row.act for row in found))
    if not names:
        return ""
    return f" It may be {' or '.join(names)}."


def about(sentence: str, name: str) -> str:
    """What is done with the selected row, with whose it is."""
    for row in SELECTED:
        sentence = sentence.replace(row, name)
    return sentence
