"""What each column is, by its title and by what stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.exchange.incoming.offer import Role
from tests.exchange.incoming.offices import names, read, roles, told

FLOOR = ["delegation", "speaker", "function", "language", "rank", "received at", "item"]


@pytest.mark.parametrize(
    ("titles", "row"),
    [
        (
            "Delegation,Speaker,Functional title,Language,Level,Received at,Agenda item",
            "Ghana,Ama Koné,Minister of Justice,French,minister,2024-09-02 10:00,1(f)",
        ),
        (
            "Délégation,Orateur,Fonction,Langue,Niveau,Reçu le,Point de l’ordre du jour",
            "Côte d’Ivoire,Mme Awa Koné,Ministre,français,ministre,2024-09-02 10:00,1(f)",
        ),
        (
            "Delegación,Orador,Cargo,Idioma,Nivel,Recibido el,Punto",
            "España,Iñaki Peña,Embajador,español,ministro,2024-09-02 10:00,1(f)",
        ),
        (
            "Делегация,Оратор,Должность,Язык,Уровень,Дата получения,Пункт",
            "Франция,Шарль Дюпон,Министр,русский,министр,2024-09-02 10:00,1(f)",
        ),
        (
            "الوفد,المتكلم,المنصب,اللغة,المستوى,تاريخ الاستلام,البند",
            "الجزائر,أحمد بن علي,وزير العدل,العربية,وزير,2024-09-02 10:00,1(f)",
        ),
        (
            "代表团,发言人,职务,语言,级别,收到时间,议程项目",
            "中国,王小明,司法部部长,中文,部长,2024-09-02 10:00,1(f)",
        ),
        (
            "Delegation / Délégation,Name of speaker,Title / Position,Language spoken,Rank,"
            "Date of request,Item No.",
            "Peru,Luis Gil,Ambassador,Spanish,other,2024-09-02 10:00,1(f)",
        ),
    ],
)
def test_titles_in_the_official_languages_are_known(tmp_path: Path, titles: str, row: str) -> None:
    offer = read(tmp_path, "list.csv", f"{titles}\n{row}\n")
    assert list(roles(offer).values()) == FLOOR
    assert not offer.problems
    (entry,) = offer.entries
    assert entry.language is not None and entry.received_at is not None and entry.item == "1(f)"


def test_columns_with_titles_that_say_nothing_are_known_by_what_is_in_them(
    tmp_path: Path,
) -> None:
    text = (
        "A;B;C;D;E\n"
        "Ghana;x@y.org;English;Ana Kofi;2024-09-02 10:00\n"
        "France;z@y.org;French;Paul Dupont;2024-09-03 10:00\n"
    )
    offer = read(tmp_path, "a.csv", text)
    assert roles(offer) == {
        "A": "delegation",
        "B": "never read",
        "C": "language",
        "D": "speaker",
        "E": "received at",
    }
    assert {column.why for column in offer.columns} == {"content"}


def test_the_delegation_is_not_the_nationality(tmp_path: Path) -> None:
    offer = read(tmp_path, "a.csv", "Nationality,Delegation,Name\nPeru,Ghana,A B\nItaly,UK,C D\n")
    assert roles(offer)["Delegation"] == "delegation" and "Nationality" not in roles(offer)
    assert names(offer) == ["Ghana", "UK"]


def test_a_column_of_ministries_is_no_delegation_where_countries_are_named(
    tmp_path: Path,
) -> None:
    rows = "".join(f"P{n},Ministry {n},{state}\n" for n, state in enumerate(["Ghana", "Peru"]))
    assert names(read(tmp_path, "a.csv", f"Name,Affiliation,Country\n{rows}")) == [
        "Ghana",
        "Peru",
    ]
    rows = "A,Ghana,Austria\nB,African Union,Austria\n"
    assert names(read(tmp_path, "a.csv", f"Name,Affiliation,Country\n{rows}")) == [
        "Ghana",
        "African Union",
    ]


def test_a_column_that_is_told_is_taken_and_one_that_is_not_there_is_a_problem(
    tmp_path: Path,
) -> None:
    text = "Wer,Was,Country\nGhana,Ama K,Peru\n"
    told_columns = {"wer": Role.DELEGATION, "Was": Role.SPEAKER, "Country": None}
    offer = read(tmp_path, "a.csv", text, columns=told_columns)
    assert roles(offer) == {"Wer": "delegation", "Was": "speaker"} and names(offer) == ["Ghana"]
    offer = read(tmp_path, "a.csv", text, columns={"Contry": Role.DELEGATION})
    assert told(offer) == ["a.csv: has no column “Contry”; expected “Country”"]


def test_of_two_columns_alike_the_second_is_numbered_and_which_is_meant_is_asked(
    tmp_path: Path,
) -> None:
    text = "Country,Country,Speaker\nGhana,Peru,A\nFrance,Italy,B\n"
    offer = read(tmp_path, "a.csv", text)
    assert [column.title for column in offer.columns] == ["Country", "Country (2)", "Speaker"]
    ((question, option),) = offer.asks
    assert "“Country” (as it is taken) or “Country (2)”" in question
    assert option == '--column "Country (2)=delegation"'
    told_columns = {"Country (2)": Role.DELEGATION}
    offer = read(tmp_path, "a.csv", text, columns=told_columns)
    assert [one.delegation for one in offer.entries] == ["Peru", "Italy"] and not offer.asks


def test_what_is_private_is_not_read(tmp_path: Path) -> None:
    titles = "Country,E-mail,Passport number,Date of birth,Telephone,Password,Courriel privé"
    offer = read(tmp_path, "a.csv", f"{titles}\nGhana,a@b.org,123,1970-01-01,1,x,y\n")
    assert set(roles(offer).values()) == {"delegation", "never read"}
    assert len(roles(offer)) == 7


def test_where_nothing_names_a_delegation_that_is_told(tmp_path: Path) -> None:
    (sentence,) = told(read(tmp_path, "a.csv", "foo,bar\nbaz,qux\n"))
    assert sentence == (
        "a.csv: no column is known to hold the delegation (“foo”, “bar”); "
        'expected --column "TITLE=delegation"'
    )


def test_a_name_beside_a_first_name_is_the_last_one(tmp_path: Path) -> None:
    offer = read(
        tmp_path, "a.csv", "Pays;Nom;Prénom;Langue;Reçu le\nGhana;Koné;Awa;fr;2024-09-02\n"
    )
    assert offer.entries[0].speaker == "Awa Koné"
    offer = read(tmp_path, "a.csv", "País,Nombre,Apellidos,Recibido\nPerú,Luis,Gil,2024-09-02\n")
    assert offer.entries[0].speaker == "Luis Gil"


def test_the_title_of_a_person_is_an_address_or_a_function(tmp_path: Path) -> None:
    text = "Délégation;Orateur;Titre;Langue\nGhana;A K;Ministre de la Justice;français\n"
    offer = read(tmp_path, "a.csv", text)
    assert offer.entries[0].function == "Ministre de la Justice"
    text = "Délégation;Orateur;Titre;Fonction\nGhana;A K;Mme;Ministre\n"
    offer = read(tmp_path, "a.csv", text)
    assert roles(offer)["Titre"] == "address" and offer.entries[0].function == "Ministre"


def test_codes_that_are_something_else_too_make_no_delegation(tmp_path: Path) -> None:
    text = "A,B,Speaker\nMr,Ghana,X Y\nMr,Peru,V W\n"
    assert roles(read(tmp_path, "a.csv", text)) == {
        "A": "address",
        "B": "delegation",
        "Speaker": "speaker",
    }


def test_bodies_that_nobody_knows_yet_are_delegations_by_their_class(tmp_path: Path) -> None:
    offer = read(tmp_path, "a.csv", "name,class\nLand of Nod,State party\nFriends of Nod,NGO\n")
    assert [(one.name, one.participant) for one in offer.delegations] == [
        ("Land of Nod", "State party"),
        ("Friends of Nod", "NGO"),
    ]


def test_where_organizations_and_countries_stand_in_two_columns_either_is_taken(
    tmp_path: Path,
) -> None:
    text = "Name,Country,Organization\nA,Ghana,\nB,,African Union\nC,Peru,\nD,,Friends of Nod\n"
    offer = read(tmp_path, "a.csv", text)
    assert names(offer) == ["Ghana", "African Union", "Peru", "Friends of Nod"]
    text = "Name,Country,Organization\nA,Ghana,\nB,,African Union\nC,Peru,\n"
    assert names(read(tmp_path, "a.csv", text)) == ["Ghana", "African Union", "Peru"]


def test_a_count_of_rows_beside_requests_for_the_floor_is_no_item(tmp_path: Path) -> None:
    text = (
        "N°;Pays;Nom de l'orateur;Titre;Reçu le\n"
        "1;Ghana;M. A;Ministre;02/09/2024 09:00\n2;Peru;Mme B;Ministre;13/09/2024 09:00\n"
    )
    offer = read(tmp_path, "a.csv", text)
    assert roles(offer)["Pays"] == "delegation" and "N°" not in roles(offer)
    assert [one.item for one in offer.entries] == ["", ""]
