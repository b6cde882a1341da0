"""Explanations of position stand before and after the action they are about."""

from __future__ import annotations

import pytest

from plenary_tui.views.record.delivered import delivered
from plenary_tui.views.record.report import report
from plenary_tui.views.record.scope import Scope
from plenary_tui.views.record.sheet import Paragraph, Table
from plenary_tui.views.record.summary import summary
from tests.chamber import Chamber
from tests.views.record.recorded import record_of, spoken_on
from tests.views.record.test_colon_report import paragraphs, sheet_in

ITEM = Scope(item="2")


def acted(*, vote: bool) -> Chamber:
    """Niger made its statement; Guinea and Nigeria explain before, Türkiye after the action."""
    chamber = spoken_on("2", "Niger")
    chamber.do("count-present", present=7)
    chamber.do("take-up-document", document="L.4")
    explain(chamber, "Nigeria", "before")
    explain(chamber, "Guinea", "before")
    if vote:
        chamber.do("vote-document", in_favour=5, against=1)
    else:
        chamber.do("adopt-document")
    explain(chamber, "Türkiye", "after", on_behalf_of="the European Union")
    return chamber


def explain(chamber: Chamber, delegation: str, when: str, **fields: object) -> None:
    chamber.do("inscribe", delegation=delegation, explains=when, **fields)
    chamber.clock.advance(5)
    chamber.do("give-floor")
    chamber.do("start-clock")
    chamber.clock.advance(60)
    chamber.do("end-statement")


def texts(chamber: Chamber) -> list[str]:
    """The paragraphs of the report."""
    return [
        one.text for one in report(record_of(chamber, ITEM)).blocks if isinstance(one, Paragraph)
    ]


def test_they_are_named_apart_around_the_action() -> None:
    said = texts(acted(vote=False))
    assert said[-4] == "A statement was made by the representative of the Niger."
    assert said[-3] == (
        "Before the action, statements in explanation of position were made by the "
        "representatives of Nigeria and Guinea."
    )
    assert "adopted draft resolution L.4" in said[-2]
    assert said[-1] == (
        "After the action, a statement in explanation of position was made by the representative "
        "of Türkiye (on behalf of the European Union)."
    )


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("Group of 77 and China", "the Group of 77 and China"),
        ("the Group of 77 and China", "the Group of 77 and China"),
        ("European Union", "the European Union"),
        ("African Group", "the African Group"),
        ("GRULAC", "GRULAC"),
    ],
)
def test_the_group_for_which_one_explains_has_its_article(group: str, words: str) -> None:
    chamber = spoken_on("2", "Niger")
    explain(chamber, "Türkiye", "after", on_behalf_of=group)
    assert texts(chamber)[-1] == (
        "A statement in explanation of position was made by the representative of Türkiye "
        f"(on behalf of {words})."
    )


def test_of_a_vote_they_explain_the_vote() -> None:
    said = texts(acted(vote=True))
    assert said[-3].startswith("Before the vote, statements in explanation of vote were made")
    assert said[-1].startswith("After the vote, a statement in explanation of vote was made")


@pytest.mark.parametrize(("vote", "of"), [(True, "de vote"), (False, "de position")])
def test_in_french_too_they_explain_a_vote_or_a_position(vote: bool, of: str) -> None:
    said = paragraphs(sheet_in(acted(vote=vote), "fr", ITEM))
    assert [one.partition(":")[0].strip() for one in said if one.startswith("Explications")] == [
        f"Explications {of} avant {'le vote' if vote else 'la décision'}",
        f"Explications {of} après {'le vote' if vote else 'la décision'}",
    ]


def test_without_an_action_they_stand_at_the_end() -> None:
    chamber = spoken_on("2", "Niger")
    explain(chamber, "Guinea", "after")
    assert texts(chamber)[-1] == (
        "A statement in explanation of position was made by the representative of Guinea."
    )


def test_summary_and_list_have_them_too() -> None:
    record = record_of(acted(vote=False), ITEM)
    said = [one.text for one in summary(record).blocks if isinstance(one, Paragraph)]
    assert any(text.startswith("Before the action, statements in expl") for text in said)
    (table,) = (one for one in delivered(record).blocks if isinstance(one, Table))
    named = [row[5] for row in table.rows]
    assert "Guinea (explanation of position before action)" in named


def test_what_begins_at_the_moment_of_an_action_comes_after_it_and_after_no_other() -> None:
    chamber = spoken_on("2", "Niger")
    chamber.do("count-present", present=7)
    for which, who in (("L.4", "Türkiye"), ("L.9", "Guinea")):
        if which == "L.9":
            chamber.do("table-document", title="More", sponsor="NGA", symbol="L.9", item="2")
        chamber.do("take-up-document", document=which)
        chamber.do("adopt-document", override="read out")
        chamber.do("inscribe", delegation=who, explains="after")
        chamber.do("give-floor")
        chamber.do("start-clock")
        chamber.clock.advance(60)
        chamber.do("end-statement")
    said = [one for one in texts(chamber) if "adopted draft" in one or "After the action" in one]
    assert ["L.4" in said[0], "Türkiye" in said[1], "L.9" in said[2], "Guinea" in said[3]] == (
        [True] * 4
    )
