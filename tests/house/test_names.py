"""A stranger finds any subject by its file's name: one subject a name, read from top to bottom."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "plenary_tui"
MOST_LINES = 350
SUBJECTS = {
    "agenda.py": "agenda items",
    "caption.py": "the caption sent to the webcast",
    "cards.py": "what the podium shows at a glance",
    "documents.py": "drafts and the decisions on them",
    "drafts.py": "drafts before the conference",
    "feed.py": "the files that broadcast software reads",
    "forecast.py": "who will speak when",
    "matters.py": "what is taken before the list: points of order, motions",
    "meeting.py": "meetings: opened, suspended, adjourned",
    "motions.py": "procedural motions, and what waits with them",
    "pane.py": "what the webcast operator sees",
    "podium.py": "the officer's desk",
    "points.py": "points of order",
    "programme.py": "the week's programme",
    "quorum.py": "the quorum",
    "script.py": "the President's words",
    "side_events.py": "events beside the meetings",
    "speakers_list.py": "the list of speakers as it is worked on",
    "statement.py": "the statement of whoever has the floor",
}
"""Names that stand in several rooms, each with the one subject it has in all of them."""
OF_EVERY_PACKAGE = {"__init__.py", "__main__.py"}


def files() -> list[Path]:
    """Every file of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def test_no_file_is_longer_than_can_be_read_from_top_to_bottom() -> None:
    long = {
        file.relative_to(PACKAGE).as_posix(): lines
        for file in files()
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert not long


def test_a_name_that_stands_in_several_rooms_has_one_subject() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for file in files():
        if file.name not in OF_EVERY_PACKAGE:
            places[file.name].append(file.relative_to(PACKAGE).as_posix())
    several = {name: found for name, found in places.items() if len(found) > 1}
    new = {name: found for name, found in several.items() if name not in SUBJECTS}
    assert not new, "rename one, or say here which subject they share"
    assert not SUBJECTS.keys() - several.keys(), "stands in one room only"


def test_every_file_says_what_it_is_for() -> None:
    for file in files():
        first = file.read_text(encoding="utf-8").lstrip()
        assert first.startswith('"""') and not first.startswith('"""TODO'), file
