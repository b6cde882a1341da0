"""A terminal for one program: a pty, an emulator that reads its output, and a record of both.

Output is stamped with its time of arrival when it is read and fed to the emulator afterwards, so
that the emulator, which is slow, takes no time from what is measured.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pyte

KEYS = {
    "enter": b"\r",
    "escape": b"\x1b",
    "space": b" ",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "tab": b"\t",
    "f1": b"\x1bOP",
    "f4": b"\x1bOS",
    "f5": b"\x1b[15~",
    "f6": b"\x1b[17~",
    "f8": b"\x1b[19~",
    "f9": b"\x1b[20~",
}
"""What an xterm sends for keys that are no letters."""

PATIENCE = 30.0
"""Seconds after which something that ought to happen is taken never to happen."""
LOOKS = 0.25
"""Seconds that a hand needs to see that there is a page, before it presses a key on it."""
QUIET = 0.01
"""Seconds without output after which what has arrived is fed to the emulator."""

# Sequences that pyte would print in part; and those that begin with one byte, of which it cannot
# bear all: a terminal itself shows them, of what is typed once the program has given it back.
_FOREIGN = re.compile(
    rb"\xc2\x9b[0-9:;<=>?]*[ -/]*[@-~]?|\xc2[\x80-\x9f]"
    rb"|\x1b\[[<=>][0-9;:]*[ -/]*[@-~]"
    rb"|\x1b\[\?[0-9;]*(?:\$p|[un])"
    rb"|\x1b\[[0-9;]*(?:t| q)"
    rb"|\x1b[P_^X][^\x1b]*\x1b\\"
    rb"|\x1b\][^\x1b\x07]*(?:\x07|\x1b\\)"
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;:<=>?]*[ -/$]*|[P_^X\]][^\x1b\x07]*\x1b?)?\Z")
_TITLE = re.compile(rb"\x1b\]2;([^\x07\x1b]*)(?:\x07|\x1b\\)")
_SYNCHRONIZED = b"\x1b[?2026$p"
_OWN_SCREEN = b"\x1b[?1049h"
_FRAME_BEGINS, _FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"


class NotSeen(AssertionError):
    """What was waited for did not appear."""


class Chunk(NamedTuple):
    """Some output: when it arrived (CLOCK_MONOTONIC, in nanoseconds), and what it was."""

    at: int
    data: bytes


class _Screen(pyte.Screen):
    """Clears when the alternate screen is entered or left, as terminals seem to do."""

    ALTERNATE = frozenset({47, 1047, 1049})

    def set_mode(self, *modes: int, **how: bool) -> None:
        self._alternate(modes, how)
        super().set_mode(*modes, **how)

    def reset_mode(self, *modes: int, **how: bool) -> None:
        self._alternate(modes, how)
        super().reset_mode(*modes, **how)

    def _alternate(self, modes: tuple[int, ...], how: Mapping[str, bool]) -> None:
        if how.get("private") and self.ALTERNATE & set(modes):
            self.erase_in_display(2)
            self.cursor_position()


Seen = str | Callable[["Terminal"], object]
"""What is waited for: a regular expression on the screen, or anything that can be asked."""


class Terminal:
    """One program in one terminal.

    Attributes:
        chunks: all output so far.
        began: just before the program was started (CLOCK_MONOTONIC, in nanoseconds).
        status: its exit status, negative for a signal; None while it runs.
        in_frame: whether the program is in the midst of painting what belongs together.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 100,
        rows: int = 30,
        env: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        """Start the program; `env` is its whole environment but for TERM."""
        self.columns, self.rows = columns, rows
        self.chunks: list[Chunk] = []
        self.status: int | None = None
        self._fed = 0
        self._rest = b""
        self._ended = False
        self.in_frame = False
        self._seen_at: int | None = 0  # when a program's first page was; None while it is awaited
        self._screen = _Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._lines = [""] * rows
        whole = {**(os.environ if env is None else env), "TERM": "xterm-256color"}
        self.began = time.monotonic_ns()
        with warnings.catch_warnings():
            # The child of a process with threads may only exec, and does nothing else here.
            warnings.simplefilter("ignore", DeprecationWarning)
            self.pid, self._fd = pty.fork()
        if self.pid == 0:  # pragma: no cover
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
                if folder is not None:
                    os.chdir(folder)
                os.execvpe(command[0], list(command), whole)
            finally:
                os._exit(127)
        os.set_inheritable(self._fd, False)  # else another program would hold this window open

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill9()

    # -- what a person does

    def send(self, *keys: str) -> int:
        """Press keys, each by its name or as it is; when the last was (CLOCK_MONOTONIC, ns).

        On a page that was seen just now for the first time, not before a hand can have seen it.
        """
        if self._seen_at:
            self.record(LOOKS - (time.monotonic_ns() - self._seen_at) / 1e9)
            self._seen_at = 0
        at = time.monotonic_ns()
        for key in keys:
            at = time.monotonic_ns()
            os.write(self._fd, KEYS.get(key) or key.encode())
        return at

    def type(self, data: bytes, patience: float = PATIENCE) -> None:
        """Send bytes as they are, however slowly they are taken: what is printed is read meanwhile.

        Raises `NotSeen` if they are not taken in so many seconds.
        """
        until = time.monotonic() + patience
        while data and not self._ended:
            if time.monotonic() >= until:
                raise NotSeen(f"{len(data)} bytes were not taken in {patience} s\n{self.text}")
            if select.select([self._fd], [self._fd], [], 0.1)[1]:
                try:
                    data = data[os.write(self._fd, data[:256]) :]
                except OSError as error:
                    if error.errno != errno.EIO:
                        raise
                    return  # nobody has the other end open any more
            self.read(0)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        self.read_all()
        self.columns, self.rows = columns, rows
        self._screen.resize(rows, columns)
        self._screen.dirty.update(range(rows))
        self._lines = [""] * rows
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def close(self) -> None:
        """Close the window: the program is told by SIGHUP, and can write nowhere any more."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1
            self._ended = True

    def kill9(self) -> None:
        """Kill the program, so that it can do nothing any more, and close the window."""
        if self._alive():
            os.kill(self.pid, signal.SIGKILL)
            self._reap(0)
        self.close()

    # -- what a person sees

    @property
    def text(self) -> str:
        """The screen, a line for each row, as of what was fed to the emulator."""
        return "\n".join(line.rstrip() for line in self._lines)

    @property
    def raw(self) -> bytes:
        """All output so far."""
        return b"".join(chunk.data for chunk in self.chunks)

    def frames(self) -> list[str]:
        """The screen after each whole frame of all output so far, in a window of this size."""
        screen = _Screen(self.columns, self.rows)
        stream = pyte.ByteStream(screen)
        found = []
        for part in self.raw.split(_FRAME_ENDS)[:-1]:
            stream.feed(_FOREIGN.sub(b"", part))
            found.append("\n".join(line.rstrip() for line in screen.display))
        return found

    @property
    def titles(self) -> list[str]:
        """All titles the window was given, the present one last."""
        return [title.decode("utf-8", "replace") for title in _TITLE.findall(self.raw)]

    @property
    def cursor_shown(self) -> bool:
        """Whether the terminal's own cursor is to be seen."""
        return not self._screen.cursor.hidden

    @property
    def painted(self) -> bool:
        """Whether anything at all is to be seen."""
        return any(line.strip() for line in self._lines)

    def cells(self, row: int) -> tuple[tuple[str, str, str, bool], ...]:
        """The cells of a row: character, colours, reversed or not."""
        line = self._screen.buffer[row]
        return tuple(
            (cell.data, cell.fg, cell.bg, cell.reverse)
            for cell in (line[column] for column in range(self.columns))
        )

    @property
    def has_ended(self) -> bool:
        """Whether the program has ended."""
        return self._ended or not self._alive()

    def forget(self) -> None:
        """Drop all output so far; what the emulator shows is right once all is painted anew."""
        self.chunks.clear()
        self._fed, self._rest = 0, b""

    # -- waiting

    def wait_for(self, seen: Seen, patience: float = PATIENCE, *, quiet: float = QUIET) -> Chunk:
        """The output with which it was seen first, in a whole frame; raises `NotSeen`."""
        there = self._asked(seen)
        until = time.monotonic() + patience
        if self._fed and not self.in_frame and there():
            return self.chunks[self._fed - 1]
        while True:
            left = until - time.monotonic()
            while self.read(min(quiet, max(0.0, left))) and time.monotonic() < until:
                pass
            while self.feed() is not None:
                if not self.in_frame and there():
                    return self.chunks[self._fed - 1]
            if callable(seen) and self._fed and not self.in_frame and there():
                return self.chunks[self._fed - 1]  # it may not be asked of the screen
            if self._ended or time.monotonic() >= until:
                how = f"the program ended ({self.status})" if self._ended else f"{patience} s"
                raise NotSeen(f"not seen, {how}: {seen}\n{self.text}")

    def wait_for_end(self, patience: float = PATIENCE) -> int:
        """The exit status; raises `NotSeen` if the program does not end."""
        until = time.monotonic() + patience
        while self._alive():
            if time.monotonic() >= until:
                raise NotSeen(f"the program did not end in {patience} s\n{self.text}")
            if not self.read(0.02):
                time.sleep(0.002)
        self.read_all()
        assert self.status is not None
        return self.status

    def record(self, seconds: float) -> None:
        """Take down what arrives in so many seconds, and do nothing else."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and not self._ended:
            self.read(left)

    def read_all(self) -> str:
        """Read and feed all that has arrived; the screen then."""
        while self.read(0):
            pass
        while self.feed() is not None:
            pass
        return self.text

    def read(self, patience: float) -> bool:
        """Read what arrives within so many seconds; whether anything did."""
        if self._ended or not select.select([self._fd], [], [], max(0.0, patience))[0]:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError as error:
            if error.errno != errno.EIO:  # Linux: nobody has the other end open
                raise
            data = b""
        at = time.monotonic_ns()
        if not data:
            self._ended = True
            self._reap(0)
            return False
        self.chunks.append(Chunk(at, data))
        if _SYNCHRONIZED in data:
            with contextlib.suppress(OSError):
                os.write(self._fd, b"\x1b[?2026;2$y")
        return True

    def feed(self) -> Chunk | None:
        """Feed the next output to the emulator; None if all was."""
        if self._fed >= len(self.chunks):
            return None
        chunk = self.chunks[self._fed]
        self._fed += 1
        data, self._rest = self._rest + chunk.data, b""
        if rest := _UNFINISHED.search(data, max(0, len(data) - 4096)):
            data, self._rest = data[: rest.start()], data[rest.start() :]
        begins, ends = data.rfind(_FRAME_BEGINS), data.rfind(_FRAME_ENDS)
        if begins != ends:
            self.in_frame = begins > ends
        if _OWN_SCREEN in data:
            self._seen_at = None
        self._stream.feed(_FOREIGN.sub(b"", data))
        for row in self._screen.dirty:
            if row < self.rows:
                line = self._screen.buffer[row]
                self._lines[row] = "".join(line[column].data for column in range(self.columns))
        self._screen.dirty.clear()
        if self._seen_at is None and not self.in_frame and self.painted:
            self._seen_at = chunk.at
        return chunk

    def _asked(self, seen: Seen) -> Callable[[], object]:
        if isinstance(seen, str):
            pattern = re.compile(seen, re.MULTILINE)
            return lambda: pattern.search(self.text)
        return lambda: seen(self)

    def _alive(self) -> bool:
        if self.status is None:
            self._reap(os.WNOHANG)
        return self.status is None

    def _reap(self, how: int) -> None:
        if self.status is None:
            pid, status = os.waitpid(self.pid, how)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
