"""The questions that set up a conference, one at a time on a page, with an answer ready."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label, Static

from plenary_tui import medium
from plenary_tui.exchange.founding.drafting import BACK, Drafting, said
from plenary_tui.exchange.founding.questions import Question, summary
from plenary_tui.procedure.ground.as_typed import Unread
from plenary_tui.screens.live import Modal, is_there
from plenary_tui.views.wording.telling import Tone
from plenary_tui.widgets.fields import TextField
from plenary_tui.widgets.keys_named import KeysNamed
from plenary_tui.widgets.panels import styled, styled_lines

ROWS_ASKED = 19
"""Rows that the question itself may need; in the others stand the answers before it."""
FEWEST = 3
"""Answers before it that are shown in any case."""
LINES_SHOWN, ROWS_AROUND = 4, 26
"""Lines of an answer that are shown in any case, the last ones, and the rows of all else."""
ONE_LINE = "Enter take it   ↑ the question before   Escape leave, answers are kept"
LINES = "Enter next line, none: take them   Backspace one back   ↑ before   Escape"
MAKE = "Enter make it   ↑ the question before   Escape leave, answers are kept"


class AnswerField(TextField):
    """A field that tells of several lines pasted at once, and of going back before its first."""

    class Pasted(Message):
        """Several lines were pasted."""

        def __init__(self, lines: tuple[str, ...]) -> None:
            super().__init__()
            self.lines = lines

    class TakeBack(Message):
        """Something was to be deleted where the field was empty."""

    def on_paste(self, event: events.Paste) -> None:
        """Tell of several lines; a single one comes into the field."""
        lines = tuple(line.strip() for line in event.text.splitlines() if line.strip())
        if len(lines) > 1:
            event.stop()
            event.prevent_default()
            self.post_message(self.Pasted(lines))

    def action_delete_left(self) -> None:
        """Delete a character; where there is none, the line before is meant."""
        if self.value:
            super().action_delete_left()
        else:
            self.post_message(self.TakeBack())


class OwnConference(Modal[Path | None]):
    """Asks for a conference and writes its pack; answers the pack's folder, None if it is left.

    What was answered is kept at once, so that leaving loses nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        Binding("up", "back", "Back", show=False),
        Binding("enter", "take", "Take it", show=False),
    ]

    def __init__(self, draft: Drafting) -> None:
        super().__init__()
        self._draft = draft
        self._lines: list[str] = []

    def compose(self) -> ComposeResult:
        """Which question it is, the answers before, the question, its field, what is wrong."""
        with Vertical(classes="dialog own"):
            yield Label(id="place", classes="title", markup=False)
            yield Static(id="before")
            yield Static(id="question")
            yield Static(id="lines")
            yield AnswerField("line")
            yield Static(id="refusal")
            yield KeysNamed()

    def on_mount(self) -> None:
        """Ask the first question without an answer."""
        self._ask()

    def on_resize(self) -> None:
        """Show as many answers and lines as there is room for."""
        self._show_before()
        self._show_lines()

    def _ask(self) -> None:
        """Ask the present question; where there is none, whether the conference is to be made."""
        draft, field = self._draft, self.query_one(AnswerField)
        question = draft.question
        self._lines = []
        place = f"question {draft.place + 1}" if question is not None else "all is answered"
        self.query_one("#place", Label).update(f"Your own conference: {place}")
        self._show_before()
        self._say("")
        field.display = question is not None
        if question is None:
            self.query_one("#question", Static).update(styled_lines("\n".join(self._summary)))
            self.query_one("#lines", Static).update("")
            self._keys(MAKE)
            self.set_focus(None)
            return
        hint = f"{question.hint[:1].upper()}{question.hint[1:]}."
        words = Content.assemble(styled(question.words, "strong"), "\n", styled(hint, "quiet"))
        self.query_one("#question", Static).update(words)
        self._keys(LINES if question.lines else ONE_LINE)
        field.value = "" if question.lines else draft.ready
        field.focus()
        field.action_select_all()
        self._show_lines()

    @property
    def _summary(self) -> tuple[str, ...]:
        return ("This is what would be made:", *summary(self._draft.known))

    def _show_before(self) -> None:
        """The answers before, the last ones where there is no room for all."""
        draft = self._draft
        room = max(FEWEST, self.size.height - ROWS_ASKED)
        answered = draft.asked[: draft.place][-room:]
        width = max(20, self.query_one(".dialog").content_size.width)
        lines = [_answered(one, draft.typed.get(one.key, ""), width) for one in answered]
        self.query_one("#before", Static).update(Content("\n").join(lines))

    def _show_lines(self) -> None:
        """The lines typed so far; those that Enter takes, as long as there is none."""
        question, shown = self._draft.question, self.query_one("#lines", Static)
        if question is None or not question.lines:
            shown.update("")
        elif self._lines:
            room = max(LINES_SHOWN, self.size.height - ROWS_AROUND)
            lines = self._lines
            if len(lines) > room:
                lines = [f"{len(lines)} lines; the last:", *lines[1 - room :]]
            shown.update(styled_lines("\n".join(lines)))
        else:
            shown.update(styled_lines(f"Enter takes:\n{self._draft.ready}", "quiet"))

    def _say(self, text: str, tone: Tone = "bad") -> None:
        self.query_one("#refusal", Static).update(styled_lines(text, tone))

    def _keys(self, text: str) -> None:
        self.query_one(".keys", Label).update(text)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the field takes what is there."""
        event.stop()
        self.action_take()

    def on_answer_field_pasted(self, event: AnswerField.Pasted) -> None:
        """Several lines: those of an agenda, or too many for one answer."""
        event.stop()
        question = self._draft.question
        if question is not None and question.lines:
            self._lines += event.lines
            self._say("")
            self._show_lines()
        else:
            self._say("Several lines were pasted, and this answer has one: nothing was taken.")

    def on_answer_field_take_back(self, event: AnswerField.TakeBack) -> None:
        """The last line comes back into the field; of none yet, those that are ready."""
        event.stop()
        question = self._draft.question
        if question is None or not question.lines:
            return
        self._lines = self._lines or self._draft.ready.splitlines()
        field = self.query_one(AnswerField)
        field.value = self._lines.pop() if self._lines else ""
        field.cursor_position = len(field.value)
        self._show_lines()

    def action_take(self) -> None:
        """Take what is in the field; once all is answered, make the pack."""
        if not is_there(self):
            return
        draft, typed = self._draft, self.query_one(AnswerField).answer
        question = draft.question
        if question is None:
            self._make()
        elif typed == BACK:
            self.action_back()
        elif question.lines and typed:
            self._take_line(typed)
        elif question.lines:
            self._answer("\n".join(self._lines) or draft.ready)
        else:
            self._answer(typed or question.presumed(draft.known))

    def _take_line(self, typed: str) -> None:
        """Take one line; the path of a file is all of the answer."""
        if not self._lines and medium.is_file(medium.as_path(typed)):
            self._answer(typed)
            return
        self._lines.append(typed)
        self.query_one(AnswerField).clear()
        self._say("")
        self._show_lines()

    def _answer(self, typed: str) -> None:
        try:
            self._draft.answer(typed)
        except Unread as unread:
            self._say(said(unread))
        except OSError as error:
            self._ask()
            self._say(f"The answers cannot be kept meanwhile ({medium.why(error)}).", "warn")
        else:
            self._ask()

    def _make(self) -> None:
        try:
            folder = self._draft.write()
        except OSError as error:
            self._say(
                f"The pack cannot be written: {error.filename} ({medium.why(error)}). The answers "
                "are kept: make room or give it rights, and press Enter once more."
            )
        else:
            self.dismiss(folder)

    def action_back(self) -> None:
        """Ask the question before once more."""
        if self._draft.go_back():
            self._ask()
        else:
            self._say("This is the first question.", "warn")

    def action_leave(self) -> None:
        """Leave; what was answered is kept."""
        self.dismiss(None)


def _answered(question: Question, typed: str, width: int) -> Content:
    """A question with its answer in a line."""
    answer = "; ".join(typed.splitlines()) or "-"
    line = Content.assemble(styled(f"{question.words} ", "quiet"), styled(answer))
    return line.truncate(width, ellipsis=True)
