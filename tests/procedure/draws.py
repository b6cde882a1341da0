"""What the machine tries: acts by subject, and what their fields are filled with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from enum import StrEnum
from typing import Any

from hypothesis import strategies as st

from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.ground.act_fields import act_fields
from plenary_tui.procedure.state.conference import Conference, Entry
from plenary_tui.procedure.state.vocabulary import (
    Body,
    Delivery,
    DraftKind,
    EventKind,
    Explanation,
    Ground,
    Language,
    Majority,
    Mode,
    MotionKind,
    ParticipantClass,
    QuorumBase,
    Rank,
    Side,
    Tier,
)
from tests.chamber import DELEGATIONS

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
    "voted_for": ("", "", "", "NER, GIN", "Niger", "Atlantis"),
    "opposed": ("", "", "", "TUR", "Niger", "WATCH"),
    "abstained": ("", "", "", "NGA"),
    "meeting": (None, None, None, 1, 2, 9),
    "code": ("", "", "NEW", "TUR", "xx"),
    "confirm": (True, True, False),
    "delegation": tuple(NAMES),
    "delivery": (*Delivery, *(Delivery.IN_PERSON,) * 3, "online"),
    "document": ("", "", "L.1", "l1", "2", "9", "?"),
    "draft": (*DraftKind, "wish"),
    "ends": TIMES,
    "explains": (*Explanation, "", "never"),
    "event": ("1", "1", "2", "Sample", "x", "-1", "²", ""),
    "entry": ENTRIES,
    "ground": (*Ground, *Ground, "noise"),
    "in_favour": (None, 1, 2, 4, 10**9),
    "item": ("", "", "1(f)", "1(f)", "2", "2a", "9", "?"),
    "all": (True, False, False, False),
    "alone": (1, 2, 3, 9, -1, "x", None),
    "also": ("", "Sample", "Sample; Other", "-Sample", "Niger"),
    "group": ("", "Sample Group"),
    "items": ("", "1(f)", "2, 2(a)", "9"),
    "name": ("", "Sample", "Nigeria", "Nigerya"),
    "kind": (*EventKind, "picnic"),
    "language": (*Language, "fr", "Latin"),
    "majority": (*Majority, "most"),
    "minutes": ("10 5", "5, 3", "1", "0", "x", ""),
    "mistaken": (True, False),
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
    "give-floor": ("statement", "statement", "president", "secretariat", "guest", "nobody"),
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
        "preside",
        "count-present",
        "set-quorum-base",
        "add-meeting",
        "move-meeting",
    ),
    "item": (
        "take-up-item",
        "introduce-item",
        "secretariat-statement",
        "open-floor",
        "conclude-item",
        "add-item",
        "edit-item",
    ),
    "list": (
        "open-list",
        "close-list",
        "carry-over",
        "set-limit",
        "register",
        "edit-delegation",
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
        "correct-statement",
    ),
    "points": ("raise-point", "raise-point", "name-point", "rule-point", "withdraw-point"),
    "replies": (
        "request-reply",
        "request-reply",
        "grant-reply",
        "withdraw-reply",
        "set-reply-limits",
    ),
    "hours": ("hear-tier-at", "hear-tier-at", "hear-in-order"),
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
        "add-sponsor",
        "remove-sponsor",
    ),
    "decisions": (
        "take-up-document",
        "take-up-document",
        "table-document",
        "adopt-document",
        "vote-document",
        "correct-vote",
        "defer-document",
        "withdraw-document",
    ),
    "clock": ("start-clock", "pause-clock", "resume-clock", "adjust-clock"),
    "ledger": ("undo", "redo"),
    "alone": ("do-again", "leave-undone"),
}
"""Acts by subject: which are tried together in one run."""

DRAWN: set[str] = set()
"""The subjects that some rule of the machine draws from."""


def acts_of(subject: str) -> st.SearchStrategy[str]:
    """The acts of a subject, for a rule of the machine."""
    DRAWN.add(subject)
    return st.sampled_from(SUBJECTS[subject])


Choose = Callable[[Sequence[Any]], Any]
"""Takes one of several."""


def in_ten_minutes(conference: Conference) -> tuple[str, ...]:
    """The time ten minutes after the last act, as it is typed."""
    if conference.last_at is None:
        return ()
    then = conference.last_at + timedelta(minutes=10)
    return (then.isoformat(timespec="seconds"),)


def sensible(name: str, conference: Conference) -> tuple[Any, ...]:
    """What fills a field so that the act is likely to make sense now; () for what it is filled with
    anyway.
    """
    numbers = [entry.id for speakers in conference.lists for entry in speakers.waiting]
    numbers += [entry.id for entry in floors(conference)]
    parties = ("NGA", "NER", "GIN", "GNB", "TUR", "CIV", "EU", "GBR")
    pools: dict[str, tuple[Any, ...]] = {
        "delegation": parties,
        "appeal": ("", "TUR"),
        "sponsor": parties,
        "entry": tuple(str(one) for one in numbers) or ("",),
        "other": tuple(str(one) for one in numbers) or ("1",),
        "document": ("", *(str(one.number) for one in conference.documents)),
        "event": tuple(str(place) for place, _ in enumerate(conference.side_events, 1)) or ("1",),
        "item": ("", *(one.symbol for one in conference.items)),
        "symbol": tuple(f"L.{number}" for number in range(2, 9)),
        "number": (None,),
        "confirm": (True,),
        "off": (False, False, True),
        "in_favour": (3, 4),
        "against": (0, 1, 4),
        "abstaining": (None, 0, 1),
        "voted_for": ("",),
        "opposed": ("",),
        "abstained": ("",),
        "meeting": (None,),
        "received_at": ("",),
        "at": in_ten_minutes(conference),
        "seconds": (5, 30, 60),
        "starts": ("2024-10-16T13:00", "2024-10-17T13:00"),
        "ends": ("2024-10-17T13:50", *in_ten_minutes(conference)),
        "until": ("", "2024-10-18T12:00"),
    }
    if name in pools:
        return pools[name]
    if name not in FIELDS:
        return ("Sample",) if name != "to" else ()
    return tuple(one for one in FIELDS[name] if isinstance(one, StrEnum))


def filled(act: str, conference: Conference, choose: Choose) -> dict[str, Any]:
    """Fields of an act, some left out; sensible ones in most cases, else some senseless.

    Entry `#n` is the n-th that waits.
    """
    fields: dict[str, Any] = {}
    sense = choose((True, True, False))
    sponsors = tuple(who for draft in conference.documents for who in draft.sponsors)
    for field in act_fields(ACTS[act]):
        name = field.attribute
        if field.required or choose((True, False)) or (sense and name == "override"):
            anyhow = TO[act] if name == "to" else FIELDS.get(name, WORDS)
            pool = sensible(name, conference) if sense else ()
            if sense and name == "delegation":
                pool = {"register": ("Palau", "New Land"), "remove-sponsor": sponsors}.get(
                    act, pool
                )
            fields[name] = choose(pool or anyhow)
    if sense and act == "add-item":
        fields |= {"symbol": choose(("3", "2(b)")), "kind": "thematic"}
    if sense and act == "edit-item":
        fields |= {"title": choose(("Sample", "Other")), "symbol": ""}
    if sense and act in ("add-meeting", "move-meeting"):
        fields |= {"starts": choose(("2024-10-17T19:00", "2024-10-18T10:00"))}
        fields |= {"ends": fields["starts"].replace(":00", ":50")}
        fields |= {"number": 4} if act == "move-meeting" else {}
    if "number" in fields and act == "correct-statement":
        fields["number"] = choose(("", "1", "#1", "#2", "NER"))
    if sense and act in ("vote-document", "correct-vote") and choose((True, False)):
        fields |= {"in_favour": None, "against": None, "abstaining": None}
        fields |= {"voted_for": "NER, GIN, NGA, TUR, EU", "opposed": choose(("", "CIV"))}
    if act == "correct-vote":
        votes = ({}, {"motion": "#1", "document": ""}, {"appeal": "#1", "document": ""})
        fields |= {"motion": "", "appeal": ""} | choose(votes)
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
