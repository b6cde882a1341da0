"""A file looked at from a page: what was said and answered about it, and the preview that makes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plenary_tui import medium
from plenary_tui.exchange.incoming.classes import NOTHING
from plenary_tui.exchange.incoming.kept_names import keep_answers, read_answers
from plenary_tui.exchange.incoming.matching import Certainty, Matcher
from plenary_tui.exchange.incoming.offer import Contents, Offer, Overruled, Role
from plenary_tui.exchange.incoming.preview import Choices, Preview, preview
from plenary_tui.exchange.incoming.readers import read_offer
from plenary_tui.procedure.ground.written import plain
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.timing import Instant

Progress = Callable[[str], None]
"""Is told how far it has come, in words."""
TOLD_EVERY = 100
"""After so many rows it is told again how far it has come."""


def path_of(typed: str) -> Path:
    """A path as it is typed, pasted or dropped: in quotes, with `~`, escaped, as an address."""
    text = typed.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if text.startswith("file://"):
        with suppress(ValueError):  # half an address, as it may be typed
            text = unquote(urlsplit(text).path)
        text = text[1:] if re.match(r"/[A-Za-z]:", text) else text  # a drive of Windows
    path = medium.as_path(text)
    if "\\" in text and not medium.is_there(path):
        bare = medium.as_path(re.sub(r"\\(.)", r"\1", text))
        return bare if medium.is_there(bare) else path
    return path


class Looking:
    """What somebody has said and answered about one file.

    Attributes:
        told: what the file is, where that is not as it was guessed.
        choices: what was decided about its rows.
        answered: what was answered about names here, by the name as written.
    """

    def __init__(self, path: Path, item: str, timezone: str) -> None:
        """Begin; `item` is on whose list requests come that do not say it."""
        self.path = path
        self.told = Overruled(timezone=timezone)
        self.choices = Choices(item=item)
        self.answered: dict[str, str] = {}
        self._offer: Offer | None = None

    def answer(self, answers: dict[str, str]) -> None:
        """Take answers about names, by the name as written."""
        self.answered |= answers
        formed = {plain(name): answer for name, answer in answers.items()}
        self.choices = replace(self.choices, answers=dict(self.choices.answers) | formed)

    def day_comes_first(self, first: bool) -> None:
        """Say how dates of figures are read."""
        self.told = replace(self.told, day_first=first)
        self._offer = None

    def day_is(self, day: datetime) -> None:
        """Say the day of a file that has times alone."""
        self.told = replace(self.told, day=day.replace(tzinfo=UTC))
        self._offer = None

    def delegations_are_in(self, title: str) -> None:
        """Say which column names the delegation."""
        self.column_holds(title, Role.DELEGATION)

    def column_holds(self, title: str, role: Role | None) -> None:
        """Say what a column holds; None for nothing that is read."""
        self.told = replace(self.told, columns={**self.told.columns, title: role})
        self._offer = None

    def sheet_is(self, name: str) -> None:
        """Say which sheet is read; what was told of columns was of another."""
        self.told = replace(self.told, sheet=name, columns={})
        self._offer = None

    def contents_are(self, contents: Contents) -> None:
        """Say what the file is."""
        self.told = replace(self.told, contents=contents)
        self._offer = None

    def encoding_is(self, name: str) -> None:
        """Say how its letters are saved."""
        self.told = replace(self.told, encoding=name)
        self._offer = None

    def look(
        self,
        conference: Conference,
        at: Instant,
        names: Path,
        progress: Progress,
        step: Callable[[], None] = lambda: None,
    ) -> Preview:
        """Read the file, if it is not yet, and compare it; takes seconds for a long one.

        Args:
            names: where answers of earlier files are kept.
            step: called again and again, for whoever waits beside.
        """
        kept = read_answers(names, conference.id)
        choices = replace(self.choices, answers=kept | dict(self.choices.answers))
        if self._offer is None:
            matcher, sure = (
                Matcher(conference, choices.answers),
                (Certainty.SURE, Certainty.TOLD),
            )

            def recognise(text: str) -> bool:
                step()
                return matcher.match(text, "", NOTHING).certainty in sure

            self._offer = read_offer(self.path, self.told, recognise)
        counted = _counted(rows_of(self._offer), progress, step)
        return preview(self._offer, conference, at, choices, counted)

    def keep(self, conference: Conference, names: Path, at: Instant) -> None:
        """Keep the answers about names for the next file; raises `OSError`."""
        if self.answered:
            keep_answers(names, conference.id, self.answered, at.utc)


def _counted(rows: int, progress: Progress, step: Callable[[], None]) -> Callable[[], None]:
    """Is called for each row as it is compared, then as it is decided; tells how far that is."""
    count = "1 row" if rows == 1 else f"{rows:,} rows"
    progress(f"{count} read, to be compared with the conference")
    done = itertools.count(1)

    def row_done() -> None:
        step()
        number = next(done)
        if number % TOLD_EVERY == 0:
            what = "compared" if number <= rows else "decided"
            progress(f"{(number - 1) % rows + 1:,} of {count} {what}")

    return row_done


def rows_of(offer: Offer) -> int:
    """How many rows a file offers."""
    parts = (offer.delegations, offer.entries, offer.items, offer.meetings, offer.events)
    return sum(map(len, (*parts, offer.drafts)))
