"""The words of an official language: sentences by their English ones, dates, hours, series.

A sentence is a message of a catalogue, as the standard library's gettext has it, with what is
filled in in braces. In other languages than English it ends with a colon wherever names follow, so
that no name has to be declined.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Protocol

from plenary_tui.procedure.ground.calendar import say_day, zone
from plenary_tui.procedure.ground.called import title_numbered
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value, field, replace
from plenary_tui.procedure.state.frozen import replace as changed
from plenary_tui.procedure.state.text import folded, shown
from plenary_tui.procedure.state.vocabulary import Body, Language

LEFT_MARK, RIGHT_MARK = "\u200e", "\u200f"
"""Letters that are not seen and run from the left, and from the right."""
RIGHT_EMBEDDED, END_EMBEDDED = "\u202b", "\u202c"
"""What begins and ends what runs from the right."""
PAIR = LEFT_MARK + RIGHT_MARK
"""What stands behind a name that runs the other way: there it ends, with its brackets."""
_BY_ENGLISH = (Language.ARABIC, Language.CHINESE)
"""Languages in whose lists names stand in the order of the English ones."""
_SEPARATORS = {Language.ARABIC: ("\u060c ", " و"), Language.CHINESE: ("\u3001", "\u3001")}
"""What stands between names, and before the last."""
_BETWEEN_PARTED = {
    Language.ARABIC: "\u061b ",
    Language.CHINESE: "\uff1b",
    Language.FRENCH: " ; ",
}
"""What stands between names of which one is itself in parts."""
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
_COMMAS = (",", "\u060c", "\uff0c")


class Catalogue(Protocol):
    """What has the messages of a language, as the standard library's translations do."""

    def gettext(self, message: str, /) -> str: ...
    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str: ...


class _English:
    """The messages as they are."""

    def gettext(self, message: str) -> str:
        return message

    def ngettext(self, one: str, several: str, count: int) -> str:
        return one if count == 1 else several


def marked(message: str) -> str:
    """A message that is looked up later: so the catalogues are made to have it."""
    return message


def paired(one: str, several: str) -> tuple[str, str]:
    """A message for one and one for several, which are looked up later."""
    return one, several


MONTHS = (
    *(marked("January"), marked("February"), marked("March"), marked("April"), marked("May")),
    *(marked("June"), marked("July"), marked("August"), marked("September"), marked("October")),
    *(marked("November"), marked("December")),
)
DAYS = (
    *(marked("Monday"), marked("Tuesday"), marked("Wednesday"), marked("Thursday")),
    *(marked("Friday"), marked("Saturday"), marked("Sunday")),
)


class Tongue(Value):
    """A language with its catalogue.

    Attributes:
        english: the English name of each delegation by that in this language; {} if none is known.
        lacking: the names, in English, of delegations whose name in this language is not known.
    """

    language: Language
    catalogue: Catalogue
    english: Mapping[str, str] = field(default_factory=dict)
    lacking: frozenset[str] = frozenset()

    @property
    def is_english(self) -> bool:
        """Whether sentences may decline, as the English ones do."""
        return self.language is Language.ENGLISH

    @property
    def from_right(self) -> bool:
        """Whether it is written from right to left."""
        return self.language is Language.ARABIC

    def words(self, message: str, /, **values: object) -> str:
        """A message in this language, filled in."""
        return self._one_stop(self.catalogue.gettext(message).format(**values))

    def counted(self, one: str, several: str, count: int, /, **values: object) -> str:
        """A message that differs with how many there are."""
        return self._one_stop(self.catalogue.ngettext(one, several, count).format(**values))

    def _one_stop(self, text: str) -> str:
        """A text in which an abbreviation ends its sentence too."""
        return text if self.is_english else _TWO_STOPS.sub(".", text)

    def meeting(self, number: int, body: Body) -> str:
        """A meeting by its number."""
        if self.is_english:
            return title_numbered(number, body)
        if body is Body.PLENARY:
            return self.counted(
                "Plenary meeting {number}", "Plenary meetings {number}", number, number=number
            )
        return self.words("Sitting {number} of the Committee of the Whole", number=number)

    def body(self, body: Body) -> str:
        """A body by its name."""
        if body is Body.PLENARY:
            return self.words("the Conference")
        return self.words("the Committee of the Whole")

    def dated(self, day: date) -> str:
        """A day without its name, e.g. `14 octobre 2024`."""
        month = self.words(MONTHS[day.month - 1])
        if day.day == 1:
            return self.words("1 {month} {year}", month=month, year=day.year)
        return self.words("{day} {month} {year}", day=day.day, month=month, year=day.year)

    def day(self, day: date) -> str:
        """A day with its name."""
        if self.is_english:
            return say_day(day)
        return self.words(
            "{weekday}, {date}", weekday=self.words(DAYS[day.weekday()]), date=self.dated(day)
        )

    def hour(self, timezone: str, moment: datetime) -> str:
        """An hour at a place, as it stands in a sentence."""
        there = moment.astimezone(zone(timezone))
        return self.words("{hour}:{minute}", hour=f"{there:%H}", minute=f"{there:%M}")

    def moment(self, timezone: str, moment: datetime) -> str:
        """A time of day with its day, at a place."""
        there = moment.astimezone(zone(timezone))
        return self.words("{time}, {date}", time=f"{there:%H:%M}", date=self.dated(there.date()))

    def text(self, sentences: Iterable[str]) -> str:
        """Sentences one after another."""
        return ("" if self.language is Language.CHINESE else " ").join(sentences)

    def line(self, text: str) -> str:
        """A line that runs as the language does where nothing else says which way."""
        return f"{RIGHT_MARK}{text}" if self.from_right else text

    def embedded(self, text: str) -> str:
        """The same for programs that heed no mark before a line: a title of a chart."""
        return f"{RIGHT_EMBEDDED}{text}{END_EMBEDDED}" if self.from_right else text

    def name(self, text: str) -> str:
        """A name in a line of this language: what runs the other way turns nothing else round."""
        return ended(text) if self.from_right else text

    def series(self, names: Iterable[str]) -> str:
        """Names one after another, the last joined as this language does it."""
        found = [self.name(one) for one in names]
        if self.is_english:
            return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)
        if len(found) < 2:
            return "".join(found)
        if any(comma in one for one in found for comma in _COMMAS):
            return self.between_parts.join(found)
        between, last = _SEPARATORS.get(self.language, (", ", ", "))
        return last.join((between.join(found[:-1]), found[-1]))

    @property
    def between_parts(self) -> str:
        """What stands between what is itself in parts."""
        return _BETWEEN_PARTED.get(self.language, "; ")

    def order(self, name: str) -> str:
        """What names are put in order by: folded, in the order of English where none is settled."""
        if self.language in _BY_ENGLISH:
            name = self.english.get(name, name)
        return folded(name)

    def sorted(self, names: Iterable[str]) -> list[str]:
        """Names in their order."""
        return sorted(names, key=self.order)


ENGLISH = Tongue(Language.ENGLISH, _English())
"""What needs no catalogue."""


def in_tongue(conference: Conference, tongue: Tongue) -> tuple[Conference, Tongue]:
    """A conference with the delegations' names in a language, and the language with those names.

    A name that is not known stays as it is in English.
    """
    if tongue.is_english:
        return conference, tongue
    named = named_in(conference, tongue.language)
    pairs = list(zip(conference.delegations, named.delegations, strict=True))
    english = {there.name: one.name for one, there in pairs}
    code = tongue.language.code
    lacking = frozenset(one.name for one in conference.delegations if code not in dict(one.names))
    return named, replace(tongue, english=english, lacking=lacking)


def named_in(conference: Conference, language: Language) -> Conference:
    """A conference with the delegations' names in a language, where they are known."""
    if language is Language.ENGLISH:
        return conference
    return changed(
        conference,
        delegations=tuple(
            changed(one, name=dict(one.names).get(language.code) or one.name, spoken="")
            for one in conference.delegations
        ),
    )


_SYMBOL = re.compile(r"(?<![\w(\u200e])\d+(?:\([a-z0-9]{1,5}\))+")
"""The symbol of an item that is a part of another, `1(f)`."""
_BEGINS_RIGHT = (
    r"[^A-Za-z\u00c0-\u024f\u0400-\u052f\u4e00-\u9fff]*"
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]"
)
"""A text whose first letter is written from right to left; compiled once there is one like it."""


def harmless(text: str) -> str:
    """A text as `shown` has it, but for marks that are put there: at the ends of names, and around
    symbols in a text from right to left.
    """
    text = PAIR.join(map(shown, text.split(PAIR))) if PAIR in text else shown(text)
    return upright(text) if not text.isascii() and re.match(_BEGINS_RIGHT, text) else text


def upright(text: str) -> str:
    """A text from right to left, in which symbols are read as they are written.

    Digit and bracket would go the way of the text: `(f)1`.
    """
    return _SYMBOL.sub(lambda found: f"{LEFT_MARK}{found[0]}{PAIR}", text)


def ended(text: str) -> str:
    """A name in a text from right to left, with marks behind it if it runs the other way."""
    return text if not text or _runs_right(text) else f"{text}{PAIR}"


def _runs_right(text: str) -> bool:
    """Whether the last letter that has a direction runs from right to left."""
    for sign in reversed(text):
        match unicodedata.bidirectional(sign):
            case "R" | "AL":
                return True
            case "L":
                return False
            case _:
                pass
    return True
