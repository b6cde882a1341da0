"""A feed beside an open podium: written by another process, so that the podium is never held up."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread

from plenary_tui.procedure.state.text import shown

PATIENCE = 2.0
"""Seconds that the process has to end by itself."""


class FeedBeside:
    """Starts the process, passes on what it tells, and ends it.

    The podium does nothing for it at an act: the process follows the journal, as `plenary feed`.
    """

    def __init__(self, database: Path, folder: Path, script: Path | None = None) -> None:
        """Name the journal to follow, the folder to write, and the office's own words if any.

        Nothing is started yet.
        """
        self._database = database.absolute()
        self._folder = folder.absolute()
        self._script = script.absolute() if script is not None else None
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def start(self, tell: Callable[[str], None]) -> None:
        """Start it, in a thread.

        Args:
            tell: called in that thread with a sentence whenever something comes in the way of
                the files, or is out of it.
        """
        Thread(target=self._run, args=(tell,), name="feed", daemon=True).start()

    def stop(self) -> None:
        """End it, once it has written what was recorded last. May be called again."""
        with self._lock:
            self._stopped = True
            process = self._process
        if process is None:
            return
        with suppress(OSError):
            assert process.stdin is not None
            process.stdin.close()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _run(self, tell: Callable[[str], None]) -> None:
        try:
            process = self._begin()
        except OSError as error:
            tell(self._ended(f" ({error.strerror})"))
            return
        if process is None:
            return
        assert process.stdout is not None
        with process.stdout:
            for line in process.stdout:
                tell(line.decode("utf-8", "replace").rstrip("\n"))
        process.wait()
        if not self._stopped:
            tell(self._ended(", and its captions are empty" if self._empty() else ""))

    def _begin(self) -> subprocess.Popen[bytes] | None:
        """Start the process, unless it is to end already. Raises OSError."""
        with self._lock:
            if not self._stopped:
                self._process = subprocess.Popen(
                    [
                        *(sys.executable, "-m", "plenary_tui.webcast"),
                        *(str(self._database), str(self._folder)),
                        *((str(self._script),) if self._script is not None else ()),
                    ],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    # A terminal or console that is closed ends it only by way of the podium.
                    start_new_session=True,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            return self._process

    def _empty(self) -> bool:
        """Take the names from the captions, should the process have had no time to do so."""
        from plenary_tui.clock import SystemClock
        from plenary_tui.views.public.feed import ended_files
        from plenary_tui.webcast.folder import FeedError, FeedFolder

        folder = FeedFolder(self._folder)
        try:
            folder.take()
            folder.put(ended_files(folder.held, SystemClock().now().utc))
        except FeedError:
            return False
        finally:
            folder.free()
        return True

    def _ended(self, why: str = "") -> str:
        where = shown(str(self._folder))
        return (
            f"The feed in {where} is no longer written{why}. "
            "Write it with `plenary feed` in another terminal."
        )
