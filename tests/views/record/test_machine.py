"""Long days of random acts, sensible and senseless: the record says what the state says."""

from __future__ import annotations

import random

import pytest

from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.views.record.course import Course
from plenary_tui.views.record.forms import FORMATS, FORMS, PROSE, written
from tests.procedure.test_machine import House
from tests.views.record.recorded import course_of, record_of


def agrees(course: Course, conference: Conference) -> None:
    """What the rows say of meetings, points and motions is what stands."""
    held = {(one.body, one.number): one.adjourned_at for one in conference.meetings}
    assert {one.key: one.ended_at for one in course.sittings if one.ended_at} == held
    opened = [meeting for body in Body for meeting in conference.opened(body)]
    assert {one.key: one.opened_at for one in course.sittings} == {
        (one.body, one.number): one.opened_at for one in opened
    }
    sitting = conference.sitting
    if sitting is not None:
        now = course.sitting((sitting.body, sitting.number))
        assert now is not None and now.ends_at == sitting.ends_at
        assert bool(now.on_air and now.on_air[-1].ended is None) is conference.on_air
        stands = bool(now.pauses and now.pauses[-1].ended is None)
        assert stands is conference.suspended
    ruled = [one.ruling for one in course.points if one.ruling is not None]
    assert sorted(ruled) == sorted(one.ruling for one in conference.rulings)
    waiting = [one for one in course.points if one.ruling is None and not one.withdrawn]
    assert len(waiting) == len(conference.points)
    decided = [one for one in course.motions if one.outcome in ("carried", "rejected")]
    assert len(decided) == len(conference.outcomes)
    assert len([one for one in course.motions if not one.outcome]) == len(conference.motions)


@pytest.mark.parametrize("seed", range(12))
def test_the_record_of_a_long_day(seed: int) -> None:
    chance, house = random.Random(seed), House()
    house.convene(chance.choice(["floor open", "committee"]), chance.choice([True, False]))
    for _ in range(12):
        for _ in range(25):
            house.go_on(chance)
        course, conference = course_of(house.chamber), house.chamber.conference
        agrees(course, conference)
    if not course.sittings:
        return
    record = record_of(house.chamber)
    heard = [one for one in conference.statements if one.started_at or not _delegation(one)]
    assert len(record.statements) == len(heard)
    for form in FORMS:
        for format_ in FORMATS:
            if not (format_ == "csv" and form in PROSE):
                assert written(record, form, format_)


def _delegation(one: object) -> bool:
    """Whether a delegation had the floor."""
    return bool(getattr(one, "entry", None) or getattr(one, "delegation", ""))
