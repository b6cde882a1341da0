"""What is shown of the quorum, on screen, on paper and in the snapshot (row 25)."""

from __future__ import annotations

import pytest

from plenary_tui.exchange.script import built_in
from plenary_tui.procedure.state.conference import Delegation
from plenary_tui.procedure.state.vocabulary import ParticipantClass
from plenary_tui.views.paper import status_report
from plenary_tui.views.podium.cards import status_words
from plenary_tui.views.public.snapshot import take_snapshot
from plenary_tui.views.wording.quorum import quorum_page
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """Ten parties, of which nine take part, and an observer State."""
    party, observer = ParticipantClass.STATE_PARTY, ParticipantClass.OBSERVER_STATE
    return Chamber(
        delegations=(
            *(Delegation(f"S{n}", f"State {n}", party) for n in range(1, 10)),
            Delegation("S10", "State 10", party, registered=False),
            Delegation("OBS", "Sample Observer", observer),
        )
    )


def test_row_25_the_count_and_what_it_takes_are_shown(chamber: Chamber) -> None:
    def seen() -> list[str]:
        return [word.text for word in status_words(chamber.conference)]

    chamber.open_meeting()
    assert "Nobody has counted" in quorum_page(chamber.conference)
    for present, words in ((2, "NO QUORUM (2 of 3)"), (5, "NO DECISIONS (5 of 6)")):
        chamber.do("count-present", present=present)
        assert words in seen()
    chamber.do("count-present", present=6)
    assert not any("QUORUM" in word or "DECISIONS" in word for word in seen())
    now = chamber.clock.now()
    view = take_snapshot(chamber.conference, now, built_in()).quorum
    assert (view.present, view.to_debate, view.to_decide) == (6, 3, 6)
    report = status_report(chamber.conference, now)
    assert "Quorum:   6 present at 10:00; 3 to open and debate, 6 to decide" in report
    assert quorum_page(chamber.conference) == (
        "How many parties are present?\n"
        "  3 to open and debate (one third of the 9 parties taking part);\n"
        "  6 to decide (a majority of the 10 parties)\n"
        "Counted last: 6, at 10:00."
    )
