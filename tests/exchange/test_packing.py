"""A pack written out makes the same conference again."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from plenary_tui.exchange.pack import load_pack
from plenary_tui.exchange.packing import packed
from plenary_tui.procedure.meetings.convening import ConferenceConvened
from plenary_tui.procedure.state.conference import Document, Policies, SideEvent
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.vocabulary import Rank
from tests.chamber import DELEGATIONS, FakeClock, small_conference, vienna

NOW = FakeClock().now()


def again(convened: ConferenceConvened, folder: Path) -> ConferenceConvened:
    """The conference that is made of a pack written out."""
    folder.mkdir()
    for name, text in packed(convened).items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_pack(folder).convene(convened.at)


@pytest.mark.parametrize("starting", [None, vienna(3, 10, month=3), vienna(25, 9, 30, month=10)])
def test_the_sample_comes_out_as_it_went_in(tmp_path: Path, starting: datetime | None) -> None:
    convened = load_pack("cop12").convene(NOW, starting=starting)
    assert again(convened, tmp_path / "pack") == convened


def test_a_small_conference_with_everything_that_may_differ(tmp_path: Path) -> None:
    convened = small_conference(
        NOW,
        delegations=tuple(sorted(DELEGATIONS, key=lambda one: folded(one.name))),
        policies=Policies(
            limit=timedelta(seconds=240), video_ranks=(Rank.MINISTER,), on_air_in_committee=True
        ),
        documents=(Document("A draft, “quoted”\\", sponsors=("NGA", "NER")),),
        side_events=(
            SideEvent("A briefing", kind="briefing", modes=("in person", "online")),
            SideEvent(
                "An event; with signs",
                starts=vienna(15, 13),
                ends=vienna(15, 13, 50),
                room="CR3",
                modes=("online",),
            ),
        ),
    )
    assert again(convened, tmp_path / "pack") == convened


def test_a_rehearsal_makes_a_conference_in_earnest(tmp_path: Path) -> None:
    convened = load_pack("cop12").convene(NOW, rehearsal=True)
    assert again(convened, tmp_path / "pack") == replace(convened, rehearsal=False)
