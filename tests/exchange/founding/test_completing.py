"""A pack completed by what files of an office add to its conference."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plenary_tui.exchange.files import CONFERENCE
from plenary_tui.exchange.founding import completing
from plenary_tui.exchange.founding.completing import complete
from plenary_tui.exchange.founding.new_pack import write_pack
from plenary_tui.exchange.founding.questions import sample
from plenary_tui.exchange.pack import load_pack
from plenary_tui.exchange.problems import PackError
from plenary_tui.procedure.state.conference import (
    AgendaItem,
    Conference,
    Delegation,
    Document,
    Entry,
    PlannedMeeting,
    SideEvent,
)
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import Body, ParticipantClass, Tier

Change = Callable[[Conference], Conference]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack as the wizard makes it."""
    write_pack(tmp_path / "pack", sample())
    return tmp_path / "pack"


def changed(folder: Path, change: Change) -> tuple[Conference, tuple[str, ...]]:
    """The conference of a pack after a change was written into it, and the files that differ."""
    before = load_pack(folder).conference
    names = complete(folder, before, change(before))
    return load_pack(folder).conference, names


def with_one(conference: Conference, delegation: Delegation) -> Conference:
    """The conference with that delegation in the place of the one of its code."""
    return replace(
        conference,
        delegations=tuple(
            delegation if one.id == delegation.id else one for one in conference.delegations
        ),
    )


def moment(day: int, hour: int) -> datetime:
    return datetime(2027, 1, day, hour, tzinfo=UTC)


def test_nothing_is_written_where_nothing_differs(folder: Path) -> None:
    text = (folder / CONFERENCE).read_bytes()
    _, names = changed(folder, lambda conference: conference)
    assert names == () and (folder / CONFERENCE).read_bytes() == text


def test_a_delegation_is_corrected_in_its_row_and_the_rest_stays(folder: Path) -> None:
    lines = (folder / "states.csv").read_text(encoding="utf-8").splitlines()

    def change(conference: Conference) -> Conference:
        ghana = conference.delegation("GHA")
        assert ghana is not None
        return with_one(conference, replace(ghana, group="African Group", registered=False))

    conference, names = changed(folder, change)
    ghana = conference.delegation("GHA")
    assert ghana is not None and ghana.group == "African Group" and not ghana.registered
    now = (folder / "states.csv").read_text(encoding="utf-8").splitlines()
    differ = [one for one, was in zip(now, lines, strict=True) if one != was]
    assert names == ("states.csv",) and len(differ) == 1 and "Ghana" in differ[0]


def test_organizations_get_a_file_of_their_own(folder: Path) -> None:
    new = Delegation("RIV", "Friends of Rivers", ParticipantClass.NGO)

    def change(conference: Conference) -> Conference:
        return replace(conference, delegations=(*conference.delegations, new))

    conference, names = changed(folder, change)
    assert set(names) == {"organizations.csv", CONFERENCE}
    assert conference.delegation("RIV") is not None
    again = replace(new, id="SEA", name="Friends of Seas")
    conference, names = changed(
        folder, lambda one: replace(one, delegations=(*one.delegations, again))
    )
    assert names == ("organizations.csv",)


def test_a_file_keeps_its_semicolons_its_line_ends_and_its_mark(folder: Path) -> None:
    (folder / "states.csv").write_bytes(
        "\ufeffcode;name;class;registered\r\nGHA;Ghana;State party;oui\r\n"
        "KEN;Kenya;State party;no\r\n".encode()
    )

    def change(conference: Conference) -> Conference:
        kenya = conference.delegation("KEN")
        assert kenya is not None
        return with_one(conference, replace(kenya, registered=True, group="G77"))

    changed(folder, change)
    assert (folder / "states.csv").read_bytes() == (
        "\ufeffcode;name;class;registered;group\r\nGHA;Ghana;State party;oui;\r\n"
        "KEN;Kenya;State party;yes;G77\r\n".encode()
    )


def test_items_and_meetings_come_with_the_comments_kept(folder: Path) -> None:
    def change(conference: Conference) -> Conference:
        first, *others = conference.items
        items = (replace(first, title="Opening, anew"), *others, AgendaItem("4", "Other matters"))
        earlier = PlannedMeeting(9, moment(1, 6), moment(1, 8), ("1", "4"))
        return replace(conference, items=items, programme=(*conference.programme, earlier))

    (folder / CONFERENCE).write_text(
        (folder / CONFERENCE)
        .read_text(encoding="utf-8")
        .replace("first_day = 2027-01-04", "first_day = 2027-01-01"),
        encoding="utf-8",
    )
    conference, names = changed(folder, change)
    assert names == (CONFERENCE,)
    assert conference.items[0].title == "Opening, anew"
    assert conference.items[-1].symbol == "4"
    assert conference.programme[0].items == ("1", "4")
    numbers = [one.number for one in conference.programme]
    assert numbers == sorted(numbers) == list(range(1, len(numbers) + 1))
    text = (folder / CONFERENCE).read_text(encoding="utf-8")
    assert "# The agenda." in text and "# of a statement" in text


def test_events_drafts_and_first_entries(folder: Path) -> None:
    def change(conference: Conference) -> Conference:
        event = SideEvent(
            title="Rivers", starts=moment(4, 12), ends=moment(4, 13), modes=("in person",)
        )
        draft = Document("On rivers", symbol="L.1", sponsors=("GHA",))
        speakers = conference.list_of("2", Body.PLENARY)
        at = moment(1, 9)
        entry = Entry(1, "GHA", Tier.STATES, at, speaker="A B", received_at=at)
        queue = replace(speakers.queue(Tier.STATES), waiting=(entry,))
        conference = conference.with_list(speakers.with_queue(queue))
        return replace(conference, side_events=(event,), documents=(draft,))

    conference, names = changed(folder, change)
    assert set(names) == {"side-events.csv", "list.csv", CONFERENCE}
    assert conference.side_events[0].title == "Rivers"
    assert conference.documents[0].symbol == "L.1"
    assert [one.speaker for one in conference.list_of("2", Body.PLENARY).waiting] == ["A B"]


def test_what_would_be_no_pack_is_told_and_nothing_is_written(folder: Path) -> None:
    def change(conference: Conference) -> Conference:
        late = PlannedMeeting(9, moment(30, 9), moment(30, 10))
        return replace(conference, programme=(*conference.programme, late))

    text = (folder / CONFERENCE).read_bytes()
    with pytest.raises(PackError, match="outside the conference"):
        changed(folder, change)
    assert (folder / CONFERENCE).read_bytes() == text


def test_a_full_disk_leaves_the_pack_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = Delegation("RIV", "Friends of Rivers", ParticipantClass.NGO)
    before = {one.name: one.read_bytes() for one in folder.iterdir()}

    keep_file = completing.medium.keep_file

    def full(path: Path, content: bytes) -> None:
        if path.name == CONFERENCE and b"organizations" in content:
            raise OSError(28, "No space left on device")
        keep_file(path, content)

    monkeypatch.setattr(completing.medium, "keep_file", full)
    with pytest.raises(OSError):
        changed(folder, lambda one: replace(one, delegations=(*one.delegations, new)))
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before
