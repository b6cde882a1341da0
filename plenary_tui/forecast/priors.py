"""What is taken for true of a room before it has shown anything.

The figures were chosen on simulated rooms of other kinds than those on which the forecast is
measured; docs/forecast.md tells how.
"""

from __future__ import annotations

from plenary_tui.procedure.state.frozen import Value


class Priors(Value):
    """What is taken for true of a room before it has shown anything.

    Attributes:
        share, share_sd: of the allotted time, how much a statement uses, and how much that varies
            from one to the next.
        share_weight: how many statements that belief counts for.
        tier_sd: how much the mean of one tier differs from that of the room.
        drift: how much the pace of a room changes as the day goes on.
        share_cap, share_absurd: a statement counts for at most this share, and for nothing past
            the other: its clock was left running, or its end undone too late.
        shortest, share_least: a statement of fewer seconds, or of less than this share of its
            limit, was a slip of the hand, and counts for nothing.
        share_far: a statement counts for no more deviations than these from what was shown before.
        fading: so many statements ago, one counts for half.
        slowing, slowing_sd: how much more is used for each hour that the day has lasted, and how
            much that varies from one room to another.
        gap, gap_sd: seconds from the end of a statement to the beginning of the next.
        gap_weight: how many gaps that belief counts for.
        gap_cap: a gap counts for at most so many seconds.
        gap_pause: a longer gap, in seconds, was a pause and counts for nothing.
        halts: how often in an hour a meeting is suspended or otherwise halted.
        halt_hours: how many hours that belief counts for.
        halt_sd, halt_weight, halt_cap: of how long it lasts (`suspension`): seconds by which that
            varies, how many halts the belief counts for, and the most that one counts for.
        absent: the probability of being absent when called; `absent_ready` of those marked ready,
            `absent_again` of those who were absent before.
        absent_weight: how many calls that belief counts for.
        late: inscriptions an hour in a tier while the list is open and the meeting sits.
        late_hours: how many hours that belief counts for.
        introduction, secretariat: seconds for opening an item.
        president: seconds for which the President holds the floor.
        reply, reply_sd: of its limit, how much a reply uses, and how much that varies.
        reply_weight: how many replies that belief counts for.
        video_sd: seconds by which a video's length may be wrong.
        ruling, ruling_sd: seconds that a point of order takes.
        motion, motion_speaker: seconds that a motion takes, and each who speaks on it.
        opening, opening_sd: seconds by which a meeting opens late.
        preliminaries, preliminaries_sd: seconds from its opening to the first turn on the list.
        opening_weight: how many meetings those two beliefs count for.
        opening_cap, preliminaries_cap: a meeting counts for nothing past so many seconds: it was
            put off, or a ceremony or an earlier item came first.
        last_call: nobody is called later than so many seconds before the end of a meeting.
        spill: seconds by which the last statement of a meeting runs past its end.
        suspension, suspension_spread: seconds that half of all suspensions last at most, and the
            deviation of their logarithm.
        suspension_cap: what is left of a suspension is never taken for more seconds.
    """

    share: float = 1.05
    share_sd: float = 0.25
    share_weight: float = 2.5
    tier_sd: float = 0.10
    drift: float = 0.09
    share_cap: float = 3.0
    share_absurd: float = 4.0
    shortest: float = 15.0
    share_least: float = 0.1
    share_far: float = 3.0
    fading: float = 100.0
    slowing: float = 0.01
    slowing_sd: float = 0.015
    gap: float = 22.0
    gap_sd: float = 15.0
    gap_weight: float = 4.0
    gap_cap: float = 120.0
    gap_pause: float = 300.0
    halts: float = 0.05
    halt_hours: float = 2.0
    halt_sd: float = 400.0
    halt_weight: float = 2.0
    halt_cap: float = 3600.0
    absent: float = 0.03
    absent_ready: float = 0.01
    absent_again: float = 0.3
    absent_weight: float = 40.0
    late: float = 1.0
    late_hours: float = 1.0
    introduction: float = 120.0
    secretariat: float = 300.0
    president: float = 60.0
    reply: float = 0.5
    reply_sd: float = 0.2
    reply_weight: float = 3.0
    video_sd: float = 5.0
    ruling: float = 120.0
    ruling_sd: float = 60.0
    motion: float = 120.0
    motion_speaker: float = 120.0
    opening: float = 300.0
    opening_sd: float = 150.0
    preliminaries: float = 60.0
    preliminaries_sd: float = 60.0
    opening_weight: float = 2.0
    opening_cap: float = 1800.0
    preliminaries_cap: float = 900.0
    last_call: float = 60.0
    spill: float = 60.0
    suspension: float = 1500.0
    suspension_spread: float = 0.5
    suspension_cap: float = 3600.0


PRIORS = Priors()
"""The priors of a plenary that overruns its limits a little."""
