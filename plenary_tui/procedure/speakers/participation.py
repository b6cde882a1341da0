"""What is known of a delegation is corrected: its name, class, group, and other names of it."""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.ground.act import ConfirmableCommand, Event, Refused
from plenary_tui.procedure.ground.drafts import final_decision, label_of
from plenary_tui.procedure.ground.known_names import CLOSE, known_names
from plenary_tui.procedure.ground.naming import close_to, find_delegation, known_delegation
from plenary_tui.procedure.meetings.convening import with_delegation
from plenary_tui.procedure.speakers.eligibility import SITS_IN_COMMITTEE
from plenary_tui.procedure.state.conference import Conference, Delegation
from plenary_tui.procedure.state.frozen import field, replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, ParticipantClass

AWAY = "-"
"""Before another name: it is taken away."""


class DelegationCorrected(Event):
    """Name, class, group or other names of a delegation were corrected."""

    kind: ClassVar[str] = "delegation corrected"

    delegation: Delegation

    def apply(self, conference: Conference) -> Conference:
        return with_delegation(conference, self.delegation)

    def sentence(self, before: Conference) -> str:
        was, now = before.delegation(self.delegation.id), self.delegation
        if was is None:
            return f"{now.name} was corrected."
        return f"{was.name} was corrected: {differences(was, now)}."


def differences(was: Delegation, now: Delegation) -> str:
    """What of a delegation changes, in words."""
    changes = [
        f"{what} {new or 'none'}"
        for what, old, new in (
            ("name", was.name, now.name),
            ("class", was.participant, now.participant),
            ("group", was.group, now.group),
            ("as spoken", was.spoken, now.spoken),
        )
        if new != old
    ]
    more = [name for name in now.also if name not in was.also]
    fewer = [name for name in was.also if name not in now.also]
    changes += [f"also {', '.join(more)}"] * bool(more)
    changes += [f"no longer {', '.join(fewer)}"] * bool(fewer)
    return "; ".join(changes)


class EditDelegation(ConfirmableCommand):
    """Correct a delegation's name, class, group, other names, or its name as it is spoken."""

    act: ClassVar[str] = "edit-delegation"

    delegation: Line
    name: Line = ""
    participant: ParticipantClass | None = field(default=None, name="class")
    also: Line = ""
    group: Line | None = None
    spoken: Line | None = None

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if not self.delegation:
            raise Refused("No delegation was named.", "Give its name or its code.")
        was = find_delegation(conference, self.delegation)
        now = replace(
            was,
            name=self.name or was.name,
            participant=self.participant or was.participant,
            group=was.group if self.group is None else self.group,
            spoken=was.spoken if self.spoken is None else self.spoken,
            also=self._also(conference, was),
        )
        if now == was:
            raise Refused(f"Nothing about {was.name} would change.")
        if now.name != was.name:
            self._require_own(conference, was, now.name)
        require_class(conference, was, now.participant)
        return (DelegationCorrected(at=at, delegation=now),)

    def _require_own(self, conference: Conference, was: Delegation, name: str) -> None:
        """A new name must be nobody else's; one that resembles another's is asked about."""
        require_own_name(conference, was, name)
        others = [one for ratio, one in close_to(conference, name) if ratio >= CLOSE]
        if near := [one for one in others if one.id != was.id]:
            self.ask(
                f"“{name}” is almost {near[0].name} ({near[0].id}).",
                "Two names that are alike are taken for each other.",
            )

    def _also(self, conference: Conference, was: Delegation) -> tuple[str, ...]:
        """Its other names, with those that were typed added or taken away."""
        names = list(was.also)
        for name in filter(None, (part.strip() for part in self.also.split(";"))):
            if name.startswith(AWAY):
                gone = name.removeprefix(AWAY).strip()
                if gone not in names:
                    raise Refused(
                        f"{was.name} has no other name “{gone}”.",
                        f"It has {'; '.join(names) or 'none'}.",
                    )
                names.remove(gone)
            elif name not in names:
                require_own_name(conference, was, name)
                names.append(name)
        return tuple(names)


def require_own_name(conference: Conference, was: Delegation, name: str) -> None:
    """A name must mean no other delegation, and not surely more than one; raises `Refused`."""
    known = known_delegation(conference, name)
    if known is not None and known.id != was.id:
        raise Refused(f"“{name}” names {known.name} ({known.id}) already.", "Give another name.")
    asked = known_names(conference.delegations).asked(name)
    if asked is not None and any(one.id != was.id for one in asked):
        listed = " or ".join(one.name for one in asked)
        raise Refused(f"“{name}” may also be {listed}.", "Give a name that is its own.")


def require_class(conference: Conference, was: Delegation, new: ParticipantClass) -> None:
    """What it has done must be open to its new class; raises `Refused`."""
    if new is was.participant:
        return
    for speakers in conference.lists:
        for entry in speakers.queue(was.tier).waiting:
            if entry.delegation != was.id:
                continue
            if new.tier is not was.tier or (
                speakers.body is Body.COMMITTEE and new not in SITS_IN_COMMITTEE
            ):
                raise Refused(
                    f"{was.name} waits on the list for item {speakers.item} as "
                    f"{was.participant.described}.",
                    "Withdraw it first, and inscribe it again after (withdraw).",
                )
    frozen = conference.plenary.floor if conference.plenary is not None else None
    if any(floor is not None and floor.whose == was.id for floor in (conference.floor, frozen)):
        raise Refused(f"{was.name} has the floor.", "Correct it when it has spoken.")
    waits = (
        *(one.delegation for one in conference.points),
        *(one.delegation for one in conference.replies),
        *(one.delegation for one in conference.motions),
        *(who for one in conference.motions for who, _ in one.speakers),
    )
    if was.id in waits:
        raise Refused(
            f"{was.name} has a point of order, a motion or a reply that is not settled.",
            "Settle that first, or take it back.",
        )
    if new in SITS_IN_COMMITTEE:
        return
    for document in conference.documents:
        if was.id in document.sponsors and final_decision(conference, document) is None:
            raise Refused(
                f"{was.name} sponsors {label_of(document)}, and only parties and signatories do.",
                "Take it off the sponsors first (remove-sponsor).",
            )
