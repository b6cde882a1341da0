"""The delegations of a pack, from its CSV files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plenary_tui.exchange.files import is_inside
from plenary_tui.exchange.models import DelegationRow, FilesTable
from plenary_tui.exchange.problems import Problem, quoted, validated
from plenary_tui.exchange.tables import Row, read_table
from plenary_tui.exchange.tomlfile import Table
from plenary_tui.procedure.ground import other_names
from plenary_tui.procedure.ground.written import forms, plain
from plenary_tui.procedure.state.conference import Delegation
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.vocabulary import Language


class Roll(Value):
    """The delegations of a pack.

    Attributes:
        delegations: those without a fault, sorted by name with accents folded.
        codes: the code of every row, sound or not, by itself with case folded.
        names: the code of every row by each form of its names that no other row bears.
        whole: False if there may be delegations that could not be read.
    """

    delegations: tuple[Delegation, ...]
    codes: Mapping[str, str]
    names: Mapping[str, str]
    whole: bool

    def code_of(self, text: str) -> str:
        """The code, with case folded, of the delegation of which `text` is the code or a name."""
        code = " ".join(text.split()).casefold()
        if code in self.codes:
            return code
        found = {self.names[form] for form in forms(text) if form in self.names}
        others = other_names.sure()
        found = found or {others[form] for form in forms(text) if form in others}
        return found.pop().casefold() if len(found) == 1 else code


NAMES = ("name", "spoken", *(f"name_{language.code}" for language in Language), "also")
"""The columns by which a delegation may be named elsewhere in the pack."""
BETWEEN = ";"
"""What stands between two names in the column `also`."""


def read_delegations(folder: Path, top: Table, problems: list[Problem]) -> Roll:
    """The delegations in the files that `[files]` lists."""
    taken = _Taken(problems)
    delegations = []
    codes: dict[str, str] = {}
    names: dict[str, set[str]] = {}
    faults = len(problems)
    files = _files(top, problems)
    whole = len(problems) == faults
    for name in files:
        sheet = read_table(folder, name, DelegationRow, problems)
        whole = whole and sheet.whole
        if not sheet.rows and sheet.whole:
            whole = False
            problems.append(Problem(name, None, "", "has no delegation", "a line for each"))
        for read in sheet.rows:
            cells = read.row.cells
            code = cells.get("code", "").strip()
            codes.setdefault(code.casefold(), code)
            written = BETWEEN.join(cells.get(column, "") for column in NAMES)
            for form in (form for name in written.split(BETWEEN) for form in forms(name)):
                names.setdefault(form, set()).add(code)
            if read.model is not None and taken.take(read.row, read.model):
                delegations.append(_delegation(read.model))
    delegations.sort(key=lambda one: (folded(one.name), one.id))
    single = {name: next(iter(found)) for name, found in names.items() if len(found) == 1}
    return Roll(tuple(delegations), codes, single, whole)


def _files(top: Table, problems: list[Problem]) -> tuple[str, ...]:
    """The names of the files that can be read, each once."""
    table = top.table("files", problems)
    if table is None:
        if "files" not in top.values:
            what = "is missing"
            problems.append(top.problem("files", what, "[files] with the files of delegations"))
        return ()
    validated(FilesTable, table, table.values, problems)
    names = tuple(name for name in table.texts("delegations") if name.strip())
    good = []
    for name in names:
        if not is_inside(name):
            problems.append(
                table.problem(
                    "delegations", f"{quoted(name)} leads out of the pack", "a file in it"
                )
            )
        elif name in good:
            problems.append(table.problem("delegations", f"{quoted(name)} is named twice", "once"))
        else:
            good.append(name)
    return tuple(good)


class _Taken:
    """Codes and names in use, and in which row."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems = problems
        self._codes: dict[str, Row] = {}
        self._names: dict[str, Row] = {}

    def take(self, row: Row, model: DelegationRow) -> bool:
        """Note the codes and the name of a row; report what another has.

        Returns whether its code is new.
        """
        columns = {"code": model.code, "iso2": model.iso2, "iso3": model.iso3, "m49": model.m49}
        for column, code in columns.items():
            if code:
                self._take(self._codes, code.casefold(), row, column, code)
        self._take(self._names, plain(model.name), row, "name", model.name)
        for name in also_called(model):
            self._take(self._names, plain(name), row, "also", name)
        return self._codes[model.code.casefold()] is row

    def _take(self, taken: dict[str, Row], key: str, row: Row, column: str, value: str) -> None:
        first = taken.setdefault(key, row)
        if first is not row:
            where = f"line {first.line}"
            where = where if first.file == row.file else f"{where} of {first.file}"
            self._problems.append(
                row.problem(column, f"{quoted(value)} is used already ({where})", "another")
            )


def also_called(row: DelegationRow) -> tuple[str, ...]:
    """The other names in a row."""
    return tuple(name.strip() for name in row.also.split(BETWEEN) if name.strip())


def _delegation(row: DelegationRow) -> Delegation:
    others = dict.fromkeys(code for code in (row.iso2, row.iso3, row.m49) if code)
    names = {
        Language.ARABIC: row.name_ar,
        Language.CHINESE: row.name_zh,
        Language.FRENCH: row.name_fr,
        Language.RUSSIAN: row.name_ru,
        Language.SPANISH: row.name_es,
    }
    return Delegation(
        id=row.code,
        name=row.name,
        participant=row.participant,
        spoken=row.spoken,
        codes=tuple(code for code in others if code != row.code),
        names=tuple((language.code, name) for language, name in names.items() if name),
        group=row.group,
        registered=row.registered,
        also=also_called(row),
    )
