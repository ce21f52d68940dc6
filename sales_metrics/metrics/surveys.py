"""Whether clients are asked after an order is done."""

from __future__ import annotations

import ibis.expr.types as ir
import pandas as pd

from ..engine import Tables
from ..model.text import Text
from ..model.unit import Better, Unit
from . import asked as _asked  # noqa: F401  declares a kept table
from .declaration import Example, metric
from .filters import Filters
from .kinds import Rate
from .sources import BOOK


@metric(
    kind=Rate(),
    name=Text(ru="Охват опросами", en="Survey coverage", bg="Обхват на анкетите"),
    definition=Text(
        ru="По какой доле выполненных заказов клиент опрошен. Заказ выполнен, если у него есть дата выполнения "
        "или такой статус; возвраты и отменённые заказы не считаются. Несколько анкет по одному заказу – один "
        "опрос.",
        en="For what share of the completed orders the client was surveyed. An order is completed when it has a "
        "completion date or says so; returns and cancelled orders are left out. Several surveys of one order "
        "are one.",
        bg="За какъв дял от изпълнените поръчки клиентът е анкетиран. Поръчката е изпълнена, ако има дата на "
        "изпълнение или такъв статус; връщанията и отказаните поръчки не се броят. Няколко анкети за една "
        "поръчка са една.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"orders": ("order_id", "completed_on"), "surveys": ("order_id",)},
    uses={"orders": ("ordered_on", "status", "is_return")},
    dated_by="completed_on",
    target=0.9,
    also=("unasked",),
    source=BOOK,
    example=Example(
        given={
            "orders": """
                order_id | ordered_on | completed_on | status    | is_return
                1        | 2026-03-01 | 2026-03-10   |           |
                2        | 2026-03-02 | 2026-03-11   | completed | false
                3        | 2026-03-03 |              | completed |
                4        | 2026-03-04 | 2026-03-12   | cancelled |
                5        | 2026-03-05 | 2026-03-13   |           | true
                6        | 2026-03-06 |              | open      |
                7        | 2026-03-07 | 2026-03-14   |           |
            """,
            "surveys": """
                order_id | surveyed_on
                1        | 2026-03-12
                1        | 2026-03-13
                2        | 2026-03-14
                3        | 2026-03-15
                6        | 2026-03-16
            """,
        },
        answer=0.75,
    ),
)
def survey_coverage(asked_orders: ir.Table) -> ir.Table:
    """k = surveyed, n = completed orders, `unasked` the rest. Without a completion date the order's is taken."""
    return asked_orders.mutate(k=asked_orders.asked, n=1, unasked=1 - asked_orders.asked)


def clients_asked(tables: Tables, filters: Filters) -> tuple[int, int]:
    """Return how many clients were asked at least once, and how many have a completed order."""
    found = survey_coverage.refined(tables, ("client",), filters, _heads).iloc[0]
    return int(found["k"]), int(found["n"])


def _heads(parts: ir.Table, by: tuple[str, ...]) -> ir.Table:
    del by
    named = parts.filter(parts.client.notnull(), parts.n > 0)
    return named.agg(k=(named.k > 0).sum().fill_null(0), n=named.count())


def unasked_orders(tables: Tables, filters: Filters, most: int) -> pd.DataFrame:
    """Return the completed orders after which nobody asked, the longest done first: at most so many.

    Columns: order_id, client, manager, completed_on (of the order where there is none; undated ones come last).
    """
    columns = ("order_id", "client", "manager", "completed_on")
    return survey_coverage.cases(tables, filters, columns, "unasked", most)
