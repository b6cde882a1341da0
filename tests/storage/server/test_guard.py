"""What the server checks by itself (guard.sql): order, chain, charge, who asks and answers."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from importlib.resources import files
from threading import Thread
from typing import Any, LiteralString, cast

import psycopg
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plenary_tui.storage.chain import GENESIS, digest
from plenary_tui.storage.server import setting_up
from plenary_tui.storage.server.errors_of_server import State

from .on_server import ANSWER, ASK, DONE, FIRST, INSERT, IS_THERE, SECOND, STRAY, TAKE, Chamber
from .private_server import OWNER, PrivateServer
from .waiting import PATIENCE, until

FENCED, NOT_YOURS = State.NOT_IN_CHARGE, State.NOT_FOR_THIS_LOGIN


@pytest.fixture(scope="module")
def owner(server: PrivateServer, tables: str) -> Iterator[psycopg.Connection]:
    with psycopg.connect(server.address(OWNER, tables), autocommit=True) as connection:
        yield connection


def test_the_charge_is_taken_by_one_at_a_time_and_its_number_goes_up(chamber: Chamber) -> None:
    assert chamber.tries("podium-b", TAKE, chamber.id, False) == FENCED
    raised = chamber.answer("podium-b", TAKE, chamber.id, True)
    assert raised == chamber.epoch + 1
    assert chamber.tries("podium-a", INSERT, chamber.id, chamber.epoch, *SECOND) == FENCED
    assert chamber.tries("podium-b", INSERT, chamber.id, raised, *SECOND) == DONE
    told = chamber.server.sql(
        f"SELECT epoch, station, login, at_seq, reason FROM plenary.charge "
        f"WHERE conference = {chamber.id} ORDER BY epoch",
        chamber.database,
    )
    assert told == [
        (chamber.epoch, "podium@a", "podium-a", 0, "the first"),
        (raised, "podium-b", "podium-b", 1, "the laptop broke"),
    ]


def test_a_charge_is_proved_by_its_secret_and_a_copy_of_an_older_one_proves_nothing(
    chamber: Chamber,
) -> None:
    renew = "SELECT plenary.take_charge(%s, 'podium@a', %s, %s, false, 0, '')"
    renewed = chamber.answer("podium-a", renew, chamber.id, "secret", "new")
    assert renewed == chamber.epoch + 1
    assert chamber.answer("podium-a", renew, chamber.id, "secret", "new") == renewed, "asked again"
    assert chamber.tries("podium-a", renew, chamber.id, "secret", "clone") == FENCED
    assert chamber.answer("podium-a", "SELECT plenary.give_back(%s, 'secret')", chamber.id) is False
    assert chamber.answer("podium-a", "SELECT plenary.give_back(%s, 'new')", chamber.id) is True
    assert chamber.answer("desk", TAKE, chamber.id, False) == renewed + 1, "it was free"


GIVE_BACK = "SELECT plenary.give_back(%s, %s)"
RENEW = "SELECT plenary.take_charge(%s, 'podium@a', %s, %s, %s, %s, %s)"


def test_the_guard_refuses_with_the_states_that_the_program_knows() -> None:
    text = files(setting_up.__package__).joinpath("guard.sql").read_text(encoding="utf-8")
    known = {one.value for one in State if one.startswith("PLN")}
    assert set(re.findall(r"PLN\d\d", text)) == known


def test_a_secret_is_of_its_login_and_a_charge_is_forced_for_a_reason_only(
    chamber: Chamber,
) -> None:
    renew = RENEW.replace("podium@a", "podium@b")  # its own name: the other's is not for it
    assert chamber.tries("podium-b", renew, chamber.id, "secret", "x", False, 0, "") == FENCED
    assert chamber.answer("podium-b", GIVE_BACK, chamber.id, "secret") is False
    nobody = (chamber.id, "", "x", True, 0, " ")
    assert chamber.tries("podium-b", renew, *nobody) == NOT_YOURS
    (kept,) = chamber.server.sql(
        f"SELECT token FROM plenary.conference WHERE id = {chamber.id}", chamber.database
    )
    assert kept == (sha256(b"secret").hexdigest(),)


def test_a_server_that_was_set_back_counts_on_from_the_charge_that_it_had_forgotten(
    chamber: Chamber,
) -> None:
    above = chamber.epoch + 6
    raised = chamber.answer("podium-a", RENEW, chamber.id, "secret", "new", True, above, "set back")
    assert raised == above + 1
    again = (chamber.id, "secret", "new", True, above, "set back")
    assert chamber.answer("podium-a", RENEW, *again) == raised, "the answer was lost"
    later = (chamber.id, "older", "new", False, raised, "set back anew")
    assert chamber.answer("podium-a", RENEW, *later) == raised + 1


def test_nobody_records_or_answers_in_an_older_charge_of_the_same_login(chamber: Chamber) -> None:
    renewed = chamber.answer("podium-a", RENEW, chamber.id, "secret", "new", False, 0, "")
    assert chamber.tries("podium-a", INSERT, chamber.id, chamber.epoch, *SECOND) == FENCED
    answer = (chamber.request, chamber.id)
    assert chamber.tries("podium-a", ANSWER, *answer, chamber.epoch) == FENCED
    assert chamber.tries("podium-a", INSERT, chamber.id, renewed, *SECOND) == DONE
    assert chamber.tries("podium-a", ANSWER, *answer, renewed) == DONE


def test_nobody_records_or_answers_in_a_charge_that_was_given_back(chamber: Chamber) -> None:
    assert chamber.answer("podium-a", GIVE_BACK, chamber.id, "secret") is True
    assert chamber.tries("podium-a", INSERT, chamber.id, chamber.epoch, *SECOND) == FENCED
    answer = (chamber.request, chamber.id, chamber.epoch)
    assert chamber.tries("podium-a", ANSWER, *answer) == FENCED


@pytest.mark.parametrize(
    ("function", "acts", "asks"), [("desk", "'{inscribe}'", DONE), ("reader", "NULL", NOT_YOURS)]
)
def test_a_podium_of_other_conferences_does_here_what_it_is_for_here(
    chamber: Chamber, function: str, acts: str, asks: str
) -> None:
    chamber.server.sql(
        f"UPDATE plenary.member SET function = '{function}', acts = {acts} "
        f"WHERE conference = {chamber.id} AND login = 'podium-a'",
        chamber.database,
    )
    second = (chamber.id, chamber.epoch, *SECOND)
    assert chamber.tries("podium-a", INSERT, *second) == NOT_YOURS, "although it is in charge"
    assert chamber.tries("podium-a", STRAY, *second) == NOT_YOURS
    assert chamber.tries("podium-a", ASK, uuid.uuid4(), chamber.id, "inscribe") == asks
    assert chamber.tries("podium-a", TAKE, chamber.id, True) == NOT_YOURS


AS = (
    "INSERT INTO plenary.request (id, conference, station, act, command, seen, asked) "
    "VALUES (%s, %s, %s, 'inscribe', '{}', 1, '')"
)
TAKE_AS = "SELECT plenary.take_charge(%s, %s, '', 'mine', true, 0, 'the laptop broke')"


def test_a_stations_name_is_of_the_login_that_used_it_first_and_no_other_writes_under_it(
    chamber: Chamber,
) -> None:
    named = State.ANOTHERS_NAME
    assert chamber.tries("list-desk", IS_THERE, chamber.id, "list") == DONE
    for login in ("podium-b", "desk", "reader"):
        assert chamber.tries(login, IS_THERE, chamber.id, "list") == named, "it is not there as it"
    for login in ("podium-b", "desk"):
        assert chamber.tries(login, AS, uuid.uuid4(), chamber.id, "list") == named
        assert chamber.tries(login, AS, uuid.uuid4(), chamber.id, login) == DONE
    assert chamber.tries("podium-b", TAKE_AS, chamber.id, "podium@a") == named
    assert chamber.tries("podium-b", TAKE_AS, chamber.id, "list") == named
    assert chamber.answer("podium-a", "SELECT epoch FROM plenary.conference") is not None
    assert chamber.tries("podium-b", TAKE_AS, chamber.id, "podium-b") == DONE
    whose = "SELECT login FROM plenary.presence WHERE conference = %s AND station = 'list'"
    assert chamber.answer("list-desk", whose, chamber.id) == "list-desk"
    other = Chamber(chamber.server, chamber.database)
    assert other.tries("desk", IS_THERE, other.id, "list") == DONE, (
        "in another conference it is free"
    )


def test_the_first_record_is_the_one_that_the_conference_is_known_by(chamber: Chamber) -> None:
    name = uuid.uuid4().hex
    other = int(chamber.answer("podium-a", "SELECT plenary.share(%s, %s)", name, name))
    epoch = chamber.answer("podium-a", RENEW, other, "", "mine", False, 0, "first")
    assert chamber.tries("podium-a", INSERT, other, epoch, *FIRST) == State.CHAIN


def test_a_conference_is_brought_there_once_and_is_its_podiums(chamber: Chamber) -> None:
    share, name, root = "SELECT plenary.share(%s, %s)", uuid.uuid4().hex, uuid.uuid4().hex
    made = chamber.answer("podium-a", share, name, root)
    assert chamber.answer("podium-a", share, "as it is called now", root) == made
    assert chamber.tries("podium-b", share, "mine", root) == State.THERE_ALREADY
    assert chamber.tries("podium-b", share, name, "another") == State.THERE_ALREADY


def test_an_answer_is_to_what_was_asked_here_and_of_a_record_that_is_there(
    chamber: Chamber,
) -> None:
    answer = ANSWER.replace("%s, 1, ''", "%s, {seq}, ''")
    here = (chamber.request, chamber.id, chamber.epoch)
    ahead = chamber.tries("podium-a", answer.format(seq=2), *here)
    assert ahead == State.NOTHING_OF_THE_KIND
    other = Chamber(chamber.server, chamber.database)
    elsewhere = (other.request, chamber.id, chamber.epoch)
    assert chamber.tries("podium-a", ANSWER, *elsewhere) == State.NOTHING_OF_THE_KIND
    assert chamber.tries("podium-a", answer.format(seq="NULL"), *here) == DONE


def second_of_two(
    chamber: Chamber, first: str, does: str, values: tuple[Any, ...], then: Callable[[], str]
) -> str:
    """What becomes of what a login tries while another's transaction is not ended yet."""
    found: list[str] = []
    with chamber.connect(first) as connection:
        connection.execute("BEGIN")
        connection.execute(cast(LiteralString, does), values)
        waits = Thread(target=lambda: found.append(then()))
        waits.start()
        blocked = (
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
            f"AND datname = '{chamber.database}'"
        )
        until(lambda: found or chamber.server.sql(blocked) == [(1,)])
        connection.execute("COMMIT")
        waits.join()
    return found[0]


def test_of_two_who_append_at_once_the_second_waits_and_is_told_that_it_moved(
    chamber: Chamber,
) -> None:
    second = (chamber.id, chamber.epoch, *SECOND)
    again = partial(chamber.tries, "podium-a", INSERT, *second)
    assert second_of_two(chamber, "podium-a", INSERT, second, again) == State.MOVED


def test_who_answers_while_another_takes_charge_waits_and_is_told_that_it_is_not_in_charge(
    chamber: Chamber,
) -> None:
    answers = partial(chamber.tries, "podium-a", ANSWER, chamber.request, chamber.id, chamber.epoch)
    assert second_of_two(chamber, "podium-b", TAKE, (chamber.id, True), answers) == FENCED


def test_of_two_who_take_a_free_charge_at_once_one_has_it(chamber: Chamber) -> None:
    chamber.answer("podium-a", GIVE_BACK, chamber.id, "secret")
    takes = partial(chamber.tries, "podium-b", TAKE, chamber.id, False)
    assert second_of_two(chamber, "podium-a", TAKE, (chamber.id, False), takes) == FENCED


def test_who_wrote_and_when_is_the_servers_own_word(chamber: Chamber) -> None:
    chamber.tries("podium-a", STRAY, chamber.id, chamber.epoch, *SECOND)
    for table, login in (("journal", "podium-a"), ("request", "list-desk"), ("stray", "podium-a")):
        (row,) = chamber.server.sql(
            f"SELECT writer, received > now() - interval '1 hour' FROM plenary.{table} "
            f"WHERE conference = {chamber.id}",
            chamber.database,
        )
        assert row == (login, True), table


def test_whatever_concerns_others_is_told_to_them_at_once(chamber: Chamber) -> None:
    with chamber.connect("reader") as listener:
        listener.execute(f"LISTEN plenary_{chamber.id}")
        for login, statement, values in (
            ("podium-a", INSERT, (chamber.id, chamber.epoch, *SECOND)),
            ("list-desk", ASK, (uuid.uuid4(), chamber.id, "inscribe")),
            ("podium-a", ANSWER, (chamber.request, chamber.id, chamber.epoch)),
            ("podium-a", GIVE_BACK, (chamber.id, "secret")),
            ("podium-b", TAKE, (chamber.id, False)),
        ):
            assert chamber.tries(login, statement, *values) == DONE
            told = list(listener.notifies(timeout=PATIENCE, stop_after=1))
            assert len(told) == 1, statement


LOOK = "SELECT * FROM plenary.look(%s, %s, '1', 1, %s, %s, 1, 'boot')"


def test_a_sign_of_life_is_of_the_one_in_charge_and_of_a_charge_that_is_held(
    chamber: Chamber,
) -> None:
    stranger = (chamber.id, "x", chamber.epoch, "utc")
    chamber.server.sql('GRANT plenary_reader TO "stranger"', chamber.database)
    assert chamber.tries("stranger", LOOK, *stranger) == NOT_YOURS
    chamber.server.sql('REVOKE plenary_reader FROM "stranger"', chamber.database)
    for login, epoch, utc in (
        ("podium-a", chamber.epoch, "the podium's"),
        ("podium-a", chamber.epoch - 1, "of an older charge"),
        ("podium-b", chamber.epoch, "another's"),
        ("reader", chamber.epoch, "a reader's"),
    ):
        assert chamber.tries(login, LOOK, chamber.id, login, epoch, utc) == DONE
    beats = chamber.server.sql(
        f"SELECT epoch, utc FROM plenary.beat WHERE conference = {chamber.id}", chamber.database
    )
    assert beats == [(chamber.epoch, "the podium's")]


TEXT = st.text(st.characters(blacklist_characters="\0", blacklist_categories=("Cs",)), max_size=20)


@settings(max_examples=100)
@given(
    st.integers(1, 2**31 - 1), TEXT, st.floats(allow_nan=False, allow_infinity=False), TEXT, TEXT
)
@example(1, "", 5e-324, "", "")
@example(1, "", -0.0, "", "")
@example(1, "", 1.7976931348623157e308, "", "")
@example(1, "", 123456.789, "é\U0001f600", "")
def test_the_server_works_out_the_hash_of_a_row_as_the_chain_does(
    owner: psycopg.Connection, seq: int, utc: str, steady: float, station: str, payload: str
) -> None:
    row = (seq, seq, utc, steady, station, station, payload, payload)
    found = owner.execute(
        "SELECT plenary.digest(%s::text, %s::int, %s::int, %s::text, %s::float8, %s::text, "
        "%s::text, %s::text, %s::text)",
        (GENESIS, *row),
    ).fetchone()
    assert found == (digest(GENESIS, *row),)
