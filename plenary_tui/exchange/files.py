"""Where packs are, and the text of their files."""

from __future__ import annotations

import codecs
from pathlib import Path, PurePosixPath, PureWindowsPath

from plenary_tui import medium
from plenary_tui.exchange.problems import PackError, Problem, quoted
from plenary_tui.paths import PACKAGE, data_folder
from plenary_tui.procedure.state.text import shown

CONFERENCE = "conference.toml"
"""The file that makes a folder a pack."""

LARGEST = 32 * 1024 * 1024
"""Bytes of the largest file that is read."""


def built_in_packs(package: Path = PACKAGE) -> tuple[str, ...]:
    """The names of the packs that come with the program."""
    folder = data_folder(package)
    if not medium.is_folder(folder):
        return ()
    return tuple(sorted(one.name for one in folder.iterdir() if medium.is_file(one / CONFERENCE)))


def pack_folder(name_or_path: str | Path, package: Path = PACKAGE) -> Path:
    """The folder of a pack: built in, a path to it, or to its conference.toml.

    Raises `PackError` if there is none.
    """
    built_in = built_in_packs(package)
    if isinstance(name_or_path, str) and name_or_path.strip().casefold() in built_in:
        return data_folder(package) / name_or_path.strip().casefold()
    path = Path(name_or_path)
    if path.name == CONFERENCE and not medium.is_folder(path):
        path = path.parent
    if not medium.is_folder(path):
        known = ", ".join(built_in) or "none"
        raise PackError(
            [
                Problem(
                    "",
                    None,
                    "",
                    f"There is no pack {quoted(name_or_path)}",
                    f"a built-in pack ({known}) or the path of a folder with a {CONFERENCE}",
                )
            ]
        )
    return path


def is_inside(name: str) -> bool:
    """Whether a file name stays in the pack's folder, on any system."""
    posix, windows = PurePosixPath(name), PureWindowsPath(name)
    return not (
        posix.is_absolute()
        or windows.drive
        or windows.root
        or ".." in (*posix.parts, *windows.parts)
    )


def read_text(folder: Path, name: str, problems: list[Problem]) -> str | None:
    """The text of a file of a pack, without a byte order mark; None if it cannot be read.

    Lines that are not UTF-8 are reported, and read with a question mark for what is wrong.
    """
    try:
        content = medium.read(folder / name, LARGEST)
    except FileNotFoundError:
        problems.append(Problem(name, None, "", "is missing", f"a file in {shown(str(folder))}"))
        return None
    except OSError as error:
        problems.append(Problem(name, None, "", f"cannot be read ({medium.why(error)})"))
        return None
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in content[:200]:
        problems.append(
            Problem(name, None, "", "is not UTF-8 text", "a file saved as text (“CSV UTF-8”)")
        )
        return None
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        lines = enumerate(content.split(b"\n"), start=1)
        return "\n".join(_decoded(name, number, line, problems) for number, line in lines)


def _decoded(name: str, number: int, line: bytes, problems: list[Problem]) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        what = f"byte {error.start + 1} (0x{line[error.start]:02X}) is not UTF-8"
        problems.append(Problem(name, number, "", what, "a file saved as UTF-8"))
        return line.decode("utf-8", errors="replace").replace("\ufffd", "?")
