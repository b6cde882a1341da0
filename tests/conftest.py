"""What all tests share: the same examples of Hypothesis in every run, signals, their order."""

from __future__ import annotations

import signal

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

# In the background of a shell, or under nohup, these are ignored, also by what the tests start.
for _name in ("SIGINT", "SIGHUP"):
    _number = getattr(signal, _name, None)
    if _number is not None and signal.getsignal(_number) is signal.SIG_IGN:
        _default = signal.default_int_handler if _name == "SIGINT" else signal.SIG_DFL
        signal.signal(_number, _default)

LONGEST = (
    "tests/sitting/test_by_hand.py",
    "tests/webcast/test_served.py::test_a_thousand_speakers",
    "tests/webcast/test_hammer.py",
    "tests/faults/test_journal_powerloss.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest goes first, so that at the end no processor waits for another."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))
