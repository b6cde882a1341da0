"""Titles that offices give to columns, in the official languages and German, and what they mean."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from plenary_tui.procedure.ground.written import plain


class Titled(StrEnum):
    """What a title says that its column holds; where one title has two meanings, content decides.

    Those that say a delegation are told apart, because a body is not the State where it sits.
    """

    BODY = "body"  # delegation: a State or an organization
    ORGANIZATION = "organization"
    COUNTRY = "country"
    NATIONALITY = "nationality"
    NAME = "name"  # of a body or of a person
    SPEAKER = "speaker"
    FIRST = "first"
    LAST = "last"
    FUNCTION = "function"
    ADDRESS = "address"
    TITLE = "title"  # of a person or of a matter
    HEADING = "heading"  # of a matter
    CLASS = "class"
    GROUP = "group"
    KIND = "kind"  # of a participant or of an event
    CODE = "code"
    SYMBOL = "symbol"  # of an item or of a draft
    NUMBER = "number"  # of an item or of a row
    ITEM = "item"
    RANK = "rank"
    LANGUAGE = "language"
    ON_BEHALF_OF = "on behalf of"
    DELIVERY = "delivery"
    MEDIA = "media"
    RECEIVED_AT = "received at"
    STATE = "registration state"
    STATUS = "status"  # of a registration, or a State
    DATE = "date"
    STARTS = "starts"
    ENDS = "ends"
    ROOM = "room"
    SPONSOR = "sponsor"
    PRIVATE = "private"
    UNUSED = "unused"


_TITLES = {
    Titled.BODY: """
        delegation; delegations; delegation name; name of delegation; delegation of;
        delegation for; delegation represented; representing; represents; country organization;
        organization country; country or organization; state organization; state or organization;
        state entity; country entity; country delegation; delegation country; represented country;
        member; délégation; nom de la délégation; pays organisation; pays ou organisation;
        état organisation; représentant; représente; delegación; nombre de la delegación;
        país organización; país u organización; estado organización; en representación de;
        делегация; название делегации; страна организация; государство организация; представляет;
        الوفد; وفد; اسم الوفد; البلد المنظمة; الدولة المنظمة; 代表团; 代表团名称; 国家 组织;
        国家或组织; 国家/地区/组织; 与会方; delegationsname; land organisation;
        staat organisation; vertritt; structure level; structure levels; gliederungsebene;
        gliederungsebenen; niveau de structure; nivel de estructura; структурный уровень;
        speaking for; delegation speaking
        """,
    Titled.ORGANIZATION: """
        affiliation; organization; organisation; organization name; name of organization;
        institution; entity; agency; company; employer; institute; institution organization;
        organisme; établissement; société; organización; institución; entidad; afiliación;
        empresa; организация; учреждение; место работы; المنظمة; المؤسسة; الجهة; جهة العمل; 组织;
        机构; 单位; 所属机构; 组织名称; einrichtung; zugehörigkeit; firma; institut;
        home committee
        """,
    Titled.COUNTRY: """
        country; countries; country name; name of country; state party; member state;
        country or area; country of representation; pays; nom du pays; état; état partie;
        état membre; état participant; país; estado parte; estado miembro; nombre del país;
        страна; государство; государство участник; государство член; البلد; الدولة; بلد; دولة;
        الدولة الطرف; اسم البلد; 国家; 国名; 缔约国; 会员国; 国家/地区; 国家 地区; land; staat;
        vertragsstaat; mitgliedstaat; territory; nation; states
        """,
    Titled.NATIONALITY: """
        nationality; citizenship; country of citizenship; country of residence; country of birth;
        nationalité; pays de résidence; nacionalidad; ciudadanía; гражданство; национальность;
        الجنسية; 国籍; nationalität; staatsangehörigkeit
        """,
    Titled.NAME: """
        name; names; nom; nombre; название; имя; الاسم; 名称; 姓名; participant; participants;
        participante; участник; المشارك; 与会者; teilnehmer; bezeichnung
        """,
    Titled.SPEAKER: """
        full name; fullname; speaker; speakers; name of speaker; speaker name; speakers name;
        person; head of delegation; representative; name of representative; delegate; nom complet;
        nom et prénom; prénom et nom; nom prénom; orateur; oratrice; orateurs; nom de l'orateur;
        intervenant; chef de délégation; nombre completo; nombre y apellido; nombre y apellidos;
        orador; oradora; oradores; nombre del orador; jefe de delegación; representante; оратор;
        выступающий; фио; ф и о; полное имя; имя и фамилия; глава делегации; представитель;
        المتحدث; المتكلم; اسم المتكلم; اسم المتحدث; الاسم الكامل; رئيس الوفد; 发言人; 发言者;
        发言人姓名; 代表团团长; 团长; redner; rednerin; vollständiger name; delegationsleiter;
        rednername
        """,
    Titled.FIRST: """
        first name; firstname; given name; given names; forename; prénom; prénoms; primer nombre;
        nombre de pila; nombres; الاسم الأول; 名; 名字; vorname
        """,
    Titled.LAST: """
        last name; lastname; surname; family name; nom de famille; apellido; apellidos; фамилия;
        اسم العائلة; اللقب; 姓; 姓氏; nachname; familienname
        """,
    Titled.FUNCTION: """
        function; functional title; position; job title; position title; title position; post;
        role; designation; fonction; fonctions; poste; titre fonctionnel; titre fonction; qualité;
        cargo; función; puesto; título del cargo; должность; функция; функциональное звание;
        المنصب; الوظيفة; المسمى الوظيفي; 职务; 职位; 职称; funktion; position funktion;
        amtsbezeichnung
        """,
    Titled.ADDRESS: """
        mr ms; mr mrs ms; salutation; honorific; form of address; prefix; courtesy title;
        civilité; m mme; tratamiento; sr sra; обращение; اللقب التشريفي; 称谓; 称呼; anrede
        """,
    Titled.TITLE: """
        title; titre; título; العنوان; titel; 标题
        """,
    Titled.HEADING: """
        subject; topic; item title; agenda item title; title of item; heading; event title; event;
        event name; meeting; session title; sujet; objet; intitulé; titre du point; asunto; tema;
        título del tema; заголовок; тема; наименование; الموضوع; عنوان البند; 议题; 主题; 会议;
        betreff; thema; bezeichnung des punktes; title of event; title of the event; name of event
        """,
    Titled.CLASS: """
        class; category; categories; participant type; type of participant; type of participation;
        participant class; participant category; category of participant; participation type;
        delegation type; type of delegation; type of organization; registrant type; classe;
        type of organisation; organization type; organisation type; type d'organisation;
        catégorie; catégorie de participant; type de participant; type de participation;
        qualité de participant; clase; categoría; tipo de participante; tipo de participación;
        категория; тип участника; статус участника; الفئة; نوع المشاركة; 类别; 参会类别;
        与会者类别; kategorie; teilnehmerart
        """,
    Titled.GROUP: """
        group; groups; regional group; region; groupe; groupe régional; grupo; grupo regional;
        региональная группа; группа; المجموعة; المجموعة الإقليمية; 区域组; 组; 地区组; gruppe;
        gruppen; regionalgruppe; région; región; регион; delegate group
        """,
    Titled.KIND: """
        type; kind; event type; tipo; тип; النوع; 类型; art; typ; type of event
        """,
    Titled.CODE: """
        code; iso; iso2; iso3; iso code; iso 2; iso 3; alpha 2; alpha 3; m49; country code;
        acronym; abbreviation; sigle; code pays; código; código de país; siglas; код; код страны;
        رمز البلد; الرمز; 代码; 国家代码; länderkürzel; kürzel; delegation code; un code
        """,
    Titled.SYMBOL: """
        symbol; document symbol; cote; signatura; условное обозначение; 文号; الرمز الوثيقة;
        program code; programme code; document; documento; draft
        """,
    Titled.NUMBER: """
        no; nr; number; n; num; numéro; número; номер; الرقم; 编号; 序号; nummer
        """,
    Titled.ITEM: """
        item; agenda item; item number; item no; agenda; agenda item number; item of the agenda;
        point; point de l'ordre du jour; ordre du jour; numéro du point; tema del programa; punto;
        punto del orden del día; tema no; пункт; пункт повестки дня; номер пункта; البند;
        بند جدول الأعمال; رقم البند; 议程项目; 议程; 项目; tagesordnungspunkt; top; element; list;
        punkt; agenda point
        """,
    Titled.RANK: """
        rank; level; level of representation; level of speaker; protocol rank; rang; niveau;
        niveau de représentation; rango; nivel; nivel de representación; ранг; уровень;
        уровень представительства; الرتبة; المستوى; مستوى التمثيل; 级别; 职级; 代表级别
        """,
    Titled.LANGUAGE: """
        language; languages; language of statement; speaking language; language of the statement;
        langue; langue de l'intervention; langue d'intervention; langues; idioma; lengua;
        idioma de la intervención; язык; язык выступления; اللغة; لغة البيان; لغة الكلمة; 语言;
        语种; 发言语言; sprache; language spoken
        """,
    Titled.ON_BEHALF_OF: """
        on behalf of; also on behalf of; speaking on behalf of; group statement; behalf of;
        au nom de; s'exprime au nom de; en nombre de; от имени; نيابة عن; باسم; 代表;
        im namen von; im namen
        """,
    Titled.DELIVERY: """
        delivery; mode; modality; modality of delivery; mode of delivery; format; modalité;
        mode d'intervention; modalidad; forma de intervención; форма выступления; формат;
        طريقة الإلقاء; الصيغة; 发言方式; 形式; video or in person; in person or video;
        form der rede
        """,
    Titled.MEDIA: """
        media; video; video file; file; recording; fichier; fichier vidéo; vidéo; archivo; vídeo;
        файл; видео; видеофайл; الملف; 文件; 视频; datei; videodatei
        """,
    Titled.RECEIVED_AT: """
        received; received at; received on; date received; request received; date of request;
        request date; date of receipt; time of receipt; timestamp; time stamp; submitted;
        submitted at; submission date; date submitted; inscribed; inscribed at; requested at;
        requested on; reçu; reçue; reçu le; reçue le; date de réception; date de la demande;
        demande reçue le; horodateur; date d'inscription; inscrit le; recibido; recibida;
        recibido el; fecha de recepción; fecha de solicitud; fecha de la solicitud;
        marca temporal; получено; дата получения; дата заявки; дата подачи; отметка времени;
        تاريخ الاستلام; تاريخ الطلب; طابع زمني; 收到时间; 收到日期; 申请日期; 时间戳记;
        eingegangen; eingegangen am; eingang; zeitstempel; antrag vom
        """,
    Titled.STATE: """
        registration state; registration status; state of registration; état de l'inscription;
        statut de l'inscription; estado de la inscripción; estado de inscripción;
        estado del registro; статус регистрации; состояние регистрации; حالة التسجيل; 注册状态;
        报名状态; anmeldestatus; registrierungsstatus
        """,
    Titled.STATUS: """
        state; status; statut; estado; статус; состояние; الحالة; 状态
        """,
    Titled.DATE: """
        date; day; fecha; día; jour; дата; день; التاريخ; اليوم; 日期; datum; tag; event date;
        date of event; date of the event
        """,
    Titled.STARTS: """
        start; starts; starts at; start time; start date; begin; begins; from; time; time start;
        start date time; début; heure de début; heure; commence; comienzo; inicio; hora de inicio;
        hora; desde; начало; время начала; время; البداية; وقت البدء; الوقت; 开始; 开始时间; 时间;
        beginn; uhrzeit; startzeit; starttime; startdate; dtstart
        """,
    Titled.ENDS: """
        end; ends; ends at; end time; end date; until; to; time end; end date time; fin;
        heure de fin; se termine; hora de fin; hasta; конец; окончание; время окончания; النهاية;
        وقت الانتهاء; 结束; 结束时间; ende; endzeit; endtime; enddate; dtend; finish
        """,
    Titled.ROOM: """
        room; location; venue; place; salle; lieu; sala; lugar; зал; место; место проведения;
        помещение; القاعة; المكان; 会议室; 地点; 会场; raum; saal; ort; meeting room;
        conference room
        """,
    Titled.SPONSOR: """
        sponsor; sponsors; submitted by; proponent; author; proposed by; auteur; présenté par;
        parrain; patrocinador; presentado por; автор; представлено; внесено; مقدم من; 提交方;
        提案国; eingebracht von
        """,
    Titled.PRIVATE: """
        email; e mail; email address; e mail address; mail; courriel; adresse électronique;
        adresse mail; adresse e mail; adresse de courriel; correo; correo electrónico;
        электронная почта; эл почта; البريد الإلكتروني; بريد إلكتروني; 电子邮件; 邮箱; 电子邮箱;
        phone; phone number; telephone; tel; mobile; mobile phone; mobile number; fax; téléphone;
        portable; numéro de téléphone; teléfono; móvil; телефон; الهاتف; رقم الهاتف; 电话; 手机;
        电话号码; telefon; handy; passport; passport number; passport no; passeport;
        numéro de passeport; pasaporte; número de pasaporte; паспорт; номер паспорта;
        رقم جواز السفر; جواز السفر; 护照; 护照号码; 护照号; reisepass; passnummer; date of birth;
        birth date; birthdate; birthday; place of birth; date de naissance; lieu de naissance;
        fecha de nacimiento; дата рождения; تاريخ الميلاد; 出生日期; geburtsdatum; gender; sex;
        pronoun; sexe; genre; género; sexo; пол; الجنس; 性别; geschlecht; username;
        default password; password; saml id; postal address; address line; picture; photo;
        photograph; mot de passe; contraseña; пароль; كلمة المرور; 密码; passwort; benutzername;
        postanschrift; visa; visa number; id number; identity card; member number; ticket;
        checkin secret; dietary requirements; emergency contact; created by; presenters;
        presenters affiliation; presenters email; authors; authors affiliation; authors email;
        co authors; co authors affiliation; co authors email; comment; comments; remarks
        """,
    Titled.UNUSED: """
        id; friendly id; registration date; modification date; price; checked in; check in date;
        payment date; tags; registrant id; is active; is physical person; is present; locked out;
        external; vote weight; text; moderation notes; list of speakers; agenda comment;
        agenda duration; agenda type; agenda closed; description; duration; session; track;
        materials; keywords; board number; participant number; speech type; flag; cue; colour;
        link start; count to end; note; timer type; end action; warning time; danger time; skip;
        notes; name ar; name zh; name fr; name ru; name es; spoken; registered; status source;
        group note
        """,
}
_POSTAL = frozenset({"address", "adresse", "dirección", "адрес", "عنوان", "地址"})
_PRIVATE_WORDS = re.compile(
    r"\b(?:e ?mails?|courriel|correo|passports?|passeport|pasaporte|telephone|phone|telefono|birth|"
    r"naissance|nacimiento|password|geburt\w*|паспорт\w*|телефон\w*|рождения)\b|护照|电话|邮箱|邮件|出生"
)
_WORDS = tuple(
    (meaning, re.compile(words))
    for meaning, words in (
        (Titled.STATE, r"\bregistration (?:state|status)\b"),
        (
            Titled.HEADING,
            r"\bevent (?:title|name)\b|\b(?:title|name) of (?:the )?(?:side )?event\b",
        ),
        (Titled.FUNCTION, r"\b(?:functional title|job title|fonction|cargo|должность)\b"),
        (Titled.SPEAKER, r"\b(?:speaker|orateur|orador|head of delegation|chef de delegation)\b"),
        (Titled.BODY, r"\b(?:delegations?|delegacion|делегаци[яи]|representing)\b|代表团|وفد"),
        (Titled.ORGANIZATION, r"\b(?:organi[sz]ation|organizacion|affiliation)\b"),
        (Titled.COUNTRY, r"\b(?:country|pays|pais|страна)\b|\bname of state\b"),
        (Titled.LANGUAGE, r"\b(?:language|langue|idioma|язык)\b"),
        (Titled.FUNCTION, r"\bfunction\b"),
        (Titled.ITEM, r"\b(?:agenda item|ordre du jour|orden del dia|повестки)\b"),
        (Titled.DATE, r"\b(?:preferred|proposed|requested) (?:date|day)\b"),
        (Titled.STARTS, r"\b(?:preferred|proposed|requested|start) time\b"),
        (Titled.ROOM, r"\b(?:room|salle)\b"),
    )
)
"""Words that say what a longer title is about."""
_PARTS = re.compile(r"\s*(?:[/|(){}\[\]\n\r:]| - | – )\s*")
_DOUBLED = re.compile(r" \(\d+\)$")
_LONGEST = 60


@cache
def _by_title() -> dict[str, Titled]:
    found = {
        plain(one): meaning
        for meaning, titles in reversed(_TITLES.items())
        for one in titles.split(";")
    }
    private = {plain(one): Titled.PRIVATE for one in _POSTAL}
    return found | private


@lru_cache(maxsize=8192)
def meaning_of(title: str) -> Titled | None:
    """What a title says; None if nothing that is known."""
    if len(title) > 3 * _LONGEST:
        return None
    known = _by_title()
    title = _DOUBLED.sub("", title)
    form = plain(title)
    if (found := known.get(form)) is not None:
        return found
    if _PRIVATE_WORDS.search(form):
        return Titled.PRIVATE
    parts = [known[part] for one in _PARTS.split(title) if (part := plain(one)) in known]
    if parts:
        return parts[0]
    if len(title) <= _LONGEST:
        return next((meaning for meaning, words in _WORDS if words.search(form)), None)
    return None


@lru_cache(maxsize=8192)
def is_title(text: str) -> bool:
    """Whether a text is a title that is known word for word, in whole or in its parts."""
    if not text or len(text) > 3 * _LONGEST:
        return False
    known = _by_title()
    return plain(text) in known or any(plain(one) in known for one in _PARTS.split(text) if one)
