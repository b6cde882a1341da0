"""What a station says of an act that it may not ask for."""

from __future__ import annotations

from plenary_tui.procedure.ground.act import Refused


def may_not_ask(act: str) -> Refused:
    """The refusal of an act that this station's login may not ask for."""
    return Refused(
        f"This station may not ask for {act}.",
        "What it is for, whoever looks after the server says.",
    )
