"""The summary for the Journal in other languages."""

from __future__ import annotations

import pytest

from plenary_tui.exchange.tongues import tongue_of
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.record.colon_summary import colon_summary
from plenary_tui.views.record.scope import Scope, choose
from plenary_tui.views.record.sheet import Heading, Paragraph
from plenary_tui.views.record.taking import take_record
from plenary_tui.views.wording.tongue import in_tongue
from tests.chamber import Chamber
from tests.views.record.recorded import course_of, made_by, spoken_on
from tests.views.record.test_summary import at_the_next_meeting


def texts(code: str) -> list[str]:
    """The headings and paragraphs of a meeting at which two spoke and that was adjourned."""
    chamber = spoken_on("1(f)", "GIN", "Niger")
    chamber.do("adjourn-meeting")
    return summed_up(chamber, code)


def summed_up(chamber: Chamber, code: str) -> list[str]:
    """The headings and paragraphs of what was done in a chamber."""
    conference, tongue = in_tongue(chamber.conference, tongue_of(Language(code)))
    course = course_of(chamber)
    chosen = choose(conference, course, Scope(whole=True))
    sheet = colon_summary(take_record(conference, course, chosen, made_by(chamber)), tongue)
    return [one.text for one in sheet.blocks if isinstance(one, Heading | Paragraph)]


@pytest.mark.parametrize(
    ("code", "heading", "left"),
    [
        ("fr", "1re séance plénière, lundi 14 octobre 2024", "Examen du point 1(f) : à pours"),
        ("es", "1ª sesión plenaria, lunes 14 de octubre de 2024", "Examen del tema 1(f): cont"),
        ("ru", "1-е пленарное заседание, понедельник, 14", "Рассмотрение пункта 1(f): б"),
        ("ar", "الجلسة العامة 1، الاثنين، 14", "النظر في البند 1(f): "),
        ("zh", "第1次全体会议，2024年10月14日星期一", "项目1(f)的审议：待续。"),
    ],
)
def test_a_meeting(code: str, heading: str, left: str) -> None:
    found = texts(code)
    assert found[0].startswith(heading)
    assert any(one.startswith(left) for one in found)
    assert not any("{" in one for one in found)


@pytest.mark.parametrize("code", ["fr", "es", "ru", "ar", "zh"])
def test_an_item_that_an_earlier_meeting_concluded_does_not_go_on(code: str) -> None:
    chamber = at_the_next_meeting()
    chamber.do("take-up-item", item="1(f)")
    chamber.do("adjourn-meeting")
    found, words = summed_up(chamber, code), tongue_of(Language(code)).words
    goes_on = "Consideration of item {symbol}: to be continued."
    assert found.count(words("Consideration of item {symbol}: concluded.", symbol="2")) == 1
    assert words(goes_on, symbol="2") not in found
    assert words(goes_on, symbol="1(f)") in found


def test_what_goes_on_is_said_of_meetings_that_have_risen_and_not_of_the_committee() -> None:
    chamber = spoken_on("1(f)", "Niger")
    assert not [one for one in summed_up(chamber, "fr") if "poursuivre" in one]
    chamber.do("convene-committee")
    chamber.do("take-up-item", item="2")
    chamber.do("rise-committee")
    chamber.do("adjourn-meeting")
    said = summed_up(chamber, "fr")
    assert [one for one in said if "poursuivre" in one] == ["Examen du point 1(f) : à poursuivre."]
    assert [one for one in said if one.startswith("Point 2")]
