"""What is shown to others, as JSON."""

from __future__ import annotations

import json
from typing import Literal

from plenary_tui.views.public.view import View, in_lines, in_one_line


class Shown(View):
    block: Literal["shown"] = "shown"
    length: float
    limit: float | None = None
    count: int = 0


def test_fields_stand_in_the_order_they_are_written_in() -> None:
    assert list(json.loads(in_one_line(Shown(length=2.5)))) == ["block", "length", "limit", "count"]


def test_a_length_has_its_point_whatever_it_was_made_of() -> None:
    assert in_one_line(Shown(length=3, count=3)) == (
        '{"block":"shown","length":3.0,"limit":null,"count":3}'
    )
    assert Shown(length=3, limit=180).plain()["limit"] == 180.0


def test_what_people_may_read_stands_in_lines() -> None:
    assert in_lines({"names": ["Türkiye"]}) == '{\n  "names": [\n    "Türkiye"\n  ]\n}'
