"""Who has the floor: the delegation as large as it fits, and what is known of the speaker."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import var

from plenary_tui.procedure.text import shown
from plenary_tui.views.podium import FloorCard
from plenary_tui.views.script.words import Words
from plenary_tui.widgets.big_type import BigType
from plenary_tui.widgets.panels import CallSentence, Hint, SpeakerDetails


class FloorPanel(Vertical):
    """The name, the speaker, and what the President says next."""

    DEFAULT_CSS = """
    FloorPanel { height: auto; }
    FloorPanel BigType { color: $text-primary; text-style: bold; }
    """

    card: var[FloorCard] = var(FloorCard())
    words: var[Words] = var(Words())

    def compose(self) -> ComposeResult:
        """Name above, then details and sentence."""
        yield BigType()
        yield SpeakerDetails()
        yield CallSentence()
        yield Hint()

    def watch_card(self, card: FloorCard) -> None:
        """Hand the card to the parts."""
        if not self.is_mounted:
            return
        name = self.query_one(BigType)
        name.text = shown(card.name)
        self.query_one(SpeakerDetails).value = card
        self.query_one(Hint).value = card
        self.set_class(bool(card.name), "-taken")

    def watch_words(self, words: Words) -> None:
        """Hand the words to their part."""
        if self.is_mounted:
            self.query_one(CallSentence).value = words
