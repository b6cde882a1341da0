"""What each login may do on the server: each statement tried, and the grants as they are."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from plenary_tui.stations.granting import grant
from plenary_tui.storage.server import setting_up
from plenary_tui.storage.server.address import read_address
from plenary_tui.storage.server.errors_of_server import ServerError, State
from plenary_tui.storage.server.setting_up import init, upgrade

from .on_server import (
    ANSWER,
    ASK,
    DONE,
    FIRST,
    INSERT,
    IS_THERE,
    SECOND,
    STRAY,
    TABLES,
    TAKE,
    Chamber,
)
from .private_server import OWNER, PrivateServer


def statements(chamber: Chamber) -> dict[str, tuple[str, tuple[Any, ...]]]:
    """Every kind of statement that a login might try."""
    forged = (*SECOND[:7], '{"forged":1}', SECOND[-1])
    found: dict[str, tuple[str, tuple[Any, ...]]] = {
        "append what is forged": (INSERT, (chamber.id, chamber.epoch, *forged)),
        "append": (INSERT, (chamber.id, chamber.epoch, *SECOND)),
        "append of an older charge": (INSERT, (chamber.id, chamber.epoch - 1, *SECOND)),
        "append out of order": (INSERT, (chamber.id, chamber.epoch, *FIRST)),
        "ask to inscribe": (ASK, (uuid.uuid4(), chamber.id, "inscribe")),
        "ask to give the floor": (ASK, (uuid.uuid4(), chamber.id, "give-floor")),
        "answer": (ANSWER, (chamber.request, chamber.id, chamber.epoch)),
        "keep a stray": (STRAY, (chamber.id, chamber.epoch, *SECOND)),
        "take charge": (TAKE, (chamber.id, False)),
        "take charge by force": (TAKE, (chamber.id, True)),
        "bring another": ("SELECT plenary.share(%s, %s)", (uuid.uuid4().hex, uuid.uuid4().hex)),
        "read the token": ("SELECT token FROM plenary.conference", ()),
        "become a member": (
            "INSERT INTO plenary.member VALUES (%s, 'x', 'podium', NULL)",
            (chamber.id,),
        ),
        "write a charge": (
            "INSERT INTO plenary.charge VALUES (%s, 99, 'x', 'x', now(), 1, '')",
            (chamber.id,),
        ),
        "say who wrote": (
            f"{STRAY.replace('epoch,', 'epoch, writer,', 1).replace('VALUES (', 'VALUES (%s, ')}",
            (chamber.id, 1, "podium-a", *SECOND),
        ),
    }
    for table in TABLES:
        found[f"change {table}"] = (f"UPDATE plenary.{table} SET conference = 0", ())
        found[f"delete from {table}"] = (f"DELETE FROM plenary.{table}", ())
        found[f"empty {table}"] = (f"TRUNCATE plenary.{table} CASCADE", ())
    found["give away a name"] = ("INSERT INTO plenary.station VALUES (%s, 'a', 'x')", (chamber.id,))
    found["change version"] = ("UPDATE plenary.version SET version = 0", ())
    found["change conference"] = ("UPDATE plenary.conference SET epoch = 0", ())
    return found


NO, NOT_YOURS, FENCED = "42501", "PLN04", "PLN02"
IN_CHARGE = {
    **{"append": DONE, "append of an older charge": FENCED, "append out of order": "PLN01"},
    **{"append what is forged": "PLN03", "ask to inscribe": DONE, "ask to give the floor": DONE},
    **{"answer": DONE, "keep a stray": DONE, "take charge": FENCED, "take charge by force": DONE},
    **{"bring another": DONE},
}
OTHER_PODIUM = {
    **IN_CHARGE,
    **{"append": FENCED, "append out of order": FENCED, "append what is forged": FENCED},
    **{"answer": FENCED},
}
DESK = {**OTHER_PODIUM, "take charge by force": NOT_YOURS, "bring another": NO}
LIST_DESK = {
    **DESK,
    **{
        "append": NOT_YOURS,
        "append of an older charge": NOT_YOURS,
        "append out of order": NOT_YOURS,
    },
    **{"append what is forged": NOT_YOURS, "ask to give the floor": NOT_YOURS},
    **{"keep a stray": NOT_YOURS, "take charge": NOT_YOURS},
}
READER = dict.fromkeys(IN_CHARGE, NO)
RIGHTS = {
    "podium-a": IN_CHARGE,
    "podium-b": OTHER_PODIUM,
    "desk": DESK,
    "list-desk": LIST_DESK,
    "reader": READER,
    "stranger": READER,
}
"""What becomes of each statement, by login; what is not named here nobody may."""


@pytest.mark.parametrize("login", RIGHTS)
def test_each_statement_of_each_login_is_done_or_refused_as_its_rights_say(
    chamber: Chamber, login: str
) -> None:
    found = {
        name: chamber.tries(login, statement, *values)
        for name, (statement, values) in statements(chamber).items()
    }
    assert found == {name: RIGHTS[login].get(name, NO) for name in found}


def test_nothing_is_changed_or_deleted_by_the_owner_either(chamber: Chamber) -> None:
    for table in ("journal", "charge", "request", "answer", "stray"):
        for statement in (f"DELETE FROM plenary.{table}", f"TRUNCATE plenary.{table} CASCADE"):
            assert chamber.tries(OWNER, statement) == "PLN06", statement
        changed = f"UPDATE plenary.{table} SET conference = conference"
        assert chamber.tries(OWNER, changed) == "PLN06"
    assert chamber.tries(OWNER, "DELETE FROM plenary.conference") == "PLN06"


@pytest.mark.parametrize("table", TABLES)
def test_who_is_no_member_sees_nothing_of_a_conference(chamber: Chamber, table: str) -> None:
    chamber.tries(
        "podium-a",
        "SELECT * FROM plenary.look(%s, 'a', '1', 1, %s, 'u', 1, 'b')",
        chamber.id,
        chamber.epoch,
    )
    chamber.tries("podium-a", ANSWER, chamber.request, chamber.id, chamber.epoch)
    chamber.tries("podium-a", STRAY, chamber.id, chamber.epoch, *SECOND)
    other = chamber.answer(
        "podium-b", "SELECT plenary.share(%s, %s)", uuid.uuid4().hex, uuid.uuid4().hex
    )
    column = {"conference": "id", "version": "version"}.get(table, "conference")
    count = f"SELECT count(*) FROM plenary.{table} WHERE {column} = %s"
    expected = 0 if table == "version" else 1
    assert chamber.answer("reader", count, chamber.id) >= expected
    assert chamber.answer("reader", count, other) == 0
    if table != "version":
        chamber.server.sql('GRANT plenary_reader TO "stranger"', chamber.database)
        assert chamber.answer("stranger", f"SELECT count(*) FROM plenary.{table}") == 0
        chamber.server.sql('REVOKE plenary_reader FROM "stranger"', chamber.database)


def test_the_rights_on_tables_are_those_that_are_listed(chamber: Chamber) -> None:
    rows = chamber.server.sql(
        """SELECT grantee, privilege_type, table_name FROM information_schema.role_table_grants
        WHERE table_schema = 'plenary' AND grantee <> current_user""",
        chamber.database,
    )
    readable = [("plenary_reader", "SELECT", one) for one in TABLES if one != "conference"]
    assert sorted(rows) == sorted(readable)
    columns = chamber.server.sql(
        """SELECT grantee, privilege_type, table_name, 
        string_agg(column_name, ' ' ORDER BY column_name)
        FROM information_schema.column_privileges WHERE table_schema = 'plenary'
        AND grantee <> current_user AND (privilege_type <> 'SELECT' OR table_name = 'conference')
        GROUP BY 1, 2, 3""",
        chamber.database,
    )
    row = "act boot conference epoch hash kind payload seq station steady utc"
    assert sorted(columns) == sorted(
        [
            ("plenary_desk", "INSERT", "answer", "conference epoch request said seq"),
            ("plenary_desk", "INSERT", "journal", row),
            ("plenary_desk", "INSERT", "request", "act asked command conference id seen station"),
            ("plenary_desk", "INSERT", "stray", row),
            (
                "plenary_reader",
                "SELECT",
                "conference",
                "epoch head_hash head_seq holder holder_login id name root",
            ),
        ]
    )
    functions = chamber.server.sql(
        """SELECT DISTINCT grantee, routine_name FROM information_schema.role_routine_grants
        WHERE routine_schema = 'plenary' AND grantee <> current_user""",
        chamber.database,
    )
    assert sorted(functions) == sorted(
        [
            ("plenary_desk", "give_back"),
            ("plenary_desk", "take_charge"),
            ("plenary_podium", "share"),
            ("plenary_reader", "look"),
            ("plenary_reader", "my_conferences"),
        ]
    )
    unguarded = chamber.server.sql(
        """SELECT relname FROM pg_class WHERE relnamespace = 'plenary'::regnamespace
        AND relkind = 'r' AND NOT relrowsecurity""",
        chamber.database,
    )
    assert not unguarded


def test_the_tables_are_made_once_and_brought_up_to_date_as_often_as_one_likes(
    server: PrivateServer, tables: str
) -> None:
    owner = read_address(server.address(database=tables))
    assert init(owner).made is False
    assert upgrade(owner).version == setting_up.VERSION
    assert init(owner).connections == 200


def test_an_upgrade_is_whole_or_not_at_all(
    server: PrivateServer, tables: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = read_address(server.address(database=tables))
    newest = setting_up.VERSION
    monkeypatch.setattr(setting_up, "VERSION", newest + 1)
    monkeypatch.setattr(setting_up, "STEPS", {**setting_up.STEPS, newest + 1: "tables.sql"})
    with pytest.raises(ServerError):
        upgrade(owner)
    assert server.sql("SELECT max(version) FROM plenary.version", tables) == [(newest,)]
    monkeypatch.setattr(setting_up, "STEPS", {**setting_up.STEPS, newest + 1: "guard.sql"})
    assert upgrade(owner).made is True
    assert server.sql("SELECT max(version) FROM plenary.version", tables) == [(newest + 1,)]
    monkeypatch.setattr(setting_up, "VERSION", newest)
    with pytest.raises(ServerError, match="newer version"):
        upgrade(owner)
    server.sql(f"DELETE FROM plenary.version WHERE version = {newest + 1}", tables)


def test_an_older_server_is_upgraded_and_each_name_is_of_whoever_used_it_last(
    chamber: Chamber,
) -> None:
    other = Chamber(chamber.server, chamber.database)
    older = (
        "DROP TABLE plenary.station",
        "DELETE FROM plenary.version WHERE version = 2",
        "DROP FUNCTION plenary.require_station",
        *(f"DROP FUNCTION plenary.{one} CASCADE" for one in ("check_right", "look", "take_charge")),
    )
    for statement in older:
        chamber.server.sql(statement, chamber.database)
    for login in ("podium-b", "list-desk"):
        chamber.server.sql(
            "INSERT INTO plenary.presence "
            f"VALUES ({chamber.id}, 'shared', '{login}', '1', 1, now())"
            " ON CONFLICT (conference, station) DO UPDATE SET login = EXCLUDED.login",
            chamber.database,
        )
    chamber.server.sql(
        "INSERT INTO plenary.presence VALUES (0, 'gone', 'x', '1', 1, now())", chamber.database
    )
    state = upgrade(chamber.owner)
    assert (state.version, state.made) == (setting_up.VERSION, True)
    whose = "SELECT login FROM plenary.station WHERE conference = %s AND station = %s"
    assert chamber.answer(OWNER, whose, chamber.id, "podium@a") == "podium-a", "of the charge"
    assert chamber.answer(OWNER, whose, other.id, "list-desk") == "list-desk", "of a request"
    assert chamber.answer(OWNER, whose, chamber.id, "shared") == "list-desk", "of the last"
    assert chamber.tries("podium-b", IS_THERE, chamber.id, "shared") == State.ANOTHERS_NAME
    assert chamber.tries("list-desk", IS_THERE, chamber.id, "shared") == DONE
    chamber.server.sql("DELETE FROM plenary.presence WHERE conference = 0", chamber.database)


def test_an_owner_gives_a_stations_name_to_another_login(chamber: Chamber) -> None:
    assert chamber.tries("list-desk", IS_THERE, chamber.id, "desk@b") == DONE
    assert chamber.tries("desk", IS_THERE, chamber.id, "desk@b") == State.ANOTHERS_NAME
    grant(chamber.owner, "desk", "desk", chamber.name, "desk@b")
    assert chamber.tries("desk", IS_THERE, chamber.id, "desk@b") == DONE
    assert chamber.tries("list-desk", IS_THERE, chamber.id, "desk@b") == State.ANOTHERS_NAME


def test_what_is_not_there_is_said_with_what_to_do(server: PrivateServer, tables: str) -> None:
    owner = read_address(server.address(database=tables))
    with pytest.raises(ServerError, match="CREATE ROLE"):
        grant(owner, "nobody", "reader", "x")
    with pytest.raises(ServerError, match="no conference “x”"):
        grant(owner, "desk", "reader", "x")
    with pytest.raises(ServerError, match="--conference"):
        grant(owner, "desk", "reader", "")
    with pytest.raises(ServerError, match="server init"):
        upgrade(read_address(server.address(database="postgres")))
    with pytest.raises(ServerError, match="owner of the database"):
        init(read_address(server.address("desk", tables)))


def test_what_a_login_is_for_in_one_conference_stays_as_it_is_granted_in_another(
    chamber: Chamber,
) -> None:
    other = Chamber(chamber.server, chamber.database)
    for function in ("reader", "list-desk"):
        grant(chamber.owner, "podium-b", function, chamber.name)
        assert other.tries("podium-b", TAKE, other.id, True) == DONE, function
        assert chamber.tries("podium-b", TAKE, chamber.id, True) != DONE, function
    for one in (other, chamber):
        grant(chamber.owner, "podium-b", "reader", one.name)
    assert other.tries("podium-b", TAKE, other.id, True) != DONE
