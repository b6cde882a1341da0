"""The caption as it would be sent, in any of the official languages."""

from __future__ import annotations

from dataclasses import dataclass

from plenary_tui.procedure.conference import Conference, Delegation
from plenary_tui.procedure.vocabulary import Language
from plenary_tui.views.snapshot import LowerThird, lower_third
from plenary_tui.views.words import delegation_of


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
        return Caption(language=language, remark=why)
    floor = conference.floor
    assert floor is not None
    delegation = delegation_of(conference, floor.entry) if floor.entry else None
    name = name_in(delegation, language) if delegation else ""
    if not name and language is not Language.ENGLISH:
        remark = f"no {language} name is recorded: this one is English"
    elif language is Language.ARABIC:
        remark = "a terminal may misorder Arabic: the caption page is right"
    else:
        remark = ""
    return Caption(name or sent.line1, sent.line2, language, remark)


def name_in(delegation: Delegation, language: Language) -> str:
    """The name of a delegation in a language; "" if none is recorded."""
    if language is Language.ENGLISH:
        return delegation.name
    return next((name for code, name in delegation.names if code == language.code), "")


def following_language(language: Language) -> Language:
    """The official language after this one, in their order."""
    languages = tuple(Language)
    return languages[(languages.index(language) + 1) % len(languages)]
