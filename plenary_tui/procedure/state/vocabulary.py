"""The words of the chamber, as closed sets.

Every value is the word shown on screen and written in JSON. Reading is lenient (`State party`,
`state-party`, `STATE_PARTY` are one word), writing is exact.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A word of the chamber that may be read with hyphens, underscores and any case."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        wanted = _plain(value)
        return next(
            (word for word in cls if wanted in (_plain(word.value), _plain(word.name))), None
        )


def _plain(text: str) -> str:
    return text.strip().casefold().replace("-", " ").replace("_", " ")


class Tier(Word):
    """The order group of a delegation: States speak first, then IGOs, then NGOs."""

    STATES = "States"
    IGOS = "IGOs"
    NGOS = "NGOs"

    @property
    def order(self) -> int:
        """Its place in the order of speaking, from 0."""
        return _TIER_ORDER[self]

    def counted(self, number: int) -> str:
        """So many of it in words, e.g. `1 NGO`, `9 NGOs`."""
        return f"{number} {self.value.removesuffix('s') if number == 1 else self.value}"


_TIER_ORDER = {tier: place for place, tier in enumerate(Tier)}


class ParticipantClass(Word):
    """What a delegation is, which decides what it may do (PROCEDURE.md, Participants)."""

    STATE_PARTY = "State party"
    REIO_PARTY = "REIO party"
    SIGNATORY_STATE = "signatory State"
    OBSERVER_STATE = "observer State"
    IGO = "IGO"
    NGO = "NGO"

    @property
    def described(self) -> str:
        """With its article, e.g. `an observer State`."""
        vowel = self.value[0].lower() in "aeio" or self is ParticipantClass.NGO
        return f"{'an' if vowel else 'a'} {self.value}"

    @property
    def tier(self) -> Tier:
        """The tier it speaks in."""
        return {ParticipantClass.IGO: Tier.IGOS, ParticipantClass.NGO: Tier.NGOS}.get(
            self, Tier.STATES
        )


class Rank(Word):
    """The rank of a speaker."""

    HEAD_OF_STATE = "head of State"
    HEAD_OF_GOVERNMENT = "head of Government"
    MINISTER = "minister"
    HEAD_OF_DELEGATION = "head of delegation"
    OTHER = "other"


class Language(Word):
    """The six official languages of the United Nations; one is that of delivery (rule 36)."""

    ARABIC = "Arabic"
    CHINESE = "Chinese"
    ENGLISH = "English"
    FRENCH = "French"
    RUSSIAN = "Russian"
    SPANISH = "Spanish"

    @property
    def code(self) -> str:
        """Its ISO 639-1 code."""
        return _LANGUAGE_CODES[self]

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        coded = next((language for language in cls if language.code == str(value).lower()), None)
        return coded or super()._missing_(value)


_LANGUAGE_CODES = dict(zip(Language, ("ar", "zh", "en", "fr", "ru", "es"), strict=True))


class Delivery(Word):
    """How a statement is delivered."""

    IN_PERSON = "in-person"
    VIDEO = "video"


class Explanation(Word):
    """When a delegation explains its position or its vote on a draft."""

    BEFORE = "before action"
    AFTER = "after action"


class ItemKind(Word):
    """What an agenda item is for."""

    PROCEDURAL = "procedural"
    GENERAL_DISCUSSION = "general discussion"
    THEMATIC = "thematic"


class EventKind(Word):
    """What an event beside the meetings is."""

    SIDE_EVENT = "side event"
    BRIEFING = "briefing"
    ROUND_TABLE = "round table"
    DIALOGUE = "dialogue"
    SOCIAL_EVENT = "social event"


class Mode(Word):
    """How an event beside the meetings is held; a side event never in both ways (rule 35)."""

    IN_PERSON = "in person"
    ONLINE = "online"
    HYBRID = "in person and online"

    @property
    def parts(self) -> tuple[str, ...]:
        """The one or two ways it stands for."""
        return tuple(self.value.split(" and "))


class Stage(Word):
    """How far an agenda item has come."""

    NOT_TAKEN_UP = "not taken up"
    INTRODUCED = "introduced"
    SECRETARIAT = "Secretariat"
    FLOOR_OPEN = "floor open"
    DEBATE_ADJOURNED = "debate adjourned"
    DEBATE_CLOSED = "debate closed"
    CONCLUDED = "concluded"

    @property
    def over(self) -> bool:
        """Whether nobody else on the list is heard, unless the floor is opened again."""
        return self in (Stage.DEBATE_ADJOURNED, Stage.DEBATE_CLOSED, Stage.CONCLUDED)

    @property
    def of_current(self) -> str:
        """The stage of an item that is or was the current one, in words."""
        return "taken up" if self is Stage.NOT_TAKEN_UP else self.value


class Body(Word):
    """Who sits in a meeting."""

    PLENARY = "plenary"
    COMMITTEE = "committee of the whole"


class MeetingStatus(Word):
    """How a meeting stands."""

    NOT_OPENED = "not opened"
    IN_SESSION = "in session"
    SUSPENDED = "suspended"
    ADJOURNED = "adjourned"


class FloorKind(Word):
    """Why somebody has the floor."""

    STATEMENT = "statement"
    SECRETARIAT = "secretariat"
    PRESIDENT = "president"
    RAPPORTEUR = "rapporteur"
    CHAIR = "chair"
    GUEST = "guest"
    REPLY = "reply"
    POINT_OF_ORDER = "point of order"


class Phase(Word):
    """How far a statement has come."""

    CALLED = "called"
    SPEAKING = "speaking"
    PAUSED = "paused"


class Timing(Word):
    """Where a statement stands against its limit."""

    ON_TIME = "on time"
    WRAP_UP = "wrap up"
    OVER = "over"
    CALL_TO_ORDER = "call to order"


class DraftStatus(Word):
    """How ready a draft is: published once edited and in all six languages (rule 8)."""

    TABLED = "tabled"
    EDITED = "edited"
    PUBLISHED = "published"


class DraftKind(Word):
    """What a draft would be if it is adopted."""

    RESOLUTION = "resolution"
    DECISION = "decision"


class Outcome(Word):
    """What became of a draft on which action was taken (rule 34)."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"


class Majority(Word):
    """What a vote needs of those present and voting (rule 34)."""

    TWO_THIRDS = "two thirds"
    SIMPLE = "simple"


class Ground(Word):
    """What a call to order is about."""

    TIME = "time"
    RELEVANCE = "relevance"
    LANGUAGE = "language"


class MotionKind(Word):
    """The procedural motions, in their order of precedence (rule 33)."""

    SUSPEND_MEETING = "suspend the meeting"
    ADJOURN_MEETING = "adjourn the meeting"
    ADJOURN_DEBATE = "adjourn the debate"
    CLOSE_DEBATE = "close the debate"

    @property
    def precedence(self) -> int:
        """Its place in the order of precedence, from 0."""
        return tuple(MotionKind).index(self)

    @property
    def of_debate(self) -> bool:
        """Whether it is about the debate on an item, so that it is spoken on."""
        return self in (MotionKind.ADJOURN_DEBATE, MotionKind.CLOSE_DEBATE)


class Side(Word):
    """On which side somebody speaks on a motion."""

    FOR = "for"
    AGAINST = "against"


class QuorumFor(Word):
    """What a quorum is needed for (rule 25)."""

    DEBATE = "open and debate"
    DECIDE = "decide"


class QuorumBase(Word):
    """Of what a quorum is a share."""

    TAKING_PART = "parties taking part"
    ALL_PARTIES = "all parties"


class Became(Word):
    """What became of an act that a podium recorded alone."""

    OPEN = "open"
    DONE = "done again"
    LEFT = "left undone"
