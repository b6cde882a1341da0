"""Who has the floor: the delegation as large as it fits, and what is known of the speaker."""

from __future__ import annotations

from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var

from plenary_tui.actions import in_keys
from plenary_tui.procedure.state.text import shown
from plenary_tui.views.podium.cards import FloorCard
from plenary_tui.views.script.said import Words
from plenary_tui.widgets.big_type import BigType, fits
from plenary_tui.widgets.panels import (
    BELOW_NAME,
    BESIDE_WORDS,
    HIGH,
    HUGE,
    TALL,
    WORDS,
    Panel,
    styled,
)
from plenary_tui.widgets.script import set_words


class FloorPanel(Vertical):
    """The name, the speaker, and what the President says next."""

    DEFAULT_CSS = """
    FloorPanel { height: auto; }
    FloorPanel BigType { color: $text-primary; text-style: bold; }
    """

    USUAL = 8
    """Rows of a tall screen in which a name is large that is not `-long`."""

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
        self._show_words()
        self.set_class(bool(card.name), "-taken")
        self._make_room()

    def on_resize(self) -> None:
        """See anew how much room the name needs."""
        self._make_room()

    def _make_room(self) -> None:
        """A long name takes more rows, where there are any."""
        name, width = shown(self.card.name), self.content_size.width
        self.set_class(bool(name and width) and not fits(name, width, self.USUAL), "-long")

    def watch_words(self, words: Words) -> None:
        """Hand the words to their part."""
        if self.is_mounted:
            self._show_words()

    def _show_words(self) -> None:
        self.query_one(CallSentence).value = Sentence(self.words, bool(self.card.name))


class SpeakerDetails(Panel[FloorCard]):
    """Speaker, function, group, language and delivery of whoever has the floor."""

    DEFAULT_CSS = "SpeakerDetails { height: auto; }"

    def picture(self, value: FloorCard) -> Content:
        return Content("\n").join(
            styled(line, "warn" if place < value.raised else "plain")
            for place, line in enumerate(value.lines)
        )


class Sentence(NamedTuple):
    """What is said next, and whether a name that somebody has the floor by stands above it."""

    words: Words
    below_name: bool


class CallSentence(Panel[Sentence]):
    """What the President says next: as much of it as there are rows for.

    Where there is room, what is said now is large; what is said later is not.
    """

    DEFAULT_CSS = "CallSentence { height: auto; }"

    def picture(self, value: Sentence) -> Content:
        words = value.words
        columns, rows = self.screen.size
        if not words.lines or (words.after and rows < HIGH):
            return Content("")
        width = self.content_size.width or self.container_size.width
        if columns >= HUGE and rows >= TALL and not words.after:
            room = rows - BESIDE_WORDS - (BELOW_NAME if value.below_name else 0)
            for less in words.with_less_before:
                lines, large = set_words(less, width, room, "strong")
                if large:
                    return Content("\n").join(lines)
        most = WORDS if rows < TALL else WORDS + 1
        quoted = [f"“{form}”" if not words.after else f"Then: “{form}”" for form in words.forms]
        fits = (one for one in quoted if len(Content(one).wrap(max(1, width))) <= most)
        return styled(next(fits, quoted[-1]), "quiet" if words.after else "strong")


class Hint(Panel[FloorCard]):
    """What the officer would do now."""

    DEFAULT_CSS = "Hint { height: auto; }"

    def picture(self, value: FloorCard) -> Content:
        return styled(in_keys(value.hint), "quiet")
