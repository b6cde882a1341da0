"""Catalogues of messages: PO files, as translators have them, put into the form that gettext reads.

So no tool is needed to make a catalogue, and none that was compiled can be older than its source.
"""

from __future__ import annotations

import ast
import io
import struct
from collections.abc import Iterator, Mapping
from gettext import GNUTranslations

from plenary_tui.procedure.state.frozen import Value

MAGIC = 0x950412DE
"""What a compiled catalogue begins with."""
_EDITS = ("msgid", "msgid_plural", "msgstr")


class NotInOrder(ValueError):
    """A line of a PO file that is not one."""


class Message(Value):
    """A message of a catalogue.

    Attributes:
        plural: the same for several; "" where one sentence does for any number.
        said: what it is in the language: one, or one a plural form; "" while it is not translated.
    """

    one: str
    plural: str
    said: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether it is translated."""
        return bool(self.said) and all(self.said)


def read_catalogue(text: str) -> Mapping[str, Message]:
    """The messages of a PO file by what they are for one; that of "" is the head of the file.

    Raises `NotInOrder`.
    """
    messages: dict[str, Message] = {}
    for fields in _entries(text):
        one, plural = fields.pop("msgid"), fields.pop("msgid_plural", "")
        if one in messages:
            raise NotInOrder(f"“{one}” stands there twice.")
        messages[one] = Message(one, plural, tuple(fields[name] for name in sorted(fields)))
    return messages


def _entries(text: str) -> Iterator[dict[str, str]]:
    """The parts of each message by their names; `msgstr`, or `msgstr[0]` and so on."""
    fields: dict[str, str] = {}
    last = ""
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        line = line.strip()
        if line.startswith("#"):
            continue
        if not line:
            if "msgid" in fields:
                yield fields
            fields, last = {}, ""
            continue
        name, _, rest = line.partition(" ")
        if not line.startswith('"'):
            last = name
        elif last:
            name, rest = last, line
        if name.partition("[")[0] not in _EDITS or not rest.startswith('"'):
            raise NotInOrder(f"Line {number} is no line of a PO file.")
        try:
            fields[name] = fields.get(name, "") + str(ast.literal_eval(rest))
        except (SyntaxError, ValueError):
            raise NotInOrder(f"Line {number} has no text in quotation marks.") from None


def compiled(messages: Mapping[str, Message]) -> bytes:
    """A catalogue as gettext reads it; what is not translated is left out."""
    pairs = []
    for message in sorted(messages.values(), key=lambda one: one.one):
        if message.whole:
            known = f"{message.one}\0{message.plural}" if message.plural else message.one
            pairs.append((known.encode(), "\0".join(message.said).encode()))
    start = 28 + 16 * len(pairs)
    places = [b"", b""]
    texts = b""
    for side in (0, 1):
        for pair in pairs:
            places[side] += struct.pack("<II", len(pair[side]), start + len(texts))
            texts += pair[side] + b"\0"
    count = len(pairs)
    head = struct.pack("<IIIIIII", MAGIC, 0, count, 28, 28 + 8 * count, 0, 28 + 16 * count)
    return head + places[0] + places[1] + texts


def translations(messages: Mapping[str, Message]) -> GNUTranslations:
    """A catalogue as the standard library has it."""
    return GNUTranslations(io.BytesIO(compiled(messages)))
