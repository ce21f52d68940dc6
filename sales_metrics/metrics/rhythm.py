"""Which clients have fallen silent against their own rhythm, and which of them came back.

A client stands in its last order. Orders of one day are one purchase, returns and cancelled orders none. The state
is that of the last day of the data, so it is asked for without a period.
"""

from __future__ import annotations

from typing import Any, Final

import ibis
import ibis.expr.types as ir
import numpy as np
import pandas as pd

from ..engine import Tables
from ..model.text import Text
from ..model.unit import Better, Unit
from ..statistics.rhythm import fitted, limits, return_quantile
from .declaration import Example, metric
from .filters import Filters
from .held import took_place
from .in_force import rule
from .kept import kept
from .kinds import Rate
from .orders import sold
from .sources import RHYTHM

NEEDS: Final = {"orders": ("client", "ordered_on")}
ONLY: Final = ("manager", "client", "segment", "size", "channel", "month")
YEAR: Final = 365

_RARE: Final = "order_id | client | ordered_on | status\n" + "\n".join(
    [f"a{day} | Alfa | 2026-01-{day:02} |" for day in (1, 8, 15, 22, 29)]
    + ["a30 | Alfa | 2026-02-05 |"]
    + [
        f"b{day} | Beta | 2026-0{month}-{day:02} |"
        for month, day in ((1, 5), (2, 5), (3, 5), (4, 5), (5, 5), (6, 5))
    ]
    + ["g1 | Gamma | 2026-06-01 |", "b9 | Beta | 2026-06-30 | cancelled"]
)
"""Alfa orders every week and has been silent for five months; Beta every month, and is in time; Gamma came once."""

STATE: Final = {
    "last_key": "string",
    "gaps": "int64",
    "typical": "float64",
    "silent": "int64",
    "late_after": "float64",
    "asleep_after": "float64",
    "regular": "boolean",
    "bought": "float64",
    "orders": "int64",
    "first_on": "date",
    "next_on": "date",
    "touched": "int64",
}


def _finished(rows: pd.DataFrame) -> pd.DataFrame:
    """Put the limits beside the silence of every client; NaN where neither it nor the others say anything."""
    # Sums of floats depend on the order, and an engine keeps none.
    rows = rows.sort_values("last_key", ignore_index=True)
    known = {name: rows[name].to_numpy(dtype="float64") for name in ("gaps", "days", "mean_log", "spread_log")}
    prior = fitted(known["gaps"], known["days"])
    waited = rows["first_gap"].astype("float64").fillna(rows["silent"].astype("float64"))
    found = {}
    regular = np.zeros(len(rows), dtype=bool)
    for name, level in (("late_after", "late"), ("asleep_after", "asleep")):
        quantile = float(rows[level].iloc[0]) if len(rows) else 0.5
        second = return_quantile(waited, rows["first_gap"].notna(), quantile)
        found[name], regular = limits(known, quantile, prior, second)
    with np.errstate(invalid="ignore"):
        typical = np.where(known["gaps"] > 0, known["days"] / np.maximum(known["gaps"], 1), np.nan)
    return rows.assign(**found, regular=regular, typical=typical)


def _rhythm(orders: ir.Table, contacts: ir.Table, rules: ir.Table, day: Any, until: Any) -> ir.Table:
    """One row per client that had ordered by `day`: its gaps, its silence then, and what came until `until`."""
    bought = sold(orders)
    bought = bought.filter(bought.client.notnull(), bought.ordered_on.notnull())
    bought = bought.mutate(amount=bought.amount.fill_null(0.0))
    later = bought.filter(bought.ordered_on > day, bought.ordered_on <= until)
    later = later.group_by("client").agg(next_on=later.ordered_on.min())
    bought = bought.filter(bought.ordered_on <= day)
    days = bought.group_by("client", "ordered_on").agg(
        amount=bought.amount.sum(), key=bought["_key"].max(), orders=bought.count()
    )
    own = ibis.window(group_by="client", order_by="ordered_on")
    number = days.ordered_on.epoch_days()
    days = days.mutate(gap=number - number.lag().over(own), turn=ibis.row_number().over(own))
    last = days.ordered_on.max().over(ibis.window(group_by="client"))
    days = days.mutate(last_on=last)
    logs = days.gap.cast("float64").log()
    clients = days.group_by("client").agg(
        last_key=days.key.max(where=days.ordered_on == days.last_on),
        first_on=days.ordered_on.min(),
        last_on=days.last_on.max(),
        gaps=days.gap.count(),
        days=days.gap.sum().fill_null(0),
        mean_log=logs.mean(),
        spread_log=logs.std(how="sample"),
        first_gap=days.gap.max(where=days.turn == 1),
        bought=days.amount.sum(where=days.ordered_on > days.last_on - ibis.interval(days=YEAR)),
        orders=days.orders.sum(),
    )
    held = contacts.filter(took_place(contacts), contacts.client.notnull())
    on = held.held_at.cast("date")
    held = held.filter(on > day, on <= until).group_by("client").agg(touched_on=held.held_at.min().cast("date"))
    for part in (later, held):
        clients = clients.left_join(part, "client").drop("client_right")
    # A contact that came after the order did not bring it.
    first = clients.touched_on.notnull() & (clients.next_on.isnull() | (clients.touched_on <= clients.next_on))
    return clients.mutate(
        silent=(day.epoch_days() - clients.last_on.epoch_days()).cast("int64"),
        touched=first.cast("int64"),
        late=rule(rules, "late_beyond"),
        asleep=rule(rules, "asleep_beyond"),
    )


@kept(STATE, finish=_finished)
def client_rhythm(orders: ir.Table, contacts: ir.Table, rules: ir.Table, today: ir.Table) -> ir.Table:
    """One row per client that ever bought, as of the last day of the data.

    `silent`, `late_after` and `asleep_after` are days since the last order and how many are too many; `typical` is
    the mean gap; `bought` what the client bought in the year that ended with its last order.
    """
    day = today.day.max().as_scalar()
    return _rhythm(orders, contacts, rules, day, day)


@kept(STATE, finish=_finished)
def rhythm_before(orders: ir.Table, contacts: ir.Table, rules: ir.Table, today: ir.Table) -> ir.Table:
    """Return the same as it was when the time to come back began; `next_on` is the first order since, if any."""
    day = today.day.max().as_scalar()
    back = rule(rules, "reactivation_days").cast("int64")
    start = (day - back.as_interval("D")).cast("date")
    return _rhythm(orders, contacts, rules, start, day)


def _joined(orders: ir.Table, state: ir.Table, rules: ir.Table) -> ir.Table:
    state = state.filter(state.asleep_after.notnull(), ~state.asleep_after.isnan())
    state = state.filter(state.silent <= rule(rules, "gone_after_days"))
    return orders.inner_join(state.drop("orders"), orders["_key"] == state.last_key)


@metric(
    kind=Rate(),
    name=Text(ru="Спящие клиенты", en="Sleeping clients", bg="Заспали клиенти"),
    definition=Text(
        ru="Доля клиентов, которые молчат дольше, чем позволяет их собственный ритм: так долго без заказа у них "
        "бывает в одном случае из двадцати. О клиентах с малым числом заказов судим и по ритму остальных. "
        "Клиенты без заказов дольше двух лет не считаются.",
        en="The share of clients that have been silent for longer than their own rhythm allows: one gap in twenty "
        "between their orders would be as long. Clients with few orders are judged by the rhythm of the others as "
        "well. Clients without an order for over two years are left out.",
        bg="Дял на клиентите, които мълчат по-дълго, отколкото допуска собственият им ритъм: само една от двадесет "
        "паузи между поръчките им е толкова дълга. За клиенти с малко поръчки съдим и по ритъма на останалите. "
        "Клиентите без поръчка повече от две години не се броят.",
    ),
    unit=Unit.SHARE,
    better=Better.LOWER,
    needs=NEEDS,
    uses={"orders": ("manager",)},
    only=ONLY,
    dated_by="ordered_on",
    source=RHYTHM,
    example=Example(given={"orders": _RARE}, answer=1 / 2),
)
def sleeping_clients(orders: ir.Table, client_rhythm: ir.Table, rules: ir.Table) -> ir.Table:
    """k = silent beyond the limit, n = clients of whose rhythm something is known, each in its last order."""
    facts = _joined(orders, client_rhythm, rules)
    return facts.mutate(k=(facts.silent > facts.asleep_after).cast("int64"), n=1)


@metric(
    kind=Rate(),
    name=Text(ru="Вернувшиеся спящие клиенты", en="Sleeping clients come back", bg="Върнали се заспали клиенти"),
    definition=Text(
        ru="Из клиентов, которые спали 90 дней назад, доля тех, кто с тех пор снова заказал; отдельно те, с кем за "
        "это время (до заказа) был контакт, и остальные: сколько вернулось бы само, видно по ним.",
        en="Of the clients that were asleep 90 days ago, the share that has ordered since; those with a contact in "
        "that time, before the order, stand apart from the others, which show how many come back by themselves.",
        bg="От клиентите, които са били заспали преди 90 дни, делът на поръчалите оттогава; отделно са тези с "
        "контакт през това време (преди поръчката) и останалите: по тях личи колко се връщат сами.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs=NEEDS,
    uses={"orders": ("manager",), "contacts": ("client", "held_at", "kind", "result")},
    along={"touched": None},
    only=("manager", "client", "segment", "channel", "month"),
    dated_by="ordered_on",
    source=RHYTHM,
    example=Example(given={"orders": _RARE}, answer={"no": 0.0}),
)
def reactivated(orders: ir.Table, rhythm_before: ir.Table, rules: ir.Table) -> ir.Table:
    """k = ordered since, n = clients asleep then, each in the last order before; `touched` is "yes" or "no"."""
    facts = _joined(orders, rhythm_before, rules)
    facts = facts.filter(facts.silent > facts.asleep_after)
    return facts.mutate(
        k=facts.next_on.notnull().cast("int64"), n=1, touched=ibis.ifelse(facts.touched == 1, "yes", "no")
    )


def rhythms(tables: Tables, filters: Filters) -> pd.DataFrame:
    """Return the clients that `sleeping_clients` counts, one row each, with what is known of their rhythm.

    Columns: client, manager (if known), the columns of `client_rhythm` but `orders`, and `k` (1 is asleep).
    """
    state = tuple(name for name in STATE if name != "orders")
    found = sleeping_clients.cases(tables, filters, ("client", "manager", *state, "k"))
    return found.sort_values("last_key", kind="stable", ignore_index=True)
