"""A conference is damaged in every way, thousands of times: what is left of it each time?

Nothing may end in a traceback, none may be lost while either copy of its first act is whole, and
the damaged files are kept byte for byte. The exit status is 1 if anything did.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from clerk import Clerk
from stage import arguments, extent, stage

from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.storage.errors import Damaged, StorageError
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.storage.recovery import recover

WAITING = 30
NAME = "damaged.db"
NOW = datetime(2030, 9, 3, 10, 0, tzinfo=UTC)


def flip(data: bytearray, chance: random.Random) -> None:
    """One bit."""
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def flips(data: bytearray, chance: random.Random) -> None:
    """Twenty bits."""
    for _ in range(20):
        flip(data, chance)


def header(data: bytearray, chance: random.Random) -> None:
    """A bit of the first hundred bytes."""
    data[chance.randrange(min(100, len(data)))] ^= 1 << chance.randrange(8)


def truncate(data: bytearray, chance: random.Random) -> None:
    """The end is missing."""
    del data[chance.randrange(len(data)) :]


def zero(data: bytearray, chance: random.Random) -> None:
    """A page of nothing."""
    at = chance.randrange(len(data)) // 4096 * 4096
    data[at : at + 4096] = bytes(len(data[at : at + 4096]))


def rubbish(data: bytearray, chance: random.Random) -> None:
    """A page of anything."""
    at = chance.randrange(len(data)) // 4096 * 4096
    data[at : at + 4096] = chance.randbytes(len(data[at : at + 4096]))


def swap(data: bytearray, chance: random.Random) -> None:
    """Two pages stand in each other's place."""
    one, two = (chance.randrange(max(1, len(data) // 4096)) * 4096 for _ in range(2))
    data[one : one + 4096], data[two : two + 4096] = (
        data[two : two + 4096],
        data[one : one + 4096],
    )


def duplicate(data: bytearray, chance: random.Random) -> None:
    """A page stands twice, and all that follow further on."""
    at = chance.randrange(len(data)) // 4096 * 4096
    data[at:at] = data[at : at + 4096]


def delete(data: bytearray, chance: random.Random) -> None:
    """A page is missing, and all that follow stand before their place."""
    at = chance.randrange(len(data)) // 4096 * 4096
    del data[at : at + 4096]


def append(data: bytearray, chance: random.Random) -> None:
    """More than there should be."""
    data += chance.randbytes(chance.randrange(1, 9000))


def everything(data: bytearray, chance: random.Random) -> None:
    """Nothing but rubbish."""
    data[:] = chance.randbytes(len(data))


KINDS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    *(flip, flips, header, truncate, zero, rubbish, swap, duplicate, delete),
    *(append, everything),
)
FILES = ("", "-wal", "-shm", ".head", ".heartbeat", ".writer.lock", ".first", ".state")


def as_a_command_finds_it(path: Path) -> Conference | None:
    """What `plenary do` would act on, by what is kept beside it; None if that is not believed."""
    try:
        opened = open_journal(path, kept=True, recording=True)
    except StorageError:
        return None
    with closing(opened.journal):
        return opened.ledger().conference if opened.standing is not None else None


def outcome(folder: Path, originals: list[Record]) -> str:
    """What becomes of a damaged conference, in a word."""
    path = folder / NAME
    believed = as_a_command_finds_it(path)
    before = path.read_bytes()
    try:
        opened = open_journal(path)
    except Damaged:
        if believed is not None:
            return "RECORDS ON DAMAGE"
    except StorageError as error:
        return f"refused: {type(error).__name__}"
    else:
        opened.journal.close()
        found = len(opened.records)
        if opened.records != originals[:found]:
            return "OPENS WITH RECORDS ALTERED"
        if believed not in (None, opened.ledger().conference):
            return "WHAT IS KEPT IS BELIEVED, AND NOT SO"
        if found == len(originals):
            return "opens whole"
        return "opens shorter, and says so" if opened.finding else f"OPENS WITH {found} UNTOLD"
    try:
        recovery = recover(path, NOW)
    except Damaged:
        return "NOTHING RECOVERED" if path.read_bytes() == before else "NOTHING, AND CHANGED"
    if recovery.set_aside.read_bytes() != before:
        return "RECOVERED, BUT THE ORIGINAL IS NOT KEPT"
    opened = open_journal(path)
    opened.journal.close()
    if opened.records != originals[: recovery.kept]:
        return "RECOVERED WITH RECORDS ALTERED"
    if recovery.kept == len(originals):
        return "recovered whole"
    return "recovered in part" if recovery.lost_from else "RECOVERED WITH A LOSS UNTOLD"


def main() -> int:
    """Print what became of each kind; 1 if something went wrong."""
    options = arguments(__doc__, times="of each kind and file; else 34", seed="else 1")
    times = int(options.times or extent(options, 34, 6, 1))
    chance = random.Random(int(options.seed or 1))
    all_of_them: Counter[str] = Counter()
    with stage(options) as scene:
        original = scene.folder / "original"
        original.mkdir()
        clerk = Clerk(original / NAME, WAITING)
        open_journal(original / NAME, migrate=True).journal.close()  # keeps its first act
        for _ in range(10):
            clerk.rename(clerk.next_name())
        clerk.keep()
        for _ in range(10):
            clerk.rename(clerk.next_name())
        crashed = scene.folder / "crashed"
        shutil.copytree(original, crashed)  # the last acts are in the -wal file
        clerk.leave()
        opened = open_journal(original / NAME)
        opened.journal.close()
        rows = opened.records
        for kind in KINDS:
            found: Counter[str] = Counter()
            for ending in FILES:
                for number in range(times):
                    place = scene.folder / "place"
                    shutil.rmtree(place, ignore_errors=True)
                    shutil.copytree(original if number % 2 else crashed, place)
                    file = place / f"{NAME}{ending}"
                    data = bytearray(file.read_bytes()) if file.exists() else bytearray()
                    if data:
                        kind(data, chance)
                        file.write_bytes(data)
                    try:
                        found[outcome(place, rows)] += 1
                    except Exception as error:
                        found[f"TRACEBACK {type(error).__name__}: {error}"[:90]] += 1
            all_of_them += found
            print(f"  {kind.__name__:<12}", dict(found.most_common()), flush=True)
    print(f"  {sum(all_of_them.values())} in all", dict(all_of_them.most_common()))
    return int(any(word.isupper() for one in all_of_them for word in one.split()[:2]))


if __name__ == "__main__":
    sys.exit(main())
