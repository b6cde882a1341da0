"""What a key means on the podium: the action it asks for, or why it asks for none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from textual._time import get_time
from textual.command import CommandPalette
from textual.events import Key, Paste
from textual.screen import Screen
from textual.widgets import Input as TextInput

from plenary_tui.actions import ACTIONS, Action, in_keys, key_name, on_page
from plenary_tui.actions.action import STATEMENT
from plenary_tui.actions.registry import KEYS, for_key
from plenary_tui.apps.bursts import Bursts
from plenary_tui.apps.keyboard import Keyboard, Pressed
from plenary_tui.apps.shell import Escaped
from plenary_tui.apps.strokes import Stroke
from plenary_tui.apps.teller import Teller
from plenary_tui.clock import Clock
from plenary_tui.screens.intents.intents import Intents
from plenary_tui.screens.live import LiveScreen, Modal
from plenary_tui.screens.officer import Officer
from plenary_tui.screens.palette import is_for_another_word
from plenary_tui.screens.picks import Pick
from plenary_tui.screens.presses import DOUBLED, REPEATS, Press, Presses
from plenary_tui.widgets.alarm import Alarm

CRITICAL_KEYS = frozenset(
    key for row in ACTIONS for key in row.keys if row.group == STATEMENT and key[1:].isdecimal()
)
"""Function keys of what cannot wait: they work while a dialog is open and a field has focus."""
_MOVES_NOTHING = re.compile(r"f\d+|delete|insert|backspace")
"""Keys without a character that move in no list."""
DEEPEST = 12
"""So many pages and dialogs are open at most, one upon the other: each shows those below it."""
A_FEW = 4
"""So many more may Enter and the mouse open, by which what is open is brought to its end."""
TOO_DEEP = "Too many pages are open, one upon the other. Press Escape until this one is seen."
TOO_MUCH = "Far more came than a hand types. The rest of it was dropped: see what was done."
TOO_FAST = "That came faster than a hand types, as pasted text does: nothing was done."


class Keys:
    """The keys of one podium.

    Attributes:
        came: when the key that is being done came from the terminal, in seconds as they pass for
            the officer.
    """

    def __init__(
        self, officer: Officer, clock: Clock, teller: Teller, intents: Intents, keyboard: Keyboard
    ) -> None:
        self._officer = officer
        self._teller = teller
        self._intents = intents
        self._keyboard, self._bursts = keyboard, Bursts()
        keyboard.flooded = lambda: teller.say(TOO_MUCH, "warn")
        self._clock = clock
        self._presses, self._on_pages = Presses(), Presses()
        self._doubtful: Alarm | None = None
        self._pressed_on: Screen[Any] | None = None  # where the key that was pressed last acted
        self._entered_on: Screen[Any] | None = None
        self._entered_at = -DOUBLED
        self._asked_at = self._dropped_at = -DOUBLED
        self.came, self._repeats = -DOUBLED, False

    def take(self, pressed: Pressed) -> bool:
        """Do what is typed on the podium; whether it is not for the page that is shown."""
        if self._is_too_deep(pressed):
            self._teller.say(TOO_DEEP, "warn")
            return True
        if isinstance(pressed, Key):
            return self.press(pressed)
        return isinstance(pressed, Paste) and self.paste(pressed)

    def press(self, key: Key) -> bool:
        """Do what a key asks for on the podium; whether it is not for the page that is shown."""
        podium = self._officer.podium
        self.came = self._clock.real() - max(0.0, get_time() - key.time)
        self._repeats = isinstance(key, Stroke) and key.repeats
        self._presses.told = self._presses.told or isinstance(key, Stroke)
        self._bursts.came(key.character or "" if key.is_printable else "", self._keyboard.came(key))
        if isinstance(key, Escaped):
            self._teller.say(lost(key.lost), "warn")
        if self._is_doubled(key) or self._is_no_letter():
            return True
        if key.key not in CRITICAL_KEYS and not podium.has_the_keys:
            return self._is_for_no_page(key)
        name = key.key
        if for_key(name, self._officer.conference) is None and isinstance(key, Stroke):
            name = key.standard_key or name
        asked = for_key(name, self._officer.conference)
        if asked is None:
            return self._is_unknown(key)
        if name == "enter":
            return False
        if not podium.too_small or asked.unseen:
            self._ask_once(asked, name, key)
        return True

    def _is_too_deep(self, pressed: Pressed) -> bool:
        """Whether so many pages are open that it may open no other; Escape leaves one."""
        key = pressed.key if isinstance(pressed, Key) else ""
        most = DEEPEST + (A_FEW if key in ("", "enter") else 0)
        return key != "escape" and len(self._officer.podium.app.screen_stack) > most

    def paste(self, pasted: Paste) -> bool:
        """Nothing is done with text that is pasted on the podium; whether it was."""
        if self._officer.podium.has_the_keys:
            self._teller.say(TOO_FAST, "warn")
            return True
        return False

    def pressed(self, key: str) -> Press:
        """What the key is that is being done, on a page on which it counts each time."""
        real = self._clock.real()
        self._on_pages.told = self._presses.told
        return self._on_pages.press(
            key, self.came, real, counts=True, repeats=self._repeats, on_page=True
        )

    def ask(self, asked: Action, key: str) -> None:
        """Do what a key of a page over the podium asks for there."""
        self._ask_once(asked, key, None)

    def _ask_once(self, asked: Action, name: str, key: Key | None) -> None:
        """Do what a key asks for, once for each time it is pressed."""
        if asked.acts_at_once and self._is_in_a_burst():
            self._presses.press(name, self.came, self._clock.real(), counts=False)
            return
        self._pressed_on = self._officer.podium.app.screen
        real = self._clock.real()
        press = self._presses.press(
            name, self.came, real, counts=asked.counts, repeats=self._repeats, on_page=key is None
        )
        if self._doubtful is not None and press is Press.HELD:
            self._doubtful.stop()  # it was the first repeat of a key that is held down
            self._doubtful = None
        if press is Press.MEANT:
            self._asked_at = real
            self._intents.do(asked, self._officer.podium.selected)
        elif press is Press.DOUBTFUL:
            self._doubt(lambda: self._was_meant(asked))
        elif press is Press.SOON:
            self._doubt(lambda: self._was_too_soon(name))

    def _doubt(self, otherwise: Callable[[], None]) -> None:
        """Wait whether the key turns out to be held down; otherwise, do this."""
        self._doubtful = Alarm(self._officer.podium, otherwise)
        self._doubtful.set(REPEATS)

    def _was_meant(self, asked: Action) -> None:
        """Nothing followed: the key was pressed again."""
        self._doubtful = None
        self._intents.do(asked, self._officer.podium.selected)

    def _was_too_soon(self, name: str) -> None:
        """Nothing followed: the key was let go and pressed again, and may have been meant."""
        self._doubtful = None
        self._teller.say(
            f"{key_name(name)} twice so quickly is taken as once. Press it again if it was meant.",
            "warn",
        )

    def _is_no_letter(self) -> bool:
        """Whether a letter, where letters are keys, is part of a burst; it is told if so."""
        app = self._officer.podium.app
        letters_are_keys = self._officer.podium.has_the_keys or (
            isinstance(app.screen, LiveScreen | Pick) and not isinstance(app.focused, TextInput)
        )
        all_meant = isinstance(app.screen, LiveScreen) and app.screen.takes_bursts
        if all_meant or not letters_are_keys or not self._bursts.is_joined:
            return False
        self._teller.say(self._bursts.refused(), "warn")
        return True

    def _is_in_a_burst(self) -> bool:
        """Whether another letter came together with a key that would act; it is told if so."""
        after = self._keyboard.next
        followed = (
            isinstance(after, Key)
            and after.is_printable
            and self._bursts.is_followed(after.character or "", self._keyboard.came(after))
        )
        if followed:
            self._teller.say(self._bursts.refused(), "warn")
        return followed

    def _is_doubled(self, key: Key) -> bool:
        """Whether Enter, or a letter in a menu, comes so soon after an Enter that led here.

        It was not meant for the page that is shown; an Enter that is held down never is. After any
        other key Enter is meant again.
        """
        screen, real = self._officer.podium.app.screen, self._clock.real()
        came = self.came
        too_soon = came - self._asked_at < DOUBLED or came - self._dropped_at < 2 * REPEATS
        if key.key == "enter" and isinstance(screen, Modal) and screen.careful and too_soon:
            self._dropped_at = real  # and so on, for as long as it is held down
            screen.once_more()
            return True
        led_here = self._entered_on is not None and self._entered_on is not screen
        asked_again = self._entered_on is screen and (
            isinstance(screen, Modal) and screen.wants_confirming
        )
        soon = (led_here or asked_again) and came - self._entered_at < DOUBLED
        if key.key == "enter":
            self._entered_at = real
            if not soon:
                self._entered_on = screen
            return soon
        if soon and isinstance(screen, Pick) and key.is_printable:
            return True
        self._entered_on = None
        return False

    def _is_for_no_page(self, key: Key) -> bool:
        """Whether a key does nothing on the page that is shown."""
        app, real = self._officer.podium.app, self._clock.real()
        if isinstance(app.focused, TextInput):
            self._presses.passed(key.key, real)
            takes_what_was_found = key.key == "enter" and isinstance(app.screen, CommandPalette)
            return takes_what_was_found and is_for_another_word(app.screen)
        elsewhere = self._pressed_on is not app.screen and key.key != "enter"
        if elsewhere and self._presses.opened(key.key, self.came, real):
            return True  # it opened the page, and is held down
        if isinstance(key, Stroke):
            key.as_standard()
        self._presses.passed(key.key, real)
        return self._is_dead(key)

    def _is_dead(self, key: Key) -> bool:
        """Whether a character is no key of the page that is shown, which then says so."""
        page = self._officer.podium.app.screen
        if isinstance(page, LiveScreen):
            known = frozenset(at.key for _, at in on_page(page.PAGE))
        elif isinstance(page, Pick):
            known = page.keys
        else:
            return False
        dead = key.is_printable and key.key not in {*page.active_bindings, *known}
        page.no_key(dead_on_page(key.character or "") if dead else "")
        return dead

    def _is_unknown(self, key: Key) -> bool:
        """Say of a character that it does nothing here; other keys may move in the list."""
        if _MOVES_NOTHING.fullmatch(key.key):
            all_keys = in_keys("Press [help] for all keys.")
            self._teller.say(f"{key_name(key.key)} does nothing here. {all_keys}", "warn")
            return True
        if not key.is_printable or key.character is None:
            return False
        self._teller.say(no_key(key.character), "warn")
        return True


def no_key(character: str) -> str:
    """Why a character does nothing on the podium, and what to do."""
    if script := other_script(character):
        return (
            f"The keyboard is set to {script} letters, and keys here are Latin: "
            f"switch the keyboard. {_cannot_wait()} work as it is."
        )
    caps = " Is Caps Lock on?" if character.isupper() and character.lower() in KEYS else ""
    return f"“{character}” does nothing here.{caps} {in_keys('Press [help] for all keys.')}"


def lost(character: str) -> str:
    """Why a letter right behind an Escape did nothing."""
    keys = "Space" if character == " " else f"“{character}”"
    return f"{keys} came together with Escape and was not done. Press it again if it was meant."


def dead_on_page(character: str) -> str:
    """The same in a few words, before a page's line of keys."""
    script = other_script(character)
    return f"{script} letters are no keys." if script else f"“{character}”: no key here."


def other_script(character: str) -> str:
    """The script of a letter that no Latin keyboard has; "" for any other character."""
    script = unicodedata.name(character, "").partition(" ")[0]
    return "" if not character.isalpha() or script == "LATIN" else script.capitalize()


def _cannot_wait() -> str:
    """The function keys of what cannot wait, and what they do, in words."""
    does = {key: row.label.lower() for row in reversed(ACTIONS) for key in row.keys}
    return ", ".join(f"{key_name(key)} {does[key]}" for key in sorted(CRITICAL_KEYS))
