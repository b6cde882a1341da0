"""The documents are as finished as the program: nothing lacks in them, and what they say is so.

A key stands in them with its act beside it: `n` (`give-floor`), or in the first two cells of a
table. What is no act stands by its label: `f` (*Forecast*). Of `d`, then `t` (`take-up-document`)
the first is the key of a page.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from plenary_tui.actions import ACTIONS, Action, key_name, opening_keys
from plenary_tui.actions.pane import PANE_KEYS
from plenary_tui.actions.typed import read_words
from plenary_tui.commands.do import take_apart
from plenary_tui.commands.parser import COMMANDS, make_parser, place_of_command
from plenary_tui.commands.serve import TOKEN_VARIABLE
from plenary_tui.commands.votes_file import OPTION, takes_votes
from plenary_tui.paths import DATABASE_VARIABLE
from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.state.frozen import names_of
from plenary_tui.settings import Settings, load

ROOT = Path(__file__).parents[1]
README = "README.md"
REFERENCE = "docs/reference.md"
DOCUMENTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / README, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")))
}
BY_HAND = {name: text for name, text in DOCUMENTS.items() if name != REFERENCE}
GUIDES = {name: text for name, text in BY_HAND.items() if name != "CHANGELOG.md"}
ALL_BY_HAND = "\n".join(GUIDES.values())
MOST_LINES_OF_README = 120


def maker() -> ModuleType:
    """The script that makes the reference."""
    spec = importlib.util.spec_from_file_location("reference", ROOT / "docs" / "reference.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# Nothing lacks


def test_the_reference_is_what_the_program_has_now() -> None:
    made = maker()
    assert DOCUMENTS[REFERENCE] == made.render(), f"make it anew: {made.MADE}"


def options_of(name: str) -> list[str]:
    """The options of a command, without those that every command takes; "" for these."""
    parser = argparse.ArgumentParser()
    if name:
        next(row for row in COMMANDS if row.name == name).configure(parser)
        return [one for action in parser._actions[1:] for one in action.option_strings]
    return [
        one
        for action in make_parser()._actions
        for one in action.option_strings
        if one.startswith("--")
    ]


@pytest.mark.parametrize("name", [row.name for row in COMMANDS])
def test_every_command_is_explained_by_hand(name: str) -> None:
    assert re.search(rf"(?:`|^    )plenary {name}\b", ALL_BY_HAND, re.M), f"plenary {name}"


@pytest.mark.parametrize(
    ("name", "option"),
    [(name, one) for name in ("", *(row.name for row in COMMANDS)) for one in options_of(name)],
)
def test_every_option_is_documented(name: str, option: str) -> None:
    pages = "\n".join(DOCUMENTS.values())
    assert re.search(rf"(?:`[^`\n]*|^    .*){option}\b", pages, re.M), f"{option} of {name}"


@pytest.mark.parametrize("act", ACTS)
def test_every_act_is_explained_by_hand(act: str) -> None:
    assert re.search(rf"(?:`|^    plenary do ){act}\b", ALL_BY_HAND, re.M)


@pytest.mark.parametrize(
    "name", [DATABASE_VARIABLE, TOKEN_VARIABLE, "NO_COLOR", "settings.toml", *names_of(Settings)]
)
def test_environment_and_settings_are_documented(name: str) -> None:
    assert name in ALL_BY_HAND


def test_the_example_of_settings_holds_every_setting_and_is_taken(tmp_path: Path) -> None:
    office = DOCUMENTS["docs/office.md"]
    (example,) = re.findall(r"```toml\n(.*?)```", office, re.S)
    values = tomllib.loads(example)
    assert list(values) == list(names_of(Settings))
    written = tmp_path / "settings.toml"
    written.write_text(example, encoding="utf-8")
    assert load(written)[1] == ()


def test_the_readme_is_short_and_names_every_page() -> None:
    assert len(DOCUMENTS[README].splitlines()) <= MOST_LINES_OF_README
    pages = [name for name in DOCUMENTS if name.startswith("docs/")]
    assert not [name for name in pages if f"({name})" not in DOCUMENTS[README]]


def test_the_readme_has_the_two_commands_each_on_a_line_of_its_own() -> None:
    first, second = re.findall(r"^    python3 -m venv .*$", DOCUMENTS[README], re.M)
    assert first.endswith("/plenary rehearse") and second.endswith("/python tests/check.py")


# What they say is so


CODE = r"`[^`\n]+`"
SAID = r"(?:`[a-z-]+`|\*[^*\n]+\*)"
"""An act, or the label of what is none."""
PRESSES = rf"(?P<keys>{CODE}(?:(?:, then|,| or| and)?\s+{CODE})*)"
DONE = rf"(?P<done>{SAID}(?:,\s+{SAID})*)"
BESIDE = (re.compile(rf"{PRESSES}\s+\({DONE}\)"), re.compile(rf"^\| {PRESSES} \| {DONE} \|", re.M))
"""Keys with what they do: in brackets, or in the first two cells of a table."""
MOVES = {"Enter", "Escape", "Tab", "Space", "↑", "↓", "←", "→"}
"""Keys that every dialog and every list has; they may stand alone."""


def presses_of(row: Action) -> Iterator[tuple[str, ...]]:
    """All that may be pressed for an action: on the podium, and on a page that is open or not."""
    for key in row.keys:
        yield (key_name(key),)
    for at in row.on_pages:
        yield (key_name(at.key),)
        yield from ((key_name(one), key_name(at.key)) for one in opening_keys(at.page))


PRESSED = {
    (press, name) for row in ACTIONS for press in presses_of(row) for name in (row.act, row.label)
} | {((key_name(key),), one.id) for one in PANE_KEYS for key in one.keys}
"""What is pressed, with what it does."""
KEYS, DOES = {press[-1] for press, _ in PRESSED}, {name for _, name in PRESSED}


def spans(text: str) -> list[re.Match[str]]:
    """Where keys stand with what they do."""
    found = [one for pattern in BESIDE for one in pattern.finditer(text)]
    return [
        one for one in found if KEYS & set(inside(one["keys"])) or DOES & set(inside(one["done"]))
    ]


def inside(text: str) -> list[str]:
    """What stands as code, or in italics."""
    return re.findall(r"[`*]([^`*]+)[`*]", text)


def said_of_keys(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """What a page says is pressed, one key after the other, with what it does."""
    for found in spans(text):
        keys = inside(found["keys"])
        presses = [tuple(keys)] if ", then" in found["keys"] else [(key,) for key in keys]
        yield from ((press, name) for press in presses for name in inside(found["done"]))


@pytest.mark.parametrize("page", GUIDES)
def test_a_key_does_what_stands_beside_it(page: str) -> None:
    assert not [one for one in said_of_keys(GUIDES[page]) if one not in PRESSED]


@pytest.mark.parametrize("page", GUIDES)
def test_a_key_never_stands_without_what_it_does(page: str) -> None:
    beside = [range(*found.span()) for found in spans(GUIDES[page])]
    alone = [
        found[0]
        for found in re.finditer(CODE, GUIDES[page])
        if found[0].strip("`") in KEYS - MOVES and not any(found.start() in one for one in beside)
    ]
    assert not alone, "write `n` (`give-floor`), so that it can be compared"


@pytest.mark.parametrize("row", [row for row in ACTIONS if row.keys], ids=lambda row: row.id)
def test_every_key_of_the_podium_is_explained_by_hand(row: Action) -> None:
    said = {one for text in GUIDES.values() for one in said_of_keys(text)}
    assert said & {((key_name(key),), name) for key in row.keys for name in (row.act, row.label)}


def typed() -> Iterator[tuple[str, str]]:
    """Every command that stands on a line of its own, by page."""
    for name, text in BY_HAND.items():
        for line in re.findall(r"^ {4,7}plenary\b(.*)$", text, re.M):
            yield name, line.partition("#")[0].strip()


@pytest.mark.parametrize(("page", "line"), typed())
def test_a_command_can_be_typed_as_it_stands(page: str, line: str) -> None:
    words = shlex.split(line.split(">>")[0])
    place = place_of_command(words)
    if place is None or words[place] != "do":
        make_parser(words=words).parse_args(words)
    elif rest := take_apart(words[place + 1 :]).words:
        option = next((place for place, word in enumerate(rest) if word == OPTION), None)
        if option is not None and takes_votes(rest[0]):
            del rest[option : option + 2]  # a file that is not there
        read_words(rest)


def anchors(text: str) -> set[str]:
    """The anchors of a page's headings, as they are made of their words."""
    heads = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", text, flags=re.S), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", DOCUMENTS)
def test_every_link_leads_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", DOCUMENTS[page]):
        if re.match(r"\w+:", target):
            continue
        file, _, anchor = target.partition("#")
        there = (ROOT / page).parent / file if file else ROOT / page
        assert there.exists(), target
        assert not anchor or anchor in anchors(there.read_text(encoding="utf-8")), target


@pytest.mark.parametrize("page", DOCUMENTS)
def test_no_two_headings_of_a_page_have_one_anchor(page: str) -> None:
    heads = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", DOCUMENTS[page], flags=re.S), re.M)
    assert len(anchors(DOCUMENTS[page])) == len(heads)


@pytest.mark.parametrize("page", GUIDES)
def test_a_file_that_is_named_is_there(page: str) -> None:
    paths = re.findall(r"`((?:plenary_tui|tests|docs|data)/[\w./-]*)`", GUIDES[page])
    assert not [path for path in paths if not (ROOT / path).exists()]
