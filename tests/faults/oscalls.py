"""The application's own file operations: renames and fsyncs through `os` are watched."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol
from unittest.mock import patch


class Watcher(Protocol):
    """Is asked to look before a rename, and hears of renames and fsyncs once they are done."""

    def look(self) -> None: ...
    def renamed(self, source: str, target: str) -> None: ...
    def fsynced(self, descriptor: int) -> None: ...


@contextmanager
def os_calls_watched(watcher: Watcher) -> Iterator[None]:
    """Tell `watcher` of renames and fsyncs through `os`, while it lasts; Linux only."""

    def watched_rename(original: Any) -> Any:
        def rename(source: Any, target: Any, **folders: Any) -> None:
            watcher.look()
            original(source, target, **folders)
            if not any(value is not None for value in folders.values()):
                watcher.renamed(os.fsdecode(source), os.fsdecode(target))

        return rename

    def watched_sync(original: Any) -> Any:
        def sync(file: Any) -> None:
            original(file)
            watcher.fsynced(file if isinstance(file, int) else file.fileno())

        return sync

    with (
        patch.object(os, "rename", watched_rename(os.rename)),
        patch.object(os, "replace", watched_rename(os.replace)),
        patch.object(os, "fsync", watched_sync(os.fsync)),
        patch.object(os, "fdatasync", watched_sync(os.fdatasync)),
    ):
        yield
