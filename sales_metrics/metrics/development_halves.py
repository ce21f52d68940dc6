"""What clients buy against the weeks before, for data that do not reach back a year."""

from __future__ import annotations

from datetime import date
from typing import Final

import ibis
import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .development import SPLITS, side_by_side
from .kinds import Total
from .sources import CUSTOMER_BASE

FOUR_WEEKS: Final = {
    "orders": """
        order_id | client | ordered_on | amount | is_return
        1        | Alfa   | 2026-03-03 | 100    |
        2        | Beta   | 2026-03-12 | 50     |
        3        | Alfa   | 2026-03-20 | 170    |
        4        | Alfa   | 2026-03-21 | 20     | true
        5        | Gamma  | 2026-03-30 | 40     |
    """
}
"""The 28 days from 3 to 30 March part into two weeks and two weeks: 190 now against 150."""


def half_of(first: date, last: date) -> int:
    """Return the days in half of what lies between two days, both included, in whole weeks: 0 below two weeks."""
    return ((last - first).days + 1) // 14 * 7


@metric(
    kind=Total(),
    name=Text(
        ru="Покупки во второй половине данных",
        en="Purchases in the later half of the data",
        bg="Покупки във втората половина на данните",
    ),
    definition=Text(
        ru="Выручка последних недель минус выручка стольких же недель перед ними: данные от первого заказа до "
        "последнего дня делятся пополам целыми неделями, поэтому дни недели в половинах одни и те же. Возвраты "
        "вычитаются, отменённые заказы не считаются; заказы без клиента или без даты не входят.",
        en="Revenue of the latest weeks less that of as many weeks before: the data from the first order to the "
        "last day are halved in whole weeks, so both halves have the same days of the week. Returns are taken off, "
        "cancelled orders left out, and so are orders without a client or a date.",
        bg="Приходите от последните седмици минус тези от още толкова седмици преди тях: данните от първата "
        "поръчка до последния ден се делят наполовина в цели седмици, затова дните от седмицата са едни и същи. "
        "Връщанията се изваждат, отказаните поръчки не се броят; поръчките без клиент или без дата не влизат.",
    ),
    unit=Unit.MONEY,
    better=Better.HIGHER,
    needs={"orders": ("client", "ordered_on", "amount")},
    uses={"orders": ("manager", "status", "is_return"), "clients": ("client", "manager")},
    dated_by="compared_on",
    dated_as=Text(
        ru="дата заказа, для первой половины на половину позже",
        en="date of the order, half of the data later for those of the first half",
        bg="дата на поръчката, а за първата половина с половината данни по-късно",
    ),
    also=("now", "before", "orders_now", "orders_before"),
    only=SPLITS,
    source=CUSTOMER_BASE,
    example=Example(given=FOUR_WEEKS, answer=40.0),
)
def halves_compared(client_orders: ir.Table, orders: ir.Table, today: ir.Table) -> ir.Table:
    """Each order of the two halves, its amount now or less its amount before; columns as in `revenue_compared`."""
    last = today.day.max().as_scalar()
    weeks = (last.delta(orders.ordered_on.cast("date").min().as_scalar(), unit="day") + 1) // 14
    span = ibis.interval(days=7) * weeks.cast("int32")
    facts = side_by_side(client_orders, lambda day: (day.cast("timestamp") + span).cast("date"))
    return facts.filter(facts.compared_on > (last.cast("timestamp") - span).cast("date"), facts.compared_on <= last)
