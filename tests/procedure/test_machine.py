"""Random acts, sensible and senseless: whatever is tried, the rules of the house hold."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from pydantic import ValidationError

from plenary_tui.procedure.act import Event, Refused
from plenary_tui.procedure.clashes import clashes
from plenary_tui.procedure.conference import Conference, Entry, Policies
from plenary_tui.procedure.eligibility import SITS_IN_COMMITTEE
from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.inscription import Inscribed, Withdrawn
from plenary_tui.procedure.ledger import Ledger, PodiumClosed, PodiumOpened
from plenary_tui.procedure.pending import pending_motions
from plenary_tui.procedure.timing import ZERO
from plenary_tui.procedure.vocabulary import (
    Body,
    Delivery,
    DraftKind,
    EventKind,
    FloorKind,
    Ground,
    Language,
    Majority,
    MeetingStatus,
    Mode,
    MotionKind,
    ParticipantClass,
    Phase,
    QuorumBase,
    Rank,
    Side,
    Tier,
)
from plenary_tui.procedure.votes import PARTIES
from tests.chamber import DELEGATIONS, Chamber, general_list, vienna

SIDE_EVENT = EventKind.SIDE_EVENT.value

PACK = (
    Entry(1, "WATCH", Tier.NGOS, vienna(2, 9, month=9), "Sample Speaker 1", "Director"),
    Entry(2, "NGA", Tier.STATES, vienna(2, 10, month=9)),
    Entry(3, "UNIDROIT", Tier.IGOS, vienna(3, 9, month=9)),
    Entry(4, "TUV", Tier.STATES, vienna(4, 9, month=9)),
)
"""Who was inscribed on the list for item 1(f) before the conference."""

NAMES = [one.id for one in DELEGATIONS] + ["Niger", "cote", "Gui", "nige", "Atlantis", "Sample"]
WORDS = ("Sample",) * 15 + ("", "[b]x[/b]", "وزير", "\x1b[2J", "\u202e", "x" * 501)
TIMES = (
    "",
    "09:50",
    "12:00",
    "23:59",
    "2024-09-15T10:00",
    "2024-10-13T17:00",
    "2024-08-01",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "soon",
)
SECONDS = (30, 5, -5, 60, 200, -300, 0, 0.1, 1e300, float("nan"), float("inf"), 10**20, "x", None)
ENTRIES = (
    *("#0", "#1", "#2", "#3", "#5", "#7", "") * 3,
    *("1", "2", "5", "9", "-1", "²", "٣", "999999999999999999999999", "Gui", "NER", "WATCH"),
)

FIELDS: dict[str, tuple[Any, ...]] = {
    "abstaining": (None, 0, 1, 3, -1),
    "against": (0, 1, 2, 4, "x"),
    "appeal": ("", "", "NER", "Tuvalu"),
    "body": (*Body, *Body, "senate"),
    "code": ("", "", "NEW", "TUR", "xx"),
    "confirm": (True, True, False),
    "delegation": tuple(NAMES),
    "delivery": (*Delivery, *(Delivery.IN_PERSON,) * 3, "online"),
    "document": ("", "", "L.1", "l1", "2", "9", "?"),
    "draft": (*DraftKind, "wish"),
    "ends": TIMES,
    "event": ("1", "1", "2", "Sample", "x", "-1", "²", ""),
    "entry": ENTRIES,
    "ground": (*Ground, *Ground, "noise"),
    "in_favour": (None, 1, 2, 4, 10**9),
    "item": ("", "", "1(f)", "1(f)", "2", "2a", "9", "?"),
    "kind": (*EventKind, "picnic"),
    "language": (*Language, "fr", "Latin"),
    "majority": (*Majority, "most"),
    "minutes": ("10 5", "5, 3", "1", "0", "x", ""),
    "mode": (*Mode, "shouting"),
    "motion": (*MotionKind, "adjourn-debate", "divide"),
    "number": (None, 0, 1, 2, 3, 9, -1, 10**9),
    "off": (True, False),
    "orally_revised": (True, False),
    "other": ("1", "3", "5", "NER", "WATCH", "Gui"),
    "participant": (*ParticipantClass, None, "guest"),
    "present": (0, 2, 3, 5, 8, -1, 10**9, "x"),
    "rank": (*Rank, *Rank, "king"),
    "received_at": TIMES,
    "seconds": SECONDS,
    "seconds_ago": SECONDS,
    "room": ("", "CR3", "cr3", "M2"),
    "starts": TIMES,
    "side": (*Side, "both"),
    "sponsor": ("NGA", "Türkiye", "Tuvalu", "Co-Chairs of the Working Group", "WATCH"),
    "symbol": ("", "L.1", "L.2", "L.9/Add.1", "12", "?"),
    "tabled": ("", "2024-09-30", "2024-10-01", "2030-01-01", "soon"),
    "tier": (*Tier, *Tier, "Others"),
    "to_debate": (None, *QuorumBase, "all"),
    "to_decide": (None, *QuorumBase),
    "until": TIMES,
    "at": TIMES,
}
"""What the fields of acts are filled with; all others with words."""

TO = {
    "move": (-1, 0, 1, 1, 2, 3, 6),
    "request-reply": ("", "Niger"),
    "give-floor": ("statement", "statement", "president", "secretariat", "nobody"),
}
"""The field `to`, which every act takes in a sense of its own."""

SUBJECTS = {
    "meeting": (
        "open-meeting",
        "suspend-meeting",
        "resume-meeting",
        "adjourn-meeting",
        "set-on-air",
        "convene-committee",
        "rise-committee",
        "report-committee",
        "set-meeting-end",
        "count-present",
        "set-quorum-base",
    ),
    "item": (
        "take-up-item",
        "introduce-item",
        "secretariat-statement",
        "open-floor",
        "conclude-item",
    ),
    "list": (
        "open-list",
        "close-list",
        "carry-over",
        "set-limit",
        "register",
        "hear-tier-at",
        "hear-in-order",
    ),
    "entry": ("inscribe", "edit", "withdraw", "move", "swap", "mark-ready", "mark-absent", "note"),
    "floor": (
        "give-floor",
        "start-clock",
        "end-statement",
        "mark-absent",
        "call-to-order",
        "extend-time",
        "edit",
    ),
    "points": ("raise-point", "raise-point", "rule-point"),
    "replies": (
        "request-reply",
        "request-reply",
        "grant-reply",
        "withdraw-reply",
        "set-reply-limits",
    ),
    "alignment": ("align", "align", "withdraw-alignment"),
    "programme": (
        "add-side-event",
        "add-side-event",
        "move-side-event",
        "edit-side-event",
        "cancel-side-event",
    ),
    "motions": (
        "move-motion",
        "move-motion",
        "speak-on-motion",
        "decide-motion",
        "withdraw-motion",
    ),
    "documents": (
        "table-document",
        "correct-document",
        "revise-document",
        "mark-edited",
        "mark-translated",
        "publish-document",
        "add-sponsor",
        "remove-sponsor",
    ),
    "decisions": (
        "take-up-document",
        "take-up-document",
        "table-document",
        "adopt-document",
        "vote-document",
        "defer-document",
        "withdraw-document",
    ),
    "clock": ("start-clock", "pause-clock", "resume-clock", "adjust-clock"),
    "ledger": ("undo", "redo"),
}
"""Acts by subject: which are tried together in one run."""


Choose = Callable[[Sequence[Any]], Any]
"""Takes one of several."""


def filled(act: str, conference: Conference, choose: Choose) -> dict[str, Any]:
    """Fields of an act, some left out, some senseless; entry `#n` is the n-th that waits."""
    fields: dict[str, Any] = {}
    for name, field in ACTS[act].model_fields.items():
        if field.is_required() or choose((True, False)):
            fields[name] = choose(TO[act] if name == "to" else FIELDS.get(name, WORDS))
    waiting = [entry.id for speakers in conference.lists for entry in speakers.waiting]
    if waiting and fields.get("entry", "").startswith("#"):
        fields["entry"] = str(waiting[int(fields["entry"][1:]) % len(waiting)])
    return fields


def choosing(data: st.DataObject) -> Choose:
    """Take what Hypothesis takes."""
    return lambda pool: data.draw(st.sampled_from(pool))


def floors(conference: Conference) -> Iterator[Entry]:
    """The entries that have the floor, in a frozen plenary too."""
    for sitting in (conference, conference.plenary):
        if sitting is not None and sitting.floor is not None and sitting.floor.entry is not None:
            yield sitting.floor.entry


def entries(conference: Conference) -> list[int]:
    """The numbers of all entries, be they waiting, called or heard."""
    waiting = [entry.id for speakers in conference.lists for entry in speakers.waiting]
    heard = [one.entry.id for one in conference.statements if one.entry is not None]
    return waiting + heard + [entry.id for entry in floors(conference)]


class House(RuleBasedStateMachine):
    """A conference in which anything is tried.

    Attributes:
        past, future: the states that undoing and redoing must give, nearest last.
        numbers: numbers of entries ever given, also by acts that were undone.
        stepped: whether the calendar was ever set, so that receipts need not rise.
    """

    def __init__(self) -> None:
        super().__init__()
        self.chamber = Chamber(lists=(general_list(PACK),))
        self.past: list[Conference] = []
        self.future: list[Conference] = []
        self.numbers = {entry.id for entry in PACK}
        self.stepped = False

    @initialize(
        start=st.sampled_from(["floor open", "floor open", "committee", "nothing"]),
        on_air=st.booleans(),
    )
    def convene(self, start: str, on_air: bool) -> None:
        """Begin before the first meeting, or with the floor open, or in the committee."""
        policies = Policies(on_air_in_committee=on_air)
        self.chamber = Chamber(lists=(general_list(PACK),), policies=policies)
        if start == "nothing":
            return
        steps = [("open-meeting", {}), ("take-up-item", {"item": "1(f)"}), ("open-floor", {})]
        if start == "committee":
            steps += [("give-floor", {}), ("start-clock", {}), ("convene-committee", {})]
            steps += [("take-up-item", {"item": "2"}), ("introduce-item", {})]
            steps += [("secretariat-statement", {}), ("open-floor", {})]
        for act, fields in steps:
            self.attempt(act, fields)

    def attempt(self, act: str, fields: dict[str, Any]) -> tuple[Event, ...]:
        """Try an act; nothing but a refusal or an unreadable field may stop it."""
        before, rows = self.chamber.conference, len(self.chamber.records)
        try:
            command = ACTS[act](**fields)
            assert self.chamber.decide(command) == self.chamber.decide(command), "it decides twice"
            events = self.chamber.do(act, **fields)
        except (Refused, ValidationError) as refusal:
            assert self.chamber.conference is before, "a refusal changes nothing"
            assert len(self.chamber.records) == rows
            if isinstance(refusal, Refused):
                assert refusal.why.endswith(".") and refusal.remedy in (
                    "",
                    "override",
                    "confirm",
                    "reason",
                )
            return ()
        self.follow(act, before, events)
        return events

    def follow(self, act: str, before: Conference, events: tuple[Event, ...]) -> None:
        """Compare what an act has done with what it may do."""
        after = self.chamber.conference
        assert events, "an act records something"
        if act == "undo":
            assert after == self.past.pop()
            self.future.append(before)
            return
        if act == "redo":
            assert after == self.future.pop()
            self.past.append(before)
            return
        self.past.append(before)
        self.future.clear()
        state = before
        for event in events:
            assert event.sentence(state).strip().endswith(".")
            state = event.apply(state)
        assert state == after
        inscribed = [event.entry.id for event in events if isinstance(event, Inscribed)]
        withdrawn = [event.entry for event in events if isinstance(event, Withdrawn)]
        assert sorted(entries(before) + inscribed) == sorted(entries(after) + withdrawn)
        assert self.numbers.isdisjoint(inscribed), "a number was given twice"
        self.numbers.update(inscribed)
        self.across_bodies(before, after)
        if act != "edit":
            self.tiers_do_not_mix(before, after, events)

    def across_bodies(self, before: Conference, after: Conference) -> None:
        """The plenary is left frozen, and found again, as it stood."""
        frozen = after.plenary
        if before.plenary is not None and frozen is not None:
            assert frozen is before.plenary
        elif frozen is not None:
            assert (frozen.meeting, frozen.item, frozen.on_air) == (
                before.meeting,
                before.item,
                before.on_air,
            )
            if frozen.floor is not None:
                assert before.floor is not None and frozen.floor.phase is not Phase.SPEAKING
                now = self.chamber.clock.now()
                assert frozen.floor.clock.elapsed(now) == before.floor.clock.elapsed(now)
            assert after.lists == before.lists
        elif before.plenary is not None:
            left = before.plenary
            assert (after.meeting, after.item, after.floor, after.on_air) == (
                left.meeting,
                left.item,
                left.floor,
                left.on_air,
            )

    def tiers_do_not_mix(
        self, before: Conference, after: Conference, events: tuple[Event, ...]
    ) -> None:
        """An act about one delegation leaves the order of all other tiers alone."""
        if not any(event.kind in ("inscribed", "moved", "withdrawn") for event in events):
            return
        changed = [
            queue.tier
            for speakers in after.lists
            for queue in speakers.queues
            if queue.waiting
            != before.list_of(speakers.item, speakers.body).queue(queue.tier).waiting
        ]
        assert len(changed) == 1

    @rule(act=st.sampled_from(SUBJECTS["meeting"]), data=st.data())
    def about_the_meeting(self, act: str, data: st.DataObject) -> None:
        """Somebody opens, suspends or ends a sitting."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @rule(act=st.sampled_from(SUBJECTS["item"]), data=st.data())
    def about_the_item(self, act: str, data: st.DataObject) -> None:
        """The President goes on with the item, or takes up another."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @rule(act=st.sampled_from(SUBJECTS["list"]), data=st.data())
    def about_the_list(self, act: str, data: st.DataObject) -> None:
        """Somebody decides on a list, a limit or a late delegation."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @rule(act=st.sampled_from(SUBJECTS["entry"]), data=st.data())
    def about_an_entry(self, act: str, data: st.DataObject) -> None:
        """Somebody does something about an entry."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @precondition(lambda self: self.chamber.conference.floor is not None)
    @rule(act=st.sampled_from(SUBJECTS["floor"]), data=st.data())
    def about_the_floor(self, act: str, data: st.DataObject) -> None:
        """Somebody does something about who has the floor."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @precondition(lambda self: self.chamber.conference.floor is not None)
    @rule(act=st.sampled_from(SUBJECTS["clock"]), data=st.data())
    def about_the_clock(self, act: str, data: st.DataObject) -> None:
        """Somebody takes the clock in hand."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @precondition(lambda self: self.chamber.conference.in_session)
    @rule(act=st.sampled_from(SUBJECTS["points"]), data=st.data())
    def about_order(self, act: str, data: st.DataObject) -> None:
        """Somebody raises a point of order, or the President rules."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @precondition(lambda self: self.chamber.conference.in_session)
    @rule(act=st.sampled_from(SUBJECTS["replies"]), data=st.data())
    def about_replies(self, act: str, data: st.DataObject) -> None:
        """Somebody asks to reply, or is granted a reply."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @rule(act=st.sampled_from(SUBJECTS["alignment"]), data=st.data())
    def about_alignment(self, act: str, data: st.DataObject) -> None:
        """Somebody aligns itself with the statement of a group, or no longer does."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @rule(act=st.sampled_from(SUBJECTS["programme"]), data=st.data())
    def about_side_events(self, act: str, data: st.DataObject) -> None:
        """Somebody plans an event beside the meetings."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @precondition(lambda self: self.chamber.conference.in_session)
    @rule(act=st.sampled_from(SUBJECTS["motions"]), data=st.data())
    def about_motions(self, act: str, data: st.DataObject) -> None:
        """Somebody moves a motion or speaks on one, or it is decided."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @rule(act=st.sampled_from(SUBJECTS["ledger"]), data=st.data())
    def about_the_ledger(self, act: str, data: st.DataObject) -> None:
        """Somebody takes an act back, or does it again."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @rule(name=st.sampled_from(NAMES), item=st.sampled_from(["", "1(f)", "2"]))
    def inscribe(self, name: str, item: str) -> None:
        """Somebody asks for the floor, in good order."""
        fields = {"delegation": name, "item": item, "speaker": "Sample", "function": "Director"}
        self.attempt("inscribe", {**fields, "override": "Sample"})

    @precondition(lambda self: self.chamber.conference.in_session)
    @rule(seconds=st.integers(0, 400))
    def hear(self, seconds: int) -> None:
        """The next speaks for a while, or whoever was called."""
        self.attempt("give-floor", {})
        self.attempt("start-clock", {})
        self.chamber.clock.advance(seconds)

    @precondition(lambda self: self.chamber.conference.meeting is not None)
    @rule()
    def turn(self) -> None:
        """The plenary gives way to the committee, or the committee to the plenary."""
        self.attempt("end-statement", {})
        if self.chamber.conference.plenary is None:
            self.attempt("convene-committee", {"confirm": True})
        else:
            self.attempt("rise-committee", {})

    @precondition(lambda self: bool(self.past))
    @rule(acts=st.integers(1, 3))
    def undo_and_redo(self, acts: int) -> None:
        """Undoing some acts and doing them again leaves all as it was."""
        before, far = self.chamber.conference, self.past[-min(acts, len(self.past))]
        acts = min(acts, len(self.past))
        for _ in range(acts):
            assert self.attempt("undo", {})
        assert self.chamber.conference == far
        for _ in range(acts):
            assert self.attempt("redo", {})
        assert self.chamber.conference == before

    @rule(seconds=st.sampled_from([0.1, 1, 30, 179.9, 3600, 9000]))
    def wait(self, seconds: float) -> None:
        """Time passes."""
        self.chamber.clock.advance(seconds)

    @rule(seconds=st.sampled_from([-90000, -3600, -1, 3600, 90000]), boot=st.booleans())
    def disturb_the_clock(self, seconds: int, boot: bool) -> None:
        """The calendar is set, or the machine starts anew."""
        if boot:
            self.chamber.clock.reboot(seconds)
        else:
            self.chamber.clock.step_wall(seconds)
        self.stepped = True

    @rule()
    def restart(self) -> None:
        """The program ends and starts again: it is where it was."""
        at = self.chamber.clock.now()
        before = self.chamber.conference
        self.chamber.record(PodiumClosed(at=at))
        self.chamber.record(PodiumOpened(at=at))
        self.chamber.ledger = Ledger(self.chamber.records)
        assert self.chamber.conference == before

    @invariant()
    def lists_are_in_order(self) -> None:
        """Every queue holds its tier only, each delegation once, in order of receipt."""
        conference = self.chamber.conference
        lists = [(speakers.item, speakers.body) for speakers in conference.lists]
        assert len(lists) == len(set(lists))
        for speakers in conference.lists:
            assert [queue.tier for queue in speakers.queues] == list(Tier)
            delegations = [entry.delegation for entry in speakers.waiting]
            assert len(delegations) == len(set(delegations))
            for queue in speakers.queues:
                assert all(entry.tier is queue.tier for entry in queue.waiting)
                unmoved = [entry for entry in queue.waiting if not entry.moved_because]
                as_they_came = [entry.id for entry in unmoved if entry.received_at is None]
                assert as_they_came == sorted(as_they_came)
                if not self.stepped:
                    receipts = [entry.receipt for entry in unmoved]
                    assert receipts == sorted(receipts)

    @invariant()
    def nobody_speaks_over_a_point_of_order(self) -> None:
        """While one waits for its ruling no clock runs; only parties raise them."""
        conference = self.chamber.conference
        for point in conference.points:
            party = conference.delegation(point.delegation)
            assert party is not None and party.participant in PARTIES
            if point.body is conference.body and conference.floor is not None:
                assert conference.floor.phase is not Phase.SPEAKING

    @invariant()
    def motions_are_moved_once_and_heard_to_their_limit(self) -> None:
        """One of each kind before a body, by parties, two heard on each side; none outlives it."""
        conference = self.chamber.conference
        moved = [(one.motion, one.body) for one in conference.motions]
        assert len(moved) == len(set(moved))
        for motion in conference.motions:
            assert all(motion.heard(side) <= (2 if motion.item else 0) for side in Side)
            who = [motion.delegation, *(one for one, _ in motion.speakers)]
            assert len(who) == len(set(who))
        if conference.meeting is None or conference.meeting.status is MeetingStatus.ADJOURNED:
            assert not pending_motions(conference)

    @invariant()
    def nobody_asks_to_reply_twice(self) -> None:
        """Each delegation has one request before a body, and no round too many."""
        conference = self.chamber.conference
        asked = [(one.delegation, one.body) for one in conference.replies]
        assert len(asked) == len(set(asked))
        floor = conference.floor
        assert floor is None or bool(floor.delegation) is (floor.kind is FloorKind.REPLY)

    @invariant()
    def nobody_is_aligned_twice(self) -> None:
        """Each delegation is aligned with a statement once."""
        aligned = [(one.entry, one.delegation) for one in self.chamber.conference.alignments]
        assert len(aligned) == len(set(aligned))

    @invariant()
    def no_room_is_booked_twice(self) -> None:
        """Events are in one room after one another, and each but talks has one mode."""
        conference = self.chamber.conference
        found = clashes(conference, self.chamber.clock.now())
        assert not any(one.room_of for one in found)
        assert all(len(one.modes) == 1 for one in conference.side_events if one.kind == SIDE_EVENT)

    @invariant()
    def every_entry_is_in_one_place(self) -> None:
        """Nobody is on a list and at the rostrum at once; every tier is the delegation's own."""
        conference = self.chamber.conference
        numbers = entries(conference)
        assert len(numbers) == len(set(numbers))
        waiting = [entry for speakers in conference.lists for entry in speakers.waiting]
        for entry in (*waiting, *floors(conference)):
            delegation = conference.delegation(entry.delegation)
            assert delegation is not None and delegation.registered
            assert delegation.tier is entry.tier
        if conference.floor is not None and conference.floor.entry is not None:
            speakers = conference.current_list
            assert speakers is not None
            there = [entry.delegation for entry in speakers.waiting]
            assert conference.floor.entry.delegation not in there

    @invariant()
    def the_committee_hears_parties_and_signatories(self) -> None:
        """No observer is on its lists or has its floor; while it sits, the plenary does not."""
        conference = self.chamber.conference
        heard = [
            entry
            for speakers in conference.lists
            if speakers.body is Body.COMMITTEE
            for entry in speakers.waiting
        ]
        if conference.plenary is not None:
            assert conference.meeting is not None and conference.meeting.body is Body.COMMITTEE
            assert conference.meeting.status is not MeetingStatus.ADJOURNED
            if conference.floor is not None and conference.floor.entry is not None:
                heard.append(conference.floor.entry)
        elif conference.meeting is not None:
            assert conference.meeting.body is Body.PLENARY
        for entry in heard:
            delegation = conference.delegation(entry.delegation)
            assert delegation is not None and delegation.participant in SITS_IN_COMMITTEE

    @invariant()
    def the_clock_makes_sense(self) -> None:
        """Nothing runs or is on air outside a session, and no time is negative."""
        conference = self.chamber.conference
        if not conference.in_session:
            assert not conference.on_air
        if conference.floor is not None:
            assert conference.floor.clock.elapsed(self.chamber.clock.now()) >= ZERO
            assert conference.meeting is not None
            assert conference.meeting.status is not MeetingStatus.ADJOURNED
            if conference.meeting.status is MeetingStatus.SUSPENDED:
                assert conference.floor.phase is not Phase.SPEAKING
        assert all(one.elapsed >= ZERO and one.changeover >= ZERO for one in conference.statements)

    def go_on(self, chance: random.Random) -> None:
        """Do one thing or another, mostly what the hour asks for."""
        match chance.randrange(20):
            case 0 | 1 | 2:
                self.inscribe(chance.choice(NAMES), chance.choice(["", "1(f)", "2"]))
            case 3 | 4 | 5 if self.chamber.conference.in_session:
                self.hear(chance.choice([0, 30, 200]))
            case 6 if self.past:
                self.undo_and_redo(chance.randint(1, 3))
            case 7:
                self.wait(chance.choice([0.1, 30, 3600]))
            case 8 if chance.random() < 0.2:
                self.restart()
            case _:
                act = chance.choice(SUBJECTS[chance.choice(tuple(SUBJECTS))])
                self.attempt(act, filled(act, self.chamber.conference, chance.choice))
        self.check()

    def check(self) -> None:
        """Everything that holds at any time."""
        self.lists_are_in_order()
        self.every_entry_is_in_one_place()
        self.the_committee_hears_parties_and_signatories()
        self.the_clock_makes_sense()
        self.nobody_speaks_over_a_point_of_order()
        self.nobody_asks_to_reply_twice()
        self.nobody_is_aligned_twice()
        self.no_room_is_booked_twice()
        self.motions_are_moved_once_and_heard_to_their_limit()

    def teardown(self) -> None:
        """The journal alone gives the live state back."""
        assert self.chamber.replayed() == self.chamber.conference
        assert self.chamber.replayed().seq == self.chamber.conference.seq


House.TestCase.settings = settings(
    max_examples=120,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
test_the_house = House.TestCase


@pytest.mark.parametrize("seed", range(60))
def test_a_long_day(seed: int) -> None:
    chance, house = random.Random(seed), House()
    house.convene(
        chance.choice(["floor open", "committee", "nothing"]), chance.choice([True, False])
    )
    for _ in range(300):
        house.go_on(chance)
        if chance.random() < 0.01:
            house.disturb_the_clock(chance.choice([-3600, 3600]), chance.choice([True, False]))
    house.teardown()


def test_every_act_is_tried() -> None:
    assert {act for acts in SUBJECTS.values() for act in acts} == set(ACTS)
