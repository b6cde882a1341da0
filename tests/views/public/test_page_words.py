"""What a page says in its language, where `live` says the same in English."""

from __future__ import annotations

from typing import Any

from plenary_tui.exchange.script import script_in
from plenary_tui.exchange.tongues import tongue_of
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.public.next_watch import NextWatch
from plenary_tui.views.public.page import Live, live
from tests.chamber import Chamber

IVORIANS = "Côte d\u2019Ivoire"


def told(chamber: Chamber, language: Language, **more: Any) -> Live:
    """What a page is told now."""
    words = script_in(language), tongue_of(language)
    now = chamber.clock.now()
    return live(chamber.conference, now, language, words[0], tongue=words[1], **more)


def floor_open() -> Chamber:
    """A chamber in which two wait."""
    chamber = Chamber()
    chamber.open_floor("1(f)")
    chamber.inscribe("CIV", language="French")
    chamber.inscribe("NER")
    return chamber


def test_in_english_they_are_those_of_the_other_fields() -> None:
    chamber = floor_open()
    chamber.do("give-floor")
    page = told(chamber, Language.ENGLISH)
    shown = page.shown
    assert (shown.word, shown.status, shown.item) == (page.word, page.status, page.item)
    assert (shown.clock, shown.spoken) == (page.clock.word, page.now.language)
    assert shown.whens == tuple(one.when for one in page.next)


def test_machines_are_told_the_same_in_every_language() -> None:
    chamber = floor_open()
    chamber.do("give-floor")
    english = told(chamber, Language.ENGLISH)
    for language in Language:
        page = told(chamber, language)
        assert (page.word, page.status, page.tone) == ("ON AIR", english.status, english.tone)
        assert page.clock == english.clock and page.item == english.item
        assert [one.when for one in page.next] == [one.when for one in english.next]


def test_whether_it_is_on_air_and_how_the_meeting_stands() -> None:
    chamber = floor_open()
    shown = told(chamber, Language.FRENCH).shown
    assert (shown.word, shown.clock) == ("À L'ANTENNE", "PERSONNE N'A LA PAROLE")
    assert shown.status == "1re séance plénière, en cours"
    chamber.do("suspend-meeting", reason="lunch")
    shown = told(chamber, Language.FRENCH).shown
    assert shown.word == "SÉANCE SUSPENDUE"
    assert shown.status == "HORS ANTENNE : 1re séance plénière, suspendue (lunch)"


def test_the_clock_turns_in_the_language_as_often_as_in_english() -> None:
    chamber = floor_open()
    chamber.do("give-floor")
    chamber.do("start-clock")
    page = told(chamber, Language.SPANISH)
    assert page.shown.turns == ("A TIEMPO", "CONCLUYA", "TIEMPO EXCEDIDO")
    assert len(page.shown.turns) == len(page.clock.turns)
    chamber.do("pause-clock")
    assert told(chamber, Language.SPANISH).shown.clock == "EN PAUSA, A TIEMPO"


def test_a_point_of_order_and_who_keeps_the_floor() -> None:
    chamber = floor_open()
    chamber.do("give-floor")
    chamber.do("start-clock")
    chamber.do("raise-point", delegation="NER")
    parts = told(chamber, Language.FRENCH).now.parts
    assert [line[0].text for line in parts] == ["motion d'ordre", f"Garde la parole : {IVORIANS}"]


def test_a_video_says_whether_it_runs() -> None:
    chamber = Chamber()
    chamber.open_floor("1(f)")
    chamber.inscribe("CIV", delivery="video", media="civ.mp4", rank="minister")
    chamber.inscribe("NER")
    assert told(chamber, Language.FRENCH).shown.deliveries[0] == "VIDÉO civ.mp4"
    chamber.do("give-floor")
    assert told(chamber, Language.FRENCH).shown.delivery == "VIDÉO civ.mp4 : PAS ENCORE LANCÉE"
    chamber.do("start-clock")
    assert "VIDÉO civ.mp4 : LANCÉE à 1" in told(chamber, Language.FRENCH).shown.delivery
    chamber.do("end-statement")
    assert "VIDÉO civ.mp4 : TERMINÉE à 1" in told(chamber, Language.FRENCH).shown.delivery


def test_a_late_change_is_told_with_the_names_of_the_language() -> None:
    chamber = floor_open()
    watch = NextWatch().after(chamber.conference, chamber.clock.now())
    chamber.do("withdraw", entry="CIV")
    watch = watch.after(chamber.conference, chamber.clock.now())
    page = told(chamber, Language.RUSSIAN, watch=watch)
    assert page.alert is not None and page.alert.text.startswith("NEXT HAS CHANGED: Niger")
    changed = page.shown.alert
    assert changed.startswith("СЛЕДУЮЩИЙ ИЗМЕНИЛСЯ: ") and changed.endswith(": Кот-д'Ивуар")
