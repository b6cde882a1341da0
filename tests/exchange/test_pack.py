"""Packs: given a folder that describes a conference, when it is loaded, then it can be convened."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.exchange.files import built_in_packs, pack_folder
from plenary_tui.exchange.pack import Pack, PackError, load_pack
from plenary_tui.paths import data_folder
from plenary_tui.procedure.ground.act import payload_of
from plenary_tui.procedure.ground.naming import find_delegation
from plenary_tui.procedure.ledger import EMPTY
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Delivery, Rank, Tier
from tests.chamber import stored
from tests.exchange.packs import TOML, write_pack

VIENNA = ZoneInfo("Europe/Vienna")
AT = Instant(datetime(2024, 10, 14, 7, tzinfo=UTC), 1.0, "boot")


@pytest.fixture(scope="module")
def cop12() -> Pack:
    return load_pack("cop12")


@pytest.fixture
def small(tmp_path: Path) -> Pack:
    return load_pack(write_pack(tmp_path))


def convened(pack: Pack, starting: datetime | None = None, meeting: int = 1) -> Conference:
    return pack.convene(AT, starting=starting, meeting=meeting).apply(EMPTY)


def vienna(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=VIENNA)  # type: ignore[arg-type, misc]


# COP12


def test_cop12_is_built_in_and_complete(cop12: Pack) -> None:
    conference = convened(cop12)
    assert (cop12.id, cop12.name) == ("cop12", "COP12 UNTOC")
    assert conference.programme[0].starts == datetime(2024, 10, 14, 8, tzinfo=UTC)
    tiers = [one.tier for one in conference.delegations]
    assert [tiers.count(tier) for tier in Tier] == [198, 15, 212]
    assert (len(conference.items), len(conference.documents)) == (17, 7)
    assert (len(conference.programme), len(conference.side_events)) == (10, 11)
    (speakers,) = conference.lists
    assert [len(queue.waiting) for queue in speakers.queues] == [131, 15, 40]
    assert sorted(entry.id for entry in speakers.waiting) == list(range(1, 187))
    assert conference.pack_entries == 186
    assert not conference.rehearsal


def test_each_queue_is_in_the_order_of_receipt(cop12: Pack) -> None:
    for queue in convened(cop12).lists[0].queues:
        for earlier, later in pairwise(queue.waiting):
            assert earlier.inscribed_at < later.inscribed_at
            assert earlier.id < later.id
        assert all(entry.received_at is None for entry in queue.waiting)
        assert all(entry.tier is queue.tier for entry in queue.waiting)
        assert queue.closes_at == datetime(2024, 10, 14, 10, tzinfo=UTC)


def test_delegations_are_sorted_with_accents_folded(cop12: Pack) -> None:
    names = [one.name for one in convened(cop12).delegations]
    assert names == sorted(names, key=folded)
    assert names.index("Côte d'Ivoire") < names.index("Croatia") < names.index("Cyprus")


def test_a_delegation_has_its_codes_and_names(cop12: Pack) -> None:
    delegation = convened(cop12).delegation("NLD")
    assert delegation is not None
    assert delegation.as_spoken == "the Netherlands"
    assert delegation.codes == ("NL", "528")
    assert [code for code, _ in delegation.names] == ["ar", "zh", "fr", "ru", "es"]
    assert delegation.group == "Western European and Others"


def test_only_the_item_with_a_list_asks_ngos_for_details(cop12: Pack) -> None:
    asking = [item.symbol for item in convened(cop12).items if item.requires_ngo_details]
    assert asking == ["1(f)"]


def test_the_event_survives_the_journal(cop12: Pack) -> None:
    event = cop12.convene(AT, rehearsal=True)
    written = json.dumps(payload_of(event))
    assert stored(event) == event
    assert event.rehearsal
    assert len(written) < 200_000


def test_a_pack_is_found_by_name_folder_and_file(tmp_path: Path) -> None:
    write_pack(tmp_path)
    found = {load_pack(path) for path in (tmp_path, str(tmp_path), tmp_path / "conference.toml")}
    assert len(found) == 1
    assert load_pack("COP12") == load_pack(data_folder() / "cop12")


@pytest.mark.parametrize("name", ["cop13", "", "\0", "x" * 5000, "a/b", "\ud800", "cop12/x.toml"])
def test_an_unknown_pack_is_refused_with_those_built_in(name: str) -> None:
    with pytest.raises(PackError, match=r"There is no pack .*built-in pack \(cop12\)|is missing"):
        load_pack(name)


def test_built_in_packs_are_found_as_installed_and_in_a_checkout(tmp_path: Path) -> None:
    package = tmp_path / "place" / "plenary_tui"
    package.mkdir(parents=True)
    assert built_in_packs(package) == ()
    write_pack_folder(tmp_path / "place" / "data" / "beside")
    assert built_in_packs(package) == ("beside",)
    write_pack_folder(package / "data" / "within")
    (package / "data" / "no-pack").mkdir()
    assert built_in_packs(package) == ("within",)
    assert pack_folder("within", package) == package / "data" / "within"
    with pytest.raises(PackError, match="within"):
        pack_folder("beside", package)


def write_pack_folder(folder: Path) -> None:
    folder.mkdir(parents=True)
    write_pack(folder)


def test_an_installed_package_finds_its_data(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    skip = shutil.ignore_patterns("__pycache__", ".mypy_cache")
    shutil.copytree(root / "plenary_tui", tmp_path / "plenary_tui", ignore=skip)
    shutil.copytree(root / "data", tmp_path / "plenary_tui" / "data", ignore=skip)
    code = "from plenary_tui.exchange.pack import *; print(load_pack('cop12').name)"
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert ran.stdout == "COP12 UNTOC\n"


def test_exchange_imports_no_screen() -> None:
    code = (
        "import sys, plenary_tui.exchange.pack; print([name for name in sys.modules if "
        "name.split('.')[0] in ('textual', 'rich', 'sqlalchemy') or name in "
        "('plenary_tui.desk.writing', 'plenary_tui.apps.podium')])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


# A pack of one's own


def test_a_small_pack_is_read(small: Pack) -> None:
    conference = convened(small)
    assert [one.id for one in conference.delegations] == [
        "AUT", "CIV", "HRV", "HELP", "INTERPOL", "LATE", "NLD",
    ]  # fmt: skip
    states, igos, ngos = conference.lists[0].queues
    assert [entry.delegation for entry in states.waiting] == ["NLD", "AUT"]
    assert [(entry.id, entry.delegation) for entry in igos.waiting] == [(3, "INTERPOL")]
    assert [entry.function for entry in ngos.waiting] == ["Director"]
    assert (states.waiting[0].delivery, states.waiting[0].rank) == (Delivery.VIDEO, Rank.MINISTER)
    assert conference.policies.video_ranks == (Rank.MINISTER,)
    assert igos.opens_at is None
    assert conference.side_events[1].modes == ("online", "in person")


def test_entries_are_sorted_by_receipt_over_all_lists(tmp_path: Path) -> None:
    more = '[[list]]\nitem = "2(a)"\nfile = "second.csv"\n'
    folder = write_pack(tmp_path, ("conference.toml", "[[list]]", more + "\n[[list]]"))
    (folder / "second.csv").write_text(
        "delegation,received_at\nHRV,2024-09-02 09:45\nAUT,2024-09-02T08:00:00\n"
    )
    lists = convened(load_pack(folder)).lists
    numbered = {one.item: [(e.id, e.delegation) for e in one.waiting] for one in lists}
    assert numbered == {
        "2(a)": [(1, "AUT"), (4, "HRV")],
        "1": [(3, "NLD"), (6, "AUT"), (5, "INTERPOL"), (2, "HELP")],
    }


def test_a_delegation_has_other_names_by_which_lists_and_officers_name_it(tmp_path: Path) -> None:
    folder = write_pack(
        tmp_path,
        ("organizations.csv", "code,name,class,registered", "code,name,class,registered,also"),
        ("organizations.csv", "IGO,yes", "IGO,yes,"),
        ("organizations.csv", "NGO,yes", "NGO,yes,Helpers; The Help & Care Society"),
        ("organizations.csv", "NGO,no", "NGO,no,"),
        ("list.csv", "HELP,Sample", "helpers,Sample"),
        ("list.csv", "NLD,", "Holland,"),
    )
    conference = convened(load_pack(folder))
    waiting = [one.delegation for speakers in conference.lists for one in speakers.waiting]
    assert waiting == ["NLD", "AUT", "INTERPOL", "HELP"]
    assert find_delegation(conference, "Help and Care Society").id == "HELP"


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_spreadsheets_own_way_of_saving_is_read(tmp_path: Path, separator: str) -> None:
    folder = write_pack(tmp_path)
    for name in ("states.csv", "list.csv"):
        text = (folder / name).read_text(encoding="utf-8").replace(",", separator)
        rows = text.replace("\n", separator * 2 + "\r\n") + separator * 9 + "\r\n"
        (folder / name).write_bytes(b"\xef\xbb\xbf" + rows.replace("040", "40").encode())
    toml = b"\xef\xbb\xbf" + TOML.replace("\n", "\r\n").encode()
    (folder / "conference.toml").write_bytes(toml)
    delegation = convened(load_pack(folder)).delegation("AUT")
    assert delegation is not None and delegation.codes == ("AT", "040")


def test_ten_thousand_rows_are_read(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    rows = "".join(f"N{n},Organization {n},NGO,yes\n" for n in range(10_000))
    entries = "".join(f"N{n},A,Director,,,,,,2024-09-03T10:00:00\n" for n in range(10_000))
    with open(folder / "organizations.csv", "a", encoding="utf-8") as file:
        file.write(rows)
    with open(folder / "list.csv", "a", encoding="utf-8") as file:
        file.write(entries)
    conference = convened(load_pack(folder))
    assert len(conference.delegations) == 10_007
    assert [e.delegation for e in conference.lists[0].queues[2].waiting[:3]] == ["HELP", "N0", "N1"]


# Moved to other days


def in_vienna(moment: datetime | None) -> str:
    assert moment is not None
    return f"{moment.astimezone(VIENNA):%Y-%m-%d %H:%M}"


def test_all_moves_with_the_first_meeting(cop12: Pack) -> None:
    conference = convened(cop12, vienna(2025, 3, 3, 10))
    assert in_vienna(conference.programme[0].starts) == "2025-03-03 10:00"
    assert in_vienna(conference.programme[-1].ends) == "2025-03-07 18:00"
    assert (conference.first_day, conference.last_day) == (date(2025, 3, 3), date(2025, 3, 7))
    assert conference.registration_closed == date(2025, 2, 21)
    assert conference.drafts_deadline == date(2025, 2, 17)
    assert conference.documents[0].tabled == date(2025, 1, 31)
    queue = conference.lists[0].queues[0]
    assert in_vienna(queue.opens_at) == "2025-01-20 00:00"
    assert in_vienna(queue.closes_at) == "2025-03-03 12:00"
    assert in_vienna(queue.waiting[0].inscribed_at) == "2025-01-20 08:40"
    assert in_vienna(conference.side_events[0].starts) == "2025-03-04 13:00"
    assert conference.side_events[9].starts is None


def test_another_meeting_can_be_the_one_that_starts_then(cop12: Pack) -> None:
    conference = convened(cop12, vienna(2025, 3, 3, 9, 30), meeting=2)
    assert in_vienna(conference.programme[1].starts) == "2025-03-03 09:30"
    assert in_vienna(conference.programme[0].starts) == "2025-03-03 04:30"
    assert in_vienna(conference.programme[2].starts) == "2025-03-04 04:30"
    assert (conference.first_day, conference.last_day) == (date(2025, 3, 2), date(2025, 3, 7))


def test_a_late_evening_start_still_lies_within_the_days(cop12: Pack) -> None:
    conference = convened(cop12, vienna(2025, 3, 3, 22, 30))
    assert in_vienna(conference.programme[0].ends) == "2025-03-04 01:30"
    assert in_vienna(conference.programme[-1].ends) == "2025-03-08 06:30"
    assert (conference.first_day, conference.last_day) == (date(2025, 3, 3), date(2025, 3, 8))


def test_a_meeting_that_ends_at_midnight_needs_no_further_day(cop12: Pack) -> None:
    conference = convened(cop12, vienna(2025, 3, 3, 16))
    assert in_vienna(conference.programme[-1].ends) == "2025-03-08 00:00"
    assert conference.last_day == date(2025, 3, 7)


def test_hours_stay_over_a_change_of_clocks(cop12: Pack) -> None:
    conference = convened(cop12, vienna(2025, 3, 28, 10))
    starts = [in_vienna(one.starts)[11:] for one in conference.programme]
    assert starts == ["10:00", "15:00"] * 5
    assert conference.programme[4].starts == datetime(2025, 3, 30, 8, tzinfo=UTC)
    assert conference.last_day == date(2025, 4, 1)


def test_a_start_in_the_hour_that_comes_twice_is_exact(cop12: Pack) -> None:
    starting = datetime(2025, 10, 26, 1, 30, tzinfo=UTC)
    assert starting.astimezone(VIENNA).fold == 1
    assert convened(cop12, starting).programme[0].starts == starting


@given(
    minutes=st.integers(0, 60 * 24 * 400),
    microsecond=st.integers(0, 999_999),
    meeting=st.integers(1, 10),
)
def test_wherever_it_moves_order_is_kept(minutes: int, microsecond: int, meeting: int) -> None:
    starting = datetime(2025, 1, 1, microsecond=microsecond, tzinfo=UTC)
    starting += timedelta(minutes=minutes)
    conference = convened(load_pack_once(), starting, meeting)
    programme = conference.programme
    assert programme[meeting - 1].starts == starting
    times = [time for one in programme for time in (one.starts, one.ends)]
    assert times == sorted(times)
    assert all(one.ends - one.starts >= timedelta(hours=2) for one in programme)
    for one in programme:
        assert conference.first_day <= one.starts.astimezone(VIENNA).date()
        last = (one.ends - timedelta(microseconds=1)).astimezone(VIENNA).date()
        assert last <= conference.last_day
    for queue in conference.lists[0].queues:
        received = [entry.inscribed_at for entry in queue.waiting]
        assert received == sorted(received)
        assert all(one.tzinfo is not None for one in received)


_LOADED: list[Pack] = []


def load_pack_once() -> Pack:
    if not _LOADED:
        _LOADED.append(load_pack("cop12"))
    return _LOADED[0]


def test_a_meeting_that_is_not_planned_cannot_start(small: Pack) -> None:
    with pytest.raises(PackError, match=r"no meeting “3” is planned; expected one of 1, 2"):
        small.convene(AT, starting=vienna(2025, 1, 1), meeting=3)


@pytest.mark.parametrize(
    "starting", [datetime(2025, 1, 1), datetime.max.replace(tzinfo=UTC), vienna(1899, 1, 1)]
)
def test_a_start_without_offset_or_out_of_range_is_refused(small: Pack, starting: datetime) -> None:
    with pytest.raises(PackError, match="starting"):
        small.convene(AT, starting=starting)


def test_row_06_the_samples_drafts_are_numbered_and_keep_their_submitters(cop12: Pack) -> None:
    documents = convened(cop12).documents
    assert [one.number for one in documents] == list(range(1, 8))
    assert [one.symbol for one in documents[:4]] == ["L.4", "L.5", "L.6", "L.7"]
    fourth, fifth = documents[:2]
    assert fourth.title == fifth.title and fourth.submitter != fifth.submitter
    assert [one.symbol for one in documents[4:]] == [None, None, None]


def test_row_03_a_pack_names_the_sponsors_of_a_draft(tmp_path: Path) -> None:
    english = 'languages = ["English"]'
    change = ("conference.toml", english, f'{english}\nsponsors = ["nld", "AUT"]')
    (document,) = convened(load_pack(write_pack(tmp_path, change))).documents
    assert document.sponsors == ("NLD", "AUT")
