"""What States are called in six languages, by their code, so that one that takes no part is known.

A name that is another State's is never taken for the beginning or a misspelling of one that is
there: where Niger takes no part, "Niger" is not Nigeria. Nothing here says anything about anybody's
status.
"""

from __future__ import annotations

from functools import cache

from plenary_tui.procedure.ground import other_names
from plenary_tui.procedure.ground.written import forms

WHOLE = """\
AFG Afghanistan; Afganistán; Афганистан; أفغانستان; 阿富汗
ALB Albania; Albanie; Албания; ألبانيا; 阿尔巴尼亚
DZA Algeria; Algérie; Argelia; Алжир; الجزائر; 阿尔及利亚
AND Andorra; Andorre; Андорра; أندورا; 安道尔
AGO Angola; Ангола; أنغولا; 安哥拉
ATG Antigua and Barbuda; Antigua-et-Barbuda; Antigua y Barbuda; Антигуа и Барбуда; أنتيغوا وبربودا
ATG 安提瓜和巴布达
ARG Argentina; Argentine; Аргентина; الأرجنتين; 阿根廷
ARM Armenia; Arménie; Армения; أرمينيا; 亚美尼亚
AUS Australia; Australie; Австралия; أستراليا; 澳大利亚
AUT Austria; Autriche; Австрия; النمسا; 奥地利
AZE Azerbaijan; Azerbaïdjan; Azerbaiyán; Азербайджан; أذربيجان; 阿塞拜疆
BHS Bahamas; the Bahamas; Багамские Острова; جزر البهاما; 巴哈马
BHR Bahrain; Bahreïn; Bahrein; Бахрейн; البحرين; 巴林
BGD Bangladesh; Бангладеш; بنغلاديش; 孟加拉国
BRB Barbados; Barbade; Барбадос; بربادوس; 巴巴多斯
BLR Belarus; Bélarus; Belarús; Беларусь; بيلاروس; 白俄罗斯
BEL Belgium; Belgique; Bélgica; Бельгия; بلجيكا; 比利时
BLZ Belize; Belice; Белиз; بليز; 伯利兹
BEN Benin; Bénin; Бенин; بنن; 贝宁
BTN Bhutan; Bhoutan; Bhután; Бутан; بوتان; 不丹
BOL Bolivia (Plurinational State of); the Plurinational State of Bolivia
BOL Bolivie (État plurinational de); Bolivia (Estado Plurinacional de)
BOL Боливия (Многонациональное Государство); بوليفيا (دولة - المتعددة القوميات); 多民族玻利维亚国
BIH Bosnia and Herzegovina; Bosnie-Herzégovine; Bosnia y Herzegovina; Босния и Герцеговина
BIH البوسنة والهرسك; 波斯尼亚和黑塞哥维那
BWA Botswana; Ботсвана; بوتسوانا; 博茨瓦纳
BRA Brazil; Brésil; Brasil; Бразилия; البرازيل; 巴西
BRN Brunei Darussalam; Brunéi Darussalam; Бруней-Даруссалам; بروني دار السلام; 文莱达鲁萨兰国
BGR Bulgaria; Bulgarie; Болгария; بلغاريا; 保加利亚
BFA Burkina Faso; Буркина-Фасо; بوركينا فاسو; 布基纳法索
BDI Burundi; Бурунди; بوروندي; 布隆迪
CPV Cabo Verde; Кабо-Верде; كابو فيردي; 佛得角
KHM Cambodia; Cambodge; Camboya; Камбоджа; كمبوديا; 柬埔寨
CMR Cameroon; Cameroun; Camerún; Камерун; الكاميرون; 喀麦隆
CAN Canada; Canadá; Канада; كندا; 加拿大
CAF Central African Republic; the Central African Republic; République centrafricaine
CAF República Centroafricana; Центральноафриканская Республика; جمهورية أفريقيا الوسطى; 中非共和国
TCD Chad; Tchad; Чад; تشاد; 乍得
CHL Chile; Chili; Чили; شيلي; 智利
CHN China; Chine; Китай; الصين; 中国
COL Colombia; Colombie; Колумбия; كولومبيا; 哥伦比亚
COM Comoros; the Comoros; Comores; Comoras; Коморские Острова; جزر القمر; 科摩罗
COG Congo; the Congo; Конго; الكونغو; 刚果
COK Cook Islands; the Cook Islands; Îles Cook; Islas Cook; Острова Кука; جزر كوك; 库克群岛
CRI Costa Rica; Коста-Рика; كوستاريكا; 哥斯达黎加
CIV Côte d'Ivoire; Кот-д'Ивуар; كوت ديفوار; 科特迪瓦
HRV Croatia; Croatie; Croacia; Хорватия; كرواتيا; 克罗地亚
CUB Cuba; Куба; كوبا; 古巴
CYP Cyprus; Chypre; Chipre; Кипр; قبرص; 塞浦路斯
CZE Czechia; Tchéquie; Chequia; Чехия; تشيكيا; 捷克
PRK Democratic People's Republic of Korea; the Democratic People's Republic of Korea
PRK République populaire démocratique de Corée; República Popular Democrática de Corea
PRK Корейская Народно-Демократическая Республика; جمهورية كوريا الشعبية الديمقراطية
PRK 朝鲜民主主义人民共和国
COD Democratic Republic of the Congo; the Democratic Republic of the Congo
COD République démocratique du Congo; República Democrática del Congo
COD Демократическая Республика Конго; جمهورية الكونغو الديمقراطية; 刚果民主共和国
DNK Denmark; Danemark; Dinamarca; Дания; الدانمرك; 丹麦
DJI Djibouti; Джибути; جيبوتي; 吉布提
DMA Dominica; Dominique; Доминика; دومينيكا; 多米尼克
DOM Dominican Republic; the Dominican Republic; République dominicaine; República Dominicana
DOM Доминиканская Республика; الجمهورية الدومينيكية; 多米尼加
ECU Ecuador; Équateur; Эквадор; إكوادور; 厄瓜多尔
EGY Egypt; Égypte; Egipto; Египет; مصر; 埃及
SLV El Salvador; Сальвадор; السلفادور; 萨尔瓦多
GNQ Equatorial Guinea; Guinée équatoriale; Guinea Ecuatorial; Экваториальная Гвинея
GNQ غينيا الاستوائية; 赤道几内亚
ERI Eritrea; Érythrée; Эритрея; إريتريا; 厄立特里亚
EST Estonia; Estonie; Эстония; إستونيا; 爱沙尼亚
SWZ Eswatini; Эсватини; إسواتيني; 斯威士兰
ETH Ethiopia; Éthiopie; Etiopía; Эфиопия; إثيوبيا; 埃塞俄比亚
EUE European Union; the European Union; Union européenne; Unión Europea; Европейский союз
EUE الاتحاد الأوروبي; 欧洲联盟
FJI Fiji; Fidji; Фиджи; فيجي; 斐济
FIN Finland; Finlande; Finlandia; Финляндия; فنلندا; 芬兰
FRA France; Francia; Франция; فرنسا; 法国
GAB Gabon; Gabón; Габон; غابون; 加蓬
GMB Gambia; the Gambia; Gambie; Гамбия; غامبيا; 冈比亚
GEO Georgia; Géorgie; Грузия; جورجيا; 格鲁吉亚
DEU Germany; Allemagne; Alemania; Германия; ألمانيا; 德国
GHA Ghana; Гана; غانا; 加纳
GRC Greece; Grèce; Grecia; Греция; اليونان; 希腊
GRD Grenada; Grenade; Granada; Гренада; غرينادا; 格林纳达
GTM Guatemala; Гватемала; غواتيمالا; 危地马拉
GIN Guinea; Guinée; Гвинея; غينيا; 几内亚
GNB Guinea-Bissau; Guinée-Bissau; Гвинея-Бисау; غينيا - بيساو; 几内亚比绍
GUY Guyana; Гайана; غيانا; 圭亚那
HTI Haiti; Haïti; Haití; Гаити; هايتي; 海地
VAT Holy See; the Holy See; Saint-Siège; Santa Sede; Святой Престол; الكرسي الرسولي; 教廷
HND Honduras; Гондурас; هندوراس; 洪都拉斯
HUN Hungary; Hongrie; Hungría; Венгрия; هنغاريا; 匈牙利
ISL Iceland; Islande; Islandia; Исландия; آيسلندا; 冰岛
IND India; Inde; Индия; الهند; 印度
IDN Indonesia; Indonésie; Индонезия; إندونيسيا; 印度尼西亚
IRN Iran (Islamic Republic of); the Islamic Republic of Iran; Iran (République islamique d')
IRN Irán (República Islámica del); Иран (Исламская Республика); إيران (جمهورية - الإسلامية)
IRN 伊朗伊斯兰共和国
IRQ Iraq; Ирак; العراق; 伊拉克
IRL Ireland; Irlande; Irlanda; Ирландия; آيرلندا; 爱尔兰
ISR Israel; Israël; Израиль; إسرائيل; 以色列
ITA Italy; Italie; Italia; Италия; إيطاليا; 意大利
JAM Jamaica; Jamaïque; Ямайка; جامايكا; 牙买加
JPN Japan; Japon; Japón; Япония; اليابان; 日本
JOR Jordan; Jordanie; Jordania; Иордания; الأردن; 约旦
KAZ Kazakhstan; Kazajstán; Казахстан; كازاخستان; 哈萨克斯坦
KEN Kenya; Кения; كينيا; 肯尼亚
KIR Kiribati; Кирибати; كيريباس; 基里巴斯
KWT Kuwait; Koweït; Кувейт; الكويت; 科威特
KGZ Kyrgyzstan; Kirghizistan; Kirguistán; Кыргызстан; قيرغيزستان; 吉尔吉斯斯坦
LAO Lao People's Democratic Republic; the Lao People's Democratic Republic
LAO République démocratique populaire lao; República Democrática Popular Lao
LAO Лаосская Народно-Демократическая Республика; جمهورية لاو الديمقراطية الشعبية; 老挝人民民主共和国
LVA Latvia; Lettonie; Letonia; Латвия; لاتفيا; 拉脱维亚
LBN Lebanon; Liban; Líbano; Ливан; لبنان; 黎巴嫩
LSO Lesotho; Лесото; ليسوتو; 莱索托
LBR Liberia; Libéria; Либерия; ليبريا; 利比里亚
LBY Libya; Libye; Libia; Ливия; ليبيا; 利比亚
LIE Liechtenstein; Лихтенштейн; ليختنشتاين; 列支敦士登
LTU Lithuania; Lituanie; Lituania; Литва; ليتوانيا; 立陶宛
LUX Luxembourg; Luxemburgo; Люксембург; لكسمبرغ; 卢森堡
MDG Madagascar; Мадагаскар; مدغشقر; 马达加斯加
MWI Malawi; Малави; ملاوي; 马拉维
MYS Malaysia; Malaisie; Malasia; Малайзия; ماليزيا; 马来西亚
MDV Maldives; Maldivas; Мальдивские Острова; ملديف; 马尔代夫
MLI Mali; Malí; Мали; مالي; 马里
MLT Malta; Malte; Мальта; مالطة; 马耳他
MHL Marshall Islands; the Marshall Islands; Îles Marshall; Islas Marshall; Маршалловы Острова
MHL جزر مارشال; 马绍尔群岛
MRT Mauritania; Mauritanie; Мавритания; موريتانيا; 毛里塔尼亚
MUS Mauritius; Maurice; Mauricio; Маврикий; موريشيوس; 毛里求斯
MEX Mexico; Mexique; México; Мексика; المكسيك; 墨西哥
FSM Micronesia (Federated States of); the Federated States of Micronesia
FSM Micronésie (États fédérés de); Micronesia (Estados Federados de)
FSM Микронезия (Федеративные Штаты); ميكرونيزيا (ولايات - الموحدة); 密克罗尼西亚联邦
MCO Monaco; Mónaco; Монако; موناكو; 摩纳哥
MNG Mongolia; Mongolie; Монголия; منغوليا; 蒙古
MNE Montenegro; Monténégro; Черногория; الجبل الأسود; 黑山
MAR Morocco; Maroc; Marruecos; Марокко; المغرب; 摩洛哥
MOZ Mozambique; Мозамбик; موزامبيق; 莫桑比克
MMR Myanmar; Мьянма; ميانمار; 缅甸
NAM Namibia; Namibie; Намибия; ناميبيا; 纳米比亚
NRU Nauru; Науру; ناورو; 瑙鲁
NPL Nepal; Népal; Непал; نيبال; 尼泊尔
NLD Netherlands (Kingdom of the); the Netherlands; Pays-Bas (Royaume des)
NLD Países Bajos (Reino de los); Нидерланды (Королевство); هولندا (مملكة -); 荷兰王国
NZL New Zealand; Nouvelle-Zélande; Nueva Zelandia; Новая Зеландия; نيوزيلندا; 新西兰
NIC Nicaragua; Никарагуа; نيكاراغوا; 尼加拉瓜
NER Niger; the Niger; Níger; Нигер; النيجر; 尼日尔
NGA Nigeria; Nigéria; Нигерия; نيجيريا; 尼日利亚
NIU Niue; Nioué; Ниуэ; نيوي; 纽埃
MKD North Macedonia; Macédoine du Nord; Macedonia del Norte; Северная Македония; مقدونيا الشمالية
MKD 北马其顿
NOR Norway; Norvège; Noruega; Норвегия; النرويج; 挪威
OMN Oman; Omán; Оман; عمان; 阿曼
PAK Pakistan; Pakistán; Пакистан; باكستان; 巴基斯坦
PLW Palau; Palaos; Палау; بالاو; 帕劳
PAN Panama; Panamá; Панама; بنما; 巴拿马
PNG Papua New Guinea; Papouasie-Nouvelle-Guinée; Papua Nueva Guinea; Папуа-Новая Гвинея
PNG بابوا غينيا الجديدة; 巴布亚新几内亚
PRY Paraguay; Парагвай; باراغواي; 巴拉圭
PER Peru; Pérou; Perú; Перу; بيرو; 秘鲁
PHL Philippines; the Philippines; Filipinas; Филиппины; الفلبين; 菲律宾
POL Poland; Pologne; Polonia; Польша; بولندا; 波兰
PRT Portugal; Португалия; البرتغال; 葡萄牙
QAT Qatar; Катар; قطر; 卡塔尔
KOR Republic of Korea; the Republic of Korea; République de Corée; República de Corea
KOR Республика Корея; جمهورية كوريا; 大韩民国
MDA Republic of Moldova; the Republic of Moldova; République de Moldova; República de Moldova
MDA Республика Молдова; جمهورية مولدوفا; 摩尔多瓦共和国
ROU Romania; Roumanie; Rumania; Румыния; رومانيا; 罗马尼亚
RUS Russian Federation; the Russian Federation; Fédération de Russie; Federación de Rusia
RUS Российская Федерация; الاتحاد الروسي; 俄罗斯联邦
RWA Rwanda; Руанда; رواندا; 卢旺达
KNA Saint Kitts and Nevis; Saint-Kitts-et-Nevis; Saint Kitts y Nevis; Сент-Китс и Невис
KNA سانت كيتس ونيفس; 圣基茨和尼维斯
LCA Saint Lucia; Sainte-Lucie; Santa Lucía; Сент-Люсия; سانت لوسيا; 圣卢西亚
VCT Saint Vincent and the Grenadines; Saint-Vincent-et-les Grenadines; San Vicente y las Granadinas
VCT Сент-Винсент и Гренадины; سانت فنسنت وجزر غرينادين; 圣文森特和格林纳丁斯
WSM Samoa; Самоа; ساموا; 萨摩亚
SMR San Marino; Saint-Marin; Сан-Марино; سان مارينو; 圣马力诺
STP Sao Tome and Principe; Sao Tomé-et-Principe; Santo Tomé y Príncipe; Сан-Томе и Принсипи
STP سان تومي وبرينسيبي; 圣多美和普林西比
SAU Saudi Arabia; Arabie saoudite; Arabia Saudita; Саудовская Аравия; المملكة العربية السعودية
SAU 沙特阿拉伯
SEN Senegal; Sénégal; Сенегал; السنغال; 塞内加尔
SRB Serbia; Serbie; Сербия; صربيا; 塞尔维亚
SYC Seychelles; Сейшельские Острова; سيشيل; 塞舌尔
SLE Sierra Leone; Sierra Leona; Сьерра-Леоне; سيراليون; 塞拉利昂
SGP Singapore; Singapour; Singapur; Сингапур; سنغافورة; 新加坡
SVK Slovakia; Slovaquie; Eslovaquia; Словакия; سلوفاكيا; 斯洛伐克
SVN Slovenia; Slovénie; Eslovenia; Словения; سلوفينيا; 斯洛文尼亚
SLB Solomon Islands; Îles Salomon; Islas Salomón; Соломоновы Острова; جزر سليمان; 所罗门群岛
SOM Somalia; Somalie; Сомали; الصومال; 索马里
ZAF South Africa; Afrique du Sud; Sudáfrica; Южная Африка; جنوب أفريقيا; 南非
SSD South Sudan; Soudan du Sud; Sudán del Sur; Южный Судан; جنوب السودان; 南苏丹
ESP Spain; Espagne; España; Испания; إسبانيا; 西班牙
LKA Sri Lanka; Шри-Ланка; سري لانكا; 斯里兰卡
PSE State of Palestine; the State of Palestine; État de Palestine; Estado de Palestina
PSE Государство Палестина; دولة فلسطين; 巴勒斯坦国
SDN Sudan; the Sudan; Soudan; Sudán; Судан; السودان; 苏丹
SUR Suriname; Суринам; سورينام; 苏里南
SWE Sweden; Suède; Suecia; Швеция; السويد; 瑞典
CHE Switzerland; Suisse; Suiza; Швейцария; سويسرا; 瑞士
SYR Syrian Arab Republic; the Syrian Arab Republic; République arabe syrienne; República Árabe Siria
SYR Сирийская Арабская Республика; الجمهورية العربية السورية; 阿拉伯叙利亚共和国
TJK Tajikistan; Tadjikistan; Tayikistán; Таджикистан; طاجيكستان; 塔吉克斯坦
THA Thailand; Thaïlande; Tailandia; Таиланд; تايلند; 泰国
TLS Timor-Leste; Тимор-Лешти; تيمور - ليشتي; 东帝汶
TGO Togo; Того; توغو; 多哥
TON Tonga; Тонга; تونغا; 汤加
TTO Trinidad and Tobago; Trinité-et-Tobago; Trinidad y Tabago; Тринидад и Тобаго; ترينيداد وتوباغو
TTO 特立尼达和多巴哥
TUN Tunisia; Tunisie; Túnez; Тунис; تونس; 突尼斯
TUR Türkiye; Турция; تركيا; 土耳其
TKM Turkmenistan; Turkménistan; Turkmenistán; Туркменистан; تركمانستان; 土库曼斯坦
TUV Tuvalu; Тувалу; توفالو; 图瓦卢
UGA Uganda; Ouganda; Уганда; أوغندا; 乌干达
UKR Ukraine; Ucrania; Украина; أوكرانيا; 乌克兰
ARE United Arab Emirates; the United Arab Emirates; Émirats arabes unis; Emiratos Árabes Unidos
ARE Объединенные Арабские Эмираты; الإمارات العربية المتحدة; 阿拉伯联合酋长国
GBR United Kingdom of Great Britain and Northern Ireland
GBR the United Kingdom of Great Britain and Northern Ireland
GBR Royaume-Uni de Grande-Bretagne et d'Irlande du Nord
GBR Reino Unido de Gran Bretaña e Irlanda del Norte
GBR Соединенное Королевство Великобритании и Северной Ирландии
GBR المملكة المتحدة لبريطانيا العظمى وآيرلندا الشمالية; 大不列颠及北爱尔兰联合王国
TZA United Republic of Tanzania; the United Republic of Tanzania; République-Unie de Tanzanie
TZA República Unida de Tanzanía; Объединенная Республика Танзания; جمهورية تنزانيا المتحدة
TZA 坦桑尼亚联合共和国
USA United States of America; the United States of America; États-Unis d'Amérique
USA Estados Unidos de América; Соединенные Штаты Америки; الولايات المتحدة الأمريكية; 美利坚合众国
URY Uruguay; Уругвай; أوروغواي; 乌拉圭
UZB Uzbekistan; Ouzbékistan; Uzbekistán; Узбекистан; أوزبكستان; 乌兹别克斯坦
VUT Vanuatu; Вануату; فانواتو; 瓦努阿图
VEN Venezuela (Bolivarian Republic of); the Bolivarian Republic of Venezuela
VEN Venezuela (République bolivarienne du); Venezuela (República Bolivariana de)
VEN Венесуэла (Боливарианская Республика); فنزويلا (جمهورية - البوليفارية); 委内瑞拉玻利瓦尔共和国
VNM Viet Nam; Вьетнам; فييت نام; 越南
YEM Yemen; Yémen; Йемен; اليمن; 也门
ZMB Zambia; Zambie; Замбия; زامبيا; 赞比亚
ZWE Zimbabwe; Зимбабве; زمبابوي; 津巴布韦
"""


@cache
def of_all() -> dict[str, str]:
    """The code of the State by each form of a name that is certainly its own."""
    lines = (line.split(maxsplit=1) for line in WHOLE.splitlines())
    whole = {
        form: code for code, names in lines for name in names.split("; ") for form in forms(name)
    }
    return whole | other_names.sure()
