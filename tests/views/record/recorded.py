"""A meeting to record, and what is made of it: shared by the tests of this room."""

from __future__ import annotations

from plenary_tui.procedure.state.conference import Document
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.record.course import Course
from plenary_tui.views.record.facts import ConferenceRecord, Made
from plenary_tui.views.record.scope import Scope, choose
from plenary_tui.views.record.taking import take_record
from tests.chamber import Chamber

HASH = "ab" * 32
DRAFT = Document(
    "On cooperation",
    "L.4",
    item="2",
    languages=tuple(Language),
    status="published",
    sponsors=("NGA", "NER"),
)


def course_of(chamber: Chamber) -> Course:
    """The course of what was done in a chamber."""
    return Course(chamber.ledger.in_force)


def made_by(chamber: Chamber, command: str = "plenary record --all --at 1") -> Made:
    """A foot as of the last row."""
    conference = chamber.conference
    assert conference.last_at is not None
    return Made(
        row=conference.seq,
        hash=HASH,
        at=conference.last_at,
        version="9.9",
        command=command,
    )


def record_of(chamber: Chamber, scope: Scope | None = None) -> ConferenceRecord:
    """The record of what was done in a chamber, of all of it unless a scope is given."""
    course = course_of(chamber)
    chosen = choose(chamber.conference, course, scope or Scope(whole=True))
    return take_record(chamber.conference, course, chosen, made_by(chamber))


def spoken_on(item: str = "1(f)", *delegations: str, **fields: object) -> Chamber:
    """A chamber in which delegations have spoken on an item, three minutes each."""
    chamber = Chamber(documents=(DRAFT,), president="Ms. Sample President")
    chamber.open_floor(item)
    for delegation in delegations:
        speak(chamber, delegation, **fields)
    return chamber


def speak(chamber: Chamber, delegation: str, seconds: float = 170, **fields: object) -> None:
    """Have a delegation inscribed, called and heard."""
    chamber.inscribe(delegation, **fields)
    chamber.speak(seconds)
    chamber.do("end-statement")
