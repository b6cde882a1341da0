"""What waits for an answer: the latest first, in the conference's time, and how many more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from plenary_tui.views.podium.asked_card import MOST, AskedCard, AskedHere, asked_card
from tests.chamber import Chamber

AT = datetime(2030, 9, 3, 8, 0, tzinfo=UTC)


def asked(count: int) -> list[AskedHere]:
    return [AskedHere(f"mark-ready entry {n}", AT + timedelta(minutes=n)) for n in range(count)]


def test_where_nothing_waits_it_is_said_in_a_line() -> None:
    conference = Chamber().conference
    for reached in (True, False):
        card = asked_card((), conference, reached=reached)
        assert card == AskedCard("Nothing waits for an answer.")


def test_the_latest_stand_first_and_of_many_it_is_said_how_many_more() -> None:
    conference = Chamber().conference
    card = asked_card(asked(MOST + 2), conference, reached=True)
    assert card.title == f"WAITING FOR AN ANSWER ({MOST + 2})"
    assert card.rows[0].endswith(f"mark-ready entry {MOST + 1}") and len(card.rows) == MOST + 1
    assert card.rows[-1] == "and 2 more: `plenary waiting`"
    assert len(asked_card(asked(MOST), conference, reached=True).rows) == MOST


def test_what_no_server_knows_of_is_noted_and_not_asked() -> None:
    card = asked_card(asked(1), Chamber().conference, reached=False)
    assert card.title == "NOTED HERE, NOT ASKED YET (1)"
