"""Explanations of position stand with the action they are about: before it, and after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from plenary_tui.procedure.state.vocabulary import Explanation
from plenary_tui.views.record.facts import DecisionFacts, StatementFacts
from plenary_tui.views.record.phrasing import series

Say = Callable[[DecisionFacts], Iterable[str]]
"""The sentences on an action itself."""
Explain = Callable[[Sequence[StatementFacts], Explanation, DecisionFacts | None], Iterable[str]]
"""The sentences on who explained a position before an action or after it, or with none."""


def with_explanations(
    decisions: Sequence[DecisionFacts],
    statements: Sequence[StatementFacts],
    say: Say,
    explain: Explain | None = None,
) -> Iterator[str]:
    """The sentences on actions, each between the explanations before and after it.

    An explanation before action is about the next one, an explanation after it about the last.
    Where there is none such, it stands at the end.

    Args:
        explain: says who explained; in English if None.
    """
    explain = explain or _in_english
    left = [one for one in statements if one.explains is not None]
    for place, decision in enumerate(decisions):
        then = decisions[place + 1].at if place + 1 < len(decisions) else None
        before = [
            one
            for one in left
            if one.explains is Explanation.BEFORE and one.ended_at <= decision.at
        ]
        after = [
            one
            for one in left
            if one.explains is Explanation.AFTER
            and one.started_at >= decision.at
            and (then is None or one.started_at < then)
        ]
        yield from explain(before, Explanation.BEFORE, decision)
        yield from say(decision)
        yield from explain(after, Explanation.AFTER, decision)
        left = [one for one in left if one not in before and one not in after]
    yield from explain(left, Explanation.BEFORE, None)


def _in_english(
    statements: Sequence[StatementFacts], when: Explanation, decision: DecisionFacts | None
) -> Iterator[str]:
    if decision is None:
        return explained(statements, "Statements", "position")
    subject = "position" if decision.vote is None else "vote"
    word = "Before" if when is Explanation.BEFORE else "After"
    return explained(statements, f"{word} the {_act(decision)}, statements", subject)


def _act(decision: DecisionFacts) -> str:
    return "action" if decision.vote is None else "vote"


def explained(statements: Sequence[StatementFacts], begins: str, subject: str) -> Iterator[str]:
    """Who explained it, in order of delivery; nothing if nobody did."""
    names = list(dict.fromkeys(_named(one) for one in statements))
    if not names:
        return
    whom = "representative" if len(names) == 1 else "representatives"
    begins = (
        begins
        if len(names) > 1
        else begins.replace("statements", "a statement").replace("Statements", "A statement")
    )
    were = "were" if len(names) > 1 else "was"
    yield f"{begins} in explanation of {subject} {were} made by the {whom} of {series(names)}."


def _named(one: StatementFacts) -> str:
    return f"{one.spoken} (on behalf of {one.on_behalf_of})" if one.on_behalf_of else one.spoken
