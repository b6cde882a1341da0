"""Who may speak how: by video, in which language, for a group (rows 9, 22, 31 and 36)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plenary_tui.procedure.state.conference import Policies
from plenary_tui.procedure.state.vocabulary import Delivery, Language, Rank
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """The floor is open on item 1(f); one of each tier waits."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "INTERPOL", "Sample Watch")
    return chamber


VIDEO = {"delivery": "video", "rank": "minister", "media": "GIN.mp4"}


def test_row_09_there_is_no_remote_delivery(chamber: Chamber) -> None:
    with pytest.raises(ValueError):
        chamber.do("inscribe", delegation="Guinea", delivery="online")
    assert [one.value for one in Delivery] == ["in-person", "video"]


@pytest.mark.parametrize(
    "rank", ["head of State", "head-of-government", "MINISTER", "head_of_delegation"]
)
def test_row_22_a_high_level_government_speaker_may_send_a_video(
    chamber: Chamber, rank: str
) -> None:
    chamber.inscribe("Guinea", delivery="video", rank=rank, media="GIN.mp4")
    entry = chamber.entry("GIN")
    assert (entry.delivery, entry.media) == (Delivery.VIDEO, "GIN.mp4")


@pytest.mark.parametrize("delegation", ["Guinea", "European Union", "Iran", "Tuvalu"])
def test_row_22_a_video_of_another_rank_is_refused(chamber: Chamber, delegation: str) -> None:
    refusal = chamber.refused("inscribe", delegation=delegation, delivery="video")
    assert "high-level speaker" in refusal.why and "“other”" in refusal.why
    assert "rank" in refusal.instead and "in person" in refusal.instead


@pytest.mark.parametrize("delegation", ["UNIDROIT", "Sample Relief"])
def test_row_22_a_video_of_an_igo_or_ngo_is_refused_whatever_the_rank(
    chamber: Chamber, delegation: str
) -> None:
    refusal = chamber.refused(
        "inscribe",
        delegation=delegation,
        delivery="video",
        rank="head of State",
        override="A favour",
        speaker="Sample Speaker 2",
        function="Director",
    )
    assert "high-level government speakers" in refusal.why
    assert "speak in person" in refusal.instead


def test_row_22_an_edit_is_held_to_the_same_rule(chamber: Chamber) -> None:
    assert "high-level" in chamber.refused("edit", entry="Niger", delivery="video").why
    chamber.do("edit", entry="Niger", delivery="video", rank="minister")
    assert "high-level" in chamber.refused("edit", entry="Niger", rank="other").why
    assert "an NGO" in chamber.refused("edit", entry="Sample Watch", delivery="video").why


def test_row_22_the_ranks_are_a_policy() -> None:
    chamber = Chamber(policies=Policies(video_ranks=(Rank.HEAD_OF_STATE,)))
    refusal = chamber.refused(
        "inscribe", delegation="Niger", item="1(f)", delivery="video", rank="minister"
    )
    assert "(head of State)" in refusal.why


@pytest.mark.parametrize(
    ("typed", "language"),
    [(one.code, one) for one in Language]
    + [(one.value.upper(), one) for one in Language]
    + [("AR", Language.ARABIC)],
)
def test_row_36_the_language_of_delivery_is_recorded(
    chamber: Chamber, typed: str, language: Language
) -> None:
    chamber.inscribe("Guinea", language=typed)
    assert chamber.entry("GIN").language is language
    chamber.do("give-floor", entry="Guinea", reason="Test")
    assert chamber.conference.floor.entry.language is language  # type: ignore[union-attr]


@pytest.mark.parametrize("typed", ["German", "de", "", "e n"])
def test_row_36_another_language_cannot_be_recorded(chamber: Chamber, typed: str) -> None:
    before = chamber.conference
    with pytest.raises(ValueError):
        chamber.do("inscribe", delegation="Guinea", language=typed)
    assert chamber.conference is before


@pytest.mark.parametrize("typed", ["2:50", "170", "0:02:50", 170, timedelta(seconds=170)])
def test_row_22_the_length_of_a_video_is_recorded(chamber: Chamber, typed: object) -> None:
    chamber.inscribe("Guinea", **VIDEO, media_length=typed)
    assert chamber.entry("GIN").media_length == timedelta(seconds=170)


def test_row_22_a_length_that_is_none_is_refused(chamber: Chamber) -> None:
    for typed in ("three minutes", "3:60", "-5", "1:2:3:4"):
        with pytest.raises(ValueError):
            chamber.do("inscribe", delegation="Guinea", media_length=typed)


def test_row_22_a_video_longer_than_its_limit_needs_a_reason(chamber: Chamber) -> None:
    refusal = chamber.refused("inscribe", delegation="Guinea", **VIDEO, media_length="3:20")
    assert refusal.why == "The video statement is 3:20 long and the time limit is 3:00."
    assert refusal.remedy == "override"
    overruled, _ = chamber.do(
        "inscribe", delegation="Guinea", **VIDEO, media_length="3:20", override="The President"
    )
    assert overruled.kind == "overruled"
    chamber.do("edit", entry="Guinea", speaker="Sample Speaker 9")
    assert chamber.entry("GIN").media_length == timedelta(seconds=200), "asked once only"
    chamber.do("edit", entry="Guinea", media_length="")
    assert not chamber.entry("GIN").media_length


def test_row_22_an_edit_checks_the_length_under_the_limit_in_force(chamber: Chamber) -> None:
    chamber.inscribe("Guinea", **VIDEO, media_length="3:00")
    assert chamber.refused("edit", entry="Guinea", media_length="3:01").remedy == "override"
    chamber.do("edit", entry="Guinea", media_length="3:01", override="The President")
    chamber.do("set-limit", seconds=240)
    chamber.do("edit", entry="Guinea", media_length="3:59")
    chamber.do("give-floor", entry="Guinea", reason="the file is ready")
    chamber.do("set-limit", seconds=60)
    chamber.do("edit", media_length="4:00")
    assert chamber.refused("edit", media_length="4:01").remedy == "override"
