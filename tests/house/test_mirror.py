"""The tests stand as the package does: a folder a room, and the law is tested without a screen."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TESTS, PACKAGE = ROOT / "tests", ROOT / "plenary_tui"
OF_NO_ROOM = {"bench", "e2e", "faults", "house", "sitting", "ui"}
"""Folders that test no one room: benchmarks, the program as a whole, disks that fail, the house
itself, a whole sitting, and what the tests of apps, screens and widgets share."""
BELOW = {"procedure": {"procedure"}, "forecast": {"procedure", "forecast"}}
"""The rooms of the package that the tests of a room may come to."""
OF_A_WHOLE_ROOM = {
    ".": {"documentation"},
    "actions": {"lengths"},
    "apps": {"feed", "resume", "stations", "unusual"},
    "commands": {"decisions", "import_page", "languages", "old_journals", "processes"},
    "exchange": {"cop12_data", "cop12_names", "names_people_use", "pack_problems"},
    "forecast": {"allowances", "properties", "remedies", "slips", "tier_hours"},
    "procedure": {"machine", "shipped", "true_refusals", "two_bodies"},
    "rehearsal/room": {"by_hand", "tuesday"},
    "screens": {
        *("agenda", "alignment", "dialogs", "huge", "modal", "named_keys", "numbers", "points"),
        *("sizes", "snapshots", "tier_hours", "tuesday"),
    },
    "storage": {"disk_full", "opening", "processes"},
    "storage/server": {"guard"},
    "views/public": {"agreement", "private"},
    "views/record": {"machine"},
    "views/script": {"list", "machine"},
    "webcast": {"feed_end", "hammer", "in_view", "many_pages", "origins", "pages", "served"},
}
"""Files of tests on what several modules of a room do together: their docstrings say what."""
NO_RULES = {
    "ground/act.py": "what an act and a refusal are made of; each act's test is one of it",
    "ground/done.py": "what the journal is made of; tests/procedure/test_ledger.py",
    "ground/explained.py": "how an error is said; tests/commands/test_failures.py",
    "ground/on_record.py": "what the ledger folds; tests/procedure/test_ledger.py",
    "ground/state_names.py": "names as data; tests/procedure/ground/test_known_names.py",
    "ground/other_names.py": "names as data; tests/exchange/test_names_people_use.py",
}
"""Modules of the law that hold no rule, and why nothing tests them by their name."""
MODULES = {"__init__.py", "conftest.py"}


def folders(below: Path) -> list[str]:
    """Every folder with Python files below one, by its path from there."""
    found = {file.parent.relative_to(below).as_posix() for file in below.rglob("*.py")}
    return sorted(found - {"."})


def imported(file: Path) -> set[str]:
    """What a file imports, as modules by their full names."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            package = file.relative_to(ROOT).parts[: -node.level] if node.level else ()
            module = ".".join((*package, *filter(None, [node.module])))
            found |= {module} | {f"{module}.{one.name}" for one in node.names}
    return found


def reached(file: Path) -> set[str]:
    """What a file of tests imports, itself or by other files of tests."""
    found: set[str] = set()
    waiting, seen = [file], {file}
    while waiting:
        for module in imported(waiting.pop()):
            found.add(module)
            other = ROOT.joinpath(*module.split(".")).with_suffix(".py")
            if module.startswith("tests.") and other.exists() and other not in seen:
                seen.add(other)
                waiting.append(other)
    return found


@pytest.mark.parametrize("folder", folders(TESTS))
def test_a_folder_of_tests_is_a_room_of_the_package_or_said_to_be_none(folder: str) -> None:
    if folder.split("/")[0] not in OF_NO_ROOM:
        assert (PACKAGE / folder / "__init__.py").exists(), f"no room {folder} in the package"


def of_no_module(folder: str) -> set[str]:
    """The files of tests of a room that are named after no module and no room of it."""
    room = PACKAGE / folder
    named = {file.name.removeprefix("test_") for file in (TESTS / folder).glob("test_*.py")}
    modules = {file.name for file in room.glob("*.py")}
    rooms = {f"{file.name}.py" for file in (room, *room.iterdir()) if file.is_dir()}
    return {name.removesuffix(".py") for name in named - modules - rooms}


@pytest.mark.parametrize("folder", [".", *folders(TESTS)])
def test_a_file_of_tests_is_named_after_a_module_or_said_to_be_of_the_whole_room(
    folder: str,
) -> None:
    if folder.split("/")[0] not in OF_NO_ROOM:
        whole = OF_A_WHOLE_ROOM.get(folder, set())
        assert of_no_module(folder) == whole, "move it beside the module that it tests"


def test_whole_rooms_are_rooms() -> None:
    assert not OF_A_WHOLE_ROOM.keys() - {".", *folders(TESTS)}


@pytest.mark.parametrize("folder", sorted(OF_NO_ROOM))
def test_what_is_said_to_be_of_no_room_is_there_and_is_none(folder: str) -> None:
    assert (TESTS / folder).is_dir() and not (PACKAGE / folder).exists()


def test_what_is_shared_by_tests_holds_none() -> None:
    assert not list((TESTS / "ui").rglob("test_*.py")), "they stand in the room of what they test"


@pytest.mark.parametrize("room", folders(PACKAGE / "procedure"))
def test_a_file_on_the_law_is_named_after_the_rules_it_tests(room: str) -> None:
    rules = {file.name for file in (PACKAGE / "procedure" / room).glob("*.py")}
    tests = {file.name for file in (TESTS / "procedure" / room).glob("*.py")} - MODULES
    assert tests, f"nothing tests {room}"
    assert not {one.removeprefix("test_") for one in tests} - rules


@pytest.mark.parametrize("room", [one for one in folders(PACKAGE / "procedure") if one != "state"])
def test_each_rule_has_a_test_of_its_own(room: str) -> None:
    """The state decides nothing; what it works out is tested all the same."""
    rules = {f"{room}/{file.name}" for file in (PACKAGE / "procedure" / room).glob("[!_]*.py")}
    tests = {file.name for file in (TESTS / "procedure" / room).glob("test_*.py")}
    lacking = {one for one in rules if f"test_{Path(one).name}" not in tests}
    assert lacking == NO_RULES.keys() & rules, "test it by its name, or say why that is no rule"


@pytest.mark.parametrize("part", BELOW)
def test_the_law_and_the_forecast_are_tested_without_what_stands_above_them(part: str) -> None:
    for file in sorted((TESTS / part).rglob("*.py")):
        names = [one.split(".") for one in reached(file) if one.startswith("plenary_tui")]
        rooms = {name[1] for name in names if len(name) > 1}
        above = rooms - BELOW[part]
        assert not above, f"{file.relative_to(ROOT)} comes to {sorted(above)}"
