"""The webcast operator's keys: they act on the pane alone, and record nothing."""

from __future__ import annotations

from plenary_tui.actions.action import key_name
from plenary_tui.procedure.state.frozen import Value


class PaneKey(Value):
    """One thing the operator can do.

    Attributes:
        id: its name.
        keys: keys that do it, as Textual names them; the first is named.
        words: what the pane's line of keys says of it.
        help: what the pane's page of help says of it.
    """

    id: str
    keys: tuple[str, ...]
    words: str
    help: str

    @property
    def name(self) -> str:
        """The key that is named, as printed on it."""
        return key_name(self.keys[0])

    @property
    def line(self) -> str:
        """Key and words, as the pane's line of keys has them."""
        return f"{self.name} {self.words}"


LANGUAGE = PaneKey(
    "language", ("l",), "language", "the caption in the next of the six official languages"
)
HOLD = PaneKey(
    "hold",
    ("h",),
    "hold the caption",
    "hold the caption in this pane while a name is checked; again: let it go",
)
SEEN = PaneKey(
    "seen", ("space", "enter"), "seen", "the change of the next speaker is seen: the alert goes"
)
HELP = PaneKey("help", ("question_mark", "f1"), "help", "this page")
LEAVE = PaneKey("leave", ("q",), "quit", "leave; nothing else changes")

PANE_KEYS = (SEEN, HOLD, LANGUAGE, HELP, LEAVE)
"""All of them, in the order of the page of help."""
