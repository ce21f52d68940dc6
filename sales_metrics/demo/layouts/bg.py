"""A Bulgarian firm: sheets of its own making, dates followed by "г.", a title over the orders."""

from __future__ import annotations

from typing import Final

from .bg_lists import LISTS
from .files import Layout, Listing, Sheet, Workbook

_DEALS: Final = Workbook(
    file="deals.xlsx",
    sheets=(
        Sheet(
            table="deals",
            name="Сделки",
            day="%d.%m.%Y г.",
            headings={
                "deal_id": "№ на сделка",
                "name": "Име на сделката",
                "client": "Фирма",
                "manager": "Търговец",
                "product_group": "Продуктова група",
                "amount": "Стойност, €",
                "stage": "Етап на сделката",
                "outcome": "Резултат",
                "created_on": "Дата на запитване",
                "expected_on": "Очаквано приключване",
                "closed_on": "Приключена на",
                "lost_reason": "Причина за отказа",
                "lost_stage": "Етап на отказа",
                "competitor": "Конкурент",
                "source": "Източник",
                "probability": "Вероятност, %",
                "offer_sent_on": "Оферта изпратена на",
                "offer_confirmed_on": "Потвърдена оферта",
                "offer_valid_until": "Оферта валидна до",
                "tender_on": "Дата на търга",
                "qualified": "Квалификация",
                "tele_marketer": "Телемаркетолог",
                "client_manager": "Клиентски мениджър",
                "handed_over_on": "Дата на предаване",
                "is_custom": "Нестандартна поръчка",
            },
        ),
    ),
)
_CLIENTS: Final = Workbook(
    file="clients.xlsx",
    sheets=(
        Sheet(
            table="clients",
            name="Клиенти",
            headings={
                "client_id": "Клиентски номер",
                "client": "Име на фирма",
                "tax_id": "ЕИК / Булстат",
                "segment": "Сегмент",
                "size": "Големина",
                "priority": "Приоритет",
                "region": "Регион",
                "city": "Град",
                "holding": "Холдинг",
                "industry": "Бранш",
                "manager": "Отговорен търговец",
                "service_manager": "Мениджър обслужване",
                "channel_first": "Първи канал",
                "acquired_on": "Клиент от",
                "referred_by": "Препоръчан от",
                "potential_year": "Потенциал на година, €",
                "is_federal": "Национален клиент",
                "is_ours": "Наш клиент",
                "contact_person": "Лице за контакт",
                "phone": "Телефон",
                "email": "Имейл",
                "decision_group": "Вземащи решение",
                "birthday": "Рожден ден",
                "hobby": "Хоби",
            },
        ),
    ),
)
_CONTACTS: Final = Workbook(
    file="contacts.xlsx",
    sheets=(
        Sheet(
            table="contacts",
            name="Обаждания и срещи",
            shown="dd.mm.yyyy hh:mm",
            headings={
                "held_at": "Дата и час",
                "kind": "Вид контакт",
                "client": "Фирма",
                "manager": "Търговец",
                "direction": "Посока",
                "place": "Място на срещата",
                "planned_at": "Планиран за",
                "created_at": "Въведен на",
                "result": "Резултат",
                "refusal_reason": "Причина за отказ",
                "next_step": "Следваща стъпка",
                "next_on": "Дата на следващ контакт",
                "deal_id": "№ на сделка",
                "minutes": "Времетраене (мин)",
                "note": "Бележка",
            },
        ),
    ),
)
_ORDERS: Final = Workbook(
    file="orders.xlsx",
    sheets=(
        Sheet(
            table="orders",
            name="Поръчки",
            above=("Справка за поръчките", "от 05.05.2025 г. до 20.11.2026 г.", ""),
            total=("Общо", ("amount", "margin")),
            shown='dd.mm.yyyy" г."',
            headings={
                "order_id": "№ поръчка",
                "ordered_on": "Дата на поръчка",
                "client": "Купувач",
                "manager": "Отговорник",
                "channel": "Канал на продажба",
                "product_group": "Стокова група",
                "amount": "Сума без ДДС, €",
                "margin": "Брутна печалба",
                "cost_to_serve": "Разходи за обслужване",
                "capacity_units": "Нормочасове",
                "completed_on": "Дата на доставка",
                "status": "Състояние",
                "is_return": "Връщане",
                "deal_id": "№ на сделка",
            },
        ),
    ),
)
_LINES: Final = Listing(
    file="order_lines.csv",
    table="order_lines",
    delimiter=";",
    encoding="utf-8-sig",
    decimal=",",
    headings={
        "order_id": "№ поръчка",
        "line": "Ред",
        "product_id": "Код на артикул",
        "product": "Артикул",
        "product_group": "Стокова група",
        "quantity": "К-во",
        "price": "Ед. цена",
        "amount": "Стойност",
    },
)
_SURVEYS: Final = Workbook(
    file="surveys.xlsx",
    sheets=(
        Sheet(
            table="surveys",
            name="Анкети",
            day="%d.%m.%Y г.",
            headings={
                "order_id": "№ поръчка",
                "client": "Клиент",
                "surveyed_on": "Дата на анкетата",
                "surveyor": "Кой е питал",
                "rating": "Оценка от 1 до 5",
                "recommend": "Би препоръчал (0-10)",
                "liked": "Какво ви хареса",
                "disliked": "Какво не ви хареса",
                "improve": "Предложения за подобрение",
                "referred": "Кого препоръча",
            },
        ),
    ),
)
LAYOUT: Final = Layout(
    files=(_DEALS, _CLIENTS, _CONTACTS, _ORDERS, _LINES, _SURVEYS, LISTS),
    yes_no=("да", "не"),
)
