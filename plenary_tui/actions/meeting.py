"""What is done with the meeting, the committee and the webcast."""

from __future__ import annotations

from plenary_tui.actions.action import MEETING, Action
from plenary_tui.actions.applies import meeting
from plenary_tui.procedure.committee import owes_report
from plenary_tui.procedure.vocabulary import MeetingStatus

ACTIONS: tuple[Action, ...] = (
    Action(
        "open-meeting",
        "Open meeting",
        "Open the next meeting of the programme.",
        MEETING,
        keys=("m",),
        act="open-meeting",
        applies=meeting(MeetingStatus.NOT_OPENED, MeetingStatus.ADJOURNED),
        footer=0,
    ),
    Action(
        "adjourn-meeting",
        "Adjourn",
        "Adjourn the meeting: it ends.",
        MEETING,
        keys=("m",),
        act="adjourn-meeting",
        applies=meeting(MeetingStatus.IN_SESSION, MeetingStatus.SUSPENDED),
    ),
    Action(
        "set-meeting-end",
        "Meeting end",
        "Set when the meeting ends, as when interpretation goes on for longer.",
        MEETING,
        keys=("M",),
        act="set-meeting-end",
        asks=("ends", "decision"),
        applies=meeting(MeetingStatus.IN_SESSION, MeetingStatus.SUSPENDED),
    ),
    Action(
        "suspend-meeting",
        "Suspend",
        "Suspend the meeting; the clock stands still.",
        MEETING,
        keys=("s",),
        act="suspend-meeting",
        applies=meeting(MeetingStatus.IN_SESSION),
        footer=8,
    ),
    Action(
        "resume-meeting",
        "Resume",
        "Resume the suspended meeting.",
        MEETING,
        keys=("s",),
        act="resume-meeting",
        applies=meeting(MeetingStatus.SUSPENDED),
        footer=0,
    ),
    Action(
        "convene-committee",
        "Committee",
        "Suspend the plenary and convene the Committee of the Whole.",
        MEETING,
        keys=("c",),
        act="convene-committee",
        applies=lambda conference: conference.plenary is None,
    ),
    Action(
        "rise-committee",
        "Rise",
        "The Committee of the Whole rises; the plenary is as it was left.",
        MEETING,
        keys=("c",),
        act="rise-committee",
        applies=lambda conference: conference.plenary is not None,
        footer=8,
    ),
    Action(
        "report-committee",
        "Committee's report",
        "Record what the Committee of the Whole reports to the plenary.",
        MEETING,
        keys=("K",),
        act="report-committee",
        asks=("text",),
        applies=owes_report,
    ),
    Action(
        "set-on-air",
        "On air",
        "Mark the webcast as on air.",
        MEETING,
        keys=("v",),
        act="set-on-air",
        applies=lambda conference: not conference.on_air,
    ),
    Action(
        "set-off-air",
        "Off air",
        "Mark the webcast as off air.",
        MEETING,
        keys=("v",),
        act="set-on-air",
        preset={"off": True},
        applies=lambda conference: conference.on_air,
    ),
)
