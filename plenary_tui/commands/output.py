"""How a command speaks: on standard output and standard error, whatever becomes of them."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from plenary_tui import medium
from plenary_tui.commands.failures import Failed

if TYPE_CHECKING:
    from plenary_tui.views.wording.tongue import Tongue


def say(text: str) -> None:
    """Print lines of text, without anything in them that could disturb a terminal.

    Nothing is said to a reader who has gone. Raises `Failed` if the output cannot be written.
    """
    _put(sys.stdout, _harmless(text))


def say_json(text: str) -> None:
    """Print JSON, which is UTF-8 whatever the terminal speaks. Raises as `say` does."""
    _reconfigure(sys.stdout, encoding="utf-8")
    _put(sys.stdout, text)


def say_raw(text: str) -> None:
    """Print text of the program's own as it is. Raises as `say` does."""
    _put(sys.stdout, text)


def say_document(text: str) -> None:
    """Print a whole document, which ends with the end of its last line. Raises as `say` does."""
    say_json(text.removesuffix("\n"))


def quoted(path: Path) -> str:
    """A path as it is typed on a command line of this system."""
    if medium.ON_WINDOWS:
        from subprocess import list2cmdline

        return list2cmdline([str(path)])
    from shlex import quote

    return quote(str(path))


def no_arabic_on_screen(tongue: Tongue, format_: str = "txt") -> None:
    """Raise `Failed` where text from right to left would go to a terminal, which misorders it."""
    if tongue.from_right and format_ != "html" and sys.stdout is not None and sys.stdout.isatty():
        raise Failed(
            "A terminal shows Arabic in a wrong order.",
            "Write it to a file: with --to FOLDER where there is one, or behind the sign >.",
        )


def write_file(path: Path, text: str) -> None:
    """Put a file of text in its place, whole or not at all. Raises `Failed`."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes, instead: str = "Name another place.") -> None:
    """Put a file in its place, whole or not at all. Raises `Failed`, with what to do instead."""
    try:
        medium.put_file(path, content)
    except OSError as error:
        why = medium.why(error)
        if medium.ON_WINDOWS and isinstance(error, PermissionError) and medium.is_file(path):
            raise Failed(f"Another program has {path} open.", "Close it there.") from None
        if isinstance(error, FileExistsError | NotADirectoryError):
            file = next((one for one in path.parents if medium.is_file(one)), path)
            why = f"{file} is a file, and no folder"
        raise Failed(f"{path} cannot be written ({why}).", instead) from None


def complain(text: str) -> None:
    """Print lines on standard error; whether they can be is not worth another complaint."""
    with suppress(Failed):
        _put(sys.stderr, _harmless(text))


def make_ready() -> None:
    """Let no character stop what is printed, whatever the terminal speaks.

    Into files and pipes Windows would write the few letters of an old code page; there it is UTF-8.
    """
    for stream in (sys.stdout, sys.stderr):
        _reconfigure(stream, "utf-8" if medium.ON_WINDOWS and not _is_terminal(stream) else None)


def finish() -> None:
    """Print what is still held back."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(Failed):
            _put(stream, None)


def _harmless(text: str) -> str:
    from plenary_tui.procedure.state.text import shown

    return "\n".join(shown(line.replace("\t", " ")) for line in text.splitlines())


def _put(stream: TextIO | None, text: str | None) -> None:
    if stream is None or stream.closed:
        return
    try:
        if text is not None:
            stream.write(f"{text}\n")
        stream.flush()
    except OSError as error:
        _mute(stream)
        gone = (errno.EPIPE, errno.EINVAL) if sys.platform == "win32" else (errno.EPIPE,)
        if error.errno not in gone:
            raise Failed(f"The output cannot be written ({error.strerror}).") from None


def _mute(stream: TextIO) -> None:
    """Send all that is still to come nowhere, so that ending the program does not fail on it."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, stream.fileno())
        finally:
            os.close(nowhere)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def _reconfigure(stream: TextIO | None, encoding: str | None = None) -> None:
    # Not every stand-in for a stream can be.
    change = getattr(stream, "reconfigure", None)
    if change is not None and stream is not None and not stream.closed:
        change(encoding=encoding, errors="replace")
