"""What decides looks: theme, bell, folders. What decides procedure is in the journal."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal, get_args, get_type_hints

import msgspec

from plenary_tui import medium
from plenary_tui.paths import Paths
from plenary_tui.procedure.state.frozen import Value, names_of, replace
from plenary_tui.procedure.state.text import shown
from plenary_tui.procedure.state.vocabulary import Language

Theme = Literal["dark", "light", "colour-blind"]
THEMES: tuple[Theme, ...] = get_args(Theme)
BACKSLASHES = "a path with \\ stands in '...', or has / instead"
"""Said where TOML takes a path of Windows for letters that are written with a backslash."""


class SettingsError(Exception):
    """The settings could not be saved; the message says why, and what to do."""


def _whole(kind: type, given: Any) -> Path:
    """The path that a text names, for msgspec, which knows no paths."""
    if kind is not Path or not isinstance(given, str):
        raise ValueError("no path is written like that")
    path = medium.as_path(given)
    if not path.is_absolute():
        raise ValueError("a path is written whole, from its root or from ~")
    return path


class Settings(Value):
    """The settings of one account.

    Attributes:
        theme: how the screen is coloured.
        bell: whether the terminal rings at the warning and at the limit.
        print_folder: where printed lists go; None for a folder beside the databases.
        feed_folder: where an open podium writes the webcast files; None for nowhere.
        script: the file of an office's own words for the President; None for the built-in words.
        record_languages: in which the podium writes the record of a meeting.
    """

    theme: Theme = "dark"
    bell: bool = False
    print_folder: Path | None = None
    feed_folder: Path | None = None
    script: Path | None = None
    record_languages: tuple[Language, ...] = (Language.ENGLISH,)

    def printed(self, paths: Paths) -> Path:
        """The folder of printed lists."""
        return self.print_folder or paths.printed


SET_ANOTHER = "Set another folder as `print_folder` in the settings (`plenary where` names them)."
"""What to do where nothing can be written into the folder of printed lists."""


def load(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings in that file, and a sentence for each that was not taken.

    A file that is missing holds the defaults; so does each setting that was not taken.
    """
    text = ""
    try:
        text = path.read_text(encoding="utf-8-sig")
        import tomllib  # most have no such file

        values = tomllib.loads(text)
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        why = medium.why(error)
        return Settings(), (f"The settings in {shown(str(path))} cannot be read ({why}).",)
    except ValueError as error:  # no UTF-8, or no TOML
        why = _say(error, text)
        return Settings(), (f"The settings in {shown(str(path))} were not taken: {why}.",)
    kinds = get_type_hints(Settings)
    settings, complaints = Settings(), []
    for key, value in values.items():
        try:
            taken = msgspec.convert(value, kinds[key], dec_hook=_whole)
        except (KeyError, ValueError):
            complaints.append(_not_taken(path, key, value))
        else:
            settings = replace(settings, **{key: taken})
    return settings, tuple(complaints)


def _not_taken(path: Path, key: str, value: object) -> str:
    name = shown(f"{key} in {path}")
    match key:
        case "theme":
            known = f"is one of {', '.join(THEMES)}"
        case "bell":
            known = "is true or false"
        case "print_folder" | "feed_folder":
            known = "is a folder, written whole"
        case "script":
            known = "is a file, written whole"
        case "record_languages":
            codes = ", ".join(f'"{one.code}"' for one in Language)
            known = f"is a list of {codes}"
        case _:
            keys = ", ".join(names_of(Settings))
            return f"There is no setting {name}. There are {keys}."
    import json  # most have none to tell of

    known += f", not {shown(json.dumps(value, default=str))}"
    if isinstance(value, str) and not value.isprintable():  # \t and \n of a path are no letters
        known += f"; {BACKSLASHES}"
    return f"The setting {name} {known}."


def save(path: Path, settings: Settings) -> None:
    """Write theme and bell; whatever else the file holds stays as it is. Raises `SettingsError`."""
    wanted: dict[str, object] = {"theme": settings.theme, "bell": settings.bell}
    before = ""
    try:
        before = path.read_text(encoding="utf-8-sig") if medium.is_there(path) else ""
        text = _edited(before, wanted)
        medium.keep_file(path, text.encode("utf-8"))
    except OSError as error:
        why = medium.why(error)
        raise SettingsError(f"The settings in {shown(str(path))} were not saved ({why}).") from None
    except ValueError as error:
        raise SettingsError(
            f"The settings in {shown(str(path))} were not saved, for the file is not in order: "
            f"{_say(error, before)}. Put it in order, or delete it."
        ) from None


def warm_up() -> None:
    """Import what saving needs: that takes too long on the way of a key."""
    import tomlkit  # noqa: F401


def _edited(text: str, wanted: dict[str, object]) -> str:
    """The text with these keys set, all else as it was; ValueError if it is not TOML."""
    import tomllib

    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    tomllib.loads(text)  # says what is wrong in the same words as when it is loaded
    try:
        document = tomlkit.parse(text)
        for key, value in wanted.items():
            document[key] = value
    except TOMLKitError as error:
        raise ValueError(str(error)) from None
    return tomlkit.dumps(document)


def _say(error: ValueError, text: str) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8 text"
    said = shown(str(error)).rstrip(".")
    place = re.search(r"at line (\d+)", said)
    line = text.splitlines()[int(place[1]) - 1 :][:1] if place else []
    return f"{said}; {BACKSLASHES}" if line and "\\" in line[0] else said
