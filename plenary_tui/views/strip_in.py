"""What has changed on a list since it was printed, in another language than English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plenary_tui.procedure.state.conference import Entry
from plenary_tui.views.paper_in import (
    as_of,
    entry_in,
    list_state_in,
    name_of_paper,
    on_paper,
    title_of_list,
)
from plenary_tui.views.record.plain_text import WIDTH, wrapped
from plenary_tui.views.strip import Moved, Paper, SaidOtherwise, changes
from plenary_tui.views.wording.tongue import Tongue, in_tongue
from plenary_tui.views.wording.words import delegation_of


def strip_in(was: Paper, now: Paper, tongue: Tongue) -> str:
    """The strip as plain text, with the delegations' names in the language."""
    return on_paper(_Strip(was, now, tongue).lines(), tongue)


class _Strip:
    def __init__(self, was: Paper, now: Paper, tongue: Tongue) -> None:
        self._was = was
        self._now = now
        self._conference, self._tongue = in_tongue(now.conference, tongue)
        self._changed = changes(was, now)

    def lines(self) -> Iterator[str]:
        """The strip, line by line."""
        words, now, was = self._tongue.words, self._now, self._was
        head = [
            name_of_paper(self._conference, self._tongue),
            title_of_list(self._conference, now.speakers, self._tongue),
            as_of(self._conference, now.now, self._tongue),
            words("Changes since the list as of row {row}", row=was.conference.seq),
        ]
        before, after = (
            list_state_in(one.conference, one.speakers, one.now, self._tongue) for one in (was, now)
        )
        if before != after:
            head.append(words("List: {state}. Before: {before}.", state=after, before=before))
        for text in head:
            yield from wrapped(text, WIDTH)
        for heading, entries in self._parts():
            if found := list(entries):
                yield ""
                yield words("{name} ({note})", name=heading, note=len(found))
                for text in found:
                    begins = "  " + " " * (len(text) - len(text.lstrip()))
                    for line in wrapped(text, WIDTH - 7):
                        yield f"{begins}{line}"
                        begins = " " * 7
        if before == after and not self._changed:
            yield ""
            yield from wrapped(words("Nothing has changed: the paper holds."), WIDTH)
        yield ""
        waiting = words(
            "On the list now: {count}. Strike out who has spoken or is off the list.",
            count=len(now.order),
        )
        yield from wrapped(waiting, WIDTH)

    def _parts(self) -> Iterator[tuple[str, Iterable[str]]]:
        """What has changed, each under its heading."""
        words, changed = self._tongue.words, self._changed
        yield words("HAVE SPOKEN"), (self._placed(*one) for one in changed.spoken)
        yield words("HAS THE FLOOR"), (self._placed(*one) for one in changed.floor)
        yield words("OFF THE LIST"), map(self._gone, changed.gone)
        yield words("MOVED"), map(self._moved, changed.moved)
        yield words("NEW"), map(self._new, changed.new)
        yield words("OTHERWISE CHANGED"), map(self._otherwise, changed.otherwise)
        yield words("SPOKE WITHOUT STANDING ON THE PAPER"), map(self._name, changed.unprinted)

    def _name(self, entry: Entry) -> str:
        return self._tongue.name(delegation_of(self._conference, entry).name)

    def _said(self, entry: Entry) -> str:
        return entry_in(self._conference, entry, self._tongue, moved=False)

    def _otherwise(self, one: SaidOtherwise) -> str:
        said = f"{one.place:>3}. {self._said(one.entry)}"
        if one.was is None:
            return said
        place, then = one.was
        note = self._tongue.words("on the paper: {name}", name=f"{place}. {self._name(then)}")
        return self._tongue.words("{name} ({note})", name=said, note=note)

    def _placed(self, place: int, entry: Entry) -> str:
        return f"{place:>3}. {self._name(entry)}"

    def _gone(self, one: tuple[int, Entry, bool]) -> str:
        place, entry, called = one
        said = self._placed(place, entry)
        if not called:
            return said
        note = self._tongue.words("called, did not speak")
        return self._tongue.words("{name} ({note})", name=said, note=note)

    def _after(self, one: Moved) -> str:
        if one.before is None:
            return self._tongue.words("first on the list")
        return self._tongue.words("after: {name}", name=self._name(one.before))

    def _moved(self, one: Moved) -> str:
        said = self._tongue.words(
            "{name}: from {was} to {place}, {after}",
            name=self._name(one.entry),
            was=one.was,
            place=one.place,
            after=self._after(one),
        )
        if not one.entry.moved_because:
            return said
        why = self._tongue.name(one.entry.moved_because)
        return self._tongue.words("{name} ({note})", name=said, note=why)

    def _new(self, one: Moved) -> str:
        said = self._tongue.words(
            "{name} ({note})", name=self._said(one.entry), note=self._after(one)
        )
        return f"{one.place:>3}. {said}"
