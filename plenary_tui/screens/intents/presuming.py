"""What a dialog presumes: what its fields hold at first, and is done unless something is typed.

Apart from the dialogs that it fills: it is all that the program says in an officer's place, and is
read, and argued about, by itself.
"""

from __future__ import annotations

from plenary_tui.actions import Action
from plenary_tui.actions.trials import DECIDED
from plenary_tui.procedure.floor.giving import GiveFloor
from plenary_tui.procedure.ground.drafts import pending_draft
from plenary_tui.procedure.speakers.inscription import Inscribe
from plenary_tui.procedure.speakers.tier_hours import HearTierAt
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.vocabulary import Explanation, FloorKind, Tier


def presumed(conference: Conference, asked: Action) -> dict[str, str]:
    """Who decides, when a position is explained, which tier is heard from an hour on; by field."""
    fields: dict[str, str] = {}
    if "decision" in asked.asks:
        fields["decision"] = DECIDED
    if asked.act == HearTierAt.act:
        fields["tier"] = _tier_kept_waiting(conference)
    if asked.act == GiveFloor.act and "to" in asked.asks:
        fields["to"] = FloorKind.GUEST
    if asked.act == Inscribe.act and "explains" in asked.asks:
        drafts = pending_draft(conference) is None and bool(conference.decisions)
        fields["explains"] = Explanation.AFTER if drafts else Explanation.BEFORE
    return fields


def _tier_kept_waiting(conference: Conference) -> Tier:
    """The last tier in which somebody waits; NGOs, who come last, where nobody does."""
    speakers = conference.current_list
    behind = (Tier.NGOS, Tier.IGOS)
    if speakers is None:
        return Tier.NGOS
    return next((tier for tier in behind if speakers.queue(tier).waiting), Tier.NGOS)
