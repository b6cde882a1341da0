"""The sentences of a record in another language than English: a label, a colon, and names.

Nothing is declined, so that a name may stand in any of them as it is. An editor makes prose of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plenary_tui.procedure.state.vocabulary import (
    Body,
    Explanation,
    FloorKind,
    MotionKind,
    Outcome,
    ParticipantClass,
    Tier,
)
from plenary_tui.views.record import colon_names as names
from plenary_tui.views.record.facts import (
    ConferenceRecord,
    DecisionFacts,
    MeetingFacts,
    MotionFacts,
    PersonFacts,
    PointFacts,
    StatementFacts,
    Votes,
)
from plenary_tui.views.wording.tongue import Tongue, marked, paired

_WITHOUT_DELEGATION = (FloorKind.RAPPORTEUR, FloorKind.CHAIR, FloorKind.GUEST)
_CLASSES = (
    (
        (ParticipantClass.STATE_PARTY, ParticipantClass.REIO_PARTY),
        paired(
            "A statement was made by the representative of the following party: {names}.",
            "Statements were made by the representatives of the following parties: {names}.",
        ),
    ),
    (
        (ParticipantClass.SIGNATORY_STATE,),
        paired(
            "A statement was made by the representative of the following signatory: {names}.",
            "Statements were made by the representatives of the following signatories: {names}.",
        ),
    ),
    (
        (ParticipantClass.OBSERVER_STATE,),
        paired(
            "A statement was made by the observer for the following State: {names}.",
            "Statements were made by the observers for the following States: {names}.",
        ),
    ),
    (
        (ParticipantClass.IGO,),
        paired(
            "A statement was made by the observer for the following intergovernmental "
            "organization: {names}.",
            "Statements were made by the observers for the following intergovernmental "
            "organizations: {names}.",
        ),
    ),
    (
        (ParticipantClass.NGO,),
        paired(
            "A statement was made by the observer for the following non-governmental "
            "organization: {names}.",
            "Statements were made by the observers for the following non-governmental "
            "organizations: {names}.",
        ),
    ),
)
"""Who is named together, in this order; in a sentence for one, and for several."""
MOTIONS = {
    MotionKind.SUSPEND_MEETING: marked("suspension of the meeting"),
    MotionKind.ADJOURN_MEETING: marked("adjournment of the meeting"),
    MotionKind.ADJOURN_DEBATE: marked("adjournment of the debate"),
    MotionKind.CLOSE_DEBATE: marked("closure of the debate"),
}
"""What a motion is to do, as a noun."""
MOTION_OUTCOMES = {
    "carried": marked("motion carried"),
    "rejected": marked("motion rejected"),
    "withdrawn": marked("motion withdrawn"),
    "lapsed": marked("motion lapsed"),
}
"""What became of a motion, as it is said of one."""


def presided(meetings: Sequence[MeetingFacts], tongue: Tongue) -> str:
    """Who was in the chair, meetings with the same together."""
    by_chair: dict[str, list[MeetingFacts]] = {}
    for one in meetings:
        chairs = one.chairs or (PersonFacts(speaker=one.presided, function=None),)
        words = tongue.series(names.unique(names.in_the_chair(each, tongue) for each in chairs))
        by_chair.setdefault(words, []).append(one)
    if len(by_chair) == 1:
        return tongue.words("In the chair: {names}.", names=next(iter(by_chair)))
    listed = [
        names.bracketed(
            chair, (tongue.series(tongue.meeting(one.number, one.body) for one in held),), tongue
        )
        for chair, held in by_chair.items()
    ]
    return tongue.words("In the chair: {names}.", names=tongue.series(listed))


def who_spoke(
    statements: Sequence[StatementFacts],
    tongue: Tongue,
    *,
    secretariat: bool,
    introduced_by: Sequence[PersonFacts] = (),
) -> Iterator[str]:
    """Who made statements on an item: the Secretariat, groups, then class by class.

    Args:
        secretariat: whether the Secretariat is known to have made its statement.
        introduced_by: who made it, if that is known without a statement.
    """
    spoke = [one for one in statements if one.kind is FloorKind.SECRETARIAT]
    if secretariat or spoke:
        known: Sequence[StatementFacts | PersonFacts] = [
            one for one in spoke if one.speaker or one.function
        ]
        by = names.unique(
            names.joined((one.speaker or "", names.function(one, tongue)), tongue)
            for one in known or introduced_by
        )
        if by := [one for one in by if one]:
            yield tongue.words(
                "Introductory statement by the Secretariat: {names}.", names=tongue.series(by)
            )
        else:
            yield tongue.words("The Secretariat made an introductory statement.")
    others = [names.role(one, tongue) for one in statements if one.kind in _WITHOUT_DELEGATION]
    if others:
        listed = tongue.series(names.unique(others))
        yield tongue.words("The floor was also given to: {names}.", names=listed)
    heard = [one for one in statements if one.kind is FloorKind.STATEMENT and one.explains is None]
    for_groups = [one for one in heard if one.on_behalf_of and one.tier is Tier.STATES]
    already = {one.delegation for one in for_groups}
    if for_groups:
        found = names.for_groups(for_groups, tongue)
        yield tongue.words("Statements on behalf of groups: {names}.", names=tongue.series(found))
    for classes, messages in _CLASSES:
        of_class = [
            one for one in heard if one.participant in classes and one.delegation not in already
        ]
        if of_class:
            found = [names.delegation(one, tongue) for one in names.in_order(of_class, tongue)]
            yield tongue.counted(*messages, len(found), names=tongue.series(found))


def replies(statements: Sequence[StatementFacts], tongue: Tongue) -> Iterator[str]:
    """Who replied, round by round, in order of delivery."""
    found = [one for one in statements if one.kind is FloorKind.REPLY]
    for number in sorted({one.round or 1 for one in found}):
        who = names.unique(one.delegation or "" for one in found if (one.round or 1) == number)
        listed = tongue.series(who)
        if number == 1:
            yield tongue.words("Right of reply exercised by: {names}.", names=listed)
        else:
            yield tongue.words(
                "Right of reply exercised again (round {number}) by: {names}.",
                number=number,
                names=listed,
            )


def motion(one: MotionFacts, tongue: Tongue) -> str:
    """The sentence on a motion; "" while it waits or where it lapsed."""
    if one.outcome is None or one.outcome == "lapsed":
        return ""
    result = tongue.words(MOTION_OUTCOMES[one.outcome])
    if one.vote is not None:
        result = tongue.words("{outcome} {how}", outcome=result, how=names.counts(one.vote, tongue))
    return tongue.words(
        "Motion: {motion}. Moved by: {name}. Result: {result}.",
        motion=tongue.words(MOTIONS[one.motion]),
        name=tongue.name(one.delegation),
        result=result,
    )


def appeal(by: str, vote: Votes, tongue: Tongue, *, overturned: bool) -> str:
    """The sentence on an appeal."""
    result = upheld(vote, tongue, overturned=overturned)
    return tongue.words("Appeal by: {name}. Result: {result}.", name=tongue.name(by), result=result)


def raised(one: MotionFacts | PointFacts, tongue: Tongue) -> str:
    """The sentence on a motion, or on the appeal in a point of order; "" where none was decided."""
    if isinstance(one, MotionFacts):
        return motion(one, tongue)
    if one.appeal_by is None or one.appeal_vote is None:
        return ""
    return appeal(one.appeal_by, one.appeal_vote, tongue, overturned=bool(one.overturned))


def upheld(vote: Votes, tongue: Tongue, *, overturned: bool) -> str:
    """What an appeal did to a ruling, and by which vote."""
    stood = tongue.words("ruling overruled") if overturned else tongue.words("ruling upheld")
    how = tongue.words(
        "by a vote on the appeal (in favour: {in_favour}; against: {against}; "
        "abstaining: {abstaining})",
        in_favour=vote.in_favour,
        against=vote.against,
        abstaining=vote.abstaining,
    )
    return tongue.words("{outcome} {how}", outcome=stood, how=how)


def decision(one: DecisionFacts, when: str, tongue: Tongue, *, text: bool) -> str:
    """The sentences on the action on a draft.

    Args:
        when: at which meeting; "" where that is known.
        text: whether to say where the text of what the Conference adopted is found.
    """
    draft = names.draft(one, tongue)
    if one.title:
        draft = tongue.words("{draft}, {title}", draft=draft, title=names.quoted(one.title, tongue))
    said = [
        tongue.words("{draft}: {outcome}.", draft=draft, outcome=names.outcome(one, tongue)),
    ]
    if when:
        said.append(tongue.words("Action taken: {meeting}.", meeting=when))
    if one.outcome is Outcome.DEFERRED and one.remark:
        said.append(tongue.words("Reason: {reason}.", reason=tongue.name(one.remark)))
    if one.sponsors and one.tabled_by_chairs:
        said.append(tongue.words("Submitted by: {names}.", names=tongue.series(one.sponsors)))
    elif one.sponsors:
        listed = tongue.series(tongue.sorted(one.sponsors))
        said.append(tongue.words("Sponsors: {names}.", names=listed))
    if text and one.outcome is Outcome.ADOPTED and one.body is Body.PLENARY:
        said.append(tongue.words("(For the text, see chap. I.)"))
    return tongue.text(said)


def voted(vote: Votes | None, tongue: Tongue) -> str:
    """Who voted how; "" where it is not known."""
    voters = vote.by_name if vote is not None else None
    if voters is None:
        return ""
    sides = (voters.in_favour, voters.against, voters.abstaining)
    listed = [tongue.series(tongue.sorted(side)) or tongue.words("none") for side in sides]
    return tongue.words(
        "In favour: {in_favour}. Against: {against}. Abstaining: {abstaining}.",
        in_favour=listed[0],
        against=listed[1],
        abstaining=listed[2],
    )


def explained(
    statements: Sequence[StatementFacts], when: Explanation, tongue: Tongue, *, voted: bool
) -> Iterator[str]:
    """Who explained a vote or position, before or after it, in order of delivery."""
    who = names.unique(names.delegation(one, tongue) for one in statements)
    if who:
        yield _explained(when, tongue, tongue.series(who), voted=voted)


def _explained(when: Explanation, tongue: Tongue, listed: str, *, voted: bool) -> str:
    before = when is Explanation.BEFORE
    if voted and before:
        return tongue.words("Explanations of vote before the vote: {names}.", names=listed)
    if voted:
        return tongue.words("Explanations of vote after the vote: {names}.", names=listed)
    if before:
        return tongue.words("Explanations of position before action: {names}.", names=listed)
    return tongue.words("Explanations of position after action: {names}.", names=listed)


def standing_in_english(record: ConferenceRecord, tongue: Tongue) -> str:
    """How many of the names in a record stand in English for want of another; "" if none does."""
    found = {one.delegation for one in record.statements}
    found |= {name for one in record.decisions for name in one.sponsors}
    found |= {name for one in record.points for name in (one.delegation, one.appeal_by)}
    found |= {one.delegation for one in record.motions}
    found |= {name for one in record.attendance for name in one.names}
    found |= set(record.unstarted)
    count = len(found & tongue.lacking)
    if not count:
        return ""
    return tongue.words("Names of delegations that stand in English: {count}.", count=count)
