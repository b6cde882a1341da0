"""What a room is like, as frozen values, and the kinds of room that there are.

The kinds in `TUNING` are those on which anything may be chosen, such as what a forecast takes a
room for at first. The kinds in `REPORTING` are for measuring only: nothing is chosen to suit them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.vocabulary import Tier


class TierHabits(Value):
    """What those of one tier do.

    Attributes:
        share: of the allotted time, how much a statement uses on average.
        spread: how much that varies from one statement to the next (standard deviation).
        absent: the probability of being absent when called for the first time.
        late: how many are inscribed in an hour while the meeting sits and the list is open.
    """

    share: float
    spread: float
    absent: float
    late: float


class Habits(Value):
    """What a room does. Times are in seconds, probabilities from 0 to 1.

    Attributes:
        name: the word that names the kind.
        described: the kind in a few words.
        states, igos, ngos: what each tier does.
        long: the probability that a statement is far longer than usual, by a factor in `longer`.
        changeover, changeover_spread: from the end of a statement to the beginning of the next.
        absent_again: the probability of being absent once more.
        point: the probability that a statement of a State is interrupted by a point of order.
        reply: the probability that a statement of a State makes somebody ask to reply.
        reply_share: of its limit, how much a reply uses on average.
        suspension: the probability that a meeting is suspended once, until so many minutes
            (`suspended`) after it was due.
        remarks: the probability that the President speaks when a meeting opens, for about
            `remarks_length`.
        opening: how late a meeting opens on average.
        called_to_order: the probability that a statement is called to order `patience` past its
            limit, whereupon it comes to its end.
        mood: how much the pace of one meeting differs from another (standard deviation of a share).
        drift: how much the share grows in an hour of a day (0.02 is two in a hundred).
    """

    name: str
    described: str
    states: TierHabits
    igos: TierHabits
    ngos: TierHabits
    long: float = 0.02
    longer: tuple[float, float] = (1.4, 2.4)
    changeover: float = 20.0
    changeover_spread: float = 10.0
    absent_again: float = 0.35
    point: float = 0.006
    reply: float = 0.008
    reply_share: float = 0.35
    suspension: float = 0.15
    suspended: tuple[float, float] = (5.0, 20.0)
    remarks: float = 0.6
    remarks_length: float = 150.0
    opening: float = 300.0
    called_to_order: float = 0.5
    patience: float = 60.0
    mood: float = 0.03
    drift: float = 0.01

    def of(self, tier: Tier) -> TierHabits:
        """What those of a tier do."""
        return (self.states, self.igos, self.ngos)[tier.order]


TUNING = (
    Habits(
        name="typical",
        described="a little over the limit, few surprises",
        states=TierHabits(1.05, 0.22, 0.03, 1.0),
        igos=TierHabits(1.0, 0.2, 0.03, 0.3),
        ngos=TierHabits(1.0, 0.2, 0.05, 1.5),
    ),
    Habits(
        name="brisk",
        described="short statements, short changeovers",
        states=TierHabits(0.88, 0.15, 0.02, 0.5),
        igos=TierHabits(0.9, 0.15, 0.02, 0.2),
        ngos=TierHabits(0.92, 0.15, 0.03, 0.5),
        changeover=13.0,
        changeover_spread=5.0,
        suspension=0.05,
        opening=120.0,
        called_to_order=0.9,
        patience=30.0,
    ),
    Habits(
        name="lax",
        described="everybody takes more than the limit, and nobody is called to order",
        states=TierHabits(1.32, 0.3, 0.04, 1.5),
        igos=TierHabits(1.25, 0.25, 0.03, 0.3),
        ngos=TierHabits(1.2, 0.25, 0.06, 2.0),
        long=0.05,
        changeover=30.0,
        changeover_spread=15.0,
        opening=600.0,
        called_to_order=0.1,
        drift=0.03,
    ),
    Habits(
        name="restless",
        described="points of order, replies, suspensions",
        states=TierHabits(1.1, 0.3, 0.06, 2.0),
        igos=TierHabits(1.0, 0.25, 0.05, 0.3),
        ngos=TierHabits(0.95, 0.25, 0.08, 1.0),
        point=0.04,
        reply=0.05,
        suspension=0.6,
        mood=0.06,
    ),
)
"""The kinds of room on which something may be tuned."""

REPORTING = (
    Habits(
        name="punctual",
        described="everybody keeps to the limit",
        states=TierHabits(0.97, 0.08, 0.02, 0.5),
        igos=TierHabits(0.97, 0.08, 0.02, 0.2),
        ngos=TierHabits(0.97, 0.08, 0.02, 0.5),
        long=0.0,
        changeover=15.0,
        changeover_spread=5.0,
        suspension=0.0,
        opening=60.0,
        mood=0.01,
        drift=0.0,
    ),
    Habits(
        name="over",
        described="a fifth over the limit",
        states=TierHabits(1.2, 0.2, 0.03, 1.0),
        igos=TierHabits(1.2, 0.2, 0.03, 0.3),
        ngos=TierHabits(1.2, 0.2, 0.04, 1.0),
        changeover=22.0,
    ),
    Habits(
        name="erratic",
        described="very short and very long statements, many absent",
        states=TierHabits(1.05, 0.48, 0.08, 2.0),
        igos=TierHabits(1.0, 0.45, 0.08, 0.5),
        ngos=TierHabits(0.95, 0.45, 0.12, 2.0),
        long=0.08,
        changeover=30.0,
        changeover_spread=25.0,
        point=0.02,
        suspension=0.3,
        called_to_order=0.3,
        mood=0.08,
        drift=0.02,
    ),
    Habits(
        name="short-ngos",
        described="NGOs take a good deal less than States",
        states=TierHabits(1.1, 0.2, 0.03, 1.0),
        igos=TierHabits(1.0, 0.2, 0.03, 0.3),
        ngos=TierHabits(0.7, 0.18, 0.05, 2.0),
    ),
)
"""The kinds of room on which only figures are reported; nothing is tuned to them."""

KINDS: Mapping[str, Habits] = MappingProxyType({one.name: one for one in (*TUNING, *REPORTING)})
"""Every kind of room by its name."""

USUAL = TUNING[0]
"""The room that is simulated unless another is named."""
