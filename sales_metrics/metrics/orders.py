"""What clients buy, and how often."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
import pandas as pd

from ..engine import Tables
from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .filters import Filters
from .kept import kept
from .kinds import MeanPer, Rate, Total
from .sources import CUSTOMER_BASE, PLAN

SEVEN_ORDERS = {
    "orders": """
        order_id | client | ordered_on | amount | status    | is_return
        1        | Alfa   | 2026-03-01 | 100    | completed |
        2        | Alfa   | 2026-03-08 | 150    |           | false
        3        | Alfa   | 2026-03-15 | 50     | open      |
        4        | Beta   | 2026-03-02 | 400    |           |
        5        | Beta   | 2026-03-09 | 70     | cancelled |
        6        | Alfa   | 2026-03-20 | 30     |           | true
        7        | Alfa   | 2026-03-21 | -20    |           | true
    """
}


@metric(
    kind=MeanPer(unit="client"),
    name=Text(ru="Продаж на клиента", en="Sales per client", bg="Продажби на клиент"),
    definition=Text(
        ru="Сколько заказов приходится на одного покупавшего клиента. Возвраты и отменённые заказы не считаются; "
        "клиенты без заказов в знаменатель не входят.",
        en="How many orders there are per client who ordered at all. Returns and cancelled orders are left out, "
        "and so are clients without an order.",
        bg="Колко поръчки се падат на един клиент, който е купувал. Връщанията и отказаните поръчки не се броят; "
        "клиентите без поръчки не влизат в знаменателя.",
    ),
    unit=Unit.PER_CLIENT,
    better=Better.HIGHER,
    needs={"orders": ("client", "ordered_on")},
    uses={"orders": ("amount", "status", "is_return")},
    dated_by="ordered_on",
    also=("revenue",),
    source=PLAN,
    example=Example(given=SEVEN_ORDERS, answer=2.0),
)
def sales_per_client(orders: ir.Table) -> ir.Table:
    """total = 1 for each order, per distinct client; `revenue` is the order's amount."""
    bought = sold(orders)
    bought = bought.filter(bought.client.notnull())
    return bought.mutate(total=1, n=1, revenue=bought.amount.fill_null(0.0))


@metric(
    kind=Total(),
    name=Text(ru="Выручка", en="Revenue", bg="Приходи"),
    definition=Text(
        ru="Сумма заказов за вычетом возвратов, по дате заказа; отменённые заказы не считаются.",
        en="The amounts of orders less returns, by the date of the order; cancelled orders are left out.",
        bg="Сумата на поръчките без връщанията, по дата на поръчката; отказаните поръчки не се броят.",
    ),
    unit=Unit.MONEY,
    better=Better.HIGHER,
    needs={"orders": ("amount", "ordered_on")},
    uses={"orders": ("status", "is_return")},
    dated_by="ordered_on",
    source=PLAN,
    example=Example(given=SEVEN_ORDERS, answer=650.0),
)
def revenue(orders: ir.Table) -> ir.Table:
    """total = the amount of an order; a return takes its amount off, whichever sign the file gives it."""
    counted = orders.filter((orders.status != "cancelled").fill_null(True))
    amount = counted.amount.fill_null(0.0)
    return counted.mutate(total=ibis.ifelse(counted.is_return.fill_null(False), -amount.abs(), amount))


def purchases(tables: Tables, filters: Filters) -> pd.DataFrame:
    """Return what each client bought: client, total (its revenue), orders and last_on, in no order.

    Orders are those of `sales_per_client`, without returns; `last_on` is the day of the last, null without any.
    What orders without a client come to stands under a null.
    """
    return revenue.folded(tables, ("client",), filters, _purchases)


def _purchases(facts: ir.Table, by: tuple[str, ...]) -> ir.Table:
    bought = ~facts.is_return.fill_null(False)
    return facts.group_by(*by).agg(
        total=facts.total.sum(),
        orders=facts.count(where=bought),
        last_on=facts.ordered_on.cast("date").max(where=bought),
    )


def purchases_by_day(tables: Tables, filters: Filters) -> pd.DataFrame:
    """Return client, day, total and orders, as in `purchases`, of each client and day, in no order."""
    return revenue.folded(tables, ("client", "day"), filters, _daily)


def _daily(facts: ir.Table, by: tuple[str, ...]) -> ir.Table:
    bought = ~facts.is_return.fill_null(False)
    return facts.group_by(*by).agg(total=facts.total.sum(), orders=facts.count(where=bought))


def first_ordered(tables: Tables, filters: Filters) -> pd.Series[pd.Timestamp]:
    """Return the day of the first order or return, alone; nothing where no order has a date."""
    return revenue.folded(tables, (), filters, _first)["first_on"].dropna()


def _first(facts: ir.Table, by: tuple[str, ...]) -> ir.Table:
    del by
    return facts.agg(first_on=facts.ordered_on.cast("date").min())


def last_ordered(tables: Tables, filters: Filters) -> pd.DataFrame:
    """Return client, manager and last_on, the day of the last order of each pair, by client and manager."""
    found = sales_per_client.folded(tables, ("client", "manager"), filters, _last)
    return found.dropna(subset=["last_on"]).sort_values(["client", "manager"], kind="stable", ignore_index=True)


def _last(facts: ir.Table, by: tuple[str, ...]) -> ir.Table:
    return facts.group_by(*by).agg(last_on=facts.ordered_on.cast("date").max())


def who_ordered(tables: Tables, filters: Filters) -> pd.Series[str]:
    """Return the clients with an order on the days of the period, in no order."""
    return sales_per_client.folded(tables, ("client",), filters, _names)["client"]


def _names(facts: ir.Table, by: tuple[str, ...]) -> ir.Table:
    return facts.select(*by).distinct()


def revenue_by_month(tables: Tables, filters: Filters) -> pd.DataFrame:
    """Return client, month and total, the revenue of each pair of them, in no order; nulls are not stated."""
    return revenue.refined(tables, ("client", "month"), filters, _totals)


def revenue_by_client(tables: Tables, filters: Filters) -> pd.DataFrame:
    """Return client, manager and total, the revenue of each pair of them, in no order; nulls are not stated."""
    return revenue.refined(tables, ("client", "manager"), filters, _totals)


def _totals(parts: ir.Table, by: tuple[str, ...]) -> ir.Table:
    return parts.select(*by, "total")


def sold(orders: ir.Table) -> ir.Table:
    """Return the orders that are neither returns nor cancelled."""
    return orders.filter(~orders.is_return.fill_null(False), (orders.status != "cancelled").fill_null(True))


@kept({"_first": "string", "again": "boolean"})
def first_orders(orders: ir.Table) -> ir.Table:
    """The first order of every client that bought, and whether the client ordered on another day as well."""
    bought = sold(orders)
    bought = bought.filter(bought.client.notnull(), bought.ordered_on.notnull())
    slim = bought.select("_key", "client", on=bought.ordered_on.cast("date"))
    days = slim.group_by(_client="client").agg(first=slim.on.min(), last=slim.on.max())
    first = slim.inner_join(days, [slim.client == days["_client"], slim.on == days["first"]])
    # Of several orders on the first day the lesser key stands for the client.
    first = first.group_by("_client").agg(_first=first["_key"].min(), again=(first["last"] > first["first"]).any())
    return first.select("_first", "again")


@metric(
    kind=Rate(),
    name=Text(ru="Купившие повторно", en="Clients who bought again", bg="Купилите повторно"),
    definition=Text(
        ru="Из клиентов, которые хоть раз купили, доля тех, кто заказывал в два разных дня или больше. В "
        "знаменателе все покупавшие, и те, у кого на второй заказ было мало времени. Клиент относится к дате и "
        "менеджеру первого заказа; возвраты и отменённые заказы не считаются.",
        en="Of the clients who bought at all, the share who ordered on two different days or more. The denominator "
        "is everybody who bought, also those who have had little time for a second order. A client belongs to the "
        "day and the manager of the first order; returns and cancelled orders are left out.",
        bg="От клиентите, купили поне веднъж, делът на поръчалите в два различни дни или повече. В знаменателя са "
        "всички купували, и тези с малко време за втора поръчка. Клиентът се отнася към деня и мениджъра на "
        "първата поръчка; връщанията и отказаните поръчки не се броят.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"orders": ("client", "ordered_on")},
    uses={"orders": ("status", "is_return", "manager")},
    only=("manager", "team", "client", "segment", "channel", "region", "size", "month", "quarter"),
    dated_by="ordered_on",
    dated_as=Text(ru="дата первого заказа", en="day of the first order", bg="дата на първата поръчка"),
    source=CUSTOMER_BASE,
    example=Example(given=SEVEN_ORDERS, answer=1 / 2),
)
def bought_again(orders: ir.Table, first_orders: ir.Table) -> ir.Table:
    """k = ordered on a second day, n = the first order of a client."""
    facts = orders.inner_join(first_orders, orders["_key"] == first_orders["_first"])
    return facts.mutate(k=facts.again.cast("int64"), n=1)
