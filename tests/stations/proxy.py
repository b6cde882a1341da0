"""What stands between a station and the server, and can break as networks do."""

from __future__ import annotations

import socket
import struct
import threading
import time
from contextlib import suppress
from queue import SimpleQueue


class Proxy:
    """On loopback before a server's port; each way of breaking is a word of `mode`.

    Attributes:
        mode: *pass*; *black hole*: nothing goes through; *swallow*: the server does what it is
            asked, and its answers are lost; *refuse*: nobody comes in.
        delay: seconds that everything takes on its way, there and back.
    """

    def __init__(self, target: int, delay: float = 0.0) -> None:
        self.target, self.mode, self.delay = target, "pass", delay
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._all: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = int(self._listener.getsockname()[1])
        self._start(self._accept)

    def _start(self, work: object, *words: object) -> None:
        threading.Thread(target=work, args=words, daemon=True).start()  # type: ignore[arg-type]

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            if self.mode == "refuse":
                near.close()
                continue
            while self.mode == "black hole":
                time.sleep(0.01)
            try:
                far = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                near.close()
                continue
            for one in (near, far):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._pairs.append((near, far))
            self._all += (near, far)
            self._start(self._pass_on, near, far, False)
            self._start(self._pass_on, far, near, True)

    def _pass_on(self, source: socket.socket, to: socket.socket, answers: bool) -> None:
        line: SimpleQueue[tuple[float, bytes] | None] = SimpleQueue()
        if self.delay:
            self._start(self._deliver, line, source, to)
        with suppress(OSError):
            while data := source.recv(65536):
                while self.mode == "black hole":
                    time.sleep(0.01)
                if self.mode == "swallow" and answers:
                    continue
                if self.delay:
                    line.put((time.monotonic() + self.delay, data))
                else:
                    to.sendall(data)
        line.put(None)
        if not self.delay:
            self._break_off(source, to)

    def _deliver(
        self,
        line: SimpleQueue[tuple[float, bytes] | None],
        source: socket.socket,
        to: socket.socket,
    ) -> None:
        """Hand over what is on its way when it is due, however much follows it."""
        with suppress(OSError):
            while (one := line.get()) is not None:
                due, data = one
                time.sleep(max(0.0, due - time.monotonic()))
                to.sendall(data)
        self._break_off(source, to)

    def _break_off(self, *sides: socket.socket) -> None:
        for one in sides:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def reset(self) -> None:
        """Break every connection off."""
        pairs, self._pairs = self._pairs, []
        for one in (side for pair in pairs for side in pair):
            with suppress(OSError):
                one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                one.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """End."""
        self.mode = "pass"
        self.reset()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for one in self._all:
            one.close()
