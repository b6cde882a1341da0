"""Whatever goes out in a language takes all of its words from the catalogue.

A language is made up whose every message is its English one between ⟦ and ⟧. Taken as a Chinese one
it leaves Latin letters outside of them only where a word is in no catalogue, or somebody typed it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from html import unescape
from pathlib import Path
from string import Formatter

import pytest
from python_calamine import CalamineWorkbook

from plenary_tui.commands.record import Reading, reading_of, taken_in
from plenary_tui.exchange.outgoing.figures_book import figures_book
from plenary_tui.exchange.script import script_in
from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace as changed
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Language, Tier
from plenary_tui.views.drafts_in import decisions_in, votes_in
from plenary_tui.views.paper_in import printed_in
from plenary_tui.views.public.next_watch import NextWatch
from plenary_tui.views.public.page import live
from plenary_tui.views.record.chapters import chapters
from plenary_tui.views.record.forms import IN_TONGUES
from plenary_tui.views.record.passing import passages
from plenary_tui.views.record.scope import Scope, choose
from plenary_tui.views.record.sheet import Sheet
from plenary_tui.views.strip import Paper
from plenary_tui.views.strip_in import strip_in
from plenary_tui.views.wording.tongue import Tongue
from plenary_tui.webcast.page_says import PageSays
from plenary_tui.webcast.site import PAGES
from tests.chamber import Chamber
from tests.views.record.recorded import speak, spoken_on

LATIN = re.compile(r"[A-Za-z]{2,}")
MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
STATIC = Path(__file__).parents[2] / "plenary_tui" / "webcast" / "static"
OF_PROGRAMS = {"UTC", "WEBVTT", "NOTE", "JSON", "plenary", "lang", "STRONGEST"}
"""What is called so in every language: parts of formats, addresses, the program."""


def between(message: str) -> str:
    """A message whose own letters stand between marks, and nothing that is filled in."""
    parts = []
    for text, name, _, _ in Formatter().parse(message):
        parts.append(f"⟦{text}⟧" if text.strip() else text)
        parts.append(f"{{{name}}}" if name is not None else "")
    return "".join(parts)


class MadeUp:
    """A catalogue that has every message."""

    def gettext(self, message: str) -> str:
        return between(message)

    def ngettext(self, one: str, several: str, count: int) -> str:
        return between(one if count == 1 else several)


TONGUE = Tongue(Language.CHINESE, MadeUp())


@dataclass(frozen=True)
class Typed:
    """What somebody typed into a conference: it stands as it is in every language."""

    texts: tuple[str, ...]

    @classmethod
    def into(cls, records: tuple[Record, ...], conference: Conference) -> Typed:
        """All texts of a journal that are no words of the program."""
        named = [conference.name, conference.title, conference.place, conference.timezone]
        named += [conference.president]
        for one in conference.items:
            named += [one.symbol, one.title, *one.documents]
        for document in conference.documents:
            named += [document.title, document.symbol or "", document.submitter]
        for delegation in conference.delegations:
            named += [delegation.name, delegation.id]
        for speakers in Ledger(records[:1]).conference.lists:
            for tier in Tier:
                for entry in speakers.queue(tier).waiting:
                    named += _fields_of(entry)
        for record in records:
            named += _fields_of(record.event)
        return cls(tuple(sorted({one for one in named if len(one) > 1}, key=len, reverse=True)))

    def taken_out_of(self, text: str) -> str:
        """A text without them."""
        for one in self.texts:
            text = text.replace(one, "") if one in text else text
        return text

    def left_in(self, text: str) -> list[str]:
        """The Latin words of a text that are neither typed nor of the catalogue."""
        rest = self.taken_out_of(MARKED.sub("", re.sub(r"[\u200e\u200f]", "", text)))
        return [one for one in LATIN.findall(rest) if one not in OF_PROGRAMS]


FREE_TEXT = (
    *("speaker", "function", "on_behalf_of", "media", "reason", "ruling", "note", "remark"),
    *("decision", "report", "short_function", "title", "symbol", "name", "text"),
)


def _fields_of(event: object) -> list[str]:
    """What was typed into an act."""
    found = []
    for field in FREE_TEXT:
        value = getattr(event, field, None)
        if isinstance(value, str):
            found.append(value)
    for inner in ("person", "entry"):
        if (value := getattr(event, inner, None)) is not None and not isinstance(value, int):
            found += _fields_of(value)
    return found


def reading(records: tuple[Record, ...]) -> Reading:
    return reading_of(list(records), "0" * 64)


def later(records: tuple[Record, ...]) -> Instant:
    """A moment after the last act."""
    at = records[-1].event.at
    return changed(at, utc=at.utc + timedelta(seconds=90), steady=at.steady + 90)


def gaps_and_corrections() -> Chamber:
    """What the sitting has not: statements that lack something, and what was corrected."""
    chamber = spoken_on("1(f)", "Niger")
    speak(chamber, "GIN", seconds=4, language="French")
    chamber.do("correct-statement", number="1", speaker="Ms. Ω Ω", language="Spanish")
    chamber.do("raise-point", delegation="Niger")
    chamber.do("withdraw-point")
    chamber.do("move-motion", motion="close the debate", delegation="Niger")
    return chamber


def what_pages_may_show() -> Chamber:
    """A video, someone without a delegation, a late change, suspensions, the Committee."""
    chamber = Chamber()
    chamber.open_floor("1(f)")
    chamber.inscribe("CIV", delivery="video", media="Ω.mp4", rank="minister")
    chamber.inscribe("NER", language="French")
    chamber.inscribe("NGA", speaker="Ω")
    chamber.do("give-floor")
    chamber.do("start-clock")
    chamber.do("pause-clock")
    chamber.do("resume-clock")
    chamber.do("end-statement")
    chamber.do("withdraw", entry="NER")
    chamber.do("withdraw", entry="NGA")
    chamber.do("give-floor", to="secretariat", name="Ω", function="Rapporteur")
    chamber.do("start-clock")
    chamber.do("raise-point")
    chamber.do("name-point", delegation="NER")
    chamber.do("rule-point", ruling="Ω")
    chamber.do("end-statement")
    chamber.do("suspend-meeting", reason="Ω", until="11:30")
    chamber.do("resume-meeting")
    chamber.do("suspend-meeting")
    chamber.do("resume-meeting")
    chamber.do("convene-committee")
    chamber.do("rise-committee")
    chamber.do("set-on-air", off=True)
    chamber.do("adjourn-meeting")
    return chamber


@pytest.fixture(scope="module")
def journals(records: tuple[Record, ...]) -> tuple[tuple[Record, ...], ...]:
    held = what_pages_may_show(), gaps_and_corrections()
    return records, *(tuple(one.records) for one in held)


def walked(sheet: Sheet) -> Iterator[str]:
    """The texts of a sheet."""
    yield from (sheet.title, *sheet.lines, sheet.notice)

    def texts(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for name, one in value.items():
                if name != "block":
                    yield from texts(one)
        elif isinstance(value, list | tuple):
            for one in value:
                yield from texts(one)

    for block in sheet.blocks:
        yield from texts(block.plain())


def leaks(typed: Typed, texts: Iterator[str] | list[str]) -> set[str]:
    """Texts with a word that no catalogue has; the code of a language is one in each of them."""
    codes = {one.code for one in Language}
    return {text for text in texts if text not in codes and typed.left_in(text)}


@pytest.mark.parametrize("form", IN_TONGUES)
def test_the_forms_of_the_record(form: str, journals: tuple[tuple[Record, ...], ...]) -> None:
    for records in journals:
        read = reading(records)
        chosen = choose(read.conference, read.course, Scope(whole=True))
        record, told = taken_in(read, chosen, TONGUE, "record")
        record = changed(record, passages=passages(read.in_force, chosen))
        typed = Typed.into(records, read.conference)
        assert leaks(typed, walked(IN_TONGUES[form](record, told))) == set()


def test_the_workbook(journals: tuple[tuple[Record, ...], ...]) -> None:
    for records in journals:
        read = reading(records)
        chosen = choose(read.conference, read.course, Scope(whole=True))
        record, told = taken_in(read, chosen, TONGUE, "record")
        record = changed(record, passages=passages(read.in_force, chosen))
        typed = Typed.into(records, read.conference)
        made = figures_book(record, told)
        book = CalamineWorkbook.from_filelike(io.BytesIO(made))
        cells = [
            str(cell)
            for name in book.sheet_names
            for row in book.get_sheet_by_name(name).to_python()
            for cell in row
            if isinstance(cell, str)
        ]
        foot = ("As of row", "0" * 64, "Made by")
        cells = [one for one in cells if not one.startswith(foot)]
        assert leaks(typed, [*book.sheet_names, *cells]) == set()
        assert leaks(typed, list(_of_charts(made))) == set()


def _of_charts(made: bytes) -> Iterator[str]:
    """What stands in the charts of a workbook, and what they say to who does not see them."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8") if name.endswith(".xml") else ""
            if "/charts/chart" in name:
                yield from map(unescape, re.findall(r"<(?:a:t|c:v)>([^<]*)</", text))
            if "/drawings/drawing" in name:
                yield from map(unescape, re.findall(r'descr="([^"]*)"', text))


def test_what_is_printed(journals: tuple[tuple[Record, ...], ...]) -> None:
    for records in journals:
        ledger, first = Ledger(records), Ledger(records[: len(records) // 3])
        conference, now = ledger.conference, later(records)
        typed = Typed.into(records, conference)
        papers = [decisions_in(conference, now, TONGUE), votes_in(conference, now, TONGUE)]
        for speakers in conference.lists:
            papers.append(printed_in(conference, speakers, now, TONGUE))
            before = first.conference.list_of(speakers.item, speakers.body)
            was = Paper(first.conference, before, records[0].event.at)
            papers.append(strip_in(was, Paper(conference, speakers, now), TONGUE))
        for text in papers:
            whole = re.sub(r"\s*\n\s*", " ", text)
            assert typed.left_in(whole) == [], text


def test_the_chapters_of_the_webcast(records: tuple[Record, ...]) -> None:
    read = reading(records)
    chosen = choose(read.conference, read.course, Scope())
    record, told = taken_in(read, chosen, TONGUE, "export")
    typed = Typed.into(records, read.conference)
    text, _, _ = chapters(record, told).rpartition("NOTE\n")
    assert leaks(typed, text.splitlines()) == set()


def test_the_pages_at_every_row_of_the_sitting(journals: tuple[tuple[Record, ...], ...]) -> None:
    phrases = script_in(Language.CHINESE)
    for records in journals:
        ledger, watch = Ledger(), NextWatch()
        typed = Typed.into(records, Ledger(records).conference)
        for place, record in enumerate(records):
            ledger.fold((record,))
            if ledger.conference is None:
                continue
            conference, now = ledger.conference, later(records[: place + 1])
            watch = watch.after(conference, record.event.at)
            told = live(conference, now, Language.CHINESE, phrases, (), watch, TONGUE)
            said = [value for value in told.shown.plain().values() if value != "zh"]
            texts = [one for each in said for one in ([each] if isinstance(each, str) else each)]
            lines = (*told.now.parts, *(one.parts for one in told.next), told.caption.parts)
            texts += [part.text for line in lines for part in line]
            assert leaks(typed, texts) == set(), record.event.kind


@pytest.mark.parametrize("page", PAGES.values())
def test_the_files_of_the_pages(page: str) -> None:
    says = PageSays(lambda language: TONGUE)
    text = says.page((STATIC / f"{page}.html").read_text(encoding="utf-8"), Language.CHINESE)
    typed = Typed(("English", "français", "español"))
    (words,) = re.findall(r'data-says="([^"]*)"', text)
    said = [one for one in re.findall(r': "([^"]*)"', unescape(words)) if one != "zh"]
    filled = [re.sub(r"\{(what|time)\}", "", one) for one in said]
    assert len(said) > 5 and leaks(typed, filled) == set()
    seen = re.sub(r"<style.*?</style>|<[^>]*>", "\n", text, flags=re.DOTALL)
    assert leaks(typed, [unescape(one) for one in seen.splitlines()]) == set()


@pytest.mark.parametrize("status", [400, 404])
def test_a_refusal_is_a_page(status: int) -> None:
    says = PageSays(lambda language: TONGUE, Language.CHINESE)
    scope = {"type": "http", "headers": [(b"accept", b"text/html")], "query_string": b""}
    answer = says.refusal(scope, status, "lang is one of {codes}.", codes="…")
    text = re.sub(r"<[^>]*>", "\n", bytes(answer.body).decode())
    assert "⟦" in text and leaks(Typed(()), text.splitlines()) == set()


def test_words_that_no_catalogue_has_are_found() -> None:
    assert Typed(("Niger",)).left_in("⟦In session⟧ Niger suspended") == ["suspended"]
