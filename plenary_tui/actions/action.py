"""One thing that a person can do, the pages that have keys of their own, and names of keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from plenary_tui.procedure.state.conference import Conference, Document
from plenary_tui.procedure.state.frozen import Value, field, give, replace

OPENING = frozenset({"take-up-item"})
"""Acts whose key opens a page on which they are then done."""

When = Callable[[Conference], bool]
WhenDraft = Callable[[Conference, Document], bool]

DRAFTS = "Drafts and decisions"
STATEMENT, LIST, ITEM, MEETING, PROGRAMME, RECORD, SCREEN = (
    "Statement",
    "List of speakers",
    "Agenda item",
    "Meeting",
    "Week's programme",
    "Record",
    "Screen",
)
GROUPS = (STATEMENT, LIST, ITEM, DRAFTS, MEETING, PROGRAMME, RECORD, SCREEN)
"""The headings of help, in order."""

EDITED = (
    "speaker",
    "function",
    "on_behalf_of",
    "rank",
    "language",
    "delivery",
    "media",
    "media_length",
    "note",
    "address",
    "short_function",
    "explains",
    "delegation",
)
"""What a dialog asks for about an entry that is there."""
OF_A_PERSON = ("speaker", "function", "language", "address")
"""What it asks for about whoever has the floor without an entry."""
OF_STATEMENT = ("speaker", "function", "on_behalf_of", "language", "address", "explains")
"""What it asks for about a statement that has ended."""


class Page(StrEnum):
    """What opens over the podium; each is the id of the action that opens it."""

    MOTIONS = "motions"
    DRAFTS = "drafts"
    PROGRAMME = "programme"
    INCOMING = "import-file"
    HEARD = "what-was-heard"
    ROLL_CALL = "vote-by-name"
    ALONE = "recorded-alone"
    FORECAST = "forecast"
    SCRIPT = "script"
    WEBCAST = "webcast-preview"
    PALETTE = "palette"
    HELP = "help"


class Task(StrEnum):
    """What is no act and opens no page; each is the id of the action that does it."""

    ROW_MENU = "row-menu"
    FILTER_LIST = "filter-list"
    NEXT_LIST = "next-list"
    PREVIOUS_LIST = "previous-list"
    COMMAND_LINE = "command-line"
    PRINT_LIST = "print-list"
    PRINT_DECISIONS = "print-decisions"
    WRITE_RECORD = "write-record"
    FIND_VOTER = "find-voter"
    FIND_HEARD = "find-heard"
    HEARD_SPAN = "heard-span"
    HEARD_PICTURES = "heard-pictures"
    HEARD_CORRECTIONS = "heard-corrections"
    THEME = "theme"
    BELL = "bell"
    SIMULATED_ROOM = "simulated-room"
    QUIT = "quit"


class On(Value):
    """A key of an action on a page that is open.

    Attributes:
        key: does it there, as Textual names it.
        words: what the page says of it; "" where it is not named.
        at_once: further keys, each with the fields of the act that it gives.
    """

    page: Page
    key: str
    words: str = ""
    at_once: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the page's line of keys names: those that do it at once, if there are any."""
        first, *others = self.at_once or (self.key,)
        return f"{key_name(first)}-{key_name(others[-1])}" if others else key_name(first)


def always(conference: Conference) -> bool:
    """Whether it makes sense now: at any time."""
    return True


class Action(Value):
    """One thing a person can do: the row of an act.

    Attributes:
        id: its name; for most acts the name of the act.
        label: a word or two for the footer.
        help: one sentence.
        keys: keys that do it on the podium, as Textual names them.
        act: the act of procedure it does, by default that of its own name; "" of a `Service`.
        preset: fields of the act that are given.
        asks: fields of the act that a dialog asks for first.
        applies: whether it makes sense now; a guide, never a rule.
        on_row: whether it acts on the selected row of the list, and is in its menu.
        fits: whether it makes sense for a draft, like `applies`; None if it is about none.
        on_pages: its keys on pages over the podium.
        footer: its place in the footer, lowest first; None if it is not shown there.
        unseen: whether its key works where the terminal is too small to show anything.
        counts: whether it is done as often as its key is pressed, however quickly.
        words: other words by which people look for it.
        group: under which heading help shows it; `under` says it for all rows of a file.
    """

    id: str
    label: str
    help: str
    keys: tuple[str, ...] = ()
    act: str = ""
    preset: Mapping[str, object] = field(default_factory=dict)
    asks: tuple[str, ...] = ()
    applies: When = always
    on_row: bool = False
    fits: WhenDraft | None = None
    on_pages: tuple[On, ...] = ()
    footer: int | None = None
    unseen: bool = False
    counts: bool = False
    words: tuple[str, ...] = ()
    group: str = ""

    @property
    def acts_at_once(self) -> bool:
        """Whether its key does something by itself, with nothing asked for first."""
        return not (self.asks or isinstance(self, Service) or self.id in OPENING)

    def __post_init__(self) -> None:
        if not self.act:
            give(self, "act", self.id)


class Service(Action):
    """What the screen does for itself: no act of procedure."""

    def __post_init__(self) -> None:
        """It does no act."""


def under(group: str, *rows: Action) -> tuple[Action, ...]:
    """The rows of a file, under the heading that they have in help."""
    return tuple(replace(row, group=group) for row in rows)


KEY_NAMES = {
    "space": "Space",
    "plus": "+",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "equals_sign": "=",
    "minus": "-",
    "exclamation_mark": "!",
    "slash": "/",
    "colon": ":",
    "question_mark": "?",
    "enter": "Enter",
    "escape": "Escape",
    "left": "←",
    "right": "→",
    "delete": "Delete",
    "insert": "Insert",
    "backspace": "Backspace",
}


def key_name(key: str) -> str:
    """A key as printed on it."""
    if key in KEY_NAMES:
        return KEY_NAMES[key]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    return key.upper() if len(key) > 1 else key
