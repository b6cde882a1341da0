"""What if: an act tried and not done."""

from __future__ import annotations

from plenary_tui.forecast.reach import Reach
from plenary_tui.forecast.suppose import difference, suppose
from plenary_tui.procedure.meetings.meeting import SetMeetingEnd
from plenary_tui.procedure.speakers.limits import SetLimit
from tests.chamber import vienna
from tests.forecast.situations import instant, sitting


class TestSuppose:
    def test_a_shorter_limit_lets_more_in_and_leaves_nobody_out(self) -> None:
        at = vienna(15, 15)
        conference = sitting((10, 5, 60), at)
        was = suppose(conference, None, instant(at)).forecast
        now = suppose(conference, SetLimit(seconds=120), instant(at)).forecast
        assert was is not None and now is not None
        changed = difference(was, now)
        assert changed.gets_in and not changed.left_out
        reached = {one.entry for one in now.entries if one.reach is not Reach.NOT}
        assert set(changed.gets_in) <= reached
        assert difference(now, was).left_out == changed.gets_in
        assert conference.limits == (), "nothing was done"

    def test_a_longer_meeting_brings_some_of_tomorrow_into_today(self) -> None:
        at = vienna(14, 17)
        conference = sitting((60, 0, 0), at, until=vienna(14, 18))
        was = suppose(conference, None, instant(at)).forecast
        now = suppose(conference, SetMeetingEnd(ends="18:30"), instant(at)).forecast
        assert was is not None and now is not None
        assert difference(was, now).sooner

    def test_what_would_be_refused_says_why(self) -> None:
        at = vienna(14, 17)
        supposed = suppose(sitting((5, 0, 0), at), SetLimit(seconds=0), instant(at))
        assert supposed.forecast is None and "time limit" in supposed.refused
