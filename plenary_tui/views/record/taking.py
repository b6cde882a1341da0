"""Takes the record of a conference from its state and its course."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from plenary_tui.procedure.ground.called import addressed, role_name, spoken_of, title_numbered
from plenary_tui.procedure.ground.drafts import (
    label_decided,
    label_of,
    missing_languages,
    sponsor_names,
)
from plenary_tui.procedure.state.chamber import NOBODY
from plenary_tui.procedure.state.conference import Conference, Delegation, Person, Statement
from plenary_tui.procedure.state.proceedings import Decision
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.timing import whole
from plenary_tui.procedure.state.vocabulary import Body, FloorKind, ParticipantClass, Tier
from plenary_tui.views.record.corrected import corrections
from plenary_tui.views.record.course import Course
from plenary_tui.views.record.facts import (
    AttendanceFacts,
    ConferenceRecord,
    DecisionFacts,
    DraftFacts,
    ItemFacts,
    Made,
    MeetingFacts,
    MotionFacts,
    PersonFacts,
    PointFacts,
    StatementFacts,
    Time,
    WaitingFacts,
    votes,
)
from plenary_tui.views.record.scope import Chosen
from plenary_tui.views.record.sittings import MovedMotion, RaisedPoint, Sitting, Stretch


def take_record(
    conference: Conference, course: Course, chosen: Chosen, made: Made
) -> ConferenceRecord:
    """The record of what was chosen."""
    taking = _Taking(conference, course, chosen)
    return ConferenceRecord(
        conference=conference.name,
        title=conference.title,
        place=conference.place,
        timezone=conference.timezone,
        rehearsal=conference.rehearsal,
        scope=chosen.words,
        only_item=chosen.item,
        made=made,
        meetings=tuple(taking.meeting(one) for one in course.sittings if one.key in chosen.keys),
        statements=tuple(sorted(taking.statements(), key=lambda one: (one.started_at, one.row))),
        unstarted=tuple(taking.unstarted),
        points=tuple(taking.point(one) for one in course.points if chosen.holds(one.key, one.item)),
        motions=tuple(
            taking.motion(one) for one in course.motions if chosen.holds(one.key, one.item)
        ),
        drafts=tuple(taking.drafts()),
        decisions=tuple(taking.decisions()),
        documents=tuple(taking.documents()),
        not_heard=tuple(taking.not_heard()),
        attendance=tuple(taking.attendance()) if chosen.name == "conference" else (),
        corrections=tuple(corrections(conference, course, chosen)),
    )


class _Taking:
    """What the parts of a record are taken from; delegations by id, for there are many."""

    def __init__(self, conference: Conference, course: Course, chosen: Chosen) -> None:
        self.conference = conference
        self.course = course
        self.chosen = chosen
        self.unstarted: list[str] = []
        self._known = {one.id: one for one in conference.delegations}
        self._aligned: dict[int, list[str]] = defaultdict(list)
        for one in conference.alignments:
            self._aligned[one.entry].append(self._name(one.delegation))

    def _name(self, code: str) -> str:
        known = self._known.get(code)
        return known.name if known is not None else code

    def _spoken(self, code: str) -> str:
        known = self._known.get(code)
        return known.as_spoken if known is not None else code

    def meeting(self, one: Sitting) -> MeetingFacts:
        items = (
            (symbol, self.conference.item_named(symbol), done) for symbol, done in one.items.items()
        )
        body, number = one.key
        return MeetingFacts(
            number=number,
            body=body,
            title=title_numbered(number, body),
            opened_at=one.opened_at,
            ended_at=one.ended_at,
            ends_at=one.ends_at,
            presided=self.conference.president or None,
            within=one.within,
            suspended=tuple(_time(pause) for pause in one.pauses),
            on_air=tuple(_time(stretch) for stretch in one.on_air),
            items=tuple(
                ItemFacts(
                    symbol=symbol,
                    title=item.title if item is not None else "",
                    secretariat=done.secretariat,
                    concluded=done.concluded,
                    secretariat_by=_person(done.secretariat_by)
                    if done.secretariat_by != NOBODY
                    else None,
                    over=done.over,
                )
                for symbol, item, done in items
                if self.chosen.item in (None, symbol)
            ),
            reports=tuple(one.reports),
            present=one.counts[-1] if one.counts else None,
            chairs=self._chairs(one),
        )

    def _chairs(self, one: Sitting) -> tuple[PersonFacts, ...]:
        """Who presided, one after another; the President is known by name without being recorded.

        Of the Committee only those are known who were recorded.
        """
        found = [chair for chair in one.chairs if chair is not None or one.key[0] is Body.PLENARY]
        if found == [None]:
            return ()
        president = Person(self.conference.president)
        chairs = (president if chair in (None, NOBODY) else chair for chair in found)
        return tuple(_person(chair) for chair in chairs if chair is not None)

    def statements(self) -> Iterator[StatementFacts]:
        """Those that were begun, in their order; other calls of delegations are kept apart."""
        rounds: Counter[tuple[object, ...]] = Counter()
        rows = self.course.statement_rows
        for row, one in zip(rows, self.conference.statements, strict=True):
            if not self.chosen.holds((one.body, one.meeting), one.item):
                continue
            code = one.entry.delegation if one.entry is not None else one.delegation
            if one.started_at is None and code:
                self.unstarted.append(self._name(code))
                continue
            round_ = None
            if one.kind is FloorKind.REPLY:
                which = (one.body, one.meeting, one.item, code)
                rounds[which] += 1
                round_ = rounds[which]
            yield self._statement(row, one, code, round_)

    def _statement(self, row: int, one: Statement, code: str, round_: int | None) -> StatementFacts:
        entry, known = one.entry, self._known.get(code)
        spoken = self._spoken(code) if code else spoken_of(one.kind, one.person)
        who = entry or one.person
        return StatementFacts(
            row=row,
            kind=one.kind,
            meeting=one.meeting,
            body=one.body,
            item=one.item,
            delegation=self._name(code) if code else None,
            code=code or None,
            spoken=spoken,
            tier=known.tier if known is not None else None,
            participant=known.participant if known is not None else None,
            group=known.group or None if known is not None else None,
            speaker=addressed(who) or None,
            function=who.function or None,
            on_behalf_of=entry.on_behalf_of or None if entry is not None else None,
            language=who.language,
            delivery=entry.delivery if entry is not None else None,
            called_at=one.called_at,
            started_at=one.started_at or one.called_at,
            ended_at=one.ended_at,
            timed=one.started_at is not None,
            length=one.spoken.total_seconds(),
            limit=one.planned.total_seconds() if one.limit is not None else None,
            overrun=one.overrun.total_seconds(),
            changeover=whole(one.changeover).total_seconds(),
            round=round_,
            aligned=tuple(self._aligned[entry.id])
            if entry is not None and entry.on_behalf_of
            else (),
            role=None if code else _role(one.kind, one.person),
            explains=entry.explains if entry is not None else None,
        )

    def point(self, one: RaisedPoint) -> PointFacts:
        body, number = one.key
        return PointFacts(
            row=one.row,
            meeting=number,
            body=body,
            item=one.item,
            raised_at=one.at,
            delegation=self._name(one.delegation) if one.delegation else None,
            ruling=one.ruling,
            withdrawn=one.withdrawn,
            appeal_by=self._name(one.appeal.delegation) if one.appeal else None,
            appeal_vote=votes(self.conference, one.appeal.vote) if one.appeal else None,
            overturned=one.appeal.overturns if one.appeal else None,
            appeal_spoken=self._spoken(one.appeal.delegation) if one.appeal else None,
        )

    def motion(self, one: MovedMotion) -> MotionFacts:
        body, number = one.key
        return MotionFacts(
            row=one.row,
            meeting=number,
            body=body,
            item=one.item,
            moved_at=one.at,
            motion=one.motion,
            delegation=self._name(one.delegation),
            spoken=self._spoken(one.delegation),
            outcome=one.outcome,
            vote=votes(self.conference, one.vote),
        )

    def drafts(self) -> Iterator[DraftFacts]:
        for one in self.course.drafts:
            document = self.conference.document_numbered(one.number)
            if document is not None and self.chosen.holds(one.key, one.item):
                body, number = one.key
                yield DraftFacts(
                    row=one.row,
                    meeting=number,
                    body=body,
                    item=one.item,
                    at=one.at,
                    label=label_of(document),
                    title=document.title,
                    kind=document.kind,
                    sponsors=sponsor_names(self.conference, document),
                )

    def decisions(self) -> Iterator[DecisionFacts]:
        rows = self.course.decision_rows
        for row, one in zip(rows, self.conference.decisions, strict=True):
            key = one.body, one.meeting
            unopened = self.course.sitting(key) is None  # withdrawn before any meeting, say
            if self.chosen.holds(key, one.item) or (unopened and self.chosen.name == "conference"):
                yield decision_facts(self.conference, row, one)

    def documents(self) -> Iterator[tuple[str, str, str]]:
        """Of each item that is recorded its documents: the item, a symbol or label, a title."""
        items = [
            symbol
            for one in self.course.sittings
            if one.key in self.chosen.keys
            for symbol in one.items
            if self.chosen.item in (None, symbol)
        ]
        for symbol in dict.fromkeys(items):
            drafts = {
                label_of(one): one.title for one in self.conference.documents if one.item == symbol
            }
            symbols = {one.symbol for one in self.conference.documents}
            item = self.conference.item_named(symbol)
            others = [one for one in (item.documents if item else ()) if one not in symbols]
            yield from ((symbol, one, "") for one in others)
            yield from ((symbol, label, title) for label, title in drafts.items())

    def not_heard(self) -> Iterator[WaitingFacts]:
        """Who waits as of the row on the lists of the items that are recorded."""
        considered = {
            (symbol, one.key[0])
            for one in self.course.sittings
            if one.key in self.chosen.keys
            for symbol in one.items
            if self.chosen.item in (None, symbol)
        }
        for speakers in self.conference.lists:
            if (speakers.item, speakers.body) in considered:
                for tier in Tier:
                    if count := len(speakers.queue(tier).waiting):
                        yield WaitingFacts(
                            item=speakers.item, body=speakers.body, tier=tier, count=count
                        )

    def attendance(self) -> Iterator[AttendanceFacts]:
        for participant in ParticipantClass:
            names = [one.name for one in self._registered(participant)]
            if names:
                yield AttendanceFacts(participant=participant, names=tuple(names))

    def _registered(self, participant: ParticipantClass) -> list[Delegation]:
        found = [
            one
            for one in self.conference.delegations
            if one.participant is participant and one.registered
        ]
        return sorted(found, key=lambda one: folded(one.name))


def decision_facts(conference: Conference, row: int, one: Decision) -> DecisionFacts:
    """The action on a draft, as it was recorded in a row of the journal."""
    document = conference.document_numbered(one.document)
    return DecisionFacts(
        row=row,
        meeting=one.meeting,
        body=one.body,
        item=one.item,
        at=one.decided_at,
        label=label_decided(conference, one),
        title=document.title if document is not None else "",
        kind=document.kind if document is not None else "",
        sponsors=sponsor_names(conference, document) if document is not None else (),
        tabled_by_chairs=bool(document is not None and document.submitter),
        outcome=one.outcome,
        orally_revised=one.orally_revised,
        vote=votes(conference, one.vote),
        majority=one.majority,
        remark=one.remark or None,
        languages_missing=missing_languages(document) if document is not None else (),
    )


def _person(person: Person) -> PersonFacts:
    return PersonFacts(speaker=addressed(person) or None, function=person.function or None)


def _role(kind: FloorKind, person: Person) -> str:
    return "Guest" if kind is FloorKind.GUEST else role_name(kind, person)


def _time(stretch: Stretch) -> Time:
    return Time(begun_at=stretch.begun, ended_at=stretch.ended, reason=stretch.reason or None)
