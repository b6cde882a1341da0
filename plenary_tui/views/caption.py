"""The caption as it would be sent, in any of the official languages."""

from __future__ import annotations

from dataclasses import dataclass

from plenary_tui.procedure.conference import Conference, Delegation
from plenary_tui.procedure.pending import pending_points, unnamed_point
from plenary_tui.procedure.vocabulary import Language
from plenary_tui.views.snapshot import LowerThird, lower_third


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption as it would be sent.

    Attributes:
        language: of the delegation's name.
        remark: what the operator should know of it; "" for nothing.
    """

    line1: str = ""
    line2: str = ""
    language: Language = Language.ENGLISH
    remark: str = ""

    @property
    def words(self) -> str:
        """Both lines as one; a sentence if there are none."""
        return " / ".join(line for line in (self.line1, self.line2) if line) or "(empty)"


def caption(conference: Conference, language: Language = Language.ENGLISH) -> Caption:
    """The caption exactly as it would be sent, with the delegation's name in a language."""
    sent = lower_third(conference)
    if sent == LowerThird():
        why = "nobody has the floor" if conference.on_air else "the meeting is off air"
        if conference.on_air and unnamed_point(conference) is not None:
            why = "a point of order: by whom is not recorded yet"
        return Caption(language=language, remark=why)
    delegation = who_is_heard(conference)
    name = name_in(delegation, language) if delegation else ""
    if not name and language is not Language.ENGLISH:
        remark = f"no {language} name is recorded: this one is English"
    elif language is Language.ARABIC:
        remark = "a terminal may misorder Arabic: the caption page is right"
    else:
        remark = ""
    return Caption(name or sent.line1, sent.line2, language, remark)


def who_is_heard(conference: Conference) -> Delegation | None:
    """The delegation that is heard, on a point of order before anybody else (rule 26).

    None while nobody is, and for the President and the Secretariat.
    """
    for point in pending_points(conference):
        return conference.delegation(point.delegation)
    floor = conference.floor
    if floor is None:
        return None
    return conference.delegation(floor.entry.delegation if floor.entry else floor.delegation)


def name_in(delegation: Delegation, language: Language) -> str:
    """The name of a delegation in a language; "" if none is recorded."""
    if language is Language.ENGLISH:
        return delegation.name
    return next((name for code, name in delegation.names if code == language.code), "")


def following_language(language: Language) -> Language:
    """The official language after this one, in their order."""
    languages = tuple(Language)
    return languages[(languages.index(language) + 1) % len(languages)]
