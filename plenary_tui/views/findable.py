"""By what a delegation is found in a list."""

from __future__ import annotations

from plenary_tui.procedure.conference import Delegation
from plenary_tui.procedure.naming import folded_name


def findable(delegation: Delegation | None) -> str:
    """All by which a delegation is found, folded, each word after a space."""
    if delegation is None:
        return ""
    names = (delegation.name, delegation.spoken, *(name for _, name in delegation.names))
    codes = (delegation.id, *delegation.codes)
    plain = " ".join(folded_name(text) for text in (*names, *codes) if text)
    apart = "".join(character if character.isalnum() else " " for character in plain)
    return f" {plain} {' '.join(apart.split())}"
