"""What taking over a file would do is known before anything is recorded."""

from __future__ import annotations

from typing import Any

import pytest

from plenary_tui.exchange.incoming.offer import (
    Contents,
    Offer,
    OfferedDelegation,
    OfferedDraft,
    OfferedEntry,
    OfferedEvent,
    OfferedItem,
    OfferedMeeting,
)
from plenary_tui.exchange.incoming.preview import Choices, Preview, State, preview
from plenary_tui.exchange.incoming.previewed import told
from plenary_tui.exchange.problems import Problem
from plenary_tui.procedure.ground.written import plain
from plenary_tui.procedure.state.frozen import replace
from tests.chamber import Chamber, vienna


@pytest.fixture
def chamber() -> Chamber:
    """Monday, a quarter to ten."""
    return Chamber()


def offer(contents: Contents, sha: str = "1", **offered: Any) -> Offer:
    return Offer("file.csv", sha, "a CSV file", contents=(contents,), **offered)


def look(chamber: Chamber, offered: Offer, **choices: Any) -> Preview:
    answers = {plain(name): code for name, code in choices.pop("answers", {}).items()}
    now = chamber.clock.now()
    return preview(offered, chamber.conference, now, Choices(answers=answers, **choices))


def states(looked: Preview) -> list[tuple[int, str]]:
    return [(row.line, row.state.value) for row in looked.rows]


REGISTRATIONS = offer(
    Contents.DELEGATIONS,
    delegations=(
        OfferedDelegation(2, "Palau", persons=5),
        OfferedDelegation(3, "Belau", persons=2),
        OfferedDelegation(4, "Nigeria", persons=1),
        OfferedDelegation(6, "Law Forum", participant="NGO", persons=1),
        OfferedDelegation(7, "Permanent Mission of Niger", persons=3),
        OfferedDelegation(9, "Korea", persons=1),
        OfferedDelegation(10, "Turkey", persons=1, pending=True),
    ),
    left_out={"rejected": 2},
)


def test_persons_are_gathered_by_delegation(chamber: Chamber) -> None:
    looked = look(chamber, REGISTRATIONS)
    assert states(looked) == [
        (2, "new"),
        (4, "same"),
        (6, "new"),
        (7, "asked"),
        (9, "asked"),
        (10, "skipped"),
    ]
    palau = looked.rows[0]
    assert (palau.what, palau.persons, palau.delegation) == ("Palau", 7, "PLW")
    assert not looked.goes_through and looked.changes
    assert looked.taken_as == (("Belau", "Palau (PLW)"),)
    assert [one.is_proposed for one in looked.questions] == [True, False]


def test_questions_are_answered_and_the_file_goes_through(chamber: Chamber) -> None:
    looked = look(chamber, REGISTRATIONS, take_proposed=True, answers={"Korea": "-"})
    assert looked.goes_through and not looked.questions
    assert looked.counts[State.SAME] == 2 and looked.counts[State.SKIPPED] == 2
    events = chamber.record(*chamber.decide(looked.command))
    assert [event.kind for event in events] == ["rows taken over"] + ["delegation registered"] * 2
    again = look(chamber, REGISTRATIONS, take_proposed=True, answers={"Korea": "-"})
    assert not again.changes and again.goes_through
    assert again.counts[State.SAME] == 4


def test_a_newer_file_shows_what_is_new_changed_and_gone(chamber: Chamber) -> None:
    first = look(chamber, REGISTRATIONS, take_proposed=True, answers={"Korea": "-"})
    chamber.record(*chamber.decide(first.command))
    newer = offer(
        Contents.DELEGATIONS,
        "2",
        delegations=(
            OfferedDelegation(2, "Law Forum", participant="IGO"),
            OfferedDelegation(3, "Nigeria"),
            OfferedDelegation(4, "Niger"),
            OfferedDelegation(5, "Guinea", group="African Group"),
        ),
    )
    looked = look(chamber, newer)
    assert states(looked) == [
        (2, "asked"),
        (3, "same"),
        (4, "same"),
        (5, "changed"),
        (0, "gone"),
    ]
    assert looked.rows[-1].what == "Palau"
    other = offer(Contents.DELEGATIONS, "3", delegations=(OfferedDelegation(2, "Guinea"),))
    assert states(look(chamber, other)) == [(2, "same")], "another file, and no newer one"


def test_requests_need_an_item_and_name_it_once(chamber: Chamber) -> None:
    requests = offer(
        Contents.LIST,
        entries=(OfferedEntry(2, "Guinée"), OfferedEntry(3, "Nigeria", received_at=vienna(3, 9))),
    )
    looked = look(chamber, requests)
    assert looked.wants_item and not looked.goes_through and not looked.rows
    looked = look(chamber, requests, item="1f")
    assert states(looked) == [(2, "new"), (3, "new")]
    chamber.record(*chamber.decide(looked.command))
    assert chamber.waiting() == ["NGA", "GIN"]
    newer = offer(Contents.LIST, "2", entries=(OfferedEntry(2, "Nigeria", speaker="A"),))
    looked = look(chamber, newer, item="1(f)")
    assert states(looked) == [(2, "changed"), (0, "gone")]
    gone = looked.rows[-1]
    assert gone.delegation == "GIN" and gone.why == f"plenary do withdraw '#{looked_id(chamber)}'"
    chamber.do("withdraw", entry=f"#{looked_id(chamber)}")
    assert states(look(chamber, newer, item="1(f)")) == [(2, "changed")]


def looked_id(chamber: Chamber) -> int:
    return chamber.entry("GIN").id


def test_a_delegation_that_is_new_is_registered_with_its_request(chamber: Chamber) -> None:
    requests = offer(
        Contents.LIST,
        entries=(OfferedEntry(2, "Law Forum", "2", "A", "B"), OfferedEntry(3, "law forum", "1f")),
    )
    assert look(chamber, requests).counts[State.ASKED] == 2
    looked = look(chamber, requests, answers={"Law Forum": "NGO"})
    assert states(looked) == [(2, "new"), (2, "new"), (3, "refused")], "an NGO gives its speaker"
    looked = look(chamber, requests, answers={"Law Forum": "NGO"}, skip_refused=True)
    chamber.record(*chamber.decide(looked.command))
    assert chamber.waiting("2") == ["LAWFORUM"]
    assert look(chamber, requests).counts[State.SAME] == 1


def test_what_cannot_be_read_is_refused_with_its_line(chamber: Chamber) -> None:
    broken = offer(
        Contents.DELEGATIONS,
        delegations=(OfferedDelegation(2, "Palau"), OfferedDelegation(3, "Nigeria")),
        problems=(Problem("file.csv", 3, "date", "“31/02” is not a date", "a day"),),
    )
    looked = look(chamber, broken)
    assert states(looked) == [(2, "new"), (3, "refused")]
    assert looked.rows[1].why == "“31/02” is not a date; expected a day"
    assert look(chamber, broken, skip_refused=True).goes_through
    fault = offer(Contents.DELEGATIONS, problems=(Problem("file.csv", None, "", "is empty"),))
    assert not look(chamber, fault, skip_refused=True).goes_through


def test_an_agenda_and_its_meetings_come_together(chamber: Chamber) -> None:
    agenda = offer(
        Contents.AGENDA,
        items=(OfferedItem(1, "3", "Other crimes"), OfferedItem(2, "2", "Review")),
        meetings=(OfferedMeeting(3, "5th", vienna(16, 10), vienna(16, 13), ("3", "2")),),
    )
    looked = look(chamber, agenda)
    assert states(looked) == [(1, "new"), (2, "changed"), (3, "new")]
    chamber.record(*chamber.decide(looked.command))
    assert not look(chamber, agenda).changes


def test_a_side_event_that_is_gone_is_named_with_the_act_that_would_cancel_it(
    chamber: Chamber,
) -> None:
    fires = OfferedEvent(2, "Firearms", vienna(15, 13), vienna(15, 13, 50), "CR3")
    fraud = OfferedEvent(3, "Fraud", vienna(16, 13), vienna(16, 13, 50), "CR3")
    first = look(chamber, offer(Contents.PROGRAMME, events=(fires, fraud)))
    chamber.record(*chamber.decide(first.command))
    newer = look(chamber, offer(Contents.PROGRAMME, "2", events=(fires,)))
    assert states(newer) == [(2, "same"), (0, "gone")]
    assert newer.rows[-1].why == "plenary do cancel-side-event 2"
    chamber.do("cancel-side-event", event="2")
    assert states(look(chamber, offer(Contents.PROGRAMME, "2", events=(fires,)))) == [(2, "same")]


def test_a_draft_that_is_gone_is_named(chamber: Chamber) -> None:
    drafts = tuple(OfferedDraft(line, f"L.{line}", "On x", "", "Niger") for line in (2, 3))
    chamber.record(*chamber.decide(look(chamber, offer(Contents.DRAFTS, drafts=drafts)).command))
    newer = look(chamber, offer(Contents.DRAFTS, "2", drafts=drafts[:1]))
    assert [(row.what, row.why) for row in newer.rows if row.state is State.GONE] == [
        ("L.3", "plenary do withdraw-document L.3")
    ]


def test_a_sponsor_is_a_name_like_any_other(chamber: Chamber) -> None:
    drafts = offer(
        Contents.DRAFTS,
        drafts=(
            OfferedDraft(2, "L.4", "On fraud", "2", "Co-Chairs of the Working Group"),
            OfferedDraft(3, "L.5", "On crime", "", "Turquie"),
            OfferedDraft(4, "L.6", "On crime", "", "Nobody"),
        ),
    )
    assert states(look(chamber, drafts)) == [(2, "new"), (3, "new"), (4, "asked")]


def test_a_file_of_which_nothing_could_be_read_has_no_row_to_leave_out(chamber: Chamber) -> None:
    cut = Problem("file.json", 1, "", "is cut off: it ends in the middle")
    looked = look(chamber, Offer("file.json", "1", "a JSON file", problems=(cut,)))
    assert looked.faults == (cut,) and not looked.rows
    assert not look(chamber, looked.offer, skip_refused=True).goes_through


def test_what_else_a_file_has_is_named(chamber: Chamber) -> None:
    several = replace(
        REGISTRATIONS, contents=(Contents.DELEGATIONS, Contents.AGENDA, Contents.LIST)
    )
    line = "  The file has more: agenda, list. Import it again for each (--as agenda, --as list)."
    assert " ".join(line.split()) in " ".join(" ".join(told(look(chamber, several))).split())
    assert "The file has more" not in "\n".join(told(look(chamber, REGISTRATIONS)))
    both = replace(REGISTRATIONS, contents=(Contents.AGENDA, Contents.PROGRAMME))
    assert "The file has more" not in "\n".join(told(look(chamber, both)))
