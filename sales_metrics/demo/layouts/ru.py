"""A Russian firm: amoCRM for deals, a home-made diary, 1C for orders, one workbook for everything else."""

from __future__ import annotations

from typing import Final

from .files import Layout, Listing, Sheet, Workbook
from .ru_lists import LISTS

_DEALS: Final = Workbook(
    file="deals.xlsx",
    sheets=(
        Sheet(
            table="deals",
            name="Сделки",
            day="%d.%m.%Y",
            headings={
                "deal_id": "ID",
                "name": "Название сделки",
                "client": "Компания",
                "manager": "Ответственный",
                "stage": "Этап сделки",
                "amount": "Бюджет, ₽",
                "outcome": "Статус сделки",
                "created_on": "Дата создания сделки",
                "expected_on": "Предполагаемая дата закрытия",
                "closed_on": "Дата закрытия",
                "lost_reason": "Причина отказа",
                "lost_stage": "Этап отказа",
                "competitor": "Кому проиграли",
                "source": "Источник",
                "product_group": "Товарная группа",
                "probability": "Вероятность, %",
                "offer_sent_on": "Дата отправки КП",
                "offer_confirmed_on": "КП подтверждено",
                "offer_valid_until": "КП действует до",
                "tender_on": "Дата тендера",
                "qualified": "Квалификация",
                "tele_marketer": "Телемаркетолог",
                "client_manager": "Клиентский менеджер",
                "handed_over_on": "Дата передачи",
                "is_custom": "Нестандартный заказ",
            },
        ),
    ),
)
_CLIENTS: Final = Workbook(
    file="clients.xlsx",
    sheets=(
        Sheet(
            table="clients",
            name="Клиентская база",
            headings={
                "client_id": "Код клиента",
                "client": "Наименование клиента",
                "tax_id": "ИНН",
                "segment": "Сегмент",
                "size": "Размер",
                "priority": "Категория клиента",
                "region": "Регион",
                "city": "Город",
                "holding": "Холдинг",
                "industry": "Сфера деятельности",
                "manager": "Ответственный менеджер",
                "service_manager": "Сервисный менеджер",
                "channel_first": "Канал привлечения",
                "acquired_on": "Дата подключения",
                "referred_by": "Кто порекомендовал",
                "potential_year": "Потенциал в год, ₽",
                "is_federal": "Федеральный клиент",
                "is_ours": "Наш / не наш",
                "contact_person": "Контактное лицо",
                "phone": "Телефон",
                "email": "Эл. почта",
                "decision_group": "Группа принятия решения",
                "birthday": "День рождения",
                "hobby": "Увлечения",
            },
        ),
    ),
)
_CONTACTS: Final = Listing(
    file="contacts.csv",
    table="contacts",
    delimiter=";",
    encoding="cp1251",
    moment="%d.%m.%Y %H:%M",
    day="%d.%m.%Y",
    headings={
        "held_at": "Дата и время",
        "kind": "Тип контакта",
        "direction": "Направление звонка",
        "client": "Клиент",
        "manager": "Сотрудник",
        "place": "Место встречи",
        "planned_at": "Запланирован на",
        "created_at": "Дата внесения",
        "result": "Результат",
        "refusal_reason": "Причина отказа",
        "next_step": "Следующий шаг",
        "next_on": "Дата следующего шага",
        "deal_id": "ID сделки",
        "minutes": "Длительность, мин",
        "note": "Комментарий",
    },
)
_ORDERS: Final = Workbook(
    file="orders.xlsx",
    sheets=(
        Sheet(
            table="orders",
            name="Лист1",
            above=(
                "Продажи по заказам покупателей",
                "Период: 05.05.2025 – 20.11.2026",
                "Организация: ООО «Добрый Редуктор»",
                "Показатели: Сумма, валовая прибыль (руб., без НДС)",
                "",
            ),
            total=("Итого", ("amount", "margin")),
            headings={
                "order_id": "Номер документа",
                "ordered_on": "Дата документа",
                "client": "Контрагент",
                "manager": "Основной менеджер",
                "channel": "Канал продаж",
                "product_group": "Номенклатурная группа",
                "amount": "Сумма без НДС, руб.",
                "margin": "Валовая прибыль, руб.",
                "cost_to_serve": "Затраты на обслуживание",
                "capacity_units": "Нормо-часы",
                "completed_on": "Дата отгрузки",
                "status": "Состояние",
                "is_return": "Возврат",
                "deal_id": "ID сделки",
            },
        ),
    ),
)
_LINES: Final = Listing(
    file="order_lines.csv",
    table="order_lines",
    delimiter=";",
    encoding="cp1251",
    decimal=",",
    headings={
        "order_id": "Номер документа",
        "line": "№ строки",
        "product_id": "Артикул",
        "product": "Номенклатура",
        "product_group": "Группа номенклатуры",
        "quantity": "Количество",
        "price": "Цена",
        "amount": "Сумма",
    },
)
_SURVEYS: Final = Workbook(
    file="surveys.xlsx",
    sheets=(
        Sheet(
            table="surveys",
            name="Анкеты",
            headings={
                "surveyed_on": "Дата опроса",
                "order_id": "№ заказа",
                "client": "Клиент",
                "surveyor": "Кто опрашивал",
                "rating": "Оценка (1-5)",
                "recommend": "Готов рекомендовать (0-10)",
                "liked": "Что понравилось",
                "disliked": "Что не понравилось",
                "improve": "Что улучшить",
                "referred": "Кого порекомендовал",
            },
        ),
    ),
)
LAYOUT: Final = Layout(
    files=(_DEALS, _CLIENTS, _CONTACTS, _ORDERS, _LINES, _SURVEYS, LISTS),
    yes_no=("да", "нет"),
    choices={("orders", "status"): {"open": "В работе", "completed": "Отгружен", "cancelled": "Отменён"}},
)
