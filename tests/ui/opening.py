"""Fixtures: a podium on the small conference, for every test one of its own, in colours."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot

from plenary_tui.settings import Settings
from tests.ui.podium import Chamber, StillPodium, chamber, podium_on
from tests.ui.scenes import Prepare, floor_open

Opened = AbstractAsyncContextManager[tuple[StillPodium, Pilot[None], Chamber]]
OpenPodium = Callable[..., Opened]


@pytest.fixture(autouse=True)
def coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests: colours are shown unless a test takes them away."""
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a key the pilot watches for 10 ms, not 20, whether the app has come to rest."""
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 1 / 100)


_rules: dict[tuple[Any, ...], Any] = {}


@pytest.fixture(autouse=True)
def styled(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a style sheet says is made out once for all apps, and not by each of them anew."""
    make_out = Stylesheet._parse_rules

    def rules(sheet: Stylesheet, *args: Any, **kwargs: Any) -> Any:
        key = (*sorted(sheet._variables.items()), *args, *sorted(kwargs.items()))
        if key not in _rules:
            _rules[key] = make_out(sheet, *args, **kwargs)
        return _rules[key]

    monkeypatch.setattr(Stylesheet, "_parse_rules", rules)


@pytest.fixture
def podium(tmp_path: Path) -> OpenPodium:
    """Opens the podium after some acts, at a size; other keywords change the conference."""

    def opens(
        prepare: Prepare = floor_open,
        *,
        size: tuple[int, int] = (80, 24),
        settings: Settings | None = None,
        findings: tuple[str, ...] = (),
        **changes: Any,
    ) -> Opened:
        room = chamber(tmp_path, prepare, **changes)
        return podium_on(room, size, settings=settings, findings=findings)

    return opens
