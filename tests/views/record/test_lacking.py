"""The gaps of the record."""

from __future__ import annotations

from plenary_tui.procedure.state.conference import Document
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.record.lacking import lacking
from plenary_tui.views.record.scope import Scope
from plenary_tui.views.record.sheet import Table
from tests.chamber import Chamber
from tests.views.record.recorded import record_of, speak, spoken_on


def gaps(chamber: Chamber, scope: Scope | None = None) -> dict[str, str]:
    """What lacks, by where it is."""
    tables = [one for one in lacking(record_of(chamber, scope)).blocks if isinstance(one, Table)]
    return {row[0]: row[2] for row in tables[-1].rows}


def test_speakers_without_name_function_or_language() -> None:
    chamber = spoken_on("1(f)", "Nigeria", speaker="", function="")
    speak(chamber, "Niger", 5, language="French")
    found = gaps(chamber)
    assert found["Nigeria, 14.10. 10:01"] == "the speaker's name, the function and the language"
    assert found["Niger, 14.10. 10:04"] == "a likely length: it took less than 10 seconds"


def test_a_meeting_lacks_what_nobody_has_recorded() -> None:
    chamber = spoken_on()
    assert gaps(chamber)["1st plenary meeting"] == (
        "an end: it has not risen, who presided: Ms. Sample President is assumed and a count of "
        "the parties present"
    )


def test_row_08_a_draft_that_was_acted_on_without_a_language() -> None:
    draft = Document(
        "On cooperation", "L.5", item="2", sponsors=("NGA",), languages=tuple(Language)[:-1]
    )
    chamber = Chamber(documents=(draft,))
    chamber.open_floor("2")
    chamber.do("count-present", present=7)
    chamber.do("take-up-document", document="L.5")
    chamber.do("adopt-document", override="Spanish follows")
    assert gaps(chamber)["L.5"] == "the text in Spanish, though it was acted on"


def test_points_and_motions_that_wait() -> None:
    chamber = spoken_on()
    chamber.do("move-motion", motion="close the debate", delegation="Niger")
    chamber.do("raise-point")
    found = gaps(chamber)
    assert (found["Point of order, who?"], found["Motion, Niger"]) == ("a ruling", "an outcome")


def test_first_how_many_of_each() -> None:
    chamber = spoken_on("1(f)", "Nigeria", "Niger", speaker="")
    first = next(one for one in lacking(record_of(chamber)).blocks if isinstance(one, Table))
    assert first.rows[:2] == (("the speaker's name", "2"), ("the language", "2"))
