"""Names as people write them, against the 425 delegations of the sample.

What is taken without a question is right; what may mean another body is asked; and how often a
name is taken is known.
"""

from __future__ import annotations

import pytest

from plenary_tui.exchange.incoming.matching import Certainty, Matcher
from plenary_tui.exchange.pack import load_pack
from plenary_tui.procedure.ground import other_names
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.naming import (
    certain_delegation,
    find_delegation,
    is_in_doubt,
    search_delegations,
)
from plenary_tui.procedure.ground.written import forms
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace


@pytest.fixture(scope="module")
def cop12() -> Conference:
    """The sample conference: 198 States and 227 organizations."""
    return load_pack("cop12").conference


TAKEN = """
AFG Afghanistan, Islamic Republic of
ARE UAE; U.A.E.; United Arab Emirates (the)
ATG Antigua & Barbuda; Antigua-et-Barbuda
AUT Osterreich; Österreich; autriche
BIH Bosnia; Bosnia & Herzegovina; Bosnia-Herzegovina; BOSNIA AND HERZEGOVINA
BOL Bolivia; Bolivia, Plurinational State of; Plurinational State of Bolivia
BRN Brunei; Brunei-Darussalam
CAF CAR; RCA; Central African Rep.; Centrafrique
CHE Switzerland; Schweiz; Swiss Confederation; suisse
CHN China, People's Republic of; PR China; China
CIV Ivory Coast; Cote d'Ivoire; Côte d\u2019Ivoire; COTE D IVOIRE; Cote-d`Ivoire; Côte dIvoire
COD DRC; D.R. Congo; DR Congo; RDC; Congo, Democratic Republic of the; Congo (Kinshasa)
COD DR of the Congo; Dem. Republic Congo; Congo, DR; ДР Конго
COD Dem. Rep. of the Congo; Congo - Kinshasa; democratic republic of congo
COG Congo; Republic of the Congo; Congo-Brazzaville; Congo (Brazzaville); Congo, Republic of the
CPV Cabo Verde; Cape Verde; Cap-Vert
CZE Czechia; Czech Republic; Czech Rep.; Tschechien
DEU Germany; Deutschland; Federal Republic of Germany; Germany, Federal Republic of; allemagne
DOM Доминикана; Dominican Rep.; Dominican Rep; República Dominicana
EGY Egypt; Arab Republic of Egypt; Egypt, Arab Republic of; مصر
ESP Spain; España; Espagne; Kingdom of Spain
FSM Micronesia; Federated States of Micronesia; Micronesia, Federated States of; F.S.M.
GBR UK; U.K.; U.K; the UK; R.-U.; “UK”; Great Britain and N. Ireland
GBR United Kingdom; Great Britain; Royaume-Uni; Reino Unido; England
GBR United Kingdom of Great Britain & Northern Ireland
GMB The Gambia; Gambia; Gambia, The
GNB Guinea Bissau; Guinea-Bissau; Guinée-Bissau; Guinea\u2010Bissau; Guinea\u2011Bissau
GNQ Guinea Equatorial; E. Guinea; Equatorial Guinea; Eq. Guinea
GRC Greece; Hellas; Hellenic Republic
IRN Iran; Islamic Republic of Iran; Iran, Islamic Rep. of; Iran (Islamic Republic of); I.R. Iran
KGZ Kyrgyz Republic; Kyrgyzstan; Kirgizstan
KNA St. Kitts & Nevis; St Kitts and Nevis; Saint Kitts and Nevis
KOR S. Korea; S Korea; Южная Корея
KOR South Korea; Korea, Republic of; Korea (Republic of); ROK; Rep. of Korea; Corée du Sud
LAO Laos; Lao PDR; Lao P.D.R.
LBY Libya; Libyan Arab Jamahiriya
LCA St. Lucia; St Lucia; Sainte-Lucie; Ste. Lucie
MDA Moldova; Moldova, Republic of; Rep. of Moldova
MKD N. Macedonia; Macedonia; FYROM; North Macedonia; The former Yugoslav Republic of Macedonia
MMR Burma; Myanmar; Birmanie
NLD Holland; Netherlands; the Netherlands; Kingdom of the Netherlands; Pays-Bas
NLD Netherlands, Kingdom of the; Netherlands (the)
NZL NZ; New-Zealand; N.Z.; Nouvelle-Zélande
PNG PNG; Papua-New Guinea
PRK N. Korea; Korea, DPR; Северная Корея
PRK North Korea; DPRK; D.P.R.K.; Korea, Democratic People's Republic of; DPR of Korea
PSE Palestine; State of Palestine; Palestine, State of; فلسطين
RUS Russia; Russian Fed.; Russian Federation (the); Россия; РФ
SAU S. Arabia; KSA; Saudi Arabia; Kingdom of Saudi Arabia; السعودية; المملكة العربية السعودية
STP Sao Tome & Principe; São Tomé and Príncipe; Sao Tome
SVK Slovak Republic; Slovak Rep.; Slovakia
SSD S. Sudan; Sud-Soudan
SWZ Eswatini (Swaziland); Swaziland; Eswatini; eSwatini; Kingdom of Eswatini
SYR Syria; Syrian Arab Rep.; Syrie
TLS East Timor; Timor Leste; Timor-Leste
TTO Trinidad & Tobago; T&T; Trinidad
TUR Türkiye (Turkey); Turkey; Türkiye; Turkiye; TURKIYE; Turquie
TZA Tanzania; Tanzania, United Republic of; United Rep. of Tanzania
USA USA; US; U.S.; U.S.A.; United States; United States of America (the); États-Unis; EE.UU.
VAT Holy See (Vatican); Vatican; Holy See (the); Vatican City; Saint-Siège
VCT St. Vincent & the Grenadines; St Vincent and the Grenadines; SVG
VEN Venezuela; Bolivarian Republic of Venezuela; Venezuela, Bolivarian Republic of
VNM Vietnam; Viet-Nam; Viet Nam; Socialist Republic of Vietnam
ZAF S. Africa; RSA; Afrique du Sud; South-Africa
"""
ASKED = """
Korea; Corée; Guiana; CR; SA; DR; EC; AU; SK; SL; Congo Rep; Papua; Timor; Scotland; Zaire
Czechoslovakia; Saint; Northern Ireland; Swiss; car; Car; uk; aus; Dom; Niger Delta Foundation
Taiwan; Kosovo; Hong Kong; Hong Kong SAR; Macao; Western Sahara; Puerto Rico; Guam; Gibraltar
USSR; Soviet Union; Yugoslavia; N/A; None; United Nations; UN; Africa; Asia; Europe
Republic of China
American Samoa; Chinese Taipei; Somaliland; New Caledonia; Greenland; Bermuda; World; TBC
American Bar Society; Australian Institute of Criminology; Ghana Bar Association; Peru Libre
Permanent Mission of Ghana; Embassy of Chad in Vienna; Government of Chile; Ministry of Justice
Dominican; Корея; UK delegation; EU / UK; Congo Republic; Democratic Congo; Guinea Conakry; who
Nigera; Slovakie; Austrai; Icland; Colombie française; International Bar; WHO; MAC; GUI; Guyane
"""


def cases() -> list[tuple[str, str]]:
    """The code of the State and what is written for it."""
    lines = (line.split(maxsplit=1) for line in TAKEN.strip().splitlines())
    return [(code, name.strip()) for code, names in lines for name in names.split(";")]


@pytest.mark.parametrize(("code", "written"), cases())
def test_a_name_that_is_surely_one_bodys_is_taken(
    cop12: Conference, code: str, written: str
) -> None:
    assert find_delegation(cop12, written).id == code


@pytest.mark.parametrize(
    "written", [name.strip() for line in ASKED.strip().splitlines() for name in line.split(";")]
)
def test_a_name_that_may_be_anothers_or_nobodys_is_never_taken(
    cop12: Conference, written: str
) -> None:
    with pytest.raises(Refused):
        find_delegation(cop12, written)


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("Korea", ["KOR", "PRK"]),
        ("EC", ["ECU", "EUE"]),
        ("Корея", ["KOR", "PRK"]),
        ("Dominican", ["DOM", "DMA"]),
        ("Democratic Congo", ["COG", "COD"]),
        ("Czechoslovakia", ["CZE", "SVK"]),
        ("uk", ["GBR", "UKR"]),
        ("Nigera", ["NGA"]),
        ("Slovakie", ["SVK"]),
        ("Icland", ["ISL"]),
        ("Embassy of Chad in Vienna", ["TCD"]),
        ("Permanent Mission of Ghana", ["GHA"]),
    ],
)
def test_whom_it_may_mean_stands_first(cop12: Conference, written: str, first: list[str]) -> None:
    assert [one.id for one in search_delegations(cop12, written)][: len(first)] == first


@pytest.mark.parametrize("written", ["tai", "ang", "sam", "gua", "serb", "irel"])
def test_a_beginning_of_a_name_that_is_asked_about_takes_nobody(
    cop12: Conference, written: str
) -> None:
    assert any(form.startswith(written) for form in other_names.asked())
    with pytest.raises(Refused, match="Type "):
        find_delegation(cop12, written)


@pytest.mark.parametrize(("written", "code"), [("thai", "THA"), ("tailan", "THA"), ("ango", "AGO")])
def test_a_beginning_that_no_other_name_has_is_taken(
    cop12: Conference, written: str, code: str
) -> None:
    assert find_delegation(cop12, written).id == code


def test_another_languages_beginning_is_in_doubt_where_a_name_asked_about_begins_so(
    cop12: Conference,
) -> None:
    assert is_in_doubt(cop12, "tai") and not is_in_doubt(cop12, "tailan")
    assert not is_in_doubt(cop12, "hon"), "an English name begins so, and is read before Enter"


@pytest.mark.parametrize(
    "written",
    ["UK delegation", "Guinee-Bisau", "EU / UK", "Democratic Congo", "North Sudan", "who"],
)
def test_a_name_that_holds_one_bodys_and_resembles_anothers_is_in_doubt(
    cop12: Conference, written: str
) -> None:
    assert certain_delegation(cop12, written) is None
    assert is_in_doubt(cop12, written)
    assert Matcher(cop12, {}).match(written).certainty is Certainty.ASKED


ELSEWHERE = """
Niger; Guinea; Sudan; Soudan; Austria; Autriche; Iceland; Dominica; Congo; Republic of Korea; UK
尼日尔; السودان; Австрия; Islandia; Gambia
"""
"""States that do not take part where those that are called much alike do."""
HERE = ["NGA", "GNB", "SSD", "AUS", "IRL", "DOM", "COD", "PRK", "UKR", "ZMB"]


@pytest.mark.parametrize(
    "written", [name for line in ELSEWHERE.strip().splitlines() for name in line.split("; ")]
)
def test_a_state_that_takes_no_part_is_not_one_that_is_called_alike(
    cop12: Conference, written: str
) -> None:
    small = replace(cop12, delegations=tuple(one for one in cop12.delegations if one.id in HERE))
    with pytest.raises(Refused, match=f"“{written}” is no delegation of this conference"):
        find_delegation(small, written)
    assert is_in_doubt(small, written)
    found = Matcher(small, {}).match(written)
    assert found.certainty is Certainty.NOT_HERE and found.delegation is None
    slip = Matcher(small, {}).match("Austira")
    assert slip.certainty is Certainty.ASKED, "it may be Austria, which takes no part"


def test_a_beginning_is_typed_as_before_where_few_states_take_part(cop12: Conference) -> None:
    small = replace(cop12, delegations=tuple(one for one in cop12.delegations if one.id in HERE))
    assert find_delegation(small, "nige").id == "NGA"
    assert not is_in_doubt(small, "nigeri")


def test_a_state_with_a_code_of_the_packs_own_is_there(cop12: Conference) -> None:
    swiss = next(one for one in cop12.delegations if one.id == "CHE")
    own = replace(cop12, delegations=(replace(swiss, id="SUI", codes=(), names=()),))
    assert find_delegation(own, "Switzerland").id == "SUI"
    with pytest.raises(Refused, match="No delegation called"):
        find_delegation(own, "Svizzera")


def test_a_name_that_is_none_of_the_conference_is_said_to_be_none(cop12: Conference) -> None:
    with pytest.raises(Refused, match="“Taiwan” is no delegation of this conference"):
        find_delegation(cop12, "Taiwan")


def test_a_misspelt_name_is_answered_with_the_nearest_before_registering(cop12: Conference) -> None:
    with pytest.raises(Refused) as refusal:
        find_delegation(cop12, "Slovakie")
    assert "If it is Slovakia (SVK)" in str(refusal.value)
    assert str(refusal.value).index("Slovakia") < str(refusal.value).index("register it")


def test_no_other_name_is_two_bodies(cop12: Conference) -> None:
    own = {form: one.id for one in cop12.delegations for form in forms(one.name)}
    for form, code in other_names.sure().items():
        assert own.get(form, code) == code, form
        assert form not in other_names.asked(), form
    codes = {code for one in cop12.delegations for code in (one.id, *one.codes)}
    assert set(other_names.sure().values()) <= codes
    assert {code for several in other_names.asked().values() for code in several} <= codes


def test_every_other_name_stands_under_one_code_only() -> None:
    under: dict[str, str] = {}
    for line in other_names.SURE.splitlines():
        code, names = line.split(maxsplit=1)
        for form in (form for name in names.split("; ") for form in forms(name)):
            assert under.setdefault(form, code) == code, form


def test_every_other_name_is_taken_as_it_is_written(cop12: Conference) -> None:
    for line in other_names.SURE.splitlines():
        code, names = line.split(maxsplit=1)
        for name in names.split("; "):
            found = certain_delegation(cop12, name)
            assert found is not None and found.id == code, name


@pytest.mark.parametrize(
    "written",
    [
        "Taiwan",
        "Hong Kong SAR China",
        "Korea",
        "EC",
        "Wakanda",
        "Mali Watch",
        "Niger Delta",
        "Guiana",
    ],
)
def test_a_name_that_may_be_another_is_in_doubt(cop12: Conference, written: str) -> None:
    assert is_in_doubt(cop12, written)


@pytest.mark.parametrize(
    "written", ["cot", "UK", "Holland", "Congo", "ni", "Kore", "European U", "Germny", "Lao", "int"]
)
def test_a_name_or_how_it_begins_is_in_no_doubt(cop12: Conference, written: str) -> None:
    assert not is_in_doubt(cop12, written)


def test_names_that_registrations_give_to_what_is_no_state_here_mean_nobody() -> None:
    for name in ("Hong Kong SAR China", "Macao SAR China", "China, Hong Kong SAR"):
        assert {other_names.asked()[form] for form in forms(name)} == {()}
    assert {other_names.asked()[form] for form in forms("Sudan, South")} == {("SSD",)}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Corée (Rép. de)", "KOR"),
        ("Rép. dém. du Congo", "COD"),
        ("Congo (RD)", "COD"),
        ("Rép. du Congo", "COG"),
        ("República del Congo", "COG"),
        ("RPD de Corea", "PRK"),
        ("Rép. centrafricaine", "CAF"),
        ("La Suisse", "CHE"),
    ],
)
def test_what_is_shortened_in_french_and_spanish_is_known(
    cop12: Conference, written: str, code: str
) -> None:
    assert find_delegation(cop12, written).id == code
