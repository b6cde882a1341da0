"""Drafts, decisions and votes for paper in another language than English, in 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plenary_tui.procedure.decisions.vote_changes import Votable, VoteChange, motion_decided
from plenary_tui.procedure.ground.drafts import (
    decided_in,
    final_decision,
    is_late,
    label_of,
    missing_languages,
    sponsor_names,
)
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.state.conference import Conference, Document
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.frozen import replace as changed
from plenary_tui.procedure.state.proceedings import (
    Decision,
    MotionOutcome,
    Ruling,
    Tally,
    TallyCorrection,
    VoteCorrection,
)
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, DraftStatus
from plenary_tui.views.drafts import corrected, votes_taken
from plenary_tui.views.paper_in import as_of, name_of_paper, on_paper
from plenary_tui.views.record import colon_names as names
from plenary_tui.views.record.colon_sentences import MOTION_OUTCOMES, MOTIONS, decision, upheld
from plenary_tui.views.record.facts import votes
from plenary_tui.views.record.plain_text import WIDTH, wrapped
from plenary_tui.views.record.taking import decision_facts
from plenary_tui.views.wording.tongue import Tongue, in_tongue, marked

_STATUS = {
    DraftStatus.TABLED: marked("tabled"),
    DraftStatus.EDITED: marked("edited"),
    DraftStatus.PUBLISHED: marked("published"),
}
"""How a draft stands on which nobody has acted."""


def decisions_in(conference: Conference, now: Instant, tongue: Tongue) -> str:
    """The drafts and the decisions on them as plain text."""
    return on_paper(_Drafts(conference, now, tongue).decisions(), tongue)


def votes_in(conference: Conference, now: Instant, tongue: Tongue) -> str:
    """Every vote with who voted how, where that was recorded, as plain text."""
    return on_paper(_Drafts(conference, now, tongue).votes(), tongue)


class _Named(Value):
    """A draft as `names.draft` wants it."""

    label: str
    kind: str


class _Drafts:
    def __init__(self, conference: Conference, now: Instant, tongue: Tongue) -> None:
        self._conference, self._tongue = in_tongue(conference, tongue)
        self._now = now

    def decisions(self) -> Iterator[str]:
        """The page of decisions and drafts, line by line."""
        words, conference = self._tongue.words, self._conference
        yield from self._head(words("Drafts and decisions"))
        yield from ("", words("DECISIONS"))
        for one in conference.decisions:
            yield from _indented(self._decision(one), 2)
        if not conference.decisions:
            yield from _indented(words("nothing so far"), 2)
        yield from ("", words("DRAFTS"))
        for document in conference.documents:
            first, *rest = self._document(document)
            yield from _indented(first, 2)
            for text in rest:
                yield from _indented(text, 6)
        if not conference.documents:
            yield from _indented(words("nothing so far"), 2)

    def votes(self) -> Iterator[str]:
        """The page of votes, line by line."""
        words = self._tongue.words
        yield from self._head(words("Votes"))
        voted = votes_taken(self._conference)
        for one, vote in voted:
            yield ""
            yield from _indented(self._voted(one), 0)
            for text in self._voters(vote):
                yield from _indented(text, 2)
            for kept, otherwise in corrected(self._conference, one):
                yield from _indented(self._before(one, kept, otherwise), 2)
        if not voted:
            yield ""
            yield from wrapped(words("Nothing was put to the vote."), WIDTH)

    def _head(self, title: str) -> Iterator[str]:
        head = (
            name_of_paper(self._conference, self._tongue),
            title,
            as_of(self._conference, self._now, self._tongue),
        )
        for text in head:
            yield from wrapped(text, WIDTH)

    def _decision(self, one: Decision) -> str:
        """What became of a draft, where and when."""
        when = self._when(one.meeting, one.body, one.decided_at)
        return decision(decision_facts(self._conference, 0, one), when, self._tongue, text=False)

    def _when(self, number: int, body: Body, at: datetime) -> str:
        when = self._tongue.moment(self._conference.timezone, at)
        if not number:
            return when
        which = self._tongue.meeting(number, body)
        return self._tongue.words("{meeting}, {date}", meeting=which, date=when)

    def _voted(self, one: Votable) -> str:
        """What was put to the vote and what came of it, where and when."""
        tongue, conference, words = self._tongue, self._conference, self._tongue.words
        match one:
            case Decision():
                return self._decision(one)
            case MotionOutcome(motion=moved):
                what = words("Motion: {name}", name=name_of(conference, moved.delegation))
                item = words("Item {symbol}", symbol=moved.item) if moved.item else ""
                about = names.bracketed(what, (words(MOTIONS[moved.motion]), item), tongue)
                when = self._when(moved.meeting, moved.body, one.decided_at)
            case Ruling(point=point, appeal=appeal):
                assert appeal is not None
                by = words("Point of order: {name}", name=name_of(conference, point.delegation))
                appealed = words("Appeal: {name}", name=name_of(conference, appeal.delegation))
                about = names.bracketed(by, (appealed,), tongue)
                when = self._when(point.meeting, point.body, one.ruled_at)
        heading = words("{name} ({note})", name=about, note=when)
        return words(
            "{text}.", text=words("{heading}: {names}", heading=heading, names=self._came(one))
        )

    def _came(self, one: Votable, was: TallyCorrection | VoteCorrection | None = None) -> str:
        """What came of a vote, with its numbers: as it stands, or as it was before."""
        tongue, conference = self._tongue, self._conference
        match one:
            case Decision():
                if isinstance(was, VoteCorrection):
                    one = changed(one, vote=was.was, outcome=was.outcome)
                return names.outcome(decision_facts(conference, 0, one), tongue)
            case MotionOutcome():
                vote = was.was if was is not None else one.vote
                counted = votes(conference, vote)
                assert vote is not None and counted is not None
                said = tongue.words(MOTION_OUTCOMES[motion_decided(vote)])
                how = names.counts(counted, tongue)
                return tongue.words("{outcome} {how}", outcome=said, how=how)
            case Ruling(appeal=appeal):
                assert appeal is not None
                vote = was.was if was is not None else appeal.vote
                counted = votes(conference, vote)
                assert counted is not None
                return upheld(counted, tongue, overturned=vote.carried)

    def _voters(self, vote: Tally) -> Iterator[str]:
        words = self._tongue.words
        if not vote.recorded:
            yield words("Not recorded by name.")
            return
        for words_, voters in (
            (words("In favour"), vote.names_for),
            (words("Against"), vote.names_against),
            (words("Abstaining"), vote.names_abstaining),
        ):
            found = self._tongue.sorted(name_of(self._conference, one) for one in voters)
            heading = words("{name} ({note})", name=words_, note=len(found))
            listed = self._tongue.series(found) or words("none")
            yield words("{heading}: {names}", heading=heading, names=listed)

    def _before(
        self,
        one: Votable,
        kept: TallyCorrection | VoteCorrection,
        otherwise: list[VoteChange],
    ) -> str:
        """What was recorded of a vote before it was corrected, and who voted otherwise then."""
        tongue = self._tongue
        names_then = [
            names.bracketed(change.whose, (tongue.words(change.was),), tongue)
            for change in otherwise
        ]
        outcome = self._came(one, kept)
        if names_then:
            outcome += f"{tongue.between_parts}{tongue.series(names_then)}"
        return tongue.words("Corrected afterwards. Before: {outcome}.", outcome=outcome)

    def _document(self, document: Document) -> Iterator[str]:
        """All that is known of a draft, a line each."""
        tongue, conference, words = self._tongue, self._conference, self._tongue.words
        label = label_of(document).removeprefix(f"draft {document.kind} ")
        draft = names.draft(_Named(label, document.kind), tongue)
        title = names.quoted(document.title, tongue)
        yield words("{draft}, {title}", draft=draft, title=title)
        sponsors = tongue.series(sponsor_names(conference, document)) or words("not known")
        yield words("Sponsors: {names}.", names=sponsors)
        item = words("Item {symbol}", symbol=document.item) if document.item else ""
        yield words("{text}.", text=item or words("No item yet"))
        if document.tabled is None:
            yield words("No date of tabling.")
        elif is_late(conference, document):
            yield words("Tabled after the deadline: {date}.", date=tongue.dated(document.tabled))
        else:
            yield words("Tabled: {date}.", date=tongue.dated(document.tabled))
        yield words("Stands: {state}.", state=self._standing(document))
        if missing := missing_languages(document):
            listed = tongue.series(words(one.value) for one in missing)
            yield words("Languages lacking: {names}.", names=listed)
        else:
            yield words("In all six languages.")

    def _standing(self, document: Document) -> str:
        """What became of it, or how far it has come."""
        tongue, conference = self._tongue, self._conference
        if conference.body in document.before:
            return tongue.words("before the meeting")
        found = (
            final_decision(conference, document)
            or decided_in(conference, document, conference.body)
            or decided_in(conference, document, Body.COMMITTEE)
        )
        if found is not None:
            said = names.outcome(decision_facts(conference, 0, found), tongue)
            if found.body is Body.COMMITTEE:
                return tongue.words("{name} ({note})", name=said, note=tongue.body(found.body))
            return said
        return tongue.words(_STATUS[DraftStatus(document.status)])


def _indented(text: str, columns: int) -> Iterator[str]:
    """A paragraph of a page, whose further lines stand further in."""
    for place, line in enumerate(wrapped(text, WIDTH - columns - 2)):
        yield f"{' ' * (columns + (2 if place else 0))}{line}"
