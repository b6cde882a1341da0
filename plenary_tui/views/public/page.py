"""What the web pages show: one value, in which now and next always stand together.

It holds no ticking seconds: a page counts on by itself from what was elapsed when it was told.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from plenary_tui.procedure.floor.heard import who_is_heard
from plenary_tui.procedure.speakers.order import next_entries
from plenary_tui.procedure.state.conference import Conference, Entry, Floor, Policies
from plenary_tui.procedure.state.timing import Instant, turning_points
from plenary_tui.procedure.state.vocabulary import Language, Phase, Timing
from plenary_tui.views.public.caption import Caption, caption, heard_name, name_and_language
from plenary_tui.views.public.next_watch import TOLD_FOR, NextWatch
from plenary_tui.views.public.page_words import (
    Shown,
    in_english,
    in_page_words,
    lines_in,
    spoken_language,
)
from plenary_tui.views.public.pane import Now, webcast_view
from plenary_tui.views.public.second_line import (
    Part,
    Parts,
    explained,
    on_whose_behalf,
    second_line,
    together,
    typed,
    who_as_what,
)
from plenary_tui.views.public.view import View
from plenary_tui.views.script.glance import words_to_say
from plenary_tui.views.script.phrases import Phrases
from plenary_tui.views.wording.clock_face import SPEAKING, TIMING_WORDS, read_floor
from plenary_tui.views.wording.telling import Tone
from plenary_tui.views.wording.tongue import ENGLISH, Tongue
from plenary_tui.views.wording.words import delegation_of


class Name(View):
    """Some text, and the language it is in, as HTML's `lang` and `dir` say it."""

    text: str = ""
    lang: str = "en"
    dir: str = "ltr"


class CaptionLines(View):
    """The caption as it is sent; empty while nobody has the floor or nothing is on air.

    Attributes:
        parts: the second line again, each part with its own language and direction.
    """

    line1: Name
    line2: Name
    parts: tuple[Name, ...] = ()


class NowSpeaking(View):
    """Who is heard; an empty name for nobody.

    Attributes:
        lines: who speaks as what, and for whom, as it was typed.
        parts: the same lines in the language of the page, each in its parts.
    """

    name: Name
    lines: tuple[str, ...]
    language: str
    delivery: str
    parts: tuple[tuple[Name, ...], ...] = ()


class NextSpeaking(View):
    """One of the next three.

    Attributes:
        details: who speaks as what, for whom and in which language, as it was typed.
        parts: the same in the language of the page, in its parts.
    """

    name: Name
    when: str
    details: str
    delivery: str
    parts: tuple[Name, ...] = ()


class ToneChange(View):
    """From so many seconds of speech on, this word and this tone."""

    after: float
    word: str
    tone: Tone


class SpeechClock(View):
    """The clock of whoever has the floor, as of the moment it was told. Seconds.

    Attributes:
        running: whether `elapsed` goes on; then the last turn that has come gives the word.
        word: what else stands beside the clock: called, paused, nobody.
    """

    running: bool
    elapsed: float
    limit: float | None
    word: str
    tone: Tone
    turns: tuple[ToneChange, ...]


class Alert(View):
    """The next speaker changed shortly before the call; told for so many seconds more."""

    text: str
    seconds: float


class Said(View):
    """What the President says next, without calls to order.

    Attributes:
        after: who has to end first; "" if it is said now.
        main: which of the lines matters most, from 0.
        otherwise: what is said instead if something else happens.
        when: that it is said now, or who has to end first, in words.
        lang, dir: of the words.
    """

    after: str
    lines: tuple[str, ...]
    main: int
    otherwise: tuple[str, ...]
    when: str = ""
    lang: str = "en"
    dir: str = "ltr"


class Live(View):
    """All that a page shows, as of one row of the journal (`generation`), in a language.

    Attributes:
        shown: the page's own words in its language.
    """

    generation: int
    language: str
    rehearsal: bool
    conference: str
    word: str
    status: str
    tone: Tone
    item: str
    caption: CaptionLines
    now: NowSpeaking
    clock: SpeechClock
    next: tuple[NextSpeaking, ...]
    alert: Alert | None
    script: Said
    shown: Shown


def live(
    conference: Conference,
    now: Instant,
    language: Language,
    phrases: Phrases,
    expected: Sequence[datetime | None] = (),
    watch: NextWatch | None = None,
    tongue: Tongue = ENGLISH,
) -> Live:
    """All that a page shows, with the delegations' names in a language.

    Args:
        phrases: how the President's script is put into words.
        expected: when each of the next is expected (UTC), as far as a forecast says so.
        watch: tells of late changes of the next speaker.
        tongue: of the page's own words.
    """
    view = webcast_view(conference, now, language, expected)
    sent = caption(conference, language)
    heard, heard_in = heard_name(conference, language)
    clock = _clock(conference, now, view.face.word, view.face.tone)
    alert, turns = _alert(watch, now), [one.word for one in clock.turns]
    return Live(
        generation=conference.seq,
        language=language.code,
        rehearsal=conference.rehearsal,
        conference=conference.name,
        word=view.state.word,
        status=view.state.status,
        tone=view.state.tone,
        item=view.item.title,
        caption=_caption(sent),
        now=NowSpeaking(
            name=_in_language(heard, heard_in),
            lines=view.now.lines,
            language=view.now.language,
            delivery=view.now.delivery,
            parts=_lines_of(conference, view.now, language, tongue),
        ),
        clock=clock,
        next=tuple(
            NextSpeaking(
                name=_in_language(*name_and_language(delegation_of(conference, entry), language)),
                when=row.when,
                details=row.details,
                delivery=row.delivery,
                parts=_names(_details(entry, language, tongue)),
            )
            for entry, row in zip(next_entries(conference, now), view.upcoming, strict=True)
        ),
        alert=alert,
        script=_script(conference, now, phrases),
        shown=in_english(view, turns, alert.text if alert else "")
        if tongue.is_english
        else in_page_words(
            conference, now, view, turns, expected, watch.alert(now) if watch else None, tongue
        ),
    )


def _script(conference: Conference, now: Instant, phrases: Phrases) -> Said:
    words = words_to_say(conference, now, phrases)
    return Said(
        after=words.after,
        lines=words.lines,
        main=words.main,
        otherwise=words.otherwise,
        when=phrases.when(words.after),
        lang=phrases.language.code,
        dir=direction(phrases.language),
    )


def _in_language(text: str, language: Language) -> Name:
    return Name(text=text, lang=language.code, dir=direction(language)) if text else Name()


def _caption(sent: Caption) -> CaptionLines:
    """Its lines; the second runs as its page does, whatever is in it."""
    return CaptionLines(
        line1=_in_language(sent.line1, sent.line1_in),
        line2=_in_language(sent.line2, sent.language),
        parts=_names(sent.parts),
    )


def _names(parts: Parts) -> tuple[Name, ...]:
    return tuple(_in_language(part.text, part.language) for part in parts)


def _lines_of(
    conference: Conference, now: Now, language: Language, tongue: Tongue
) -> tuple[tuple[Name, ...], ...]:
    """What is known of who is heard, line by line."""
    match who_is_heard(conference):
        case Floor(entry=Entry() as entry):
            lines = (
                explained(entry, language),
                who_as_what(entry, language),
                on_whose_behalf(entry, language),
            )
            return tuple(_names(line) for line in lines if line)
        case _:
            if not tongue.is_english:
                return tuple(map(_names, lines_in(conference, tongue)))
            return tuple(_names((typed(line),)) for line in now.lines)


def _details(entry: Entry, language: Language, tongue: Tongue) -> Parts:
    """What is known of one of the next, in one line."""
    spoken: Parts = ()
    if entry.language:
        spoken = (Part(spoken_language(entry.language, tongue), tongue.language),)
    return together((second_line(entry, language, short=False), spoken), language)


def direction(language: Language) -> str:
    """Which way a language is written, as HTML's `dir` says it."""
    return "rtl" if language is Language.ARABIC else "ltr"


def _clock(conference: Conference, now: Instant, word: str, tone: Tone) -> SpeechClock:
    floor, reading = conference.floor, read_floor(conference, now)
    if floor is None or reading is None:
        return SpeechClock(running=False, elapsed=0, limit=None, word=word, tone=tone, turns=())
    turns: tuple[ToneChange, ...] = (ToneChange(after=0, word=SPEAKING, tone="good"),)
    if reading.limit is not None:
        turns = _turns(reading.limit, conference.policies)
    return SpeechClock(
        running=floor.phase is Phase.SPEAKING,
        elapsed=round(reading.elapsed.total_seconds(), 3),
        limit=reading.limit.total_seconds() if reading.limit is not None else None,
        word=word,
        tone=tone,
        turns=turns,
    )


def _turns(limit: timedelta, policies: Policies) -> tuple[ToneChange, ...]:
    """What the clock will say, and when; nothing of calls to order, which are never public."""
    points = turning_points(limit, wrap_up=policies.wrap_up, call_to_order=policies.call_to_order)
    return tuple(
        ToneChange(
            after=after.total_seconds(), word=TIMING_WORDS[timing][0], tone=TIMING_WORDS[timing][1]
        )
        for after, timing in points
        if timing is not Timing.CALL_TO_ORDER
    )


def _alert(watch: NextWatch | None, now: Instant) -> Alert | None:
    change = watch.alert(now) if watch is not None else None
    if change is None:
        return None
    left = (TOLD_FOR - now.since(change.at)).total_seconds()
    what = "CALLED INSTEAD" if change.called else "NEXT HAS CHANGED"
    return Alert(text=f"{what}: {change.new}, not {change.old}", seconds=round(left, 1))
