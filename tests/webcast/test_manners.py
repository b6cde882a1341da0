"""What follows a conference stands back behind its podium."""

from __future__ import annotations

import os

import pytest

from plenary_tui.webcast.manners import give_way


def test_it_stands_back_and_minds_no_system_that_does_not_let_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(os, "nice", asked.append, raising=False)
    give_way(5)
    assert asked == [5]

    def refuse(steps: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "nice", refuse, raising=False)
    give_way(5)
    monkeypatch.delattr(os, "nice", raising=False)
    give_way(5)
