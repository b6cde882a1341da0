"""Has Linux tell when a database is written to, where otherwise one would have to look for it."""

from __future__ import annotations

import os
import select
import sys
from pathlib import Path
from struct import Struct

from plenary_tui.storage.layout import WAL, beside

_MODIFIED, _MOVED_FROM, _MOVED_TO, _CREATED, _DELETED = 0x2, 0x40, 0x80, 0x100, 0x200
_COMES_AND_GOES = _MOVED_FROM | _MOVED_TO | _CREATED | _DELETED
_EVENT = Struct("iIII")
"""Of an event the watch, what happened, a number, and the length of the name behind it."""
_TOO_MANY = -1
"""Stands for the watch where more happened than is told."""
_MOST = 65536
"""Bytes that are read at a time."""


class Notices:
    """Sleeps until SQLite's log is written to (inotify); it never opens the log.

    Of what comes and goes in the folder it tells too, for the log does.
    """

    def __init__(self, path: Path) -> None:
        """Watch the log of the database at `path`; raises `OSError` where nobody tells."""
        if sys.platform != "linux":
            raise OSError("Only Linux tells.")
        import ctypes  # only here: a short command follows nothing

        self._c = ctypes.CDLL(None, use_errno=True)
        self._log = os.fsencode(beside(path, WAL))
        self._inotify = self._woken = -1
        try:
            self._inotify = self._c.inotify_init1(os.O_CLOEXEC | os.O_NONBLOCK)
            folder = self._c.inotify_add_watch(
                self._inotify, os.fsencode(path.absolute().parent), _COMES_AND_GOES
            )
            if self._inotify < 0 or folder < 0:
                raise OSError(ctypes.get_errno(), "Nothing more can be watched.")
            self._woken = os.eventfd(0)
        except (AttributeError, OSError) as error:
            self.close()
            raise OSError(str(error)) from error
        self._watch = self._watch_log()
        self._events = select.poll()
        for descriptor in (self._inotify, self._woken):
            self._events.register(descriptor, select.POLLIN)

    def _watch_log(self) -> int:
        """Watch the log that is there now, perhaps the same; less than 0 where there is none."""
        return int(self._c.inotify_add_watch(self._inotify, self._log, _MODIFIED))

    @property
    def sees_the_log(self) -> bool:
        """Whether there is a log that can be watched."""
        return self._watch >= 0

    def wait(self, seconds: float) -> bool:
        """Sleep so long at most; whether the log may have been written to meanwhile."""
        ready = {descriptor for descriptor, _ in self._events.poll(seconds * 1000)}
        if self._inotify not in ready:
            return False
        data = os.read(self._inotify, _MOST)
        watches, place = set[int](), 0
        while place < len(data):
            watch, _, _, length = _EVENT.unpack_from(data, place)
            watches.add(watch)
            place += _EVENT.size + length
        before, self._watch = self._watch, self._watch_log()
        return self._watch != before or not watches.isdisjoint((before, _TOO_MANY))

    def wake(self) -> None:
        """End the sleep, whichever thread sleeps."""
        os.eventfd_write(self._woken, 1)

    def close(self) -> None:
        """Watch no more."""
        for descriptor in (self._inotify, self._woken):
            if descriptor >= 0:
                os.close(descriptor)
        self._inotify = self._woken = -1
