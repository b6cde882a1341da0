"""What a station asks of the one in charge, and what became of it."""

from __future__ import annotations

from plenary_tui.procedure.state.frozen import Value


class Request(Value):
    """What a station asks of the one in charge.

    Attributes:
        id: its number, which it keeps however often it is sent.
        act: by its name.
        command: its fields, as JSON.
        seen: the last record that the asker had seen.
        asked: when, by the asker's clock; ISO.
        waited: seconds since the server received it, when it was read.
    """

    id: str
    station: str
    act: str
    command: str
    seen: int
    asked: str
    waited: float = 0.0


class Answer(Value):
    """What became of a request: the record it made, or None and why not.

    Attributes:
        said: what was done, or the refusal, in sentences.
    """

    seq: int | None
    said: str
