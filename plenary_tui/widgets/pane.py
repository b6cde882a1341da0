"""The parts of the webcast operator's pane: each is given a value, to be read from far off."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import var

from plenary_tui.actions.pane import SEEN
from plenary_tui.procedure.state.text import shown
from plenary_tui.views.public.next_watch import Change
from plenary_tui.views.public.on_air import State
from plenary_tui.views.public.pane import Item, Now, Upcoming
from plenary_tui.views.wording.telling import Tone
from plenary_tui.widgets.big_type import BigType
from plenary_tui.widgets.bottom import Said
from plenary_tui.widgets.panels import Panel, styled

NOBODY = "NOBODY"
"""In place of a name."""

TONES: tuple[Tone, ...] = ("quiet", "plain", "good", "warn", "bad", "strong")


class StateWords(Panel[State]):
    """Rehearsal, which meeting and how it stands, the conference."""

    DEFAULT_CSS = "StateWords { height: auto; width: 1fr; padding: 0 0 0 1; }"

    def picture(self, value: State) -> Content:
        lines = [styled("REHEARSAL", "strong").stylize("reverse")] if value.rehearsal else []
        lines += [styled(value.status, "strong"), styled(value.conference)]
        return Content("\n").join(lines)


class StateBand(Horizontal):
    """Whether the meeting is on air: a large word on a ground of its own colour."""

    DEFAULT_CSS = """
    StateBand { height: 3; background: $panel; padding: 0 1; }
    StateBand BigType { width: 50; }
    StateBand.-bad { background: $error-muted; }
    StateBand.-warn { background: $warning-muted; }
    """

    value: var[State | None] = var(None)

    def compose(self) -> ComposeResult:
        """The word to the left, the rest to the right."""
        yield BigType()
        yield StateWords()

    def watch_value(self, state: State | None) -> None:
        """Hand the state to the parts."""
        if state is None or not self.is_mounted:
            return
        self.query_one(BigType).text = state.word
        self.query_one(StateWords).value = state
        for tone in TONES:
            self.set_class(tone == state.tone, f"-{tone}")


class ItemLine(Panel[Item]):
    """The current item, and the time of day at the right."""

    DEFAULT_CSS = "ItemLine { height: 1; padding: 0 1; }"

    def picture(self, value: Item) -> Content:
        stage = styled(f"  {value.stage.upper()}", "warn") if value.stage else Content("")
        room = max(0, self.size.width - len(value.time) - 1)
        title = Content.assemble(styled(value.title, "strong"), stage)
        left = title.truncate(room, ellipsis=True, pad=True)
        return Content.assemble(left, " ", styled(value.time, "strong"))


class NoticeLine(Panel[Said]):
    """What is wrong with what is shown, or was last said; nothing is shown of an empty sentence."""

    DEFAULT_CSS = """
    NoticeLine { height: auto; max-height: 3; padding: 0 1; display: none; }
    NoticeLine.-bad { background: $error-muted; }
    """

    def watch_value(self) -> None:
        """Take room only while there is something to say."""
        said = self.value or Said("")
        self.display = bool(said.text)
        self.set_class(said.tone == "bad", "-bad")
        super().watch_value()

    def picture(self, value: Said) -> Content:
        mark = {"bad": "✗ ", "warn": "! "}.get(value.tone, "")
        return styled(mark + value.text, value.tone)


class AlertBand(Panel[Change]):
    """The next speaker has changed: from whom to whom, until it is seen."""

    DEFAULT_CSS = """
    AlertBand {
        height: auto; max-height: 5; padding: 0 1; display: none; background: $warning-muted;
    }
    """

    def watch_value(self) -> None:
        """Take room only while there is a change to tell."""
        self.display = self.value is not None
        super().watch_value()

    def picture(self, value: Change) -> Content:
        what = " CALLED INSTEAD " if value.called else " NEXT CHANGED "
        return Content.assemble(
            styled(what, "warn").stylize("reverse"),
            " ",
            styled(value.old),
            styled(" → ", "strong"),
            styled(value.new, "strong"),
            styled(f"   {SEEN.name}: seen", "quiet"),
        )


class NowDetails(Panel[Now]):
    """Speaker, function and group."""

    DEFAULT_CSS = "NowDetails { height: auto; }"

    def picture(self, value: Now) -> Content:
        return Content("\n").join(styled(line) for line in value.lines)


class DeliveryLine(Panel[Now]):
    """How a video stands, if it is one."""

    DEFAULT_CSS = "DeliveryLine { height: auto; max-height: 2; padding: 0 1; display: none; }"

    def watch_value(self) -> None:
        """Take room only for a video."""
        self.display = self.value is not None and bool(self.value.delivery)
        super().watch_value()

    def picture(self, value: Now) -> Content:
        return styled(value.delivery, "warn")


class NowTitle(Panel[Now]):
    """That this is now, and in which language."""

    DEFAULT_CSS = "NowTitle { height: 1; }"

    def picture(self, value: Now) -> Content:
        return Content.assemble(
            styled("NOW ", "quiet").stylize("bold"),
            styled(f" {value.language} ", "strong").stylize("reverse") if value.language else "",
        )


class NowPanel(Vertical):
    """Who has the floor."""

    DEFAULT_CSS = """
    NowPanel { width: 1fr; height: 1fr; padding: 0 1; }
    NowPanel BigType { color: $text-primary; height: 1fr; min-height: 2; max-height: 8; }
    """

    value: var[Now | None] = var(None)

    def compose(self) -> ComposeResult:
        """The name above, the details below."""
        yield NowTitle()
        yield BigType()
        yield NowDetails()

    def watch_value(self, now: Now | None) -> None:
        """Hand the value to the parts."""
        if now is None or not self.is_mounted:
            return
        self.query_one(NowTitle).value = now
        self.query_one(BigType).text = shown(now.name) or NOBODY
        self.query_one(NowDetails).value = now


class NextLine(Panel[Upcoming]):
    """The title of the next speaker, how far away it is, and how the statement comes."""

    DEFAULT_CSS = "NextLine { height: 1; }"

    def picture(self, value: Upcoming) -> Content:
        line = Content.assemble(
            styled("NEXT ", "quiet").stylize("bold"),
            styled(f" {value.when} ", "strong").stylize("reverse") if value.when else "",
            styled(f"  {value.delivery}", "warn") if value.delivery else "",
            styled(f"  {value.details}") if value.details else "",
        )
        return line.truncate(self.size.width, ellipsis=True)


class ThenLines(Panel[tuple[Upcoming, ...]]):
    """The two after the next, a line each."""

    DEFAULT_CSS = "ThenLines { height: 2; }"

    def picture(self, value: tuple[Upcoming, ...]) -> Content:
        return Content("\n").join(
            Content.assemble(
                styled("then ", "quiet"),
                styled(row.name, "strong"),
                styled(f"  {row.when}") if row.when else "",
                styled(f"  {row.delivery}", "warn") if row.delivery else "",
                styled(f"  {row.details}", "quiet") if row.details else "",
            ).truncate(self.size.width, ellipsis=True)
            for row in value
        )


class NextPanel(Vertical):
    """The next three."""

    DEFAULT_CSS = """
    NextPanel { height: 7; padding: 0 1; }
    NextPanel BigType { height: 1fr; }
    """

    value: var[tuple[Upcoming, ...] | None] = var(None)

    def compose(self) -> ComposeResult:
        """When, the name as large as it fits, and who follows."""
        yield NextLine()
        yield BigType()
        yield ThenLines()

    def watch_value(self, value: tuple[Upcoming, ...] | None) -> None:
        """Hand the rows to the parts."""
        if value is None or not self.is_mounted:
            return
        first = value[0] if value else Upcoming(NOBODY, "", "", "")
        self.query_one(NextLine).value = first
        self.query_one(BigType).text = shown(first.name)
        self.query_one(ThenLines).value = value[1:]
