"""What is shown of drafts and decisions: on the podium, on paper and in the snapshot (row 34)."""

from __future__ import annotations

import pytest

from plenary_tui.exchange.script import built_in
from plenary_tui.procedure.state.conference import Document
from plenary_tui.procedure.state.vocabulary import Language, Outcome
from plenary_tui.views.drafts import printed_decisions
from plenary_tui.views.paper import status_report
from plenary_tui.views.podium.cards import floor_card
from plenary_tui.views.public.snapshot import take_snapshot
from tests.chamber import Chamber

DRAFTS = (
    Document("On cooperation", "L.4", item="2", languages=tuple(Language), status="published"),
    Document("On cooperation", "L.5", item="2", languages=tuple(Language), status="published"),
)


@pytest.fixture
def chamber() -> Chamber:
    """Item 2 is considered; L.4 and L.5 come under it and are published."""
    chamber = Chamber(documents=DRAFTS)
    chamber.open_floor("2")
    return chamber


def test_row_34_the_record_names_the_text_that_was_acted_on(chamber: Chamber) -> None:
    chamber.do("take-up-document", document="L.4")
    chamber.do("defer-document", reason="for consultations")
    chamber.do("revise-document", document="L.4")
    chamber.do("take-up-document", document="L.4")
    chamber.do("vote-document", in_favour=6, against=1, abstaining=1, override="in English only")
    record = printed_decisions(chamber.conference, chamber.clock.now())
    assert "  L.4 was deferred (for consultations), 1st meeting, 14.10. 10:00\n" in record
    assert (
        "  L.4/Rev.1 was adopted by 6 in favour, 1 against, 1 abstaining "
        "(two thirds of those voting: 5 needed), 1st meeting, 14.10. 10:00\n"
    ) in record


def test_row_34_who_looks_on_sees_the_draft_and_the_decisions(chamber: Chamber) -> None:
    chamber.do("add-sponsor", document="L.4", delegation="Niger")
    chamber.do("take-up-document", document="L.4")
    seen = take_snapshot(chamber.conference, chamber.clock.now(), built_in())
    assert seen.draft is not None and (seen.draft.label, seen.draft.late) == ("L.4", False)
    assert seen.draft.sponsors == ("Niger",)
    line = "DRAFT BEFORE THE MEETING: L.4, On cooperation"
    assert line in floor_card(chamber.conference, chamber.clock.now()).lines
    assert line in status_report(chamber.conference, chamber.clock.now())
    chamber.do("vote-document", in_favour=6, against=2)
    seen = take_snapshot(chamber.conference, chamber.clock.now(), built_in())
    (decision,) = seen.decisions
    assert seen.draft is None and seen.documents[0].outcome is Outcome.ADOPTED
    assert decision.vote is not None and decision.vote.needed == 6
    assert "Decision: L.4 was adopted by 6" in status_report(
        chamber.conference, chamber.clock.now()
    )


@pytest.mark.parametrize(("day", "late"), [("2024-09-30", False), ("2024-10-01", True), ("", True)])
def test_row_07_a_draft_tabled_after_the_deadline_is_flagged_wherever_it_is_shown(
    chamber: Chamber, day: str, late: bool
) -> None:
    chamber.do("table-document", title="On fraud", sponsor="Niger", tabled=day)
    seen = take_snapshot(chamber.conference, chamber.clock.now(), built_in())
    assert [one.late for one in seen.documents] == [False, False, late]
    record = printed_decisions(chamber.conference, chamber.clock.now())
    assert ("AFTER THE DEADLINE" in record) is late
