"""What OpenSlides writes: its tables by their columns, and the JSON of a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from plenary_tui.exchange.incoming.delimited import Record
from plenary_tui.exchange.incoming.encodings import Text
from plenary_tui.exchange.incoming.grid import Grid
from plenary_tui.exchange.incoming.indico import of_contents
from plenary_tui.exchange.incoming.loose import (
    Object,
    Taker,
    mapping,
    moment,
    number,
    raw_text,
    sequence,
)
from plenary_tui.exchange.incoming.numbered import Matter, number_items
from plenary_tui.exchange.incoming.offer import (
    Offer,
    OfferedConference,
    OfferedDelegation,
    OfferedEntry,
    OfferedItem,
    Overruled,
)
from plenary_tui.exchange.incoming.rowreader import zone_of
from plenary_tui.exchange.problems import Problem
from plenary_tui.procedure.ground.written import plain
from plenary_tui.procedure.state.frozen import replace

_PARTICIPANTS = {"structure level", "is physical person", "vote weight", "default password"}
_AGENDA = {"moderation notes", "list of speakers", "agenda comment", "agenda type", "agenda closed"}
_STATEMENTS = {"speech type", "structure level", "participant number"}
_TOO_DEEP = 50
_HIDDEN = ("internal", "hidden")


def source_of(grid: Grid) -> str:
    """Which of OpenSlides' tables it is, in words; "" if it is none."""
    return _source({plain(title) for title in grid.titles})


def _source(titles: set[str]) -> str:
    if len(_PARTICIPANTS & titles) >= 2:
        return "OpenSlides, participants"
    if len(_AGENDA & titles) >= 1 and titles & {"title", "item number"}:
        return "OpenSlides, agenda"
    return "OpenSlides, statements made" if len(_STATEMENTS & titles) >= 2 else ""


def without_groups(grid: Grid, told: Overruled) -> Overruled:
    """What is told of a table, its groups being no regional groups unless that is told.

    They say who votes, or is a delegate; the State stands in the structure level.
    """
    groups = {title: None for title in grid.titles if plain(title) == "groups"}
    return replace(told, columns={**groups, **told.columns})


def is_destroyed(offer: Offer, text: Text, records: list[Record]) -> bool:
    """Whether OpenSlides wrote the file in an encoding that loses every letter but Latin ones."""
    if not records or not offer.source.startswith("OpenSlides"):
        return False
    controls = any(
        ord(sign) < 32 and sign not in "\t\r\n"
        for _, cells in records
        for cell in cells
        for sign in cell
    )
    return controls or not (text.encoding == "" or text.encoding.startswith("utf"))


def destroyed(file: str) -> Problem:
    """That the file has to be exported again."""
    what = "was exported in an encoding that loses letters, and cannot be mended"
    return Problem(file, None, "", what, "it exported again from OpenSlides as UTF-8")


def is_meeting(top: Object) -> bool:
    """Whether a JSON file is a meeting of OpenSlides."""
    return "_migration_index" in top or ("meeting" in top and "agenda_item" in top)


def read(top: Object, offer: Offer, told: Overruled) -> Offer:
    """What a meeting offers: its agenda, its structure levels, who waits for the floor."""
    reader = _MeetingReader(offer.file, top)
    items = reader.items()
    offer = replace(
        offer,
        source="OpenSlides, meeting",
        event=reader.conference(zone_of(told.timezone)),
        items=items,
        delegations=tuple(reader.delegations()),
        entries=tuple(reader.entries()),
        left_out={why: number for why, number in reader.left_out.items() if number},
    )
    offer = replace(offer, problems=(*offer.problems, *reader.taker.problems))
    return of_contents(offer, told.contents)


class _MeetingReader:
    """Reads the collections of one meeting, each a map of ids to objects."""

    def __init__(self, file: str, top: Object) -> None:
        self.taker = Taker(file)
        self.left_out: dict[str, int] = {}
        self._top = top
        self._symbols: dict[str, str] = {}

    def _all(self, collection: str) -> dict[str, Object]:
        """The objects of a collection by id."""
        found = mapping(self._top.get(collection))
        return {key: one for key, one in found.items() if isinstance(one, dict)}

    def _one(self, collection: str, key: object) -> Object:
        return mapping(mapping(self._top.get(collection)).get(raw_text(key)))

    def conference(self, zone: ZoneInfo) -> OfferedConference:
        """What the meeting says of the conference; OpenSlides knows no time zone."""
        one = next(iter(self._all("meeting").values()), {})
        first, last = (moment(one.get(key)) for key in ("start_time", "end_time"))
        return OfferedConference(
            self.taker.text(one.get("name"), "meeting, name"),
            self.taker.text(one.get("location"), "meeting, location", True),
            "",
            first.astimezone(zone).date() if first else None,
            last.astimezone(zone).date() if last else None,
        )

    def items(self) -> tuple[OfferedItem, ...]:
        """The agenda, depth first by parent, then by weight."""
        children: dict[str, list[tuple[float, str]]] = {}
        for key, one in self._all("agenda_item").items():
            weight = number(one.get("weight")) or 0.0
            children.setdefault(raw_text(one.get("parent_id")), []).append((weight, key))
        matters: list[Matter] = []
        contents: dict[int, str] = {}
        for key, depth in _depth_first(children):
            one = self._one("agenda_item", key)
            if (kind := raw_text(one.get("type"))) in _HIDDEN:
                why = f"that OpenSlides calls {kind}"
                self.left_out[why] = self.left_out.get(why, 0) + 1
                continue
            collection, _, content = raw_text(one.get("content_object_id")).partition("/")
            topic = self._one(collection, content)
            where = f"{collection.replace('_', ' ')} {content}"
            title = self.taker.text(topic.get("title"), f"{where}, title")
            if title:
                symbol = self.taker.text(one.get("item_number"), f"{where}, item_number", True)
                matters.append(Matter(len(matters) + 1, symbol, title, below=depth > 0))
                contents[len(matters)] = raw_text(one.get("content_object_id"))
        items = number_items(self.taker.file, matters, self.taker.problems)
        self._symbols = {contents[item.line]: item.symbol for item in items}
        return items

    def delegations(self) -> Iterator[OfferedDelegation]:
        """The structure levels, where offices put the State; each with its persons."""
        persons: dict[str, int] = {}
        for one in self._all("meeting_user").values():
            for level in sequence(one.get("structure_level_ids")):
                persons[raw_text(level)] = persons.get(raw_text(level), 0) + 1
        for line, (key, one) in enumerate(self._all("structure_level").items(), start=1):
            name = self.taker.text(one.get("name"), f"structure level {key}, name", True)
            if name:
                yield OfferedDelegation(line, name, persons=persons.get(key, 0))

    def entries(self) -> Iterator[OfferedEntry]:
        """Who waits for the floor, in order: those who have not begun, by weight."""
        waiting: list[tuple[str, float, str, Object]] = []
        for key, one in self._all("speaker").items():
            if moment(one.get("begin_time")) is not None or one.get("point_of_order") is True:
                continue
            speakers = self._one("list_of_speakers", one.get("list_of_speakers_id"))
            content = raw_text(speakers.get("content_object_id"))
            waiting.append((content, number(one.get("weight")) or 0.0, key, one))
        waiting.sort(key=lambda one: (one[0], one[1], one[2]))
        without = "requests of nobody's structure level"
        for line, (content, _, key, one) in enumerate(waiting, start=1):
            member = self._one("meeting_user", one.get("meeting_user_id"))
            name = self._level(one, member)
            if not name:
                self.left_out[without] = self.left_out.get(without, 0) + 1
                continue
            user = self._one("user", member.get("user_id"))
            parts = (
                self.taker.text(user.get(part), f"speaker {key}, {part}", True)
                for part in ("first_name", "last_name")
            )
            speaker = " ".join(filter(None, parts))
            yield OfferedEntry(line, name, self._symbols.get(content, ""), speaker)

    def _level(self, speaker: Object, member: Object) -> str:
        """The name of the structure level for which somebody speaks; "" if there is none."""
        link = speaker.get("structure_level_list_of_speakers_id")
        through = self._one("structure_level_list_of_speakers", link)
        levels = [through.get("structure_level_id"), *sequence(member.get("structure_level_ids"))]
        found = (raw_text(self._one("structure_level", level).get("name")) for level in levels)
        return next(filter(None, found), "")


def _depth_first(children: dict[str, list[tuple[float, str]]]) -> Iterator[tuple[str, int]]:
    """The keys of a tree from its top, each with its depth; none twice."""
    seen = set()
    waiting = [(key, 0) for _, key in sorted(children.get("", ()), reverse=True)]
    while waiting:
        key, depth = waiting.pop()
        if key in seen or depth > _TOO_DEEP:
            continue
        seen.add(key)
        yield key, depth
        waiting.extend((one, depth + 1) for _, one in sorted(children.get(key, ()), reverse=True))
