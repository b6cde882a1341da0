"""One line of text as typed by a person, and what of it may reach a screen."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import AfterValidator

LONGEST = 500
"""Characters in one line of text."""


def _clean_line(text: str) -> str:
    """One line of text as typed by a person, or ValueError if it could disturb a screen."""
    for place, character in enumerate(text, start=1):
        if is_unprintable(character):
            name = unicodedata.name(character, "").lower()
            name = name or f"control character U+{ord(character):04X}"
            raise ValueError(
                f"character {place} cannot be shown ({name}); type it again without it"
            )
    line = " ".join(unicodedata.normalize("NFC", text).split())
    if len(line) > LONGEST:
        raise ValueError(f"it has {len(line)} characters; {LONGEST} at most")
    return line


_UNSEEN = frozenset(
    "\u061c\u200b\u200e\u200f\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def is_unprintable(character: str) -> bool:
    """Whether a character could move the cursor, colour the screen or reorder its neighbours."""
    category = unicodedata.category(character)
    return category in ("Cc", "Cs", "Zl", "Zp") or character in _UNSEEN


Line = Annotated[str, AfterValidator(_clean_line)]
"""One line of text, in normal form C, white space folded; refuses control characters."""


def shown(text: str) -> str:
    """The text with whatever could disturb a screen taken out."""
    return "".join(character for character in text if not is_unprintable(character))


def folded(text: str) -> str:
    """The text for comparing names: case and accents folded, apostrophes alike."""
    plain = unicodedata.normalize("NFKD", text.replace("\u2019", "'"))
    bare = "".join(character for character in plain if not unicodedata.combining(character))
    return " ".join(bare.casefold().split())


def shown_lines(lines: list[str]) -> str:
    """Lines of text with nothing in them that could disturb a terminal."""
    return "\n".join(shown(line).rstrip() for line in lines)
