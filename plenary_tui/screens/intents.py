"""What the officer asks for, turned into a command, or first into the dialog that completes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from plenary_tui.actions import ACTIONS, Action, action
from plenary_tui.acts import WrongUsage, make_command, read_line
from plenary_tui.procedure.act import Command, Refused
from plenary_tui.procedure.calendar import say_seconds
from plenary_tui.procedure.conference import Conference, Entry
from plenary_tui.procedure.limits import limit_for
from plenary_tui.procedure.lists import place_of
from plenary_tui.procedure.naming import name_of, search_delegations
from plenary_tui.procedure.statement import PauseClock, PauseClockAt
from plenary_tui.procedure.vocabulary import Stage, Tier
from plenary_tui.screens.act_dialog import ActDialog
from plenary_tui.screens.help import HelpScreen
from plenary_tui.screens.picks import Choice, Pick
from plenary_tui.screens.podium import Podium
from plenary_tui.views.resume import Interruption
from plenary_tui.widgets.bottom import CommandLine, MessageLine, Said
from plenary_tui.widgets.fields import Candidate

INSCRIBE_ASKS = (
    "delegation",
    "speaker",
    "function",
    "rank",
    "language",
    "on_behalf_of",
    "delivery",
    "media",
    "media_length",
    "received_at",
    "note",
)


class Host(Protocol):
    """What the intents need of the app."""

    @property
    def conference(self) -> Conference:
        """The present state."""
        ...

    def attempt(self, command: Command) -> Refused | None:
        """Do an act; None if it was recorded."""
        ...

    def serve(self, service: str) -> None:
        """Do a service of the app: print, theme, bell, palette, quit."""
        ...


class Intents:
    """Completes what was asked on one podium and has it done."""

    def __init__(self, host: Host, podium: Podium) -> None:
        self._host = host
        self._podium = podium

    def do(self, asked: Action, entry: int | None = None) -> None:
        """Do what was asked; `entry` is the row it is about."""
        special: dict[str, Callable[[], None]] = {
            "inscribe": self._inscribe,
            "take-up-item": self._agenda,
            "row-menu": lambda: self.row_menu(entry),
            "filter-list": self._podium.open_filter,
            "next-list": lambda: self._podium.look_at_list(1),
            "previous-list": lambda: self._podium.look_at_list(-1),
            "command-line": lambda: self._podium.query_one(CommandLine).open(),
            "forecast": self._forecast,
            "documents": self._documents,
            "programme": self._programme,
            "motions": self._motions,
            "count-present": self._quorum,
            "help": lambda: self._push(HelpScreen()),
        }
        if asked.id in special:
            special[asked.id]()
        elif not asked.act:
            self._host.serve(asked.id)
        elif asked.local:
            self._draft(asked, None, {})
        else:
            self._act(asked, entry)

    def typed(self, line: str) -> None:
        """Do an act typed on the `:` line; the line stays until it is done."""
        try:
            refused = self._host.attempt(read_line(line))
        except WrongUsage as wrong:
            refused = Refused(str(wrong))
        except Refused as not_taken:
            refused = not_taken
        if refused is None:
            self._podium.query_one(CommandLine).action_close()
        else:
            self._podium.say(Said(f"Refused: {refused}{typed_remedy(refused)}", "bad"))

    def row_menu(self, entry: int | None) -> None:
        """Everything that can be done with one row."""
        found = self._host.conference.find_entry(entry) if entry is not None else None
        if found is None:
            self._podium.say(Said("No speaker is selected.", "bad"))
            return
        name = name_of(self._host.conference, found[1].delegation)
        rows = [row for row in ACTIONS if row.on_row]
        choices = tuple(
            Choice(row.id, row.label, row.help, row.keys[0] if row.keys else "") for row in rows
        )

        def chosen(identity: str | None) -> None:
            if identity is not None:
                self.do(action(identity), entry)

        self._podium.app.push_screen(Pick(name, "", choices), chosen)

    def ask_how_to_go_on(
        self,
        title: str,
        gap: Interruption,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Put a gap to the officer: keep running, pause, or back to the moment before it."""
        choices: tuple[Choice[str], ...] = (
            Choice("keep", "Keep it running", "the statement went on meanwhile", "k"),
            Choice("pause", "Pause the clock now", "the time meanwhile counts", "p"),
            Choice(
                "back",
                "Pause it at the last sign of life",
                "the time meanwhile does not count",
                "b",
            ),
        )
        if not gap.speaking:
            choices = (Choice("keep", "Go on", "everything is as it was", "k"),)

        def chosen(how: str | None) -> None:
            if how == "pause":
                self._attempt(title, PauseClock())
            elif how == "back":
                self._attempt(title, PauseClockAt(moment=gap.alive))
            then()

        self._podium.app.push_screen(Pick(title, "\n".join(gap.lines), choices), chosen)

    def _act(self, asked: Action, entry: int | None) -> None:
        given = dict(asked.preset)
        start: dict[str, str] = {}
        if asked.on_row:
            found = self._host.conference.find_entry(entry) if entry is not None else None
            if found is None:
                self._podium.say(Said("No speaker is selected.", "bad"))
                return
            given["entry"] = str(entry)
            start = self._start(asked, found[1])
        elif asked.act == "edit" and (floor := self._host.conference.floor) and floor.entry:
            start = self._start(asked, floor.entry)
        if asked.asks:
            self._ask(asked.help, asked.act, asked.asks, given=given, start=start)
            return
        self._attempt(asked.help, make_command(asked.act, given))

    def _attempt(self, title: str, command: Command) -> None:
        """Do a complete act; if its refusal has a remedy, ask for that."""
        refused = self._host.attempt(command)
        if refused is None:
            return
        if not refused.remedy:
            self._podium.say(Said(f"Refused: {refused}", "bad"))
            return
        given = {name: getattr(command, name) for name in command.model_fields_set}
        self._push(ActDialog(title, command.act, self._host.attempt, given=given, refused=refused))

    def _start(self, asked: Action, entry: Entry) -> dict[str, str]:
        """What the fields of a dialog about an entry hold at first."""
        start = {
            name: str(value or "")
            for name in asked.asks
            if asked.act == "edit" and (value := getattr(entry, name, None)) is not None
        }
        if "to" in asked.asks:
            found = self._host.conference.find_entry(entry.id)
            assert found is not None
            start["to"] = str(place_of(found[0].queue(entry.tier), entry.id) + 1)
        if "delegation" in start:
            start["delegation"] = entry.delegation
        return start

    def _ask(
        self,
        title: str,
        act: str,
        asks: tuple[str, ...],
        *,
        given: dict[str, object] | None = None,
        start: dict[str, str] | None = None,
    ) -> None:
        search = self._search if "delegation" in asks and act != "register" else None
        self._push(
            ActDialog(
                title, act, self._host.attempt, asks=asks, given=given, start=start, search=search
            )
        )

    def _inscribe(self) -> None:
        conference, speakers = self._host.conference, self._podium.list_shown
        if speakers is None:
            self._podium.say(
                Said("Refused: No agenda item is taken up. Choose one first (i).", "bad")
            )
            return
        limit = limit_for(conference, speakers.item, Tier.STATES)
        self._ask(
            f"Inscribe on the list for item {speakers.item} "
            f"({say_seconds(limit.total_seconds())} each)",
            "inscribe",
            INSCRIBE_ASKS,
            given={"item": speakers.item, "body": speakers.body},
        )

    def _search(self, text: str) -> tuple[Candidate, ...]:
        conference, speakers = self._host.conference, self._podium.list_shown
        waiting = {one.delegation for one in speakers.waiting} if speakers else set()
        return tuple(
            Candidate(
                one.id,
                one.name,
                f"{one.id}  {one.participant}"
                f"{'' if one.registered else ', not registered'}"
                f"{', on the list already' if one.id in waiting else ''}",
            )
            for one in search_delegations(conference, text)
        )

    def _agenda(self) -> None:
        conference = self._host.conference
        if not conference.items:
            self._podium.say(Said("The agenda is empty.", "bad"))
            return
        choices = tuple(
            Choice(item.symbol, f"{item.symbol:<5} {item.title}", self._remark(item.symbol))
            for item in conference.items
        )
        symbols = [item.symbol for item in conference.items]
        at = symbols.index(conference.item) if conference.item in symbols else 0

        def chosen(symbol: str | None) -> None:
            if symbol is not None:
                command = make_command("take-up-item", {"item": symbol})
                self._attempt(f"Take up item {symbol}", command)

        text = "Enter takes an item up; then g goes on with it, stage by stage."
        self._podium.app.push_screen(Pick("Agenda", text, choices, at, numbered=False), chosen)

    def _forecast(self) -> None:
        """The forecast screen; what is chosen there is done, its decision asked for first."""
        from plenary_tui.screens.forecast import ForecastScreen, Trial, fields_of, label_of

        conference, now = self._host.conference, self._podium.now
        if conference.current_list is None or now is None:
            self._podium.say(
                Said("Refused: No agenda item is taken up. Choose one first (i).", "bad")
            )
            return

        def chosen(trial: Trial | None) -> None:
            self._podium.watcher = None
            if trial is None:
                return
            title = label_of(trial, self._host.conference)
            given = fields_of(trial, self._host.conference)
            if trial.asks:
                self._ask(title, trial.act, trial.asks, given=given)
            else:
                self._attempt(title, make_command(trial.act, given))

        screen = ForecastScreen(conference, now)
        self._podium.watcher = screen.show
        self._podium.app.push_screen(screen, chosen)

    def _programme(self) -> None:
        """The week's programme, with what is said to the officer in a line of its own."""
        from plenary_tui.screens.programme import ProgrammeScreen

        now = self._podium.now
        assert now is not None

        def left(_: None) -> None:
            self._podium.watcher = None

        screen = ProgrammeScreen(self._host.conference, now, self._host.attempt)
        self._podium.watcher = screen.show
        self._podium.app.push_screen(screen, left)
        screen.watch(self._podium.query_one(MessageLine), "value", screen.say, init=False)

    def _motions(self) -> None:
        """The page of motions and replies; what is chosen there is asked for and done."""
        from plenary_tui.actions.motions import ON_PAGE
        from plenary_tui.views.motions import motions_page

        conference = self._host.conference
        choices = tuple(
            Choice(identity, row.label, words, key)
            for identity, (key, words) in ON_PAGE.items()
            if (row := action(identity)).applies(conference)
        )

        def chosen(identity: str | None) -> None:
            if identity is not None:
                self.do(action(identity))

        page = Pick("Motions and replies", motions_page(conference), choices, wraps=False)
        self._podium.app.push_screen(page, chosen)

    def _quorum(self) -> None:
        """Ask how many parties are present, under what that number is needed for."""
        from plenary_tui.views.quorum import quorum_page

        self._ask(quorum_page(self._host.conference), "count-present", ("present",))

    def _documents(self) -> None:
        """The screen of drafts, which stays open while they are acted on."""
        from plenary_tui.screens.documents import DocumentsScreen

        now = self._podium.now
        if now is None:
            return

        def left(_: None) -> None:
            self._podium.watcher = None

        screen = DocumentsScreen(self._host.conference, now, self._draft)
        self._podium.watcher = screen.show
        self._podium.app.push_screen(screen, left)
        screen.watch(self._podium.query_one(MessageLine), "value", screen.say, init=False)

    def _draft(self, asked: Action, number: int | None, known: dict[str, object]) -> None:
        """Do an action on the draft of that number; on the one that is named, if None."""
        from plenary_tui.screens.draft_intents import draft_dialog

        if not asked.act:
            self._host.serve(asked.id)
            return
        found = draft_dialog(self._host.conference, asked, number, known, self._host.attempt)
        if isinstance(found, Command):
            self._attempt(asked.help, found)
        else:
            self._push(found)

    def _remark(self, symbol: str) -> str:
        conference = self._host.conference
        item = conference.item_named(symbol)
        assert item is not None
        stage = item.stage_in(conference.body)
        waiting = len(conference.list_of(symbol, conference.body).waiting)
        parts = [
            "current" if symbol == conference.item else "",
            "" if stage is Stage.NOT_TAKEN_UP else stage.value,
            f"{waiting} waiting" if waiting else "",
            ", ".join(item.documents),
            "illustrative" if item.illustrative else "",
        ]
        return ", ".join(part for part in parts if part)

    def _push(self, screen: ActDialog | HelpScreen) -> None:
        self._podium.app.push_screen(screen)


def typed_remedy(refused: Refused) -> str:
    """What to add to a typed act so that it is not refused; "" if nothing helps."""
    return {
        "override": " Add --override REASON to make an exception.",
        "reason": " Add --reason REASON.",
        "confirm": " Add --confirm to do it.",
    }.get(refused.remedy, "")
