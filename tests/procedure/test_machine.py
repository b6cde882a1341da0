"""Random acts, sensible and senseless: whatever is tried, the rules of the house hold."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from plenary_tui.procedure import ledger
from plenary_tui.procedure.alone.recorded_alone import NoteAlone
from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.ground.act import Event, Refused
from plenary_tui.procedure.ground.on_record import PodiumClosed, PodiumOpened
from plenary_tui.procedure.ground.pending import pending_motions, pending_points
from plenary_tui.procedure.ground.taking_part import PARTIES
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.programme.clashes import clashes
from plenary_tui.procedure.speakers.eligibility import SITS_IN_COMMITTEE
from plenary_tui.procedure.speakers.inscription import Inscribed, Withdrawn
from plenary_tui.procedure.state.conference import Alone, Conference, Document, Entry, Policies
from plenary_tui.procedure.state.timing import ZERO
from plenary_tui.procedure.state.vocabulary import (
    Body,
    DraftStatus,
    EventKind,
    FloorKind,
    Language,
    MeetingStatus,
    Outcome,
    Phase,
    Side,
    Tier,
)
from tests.chamber import Chamber, command_of, general_list, vienna
from tests.procedure.draws import DRAWN, NAMES, SUBJECTS, acts_of, choosing, filled, floors

SIDE_EVENT = EventKind.SIDE_EVENT.value

PACK = (
    Entry(1, "WATCH", Tier.NGOS, vienna(2, 9, month=9), "Sample Speaker 1", "Director"),
    Entry(2, "NGA", Tier.STATES, vienna(2, 10, month=9)),
    Entry(3, "UNIDROIT", Tier.IGOS, vienna(3, 9, month=9)),
    Entry(4, "TUV", Tier.STATES, vienna(4, 9, month=9)),
    Entry(5, "GNB", Tier.STATES, vienna(5, 9, month=9), on_behalf_of="Sample Group"),
)
"""Who was inscribed on the list for item 1(f) before the conference."""

DRAFTS = (
    Document("Sample draft", "L.1", item="1(f)", number=1, sponsors=("NGA",)),
    Document("Sample draft", item="2", number=2, submitter="Co-Chairs of the Working Group"),
)
"""What was tabled before the conference."""

ALONE = tuple(
    Alone(0, "podium@a", vienna(14, 9), "Sample.", str(number), act, fields)
    for number, (act, fields) in enumerate(
        (
            ("inscribe", '{"delegation":"NER","item":"1(f)"}'),
            ("count-present", '{"present":5}'),
            ("", ""),
        )
    )
)
"""What a podium recorded alone before anything was done here."""


def entries(conference: Conference) -> list[int]:
    """The numbers of all entries, be they waiting, called or heard."""
    waiting = [entry.id for speakers in conference.lists for entry in speakers.waiting]
    heard = [one.entry.id for one in conference.statements if one.entry is not None]
    return waiting + heard + [entry.id for entry in floors(conference)]


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger that lets go of all but a few acts, and reads them again."""
    for name, value in (("KEPT_STATES", 3), ("KEPT_EVERY", 2), ("AT_HAND", 4)):
        monkeypatch.setattr(ledger, name, value)


class House(RuleBasedStateMachine):
    """A conference in which anything is tried.

    Attributes:
        past, future: the states that undoing and redoing must give, nearest last.
        numbers: numbers of entries ever given, also by acts that were undone.
        stepped: whether the calendar was ever set, so that receipts need not rise.
    """

    def __init__(self) -> None:
        super().__init__()
        self.chamber = Chamber(lists=(general_list(PACK),), documents=DRAFTS)
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
        self.chamber = Chamber(lists=(general_list(PACK),), documents=DRAFTS, policies=policies)
        self.chamber.ledger = Ledger(self.chamber.records, earlier=lambda: self.chamber.records)
        self.chamber.record(*self.chamber.decide(NoteAlone(acts=ALONE)))
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
            command = command_of(act, **fields)
            assert self.chamber.decide(command) == self.chamber.decide(command), "it decides twice"
            events = self.chamber.do(act, **fields)
        except (Refused, ValueError) as refusal:
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

    @rule(act=acts_of("meeting"), data=st.data())
    def about_the_meeting(self, act: str, data: st.DataObject) -> None:
        """Somebody opens, suspends or ends a sitting."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @rule(act=acts_of("item"), data=st.data())
    def about_the_item(self, act: str, data: st.DataObject) -> None:
        """The President goes on with the item, or takes up another."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @rule(act=acts_of("list"), data=st.data())
    def about_the_list(self, act: str, data: st.DataObject) -> None:
        """Somebody decides on a list, a limit or a late delegation."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @rule(act=acts_of("entry"), data=st.data())
    def about_an_entry(self, act: str, data: st.DataObject) -> None:
        """Somebody does something about an entry."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @precondition(lambda self: self.chamber.conference.floor is not None)
    @rule(act=acts_of("floor"), data=st.data())
    def about_the_floor(self, act: str, data: st.DataObject) -> None:
        """Somebody does something about who has the floor."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @precondition(lambda self: self.chamber.conference.floor is not None)
    @rule(act=acts_of("clock"), data=st.data())
    def about_the_clock(self, act: str, data: st.DataObject) -> None:
        """Somebody takes the clock in hand."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @precondition(lambda self: self.chamber.conference.in_session)
    @rule(act=acts_of("points"), data=st.data())
    def about_order(self, act: str, data: st.DataObject) -> None:
        """Somebody raises a point of order, or the President rules."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @precondition(lambda self: self.chamber.conference.in_session)
    @rule(act=acts_of("replies"), data=st.data())
    def about_replies(self, act: str, data: st.DataObject) -> None:
        """Somebody asks to reply, or is granted a reply."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @rule(act=acts_of("hours"), data=st.data())
    def about_hours(self, act: str, data: st.DataObject) -> None:
        """A tier is to be heard from an hour on, or in the order of tiers again."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @rule(act=acts_of("alignment"), data=st.data())
    def about_alignment(self, act: str, data: st.DataObject) -> None:
        """Somebody aligns itself with the statement of a group, or no longer does."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @rule(act=acts_of("alone"), data=st.data())
    def about_what_was_recorded_alone(self, act: str, data: st.DataObject) -> None:
        """Somebody does again what another podium did, or leaves it."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @rule(act=acts_of("programme"), data=st.data())
    def about_side_events(self, act: str, data: st.DataObject) -> None:
        """Somebody plans an event beside the meetings."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @precondition(lambda self: self.chamber.conference.in_session)
    @rule(act=acts_of("motions"), data=st.data())
    def about_motions(self, act: str, data: st.DataObject) -> None:
        """Somebody moves a motion or speaks on one, or it is decided."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @rule(act=acts_of("documents"), data=st.data())
    def about_drafts(self, act: str, data: st.DataObject) -> None:
        """Somebody tables a draft, or the Secretariat works on one."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @rule(act=acts_of("decisions"), data=st.data())
    def about_decisions(self, act: str, data: st.DataObject) -> None:
        """The meeting takes up a draft, or acts on one."""
        self.attempt(act, filled(act, self.chamber.conference, choosing(data)))

    @rule(act=acts_of("ledger"), data=st.data())
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
        began_with = self.chamber.ledger.standing
        self.chamber.ledger = Ledger(self.chamber.records)
        assert self.chamber.conference == before
        if began_with is not None:
            known = self.chamber.records[began_with.last_step - 1 :]
            short = Ledger(known, began_with, lambda: self.chamber.records)
            assert not short.is_whole and short.conference == before
            assert short.standing == self.chamber.ledger.standing
            self.chamber.ledger = short  # goes on with it, and reads the rest where that matters

    @invariant()
    def lists_are_in_order(self) -> None:
        """Every queue holds its tier only, each delegation once, in order of receipt."""
        conference = self.chamber.conference
        lists = [(speakers.item, speakers.body) for speakers in conference.lists]
        assert len(lists) == len(set(lists))
        for speakers in conference.lists:
            assert [queue.tier for queue in speakers.queues] == list(Tier)
            delegations = [(entry.delegation, entry.explains) for entry in speakers.waiting]
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
        """While one waits for its ruling no clock runs; parties raise them, one a body unnamed."""
        conference = self.chamber.conference
        for body in Body:
            unnamed = [one for one in conference.points if one.body is body and not one.delegation]
            assert len(unnamed) <= 1
        for point in conference.points:
            party = conference.delegation(point.delegation)
            assert not point.delegation or (party is not None and party.participant in PARTIES)
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
            there = [(entry.delegation, entry.explains) for entry in speakers.waiting]
            speaks = conference.floor.entry
            assert (speaks.delegation, speaks.explains) not in there

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

    @invariant()
    def drafts_are_told_apart_and_decided_once(self) -> None:
        """No two bear one symbol; one at a time is before a body, and none once it is settled."""
        conference = self.chamber.conference
        symbols = [one.symbol for one in conference.documents if one.symbol]
        assert len(symbols) == len(set(symbols))
        for one in conference.documents:
            settled = [
                action
                for action in conference.decisions
                if action.document == one.number
                and action.body is Body.PLENARY
                and action.outcome is not Outcome.DEFERRED
            ]
            assert len(settled) <= 1
            assert not (settled and Body.PLENARY in one.before)
            if one.status == DraftStatus.PUBLISHED:
                assert len(one.languages) == len(Language)

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
            case 9 | 10:
                self.clear_the_way()
            case 11 if chance.random() < 0.3:
                self.publish(chance.choice(self.chamber.conference.documents))
            case 12 if self.chamber.conference.documents:
                self.vote(chance.choice(self.chamber.conference.documents), chance)
            case _:
                acts = SUBJECTS[chance.choice(tuple(SUBJECTS))]
                for act in chance.choices(acts, k=chance.randint(1, 5)):
                    self.attempt(act, filled(act, self.chamber.conference, chance.choice))
        self.check()

    def clear_the_way(self) -> None:
        """Decide what stops everything else: points of order, motions, a suspension, a break."""
        conference = self.chamber.conference
        if not conference.in_session:
            self.attempt("resume-meeting", {})
            self.attempt("open-meeting", {"override": "Sample"})
        elif pending_points(conference):
            self.attempt("name-point", {"delegation": "TUR"})
            self.attempt("rule-point", {"ruling": "Sample"})
        elif pending_motions(conference):
            self.attempt("decide-motion", {"in_favour": 1, "against": 2, "override": "Sample"})
        elif conference.item is None:
            self.attempt("take-up-item", {"item": "1(f)"})
        else:
            self.attempt("end-statement", {})

    def vote(self, document: Document, chance: random.Random) -> None:
        """A draft is put to the vote, under its item, with all that stands in the way decided."""
        self.clear_the_way()
        override = {"override": "Sample"}
        self.attempt("take-up-item", {"item": document.item, **override})
        self.attempt("take-up-document", {"document": str(document.number), **override})
        for act in ("vote-document", "correct-vote"):
            self.attempt(act, filled(act, self.chamber.conference, chance.choice))

    def publish(self, document: Document) -> None:
        """The Secretariat does all that it takes to publish a draft."""
        name = str(document.number)
        self.attempt("mark-edited", {"document": name})
        for language in Language:
            self.attempt("mark-translated", {"document": name, "language": language})
        self.attempt("publish-document", {"document": name})

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
        self.drafts_are_told_apart_and_decided_once()

    def teardown(self) -> None:
        """The journal alone gives the live state back."""
        assert self.chamber.replayed() == self.chamber.conference
        assert self.chamber.replayed().seq == self.chamber.conference.seq


THOROUGH = settings(
    max_examples=120,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
House.TestCase.settings = THOROUGH
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


def test_the_machine_draws_from_every_act() -> None:
    assert {act for acts in SUBJECTS.values() for act in acts} == set(ACTS)
    assert set(SUBJECTS) == DRAWN, "a subject that no rule draws from is never tried"


def test_in_long_days_every_act_is_done_and_every_act_is_refused() -> None:
    """An act that is always refused, or never, is not tried in earnest."""
    done: set[str] = set()
    refused: set[str] = set()

    class Noting(House):
        """A house that notes what became of each act."""

        def attempt(self, act: str, fields: dict[str, Any]) -> tuple[Event, ...]:
            events = super().attempt(act, fields)
            (done if events else refused).add(act)
            return events

    for seed in range(1000, 1060):
        chance, house = random.Random(seed), Noting()
        house.attempt("undo", {})
        house.convene(chance.choice(["floor open", "committee"]), True)
        for _ in range(300):
            house.go_on(chance)
        if done == refused == set(ACTS):
            break
    assert set(ACTS) - done == set(), "never done"
    assert set(ACTS) - refused == set(), "never refused"
