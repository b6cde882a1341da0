"""How a file is read otherwise than was guessed: its kind, its sheet, what a column holds."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from plenary_tui.exchange.incoming.encodings import PLAIN_NAMES
from plenary_tui.exchange.incoming.looking import Looking
from plenary_tui.exchange.incoming.offer import Contents, Offer, Role
from plenary_tui.screens.picks import AskLine, Choice, Pick

Ask = Callable[[Screen[Any], Callable[[Any], None]], None]
"""Opens a dialog; what is answered is given on, None where it was left."""
CONTENTS = {
    Contents.DELEGATIONS: "who takes part: registrations, participants",
    Contents.LIST: "requests for the floor, for a list of speakers",
    Contents.AGENDA: "items of the agenda",
    Contents.PROGRAMME: "meetings, and events beside them",
    Contents.DRAFTS: "drafts that are tabled",
}
NOTHING = "-"
ROLES = {
    Role.DELEGATION: "whose row it is: a State, an organization",
    Role.CLASS: "State party, IGO, NGO",
    Role.GROUP: "the regional group",
    Role.CODE: "a code, as NLD",
    Role.SPEAKER: "the speaker's whole name",
    Role.FIRST: "the speaker's first name",
    Role.LAST: "the speaker's family name",
    Role.FUNCTION: "as Minister of Justice",
    Role.ADDRESS: "Mr., Ms., H.E.",
    Role.RANK: "head of State, minister, ...",
    Role.LANGUAGE: "of the statement",
    Role.ON_BEHALF_OF: "the group a statement is for",
    Role.DELIVERY: "in person, or by video",
    Role.MEDIA: "the file of a video",
    Role.RECEIVED_AT: "when the request came",
    Role.ITEM: "the agenda item it is for",
    Role.STATE: "completed, pending, withdrawn",
    Role.TITLE: "of an item, a meeting, an event, a draft",
    Role.DATE: "a day",
    Role.STARTS: "when it starts",
    Role.ENDS: "when it ends",
    Role.ROOM: "where it is",
    Role.KIND: "meeting, side event, break",
}
"""What a column may hold, and in which words that is explained."""


class Otherwise:
    """Asks how a file is to be read instead."""

    def __init__(self, looking: Looking, ask: Ask, anew: Callable[[], None]) -> None:
        """Make it; `anew` is called once something was chosen, for the file to be read so."""
        self._looking, self._ask, self._anew = looking, ask, anew

    def begin(self, offer: Offer) -> None:
        """Ask what is wrong about how it was read."""
        choices = [Choice("contents", "What the file is", _kind(offer))]
        if len(offer.sheets) > 1:
            choices.append(Choice("sheet", "Another sheet", f"now “{offer.sheet}”"))
        if offer.columns:
            choices.append(Choice("column", "What a column holds", "chosen in two steps"))
        if offer.saved:
            choices.append(Choice("encoding", "How it is saved", f"now {offer.saved}"))
        steps = {
            "contents": self._contents,
            "sheet": self._sheet,
            "column": self._column,
            "encoding": self._encoding,
        }
        text = "The file is read once more, and shown. Nothing is recorded."
        self._ask(
            Pick("Read it otherwise", text, tuple(choices)),
            lambda chosen: steps[chosen](offer) if chosen else None,
        )

    def _contents(self, offer: Offer) -> None:
        choices = tuple(Choice(one, str(one), said) for one, said in CONTENTS.items())
        at = list(CONTENTS).index(offer.contents[0]) if offer.contents else 0
        dialog = Pick("The file is", "", choices, at)
        self._ask(dialog, self._told(self._looking.contents_are))

    def _sheet(self, offer: Offer) -> None:
        choices = tuple(Choice(name, name) for name in offer.sheets)
        at = offer.sheets.index(offer.sheet) if offer.sheet in offer.sheets else 0
        self._ask(Pick("Read the sheet", "", choices, at), self._told(self._looking.sheet_is))

    def _column(self, offer: Offer) -> None:
        choices = tuple(Choice(one.title, one.title, _held(one.role)) for one in offer.columns)

        def chosen(title: str | None) -> None:
            if title is not None:
                self._role(title)

        self._ask(Pick("Which column?", "", choices), chosen)

    def _role(self, title: str) -> None:
        roles = (Choice(str(role), str(role), said) for role, said in ROLES.items())
        choices = (Choice(NOTHING, "nothing that is read"), *roles)

        def told(role: str) -> None:
            self._looking.column_holds(title, None if role == NOTHING else Role(role))

        self._ask(Pick(f"“{title}” holds", "", choices), self._told(told))

    def _encoding(self, offer: Offer) -> None:
        known = ", ".join(PLAIN_NAMES)
        title = f"Its letters are saved as: {known}, or another name"
        self._ask(AskLine(title, "", _no_encoding), self._told(self._looking.encoding_is))

    def _told(self, take: Callable[[Any], None]) -> Callable[[Any], None]:
        def answered(answer: Any) -> None:
            if answer:
                take(answer)
                self._anew()

        return answered


def _kind(offer: Offer) -> str:
    return f"now {offer.contents[0]}" if offer.contents else ""


def _held(role: Role | None) -> str:
    return "is not used" if role is None else f"is {role}"


def _no_encoding(typed: str) -> tuple[str, ...]:
    try:
        codecs.lookup(typed)
    except (LookupError, ValueError):
        return (f"“{typed}” is not an encoding.",)
    return ()
