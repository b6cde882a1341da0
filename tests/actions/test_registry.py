"""The registry is one row an action: no key and no name of an act stands anywhere else."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

import plenary_tui
from plenary_tui.actions import ACTIONS, Action, Page, in_keys, key_name, on_page, opening_keys
from plenary_tui.actions.action import always
from plenary_tui.procedure.events import ACTS

PACKAGE = Path(plenary_tui.__file__).parent
HOME = ("actions", "procedure")
"""Where keys and acts have their names."""
NAMES = {row.id for row in ACTIONS} | set(ACTS)

DISPATCH, SERVICES = "screens/intents/intents.py", "apps/services.py"
"""Where an action opens something, and where the app does what is no act."""

SAME_WORD = {
    "apps/services.py": {"theme", "bell"},  # settings that a service changes
    "cli.py": {"forecast", "help", "script"},  # commands of the command line
    "commands/do.py": {"help"},  # the option --help, and fields of its JSON
    "commands/parser.py": {"forecast", "script", "programme"},  # commands, what a file is
    "commands/script.py": {"script"},  # a field of its JSON
    "exchange/agenda.py": {"documents"},  # a key of a pack's agenda
    "exchange/incoming/offer.py": {"programme"},  # what a file is
    "exchange/script.py": {"script"},  # a folder of the package's data
    "forecast/forecast.py": {"forecast"},  # its __all__
    "screens/foreseeing.py": {"forecast"},  # the name of a worker
    "settings.py": {"theme", "bell", "script"},  # keys of the settings file
    "webcast/site.py": {"script"},  # a page of the site
}
"""Constants that are no name of an action, only the same word: by file, with the reason."""


@dataclass(frozen=True)
class Constant:
    """A string that stands in the code, and where."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.text!r}"


def trees(home: tuple[str, ...] = HOME) -> Iterator[tuple[str, ast.Module]]:
    """Every module outside the home of keys and acts: its path in the package, and its code."""
    for path in sorted(PACKAGE.rglob("*.py")):
        inside = path.relative_to(PACKAGE)
        if inside.parts[0] not in home:
            yield inside.as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def constants(home: tuple[str, ...] = HOME) -> Iterator[Constant]:
    """The strings that stand in the code, without docstrings and the formats of values."""
    for file, tree in trees(home):
        told: set[ast.AST] = {one.value for one in ast.walk(tree) if isinstance(one, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
                told |= set(ast.walk(node.format_spec))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and node not in told and isinstance(node.value, str):
                yield Constant(file, node.lineno, node.value)


# No name of an act elsewhere


def dispatched() -> list[str]:
    """The ids in the one table of what an action opens."""
    tree = ast.parse((PACKAGE / DISPATCH).read_text(encoding="utf-8"))
    (table,) = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "special"
    )
    assert isinstance(table, ast.Dict)
    return [named(key) for key in table.keys]


def served() -> list[str]:
    """The ids in the one match of services."""
    tree = ast.parse((PACKAGE / SERVICES).read_text(encoding="utf-8"))
    (match,) = (node for node in ast.walk(tree) if isinstance(node, ast.Match))
    return [
        named(case.pattern.value)
        for case in match.cases
        if isinstance(case.pattern, ast.MatchValue)
    ]


def named(node: ast.expr | None) -> str:
    """The id that a constant, or a page, names."""
    if isinstance(node, ast.Attribute):
        return Page[node.attr].value
    assert isinstance(node, ast.Constant)
    return str(node.value)


def test_no_name_of_an_act_stands_outside_the_registry_and_the_law() -> None:
    tables = {DISPATCH: set(dispatched()), SERVICES: set(served())}
    found = {
        str(one)
        for one in constants()
        if one.text in NAMES
        and one.text not in tables.get(one.file, set())
        and one.text not in SAME_WORD.get(one.file, set())
    }
    assert not found, "use the act of its command, a Page, or a field of its row"


def test_every_exception_is_still_one() -> None:
    here = {(one.file, one.text) for one in constants() if one.text in NAMES}
    stale = {(file, text) for file, texts in SAME_WORD.items() for text in texts} - here
    assert not stale


def test_what_an_action_opens_and_what_the_app_does_are_rows_each_once() -> None:
    opened, done = Counter(dispatched()), Counter(served())
    rows = {row.id: row for row in ACTIONS}
    assert not (opened + done).keys() - rows.keys()
    assert max(opened.values()) == max(done.values()) == 1
    services = Counter(row.id for row in ACTIONS if not row.act)
    assert services == {name: count for name, count in (opened + done).items() if name in services}
    assert not [name for name in done if rows[name].act], "an act is dispatched, not served"


# No key elsewhere


KEYS = {key for row in ACTIONS for key in (*row.keys, *(at.key for at in row.on_pages))}
SPOKEN = {"enter", "escape", "left", "right"}
"""Keys that every dialog has: they may be named in its words."""
_LETTERS = "".join(key for key in KEYS if len(key) == 1 and key.isalpha())
_OTHERS = sorted({key_name(key) for key in KEYS - SPOKEN if len(key_name(key)) > 1})
_SIGNS = "".join(re.escape(key_name(key)) for key in KEYS if len(key_name(key)) == 1)
_BEFORE, _AFTER = r"(?<![\w'\u2019+.%\\`-])", r"(?![\w'\u2019`.{\\-])"
NAMED_KEY = re.compile(
    rf"{_BEFORE}(?:[{_LETTERS}]|{'|'.join(map(re.escape, _OTHERS))}){_AFTER}"
    rf"|\b[Pp]ress [{_SIGNS}](?=[ ,;.)]|$)"
    rf"|\([{_SIGNS}]\)"
)
"""A key as a word of its own, `press` and a key, or a key in brackets."""
ARTICLE = re.compile(r"(?<!ress )(?<!  )(?<!\()\b[aA] (?=[a-z“]|[A-Z][A-Za-z]|$)")
"""The article, which looks like a key."""

NO_KEY = {
    "exchange/values.py": ("1(f)", "A to Z", r"\d"),  # a symbol, letters, a date's pattern
    "exchange/tomlfile.py": (r"\d",),  # a message's pattern
    **dict.fromkeys(  # words of six languages
        ("exchange/incoming/answers.py", "exchange/incoming/columntitles.py"), (";", r"\b")
    ),
    **dict.fromkeys(  # patterns, and a symbol
        (f"exchange/incoming/{name}.py" for name in ("ics", "moments", "numbered", "tabled")),
        ("(?", r"\s", "1(f)"),
    ),
    "commands/failures.py": ("%(asctime)s %(message)s",),  # the log's format
    "views/paper.py": ("[x]",),  # the mark of a speaker who is ready, on paper
    "views/podium/cards.py": (" h ",),  # hours
    "views/podium/resume.py": (" d ", " h", " s"),  # days, hours, seconds
    **dict.fromkeys(  # "and" in Spanish
        (f"views/public/{name}.py" for name in ("functions", "groups", "state_titles")), (" y ",)
    ),
    "apps/strokes.py": ("~ABCDEFHPQRS",),  # the pattern of a key told by a terminal
    "widgets/pixel_type.py": ("#",),  # pictures of letters
}
"""What looks like a key and is none: by file, with the reason."""


def test_no_sentence_names_a_key() -> None:
    found = {
        f"{one}: {match[0]}"
        for one in constants()
        if (" " in one.text or "(" in one.text)
        and not any(part in one.text for part in NO_KEY.get(one.file, ()))
        for match in NAMED_KEY.finditer(ARTICLE.sub("", one.text))
    }
    assert not found, "name the action: [undo] for its key, (undo) for “(press u)”"


@pytest.mark.parametrize(
    "sentence",
    [
        "Press g to go on with the item.",
        "Choose one first (i).",
        "Press n to record one.",
        "Press a to add one.",
        "Enter what can be done   t take up   a adopt",
        "SIMULATED ROOM (Z stops it)",
        "The floor is yours. Z lets it go on.",
        "Press + for more time, F8 to end.",
        "Space begins.",
    ],
)
def test_a_sentence_with_a_key_is_found(sentence: str) -> None:
    assert NAMED_KEY.search(ARTICLE.sub("", sentence))


@pytest.mark.parametrize(
    "sentence", ["Enter do it   Escape leave", "A draft is before a meeting.", "It is the 1st."]
)
def test_a_sentence_without_one_is_not(sentence: str) -> None:
    assert not NAMED_KEY.search(ARTICLE.sub("", sentence))


MOVES = {"up,k", "down,j"}
"""Through a list, whatever it is of."""


def test_no_screen_binds_a_key_of_the_registry_by_itself() -> None:
    found = set()
    for file, tree in trees():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            key = node.args[0] if node.func.id == "Binding" and node.args else None
            if isinstance(key, ast.Constant) and key.value not in MOVES:
                own = set(str(key.value).split(",")) & KEYS - SPOKEN
                found |= {f"{file} {one}" for one in own}
    # The lobby has no podium yet; Ctrl+Q leaves every app, wherever the focus is.
    assert found == {
        *("apps/lobby.py q", "apps/lobby.py ctrl+q"),
        *("apps/podium.py ctrl+q", "apps/pane.py ctrl+q"),
    }


# What a sentence names in place of keys


def test_an_action_that_a_sentence_names_is_there_and_has_a_key() -> None:
    named_here = [
        (one, name)
        for one in constants()
        for name in re.findall(r"\[([a-z]{2,}(?:-[a-z]+)*)\]", one.text)
        if one.file.startswith(("views/", "screens/", "widgets/", "apps/"))
    ]
    assert len(named_here) > 20
    unknown = [str(one) for one, name in named_here if in_keys(f"[{name}]") == f"[{name}]"]
    assert not unknown


def test_an_act_that_a_sentence_names_in_brackets_is_one() -> None:
    named_here = [
        (one, name)
        for one in constants(home=("actions",))
        for name in re.findall(r"\(([a-z]+(?:-[a-z]+)+)\)", one.text)
    ]
    assert len(named_here) > 40
    assert not [str(one) for one, name in named_here if name not in ACTS]


# Keys do not meet


@pytest.mark.parametrize("page", Page)
def test_no_two_actions_of_a_page_have_the_same_key(page: Page) -> None:
    keys = Counter(at.key for _, at in on_page(page))
    keys.update(("escape", "q", *opening_keys(page)))
    if page is Page.DRAFTS:
        keys.update("123456")  # tick the six languages
    assert not [key for key, count in keys.items() if count > 1]


def test_rows_that_share_a_key_of_the_podium_are_told_apart_by_when_they_apply() -> None:
    for first, second in combinations(ACTIONS, 2):
        if set(first.keys) & set(second.keys):
            assert first.applies is not always, f"{first.id} hides {second.id}"
            assert first.applies is not second.applies, f"{first.id} hides {second.id}"


# Acts and rows


def test_every_act_has_a_row_and_every_row_that_is_an_act_names_one() -> None:
    assert {row.act for row in ACTIONS if row.act} == set(ACTS)


def test_a_row_of_another_name_than_its_act_gives_it_something_or_asks_for_it() -> None:
    for row in ACTIONS:
        if row.act and row.act != row.id:
            assert row.preset or row.on_row or row.asks, row.id


def test_ids_and_places_are_told_apart() -> None:
    assert len({row.id for row in ACTIONS}) == len(ACTIONS)
    assert all(row.id == row.id.lower() and row.group for row in ACTIONS)


def test_fields_that_a_row_gives_or_asks_for_are_those_of_its_act() -> None:
    for row in ACTIONS:
        fields = set(ACTS[row.act].model_fields) if row.act else set()
        assert not ({*row.asks, *row.preset} - fields), row.id


@pytest.mark.parametrize("page", Page)
def test_every_page_is_opened_by_a_service(page: Page) -> None:
    (row,) = (row for row in ACTIONS if row.id == page)
    assert row.keys and not row.act


def reached(row: Action) -> bool:
    """Whether a row has a key, a page's key, a place in the row menu, or the palette has it."""
    in_palette = row.id != Page.PALETTE
    return bool(row.keys or row.on_pages or row.on_row or in_palette)


def test_every_row_can_be_reached() -> None:
    assert all(reached(row) for row in ACTIONS)
