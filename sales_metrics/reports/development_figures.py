"""The key figures of client development per manager, segment or region, and the order value of product groups.

Long because the breadth of purchases is counted here, which the goals ask for as well.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..metrics.development import purchases
from ..model.panel import Align, Bar, Bars, Drill, Empty, ListColumn, Listing, ListRow, Panel
from ..model.period import Period
from ..model.tables import TABLES
from ..statistics.client_growth import LEAST, breadths
from ..text.numbers import counts, money, number, percent, signed
from ..text.plural import ORDERS, counted
from . import development_words as words
from .context import Context, remembered
from .development_base import (
    WHOLE,
    Stretch,
    clients_of,
    divided,
    division_choice,
    drill_of,
    each_once,
    foot_of,
    group_name,
    opened,
    ratio,
    segments,
    undivided,
)
from .missing import NEEDS, UPLOAD, missing_panel, nothing_panel
from .shares import rows_of

KEY: Final = "development.figures"
CHEQUES: Final = "development.order_value"
_GROUPS: Final = "order_value_by_group"
_YEAR: Final = 365
_BARS_SHOWN: Final = 15


def figures_panel(context: Context) -> Panel:
    """Return a row per group: orders, revenue and product groups per client, share of wallet, priorities."""
    title = context.say(words.KPI_NAME)
    found = opened(KEY, title, words.KPI_WOULD, context)
    if isinstance(found, Panel):
        return found
    stretch, _ = found
    division = division_choice(context)
    absent = undivided(KEY, title, division, context)
    if absent:
        return absent
    by = division.chosen if division else WHOLE
    clients = clients_of(context, stretch, by)
    if clients.empty:
        return nothing_panel(KEY, title, context)
    equal = context.rule("breadth_at_purchases")
    breadth = [breadth_of(context, period, by) for period in (stretch.now, stretch.before)]
    raised = _raised(context, stretch, by)
    heads = [
        words.HEAD_CLIENTS,
        words.HEAD_ORDERS,
        words.HEAD_ORDERS_BASE,
        words.HEAD_GROUPS,
        words.HEAD_RAREFIED,
        words.HEAD_WALLET,
        words.HEAD_PRIORITY,
        words.HEAD_REVENUE,
    ]
    n = number(equal, context.language)
    columns = [ListColumn(context.say(words.DIVIDED[by]))]
    columns += [ListColumn(context.say(head, n=n), Align.RIGHT) for head in heads]
    every, spread = with_potentials(each_once(clients, stretch, context), context), breadth
    if len(every) < len(clients):
        spread = [breadth_of(context, period, WHOLE) for period in (stretch.now, stretch.before)]
    whole = _cells(context.say(words.WHOLE), every, spread, _net(raised), stretch, context)
    rows = [ListRow(whole, drill_of(every, stretch))]
    for group, mine in divided(with_potentials(clients, context), by):
        some = [frame[_of(frame["group"], group)] for frame in breadth]
        change = None if raised is None else _net(raised[_of(raised["group"], group)])
        cells = _cells(group_name(group, context), mine, some, change, stretch, context)
        rows.append(ListRow(cells, drill_of(mine, stretch, by, group)))
    per = [_per_client(every, name) for name in ("now", "before")]
    return Panel(
        key=KEY,
        title=context.say(
            words.KPI_TITLE,
            **{k: number(v, context.language, 1) for k, v in zip(("now", "before"), per, strict=True)},
        ),
        subtitle=context.say(words.KPI_SUBTITLE, **stretch.said(context)),
        picture=Listing(tuple(columns), tuple(rows), shown=13),
        foot=f"{context.say(words.KPI_FOOT, n=n)} {foot_of(stretch, context)}",
    )


def _of(groups: pd.Series[Any], group: Any) -> pd.Series[bool]:
    return groups.isna() if pd.isna(group) else groups == group


def _per_client(clients: pd.DataFrame, when: str) -> float:
    orders = clients[f"orders_{when}"]
    return ratio(orders.sum(), clients.loc[orders > 0, "client"].nunique())


def _cells(
    label: str,
    clients: pd.DataFrame,
    breadth: list[pd.DataFrame],
    change: float | None,
    stretch: Stretch,
    context: Context,
) -> tuple[str, ...]:
    language = context.language
    base = clients[clients["before"] > LEAST]
    active = {when: clients[clients[f"orders_{when}"] > 0] for when in ("now", "before")}
    revenue = [ratio(active[when][when].sum(), active[when]["client"].nunique()) for when in ("now", "before")]
    groups = [ratio(frame["groups"].sum(), frame["clients"].sum()) for frame in breadth]
    equal = [ratio(frame["rarefied"].sum(), frame["clients"].sum()) for frame in breadth]
    per_base = [ratio(base[f"orders_{when}"].sum(), len(base)) for when in ("now", "before")]
    return (
        label,
        _was([float(active[when]["client"].nunique()) for when in ("now", "before")], 0, context),
        _was([_per_client(clients, when) for when in ("now", "before")], 1, context),
        _was(per_base, 1, context),
        _was(groups, 1, context),
        _was(equal, 1, context),
        wallet_said(clients, stretch, context),
        "" if change is None else signed(change, language),
        context.say(
            words.WAS,
            now=money(revenue[0], language, context.currency),
            before=money(revenue[1], language, context.currency),
        ),
    )


def _was(values: list[float], decimals: int, context: Context) -> str:
    now, before = ("–" if np.isnan(value) else number(value, context.language, decimals) for value in values)
    return "" if all(map(np.isnan, values)) else context.say(words.WAS, now=now, before=before)


def wallet_of(clients: pd.DataFrame, days: int) -> tuple[float, int]:
    """Return the share of wallet and for how many clients it is known: one ratio of sums, NaN where none is.

    `clients` has now (bought) and potential (a year); the potential is taken for as many days as were looked at.
    """
    known = clients[clients["potential"] > 0]
    return ratio(float(known["now"].sum()), float(known["potential"].sum()) * days / _YEAR), len(known)


def wallet_said(clients: pd.DataFrame, stretch: Stretch, context: Context) -> str:
    """Return the share of wallet with its coverage in words, nothing where no potential is known."""
    share, known = wallet_of(clients, days_of(stretch, context))
    if not known:
        return ""
    of = counts(known, len(clients), context.language)
    return context.say(words.WALLET_OF, share=percent(share, context.language), n=of)


def days_of(stretch: Stretch, context: Context) -> int:
    """Return the days of a stretch; a year is a year, of 366 days as well."""
    start, end = stretch.now.start or stretch.first, stretch.now.end or context.today
    return min((end - start).days + 1, _YEAR)


def with_potentials(clients: pd.DataFrame, context: Context) -> pd.DataFrame:
    """Return clients with `potential`, what each buys a year from everybody; NaN where that is not known."""
    return clients.merge(_potentials(context), on="client", how="left")


@remembered
def _potentials(context: Context) -> pd.DataFrame:
    table = context.tables["clients"]
    known = table.filter(table.client.notnull(), table.potential_year.notnull())
    found = known.group_by("client").agg(potential=known.potential_year.max())
    return context.tables.fetch(found).astype({"potential": "float64"})


@remembered
def breadth_of(context: Context, period: Period, by: str) -> pd.DataFrame:
    """Return per group how many product groups its clients bought in a period.

    Columns: group, clients (how many bought anything), groups (summed over them) and rarefied: how many would be
    met in as many purchases as the rules say, summed as well. A purchase is one product group within one order.
    Empty when no file tells the product group.
    """
    found = _purchases(context, period, "region" if by == "region" else "manager")
    known = segments(context).set_index("client")["segment"] if by == "segment" else None
    return widths(found, by, context.rule("breadth_at_purchases"), known)


def widths(found: pd.DataFrame, by: str, equal: float, known: pd.Series[str] | None = None) -> pd.DataFrame:
    """Return the breadth of each group from client, the division, product_group and n; see `breadth_of`.

    `known` names the division of each client where it is the client's own.
    """
    client, clients = pd.factorize(found["client"])
    counts = found["n"].to_numpy()
    if known is None:
        group, names = pd.factorize(found[by], use_na_sentinel=False)
    else:
        # What several managers sold a client of one product group is one group that it buys.
        kind, kinds = pd.factorize(found["product_group"])
        both, where = np.unique(client * len(kinds) + kind, return_inverse=True)
        client, counts = both // max(len(kinds), 1), np.bincount(where, counts, minlength=len(both))
        of_client, names = pd.factorize(pd.Series(clients).map(known), use_na_sentinel=False)
        group = of_client[client]
    made = breadths(client, group, counts, equal)
    return pd.DataFrame({"group": names, "clients": made.clients, "groups": made.groups, "rarefied": made.rarefied})


@remembered
def _purchases(context: Context, period: Period, by: str) -> pd.DataFrame:
    """Return in how many orders of a period each client bought each product group. Not to be altered."""
    return purchases(context.tables, replace(context.filters, period=period), by)


def _raised(context: Context, stretch: Stretch, by: str) -> pd.DataFrame | None:
    metric = METRICS["priority_raised"]
    if metric.missing(context.tables):
        return None
    found = metric.measure(context.tables, by=(by,), filters=replace(context.filters, period=stretch.now))
    return found.rename(columns={by: "group"})


def _net(raised: pd.DataFrame | None) -> float | None:
    return None if raised is None else float(raised["total"].sum())


def order_value_panel(context: Context) -> Panel:
    """Return the average amount of each product group per order that contains it, with that of the year before."""
    metric, title = METRICS[_GROUPS], context.say(words.CHEQUE_NAME)
    absent = missing_panel(CHEQUES, title, metric, words.CHEQUE_WOULD, context) or ungrouped(
        CHEQUES, title, context
    )
    if absent:
        return absent
    opening = opened(CHEQUES, title, words.CHEQUE_WOULD, context)
    if isinstance(opening, Panel):
        return opening
    stretch, _ = opening
    now, before = (
        metric.measure(context.tables, filters=replace(context.filters, period=period))
        for period in (stretch.now, stretch.before)
    )
    if now.empty:
        return nothing_panel(CHEQUES, title, context)
    was = dict(zip(before["product_group"], before["value"], strict=True))
    rows = rows_of(now.sort_values("value", ascending=False, kind="stable"))
    bars = tuple(
        Bar(
            label=str(row.product_group),
            value=float(row.value),
            text=money(row.value, context.language, context.currency),
            drill=Drill(_GROUPS, MappingProxyType({"product_group": str(row.product_group)}), period=stretch.now),
            aside=counted(int(row.n), context.language, ORDERS),
            tick=float(was[row.product_group]) if row.product_group in was else None,
        )
        for row in rows[:_BARS_SHOWN]
    )
    return Panel(
        key=CHEQUES,
        title=context.say(words.CHEQUE_TITLE, group=bars[0].label, money=bars[0].text),
        subtitle=context.say(words.CHEQUE_SUBTITLE, **stretch.said(context)),
        picture=Bars(bars),
        foot=f"{context.say(words.CHEQUE_FOOT)} {context.as_of}",
    )


def ungrouped(key: str, title: str, context: Context) -> Panel | None:
    """Return the panel that says that no file tells the product group, or `None` if one does."""
    if any("product_group" in context.tables.present(table) for table in ("order_lines", "orders")):
        return None
    table = TABLES["orders"]
    said = f"{table.title.in_(context.language)}: {table.column('product_group').title.in_(context.language)}"
    why, action = context.say(NEEDS, columns=said), context.say(UPLOAD)
    return Panel(key, title, "", Empty(why, context.say(words.CHEQUE_WOULD), action))
