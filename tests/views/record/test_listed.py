"""The agenda and the lists as data."""

from __future__ import annotations

import json

from plenary_tui.views.record.listed import (
    LISTED,
    agenda_rows,
    listed_rows,
    rows_as_csv,
    rows_as_json,
    statements_as_json,
)
from tests.views.record.recorded import course_of, made_by, record_of, spoken_on


def test_the_agenda_says_how_far_it_has_come() -> None:
    chamber = spoken_on("2", "Nigeria")
    rows = {row["symbol"]: row for row in agenda_rows(chamber.conference, course_of(chamber))}
    assert (rows["2"]["stage"], rows["2"]["documents"]) == ("floor open", ["L.4"])
    assert (rows["2"]["considered_at"], rows["1(f)"]["considered_at"]) == ([1], [])


def test_an_item_that_was_taken_up_is_not_called_not_taken_up() -> None:
    chamber = spoken_on("1(f)", "Nigeria")
    chamber.do("take-up-item", item="2")
    chamber.do("take-up-item", item="1(f)")
    stages = [
        (row["symbol"], row["stage"], row["considered_at"])
        for row in agenda_rows(chamber.conference, course_of(chamber))
    ]
    assert ("2", "taken up", [1]) in stages and ("1(f)", "floor open", [1]) in stages
    assert all(stage == "not taken up" for _, stage, at in stages if not at)
    assert len(stages) > 2


def test_row_14_who_waits_without_what_is_the_officers() -> None:
    chamber = spoken_on()
    chamber.inscribe("Nigeria", "Niger", note="a secret")
    chamber.do("move", entry="Niger", to="1", reason="protocol wishes it")
    rows = listed_rows(chamber.conference, "1(f)")
    assert [(row["place"], row["delegation"]) for row in rows] == [(1, "Niger"), (2, "Nigeria")]
    made = made_by(chamber)
    for text in (
        rows_as_csv(made, LISTED, rows),
        rows_as_json(chamber.conference, made, "list", rows),
    ):
        assert "secret" not in text and "protocol" not in text and made.hash in text
    assert listed_rows(chamber.conference, "2") == []


def test_statements_as_json() -> None:
    found = json.loads(statements_as_json(record_of(spoken_on("1(f)", "Nigeria"))))
    assert [one["delegation"] for one in found["statements"]] == ["Nigeria"]
    assert found["made"]["row"] and len(found["foot"]) == 3
