"""What leaves the house in six languages: `record`, `print` and `script` with `--language`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plenary_tui.commands.record import put_in_folder
from plenary_tui.exchange.script import built_in_text
from plenary_tui.paths import Paths
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.settings import load
from tests.commands.conftest import Plenary
from tests.commands.test_record import HEARD

OTHERS = [one.code for one in Language if one is not Language.ENGLISH]


@pytest.fixture
def heard(in_session: Path, plenary: Plenary) -> Path:
    """A meeting in which one delegation was heard, adjourned."""
    for line in (*HEARD, "adjourn-meeting"):
        words = line.split(" --override ")
        more = ("--override", words[1]) if len(words) > 1 else ()
        assert plenary("do", *words[0].split(), *more).status == 0
    return in_session


def test_a_record_in_french_is_a_draft(heard: Path, plenary: Plenary) -> None:
    answer = plenary("record", "--form", "report", "--language", "fr")
    assert "** Projet, à réviser **" in answer.out
    assert "par le représentant de la partie ci-après :" in answer.out
    assert "--language fr --at" in answer.out


def test_a_folder_gets_every_language_and_the_record_is_proved_in_each(
    heard: Path, plenary: Plenary, tmp_path: Path
) -> None:
    words = ("record", "--language", ",".join(["en", *OTHERS]), "--to", str(tmp_path))
    assert plenary(*words, "--format", "txt,html,json,csv").status == 0
    found = {path.name for path in tmp_path.glob("meeting-*")}
    assert {f"meeting-1-report-{code}.txt" for code in OTHERS} <= found
    assert {"meeting-1-report.txt", "meeting-1-gaps-fr.txt", "meeting-1-statistics-zh.csv"} <= found
    for path in tmp_path.glob("meeting-1-*-*.*"):
        answer = plenary("check", "--record", str(path))
        assert answer.status == 0, (path.name, answer.err)


def test_the_podium_writes_the_languages_of_the_settings(
    heard: Path, paths: Paths, tmp_path: Path
) -> None:
    paths.settings.parent.mkdir(parents=True, exist_ok=True)
    paths.settings.write_text('record_languages = ["en", "fr"]\n', encoding="utf-8")
    settings, complaints = load(paths.settings)
    assert complaints == ()
    folder, told = put_in_folder(heard, tmp_path, settings.record_languages)
    names = {path.name for path in folder.iterdir()}
    assert {"meeting-1-report.txt", "meeting-1-report-fr.txt", "meeting-1-report-fr.pdf"} <= names
    assert told == f"The record of the 1st plenary meeting is in the folder {folder}."
    assert "meeting-1-statistics-fr.xlsx" in names
    folder, _ = put_in_folder(heard, tmp_path / "none named", ())
    assert (folder / "meeting-1-report.txt").exists(), "in no language is in English"
    paths.settings.write_text('record_languages = ["de"]\n', encoding="utf-8")
    settings, (complaint,) = load(paths.settings)
    assert settings.record_languages == (Language.ENGLISH,)
    assert 'is a list of "ar", "zh", "en", "fr", "ru", "es"' in complaint


def test_pages_say_their_language_and_run_its_way(
    heard: Path, plenary: Plenary, tmp_path: Path
) -> None:
    answer = plenary("record", "--format", "html", "--language", "ar")
    assert answer.out.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">')
    assert '<footer lang="en" dir="ltr">' in answer.out
    assert (
        '<html lang="fr" dir="ltr">'
        in plenary("record", "--format", "html", "--language", "fr").out
    )


def test_the_gaps_and_the_workbook_too_and_they_are_proved(
    heard: Path, plenary: Plenary, tmp_path: Path
) -> None:
    gaps = plenary("record", "--form", "gaps", "--language", "fr")
    assert "LACUNES DU COMPTE RENDU" in gaps.out and "Ce qui manque" in gaps.out
    words = ("--form", "statistics", "--format", "xlsx", "--to", str(tmp_path))
    assert plenary("record", *words, "--language", "fr,ar").status == 0
    for name in ("meeting-1-statistics-fr.xlsx", "meeting-1-statistics-ar.xlsx"):
        assert plenary("check", "--record", str(tmp_path / name)).status == 0


def test_the_chapters_of_the_webcast(heard: Path, plenary: Plenary, tmp_path: Path) -> None:
    target = tmp_path / "chapters.vtt"
    answer = plenary("export", "chapters", "--language", "ru", "--to", str(target))
    assert answer.status == 0
    assert "Время отсчитывается" in target.read_text(encoding="utf-8")
    assert plenary("check", "--record", str(target)).status == 0
    refused = plenary("export", "agenda", "--language", "ru")
    assert refused.status == 2 and "what else is exported is data" in refused.err


def test_one_language_and_an_official_one(heard: Path, plenary: Plenary) -> None:
    assert "no official language" in plenary("record", "--language", "de").err
    assert "one language" in plenary("record", "--language", "fr,es").err
    assert "one language" in plenary("print", "--language", "fr,es").err
    assert "one language" in plenary("serve", "--language", "fr,es").err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--decisions",), "Projets et décisions"),
        (("--vote",), "Rien n'a été mis aux voix."),
        (("--since", "2"), "Changements depuis la liste à la ligne 2"),
    ],
)
def test_what_else_is_printed(
    words: tuple[str, ...], said: str, in_session: Path, plenary: Plenary
) -> None:
    answer = plenary("print", *words, "--language", "fr")
    assert answer.status == 0 and said in answer.out
    assert said not in plenary("print", *words, "--language", "en").out


@pytest.mark.parametrize("code", OTHERS)
def test_a_list_is_printed(code: str, in_session: Path, plenary: Plenary) -> None:
    answer = plenary("print", "--language", code)
    assert answer.status == 0 and "1(f)" in answer.out and "List of" not in answer.out


@pytest.mark.parametrize("code", OTHERS)
def test_the_president_s_words(code: str, in_session: Path, plenary: Plenary) -> None:
    answer = plenary("script", "--language", code)
    assert answer.status == 0 and "General discussion" in answer.out
    told = plenary("script", "--language", code, "--json").json
    assert answer.out.splitlines()[0] == told["script"][0]


def test_words_of_a_language_are_exported(
    plenary: Plenary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert plenary("script", "--language", "ru", "--export", "ru.toml").status == 0
    assert (tmp_path / "ru.toml").read_text(encoding="utf-8") == built_in_text(Language.RUSSIAN)


def test_arabic_text_is_not_shown_on_a_terminal(
    heard: Path, plenary: Plenary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    for words in (("record",), ("print", "--item", "1(f)"), ("script",)):
        answer = plenary(*words, "--language", "ar")
        assert answer.status != 0 and "A terminal shows Arabic in a wrong order." in answer.err
        assert plenary(*words, "--language", "zh").status == 0
    assert plenary("record", "--format", "html", "--language", "ar").status == 0


@pytest.mark.parametrize("format_", ["pdf", "docx", "html"])
def test_three_processes_give_the_same_bytes(
    format_: str, heard: Path, plenary: Plenary, tmp_path: Path
) -> None:
    made = set()
    for seed in ("1", "2", "3"):
        folder = tmp_path / seed
        command = [sys.executable, "-m", "plenary_tui", "record", "--db", str(heard)]
        words = ["--language", "ar", "--form", "report", "--format", format_, "--to", str(folder)]
        env = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([*command, *words], capture_output=True, env=env, check=True)
        assert done.stderr == b""
        made.add((folder / f"meeting-1-report-ar.{format_}").read_bytes())
    assert len(made) == 1
