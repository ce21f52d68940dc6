"""Clients, and what is known of them."""

from __future__ import annotations

from typing import Final

from ..text import Text
from .declaration import Choice, Column, Kind, Owner, Table, words

PRIORITIES: Final = (
    Choice("A", Text(ru="A, высокий", en="A, high", bg="A, висок"), words("a, а, 1, high, высокий, висок")),
    Choice(
        "B",
        Text(ru="B, средний", en="B, medium", bg="B, среден"),
        words("b, в, б, 2, medium, средний, среден, normal"),
    ),
    Choice("C", Text(ru="C, низкий", en="C, low", bg="C, нисък"), words("c, с, 3, low, низкий, нисък")),
)

CLIENTS: Final = Table(
    key="clients",
    title=Text(ru="Клиенты", en="Clients", bg="Клиенти"),
    row=Text(ru="один клиент", en="one client", bg="един клиент"),
    synonyms=words(
        "clients, accounts, companies, customers, клиенты, компании, контрагенты, клиентская "
        "база, клиенти, фирми, контрагенти"
    ),
    keys=(("client_id",), ("client",)),
    owner=Owner.MANAGER,
    columns=(
        Column(
            key="client",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Клиент", en="Client", bg="Клиент"),
            synonyms=words(
                "client name, customer, customer name, company, company name, account, account name, "
                "organization, organisation, partner, buyer, name, компания, контрагент, название "
                "компании, название клиента, наименование, наименование клиента, заказчик, организация, "
                "покупатель, название, фирма, име на фирма, име на клиент, купувач, възложител, фио, фио клиента"
            ),
        ),
        Column(
            key="client_id",
            kind=Kind.ID,
            title=Text(ru="Код клиента", en="Client ID", bg="Код на клиент"),
            synonyms=words(
                "customer id, account id, company id, organization id, client code, record id, id, customer no, customer "
                "number, id клиента, id компании, код контрагента, номер клиента, ид клиента, id на "
                "клиент, номер на клиент, клиентски номер"
            ),
        ),
        Column(
            key="tax_id",
            kind=Kind.TAX_ID,
            title=Text(ru="ИНН", en="Tax ID", bg="ЕИК"),
            synonyms=words(
                "inn, vat, vat number, vat id, tax number, tin, edrpou, company registration number, инн "
                "клиента, инн кпп, егрпоу, едрпоу, унп, бин, булстат, еик булстат, идентификационен "
                "номер, ддс номер, инн контрагента"
            ),
        ),
        Column(
            key="segment",
            kind=Kind.LABEL,
            title=Text(ru="Сегмент", en="Segment", bg="Сегмент"),
            synonyms=words(
                "customer segment, client segment, client group, сегмент клиента, группа клиента, тип "
                "клиента, тип компании, клиентски сегмент, тип клиент, група клиенти"
            ),
        ),
        Column(
            key="size",
            kind=Kind.CHOICE,
            title=Text(ru="Размер клиента", en="Client size", bg="Големина на клиента"),
            synonyms=words(
                "size, company size, client size, размер, размер компании, величина, размер на фирмата, "
                "големина, размер клиент"
            ),
            choices=(
                Choice(
                    "key",
                    Text(ru="ключевой", en="key", bg="ключов"),
                    words("key, key account, vip, ключевой, ключевые, ключов, ключови"),
                ),
                Choice(
                    "large",
                    Text(ru="крупный", en="large", bg="голям"),
                    words("large, big, enterprise, крупный, большой, голям, едър"),
                ),
                Choice(
                    "medium",
                    Text(ru="средний", en="medium", bg="среден"),
                    words("medium, mid, mid market, средний, среден"),
                ),
                Choice(
                    "small",
                    Text(ru="малый", en="small", bg="малък"),
                    words("small, smb, micro, малый, мелкий, маленький, малък, дребен"),
                ),
            ),
        ),
        Column(
            key="priority",
            kind=Kind.CHOICE,
            title=Text(ru="Приоритет", en="Priority", bg="Приоритет"),
            synonyms=words(
                "client priority, abc, abc class, category, категория, категория клиента, приоритет "
                "клиента, класс, категория на клиента, клас"
            ),
            choices=PRIORITIES,
        ),
        Column(
            key="region",
            kind=Kind.LABEL,
            title=Text(ru="Регион", en="Region", bg="Регион"),
            synonyms=words(
                "country, state, territory, office location, location, область, страна, территория, "
                "федеральный округ, край, област, държава, район, регион клиента"
            ),
        ),
        Column(
            key="holding",
            kind=Kind.NAME,
            title=Text(ru="Холдинг", en="Group of companies", bg="Холдинг"),
            synonyms=words(
                "holding, parent, parent company, parent account, subsidiary of, group, головная "
                "компания, группа компаний, материнская компания, основной контрагент, компания майка, "
                "група"
            ),
        ),
        Column(
            key="city",
            kind=Kind.LABEL,
            title=Text(ru="Город", en="City", bg="Град"),
            synonyms=words("town, город клиента, населенный пункт, населено място"),
        ),
        Column(
            key="industry",
            kind=Kind.LABEL,
            title=Text(ru="Отрасль", en="Industry", bg="Отрасъл"),
            synonyms=words(
                "sector, business segment, line of business, vertical, сфера деятельности, вид "
                "деятельности, бранш, сектор, дейност"
            ),
        ),
        Column(
            key="manager",
            kind=Kind.NAME,
            title=Text(ru="Менеджер", en="Manager", bg="Мениджър"),
            synonyms=words(
                "contact owner, account manager, owner, account owner, company owner, sales rep, sales representative, "
                "salesperson, sales agent, responsible, assigned to, assigned user, ответственный, "
                "ответственный менеджер, основной менеджер, менеджер по продажам, продавец, куратор, "
                "сотрудник, фио менеджера, отговорник, отговорен, търговец, търговски представител, "
                "служител"
            ),
        ),
        Column(
            key="service_manager",
            kind=Kind.NAME,
            title=Text(ru="Сервисный менеджер", en="Service manager", bg="Сервизен мениджър"),
            synonyms=words(
                "customer success manager, client manager, сервис менеджер, клиентский менеджер, менеджер "
                "сопровождения, мениджър обслужване"
            ),
        ),
        Column(
            key="channel_first",
            kind=Kind.LABEL,
            title=Text(ru="Канал привлечения", en="Acquisition channel", bg="Канал на привличане"),
            synonyms=words(
                "lead source, source, channel, first channel, origin, источник, канал, источник клиента, "
                "първи канал, източник"
            ),
        ),
        Column(
            key="acquired_on",
            kind=Kind.DAY,
            title=Text(ru="Дата привлечения", en="Acquired on", bg="Дата на привличане"),
            synonyms=words(
                "create date, created, customer since, client since, first purchase date, дата "
                "подключения, дата создания, клиент с, дата регистрации, клиент от, дата на създаване, "
                "дата на регистрация"
            ),
        ),
        Column(
            key="referred_by",
            kind=Kind.NAME,
            title=Text(ru="Кто порекомендовал", en="Referred by", bg="Препоръчан от"),
            synonyms=words(
                "referrer, recommended by, рекомендатель, по рекомендации, кто рекомендовал, препоръчал"
            ),
        ),
        Column(
            key="potential_year",
            kind=Kind.MONEY,
            title=Text(ru="Потенциал в год", en="Yearly potential", bg="Годишен потенциал"),
            synonyms=words(
                "potential, wallet, annual spend, yearly spend, потенциал, годовой потенциал, кошелек, "
                "объем закупок в год, потенциал на година, годишни покупки"
            ),
        ),
        Column(
            key="is_federal",
            kind=Kind.YES_NO,
            title=Text(ru="Федеральный", en="National account", bg="Национален клиент"),
            synonyms=words("federal, national, head office client, федеральный клиент, сетевой, национален"),
        ),
        Column(
            key="is_ours",
            kind=Kind.CHOICE,
            title=Text(ru="Наш клиент", en="Fits our portrait", bg="Наш клиент"),
            synonyms=words("ours, fit, icp fit, наш не наш, наш ли клиент, целевой, наш, целеви"),
            choices=(
                Choice("yes", Text(ru="наш", en="ours", bg="наш"), words("yes, ours, да, наш, +, 1, true")),
                Choice(
                    "no",
                    Text(ru="не наш", en="not ours", bg="не е наш"),
                    words("no, not ours, нет, не наш, не, не е наш, 0, false"),
                ),
                Choice(
                    "unknown",
                    Text(ru="доузнать", en="find out", bg="да се уточни"),
                    words("unknown, find out, доузнать, неизвестно, да се уточни, ?"),
                ),
            ),
        ),
        Column(
            key="phone",
            kind=Kind.ID,
            title=Text(ru="Телефон", en="Phone", bg="Телефон"),
            synonyms=words(
                "phone number, mobile, mobile phone, work phone, мобильный телефон, рабочий телефон, тел, "
                "мобилен телефон"
            ),
        ),
        Column(
            key="email",
            kind=Kind.TEXT,
            title=Text(ru="Эл. почта", en="E-mail", bg="Имейл"),
            synonyms=words("email, e mail, mail, почта, рабочий email, имейл адрес, ел поща"),
        ),
        Column(
            key="contact_person",
            kind=Kind.NAME,
            title=Text(ru="Контактное лицо", en="Contact person", bg="Лице за контакт"),
            synonyms=words(
                "contact, contact name, primary contact, контакт, лпр, полное имя контакта, фио контакта, фио, "
                "контактно лице"
            ),
        ),
        Column(
            key="decision_group",
            kind=Kind.TEXT,
            title=Text(ru="Группа принятия решения", en="Decision group", bg="Група за вземане на решение"),
            synonyms=words(
                "decision makers, buying centre, buying center, лица принимающие решение, вземащи решение"
            ),
        ),
        Column(
            key="birthday",
            kind=Kind.DAY,
            title=Text(ru="День рождения", en="Birthday", bg="Рожден ден"),
            synonyms=words("date of birth, birth date, дата рождения, др, дата на раждане"),
        ),
        Column(
            key="hobby",
            kind=Kind.TEXT,
            title=Text(ru="Увлечения", en="Hobbies", bg="Хоби"),
            synonyms=words("hobby, interests, хобби, интересы, интереси"),
        ),
    ),
)

PRIORITY_CHANGES: Final = Table(
    key="priority_changes",
    title=Text(ru="Смена приоритета", en="Priority changes", bg="Промени на приоритета"),
    row=Text(
        ru="одна смена приоритета клиента",
        en="one change of a client's priority",
        bg="една промяна на приоритета",
    ),
    synonyms=words("priority changes, история приоритетов, смена приоритетов, промени на приоритет"),
    keys=(("client", "changed_on"),),
    owner=Owner.CLIENT,
    columns=(
        Column(
            key="client",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Клиент", en="Client", bg="Клиент"),
            synonyms=words("customer, company, account, компания, контрагент, фирма"),
        ),
        Column(
            key="manager",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Менеджер", en="Manager", bg="Мениджър"),
            synonyms=words("changed by, owner, ответственный, кто изменил, отговорник"),
        ),
        Column(
            key="changed_on",
            kind=Kind.DAY,
            needed=True,
            title=Text(ru="Дата изменения", en="Changed on", bg="Дата на промяна"),
            synonyms=words("change date, date, дата, дата смены, дата на промяната"),
        ),
        Column(
            key="old",
            kind=Kind.CHOICE,
            needed=True,
            title=Text(ru="Было", en="Old priority", bg="Стар приоритет"),
            synonyms=words("old, old value, from, старый приоритет, был, беше, стара стойност"),
            choices=PRIORITIES,
        ),
        Column(
            key="new",
            kind=Kind.CHOICE,
            needed=True,
            title=Text(ru="Стало", en="New priority", bg="Нов приоритет"),
            synonyms=words("new, new value, to, новый приоритет, стал, стана, нова стойност"),
            choices=PRIORITIES,
        ),
        Column(
            key="reason",
            kind=Kind.TEXT,
            title=Text(ru="Причина", en="Reason", bg="Причина"),
            synonyms=words("why, comment, основание, комментарий, защо"),
        ),
    ),
)

TABLES: Final = (CLIENTS, PRIORITY_CHANGES)
