"""What decides procedure and differs between conferences: policies, limits, bases of quorums."""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.vocabulary import QuorumBase, Rank, Tier


class Policies(Value):
    """What decides procedure and differs between conferences; part of the journal."""

    limit: timedelta = timedelta(seconds=180)
    wrap_up: timedelta = timedelta(seconds=30)
    call_to_order: timedelta = timedelta(seconds=30)
    video_ranks: tuple[Rank, ...] = (
        Rank.HEAD_OF_STATE,
        Rank.HEAD_OF_GOVERNMENT,
        Rank.MINISTER,
        Rank.HEAD_OF_DELEGATION,
    )
    on_air_in_committee: bool = False


class TimeLimit(Value):
    """A recorded decision on the time limit; None for item or tier means every one."""

    limit: timedelta
    item: str | None = None
    tier: Tier | None = None
    decision: str = ""


REPLY_LIMITS = (timedelta(minutes=10), timedelta(minutes=5))
"""The time limits of a delegation's replies unless decided otherwise: one for each round."""


class QuorumBases(Value):
    """Of what the two quorums are shares: a third to open and debate, a majority to decide."""

    debate: QuorumBase = QuorumBase.TAKING_PART
    decide: QuorumBase = QuorumBase.ALL_PARTIES


QUORUM_BASES = QuorumBases()
"""The bases unless decided otherwise."""
