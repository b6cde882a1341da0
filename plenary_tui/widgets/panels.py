"""The panels of the podium: each is given a value, and repaints only when it changes."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.content import Content
from textual.reactive import var
from textual.widget import Widget

from plenary_tui.procedure.text import shown
from plenary_tui.views.clock_face import Tone
from plenary_tui.views.next_card import NextCard
from plenary_tui.views.podium import AgendaCard, FloorCard, StatusWord
from plenary_tui.views.script.words import Words
from plenary_tui.widgets.fitting import fitted, fitted_names

V = TypeVar("V")

HIGH = 30
"""Rows of the screen from which it is not low."""
WORDS = 2
"""Rows for the President's words; the clock needs the others."""
FORESEEN = 22
"""Rows of the screen from which the forecast has a line; below, the list needs it more."""
ROOMY = 30
"""Rows of the screen from which it has that line also while somebody is to be warned."""

STYLES: dict[Tone, str] = {
    "quiet": "$text-muted",
    "plain": "",
    "good": "$text-success",
    "warn": "bold $text-warning",
    "bad": "bold $text-error",
    "strong": "bold",
}
"""How a tone looks; a word always says the same."""


class Panel(Widget, Generic[V]):
    """A widget that shows one value."""

    value: var[V | None] = var(None)

    def watch_value(self) -> None:
        """Repaint, since the value is another; lay the screen out anew only if the size changes."""
        self.refresh()  # forgets the height of the old value
        if self.styles.auto_dimensions and self._takes_other_room():
            self.refresh(layout=True)

    def _takes_other_room(self) -> bool:
        width, height = self.content_size
        if not width or self.styles.is_auto_width:
            return True
        least = self.styles.min_height
        needed = self.get_content_height(self.container_size, self.screen.size, width)
        return max(needed, int(least.value) if least is not None else 0) != height

    def render(self) -> Content:
        """The value, or nothing before there is one."""
        return Content("") if self.value is None else self.picture(self.value)

    def picture(self, value: V) -> Content:
        """The value as it is shown."""
        raise NotImplementedError


def styled(text: str, tone: Tone = "plain") -> Content:
    """Text that people typed, in a tone, with nothing in it that could disturb a screen."""
    return Content.styled(shown(text), STYLES[tone])


def styled_lines(text: str, tone: Tone = "plain") -> Content:
    """Several lines of text in a tone."""
    return Content("\n").join(styled(line, tone) for line in text.split("\n"))


class StatusLine(Panel[tuple[StatusWord, ...]]):
    """The status words, in one line."""

    DEFAULT_CSS = "StatusLine { height: 1; background: $panel; padding: 0 1; }"

    def picture(self, value: tuple[StatusWord, ...]) -> Content:
        return Content("  ").join(styled(word.text, word.tone) for word in value)


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
        return styled(value.hint, "quiet")


class NextSpeakers(Panel[NextCard]):
    """The next three with their ready marks, and the NGOs to be prompted."""

    DEFAULT_CSS = "NextSpeakers { height: auto; }"

    def picture(self, value: NextCard) -> Content:
        lines = []
        for place, row in enumerate(value.rows):
            mark = ("✓ " if row.ready else "· ") + row.ready_word
            lines.append(
                Content.assemble(
                    styled("NEXT " if place == 0 else "then ", "quiet"),
                    styled(row.name, "strong" if place == 0 else "plain"),
                    "  ",
                    styled(mark, "good" if row.ready else "quiet"),
                    "  ",
                    styled(row.detail, "quiet"),
                )
            )
        width = self.size.width
        for named in (value.prompt, value.warned):
            if named is not None:
                lines.append(styled(f"⚑ {fitted_names(named, width - 2)}", "warn"))
        if value.beside:
            lines.append(styled(f"⚠ {value.beside}", "warn"))
        height = self.screen.size.height
        # On a low screen the warning stands for the rest of the forecast.
        outlook = () if value.warned is not None and height < ROOMY else value.outlook
        if (value.turns or outlook) and height >= FORESEEN:
            tone = value.outlook_tone if outlook else "plain"
            lines.append(styled(fitted((*value.turns, *outlook), width), tone))
        return Content("\n").join(line.truncate(width, ellipsis=True) for line in lines)


class AgendaPanel(Panel[AgendaCard]):
    """The current item and its stage."""

    DEFAULT_CSS = "AgendaPanel { height: auto; }"

    def picture(self, value: AgendaCard) -> Content:
        stage = styled(value.stage.upper(), "good" if value.stage == "floor open" else "warn")
        parts = [styled(value.item, "strong"), styled(value.title), stage]
        return Content("  ").join(part for part in parts if part.plain)


class ListTitle(Panel[str]):
    """Which list is looked at, where it is not the current one."""

    DEFAULT_CSS = """
    ListTitle { height: auto; display: none; }
    ListTitle.-other { display: block; background: $warning-muted; }
    """

    def picture(self, value: str) -> Content:
        return styled(value, "warn")


class TimeOfDay(Panel[AgendaCard]):
    """The time of day, and when interpretation ends."""

    DEFAULT_CSS = "TimeOfDay { height: 1; width: auto; }"

    def picture(self, value: AgendaCard) -> Content:
        parts = [styled(value.time, "strong"), styled(value.ends, value.ends_tone)]
        return Content("  ").join(part for part in parts if part.plain)
