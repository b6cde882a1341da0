"""A caption's second line: who speaks, as what and on whose behalf, each part for itself.

What a person typed may run the other way than the line, or be in another language: each part says
in which it is, so that none turns another round. On a caption a long function is cut at a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Protocol

from plenary_tui.procedure.ground.called import addressed, group_spoken
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.vocabulary import Explanation, Language, Tier
from plenary_tui.views.public.functions import (
    JOINTS,
    ON_BEHALF_OF,
    behalf_in,
    speaks_of_a_woman,
    title_in,
)
from plenary_tui.views.wording.words import Spoken

EXPLANATION = dict(
    zip(
        Language,
        (
            "تعليل الموقف",
            "解释立场",
            "explanation of position",
            "explication de position",
            "разъяснение позиции",
            "explicación de posición",
        ),
        strict=True,
    )
)
"""What is said before action is taken on a draft, or after it, by those who take part in it."""
LONGEST = 80
"""Characters of a function, or of a group, on a caption."""
CUT = "\u2026"
"""Says that there is more of it."""
_SMALL = frozenset(
    (
        *("of", "the", "and", "for", "to", "in", "on", "at", "a", "an", "with", "by", "from"),
        *("de", "du", "des", "la", "le", "les", "et", "pour", "aux", "à", "en"),
        *("del", "los", "las", "el", "y", "para", "по", "при", "для", "&", "-", "\u2013"),
    )
)
"""Words that lead on to what is no longer there."""
_PAUSE = re.compile(r"[,;:] | \(| [-\u2013] ")
_RIGHT_TO_LEFT = ("R", "AL")
_LEFT_TO_RIGHT_MARK = "\u200e"


class OfTier(Spoken, Protocol):
    """Whoever speaks, in a tier: for a State a function may be put into other words."""

    @property
    def tier(self) -> Tier | None: ...
    @property
    def short_function(self) -> str | None: ...
    @property
    def explains(self) -> Explanation | None: ...


class Part(Value):
    """Some words of a line, and the language they are in."""

    text: str
    language: Language


Parts = tuple[Part, ...]


def second_line(one: OfTier, language: Language = Language.ENGLISH, *, short: bool = True) -> Parts:
    """Speaker, function and group, as far as they are known, with what stands between them.

    Functions and groups that are common are in the language that is asked for; everything else
    stands as it was typed.

    Args:
        short: whether it is for a caption, where what is long is cut.
    """
    group = on_whose_behalf(one, language, short=short)
    who = who_as_what(one, language, short=short)
    return together((explained(one, language), who, group), language)


def explained(one: OfTier, language: Language) -> Parts:
    """That a position is explained; nothing for a statement."""
    return (Part(EXPLANATION[language], language),) if one.explains is not None else ()


def who_as_what(one: OfTier, language: Language, *, short: bool = False) -> Parts:
    """The speaker and the function."""
    name = addressed(one)
    who = (typed(name),) if name else ()
    return together((who, _function(one, language, short=short)), language)


def _function(one: OfTier, language: Language, *, short: bool) -> Parts:
    function = one.short_function if short and one.short_function else one.function
    if not function:
        return ()
    woman, of_state = speaks_of_a_woman(addressed(one)), one.tier is Tier.STATES
    part = function_in(function, language, woman=woman, of_state=of_state)
    return (Part(shortened(part.text), part.language),) if short else (part,)


def function_in(function: str, language: Language, *, woman: bool, of_state: bool) -> Part:
    """A function in a language, if it is a common one; else as it was typed."""
    found = title_in(function, language, woman=woman, of_state=of_state)
    return Part(found, language) if found and found != function else typed(function)


def on_whose_behalf(one: OfTier, language: Language, *, short: bool = False) -> Parts:
    """The group that is spoken for."""
    if not one.on_behalf_of:
        return ()
    if phrase := behalf_in(one.on_behalf_of, language):
        return (Part(phrase, language),)
    named = group_spoken(one.on_behalf_of) if language is Language.ENGLISH else one.on_behalf_of
    group = typed(shortened(named) if short else named)
    return (Part(ON_BEHALF_OF[language], language), group)


def together(groups: Iterable[Parts], language: Language) -> Parts:
    """One line of several, with what stands between them in that language."""
    line: Parts = ()
    for group in groups:
        joint = (Part(JOINTS[language], language),) if line and group else ()
        line = (*line, *joint, *group)
    return line


def text_of(parts: Parts) -> str:
    """The line as plain text."""
    return "".join(part.text for part in parts)


def marked_apart(parts: Parts) -> str:
    """The line as plain text in which what runs from right to left turns nothing else round.

    Such a part stands between marks of the line's own direction (U+200E), and only such a one.
    The isolates of Unicode would do the same, but what reads a text file often draws them: ffmpeg
    as boxes. The line runs from left to right.
    """
    if len(parts) == 1:
        return parts[0].text
    words = []
    for part in parts:
        turns = any(unicodedata.bidirectional(one) in _RIGHT_TO_LEFT for one in part.text)
        words.append(
            f"{_LEFT_TO_RIGHT_MARK}{part.text}{_LEFT_TO_RIGHT_MARK}" if turns else part.text
        )
    return "".join(words)


def typed(text: str) -> Part:
    """What a person typed; its first letter tells which script, and so which way, it runs."""
    return Part(text, _language_of(text))


def _language_of(text: str) -> Language:
    for one in text:
        direction = unicodedata.bidirectional(one)
        if direction in _RIGHT_TO_LEFT:
            return Language.ARABIC
        if direction == "L":
            script = unicodedata.name(one, "").partition(" ")[0]
            if script in ("CJK", "FULLWIDTH"):
                return Language.CHINESE
            return Language.RUSSIAN if script == "CYRILLIC" else Language.ENGLISH
    return Language.ENGLISH


def shortened(text: str, most: int = LONGEST) -> str:
    """The text if it is no longer than that, else its beginning with a sign that there is more.

    It is cut where it pauses if that keeps at least half of what would fit, else after a word that
    does not lead on; a script without spaces anywhere.
    """
    if len(text) <= most:
        return text
    room = text[:most]  # one more than is kept: it may be the space after the last word
    pauses = [found.start() for found in _PAUSE.finditer(room)]
    if pauses and pauses[-1] >= most // 2:
        return f"{text[: pauses[-1]]}{CUT}"
    words = room.rpartition(" ")[0].split(" ")
    while len(words) > 1 and words[-1].casefold() in _SMALL:
        words.pop()
    kept = " ".join(words).rstrip(" ,;:(-\u2013")
    if len(kept) < most // 2:
        end = most - 1
        while unicodedata.combining(text[end]):
            end -= 1
        kept = text[:end]
    return f"{kept}{CUT}"
