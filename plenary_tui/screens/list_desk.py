"""The podium at a station that asks: what waits for an answer; at a list desk a large list."""

from __future__ import annotations

from textual.screen import Screen

from plenary_tui.actions.may_do import MayDo
from plenary_tui.views.podium.asked_card import AskedCard
from plenary_tui.widgets.asked_panel import AskedPanel

LARGE_LIST, ASKS = "-desk", "-asks"
"""The classes of the screen where the list is what matters, and where some acts are asked for."""


def show_asked(podium: Screen[None], card: AskedCard | None, may_do: MayDo) -> None:
    """Show what waits for an answer; None at a machine that is in charge, which asks nobody."""
    podium.set_class(card is not None and may_do.is_list_desk, LARGE_LIST)
    podium.set_class(card is not None and may_do.acts is not None, ASKS)
    panel = next(iter(podium.query(AskedPanel)), None)
    if card is None:
        if panel is not None:
            panel.remove()
    elif panel is None:
        podium.query_one("#side").mount(AskedPanel(card))
    else:
        panel.value = card


def is_asking(podium: Screen[None]) -> bool:
    """Whether another machine is in charge, which is asked for what is done here."""
    return bool(podium.query(AskedPanel))
