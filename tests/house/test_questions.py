"""One question about the state is answered in one place: what has drifted apart before."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

from plenary_tui.procedure.state.vocabulary import Stage

PACKAGE = Path(__file__).parents[2] / "plenary_tui"
ANSWERS = {
    r"MeetingStatus\.IN_SESSION, MeetingStatus\.SUSPENDED": ("procedure/state/chamber.py",),
    r"is not registered for this conference": ("procedure/ground/taking_part.py",),
    r"function or .President": ("procedure/ground/called.py",),
    r"meeting['\"] if .* else ['\"]sitting": ("procedure/ground/called.py",),
    r"\.number > last": ("procedure/state/conference.py",),
    r"is (?:not )?MeetingStatus\.SUSPENDED": ("procedure/state/conference.py",),
}
"""What only an answer is written like, and where it stands: everybody else asks there."""


def sources() -> dict[str, str]:
    """The text of every file of the package, by its path."""
    return {
        file.relative_to(PACKAGE).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(PACKAGE.rglob("*.py"))
    }


@pytest.mark.parametrize("written", ANSWERS)
def test_a_question_is_answered_where_its_answer_stands(written: str) -> None:
    found = tuple(path for path, text in sources().items() if re.search(written, text))
    assert found == ANSWERS[written]


def test_the_stages_at_which_nobody_else_is_heard_are_listed_once() -> None:
    over = {stage.name for stage in Stage if stage.over}
    listed: dict[str, set[frozenset[str]]] = defaultdict(set)
    for path, text in sources().items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Tuple | ast.List | ast.Set | ast.MatchOr):
                names = {one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)}
                if len(names & over) > 1:
                    listed[path].add(frozenset(names & over))
    assert set(listed) == {"procedure/state/vocabulary.py"}, "ask the stage (Stage.over)"
