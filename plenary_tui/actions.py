"""One registry of all a person can do: keys, footer, help, palette, `:` line and `plenary do`.

Each row names an act of procedure, or a service of the screen. Several rows may share a key; the
first whose `applies` holds answers it, so that one key starts, pauses and resumes the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from plenary_tui.procedure.act import Command
from plenary_tui.procedure.conference import Conference
from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.lists import is_open
from plenary_tui.procedure.vocabulary import ItemKind, MeetingStatus, Phase, Stage, Tier

When = Callable[[Conference], bool]


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do.

    Attributes:
        id: its name; for most acts the name of the act.
        label: a word or two for the footer.
        help: one sentence.
        group: under which heading help shows it.
        keys: keys that do it, as Textual names them.
        act: the act of procedure it does; "" for a service of the screen.
        preset: fields of the act that are given.
        asks: fields of the act that a dialog asks for first.
        applies: whether it makes sense now; a guide, never a rule.
        on_row: whether it acts on the selected row of the list, and is in its menu.
        footer: its place in the footer, lowest first; None if it is not shown there.
    """

    id: str
    label: str
    help: str
    group: str
    keys: tuple[str, ...] = ()
    act: str = ""
    preset: Mapping[str, object] = field(default_factory=dict, hash=False)
    asks: tuple[str, ...] = ()
    applies: When = lambda conference: True
    on_row: bool = False
    footer: int | None = None

    @property
    def command(self) -> type[Command] | None:
        """The command it makes, if it is an act."""
        return ACTS[self.act] if self.act else None


def _phase(*phases: Phase) -> When:
    return lambda conference: conference.floor is not None and conference.floor.phase in phases


def _meeting(*statuses: MeetingStatus) -> When:
    def applies(conference: Conference) -> bool:
        status = conference.meeting.status if conference.meeting else MeetingStatus.NOT_OPENED
        return status in statuses

    return applies


def _stage(*stages: Stage, thematic: bool | None = None) -> When:
    def applies(conference: Conference) -> bool:
        item = conference.current_item
        if item is None or not conference.in_session:
            return False
        if thematic is not None and thematic is not (item.kind is ItemKind.THEMATIC):
            return False
        return item.stage_in(conference.body) in stages

    return applies


def _floor_taken(conference: Conference) -> bool:
    return conference.floor is not None


def _someone_may_be_called(conference: Conference) -> bool:
    speakers = conference.current_list
    if speakers is None or not _stage(Stage.FLOOR_OPEN)(conference):
        return False
    return speakers.next is not None and not _phase(Phase.CALLED)(conference)


def _some_tier(opened: bool) -> When:
    def applies(conference: Conference) -> bool:
        speakers = conference.current_list
        if speakers is None or conference.last_at is None:
            return False
        now = conference.last_at
        return any(is_open(conference, speakers, tier, now) is opened for tier in Tier)

    return applies


_CLOSED = (MeetingStatus.NOT_OPENED, MeetingStatus.ADJOURNED)

STATEMENT, LIST, ITEM, MEETING, RECORD, SCREEN = (
    "Statement",
    "List of speakers",
    "Agenda item",
    "Meeting",
    "Record",
    "Screen",
)
GROUPS = (STATEMENT, LIST, ITEM, MEETING, RECORD, SCREEN)


def _act(act: str, label: str, help: str, group: str, *keys: str, **more: object) -> Action:
    identity = str(more.pop("id", act))
    return Action(identity, label, help, group, keys, act, **more)  # type: ignore[arg-type]


ACTIONS: tuple[Action, ...] = (
    _act(
        "start-clock",
        "Start",
        "The speaker begins: the clock runs.",
        STATEMENT,
        "space",
        "f6",
        applies=_phase(Phase.CALLED),
        footer=1,
    ),
    _act(
        "pause-clock",
        "Pause",
        "Pause the clock.",
        STATEMENT,
        "space",
        "f6",
        applies=_phase(Phase.SPEAKING),
        footer=1,
    ),
    _act(
        "resume-clock",
        "Go on",
        "Let the paused clock go on.",
        STATEMENT,
        "space",
        "f6",
        applies=_phase(Phase.PAUSED),
        footer=1,
    ),
    _act(
        "give-floor",
        "Next",
        "End who speaks and give the floor to the next on the list.",
        STATEMENT,
        "n",
        "f5",
        applies=_someone_may_be_called,
        footer=2,
    ),
    _act(
        "end-statement",
        "End",
        "End the statement; nobody has the floor then.",
        STATEMENT,
        "e",
        "f8",
        applies=_phase(Phase.SPEAKING, Phase.PAUSED),
        footer=3,
    ),
    _act(
        "mark-absent",
        "Absent",
        "Whoever was called is absent: to the end of the own tier.",
        STATEMENT,
        "x",
        applies=_phase(Phase.CALLED),
        footer=3,
    ),
    _act(
        "extend-time",
        "+30 s",
        "Give whoever has the floor 30 seconds more.",
        STATEMENT,
        "plus",
        applies=_floor_taken,
        preset={"seconds": 30},
    ),
    _act(
        "adjust-clock",
        "-5 s",
        "Take 5 seconds off the time spoken.",
        STATEMENT,
        "left_square_bracket",
        id="elapsed-back",
        preset={"seconds": -5},
        applies=_phase(Phase.SPEAKING, Phase.PAUSED),
    ),
    _act(
        "adjust-clock",
        "+5 s",
        "Add 5 seconds to the time spoken.",
        STATEMENT,
        "right_square_bracket",
        id="elapsed-on",
        preset={"seconds": 5},
        applies=_phase(Phase.SPEAKING, Phase.PAUSED),
    ),
    _act(
        "call-to-order",
        "Call to order",
        "Record the President's call to order: time, relevance or language.",
        STATEMENT,
        "exclamation_mark",
        asks=("ground",),
        applies=_floor_taken,
    ),
    _act(
        "give-floor",
        "President",
        "Give the floor to the President.",
        STATEMENT,
        "P",
        id="floor-to-president",
        preset={"to": "president"},
    ),
    _act(
        "give-floor",
        "Secretariat",
        "Give the floor to the Secretariat.",
        STATEMENT,
        "S",
        id="floor-to-secretariat",
        preset={"to": "secretariat"},
    ),
    _act(
        "edit",
        "Correct floor",
        "Correct the name or function of whoever has the floor.",
        STATEMENT,
        "E",
        id="edit-floor",
        asks=(
            "speaker",
            "function",
            "on_behalf_of",
            "rank",
            "language",
            "delivery",
            "media",
            "note",
            "delegation",
        ),
        applies=_floor_taken,
    ),
    _act(
        "set-limit",
        "Time limit",
        "Set the time limit of the statements to come.",
        STATEMENT,
        "t",
        asks=("seconds", "item", "tier", "decision"),
    ),
    Action(
        "inscribe",
        "Inscribe",
        "Inscribe a delegation on the list.",
        LIST,
        ("a",),
        "inscribe",
        footer=4,
    ),
    _act(
        "give-floor",
        "Give the floor",
        "Give the floor to the selected speaker.",
        LIST,
        id="give-floor-to-row",
        on_row=True,
    ),
    _act(
        "mark-ready",
        "Ready",
        "Mark the selected speaker as ready: in the room, or at the table.",
        LIST,
        "y",
        on_row=True,
    ),
    _act(
        "mark-ready",
        "Not ready",
        "Take the ready mark off the selected speaker.",
        LIST,
        "Y",
        id="mark-not-ready",
        preset={"off": True},
        on_row=True,
    ),
    _act(
        "edit",
        "Edit",
        "Edit the selected entry; it keeps its place.",
        LIST,
        asks=(
            "speaker",
            "function",
            "on_behalf_of",
            "rank",
            "language",
            "delivery",
            "media",
            "note",
            "delegation",
        ),
        on_row=True,
    ),
    _act(
        "move",
        "Move",
        "Move the selected entry within its tier, for a reason.",
        LIST,
        asks=("to", "reason"),
        on_row=True,
    ),
    _act(
        "mark-absent",
        "Absent",
        "The selected speaker is absent: to the end of the own tier.",
        LIST,
        id="mark-row-absent",
        on_row=True,
    ),
    _act(
        "withdraw",
        "Withdraw",
        "Take the selected delegation off the list.",
        LIST,
        on_row=True,
    ),
    _act(
        "note",
        "Note on entry",
        "Make a private note about the selected entry.",
        LIST,
        id="note-on-row",
        asks=("text",),
        on_row=True,
    ),
    _act(
        "close-list",
        "Close list",
        "Close the list of the current item, for one tier or all.",
        LIST,
        "L",
        asks=("tier",),
        applies=_some_tier(opened=True),
    ),
    _act(
        "open-list",
        "Open list",
        "Open the list of the current item, for one tier or all.",
        LIST,
        "O",
        asks=("tier", "until"),
        applies=_some_tier(opened=False),
    ),
    _act("carry-over", "Carry over", "Carry the list over to the item's next meeting.", LIST, "C"),
    _act(
        "register",
        "Register",
        "Register a late delegation, so that it can be inscribed.",
        LIST,
        "R",
        asks=("delegation", "participant", "code"),
    ),
    Action(
        "take-up-item",
        "Agenda",
        "See the agenda and take up an item.",
        ITEM,
        ("i",),
        "take-up-item",
        footer=6,
    ),
    _act(
        "introduce-item",
        "Introduce",
        "The President introduces the item.",
        ITEM,
        "g",
        applies=_stage(Stage.NOT_TAKEN_UP, thematic=True),
        footer=5,
    ),
    _act(
        "secretariat-statement",
        "Secretariat",
        "The Secretariat makes its statement on the item.",
        ITEM,
        "g",
        applies=_stage(Stage.INTRODUCED, thematic=True),
        footer=5,
    ),
    _act(
        "open-floor",
        "Open floor",
        "The President opens the floor; speakers may be called.",
        ITEM,
        "g",
        applies=_stage(Stage.NOT_TAKEN_UP, Stage.INTRODUCED, Stage.SECRETARIAT),
        footer=5,
    ),
    _act(
        "conclude-item",
        "Conclude",
        "Conclude the item.",
        ITEM,
        "g",
        applies=_stage(Stage.FLOOR_OPEN),
    ),
    _act(
        "open-meeting",
        "Open meeting",
        "Open the next meeting of the programme.",
        MEETING,
        "m",
        applies=_meeting(*_CLOSED),
        footer=0,
    ),
    _act(
        "adjourn-meeting",
        "Adjourn",
        "Adjourn the meeting: it ends.",
        MEETING,
        "m",
        applies=_meeting(MeetingStatus.IN_SESSION, MeetingStatus.SUSPENDED),
    ),
    _act(
        "suspend-meeting",
        "Suspend",
        "Suspend the meeting; the clock stands still.",
        MEETING,
        "s",
        applies=_meeting(MeetingStatus.IN_SESSION),
        footer=8,
    ),
    _act(
        "resume-meeting",
        "Resume",
        "Resume the suspended meeting.",
        MEETING,
        "s",
        applies=_meeting(MeetingStatus.SUSPENDED),
        footer=0,
    ),
    _act(
        "convene-committee",
        "Committee",
        "Suspend the plenary and convene the Committee of the Whole.",
        MEETING,
        "c",
        applies=lambda conference: conference.plenary is None,
    ),
    _act(
        "rise-committee",
        "Rise",
        "The Committee of the Whole rises; the plenary is as it was left.",
        MEETING,
        "c",
        applies=lambda conference: conference.plenary is not None,
        footer=8,
    ),
    _act(
        "set-on-air",
        "On air",
        "Mark the webcast as on air.",
        MEETING,
        "v",
        applies=lambda conference: not conference.on_air,
    ),
    _act(
        "set-on-air",
        "Off air",
        "Mark the webcast as off air.",
        MEETING,
        "v",
        id="set-off-air",
        preset={"off": True},
        applies=lambda conference: conference.on_air,
    ),
    _act(
        "undo", "Undo", "Take back the last act, whichever station did it.", RECORD, "u", footer=7
    ),
    _act("redo", "Redo", "Do the act last taken back again.", RECORD, "r"),
    _act("note", "Note", "Make a private note about the meeting.", RECORD, "N", asks=("text",)),
    Action("print-list", "Print", "Write the list as plain text, to print it.", RECORD, ("p",)),
    Action("row-menu", "Row menu", "What can be done with the selected row.", SCREEN, ("enter",)),
    Action("filter-list", "Filter", "Show only rows with these letters.", SCREEN, ("slash",)),
    Action("next-list", "Next list", "Look at the list of the next item.", SCREEN, ("right", "l")),
    Action("previous-list", "Previous list", "Look at the list before.", SCREEN, ("left",)),
    Action("command-line", "Command", "Type an act.", SCREEN, ("colon",), footer=9),
    Action("palette", "Palette", "Find anything that can be done.", SCREEN, ("ctrl+p",)),
    Action(
        "help", "Help", "All keys, and what they do.", SCREEN, ("question_mark", "f1"), footer=9
    ),
    Action("theme", "Theme", "Dark, light, or safe for the colour-blind.", SCREEN, ("f9",)),
    Action("bell", "Bell", "Ring at the warning and at the limit, or be silent.", SCREEN, ("B",)),
    Action("quit", "Quit", "Close the podium; everything is kept.", SCREEN, ("q", "ctrl+q")),
)
"""Everything a person can do, in the order of help."""


def action(identity: str) -> Action:
    """The action of that id; KeyError if there is none."""
    return _BY_ID[identity]


def for_key(key: str, conference: Conference) -> Action | None:
    """The action a key does now; if none of its actions applies, the first, to say why not."""
    rows = _BY_KEY.get(key, ())
    return next((row for row in rows if row.applies(conference)), rows[0] if rows else None)


_BY_ID = {row.id: row for row in ACTIONS}
_BY_KEY: dict[str, tuple[Action, ...]] = {
    key: tuple(row for row in ACTIONS if key in row.keys) for row in ACTIONS for key in row.keys
}
KEYS: tuple[str, ...] = tuple(_BY_KEY)
"""Every key that does something."""

KEY_NAMES = {
    "space": "Space",
    "plus": "+",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "exclamation_mark": "!",
    "slash": "/",
    "colon": ":",
    "question_mark": "?",
    "enter": "Enter",
    "left": "←",
    "right": "→",
}


def key_name(key: str) -> str:
    """A key as printed on it."""
    if key in KEY_NAMES:
        return KEY_NAMES[key]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    return key.upper() if len(key) > 1 else key


def in_footer(conference: Conference) -> tuple[Action, ...]:
    """The actions worth a place in the footer now, the likeliest first."""
    shown = [row for row in ACTIONS if row.footer is not None and row.applies(conference)]
    first: dict[str, Action] = {}
    for row in shown:
        first.setdefault(row.keys[0], row)
    return tuple(sorted(first.values(), key=lambda row: row.footer or 0))
