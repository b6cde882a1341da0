"""The list of speakers: only the lines in sight are drawn, however long it is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from plenary_tui.procedure.state.frozen import replace
from plenary_tui.views.podium.list_row import Row
from plenary_tui.views.podium.listing import Listing
from plenary_tui.widgets.list_rows import CURSOR, NO_CURSOR, Part, number_part, row_parts
from plenary_tui.widgets.sparing import unframed_lines

LOOKED_FURTHER = 20
"""How many rows further are tried for where the cursor goes."""


class SpeakersList(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows a listing; the cursor keeps to its entry while the list changes around it.

    It posts `Chosen` when an entry is to be acted on.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "speakers--cursor",
        "speakers--header",
        "speakers--mark",
        "speakers--moved",
        "speakers--name",
        "speakers--next",
        "speakers--quiet",
        "speakers--ready",
    }
    DEFAULT_CSS = """
    SpeakersList {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .speakers--cursor { text-style: bold; background: $primary-muted; }
        &:focus > .speakers--cursor { text-style: bold reverse; background: $surface; }
        & > .speakers--header { color: $text-accent; text-style: bold; }
        & > .speakers--mark { color: $text; }
        & > .speakers--moved { color: $text-warning; text-style: italic; }
        & > .speakers--name { color: $foreground; }
        & > .speakers--next { color: $text-accent; text-style: bold; }
        & > .speakers--quiet { color: $text-muted; }
        & > .speakers--ready { color: $text-success; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "list_step(-1)", "Up", show=False),
        Binding("down", "list_step(1)", "Down", show=False),
        Binding("pageup", "list_page(-1)", "Page up", show=False),
        Binding("pagedown", "list_page(1)", "Page down", show=False),
        Binding("home", "list_end(-1)", "First", show=False),
        Binding("end", "list_end(1)", "Last", show=False),
        Binding("enter", "choose", "Choose", show=False),
    ]

    listing: var[Listing | None] = var(None)
    """What is shown; None for nothing."""

    @dataclass
    class Chosen(Message):
        """An entry was chosen, by Enter or a double click; None where there is none."""

        speakers_list: SpeakersList
        entry_id: int | None

        @property
        def control(self) -> SpeakersList:
            return self.speakers_list

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._cursor: int | None = None
        self._entry_id: int | None = None
        self._behind_numbers: LRUCache[tuple[Row, int, int], list[Segment]] = LRUCache(512)

    @property
    def entry_id(self) -> int | None:
        """The entry under the cursor; None if there is none."""
        return self._entry_id

    def select(self, entry_id: int) -> bool:
        """Bring the cursor to an entry; False if it is not shown."""
        place = self.listing.index_of(entry_id) if self.listing else None
        if place is not None:
            self._go(place)
        return place is not None

    def watch_listing(self, old: Listing | None, new: Listing | None) -> None:
        """Keep the cursor on its entry, and its line where it was; repaint lines that changed."""
        before, top = self._cursor, self.scroll_offset.y
        place = self._place_in(old, new)
        self._make_room(len(new) if new else 0)
        if old is None or new is None or old.number_width != new.number_width:
            self.refresh()
        else:
            self._refresh_changed(old, new)
        self._put(place)
        if before is not None and place is not None and top:
            self.scroll_to(y=top + place - before, animate=False, force=True)
        self._scroll_to_cursor()

    def _make_room(self, rows: int) -> None:
        """Take room for so many rows; lay the screen out anew only if the scroll bar must change.

        Setting `virtual_size` lays the whole screen out, at each speaker who leaves the list.
        """
        height = self.scrollable_content_region.height
        if not self.show_vertical_scrollbar or rows <= height:
            self.virtual_size = Size(0, rows)
            return
        self.set_reactive(SpeakersList.virtual_size, Size(0, rows))
        self.vertical_scrollbar.window_virtual_size = rows
        if self.scroll_offset.y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    def _refresh_changed(self, old: Listing, new: Listing) -> None:
        """Repaint the lines in sight that show another row, lines that follow each other as one."""
        top, height = self.scroll_offset.y, self.size.height
        begun: int | None = None
        for line in range(height + 1):
            was, now = (
                one.row(top + line) if line < height and top + line < len(one) else None
                for one in (old, new)
            )
            if was != now and begun is None:
                begun = line
            elif was == now and begun is not None:
                self.refresh(Region(0, begun, self.size.width, line - begun))
                begun = None

    def _place_in(self, old: Listing | None, new: Listing | None) -> int | None:
        """Where the cursor goes: to its entry, else to the one that took its place."""
        if new is None or not new.matches:
            return None
        if self._entry_id is None or self._cursor is None or old is None:
            return self._entry_near(new, 0, 1)
        if (place := new.index_of(self._entry_id)) is not None:
            # The hour of a tier has come: who watched the next speaker goes on to the new one.
            followed = old.row(self._cursor).next and old.first_tier is not new.first_tier
            return self._entry_near(new, 0, 1) if followed and not new.row(place).next else place
        if (old.symbol, old.body) != (new.symbol, new.body):
            return self._entry_near(new, 0, 1)
        for after in range(self._cursor + 1, min(self._cursor + LOOKED_FURTHER, len(old))):
            entry = old.row(after).entry
            if entry is not None and (place := new.index_of(entry.id)) is not None:
                return place
        return self._entry_near(new, self._cursor, 1)

    @staticmethod
    def _entry_near(listing: Listing, place: int, direction: int) -> int | None:
        """The place of the entry there, or of the nearest in that direction, else in the other."""
        place = max(0, min(place, len(listing) - 1))
        onward = range(place, len(listing)) if direction > 0 else range(place, -1, -1)
        back = range(place, -1, -1) if direction > 0 else range(place, len(listing))
        for one in chain(onward[:LOOKED_FURTHER], back[:LOOKED_FURTHER]):
            if listing.row(one).entry is not None:
                return one
        return None

    def _go(self, place: int | None) -> None:
        self._put(place)
        self._scroll_to_cursor()

    def _put(self, place: int | None) -> None:
        """Bring the cursor to a row, and say so if that is another entry."""
        for line in (self._cursor, place):
            if line is not None and place != self._cursor:
                self.refresh_line(line)
        self._cursor = place
        entry = None if place is None or self.listing is None else self.listing.row(place).entry
        self._entry_id = entry.id if entry else None

    def _scroll_to_cursor(self) -> None:
        """Bring the cursor into sight, with the header above it if it is the first of its tier."""
        listing, place = self.listing, self._cursor
        if listing is None or place is None:
            return
        first = place - 1 if listing.row(place - 1).kind == "header" else place
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if first < top or height < 2:
            self.scroll_to(y=first, animate=False, force=True)
        elif place >= top + height:
            self.scroll_to(y=place - height + 1, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._scroll_to_cursor()

    def on_click(self, event: events.Click) -> None:
        """Bring the cursor to the row clicked; a double click chooses it."""
        offset = event.get_content_offset(self)
        if offset is None or self.listing is None:
            return
        place = offset.y + self.scroll_offset.y
        if place < len(self.listing) and self.listing.row(place).entry is not None:
            self._go(place)
            if event.chain == 2:
                self.action_choose()

    def action_list_step(self, by: int) -> None:
        """Go to the entry above or below."""
        if self.listing is not None and self._cursor is not None:
            self._go(self._entry_near(self.listing, self._cursor + by, by))

    def action_list_page(self, direction: int) -> None:
        """Go a screenful up or down."""
        self.action_list_step(direction * max(1, self.scrollable_content_region.height - 1))

    def action_list_end(self, direction: int) -> None:
        """Go to the first or the last entry."""
        if self.listing is not None:
            self._go(self._entry_near(self.listing, direction * len(self.listing), -direction))

    def action_choose(self) -> None:
        """Choose the entry under the cursor."""
        self.post_message(self.Chosen(self, self._entry_id))

    def notify_style_update(self) -> None:
        """Forget lines drawn in the old styles."""
        super().notify_style_update()
        self._behind_numbers.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines of the widget, as they are painted."""
        return unframed_lines(self, crop)

    def render_line(self, y: int) -> Strip:
        """One line of the widget."""
        listing, width = self.listing, self.scrollable_content_region.width
        place = y + self.scroll_offset.y
        if listing is None or place >= len(listing):
            return Strip.blank(self.size.width, self.rich_style)
        row = listing.row(place)
        if place == self._cursor:
            text = "".join(part.text for part in row_parts(row, width, listing.number_width))
            style = self.get_component_rich_style("speakers--cursor")
            return Strip([Segment(CURSOR + text.removeprefix(NO_CURSOR), style)], width)
        return self._drawn(row, width, listing.number_width)

    def _drawn(self, row: Row, width: int, number_width: int) -> Strip:
        """A row; of one whose number alone is another, only that is made anew."""
        if row.kind != "entry":
            return Strip(self._segments(row_parts(row, width, number_width)), width)
        key = replace(row, number=0), width, number_width
        if (behind := self._behind_numbers.get(key)) is None:
            _, *parts = row_parts(row, width, number_width)
            behind = self._behind_numbers[key] = self._segments(parts)
        return Strip([*self._segments([number_part(row, number_width)]), *behind], width)

    def _segments(self, parts: list[Part]) -> list[Segment]:
        look = self.get_component_rich_style
        return [Segment(part.text, look(f"speakers--{part.look}")) for part in parts]
