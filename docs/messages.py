"""Collects the messages of the program, for the catalogues of its languages.

`python docs/messages.py` writes `data/languages/messages.pot` and puts what is new into the
catalogues beside it, not translated; `--check` changes nothing and says what lacks.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from plenary_tui.exchange.catalogue import Message, read_catalogue
from plenary_tui.exchange.tongues import MESSAGES

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "plenary_tui"
LANGUAGES = ROOT / "data" / "languages"
CALLED = {"words": 1, "marked": 1, "Head": 1, "counted": 2, "paired": 2}
"""What is called with a message, and how many of them: for one, and for several."""
IN_BRACES = re.compile(r"\{([^{}]+)\}")
"""Messages in the pages of the server."""
HEAD = """\
# What is read in the room, in English: the messages of the program. Made by docs/messages.py.
"""


def collected() -> dict[str, str]:
    """Every message in the package, with that for several; "" if there is none."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.html")):
        found |= dict.fromkeys(IN_BRACES.findall(path.read_text(encoding="utf-8")), "")
    for path in sorted(PACKAGE.rglob("*.py")):
        for one, several in _messages(ast.parse(path.read_text(encoding="utf-8"))):
            assert found.get(one, several) == several, f"“{one}” has two plurals"
            found[one] = several
    return dict(sorted(found.items()))


def _messages(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        texts = [
            one.value
            for one in node.args[: CALLED.get(name, 0)]
            if isinstance(one, ast.Constant) and isinstance(one.value, str)
        ]
        if texts:
            yield texts[0], texts[1] if len(texts) > 1 else ""


def quoted(text: str) -> str:
    """A text as a PO file has it."""
    inner = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{inner}"'


def written(one: str, plural: str, said: tuple[str, ...]) -> str:
    """A message as lines of a PO file."""
    if not plural:
        return f"msgid {quoted(one)}\nmsgstr {quoted(said[0])}\n"
    forms = "".join(f"msgstr[{place}] {quoted(text)}\n" for place, text in enumerate(said))
    return f"msgid {quoted(one)}\nmsgid_plural {quoted(plural)}\n{forms}"


def template() -> str:
    """The file of all messages."""
    parts = (written(one, several, ("", "") if several else ("",)) for one, several in MADE.items())
    return "\n".join((HEAD, *parts))


def brought_up_to_date(text: str, messages: Mapping[str, Message]) -> str:
    """A catalogue with every message: its head as it is, what is new not translated."""
    head = text.partition("\n\n")[0] + "\n"
    forms = max((len(one.said) for one in messages.values()), default=2)
    parts = []
    for one, several in MADE.items():
        nothing = ("",) * forms if several else ("",)
        kept = messages.get(one)
        same = kept is not None and kept.plural == several
        parts.append(written(one, several, kept.said if kept is not None and same else nothing))
    return "\n".join((head, *parts))


MADE = collected()


def files() -> Iterator[tuple[Path, str]]:
    """The files as they should be."""
    yield LANGUAGES / MESSAGES, template()
    for path in sorted(LANGUAGES.glob("*.po")):
        text = path.read_text(encoding="utf-8")
        yield path, brought_up_to_date(text, read_catalogue(text))


def main() -> None:
    """Write the files, or say which are not as they should be."""
    for path, text in files():
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        if old != text:
            if "--check" in sys.argv:
                sys.exit(f"{path.name} is not what the program has: python docs/messages.py")
            path.write_text(text, encoding="utf-8")
        lacking = [one for one, each in read_catalogue(text).items() if not each.whole]
        if path.suffix == ".po" and lacking:
            print(f"{path.name}: {len(lacking)} not translated")


if __name__ == "__main__":
    main()
