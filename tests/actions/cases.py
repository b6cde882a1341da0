"""For every action: what has happened before, what is answered, and what is so only afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from operator import attrgetter

from textual.command import CommandPalette

from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.ground.called import in_the_chair
from plenary_tui.procedure.state.conference import Document
from plenary_tui.procedure.state.queues import TierHour
from plenary_tui.procedure.state.vocabulary import (
    Became,
    Body,
    Explanation,
    FloorKind,
    Language,
    MeetingStatus,
    Outcome,
    Phase,
    QuorumBase,
    Stage,
    Tier,
)
from plenary_tui.screens.alone import AloneScreen
from plenary_tui.screens.by_name import ByNameScreen
from plenary_tui.screens.drafts import DraftsScreen
from plenary_tui.screens.forecast import ForecastScreen
from plenary_tui.screens.help import HelpScreen
from plenary_tui.screens.incoming import IncomingScreen
from plenary_tui.screens.motions import MotionsScreen
from plenary_tui.screens.pane import WebcastScreen
from plenary_tui.screens.picks import Pick
from plenary_tui.screens.programme import ProgrammeScreen
from plenary_tui.screens.script import ScriptScreen
from plenary_tui.screens.what_was_heard import HeardScreen
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.views.heard.happenings import Span
from plenary_tui.widgets.bottom import CommandLine, FilterLine
from tests.chamber import FakeClock, vienna
from tests.ui import scenes
from tests.ui.podium import Chamber
from tests.ui.scenes import Prepare, act, after


@dataclass(frozen=True)
class Case:
    """One action.

    Attributes:
        before: what has happened.
        done: whether its effect is there: it must not be before, and must be after.
        answers: keys that answer what it asks.
    """

    before: Prepare
    done: Callable[[Chamber], bool]
    answers: tuple[str, ...] = field(default=())


def phase(wanted: Phase) -> Callable[[Chamber], bool]:
    return lambda room: (
        room.conference.floor is not None and (room.conference.floor.phase is wanted)
    )


NOON = vienna(14, 12)


def turns(room: Chamber) -> tuple[TierHour, ...]:
    """The decisions to hear a tier from an hour on."""
    return room.conference.current_list.tier_hours


def floor_kind(wanted: FloorKind) -> Callable[[Chamber], bool]:
    return lambda room: room.conference.floor is not None and room.conference.floor.kind is wanted


def correction(seconds: int) -> Callable[[Chamber], bool]:
    def done(room: Chamber) -> bool:
        assert room.conference.floor is not None
        return room.conference.floor.clock.correction == timedelta(seconds=seconds)

    return done


def stage(wanted: Stage) -> Callable[[Chamber], bool]:
    def done(room: Chamber) -> bool:
        item = room.conference.current_item
        return item is not None and item.stage_in(room.conference.body) is wanted

    return done


def status(wanted: MeetingStatus) -> Callable[[Chamber], bool]:
    return lambda room: (
        room.conference.meeting is not None and (room.conference.meeting.status is wanted)
    )


def became(room: Chamber) -> list[Became]:
    """What became of what was recorded alone."""
    return [one.became for one in room.conference.alone]


def by_hand(wanted: bool) -> Callable[[Chamber], bool]:
    return lambda room: all(
        room.conference.list_of("1(f)", room.conference.body).queue(tier).by_hand is wanted
        for tier in Tier
    )


def screen_is(wanted: type) -> Callable[[Chamber], bool]:
    return lambda room: isinstance(room.podium.screen, wanted)


def limit_is(seconds: int) -> Callable[[Chamber], bool]:
    def done(room: Chamber) -> bool:
        assert room.conference.floor is not None
        return room.conference.floor.limit == timedelta(seconds=seconds)

    return done


def aligned(*delegations: str) -> Callable[[Chamber], bool]:
    return lambda room: tuple(one.delegation for one in room.conference.alignments) == delegations


def absent(room: Chamber) -> bool:
    states = [code for code in room.waiting() if code in ("NGA", "GIN")]
    return states == ["GIN", "NGA"] and room.entry("NGA").absences == 1


def closed(room: Chamber) -> bool:
    opened = open_journal(room.path)
    opened.journal.close()
    return opened.records[-1].event.kind == "podium closed"


def draft(room: Chamber) -> Document:
    return room.conference.documents[0]


def decided(outcome: Outcome, *, revised: bool = False) -> Callable[[Chamber], bool]:
    return lambda room: (
        [(1, outcome, revised)]
        == [(one.document, one.outcome, one.orally_revised) for one in room.conference.decisions]
    )


UNPUBLISHED = (*"no objection", "enter")
"""The reason to act on a draft that is not published."""


def two_lists(desk: Desk, clock: FakeClock) -> None:
    scenes.floor_open(desk, clock)
    act(desk, "inscribe", delegation="TUR", item="2(a)")


def motion(kind: str) -> Prepare:
    """Guinea has moved it while Nigeria speaks."""
    return after(scenes.speaking, "move-motion", motion=kind, delegation="Guinea")


heard = after(scenes.speaking, "end-statement")
voted_on = after(
    scenes.draft_taken_up, "vote-document", in_favour=5, against=2, override="no objection"
)
ready = after(scenes.floor_open, "mark-ready", entry="Nigeria")
lists_closed = after(scenes.floor_open, "close-list")
viewing = attrgetter("podium.podium.viewed")

side_event = after(
    scenes.floor_open,
    "add-side-event",
    title="Firearms",
    starts="13:00",
    ends="13:50",
    room="CR3",
)

CASES: dict[str, Case] = {
    "start-clock": Case(scenes.called, phase(Phase.SPEAKING)),
    "pause-clock": Case(scenes.speaking, phase(Phase.PAUSED)),
    "resume-clock": Case(scenes.paused, phase(Phase.SPEAKING)),
    "give-floor": Case(scenes.speaking, lambda room: room.speaker == "GIN"),
    "end-statement": Case(scenes.speaking, lambda room: room.conference.floor is None),
    "mark-absent": Case(scenes.called, absent),
    "extend-time": Case(scenes.speaking, limit_is(210)),
    "elapsed-back": Case(scenes.speaking, correction(-5)),
    "elapsed-on": Case(scenes.speaking, correction(5)),
    "call-to-order": Case(
        scenes.speaking, lambda room: room.conference.floor.calls_to_order == 1, ("enter",)
    ),
    "raise-point": Case(
        scenes.speaking,
        lambda room: [one.delegation for one in room.conference.points] == ["TUR"],
        (*"tür", "enter"),
    ),
    "name-point": Case(
        after(scenes.speaking, "raise-point"),
        lambda room: [one.delegation for one in room.conference.points] == ["TUR"],
        (*"tür", "enter"),
    ),
    "withdraw-point": Case(
        after(scenes.speaking, "raise-point", delegation="Guinea"),
        lambda room: not room.conference.points and phase(Phase.SPEAKING)(room),
    ),
    "rule-point": Case(
        after(scenes.speaking, "raise-point", delegation="Guinea"),
        lambda room: [one.ruling for one in room.conference.rulings] == ["out"],
        (*"out", "enter"),
    ),
    "request-reply": Case(
        scenes.speaking,
        lambda room: [one.delegation for one in room.conference.replies] == ["TUR"],
        (*"tür", "enter"),
    ),
    "grant-reply": Case(
        after(scenes.floor_open, "request-reply", delegation="Guinea"),
        floor_kind(FloorKind.REPLY),
        (*"late", "enter"),
    ),
    "withdraw-reply": Case(
        after(scenes.floor_open, "request-reply", delegation="Guinea"),
        lambda room: room.conference.replies == (),
        (*"guinea", "enter"),
    ),
    "set-reply-limits": Case(
        scenes.floor_open,
        lambda room: [one.seconds for one in room.conference.reply_limits] == [300, 180],
        (*"5 3", "enter"),
    ),
    "motions": Case(
        scenes.floor_open,
        screen_is(MotionsScreen),
    ),
    "move-motion": Case(
        scenes.speaking,
        lambda room: [str(one) for one in room.conference.motions] == ["suspend the meeting"],
        (*"tür", "tab", *"sus", "enter"),
    ),
    "speak-on-motion": Case(
        motion("close-debate"),
        lambda room: [one for one, _ in room.conference.motions[0].speakers] == ["TUR"],
        (*"tür", "tab", *"aga", "enter"),
    ),
    "decide-motion": Case(
        motion("suspend-meeting"),
        status(MeetingStatus.SUSPENDED),
        ("3", "tab", "1", "enter"),
    ),
    "withdraw-motion": Case(
        motion("suspend-meeting"),
        lambda room: room.conference.motions == (),
        ("enter",),
    ),
    "floor-to-president": Case(scenes.floor_open, floor_kind(FloorKind.PRESIDENT)),
    "floor-to-secretariat": Case(scenes.floor_open, floor_kind(FloorKind.SECRETARIAT)),
    "floor-to-guest": Case(
        scenes.floor_open,
        lambda room: (
            room.conference.floor is not None and room.conference.floor.person.speaker == "Ada"
        ),
        ("tab", *"Ada", "enter"),
    ),
    "edit-floor": Case(
        scenes.speaking,
        lambda room: room.conference.floor.entry.speaker == "Ada",
        (*"Ada", "enter"),
    ),
    "correct-statement": Case(
        heard,
        lambda room: room.conference.statements[0].entry.speaker == "Ada",
        ("enter", *"Ada", "enter"),
    ),
    "set-limit": Case(
        scenes.floor_open,
        lambda room: [one.limit.seconds for one in room.conference.limits] == [90],
        ("9", "0", "enter"),
    ),
    "inscribe": Case(scenes.floor_open, lambda room: "TUR" in room.waiting(), (*"tür", "enter")),
    "inscribe-to-explain": Case(
        scenes.floor_open,
        lambda room: "TUR" in room.waiting() and room.entry("TUR").explains is Explanation.BEFORE,
        (*"tür", "enter"),
    ),
    "give-floor-to-row": Case(scenes.floor_open, lambda room: room.speaker == "NGA"),
    "mark-ready": Case(scenes.floor_open, lambda room: room.entry("NGA").ready),
    "mark-not-ready": Case(ready, lambda room: not room.entry("NGA").ready),
    "edit": Case(
        scenes.floor_open, lambda room: room.entry("NGA").speaker == "Ada", (*"Ada", "enter")
    ),
    "move": Case(
        scenes.floor_open,
        lambda room: (
            room.waiting()[:2] == ["GIN", "NGA"] and room.entry("NGA").moved_because == "late"
        ),
        ("backspace", "2", "tab", *"late", "enter"),
    ),
    "swap": Case(
        scenes.floor_open,
        lambda room: room.waiting()[:2] == ["GIN", "NGA"],
        (*"guinea", "enter", "enter"),
    ),
    "mark-row-absent": Case(scenes.floor_open, absent),
    "withdraw": Case(scenes.floor_open, lambda room: "NGA" not in room.waiting()),
    "align-with-row": Case(
        after(scenes.floor_open, "edit", entry="NGA", on_behalf_of="the African Group"),
        aligned("TUR"),
        (*"tür", "enter"),
    ),
    "align": Case(
        after(scenes.speaking, "edit", on_behalf_of="the African Group"),
        aligned("TUR"),
        (*"tür", "enter"),
    ),
    "withdraw-alignment": Case(
        after(
            after(scenes.speaking, "edit", on_behalf_of="the African Group"),
            "align",
            delegation="TUR",
        ),
        aligned(),
        (*"tür", "enter"),
    ),
    "note-on-row": Case(
        scenes.floor_open,
        lambda room: [one.entry for one in room.conference.notes] == [room.entry("NGA").id],
        (*"late", "enter"),
    ),
    "close-list": Case(scenes.floor_open, by_hand(False), ("enter",)),
    "open-list": Case(lists_closed, by_hand(True), ("enter",)),
    "carry-over": Case(
        scenes.floor_open,
        lambda room: room.conference.current_list.carried_to == 2,
        answers=("y",),
    ),
    "hear-tier-at": Case(
        scenes.floor_open,
        lambda room: [(one.tier, one.starts) for one in turns(room)] == [(Tier.NGOS, NOON)],
        (*"ngo", "tab", *"12:00", "enter"),
    ),
    "hear-in-order": Case(
        after(scenes.floor_open, "hear-tier-at", tier="NGOs", at="12:00"),
        lambda room: turns(room) == (),
        ("enter",),
    ),
    "register": Case(
        scenes.floor_open,
        lambda room: "Kiribati" in [one.name for one in room.conference.delegations],
        (*"Kiribati", "tab", *"obs", "enter"),
    ),
    "edit-delegation": Case(
        scenes.floor_open,
        lambda room: "Tuerkiye" in [one.name for one in room.conference.delegations],
        (*"tür", "tab", *"Tuerkiye", "enter", "enter"),
    ),
    "take-up-item": Case(
        scenes.meeting_open, lambda room: room.conference.item is not None, ("enter",)
    ),
    "add-item": Case(
        scenes.meeting_open,
        lambda room: [one.title for one in room.conference.items][-1] == "Other",
        (*"3", "tab", *"Other", "enter"),
    ),
    "edit-item": Case(
        scenes.meeting_open,
        lambda room: "Debate" in [one.title for one in room.conference.items],
        (*"1f", "tab", *"Debate", "enter"),
    ),
    "introduce-item": Case(scenes.thematic, stage(Stage.INTRODUCED)),
    "secretariat-statement": Case(scenes.stages_done(1), stage(Stage.SECRETARIAT)),
    "open-floor": Case(scenes.stages_done(2), stage(Stage.FLOOR_OPEN)),
    "conclude-item": Case(scenes.stages_done(3), stage(Stage.CONCLUDED), answers=("y",)),
    "open-meeting": Case(scenes.ten_in_the_morning, status(MeetingStatus.IN_SESSION)),
    "adjourn-meeting": Case(scenes.meeting_open, status(MeetingStatus.ADJOURNED), answers=("y",)),
    "preside": Case(
        scenes.meeting_open,
        lambda room: in_the_chair(room.conference.meeting).speaker == "Ada",
        (*"Ada", "enter"),
    ),
    "set-meeting-end": Case(
        scenes.meeting_open,
        lambda room: room.conference.meeting.ends_at == vienna(14, 13, 30),
        (*"13:30", "enter"),
    ),
    "add-meeting": Case(
        scenes.meeting_open,
        lambda room: len(room.conference.programme) == 5,
        (*"19:00", "tab", *"21:00", "enter"),
    ),
    "move-meeting": Case(
        scenes.meeting_open,
        lambda room: room.conference.planned(2).starts == vienna(14, 16),
        ("2", "tab", *"16:00", "enter"),
    ),
    "programme": Case(scenes.floor_open, screen_is(ProgrammeScreen)),
    "find-voter": Case(
        scenes.draft_taken_up,
        lambda room: any(one.has_class("-open") for one in room.podium.screen.query(FilterLine)),
    ),
    "vote-by-name": Case(scenes.draft_taken_up, screen_is(ByNameScreen)),
    "what-was-heard": Case(scenes.heard, screen_is(HeardScreen)),
    "find-heard": Case(
        scenes.heard,
        lambda room: any(one.has_class("-open") for one in room.podium.screen.query(FilterLine)),
    ),
    "heard-span": Case(
        scenes.heard,
        lambda room: screen_is(HeardScreen)(room) and room.podium.screen.span is Span.DAY,
    ),
    "heard-pictures": Case(
        scenes.heard, lambda room: screen_is(HeardScreen)(room) and "By tier" in room.screen
    ),
    "heard-corrections": Case(
        scenes.heard,
        lambda room: screen_is(HeardScreen)(room) and "Nothing of this was" in room.screen,
    ),
    "import-file": Case(scenes.floor_open, screen_is(IncomingScreen)),
    "add-side-event": Case(
        scenes.floor_open,
        lambda room: [one.title for one in room.conference.side_events] == ["Firearms"],
        (*"Firearms", "tab", *"13:00", "tab", *"13:50", "enter"),
    ),
    "move-side-event": Case(
        side_event,
        lambda room: room.conference.side_events[0].starts == vienna(14, 14),
        ("1", "tab", *"14:00", "enter"),
    ),
    "edit-side-event": Case(
        side_event,
        lambda room: room.conference.side_events[0].title == "Guns",
        ("1", "tab", *"Guns", "enter"),
    ),
    "cancel-side-event": Case(
        side_event, lambda room: room.conference.side_events[0].cancelled, ("1", "enter")
    ),
    "drafts": Case(scenes.drafts, screen_is(DraftsScreen)),
    "take-up-document": Case(scenes.drafts, lambda room: draft(room).before == (Body.PLENARY,)),
    "adopt-document": Case(scenes.draft_taken_up, decided(Outcome.ADOPTED), UNPUBLISHED),
    "adopt-document-revised": Case(
        scenes.draft_taken_up, decided(Outcome.ADOPTED, revised=True), UNPUBLISHED
    ),
    "vote-document": Case(
        scenes.draft_taken_up,
        decided(Outcome.REJECTED),
        ("4", "tab", "4", "enter", *UNPUBLISHED),
    ),
    "vote-document-revised": Case(
        scenes.draft_taken_up,
        decided(Outcome.ADOPTED, revised=True),
        ("5", "tab", "2", "enter", *UNPUBLISHED),
    ),
    "correct-vote": Case(
        voted_on,
        lambda room: room.conference.decisions[0].vote.in_favour == 6,
        ("6", "tab", "2", "enter"),
    ),
    "defer-document": Case(
        scenes.draft_taken_up, decided(Outcome.DEFERRED), (*"to Friday", "enter")
    ),
    "withdraw-document": Case(scenes.drafts, decided(Outcome.WITHDRAWN), ("enter",)),
    "add-sponsor": Case(
        scenes.drafts,
        lambda room: draft(room).sponsors == ("NGA", "TUR"),
        (*"tür", "enter"),
    ),
    "remove-sponsor": Case(
        after(scenes.drafts, "add-sponsor", document="L.1", delegation="TUR"),
        lambda room: draft(room).sponsors == ("NGA",),
        (*"tür", "enter"),
    ),
    "mark-edited": Case(scenes.drafts, lambda room: draft(room).status == "edited"),
    "mark-translated": Case(
        scenes.drafts,
        lambda room: draft(room).languages == (Language.FRENCH,),
        (*"fr", "enter"),
    ),
    "mark-not-translated": Case(
        after(scenes.drafts, "mark-translated", document="L.1", language="fr"),
        lambda room: draft(room).languages == (),
        (*"fr", "enter"),
    ),
    "publish-document": Case(scenes.translated, lambda room: draft(room).status == "published"),
    "correct-document": Case(
        scenes.drafts,
        lambda room: draft(room).symbol == "L.10",
        ("end", "0", "enter"),
    ),
    "revise-document": Case(scenes.drafts, lambda room: draft(room).revision == 1, ("enter",)),
    "table-document": Case(
        scenes.drafts,
        lambda room: [one.title for one in room.conference.documents[2:]] == ["On arms"],
        (*"On arms", "tab", *"niger", "enter"),
    ),
    "print-decisions": Case(scenes.drafts, lambda room: any(room.folder.glob("decisions-*.txt"))),
    "script": Case(scenes.floor_open, screen_is(ScriptScreen)),
    "forecast": Case(scenes.floor_open, screen_is(ForecastScreen)),
    "suspend-meeting": Case(
        scenes.speaking, status(MeetingStatus.SUSPENDED), answers=("enter", "y")
    ),
    "resume-meeting": Case(scenes.suspended, status(MeetingStatus.IN_SESSION)),
    "convene-committee": Case(
        scenes.speaking, lambda room: room.conference.plenary is not None, answers=("y",)
    ),
    "rise-committee": Case(
        scenes.committee, lambda room: room.conference.plenary is None, answers=("y",)
    ),
    "report-committee": Case(
        after(scenes.committee, "rise-committee"),
        lambda room: room.conference.committee_reports == ("L.4 agreed",),
        (*"L.4 agreed", "enter"),
    ),
    "count-present": Case(
        scenes.floor_open,
        lambda room: room.conference.presence is not None and room.conference.presence.present == 5,
        ("5", "enter"),
    ),
    "set-quorum-base": Case(
        scenes.floor_open,
        lambda room: room.conference.quorum.debate is QuorumBase.ALL_PARTIES,
        (*"all", "enter"),
    ),
    "set-on-air": Case(
        after(scenes.floor_open, "set-on-air", off=True), lambda room: room.conference.on_air
    ),
    "set-off-air": Case(scenes.floor_open, lambda room: not room.conference.on_air, answers=("y",)),
    "undo": Case(scenes.floor_open, stage(Stage.NOT_TAKEN_UP), answers=("y",)),
    "redo": Case(after(scenes.floor_open, "undo"), stage(Stage.FLOOR_OPEN), answers=("y",)),
    "note": Case(
        scenes.floor_open,
        lambda room: [one.text for one in room.conference.notes] == ["late"],
        (*"late", "enter"),
    ),
    "recorded-alone": Case(scenes.recorded_alone, screen_is(AloneScreen)),
    "do-again": Case(
        scenes.recorded_alone,
        lambda room: "NER" in room.waiting() and became(room)[0] is Became.DONE,
    ),
    "leave-undone": Case(
        scenes.recorded_alone, lambda room: became(room) == [Became.LEFT, Became.OPEN]
    ),
    "leave-all-undone": Case(
        scenes.recorded_alone,
        lambda room: became(room) == [Became.LEFT, Became.LEFT],
        answers=("y",),
    ),
    "print-list": Case(scenes.floor_open, lambda room: any(room.folder.glob("*.txt"))),
    "write-record": Case(
        scenes.floor_open, lambda room: any(room.folder.glob("*/meeting-1-list.txt"))
    ),
    "row-menu": Case(
        scenes.floor_open,
        lambda room: isinstance(room.podium.screen, Pick) and "Nigeria" in room.screen,
    ),
    "webcast-preview": Case(scenes.floor_open, screen_is(WebcastScreen)),
    "filter-list": Case(
        scenes.floor_open, lambda room: room.podium.podium.matching == "gui", tuple("gui")
    ),
    "next-list": Case(two_lists, lambda room: viewing(room) == ("2(a)", "plenary")),
    "previous-list": Case(two_lists, lambda room: viewing(room) == ("2(a)", "plenary")),
    "command-line": Case(
        scenes.floor_open,
        lambda room: room.podium.podium.query_one(CommandLine).has_class("-open"),
    ),
    "palette": Case(scenes.floor_open, screen_is(CommandPalette)),
    "help": Case(scenes.floor_open, screen_is(HelpScreen)),
    "theme": Case(scenes.floor_open, lambda room: room.podium.theme == "plenary-light"),
    "bell": Case(scenes.floor_open, lambda room: any(one.bell for one in room.kept)),
    "simulated-room": Case(
        scenes.floor_open, lambda room: "No simulated room acts here" in room.said
    ),
    "quit": Case(scenes.nothing, closed),
}
