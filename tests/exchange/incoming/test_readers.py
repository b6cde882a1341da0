"""Whatever a file is, it is read or told in sentences, and never a traceback."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.exchange.incoming.offer import Overruled
from plenary_tui.exchange.incoming.readers import read_offer
from tests.exchange.incoming.offices import conference, names, read, told, workbook
from tests.exchange.incoming.test_indico import envelope, event
from tests.exchange.incoming.test_ontime import version_4
from tests.exchange.incoming.test_openslides import meeting


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"a": 1}', "a.json: is JSON of no system that is known; expected an export of"),
        ('{"results": [', "a.json, line 1: is cut off: it ends in the middle"),
        ('{"a":\n tru}', "a.json, line 2: is no JSON from column 2 on"),
        ("[" * 100_000, "a.json: is no JSON that can be read"),
    ],
)
def test_json_that_cannot_be_read_is_told(tmp_path: Path, text: str, sentence: str) -> None:
    (found,) = told(read(tmp_path, "a.json", text))
    assert found.startswith(sentence)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


def changed(value: object, choose: random.Random, other: object) -> object:
    """A value of JSON with one of the values in it made another."""
    if isinstance(value, dict) and value and choose.random() < 0.85:
        key = choose.choice(sorted(value))
        return value | {key: changed(value[key], choose, other)}
    if isinstance(value, list) and value and choose.random() < 0.85:
        place = choose.randrange(len(value))
        return [*value[:place], changed(value[place], choose, other), *value[place + 1 :]]
    return other


@given(st.randoms(use_true_random=False), VALUES, st.sampled_from(["os", "ontime", "indico"]))
@settings(max_examples=150, deadline=None)
def test_json_of_which_anything_is_wrong_gives_sentences(
    choose: random.Random, other: object, system: str
) -> None:
    whole = {
        "os": meeting(),
        "ontime": version_4(),
        "indico": envelope([event(contributions=[{"id": "1", "title": "Debate"}])]),
    }[system]
    with tempfile.TemporaryDirectory() as folder:
        offer = read(Path(folder), "a.json", changed(whole, choose, other))
    assert all(sentence.isprintable() for sentence in told(offer))


@given(st.randoms(use_true_random=False), st.booleans())
@settings(max_examples=100, deadline=None)
def test_a_file_of_which_any_bytes_are_wrong_gives_sentences(
    choose: random.Random, is_book: bool
) -> None:
    rows = [["Delegation", "Speaker", "Received"], ["Ghana", "Ama", "2024-09-02"], ["Peru", "", ""]]
    text = "\n".join(",".join(row) for row in rows)
    content = bytearray(workbook(*(list(row) for row in rows)) if is_book else text.encode())
    for _ in range(choose.randrange(1, 30)):
        content[choose.randrange(len(content))] = choose.randrange(256)
    with tempfile.TemporaryDirectory() as folder:
        offer = read(Path(folder), "a.csv", bytes(content[: choose.randrange(len(content))]))
    assert all(sentence.isprintable() for sentence in told(offer))


def test_nothing_is_imported_for_a_file_that_does_not_need_it(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Country\nGhana\n", encoding="utf-8")
    program = (
        "import sys; from pathlib import Path\n"
        "from plenary_tui.exchange.incoming.offer import Overruled\n"
        "from plenary_tui.exchange.incoming.readers import read_offer\n"
        f"offer = read_offer(Path({str(tmp_path / 'a.csv')!r}), Overruled(), bool)\n"
        "assert len(offer.delegations) == 1\n"
        "assert not {'python_calamine', 'icalendar', 'xlsxwriter'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_name_is_looked_up_once_however_many_rows_have_it(tmp_path: Path) -> None:
    states = [one.name for one in conference().delegations[:50]]
    asked: list[str] = []

    def recognise(text: str) -> bool:
        asked.append(text)
        return text in states

    rows = [f"P{n},p{n}@x.org,{states[n % 50]}" for n in range(5_000)]
    (tmp_path / "a.csv").write_text("\n".join(["Name,Email,Country", *rows]), encoding="utf-8")
    offer = read_offer(tmp_path / "a.csv", Overruled(), recognise)
    assert len(names(offer)) == 50 and sum(one.persons for one in offer.delegations) == 5_000
    assert len(asked) == len(set(asked)) < 300
