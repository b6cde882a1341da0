"""What was told and answered about the files of one office, kept in a TOML file of its own."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plenary_tui import medium
from plenary_tui.commands.failures import Failed
from plenary_tui.commands.named_file import read_named_text

TEXTS = {"as": "contents", "item": "item", "sheet": "sheet", "encoding": "encoding", "day": "day"}
"""Keys of the file that hold a text, and what they are here."""
TABLES = ("columns", "names")
LARGEST = 16 * 1024 * 1024
"""Bytes of such a file."""


@dataclass(slots=True)
class Mapped:
    """What somebody says of files, as it is typed.

    Attributes:
        contents: `--as`.
        day: `--day`.
        columns: roles by title.
        names: answers by the name as written.
    """

    contents: str = ""
    item: str = ""
    sheet: str = ""
    encoding: str = ""
    day: str = ""
    day_first: bool | None = None
    columns: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def read_map(path: Path) -> Mapped:
    """What a file holds. Raises `Failed`."""
    text = read_named_text(path, LARGEST)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Failed(f"The file {path} is not TOML ({error}).") from None
    known = (*TEXTS, *TABLES, "day_first")
    if unknown := [key for key in table if key not in known]:
        raise Failed(f"{path.name}: “{unknown[0]}” is not known; known are {', '.join(known)}.")
    mapped = Mapped(day_first=_of_kind(path, table, "day_first", bool, None))
    for key, attribute in TEXTS.items():
        setattr(mapped, attribute, _of_kind(path, table, key, str, ""))
    for key in TABLES:
        values = _of_kind(path, table, key, dict, {})
        for name, value in values.items():
            if not isinstance(value, str):
                raise Failed(f"{path.name}, {key}: “{name}” is not a text.")
        setattr(mapped, key, dict(values))
    return mapped


def _of_kind(path: Path, table: dict[str, Any], key: str, kind: type, default: Any) -> Any:
    value = table.get(key, default)
    if value is not default and not isinstance(value, kind):
        wanted = {bool: "true or false", str: "a text", dict: "a table"}[kind]
        raise Failed(f"{path.name}: “{key}” is not {wanted}.")
    return value


def write_map(path: Path, mapped: Mapped) -> None:
    """Write a file that `read_map` reads. Raises `Failed`."""
    lines = ["# What was answered about files of this office: plenary import FILE --map THIS"]
    for key, attribute in TEXTS.items():
        if value := getattr(mapped, attribute):
            lines.append(f"{key} = {_quoted(value)}")
    if mapped.day_first is not None:
        lines.append(f"day_first = {str(mapped.day_first).lower()}")
    for key in TABLES:
        if values := getattr(mapped, key):
            lines += ["", f"[{key}]"]
            lines += (f"{_quoted(name)} = {_quoted(value)}" for name, value in values.items())
    try:
        medium.keep_file(path, ("\n".join(lines) + "\n").encode())
    except OSError as error:
        raise Failed(f"The file {path} cannot be written ({medium.why(error)}).") from None


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
