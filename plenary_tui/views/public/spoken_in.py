"""Functions and groups in the President's script, in the language of its words."""

from __future__ import annotations

from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.public.caption import PRESIDENT, SECRETARIAT
from plenary_tui.views.public.functions import (
    ON_BEHALF_OF,
    behalf_in,
    speaks_of_a_woman,
    title_in,
)


def spoken_in(language: Language, name: str, text: str, speaker: str) -> str:
    """What is filled in for a placeholder, in a language; as it was typed where no table has it.

    Args:
        name: of the placeholder: a `function`, a `role`, or a `group`, which becomes a phrase.
        speaker: whose function it is; "" if that is not known.
    """
    match name:
        case "group":
            return behalf_in(text, language) or f"{ON_BEHALF_OF[language]}{text}" if text else ""
        case "role" | "function":
            for roles in (PRESIDENT, SECRETARIAT):
                if text == roles[Language.ENGLISH]:
                    return roles[language]
            woman = speaks_of_a_woman(speaker)
            return title_in(text, language, woman=woman, of_state=True) or text
        case _:
            return text
