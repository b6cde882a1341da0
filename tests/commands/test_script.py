"""`plenary script`: what the President says next, and an office's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.exchange.script import built_in_text
from plenary_tui.paths import Paths
from tests.commands.conftest import Plenary

TURKIYE = "the distinguished representative of Türkiye"


def use(paths: Paths, own: Path, text: str) -> None:
    """Have the settings name a file with that text."""
    own.write_text(text, encoding="utf-8")
    paths.settings.parent.mkdir(parents=True, exist_ok=True)
    paths.settings.write_text(f'script = "{own.as_posix()}"\n', encoding="utf-8")


def test_as_text(in_session: Path, plenary: Plenary) -> None:
    plenary("do", "inscribe", "Türkiye")
    assert plenary("script").out.splitlines()[-1] == f"I now give the floor to {TURKIYE}."
    plenary("do", "raise-point", "Türkiye")
    out = plenary("script").out
    assert f"I give the floor to {TURKIYE} on a point of order.\n" in out
    assert "\n\nOtherwise:\n  If there is an appeal:" in out


def test_as_json(in_session: Path, plenary: Plenary) -> None:
    plenary("do", "inscribe", "Türkiye")
    found = plenary("script", "--json").json
    assert list(found) == ["schema", "at_once", "script", "otherwise"]
    assert found["script"] == plenary("status", "--json").json["script"]
    assert found["at_once"] is True and found["otherwise"] == []


def test_a_call_to_order_is_told_here_and_not_in_the_snapshot(
    in_session: Path, plenary: Plenary
) -> None:
    for act in (("inscribe", "Türkiye"), ("give-floor",), ("start-clock",), ("call-to-order",)):
        plenary("do", *act)
    assert plenary("script").out.startswith(f"I would kindly ask {TURKIYE} to conclude.")
    assert "kindly" not in plenary("status", "--json").out


def test_the_words_are_exported_and_never_written_over(
    plenary: Plenary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = plenary("script", "--export", "own.toml")
    assert f'script = "{tmp_path / "own.toml"}"' in answer.out
    assert (tmp_path / "own.toml").read_text(encoding="utf-8") == built_in_text()
    again = plenary("script", "--export", "own.toml")
    assert again.status == 1 and "exists already" in again.err
    nowhere = plenary("script", "--export", "none/own.toml")
    assert nowhere.status == 1 and "cannot be written" in nowhere.err
    assert plenary("script", "--export", "").status == 2


def test_an_office_s_own_words(
    in_session: Path, plenary: Plenary, paths: Paths, tmp_path: Path
) -> None:
    plenary("do", "inscribe", "Türkiye")
    use(paths, tmp_path / "own.toml", '[call]\nstatement = "{who}, please."\n')
    words = "The distinguished representative of Türkiye, please."
    assert plenary("script").out.splitlines()[-1] == words
    assert plenary("status", "--json").json["script"][-1] == words


def test_what_is_wrong_with_them_is_told_and_the_built_in_ones_used(
    in_session: Path, plenary: Plenary, paths: Paths, tmp_path: Path
) -> None:
    plenary("do", "inscribe", "Türkiye")
    use(paths, tmp_path / "own.toml", '[call]\nstatement = "{whom}"\n')
    answer = plenary("script")
    assert answer.err == (
        f"Note: The script {tmp_path / 'own.toml'}, call.statement: {{whom}} is not filled in "
        "here; allowed: {followed}, {group}, {who}. The built-in words are used for it.\n"
    )
    assert answer.out.splitlines()[-1] == f"I now give the floor to {TURKIYE}."


def test_a_setting_that_names_no_whole_path(
    in_session: Path, plenary: Plenary, paths: Paths
) -> None:
    paths.settings.parent.mkdir(parents=True, exist_ok=True)
    paths.settings.write_text('script = "own.toml"\n', encoding="utf-8")
    assert "is a file, written whole" in plenary("script").err


def test_without_a_conference(plenary: Plenary) -> None:
    assert plenary("script").status == 1
