"""Who has the floor: the delegation as large as it fits, and what is known of the speaker."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var

from plenary_tui.actions import in_keys
from plenary_tui.procedure.state.text import shown
from plenary_tui.views.podium.cards import FloorCard
from plenary_tui.views.script.said import Words
from plenary_tui.widgets.big_type import BigType
from plenary_tui.widgets.panels import HIGH, WORDS, Panel, styled


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


class SpeakerDetails(Panel[FloorCard]):
    """Speaker, function, group, language and delivery of whoever has the floor."""

    DEFAULT_CSS = "SpeakerDetails { height: auto; }"

    def picture(self, value: FloorCard) -> Content:
        return Content("\n").join(
            styled(line, "warn" if place < value.raised else "plain")
            for place, line in enumerate(value.lines)
        )


class CallSentence(Panel[Words]):
    """What the President says next: as much of it as there are rows for."""

    DEFAULT_CSS = "CallSentence { height: auto; }"

    def picture(self, value: Words) -> Content:
        low = self.screen.size.height < HIGH
        if not value.lines or (value.after and low):
            return Content("")
        width = self.content_size.width or self.container_size.width
        quoted = [f"“{form}”" if not value.after else f"Then: “{form}”" for form in value.forms]
        fits = (one for one in quoted if len(Content(one).wrap(max(1, width))) <= WORDS)
        return styled(next(fits, quoted[-1]), "quiet" if value.after else "strong")


class Hint(Panel[FloorCard]):
    """What the officer would do now."""

    DEFAULT_CSS = "Hint { height: auto; }"

    def picture(self, value: FloorCard) -> Content:
        return styled(in_keys(value.hint), "quiet")
