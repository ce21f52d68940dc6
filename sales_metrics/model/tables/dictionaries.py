"""The words that a company has for itself: its people, stages, products, exchange rates and lists."""

from __future__ import annotations

from typing import Final

from ..text import Text
from .clients import CLIENTS
from .deals import OUTCOMES
from .declaration import Choice, Column, Kind, Owner, Table, words

MANAGERS: Final = Table(
    key="managers",
    title=Text(ru="Менеджеры", en="Managers", bg="Мениджъри"),
    row=Text(ru="один менеджер", en="one manager", bg="един мениджър"),
    synonyms=words(
        "managers, sales team, sales teams, staff, employees, менеджеры, сотрудники, отдел "
        "продаж, команда, мениджъри, служители, търговски екип"
    ),
    keys=(("manager",),),
    owner=Owner.SHARED,
    columns=(
        Column(
            key="manager",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Менеджер", en="Manager", bg="Мениджър"),
            synonyms=words(
                "sales agent, sales rep, salesperson, employee, name, сотрудник, фио, продавец, служител, "
                "търговец, име"
            ),
        ),
        Column(
            key="team",
            kind=Kind.LABEL,
            title=Text(ru="Команда", en="Team", bg="Екип"),
            synonyms=words("department, group, sales team, отдел, группа, подразделение, група"),
        ),
        Column(
            key="head",
            kind=Kind.NAME,
            title=Text(ru="Руководитель", en="Head", bg="Ръководител"),
            synonyms=words(
                "manager, line manager, supervisor, team lead, boss, reports to, начальник, роп, руководитель отдела, "
                "тимлид, началник, ръководител екип"
            ),
        ),
        Column(
            key="region",
            kind=Kind.LABEL,
            title=Text(ru="Регион", en="Region", bg="Регион"),
            synonyms=words("regional office, office, branch, territory, филиал, офис, территория, клон"),
        ),
        Column(
            key="role",
            kind=Kind.LABEL,
            title=Text(ru="Роль", en="Role", bg="Роля"),
            synonyms=words("position, job title, должность, длъжност, позиция"),
        ),
    ),
)

PRODUCTS: Final = Table(
    key="products",
    title=Text(ru="Товары", en="Products", bg="Продукти"),
    row=Text(ru="один товар", en="one product", bg="един продукт"),
    synonyms=words(
        "products, price list, catalogue, goods, товары, номенклатура, прайс, прайс лист, продукти, ценова листа"
    ),
    keys=(("product_id",), ("product",)),
    owner=Owner.SHARED,
    columns=(
        Column(
            key="product",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Товар", en="Product", bg="Продукт"),
            synonyms=words(
                "product name, item, item description, product description, name, номенклатура, наименование, название, артикул име, артикул, продукт"
            ),
        ),
        Column(
            key="product_id",
            kind=Kind.ID,
            title=Text(ru="Артикул", en="Product code", bg="Код на артикул"),
            synonyms=words("sku, code, stock code, item code, код, код товара"),
        ),
        Column(
            key="product_group",
            kind=Kind.LABEL,
            title=Text(ru="Группа товаров", en="Product group", bg="Продуктова група"),
            synonyms=words(
                "series, category, group, product line, family, группа, категория, товарная группа, група"
            ),
        ),
        Column(
            key="list_price",
            kind=Kind.MONEY,
            title=Text(ru="Цена по прайсу", en="List price", bg="Каталожна цена"),
            synonyms=words("price, sales price, unit price, цена, прайс"),
        ),
    ),
)

STAGES: Final = Table(
    key="stages",
    title=Text(ru="Стадии", en="Stages", bg="Етапи"),
    row=Text(ru="одна стадия воронки", en="one stage of the funnel", bg="един етап на фунията"),
    synonyms=words("stages, funnel stages, стадии, этапы, стадии воронки, етапи"),
    keys=(("stage",),),
    owner=Owner.SHARED,
    columns=(
        Column(
            key="stage",
            kind=Kind.LABEL,
            needed=True,
            title=Text(ru="Стадия", en="Stage", bg="Етап"),
            synonyms=words("deal stage, name, этап, название, име на етап"),
        ),
        Column(
            key="position",
            kind=Kind.NUMBER,
            needed=True,
            title=Text(ru="Порядок", en="Position", bg="Пореден номер"),
            synonyms=words("order, sequence, no, номер, №, порядковый номер, ред"),
        ),
        Column(
            key="outcome",
            kind=Kind.CHOICE,
            title=Text(ru="Что значит", en="Meaning", bg="Значение"),
            synonyms=words("outcome, means, result, исход, итог, изход"),
            choices=OUTCOMES,
        ),
    ),
)

RATES: Final = Table(
    key="rates",
    title=Text(ru="Курсы валют", en="Exchange rates", bg="Валутни курсове"),
    row=Text(
        ru="курс одной валюты на один день",
        en="the rate of one currency on one day",
        bg="курс на една валута за един ден",
    ),
    synonyms=words("rates, exchange rates, курсы, курсы валют, курсове, валутни курсове"),
    keys=(("currency", "day"),),
    owner=Owner.SHARED,
    columns=(
        Column(
            key="currency",
            kind=Kind.CURRENCY,
            needed=True,
            title=Text(ru="Валюта", en="Currency", bg="Валута"),
            synonyms=words("code, код валюты, код"),
        ),
        Column(
            key="day",
            kind=Kind.DAY,
            needed=True,
            title=Text(ru="День", en="Day", bg="Ден"),
            synonyms=words("date, дата"),
        ),
        Column(
            key="rate",
            kind=Kind.NUMBER,
            needed=True,
            title=Text(ru="Курс", en="Rate", bg="Курс"),
            synonyms=words("exchange rate, value, курс цб, значение, стойност"),
        ),
    ),
)

FEDERAL_LIST: Final = Table(
    key="federal_list",
    title=Text(ru="Федеральный список", en="National accounts list", bg="Списък национални клиенти"),
    row=Text(
        ru="один клиент головного офиса",
        en="one client reserved for the head office",
        bg="един клиент на централния офис",
    ),
    synonyms=words("federal list, national accounts, федеральный список, федеральные клиенты, национални клиенти"),
    keys=(("client",),),
    owner=Owner.DIRECTOR,
    columns=(
        Column(
            key="client",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Клиент", en="Client", bg="Клиент"),
            synonyms=words("customer, company, компания, контрагент, фирма"),
        ),
        Column(
            key="division",
            kind=Kind.LABEL,
            title=Text(ru="Подразделение", en="Division", bg="Поделение"),
            synonyms=words("department, unit, отдел, департамент"),
        ),
    ),
)

REFUSAL_REASONS: Final = Table(
    key="refusal_reasons",
    title=Text(
        ru="Справочник причин отказа", en="Dictionary of refusal reasons", bg="Речник на причините за отказ"
    ),
    row=Text(ru="одна причина отказа", en="one reason for refusal", bg="една причина за отказ"),
    synonyms=words("refusal reasons, loss reasons, справочник причин отказа, причины отказа, причини за отказ"),
    keys=(("reason",),),
    owner=Owner.SHARED,
    columns=(
        Column(
            key="reason",
            kind=Kind.LABEL,
            needed=True,
            title=Text(ru="Причина отказа", en="Refusal reason", bg="Причина за отказ"),
            synonyms=words("loss reason, причина, причина проигрыша, причина за загуба"),
        ),
        Column(
            key="reason_group",
            kind=Kind.LABEL,
            needed=True,
            title=Text(ru="Группа причин", en="Group of reasons", bg="Група причини"),
            synonyms=words("reason group, group of reasons, группа причины, група на причината"),
        ),
        Column(
            key="advice",
            kind=Kind.TEXT,
            title=Text(ru="Что попробовать", en="What to try", bg="Какво да опитаме"),
            synonyms=words("advice, what to do, совет, что делать, съвет, какво да правим"),
        ),
        Column(
            key="check",
            kind=Kind.TEXT,
            title=Text(ru="Как проверить", en="How to check", bg="Как да проверим"),
            synonyms=words("how to test, проверка совета, как да се провери"),
        ),
    ),
)

CHANNELS: Final = Table(
    key="channels",
    title=Text(ru="Справочник каналов", en="Dictionary of channels", bg="Речник на каналите"),
    row=Text(ru="один канал", en="one channel", bg="един канал"),
    synonyms=words("channels, lead channels, справочник каналов, каналы, канали"),
    keys=(("channel",),),
    owner=Owner.SHARED,
    columns=(
        Column(
            key="channel",
            kind=Kind.LABEL,
            needed=True,
            title=Text(ru="Канал", en="Channel", bg="Канал"),
            synonyms=words("lead source, источник, источник"),
        ),
        Column(
            key="is_inbound",
            kind=Kind.YES_NO,
            needed=True,
            title=Text(ru="Входящий", en="Inbound", bg="Входящ"),
            synonyms=words("incoming, входящий канал, пассивный, входящ канал, пасивен"),
        ),
    ),
)

COMPANY_RULES: Final = Table(
    key="rules",
    title=Text(ru="Правила компании", en="Company rules", bg="Правила на фирмата"),
    row=Text(ru="одно правило", en="one rule", bg="едно правило"),
    synonyms=words("company rules, правила компании, правила на фирмата"),
    keys=(("rule",),),
    owner=Owner.SHARED,
    columns=(
        Column(
            key="rule",
            kind=Kind.LABEL,
            needed=True,
            title=Text(ru="Правило компании", en="Company rule", bg="Правило на фирмата"),
        ),
        Column(
            key="setting",
            kind=Kind.NUMBER,
            needed=True,
            title=Text(ru="Значение правила", en="Setting of the rule", bg="Стойност на правилото"),
        ),
    ),
)

CLIENT_PORTRAIT: Final = Table(
    key="client_portrait",
    title=Text(ru="Портрет клиента", en="Client portrait", bg="Портрет на клиента"),
    row=Text(
        ru="один признак нашего клиента", en="one feature of an ideal client", bg="един признак на нашия клиент"
    ),
    synonyms=words(
        "client portrait, ideal client profile, icp, портрет клиента, портрет идеального клиента, портрет на клиента"
    ),
    keys=(("feature",),),
    owner=Owner.SHARED,
    columns=(
        Column(
            key="feature",
            kind=Kind.LABEL,
            needed=True,
            title=Text(ru="Признак клиента", en="Client feature", bg="Признак на клиента"),
            synonyms=words("portrait feature, признак портрета, признак на портрета"),
        ),
        Column(
            key="looks_at",
            kind=Kind.CHOICE,
            needed=True,
            title=Text(ru="Смотреть на столбец", en="Column to look at", bg="Коя колона се гледа"),
            synonyms=words("looks at, client column, столбец клиента, колона на клиента"),
            choices=tuple(
                Choice(key, CLIENTS.column(key).title, (key.replace("_", " "),))
                for key in (
                    *("segment", "size", "priority", "region", "city", "industry", "holding"),
                    *("channel_first", "is_federal", "potential_year"),
                )
            ),
        ),
        Column(
            key="role",
            kind=Kind.CHOICE,
            title=Text(ru="Что значит признак", en="What the feature means", bg="Какво значи признакът"),
            synonyms=words("feature role, роль признака, роля на признака"),
            choices=(
                Choice(
                    "ideal",
                    Text(ru="признак нашего", en="mark of ours", bg="белег на наш"),
                    words("ideal, идеальный, идеален"),
                ),
                Choice(
                    "exclusion",
                    Text(ru="исключает", en="excludes", bg="изключва"),
                    words("exclusion, exclude, исключение, изключение"),
                ),
            ),
        ),
        Column(
            key="values",
            kind=Kind.TEXT,
            title=Text(ru="Подходящие значения", en="Values that count", bg="Стойности, които се броят"),
            synonyms=words("feature values, значения признака, стойности на признака"),
        ),
        Column(
            key="at_least",
            kind=Kind.NUMBER,
            title=Text(ru="Не меньше", en="At least", bg="Не по-малко от"),
        ),
        Column(
            key="at_most",
            kind=Kind.NUMBER,
            title=Text(ru="Не больше", en="At most", bg="Не повече от"),
        ),
    ),
)

TABLES: Final = (
    MANAGERS,
    PRODUCTS,
    STAGES,
    RATES,
    FEDERAL_LIST,
    REFUSAL_REASONS,
    CHANNELS,
    COMPANY_RULES,
    CLIENT_PORTRAIT,
)
