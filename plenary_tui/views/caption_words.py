"""The words of a caption that are no names, in the six official languages.

They are the words of the United Nations' rules of procedure and verbatim records. The President is
named by the office, which fits whoever presides.
"""

from __future__ import annotations

from plenary_tui.procedure.vocabulary import Language


def _in_order(
    arabic: str, chinese: str, english: str, french: str, russian: str, spanish: str
) -> dict[Language, str]:
    return dict(zip(Language, (arabic, chinese, english, french, russian, spanish), strict=True))


PRESIDENT = _in_order("الرئاسة", "主席", "President", "Présidence", "Председатель", "Presidencia")
SECRETARIAT = _in_order(
    "الأمانة", "秘书处", "Secretariat", "Secrétariat", "Секретариат", "Secretaría"
)
POINT_OF_ORDER = _in_order(
    "نقطة نظام",
    "程序问题",
    "point of order",
    "motion d'ordre",
    "по порядку ведения заседания",
    "cuestión de orden",
)
RIGHT_OF_REPLY = _in_order(
    "حق الرد",
    "答辩权",
    "right of reply",
    "droit de réponse",
    "право на ответ",
    "derecho a contestar",
)
