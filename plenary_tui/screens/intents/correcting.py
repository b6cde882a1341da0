"""A statement that has ended is corrected from the podium: first which, then what of it."""

from __future__ import annotations

from plenary_tui.actions import Action
from plenary_tui.procedure.floor.statement_corrections import heard_in, who_made
from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.state.conference import Conference, Statement
from plenary_tui.procedure.state.vocabulary import FloorKind
from plenary_tui.screens.intents.asking import Asking
from plenary_tui.screens.picks import Choice, Pick

NONE_YET = "No statement has ended yet, so there is none to correct."


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
        if number is None:
            return
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

    asking.podium.app.push_screen(Pick(asked.help, "", choices, numbered=False), chosen)


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
