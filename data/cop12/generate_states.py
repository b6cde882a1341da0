"""Write states.csv from the country table inside the package hdx-python-country.

Usage: python generate_states.py PATH_TO_CSV > states.csv   (standard library only)

PATH_TO_CSV is "hdx/location/Countries & Territories Taxonomy MVP - C&T Taxonomy.csv" of
hdx-python-country 4.2.5 (MIT licence, see NOTICE.txt). Its M49 columns hold the names of the
United Nations "Standard country or area codes for statistical use" in six languages. What the
table lacks stands below: regional groups, status under the Convention, names as spoken, the
European Union. README.md gives the sources.
"""

from __future__ import annotations

import csv
import sys
import unicodedata

COLUMNS = (
    "code", "name", "spoken", "class", "status_source", "iso2", "iso3", "m49", "group",
    "group_note", "registered", "name_ar", "name_zh", "name_fr", "name_ru", "name_es",
)  # fmt: skip
M49_COLUMNS = {
    "name": "M49 English", "name_ar": "M49 Arabic", "name_zh": "M49 Chinese",
    "name_fr": "M49 French", "name_ru": "M49 Russian", "name_es": "M49 Spanish",
}  # fmt: skip

# Regional groups of the UN Members, as counted for elections: Türkiye and Israel in WEOG, Cyprus
# in Asia-Pacific, Kiribati in none, the United States an observer of WEOG.
GROUPS = {
    "African": """
        AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI DZA EGY ERI ETH GAB GHA GIN GMB GNB
        GNQ KEN LBR LBY LSO MAR MDG MLI MOZ MRT MUS MWI NAM NER NGA RWA SDN SEN SLE SOM SSD STP
        SWZ SYC TCD TGO TUN TZA UGA ZAF ZMB ZWE""",
    "Asia-Pacific": """
        AFG ARE BGD BHR BRN BTN CHN CYP FJI FSM IDN IND IRN IRQ JOR JPN KAZ KGZ KHM KOR KWT LAO
        LBN LKA MDV MHL MMR MNG MYS NPL NRU OMN PAK PHL PLW PNG PRK QAT SAU SGP SLB SYR THA TJK
        TKM TLS TON TUV UZB VNM VUT WSM YEM""",
    "Eastern European": """
        ALB ARM AZE BGR BIH BLR CZE EST GEO HRV HUN LTU LVA MDA MKD MNE POL ROU RUS SRB SVK SVN
        UKR""",
    "Latin American and Caribbean": """
        ARG ATG BHS BLZ BOL BRA BRB CHL COL CRI CUB DMA DOM ECU GRD GTM GUY HND HTI JAM KNA LCA
        MEX NIC PAN PER PRY SLV SUR TTO URY VCT VEN""",
    "Western European and Others": """
        AND AUS AUT BEL CAN CHE DEU DNK ESP FIN FRA GBR GRC IRL ISL ISR ITA LIE LUX MCO MLT NLD
        NOR NZL PRT SMR SWE TUR""",
}
GROUP_OF = {code: group for group, codes in GROUPS.items() for code in codes.split()}
GROUP_SIZES = {
    "African": 54, "Asia-Pacific": 53, "Eastern European": 23,
    "Latin American and Caribbean": 33, "Western European and Others": 28,
}  # fmt: skip
MEMBERS_WITHOUT_GROUP = {
    "USA": "observer of Western European and Others",
    "KIR": "member of no group",
}
NON_MEMBERS = ("COK", "NIU", "PSE", "VAT")
GROUP_NOTES = {
    **MEMBERS_WITHOUT_GROUP,
    **dict.fromkeys((*NON_MEMBERS, "EUE"), "not a UN Member"),
    "TUR": "takes part in Asia-Pacific too; counted here for elections",
}

# Status on 14 October 2024. Everybody else is a State party.
NOT_PARTIES = {
    "COG": "signatory State",
    "IRN": "signatory State",
    "PNG": "observer State",
    "SLB": "observer State",
    "SOM": "observer State",
    "TUV": "observer State",
}
LISTED = "published list of non-parties"
STATUS_SOURCES = {
    **dict.fromkeys(NOT_PARTIES, LISTED),
    "BTN": "accession of 21 March 2023",
    "SSD": "accession of 20 October 2023",
    "SOM": f"{LISTED}; accession reported in November 2024",
    **dict.fromkeys((*NON_MEMBERS, "EUE"), "published list of parties"),
}
OTHERWISE = "illustrative"

# Names as a President calls them, where they differ from the name in the list.
THE = {
    "ARE", "BHS", "CAF", "COD", "COG", "COK", "COM", "DOM", "EUE", "GBR", "GMB", "KOR", "LAO",
    "MDA", "MHL", "NER", "PHL", "PRK", "PSE", "RUS", "SDN", "SYR", "TZA", "USA", "VAT",
}  # fmt: skip
SPOKEN = {
    "BOL": "the Plurinational State of Bolivia",
    "FSM": "the Federated States of Micronesia",
    "IRN": "the Islamic Republic of Iran",
    "NLD": "the Netherlands",
    "VEN": "the Bolivarian Republic of Venezuela",
}

# Names in force in October 2024, whatever a later edition of the table says; one misprint.
NAMES_OF_OCTOBER_2024 = {
    "NRU": {
        "name": "Nauru", "name_ar": "ناورو", "name_zh": "瑙鲁", "name_fr": "Nauru",
        "name_ru": "Науру",  # noqa: RUF001
        "name_es": "Nauru",
    },
    "NLD": {"name": "Netherlands (Kingdom of the)", "name_ar": "هولندا (مملكة -)"},
    "TUR": {"name": "Türkiye"},
    "CZE": {"name": "Czechia"},
}  # fmt: skip

EUROPEAN_UNION = {
    "code": "EUE", "iso2": "EU", "iso3": "EUE", "m49": "", "name": "European Union",
    "name_ar": "الاتحاد الأوروبي", "name_zh": "欧洲联盟", "name_fr": "Union européenne",
    "name_ru": "Европейский союз", "name_es": "Unión Europea",
}  # fmt: skip


def folded(name: str) -> str:
    """The name without accents and case, to sort by."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def names_and_codes(source: dict[str, str]) -> dict[str, str]:
    """The names and codes of one State, from its row of the table."""
    code = source["ISO 3166-1 Alpha 3-Codes"].strip()
    m49 = int(source["m49 numerical code"])
    names = {column: tidy(source[m49_name]) for column, m49_name in M49_COLUMNS.items()}
    names.update(NAMES_OF_OCTOBER_2024.get(code, {}))
    iso2 = source["ISO 3166-1 Alpha 2-Codes"].strip()
    return {"code": code, "iso2": iso2, "iso3": code, "m49": f"{m49:03}", **names}


def tidy(name: str) -> str:
    """The name in composed form, with the apostrophe that a keyboard types."""
    return unicodedata.normalize("NFC", name).replace("\u2019", "'").strip()


def completed(row: dict[str, str]) -> dict[str, str]:
    """The row with what this script knows: status, group, name as spoken."""
    code = row["code"]
    spoken = f"the {row['name']}" if code in THE else SPOKEN.get(code, "")
    return {
        **row,
        "spoken": spoken,
        "class": "REIO party" if code == "EUE" else NOT_PARTIES.get(code, "State party"),
        "status_source": STATUS_SOURCES.get(code, OTHERWISE),
        "group": GROUP_OF.get(code, ""),
        "group_note": GROUP_NOTES.get(code, ""),
        "registered": "yes",
    }


def check(rows: list[dict[str, str]]) -> None:
    """Raise ValueError unless the rows are the 198 expected, each named in six languages."""
    sizes = {group: len(codes.split()) for group, codes in GROUPS.items()}
    if sizes != GROUP_SIZES:
        raise ValueError(f"regional groups: {sizes}")
    expected = {*GROUP_OF, *MEMBERS_WITHOUT_GROUP, *NON_MEMBERS, "EUE"}
    found = [row["code"] for row in rows]
    if len(found) != 198 or set(found) != expected:
        raise ValueError(f"missing or unexpected: {sorted(expected.symmetric_difference(found))}")
    for row in rows:
        if unnamed := [column for column in M49_COLUMNS if not row[column]]:
            raise ValueError(f"{row['code']} lacks {', '.join(unnamed)}")


def main(path: str) -> None:
    """Read the table at `path` and print states.csv."""
    wanted = {*GROUP_OF, *MEMBERS_WITHOUT_GROUP, *NON_MEMBERS}
    with open(path, encoding="utf-8-sig", newline="") as table:
        sources = [
            row for row in csv.DictReader(table) if row["ISO 3166-1 Alpha 3-Codes"] in wanted
        ]
    rows = [names_and_codes(source) for source in sources] + [EUROPEAN_UNION]
    check(rows)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(map(completed, rows), key=lambda row: folded(row["name"])))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
