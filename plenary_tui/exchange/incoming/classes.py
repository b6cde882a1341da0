"""What a delegation is, as offices write it in a column of classes."""

from __future__ import annotations

from functools import cache

from plenary_tui.procedure.ground.written import plain
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.vocabulary import ParticipantClass, Tier

_WORDS = {
    ParticipantClass.STATE_PARTY: """
        state party; states party; states parties; party; parties; état partie; états parties;
        estado parte; estados parte; государство участник; دولة طرف; 缔约国; vertragsstaat
        """,
    ParticipantClass.REIO_PARTY: "reio; reio party; regional economic integration organization",
    ParticipantClass.SIGNATORY_STATE: """
        signatory; signatory state; state signatory; état signataire; estado signatario
        """,
    ParticipantClass.OBSERVER_STATE: """
        observer state; non party; non signatory; état observateur; estado observador;
        государство наблюдатель; 观察员国
        """,
    ParticipantClass.IGO: """
        igo; igos; oig; io; international organization; international organisation;
        intergovernmental organization; intergovernmental organisation; un entity; un agency;
        united nations system; specialized agency; observer igo; igo observer;
        organisation intergouvernementale; organización intergubernamental; мпо;
        межправительственная организация; منظمة حكومية دولية; 政府间组织;
        zwischenstaatliche organisation
        """,
    ParticipantClass.NGO: """
        ngo; ngos; ong; cso; csos; non governmental organization; non governmental organisation;
        nongovernmental organization; observer ngo; ngo observer; civil society; academia;
        private sector; organisation non gouvernementale; société civile;
        organización no gubernamental; sociedad civil; нпо; неправительственная организация;
        منظمة غير حكومية; 非政府组织; nichtregierungsorganisation
        """,
}
_STATES = """
    state; states; member state; member states; country; government; état; états; état membre;
    estado; estado miembro; gobierno; gouvernement; государство; دولة; 国家; staat
    """


class Written(Value):
    """What a cell of a class says.

    Attributes:
        participant: the class; None if it does not say which.
        tiers: of what it may be; () if it says nothing.
    """

    participant: ParticipantClass | None = None
    tiers: tuple[Tier, ...] = ()


NOTHING = Written()


@cache
def _known() -> dict[str, Written]:
    found = {plain(word): Written(None, (Tier.STATES,)) for word in _STATES.split(";")}
    for participant, words in _WORDS.items():
        said = Written(participant, (participant.tier,))
        found |= {plain(word): said for word in words.split(";")}
    return found


def read_class(text: str) -> Written:
    """What a cell says of the class of a delegation."""
    if not text:
        return NOTHING
    if (found := _known().get(plain(text))) is not None:
        return found
    try:
        participant = ParticipantClass(text)
    except ValueError:
        return NOTHING
    return Written(participant, (participant.tier,))
