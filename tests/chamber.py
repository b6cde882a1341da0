"""A chamber to test in: a clock that is set by hand, a small conference, and acts done in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from plenary_tui.procedure.events import ACTS, KINDS
from plenary_tui.procedure.ground.act import Command, Event, Refused, payload_of
from plenary_tui.procedure.ground.act_fields import by_attribute
from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.meetings.convening import ConferenceConvened
from plenary_tui.procedure.state.conference import (
    AgendaItem,
    Conference,
    Delegation,
    Entry,
    PlannedMeeting,
    SpeakersList,
    TierQueue,
)
from plenary_tui.procedure.state.timing import Instant, Reading, read_clock
from plenary_tui.procedure.state.vocabulary import Body, ItemKind, ParticipantClass, Tier

VIENNA = ZoneInfo("Europe/Vienna")
LONGEST_NAME = "United Kingdom of Great Britain and Northern Ireland"
"""The longest short name of the United Nations: 52 characters."""


def vienna(day: int, hour: int, minute: int = 0, second: int = 0, *, month: int = 10) -> datetime:
    """The UTC moment of a time in Vienna, in October 2024 unless another month is given."""
    return datetime(2024, month, day, hour, minute, second, tzinfo=VIENNA).astimezone(UTC)


class FakeClock:
    """A clock that stands still until it is told otherwise.

    Attributes:
        utc: what the calendar says; may be set.
        steady: seconds since the machine started.
        boot: names this run of the machine.
        counts_sleep: as of the system's clock.
    """

    speed = 1.0

    def __init__(self, utc: datetime | None = None) -> None:
        self.utc = utc or vienna(14, 9, 45)
        self.steady = 1000.0
        self._boots = 1
        self.boot = "boot-1"
        self.counts_sleep = True

    def now(self) -> Instant:
        """The present instant, on both clocks."""
        return Instant(self.utc, self.steady, self.boot)

    def real(self) -> float:
        """Seconds on the steady clock."""
        return self.steady

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.utc += timedelta(seconds=seconds)
        self.steady += seconds

    def sleep(self, seconds: float) -> None:
        """Let the machine sleep: both clocks go on, for this steady clock counts sleep."""
        self.advance(seconds)

    def until(self, moment: datetime) -> None:
        """Let time pass until the calendar says `moment`."""
        self.advance((moment - self.utc).total_seconds())

    def step_wall(self, seconds: float) -> None:
        """Set the calendar on or back; the steady clock does not notice."""
        self.utc += timedelta(seconds=seconds)

    def reboot(self, seconds: float = 60.0) -> None:
        """Start the machine anew, which takes a while: the steady clock begins again."""
        self.utc += timedelta(seconds=seconds)
        self.steady = 5.0
        self._boots += 1
        self.boot = f"boot-{self._boots}"


_STATE = ParticipantClass.STATE_PARTY

DELEGATIONS = (
    Delegation(
        "CIV",
        "Côte d\u2019Ivoire",
        _STATE,
        codes=("CI", "384"),
        names=(("ar", "كوت ديفوار"), ("zh", "科特迪瓦"), ("ru", "Кот-д'Ивуар")),
    ),
    Delegation("EU", "European Union", ParticipantClass.REIO_PARTY, spoken="the European Union"),
    Delegation("GIN", "Guinea", _STATE, codes=("GN", "324"), names=(("fr", "Guinée"),)),
    Delegation("GNB", "Guinea-Bissau", _STATE, codes=("GW", "624")),
    Delegation("INTERPOL", "International Criminal Police Organization", ParticipantClass.IGO),
    Delegation(
        "IRN", "Iran (Islamic Republic of)", ParticipantClass.SIGNATORY_STATE, codes=("IR", "364")
    ),
    Delegation("NER", "Niger", _STATE, codes=("NE", "562"), spoken="the Niger"),
    Delegation("NGA", "Nigeria", _STATE, codes=("NG", "566")),
    Delegation("PLW", "Palau", _STATE, codes=("PW", "585"), registered=False),
    Delegation("NETWORK", "Sample Network", ParticipantClass.NGO),
    Delegation("RELIEF", "Sample Relief", ParticipantClass.NGO),
    Delegation("WATCH", "Sample Watch", ParticipantClass.NGO),
    Delegation("TUR", "Türkiye", _STATE, codes=("TR", "792")),
    Delegation("TUV", "Tuvalu", ParticipantClass.OBSERVER_STATE, codes=("TV", "798")),
    Delegation("UNIDROIT", "Institute for the Unification of Private Law", ParticipantClass.IGO),
    Delegation("GBR", LONGEST_NAME, _STATE, codes=("GB", "826")),
)

ITEMS = (
    AgendaItem(
        "1(f)", "General discussion", ItemKind.GENERAL_DISCUSSION, requires_ngo_details=True
    ),
    AgendaItem("2", "Review of the implementation", illustrative=True),
    AgendaItem("2(a)", "Convention", illustrative=True),
)

PROGRAMME = (
    PlannedMeeting(1, vienna(14, 10), vienna(14, 13), ("1(f)",), "1(f)"),
    PlannedMeeting(2, vienna(14, 15), vienna(14, 18), ("1(f)",), "1(f)"),
    PlannedMeeting(3, vienna(15, 10), vienna(15, 13), ("2", "2(a)")),
    PlannedMeeting(4, vienna(15, 15), vienna(15, 18), ("1(f)", "2(a)")),
)


def general_list(
    waiting: Iterable[Entry] = (), *, states_close: datetime | None = None
) -> SpeakersList:
    """The list for item 1(f): open since 2 September, closing at noon on Monday for all tiers.

    `states_close` sets another closing time for the States.
    """
    entries, opens, noon = tuple(waiting), vienna(2, 0, month=9), vienna(14, 12)
    states, igos, ngos = (
        TierQueue(
            tier,
            tuple(entry for entry in entries if entry.tier is tier),
            opens,
            (states_close or noon) if tier is Tier.STATES else noon,
        )
        for tier in Tier
    )
    return SpeakersList("1(f)", Body.PLENARY, (states, igos, ngos))


def small_conference(at: Instant, **changes: Any) -> ConferenceConvened:
    """A conference with delegations of every class, three items and four meetings.

    Fields of the event given as keywords replace those of this one.
    """
    fields: dict[str, Any] = {
        "id": "small",
        "name": "Small conference",
        "timezone": "Europe/Vienna",
        "first_day": date(2024, 10, 14),
        "last_day": date(2024, 10, 18),
        "place": "Vienna",
        "registration_closed": date(2024, 10, 4),
        "drafts_deadline": date(2024, 9, 30),
        "delegations": DELEGATIONS,
        "items": ITEMS,
        "programme": PROGRAMME,
        "lists": (general_list(),),
        **changes,
    }
    return ConferenceConvened(at=at, **fields)


def stored(event: Event) -> Event:
    """The event as it comes back from a journal: through JSON, its instant beside it."""
    payload = json.loads(json.dumps(payload_of(event), ensure_ascii=False, allow_nan=False))
    return msgspec.convert({**payload, "at": event.at}, KINDS[event.kind])


def command_of(act: str, /, **fields: Any) -> Command:
    """The command of an act, its fields as they may be typed. Raises ValueError."""
    command = ACTS[act]
    return command(**command.put_right(by_attribute(command, fields)))


class Chamber:
    """Where acts are done, one after the other, and folded as a journal would give them back.

    Attributes:
        clock: tells the time of every act.
        ledger: folds the records.
        records: all that was done, oldest first.
    """

    def __init__(self, clock: FakeClock | None = None, **changes: Any) -> None:
        self.clock = clock or FakeClock()
        self.ledger = Ledger()
        self.records: list[Record] = []
        self.station = "test"
        self.record(small_conference(self.clock.now(), **changes))

    @property
    def conference(self) -> Conference:
        """The state after the last act."""
        return self.ledger.conference

    def do(self, act: str, **fields: Any) -> tuple[Event, ...]:
        """Do an act. Raises `Refused`, or ValueError for fields that cannot be read."""
        return self.record(*self.decide(command_of(act, **fields)))

    def decide(self, command: Command) -> tuple[Event, ...]:
        """What an act would record now; raises `Refused`."""
        return self.ledger.decide(command, self.clock.now(), self.station)

    def record(self, *events: Event) -> tuple[Event, ...]:
        """Record events as one act, and fold them."""
        first = self.ledger.seq + 1
        kept = tuple(stored(event) for event in events)
        assert kept == events, "a journal would not give back what was recorded"
        records = [Record(first + n, first, self.station, event) for n, event in enumerate(kept)]
        self.records += records
        self.ledger.fold(records)
        return kept

    def replayed(self) -> Conference:
        """The conference folded anew from all records, as after a restart."""
        return Ledger(self.records).conference

    def refused(self, act: str, **fields: Any) -> Refused:
        """The refusal of an act that must be refused, having changed nothing."""
        before, rows = self.conference, len(self.records)
        with pytest.raises(Refused) as refusal:
            self.do(act, **fields)
        assert self.conference is before and len(self.records) == rows
        assert refusal.value.why.endswith("."), "a refusal is a sentence"
        return refusal.value

    def open_meeting(self, day: int = 14, hour: int = 10) -> None:
        """Open the meeting planned for that hour, at that hour."""
        self.clock.until(vienna(day, hour))
        self.do("open-meeting")

    def open_floor(self, item: str = "1(f)") -> None:
        """Open a meeting if none is open, take up an item and open its floor, step by step."""
        if self.conference.meeting is None:
            self.open_meeting()
        self.do("take-up-item", item=item)
        self.do("introduce-item")
        self.do("secretariat-statement")
        self.do("open-floor")

    def inscribe(self, *delegations: str, **fields: Any) -> list[int]:
        """Inscribe delegations a minute apart, NGOs with a sample speaker; their numbers."""
        numbers = []
        for delegation in delegations:
            details = {"speaker": "Sample Speaker 1", "function": "Director", **fields}
            *_, event = self.do("inscribe", delegation=delegation, **details)
            numbers.append(event.entry.id)  # type: ignore[attr-defined]
            self.clock.advance(60)
        return numbers

    def speak(self, seconds: float = 0.0) -> None:
        """Give the floor to the next, who begins at once and speaks for some seconds."""
        self.do("give-floor")
        self.do("start-clock")
        self.clock.advance(seconds)

    def waiting(self, item: str = "1(f)", body: Body = Body.PLENARY) -> list[str]:
        """Who waits on a list, by code, in the order in which they will be called."""
        return [entry.delegation for entry in self.conference.list_of(item, body).waiting]

    def entry(self, delegation: str, item: str = "1(f)", body: Body = Body.PLENARY) -> Entry:
        """The waiting entry of a delegation."""
        waiting = self.conference.list_of(item, body).waiting
        return next(entry for entry in waiting if entry.delegation == delegation)

    @property
    def speaker(self) -> str | None:
        """Who has the floor, by code; None for nobody, the President and the Secretariat."""
        floor = self.conference.floor
        return floor.entry.delegation if floor is not None and floor.entry is not None else None

    @property
    def reading(self) -> Reading:
        """What the clock of whoever has the floor says now."""
        floor, policies = self.conference.floor, self.conference.policies
        assert floor is not None
        return read_clock(
            floor.clock,
            floor.limit,
            self.clock.now(),
            wrap_up=policies.wrap_up,
            call_to_order=policies.call_to_order,
        )

    @property
    def elapsed(self) -> float:
        """Seconds spoken by whoever has the floor."""
        return self.reading.elapsed.total_seconds()
