"""What was corrected after the event: as it was recorded, and as it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from plenary_tui.procedure.decisions.vote_changes import (
    appeal_decided,
    corrected_votes,
    motion_decided,
    vote_changes,
)
from plenary_tui.procedure.floor.statement_corrections import (
    changes,
    corrected_statements,
    who_made,
)
from plenary_tui.procedure.ground.calendar import zone
from plenary_tui.procedure.ground.drafts import label_decided
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.state.conference import Conference, Statement
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.proceedings import Decision
from plenary_tui.procedure.state.vocabulary import Language, MotionKind
from plenary_tui.views.public.caption import PRESIDENT, SECRETARIAT
from plenary_tui.views.record.colon_names import OUTCOMES, ROLES, bracketed, draft
from plenary_tui.views.record.colon_sentences import MOTION_OUTCOMES, MOTIONS
from plenary_tui.views.record.course import Course
from plenary_tui.views.record.facts import ConferenceRecord, CorrectionFacts
from plenary_tui.views.record.scope import Chosen
from plenary_tui.views.record.sheet import Block, Heading, Paragraph
from plenary_tui.views.record.sittings import Key, MovedMotion, RaisedPoint, Recount
from plenary_tui.views.wording.tongue import ENGLISH, Tongue, marked


def corrections(
    conference: Conference, course: Course, chosen: Chosen
) -> Iterator[CorrectionFacts]:
    """The corrections of what is recorded, in the order in which they were made."""
    of_statements, of_votes = defaultdict(list), defaultdict(list)
    for number, row in course.statements_corrected:
        of_statements[number].append(row)
    for number, row in course.votes_corrected:
        of_votes[number].append(row)
    found = [
        *(
            one
            for number, rows in of_statements.items()
            for one in _of_statement(conference, conference.statements[number - 1], rows)
        ),
        *(
            one
            for number, rows in of_votes.items()
            for one in _of_vote(conference, conference.decisions[number - 1], rows)
        ),
        *(one for moved in course.motions for one in _of_motion(conference, moved)),
        *(one for raised in course.points for one in _of_appeal(conference, raised)),
    ]
    for one in sorted(found, key=lambda one: one.row):
        if chosen.holds((one.body, one.meeting), one.item):
            yield one


def _of_statement(
    conference: Conference, one: Statement, rows: list[int]
) -> Iterator[CorrectionFacts]:
    for row, (kept, after) in zip(rows, corrected_statements(one), strict=True):
        for field, was, now in changes(conference, kept, after):
            yield CorrectionFacts(
                row=row,
                at=kept.at,
                meeting=one.meeting,
                body=one.body,
                item=one.item,
                what="statement",
                of=who_made(conference, one),
                began_at=one.started_at or one.called_at,
                field=field,
                was=was,
                now=now,
            )


def _of_vote(conference: Conference, one: Decision, rows: list[int]) -> Iterator[CorrectionFacts]:
    about = _About((one.body, one.meeting), one.item, label_decided(conference, one))
    for row, (kept, since, decided) in zip(rows, corrected_votes(one), strict=True):
        recount = Recount(row, kept.at, kept.was, since)
        yield from _recounted(conference, about, one.decided_at, recount, decided)


def _of_motion(conference: Conference, one: MovedMotion) -> Iterator[CorrectionFacts]:
    on = f"{one.motion} on item {one.item}" if one.item else one.motion.value
    by = name_of(conference, one.delegation)
    about = _About(one.key, one.item, f"motion of {by} to {on}", by, one.motion)
    for kept in one.corrected:
        decided = motion_decided(kept.was), motion_decided(kept.now)
        yield from _recounted(conference, about, one.at, kept, decided)


def _of_appeal(conference: Conference, one: RaisedPoint) -> Iterator[CorrectionFacts]:
    by = name_of(conference, one.appeal.delegation) if one.appeal is not None else ""
    about = _About(one.key, one.item, f"appeal of {by}", by)
    for kept in one.corrected:
        decided = appeal_decided(kept.was), appeal_decided(kept.now)
        yield from _recounted(conference, about, one.at, kept, decided)


class _About(NamedTuple):
    """What was voted on: when it came, what it is called, and who moved it or appealed."""

    key: Key
    item: str | None
    of: str
    by: str | None = None
    motion: MotionKind | None = None


def _recounted(
    conference: Conference,
    about: _About,
    began_at: datetime,
    kept: Recount,
    decided: tuple[str, str],
) -> Iterator[CorrectionFacts]:
    """What one correction of a vote made another."""
    body, number = about.key
    for whose, was, now in vote_changes(conference, kept.was, kept.now, decided):
        yield CorrectionFacts(
            row=kept.row,
            at=kept.at,
            meeting=number,
            body=body,
            item=about.item,
            what="vote",
            of=about.of,
            began_at=began_at,
            field="vote",
            was=was,
            now=now,
            by=about.by,
            motion=about.motion,
            whose=whose or None,
        )


_TALLY = re.compile(
    r"(?P<in_favour>\d+) in favour, (?P<against>\d+) against, (?P<abstaining>\d+) abstaining"
)
KNOWN = (
    *(marked("by name"), marked("not by name"), marked("before action"), marked("after action")),
    *(marked("in favour"), marked("against"), marked("abstaining"), marked("did not vote")),
    *(language.value for language in Language),
)
"""What may have been recorded in words of the program."""
DRAFT_OUTCOMES = {str(outcome): words for outcome, words in OUTCOMES.items()}
APPEAL_OUTCOMES = {
    "overturned": marked("ruling overruled"),
    "stands": marked("ruling upheld"),
}
FIELDS = {
    "speaker": marked("speaker"),
    "function": marked("function"),
    "on behalf of": marked("on behalf of"),
    "language": marked("language of delivery"),
    "delegation": marked("delegation"),
    "vote": marked("vote"),
    "address": marked("form of address"),
    "explains": marked("explanation of position"),
}
"""What may have been corrected, as it is said in other languages."""


def correction_blocks(record: ConferenceRecord, tongue: Tongue = ENGLISH) -> list[Block]:
    """What a form says of corrections, under a heading of their own; nothing if there are none."""
    if not record.corrections:
        return []
    say = _sentence if tongue.is_english else _in_colon_form
    return [
        Heading(text=tongue.words("Corrected afterwards")),
        *(Paragraph(text=say(record, one, tongue)) for one in record.corrections),
    ]


def _sentence(record: ConferenceRecord, one: CorrectionFacts, tongue: Tongue) -> str:
    there = one.began_at.astimezone(zone(record.timezone))
    when = f"{one.at.astimezone(zone(record.timezone)):%d.%m. %H:%M}"
    of = f"{one.of[:1].upper()}{one.of[1:]}"
    return (
        f"{of}, {there:%d.%m. %H:%M}: {field_of(one, tongue)} {_quoted(one.was)}, corrected to "
        f"{_quoted(one.now)} on {when} (row {one.row})."
    )


def _in_colon_form(record: ConferenceRecord, one: CorrectionFacts, tongue: Tongue) -> str:
    """The same where nothing may be declined; what was typed stands as it was."""
    said = [given(one, text, tongue) for text in (one.was, one.now)]
    return tongue.words(
        "{of}, {time}: {field}. Before: {before}. Now: {now}. Corrected: {corrected}, row {row}.",
        of=of_what(one, tongue),
        time=tongue.moment(record.timezone, one.began_at),
        field=field_of(one, tongue),
        before=said[0],
        now=said[1],
        corrected=tongue.moment(record.timezone, one.at),
        row=one.row,
    )


def field_of(one: CorrectionFacts, tongue: Tongue) -> str:
    """What was corrected of it, in words of the language."""
    if tongue.is_english:
        return f"{one.field} of {one.whose}" if one.whose else one.field
    field = tongue.words(FIELDS.get(one.field, one.field))
    return bracketed(field, (one.whose,), tongue) if one.whose else field


def of_what(one: CorrectionFacts, tongue: Tongue) -> str:
    """Whose statement, or which draft, motion or appeal, in words of the language."""
    if one.by is not None and one.motion is None:
        return tongue.words("Appeal: {name}", name=tongue.name(one.by))
    if one.by is not None and one.motion is not None:
        item = tongue.words("Item {symbol}", symbol=one.item) if one.item else ""
        moved = tongue.words("Motion: {name}", name=tongue.name(one.by))
        return bracketed(moved, (tongue.words(MOTIONS[one.motion]), item), tongue)
    if one.what == "statement" and one.of in _ROLES:
        return _ROLES[one.of](tongue)
    if one.what == "statement" and one.of in ROLES.values():
        return tongue.words(one.of)
    if one.what == "vote":
        kind = "decision" if one.of.startswith("draft decision") else "resolution"
        return draft(_Labelled(one.of, kind), tongue)
    return tongue.name(one.of)


class _Labelled(Value):
    """A draft as `draft` wants it."""

    label: str
    kind: str


_ROLES: Mapping[str, Callable[[Tongue], str]] = {
    "Secretariat": lambda tongue: SECRETARIAT[tongue.language],
    "President": lambda tongue: PRESIDENT[tongue.language],
    "Vice-President": lambda tongue: tongue.words("Vice-President"),
}
"""What whoever spoke for no delegation is called where no name was given."""


def _outcomes(one: CorrectionFacts) -> Mapping[str, str]:
    """What a vote may have decided, as it is said of a draft, a motion or an appeal."""
    if one.motion is not None:
        return MOTION_OUTCOMES
    return APPEAL_OUTCOMES if one.by is not None else DRAFT_OUTCOMES


def given(one: CorrectionFacts, text: str, tongue: Tongue) -> str:
    """What was, or is, recorded: a vote in words of the language, else as it was typed."""
    if not text:
        return tongue.words("not given")
    outcome, comma, rest = text.partition(", ")
    if one.what == "vote" and comma and (known := _outcomes(one).get(outcome)):
        note = given(one, rest, tongue)
        return tongue.words("{name} ({note})", name=tongue.words(known), note=note)
    if found := _TALLY.fullmatch(text):
        return tongue.words(
            "in favour: {in_favour}; against: {against}; abstaining: {abstaining}",
            **found.groupdict(),
        )
    if text in KNOWN:
        return tongue.words(text)
    return tongue.words("“{title}”", title=tongue.name(text))


def _quoted(text: str) -> str:
    return f"“{text}”" if text else "not given"
