"""The caption as it would be sent, in any of the official languages."""

from __future__ import annotations

from collections.abc import Mapping

from plenary_tui.procedure.floor.heard import who_is_heard
from plenary_tui.procedure.ground.called import addressed, role_name
from plenary_tui.procedure.ground.pending import unnamed_point
from plenary_tui.procedure.state.conference import Conference, Delegation, Entry, Floor, Person
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.proceedings import PointOfOrder
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.vocabulary import (
    Explanation,
    FloorKind,
    Language,
    Tier,
)
from plenary_tui.views.public.functions import speaks_of_a_woman
from plenary_tui.views.public.second_line import (
    Part,
    Parts,
    function_in,
    second_line,
    shortened,
    text_of,
    together,
    typed,
)
from plenary_tui.views.public.view import View


def _in_order(
    arabic: str, chinese: str, english: str, french: str, russian: str, spanish: str
) -> dict[Language, str]:
    return dict(zip(Language, (arabic, chinese, english, french, russian, spanish), strict=True))


PRESIDENT = _in_order("الرئاسة", "主席", "President", "Présidence", "Председатель", "Presidencia")
SECRETARIAT = _in_order(
    "الأمانة", "秘书处", "Secretariat", "Secrétariat", "Секретариат", "Secretaría"
)
POINT_OF_ORDER = _in_order(
    "نقطة نظام",
    "程序问题",
    "point of order",
    "motion d'ordre",
    "по порядку ведения заседания",
    "cuestión de orden",
)
RIGHT_OF_REPLY = _in_order(
    "حق الرد",
    "答辩权",
    "right of reply",
    "droit de réponse",
    "право на ответ",
    "derecho a contestar",
)


class Caption(Value):
    """The caption as it would be sent.

    Attributes:
        parts: the second line, each part with the language it is in.
        language: the one that was asked for.
        line1_in: the language of the name; English where none is recorded in `language`.
        remark: what the operator should know of it; "" for nothing.
    """

    line1: str = ""
    parts: Parts = ()
    language: Language = Language.ENGLISH
    line1_in: Language = Language.ENGLISH
    remark: str = ""

    @property
    def line2(self) -> str:
        """The second line as plain text."""
        return text_of(self.parts)

    @property
    def words(self) -> str:
        """Both lines as one; a sentence if there are none."""
        return " / ".join(line for line in (self.line1, self.line2) if line) or "(empty)"


def caption(conference: Conference, language: Language = Language.ENGLISH) -> Caption:
    """The caption of whoever is heard, while on air (rule 23), exactly as it would be sent.

    Common functions and groups are in the language that is asked for; names of people, and what
    no table has, stand as they were typed.
    """
    name, name_is_in = heard_name(conference, language)
    if not conference.on_air or not name:
        why = "nobody has the floor" if conference.on_air else "the meeting is off air"
        if conference.on_air and unnamed_point(conference) is not None:
            why = "a point of order: by whom is not recorded yet"
        return Caption(language=language, remark=why)
    if name_is_in is not language:
        remark = f"no {language} name is recorded: this one is English"
    elif language is Language.ARABIC:
        remark = "a terminal may misorder Arabic: the caption page is right"
    else:
        remark = ""
    return Caption(name, _second_line(conference, language), language, name_is_in, remark)


def _second_line(conference: Conference, language: Language) -> Parts:
    """What stands below the name: as what, and on whose behalf, or what is said instead."""
    who = _who(conference, language)
    if words := _kind_words(conference):
        return together(((Part(words[language], language),), who), language)
    return who


def _who(conference: Conference, language: Language) -> Parts:
    """Who speaks, as what and on whose behalf, but for what the first line says already."""
    match who_is_heard(conference):
        case Floor(entry=Entry() as entry):
            return second_line(entry, language)
        case Floor() as floor:
            return second_line(Heard.of(floor), language)
        case _:
            return ()


def _kind_words(conference: Conference) -> Mapping[Language, str] | None:
    """What stands for a title where what is said is no statement; None where it is one."""
    match who_is_heard(conference):
        case PointOfOrder():
            return POINT_OF_ORDER
        case Floor(kind=FloorKind.REPLY):
            return RIGHT_OF_REPLY
        case _:
            return None


def heard_name(conference: Conference, language: Language) -> tuple[str, Language]:
    """The name of whoever is heard, and its language: English where none else is recorded.

    It is "" while nobody is heard.
    """
    return name_of_heard(conference, who_is_heard(conference), language)


def name_of_heard(
    conference: Conference, heard: Floor | PointOfOrder | None, language: Language
) -> tuple[str, Language]:
    """The name of one who is heard or keeps the floor, and its language."""
    match heard:
        case None:
            return "", Language.ENGLISH
        case PointOfOrder(delegation=whose) | Floor(whose=whose) if whose:
            delegation = conference.delegation(whose)
            return name_and_language(delegation, language) if delegation else (whose, language)
        case Floor(kind=FloorKind.SECRETARIAT):
            return SECRETARIAT[language], language
        case Floor(kind=FloorKind.PRESIDENT, person=Person(function="")):
            return PRESIDENT[language], language
        case Floor(kind=FloorKind.GUEST, person=person) if person.speaker:
            part = typed(addressed(person))
            return part.text, part.language
        case _:
            assert isinstance(heard, Floor)
            return _role(heard, language)


def _role(floor: Floor, language: Language) -> tuple[str, Language]:
    """What whoever speaks for no delegation is called, in a language if it is a common word."""
    person = floor.person
    woman = speaks_of_a_woman(f"{person.address} {person.speaker}")
    role = role_name(floor.kind, person)
    part = function_in(role, language, woman=woman, of_state=False)
    return shortened(part.text), part.language


def name_and_language(delegation: Delegation, language: Language) -> tuple[str, Language]:
    """The name in that language; the English one where none is recorded."""
    found = name_in(delegation, language)
    return (found, language) if found else (delegation.name, Language.ENGLISH)


def name_in(delegation: Delegation, language: Language) -> str:
    """The name of a delegation in a language; "" if none is recorded."""
    if language is Language.ENGLISH:
        return delegation.name
    return next((name for code, name in delegation.names if code == language.code), "")


def following_language(language: Language) -> Language:
    """The official language after this one, in their order."""
    languages = tuple(Language)
    return languages[(languages.index(language) + 1) % len(languages)]


class Heard(Value):
    """Whoever speaks without an entry, as a caption's second line has them."""

    speaker: str
    function: str
    address: str
    on_behalf_of: str = ""
    short_function: str = ""
    explains: Explanation | None = None
    tier: Tier | None = None

    @classmethod
    def of(cls, floor: Floor) -> Heard:
        """Of whoever has the floor; what the first line says is left out."""
        person, name = floor.person, role_name(floor.kind, floor.person)
        said = "" if floor.whose else name
        return cls(
            speaker="" if person.speaker == said else person.speaker,
            function=""
            if folded(person.function).removeprefix("the ") == folded(said)
            else person.function,
            address=person.address,
        )


class LowerThird(View):
    """What a caption shows; empty strings when nobody has the floor or nothing is on air."""

    line1: str = ""
    line2: str = ""


def lower_third(conference: Conference) -> LowerThird:
    """The English caption of whoever is heard, while on air (rule 23)."""
    sent = caption(conference)
    return LowerThird(line1=sent.line1, line2=sent.line2)
