"""What style sheets say is made out once for all apps of a process, not by each of them anew."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

FLAGS = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")
"""What a style sheet notes on a node beside its styles."""
WHERE = tuple[tuple[Any, ...], ...]
"""All of a node and those around it that selectors ask for, outermost first."""


@dataclass(eq=False)
class Sheet:
    """The rules of a style sheet, and what they were found to say of nodes.

    Attributes:
        rules: in their order; all style sheets with the same ones share this.
        by_name: the rules by the names that they select by.
        states: by all that a node may be selected by, the pseudo-classes that rules for it ask for.
        said: of a node at its place: its styles, if any rule is for it, and `FLAGS`.
    """

    rules: list[RuleSet]
    by_name: dict[str, list[RuleSet]]
    states: dict[frozenset[str], tuple[str, ...]] = field(default_factory=dict)
    said: dict[WHERE, tuple[Any, tuple[bool, ...]]] = field(default_factory=dict)

    def where(self, node: DOMNode) -> WHERE:
        """Where a node stands."""
        names = frozenset(node._selector_names)
        states = self.states.get(names)
        if states is None:
            states = self.states[names] = self._states(names)
        return tuple(
            (type(one), one.id, one.classes, *(one.has_pseudo_class(state) for state in states))
            for one in node.css_path_nodes
        )

    def _states(self, names: frozenset[str]) -> tuple[str, ...]:
        rules = {rule for name in names for rule in self.by_name.get(name, ())}
        wholes = [whole for rule in rules for whole in rule.selector_set]
        parts = [part for whole in wholes for part in whole.selectors]
        return tuple(sorted({state for part in parts for state in part.pseudo_classes}))


_parsed: dict[tuple[Any, ...], list[RuleSet]] = {}
_sheets: dict[tuple[Any, ...], Sheet] = {}
_parse_rules, _parse, _apply = Stylesheet._parse_rules, Stylesheet.parse, Stylesheet.apply


def parse_rules(sheet: Stylesheet, *args: Any, **kwargs: Any) -> list[RuleSet]:
    """The rules of one source, as its words and variables have them."""
    key = (variables_of(sheet), *args, *kwargs.values())
    if key not in _parsed:
        _parsed[key] = _parse_rules(sheet, *args, **kwargs)
    return _parsed[key]


def variables_of(sheet: Stylesheet) -> frozenset[tuple[str, str]]:
    """The variables that its sources are read with, which another dictionary stands for later."""
    seen = sheet.__dict__.get("_seen")
    if seen is None or seen[0] is not sheet._variables:
        seen = sheet.__dict__["_seen"] = sheet._variables, frozenset(sheet._variables.items())
    of: frozenset[tuple[str, str]] = seen[1]
    return of


def parse(sheet: Stylesheet) -> None:
    """All rules, which are sorted where the same sources are for the first time together."""
    same = (variables_of(sheet), *sheet.source.items())
    if same not in _sheets:
        _parse(sheet)
        assert sheet._rules is not None
        _sheets[same] = Sheet(sheet._rules, sheet.rules_map)
    sheet._rules, sheet._rules_map = _sheets[same].rules, _sheets[same].by_name
    sheet._known = _sheets[same]  # type: ignore[attr-defined]
    sheet._require_parse = False


def apply(sheet: Stylesheet, node: DOMNode, *, animate: bool = False, cache: Any = None) -> None:
    """Apply what the sheet says of a node where it stands."""
    rules = sheet.rules
    known: Sheet | None = getattr(sheet, "_known", None)
    if known is None or known.rules is not rules:
        _apply(sheet, node, animate=animate, cache=cache)
        return
    where = known.where(node)
    if where in known.said:
        styles, flags = known.said[where]
        for name, value in zip(FLAGS, flags, strict=True):
            setattr(node, name, value)
        if styles is not None:
            sheet.replace_rules(node, styles, animate=animate)
        sheet._process_component_classes(node)
        return
    noted: list[Any] = []
    replace = sheet.replace_rules

    def note(of: DOMNode, styles: Any, animate: bool = False) -> None:
        if of is node:
            noted.append(styles)
        replace(of, styles, animate=animate)

    sheet.replace_rules = note  # type: ignore[method-assign]
    try:
        _apply(sheet, node, animate=animate)
    finally:
        sheet.replace_rules = replace  # type: ignore[method-assign]
    known.said[where] = (noted[0] if noted else None, tuple(getattr(node, name) for name in FLAGS))


@pytest.fixture(autouse=True)
def styled(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a style sheet says is made out once for all apps, and not by each of them anew."""
    monkeypatch.setattr(Stylesheet, "_parse_rules", parse_rules)
    monkeypatch.setattr(Stylesheet, "parse", parse)
    monkeypatch.setattr(Stylesheet, "apply", apply)
