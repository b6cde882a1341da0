"""What all tests share: the same examples of Hypothesis in every run, signals, their order."""

from __future__ import annotations

import gc
import signal

import pytest
from hypothesis import settings

gc.disable()  # until all tests are known
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

# In the background of a shell, or under nohup, these are ignored, also by what the tests start.
for _name in ("SIGINT", "SIGHUP"):
    _number = getattr(signal, _name, None)
    if _number is not None and signal.getsignal(_number) is signal.SIG_IGN:
        _default = signal.default_int_handler if _name == "SIGINT" else signal.SIG_DFL
        signal.signal(_number, _default)

LONG_NAME = 1_000
"""Letters of an example that no longer name its test: it stands in the environment, whose variables
are short on Windows."""


def pytest_make_parametrize_id(val: object) -> str | None:
    """The name of an example; None for the usual one."""
    if isinstance(val, str | bytes) and len(val) > LONG_NAME:
        return f"{val[:40]!r}..."
    return None


LONGEST = (
    "tests/sitting/test_by_hand.py",
    "tests/e2e/test_hands.py",
    "tests/e2e/test_keys.py",
    "tests/webcast/test_served.py::test_a_thousand_speakers",
    "tests/webcast/test_hammer.py",
    "tests/faults/test_journal_powerloss.py",
)
MOSTLY_WAITING = "tests/e2e/"
"""What waits for a hand most of its time, in a real terminal."""
COLLECTED_AFTER = (20_000, 20, 20)
"""How much is made before the collector of garbage looks: the default is for small programs."""
PARTS = 4
"""Into as many parts tests are dealt out, or a few more or fewer, one after another to a worker."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins each worker's part, and what waits is spread over what works.

    So no processor waits for another at the end, nor idles while others wait.
    """
    longest = [item for item in items if item.nodeid.startswith(LONGEST)]
    waiting = [
        item for item in items if item.nodeid.startswith(MOSTLY_WAITING) and item not in longest
    ]
    apart = {id(item) for item in (*longest, *waiting)}
    others = [item for item in items if id(item) not in apart]
    place = {id(item): at % PARTS / PARTS for at, item in enumerate(longest)}
    for part in (waiting, others):
        place |= {id(item): at / len(part) for at, item in enumerate(part)}
    items.sort(key=lambda item: place[id(item)])


def pytest_collection_finish() -> None:
    """What thousands of tests are made of stays: the collector of garbage looks elsewhere."""
    gc.freeze()
    gc.set_threshold(*COLLECTED_AFTER)
    gc.enable()
