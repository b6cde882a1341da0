"""What a login of the server is for, and what it may then ask of the podium."""

from __future__ import annotations

from collections.abc import Mapping

from plenary_tui.procedure.decisions.adoption import WithdrawDocument
from plenary_tui.procedure.decisions.documents import (
    CorrectDocument,
    ReviseDocument,
    TableDocument,
)
from plenary_tui.procedure.decisions.publication import (
    MarkEdited,
    MarkTranslated,
    PublishDocument,
)
from plenary_tui.procedure.decisions.sponsors import AddSponsor, RemoveSponsor
from plenary_tui.procedure.floor.notes import MakeNote
from plenary_tui.procedure.floor.replies import RequestReply
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.ground.on_record import Undo
from plenary_tui.procedure.meetings.convening import Register
from plenary_tui.procedure.meetings.meeting import SetOnAir
from plenary_tui.procedure.speakers.alignment import Align, WithdrawAlignment
from plenary_tui.procedure.speakers.carry_over import CarryOver
from plenary_tui.procedure.speakers.editing import Edit
from plenary_tui.procedure.speakers.inscription import Inscribe, Withdraw
from plenary_tui.procedure.speakers.moving import Move, Swap
from plenary_tui.procedure.speakers.ready import MarkReady
from plenary_tui.procedure.state.frozen import Value

LIST_DESK: tuple[type[Command], ...] = (
    *(Inscribe, Edit, Withdraw, Move, Swap, MarkReady, Register, Align, WithdrawAlignment),
    *(CarryOver, RequestReply, MakeNote, Undo),
)
DOCUMENTS_DESK: tuple[type[Command], ...] = (
    *(TableDocument, ReviseDocument, CorrectDocument, WithdrawDocument, AddSponsor),
    *(RemoveSponsor, PublishDocument, MarkEdited, MarkTranslated, MakeNote, Undo),
)
BOOTH: tuple[type[Command], ...] = (SetOnAir,)


class Function(Value):
    """What a login is for.

    Attributes:
        group: of the rights on the tables, one of `GROUPS`.
        acts: what it may ask of the podium; None for all.
    """

    group: str
    acts: tuple[str, ...] | None = None


def _asking(commands: tuple[type[Command], ...]) -> Function:
    return Function("desk", tuple(one.act for one in commands))


FUNCTIONS: Mapping[str, Function] = {
    "reader": Function("reader"),
    "list-desk": _asking(LIST_DESK),
    "documents-desk": _asking(DOCUMENTS_DESK),
    "booth": _asking(BOOTH),
    "desk": Function("desk"),
    "podium": Function("podium"),
}
"""By the word that is typed. Who asks for some acts only can never take charge; `desk` can where it
is free, `podium` also where it is another's."""
