"""The languages that are offered: those whose catalogue has every message."""

from __future__ import annotations

from functools import cache

from plenary_tui.exchange.catalogue import read_catalogue, translations
from plenary_tui.paths import data_folder
from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.wording.tongue import ENGLISH, Tongue

MESSAGES = "messages.pot"
"""The file that has every message, and nothing else."""


class NotOffered(Explained):
    """A language that is not known, or whose catalogue is not complete."""


@cache
def tongue_of(language: Language) -> Tongue:
    """A language with its catalogue. Raises `NotOffered`."""
    if language is Language.ENGLISH:
        return ENGLISH
    folder = data_folder() / "languages"
    try:
        found = read_catalogue((folder / f"{language.code}.po").read_text(encoding="utf-8"))
        wanted = read_catalogue((folder / MESSAGES).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NotOffered(
            f"The words in {language} cannot be read ({error}).", "Install the program anew."
        ) from None
    lacking = [one for one in wanted if one and (one not in found or not found[one].whole)]
    if lacking:
        raise NotOffered(
            f"{language} is not offered: {len(lacking)} of its sentences are not translated.",
            f"They stand in {folder / f'{language.code}.po'}.",
        )
    return Tongue(language, translations(found))


def read_languages(typed: str) -> tuple[Language, ...]:
    """The languages that were typed, by code or name, each once. Raises `NotOffered`."""
    found: dict[Language, None] = {}
    for part in typed.split(","):
        try:
            found[Language(part.strip())] = None
        except ValueError:
            raise NotOffered(
                f"“{part.strip()}” is no official language.",
                f"Type {', '.join(one.code for one in Language)}, parted by commas.",
            ) from None
    return tuple(found)
