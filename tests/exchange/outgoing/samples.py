"""A record with names of four writings, and template files: shared by the tests of this room."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx

from plenary_tui.exchange.outgoing.word_template import Template
from plenary_tui.views.record.facts import ConferenceRecord
from plenary_tui.views.record.forms import FORMS
from plenary_tui.views.record.sheet import Sheet
from tests.views.record.recorded import record_of, speak, spoken_on

ARABIC, CHINESE, RUSSIAN = "سامح شكري", "王毅", "Сергей Лавров"


def many_writings() -> ConferenceRecord:
    """A record in which names are Arabic, Chinese, Russian, and one looks like a formula."""
    chamber = spoken_on("1(f)", "Nigeria", speaker=ARABIC, function="وزير الخارجية (Minister)")
    speak(chamber, "Niger", speaker=CHINESE, function="外交部长", seconds=200)
    speak(chamber, "Guinea", speaker=RUSSIAN, function="Министр")
    speak(chamber, "Türkiye", speaker="=HYPERLINK(1)", function="@SUM(A1)", language="French")
    return record_of(chamber)


def form(name: str, record: ConferenceRecord | None = None) -> Sheet:
    """A form of that record."""
    return FORMS[name](record or many_writings())


def template(change: Callable[[Any], None] | None = None, **styles: str) -> Template:
    """A Word file of an office, with a line of its own and whatever is changed in it."""
    document = docx.Document()
    document.add_paragraph("The office's own line")
    if change is not None:
        change(document)
    target = io.BytesIO()
    document.save(target)
    return Template("office.docx", target.getvalue(), styles)
