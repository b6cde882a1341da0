"""What takes a message, and how much of it, is looked up once a test, not for each message anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import signature
from typing import Any

import pytest
from textual import _callback
from textual.message import Message
from textual.message_pump import MessagePump

Handlers = tuple[tuple[type, Any], ...]
"""Who takes a message, each with the class that it stands in; a subclass first."""
_dispatch = MessagePump._get_dispatch_methods


class LookedUp:
    """Who takes which message; for one test, which may change what classes do."""

    def __init__(self) -> None:
        self.found: dict[tuple[type, type, str], Handlers | None] = {}

    def handlers(
        self, pump: MessagePump, name: str, message: Message
    ) -> Iterator[tuple[type, Callable[..., Any]]]:
        """As Textual finds them; where it goes by a message's sender, it does so each time."""
        key = (type(pump), type(message), name)
        if key not in self.found:
            self.found[key] = None if _chooses(pump) else self._all(pump, name, message)
        handlers = self.found[key]
        if handlers is None:
            yield from _dispatch(pump, name, message)
            return
        for of, handler in handlers:
            if message._no_default_action:
                break
            yield of, handler.__get__(pump, of)

    def _all(self, pump: MessagePump, name: str, message: Message) -> Handlers | None:
        if message._no_default_action:
            return None
        return tuple((of, one.__func__) for of, one in _dispatch(pump, name, message))


def _chooses(pump: MessagePump) -> bool:
    """Whether some handler of it is for messages of certain senders only."""
    marked = [of.__dict__.get("_decorated_handlers") or {} for of in type(pump).__mro__]
    return any(choice for one in marked for some in one.values() for _, choice in some)


_counted: dict[Any, int] = {}


def parameters(function: Callable[..., Any]) -> int:
    """How many parameters a function has; counted once, whatever object it is bound to."""
    bare = getattr(function, "__func__", None)
    if bare is None:
        return len(signature(function).parameters)
    if bare not in _counted:
        _counted[bare] = len(signature(bare).parameters)
    return _counted[bare] - 1


def look_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have what takes a message looked up once a test."""
    found = LookedUp()
    monkeypatch.setattr(
        MessagePump, "_get_dispatch_methods", lambda *message: found.handlers(*message)
    )
    monkeypatch.setattr(_callback, "_count_parameters", parameters)
