"""The sentences of a report on who spoke, on what motions were decided and on which drafts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plenary_tui.procedure.ground.calendar import ordinal
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.vocabulary import (
    Body,
    Delivery,
    FloorKind,
    Outcome,
    ParticipantClass,
    Tier,
)
from plenary_tui.views.record.facts import (
    DecisionFacts,
    MotionFacts,
    PersonFacts,
    PointFacts,
    StatementFacts,
    Votes,
)
from plenary_tui.views.record.phrasing import (
    actor,
    behalf,
    by_vote,
    in_order,
    made_by,
    motion_words,
    sentence,
    series,
)

_WITHOUT_DELEGATION = (FloorKind.RAPPORTEUR, FloorKind.CHAIR, FloorKind.GUEST)
_PARTIES = (ParticipantClass.STATE_PARTY, ParticipantClass.REIO_PARTY)
_OTHERS = (
    (_PARTIES, "representative of", "representatives of the following parties"),
    (
        (ParticipantClass.SIGNATORY_STATE,),
        "representative of",
        "representatives of the following signatories",
    ),
    (
        (ParticipantClass.OBSERVER_STATE,),
        "observer for",
        "observers for the following States",
    ),
    (
        (ParticipantClass.IGO,),
        "observer for",
        "observers for the following intergovernmental organizations",
    ),
    (
        (ParticipantClass.NGO,),
        "observer for",
        "observers for the following non-governmental organizations",
    ),
)
"""Who is named together, in this order, and how."""


def who_spoke(
    statements: Sequence[StatementFacts],
    *,
    secretariat: bool,
    introduced_by: Sequence[PersonFacts] = (),
) -> Iterator[str]:
    """The sentences on the statements on an item: the Secretariat, groups, then class by class.

    Args:
        secretariat: whether the Secretariat is known to have made its statement.
        introduced_by: who made it, if that is known without a statement.
    """
    spoke = [one for one in statements if one.kind is FloorKind.SECRETARIAT]
    if secretariat or spoke:
        named = [one for one in spoke if one.speaker or one.function]
        yield _introduced(named or introduced_by)
    others = [one.spoken for one in statements if one.kind in _WITHOUT_DELEGATION]
    for spoken in dict.fromkeys(others):
        yield f"A statement was made by {spoken}."
    heard = [one for one in statements if one.kind is FloorKind.STATEMENT and one.explains is None]
    for_groups = [one for one in heard if one.on_behalf_of and one.tier is Tier.STATES]
    if for_groups:
        yield _for_groups(for_groups)
    said, already = bool(for_groups), {one.delegation for one in for_groups}
    for classes, whom, listed in _OTHERS:
        of_class = [
            one for one in heard if one.participant in classes and one.delegation not in already
        ]
        if of_class:
            yield made_by(in_order(of_class), whom, listed, also=said)
            said = True


def _introduced(by: Sequence[StatementFacts | PersonFacts]) -> str:
    """That the Secretariat introduced the item, by whom as far as it is known."""
    who = [
        f"the {one.function.removeprefix('the ')}"
        if one.function
        else f"a representative of the Secretariat, {one.speaker},"
        for one in by
    ] or ["a representative of the Secretariat"]
    names = list(dict.fromkeys(who))
    what = "an introductory statement" if len(names) == 1 else "introductory statements"
    return sentence(f"{series(names)} made {what}")


def _for_groups(statements: Sequence[StatementFacts]) -> str:
    """Who spoke for groups, each delegation once, with every group that it spoke for."""
    who = in_order(statements)
    said = [_for_whom([one for one in statements if one.delegation == of.delegation]) for of in who]
    if len(who) == 1:
        what = "A statement was" if len(statements) == 1 else "Statements were"
        groups, video = said[0]
        return f"{what} made by the representative of {who[0].spoken}, {groups}{video}."
    named = [
        f"{of.spoken} ({groups}){video}" for of, (groups, video) in zip(who, said, strict=True)
    ]
    return f"Statements were made by the representatives of {series(named)}."


def _for_whom(statements: Sequence[StatementFacts]) -> tuple[str, str]:
    """For which groups one delegation spoke, and what stands behind that if it was a video."""
    video = any(one.delivery is Delivery.VIDEO for one in statements)
    groups = list(dict.fromkeys(behalf(one) for one in statements))
    return series(groups), " (video statement)" if video else ""


def replies(statements: Sequence[StatementFacts]) -> Iterator[str]:
    """The sentences on replies, round by round, in order of delivery."""
    found = [one for one in statements if one.kind is FloorKind.REPLY]
    for number in sorted({one.round or 1 for one in found}):
        names = list(dict.fromkeys(one.spoken for one in found if (one.round or 1) == number))
        round_ = f"{ordinal(number)} " if number > 1 else ""
        if len(names) == 1:
            article = f"A {round_}statement" if number > 1 else "A statement"
            yield (
                f"{article} in exercise of the right of reply was made by the representative of "
                f"{names[0]}."
            )
        else:
            again = f", for the {ordinal(number)} time," if number > 1 else ""
            yield (
                f"Statements in exercise of the right of reply were made{again} by the "
                f"representatives of {series(names)}."
            )


def motion_sentence(one: MotionFacts) -> str:
    """The sentence on a motion; "" while it waits or where it lapsed."""
    what = motion_words(one.motion, one.item)
    how = by_vote(one.vote) if one.vote is not None else "without a vote"
    if one.outcome == "carried":
        return (
            f"On a motion by the representative of {one.spoken}, {actor(one.body)} decided to "
            f"{what}, {how}."
        )
    if one.outcome == "rejected":
        return f"A motion by the representative of {one.spoken} to {what} was rejected {how}."
    if one.outcome == "withdrawn":
        return f"A motion by the representative of {one.spoken} to {what} was withdrawn."
    return ""


def raised_sentence(one: MotionFacts | PointFacts) -> str:
    """The sentence on a motion, or on the appeal against a ruling; "" where none was decided."""
    if isinstance(one, MotionFacts):
        return motion_sentence(one)
    if one.appeal_spoken is None or one.appeal_vote is None:
        return ""
    became, stood = ("carried", "was overruled") if one.overturned else ("rejected", "stood")
    return (
        f"An appeal by the representative of {one.appeal_spoken} against the ruling on a point of "
        f"order was {became}, {by_vote(one.appeal_vote)}, and the ruling {stood}."
    )


def decision_sentence(one: DecisionFacts, when: str, *, text: bool) -> str:
    """The sentence on the action on a draft.

    Args:
        when: at which meeting: `at its 7th meeting, on 17 October 2024`; "" where that is known.
        text: whether to say where the text of what the Conference adopted is found.
    """
    who = actor(one.body)
    draft = one.label if one.label.startswith("draft ") else f"draft {one.kind} {one.label}"
    revised = ", as orally revised," if one.orally_revised else ""
    title = f", entitled “{one.title}”" if one.title else ""
    by = "" if one.tabled_by_chairs or not one.sponsors else f", sponsored by {_names(one)}"
    chairs = f", submitted by {_chairs(one)}" if one.tabled_by_chairs else ""
    how = by_vote(one.vote) if one.vote is not None else "without a vote"
    what = f"{draft}{revised}{title if not revised else title.removeprefix(',')}{chairs}{by}"
    begins = f"{when}, {who}" if when else who
    begins = f"{begins[:1].upper()}{begins[1:]}"
    match one.outcome:
        case Outcome.ADOPTED:
            verb = "adopted" if one.body is Body.PLENARY else "approved"
            said = f"{begins} {verb} {what}, {how}."
            if text and one.body is Body.PLENARY:
                said += " (For the text, see chap. I.)"
            return said
        case Outcome.REJECTED:
            return (
                f"{begins} did not adopt {what}, which failed to obtain the required "
                f"majority, {how}."
            )
        case Outcome.DEFERRED:
            why = f" ({one.remark})" if one.remark else ""
            return f"{begins} took no action on {what}{why}."
        case Outcome.WITHDRAWN:
            whose = "those who had submitted it" if one.tabled_by_chairs else "its sponsors"
            comma = "," if "," in what else ""
            return f"{sentence(what).rstrip('.')}{comma} was withdrawn by {whose}."


def voted(vote: Votes | None) -> str:
    """Who voted how, as a recorded vote is reported; "" where it is not known."""
    voters = vote.by_name if vote is not None else None
    if voters is None:
        return ""
    sides = (
        ("In favour", voters.in_favour),
        ("Against", voters.against),
        ("Abstaining", voters.abstaining),
    )
    listed = " ".join(f"{words}: {', '.join(names) or 'none'}." for words, names in sides)
    return f"The voting was as follows. {listed}"


def _chairs(one: DecisionFacts) -> str:
    """Who submitted a draft that no State sponsored first, with the article."""
    words = one.sponsors[0]
    return f"the {words}" if words.casefold().startswith("co-chair") else words


def _names(one: DecisionFacts) -> str:
    return series(sorted(one.sponsors, key=folded))
