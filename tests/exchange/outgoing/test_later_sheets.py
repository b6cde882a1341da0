"""The sheets of votes by name and of corrections: there where there is anything for them."""

from __future__ import annotations

from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import FloorKind
from plenary_tui.views.public.drafts import VotersView
from plenary_tui.views.record.facts import Votes
from tests.exchange.outgoing.test_figures_book import sheets
from tests.views.record.recorded import record_of, spoken_on


def test_who_voted_how_one_below_the_other() -> None:
    chamber = spoken_on("2", "Nigeria")
    chamber.do("take-up-document", document="L.4")
    chamber.do("vote-document", in_favour=5, against=1, abstaining=1)
    record = record_of(chamber)
    assert "Votes by name" not in sheets(record)
    by_name = VotersView(
        in_favour=("Niger", "Nigeria"), against=("Guinea",), abstaining=("Türkiye",)
    )
    vote = Votes(in_favour=2, against=1, abstaining=1, by_name=by_name)
    decision = replace(record.decisions[0], **{"vote": vote})
    rows = sheets(replace(record, **{"decisions": (decision,)}))["Votes by name"]
    assert [row[1:] for row in rows[1:]] == [
        ["L.4", "Niger", "in favour"],
        ["L.4", "Nigeria", "in favour"],
        ["L.4", "Guinea", "against"],
        ["L.4", "Türkiye", "abstaining"],
    ]


def test_votes_by_name_on_motions_and_appeals_too() -> None:
    chamber = spoken_on("2", "Nigeria")
    chamber.do("count-present", present=7)
    chamber.do("raise-point", delegation="TUR")
    chamber.do("rule-point", ruling="No", appeal="TUR", voted_for="TUR", opposed="NER")
    chamber.do("move-motion", motion="close-debate", delegation="NGA")
    chamber.do("decide-motion", voted_for="NGA", opposed="GIN, NER")
    rows = sheets(record_of(chamber))["Votes by name"]
    assert [row[1:] for row in rows[1:]] == [
        ["Appeal: Türkiye", "Türkiye", "in favour"],
        ["Appeal: Türkiye", "Niger", "against"],
        ["Motion: Nigeria", "Nigeria", "in favour"],
        ["Motion: Nigeria", "Guinea", "against"],
        ["Motion: Nigeria", "Niger", "against"],
    ]


def test_what_was_corrected_with_both() -> None:
    chamber = spoken_on("1(f)", "Nigeria", speaker="Ada")
    assert "Corrected" not in sheets(record_of(chamber))
    number = [one.kind for one in chamber.conference.statements].index(FloorKind.STATEMENT) + 1
    chamber.do("correct-statement", number=str(number), speaker="Bob")
    heads, row = sheets(record_of(chamber))["Corrected"]
    found = dict(zip(map(str, heads), row, strict=True))
    assert (found["Of"], found["Field"], found["Was"], found["Is"]) == (
        *("Nigeria", "speaker", "Ada", "Bob"),
    )


def test_whose_vote_was_corrected_stands_in_its_row() -> None:
    chamber = spoken_on("2")
    chamber.do("count-present", present=7)
    chamber.do("take-up-document", document="L.4")
    chamber.do("vote-document", voted_for="Türkiye, Niger, Guinea", opposed="CIV")
    chamber.do("correct-vote", voted_for="CIV", opposed="Niger")
    rows = [row[5:] for row in sheets(record_of(chamber))["Corrected"][1:]]
    assert rows == [
        ["vote of Côte d\u2019Ivoire", "against", "in favour"],
        ["vote of Niger", "in favour", "against"],
    ]
