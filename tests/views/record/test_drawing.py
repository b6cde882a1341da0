"""Pictures as SVG: well formed, described, nothing outside, names safe."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from plenary_tui.views.record.drawing import ALONE, drawn
from plenary_tui.views.record.one_page import STYLE
from plenary_tui.views.record.plain_text import width_of
from plenary_tui.views.record.sheet import Bar, Chart, Curve, Curves, Mark

NAME = '<b>&"Nigeria"'
BARS = Chart(
    caption="By <tier>",
    value="spoken",
    beside="planned",
    bars=(Bar(label=NAME, value=170, beside=180), Bar(label="b", value=0.0)),
)
LINES = Curves(
    caption="The & list",
    across=(Mark(at=0, label="10:00"), Mark(at=10, label="11:00")),
    up=(Mark(at=-1, label="-1"), Mark(at=1, label="+1")),
    curves=(
        Curve(name=NAME, points=((0, -1), (5, 0), (10, 1)), steps=True),
        Curve(name="straight", points=((0, 1), (10, -1)), dashed=True),
        Curve(name="dots", points=((0, 0), (10, 1)), dots=True),
        Curve(name="nothing", points=()),
    ),
)


def tree(picture: Chart | Curves, style: str = ALONE) -> ET.Element:
    """A picture as XML."""
    return ET.fromstring("\n".join(drawn(picture, style)))


@pytest.mark.parametrize("picture", [BARS, LINES])
def test_it_is_described_and_has_its_style_only_where_it_stands_alone(
    picture: Chart | Curves,
) -> None:
    root = tree(picture)
    tags = [one.tag.rpartition("}")[2] for one in root]
    assert tags[:2] == ["title", "style"]
    assert root[0].text is not None and root[0].text.startswith(picture.caption)
    assert "style" not in [one.tag for one in tree(picture, "")]


def test_names_are_text() -> None:
    for picture in (BARS, LINES):
        assert NAME in [one.text for one in tree(picture).iter() if one.tag.endswith("text")]


def test_lines_go_from_edge_to_edge_in_steps_straight_or_as_dots() -> None:
    root = tree(LINES)
    paths = [one for one in root if one.tag.endswith("path") and one.get("class") != "rule"]
    assert paths[0].get("d") == "M50 210H395V111H740V12"
    assert paths[2].get("d") == "M50 12L740 210" and paths[2].get("class") == "aim"
    dots = [one for one in root if one.tag.endswith("circle")]
    assert [(one.get("cx"), one.get("cy")) for one in dots[:2]] == [("50", "111"), ("740", "12")]


def test_an_axis_with_one_mark_is_no_error() -> None:
    mark = (Mark(at=3, label="3"),)
    curve = Curve(name="a", points=((3, 3),))
    assert tree(Curves(caption="c", across=mark, up=mark, curves=(curve,))) is not None


@pytest.mark.parametrize("style", [ALONE, STYLE])
def test_no_line_is_filled_as_a_bar_is(style: str) -> None:
    """A rule for a class that fills stands over the one that says that paths are not filled."""
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", style)
    filling = {
        one
        for selector, said in rules
        if re.search(r"fill: (?!none)", said)
        for one in re.findall(r"\.(\w+)", selector)
    }
    classes = {one.get("class") for one in tree(LINES, style).iter() if one.tag.endswith("path")}
    assert {"used", "plan"} <= filling
    assert classes == {"course", "aim", "rule"} and not classes & filling
    assert any(re.search(r"\bpath$", one.strip()) and "fill: none" in said for one, said in rules)


LABELS = [
    "States",
    "Latin American and Caribbean",
    "Межправительственные организации",
    "Государства Азиатско-Тихоокеанского региона",
    "Государства Латинской Америки и Карибского бассейна",
    "États d\u2019Europe occidentale et autres États",
    "西欧和其他国家集团" * 3,
    "Unpartable" * 9,
    "One of many words " * 9,
]


@pytest.mark.parametrize("label", LABELS)
def test_a_label_of_any_language_stands_within_the_picture(label: str) -> None:
    """As wide as the letters of a page are: words that have no room on one line stand on two."""
    bars = (Bar(label=label, value=170, beside=180), Bar(label="b", value=30, beside=170))
    root = tree(Chart(caption="c", value="spoken", beside="planned", bars=bars))
    of_first = [one for one in root if one.get("text-anchor") == "end"][:-1]
    said = [one.text or "" for one in of_first]
    assert label.startswith(" ".join(said).removesuffix("…")) or "…" in said[0]
    for one, words in zip(of_first, said, strict=True):
        assert float(one.get("x", "")) >= 7.8 * width_of(words)
        assert 12 <= float(one.get("y", "")) <= 40, "it stays in its row"
    longest = next(one for one in root if one.tag.endswith("rect"))
    ends = float(longest.get("x", "")) + float(longest.get("width", ""))
    assert ends == pytest.approx(620, abs=0.2)
    assert len(said) == 1 or width_of(label) > 28
