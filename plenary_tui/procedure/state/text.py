"""One line of text as typed by a person, and what of it may reach a screen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Annotated, Any

from plenary_tui.procedure.state.frozen import Value

LONGEST = 500
"""Characters in one line of text."""
LONGEST_NAMES = 10_000
"""Characters in a line of names: all States may be in it."""


def clean_line(text: str) -> str:
    """One line of text as typed by a person, or ValueError if it could disturb a screen."""
    return _no_longer(text, LONGEST)


def clean_names(text: str) -> str:
    """A line of names, of which there may be many; as `clean_line`."""
    return _no_longer(text, LONGEST_NAMES)


def _no_longer(text: str, most: int) -> str:
    """The line, without what disturbs a screen."""
    if unseen := _UNPRINTABLE.search(text):
        place = unseen.start() + 1
        raise ValueError(
            f"character {place} cannot be shown ({_name(unseen[0])}); type it again without it"
        )
    line = " ".join(unicodedata.normalize("NFC", text).split())
    if len(line) > most:
        raise ValueError(f"it has {len(line)} characters; {most} at most")
    return line


def _name(character: str) -> str:
    kind = "private-use" if unicodedata.category(character) == "Co" else "control"
    name = unicodedata.name(character, "").lower()
    return name or f"{kind} character U+{ord(character):04X}"


_NEVER = (
    r"\x00-\x1f\x7f-\x9f\ud800-\udfff"  # controls, halves of characters
    r"\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"  # line ends, what turns the direction
    r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065"  # seen by nobody
    r"\u2800\u3164\ufeff\uffa0\U000e0000-\U000e00ff"
    r"\ufdd0-\ufdef\ufff0-\uffff"  # stand for what was lost, or for nothing
    r"\ue000-\uf8ff\U000f0000-\U0010ffff"  # mean something to one program only
)
_JOINING = (
    r"\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\u1b00-\u1bff"
    r"\ua8e0-\ua8ff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe"
)
"""Arabic and what else is written joined, and the scripts of India and its neighbours."""
_PICTURES = r"\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"
_UNPRINTABLE = re.compile(
    rf"[{_NEVER}]"
    # A joiner is needed between letters of some scripts and between parts of a picture only.
    rf"|[\u200c\u200d](?!(?<=[{_JOINING}].)[{_JOINING}])(?!(?<=[{_PICTURES}]\u200d)[{_PICTURES}])"
)


def is_unprintable(character: str) -> bool:
    """Whether a character by itself would disturb a screen or be seen by nobody.

    It could move the cursor, colour the screen, reorder its neighbours, or make two names that
    look alike differ.
    """
    return _UNPRINTABLE.match(character) is not None


class AsTyped(Value):
    """Marks how a field of an act is read from what a person typed; ValueError where it cannot."""

    read: Callable[[Any], object]


Line = Annotated[str, AsTyped(clean_line)]
"""One line of text, in normal form C, white space folded; refuses what nobody sees."""


Names = Annotated[str, AsTyped(clean_names)]
"""The same for names parted by commas, of which there may be as many as there are States."""


def shown(text: str) -> str:
    """The text with whatever could disturb a screen, or is seen by nobody, taken out."""
    return _UNPRINTABLE.sub("", text)


def folded(text: str) -> str:
    """The text for comparing names: case and accents folded, apostrophes alike."""
    if text.isascii():
        return " ".join(text.casefold().split())
    plain = unicodedata.normalize("NFKD", text.replace("\u2019", "'"))
    bare = "".join(character for character in plain if not unicodedata.combining(character))
    return " ".join(bare.casefold().split())


def bare(symbol: str) -> str:
    """A symbol for comparing: letters and digits alone."""
    return "".join(character for character in symbol.casefold() if character.isalnum())


def shown_lines(lines: list[str]) -> str:
    """Lines of text with nothing in them that could disturb a terminal."""
    return "\n".join(shown(line).rstrip() for line in lines)
