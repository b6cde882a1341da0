"""Sittings in which everything happens that the President has words for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plenary_tui.procedure.ground.act import Event
from plenary_tui.procedure.state.vocabulary import Rank
from plenary_tui.views.script.line import Line
from tests.views.script.president import President


class Witness(President):
    """Keeps every line that was to be said after any act."""

    def __init__(self) -> None:
        self.lines: set[Line] = set()
        super().__init__()

    def do(self, act: str, **fields: Any) -> tuple[Event, ...]:
        """Do an act, and keep what is said after it."""
        done = super().do(act, **fields)
        self.listen()
        return done

    def listen(self) -> None:
        """Keep what is to be said now."""
        found = self.script
        self.lines.update((*found.lines, *found.otherwise))


def everything() -> Iterator[Line]:
    """All that was said in them, parts included."""
    for sitting in (_list, _high, _matters, _drafts, _committee, _ends):
        room = Witness()
        room.clock.advance(900)
        room.listen()
        sitting(room)
        for one in room.lines:
            yield from one.parts()


def _start(room: President, item: str = "1(f)") -> None:
    room.do("open-meeting")
    room.do("take-up-item", item=item)
    if item != "1(f)":
        room.do("introduce-item")
        room.do("secretariat-statement")
    room.do("open-floor")


def _list(room: Witness) -> None:
    _start(room)
    room.inscribe("NGA", "INTERPOL", "WATCH")
    room.do("inscribe", delegation="NER", on_behalf_of="the African Group")
    for ground in ("time", "relevance", "language"):
        room.speak(10)
        room.do("call-to-order", ground=ground)
    for tier, seconds in (("States", 45), ("IGOs", 60), ("NGOs", 150)):
        room.do("set-limit", seconds=seconds, tier=tier)
    room.do("carry-over")
    room.do("close-list")
    room.clock.advance(3 * 3600 - 60)
    room.listen()
    room.clock.advance(-3 * 3600 + 60)
    room.do("give-floor")
    room.do("start-clock")
    room.do("inscribe", delegation="GIN", override="late", on_behalf_of="the European Union")
    room.speak(10)
    room.do("request-reply", delegation="TUR")
    room.do("request-reply", delegation="CIV")
    for _ in range(2):
        room.do("grant-reply")
        room.do("start-clock")


def _high(room: Witness) -> None:
    _start(room, "2")
    names = ("NGA", "GIN", "NER", "TUR", "CIV", "GBR")
    for name, rank, function, speaker in zip(
        names,
        (*tuple(Rank)[:3], Rank.MINISTER, Rank.MINISTER, Rank.HEAD_OF_STATE),
        ("", "", "", "Minister of Justice", "Minister of Justice of Côte d'Ivoire", ""),
        ("", "", "", "Ada", "Ada", "Ada"),
        strict=True,
    ):
        room.do("inscribe", delegation=name, rank=rank, function=function, speaker=speaker)
    room.do(
        "inscribe",
        delegation="IRN",
        rank="minister",
        function="Minister of Iran (Islamic Republic of)",
    )
    room.do("inscribe", delegation="EU", delivery="video", rank="minister", media="eu.mp4")
    room.do("inscribe", delegation="WATCH", speaker="", function="")
    for _ in range(9):
        room.speak(10)
    room.do("give-floor", to="secretariat")
    room.do("start-clock")
    for when in ("before", "after"):
        room.do("inscribe", delegation="NGA", explains=when)
        room.do("give-floor")
        room.do("start-clock")
    for to, name in (
        ("secretariat", "Ada"),
        ("rapporteur", "Ada"),
        ("chair", ""),
        ("guest", "Ada"),
    ):
        room.do("give-floor", to=to, name=name)
        room.do("start-clock")


def _matters(room: Witness) -> None:
    room.do("count-present", present=1)
    room.do("count-present", present=7)
    _start(room)
    room.do("raise-point")
    room.do("name-point", delegation="GIN")
    room.do("rule-point", ruling="no")
    room.inscribe("NGA")
    room.speak(10)
    for in_favour in (1, 3):
        room.do("raise-point", delegation="GIN")
        room.do("rule-point", ruling="no", appeal="GIN", in_favour=in_favour, against=2)
    for motion in ("adjourn-meeting", "adjourn-debate", "suspend-meeting", "close-debate"):
        room.do("move-motion", motion=motion, delegation="GIN")
    room.do("decide-motion", in_favour=1, against=2)
    room.do("decide-motion", in_favour=1, against=2)
    for side, *names in (("against", "CIV", "TUR"), ("for", "NER", "NGA")):
        for name in names:
            room.do("speak-on-motion", delegation=name, side=side)
    room.do("decide-motion", in_favour=1, against=2)
    for name in ("NER", "NGA"):
        room.do("speak-on-motion", delegation=name, side="for")
    room.do("decide-motion", in_favour=3, against=2)
    room.do("open-floor", override="asked for")
    room.do("move-motion", motion="adjourn-debate", delegation="GIN")
    room.do("decide-motion", confirm=True)


def _drafts(room: Witness) -> None:
    _start(room, "2")
    for number, (act, fields) in enumerate(
        (
            ("adopt-document", {"orally_revised": True, "override": "late"}),
            ("vote-document", {"in_favour": 1, "against": 2, "override": "late"}),
            ("defer-document", {}),
            ("withdraw-document", {}),
        ),
        start=1,
    ):
        symbol = f"L.{number}" if number < 3 else ""
        draft = "decision" if number % 2 else "resolution"
        room.do("table-document", title="Arms", sponsor="NGA", item="2", symbol=symbol, draft=draft)
        room.do("take-up-document", document=str(number))
        room.do(act, **fields)


def _committee(room: Witness) -> None:
    _start(room)
    room.do("convene-committee")
    _work_of_the_committee(room)
    room.do("rise-committee")
    room.do("report-committee", text="agreed")


def _work_of_the_committee(room: Witness) -> None:
    room.do("take-up-item", item="2")
    room.do("table-document", title="Arms", sponsor="NGA", item="2", symbol="L.1")
    room.do("take-up-document", document="L.1")
    room.do("defer-document")
    room.do("conclude-item", confirm=True)


def _ends(room: Witness) -> None:
    _start(room)
    room.inscribe("NGA")
    room.speak(10)
    room.do("end-statement")
    room.do("suspend-meeting")
    room.clock.advance(3600)
    room.listen()
    room.do("resume-meeting")
    room.do("conclude-item")
    room.do("adjourn-meeting")
    room.open_meeting(15, 10)
    room.do("open-floor", override="more came")
    room.inscribe("GIN", override="late")
