"""The Committee of the Whole: convened once in the week, for parties and signatories.

The plenary is suspended for it and kept, frozen, inside the state; the two never sit at once
(rules 4 and 5).
"""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, ConfirmableCommand, Event, Refused
from plenary_tui.procedure.ground.called import title_in_short
from plenary_tui.procedure.ground.pending import require_no_motion, require_no_point
from plenary_tui.procedure.meetings.meeting import (
    paused_floor,
    require_free_floor,
    require_in_session,
)
from plenary_tui.procedure.state.conference import Conference, FrozenPlenary, Meeting
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, MeetingStatus


class CommitteeConvened(Event):
    """The plenary was suspended, exactly as it stands, for the Committee of the Whole."""

    kind: ClassVar[str] = "committee convened"

    number: int

    def apply(self, conference: Conference) -> Conference:
        assert conference.meeting is not None
        frozen = paused_floor(conference, self.at)
        plenary = FrozenPlenary(
            conference.meeting, conference.item, frozen.floor, conference.on_air
        )
        committee = Meeting(
            self.number,
            Body.COMMITTEE,
            MeetingStatus.IN_SESSION,
            self.at.utc,
            conference.meeting.ends_at,
        )
        return replace(
            conference,
            plenary=plenary,
            meeting=committee,
            item=None,
            floor=None,
            on_air=conference.policies.on_air_in_committee,
        )

    def sentence(self, before: Conference) -> str:
        return "The plenary was suspended and the Committee of the Whole convened."


class ConveneCommittee(ConfirmableCommand):
    """Suspend the plenary and convene the Committee of the Whole (rule 5)."""

    act: ClassVar[str] = "convene-committee"

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if conference.plenary is not None:
            raise Refused("The Committee of the Whole is sitting already.")
        if conference.sitting is None:
            raise Refused(
                "The Committee of the Whole is convened from a plenary meeting; none is open.",
                "Open a meeting first (open-meeting).",
            )
        earlier = len(conference.held(Body.COMMITTEE))
        if earlier:
            self.ask(
                "The Committee of the Whole has sat before in this conference.",
                "Confirm to convene it again.",
            )
        return (CommitteeConvened(at=at, number=earlier + 1),)


class CommitteeRose(Event):
    """The Committee of the Whole rose; the plenary is as it was left, its clock paused."""

    kind: ClassVar[str] = "committee rose"

    def apply(self, conference: Conference) -> Conference:
        assert conference.meeting is not None and conference.plenary is not None
        sitting = replace(
            conference.meeting, status=MeetingStatus.ADJOURNED, adjourned_at=self.at.utc
        )
        plenary = conference.plenary
        return replace(
            conference,
            plenary=None,
            meeting=plenary.meeting,
            meetings=(*conference.meetings, sitting),
            item=plenary.item,
            floor=plenary.floor,
            on_air=plenary.on_air,
        )

    def sentence(self, before: Conference) -> str:
        return "The Committee of the Whole rose and the plenary resumed as it was left."


class RiseCommittee(Command):
    """End the sitting of the Committee of the Whole and resume the plenary as it was left."""

    act: ClassVar[str] = "rise-committee"

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if conference.plenary is None:
            raise Refused("The Committee of the Whole is not sitting.")
        require_free_floor(conference)
        require_no_point(conference)
        require_no_motion(conference)
        return (CommitteeRose(at=at),)


def owes_report(conference: Conference) -> bool:
    """Whether the Committee of the Whole has risen and not yet reported to the plenary."""
    sat = len(conference.held(Body.COMMITTEE))
    return conference.plenary is None and len(conference.committee_reports) < sat


class CommitteeReported(Event):
    """The Committee of the Whole reported to the plenary on its sittings since its last report."""

    kind: ClassVar[str] = "committee reported"

    sitting: int
    text: str

    def apply(self, conference: Conference) -> Conference:
        silent = self.sitting - len(conference.committee_reports) - 1
        reports = (*conference.committee_reports, *("" for _ in range(silent)), self.text)
        moments = replace(conference.moments, reported=self.at.utc)
        return replace(conference, committee_reports=reports, moments=moments)

    def sentence(self, before: Conference) -> str:
        which = (
            f" on its {title_in_short(self.sitting, Body.COMMITTEE)}" if self.sitting > 1 else ""
        )
        return f"The Committee of the Whole reported to the plenary{which}: “{self.text}”."


class ReportCommittee(Command):
    """Record what the Committee of the Whole reports to the plenary (rule 5)."""

    act: ClassVar[str] = "report-committee"

    text: Line

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if conference.plenary is not None:
            raise Refused(
                "The Committee of the Whole is sitting; it reports to the plenary.",
                "Let it rise first (rise-committee).",
            )
        require_in_session(conference)
        sat = len(conference.held(Body.COMMITTEE))
        if not sat:
            raise Refused("The Committee of the Whole has not sat.", "There is nothing to report.")
        if not owes_report(conference):
            raise Refused("The Committee of the Whole has reported already.")
        if not self.text:
            raise Refused("The report says nothing.", "Give its gist in a sentence.")
        return (CommitteeReported(at=at, sitting=sat, text=self.text),)
