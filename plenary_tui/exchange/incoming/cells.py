"""What of a cell is taken: one line of text without what nobody sees, or why it is none."""

from __future__ import annotations

import re
import unicodedata

from plenary_tui.procedure.state.text import LONGEST, is_unprintable, shown

LONGEST_NAME = 200
"""Characters of a name, of a body or a person."""

_WHITE = re.compile(
    r"(?:_x000[AaDd]_|[ \t\r\n\v\f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u3000])+"
)
_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff]")
"""Marks that programs leave in texts and that change nothing in a name."""
_PLACES = re.compile(r" \(\+\d{1,3}\)$")


def cleaned(text: str) -> str:
    """The text in one line, without the marks that programs leave and nobody sees."""
    if text.isascii() and text.isprintable() and "  " not in text and "_x000" not in text:
        return text.strip()
    return unicodedata.normalize("NFC", _WHITE.sub(" ", _UNSEEN.sub("", text)).strip())


def caption(text: str) -> str:
    """The text of a choice without the places that came with it ("Vienna (+2)")."""
    return _PLACES.sub("", text)


def fault_of(text: str, is_name: bool) -> tuple[str, str] | None:
    """What is wrong with a cleaned text, and what was expected; None if nothing is."""
    most = LONGEST_NAME if is_name else LONGEST
    if len(text) > most:
        return f"has {len(text):,} characters", f"{most} at most"
    if text.isascii() and text.isprintable():
        return ("holds a formula, not what it gives", "its value") if _is_formula(text) else None
    if "\ufffd" in text:
        return "has letters that are damaged", "the file saved again as UTF-8"
    if shown(text) != text:
        place = next((at for at, one in enumerate(text, start=1) if is_unprintable(one)), 1)
        name = unicodedata.name(text[place - 1], "").lower() or f"U+{ord(text[place - 1]):04X}"
        return f"character {place} cannot be shown ({name})", "the cell typed again without it"
    return None


_FORMULA = re.compile(r"=\s*[-+(\"$A-Za-z]")


def _is_formula(text: str) -> bool:
    return _FORMULA.match(text) is not None
