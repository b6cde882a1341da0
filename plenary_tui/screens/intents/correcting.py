"""A statement that has ended is corrected from the podium: first which, then what of it."""

from __future__ import annotations

from plenary_tui.actions import Action
from plenary_tui.actions.registry import action
from plenary_tui.procedure.decisions.vote_corrections import NUMBERED, CorrectVote
from plenary_tui.procedure.floor.statement_corrections import CorrectStatement, heard_in, who_made
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.state.conference import Conference, Statement
from plenary_tui.procedure.state.proceedings import Decision, MotionOutcome, Ruling
from plenary_tui.procedure.state.vocabulary import FloorKind
from plenary_tui.screens.intents.asking import Asking
from plenary_tui.screens.intents.drafts import draft_dialog
from plenary_tui.screens.picks import Choice, Pick
from plenary_tui.views.heard.happenings import Happening
from plenary_tui.widgets.bottom import Said

NONE_YET = "No statement has ended yet, so there is none to correct."
NOT_CORRECTED = (
    "Statements and votes are corrected here. What else was recorded is undone ([undo])."
)
CORRECT_VOTE_ON = {
    "motion": "Correct the vote that was taken on the motion, or add who voted how.",
    "appeal": "Correct the vote that was taken on the appeal, or add who voted how.",
}
"""What is asked, by the field that names what the vote was on."""
VOTED_SINCE = "The draft was put to the vote again since: only its last vote can be corrected."


def correct_statement(asking: Asking, asked: Action) -> None:
    """Ask which statement of the last meeting that heard one, the latest first; then what of it."""
    conference = asking.conference
    if not conference.statements:
        asking.refuse(NONE_YET)
        return
    last = conference.statements[-1]
    heard = heard_in(conference, last.meeting, last.body)
    choices = tuple(
        Choice(number, _label(conference, one), _remark(one)) for number, one in reversed(heard)
    )

    def chosen(number: int | None) -> None:
        if number is not None:
            ask_what_of(asking, asked, number)

    asking.podium.app.push_screen(Pick(asked.help, "", choices, numbered=False), chosen)


def ask_what_of(asking: Asking, asked: Action, number: int) -> None:
    """Ask what of the statement of that number, from 1, was recorded wrongly."""
    one = asking.conference.statements[number - 1]
    asks = tuple(name for name in asked.asks if name != "delegation" or one.whose)
    asking.ask(
        f"{who_made(asking.conference, one)}: {asked.help}",
        asked.act,
        asks,
        given={"number": f"#{number}"},
        start=_start(one, asks),
        label=asked.label,
    )


def correct_happening(asking: Asking, happening: Happening) -> None:
    """Ask what of a statement or a vote was recorded wrongly; other things say why they are not."""
    matter = happening.matter
    if isinstance(matter, Statement):
        ask_what_of(asking, action(CorrectStatement.act), happening.key[1])
    elif isinstance(matter, MotionOutcome) and matter.vote is not None:
        _ask_numbers(asking, "motion", matter.motion.number)
    elif isinstance(matter, Ruling) and matter.appeal is not None:
        _ask_numbers(asking, "appeal", matter.point.number)
    elif not isinstance(matter, Decision) or matter.vote is None:
        asking.podium.say(Said(NOT_CORRECTED, "warn"))
    elif any(
        one.vote is not None and one.document == matter.document
        for one in asking.conference.decisions[happening.key[1] :]
    ):
        asking.podium.say(Said(VOTED_SINCE, "warn"))
    else:
        asked = action(CorrectVote.act)
        found = draft_dialog(asking.conference, asked, matter.document, {}, asking.record)
        if not isinstance(found, Command):
            asking.push(found)


def _ask_numbers(asking: Asking, field: str, number: int) -> None:
    """Ask what the numbers of a vote on a motion or an appeal are, or who voted how."""
    asked = action(CorrectVote.act)
    asks = tuple(name for name in asked.asks if name != "document")
    title = CORRECT_VOTE_ON[field]
    asking.ask(title, asked.act, asks, given={field: f"{NUMBERED}{number}"}, label=asked.label)


def _label(conference: Conference, one: Statement) -> str:
    hour = f"{local(conference, one.started_at or one.called_at):%H:%M}"
    return f"{hour}  {who_made(conference, one)}"


def _remark(one: Statement) -> str:
    """What is known of who spoke, and what kind of statement it was."""
    known = one.entry or one.person
    kind = "" if one.kind is FloorKind.STATEMENT else one.kind.value
    language = known.language.value if known.language else ""
    corrected = "corrected" if one.corrections else ""
    parts = (kind, known.speaker, known.function, language, corrected)
    return ", ".join(part for part in parts if part)


def _start(one: Statement, asks: tuple[str, ...]) -> dict[str, str]:
    """What the fields hold at first: what was recorded."""
    known = one.entry or one.person
    start = {name: str(getattr(known, name, None) or "") for name in asks if name != "reason"}
    if "delegation" in asks:
        start["delegation"] = one.whose
    return start
