"""How clients develop: what they buy against a year before, what an order is worth by product group, and whose
priority rose.

A client belongs to the manager named in the clients table; the manager of the order speaks only where that table is
silent. So a client who was handed over is no loss of the one and no gain of the other.

Long because two tables of orders are worked out here on which both numbers of money rest.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import ibis
import ibis.expr.types as ir
import pandas as pd

from ..engine import Tables
from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .filters import Filters
from .kept import kept
from .kinds import Mean, Total
from .sources import CUSTOMER_BASE, PLAN

SPLITS: Final = (
    "manager", "client", "segment", "size", "region", "channel", "industry", "holding", "month", "quarter",
)  # fmt: skip
TWO_YEARS: Final = {
    "orders": """
        order_id | client | manager | ordered_on | amount | status    | is_return
        1        | Alfa   | Petrov  | 2025-03-02 | 100    |           |
        2        | Alfa   | Petrov  | 2026-03-05 | 170    |           |
        3        | Alfa   | Petrov  | 2026-03-09 | 20     |           | true
        4        | Beta   | Petrov  | 2025-03-20 | 50     |           |
        5        | Gamma  | Petrov  | 2026-03-21 | 40     |           |
        6        | Gamma  | Petrov  | 2026-03-22 | 900    | cancelled |
    """,
    "clients": """
        client | manager
        Alfa   | Ivanova
        Beta   |
    """,
}
"""March 2026 brings 190, March 2025 brought 150: 150 of Alfa after a return and 40 of Gamma against 100 and 50."""


@kept(
    {
        "_key": "string",
        "client": "string",
        "manager": "string",
        "region": "string",
        "channel": "string",
        "ordered_on": "date",
        "worth": "float64",
        "counted": "int64",
        "order_id": "string",
        "product_group": "string",
        "amount": "float64",
    }
)
def client_orders(orders: ir.Table, clients: ir.Table) -> ir.Table:
    """One row per order that is not cancelled, under the manager in whose care its client is.

    `worth` is what it adds to revenue, `counted` is 0 for a return and else 1.
    """
    kept = orders.filter((orders.status != "cancelled").fill_null(True))
    back = kept.is_return.fill_null(False)
    amount = kept.amount.fill_null(0.0)
    facts = kept.mutate(
        amount=amount, worth=ibis.ifelse(back, -amount.abs(), amount), counted=ibis.ifelse(back, 0, 1)
    )
    return of_their_managers(facts, clients)


@metric(
    kind=Total(),
    name=Text(
        ru="Покупки против прошлого года",
        en="Purchases against a year before",
        bg="Покупки спрямо предходната година",
    ),
    definition=Text(
        ru="Выручка за период минус выручка за те же дни годом раньше. Возвраты вычитаются, отменённые заказы "
        "не считаются. Клиент числится за менеджером из таблицы клиентов, а где он там не указан, за менеджером "
        "заказа. Заказы без клиента или без даты не входят.",
        en="Revenue of the period less that of the same days a year before. Returns are taken off, cancelled "
        "orders left out. A client belongs to the manager in the clients table or, where none is stated there, to "
        "that of the order. Orders without a client or a date are left out.",
        bg="Приходите за периода минус приходите за същите дни година по-рано. Връщанията се изваждат, отказаните "
        "поръчки не се броят. Клиентът е на мениджъра от таблицата с клиенти, а ако там няма, на мениджъра от "
        "поръчката. Поръчките без клиент или без дата не влизат.",
    ),
    unit=Unit.MONEY,
    better=Better.HIGHER,
    needs={"orders": ("client", "ordered_on", "amount")},
    uses={"orders": ("manager", "status", "is_return"), "clients": ("client", "manager")},
    dated_by="compared_on",
    dated_as=Text(
        ru="дата заказа, для прошлогодних плюс год",
        en="date of the order, a year later for those of the year before",
        bg="дата на поръчката, а за миналогодишните плюс една година",
    ),
    also=("now", "before", "orders_now", "orders_before"),
    only=SPLITS,
    source=CUSTOMER_BASE,
    example=Example(given=TWO_YEARS, answer=0.0),
)
def revenue_compared(client_orders: ir.Table) -> ir.Table:
    """Each order twice: its amount at its own day, and less its amount a year later.

    `now` and `before` are the two amounts, `orders_now` and `orders_before` count orders that are no returns.
    """
    return side_by_side(client_orders, lambda day: (day + ibis.interval(years=1)).cast("date"))


def side_by_side(client_orders: ir.Table, later: Callable[[ir.DateValue], ir.Value]) -> ir.Table:
    """Return each named and dated order twice, as `revenue_compared` has it: at its own day and at a later one."""
    facts = client_orders.drop("order_id", "product_group", "amount")
    facts = facts.filter(facts.client.notnull(), facts.ordered_on.notnull())
    nothing = ibis.literal(0, type="int64")
    now = facts.mutate(
        compared_on=facts.ordered_on.cast("date"),
        total=facts.worth,
        n=1,
        now=facts.worth,
        before=0.0,
        orders_now=facts.counted,
        orders_before=nothing,
    )
    before = facts.mutate(
        compared_on=later(facts.ordered_on.cast("date")),
        total=-facts.worth,
        n=1,
        now=0.0,
        before=facts.worth,
        orders_now=nothing,
        orders_before=facts.counted,
    )
    return now.union(before)


def of_their_managers(facts: ir.Table, clients: ir.Table) -> ir.Table:
    """Put in the place of an order's manager the one in whose care the client is, where that is stated."""
    care = clients.filter(clients.client.notnull()).group_by("client").agg(in_care_of=ibis._.manager.max())
    facts = facts.left_join(care, "client").drop("client_right")
    return facts.mutate(manager=facts.in_care_of.fill_null(facts.manager)).drop("in_care_of")


THREE_ORDERS: Final = {
    "orders": """
        order_id | client | ordered_on | amount
        1        | Alfa   | 2026-03-01 | 35
        2        | Alfa   | 2026-03-02 | 30
        3        | Beta   | 2026-03-03 | 50
    """,
    "order_lines": """
        order_id | product | product_group | quantity | amount
        1        | bolt    | g1            | 1        | 10
        1        | nut     | g1            | 1        | 5
        1        | saw     | g2            | 1        | 20
        2        | bolt    | g1            | 3        | 30
        3        | saw     | g2            | 2        | 40
        3        | tape    | g3            | 1        | 10
    """,
}


@kept(
    {
        "_key": "string",
        "client": "string",
        "manager": "string",
        "region": "string",
        "channel": "string",
        "ordered_on": "date",
        "product_group": "string",
        "total": "float64",
    }
)
def order_groups(client_orders: ir.Table, order_lines: ir.Table) -> ir.Table:
    """One row per order sold and product group with the group's amount; one without lines has its own group's.

    A line without a group has that of its order; what has none at all is left out.
    """
    sold = client_orders.filter(client_orders.counted == 1)
    lines = order_lines.select(
        "order_id",
        line_group="product_group",
        line_worth=order_lines.amount.fill_null(order_lines.quantity * order_lines.price).fill_null(0.0),
    )
    parted = sold.select("_key", "order_id", own_group="product_group").inner_join(lines, "order_id")
    parted = parted.mutate(product_group=parted.line_group.fill_null(parted.own_group))
    parted = parted.group_by("_key", "product_group").agg(total=parted.line_worth.sum().cast("float64"))
    whole = sold.anti_join(lines, "order_id").select("_key", "product_group", total="amount")
    facts = sold.drop("product_group", "order_id", "amount", "worth", "counted").inner_join(
        parted.select("_key", "product_group", "total").union(whole), "_key"
    )
    return facts.filter(facts.product_group.notnull())


@metric(
    kind=Mean(),
    name=Text(
        ru="Средний чек по группам товаров", en="Order value by product group", bg="Среден чек по продуктови групи"
    ),
    definition=Text(
        ru="Сумма группы товаров, делённая на число разных заказов, в которых она есть: не среднее по строкам. "
        "Чеки групп не складываются в средний заказ. Заказ без строк идёт целиком по своей группе; возвраты и "
        "отменённые заказы не считаются.",
        en="The amount of a product group per distinct order that contains it, not the mean of lines. The values "
        "of groups do not add up to the average order. An order without lines counts whole under its own group; "
        "returns and cancelled orders are left out.",
        bg="Сумата на продуктовата група на различна поръчка, която я съдържа, а не средното по редове. Чековете "
        "на групите не се сумират до средната поръчка. Поръчка без редове влиза цяла в своята група; връщанията и "
        "отказаните поръчки не се броят.",
    ),
    unit=Unit.MONEY,
    better=Better.HIGHER,
    needs={"orders": ("order_id", "ordered_on", "amount")},
    uses={
        "orders": ("client", "manager", "product_group", "status", "is_return"),
        "order_lines": ("order_id", "product_group", "quantity", "price", "amount"),
        "clients": ("client", "manager"),
    },
    dated_by="ordered_on",
    along={"product_group": None},
    only=(*SPLITS, "day"),
    source=PLAN,
    example=Example(given=THREE_ORDERS, answer={"g1": 22.5, "g2": 30.0, "g3": 10.0}),
)
def order_value_by_group(order_groups: ir.Table) -> ir.Table:
    """total = the amount of one group within one order, one fact for each group of each order."""
    return order_groups


def purchases(tables: Tables, filters: Filters, by: str) -> pd.DataFrame:
    """Return what each client, within each value of a division, bought of each product group, in no order.

    Columns: client, the division, product_group and n, in how many orders. Empty when no file tells the group.
    """
    return order_value_by_group.refined(tables, tuple(dict.fromkeys(("client", by))), filters, _counts)


def _counts(parts: ir.Table, by: tuple[str, ...]) -> ir.Table:
    return parts.filter(parts.client.notnull()).select(*by, "product_group", "n")


def buyers(tables: Tables, filters: Filters) -> pd.Series[str]:
    """Return the clients who bought anything on the days of the period, in no order."""
    return revenue_compared.refined(tables, ("client",), filters, _buyers)["client"]


def _buyers(parts: ir.Table, by: tuple[str, ...]) -> ir.Table:
    del by
    return parts.filter(parts.orders_now > 0).select("client")


def group_sums(tables: Tables, filters: Filters) -> pd.DataFrame:
    """Return what each client bought of each product group: client, product_group, total, in no order."""
    return order_value_by_group.refined(tables, ("client",), filters, _sums)


def _sums(parts: ir.Table, by: tuple[str, ...]) -> ir.Table:
    del by
    return parts.filter(parts.client.notnull()).select("client", "product_group", "total")


def groups_by_day(tables: Tables, filters: Filters) -> pd.DataFrame:
    """Return which product groups each client bought on which day: client, day, product_group, in no order."""
    return order_value_by_group.folded(tables, ("client", "day"), filters, _told)


def _told(facts: ir.Table, by: tuple[str, ...]) -> ir.Table:
    return facts.select(*by, "product_group").distinct()


FOUR_CHANGES: Final = {
    "priority_changes": """
        client | manager | changed_on | old | new
        Alfa   | Ivanova | 2026-03-01 | C   | A
        Beta   | Ivanova | 2026-03-02 | B   | A
        Gamma  | Petrov  | 2026-03-03 | A   | B
        Delta  | Petrov  | 2026-03-04 | B   | B
    """
}


@metric(
    kind=Total(),
    name=Text(ru="Повышенные приоритеты", en="Priorities raised", bg="Повишени приоритети"),
    definition=Text(
        ru="Сколько раз менеджеры повысили приоритет клиента минус сколько раз понизили, по дате изменения. Это "
        "решение менеджера, а не покупка: сверяйте с выручкой следующего периода.",
        en="How often managers raised a client's priority less how often they lowered one, by the day of the "
        "change. It is a manager's decision, not a purchase: compare it with the revenue of the next period.",
        bg="Колко пъти мениджърите са повишили приоритета на клиент минус колко пъти са го понижили, по дата на "
        "промяната. Това е решение на мениджъра, а не покупка: сравнявайте с приходите през следващия период.",
    ),
    unit=Unit.COUNT,
    better=Better.HIGHER,
    needs={"priority_changes": ("client", "manager", "changed_on", "old", "new")},
    dated_by="changed_on",
    also=("raised", "lowered"),
    only=SPLITS,
    source=PLAN,
    example=Example(given=FOUR_CHANGES, answer=1.0),
)
def priority_raised(priority_changes: ir.Table) -> ir.Table:
    """total = 1 for a change upwards, -1 for one downwards; a change that states no two priorities is no case."""
    changes = priority_changes.filter(priority_changes.old.notnull(), priority_changes.new.notnull())
    raised = (changes.new < changes.old).cast("int64")
    lowered = (changes.new > changes.old).cast("int64")
    return changes.mutate(total=raised - lowered, n=raised + lowered, raised=raised, lowered=lowered)
