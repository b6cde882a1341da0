"""What a speaker's function, and the group that is spoken for, are called in each language.

A cell of the tables has ways of saying it with `|` between them. In English they are all that may
be typed. In Chinese the first is said in general, the second of a State's speaker; an empty one
says that the word depends on what is not known here. In the other languages the first is said of a
man and where nobody can tell, the second of a woman.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.public import groups, state_titles
from plenary_tui.views.public import organization_titles as body_titles

Row = tuple[str, str, str, str, str, str]
"""One function or group in every language, in the order of `Language`."""

JOINTS = dict(zip(Language, ("، ", "\uff0c", ", ", ", ", ", ", ", "), strict=True))
"""What stands between the parts of a line."""
ON_BEHALF_OF = dict(
    zip(
        Language,
        ("باسم ", "代表", "on behalf of ", "au nom de ", "от имени ", "en nombre de "),
        strict=True,
    )
)
"""What stands before a group that no table has."""
_AND = dict(zip(Language, (" و", "兼", " and ", " et ", " и ", " y "), strict=True))
"""What stands between two functions of one person."""
_WOMEN = frozenset(
    ("ms", "mrs", "miss", "mme", "mlle", "madame", "dame", "lady", "queen", "princess")
) | frozenset(("sra", "srta", "senora", "dona", "\u0433-жа", "госпожа", "السيدة", "الانسة", "女士"))
"""Words before a name that say that a woman speaks, folded."""
_GENDERED = (Language.ARABIC, Language.FRENCH, Language.RUSSIAN, Language.SPANISH)
_BETWEEN = re.compile(r"(\s*,\s*|\s+(?:and|&)\s+)")
_OF_MINISTER = re.compile(r"(deputy )?(?!prime\b|deputy\b)(\w+) minister")


def speaks_of_a_woman(speaker: str | None) -> bool:
    """Whether the words before a name say that a woman speaks."""
    return any(word.rstrip(".") in _WOMEN for word in folded(speaker or "").split()[:4])


def title_in(typed: str, language: Language, *, woman: bool, of_state: bool) -> str | None:
    """A function as it was typed, in a language; None where the tables do not have it.

    Two of one person, such as "Ambassador and Permanent Representative", are taken one by one.

    Args:
        of_state: whether the speaker is a State's.
    """
    if whole := _one(typed, language, woman=woman, of_state=of_state):
        return whole
    words = []
    for place, word in enumerate(_BETWEEN.split(typed)):
        if place % 2:
            words.append(JOINTS[language] if "," in word else _AND[language])
        elif one := _one(word, language, woman=woman, of_state=of_state):
            words.append(one)
        else:
            return None
    return "".join(words)


def behalf_in(group: str, language: Language) -> str | None:
    """On whose behalf, as a phrase in a language; None where the table does not have the group."""
    row = _groups().get(_key(group))
    if row is None or language is Language.ENGLISH:
        return None
    return _cells(row)[language]


def _one(typed: str, language: Language, *, woman: bool, of_state: bool) -> str | None:
    key = _key(typed)
    row = _titles().get(key)
    if row is None:
        return None
    cells = {one: cell.split("|") for one, cell in _cells(row).items()}
    ways, is_english = cells[language], key in map(_key, cells[Language.ENGLISH])
    if key in map(_key, ways) and is_english is (language is Language.ENGLISH):
        return typed  # it is in that language as it is
    if language is Language.ENGLISH:
        return ways[0]
    if language is Language.CHINESE:
        return ways[-1 if of_state else 0] or None
    woman = woman or any(key in map(_key, cells[one][1:]) for one in _GENDERED)
    return ways[-1 if woman else 0]


def _cells(row: Row) -> Mapping[Language, str]:
    return dict(zip(Language, row, strict=True))


def _key(text: str) -> str:
    """What is compared: without accents, hyphens and articles, a ministry always `of` something."""
    words = re.sub(r"[-\u2010\u2011]", " ", folded(text)).replace(
        "vice minister", "deputy minister"
    )
    words = " ".join("of" if word == "for" else word for word in words.split() if word != "the")
    if found := _OF_MINISTER.fullmatch(words):
        what = "foreign affairs" if found[2] == "foreign" else found[2]
        words = f"{found[1] or ''}minister of {what}"
    return words


@cache
def _titles() -> Mapping[str, Row]:
    """Every way of writing a function; one that may be two things in its language is not there."""
    rows = (*state_titles.ROWS, *body_titles.ROWS)
    found = _by_key(rows, Language.ENGLISH)
    others: dict[str, Row | None] = {}
    for language in Language:
        if language is not Language.ENGLISH:
            for row in rows:
                for way in _cells(row)[language].split("|"):
                    key = _key(way)
                    others[key] = row if others.get(key, row) is row else None
    return {**{key: row for key, row in others.items() if key and row}, **found}


@cache
def _groups() -> Mapping[str, Row]:
    return _by_key(groups.ROWS, Language.ENGLISH)


def _by_key(rows: Iterable[Row], language: Language) -> dict[str, Row]:
    return {_key(way): row for row in rows for way in _cells(row)[language].split("|")}
