"""What this station has asked of the one in charge and has no answer to yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.text import shown

MOST = 5
"""Rows that are shown; of more it is said how many."""


class AskedHere(Value):
    """An act that was asked for: as it is typed, and when."""

    typed: str
    at: datetime


class AskedCard(Value):
    """What waits: what is said of it, and a row each, the latest first."""

    title: str
    rows: tuple[str, ...] = ()


def asked_card(asked: Sequence[AskedHere], conference: Conference, *, reached: bool) -> AskedCard:
    """The card; `reached` is whether the server is, so that what was asked is known there."""
    if not asked:
        return AskedCard("Nothing waits for an answer.")
    waits = "WAITING FOR AN ANSWER" if reached else "NOTED HERE, NOT ASKED YET"
    latest = sorted(asked, key=lambda one: one.at, reverse=True)
    rows = [f"{local(conference, one.at):%H:%M}  {shown(one.typed)}" for one in latest[:MOST]]
    if (more := len(latest) - MOST) > 0:
        rows.append(f"and {more} more: `plenary waiting`")
    return AskedCard(f"{waits} ({len(latest)})", tuple(rows))
