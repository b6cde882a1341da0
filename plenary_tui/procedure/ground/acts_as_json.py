"""An act as JSON: as one station asks another for it, and as it is kept to be done again."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar

import msgspec

from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.ground.act_fields import act_fields
from plenary_tui.procedure.state.frozen import defaults_of

Act = TypeVar("Act", bound=Command)


def act_as_json(command: Command) -> str:
    """The fields of an act, under the names that they have in a journal."""
    return msgspec.json.encode(command).decode()


def act_of_json(act: type[Act], text: str) -> Act:
    """The act that was written so; what it has no field for is left out. Raises ValueError.

    Its fields are read one by one, as if they were typed: JSON itself does not tell a word that is
    chosen from text.
    """
    said = msgspec.json.decode(text, type=dict[str, object])
    given = {attribute: said[name] for name, attribute, _ in defaults_of(act) if name in said}
    for one in act_fields(act):
        value = given.get(one.attribute)
        if timedelta in one.kinds and isinstance(value, str):
            given[one.attribute] = msgspec.convert(value, timedelta)
    if lacking := [
        one.name for one in act_fields(act) if one.required and one.attribute not in given
    ]:
        raise ValueError(f"it lacks {lacking[0]}")
    try:
        return act(**given)
    except (AttributeError, TypeError):
        raise ValueError("a field holds what nobody could type") from None
