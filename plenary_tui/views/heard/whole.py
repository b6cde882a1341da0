"""All that is known of one thing that happened, in a few lines under the list."""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.procedure.ground.calendar import local, say_seconds
from plenary_tui.procedure.ground.called import group_spoken, title_in_short
from plenary_tui.procedure.state.conference import Conference, Statement
from plenary_tui.procedure.state.proceedings import Decision
from plenary_tui.views.drafts import document_lines
from plenary_tui.views.heard.amendments import amendments_of
from plenary_tui.views.heard.happenings import Happening
from plenary_tui.views.heard.heard_rows import Wording
from plenary_tui.views.wording.words import aligned_line


def whole_lines(wording: Wording, happening: Happening) -> tuple[str, ...]:
    """A line for what it is, one for each correction, the latest first, and one for its times."""
    conference, row = wording.conference, wording.row(happening)
    matter = happening.matter
    first = row.text
    if isinstance(matter, Statement):
        behalf = f"on behalf of {group_spoken(row.behalf)}" if row.behalf else ""
        what = row.what[0]
        first = ", ".join(part for part in (row.text, what, row.who, behalf) if part)
        rest = list(_of_statement(conference, matter, row.group, row.language))
    elif isinstance(matter, Decision):
        document = conference.document_numbered(matter.document)
        rest = list(document_lines(conference, document)[:1]) if document is not None else []
    else:
        rest = []
    corrected = [
        f"Corrected {local(conference, one.at):%d.%m. %H:%M}: {one.words}"
        for one in amendments_of(conference, happening)
    ]
    return (first, *reversed(corrected), *rest)


def _of_statement(
    conference: Conference, one: Statement, group: str, language: str
) -> Iterator[str]:
    called = f"called {local(conference, one.called_at):%H:%M:%S}"
    if one.started_at is None:
        times = [called]
    else:
        length = say_seconds(one.elapsed.total_seconds())
        limit = f" of {say_seconds(one.limit.total_seconds())}" if one.limit is not None else ""
        times = [
            called,
            f"began {local(conference, one.started_at):%H:%M:%S}",
            f"ended {local(conference, one.ended_at):%H:%M:%S}",
            f"spoke {length}{limit}",
            f"{say_seconds(one.overrun.total_seconds())} over" if one.overrun else "",
        ]
    entry = one.entry
    known = (
        *times,
        language,
        entry.delivery.value if entry is not None else "",
        group,
        f"item {one.item}" if one.item else "",
        title_in_short(one.meeting, one.body) if one.meeting else "",
        f"{local(conference, one.called_at):%d.%m.}",
    )
    words = ", ".join(part for part in known if part)
    yield f"{words[:1].upper()}{words[1:]}"
    if entry is not None and (aligned := aligned_line(conference, entry)):
        yield f"{aligned[:1].upper()}{aligned[1:]}"
