"""`plenary do`: acts from the command line."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest

from plenary_tui.actions.typed import fields_of, summary_of
from plenary_tui.commands import acting
from plenary_tui.commands.do import take_apart
from plenary_tui.procedure.events import ACTS
from plenary_tui.storage.layout import KEPT_STATE, beside
from tests.commands.conftest import Plenary
from tests.storage.chamber import by_hand


def test_an_act_prints_what_was_recorded(in_session: Path, plenary: Plenary) -> None:
    answer = plenary("do", "inscribe", "Guinea", "--speaker", "H.E. Ms. Sample")
    assert answer.status == 0
    assert answer.out == "Guinea was inscribed on the list for item 1(f), 1 among States.\n"


def test_an_act_prints_its_receipt_as_json(in_session: Path, plenary: Plenary) -> None:
    receipt = plenary("do", "inscribe", "--delegation", "Guinea", "--json").json
    assert list(receipt) == ["seq", "entry", "sentences"]
    assert isinstance(receipt["seq"], int) and isinstance(receipt["entry"], int)
    assert receipt["sentences"] == [
        "Guinea was inscribed on the list for item 1(f), 1 among States."
    ]
    assert plenary("do", "close-list", "--json").json["entry"] is None


def test_an_act_is_by_the_station(in_session: Path, plenary: Plenary) -> None:
    plenary("do", "note", "one", "--station", "second desk")
    assert "by second desk (" in plenary("check").out
    plenary("--station", "third desk", "do", "note", "two")
    assert "by third desk (" in plenary("check").out


@pytest.mark.parametrize("station", ["", " ", "\x1b[31mred", "x" * 81, "\udcff"])
def test_a_station_that_cannot_be_shown_is_wrong_usage(
    in_session: Path, plenary: Plenary, station: str
) -> None:
    assert plenary("do", "note", "x", "--station", station).status == 2


@pytest.mark.parametrize(
    "words",
    [
        ("--db", "{db}", "do", "note", "here"),
        ("do", "--db", "{db}", "note", "here"),
        ("do", "note", "--db={db}", "here"),
        ("do", "note", "--text", "here", "--db", "{db}"),
        ("do", "note", "--text=here", "--db", "{db}"),
    ],
)
def test_common_options_stand_anywhere(
    database: Path,
    plenary: Plenary,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    monkeypatch.delenv("PLENARY_DB")
    assert plenary(*(word.format(db=database) for word in words)).status == 0


def test_the_value_of_a_field_is_left_alone() -> None:
    typed = take_apart(["note", "--text", "--json", "--db", "x.db", "--entry", "--station"])
    assert typed.words == ["note", "--text", "--json", "--entry", "--station"]
    assert typed.options == {"db": "x.db"}


def test_a_flag_takes_no_value() -> None:
    typed = take_apart(["conclude-item", "--confirm", "--json"])
    assert typed.words == ["conclude-item", "--confirm"]
    assert typed.options == {"json": True}


def test_a_value_may_begin_with_a_dash(in_session: Path, plenary: Plenary) -> None:
    plenary("do", "inscribe", "Guinea")
    plenary("do", "give-floor")
    plenary("do", "start-clock")
    plenary("do", "pause-clock")
    before = plenary("status", "--json").json["floor"]["elapsed"]
    plenary("do", "adjust-clock", "--seconds", "60")
    assert plenary("do", "adjust-clock", "--seconds", "-5").status == 0
    assert plenary("status", "--json").json["floor"]["elapsed"] == before + 55


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("open-meeting", "add --override REASON"),
        ("give-floor --entry Nigeria", "with --reason REASON"),
        ("conclude-item", "add --confirm"),
    ],
)
def test_a_refusal_says_how_it_is_met(
    database: Path, plenary: Plenary, line: str, remedy: str
) -> None:
    if line != "open-meeting":
        for before in ("open-meeting --override x --number 1", "take-up-item 1(f)", "open-floor"):
            plenary("do", *before.split())
        plenary("do", "open-list")
        plenary("do", "inscribe", "Guinea")
        plenary("do", "inscribe", "Nigeria")
    answer = plenary("do", *line.split())
    assert answer.status == 1 and answer.out == ""
    assert answer.err.startswith("Refused: ") and remedy in answer.err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), "No act was given"),
        (("nonsense",), "There is no act"),
        (("give-flor",), "Did you mean give-floor?"),
        (("note",), "needs --text"),
        (("note", "--text"), "needs a value"),
        (("note", "--nonsense", "x"), "has no field --nonsense"),
        (("note", "a", "b"), "belongs to no field"),
        (("adjust-clock", "--seconds", "x"), "is not"),
        (("inscribe", "Guinea", "--rank", "x"), "is not one of"),
        (("inscribe", "Guinea", "--db"), "needs a value"),
        (("note", "x", "--rehearsal=yes"), "takes no value"),
        (("note", "x", "--db", ""), "needs a path"),
        (("note", "x", "--db", "a", "--rehearsal"), "not both"),
        (("--list", "note"), "stands alone"),
        (("--list", "--file", "x"), "stands alone"),
        (("--file",), "needs a value"),
        (("--file", ""), "needs a path"),
        (("nonsense", "--help"), "There is no act"),
        (("note", "x", "--number", "\udcff"), "has no field"),
        (("adjust-clock", "\udcff"), "is not"),
    ],
)
def test_wrong_usage(
    database: Path, plenary: Plenary, words: tuple[str, ...], expected: str
) -> None:
    answer = plenary("do", *words)
    assert answer.status == 2 and answer.out == ""
    assert expected in answer.err
    assert plenary("status", "--json").json["journal"]["seq"] == 1


@pytest.mark.parametrize("text", ["\x1b[2J", "\udcff", "\u202e", "x" * 501, "\0"])
def test_text_that_cannot_be_shown_is_refused(database: Path, plenary: Plenary, text: str) -> None:
    answer = plenary("do", "note", text)
    assert answer.status in (1, 2)
    assert text not in answer.err


@pytest.mark.parametrize("act", ACTS)
def test_every_act_has_help(plenary: Plenary, act: str) -> None:
    for flag in ("--help", "-h"):
        answer = plenary("do", act, flag)
        assert answer.status == 0
        assert answer.out.startswith(f"usage: plenary do {act}")
        assert summary_of(ACTS[act]) in answer.out
        assert not re.search(r"\brules? \d", answer.out), "numbers of rules are not for officers"
        for field in fields_of(ACTS[act]):
            assert f"--{field.name} " in answer.out and field.help in answer.out


@pytest.mark.parametrize("act", ACTS)
def test_every_act_is_listed(plenary: Plenary, act: str) -> None:
    text = plenary("do", "--list").out
    assert f"\n{act}\n" in f"\n{text}"
    described = next(one for one in plenary("do", "--list", "--json").json if one["act"] == act)
    assert list(described) == ["act", "help", "fields"]
    assert described["help"] == summary_of(ACTS[act])
    assert [one["name"] for one in described["fields"]] == [
        one.name for one in fields_of(ACTS[act])
    ]
    for one in described["fields"]:
        assert list(one) == ["name", "required", "flag", "choices", "help"]


@pytest.mark.parametrize("act", ACTS)
def test_every_act_can_be_typed(in_session: Path, plenary: Plenary, act: str) -> None:
    words: list[str] = []
    for field in fields_of(ACTS[act]):
        if field.required:
            words += [f"--{field.name}", field.choices[0] if field.choices else "1"]
    answer = plenary("do", act, *words)
    assert answer.status in (0, 1)
    assert answer.status == 0 or answer.err.startswith("Refused: ")


class TestFile:
    """Acts of a file."""

    def test_a_line_each(self, in_session: Path, plenary: Plenary, tmp_path: Path) -> None:
        file = tmp_path / "acts.txt"
        file.write_text(
            "# who asked\n\ninscribe Guinea --speaker 'Ms. A #3'\n  inscribe Türkiye\n",
            encoding="utf-8",
        )
        answer = plenary("do", "--file", str(file))
        assert answer.status == 0
        assert answer.out.splitlines()[-1] == "2 acts done."
        queue = plenary("status", "--json").json["queue"]
        assert [one["delegation"] for one in queue] == ["Guinea", "Türkiye"]

    def test_as_json_a_line_each(self, in_session: Path, plenary: Plenary, tmp_path: Path) -> None:
        file = tmp_path / "acts.txt"
        file.write_text("\nnote a\nnote b\n")
        answer = plenary("do", "--json", "--file", str(file))
        assert [line[:9] for line in answer.out.splitlines()] == ['{"line": ', '{"line": ']

    def test_stops_at_the_first_refusal(
        self, in_session: Path, plenary: Plenary, tmp_path: Path
    ) -> None:
        file = tmp_path / "acts.txt"
        file.write_text("inscribe Guinea\nnote a\ninscribe Guinea\nnote never\n")
        before = plenary("status", "--json").json["journal"]["seq"]
        answer = plenary("do", "--file", str(file))
        assert answer.status == 1
        assert answer.err.startswith(f"{file}, line 3: Refused: ")
        assert answer.err.endswith("The 2 acts before it are done.\n")
        assert plenary("status", "--json").json["journal"]["seq"] == before + 2

    @pytest.mark.parametrize(
        ("content", "status", "expected"),
        [
            (b"note a\nnonsense\n", 2, "line 2: There is no act"),
            (b"nonsense\n", 2, "Nothing was done before it."),
            (b"note 'a\n", 2, "quotation mark"),
            (b"note \xff\n", 1, "not UTF-8"),
            (b"note " + b"x" * 30_000, 1, "too long"),
            (b"note \x00\n", 1, "cannot be shown"),
        ],
    )
    def test_a_line_that_is_no_act(
        self,
        in_session: Path,
        plenary: Plenary,
        tmp_path: Path,
        content: bytes,
        status: int,
        expected: str,
    ) -> None:
        file = tmp_path / "acts.txt"
        file.write_bytes(content)
        answer = plenary("do", "--file", str(file))
        assert answer.status == status
        assert expected in answer.err

    def test_a_byte_order_mark_is_no_part_of_an_act(
        self, in_session: Path, plenary: Plenary, tmp_path: Path
    ) -> None:
        file = tmp_path / "acts.txt"
        file.write_bytes(b"\xef\xbb\xbfnote a\r\nnote b\r\n")
        assert plenary("do", "--file", str(file)).out.endswith("2 acts done.\n")

    def test_standard_input(
        self, in_session: Path, plenary: Plenary, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"note a\nfoo\n")))
        answer = plenary("do", "--file", "-")
        assert answer.status == 2
        assert answer.err.startswith("standard input, line 2: ")
        assert answer.err.endswith("The act before it is done.\n")

    def test_no_standard_input(
        self, in_session: Path, plenary: Plenary, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", None)
        assert plenary("do", "--file", "-").status == 1

    @pytest.mark.parametrize("name", ["missing.txt", "", "."])
    def test_a_file_that_cannot_be_read(
        self, in_session: Path, plenary: Plenary, tmp_path: Path, name: str
    ) -> None:
        answer = plenary("do", "--file", str(tmp_path / name))
        assert answer.status == 1
        assert "cannot be read" in answer.err


def test_help_of_do_itself(plenary: Plenary) -> None:
    for words in (("do", "--help"), ("do", "-h"), ("--station", "x", "do", "--help")):
        answer = plenary(*words)
        assert answer.status == 0 and "--file" in answer.out


def test_a_hash_in_a_text_is_text(in_session: Path, plenary: Plenary, tmp_path: Path) -> None:
    file = tmp_path / "acts.txt"
    file.write_text("note see#3\n", encoding="utf-8")
    assert plenary("do", "--file", str(file)).status == 0
    assert b"see#3" in in_session.read_bytes()


def test_who_had_to_fold_a_long_journal_keeps_what_it_makes_for_the_next(
    in_session: Path, plenary: Plenary, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = beside(in_session, KEPT_STATE)
    assert plenary("do", "note", "Short").status == 0
    assert not kept.exists()
    monkeypatch.setattr(acting, "WORTH", 2)
    assert plenary("do", "withdraw", "--entry", "XYZ").status == 1
    assert not kept.exists(), "nothing was done"
    assert plenary("do", "note", "First").status == 0
    first = kept.read_bytes()
    assert plenary("do", "note", "Second").status == 0
    assert kept.read_bytes() == first
    assert plenary("do", "undo").out == "Undone: A private note was made.\n"
    assert plenary("do", "undo").out == "Undone: A private note was made.\n"
    assert plenary("do", "undo").out == "Undone: A private note was made.\n"
    assert kept.read_bytes() == first, "what was folded from it is not what a whole journal made"
    told = json.loads(plenary("status", "--json").out)
    kept.unlink()
    again = json.loads(plenary("status", "--json").out)
    assert [again[key] for key in ("journal", "list", "next")] == [
        told[key] for key in ("journal", "list", "next")
    ]
    assert not kept.exists(), "who only reads writes nothing"


def test_what_is_kept_is_not_believed_where_its_row_is_another(
    in_session: Path, plenary: Plenary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acting, "WORTH", 2)
    assert plenary("do", "note", "First").status == 0
    with by_hand(in_session) as database:
        last = "(SELECT max(seq) FROM journal)"
        database.execute(f"UPDATE journal SET station = 'x' WHERE seq = {last}")
    for words in (("status",), ("do", "note", "Second")):
        answer = plenary(*words)
        assert answer.status == 1 and "damaged after record" in answer.err


def test_nothing_is_recorded_where_a_row_long_before_is_damaged(
    in_session: Path, plenary: Plenary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acting, "WORTH", 2)
    assert plenary("do", "note", "First").status == 0
    assert plenary("do", "note", "Second").status == 0
    with by_hand(in_session) as database:
        database.execute("UPDATE journal SET station = 'x' WHERE seq = 2")
        rows = database.execute("SELECT * FROM journal").fetchall()
    for words in (("note", "Third"), ("undo",)):
        answer = plenary("do", *words)
        assert answer.status == 1 and "damaged after record 1" in answer.err
        assert "plenary podium" in answer.err
    with by_hand(in_session) as database:
        assert database.execute("SELECT * FROM journal").fetchall() == rows
