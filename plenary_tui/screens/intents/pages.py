"""Opening what stands over the podium: agenda, forecast, programme, motions, quorum, drafts.

The screens themselves are imported when they are first opened.
"""

from __future__ import annotations

from collections.abc import Callable

from plenary_tui.actions import Action, Page, in_keys
from plenary_tui.actions.registry import action
from plenary_tui.actions.typed import make_command
from plenary_tui.procedure.ground.act import Command, Refused
from plenary_tui.procedure.ground.pending import pending_motions
from plenary_tui.procedure.meetings.agenda import TakeUpItem, next_item
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.vocabulary import Body, Stage
from plenary_tui.screens.intents.asking import Asking
from plenary_tui.screens.intents.correcting import correct_happening
from plenary_tui.screens.intents.voting_by_name import open_roll_call
from plenary_tui.screens.picks import Choice, Pick
from plenary_tui.widgets.bottom import Said

NO_ITEM = "No agenda item is taken up. Choose one first (take-up-item)."
NEXT_STAGES = "Enter takes an item up; then [introduce-item] goes on with it, stage by stage."


def open_agenda(asking: Asking) -> None:
    """The agenda; the item chosen is taken up."""
    conference = asking.conference
    if not conference.items:
        asking.podium.say(Said("The agenda is empty.", "bad"))
        return
    choices = tuple(
        Choice(item.symbol, f"{item.symbol:<5} {item.title}", _remark(conference, item.symbol))
        for item in conference.items
    )
    symbols = [item.symbol for item in conference.items]
    likely = _likely(conference)
    at = symbols.index(likely) if likely in symbols else 0

    def chosen(symbol: str | None) -> None:
        if symbol is not None:
            asking.attempt(f"Take up item {symbol}", TakeUpItem(item=symbol))

    text = "\n".join((in_keys(NEXT_STAGES), *_illustrative(conference)))
    title = action(TakeUpItem.act).label
    asking.podium.app.push_screen(
        Pick(title, text, choices, at, numbered=False, careful=True), chosen
    )


def _illustrative(conference: Conference) -> tuple[str, ...]:
    """Which items are sample data, told once for all of them; () if none is."""
    sample = [item.symbol for item in conference.items if item.illustrative]
    adopted = [item.symbol for item in conference.items if not item.illustrative]
    if not sample:
        return ()
    which = ", ".join(sample)
    if not adopted:
        which = "All items"
    elif len(adopted) < len(sample):
        which = f"All items but {', '.join(adopted)}"
    are = "is" if len(sample) == 1 else "are"
    return (f"{which} {are} illustrative: sample data, not the adopted agenda.",)


def _planned(conference: Conference) -> tuple[str, ...]:
    """The items planned for the meeting that sits, in a break for the Committee too."""
    plenary = conference.sitting_of(Body.PLENARY)
    planned = conference.planned(plenary.number) if plenary else None
    return planned.items if planned else ()


def _likely(conference: Conference) -> str | None:
    """The item the cursor stands on: the current one until it is over, then the next."""
    current = conference.current_item
    if current is None or current.stage_in(conference.body).over:
        current = next_item(conference) or current
    return current.symbol if current is not None else None


def _remark(conference: Conference, symbol: str) -> str:
    item = conference.item_named(symbol)
    assert item is not None
    stage = item.stage_in(conference.body)
    waiting = len(conference.list_of(symbol, conference.body).waiting)
    parts = [
        "current" if symbol == conference.item else "",
        "planned now" if symbol in _planned(conference) else "",
        "" if stage is Stage.NOT_TAKEN_UP else stage.value,
        f"{waiting} waiting" if waiting else "",
        ", ".join(item.documents),
    ]
    return ", ".join(part for part in parts if part)


def open_forecast(asking: Asking) -> None:
    """The forecast screen; what is chosen there is done, its decision asked for first."""
    from plenary_tui.actions.trials import DECIDED, Trial, fields_of, label_of
    from plenary_tui.screens.forecast import ForecastScreen

    conference, now = asking.conference, asking.podium.now
    if conference.current_list is None or now is None:
        asking.refuse(NO_ITEM)
        return

    def chosen(trial: Trial | None) -> None:
        if trial is None:
            return
        at = asking.podium.now or now
        title = label_of(trial, asking.conference, at)
        try:
            given = fields_of(trial, asking.conference, at)
        except Refused as refused:
            asking.refuse(str(refused))
            return
        if trial.asks:
            start = dict.fromkeys(trial.asks, DECIDED)
            asking.ask(title, trial.act, trial.asks, given={**given, **start}, start=start)
        else:
            asking.attempt(title, make_command(trial.act, given))

    asking.podium.open_live(ForecastScreen(conference, now), chosen)


def open_programme(asking: Asking) -> None:
    """The week's programme."""
    from plenary_tui.screens.programme import ProgrammeScreen

    now = asking.podium.now
    assert now is not None
    asking.podium.open_live(ProgrammeScreen(asking.conference, now, asking.record))


def open_heard(asking: Asking, asked: str = "") -> None:
    """The page of what has been heard; `asked` is what is done on it at first."""
    from plenary_tui.screens.what_was_heard import HeardScreen

    now = asking.podium.now
    assert now is not None
    asking.podium.open_live(
        HeardScreen(
            asking.conference,
            now,
            lambda happening: correct_happening(asking, happening),
            lambda: (asking.officer.in_force(), asking.officer.give_way),
            asked,
        )
    )


def open_alone(asking: Asking) -> None:
    """The page of what podiums recorded alone; what is chosen there is done again, or left."""
    from plenary_tui.screens.alone import AloneScreen

    now = asking.podium.now
    assert now is not None

    def decide(row: Action, number: int) -> None:
        if asking.may(row):
            given = dict(row.preset) or {"alone": number}
            asking.attempt(row.help, make_command(row.act, given), row.label)

    asking.podium.open_live(AloneScreen(asking.conference, now, decide))


def open_incoming(asking: Asking) -> None:
    """The page on which a file of an office is taken over."""
    from plenary_tui.screens.incoming import IncomingScreen

    now = asking.podium.now
    assert now is not None
    officer = asking.officer
    asking.podium.open_live(IncomingScreen(asking.conference, now, officer))


def open_motions(asking: Asking, do: Callable[[Action], None]) -> None:
    """The page of motions and replies; what is chosen there is asked for and done.

    While a motion waits the page comes back, so that its next key is not taken for the podium's.
    """
    from plenary_tui.screens.motions import MotionsScreen

    now = asking.podium.now
    assert now is not None

    def chosen(identity: str | None) -> None:
        if identity is None:
            return
        row = action(identity)
        if not asking.may(row):
            return
        if row.asks:
            asking.ask(row.help, row.act, row.asks, given=dict(row.preset), then=come_back)
        else:
            do(row)

    def come_back(done: bool | None) -> None:
        if pending_motions(asking.conference):
            open_motions(asking, do)

    asking.podium.open_live(MotionsScreen(asking.conference, now), chosen)


def open_quorum(asking: Asking, asked: Action) -> None:
    """Ask how many parties are present, under what that number is needed for."""
    from plenary_tui.views.wording.quorum import quorum_page

    asking.ask(quorum_page(asking.conference), asked.act, asked.asks)


def open_drafts(asking: Asking) -> None:
    """The screen of drafts, which stays open while they are acted on."""
    from plenary_tui.screens.drafts import DraftsScreen

    now = asking.podium.now
    assert now is not None

    def act(asked: Action, number: int | None, known: dict[str, object]) -> None:
        act_on_draft(asking, asked, number, known)

    asking.podium.open_live(DraftsScreen(asking.conference, now, act))


def open_script(asking: Asking) -> None:
    """The President's lines in large type."""
    from plenary_tui.screens.script import ScriptScreen

    now, podium = asking.podium.now, asking.podium
    assert now is not None
    podium.open_live(ScriptScreen(asking.conference, now, podium.words_to_say))


def act_on_draft(
    asking: Asking, asked: Action, number: int | None = None, known: dict[str, object] | None = None
) -> None:
    """Do an action on the draft of that number; on the one that is named, if None."""
    from plenary_tui.screens.intents.drafts import draft_dialog

    if asked.id == Page.ROLL_CALL:
        open_roll_call(asking, number)
        return
    if not asked.act:
        asking.serve(asked.id)
        return
    if not asking.may(asked):
        return
    found = draft_dialog(asking.conference, asked, number, known or {}, asking.record)
    if isinstance(found, Command):
        asking.attempt(asked.help, found)
    else:
        asking.push(found)
