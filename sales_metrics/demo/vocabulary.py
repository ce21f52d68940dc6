"""The company's own words: stages, refusal reasons, channels, segments, products, competitors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..model.text import Text

STAGES: Final[Mapping[str, Text]] = {
    "inquiry": Text(ru="Обращение", en="Inquiry", bg="Запитване"),
    "qualification": Text(ru="Квалификация", en="Qualification", bg="Квалификация"),
    "meeting": Text(ru="Встреча", en="Meeting", bg="Среща"),
    "proposal": Text(ru="Предложение", en="Proposal", bg="Оферта"),
    "negotiation": Text(ru="Переговоры", en="Negotiation", bg="Преговори"),
    "contract": Text(ru="Договор", en="Contract", bg="Договор"),
}
ENDINGS: Final[Mapping[str, Text]] = {
    "won": Text(ru="Успешно реализовано", en="Closed won", bg="Спечелена"),
    "lost": Text(ru="Закрыто и не реализовано", en="Closed lost", bg="Загубена"),
    "parked": Text(ru="Отложена", en="On hold", bg="Отложена"),
}
REASONS: Final[Mapping[str, Text]] = {
    "price": Text(ru="Дорого", en="Price too high", bg="Висока цена"),
    "rival": Text(ru="Выбрали конкурента", en="Chose a competitor", bg="Избраха конкурент"),
    "budget": Text(ru="Бюджет исчерпан", en="Budget exhausted", bg="Изчерпан бюджет"),
    "interest": Text(ru="Нет интереса к продукту", en="No interest in the product", bg="Липса на интерес"),
    "later": Text(ru="Отложили закупку", en="Purchase put off", bg="Отложиха покупката"),
    "delivery": Text(ru="Не устроил срок поставки", en="Delivery too slow", bg="Дълъг срок на доставка"),
    "specification": Text(ru="Не подошли характеристики", en="Specification not met", bg="Неподходящи параметри"),
    "silence": Text(ru="Перестали отвечать", en="Stopped answering", bg="Спряха да отговарят"),
}
CHANNELS: Final[Mapping[str, Text]] = {
    "cold": Text(ru="Холодный звонок", en="Cold call", bg="Студено обаждане"),
    "inbound": Text(ru="Заявка с сайта", en="Website inquiry", bg="Запитване от сайта"),
    "exhibition": Text(ru="Выставка", en="Trade fair", bg="Изложение"),
    "repeat": Text(ru="Повторное обращение", en="Returning client", bg="Повторно запитване"),
    "referral": Text(ru="Рекомендация", en="Referral", bg="Препоръка"),
    "tender": Text(ru="Тендер", en="Tender", bg="Търг"),
}
SEGMENTS: Final[Mapping[str, Text]] = {
    "makers": Text(ru="Производители", en="Manufacturers", bg="Производители"),
    "builders": Text(ru="Строители", en="Construction", bg="Строители"),
    "dealers": Text(ru="Дилеры", en="Dealers", bg="Дилъри"),
    "repair": Text(ru="Ремонтные службы", en="Maintenance", bg="Сервизи"),
}
INDUSTRIES: Final[Mapping[str, tuple[str, Text]]] = {
    "metal": ("makers", Text(ru="Металл", en="Metalworks", bg="Метал")),
    "furniture": ("makers", Text(ru="Мебель", en="Furniture", bg="Мебели")),
    "food": ("makers", Text(ru="Продукты", en="Foods", bg="Храни")),
    "timber": ("makers", Text(ru="Лес", en="Timber", bg="Дървесина")),
    "building": ("builders", Text(ru="Строй", en="Building", bg="Строй")),
    "roads": ("builders", Text(ru="Дороги", en="Roads", bg="Пътища")),
    "trade": ("dealers", Text(ru="Торг", en="Trading", bg="Търговия")),
    "repair": ("repair", Text(ru="Ремонт", en="Repairs", bg="Ремонт")),
}
PRODUCT_GROUPS: Final[Mapping[str, tuple[Text, Text, float]]] = {
    "bearings": (
        Text(ru="Подшипники", en="Bearings", bg="Лагери"),
        Text(ru="Подшипник", en="Bearing", bg="Лагер"),
        18,
    ),
    "belts": (Text(ru="Ремни", en="Belts", bg="Ремъци"), Text(ru="Ремень", en="Belt", bg="Ремък"), 24),
    "gearboxes": (
        Text(ru="Редукторы", en="Gearboxes", bg="Редуктори"),
        Text(ru="Редуктор", en="Gearbox", bg="Редуктор"),
        640,
    ),
    "motors": (
        Text(ru="Электродвигатели", en="Motors", bg="Електродвигатели"),
        Text(ru="Электродвигатель", en="Motor", bg="Електродвигател"),
        420,
    ),
    "hydraulics": (
        Text(ru="Гидравлика", en="Hydraulics", bg="Хидравлика"),
        Text(ru="Гидроцилиндр", en="Hydraulic cylinder", bg="Хидроцилиндър"),
        280,
    ),
    "pneumatics": (
        Text(ru="Пневматика", en="Pneumatics", bg="Пневматика"),
        Text(ru="Пневмоклапан", en="Pneumatic valve", bg="Пневмоклапан"),
        75,
    ),
    "tools": (
        Text(ru="Инструмент", en="Tools", bg="Инструменти"),
        Text(ru="Набор инструмента", en="Tool set", bg="Комплект инструменти"),
        110,
    ),
    "lubricants": (
        Text(ru="Смазки", en="Lubricants", bg="Смазки"),
        Text(ru="Смазка", en="Grease", bg="Смазка"),
        32,
    ),
}
"""Name of the group, name of an article in it, and the price of its cheapest article in euro."""

MODELS: Final = ("M10", "M20", "M35", "K50", "K80", "X120")
COMPETITORS: Final[Mapping[str, Text]] = {
    "pistons": Text(ru="Три Поршня", en="Three Pistons", bg="Три Бутала"),
    "gnome": Text(ru="Гном-Комплект", en="Gnome Supply", bg="Гном Комплект"),
    "dragon": Text(ru="Дракон-Деталь", en="Dragon Parts", bg="Дракон Части"),
    "nut": Text(ru="Весёлая Гайка", en="Merry Nut", bg="Весела Гайка"),
}
MEASURES: Final[Mapping[str, Text]] = {
    "calls": Text(ru="Звонки", en="Calls", bg="Обаждания"),
    "meetings": Text(ru="Встречи", en="Meetings", bg="Срещи"),
    "contracts": Text(ru="Договоры", en="Contracts", bg="Договори"),
    "revenue": Text(ru="Выручка", en="Revenue", bg="Приходи"),
}
GOALS: Final[Mapping[str, Text]] = {
    "satisfied": Text(ru="Довольные клиенты", en="Satisfied clients", bg="Доволни клиенти"),
    "groups": Text(ru="Групп на клиента", en="Groups per client", bg="Групи на клиент"),
    "orders": Text(ru="Заказов на клиента", en="Orders per client", bg="Поръчки на клиент"),
    "wallet": Text(ru="Доля в кошельке", en="Share of wallet", bg="Дял в портфейла"),
    "net": Text(ru="NRR", en="NRR", bg="NRR"),
}
TOPICS: Final[Mapping[str, Text]] = {
    "negotiation": Text(
        ru="Переговоры после первой встречи",
        en="Negotiating after the first meeting",
        bg="Преговори след първа среща",
    ),
    "objections": Text(ru="Работа с возражениями", en="Handling objections", bg="Работа с възражения"),
}
ABSENCE_KINDS: Final[Mapping[str, Text]] = {
    "leave": Text(ru="отпуск", en="leave", bg="отпуск"),
    "sick": Text(ru="больничный", en="sick leave", bg="болничен"),
}
