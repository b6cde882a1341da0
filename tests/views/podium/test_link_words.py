"""What is said of a link where it is asked how to go on after a crash."""

from __future__ import annotations

from plenary_tui.views.podium.link_words import charge_words


def test_after_a_crash_it_is_said_who_is_in_charge_or_that_nobody_knows() -> None:
    assert charge_words("", reached=True) == "", "this machine still is, or nobody"
    assert "not known" in charge_words("", reached=False)
    for reached in (True, False):
        assert charge_words("podium@b", reached=reached).startswith("podium@b is in charge")
