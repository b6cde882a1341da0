"""Which acts on a draft make sense now."""

from __future__ import annotations

import pytest

from plenary_tui.actions.drafts import fitting
from plenary_tui.procedure.state.conference import Document
from plenary_tui.procedure.state.vocabulary import Language
from tests.chamber import Chamber


@pytest.mark.parametrize("act", ["adopt-document", "vote-document", "defer-document"])
def test_row_34_and_33_no_action_on_a_draft_is_offered_before_a_motion_is_decided(act: str) -> None:
    draft = Document("On fraud", "L.4", item="2", languages=tuple(Language), status="published")
    chamber = Chamber(documents=(draft,))
    chamber.open_floor("2")

    def offered() -> set[str]:
        found = fitting(chamber.conference, chamber.conference.documents[0])
        return {one.id for one in found}

    chamber.do("take-up-document", document="L.4")
    chamber.do("move-motion", motion="adjourn-debate", delegation="Niger")
    assert act not in offered()
    chamber.do("withdraw-motion")
    assert act in offered()
