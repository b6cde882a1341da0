"""Three themes: dark, light, and one whose colours differ for the colour-blind too."""

from __future__ import annotations

from textual.theme import Theme

THEMES: dict[str, Theme] = {
    "dark": Theme(
        name="plenary-dark",
        primary="#7fb4e6",
        secondary="#9aa7b4",
        accent="#7fb4e6",
        foreground="#f2f2f2",
        background="#101418",
        surface="#171c21",
        panel="#222a31",
        success="#5fd38d",
        warning="#f5c542",
        error="#ff6b5e",
        dark=True,
    ),
    "light": Theme(
        name="plenary-light",
        primary="#0b4f8a",
        secondary="#45525e",
        accent="#0b4f8a",
        foreground="#111111",
        background="#ffffff",
        surface="#f6f7f8",
        panel="#e3e7ea",
        success="#0d6b33",
        warning="#8a5a00",
        error="#b3140a",
        dark=False,
    ),
    "colour-blind": Theme(
        name="plenary-colour-blind",
        primary="#56b4e9",
        secondary="#9aa7b4",
        accent="#56b4e9",
        foreground="#ffffff",
        background="#0c0f12",
        surface="#14191d",
        panel="#20272d",
        success="#56b4e9",
        warning="#f0e442",
        error="#ff9e4a",
        dark=True,
    ),
}
"""Themes by the word in the settings. The third keeps to hues of Okabe and Ito's palette."""
