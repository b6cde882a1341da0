"""What a terminal tells of keys beyond their letter: repeats, releases, and where they stand.

Terminals that know the kitty keyboard protocol tell it when asked. Their sequences are taken apart
here into what Textual knows; see https://sw.kovidgoyal.net/kitty/keyboard-protocol/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textual.events import Key
from textual.keys import _character_to_key

from plenary_tui.procedure.state.frozen import Value

ASK = "\x1b[=6;2u"
"""Asks for the kind of each event (2) and the key in the standard layout (4), beside the rest."""
_REPEAT, _RELEASE = "2", "3"
_SHIFT = 1
_SHIFTED = str.maketrans("`1234567890-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?')
"""What the keys of a standard keyboard give with Shift, beside the letters."""
_SEQUENCE = re.compile(
    r"\x1b\[([\d:]{0,99})(?:;([\d:]{0,99}))?(?:;([\d:]{0,99}))?([u~ABCDEFHPQRS])"
)
_BEGUN = re.compile(r"\x1b(\[[\d:;]{0,300})?\Z")
"""A sequence whose end has not come yet. No key's is longer: what is, is text, however it ends."""


class Stroke(Key):
    """A key as a terminal told it.

    Attributes:
        repeats: whether it is held down.
        standard: the letter that stands there on a standard keyboard; "" if that is not told.
    """

    def __init__(self, key: str, character: str | None, *, repeats: bool, standard: str) -> None:
        super().__init__(key, character)
        self.repeats = repeats
        self.standard = standard

    @property
    def standard_key(self) -> str:
        """The key that stands there on a standard keyboard, as Textual names it; "" if unknown."""
        return _character_to_key(self.standard) if self.standard else ""

    def as_standard(self) -> None:
        """Become the key of a standard keyboard, where the letter is none of one."""
        if self.standard and self.character and not self.character.isascii():
            self.key, self.character = self.standard_key, self.standard


Stroke.handler_name = Key.handler_name  # to all of Textual it is a key


class Piece(Value):
    """A part of what came, as Textual's parser is to have it.

    Attributes:
        told: whether the terminal told more of the key than its letter.
    """

    text: str
    told: bool = False
    repeats: bool = False
    standard: str = ""


class Strokes:
    """Takes apart what comes from a terminal.

    Attributes:
        begun: a sequence whose end has not come yet.
    """

    def __init__(self) -> None:
        self.begun = ""

    def pieces(self, data: str) -> Iterator[Piece]:
        """The parts of what came, keys that were let go left out.

        Args:
            data: what was read; a sequence cut in two is kept for the rest of it.
        """
        data, self.begun = self.begun + data, ""
        place = 0
        for found in _SEQUENCE.finditer(data):
            if found.start() > place:
                yield Piece(data[place : found.start()])
            place = found.end()
            if (piece := _piece(found)) is not None:
                yield piece
        rest = data[place:]
        if begun := _BEGUN.search(rest):
            rest, self.begun = rest[: begun.start()], begun[0]
        if rest:
            yield Piece(rest)

    def end(self) -> str:
        """What was begun and never ended; it is taken as it is."""
        begun, self.begun = self.begun, ""
        return begun


def _piece(found: re.Match[str]) -> Piece | None:
    """A sequence without what Textual does not know; None for a key that was let go."""
    codes, modifiers, text, end = (part or "" for part in found.groups())
    code, *alternates = codes.split(":")
    held, _, kind = modifiers.partition(":")
    if kind == _RELEASE:
        return None
    if not kind and not alternates:
        return Piece(found[0])
    parts = (code, held or ("1" if text else ""), text)
    plain = ";".join(parts).rstrip(";")
    standard = _letter(alternates[1]) if len(alternates) > 1 else ""
    if held.isdecimal() and (int(held) - 1) & _SHIFT:
        standard = standard.upper().translate(_SHIFTED)
    return Piece(f"\x1b[{plain}{end}", True, kind == _REPEAT, standard)


def _letter(code: str) -> str:
    """The character of a code point; "" for what is no letter of a standard keyboard."""
    return chr(int(code)) if code.isdecimal() and 0x20 < int(code) < 0x7F else ""
