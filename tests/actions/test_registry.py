"""The registry is one row an action: no key, label or name of an act stands anywhere else."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest

import plenary_tui
from plenary_tui.actions import (
    ACTIONS,
    Action,
    Page,
    in_keys,
    key_name,
    on_page,
    opening_keys,
    registry,
)
from plenary_tui.actions.action import Task, always
from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.ground.act_fields import act_fields

PACKAGE = Path(plenary_tui.__file__).parent
ROWS = {
    f"actions/{one.__name__.rpartition('.')[2]}.py"
    for one in vars(registry).values()
    if isinstance(one, ModuleType)
}
HOME = ("procedure/", "actions/action.py", "actions/pane.py", *sorted(ROWS))
"""Where keys and acts have their names: the law, the rows, their enumerations, the pane's keys."""
NAMES = {row.id for row in ACTIONS} | set(ACTS)

DISPATCH, SERVICES = "screens/intents/intents.py", "apps/services.py"
"""Where an action opens something, and where the app does what is no act."""

SAME_WORD = {
    "actions/typed.py": {"note"},  # a field of several acts
    "cli.py": {"forecast", "help", "script"},  # commands of the command line
    "commands/do.py": {"help"},  # the option --help, and fields of its JSON
    "commands/export.py": {"programme"},  # what is exported
    "commands/going_out.py": {"programme"},  # what is exported
    "commands/parser.py": {"forecast", "script", "programme", "drafts"},  # what a file is, too
    "commands/script.py": {"script"},  # a field of its JSON
    "exchange/incoming/offer.py": {"programme", "drafts"},  # what a file is
    "exchange/workbook/sheets.py": {"note"},  # the title of a column
    "exchange/script.py": {"script"},  # a folder of the package's data
    "screens/foreseeing.py": {"forecast"},  # the name of a worker
    "settings.py": {"theme", "bell", "script"},  # keys of the settings file
    "views/record/journal_lines.py": {"note"},  # a private field of a row
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
        inside = path.relative_to(PACKAGE).as_posix()
        if not inside.startswith(home):
            yield inside, ast.parse(path.read_text(encoding="utf-8"))


def formats(tree: ast.Module) -> set[ast.AST]:
    """The formats of values in texts."""
    return {
        part
        for node in ast.walk(tree)
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None
        for part in ast.walk(node.format_spec)
    }


def constants(home: tuple[str, ...] = HOME) -> Iterator[Constant]:
    """The strings that stand in the code, without docstrings and the formats of values."""
    for file, tree in trees(home):
        told: set[ast.AST] = {one.value for one in ast.walk(tree) if isinstance(one, ast.Expr)}
        told |= formats(tree)
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


BY_CLASS = {command.__name__: act for act, command in ACTS.items()}


def named(node: ast.expr | None) -> str:
    """The id that a page, a task, or the act of a command names."""
    assert isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    if node.attr == "act":
        return BY_CLASS[node.value.id]
    return str({"Page": Page, "Task": Task}[node.value.id][node.attr])


def test_no_name_of_an_act_stands_outside_the_registry_and_the_law() -> None:
    found = {
        str(one)
        for one in constants()
        if one.text in NAMES and one.text not in SAME_WORD.get(one.file, set())
    }
    assert not found, "use the act of its command, a Page, a Task, or a field of its row"


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


# No label elsewhere


LABELS = {row.label for row in ACTIONS}
SAME_LABEL = {
    "exchange/incoming/grid.py": {"Start"},  # the title of a column
    "exchange/outgoing/book_cells.py": {"Chair"},  # who speaks
    "exchange/outgoing/figures_book.py": {"Aligned", "Language"},  # columns
    "exchange/workbook/sheets.py": {"Agenda", "Drafts"},  # names of sheets
    "rehearsal/room/speaking.py": {"Secretariat"},  # who speaks
    "screens/intents/intents.py": {"Go on"},  # the one choice after a gap
    "views/public/caption.py": {"President", "Secretariat"},  # who speaks
    "views/public/organization_titles.py": {"President"},  # a function
    "views/record/colon_names.py": {"Chair"},  # who speaks
    "views/record/corrected.py": {"President", "Secretariat"},  # who speaks
}
"""Constants that are no label of an action, only the same words: by file, with the reason."""


def test_no_label_of_an_action_stands_outside_its_row() -> None:
    here = {(one.file, one.text) for one in constants() if one.text in LABELS}
    same = {(file, text) for file, texts in SAME_LABEL.items() for text in texts}
    assert not here - same, "use the label of its row"
    assert not same - here, "no exception any more"


# No key elsewhere


KEYS = {
    key
    for row in ACTIONS
    for key in (*row.keys, *(one for at in row.on_pages for one in (at.key, *at.at_once)))
}
SPOKEN = {"enter", "escape", "left", "right"}
"""Keys that every dialog has: they may be named in its words."""
_LETTERS = "".join(key for key in KEYS if len(key) == 1 and key.isalpha())
_MARKS = sorted(key_name(key) for key in KEYS if len(key_name(key)) == 1 and not key.isdigit())
_OTHERS = sorted({key_name(key) for key in KEYS - SPOKEN if len(key_name(key)) > 1})
_SIGNS = "".join(map(re.escape, _MARKS))
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
        ("exchange/incoming/cellwords.py", "exchange/incoming/columntitles.py"), (";", r"\b")
    ),
    "exchange/outgoing/word_file.py": ("<w:", "w:"),  # names of XML
    "exchange/founding/answered.py": ("(?P",),  # patterns
    "exchange/founding/new_pack.py": ("2(a)",),  # a symbol
    "exchange/workbook/sheets.py": ("2(a)",),  # a symbol
    "exchange/workbook/template.py": ("2(a)",),  # a symbol
    "views/record/drawing.py": (' d="',),  # a name of SVG
    "views/record/writing_runs.py": ("(?P",),  # patterns
    "views/record/corrected.py": ("(?P",),  # a pattern
    "views/paper_in.py": ("[x] ready",),  # a box that is ticked
    "exchange/workbook/unfolding.py": ("(?P",),  # patterns
    **dict.fromkeys(  # patterns, and a symbol
        (
            f"exchange/incoming/{name}.py"
            for name in ("ics", "moments", "numbered", "renumbered", "tabled")
        ),
        ("(?", r"\s", "1(f)"),
    ),
    "commands/failures.py": ("%(asctime)s %(message)s",),  # the log's format
    "views/record/one_page.py": ("color-scheme", "<p "),  # a style sheet, a tag
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
        for one in constants(home=("procedure/", "actions/"))
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


WHERE_KEYS_ARRIVE = ("apps/", "screens/", "widgets/")
"""Who knows Textual: nobody else is told a key."""
MOVES = {"up,k", "down,j"}
"""Through a list, whatever it is of."""
OWN_KEYS = {
    "apps/lobby.py": {"q", "ctrl+q"},  # no podium is open yet
    "apps/podium.py": {"ctrl+q"},  # leaves every app, wherever the focus is
    "apps/pane.py": {"ctrl+q"},
    "screens/picks.py": {"y"},  # a choice of a question, as others have them
    "screens/by_name.py": {"l"},  # the same, where y is a vote
    "apps/strokes.py": {*"123"},  # parts of what a terminal sends
    "widgets/pixel_type.py": {*"abcdefg123456"},  # the parts of a digit
}
"""Keys of the registry that other files name, and what only looks like one, with the reason."""
BINDING = {
    "apps/podium.py",  # the palette's, wherever letters are typed
    "screens/page_keys.py",  # for pages
    "screens/help.py",  # where letters find: those that opened it
    "screens/pane.py",  # those of the pane, which has a registry of its own
}
"""What binds keys from a registry."""


def keys_named(tree: ast.Module) -> set[str]:
    """The keys of the registry that a module names: bound, compared, looked up or matched.

    Letters of a menu's choices are told apart, and the names of type variables.
    """
    other = {
        part
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Choice", "TypeVar")
        for part in (*node.args, *(one.value for one in node.keywords))
    } | formats(tree)
    constant = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in other
    )
    found = {key for value in constant if value not in MOVES for key in (value, *value.split(","))}
    return found & KEYS - SPOKEN


def test_no_screen_names_a_key_of_the_registry() -> None:
    found = {
        file: keys
        for file, tree in trees()
        if file.startswith(WHERE_KEYS_ARRIVE)
        if (keys := keys_named(tree))
    }
    assert found == OWN_KEYS


@pytest.mark.parametrize(
    "code",
    [
        "event.key in ('n', 'f5')",
        "event.key == 'n'",
        "does = {'n': 1}",
        "match event.key:\n    case 'n': pass",
        "Binding('n,enter', 'next')",
        "Binding(key='n', action='next')",
        "event.character == '1'",
    ],
)
def test_a_key_that_is_named_is_found(code: str) -> None:
    assert keys_named(ast.parse(code))


def test_keys_are_bound_from_the_registry_in_few_places() -> None:
    found = {
        file
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Binding"
        if not (node.args and isinstance(node.args[0], ast.Constant))
    }
    assert found == BINDING


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
        for one in constants(home=("actions/",))
        for name in re.findall(r"\(([a-z]+(?:-[a-z]+)+)\)", one.text)
    ]
    assert len(named_here) > 40
    assert not [str(one) for one, name in named_here if name not in ACTS]


# Keys do not meet


@pytest.mark.parametrize("page", Page)
def test_no_two_actions_of_a_page_have_the_same_key(page: Page) -> None:
    keys = Counter(key for _, at in on_page(page) for key in (at.key, *at.at_once))
    keys.update(("escape", "q", *opening_keys(page)))
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
        fields = {one.attribute for one in act_fields(ACTS[row.act])} if row.act else set()
        assert not ({*row.asks, *row.preset} - fields), row.id


@pytest.mark.parametrize("task", Task)
def test_every_task_is_a_service(task: Task) -> None:
    (row,) = (row for row in ACTIONS if row.id == task)
    assert not row.act


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
