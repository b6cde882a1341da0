"""A file is taken over: all its rows by one act, which one undo takes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Self

from plenary_tui.procedure.ground.act import Event, OverridableCommand, Refused, Remedy
from plenary_tui.procedure.intake.judging import Judge
from plenary_tui.procedure.intake.rows import (
    BroughtDelegation,
    BroughtDraft,
    BroughtEntry,
    BroughtEvent,
    BroughtItem,
    BroughtMeeting,
    Fate,
    Verdict,
    runs,
)
from plenary_tui.procedure.state.conference import Conference, TakenFile
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant

REFUSALS_SAID = 50
"""How many refusals of one file are said in words."""


class RowsTakenOver(Event):
    """A file was taken over; the events of its rows follow in the same act.

    The counts are of rows. Of persons nothing is kept here.
    """

    kind: ClassVar[str] = "rows taken over"
    tells_all: ClassVar[bool] = True

    file: str
    sha256: str
    contents: str
    new: int = 0
    changed: int = 0
    same: int = 0
    left_out: int = 0
    lines: str = ""
    named: tuple[str, ...] = ()

    def apply(self, conference: Conference) -> Conference:
        taken = TakenFile(self.file, self.sha256, self.contents, self.lines, self.named)
        return replace(conference, taken=(*conference.taken, taken))

    def sentence(self, before: Conference) -> str:
        counts = (
            (self.new, "new"),
            (self.changed, "changed"),
            (self.same, "as they stood"),
            (self.left_out, "left out"),
        )
        said = ", ".join(f"{count} {what}" for count, what in counts if count)
        return f"The file {self.file} was taken over as {self.contents}: {said or 'nothing'}."


class ImportRows(OverridableCommand):
    """Take over the rows of a file: all of them, or none."""

    act: ClassVar[str] = "import"
    typed: ClassVar[bool] = False

    file: Line
    sha256: Line
    contents: Line
    delegations: tuple[BroughtDelegation, ...] = ()
    items: tuple[BroughtItem, ...] = ()
    meetings: tuple[BroughtMeeting, ...] = ()
    events: tuple[BroughtEvent, ...] = ()
    drafts: tuple[BroughtDraft, ...] = ()
    entries: tuple[BroughtEntry, ...] = ()
    left_out: int = 0
    skip_refused: bool = False
    step: Callable[[], None] = lambda: None

    def stepping(self, step: Callable[[], None]) -> Self:
        """The same act; `step` is called for each row as it is decided, beside the desk."""
        return replace(self, step=step)

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        judge = self.judged(conference, at, self.step)
        refused = [one for one in judge.verdicts if one.fate is Fate.REFUSED]
        if refused and not self.skip_refused:
            raise _refusal(self.file, refused)
        if not judge.events:
            raise Refused(f"{self.file} changes nothing.", "All it has stands already.")
        return (self._first(judge, at), *judge.events)

    def judged(
        self, conference: Conference, at: Instant, step: Callable[[], None] = lambda: None
    ) -> Judge:
        """What becomes of each row; decides nothing yet. `step` is called for each."""
        judge = Judge(conference, at, self.sha256, self.override, step)
        judge.delegations(self.delegations)
        judge.items(self.items)
        judge.meetings(self.meetings)
        judge.side_events(self.events)
        judge.drafts(self.drafts)
        judge.entries(self.entries)
        return judge

    def _first(self, judge: Judge, at: Instant) -> RowsTakenOver:
        counted = {fate: sum(verdict.fate is fate for verdict in judge.verdicts) for fate in Fate}
        standing = [one for one in judge.verdicts if one.fate not in (Fate.REFUSED, Fate.SKIPPED)]
        return RowsTakenOver(
            at=at,
            file=self.file,
            sha256=self.sha256,
            contents=self.contents,
            new=counted[Fate.NEW],
            changed=counted[Fate.CHANGED],
            same=counted[Fate.SAME],
            left_out=counted[Fate.REFUSED] + counted[Fate.SKIPPED] + self.left_out,
            lines=runs(one.line for one in standing),
            named=tuple(dict.fromkeys(one.key for one in standing if one.key)),
        )


def _refusal(file: str, refused: list[Verdict]) -> Refused:
    """All that is refused, each with its line."""
    said = [f"Line {one.line}: {one.why}" for one in refused[:REFUSALS_SAID]]
    if more := len(refused) - len(said):
        said.append(f"And {more} more.")
    count = "One row" if len(refused) == 1 else f"{len(refused)} rows"
    remedies = {one.remedy for one in refused}
    return Refused(
        f"{count} of {file} cannot be taken over. {' '.join(said)}",
        "Nothing was recorded. Correct the file, or leave those rows out.",
        remedy=remedies.pop() if len(remedies) == 1 else Remedy.NONE,
    )
