"""What a person types: kept as it is, unless it could disturb a screen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.procedure.state.text import (
    LONGEST,
    clean_line,
    folded,
    is_unprintable,
    shown,
)
from tests.chamber import LONGEST_NAME, Chamber

read = clean_line


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("a\x1b[31mb", "character 2 cannot be shown"),
        ("\x1b]0;title\x07", "U+001B"),
        ("\x00", "U+0000"),
        ("one\ntwo", "U+000A"),
        ("tab\there", "U+0009"),
        ("carriage\r", "U+000D"),
        ("\x7f", "U+007F"),
        ("\x9b31m", "U+009B"),
        ("abc\u202edef", "right-to-left override"),
        ("\u2066abc\u2069", "left-to-right isolate"),
        ("\u2028", "line separator"),
        ("\u2029", "paragraph separator"),
        ("\ud800", "U+D800"),
        ("Aus\u00adtria", "soft hyphen"),
        ("Aus\u200btria", "zero width space"),
        ("Aus\u200ctria", "zero width non-joiner"),
        ("Aus\u200dtria", "zero width joiner"),
        ("\u200d\u0627", "zero width joiner"),
        ("\u0627\u200c", "zero width non-joiner"),
        ("\u0627\u200c\u200c\u0628", "zero width non-joiner"),
        ("1\u200d2", "zero width joiner"),
        ("Aus\u2060tria", "word joiner"),
        ("M\ufffdller", "replacement character"),
        ("\ue000", "private-use character U+E000"),
        ("\U000f1234", "private-use character U+F1234"),
        ("\U00100000", "private-use character U+100000"),
        ("\u200fabc", "right-to-left mark"),
        ("\u061c", "arabic letter mark"),
        ("\u3164", "hangul filler"),
        ("\u034f", "combining grapheme joiner"),
        ("\U000e0041", "tag latin capital letter a"),
        ("\uffff", "U+FFFF"),
    ],
)
def test_what_could_disturb_a_screen_is_refused(text: str, named: str) -> None:
    with pytest.raises(ValueError) as error:
        read(text)
    assert "type it again without it" in str(error.value)
    assert named in str(error.value)
    assert shown(text) != text and not any(map(is_unprintable, shown(text)))


@pytest.mark.parametrize(
    "text",
    [
        "[bold]not markup[/bold]",
        "[red on blue]",
        "a \\[b\\] ${c} %s {0}",
        "<script>alert(1)</script>",
        LONGEST_NAME,
        "x" * LONGEST,
        "كوت ديفوار",
        "إيران (جمهورية - الإسلامية)",
        "科特迪瓦",
        "Кот-д'Ивуар",
        "می‌خواهم",
        "👩‍👩‍👧 Sample",
        "\U0001f9d1\u200d\u2696\ufe0f Sample",
        "\u0646\u0645\u0627\u06cc\u0646\u062f\u0647\u200c\u06cc \u0633\u0627\u0632",
        "\u0915\u094d\u200d\u0937",
        "\u0d9a\u0dca\u200d\u0dbb\u0dd2",
        "\u0995\u09cd\u200c\u09b7",
        "\u8fbb\U000e0100",
        "é" * 60,
    ],
)
def test_every_other_character_is_kept(text: str) -> None:
    assert read(text) == unicodedata.normalize("NFC", text) == shown(read(text))


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(ValueError, match=f"{LONGEST + 1} characters; {LONGEST} at most"):
        read("x" * (LONGEST + 1))


def test_white_space_is_folded_and_accents_composed() -> None:
    assert read("  a   b\u00a0\u3000c ") == "a b c"
    assert read("Tu\u0308rkiye") == "Türkiye"


@given(st.text())
def test_what_is_read_is_read_again_as_it_is(text: str) -> None:
    try:
        line = read(text)
    except ValueError:
        assert any(map(is_unprintable, text)) or len(text) > LONGEST
    else:
        assert read(line) == line == shown(line)
        assert folded(folded(line)) == folded(line)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Türkiye", "TURKIYE"),
        ("Côte d\u2019Ivoire", "cote d'ivoire"),
        ("São Tomé", "sao tome"),
        ("Straße", "STRASSE"),
        ("Curaçao", "curacao"),
    ],
)
def test_names_are_compared_without_case_and_accents(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("act", "field"),
    [
        ("inscribe", "speaker"),
        ("inscribe", "function"),
        ("inscribe", "on_behalf_of"),
        ("inscribe", "note"),
        ("inscribe", "media"),
        ("inscribe", "delegation"),
        ("edit", "speaker"),
        ("edit", "note"),
        ("note", "text"),
        ("withdraw", "reason"),
        ("move", "reason"),
        ("give-floor", "reason"),
        ("suspend-meeting", "reason"),
        ("set-limit", "decision"),
        ("extend-time", "reason"),
        ("register", "delegation"),
        ("open-meeting", "override"),
    ],
)
def test_no_act_takes_an_escape_sequence(act: str, field: str) -> None:
    chamber = Chamber()
    required = {"delegation": "Niger", "entry": "Niger", "text": "x", "to": 1, "seconds": 60}
    wanted = {name: value for name, value in required.items() if name in _fields(act)}
    with pytest.raises(ValueError, match="cannot be shown"):
        chamber.do(act, **{**wanted, field: "Sample\x1b[2JSpeaker"})
    assert len(chamber.records) == 1


def _fields(act: str) -> frozenset[str]:
    from plenary_tui.procedure.events import ACTS
    from plenary_tui.procedure.ground.act_fields import act_fields

    return frozenset(one.attribute for one in act_fields(ACTS[act]) if one.required)


def test_markup_brackets_reach_the_list_as_they_are() -> None:
    chamber = Chamber()
    chamber.inscribe("Niger", item="1(f)", speaker="[b]Sample[/b]")
    assert chamber.entry("NER").speaker == "[b]Sample[/b]"
