"""What has happened before a podium opens: acts done in the small conference, one upon another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plenary_tui.desk.writing import Desk, Receipt
from plenary_tui.procedure.alone.recorded_alone import NoteAlone
from plenary_tui.procedure.state.conference import Alone
from plenary_tui.procedure.state.vocabulary import Language
from tests.chamber import FakeClock, command_of, vienna

NIGER = '{"delegation":"NER","item":"1(f)"}'
Prepare = Callable[[Desk, FakeClock], None]
"""Acts that are done before the podium opens."""


def act(desk: Desk, name: str, **fields: Any) -> Receipt:
    """Do an act by its name."""
    return desk.dispatch(command_of(name, **fields))


def nothing(desk: Desk, clock: FakeClock) -> None:
    """The conference is convened, and nothing else."""


def ten_in_the_morning(desk: Desk, clock: FakeClock) -> None:
    """The hour of the first meeting, which has not been opened."""
    clock.until(vienna(14, 10))


def meeting_open(desk: Desk, clock: FakeClock) -> None:
    """The first meeting has just been opened."""
    ten_in_the_morning(desk, clock)
    act(desk, "open-meeting")


def list_of_four(desk: Desk, clock: FakeClock) -> None:
    """Nigeria, Guinea, an IGO and an NGO wait on the list for item 1(f), which is taken up."""
    meeting_open(desk, clock)
    act(desk, "take-up-item", item="1(f)")
    for delegation in ("NGA", "GIN", "INTERPOL"):
        act(desk, "inscribe", delegation=delegation)
    act(desk, "inscribe", delegation="WATCH", speaker="Sample Speaker 1", function="Director")


def floor_open(desk: Desk, clock: FakeClock) -> None:
    """The same, with the floor open."""
    list_of_four(desk, clock)
    act(desk, "open-floor")


ALONE = (
    Alone(0, "podium@b", vienna(14, 10), "Niger was inscribed.", "1", "inscribe", NIGER),
    Alone(0, "podium@b", vienna(14, 10), "A file was taken over.", "2"),
)
"""What another podium has recorded alone."""


def recorded_alone(desk: Desk, clock: FakeClock) -> None:
    """The floor is open, and another podium has recorded two acts alone."""
    floor_open(desk, clock)
    desk.dispatch(NoteAlone(acts=ALONE))


def called(desk: Desk, clock: FakeClock) -> None:
    """Nigeria has been called and has not begun."""
    floor_open(desk, clock)
    act(desk, "give-floor")


def speaking(desk: Desk, clock: FakeClock) -> None:
    """Nigeria has spoken for ten seconds."""
    called(desk, clock)
    act(desk, "start-clock")
    clock.advance(10)


def paused(desk: Desk, clock: FakeClock) -> None:
    """Nigeria has spoken for ten seconds and is paused."""
    speaking(desk, clock)
    act(desk, "pause-clock")


def suspended(desk: Desk, clock: FakeClock) -> None:
    """The meeting is suspended while Nigeria speaks."""
    speaking(desk, clock)
    act(desk, "suspend-meeting", reason="consultations")


def committee(desk: Desk, clock: FakeClock) -> None:
    """The Committee of the Whole sits."""
    floor_open(desk, clock)
    act(desk, "convene-committee")


def thematic(desk: Desk, clock: FakeClock) -> None:
    """Item 2(a) is taken up; nothing of it has happened yet."""
    meeting_open(desk, clock)
    act(desk, "take-up-item", item="2(a)")


def drafts(desk: Desk, clock: FakeClock) -> None:
    """Item 2 is taken up; L.1 comes under it, tabled by Nigeria, and L.2 under item 2(a)."""
    meeting_open(desk, clock)
    act(desk, "take-up-item", item="2")
    act(desk, "table-document", title="On fraud", sponsor="NGA", symbol="L.1", item="2")
    act(desk, "table-document", title="On firearms", sponsor="GIN", symbol="L.2", item="2(a)")


def translated(desk: Desk, clock: FakeClock) -> None:
    """The same, with L.1 edited and there in all six languages."""
    drafts(desk, clock)
    act(desk, "mark-edited", document="L.1")
    for language in Language:
        act(desk, "mark-translated", document="L.1", language=language)


def draft_taken_up(desk: Desk, clock: FakeClock) -> None:
    """The same, with L.1 before the meeting."""
    drafts(desk, clock)
    act(desk, "take-up-document", document="L.1")


def stages_done(stages: int) -> Prepare:
    """Item 2(a) with so many of its stages done."""

    def prepare(desk: Desk, clock: FakeClock) -> None:
        thematic(desk, clock)
        for name in ("introduce-item", "secretariat-statement", "open-floor")[:stages]:
            act(desk, name)

    return prepare


def after(prepare: Prepare, name: str, **fields: Any) -> Prepare:
    """One act more."""

    def more(desk: Desk, clock: FakeClock) -> None:
        prepare(desk, clock)
        act(desk, name, **fields)

    return more


def heard(desk: Desk, clock: FakeClock) -> None:
    """Half a morning: two States on item 1(f), a point of order, a reply, a vote on L.1."""
    drafts(desk, clock)
    act(desk, "take-up-item", item="1(f)")
    named = {"speaker": "Sample Speaker 2", "function": "Minister of Justice", "language": "fr"}
    act(desk, "inscribe", delegation="NGA", on_behalf_of="the African Group", **named)
    act(desk, "inscribe", delegation="GIN", language="en")
    act(desk, "open-floor")
    for seconds in (200, 100):
        act(desk, "give-floor")
        clock.advance(20)
        act(desk, "start-clock")
        clock.advance(seconds)
        act(desk, "end-statement")
        clock.advance(40)
    act(desk, "raise-point", delegation="TUR")
    clock.advance(30)
    act(desk, "rule-point", ruling="not upheld")
    act(desk, "request-reply", delegation="NER")
    act(desk, "grant-reply", override="now")
    act(desk, "start-clock")
    clock.advance(75)
    act(desk, "end-statement")
    act(desk, "move-motion", motion="close-debate", delegation="GIN")
    act(desk, "decide-motion", override="nobody minds", confirm=True)
    act(desk, "take-up-item", item="2")
    act(desk, "take-up-document", document="L.1")
    clock.advance(60)
    act(desk, "vote-document", document="L.1", in_favour=5, against=2, override="read out")
