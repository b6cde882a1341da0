"""What all writers have in common: a file as it was made, and a library that is not there.

Apart from the writers, each of which alone knows its library.
"""

from __future__ import annotations

from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.views.wording.extras import install


class CannotWrite(Explained):
    """A file of a format cannot be made, for a reason that is of the format."""


class NoLibrary(CannotWrite):
    """The library that writes a format is an extra that is not installed."""

    def __init__(self, format_: str, extra: str) -> None:
        super().__init__(
            f"Writing {format_} needs the extra {extra}, which is not installed.",
            f"Install it with: {install(extra)}.",
        )


class Written(Value):
    """A file, and a sentence where it is less than it should be; "" otherwise."""

    content: bytes
    remark: str = ""
