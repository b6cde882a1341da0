"""What is said, before it is put into words: the key of a phrase, and what fills it."""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.procedure.state.frozen import Value


class Line(Value):
    """One sentence, or a part of one.

    Attributes:
        key: of its phrase, e.g. `call.statement`.
        values: what fills the phrase, by placeholder: text, or a part that has a phrase of its own;
            None for a part that is left out.
    """

    key: str
    values: tuple[tuple[str, str | Line | None], ...] = ()

    def without(self, name: str) -> Line:
        """The same, with one part left out."""
        values = tuple((one, None if one == name else value) for one, value in self.values)
        return Line(self.key, values)

    def parts(self) -> Iterator[Line]:
        """Itself, and the parts it is made of."""
        yield self
        for _, value in self.values:
            if isinstance(value, Line):
                yield from value.parts()


def line(key: str, **values: str | Line | None) -> Line:
    """A line of that phrase."""
    return Line(key, tuple(values.items()))


class Script(Value):
    """The words to say next.

    Attributes:
        lines: in the order in which they are said.
        otherwise: what is said instead if something else happens, such as an appeal.
        at_once: whether they are said now, and not only when whoever speaks has ended.
    """

    lines: tuple[Line, ...] = ()
    otherwise: tuple[Line, ...] = ()
    at_once: bool = True


LEADING = frozenset(
    (
        *("meeting.open", "meeting.quorum", "meeting.resume", "committee.open", "committee.noted"),
        *("thank.statement", "thank.high", "thank.video", "thank.secretariat"),
        "thank.person",
        *("turn.states", "turn.igos", "turn.ngos", "replies.begin", "item.continue"),
        *("item.floor_open", "limit.remind", "limit.propose", "list.closed"),
        *("decide.result", "decide.no_objection", "point.interrupt", "point.stands"),
        *("point.overturned", "motion.moved", "motion.precedence", "motion.undebated"),
        *("motion.carried", "motion.unopposed", "motion.rejected", "draft.before"),
        *("draft.before_unnumbered", "draft.adopted", "draft.rejected", "draft.deferred"),
        *("draft.withdrawn", "item.debate_closed", "item.debate_adjourned", "item.concluded"),
    )
)
"""Phrases that lead up to the one that matters most, where there is one after them."""


def main_line(lines: tuple[Line, ...]) -> Line | None:
    """The line to show where there is room for one; None if there is none."""
    return next((one for one in lines if one.key not in LEADING), lines[0] if lines else None)
