"""What clients bought round the first finished action of their plan, and others of their kind in the same days."""

from __future__ import annotations

from typing import Final

import ibis
import ibis.expr.types as ir
import pandas as pd

from ..engine import Tables
from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .filters import Filters
from .kinds import Total
from .orders import sold
from .round_actions import EARLY, NEW, STRETCHES, WITH, WITHOUT, stretched
from .sources import PLAN

ONLY: Final = (
    "manager", "client", "segment", "size", "region", "channel", "priority", "month",
)  # fmt: skip
_OF_ORDERS: Final = ("channel", "segment", "region", "size", "priority")
NEEDS: Final = {"orders": ("client", "ordered_on", "amount"), "development_actions": ("client", "done_on")}
USES: Final = {
    "orders": ("manager", "status", "is_return"),
    "clients": ("client", "manager", "size", "segment", "priority"),
    "development_actions": ("status",),
}

ROUND_AN_ACTION: Final = {
    "development_actions": """
        client | action | owner   | due_on     | status  | done_on
        Alfa   | meet   | Ivanova | 2026-03-10 | done    | 2026-03-10
        Alfa   | offer  | Ivanova | 2026-04-10 | done    | 2026-04-10
        Gamma  | train  | Petrov  | 2026-06-10 | done    | 2026-06-10
        Delta  | audit  | Petrov  | 2026-03-10 | done    | 2026-03-10
        Sigma  | letter | Petrov  | 2026-03-10 | planned |
    """,
    "orders": """
        order_id | client | ordered_on | amount | is_return | product_group
        1        | Alfa   | 2025-12-01 | 900    |           | pipes
        2        | Alfa   | 2026-03-09 | 100    |           | pipes
        3        | Alfa   | 2026-03-10 | 150    |           | pipes
        4        | Alfa   | 2026-03-20 | 70     |           | pumps
        5        | Alfa   | 2026-03-25 | 20     | true      | pumps
        6        | Beta   | 2025-11-01 | 500    |           | pipes
        7        | Beta   | 2026-02-10 | 40     |           | pipes
        8        | Beta   | 2026-03-15 | 50     |           | pipes
        9        | Gamma  | 2025-12-01 | 60     |           | pipes
        10       | Delta  | 2026-03-01 | 30     |           | pipes
        11       | Sigma  | 2025-12-01 | 80     |           | pipes
        12       | Omega  | 2026-06-15 | 10     |           | pipes
    """,
    "rules": "rule | setting\nplan_span_days | 30",
}
"""Thirty days each way from 10 March: Alfa has a plan and Beta none; Gamma's days are not over, Delta is too new,
and so is Omega, who had not bought anything when they began. Sigma has a plan of which nothing is done."""


@metric(
    kind=Total(),
    name=Text(
        ru="Клиенты с выполненным планом и без плана",
        en="Clients with a finished action and without a plan",
        bg="Клиенти с изпълнено действие и без план",
    ),
    definition=Text(
        ru="Сколько клиентов сравнивается до и после первого сделанного действия плана: с планом; без плана – в те "
        "же дни, того же размера (иначе сегмента или приоритета); отдельно те, у кого дни после ещё не прошли, и "
        "те, кто до этих дней ещё не покупал. По 90 дней до и после, если компания не решила иначе.",
        en="How many clients are compared before and after the first finished action of a plan: those with one; "
        "those without a plan, in the same days and of the same size (or else segment or priority); apart from "
        "them, those whose days after are not over and those that had not bought before these days began. 90 days "
        "each way unless the company has set others.",
        bg="Колко клиенти се сравняват преди и след първото изпълнено действие от плана: с план; без план – през "
        "същите дни, със същия размер (иначе сегмент или приоритет); отделно тези, чиито дни след това не са "
        "изтекли, и тези, които още не са купували преди тях. По 90 дни преди и след, ако фирмата не е решила "
        "друго.",
    ),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    needs=NEEDS,
    uses=USES,
    along={"standing": None},
    only=(*ONLY, "kind"),
    dated_by="ordered_on",
    source=PLAN,
    example=Example(given=ROUND_AN_ACTION, answer={WITH: 1, WITHOUT: 1, EARLY: 1, NEW: 1}),
)
def clients_compared(orders: ir.Table, clients_round_actions: ir.Table) -> ir.Table:
    """One fact per client, in its first order."""
    stand = clients_round_actions.drop("client")
    return _of_clients(orders.inner_join(stand, orders["_key"] == stand.first_key)).mutate(total=1, n=1)


def _of_clients(facts: ir.Table) -> ir.Table:
    """Let the client alone say whose and of what group an order is: a client is compared as a whole."""
    known = [name for name in _OF_ORDERS if name in facts.columns]
    return facts.mutate(manager=facts.in_care_of).drop("in_care_of", *known)


def _numbered(orders: ir.Table) -> ir.Table:
    kept_orders = orders.filter((orders.status != "cancelled").fill_null(True))
    kept_orders = kept_orders.filter(orders.client.notnull(), orders.ordered_on.notnull())
    return kept_orders.mutate(number=kept_orders.ordered_on.cast("date").epoch_days(), previous=ibis.null("int64"))


@metric(
    kind=Total(),
    name=Text(
        ru="Покупки до и после действия плана",
        en="Purchases before and after a plan's action",
        bg="Покупки преди и след действие от плана",
    ),
    definition=Text(
        ru="Выручка и заказы за равное число дней до и после первого сделанного действия плана – у клиентов с "
        "планом и у клиентов без плана того же вида в те же дни, в среднем по дням клиентов с планом. Возвраты "
        "вычитаются, отменённые заказы не считаются.",
        en="Revenue and orders over equal numbers of days before and after the first finished action of a plan, of "
        "clients with a plan and of clients of the same kind without one in the same days, averaged over the "
        "days of those with a plan. Returns are taken off, cancelled orders left out.",
        bg="Приходи и поръчки за равен брой дни преди и след първото изпълнено действие от плана – при клиентите с "
        "план и при клиентите от същия вид без план през същите дни, средно по дните на клиентите с план. "
        "Връщанията се изваждат, отказаните поръчки не се броят.",
    ),
    unit=Unit.MONEY,
    better=Better.HIGHER,
    needs=NEEDS,
    uses=USES,
    along={"stretch": None},
    also=("orders",),
    only=(*ONLY, "kind"),
    dated_by="ordered_on",
    source=PLAN,
    example=Example(given=ROUND_AN_ACTION, answer=dict(zip(STRETCHES, (100.0, 200.0, 40.0, 50.0), strict=True))),
)
def bought_round_actions(orders: ir.Table, clients_round_actions: ir.Table, plan_days: ir.Table) -> ir.Table:
    """total = the amount of an order times its weight, less for a return; `orders` its weight if it is none."""
    facts = _of_clients(stretched(_numbered(orders), clients_round_actions, plan_days))
    back = facts.is_return.fill_null(False)
    amount = facts.amount.fill_null(0.0).cast("float64") * facts.weight
    return facts.mutate(
        total=ibis.ifelse(back, -amount.abs(), amount), n=1, orders=ibis.ifelse(back, 0.0, facts.weight)
    )


@metric(
    kind=Total(),
    name=Text(
        ru="Группы товаров до и после действия плана",
        en="Product groups before and after a plan's action",
        bg="Продуктови групи преди и след действие от плана",
    ),
    definition=Text(
        ru="Сколько разных групп товаров клиент купил за равное число дней до и после первого сделанного действия "
        "плана, в сумме по клиентам; у клиентов без плана – в те же дни. Возвраты и отменённые заказы не "
        "считаются.",
        en="How many different product groups a client bought over equal numbers of days before and after the "
        "first finished action of a plan, summed over clients; of clients without a plan in the same days. "
        "Returns and cancelled orders are left out.",
        bg="Колко различни продуктови групи е купил клиентът за равен брой дни преди и след първото изпълнено "
        "действие от плана, сумирано по клиенти; при клиентите без план – през същите дни. Връщанията и отказаните "
        "поръчки не се броят.",
    ),
    unit=Unit.COUNT,
    better=Better.HIGHER,
    needs=NEEDS | {"orders": ("client", "ordered_on", "amount", "order_id")},
    uses=USES
    | {
        "orders": ("manager", "status", "is_return", "product_group"),
        "order_lines": ("order_id", "product_group", "quantity", "price", "amount"),
    },
    along={"stretch": None},
    only=(*ONLY, "kind"),
    dated_by="ordered_on",
    source=PLAN,
    example=Example(
        given={
            **ROUND_AN_ACTION,
            "order_lines": "order_id | product_group | amount\n8 | pumps | 30\n8 | pipes | 20",
        },
        answer=dict(zip(STRETCHES, (1, 2, 1, 2), strict=True)),
    ),
)
def groups_round_actions(
    orders: ir.Table, order_groups: ir.Table, clients_round_actions: ir.Table, plan_days: ir.Table
) -> ir.Table:
    """total = the weight of an order for a group: the share of spans in which it is the client's first with it."""
    facts = _numbered(sold(orders)).drop("product_group", "amount", "previous")
    facts = facts.inner_join(order_groups.drop("total"), "_key")
    turn = ibis.window(group_by=["client", "product_group"], order_by=["number", "_key"])
    facts = facts.mutate(previous=facts.number.lag().over(turn))
    facts = _of_clients(stretched(facts, clients_round_actions, plan_days))
    return facts.mutate(total=facts.weight, n=1)


def clients_round(tables: Tables, filters: Filters) -> pd.DataFrame:
    """Return the clients that `clients_compared` counts, one row each: client, standing, kind, acted_on, span.

    `acted_on` is a timestamp, null for a client without a plan.
    """
    found = clients_compared.cases(tables, filters, ("client", "standing", "kind", "acted", "span"))
    acted_on = pd.to_datetime(found["acted"].astype("Int64").astype("object"), unit="D")
    found = found.drop(columns="acted").assign(acted_on=acted_on)
    return found.sort_values("client", ignore_index=True)
