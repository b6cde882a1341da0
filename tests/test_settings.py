"""The settings file."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from plenary_tui.settings import Settings, SettingsError, load, save


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A settings file that does not exist yet, in a folder that does not either."""
    return tmp_path / "config" / "settings.toml"


def written(file: Path, text: str | bytes) -> Path:
    """The file with some text in it."""
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def test_a_missing_file_holds_the_defaults(file: Path) -> None:
    assert load(file) == (Settings(theme="dark", bell=False, print_folder=None), ())


def test_every_setting(file: Path, tmp_path: Path) -> None:
    folder = f'"{tmp_path.as_posix()}"'
    text = f'theme = "colour-blind"\nbell = true\nprint_folder = {folder}\nfeed_folder = {folder}\n'
    settings, complaints = load(written(file, text))
    folders = {"print_folder": tmp_path, "feed_folder": tmp_path}
    assert settings == Settings(theme="colour-blind", bell=True, **folders)
    assert complaints == ()


def test_a_folder_from_home(file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    settings, _ = load(written(file, 'print_folder = "~/lists"'))
    assert settings.print_folder == tmp_path / "lists"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("theme = ", "were not taken"),
        (b"\xff", "not UTF-8"),
        ('theme = "blue"', "theme in"),
        ('theme = "blue"', "dark, light, colour-blind"),
        ('bell = "loud"', "true or false"),
        ('print_folder = "here"', "written whole"),
        ('feed_folder = "here"', "written whole"),
        ('script = "here"', "is a file, written whole"),
        ('feed_folder = "C:\\Users\\me\\feed"', r"a path with \ stands in '...', or has /"),
        ('bell = true\nfeed_folder = "C:\\data"', r"a path with \ stands in '...', or has /"),
        ('feed_folder = "C:\\temp"', r"a path with \ stands in '...', or has /"),
        ("bel = true", "There is no setting bel"),
        ('"a\\u001Bb" = true', "There is no setting ab"),
        ("[keys]\nn = 1", "There is no setting keys"),
    ],
)
def test_what_is_not_taken_is_told_and_the_default_stands(
    file: Path, text: str | bytes, expected: str
) -> None:
    settings, (complaint,) = load(written(file, text))
    assert settings == Settings()
    assert expected in complaint and str(file) in complaint and complaint.endswith(".")


def test_what_is_right_is_taken_beside_what_is_not(file: Path) -> None:
    settings, complaints = load(written(file, 'theme = "light"\nbell = 7\nx = 1\ny = 2\n'))
    assert settings == Settings(theme="light")
    assert len(complaints) == 3


def test_a_folder_in_its_place(file: Path) -> None:
    file.mkdir(parents=True)
    settings, (complaint,) = load(file)
    assert settings == Settings() and "cannot be read" in complaint
    with pytest.raises(SettingsError, match="were not saved"):
        save(file, settings)


def test_what_was_saved_is_loaded(file: Path) -> None:
    settings = Settings(theme="light", bell=True)
    save(file, settings)
    assert load(file) == (settings, ())
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_the_rest_of_the_file_stays(file: Path) -> None:
    written(file, "# mine\n'bell'=true # loud\nprint_folder = \"/x\"\n[later]\ntheme = 1\n")
    save(file, Settings(theme="light"))
    assert file.read_text() == (
        '# mine\n\'bell\'=false # loud\nprint_folder = "/x"\ntheme = "light"\n\n'
        "[later]\ntheme = 1\n"
    )
    assert tomllib.loads(file.read_text())["later"] == {"theme": 1}


@pytest.mark.parametrize(
    "text",
    [
        *('x = """\ntheme = 1\n"""\n', "bell = [\ntrue]\n", "x = 1\r\n[y]\r\n", "x = 1 # no end"),
        *("", "# only a remark", "[x]\ntheme = 1", "[[x]]\n[[x]]\n", '"theme" = "dark"\n'),
        *("x.y = 1\n", "\ufeffx = 1\n"),
    ],
)
def test_whatever_the_file_looks_like_only_theme_and_bell_change(file: Path, text: str) -> None:
    written(file, text)
    before = tomllib.loads(text.removeprefix("\ufeff"))
    save(file, Settings(theme="light", bell=True))
    after = tomllib.loads(file.read_bytes().decode())
    assert after == {**before, "theme": "light", "bell": True}


@pytest.mark.parametrize("text", ["theme = ", b"\xff", "theme = 1\ntheme = 2\n", "[x]\n[x]\n"])
def test_a_file_that_is_not_understood_is_left_alone(file: Path, text: str | bytes) -> None:
    before = written(file, text).read_bytes()
    with pytest.raises(SettingsError, match="not in order"):
        save(file, Settings())
    assert file.read_bytes() == before
