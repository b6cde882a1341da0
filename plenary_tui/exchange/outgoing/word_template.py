"""The office's own Word file: opened, its styles found by name, the place where the record goes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from plenary_tui.exchange.outgoing.archive import FIRST, NoArchive, members, packed
from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.procedure.state.frozen import Value, field

PLACE = "[record]"
"""The paragraph of a template that the record takes the place of; without it, it stands last."""
MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_DOTX = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_MACROS = b"macroEnabled"
_OF_OLDER_WORD = bytes.fromhex("d0cf11e0a1b11ae1")
"""How the files of a Word before 2007 begin, and all that have a password."""

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

ROLES: Mapping[str, tuple[str, ...]] = {
    "title": ("Plenary Title", "Title"),
    "below-title": ("Plenary Below Title", "Subtitle"),
    "draft": ("Plenary Draft", "Intense Quote"),
    "heading-1": ("Plenary Heading 1", "heading 1"),
    "heading-2": ("Plenary Heading 2", "heading 2"),
    "paragraph": ("Plenary Paragraph", "Body Text"),
    "numbered": ("Plenary Numbered", "List Number"),
    "caption": ("Plenary Caption", "caption"),
    "table": ("Plenary Table", "Table Grid"),
    "cell": ("Plenary Cell", "Table Text"),
    "head": ("Plenary Head", "Table Heading"),
    "foot": ("Plenary Foot", "footer"),
}
"""What a paragraph is for, and the names of styles that are looked for, the first that is there.

A style without any of them is the file's ordinary one. Names are those of the file, whatever the
language in which Word shows them; an alias of a style is a name too.
"""


class BadTemplate(Explained):
    """A Word file that cannot be written into."""


class Template(Value):
    """A Word file of the office.

    Attributes:
        name: of the file, without its folder.
        styles: which of its styles a role has, where the office says so.
    """

    name: str
    content: bytes
    styles: Mapping[str, str] = field(default_factory=dict)

    @property
    def hash(self) -> str:
        """What tells this file from others."""
        return hashlib.sha256(self.content).hexdigest()


def opened(template: Template) -> Any:
    """The file as python-docx has it. Raises `BadTemplate`."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    name = template.name
    try:
        content = members(template.content)
        types = content[FIRST]
    except (NoArchive, KeyError):
        if template.content.startswith(_OF_OLDER_WORD):
            why = "it is protected with a password, or of a Word before 2007"
            raise _bad(name, why, "without a password") from None
        raise _bad(name, "it is no Word file") from None
    if _MACROS in types:
        raise _bad(name, "it holds macros")
    content[FIRST] = types.replace(_DOTX, MAIN)
    try:
        document = docx.Document(BytesIO(packed(content)))
        document.styles.element.findall("*")
        document.element.body.findall("*")
        _ = document.core_properties.title, document.sections[0]
    except (OpcError, LxmlError, ValueError, KeyError, AttributeError, IndexError, TypeError):
        raise _bad(name, "it is no Word file, or a damaged one") from None
    if document.element.nsmap.get("w") != NAMESPACE:
        raise _bad(name, "it was not written by Word")
    return document


def _bad(name: str, why: str, how: str = "") -> BadTemplate:
    saved = ", ".join(part for part in ("Save it in Word as .docx or .dotx", how) if part)
    return BadTemplate(f"{name} cannot be used as a template: {why}.", f"{saved}.")


def style_ids(document: Any, template: Template | None) -> dict[str, str]:
    """The id of the style of each role that has one. Raises `BadTemplate`."""
    known = _named(document)
    found = {}
    for role, names in ROLES.items():
        kind = "table" if role == "table" else "paragraph"
        asked = template.styles.get(role) if template is not None else None
        if template is not None and asked is not None:
            names = (asked,)
            if (kind, asked.casefold()) not in known:
                raise BadTemplate(
                    f"{template.name} has no style “{asked}” for a {kind}.",
                    "Name one that it has, by its name in the file.",
                )
        there = [known[kind, one.casefold()] for one in names if (kind, one.casefold()) in known]
        if there:
            found[role] = there[0]
    return found


def _named(document: Any) -> dict[tuple[str, str], str]:
    """The ids of styles by what they are of and by their names, folded; aliases are names."""
    from docx.oxml.ns import qn

    known: dict[tuple[str, str], str] = {}
    for style in document.styles.element.findall(qn("w:style")):
        for part in ("w:name", "w:aliases"):
            there = style.find(qn(part))
            for name in there.get(qn("w:val"), "").split(",") if there is not None else ():
                of = style.get(qn("w:type"), ""), name.strip().casefold()
                known.setdefault(of, style.get(qn("w:styleId")))
    return known


def counts_itself(document: Any, style_id: str | None) -> bool:
    """Whether Word numbers paragraphs of a style, or of one that it is based on."""
    from docx.oxml.ns import qn

    by_id = {
        one.get(qn("w:styleId")): one for one in document.styles.element.findall(qn("w:style"))
    }
    seen: set[str] = set()
    while style_id is not None and style_id in by_id and style_id not in seen:
        seen.add(style_id)
        style = by_id[style_id]
        if style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
            return True
        based = style.find(qn("w:basedOn"))
        style_id = based.get(qn("w:val")) if based is not None else None
    return False
