"""What taking over a file would do, row by row, before anything is recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from plenary_tui.exchange.incoming.bringing import Brought, Question, bring
from plenary_tui.exchange.incoming.offer import Contents, Offer
from plenary_tui.exchange.problems import Problem
from plenary_tui.procedure.ground.act import Remedy
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.intake.rows import Fate, Verdict
from plenary_tui.procedure.intake.taking_over import ImportRows
from plenary_tui.procedure.state.conference import Conference, TakenFile
from plenary_tui.procedure.state.frozen import Value, field
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body

NEWER = 0.5
"""The share of an earlier file that a newer one names at least; else it is another file."""


class State(StrEnum):
    """How a row stands against the conference."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    ASKED = "asked"
    REFUSED = "refused"
    SKIPPED = "skipped"
    GONE = "gone"


_STATES = {
    Fate.NEW: State.NEW,
    Fate.SAME: State.SAME,
    Fate.CHANGED: State.CHANGED,
    Fate.REFUSED: State.REFUSED,
    Fate.SKIPPED: State.SKIPPED,
}


class PreviewRow(Value):
    """One row of a file; or what an earlier file had and this one has not, with line 0.

    Attributes:
        delegation: the id of the delegation it is about; "" if it is about none.
        what: what it is about, in words.
        why: the reason, or what changes; for what is gone the act that would take it away.
        persons: how many persons of the file it stands for; 0 where rows are no persons.
        remedy: how a refusal may be met.
    """

    line: int
    state: State
    what: str
    why: str = ""
    delegation: str = ""
    persons: int = 0
    remedy: Remedy = Remedy.NONE


class Choices(Value):
    """What somebody has decided about a file.

    Attributes:
        item: on whose list requests come that do not say it; "" if that is not known.
        answers: by the form of a name: a code, a class of a new one, or `-` to leave it out.
        take_proposed: whether names are taken as they are proposed.
        skip_refused: whether rows that are refused are left out.
        override: why the officer overrules what may be overruled; "" if not at all.
    """

    item: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    take_proposed: bool = False
    skip_refused: bool = False
    override: str = ""


class Preview(Value):
    """What taking over a file would do.

    Attributes:
        contents: what the file is taken for.
        rows: in the order of the lines; what is gone comes last.
        questions: about names that are not sure, those that are proposed too.
        taken_as: names that are others' here, by whom they were taken for, in words.
        wants_item: whether it is to be said on whose list the requests come.
        command: the one act that takes it over.
    """

    offer: Offer
    contents: Contents
    rows: tuple[PreviewRow, ...]
    questions: tuple[Question, ...]
    taken_as: tuple[tuple[str, str], ...]
    wants_item: bool
    command: ImportRows

    @property
    def counts(self) -> dict[State, int]:
        """How many rows there are of each state."""
        found = Counter(row.state for row in self.rows)
        return {state: found[state] for state in State}

    @property
    def faults(self) -> tuple[Problem, ...]:
        """What is wrong with the file as a whole."""
        unread = self.offer.is_unread
        return tuple(one for one in self.offer.problems if unread or one.line is None)

    @property
    def changes(self) -> bool:
        """Whether anything would be recorded."""
        counts = self.counts
        return bool(counts[State.NEW] or counts[State.CHANGED])

    @property
    def goes_through(self) -> bool:
        """Whether it can be taken over as it is, or changes nothing."""
        counts = self.counts
        if self.faults or self.wants_item or counts[State.ASKED]:
            return False
        return self.command.skip_refused or not counts[State.REFUSED]


def preview(
    offer: Offer,
    conference: Conference,
    at: Instant,
    choices: Choices,
    step: Callable[[], None] = lambda: None,
) -> Preview:
    """What taking over a file would do, as things stand.

    Args:
        step: called for each row, as it is compared and then once more as it is decided.
    """
    contents = offer.contents[0] if offer.contents else _contents_of(offer)
    brought = bring(
        offer, contents, conference, choices.item, choices.answers, choices.take_proposed, step
    )
    command = ImportRows(
        file=offer.file,
        sha256=offer.sha256,
        contents=contents.value,
        delegations=brought.delegations,
        items=brought.items,
        meetings=brought.meetings,
        events=brought.events,
        drafts=brought.drafts,
        entries=brought.entries,
        left_out=sum(offer.left_out.values()) + len(brought.left_out),
        skip_refused=choices.skip_refused,
        override=choices.override,
    )
    judge = command.judged(conference, at, step)
    rows = [_row(verdict, brought) for verdict in judge.verdicts]
    rows += (
        PreviewRow(line, State.SKIPPED, what, why, persons=brought.persons.get(line, 0))
        for line, what, why in brought.left_out
    )
    rows += _asked(brought)
    rows += _unread(offer)
    rows.sort(key=lambda row: row.line)
    named = _named(judge.verdicts, brought)
    return Preview(
        offer,
        contents,
        (*rows, *_gone(conference, command, named)),
        brought.questions,
        brought.taken_as,
        brought.wants_item,
        command,
    )


def _contents_of(offer: Offer) -> Contents:
    """What a file is by what it offers, where its reader does not say it."""
    return next(
        (
            contents
            for contents, found in (
                (Contents.LIST, offer.entries),
                (Contents.DELEGATIONS, offer.delegations),
                (Contents.DRAFTS, offer.drafts),
                (Contents.AGENDA, offer.items),
                (Contents.PROGRAMME, (*offer.meetings, *offer.events)),
            )
            if found
        ),
        Contents.DELEGATIONS,
    )


def _row(verdict: Verdict, brought: Brought) -> PreviewRow:
    return PreviewRow(
        verdict.line,
        _STATES[verdict.fate],
        verdict.what,
        verdict.why,
        verdict.delegation,
        brought.persons.get(verdict.line, 0),
        verdict.remedy,
    )


def _asked(brought: Brought) -> Iterable[PreviewRow]:
    """The rows that wait for an answer about a name."""
    for question in brought.questions:
        for line in question.lines:
            yield PreviewRow(
                line,
                State.ASKED,
                question.match.written,
                question.said,
                persons=question.persons if line == question.lines[0] else 0,
            )


def _unread(offer: Offer) -> Iterable[PreviewRow]:
    """The rows in which something cannot be read."""
    for problem in offer.problems:
        if problem.line is not None and not offer.is_unread:
            expected = f"; expected {problem.expected}" if problem.expected else ""
            what = problem.field or "the row"
            yield PreviewRow(problem.line, State.REFUSED, what, f"{problem.what}{expected}")


def _named(verdicts: Iterable[Verdict], brought: Brought) -> frozenset[str]:
    """All that this file names, whatever becomes of it."""
    keys = {one.key for one in verdicts if one.key}
    keys |= {one.delegation for one in brought.delegations if one.delegation}
    keys |= {f"{one.item} {one.delegation}" for one in brought.entries}
    items = {one.item for one in brought.entries}
    for question in brought.questions:
        meant = question.match.delegation
        may_be = {one.id for one in (*question.match.candidates, *([meant] if meant else []))}
        keys |= may_be | {f"{item} {one}" for one in may_be for item in items}
    keys |= {folded(one.title) for one in brought.events}
    keys |= {one.symbol for one in brought.drafts}
    return frozenset(keys | {one.symbol for one in brought.items})


def _gone(
    conference: Conference, command: ImportRows, named: frozenset[str]
) -> Iterable[PreviewRow]:
    """What an earlier file of the same kind had, this one has not, and still stands."""
    before = _earlier(conference, command, named)
    if before is None:
        return
    items = {one.item for one in command.entries}
    for key in before.named:
        if key not in named and (row := _standing(conference, command.contents, key, items)):
            yield row


def _standing(
    conference: Conference, contents: str, key: str, items: set[str]
) -> PreviewRow | None:
    """What an earlier file named, if it still stands, and the act that would take it away.

    Args:
        items: those on whose lists the newer file has requests.
    """
    match contents:
        case Contents.LIST:
            item, _, delegation = key.rpartition(" ")
            waiting = conference.list_of(item, Body.PLENARY).waiting if item in items else ()
            entry = next(
                (one for one in waiting if one.delegation == delegation and one.explains is None),
                None,
            )
            what = f"{name_of(conference, delegation)}, item {item}"
            act = f"plenary do withdraw '#{entry.id}'" if entry is not None else ""
            return PreviewRow(0, State.GONE, what, act, delegation) if entry else None
        case Contents.DELEGATIONS:
            one = conference.delegation(key)
            return PreviewRow(0, State.GONE, one.name, "", key) if one is not None else None
        case Contents.DRAFTS:
            symbols = [draft.symbol for draft in conference.documents]
            act = f"plenary do withdraw-document {key}"
            return PreviewRow(0, State.GONE, key, act) if key in symbols else None
        case _:
            if conference.item_named(key) is not None:
                return PreviewRow(0, State.GONE, f"item {key}")
            for number, event in enumerate(conference.side_events, start=1):
                if folded(event.title) == key and not event.cancelled:
                    act = f"plenary do cancel-side-event {number}"
                    return PreviewRow(0, State.GONE, event.title, act)
            return None


def _earlier(
    conference: Conference, command: ImportRows, named: frozenset[str]
) -> TakenFile | None:
    """The last file of which this one is a newer edition; None if there is none."""
    for one in reversed(conference.taken):
        if one.contents != command.contents or not one.named:
            continue
        if len(named.intersection(one.named)) >= NEWER * len(one.named):
            return one
    return None
