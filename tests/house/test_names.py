"""A stranger finds any subject by its file's name: one subject a name, read from top to bottom."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "plenary_tui"
MOST_LINES = 350
SUBJECTS = {
    # agenda items
    "agenda.py": ["exchange", "procedure/meetings"],
    # the caption sent to the webcast
    "caption.py": ["views/public", "widgets"],
    # what the podium shows at a glance
    "cards.py": ["views/podium", "widgets"],
    # drafts and the decisions on them, before and after they are brought up
    "drafts.py": [
        "actions",
        "procedure/ground",
        "screens",
        "screens/intents",
        "views",
        "views/public",
    ],
    # the files that broadcast software reads
    "feed.py": ["commands", "views/public"],
    # who will speak when
    "forecast.py": ["commands", "forecast", "screens"],
    # meetings: opened, suspended, adjourned
    "meeting.py": ["actions", "procedure/meetings"],
    # procedural motions, and what waits with them
    "motions.py": ["actions", "procedure/decisions", "screens", "views/podium"],
    # what the webcast operator sees
    "pane.py": ["actions", "apps", "screens", "views/public", "widgets"],
    # the officer's desk
    "podium.py": ["apps", "commands", "screens"],
    # points of order
    "points.py": ["procedure/floor", "screens/intents"],
    # the week's programme
    "programme.py": ["actions", "exchange", "screens", "views", "widgets"],
    # the quorum
    "quorum.py": ["procedure/meetings", "views/wording"],
    # the President's words
    "script.py": ["commands", "exchange", "screens", "views/script", "widgets"],
    # the record of what was done: taken back on the podium, written out afterwards
    "record.py": ["actions", "commands"],
    # events beside the meetings
    "side_events.py": ["exchange", "procedure/programme", "views/public"],
    # the list of speakers as it is worked on
    "speakers_list.py": ["actions", "widgets"],
    # the statement of whoever has the floor
    "statement.py": ["actions", "procedure/floor"],
}
"""Names that stand in several rooms: the rooms, and above them the one subject they share there.

A draft is `Document` in the law, whose file is `documents.py`, and in JSON: journals and control
surfaces have that word already. Wherever else it is shown, typed or done, it is a draft.
"""
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
    said = {name: sorted(f"{room}/{name}" for room in rooms) for name, rooms in SUBJECTS.items()}
    assert several == said, "rename one, or say here that it has the same subject in that room too"


FRAGMENT = 40
"""Lines of code below which a module that only one beside it imports looks cut off from that."""


def test_a_fragment_says_why_it_stands_apart() -> None:
    by = importers()
    silent = {}
    for file in files():
        tree = ast.parse(file.read_text(encoding="utf-8"))
        begins = tree.body[0].end_lineno or 0
        lines = len(file.read_text(encoding="utf-8").splitlines()) - begins
        beside = [one for one in by.get(file, set()) if one.parent == file.parent]
        if lines < FRAGMENT and len(by.get(file, set())) == 1 and beside:
            told = ast.get_docstring(tree) or ""
            if beside[0].name != "registry.py" and "Apart from" not in told:
                silent[file.relative_to(PACKAGE).as_posix()] = beside[0].name
    assert not silent, "say in its docstring what it is “Apart from”, and why; or merge it"


def importers() -> dict[Path, set[Path]]:
    """Which files of the package import each."""
    found: dict[Path, set[Path]] = defaultdict(set)
    for file in files():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("plenary_tui"):
                for name in (node.module, *(f"{node.module}.{one.name}" for one in node.names)):
                    module = PACKAGE.parent.joinpath(*(name or "").split(".")).with_suffix(".py")
                    if module.is_file():
                        found[module].add(file)
    return found


def test_every_file_is_used_by_the_package() -> None:
    used = importers()
    unused = {
        file.relative_to(PACKAGE).as_posix()
        for file in files()
        if file not in used and file.name not in OF_EVERY_PACKAGE
    }
    assert not unused, "what only tests need stands in tests"


def test_every_file_says_what_it_is_for() -> None:
    for file in files():
        first = file.read_text(encoding="utf-8").lstrip()
        assert first.startswith('"""') and not first.startswith('"""TODO'), file
