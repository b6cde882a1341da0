"""What the officer asks for on the screen of drafts, completed and done."""

from __future__ import annotations

from collections.abc import Callable

from plenary_tui.actions import Action
from plenary_tui.actions.typed import make_command
from plenary_tui.procedure.decisions.adoption import VoteDocument
from plenary_tui.procedure.decisions.documents import CorrectDocument, TableDocument
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.ground.naming import is_in_doubt, search_delegations
from plenary_tui.procedure.ground.taking_part import DRAFTERS
from plenary_tui.procedure.state.conference import Conference, Document
from plenary_tui.procedure.state.vocabulary import Majority
from plenary_tui.screens.act_dialog import ActDialog, Attempt
from plenary_tui.widgets.fields import Candidate


def draft_dialog(
    conference: Conference,
    asked: Action,
    number: int | None,
    known: dict[str, object],
    attempt: Attempt,
) -> ActDialog | Command:
    """The command on the draft of that number, or first the dialog that asks for the rest of it."""
    document = conference.document_numbered(number) if number is not None else None
    given: dict[str, object] = {**asked.preset, **known}
    asks = tuple(one for one in asked.asks if one not in known)
    if document is not None and "document" in asks:
        given["document"] = document.symbol or str(document.number)
        asks = tuple(one for one in asks if one != "document")
    if not asks:
        return make_command(asked.act, given)
    name = f"{given['document']}: " if "document" in given else ""
    return ActDialog(
        f"{name}{asked.help}",
        asked.act,
        attempt,
        asks=asks,
        given=given,
        start=_start(conference, asked, document),
        search=_search(conference, document) if "delegation" in asks else None,
    )


def _start(conference: Conference, asked: Action, document: Document | None) -> dict[str, str]:
    """What the fields hold at first: what is there already, and the current item."""
    if asked.act == TableDocument.act:
        return {"item": conference.item or ""}
    if asked.act == CorrectDocument.act and document is not None:
        return {
            "symbol": document.symbol or "",
            "item": document.item or "",
            "title": document.title,
        }
    if asked.act == VoteDocument.act:
        return {"majority": Majority.TWO_THIRDS.value}
    return {}


def _search(
    conference: Conference, document: Document | None
) -> Callable[[str], tuple[Candidate, ...]]:
    sponsors = document.sponsors if document is not None else ()

    def search(text: str) -> tuple[Candidate, ...]:
        doubtful = is_in_doubt(conference, text)
        return tuple(
            Candidate(
                one.id,
                one.name,
                f"{one.id}  {one.participant}"
                f"{'' if one.registered else ', not registered'}"
                f"{'' if one.participant in DRAFTERS else ', may not sponsor'}"
                f"{', sponsors it already' if one.id in sponsors else ''}",
                doubtful,
            )
            for one in search_delegations(conference, text)
        )

    return search
