"""`plenary forecast`: who will speak when, as text and for scripts."""

from __future__ import annotations

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
