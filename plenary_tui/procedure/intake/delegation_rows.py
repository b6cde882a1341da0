"""Delegations of a file, thousands of them too."""

from __future__ import annotations

from plenary_tui.procedure.ground.act import Event, Refused
from plenary_tui.procedure.ground.known_names import known_names
from plenary_tui.procedure.ground.written import plain
from plenary_tui.procedure.intake.rows import BroughtDelegation, Fate, Judged
from plenary_tui.procedure.meetings.convening import (
    DelegationRegistered,
    in_order,
    is_late,
    new_code,
)
from plenary_tui.procedure.speakers.participation import (
    DelegationCorrected,
    differences,
    require_class,
)
from plenary_tui.procedure.state.conference import Conference, Delegation
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import ParticipantClass


class DelegationRows:
    """Delegations as they stand with the rows that were decided."""

    def __init__(self, conference: Conference, at: Instant) -> None:
        self._before = conference
        self._at = at
        self._late = is_late(conference, at)
        self._names = known_names(conference.delegations)
        self._known = {one.id: one for one in conference.delegations}
        self._codes = {code for one in conference.delegations for code in (one.id, *one.codes)}
        self._named: dict[str, str] = {}
        self._seen: set[str] = set()

    def conference(self) -> Conference:
        """The state with all of them."""
        return replace(self._before, delegations=in_order(self._known.values()))

    def judge(self, row: BroughtDelegation, taken_before: bool) -> Judged:
        """Register a delegation, or correct what is known of it (rule 2); raises `Refused`.

        Args:
            taken_before: whether this row of this file was taken over already; what was corrected
                since stays.
        """
        was = self._known.get(row.delegation)
        if was is None:
            return self._new(row)
        if was.id in self._seen:
            return Judged(Fate.SKIPPED, was.name, "It stands in a row above.", delegation=was.id)
        self._seen.add(was.id)
        if taken_before and was.registered:
            return Judged(Fate.SAME, was.name, key=was.id, delegation=was.id)
        now = replace(
            was,
            participant=row.participant or was.participant,
            group=row.group or was.group,
        )
        require_class(self._before, was, now.participant)
        what = differences(was, now)
        if not was.registered:
            now = replace(now, registered=True, late=self._late)
            late = "registration had closed" if self._late else ""
            registered = DelegationRegistered(at=self._at, delegation=now)
            return self._with(now, Fate.NEW, "; ".join(filter(None, (what, late))), registered)
        if now == was:
            return Judged(Fate.SAME, was.name, key=was.id, delegation=was.id)
        corrected = DelegationCorrected(at=self._at, delegation=now)
        return self._with(now, Fate.CHANGED, what, corrected)

    def _new(self, row: BroughtDelegation) -> Judged:
        form = plain(row.name)
        if not form:
            raise Refused("A delegation needs a name.")
        called = self._names.called(row.name)
        if form in self._named or called:
            there = self._named.get(form) or called[0].name
            return Judged(Fate.SKIPPED, row.name, f"It is {there}, which is there.")
        if row.participant is None:
            classes = ", ".join(ParticipantClass)
            raise Refused(f"{row.name} is new, so its class is needed.", f"Give one of: {classes}.")
        code = row.code.upper() or new_code(self._codes, row.name)
        if code in self._codes:
            raise Refused(f"The code {code} is taken.", "Give another code.")
        self._codes.add(code)
        self._named[form] = row.name
        self._seen.add(code)
        now = Delegation(code, row.name, row.participant, group=row.group, late=self._late)
        late = "; registration had closed" if self._late else ""
        registered = DelegationRegistered(at=self._at, delegation=now)
        return self._with(now, Fate.NEW, f"{row.participant}{late}", registered)

    def _with(self, now: Delegation, fate: Fate, why: str, event: Event) -> Judged:
        self._known[now.id] = now
        return Judged(fate, now.name, why, (event,), key=now.id, delegation=now.id)
