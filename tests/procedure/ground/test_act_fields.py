"""What the fields of acts take, and what they refuse."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec import NODEFAULT

from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.ground.act_fields import Taken, Unfit, act_fields, by_attribute
from plenary_tui.procedure.ground.as_typed import Unread
from plenary_tui.procedure.state.vocabulary import Language, Tier
from tests.chamber import command_of


def field(act: str, attribute: str) -> Taken:
    return next(one for one in act_fields(ACTS[act]) if one.attribute == attribute)


@pytest.mark.parametrize(
    ("act", "attribute", "given", "meant"),
    [
        ("hear-tier-at", "tier", "NGOs", Tier.NGOS),
        ("hear-tier-at", "tier", Tier.NGOS, Tier.NGOS),
        ("open-meeting", "number", " 3 ", 3),
        ("open-meeting", "number", None, None),
        ("register", "confirm", "Yes", True),
        ("register", "confirm", "off", False),
        ("inscribe", "media_length", "2:30", timedelta(seconds=150)),
        ("inscribe", "media_length", 150, timedelta(seconds=150)),
        ("pause-clock", "seconds_ago", "1:30", 90.0),
        ("pause-clock", "seconds_ago", 2, 2.0),
        ("edit", "language", "French", Language.FRENCH),
        ("edit", "language", "", ""),
        ("edit", "speaker", None, None),
        ("move", "to", 3, "3"),
        ("note", "text", "  Sample   text ", "Sample text"),
    ],
)
def test_what_is_given_is_read_into_what_is_meant(
    act: str, attribute: str, given: object, meant: object
) -> None:
    read = field(act, attribute).read(given)
    assert read == meant and type(read) is type(meant)


@pytest.mark.parametrize(
    ("act", "attribute", "given", "takes"),
    [
        ("hear-tier-at", "tier", "Saints", "one of States, IGOs, NGOs"),
        ("hear-tier-at", "tier", None, "one of States, IGOs, NGOs"),
        ("hear-tier-at", "tier", "", "one of States, IGOs, NGOs"),
        ("open-meeting", "number", "third", "a whole number"),
        ("open-meeting", "number", True, "a whole number"),
        ("open-meeting", "number", "1_0", "a whole number"),
        ("register", "confirm", "perhaps", "yes or no"),
        ("note", "text", None, "text"),
    ],
)
def test_what_is_none_of_the_kind_is_refused_with_what_is(
    act: str, attribute: str, given: object, takes: str
) -> None:
    with pytest.raises(Unfit, match=f"^{takes}$"):
        field(act, attribute).read(given)


def test_no_length_is_negative() -> None:
    with pytest.raises(Unread):
        field("inscribe", "media_length").read(timedelta(seconds=-1))


def test_the_fields_of_an_act_come_before_those_that_many_acts_have() -> None:
    names = [one.name for one in act_fields(ACTS["correct-vote"])]
    assert names[0] == "document" and names.index("reason") < names.index("for")
    assert act_fields(ACTS["inscribe"])[0].default is NODEFAULT
    assert act_fields(ACTS["inscribe"])[-1].name == "override"


def test_a_field_goes_by_the_name_that_is_typed_and_by_its_attribute() -> None:
    register = ACTS["register"]
    assert by_attribute(register, {"class": "NGO"}) == {"participant": "NGO"}
    assert by_attribute(register, {"participant": "NGO"}) == {"participant": "NGO"}
    with pytest.raises(ValueError, match="takes no colour"):
        by_attribute(register, {"colour": "blue"})


def test_an_act_is_read_by_whomever_it_is_made() -> None:
    made = ACTS["hear-tier-at"](tier="NGOs", at=" 17:00 ")
    assert made == command_of("hear-tier-at", tier=Tier.NGOS, at="17:00")
    with pytest.raises(ValueError, match="cannot be shown"):
        ACTS["note"](text="Sample\x1b[2J")
