"""What is done with the meeting, the committee and the webcast."""

from __future__ import annotations

from plenary_tui.actions.action import MEETING, Action, under
from plenary_tui.actions.applies import in_session, meeting_closed, meeting_open, suspended
from plenary_tui.procedure.meetings.committee import owes_report

ACTIONS = under(
    MEETING,
    Action(
        "open-meeting",
        "Open meeting",
        "Open the next meeting of the programme.",
        keys=("m",),
        applies=meeting_closed,
        footer=0,
        words=("start", "begin"),
    ),
    Action(
        "adjourn-meeting",
        "Adjourn",
        "Adjourn the meeting: it ends.",
        keys=("m",),
        applies=meeting_open,
        words=("close", "finish", "over", "rise", "tomorrow"),
    ),
    Action(
        "set-meeting-end",
        "Meeting end",
        "Set when the meeting ends, as when interpretation goes on for longer.",
        keys=("M",),
        asks=("ends", "decision"),
        applies=meeting_open,
        words=("extend", "interpreters", "overtime", "later"),
    ),
    Action(
        "suspend-meeting",
        "Suspend",
        "Suspend the meeting; the clock stands still.",
        keys=("s",),
        asks=("reason", "until"),
        applies=in_session,
        footer=8,
        words=("lunch", "break", "coffee", "pause", "recess", "consultations", "interrupt"),
    ),
    Action(
        "resume-meeting",
        "Resume",
        "Resume the suspended meeting.",
        keys=("s",),
        applies=suspended,
        footer=0,
        words=("go on", "continue", "after lunch", "after the break"),
    ),
    Action(
        "convene-committee",
        "Committee",
        "Suspend the plenary and convene the Committee of the Whole.",
        keys=("c",),
        applies=lambda conference: conference.plenary is None,
    ),
    Action(
        "rise-committee",
        "Rise",
        "The Committee of the Whole rises; the plenary is as it was left.",
        keys=("c",),
        applies=lambda conference: conference.plenary is not None,
        footer=8,
        words=("end", "back to plenary"),
    ),
    Action(
        "report-committee",
        "Committee's report",
        "Record what the Committee of the Whole reports to the plenary.",
        keys=("K",),
        asks=("text",),
        applies=owes_report,
        footer=4,
    ),
    Action(
        "count-present",
        "Quorum",
        "Count the parties present: one third to open and debate, a majority to decide.",
        keys=("Q",),
        asks=("present",),
        words=("how many", "attendance"),
    ),
    Action(
        "set-quorum-base",
        "Quorum base",
        "Set of what the quorums are shares: the parties taking part, or all parties.",
        asks=("to_debate", "to_decide", "decision"),
    ),
    Action(
        "set-on-air",
        "On air",
        "Mark the webcast as on air.",
        keys=("v",),
        applies=lambda conference: not conference.on_air,
        words=("live", "broadcast", "stream"),
    ),
    Action(
        "set-off-air",
        "Off air",
        "Mark the webcast as off air.",
        keys=("v",),
        act="set-on-air",
        preset={"off": True},
        applies=lambda conference: conference.on_air,
        words=("private", "stop the webcast"),
    ),
)
