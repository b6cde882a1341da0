"""One thing that a person can do, and how its keys are named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from plenary_tui.procedure.state.conference import Conference

When = Callable[[Conference], bool]

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
    "delegation",
)
"""What a dialog asks for about an entry that is there."""


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
        local: the key that does it on the screen of drafts; "" if none does.
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
    local: str = ""


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
