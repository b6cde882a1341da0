"""Acts done in a chamber, and what would do them again."""

from __future__ import annotations

from typing import Any

from plenary_tui.procedure.alone.as_acts import act_of, made_of
from plenary_tui.procedure.alone.named_before import Before
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.state.conference import Conference
from tests.chamber import Chamber

Acts = tuple[tuple[str, dict[str, Any]], ...]


def again(chamber: Chamber, act: str, common: Conference | None = None, **fields: Any) -> Command:
    """Do an act; what would do it again."""
    before, at = chamber.conference, chamber.clock.now()
    events = chamber.do(act, **fields)
    name, given = act_of(events, Before(before, common or before, at))
    assert name, f"nothing does {act} again"
    return made_of(name, given)


def found_again(chamber: Chamber, *acts: tuple[str, dict[str, Any]]) -> None:
    """Do acts one after the other; each must be found in what it recorded."""
    for act, fields in acts:
        chamber.clock.advance(1)
        assert again(chamber, act, **fields).act == act
