"""The statistics: who had the time, planned against used, what the meeting's time went to."""

from __future__ import annotations

from plenary_tui.views.record.figures import figures
from plenary_tui.views.record.scope import Scope
from plenary_tui.views.record.sheet import Chart, Table
from tests.chamber import Chamber
from tests.views.record.recorded import record_of, speak, spoken_on


def tables(chamber: Chamber, scope: Scope | None = None) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The rows of each table by its caption."""
    blocks = figures(record_of(chamber, scope)).blocks
    return {one.caption: one.rows for one in blocks if isinstance(one, Table)}


def heard() -> Chamber:
    """Two States, one of them over its time, and an NGO; another waits."""
    chamber = spoken_on("1(f)", "Nigeria", language="French")
    speak(chamber, "Niger", 200)
    speak(chamber, "Sample Watch", 100)
    chamber.inscribe("Sample Relief")
    return chamber


def test_time_by_tier_with_a_line_for_all() -> None:
    assert tables(heard())["By tier"] == (
        ("States", "2", "6:10", "6:00", "3:05", "1", "0:20"),
        ("NGOs", "1", "1:40", "3:00", "1:40", "0", "0:00"),
        ("All", "3", "7:50", "9:00", "2:36", "1", "0:20"),
    )


def test_what_is_not_known_is_said_to_be() -> None:
    found = tables(heard())
    assert [row[0] for row in found["By language of delivery"]] == ["French", "not known", "All"]
    assert [row[0] for row in found["States by regional group"]] == ["not known"]


def test_who_still_waits_is_as_of_the_row() -> None:
    chamber = heard()
    caption = f"Still on the lists as of row {chamber.conference.seq}, not heard"
    assert tables(chamber)[caption] == (("Item 1(f)", "NGOs", "1"),)


def test_what_the_time_of_a_meeting_went_to() -> None:
    chamber = spoken_on("1(f)", "Nigeria")
    chamber.inscribe("Niger")
    chamber.do("give-floor")
    chamber.clock.advance(20)
    chamber.do("start-clock")
    chamber.clock.advance(100)
    chamber.do("end-statement")
    chamber.do("suspend-meeting")
    chamber.clock.advance(1000)
    caption = "What the time of the meetings went to"
    assert tables(chamber)[caption] == (("1st meeting", "6:50", "4:30", "0:00", "0:20", "2:00"),)
    assert caption not in tables(chamber, Scope(item="1(f)"))


def test_charts_say_what_the_tables_say() -> None:
    charts = [one for one in figures(record_of(heard())).blocks if isinstance(one, Chart)]
    assert [(one.label, one.value, one.beside) for one in charts[0].bars] == [
        ("States", 370.0, 360.0),
        ("NGOs", 100.0, 180.0),
    ]


def test_nothing_heard_makes_no_empty_tables() -> None:
    assert "By tier" not in tables(spoken_on())
