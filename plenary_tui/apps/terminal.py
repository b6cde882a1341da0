"""The terminal of the podium and the pane: nothing that comes from it can end the program.

One driver over Textual's for Linux and macOS. Bytes that are no text are shown as such, answers of
a terminal that make no sense are nothing, and a terminal that is gone is told in order.
"""

from __future__ import annotations

import asyncio
import codecs
import os
import selectors
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from math import ceil
from typing import IO, TYPE_CHECKING, Any

from textual import constants, events
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.message import Message
from textual.messages import InBandWindowResize

from plenary_tui.apps.courtesy import Courtesy
from plenary_tui.apps.keyboard import Keyboard
from plenary_tui.apps.strokes import ASK, Piece, Stroke, Strokes

if TYPE_CHECKING or sys.platform != "win32":
    import termios
    import tty

    from textual.drivers.linux_driver import LinuxDriver

    KEYS_TOLD = "\x1b[<u\x1b[>25u"
    """Asks once more for keys as Textual does: unlike each other (1), all (8), and what they give
    (16)."""

    TO_END = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)
    """By these a program is told to end; no key of the terminal sends them while it reads."""

    class Terminal(LinuxDriver):
        """Reads what is typed, and tells how: held down, let go, and where the key stands."""

        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self._file: Any = Output(self._file, self._failed)
            self._woken, self._waker = -1, -1  # the ends of a pipe, while there is one
            self._reads = self._passing_on = False

        def unread(self) -> bool:
            """Whether anything was typed that has still to come to the app. For any thread."""
            if not self._reads or self._passing_on:
                return self._reads  # where nobody reads any more, nothing is waited for
            with selectors.SelectSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                return bool(selector.select(0))

        def _get_terminal_size(self) -> tuple[int, int]:
            """Columns and rows as the system has them; a larger window is left empty there."""
            columns, rows = super()._get_terminal_size()
            return min(columns, LARGEST[0]), min(rows, LARGEST[1])

        def _query_in_band_window_resize(self) -> None:
            """Have the system alone tell the size: whoever can paste could answer any other."""

        def start_application_mode(self) -> None:
            """Begin; be told to end by a window that is closed, or a system that stops."""
            if self._waker < 0:
                self._woken, self._waker = os.pipe()
            keyboard = getattr(self._app, "keyboard", None)
            if isinstance(keyboard, Keyboard):
                keyboard.unread = self.unread
            super().start_application_mode()  # type: ignore[no-untyped-call]
            loop = asyncio.get_running_loop()
            for number in TO_END:
                if signal.getsignal(number) is not signal.SIG_IGN:
                    loop.add_signal_handler(number, self._hang_up)
            loop.add_signal_handler(signal.SIGCONT, self._go_on)

        def _go_on(self) -> None:
            """Go on after having been stopped, be it by SIGSTOP, before which nobody is told.

            Textual would begin once more beside itself then, and never end.
            """
            if self._key_thread is None or not self._key_thread.is_alive():
                self._sigcont_application()
                return
            with suppress(termios.error):  # a shell may have had the terminal meanwhile
                modes = termios.tcgetattr(self.fileno)
                modes[tty.LFLAG] = self._patch_lflag(modes[tty.LFLAG])
                modes[tty.IFLAG] = self._patch_iflag(modes[tty.IFLAG])
                modes[tty.CC][termios.VMIN] = 1
                termios.tcsetattr(self.fileno, termios.TCSANOW, modes)
            self.write("\x1b[?1049h\x1b[?25l\x1b[?1004h")  # its own screen, no cursor, focus told
            if not constants.DISABLE_KITTY_KEY:
                self.write(KEYS_TOLD + ASK)
            self._enable_mouse_support()
            self._enable_bracketed_paste()
            self._disable_line_wrap()
            self.flush()
            self._app.refresh(layout=True)

        def disable_input(self) -> None:
            """Read no more: whoever reads may sleep, and is woken to see it."""
            if self._waker < 0:
                super().disable_input()
                return
            os.write(self._waker, b"!")
            super().disable_input()
            os.read(self._woken, 1)

        def close(self) -> None:
            """End."""
            super().close()
            for descriptor in (self._woken, self._waker):
                if descriptor >= 0:
                    os.close(descriptor)
            self._woken, self._waker = -1, -1

        def _hang_up(self) -> None:
            self._app.call_later(self._app.run_action, "app.hang_up")

        def _failed(self, error: Exception) -> None:
            """Tell in order what failed in a thread that reads or writes."""
            self._app.call_later(self._app._handle_exception, error)

        def run_input_thread(self) -> None:
            """Read until the app ends or the terminal is gone; what fails is told in order."""
            self._reads = True
            try:
                self._read()
            except Exception as error:
                self._failed(error)
            finally:
                self._reads = self._passing_on = False

        def _read(self) -> None:
            if not constants.DISABLE_KITTY_KEY:
                self.write(ASK)  # a terminal that does not know it is silent
                self.flush()
            read = Input()
            with selectors.SelectSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                selector.register(self._woken, selectors.EVENT_READ)
                while not self.exit_event.is_set():
                    self._passing_on = False
                    ready = [key.fd for key, _ in selector.select(read.patience)]
                    if self.fileno in ready:
                        self._passing_on = True
                        try:
                            data = os.read(self.fileno, 4096)
                        except OSError:
                            data = b""
                        courtesy = getattr(self._app, "courtesy", None)
                        if isinstance(courtesy, Courtesy):
                            courtesy.came()
                        if not data:
                            self._hang_up()
                            return
                        found = read.take(data)
                    elif not ready:
                        found = read.tick()
                    else:
                        continue
                    for message in found:
                        self.process_message(message)


class Output:
    """What is painted on a terminal that may be gone: then it goes nowhere, and nobody waits.

    Textual's thread that writes would end at the first error, and whoever paints wait for it for
    ever, with the conference held.
    """

    def __init__(self, file: IO[str], failed: Callable[[Exception], object]) -> None:
        """Paint on a file; `failed` is called with what is not that it is gone."""
        self._file, self._failed = file, failed
        self._gone = False

    def write(self, text: str) -> None:
        """Write it, if there is a terminal."""
        self._unless_gone(lambda: self._file.write(text))

    def flush(self) -> None:
        """Bring it to the terminal."""
        self._unless_gone(self._file.flush)

    def fileno(self) -> int:
        """The number of the file."""
        return self._file.fileno()

    def isatty(self) -> bool:
        """Whether it was opened as a terminal."""
        return self._file.isatty()

    def _unless_gone(self, do: Callable[[], object]) -> None:
        if not self._gone:
            try:
                do()
            except (OSError, ValueError):
                self._gone = True  # what is read tells the same, and closes the program in order
            except Exception as error:  # want of memory, maybe; the next may be painted again
                self._failed(error)


LARGEST = (1000, 400)
"""Columns and rows: no screen has more, and a page is made of all that a terminal claims."""
SIZES = (events.Resize, InBandWindowResize)
"""What a terminal tells of its size, unasked: the system does."""
LOOK = 0.1
"""Seconds between two looks at the time, as long as more may come of what was typed."""
LOOKS = ceil(2 * constants.ESCAPE_DELAY / LOOK) + 1
"""So many looks are enough: whatever is begun has ended by then. One more than it takes, for a look
that comes a moment too early would be the last."""


class Input:
    """Makes messages of bytes."""

    def __init__(self) -> None:
        self._parser = XTermParser()
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._strokes = Strokes()
        self._looks = 0  # that are still to be taken

    @property
    def patience(self) -> float | None:
        """Seconds until a look at the time is due: soon while an Escape may be more than that.

        None where nothing is begun: whoever reads may sleep until more comes.
        """
        if self._strokes.begun:
            return constants.ESCAPE_DELAY
        return LOOK if self._looks else None

    def take(self, data: bytes) -> Iterator[Message]:
        """What came, as messages; what no terminal may send is nothing.

        All of it came at one time, however long it takes to pass it on.
        """
        came, self._looks = get_time(), LOOKS
        for message in self._messages(data):
            message.time = came
            yield message

    def _messages(self, data: bytes) -> Iterator[Message]:
        for piece in self._strokes.pieces(self._decode(data)):
            for message in self._parsed(piece):
                if piece.told and isinstance(message, events.Key):
                    yield Stroke(
                        message.key,
                        message.character,
                        repeats=piece.repeats,
                        standard=piece.standard,
                    )
                else:
                    yield message

    def tick(self) -> Iterator[Message]:
        """Nothing came for a while: an Escape that nothing followed is that key."""
        self._looks = max(0, self._looks - 1)
        begun = self._strokes.end()
        if begun == "\x1b":
            yield events.Key("escape", begun)
        elif begun:
            yield from self._parsed(Piece(begun))
        yield from self._parsed(None)

    def _parsed(self, piece: Piece | None) -> list[Message]:
        """What Textual makes of a piece, or of time that passed; a piece of no sense is lost."""
        try:
            found = list(self._parser.tick() if piece is None else self._parser.feed(piece.text))
        except Exception:  # whatever it fails with, of what nobody has foreseen
            self._parser = XTermParser()
            return []
        if any(isinstance(one, SIZES) for one in found):
            self._parser = XTermParser()  # it would take the mouse to be told in dots from now on
        return [one for one in found if not isinstance(one, SIZES)]
