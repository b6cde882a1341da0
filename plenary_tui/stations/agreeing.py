"""How a station's own journal and the server's come to agree; without a disk or a network.

One station is in charge at a time. Only it records, first on its own disk, and sends; the others
follow and ask. Whatever is done here is decided from what stands at both ends, so that any call may
be cut off anywhere and is begun again from the top: nothing is remembered between calls but the
journals, the charge, and what was asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from types import MappingProxyType

from plenary_tui.stations.both_ends import Own, Server
from plenary_tui.storage.chain import Row, sound_rows
from plenary_tui.storage.head import Head
from plenary_tui.storage.server.errors_of_server import Moved, NotAllowed, NotInCharge, ServerError
from plenary_tui.storage.server.requested import Answer
from plenary_tui.storage.server.told_by_server import BATCH, Standing


class DoesNotFollow(ServerError):
    """What the server sent does not continue what is here."""


class Agreement:
    """One station and a server.

    Attributes:
        behind: whether the server holds less than this station has seen.
        strays: records of this station that are not in the journal, as of this run.
        renewed: whether this run has proved its charge.
        fenced: whether this journal has to give way and is still shown: nothing is done till then.
    """

    def __init__(
        self, station: str, own: Own, server: Server, pause: Callable[[], None] = lambda: None
    ) -> None:
        """Begin.

        Args:
            pause: called between batches that are sent.
        """
        self._station, self._own, self._server, self._pause = station, own, server, pause
        self._there: Head | None = None
        self.behind = False
        self.strays: tuple[Row, ...] = ()
        self.renewed = False
        self.fenced = False
        self._asked: set[str] = set()

    @property
    def sent(self) -> Head | None:
        """Up to where the server is known to have this journal; None if that is not known."""
        return self._there

    def agree(self) -> None:
        """Do all that is to be done now; raises `ServerError`, and is begun anew then."""
        if self._own.epoch:
            self.send()
            if self._own.epoch:
                self._ask_what_is_new()  # noted before this station came to be in charge
                self._decide_requests()
                self._take_answers()
        elif not self._ask_what_is_new():  # else what comes of it is told, or looked for next time
            self._take_answers()
            self.follow()

    def lost(self) -> None:
        """A call has failed: what stands at the server is no longer known."""
        self._there = None
        self._asked.clear()

    def hear(self, standing: Standing) -> bool:
        """Whether the server stands as it was left; where it does not, all is compared anew.

        In charge only: what another took, or a backup brought back, is noticed here where there is
        nothing to send.
        """
        if not self._own.epoch or self._there is None:
            return True
        charge = standing.epoch == self._own.epoch and standing.holder is not None
        if charge and standing.head == self._there:
            return True
        self.lost()
        return False

    def take_charge(self, why: str, *, forced: bool = False) -> bool:
        """Take charge, if that can be; whether it was. Raises `NotInCharge` where another has it.

        The epoch is kept here only once the server has given it; an answer that was lost leaves a
        charge without records, which the same station takes again by the secret it keeps.
        """
        self.follow()
        if self._own.epoch:
            return True
        if self.fenced:
            return False
        epoch = self._take(why, forced=forced, above=0)
        self._fetch_all(filling=False)
        if self.fenced:
            return False
        self._own.in_charge(epoch)
        self.renewed = True
        self.send()
        return True

    def give_back(self) -> bool:
        """Give the charge back once all is sent; whether it was."""
        self.send()
        if not self._own.epoch:
            return False
        given = self._server.give_back(self._own.secret)
        self._own.charge_ended()
        self.renewed = False
        return given

    def send(self, answers: Mapping[str, Answer] = MappingProxyType({})) -> None:
        """Send what the server has not, and with the last of it the answers; in charge only."""
        if self._there is None:
            self._compare()
        while self._own.epoch and self._there is not None:
            rows = self._own.rows(self._there.seq)
            now = answers if len(rows) < BATCH else {}  # what they speak of is not there after them
            if not rows and not now:
                return
            try:
                self._server.put(rows, self._own.epoch, now)
            except NotInCharge:
                self._compare()
            except Moved:
                self._compare()  # an earlier try arrived after all
            else:
                if rows:
                    self._there = Head(rows[-1][0], rows[-1][-1])
                    self._pause()
                if now:
                    return

    def follow(self) -> None:
        """Fetch what is new; where the journals differ, give way to the server's."""
        if self._own.epoch:
            self.send()
            return
        self._fetch_all(filling=True)

    def _fetch_all(self, *, filling: bool) -> None:
        while not self.fenced:
            here = self._own.head()
            rows = self._server.rows(here.seq)
            if rows and rows[0][0] == here.seq + 1 and sound_rows(rows, here.hash) == len(rows):
                self.behind = False
                self._own.extend(rows)  # the chain itself says that they follow
                if len(rows) < BATCH:
                    return
                continue
            there = self._server.standing()
            if self._own.hash_at(there.head.seq) == there.head.hash:
                self.behind = there.head.seq < here.seq
                if not self.behind or not filling or not self._fill_up():
                    return
            elif there.head.seq > here.seq and self._server.hash_at(here.seq) == here.hash:
                if rows:
                    raise DoesNotFollow(
                        "What the server sent does not follow from what is here.",
                        "Check it with `plenary check --server`.",
                    )
                continue  # it has grown meanwhile
            else:
                self.behind = False
                self._give_way(there.epoch)

    def _fill_up(self) -> bool:
        """The server was set back: whoever knows more fills it up, where no other is in charge."""
        try:
            epoch = self._take("the server knew less than this station", forced=False, above=0)
            there = self._server.standing().head
            while self._own.hash_at(there.seq) == there.hash and (
                rows := self._own.rows(there.seq)
            ):
                self._server.put(rows, epoch, {})
                there = Head(rows[-1][0], rows[-1][-1])
        except (NotAllowed, NotInCharge, Moved):
            return False
        self._server.give_back(self._own.next_secret())
        return True

    def _take(self, why: str, *, forced: bool, above: int) -> int:
        secret, kept = self._own.secret, self._own.next_secret()
        return self._server.take_charge(
            self._station, secret, kept, forced=forced, above=above, why=why
        )

    def _compare(self) -> None:
        """Find where the server stands against this journal, in charge of it."""
        own = self._own
        self._there = None
        there = self._server.standing()
        follows = own.hash_at(there.head.seq) == there.head.hash
        if there.epoch < own.epoch and follows:
            # The server was set back to a time before this charge: it is filled up again.
            why = "the server was set back"
            own.in_charge(self._take(why, forced=True, above=own.epoch))
            self.renewed = True
        elif not self.renewed or there.holder is None:
            try:
                own.in_charge(self._take("the podium was opened", forced=False, above=0))
            except NotInCharge:
                self._step_back()
                return
            self.renewed = True
        elif there.epoch != own.epoch:
            self._step_back()
            return
        there = self._server.standing()
        if own.hash_at(there.head.seq) == there.head.hash:
            self._there = there.head
        elif (
            there.head.seq > (here := own.head()).seq
            and self._server.hash_at(here.seq) == here.hash
        ):
            self._own.charge_ended()  # this file was replaced by an older copy
            self._fetch_all(filling=False)
            self._own.in_charge(self._take("an older copy was put here", forced=False, above=0))
            self._compare()
        else:
            self._step_back()

    def _step_back(self) -> None:
        """Another has taken charge, or this file was recovered: what it has alone are strays."""
        epoch = self._own.epoch
        self._there, self.renewed = None, False
        self._give_way(epoch)
        self.follow()

    def _give_way(self, epoch: int) -> None:
        common = self._common()
        strays: list[Row] = []
        while rows := self._own.rows(strays[-1][0] if strays else common):
            strays += rows
        if strays:
            with suppress(NotAllowed):  # a reader's: they were somebody else's before
                for start in range(0, len(strays), BATCH):
                    self._server.keep_strays(strays[start : start + BATCH], epoch)
            self.strays = tuple(strays)
            self.fenced = not self._own.give_way(common)
        else:
            self._own.charge_ended()

    def _common(self) -> int:
        """The last record that both have; both are chains, so halves will do."""
        low, high = 0, min(self._own.head().seq, self._server.standing().head.seq)
        while low < high:
            middle = (low + high + 1) // 2
            if self._server.hash_at(middle) == self._own.hash_at(middle):
                low = middle
            else:
                high = middle - 1
        return low

    def _decide_requests(self) -> None:
        """What a station asks is decided in its order: an undo means what was asked before it."""
        held: set[str] = set()
        for request in self._server.waiting():
            if request.station in held:
                continue
            seq = self._own.taken(request.id)
            answer = Answer(seq, "") if seq is not None else self._own.decide(request)
            if answer is None:
                held.add(request.station)
                continue
            self.send({request.id: answer})
            if not self._own.epoch:
                return

    def _ask_what_is_new(self) -> bool:
        """Ask what the server may not know; whether there was any.

        All is kept here until it is answered, so that no server set back loses it.
        """
        new = [one for one in self._own.outbox() if one.id not in self._asked]
        for one in new:
            try:
                self._server.ask(one)
            except NotAllowed as error:  # noted before it was known what this station may
                self._own.settle(one.id, Answer(None, str(error)))
                continue
            self._asked.add(one.id)
        return bool(new)

    def _take_answers(self) -> None:
        waiting = [one.id for one in self._own.outbox()]
        if not waiting:
            return
        for request, answer in self._server.answers(waiting).items():
            self._own.settle(request, answer)
            self._asked.discard(request)
