"""The page of what has been heard: read, sought, corrected, and seen as pictures of the time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Label, Static

from plenary_tui.actions import Page, key_name, on_page
from plenary_tui.actions.action import Task
from plenary_tui.actions.reached import fields_at_once
from plenary_tui.actions.registry import action
from plenary_tui.procedure.ground.done import InForce, Record
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.screens.live import LiveScreen
from plenary_tui.screens.page_keys import acting, leaving
from plenary_tui.screens.picks import HEIGHTS
from plenary_tui.views.heard.happenings import (
    Happening,
    Key,
    Looked,
    Span,
    happenings,
    looked_at,
    same_happenings,
)
from plenary_tui.views.heard.heard_rows import HeardRow, Rows, Wording
from plenary_tui.views.heard.time_used import LEGEND, summed_up
from plenary_tui.views.heard.whole import whole_lines
from plenary_tui.views.record.passing import Passage, passages
from plenary_tui.views.record.scope import Chosen
from plenary_tui.widgets.bottom import FilterLine, LineField, MessageLine, Said
from plenary_tui.widgets.heard_lines import HeardLines
from plenary_tui.widgets.heard_parts import columns_line
from plenary_tui.widgets.keys_named import KeysNamed
from plenary_tui.widgets.panels import styled

Correct = Callable[[Happening], None]
"""Asks what of it was recorded wrongly, and has that corrected."""
SHOWN = (Task.HEARD_PICTURES, Task.HEARD_CORRECTIONS)
"""What may be shown in place of the list; the same key shows the list again."""
Rowed = Callable[[], tuple[InForce, Callable[[], None]]]
"""What reads the rows in force, and what waits while a key is being done: both in a thread."""
NOTHING_YET = "Nothing was heard here yet."
NONE_MATCHES = "Nothing heard here has these words."
NOTHING_CHOSEN = "Go to a statement or a vote first; that is what can be corrected."


class HeardScreen(LiveScreen[None]):
    """Shows what was heard; what is under its cursor can be corrected, and nothing else is done."""

    PAGE = Page.HEARD
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = "HeardLines"
    BINDINGS: ClassVar[list[BindingType]] = [
        leaving(PAGE),
        *acting(PAGE),
        Binding("up", "go(-1)", "Up", show=False),
        Binding("down", "go(1)", "Down", show=False),
    ]

    def __init__(
        self,
        conference: Conference,
        now: Instant,
        correct: Correct,
        rowed: Rowed,
        asked: str = "",
    ) -> None:
        """Make the page.

        Args:
            asked: what is done at first, by the id of the action; "" for nothing.
        """
        super().__init__(conference, now)
        self._correct, self._asked, self._rowed = correct, asked, rowed
        self._passages: tuple[Passage, ...] | None = None
        self._passed: object = None  # the statements of which the passages are
        self._span = Span.MEETING
        self._instead = ""
        self._wording = Wording(conference)
        self._all: tuple[Happening, ...] = ()
        self._looked = Looked("", ())
        self._seen = conference
        self._last: Key | None = None  # what the cursor was on last

    def compose(self) -> ComposeResult:
        """The clock, how much is shown and what it comes to, the list, one thing whole, keys."""
        with Vertical(classes="dialog whole heard"):
            yield Label(id="clock", classes="title", markup=False)
            yield Static(id="spans")
            yield Static(id="sum")
            yield FilterLine("a name, a speaker, a language ...   (Escape shows all)")
            yield Static(id="head")
            yield HeardLines()
            yield Static(id="detail")
            yield MessageLine()
            yield KeysNamed(self._what_keys_do())

    def on_mount(self) -> None:
        """Show what was heard at this meeting, with the cursor on what was heard last."""
        self._all = happenings(self.conference)
        super().on_mount()
        if self._asked:
            self.call_after_refresh(self.action_act, self._asked)

    @property
    def subject(self) -> str:
        """The title."""
        return action(self.PAGE).label

    @property
    def span(self) -> Span:
        """How much is looked at."""
        return self._span

    @property
    def instead(self) -> str:
        """What is shown in place of the list, by the id of the action; "" for the list."""
        return self._instead

    def show_state(self, before: Conference | None) -> None:
        """Show what was heard since, if anything was; the cursor stays where it is."""
        first, next_minute = before is self.conference, before is None
        midnight_may_come = next_minute and self._span is Span.DAY
        if not (first or midnight_may_come) and same_happenings(self._seen, self.conference):
            return
        self._seen = self.conference
        self._wording.follow(self.conference)
        self._all = happenings(self.conference)
        self._show()

    def say(self, said: Said) -> None:
        """Say what was recorded or refused."""
        self.query_one(MessageLine).value = said.in_keys(self.where)

    @property
    def typed(self) -> str:
        """The words that what is shown must have."""
        return self.query_one(FilterLine).value

    def _show(self) -> None:
        self._looked = looked_at(self.conference, self._all, self._span, self.now)
        found = self._wording.matching(self._looked.happenings, self.typed)
        self.query_one("#spans", Static).update(self._spans_line(), layout=False)
        self.query_one("#sum", Static).update(styled(summed_up(found), "strong"), layout=False)
        self._show_head()
        self.query_one(HeardLines).show(
            self._rows(found), wanted=self._last, at_end=not (self.typed or self._instead)
        )

    def _rows(self, found: tuple[Happening, ...]) -> Rows:
        if self._instead == Task.HEARD_PICTURES:
            return self._wording.pictures(found, self._passages_of(found))
        if self._instead == Task.HEARD_CORRECTIONS:
            return self._wording.corrections(found)
        if not found:
            words = NONE_MATCHES if self._looked.happenings else NOTHING_YET
            return Rows([HeardRow("sentence", words)])
        return self._wording.heard(found)

    def _passages_of(self, found: tuple[Happening, ...]) -> tuple[Passage, ...] | None:
        """How the lists went of which something is shown; None while that is reckoned."""
        if self._passed is not self.conference.statements:
            self._passed = self.conference.statements
            keys = frozenset((one.body, one.meeting) for one in self._all)
            self._reckon(self._passed, Chosen(keys, None, "", "", ()), *self._rowed())
        if self._passages is None:
            return None
        shown = {(one.body, one.meeting, one.item) for one in found}
        return tuple(one for one in self._passages if (one.body, one.meeting, one.item) in shown)

    @work(thread=True, group="passages", exclusive=True, description="lists against the clock")
    def _reckon(
        self,
        of: object,
        chosen: Chosen,
        in_force: InForce,
        give_way: Callable[[], None],
    ) -> None:
        """Fold the rows once more, beside the podium."""

        def yielding() -> Iterator[Record]:
            for record in in_force(give_way):
                give_way()
                yield record

        found = passages(yielding(), chosen)
        self.post_message(self.Reckoned(found, of))

    class Reckoned(Message):
        """How the lists went is known."""

        def __init__(self, found: tuple[Passage, ...], of: object) -> None:
            super().__init__()
            self.found, self.of = found, of

    def on_heard_screen_reckoned(self, event: Reckoned) -> None:
        """Show it, if the pictures still are."""
        event.stop()
        if event.of is not self._passed:
            return  # somebody was heard since
        self._passages = event.found
        if self._instead == Task.HEARD_PICTURES:
            self._show()

    def _what_keys_do(self) -> str:
        """What can be pressed; the key of what is shown in place of the list shows the list."""
        keys = tuple(dict.fromkeys(self.may_do.line(self.PAGE)))
        if not self._instead:
            return "  ".join(("Enter correct", *keys, "Escape leave"))
        own = next(key_name(at.key) for row, at in on_page(self.PAGE) if row.id == self._instead)
        back = (f"{own} the list again" if one.startswith(f"{own} ") else one for one in keys)
        return "  ".join((*back, "Escape leave"))

    def _show_head(self) -> None:
        self.query_one(".keys", Label).update(self._what_keys_do())
        width = self.query_one(HeardLines).content_size.width or self.size.width - 4
        pictures = self._instead == Task.HEARD_PICTURES
        self.set_class(pictures, "-pictures")
        head = LEGEND if pictures else columns_line(width)
        if self._instead and not pictures:
            head = action(self._instead).label
        self.query_one("#head", Static).update(styled(head, "quiet"), layout=False)

    def _spans_line(self) -> Content:
        """Each that can be looked at, with its key; the one that is stands in brackets."""
        parts: list[Content] = []
        for row, at in on_page(self.PAGE):
            if row.id != Task.HEARD_SPAN:
                continue
            for key, given in at.at_once.items():
                chosen = given["span"] == self._span
                words = f"[{given['span']}]" if chosen else f" {given['span']} "
                parts += (
                    styled(f"{key_name(key)} ", "quiet"),
                    styled(words, "strong" if chosen else "plain"),
                    Content(" "),
                )
        return Content.assemble(*parts, " ", styled(self._looked.words, "strong"))

    def on_drawn_lines_moved(self) -> None:
        """Say all that is known of what is under the cursor."""
        happening = self._happening
        if happening is None:
            self.query_one("#detail", Static).update("")
            return
        self._last = happening.key
        first, *rest = whole_lines(self._wording, happening)
        lines = [styled(first, "strong"), *(styled(line) for line in rest)]
        self.query_one("#detail", Static).update(Content("\n").join(lines))

    @property
    def _happening(self) -> Happening | None:
        chosen = self.query_one(HeardLines).chosen
        return chosen.of if chosen is not None else None

    def on_drawn_lines_chosen(self) -> None:
        """A double click corrects."""
        self._correct_chosen()

    @on(FilterLine.Changed, "FilterLine")
    def show_matching(self, event: FilterLine.Changed) -> None:
        """Show only what has these words."""
        event.stop()
        self._show()

    def on_line_field_released(self, event: LineField.Released) -> None:
        """The line gave the keys back."""
        event.stop()
        self.query_one(HeardLines).focus()

    def on_resize(self, event: events.Resize) -> None:
        """Name the columns there is room for."""
        if self.is_mounted:
            self.call_after_refresh(self._show_head)

    def action_go(self, by: int) -> None:
        """Go to the row above or below, while words are typed too."""
        self.query_one(HeardLines).action_step(by)

    def action_act(self, identity: str) -> None:
        """Do what a key of the page asks for."""
        if identity == Task.FIND_HEARD:
            self.query_one(FilterLine).open()
        elif identity == Task.HEARD_SPAN:
            spans = list(Span)
            self._look_at(spans[(spans.index(self._span) + 1) % len(spans)])
        elif identity in SHOWN:
            self._instead = "" if self._instead == identity else identity
            self._show()
        else:
            self._correct_chosen()

    def action_act_at_once(self, identity: str, key: str) -> None:
        """Look at what a key names."""
        self._look_at(Span(str(fields_at_once(self.PAGE, key)["span"])))

    def _look_at(self, span: Span) -> None:
        self._span = span
        self._show()

    def _correct_chosen(self) -> None:
        happening = self._happening
        if happening is None:
            self.say(Said(NOTHING_CHOSEN, "warn"))
        else:
            self._correct(happening)

    def action_leave(self) -> None:
        """Back to the podium."""
        self.dismiss()
