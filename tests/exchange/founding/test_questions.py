"""The questions in order: what is presumed, what is asked again, and what is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plenary_tui.exchange.founding.questions import (
    keep,
    kept,
    questions,
    read_answers,
    summary,
    zone_of,
)

TODAY = date(2026, 11, 26)


def all_presumed(**typed: str) -> dict[str, str]:
    """Every answer as it is presumed, but for those that are typed."""
    answers: dict[str, str] = {"name": "Sample"} | typed
    while True:
        known, question = read_answers(answers, TODAY)
        if question is None:
            return answers
        assert question.key not in answers, "it cannot be read"
        answers[question.key] = question.presumed(known)


def test_whatever_is_presumed_makes_a_conference() -> None:
    known, question = read_answers(all_presumed(), TODAY)
    assert question is None
    assert known["first_day"] == date(2026, 11, 30) and known["last_day"] == date(2026, 12, 1)
    assert summary(known)[1:] == (
        "4 meetings on 2 working days; 3:00 a statement.",
        "198 States, 0 organizations, 3 agenda items, a list of speakers for item 2.",
    )


def test_without_a_list_its_hours_are_not_asked() -> None:
    answers = all_presumed(listed="none")
    assert "opens" not in answers and "closes" not in answers


def test_the_place_presumes_the_time_zone() -> None:
    assert zone_of("Nairobi") == "Africa/Nairobi"
    assert zone_of("no such place")


def test_an_answer_that_fits_no_more_is_asked_again() -> None:
    answers = all_presumed() | {"first_day": "2027-05-03"}
    _, question = read_answers(answers, TODAY)
    assert question is not None and question.key == "last_day"


def test_a_list_closes_after_it_opens() -> None:
    answers = all_presumed() | {"opens": "2026-12-02", "closes": "2026-12-01"}
    _, question = read_answers(answers, TODAY)
    assert question is not None and question.key == "closes"


def test_answers_are_kept_and_damage_is_none(tmp_path: Path) -> None:
    draft = tmp_path / "new" / "draft.json"
    assert kept(draft) == {}
    keep(draft, {"name": "大会"})
    assert kept(draft) == {"name": "大会"}
    draft.write_text("{")
    assert kept(draft) == {}


@pytest.mark.parametrize("question", questions(TODAY), ids=lambda question: question.key)
def test_every_question_says_how_it_is_answered(question: object) -> None:
    assert question.words.endswith("?") and question.hint  # type: ignore[attr-defined]
