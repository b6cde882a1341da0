"""The podium's cards: the status line, the agenda and the time, the list's title, the next."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.reactive import var

from plenary_tui.procedure.state.text import shown
from plenary_tui.views.podium.cards import AgendaCard, StatusWord
from plenary_tui.views.podium.next_card import NextCard
from plenary_tui.widgets.big_type import BigType, fits
from plenary_tui.widgets.fitting import fitted, fitted_names
from plenary_tui.widgets.panels import FORESEEN, ROOMY, TALL, Panel, styled

NEXT = "NEXT"
"""What stands beside who is called next."""


class StatusLine(Panel[tuple[StatusWord, ...]]):
    """The status words, in one line; where that is too short, the last one is seen to be cut."""

    DEFAULT_CSS = """
    StatusLine { height: 1; background: $panel; padding: 0 1; }
    StatusLine { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def picture(self, value: tuple[StatusWord, ...]) -> Content:
        return Content("  ").join(styled(word.text, word.tone) for word in value)


class NextName(Horizontal):
    """The next speaker's name, large beside the word; nothing where it cannot be large."""

    DEFAULT_CSS = """
    NextName { height: 0; }
    NextName BigType { height: 1fr; width: 1fr; }
    NextName > .word { width: 24; }
    """
    HEIGHTS, LOWER = (6, 10), (4, 8)
    """Rows of most names, and of the longest: few names lay the screen out anew. On a screen that
    is not tall they are lower."""

    text: var[str] = var("")
    """The name; "" while nobody is next."""

    def compose(self) -> ComposeResult:
        """The word, and the name."""
        word = BigType(classes="word")
        word.text, word.tone = NEXT, "quiet"
        yield word
        yield BigType(classes="of-next")

    def watch_text(self) -> None:
        """Hand the name on."""
        if self.is_mounted:
            self.query_one(".of-next", BigType).text = self.text
            self._make_room()

    def on_resize(self) -> None:
        """See anew what has room."""
        self._make_room()

    def _make_room(self) -> None:
        width = self.query_one(".of-next", BigType).size.width
        name = shown(self.text)
        heights = self.HEIGHTS if self.screen.size.height >= TALL else self.LOWER
        self.styles.height = next((one for one in heights if fits(name, width, one)), 0)


class NextSpeakers(Panel[NextCard]):
    """The next three with their ready marks, and the NGOs to be prompted."""

    DEFAULT_CSS = "NextSpeakers { height: auto; }"

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A row for each line, which none is longer than.

        To ask for the own size while all are laid out would have all be laid out once more.
        """
        if self.value is None or not width:
            return super().get_content_height(container, viewport, width)
        return max(1, len(self._lines(self.value, width)))

    def picture(self, value: NextCard) -> Content:
        width = self.size.width
        lines = self._lines(value, width)
        return Content("\n").join(line.truncate(width, ellipsis=True) for line in lines)

    def _lines(self, value: NextCard, width: int) -> list[Content]:
        lines = []
        for place, row in enumerate(value.rows):
            mark = ("✓ " if row.ready else "· ") + row.ready_word
            lines.append(
                Content.assemble(
                    styled(f"{NEXT} " if place == 0 else "then ", "quiet"),
                    styled(row.name, "strong" if place == 0 else "plain"),
                    "  ",
                    styled(mark, "good" if row.ready else "quiet"),
                    "  ",
                    styled(row.detail, "quiet"),
                )
            )
        for named in (value.prompt, value.warned):
            if named is not None:
                lines.append(styled(f"⚑ {fitted_names(named, width - 2)}", "warn"))
        if value.beside:
            lines.append(styled(f"⚠ {value.beside}", "warn"))
        height = self.screen.size.height
        # On a low screen the warning stands for the rest of the forecast.
        outlook = () if value.warned is not None and height < ROOMY else value.outlook
        if (value.tier_hours or outlook) and height >= FORESEEN:
            tone = value.outlook_tone if outlook else "plain"
            lines.append(styled(fitted((*value.tier_hours, *outlook), width), tone))
        return lines


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
