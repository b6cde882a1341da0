"""What follows a conference stands back behind its podium."""

from __future__ import annotations

import os
import signal

import pytest

from plenary_tui import medium, windows
from plenary_tui.webcast.manners import ended_by_signals, give_way


def test_it_stands_back_and_minds_no_system_that_does_not_let_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(medium, "ON_WINDOWS", False)
    monkeypatch.setattr(os, "nice", asked.append, raising=False)
    give_way(5)
    assert asked == [5]

    def refuse(steps: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "nice", refuse, raising=False)
    give_way(5)
    monkeypatch.delattr(os, "nice", raising=False)
    give_way(5)


def test_on_windows_it_is_of_a_lower_class(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(medium, "ON_WINDOWS", True)
    monkeypatch.setattr(windows, "give_way", lambda: asked.append("lower"))
    give_way(5)
    assert asked == ["lower"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_it_and_a_second_one_ends_it_at_once(number: signal.Signals) -> None:
    stops: list[int] = []
    before = signal.signal(number, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt), ended_by_signals(lambda: stops.append(1)):
            signal.raise_signal(number)
            assert stops == [1]
            signal.raise_signal(number)
        assert signal.getsignal(number) is signal.default_int_handler, "as it was before"
    finally:
        signal.signal(number, before)


def test_a_signal_that_is_ignored_stays_so() -> None:
    stops: list[int] = []
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with ended_by_signals(lambda: stops.append(1)):
            signal.raise_signal(signal.SIGINT)
        assert stops == []
    finally:
        signal.signal(signal.SIGINT, before)
