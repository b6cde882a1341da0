"""The screen of drafts and decisions: which there are, how they stand, and what to do with one."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, OptionList, Static
from textual.widgets.option_list import Option

from plenary_tui.actions import Action, Page, in_keys, on_page
from plenary_tui.actions.drafts import fitting
from plenary_tui.actions.reached import fields_at_once
from plenary_tui.actions.registry import action
from plenary_tui.procedure.ground.drafts import is_late, label_of, opening, pending_draft
from plenary_tui.procedure.state.conference import Conference, Document
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.screens.live import LiveScreen
from plenary_tui.screens.page_keys import acting, leaving
from plenary_tui.screens.picks import HEIGHTS, Choice, Pick
from plenary_tui.views.drafts import document_lines, standing
from plenary_tui.widgets.bottom import MessageLine, Said
from plenary_tui.widgets.choices import Choices
from plenary_tui.widgets.keys_named import KeysNamed
from plenary_tui.widgets.panels import TALL, styled

Ask = Callable[[Action, int | None, dict[str, object]], None]
"""Does an action on the draft of that number, with fields that are known already."""

UNDER = 14
"""Columns of a draft's mark and name, under which nothing stands of what is known of it."""
NARROW = 100
"""Columns below which languages are counted, so that there is room for the title."""


def head(narrow: bool) -> str:
    """The heads of the columns."""
    languages = "languages " if narrow else f"{'languages':<17} "
    return f"{'':<2}{'draft':<11} {'item':<5} {'stands':<20} {languages} title"


NOTHING = "No draft is known yet. Press [table-document] to record one."


class DraftsScreen(LiveScreen[None]):
    """Shows all drafts, and all that is known of the one under the cursor; of each, if it fits."""

    PAGE = Page.DRAFTS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        leaving(PAGE),
        *acting(PAGE),
    ]

    def __init__(self, conference: Conference, now: Instant, ask: Ask) -> None:
        super().__init__(conference, now)
        self._ask = ask

    def compose(self) -> ComposeResult:
        """Title with the clock, the drafts, the chosen one, and what was done last."""
        with Vertical(classes="dialog whole drafts"):
            yield Label(id="clock", classes="title", markup=False)
            yield Static(id="head")
            yield Choices(compact=True)
            yield Static(id="detail")
            yield MessageLine()
            keys = ("Enter what can be done", *self.may_do.line(self.PAGE), "Escape leave")
            yield KeysNamed("   ".join(keys))

    def on_mount(self) -> None:
        """Begin with the draft before the meeting, else with the first of the current item."""
        documents = self.conference.documents
        first = pending_draft(self.conference) or next(
            (one for one in documents if one.item == self.conference.item), None
        )
        super().on_mount()
        self._list(documents.index(first) if first else 0)
        self.query_one(OptionList).focus()

    @property
    def subject(self) -> str:
        """The title."""
        return "Drafts and decisions"

    def show_state(self, before: Conference | None) -> None:
        """Show the drafts once more where anything happened."""
        if before is not None:
            self._list(self._place)

    def say(self, said: Said) -> None:
        """Tell what was done last, or why it was refused."""
        self.query_one(MessageLine).value = said.in_keys(self.where)

    @property
    def _place(self) -> int:
        return self.query_one(OptionList).highlighted or 0

    @property
    def chosen(self) -> Document | None:
        """The draft under the cursor."""
        documents = self.conference.documents
        return documents[min(self._place, len(documents) - 1)] if documents else None

    def _list(self, place: int) -> None:
        self.query_one("#head", Static).update(styled(head(self._narrow), "quiet"))
        drafts = self.query_one(OptionList)
        documents = self.conference.documents
        if drafts.option_count > len(documents):
            place = len(documents) - 1  # one was undone
        self.set_class(not documents, "-none")
        drafts.clear_options()
        drafts.add_options(Option(self._row(one)) for one in documents)
        drafts.highlighted = min(place, len(documents) - 1) if documents else None
        self._show_detail()

    def _row(self, document: Document) -> Content:
        """A draft in one line, its title cut to what is left of it."""
        name = label_of(document) if document.symbol else f"no. {document.number}"
        stands = standing(self.conference, document)
        late = "LATE " if is_late(self.conference, document) else ""
        ticks = self._ticks(document)
        tone = "strong" if document is pending_draft(self.conference) else "plain"
        mark = "▶ " if tone == "strong" else "  "
        line = f"{mark}{name:<11} {document.item or '-':<5} {stands:<20} {ticks}  "
        content = Content.assemble(
            styled(line, "strong" if tone == "strong" else "plain"),
            styled(late, "warn"),
            styled(document.title, "quiet"),
        )
        width = self.query_one(OptionList).content_size.width or self.size.width - 4
        row = content.truncate(max(20, width - 2), ellipsis=True)
        if not self._whole:
            return row
        _, *known = document_lines(self.conference, document)
        if row.cell_length < content.cell_length:
            known = [document.title, *known]
        rows = (part for line in known for part in styled(line, "quiet").wrap(width - UNDER - 2))
        return Content("\n").join((row, *(part.pad_left(UNDER) for part in rows), Content("")))

    @property
    def _whole(self) -> bool:
        """Whether there is room for all that is known of every draft."""
        return self.size.height >= TALL

    @property
    def _narrow(self) -> bool:
        return self.size.width < NARROW

    def _ticks(self, document: Document) -> str:
        """The languages it is there in: each, or how many where there is little room."""
        if self._narrow:
            return f"{len(document.languages)} of {len(Language):<4}"
        return " ".join(one.code.upper() if one in document.languages else "··" for one in Language)

    def _show_detail(self) -> None:
        document = self.chosen
        if document is None:
            self.query_one("#detail", Static).update(styled(in_keys(NOTHING, self.where), "quiet"))
            return
        first, *rest = document_lines(self.conference, document)
        lines = [styled(first, "strong"), *(styled(line) for line in rest)]
        self.query_one("#detail", Static).update(Content("\n").join(lines))

    def on_option_list_option_highlighted(self) -> None:
        """Show all that is known of the draft under the cursor."""
        self._show_detail()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask what to do with a draft, of what makes sense now."""
        event.stop()
        document = self.chosen
        if document is None:
            return
        rows = fitting(self.conference, document)
        keys = {row.id: at.key for row, at in on_page(self.PAGE)}
        remark = self.may_do.remark
        choices = tuple(Choice(row.id, row.label, remark(row), keys[row.id]) for row in rows)

        def chosen(identity: str | None) -> None:
            if identity is not None:
                self._ask(action(identity), document.number, {})

        self.app.push_screen(Pick(opening(label_of(document)), "", choices), chosen)

    def on_resize(self, event: events.Resize) -> None:
        """Cut the titles to the new width."""
        if self.is_mounted:
            self.call_after_refresh(self._list, self._place)

    def action_act(self, identity: str) -> None:
        """Do an action on the draft under the cursor."""
        document = self.chosen
        self._ask(action(identity), document.number if document else None, {})

    def action_act_at_once(self, identity: str, key: str) -> None:
        """Do an action on the draft under the cursor with what its key gives, as a language."""
        if (document := self.chosen) is not None:
            given = dict(fields_at_once(self.PAGE, key))
            self._ask(action(identity), document.number, given)

    def action_leave(self) -> None:
        """Back to the podium."""
        self.dismiss(None)
