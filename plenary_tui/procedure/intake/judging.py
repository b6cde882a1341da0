"""What becomes of each row of a file, decided on the state before and the rows above it.

The rules are those of the single acts; what they would look through for each row is gathered once,
so that thousands of rows are decided in a moment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from plenary_tui.procedure.ground.act import Event, Overruled, Refused, Remedy
from plenary_tui.procedure.intake.agenda_rows import judge_item, judge_meeting
from plenary_tui.procedure.intake.delegation_rows import DelegationRows
from plenary_tui.procedure.intake.entry_rows import EntryRows
from plenary_tui.procedure.intake.other_rows import judge_draft, judge_event
from plenary_tui.procedure.intake.rows import (
    BroughtDelegation,
    BroughtDraft,
    BroughtEntry,
    BroughtEvent,
    BroughtItem,
    BroughtMeeting,
    Fate,
    Judged,
    Verdict,
    lines_of,
)
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import names_of, replace
from plenary_tui.procedure.state.text import clean_line
from plenary_tui.procedure.state.timing import Instant

Row = TypeVar("Row", BroughtItem, BroughtMeeting, BroughtEvent, BroughtDraft)
AnyRow = TypeVar(
    "AnyRow",
    BroughtDelegation,
    BroughtEntry,
    BroughtItem,
    BroughtMeeting,
    BroughtEvent,
    BroughtDraft,
)


class Judge:
    """Decides rows one after the other.

    Attributes:
        conference: the state with the rows that were decided, but for requests for the floor.
        events: what records them, but for the first event of the act.
        verdicts: what became of each row, in the order in which they were decided.
    """

    def __init__(
        self,
        conference: Conference,
        at: Instant,
        sha256: str,
        override: str,
        step: Callable[[], None] = lambda: None,
    ) -> None:
        """Begin; `step` is called for each row."""
        self._step = step
        self.conference = conference
        self.events: list[Event] = []
        self.verdicts: list[Verdict] = []
        self._at = at
        self._override = override
        self._rows_before = conference.pack_entries + conference.seq + 1
        self._taken: frozenset[int] = frozenset(
            line for one in conference.taken if one.sha256 == sha256 for line in lines_of(one.lines)
        )

    def delegations(self, rows: Iterable[BroughtDelegation]) -> None:
        """Register and correct delegations (rule 2)."""
        if not rows:
            return
        standing = DelegationRows(self.conference, self._at)
        for row in rows:
            self._take(
                row,
                row.name,
                lambda clean: standing.judge(clean, clean.line in self._taken),
            )
        if self.events:
            self.conference = standing.conference()

    def items(self, rows: Iterable[BroughtItem]) -> None:
        """Items come on the agenda; titles that differ are corrected."""
        self._each(rows, judge_item)

    def meetings(self, rows: Iterable[BroughtMeeting]) -> None:
        """Meetings come in the programme (rule 32)."""
        self._each(rows, judge_meeting)

    def side_events(self, rows: Iterable[BroughtEvent]) -> None:
        """Events come in the week's programme (rule 35)."""
        self._each(rows, judge_event)

    def drafts(self, rows: Iterable[BroughtDraft]) -> None:
        """Drafts are tabled (rule 3)."""
        self._each(rows, judge_draft)

    def entries(self, rows: Iterable[BroughtEntry]) -> None:
        """Delegations come on lists of speakers (rules 2, 11, 16, 19, 20 and 22)."""
        if not rows:
            return
        standing = EntryRows(self.conference, self._at)
        for row in rows:
            number = self._rows_before + len(self.events) + 1
            for event in self._take(
                row,
                standing.about(row),
                lambda clean: standing.judge(clean, number, clean.line in self._taken),  # noqa: B023
            ):
                standing.take(event)
            if self.verdicts[-1].fate is Fate.REFUSED:
                standing.refused(row)

    def _each(
        self, rows: Iterable[Row], judge: Callable[[Conference, Instant, Row], Judged]
    ) -> None:
        for row in rows:
            what = getattr(row, "title", "") or f"line {row.line}"
            for event in self._take(
                row, what, lambda clean: judge(self.conference, self._at, clean)
            ):
                self.conference = event.apply(self.conference)

    def _take(self, row: AnyRow, what: str, judge: Callable[[AnyRow], Judged]) -> tuple[Event, ...]:
        """Decide a row and keep what it does; the events that do it."""
        self._step()
        try:
            judged = judge(_cleaned(row))
        except Refused as refused:
            self._refuse(row.line, what, refused.why, refused.remedy)
            return ()
        if judged.objections and not self._override:
            why = " ".join(why for why, _ in judged.objections)
            self._refuse(row.line, judged.what, why, Remedy.OVERRIDE, judged)
            return ()
        self.events += (
            Overruled(at=self._at, why=why, reason=self._override) for why, _ in judged.objections
        )
        self.events += judged.events
        self.verdicts.append(
            Verdict(
                row.line,
                judged.fate,
                judged.what,
                judged.why,
                key=judged.key,
                delegation=judged.delegation,
            )
        )
        return judged.events

    def _refuse(
        self, line: int, what: str, why: str, remedy: Remedy, judged: Judged | None = None
    ) -> None:
        delegation = judged.delegation if judged is not None else ""
        self.verdicts.append(Verdict(line, Fate.REFUSED, what, why, remedy, delegation=delegation))


def _cleaned(row: AnyRow) -> AnyRow:
    """The row with its texts as a journal takes them; raises `Refused`."""
    changes: dict[str, Any] = {}
    for name in names_of(type(row)):
        value = getattr(row, name)
        if type(value) is not str or not value:
            continue
        try:
            clean = clean_line(value)
        except ValueError as error:
            label = name.replace("_", " ")
            raise Refused(f"The {label} was not taken: {error}.") from None
        if clean != value:
            changes[name] = clean
    return replace(row, **changes) if changes else row
