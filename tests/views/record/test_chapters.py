"""Chapters for the recording: from the first moment on air."""

from __future__ import annotations

import pytest

from plenary_tui.views.record.chapters import NoChapters, chapters
from plenary_tui.views.record.scope import Scope
from tests.chamber import Chamber
from tests.views.record.recorded import record_of, speak, spoken_on

MEETING = Scope(meeting=1)


def test_row_23_who_spoke_when_and_what_was_off_air() -> None:
    chamber = spoken_on("1(f)", "Nigeria", language="French", on_behalf_of="the African Group")
    chamber.do("set-on-air", off=True)
    speak(chamber, "Niger")
    chamber.do("set-on-air")
    speak(chamber, "Guinea", speaker="Ms. <b> & Co.")
    text = chapters(record_of(chamber, MEETING))
    assert text.startswith("WEBVTT\n\nNOTE Small conference, 1st plenary meeting\n")
    assert "from the first moment on air, 2024-10-14 08:00:00 UTC." in text
    assert "Off air from 00:03:50.000 to 00:07:40.000." in text
    assert (
        "1\n00:01:00.000 --> 00:03:50.000\nNigeria, Sample Speaker 1, Director, on behalf of the "
        "African Group, item 1(f), French\n"
    ) in text
    assert "Niger," not in text, "nobody saw it"
    assert "2\n00:08:40.000 --> 00:11:30.000\nGuinea, Ms. &lt;b&gt; &amp; Co., Director" in text


def test_a_meeting_that_opens_off_air_counts_from_when_it_came_on() -> None:
    chamber = Chamber()
    chamber.open_meeting()
    chamber.do("set-on-air", off=True)
    chamber.do("undo")
    assert "2024-10-14 08:00:00" in chapters(record_of(chamber, MEETING))


def test_chapters_are_of_one_meeting() -> None:
    chamber = spoken_on("1(f)", "Nigeria")
    with pytest.raises(NoChapters, match="--meeting N"):
        chapters(record_of(chamber, Scope(item="1(f)")))
    chamber.do("adjourn-meeting")
    chamber.open_meeting(14, 15)
    with pytest.raises(NoChapters):
        chapters(record_of(chamber))
    assert "Nigeria" in chapters(record_of(chamber, MEETING))


def test_who_speaks_as_what_the_function_says_is_named_once() -> None:
    chamber = Chamber()
    chamber.open_meeting()
    chamber.do("give-floor", to="rapporteur", name="Ms. Sample", function="Rapporteur")
    chamber.do("start-clock")
    chamber.clock.advance(60)
    chamber.do("end-statement")
    assert "\nRapporteur, Ms. Sample\n" in chapters(record_of(chamber, MEETING))
