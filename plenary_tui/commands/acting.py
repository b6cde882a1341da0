"""Acts done from the command line, one after the other, on one journal.

Apart from `do`, whose list and help of acts open no journal and import nothing that can.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import BinaryIO, Self

from plenary_tui import medium
from plenary_tui.commands.failures import DONE, Failed, explain
from plenary_tui.commands.invocation import Invocation, read_path
from plenary_tui.commands.output import complain, say, say_json
from plenary_tui.desk.writing import Desk, Receipt
from plenary_tui.procedure.ground.act import Command, Refused
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.rehearsal.own_time import clock_beside
from plenary_tui.storage.kept_state import WORTH
from plenary_tui.storage.link_file import NotInChargeHere

LONGEST_LINE = 20_000
"""Bytes in one line of a file of acts."""


class Acting:
    """The journal of an invocation, open for acts; a context manager."""

    def __init__(self, invocation: Invocation) -> None:
        """Open it. Raises `StorageError`."""
        self._json = invocation.json
        station = invocation.station_on(invocation.database)  # before anything is open
        opened = invocation.opened(kept=True, recording=True)
        self._journal = opened.journal
        self._folded_all = opened.standing is None
        self._clock = clock_beside(opened.journal.path, self._last)
        self._desk = Desk(opened.journal, self._clock, station, ledger=opened.ledger())

    def _last(self) -> Instant | None:
        last = self._desk.ledger.last
        return last.event.at if last is not None else None

    @property
    def conference(self) -> Conference:
        """The state after the last act known."""
        return self._desk.conference

    def now(self) -> Instant:
        """The instant at which an act would be recorded."""
        return self._clock.now()

    def do(self, command: Command, *, line: int | None = None, quiet: bool = False) -> None:
        """Do an act and say what was recorded; `line` is where in a file it stands.

        Where another machine is in charge it is asked. Raises `Refused`, `StorageError` and
        `ServerError`; nothing was recorded then.
        """
        if line is not None:
            self._desk.catch_up()  # time may have passed since the line before
        try:
            receipt = self._desk.dispatch(command)
        except NotInChargeHere:
            if not command.typed or quiet:
                raise
            receipt = self._ask(command)
        if quiet:
            return
        if not self._json:
            say("\n".join(receipt.sentences))
            return
        place = {} if line is None else {"line": line}
        recorded = {"seq": receipt.seq, "entry": receipt.entry, "sentences": receipt.sentences}
        say_json(json.dumps({**place, **recorded}, ensure_ascii=False))

    def _ask(self, command: Command) -> Receipt:
        """Ask the station in charge, and wait for its answer for a while."""
        from plenary_tui.stations.asking_once import Unanswered, ask_and_wait

        seen = self._desk.ledger.seq
        answer = ask_and_wait(self._journal.path, command, seen, self.now())
        if isinstance(answer, Unanswered):
            return Receipt(0, (answer.words,))
        if answer.seq is None:
            raise Refused(answer.said)
        return Receipt(answer.seq, (answer.said or "It is done.",))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        standing = self._desk.ledger.standing
        if kind is None and self._folded_all and standing and standing.conference.seq >= WORTH:
            self._journal.keep(standing)
        self._journal.close()


def acts_of_file(invocation: Invocation, name: str, read: Callable[[str], Command]) -> int:
    """Do the acts of a file, a line each, up to the first that is refused; the exit status.

    Args:
        name: of the file; `-` for standard input.
        read: makes the command of a line.
    """
    done = 0
    shown_name = "standard input" if name == "-" else name
    with _lines(name) as lines, Acting(invocation) as acting:
        for number, line in enumerate(lines, start=1):
            try:
                text = _text(line)
                if text and not text.startswith("#"):
                    acting.do(read(text), line=number)
                    done += 1
            except Exception as error:
                found = explain(error)
                if found is None:
                    raise
                status, sentence = found
                complain(f"{shown_name}, line {number}: {sentence} {_so_far(done)}")
                return status
    if not invocation.json:
        say(f"{done} {'act' if done == 1 else 'acts'} done.")
    return DONE


def _so_far(done: int) -> str:
    match done:
        case 0:
            return "Nothing was done before it."
        case 1:
            return "The act before it is done."
        case _:
            return f"The {done} acts before it are done."


def _text(line: bytes) -> str:
    if len(line) > LONGEST_LINE:
        raise Failed("The line is too long to be an act.")
    try:
        return line.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise Failed("The line is not UTF-8 text.", "Save the file as UTF-8.") from None


@contextmanager
def _lines(name: str) -> Iterator[Iterator[bytes]]:
    """The lines of a file or of standard input, as they come. Raises `Failed`."""
    if name == "-":
        if sys.stdin is None or sys.stdin.closed:
            raise Failed("There is no standard input to read acts from.")
        yield _each(sys.stdin.buffer, "standard input")
        return
    path = read_path("--file", name)
    try:
        file = path.open("rb")
    except OSError as error:
        raise Failed(f"The file {name} cannot be read ({medium.why(error)}).") from None
    with file:
        yield _each(file, name)


def _each(file: BinaryIO, name: str) -> Iterator[bytes]:
    try:
        while line := file.readline(LONGEST_LINE + 2):
            yield line
    except OSError as error:
        raise Failed(f"The file {name} cannot be read ({medium.why(error)}).") from None
