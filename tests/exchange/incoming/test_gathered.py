"""Rows of persons are gathered by the delegation they name; no person leaves the reader."""

from __future__ import annotations

from pathlib import Path

from tests.exchange.incoming.offices import names, read, told, workbook

TITLES = "ID,Name,First Name,Last Name,Email Address,Affiliation,Country,Registration state"


def registrations(*rows: str) -> str:
    """Registrations: the affiliation, country and state of each person."""
    people = (f"{n},Ana Lee{n},Ana,Lee{n},ana{n}@x.org,{row}" for n, row in enumerate(rows))
    return "\r\n".join(["\ufeff" + TITLES, *people, ""])


def test_persons_are_counted_by_their_state(tmp_path: Path) -> None:
    text = registrations(
        "Ministry of Justice,Ghana,Completed",
        "Police,Ghana,Awaiting payment",
        "Police,ghana,Pending",
        "Police,Peru,Pending",
        "Police,Italy,Rejected",
        "Police,Malta,Withdrawn",
        "Police,Cuba,Perhaps",
        "Police,,Completed",
    )
    offer = read(tmp_path, "registrations.csv", text)
    assert offer.source == "Indico, registrations" and not offer.problems
    assert [(one.name, one.persons, one.pending) for one in offer.delegations] == [
        ("Ghana", 2, False),
        ("Peru", 0, True),
        ("Police", 1, False),
    ]
    assert offer.left_out == {
        "rejected": 1,
        "withdrawn": 1,
        "with the state “Perhaps”, which is not known": 1,
    }


def test_an_organization_is_not_counted_as_the_state_where_it_sits(tmp_path: Path) -> None:
    offer = read(
        tmp_path,
        "registrations.csv",
        registrations(
            "African Union,Ethiopia,Completed",
            "Police,Ethiopia,Completed",
            "Police,Ghana,Completed",
        ),
    )
    assert [(one.name, one.persons) for one in offer.delegations] == [
        ("African Union", 1),
        ("Ethiopia", 1),
        ("Ghana", 1),
    ]
    text = "Name,Email,Organization,Country,Category\nA,a@b.org,Friends of Law,Ghana,NGO\n"
    text += "B,b@b.org,Ministry,Peru,State\n"
    assert names(read(tmp_path, "a.csv", text)) == ["Friends of Law", "Peru"]


def test_no_person_leaves_the_reader(tmp_path: Path) -> None:
    offer = read(tmp_path, "registrations.csv", registrations("Police,Ghana,Completed"))
    assert not offer.entries
    for private in ("Ana", "Lee0", "ana0@x.org"):
        assert private not in repr(offer)


def test_a_list_of_delegations_has_class_code_and_group(tmp_path: Path) -> None:
    content = workbook(
        ["M49", "Country", "Type of participant", "Regional group"],
        [4.0, "Afghanistan", "State party", "Asia-Pacific"],
        [288.0, "Ghana", "State party", "African"],
        [None, "African Union", "IGO", None],
        [288.0, "Ghana", "State party", "African"],
    )
    offer = read(tmp_path, "a.xlsx", content)
    assert [(one.code, one.name, one.participant, one.group) for one in offer.delegations] == [
        ("004", "Afghanistan", "State party", "Asia-Pacific"),
        ("288", "Ghana", "State party", "African"),
        ("", "African Union", "IGO", ""),
    ]
    assert {one.persons for one in offer.delegations} == {0}
    assert offer.left_out == {"that name a delegation again": 1}


def test_places_of_a_choice_are_taken_off(tmp_path: Path) -> None:
    offer = read(tmp_path, "a.csv", "Country,x\nGhana (+2),1\nPeru,1\n")
    assert names(offer) == ["Ghana", "Peru"]


def test_names_that_are_wrong_are_told_with_line_and_column_all_at_once(tmp_path: Path) -> None:
    rows = ["x" * 500, "Pe\u202eru", "Ita\x07ly", "=A1&B1", "\u200fFrance\u200f", "Gha\u00adna"]
    text = "\n".join(["Delegation,Region", *(f"{row},x" for row in rows), ""])
    offer = read(tmp_path, "a.csv", text)
    assert [(one.line, one.field, one.what) for one in offer.problems] == [
        (2, "Delegation", "has 500 characters"),
        (3, "Delegation", "character 3 cannot be shown (right-to-left override)"),
        (4, "Delegation", "character 4 cannot be shown (U+0007)"),
        (5, "Delegation", "holds a formula, not what it gives"),
    ]
    assert names(offer) == ["France", "Ghana"]
    assert all(sentence.isprintable() for sentence in told(offer))
