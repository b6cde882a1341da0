"""What may have been typed for what was recorded of motions and drafts."""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.procedure.alone.named_before import Before, Guess, votes
from plenary_tui.procedure.decisions.adoption import (
    AdoptDocument,
    DeferDocument,
    DocumentActedOn,
    DocumentTakenUp,
    TakeUpDocument,
    VoteDocument,
    WithdrawDocument,
)
from plenary_tui.procedure.decisions.documents import (
    CorrectDocument,
    DocumentCorrected,
    DocumentRevised,
    DocumentTabled,
    ReviseDocument,
    TableDocument,
)
from plenary_tui.procedure.decisions.motions import (
    DecideMotion,
    MotionDecided,
    MotionDropped,
    MotionMoved,
    MotionSpokenOn,
    MoveMotion,
    SpeakOnMotion,
    WithdrawMotion,
)
from plenary_tui.procedure.decisions.publication import (
    DocumentAdvanced,
    DocumentTranslated,
    MarkEdited,
    MarkTranslated,
    PublishDocument,
)
from plenary_tui.procedure.decisions.sponsors import (
    AddSponsor,
    RemoveSponsor,
    SponsorAdded,
    SponsorLeft,
)
from plenary_tui.procedure.ground.act import Event


def of_papers(event: Event, before: Before) -> Iterator[Guess]:
    """What may have been typed for an event of a motion or a draft."""
    match event:
        case MotionMoved(motion=motion, delegation=delegation):
            yield MoveMotion, {"motion": motion, "delegation": delegation}
        case MotionSpokenOn(delegation=delegation, side=side):
            yield SpeakOnMotion, {"delegation": delegation, "side": side}
        case MotionDropped(number=number):
            moved = (one.motion for one in before.conference.motions if one.number == number)
            for motion in moved:
                yield WithdrawMotion, {"motion": motion}
        case MotionDecided(vote=vote):
            yield DecideMotion, {**votes(vote), "confirm": True}
        case DocumentTabled(document=one):
            sponsor = ", ".join(one.sponsors) or one.submitter
            known = {"title": one.title, "sponsor": sponsor, "symbol": one.symbol or ""}
            more = {"draft": one.kind, "item": one.item or ""}
            tabled = one.tabled.isoformat() if one.tabled is not None else ""
            yield TableDocument, {**known, **more, "tabled": tabled}
        case _:
            yield from _of_one_draft(event, before)


def _of_one_draft(event: Event, before: Before) -> Iterator[Guess]:
    """What may have been typed for an event of a draft that is there."""
    number = getattr(event, "number", None)
    for draft in before.document(number) if isinstance(number, int) else ():
        document = {"document": draft}
        match event:
            case DocumentCorrected(title=title, symbol=symbol, item=item):
                known = {"title": title, "symbol": symbol, "item": item or ""}
                yield CorrectDocument, {**document, **known}
            case DocumentRevised(title=title):
                yield ReviseDocument, {**document, "title": title}
            case DocumentAdvanced():
                yield MarkEdited, document
                yield PublishDocument, document
            case DocumentTranslated(language=language, off=off):
                yield MarkTranslated, {**document, "language": language, "off": off}
            case SponsorAdded(delegation=delegation):
                yield AddSponsor, {**document, "delegation": delegation}
            case SponsorLeft(delegation=delegation):
                yield RemoveSponsor, {**document, "delegation": delegation}
            case DocumentTakenUp():
                yield TakeUpDocument, document
            case DocumentActedOn(vote=vote, orally_revised=revised, remark=remark):
                if vote is not None:
                    counted = {**votes(vote), "majority": event.majority}
                    yield VoteDocument, {**document, **counted, "orally_revised": revised}
                yield AdoptDocument, {**document, "orally_revised": revised}
                yield DeferDocument, {**document, "reason": remark}
                yield WithdrawDocument, {**document, "reason": remark}
            case _:
                return
