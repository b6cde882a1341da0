"""Who takes part in a conference, as frozen state."""

from __future__ import annotations

from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.vocabulary import ParticipantClass, Tier


class Delegation(Value):
    """A State, REIO, IGO or NGO that takes part.

    Attributes:
        id: the code it is known by: ISO alpha-3 for a State, an acronym for an organization.
        name: its short name as the United Nations writes it, in English.
        spoken: its name with the article that speech needs ("the Netherlands"); "" if the same.
        codes: other codes that name it (ISO alpha-2, M49).
        names: (language code, name) in the other official languages.
        also: other names by which people know it, in any language.
        group: its regional group; "" if none.
        registered: whether it may attend.
        late: whether it registered after registration had closed.
    """

    id: str
    name: str
    participant: ParticipantClass
    spoken: str = ""
    codes: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    group: str = ""
    registered: bool = True
    late: bool = False
    also: tuple[str, ...] = ()

    @property
    def tier(self) -> Tier:
        """The order group in which it is called."""
        return self.participant.tier

    @property
    def as_spoken(self) -> str:
        """Its name as the President says it."""
        return self.spoken or self.name
