"""How much of the revenue hangs on few clients."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import ibis
import ibis.expr.types as ir

from ..model.period import Period
from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .in_force import last_day
from .kinds import PartOfSum
from .orders import revenue
from .sources import KEY_ACCOUNTS

ONLY: Final = ("manager", "client", "segment", "size", "channel", "month")
ORDERS: Final = ("amount", "ordered_on", "client")

FIVE_ORDERS: Final = {
    "orders": """
        order_id | client | ordered_on | amount | is_return
        1        | Alfa   | 2026-03-01 | 500    |
        2        | Beta   | 2026-03-02 | 200    |
        3        | Gamma  | 2026-03-03 | 250    |
        4        | Gamma  | 2026-03-05 | 50     | true
        5        | Alfa   | 2025-03-05 | 900    |
    """,
    "clients": """
        client | size
        Alfa   | key
        Beta   | small
    """,
}


def twelve_months(today: date) -> Period:
    """Return the twelve months that end with a day: 6 March 2025 to 5 March 2026 for 5 March 2026."""
    try:
        before = today.replace(year=today.year - 1)
    except ValueError:  # 29 February
        before = date(today.year - 1, 2, 28)
    return Period(before + timedelta(days=1), today)


@metric(
    kind=PartOfSum(),
    name=Text(ru="Доля ключевых клиентов", en="Share of key clients in revenue", bg="Дял на ключовите клиенти"),
    definition=Text(
        ru="Какую часть выручки приносят клиенты размера «ключевой». Обычно от 30 до 55 %, выше 75 % компания "
        "от них зависит. Выручка – заказы за вычетом возвратов, без отменённых.",
        en="The part of the revenue that clients of the size “key” bring. From 30 to 55% is usual, above 75% the "
        "company depends on them. Revenue is orders less returns, without cancelled ones.",
        bg="Каква част от приходите носят клиентите с размер „ключов“. Обичайно е от 30 до 55%, над 75% фирмата "
        "зависи от тях. Приходите са поръчките без връщанията и без отказаните.",
    ),
    unit=Unit.SHARE,
    better=Better.NEITHER,
    needs={"orders": ORDERS, "clients": ("client", "size")},
    uses={"orders": ("status", "is_return")},
    only=ONLY,
    dated_by="ordered_on",
    source=KEY_ACCOUNTS,
    example=Example(given=FIVE_ORDERS, answer=1400 / 1800),
)
def key_share(orders: ir.Table, clients: ir.Table) -> ir.Table:
    """k = the amount of an order of a key client, n = the amount of any order; returns take theirs off."""
    facts = revenue.formula(orders)
    keys = clients.filter(clients["size"] == "key").select(key_client="client").distinct()
    facts = facts.left_join(keys, facts.client == keys.key_client)
    return facts.mutate(k=ibis.ifelse(facts.key_client.notnull(), facts.total, 0.0), n=facts.total)


@metric(
    kind=PartOfSum(),
    name=Text(
        ru="Доля крупнейшего клиента",
        en="Share of the largest client in revenue",
        bg="Дял на най-големия клиент",
    ),
    definition=Text(
        ru="Какую часть выручки последних 12 месяцев данных приносит клиент, который за это время купил больше "
        "всех. Заказы без названия клиента входят в целое.",
        en="The part of the revenue of the last 12 months of the data that the client brings who bought most in "
        "that time. Orders that name no client belong to the whole.",
        bg="Каква част от приходите за последните 12 месеца от данните носи клиентът, купил най-много за това "
        "време. Поръчките без име на клиент влизат в цялото.",
    ),
    unit=Unit.SHARE,
    better=Better.LOWER,
    needs={"orders": ORDERS},
    uses={"orders": ("status", "is_return")},
    only=ONLY,
    dated_by="ordered_on",
    source=KEY_ACCOUNTS,
    example=Example(given=FIVE_ORDERS, answer=500 / 900),
)
def top_client_share(orders: ir.Table, today: ir.Table) -> ir.Table:
    """k = the amount of an order of the largest client, n = of any order of the last twelve months."""
    day = last_day(today)
    facts = revenue.formula(orders)
    facts = facts.filter(facts.ordered_on > (day - ibis.interval(years=1)).cast("date"), facts.ordered_on <= day)
    sums = facts.filter(facts.client.notnull()).group_by("client").agg(bought=facts.total.sum())
    most = sums.filter(sums.bought > 0, sums.bought == sums.bought.max().as_scalar())
    top = most.agg(client=most.client.min()).client.max().as_scalar()
    return facts.mutate(k=ibis.ifelse((facts.client == top).fill_null(False), facts.total, 0.0), n=facts.total)
