"""What a station has asked and what waits for an answer, below its list."""

from __future__ import annotations

from textual.content import Content

from plenary_tui.views.podium.asked_card import AskedCard
from plenary_tui.widgets.panels import Panel, styled


class AskedPanel(Panel[AskedCard]):
    """A line where nothing waits; else its rows.

    It always has room for the row of one act, so that the screen is not laid out anew as soon as
    something is asked, and once more as it is answered.
    """

    DEFAULT_CSS = """
    AskedPanel {
        height: auto;
        min-height: 2;
        max-height: 7;
        padding: 0 1;
        background: $panel;
    }
    """

    def __init__(self, card: AskedCard) -> None:
        """Show it at once."""
        super().__init__()
        self.value = card

    def picture(self, value: AskedCard) -> Content:
        head = styled(value.title, "warn" if value.rows else "quiet")
        return Content("\n").join([head, *(styled(row) for row in value.rows)])
