"""`plenary forecast`: who will speak when, as text and for scripts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.commands.conftest import Plenary


def test_as_text(in_session: Path, plenary: Plenary) -> None:
    plenary("do", "inscribe", "Türkiye")
    out = plenary("forecast").out
    assert out.startswith("Forecast for item 1(f) General discussion")
    assert "Türkiye (States)" in out and "The list ends:" in out


def test_as_json(in_session: Path, plenary: Plenary) -> None:
    plenary("do", "inscribe", "Türkiye")
    found = plenary("forecast", "--json").json
    assert list(found) == ["now", "item", "list_ends_at", "meeting_ends_at", "tiers", "entries"]
    (entry,) = found["entries"]
    assert (entry["position"], entry["delegation"], entry["tier"]) == (1, "Türkiye", "States")
    states = found["tiers"][0]
    assert (states["tier"], states["waiting"], states["limit"]) == ("States", 1, 180.0)
    assert states["at_risk"] == states["may_slip"] + states["may_not_be_heard"] == 0
    assert (entry["at_risk"], entry["at_risk_of"]) == (False, None)


def test_who_may_not_be_heard_is_told(in_session: Path, plenary: Plenary) -> None:
    """The only meeting that is left is to end in about twelve minutes, and eight wait.

    Whose turn is near the end, and so in doubt, hangs on the second: some end leaves somebody so.
    """
    for name in ("NER", "NGA", "GIN", "GNB", "CIV", "EU", "TUR", "GBR"):
        assert plenary("do", "inscribe", name).status == 0
    for seconds in range(12 * 60, 15 * 60, 45):
        ends = (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat(timespec="seconds")
        assert plenary("do", "set-meeting-end", ends).status == 0
        found = plenary("forecast", "--json").json
        doubtful = [one for one in found["entries"] if one["at_risk_of"] == "not being heard"]
        if doubtful:
            break
    assert doubtful and all(one["at_risk"] for one in doubtful)
    assert found["tiers"][0]["may_not_be_heard"] == len(doubtful)
    assert found["tiers"][0]["may_slip"] == 0, "there is no meeting to slip to"
    queue = plenary("status", "--json").json["queue"]
    assert {one["at_risk_of"] for one in queue} <= {None, "not being heard"}
    text = plenary("forecast").out
    heading = text.splitlines()[4]
    assert "may slip" in heading and "may not" in heading
    assert ", may not be heard" in text and ", not reached" in text


def test_the_snapshot_holds_the_same(in_session: Path, plenary: Plenary) -> None:
    plenary("do", "inscribe", "Türkiye")
    snapshot = plenary("status", "--json").json
    assert set(snapshot["forecast"]) == {"list_ends_at", "meeting_ends_at", "unreached"}
    (entry,) = snapshot["queue"]
    assert entry["at_risk"] in (True, False)
    found = plenary("forecast", "--json").json
    assert (entry["expected_at"] is None) == (found["entries"][0]["expected_at"] is None)


def test_before_an_item_is_taken_up(database: Path, plenary: Plenary) -> None:
    assert "nothing to forecast" in plenary("forecast").out
    assert plenary("forecast", "--json").json["entries"] == []
