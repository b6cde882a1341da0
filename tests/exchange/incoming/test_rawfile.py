"""A file is known by what is in it, and what cannot be read is told in a sentence."""

from __future__ import annotations

import io
import random
import tracemalloc
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from plenary_tui.exchange.files import LARGEST
from plenary_tui.exchange.incoming.offer import Overruled
from plenary_tui.exchange.incoming.readers import read_offer
from plenary_tui.storage.journal import SqliteJournal
from tests.exchange.incoming.offices import read, recognise, told, workbook
from tests.storage.chamber import STATION, assert_held, event, make_conference
from tests.systems import ON_WINDOWS

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def archive(**parts: bytes) -> bytes:
    """A ZIP of parts; two underscores stand for the mark between folders."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            part = zipfile.ZipInfo(name.replace("__", "/"))
            zipped.writestr(part, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is a picture (PNG), not a table"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(99), "is a picture (JPEG), not a table"),
        (b"BM" + bytes(99), "is a picture (BMP), not a table"),
        (b"%PDF-1.7\n", "is a PDF, not a table"),
        (b"<html><table><tr>", "is a web page or XML, not a table"),
        (b"PK\x03\x04 and nothing more", "is damaged or cut off"),
        (archive(word__document=b"x"), "is a Word document, not a table"),
        (archive(readme=b"x"), "is a ZIP archive or another document"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "is protected with a password"),
        (bytes(random.Random(1).randbytes(5000)), "is no text and no table"),
        (archive(xl__worksheets__sheet1=b"x"), "is damaged, or no spreadsheet"),
        (archive(**{"xl__worksheets__sheet1.bin": b"x"}), "is a binary workbook (.xlsb)"),
        (OLE, "is an older Office document, not a table"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_table_is_told_by_what_it_is(
    tmp_path: Path, content: bytes, what: str
) -> None:
    offer = read(tmp_path, "list.csv", content)
    (sentence,) = told(offer)
    assert sentence.startswith(f"list.csv: {what}")
    assert not offer.delegations and not offer.entries


def test_letters_of_a_signature_do_not_make_a_table_a_picture(tmp_path: Path) -> None:
    assert not told(read(tmp_path, "list.csv", "BM,Delegation,Speaker\n1,Ghana,Ama\n"))


def test_a_bomb_is_refused_by_its_directory_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = archive(xl__workbook=b"x", xl__big=bytes(201 * 1024 * 1024))
    assert len(bomb) < 300_000
    assert "unpacks to 201 MB" in told(read(tmp_path, "list.xlsx", bomb))[0]


@pytest.mark.parametrize("share", [0.3, 0.5, 0.95])
def test_half_a_workbook_is_told_to_be_damaged(tmp_path: Path, share: float) -> None:
    whole = workbook(["Delegation", "Speaker"], *(["Ghana", f"Ama {n}"] for n in range(200)))
    cut = whole[: int(len(whole) * share)]
    assert "is damaged or cut off" in told(read(tmp_path, "list.xlsx", cut))[0]
    wrong = bytearray(whole)
    middle = whole.index(b"xl/worksheets/sheet1.xml") + 40
    wrong[middle : middle + 50] = bytes(50)
    assert len(told(read(tmp_path, "list.xlsx", bytes(wrong)))) == 1


def test_what_is_too_large_or_not_there_is_told(tmp_path: Path) -> None:
    with (tmp_path / "big.csv").open("wb") as file:
        file.truncate(LARGEST + 1)
    for name, what in (
        ("big.csv", "it is larger than 32 MB"),
        ("no.csv", "there is no such file"),
    ):
        (sentence,) = told(read_offer(tmp_path / name, Overruled(), recognise))
        assert sentence.startswith(f"{name}: cannot be read ({what}")
    (sentence,) = told(read_offer(tmp_path, Overruled(), recognise))
    assert "it is a folder" in sentence or "it is not a file" in sentence


def test_the_bytes_are_known_again(tmp_path: Path) -> None:
    first = read(tmp_path, "a.csv", "Delegation\nGhana\n")
    again = read(tmp_path, "b.csv", "Delegation\nGhana\n")
    assert first.sha256 == again.sha256 and len(first.sha256) == 64
    assert (first.file, again.file) == ("a.csv", "b.csv")


def test_a_workbook_that_lies_about_its_size_is_not_unpacked_further(tmp_path: Path) -> None:
    content = bytearray(archive(xl__workbook_xml=b"<a/>", xl__sheet_xml=bytes(40_000_000)))
    place = content.rindex(b"PK\x01\x02") + 24
    content[place : place + 4] = (1000).to_bytes(4, "little")
    (tmp_path / "liar.xlsx").write_bytes(content)
    tracemalloc.start()
    (sentence,) = told(read_offer(tmp_path / "liar.xlsx", Overruled(), recognise))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "is damaged or cut off" in sentence
    assert peak < 8_000_000


def test_a_folder_without_a_name_is_told_with_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert told(read_offer(Path(), Overruled(), recognise)) == [
        ".: cannot be read (it is a folder); expected the path of a file"
    ]


def test_a_conference_that_is_open_is_not_read_past_its_locks(tmp_path: Path) -> None:
    """Whoever closes a file by hand lets go of all locks that its process has on it."""
    path, link = tmp_path / "room.db", tmp_path / "list.csv"
    make_conference(path, 2)
    names = [path]
    if not ON_WINDOWS:  # which lets not every account make a link
        link.symlink_to(path)
        names.append(link)
    with closing(SqliteJournal(path)) as journal:
        journal.append(2, [event(3)], STATION)
        for name in names:
            offer = read_offer(name, Overruled(timezone="Europe/Vienna"), recognise)
            assert "is a database that is in use, not a table" in told(offer)[0]
        assert_held(path)
    offer = read_offer(path, Overruled(timezone="Europe/Vienna"), recognise)
    assert "is a database, not a table" in told(offer)[0]
