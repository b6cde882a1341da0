"""What comes from a terminal: held keys, other layouts, cut sequences, bytes of no sense."""

from __future__ import annotations

import asyncio
import errno
import itertools
import os
import shutil
import signal
import sys
import time
from io import StringIO
from threading import Event, Thread

import pytest
from textual import events
from textual.app import App
from textual.constants import ESCAPE_DELAY

from plenary_tui.apps import terminal
from plenary_tui.apps.keyboard import Keyboard
from plenary_tui.apps.strokes import Stroke
from plenary_tui.apps.terminal import LARGEST, LOOKS, Input, Output

DIGITS = b"9" * 5000
"""So many no number may have in Python."""


def keys(*reads: bytes) -> list[events.Key]:
    """The keys of what was read."""
    read = Input()
    found = [message for data in reads for message in read.take(data)]
    return [one for one in found if isinstance(one, events.Key)]


def test_a_key_that_is_let_go_is_no_key_and_one_held_down_says_so() -> None:
    pressed = keys(b"\x1b[110;1:1;110u\x1b[110;1:2;110u\x1b[110;1:3u")
    assert [one.key for one in pressed] == ["n", "n"]
    assert [isinstance(one, Stroke) and one.repeats for one in pressed] == [False, True]


def test_a_key_of_another_layout_tells_where_it_stands() -> None:
    (pressed,) = keys(b"\x1b[1090::110;1;1090u")
    assert isinstance(pressed, Stroke)
    assert (pressed.character, pressed.standard) == ("т", "n")
    (shifted,) = keys(b"\x1b[1086:1054:106;2;1054u")
    assert isinstance(shifted, Stroke) and shifted.standard == "J"


def test_what_other_terminals_send_stays_as_it_is() -> None:
    pressed = keys(b"n\x1b[A\x1b[15~\x1bOP\r")
    assert [one.key for one in pressed] == ["n", "up", "f5", "f1", "enter"]
    assert not any(isinstance(one, Stroke) for one in pressed)


@pytest.mark.parametrize("place", range(1, 17))
def test_a_sequence_cut_in_two_is_one_key(place: int) -> None:
    whole = b"\x1b[1090::110;1:2;1090u"
    (pressed,) = keys(whole[:place], whole[place:])
    assert isinstance(pressed, Stroke) and pressed.repeats and pressed.standard == "n"


def test_no_byte_and_no_two_bytes_end_the_reading() -> None:
    for first, second in itertools.product(range(256), repeat=2):
        read = Input()
        list(read.take(bytes((first, second))))
        list(read.tick())


@pytest.mark.parametrize(
    "answer",
    [
        b"\x1b[99999999999999999999u",
        b"\x1b[1114112;1;1114112u",
        b"\x1b[48;99999999999999999999;1;1;1t",
        b"\x1b[99999999999999999999;99999999999999999999R",
        b"\x1b[<99999999999999999999;1;1M",
        b"\x1b[?2048;9$y",
        b"\x1b[:::;:::;:::u",
        b"\x1b[110;99:1;1114112u",
        b"\x1b[110;" + DIGITS + b":2u",
        b"\x1b[110::" + DIGITS + b";1:1u",
        b"\x1b[" + DIGITS,
        b"\x1b[<" + DIGITS + b";1;1M",
        b"\x1b[48;0;0;0;0t\x1b[<0;3;3M",
        b"\x1b]52;c;" + DIGITS + b"\x07",
        b"\xff\xfe\x80",
        b"\x1b[200~" + b"x" * 9000,
    ],
)
def test_an_answer_that_makes_no_sense_is_nothing_and_keys_go_on(answer: bytes) -> None:
    read = Input()
    for place in range(0, len(answer), 4096):
        list(read.take(answer[place : place + 4096]))
    list(read.take(b"\x1b[201~"))
    after = [one for one in read.take(b"n") if isinstance(one, events.Key)]
    assert [one.key for one in after][-1:] == ["n"]


@pytest.mark.parametrize("size", ["30000;30000;1;1", "3;99999999999999999999;1;1", "0;0;0;0"])
def test_what_is_answered_of_the_size_is_nothing_and_the_mouse_stays_where_it_is(size: str) -> None:
    read = Input()
    assert list(read.take(f"\x1b[?2048;1$y\x1b[48;{size}t".encode())) == []
    (down,) = read.take(b"\x1b[<0;12;7M")
    assert isinstance(down, events.MouseDown) and (down.x, down.y) == (11, 6)


async def test_of_a_window_larger_than_any_screen_a_part_is_filled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pytest.importorskip("termios", reason="needs a Unix")
    made = terminal.Terminal(App(), size=None)
    for claimed, used in (((60000, 60000), LARGEST), ((500, 200), (500, 200))):
        monkeypatch.setattr(shutil, "get_terminal_size", lambda claimed=claimed: claimed)
        assert made._get_terminal_size() == used


def test_bytes_that_are_no_text_are_shown_as_such() -> None:
    (pressed,) = keys(b"\xff")
    assert pressed.character == "\N{REPLACEMENT CHARACTER}"


def test_who_reads_sleeps_once_nothing_more_can_come_of_what_was_typed() -> None:
    read = Input()
    assert read.patience is None
    for typed in (b"n", b"\x1b", b"\x1b[20", b"\x1b[200~begun", b"\x1b]52;c;"):
        list(read.take(typed))
        assert read.patience is not None
        for _ in range(LOOKS):
            time.sleep(read.patience or 0)
            list(read.tick())
        assert read.patience is None
        time.sleep(ESCAPE_DELAY)
        assert list(read.tick()) == []  # all that could come of it has come


def test_a_look_that_comes_a_moment_too_early_is_not_the_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    passed = 0.0
    monkeypatch.setattr("textual._parser.get_time", lambda: passed)
    read, came = Input(), list[str | None]()
    assert list(read.take(b"\x1b[20")) == []
    while (patience := read.patience) is not None:
        passed += patience - 0.001
        came += [one.character for one in read.tick() if isinstance(one, events.Key)]
    assert came[-2:] == ["2", "0"]


def test_an_escape_that_nothing_follows_is_that_key() -> None:
    read = Input()
    assert list(read.take(b"\x1b")) == [] and (read.patience or 1) <= 0.1
    (pressed,) = read.tick()
    assert isinstance(pressed, events.Key) and pressed.key == "escape"
    assert [one.key for one in read.take(b"y") if isinstance(one, events.Key)] == ["y"]


def test_what_comes_in_one_read_came_at_one_time_however_slowly_it_is_passed_on() -> None:
    times = []
    for message in Input().take(b"next"):
        times.append(message.time)
        time.sleep(0.005)
    assert len(times) == 4 and len(set(times)) == 1


def test_what_is_painted_on_a_terminal_that_is_gone_goes_nowhere() -> None:
    class Gone(StringIO):
        tries = 0

        def write(self, text: str) -> int:
            self.tries += 1
            raise OSError(errno.EIO, "gone")

    file = Gone()
    failed: list[Exception] = []
    output = Output(file, failed.append)
    for _ in range(100):
        output.write("a frame")
        output.flush()
    assert file.tries == 1 and not failed


async def test_what_cannot_be_painted_for_another_reason_is_told_and_painting_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Textual's thread that writes would end of it, and whoever paints wait for it for ever."""
    pytest.importorskip("termios", reason="needs a Unix")
    app, told = App[None](), list[object]()
    monkeypatch.setattr(app, "call_later", lambda *what: told.append(what))

    class Full(StringIO):
        def write(self, text: str) -> int:
            if text == "a large frame":
                raise MemoryError
            return super().write(text)

    file = Full()
    monkeypatch.setattr(sys, "__stderr__", file)
    output = terminal.Terminal(app)._file
    for text in ("a large frame", "a frame"):
        output.write(text)
    ((handle, error),) = told
    assert handle == app._handle_exception and isinstance(error, MemoryError)
    assert file.getvalue() == "a frame"


@pytest.mark.parametrize("fails", [False, True])
async def test_what_is_typed_is_known_before_it_is_passed_on_and_not_where_nobody_reads(
    monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    """Else what a busy machine reads late would not be waited for, or a letter wait for ever."""
    pytest.importorskip("termios", reason="needs a Unix")
    tty = pytest.importorskip("tty", reason="needs a Unix")
    app, master, slave = App[None](), *os.openpty()
    made = terminal.Terminal(app)
    passing, let, told = Event(), Event(), list[object]()

    def pass_on(message: object) -> None:
        passing.set()
        assert let.wait(10)
        if fails:
            raise RuntimeError
        told.append(message)

    monkeypatch.setattr(app, "call_later", lambda *what: told.append(what))
    made.fileno, made.write, made.process_message = slave, lambda text: None, pass_on
    made._woken, made._waker = os.pipe()
    tty.setraw(slave)
    os.write(master, b"n")
    assert not made.unread(), "nobody reads yet"
    thread = Thread(target=made.run_input_thread)
    made.flush = lambda: told.append(made.unread())
    thread.start()
    try:
        assert passing.wait(10)
        assert told == [True], "before it was read"
        assert made.unread(), "while it is passed on"
        let.set()
        until = time.monotonic() + 10
        while made.unread() and time.monotonic() < until:
            time.sleep(0.001)
        assert not made.unread() and len(told) == 2
    finally:
        os.close(master)
        thread.join(10)
    assert not thread.is_alive() and not made.unread(), "a terminal that is gone"
    for descriptor in (slave, made._woken, made._waker):
        os.close(descriptor)


async def test_a_letter_is_held_back_as_long_as_the_terminal_has_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pytest.importorskip("termios", reason="needs a Unix")

    class Typed(App[None]):
        """An app that takes what is typed in its order."""

        def __init__(self) -> None:
            super().__init__()
            self.keyboard = Keyboard(self, None, 0.0)  # type: ignore[arg-type]

    monkeypatch.setattr(terminal.LinuxDriver, "start_application_mode", lambda driver: None)
    monkeypatch.setattr(terminal, "TO_END", ())
    app = Typed()
    made = terminal.Terminal(app)
    made.start_application_mode()
    asyncio.get_running_loop().remove_signal_handler(signal.SIGCONT)
    assert app.keyboard.unread == made.unread
    for descriptor in (made._woken, made._waker):
        os.close(descriptor)
