"""Other names of States that people use, by the code of the State; and names that are none's.

Short, former and everyday names, initials, and names in the six official languages and a few more
as the Common Locale Data Repository and practice have them. What a pack calls its delegations
comes first; its column `also` adds to this. Nothing here says anything about anybody's status.
"""

from __future__ import annotations

from functools import cache

from plenary_tui.procedure.ground.written import forms

SURE = """\
AFG Islamic Republic of Afghanistan
ALB Shqiperia
AND Principality of Andorra
ARE UAE; Emirates; EAU; الإمارات; Emiratos Arabes; ОАЭ; Emiratos
ARG Argentine Republic
ATG Antigua; Antigua Barbuda
AUS Commonwealth of Australia
AUT Osterreich
BEL Belgie; Belgien; Kingdom of Belgium
BEN Dahomey; بنين
BFA Burkina; Upper Volta; Haute-Volta
BGD Bangladés; People's Republic of Bangladesh
BHR Kingdom of Bahrain; Baréin
BHS Багамы
BIH Bosnia; BiH; Bosnie; Bosnia-Herzegovina
BLR Byelorussia; White Russia; Bielorussie; Bielorrusia; Белоруссия; Weissrussland; Belorussia
BOL Bolivia; Bolivie; Боливия; بوليفيا; 玻利维亚
BRA Federative Republic of Brazil
BRN Brunei; Бруней; بروناي; 文莱
BTN Bután; Kingdom of Bhutan
BWA Botsuana
CAF CAR; RCA; Central African Rep; Centrafrique; Центрально-Африканская Республика
CAF Rép. centrafricaine; Rep. Centroafricana
CHE Schweiz; Svizzera; Swiss Confederation
CHE La Suisse
CHL تشيلي
CHN PRC; P.R. China; Peoples Republic of China; China Peoples Republic of
CIV Ivory Coast; Costa de Marfil; Elfenbeinkuste; ساحل العاج; RCI; Cote d Ivoire
CMR Kamerun
COD DRC; DR Congo; RDC; RD Congo; Congo Kinshasa; Democratic Republic of Congo; Congo Dem Rep
COD Congo Democratic Republic of the; Конго - Киншаса; الكونغو - كينشاسا; 刚果（金）; Congo (DRC)
COD DRC Congo
COD Rép. dém. du Congo; Congo (Rép. dém. du); Congo (RD); Congo RD; Rep. Dem. del Congo
COD DR of the Congo; DR of Congo; Congo, DR; Congo, D.R.; Dem. Republic Congo; ДР Конго
COG Republic of the Congo; Congo Brazzaville; Republique du Congo; Конго - Браззавиль
COG الكونغو - برازافيل; 刚果（布）
COG Rép. du Congo; Congo (Rép. du); República del Congo; Rep. del Congo
COK Cooks; о-ва Кука
COM Comoro Islands; Коморы; Union of the Comoros
CPV Cape Verde; Cap-Vert; الرأس الأخضر
CUB Republic of Cuba
CZE Czech Republic; Czech Rep; Republique tcheque; Republica Checa; Tschechien; التشيك
DEU Deutschland; FRG; Federal Republic of Germany; BRD; Germany (Federal Republic of)
DEU RFA
DJI Yibuti
DNK Danmark; Kingdom of Denmark
DOM Dominican Rep; Rep. Dominicana; جمهورية الدومينيكان; 多米尼加共和国
DOM Rép. dominicaine; Доминикана
DZA People's Democratic Republic of Algeria
ECU الإكوادور
EGY Arab Republic of Egypt; جمهورية مصر العربية
ESP Spanien; Kingdom of Spain
ETH Abyssinia; Federal Democratic Republic of Ethiopia
EUE EU; European Commission; UE; European Union EU; EEAS; EU Delegation; 欧盟
FIN Suomi
FJI Fiyi
FRA French Republic; Frankreich
FSM Micronesia; FSM; Micronesie; Федеративные Штаты Микронезии; ميكرونيزيا; 密克罗尼西亚
GAB الغابون
GBR UK; United Kingdom; Great Britain; Britain; England; Royaume-Uni; Reino Unido; Grande-Bretagne
GBR Grossbritannien; United Kingdom of Great Britain; Великобритания; المملكة المتحدة; 英国
GBR UK of GB and NI; United Kingdom of GB and NI; GB; Britannien
GBR R.-U.; Great Britain and N. Ireland; UK of Great Britain and Northern Ireland
GEO Sakartvelo
GNB Guinea-Bisáu; Guiné-Bissau
GNQ Eq. Guinea
GNQ Guinea Equatorial; E. Guinea
GRC Hellas; Hellenic Republic
HRV Hrvatska
HUN Magyarorszag; Ungarn
IND Bharat
IRL Eire; Republic of Ireland
IRN Iran; I.R. Iran; I.R.I.; Iran Islamic Rep; Иран; إيران; 伊朗
IRN Iran (Rép. islamique d'); Iran (Rep. Islámica del)
IRQ Irak
ISR State of Israel
ITA Italien; Italian Republic
JOR Hashemite Kingdom of Jordan; المملكة الأردنية الهاشمية
JPN Nippon; Japan (Nippon)
KAZ Kazakstan; Kazajistán
KEN Kenia
KGZ Kirghizia; Kirgizstan; Kirghizstan; Киргизия; Kyrgyz Republic; Kyrgyz Rep
KHM Kampuchea; Kingdom of Cambodia
KIR كيريباتي
KNA St Kitts; St Kitts Nevis; St. Kitts & Nevis; Saint-Christophe-et-Niévès
KNA San Cristóbal y Nieves; سانت كيتس ونيفيس
KOR South Korea; Korea Republic of; Korea Rep; Korea South; ROK; Coree du Sud; Corea del Sur
KOR Sudkorea; كوريا الجنوبية; 韩国; South Korea (ROK)
KOR Corée (Rép. de); Rép. de Corée; Rep. de Corea; Corea (Rep. de)
KOR S. Korea; Южная Корея
KWT State of Kuwait
LAO Laos; Lao PDR; LPDR; Lao; Лаос; لاوس; 老挝; PDR Lao; RDP Lao
LBR ليبيريا
LBY Libyan Arab Jamahiriya
LCA St Lucia
LIE Furstentum Liechtenstein; Principality of Liechtenstein
LKA Ceylon; سريلانكا; Democratic Socialist Republic of Sri Lanka
LSO Lesoto; Kingdom of Lesotho
LUX Luxemburg; لوكسمبورغ; Grand Duchy of Luxembourg
MAR Marokko; Morrocco; Kingdom of Morocco
MCO Principality of Monaco
MDA Moldova; Moldavia; Moldavie; Молдова; مولدوفا; 摩尔多瓦
MDA Rép. de Moldova; Rep. de Moldova
MDV Maldive Islands; Мальдивы; جزر المالديف
MEX Mejico; United Mexican States
MHL Marshalls; Маршалловы о-ва
MKD Macedonia; FYROM; Former Yugoslav Republic of Macedonia; Republic of Macedonia; TFYR Macedonia
MKD Macedoine
MKD N. Macedonia
MLT مالطا
MMR Burma; Birmanie; Birmania; Myanmar Burma
MNG Outer Mongolia
MOZ موزمبيق; Moçambique
MRT Islamic Republic of Mauritania
MUS Ile Maurice
MWI Malaui
NER Republic of the Niger; Republic of Niger; Niger Republic
NGA Federal Republic of Nigeria
NLD Holland; Pays-Bas; Paises Bajos; Niederlande; Nederland; Hollande; Holanda; Нидерланды; هولندا
NLD 荷兰
NOR Norge; Kingdom of Norway
NPL Nepaul; Federal Democratic Republic of Nepal
NZL NZ; Aotearoa; Nueva Zelanda
NZL N. Zealand
OMN Sultanate of Oman
PAK Islamic Republic of Pakistan
PHL Philippine Islands
PLW Belau
PNG PNG
POL Polska; Polen
PRK North Korea; DPRK; DPR Korea; Korea North; Coree du Nord; Corea del Norte; RPDC
PRK Korea Democratic People's Republic of; КНДР; كوريا الشمالية; 朝鲜; DPR of Korea
PRK North Korea (DPRK)
PRK Corée (Rép. pop. dém. de); RPD de Corea; RPD de Corée
PRK N. Korea; Korea, DPR; Северная Корея
PRT Portuguese Republic
PSE Palestine; Palestina; فلسطين; Palestinian Territories; Territoires palestiniens
PSE Territorios Palestinos; Палестинские территории; الأراضي الفلسطينية; 巴勒斯坦领土
QAT State of Qatar; Catar
ROU Roumania
RUS Russia; Russie; Rusia; Russland; РФ; Россия; روسيا; 俄罗斯; Russian Fed
RWA Ruanda
SAU KSA; Saudi; Saudi Arabia Kingdom of; Kingdom of Saudi Arabia
SAU السعودية; Arabia Saudí; Royaume d Arabie saoudite
SAU S. Arabia
SLB Solomons; Соломоновы о-ва
SLV Salvador
SOM Federal Republic of Somalia
SRB Srbija
SSD Southern Sudan
SSD S. Sudan; Sud-Soudan
STP Sao Tome; ساو تومي وبرينسيبي
SUR Surinam
SVK Slovak Republic
SVN Slovenija
SWE Sverige; Kingdom of Sweden
SWZ Swaziland; Esuatini; Kingdom of Eswatini
SWZ Eswatini (Swaziland)
SYC Seychelle; Сейшельские о-ва; سيشل
SYR Syria; Syrie; Siria; Сирия; سوريا; 叙利亚; Syrian Republic
TGO Togolese Republic
THA تايلاند; Kingdom of Thailand
TLS East Timor; Timor oriental; Восточный Тимор
TON Kingdom of Tonga
TTO Trinidad; T&T; Trinidad y Tobago; Trinidad-Tobago
TUR Turkey; Republic of Turkey; Turquia; Turkei; Turquie
TUR Türkiye (Turkey)
TZA Tanzania; Tanzanie; URT; Танзания; تنزانيا; 坦桑尼亚
TZA Rép.-Unie de Tanzanie; Rép. unie de Tanzanie
UKR Ukraina
URY Eastern Republic of Uruguay; أورغواي; Oriental Republic of Uruguay
USA US; U.S.A.; United States; America; Etats Unis; EEUU; EE.UU.; Vereinigte Staaten
USA Estados Unidos; Соединенные Штаты; الولايات المتحدة; 美国; United States (USA); U S A
USA EUA; É.-U.
VAT Vatican; Vatican City; Vatican City State; État de la Cité du Vatican; Ciudad del Vaticano
VAT Ватикан; الفاتيكان; 梵蒂冈
VAT Le Saint-Siège
VAT Holy See (Vatican)
VCT St Vincent; SVG; St Vincent and Grenadines; St Vincent Grenadines
VEN Venezuela; Венесуэла; فنزويلا; 委内瑞拉
VNM Vietnam; Socialist Republic of Vietnam; فيتنام
WSM Western Samoa
YEM Republic of Yemen
ZAF RSA; Южно-Африканская Республика; África do Sul
ZAF S. Africa
ZWE Rhodesia; Zimbabue; زيمبابوي
"""
"""The code of a State, and names that are certainly its own."""

ASKED = """\
AU: AUS
CR: CRI CZE
Congo Rep: COG COD
Corea: KOR PRK
Coree: KOR PRK
Czechoslovakia: CZE SVK
DR: DOM
Dominican: DOM DMA
EC: ECU EUE
Guiana: GUY
Guyane: GUY
Ireland Northern: GBR
Korea: KOR PRK
Корея: KOR PRK
Papua: PNG
RMI: MHL
RP: PHL
RSS: SSD
SA: ZAF SAU
SK: SVK KOR
SL: SLE LKA
Saint:
Samoa American:
Scotland: GBR
St Helena:
St Martin:
Sudan South: SSD
Swiss: CHE
Timor: TLS
Virgin Islands:
Wales: GBR
Zaire: COD
"""
"""A name that may mean one or several, the likeliest first; always asked."""

NOT_HERE = """\
Abkhazia; Africa; American Samoa; Anguilla; Aruba; Asia; Bermuda; Cayman Islands; Chinese Taipei;
Curacao; East Germany; Europe; Faroe Islands; French Guiana; French Polynesia; Gibraltar;
Greenland; Guadeloupe; Guam; Guernsey; Hong Kong; Hong Kong SAR; Hong Kong SAR China;
Hong Kong, China; Hong Kong, S.A.R., China; China, Hong Kong SAR; China, Macao SAR;
Macao SAR China; Macau SAR; Isle of Man;
Jersey; Kosovo; Latin America; Macao; Macao SAR; Macao, China; Macau; Martinique; Montserrat; N/A;
New Caledonia; None; North America; Northern Cyprus; ONU; Observer; Oceania; Other; Pitcairn;
Puerto Rico; R.O.C.; ROC; Republic of China; Reunion; Sahrawi Republic; Serbia and Montenegro;
Somaliland; South America; South Ossetia; Soviet Union; TBC; TBD; Taiwan; Taiwan Province of
China; Tokelau; Transnistria; UN; USSR; United Nations; Western Sahara; World; Yugoslavia
"""
"""Names that people write and that are no State's that takes part; never guessed."""


@cache
def sure() -> dict[str, str]:
    """The code of the State by each form of a name that is certainly its own."""
    return {
        form: code
        for code, names in (line.split(maxsplit=1) for line in SURE.splitlines())
        for name in names.split("; ")
        for form in forms(name)
    }


@cache
def _of() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for form, code in sure().items():
        found[code] = (*found.get(code, ()), form)
    return found


def of(code: str) -> tuple[str, ...]:
    """The forms of all names here that are certainly those of the State with that code."""
    return _of().get(code, ())


@cache
def asked() -> dict[str, tuple[str, ...]]:
    """The codes of the States that may be meant by each form of a name; () where none is."""
    asks = (line.partition(":") for line in ASKED.splitlines())
    found = {form: tuple(codes.split()) for name, _, codes in asks for form in forms(name)}
    names = " ".join(NOT_HERE.split()).split("; ")
    return dict.fromkeys((form for name in names for form in forms(name)), ()) | found
