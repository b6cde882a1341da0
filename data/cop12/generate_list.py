"""Write list-1f.csv: a first list of speakers for item 1(f), made up but always the same.

Usage: python generate_list.py > list-1f.csv   (standard library only)

It reads states.csv and organizations.csv beside it. No person is real: States and IGOs are
represented by functions, NGOs by "Sample Speaker N". Who speaks, with which function, in which
language and when the request came is illustrative. Only `Random.random()` is used, whose sequence
for a seed is guaranteed from one Python to the next.
"""

from __future__ import annotations

import csv
import sys
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

SEED = 20241014
HERE = Path(__file__).parent
COLUMNS = (
    "delegation", "speaker", "function", "rank", "on_behalf_of", "language", "delivery", "media",
    "received_at",
)  # fmt: skip
STATES, IGOS, NGOS = 131, 15, 40

OPENED = datetime(2024, 9, 2)
LAST = datetime(2024, 10, 13, 18)
RUSH_DAYS = {
    OPENED.date(): 6.0,
    datetime(2024, 9, 3).date(): 3.0,
    datetime(2024, 10, 10).date(): 3.0,
    datetime(2024, 10, 11).date(): 5.0,
}
"""How much busier than another weekday the mailbox was."""

# Always on the list: the groups' speakers, the long, accented and bracketed names, each status.
CERTAIN_STATES = {
    "AGO", "AUS", "AUT", "BOL", "BRA", "CAN", "CHE", "CHN", "CIV", "COG", "COL", "CZE", "DEU",
    "ECU", "EGY", "ESP", "EUE", "FJI", "FRA", "GBR", "IND", "IRN", "ITA", "JPN", "KEN", "LAO",
    "MEX", "MKD", "NGA", "NLD", "NOR", "PAK", "PER", "PHL", "POL", "PRK", "PSE", "SAU", "SLB",
    "SVK", "TUR", "UGA", "UKR", "USA", "VAT", "VEN", "ZAF",
}  # fmt: skip
# Never on it: too small to send a speaker to Vienna.
ABSENT_STATES = {
    "COK", "DMA", "FSM", "KIR", "KNA", "MHL", "NIU", "NRU", "PLW", "STP", "TON", "TUV", "VUT",
    "WSM",
}  # fmt: skip
CERTAIN_NGOS = {"ALLIANCE", "GITOC", "VNGOC"}

LANGUAGES = {
    "Arabic": """ARE BHR DJI DZA EGY IRQ JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SYR TUN YEM
        GCC LAS""",
    "Chinese": "CHN",
    "French": """BDI BEL BEN BFA CAF CHE CIV CMR COD COG COM FRA GAB GIN HTI LUX MCO MDG MLI NER
        SEN TCD TGO ASF FIDH GRIP MDM SCELLES""",
    "Russian": "BLR KAZ KGZ RUS TJK TKM UZB CIS",
    "Spanish": """AND ARG BOL CHL COL CRI CUB DOM ECU ESP GNQ GTM HND MEX NIC PAN PER PRY SLV URY
        VEN CEJIL CELS DEJUSTICIA FIP MUCD OAS PROYECTOHOMBRE""",
}
LANGUAGE_OF = {code: language for language, codes in LANGUAGES.items() for code in codes.split()}

ON_BEHALF_OF = {
    "EUE": "the European Union and its member States",
    "UGA": "the Group of 77 and China",
    "NGA": "the African Group",
    "PAK": "the Asia-Pacific Group",
    "ECU": "the Group of Latin American and Caribbean States",
    "NOR": "the Nordic countries",
    "FJI": "the Pacific Islands Forum",
}
# Highly placed speakers: function and rank.
HIGH_LEVEL = {
    "AGO": ("Minister of Justice", "minister"),
    "AUS": ("Attorney General", "minister"),
    "BOL": ("Minister of Government", "minister"),
    "BRA": ("Minister of Justice", "minister"),
    "CIV": ("Minister of Justice", "minister"),
    "COL": ("Minister of Justice", "minister"),
    "CZE": ("Minister of the Interior", "minister"),
    "ECU": ("Minister of the Interior", "minister"),
    "EGY": ("Minister of Justice", "minister"),
    "FJI": ("Prime Minister", "head of Government"),
    "ITA": ("Minister of Justice", "minister"),
    "JPN": ("Minister of Justice", "minister"),
    "KEN": ("Attorney General", "minister"),
    "MEX": ("Minister of Foreign Affairs", "minister"),
    "NGA": ("Attorney General", "minister"),
    "PHL": ("Secretary of Justice", "minister"),
    "PRK": ("Deputy Minister of Foreign Affairs", "head of delegation"),
    "SAU": ("Deputy Attorney General", "head of delegation"),
    "SLB": ("Minister of Police and National Security", "minister"),
    "TUR": ("Deputy Minister of Justice", "head of delegation"),
    "UGA": ("Attorney General", "minister"),
    "UKR": ("Minister of the Interior", "minister"),
    "ZAF": ("Minister of Justice", "minister"),
    "EUE": ("Head of Delegation", "head of delegation"),
    "PSE": ("Permanent Observer", "head of delegation"),
    "VAT": ("Permanent Observer", "head of delegation"),
}
ON_VIDEO = ("AUS", "FJI", "SLB")
OTHER_FUNCTIONS = (
    (0.72, "Permanent Representative", "head of delegation"),
    (0.80, "Director General", "head of delegation"),
    (0.86, "Ambassador at large", "head of delegation"),
    (0.95, "Deputy Permanent Representative", "other"),
    (1.00, "Counsellor", "other"),
)
"""Upper bound of the chance, function, rank."""
NGO_FUNCTIONS = ("Director", "Executive Director", "President", "Secretary General", "Researcher")


def read(name: str) -> list[dict[str, str]]:
    """The rows of a data file beside this script."""
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def chosen(codes: list[str], certain: set[str], count: int, random: Random) -> list[str]:
    """`count` of the codes: the certain ones and others drawn, in a drawn order."""
    if unknown := certain - set(codes):
        raise ValueError(f"unknown: {sorted(unknown)}")
    drawn = sorted((random.random(), code) for code in codes)
    first = [code for _, code in drawn if code in certain]
    others = [code for _, code in drawn if code not in certain]
    return [code for _, code in sorted((random.random(), c) for c in (first + others)[:count])]


def received(count: int, random: Random) -> list[datetime]:
    """`count` different instants in local time, ascending: office hours, busier at both ends."""
    days = [OPENED + timedelta(days=day) for day in range((LAST - OPENED).days + 1)]
    weights = [RUSH_DAYS.get(day.date(), 1.0 if day.weekday() < 5 else 0.1) for day in days]
    instants: set[datetime] = set()
    while len(instants) < count:
        at = random.random() * sum(weights)
        day = 0
        while at >= weights[day]:
            at -= weights[day]
            day += 1
        seconds = int((8.5 + random.random() * 9.5) * 3600)
        instants.add(days[day] + timedelta(seconds=seconds))
    return sorted(instants)


def state_entry(code: str, random: Random) -> dict[str, str]:
    """What a State's request says."""
    chance = random.random()
    function, rank = HIGH_LEVEL.get(code) or next(
        (name, rank) for bound, name, rank in OTHER_FUNCTIONS if chance < bound
    )
    on_video = code in ON_VIDEO
    return {
        "function": function,
        "rank": rank,
        "on_behalf_of": ON_BEHALF_OF.get(code, ""),
        "delivery": "video" if on_video else "in-person",
        "media": f"{code.lower()}-1f.mp4" if on_video else "",
    }


def main() -> None:
    """Print list-1f.csv."""
    random = Random(SEED)
    states = [row["code"] for row in read("states.csv") if row["code"] not in ABSENT_STATES]
    organizations = read("organizations.csv")
    igos = [row["code"] for row in organizations if row["class"] == "IGO"]
    ngos = [row["code"] for row in organizations if row["class"] == "NGO"]
    kinds = (
        [("State", code) for code in chosen(states, CERTAIN_STATES, STATES, random)]
        + [("IGO", code) for code in chosen(igos, set(igos), IGOS, random)]
        + [("NGO", code) for code in chosen(ngos, CERTAIN_NGOS, NGOS, random)]
    )
    order = [entry for _, entry in sorted((random.random(), entry) for entry in kinds)]
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    writer = csv.DictWriter(sys.stdout, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    speakers = 0
    for (kind, code), instant in zip(order, received(len(order), random), strict=True):
        row = {"function": "Representative", "rank": "other", "delivery": "in-person"}
        if kind == "State":
            row = state_entry(code, random)
        elif kind == "NGO":
            row["function"] = NGO_FUNCTIONS[speakers % len(NGO_FUNCTIONS)]
            speakers += 1
            row["speaker"] = f"Sample Speaker {speakers}"
        row["delegation"] = code
        row["language"] = LANGUAGE_OF.get(code, "English")
        row["received_at"] = instant.isoformat()
        writer.writerow(row)


if __name__ == "__main__":
    main()
