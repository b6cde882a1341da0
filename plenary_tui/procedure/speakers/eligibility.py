"""Who may be inscribed, called, or heard by video: each refusal with its reason."""

from __future__ import annotations

from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.taking_part import PARTIES_AND_SIGNATORIES
from plenary_tui.procedure.state.conference import AgendaItem, Conference, Delegation
from plenary_tui.procedure.state.vocabulary import Body, Delivery, ParticipantClass, Rank, Tier

SITS_IN_COMMITTEE = PARTIES_AND_SIGNATORIES
"""Parties and signatories: the Committee of the Whole is for them (rule 4)."""


def tiers_seated(body: Body) -> tuple[Tier, ...]:
    """The tiers that may be listed in a body; in the Committee of the Whole States alone."""
    return (Tier.STATES,) if body is Body.COMMITTEE else tuple(Tier)


def require_seat(delegation: Delegation, body: Body) -> None:
    """Observers are neither inscribed nor called in the Committee of the Whole (rule 4)."""
    if body is Body.COMMITTEE and delegation.participant not in SITS_IN_COMMITTEE:
        raise Refused(
            f"The Committee of the Whole is for parties and signatories; {delegation.name} "
            f"takes part as {delegation.participant.described}.",
            "Its place on the plenary's list is kept; it can be called when the plenary resumes.",
        )


def require_details(
    item: AgendaItem, delegation: Delegation, speaker: str, function: str
) -> str | None:
    """What an NGO still has to give for this item, in words; None if nothing (rule 19)."""
    if delegation.participant is not ParticipantClass.NGO or not item.requires_ngo_details:
        return None
    missing = [
        what
        for what, given in (("the speaker's name", speaker), ("the speaker's function", function))
        if not given
    ]
    if not missing:
        return None
    return (
        f"For item {item.symbol} an NGO gives its organization, its speaker's name and function; "
        f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing."
    )


def require_video_rank(
    conference: Conference, delegation: Delegation, delivery: Delivery, rank: Rank
) -> None:
    """Video statements are for high-level government speakers only (rule 22)."""
    if delivery is not Delivery.VIDEO:
        return
    if delegation.participant in (ParticipantClass.IGO, ParticipantClass.NGO):
        raise Refused(
            f"Video statements are for high-level government speakers; {delegation.name} is "
            f"{delegation.participant.described}.",
            "It can speak in person.",
        )
    ranks = conference.policies.video_ranks
    if rank not in ranks:
        allowed = ", ".join(one.value for one in ranks)
        raise Refused(
            f"A video statement needs a high-level speaker ({allowed}); "
            f"the rank given is “{rank.value}”.",
            "Give the speaker's rank, or inscribe the statement in person.",
        )
