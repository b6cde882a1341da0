"""The words with which offices fill a column of few answers: rank, language, class, state."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from plenary_tui.procedure.ground.written import plain
from plenary_tui.procedure.state.vocabulary import Delivery, Language, Rank

_RANKS = {
    Rank.HEAD_OF_STATE: """
        head of state; hos; chef d'état; chef de l'état; jefe de estado; глава государства;
        رئيس دولة; رئيس الدولة; 国家元首; staatsoberhaupt; president of the republic
        """,
    Rank.HEAD_OF_GOVERNMENT: """
        head of government; hog; chef de gouvernement; chef du gouvernement; jefe de gobierno;
        глава правительства; رئيس حكومة; رئيس الحكومة; 政府首脑; regierungschef; prime minister
        """,
    Rank.MINISTER: """
        minister; ministerial; ministre; ministériel; ministro; ministra; министр; وزير; 部长;
        minister level; ministerial level; niveau ministériel; nivel ministerial
        """,
    Rank.HEAD_OF_DELEGATION: """
        head of delegation; hod; chef de délégation; jefe de delegación; jefa de delegación;
        глава делегации; رئيس الوفد; رئيس وفد; 代表团团长; 团长; delegationsleiter
        """,
    Rank.OTHER: """
        other; autre; otro; otra; другое; другой; أخرى; آخر; 其他; andere; delegate; délégué;
        alternate; adviser; advisor; ambassador; permanent representative
        """,
}
_LANGUAGES = {
    Language.ARABIC: """
        arabic; arabe; árabe; арабский; العربية; عربي; 阿拉伯文; 阿拉伯语; arabisch; ar; a
        """,
    Language.CHINESE: """
        chinese; chinois; chino; китайский; الصينية; 中文; 汉语; chinesisch; zh; c; mandarin
        """,
    Language.ENGLISH: """
        english; anglais; inglés; английский; الإنكليزية; الإنجليزية; الانكليزية; 英文; 英语;
        englisch; en; e
        """,
    Language.FRENCH: """
        french; français; francés; французский; الفرنسية; 法文; 法语; französisch; fr; f
        """,
    Language.RUSSIAN: """
        russian; russe; ruso; русский; الروسية; 俄文; 俄语; russisch; ru; r
        """,
    Language.SPANISH: """
        spanish; espagnol; español; испанский; الإسبانية; الاسبانية; 西班牙文; 西班牙语; spanisch;
        es; s; castellano
        """,
}
_DELIVERIES = {
    Delivery.IN_PERSON: """
        in person; inperson; in presence; onsite; on site; live; en personne; présentiel;
        en présentiel; presencial; en persona; en sala; очно; лично; حضوري; شخصيا; حضوريا; 现场;
        亲自; 线下; persönlich; vor ort; podium; in room; en salle
        """,
    Delivery.VIDEO: """
        video; pre recorded; prerecorded; pre recorded video; recorded; video statement; vidéo;
        préenregistré; préenregistrée; message vidéo; grabado; pregrabado; vídeo; видео;
        видеозапись; فيديو; مسجل; 视频; 录像; aufgezeichnet; recorded video; video message
        """,
}
_CLASSES = {
    "state": """
        state; states; state party; states parties; states party; party; parties; member state;
        country; government; signatory; signatory state; observer state; non party; reio;
        reio party; état; états; état partie; états parties; état observateur; état signataire;
        gouvernement; estado; estado parte; estados parte; estado observador; gobierno;
        государство; государство участник; наблюдатель государство; دولة; دولة طرف; 国家; 缔约国;
        观察员国; staat; vertragsstaat
        """,
    "organization": """
        igo; ngo; igos; ngos; oig; ong; io; international organization;
        intergovernmental organization; intergovernmental organisation;
        non governmental organization; non governmental organisation;
        nongovernmental organization; observer organization; un entity; un agency; united nations;
        united nations system; specialized agency; civil society; academia; private sector;
        observer igo; observer ngo; organisation intergouvernementale;
        organisation non gouvernementale; société civile; organización intergubernamental;
        organización no gubernamental; sociedad civil; мпо; нпо; межправительственная организация;
        неправительственная организация; منظمة حكومية دولية; منظمة غير حكومية; 政府间组织;
        非政府组织; zwischenstaatliche organisation; nichtregierungsorganisation; ngo observer;
        igo observer
        """,
    "either": """
        observer; observers; observateur; observador; наблюдатель; مراقب; 观察员; beobachter;
        other
        """,
}
_STATES = {
    "counted": """
        completed; complete; registered; awaiting payment; unpaid; confirmed; accepted; approved;
        complété; complétée; terminé; terminée; finalisée; confirmé; en attente de paiement;
        inscrit; completado; completada; completo; confirmado; pendiente de pago; inscrito;
        завершено; завершена; подтверждено; ожидает оплаты; مكتمل; مؤكد; 已完成; 完成; 已确认;
        等待付款; abgeschlossen; bestätigt; wartet auf zahlung
        """,
    "pending": """
        pending; waiting; in progress; under review; en attente; en cours; pendiente; в ожидании;
        ожидает; ожидается; معلق; قيد الانتظار; 待定; 待处理; 待审核; ausstehend; wartend; not yet
        """,
    "rejected": """
        rejected; refused; declined; rejeté; rejetée; refusé; refusée; rechazado; rechazada;
        отклонено; отклонена; مرفوض; 已拒绝; 拒绝; abgelehnt
        """,
    "withdrawn": """
        withdrawn; cancelled; canceled; retiré; retirée; annulé; annulée; retirado; retirada;
        cancelado; cancelada; отозвано; отозвана; отменено; منسحب; ملغى; 已撤回; 已取消; 撤回;
        zurückgezogen; storniert
        """,
}
_SALUTATIONS = {
    "salutation": """
        mr; mrs; ms; miss; mx; dr; prof; professor; sir; madam; m; mme; mlle; dra; sr; sra; srta;
        don; doña; h e; he; h e mr; h e ms; h e mrs; his excellency; her excellency; s e; s e m;
        s e mme; excelencia; excellency; monsieur; madame; herr; frau; г; г н; г жа; господин;
        госпожа; السيد; السيدة; سعادة; معالي; الدكتور; 先生; 女士; 博士; 阁下; ambassador; amb;
        hon; judge; dr mr; sheikh; senator
        """
}


def _table(groups: Mapping[Any, str]) -> dict[str, object]:
    return {plain(word): value for value, words in groups.items() for word in words.split(";")}


@cache
def _ranks() -> dict[str, object]:
    return _table(_RANKS)


@cache
def _languages() -> dict[str, object]:
    return _table(_LANGUAGES)


@cache
def _deliveries() -> dict[str, object]:
    return _table(_DELIVERIES)


@cache
def _classes() -> dict[str, object]:
    return _table(_CLASSES)


@cache
def _states() -> dict[str, object]:
    return _table(_STATES)


@cache
def _salutations() -> dict[str, object]:
    return _table(_SALUTATIONS)


def rank_of(text: str) -> Rank | None:
    """The rank that a cell names."""
    found = _ranks().get(plain(text))
    return found if isinstance(found, Rank) else None


def language_of(text: str) -> Language | None:
    """The official language that a cell names."""
    found = _languages().get(plain(text))
    return found if isinstance(found, Language) else None


def delivery_of(text: str) -> Delivery | None:
    """How a statement is delivered, by what a cell says."""
    found = _deliveries().get(plain(text))
    return found if isinstance(found, Delivery) else None


def is_class(text: str) -> bool:
    """Whether a cell names a class of participants."""
    return plain(text) in _classes()


def is_of_organization(text: str) -> bool:
    """Whether a cell names a class of organizations."""
    return _classes().get(plain(text)) == "organization"


def registration_of(text: str) -> str:
    """What a registration state comes to: counted, pending, rejected, withdrawn; "" if unknown."""
    return str(_states().get(plain(text), ""))


def is_salutation(text: str) -> bool:
    """Whether a cell is a form of address (Mr., Mme, Dr.)."""
    return plain(text) in _salutations()
