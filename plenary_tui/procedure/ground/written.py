"""How a name is written: the forms in which two ways of writing one name are the same.

Case, accents, hyphens, quotation marks, "&", dots in initials and what nobody sees make no
difference; nor do "St" and "Saint", "Korea, Republic of" and "Republic of Korea".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from plenary_tui.procedure.state.text import shown

APOSTROPHES = "'\u2018\u2019\u02bc\u02bb`\u00b4"
HYPHENS = ("-", "\u2010", "\u2011")
_APART = str.maketrans(dict.fromkeys(APOSTROPHES, " "))
_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "Æ": "ae",
        "œ": "oe",
        "Œ": "oe",
        "ø": "o",
        "Ø": "o",
        "ł": "l",
        "Ł": "l",
        "đ": "d",
        "Đ": "d",
        "ı": "i",
        "ё": "е",
        "Ё": "е",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ة": "ه",
        "ـ": None,
        "&": " and ",
    }
    | dict.fromkeys(APOSTROPHES)
)
"""Letters that have no accent to take off, what Arabic writes either way, and apostrophes."""
_INITIALS = re.compile(r"\b(?:\w\.){2,}|\b(?:[^\W\d_]\.)+[^\W\d_]\b")
_SHORT = {
    "dem": "democratic",
    "fed": "federation",
    "isl": "islamic",
    "rep": "republic",
    "st": "saint",
    "ste": "sainte",
}
"""Words as they are cut short in names of States."""
_INVERTED = re.compile(r"(?P<last>[^,()]+?)\s*(?:,\s*(?P<comma>[^,()]+)|\((?P<bracket>[^()]+)\))")
_OF = re.compile(r".*\b(?:of|of the|du|de|de la)$", re.IGNORECASE)
_FORMULA = re.compile(
    r"^(?:the )?ministry [\w ]+ of (?:the )?"
    r"|^(?:(?:the )?(?:permanent |observer )?(?:mission|delegation|embassy|government|ministry|"
    r"republic|kingdom|state|principality|sultanate|commonwealth)(?: [\w ]+?)?? of (?:the )?)+"
    r"|^(?:(?:la )?(?:mission permanente|delegation|republique|royaume|republica|reino)"
    r" (?:de la |de l|du|de|del|d) ?)"
)
_ELSEWHERE = re.compile(r" (?:in|to|a|aupres) (?:the |de )?[\w ]+$")


@lru_cache(maxsize=32768)
def plain(text: str) -> str:
    """The words of a name with case, accents and signs folded, one blank between two."""
    text = _INITIALS.sub(lambda found: found[0].replace(".", ""), shown(text).translate(_LETTERS))
    if not text.isascii():
        text = "".join(map(_bare, unicodedata.normalize("NFKD", text)))
        text = text.translate(_LETTERS)
    words = re.sub(r"[\x00-/:-@\[-`{-\x7f]+", " ", text.casefold()).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    if len(words) > 1 and words[-1] == "the":
        del words[-1]
    return " ".join(words)


def _bare(character: str) -> str:
    """Nothing for an accent, a blank for a sign, else the character."""
    if unicodedata.combining(character):
        return ""
    return " " if unicodedata.category(character)[0] in "PSZC" else character


@lru_cache(maxsize=32768)
def forms(text: str) -> frozenset[str]:
    """Every form of a whole name: as it stands, in full words, and with its parts as spoken.

    A text that ends with a hyphen is the beginning of a name, and no whole one.
    """
    if text.rstrip().endswith(HYPHENS):
        return frozenset()
    found = {plain(text), plain(text.translate(_APART))}
    inverted = _INVERTED.fullmatch(text.strip())
    if inverted and _OF.match(part := (inverted["comma"] or inverted["bracket"]).strip()):
        found.add(plain(f"{part} {inverted['last']}"))
    return frozenset(form for one in found for form in (one, in_full(one)) if form)


def beginning(text: str) -> str:
    """The form of a name that is not yet typed to its end; behind a hyphen a word follows."""
    return plain(text) + (" " if text.rstrip().endswith(HYPHENS) else "")


def in_full(form: str) -> str:
    """A form of more than one word with the words in full that are often cut short."""
    words = form.split()
    return " ".join(_SHORT.get(word, word) for word in words) if len(words) > 1 else form


def without_formula(text: str) -> str:
    """The form of X in "Permanent Mission of X" or "Embassy of X in Y"; "" if it is neither."""
    form = plain(text)
    rest = _FORMULA.sub("", form)
    if rest == form or not rest:
        return ""
    return _ELSEWHERE.sub("", rest) if form.startswith(("embassy", "permanent mission")) else rest
