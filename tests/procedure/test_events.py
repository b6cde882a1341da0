"""Every kind of event and every act: named, described, and given back by a journal."""

from __future__ import annotations

import inspect
import json
from datetime import date, timedelta
from typing import Any

import pytest

from plenary_tui.procedure.alone.recorded_alone import ActsAlone, AloneDone, AloneLeft
from plenary_tui.procedure.decisions.adoption import DocumentActedOn, DocumentTakenUp
from plenary_tui.procedure.decisions.documents import (
    DocumentCorrected,
    DocumentRevised,
    DocumentTabled,
)
from plenary_tui.procedure.decisions.motions import (
    MotionDecided,
    MotionDropped,
    MotionMoved,
    MotionSpokenOn,
)
from plenary_tui.procedure.decisions.publication import DocumentAdvanced, DocumentTranslated
from plenary_tui.procedure.decisions.sponsors import SponsorAdded, SponsorLeft
from plenary_tui.procedure.decisions.vote_corrections import (
    AppealVoteCorrected,
    MotionVoteCorrected,
    VoteCorrected,
)
from plenary_tui.procedure.events import ACTS, KINDS
from plenary_tui.procedure.floor.giving import CallTakenBack, FloorGiven, StatementEnded
from plenary_tui.procedure.floor.notes import Noted
from plenary_tui.procedure.floor.points import PointNamed, PointRaised, PointRuled, PointWithdrawn
from plenary_tui.procedure.floor.replies import (
    ReplyGranted,
    ReplyLimitsSet,
    ReplyRequested,
    ReplyWithdrawn,
)
from plenary_tui.procedure.floor.statement import (
    CalledToOrder,
    ClockAdjusted,
    ClockPaused,
    ClockResumed,
    ClockStarted,
    TimeExtended,
)
from plenary_tui.procedure.floor.statement_corrections import StatementCorrected
from plenary_tui.procedure.ground.act import Event, Overruled, payload_of
from plenary_tui.procedure.ground.on_record import Asked, PodiumClosed, PodiumOpened, Redone, Undone
from plenary_tui.procedure.intake.taking_over import RowsTakenOver
from plenary_tui.procedure.meetings.agenda import ItemTakenUp, StageReached
from plenary_tui.procedure.meetings.chair import ChairTaken
from plenary_tui.procedure.meetings.committee import (
    CommitteeConvened,
    CommitteeReported,
    CommitteeRose,
)
from plenary_tui.procedure.meetings.convening import DelegationRegistered
from plenary_tui.procedure.meetings.items import ItemAdded, ItemEdited
from plenary_tui.procedure.meetings.meeting import (
    MeetingAdjourned,
    MeetingEndSet,
    MeetingResumed,
    MeetingSuspended,
    OnAirSet,
)
from plenary_tui.procedure.meetings.opening import MeetingOpened
from plenary_tui.procedure.meetings.planning import MeetingMoved, MeetingPlanned
from plenary_tui.procedure.meetings.quorum import PresenceCounted, QuorumBaseSet
from plenary_tui.procedure.programme.side_events import (
    SideEventAdded,
    SideEventCancelled,
    SideEventChanged,
)
from plenary_tui.procedure.speakers.absence import MarkedAbsent
from plenary_tui.procedure.speakers.alignment import Aligned, AlignmentWithdrawn
from plenary_tui.procedure.speakers.carry_over import ListCarriedOver
from plenary_tui.procedure.speakers.editing import EntryEdited, SpeakerNamed
from plenary_tui.procedure.speakers.inscription import Inscribed, Withdrawn
from plenary_tui.procedure.speakers.limits import LimitSet
from plenary_tui.procedure.speakers.lists import ListClosed, ListOpened
from plenary_tui.procedure.speakers.moving import Moved, Swapped
from plenary_tui.procedure.speakers.participation import DelegationCorrected
from plenary_tui.procedure.speakers.ready import ReadyMarked
from plenary_tui.procedure.speakers.tier_hours import TierHoursEnded, TierHourSet
from plenary_tui.procedure.state.conference import (
    AgendaItem,
    Conference,
    Delegation,
    Document,
    Entry,
    Person,
    PlannedMeeting,
    SideEvent,
    TimeLimit,
)
from plenary_tui.procedure.state.proceedings import Alone, Appeal, Tally
from plenary_tui.procedure.state.vocabulary import (
    Body,
    Delivery,
    DraftStatus,
    Explanation,
    FloorKind,
    Ground,
    Language,
    Majority,
    MotionKind,
    Outcome,
    ParticipantClass,
    QuorumBase,
    Rank,
    Side,
    Stage,
    Tier,
)
from tests.chamber import Chamber, FakeClock, small_conference, stored, vienna

AT = FakeClock().now()
ENTRY = Entry(
    7,
    "CIV",
    Tier.STATES,
    vienna(14, 9, 45),
    speaker="[b]وزير العدل[/b]",
    function="Minister of Justice",
    on_behalf_of="the African Group",
    rank=Rank.MINISTER,
    delivery=Delivery.VIDEO,
    media="CIV.mp4",
    media_length=timedelta(minutes=2, seconds=50),
    language=Language.FRENCH,
    received_at=vienna(13, 20, 1, 2),
    note="“Sample”",
    ready=True,
    absences=2,
    moved_because="absent when called (2 times)",
    address="Ms.",
    short_function="Justice",
    explains=Explanation.BEFORE,
)

ALONE = Alone(1, "podium@a", AT.utc, "Niger was inscribed.", "0b0e", "inscribe", "{}", "podium@a")
EVENT = SideEvent("Firearms", starts=vienna(15, 13), ends=vienna(15, 13, 50), organizers="Forum")
SAMPLES: tuple[Event, ...] = (
    small_conference(AT),
    Overruled(at=AT, why="It was closed.", reason="The President allows it"),
    DelegationRegistered(
        at=AT,
        delegation=Delegation(
            "X", "Sample Forum", ParticipantClass.NGO, names=(("zh", "科"),), late=True
        ),
    ),
    RowsTakenOver(
        at=AT,
        file="requêtes.xlsx",
        sha256="0" * 64,
        contents="list",
        new=2,
        same=1,
        lines="2-3 7",
        named=("1(f) NER",),
    ),
    DelegationCorrected(
        at=AT,
        delegation=Delegation(
            "NER", "Niger", ParticipantClass.SIGNATORY_STATE, group="[b]", also=("尼日尔",)
        ),
    ),
    ItemAdded(at=AT, item=AgendaItem("3", "Other [b]serious[/b] crimes")),
    ItemEdited(at=AT, item="2(a)", symbol="2(d)", title="Convention"),
    MeetingPlanned(
        at=AT, meeting=PlannedMeeting(5, vienna(14, 19), vienna(14, 21), ("1(f)",), "1(f)")
    ),
    MeetingMoved(at=AT, meeting=PlannedMeeting(2, vienna(14, 16), vienna(14, 19))),
    MeetingOpened(at=AT, number=1, ends_at=vienna(14, 13)),
    MeetingEndSet(at=AT, ends_at=AT.utc, decision="The interpreters agree"),
    MeetingSuspended(at=AT, reason="lunch"),
    MeetingResumed(at=AT),
    MeetingAdjourned(at=AT),
    OnAirSet(at=AT, on_air=False),
    CommitteeConvened(at=AT, number=1),
    CommitteeRose(at=AT),
    CommitteeReported(at=AT, sitting=1, text="L.4 was agreed"),
    ItemTakenUp(at=AT, item="2(a)"),
    ChairTaken(at=AT, speaker="[b]", function="Vice-President"),
    ChairTaken(at=AT, speaker="Ada", function="Vice-President", meeting=3),
    StageReached(at=AT, item="1(f)", stage=Stage.SECRETARIAT, speaker="Ada", function="Chief"),
    ListOpened(at=AT, item="1(f)", body=Body.PLENARY, tiers=(Tier.NGOS,), until=vienna(14, 14)),
    ListClosed(at=AT, item="1(f)", body=Body.PLENARY, tiers=tuple(Tier)),
    ListCarriedOver(at=AT, item="1(f)", body=Body.COMMITTEE, meeting=3),
    TierHourSet(
        at=AT,
        item="1(f)",
        body=Body.PLENARY,
        tier=Tier.NGOS,
        starts=vienna(14, 17),
        meeting=2,
        decision="The President",
    ),
    TierHoursEnded(at=AT, item="1(f)", body=Body.PLENARY, tiers=(Tier.NGOS,), decision="Agreed"),
    Inscribed(at=AT, item="1(f)", body=Body.PLENARY, entry=ENTRY, place=0),
    EntryEdited(at=AT, entry=ENTRY),
    Withdrawn(at=AT, entry=3, reason="illness"),
    Moved(at=AT, entry=3, place=1, reason="The minister leaves"),
    Swapped(at=AT, entry=3, other=7),
    SideEventAdded(at=AT, event=EVENT),
    SideEventChanged(at=AT, number=1, event=EVENT),
    SideEventCancelled(at=AT, number=1, reason="illness"),
    Aligned(at=AT, entry=3, delegation="TUR"),
    AlignmentWithdrawn(at=AT, entry=3, delegation="TUR"),
    ReadyMarked(at=AT, entry=3, ready=True),
    MarkedAbsent(at=AT, entry=3, was_called=False),
    FloorGiven(at=AT, entry=3, limit=timedelta(seconds=180), out_of_order="A flight"),
    FloorGiven(at=AT, floor=FloorKind.PRESIDENT),
    FloorGiven(at=AT, floor=FloorKind.GUEST, speaker="科 [red]", function="“Director”"),
    SpeakerNamed(at=AT, person=Person("Ada", "Chief", "Ms.", Language.FRENCH)),
    StatementEnded(at=AT),
    ClockStarted(at=AT),
    ClockPaused(at=AT, stopped=AT.before(timedelta(seconds=12.345678))),
    ClockResumed(at=AT),
    ClockAdjusted(at=AT, by=timedelta(seconds=-5.000001)),
    TimeExtended(at=AT, by=timedelta(seconds=30), reason="Interpretation failed"),
    CalledToOrder(at=AT, ground=Ground.RELEVANCE),
    LimitSet(at=AT, limit=TimeLimit(timedelta(seconds=90), "1(f)", Tier.NGOS, "Agreed")),
    Noted(at=AT, text="科特迪瓦 [red]", entry=3),
    PointNamed(at=AT, number=1, delegation="NER"),
    PointWithdrawn(at=AT, number=1, mistaken=True, goes_on_from=AT),
    PointRaised(at=AT, number=1, delegation="NER", interrupted=True),
    PointRuled(
        at=AT, number=1, ruling="Not upheld.", appeal=Appeal("GIN", Tally(1, 1, 0)), resumes=True
    ),
    ReplyRequested(at=AT, delegation="NER", to="Guinea"),
    ReplyWithdrawn(at=AT, delegation="NER"),
    ReplyGranted(at=AT, delegation="NER", limit=timedelta(minutes=10)),
    ReplyLimitsSet(at=AT, limits=(timedelta(minutes=5), timedelta(minutes=3))),
    MotionMoved(at=AT, number=1, motion=MotionKind.CLOSE_DEBATE, delegation="NER", item="1(f)"),
    MotionSpokenOn(at=AT, number=1, delegation="TUR", side=Side.AGAINST),
    MotionDecided(at=AT, number=1, carried=True, vote=Tally(4, 2, 1)),
    MotionDropped(at=AT, number=1, lapsed=True),
    CallTakenBack(at=AT),
    PresenceCounted(at=AT, present=70),
    QuorumBaseSet(
        at=AT,
        debate=QuorumBase.ALL_PARTIES,
        decisions=QuorumBase.TAKING_PART,
        decision="Agreed",
    ),
    DocumentTabled(
        at=AT,
        document=Document(
            "[b]科[/b]",
            "L.9",
            "decision",
            item="2",
            tabled=date(2024, 10, 1),
            languages=(Language.CHINESE,),
            status="edited",
            number=1,
            sponsors=("NER", "IRN"),
            revision=2,
            before=(Body.COMMITTEE,),
        ),
    ),
    DocumentCorrected(at=AT, number=1, title="On [red]", symbol="L.9", item="2"),
    DocumentRevised(at=AT, number=1, revision=1, title="On fraud"),
    DocumentTranslated(at=AT, number=1, language=Language.ARABIC, off=True),
    DocumentAdvanced(at=AT, number=1, status=DraftStatus.EDITED),
    SponsorAdded(at=AT, number=1, delegation="NER"),
    SponsorLeft(at=AT, number=1, delegation="NER"),
    DocumentTakenUp(at=AT, number=1, item="2(a)"),
    DocumentActedOn(
        at=AT,
        number=1,
        outcome=Outcome.REJECTED,
        vote=Tally(3, 3, 2),
        majority=Majority.SIMPLE,
        orally_revised=True,
        remark="“Sample”",
    ),
    DocumentActedOn(
        at=AT, number=1, outcome=Outcome.ADOPTED, vote=Tally(2, 1, 0, ("NER", "GIN"), ("TUR",))
    ),
    StatementCorrected(
        at=AT, number=3, entry=ENTRY, person=Person("Ada"), delegation="NER", reason="“Sample”"
    ),
    VoteCorrected(
        at=AT, decision=2, vote=Tally(3, 1), outcome=Outcome.ADOPTED, reason="[b]slip[/b]"
    ),
    MotionVoteCorrected(at=AT, number=1, vote=Tally(3, 1), reason="[b]slip[/b]"),
    AppealVoteCorrected(at=AT, number=1, vote=Tally(1, 3), reason="[b]slip[/b]"),
    Undone(at=AT, act=4, what="Niger began."),
    Asked(at=AT, request="0b0e8a52-9f5e-4c6e-8d0b-2f8d1a6f3c11"),
    ActsAlone(at=AT, acts=(ALONE,)),
    AloneDone(at=AT, number=1),
    AloneLeft(at=AT, number=1),
    Redone(at=AT, act=4, what="Niger began."),
    PodiumOpened(at=AT),
    PodiumClosed(at=AT),
)


@pytest.fixture(scope="module")
def conference() -> Conference:
    """A state in which every sample makes sense: entry 3 waits, another has the floor."""
    chamber = Chamber()
    chamber.do("open-meeting")
    chamber.inscribe("Niger", item="1(f)")
    assert chamber.entry("NER").id == 3
    chamber.do("take-up-item", item="1(f)")
    chamber.do("open-floor")
    chamber.inscribe("Nigeria", "Türkiye")
    chamber.do("give-floor", entry="Nigeria", reason="Sample")
    chamber.do("start-clock")
    chamber.record(ActsAlone(at=AT, acts=(ALONE,)))
    return chamber.conference


def test_there_is_a_sample_of_every_kind() -> None:
    assert {sample.kind for sample in SAMPLES} == set(KINDS)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.kind)
def test_a_journal_gives_every_event_back(sample: Event) -> None:
    again = stored(sample)
    assert again == sample and type(again) is type(sample)
    payload = payload_of(sample)
    assert "at" not in payload and "kind" not in payload
    assert payload_of(again) == payload == json.loads(json.dumps(payload))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.kind)
def test_every_event_is_one_sentence(sample: Event, conference: Conference) -> None:
    sentence = sample.sentence(conference)
    assert sentence == sentence.strip() and "\n" not in sentence
    assert sentence[0].isupper() or not sentence[0].isalpha()
    assert sentence.endswith(".") and not sentence.endswith("..")
    assert "None" not in sentence and "<" not in sentence


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_described_and_frozen(kind: str) -> None:
    event = KINDS[kind]
    assert event.kind == kind == kind.lower()
    _assert_described(event)
    config = event.__struct_config__  # type: ignore[attr-defined]
    assert config.frozen and config.forbid_unknown_fields


@pytest.mark.parametrize("act", ACTS)
def test_every_act_is_described(act: str) -> None:
    command = ACTS[act]
    assert command.act == act and act == act.lower() and " " not in act
    _assert_described(command)
    assert command.__struct_config__.frozen  # type: ignore[attr-defined]


def _assert_described(thing: type) -> None:
    text = thing.__dict__.get("__doc__") or ""
    first = inspect.cleandoc(text).split("\n\n")[0]
    assert first.endswith(".") and first[0].isupper(), f"{thing.__name__} lacks its sentence"


def test_the_conference_and_the_podium_are_not_undone() -> None:
    lasting = {kind for kind, event in KINDS.items() if not event.undoable}
    assert lasting == {
        "conference convened", "undone", "redone", "podium opened", "podium closed",
        "acts recorded alone",
    }  # fmt: skip


def test_words_are_read_leniently_and_written_exactly() -> None:
    for text in ("State party", "state-party", "STATE_PARTY", " state party "):
        assert ParticipantClass(text) is ParticipantClass.STATE_PARTY
    assert str(ParticipantClass.IGO) == "IGO"
    unknown: tuple[Any, ...] = ("", "states party", 3, None)
    for value in unknown:
        with pytest.raises(ValueError):
            ParticipantClass(value)
