"""What a station says of an act that it may not ask for."""

from __future__ import annotations

from plenary_tui.views.wording.not_asked import may_not_ask


def test_it_names_the_act_and_who_may_change_that() -> None:
    refused = may_not_ask("give-floor")
    assert "give-floor" in refused.why and "server" in refused.instead
