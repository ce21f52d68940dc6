"""What clients bought round the actions of plans, client by client and day by day, and how that changed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..metrics.development import groups_by_day
from ..metrics.filters import ALL, Filters
from ..metrics.orders import purchases_by_day
from ..metrics.plan_results import clients_round
from ..metrics.round_actions import AFTER, BEFORE, WITH, WITHOUT
from ..model.period import Period
from ..statistics.change_by_strata import Change, Floats, Kind, change_by_strata, choices
from ..statistics.spans import kinds_round, sums_round
from .attention_waiting import as_of_today
from .context import Context, remembered

FIGURES: Final = ("revenue", "orders", "groups")
"""What is compared: the numbers of other pages, client by client."""
TOGETHER: Final = 0.95
"""How often the intervals of all three figures are right at once; each takes a third of what is left."""


@remembered
def changes(context: Context) -> dict[str, Change]:
    """Return how each figure changed among clients with a plan against others of their kind.

    A figure that no file tells, such as product groups where orders name none, is left out.
    """
    clients = bought_by_client(context)
    compared = clients[clients["standing"].isin([WITH, WITHOUT])].reset_index(drop=True)
    days = np.unique(_number(compared.loc[compared["standing"] == WITH, "acted_on"]))
    span = int(context.rule("plan_span_days"))
    level = 1 - (1 - TOGETHER) / len(FIGURES)
    sides = _round_days(compared["client"], days, span, context)
    # What they buy says who is first: names, which differ by language, do not decide what is drawn.
    compared = compared.assign(bought=sum(side.sum(axis=1) for side in sides["revenue"]))
    told = {figure: _kinds(compared, days, *both) for figure, both in sides.items()}
    # The kinds are the same for every figure, and so are the choices among their members.
    picks = choices(told["revenue"], seed=1)
    return {figure: change_by_strata(kinds, level=level, picks=picks) for figure, kinds in told.items()}


def _kinds(compared: pd.DataFrame, days: Any, before: Floats, after: Floats) -> list[Kind]:
    kinds = []
    for name, members in compared.groupby("kind"):
        members = members.sort_values(["standing", "bought", "client"])
        mine = members[members["standing"] == WITH]
        column = np.searchsorted(days, _number(mine["acted_on"]))
        rows = members.index.to_numpy()
        kinds.append(Kind(str(name), before[rows], after[rows], column))
    return kinds


def _round_days(
    clients: pd.Series[str], days: Any, span: int, context: Context
) -> dict[str, tuple[Floats, Floats]]:
    """Return what every client had of each figure before and after every day, from the numbers of other pages."""
    bought, groups = _reached(context)
    who, rows, when = _placed(bought, clients)
    found = {
        figure: sums_round(who, when, rows[figure], len(clients), days, span) for figure in ("revenue", "orders")
    }
    who, rows, when = _placed(groups, clients)
    kinds = kinds_round(who, when, pd.factorize(rows["product_group"])[0], len(clients), days, span)
    if any(side.any() for side in kinds):
        found["groups"] = kinds
    return found


@remembered
def _standing(context: Context) -> pd.DataFrame:
    """Return how each client stands; see `clients_round`."""
    return clients_round(context.tables, as_of_today(context))


@remembered
def _reached(context: Context) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return who bought for how much and which product groups on the days that the spans of plans reach.

    Columns: client, day, revenue, orders; client, day, product_group.
    """
    clients = _standing(context)
    acted, span = clients.loc[clients["standing"] == WITH, "acted_on"], int(context.rule("plan_span_days"))
    spans = Period()
    if len(acted):
        first, last = acted.min() - pd.Timedelta(days=span), acted.max() + pd.Timedelta(days=span - 1)
        spans = Period(first.date(), last.date())
    bought = purchases_by_day(context.tables, Filters(spans)).rename(columns={"total": "revenue"})
    return bought, groups_by_day(context.tables, Filters(spans))


def _placed(rows: pd.DataFrame, clients: pd.Series[str]) -> tuple[Any, pd.DataFrame, npt.NDArray[np.int64]]:
    """Return the rows of some clients, before them the place of each one's client and after them their days."""
    who = pd.Index(clients).get_indexer(pd.Index(rows["client"]))
    told = (who >= 0) & rows["day"].notna().to_numpy()
    return who[told], rows[told], _number(rows.loc[told, "day"])


def _number(days: pd.Series[Any]) -> npt.NDArray[np.int64]:
    return pd.to_datetime(days).to_numpy().astype("datetime64[D]").astype(np.int64)


@remembered
def bought_by_client(context: Context) -> pd.DataFrame:
    """Return all clients as they stand, with what those with a plan bought before and after. Not to be altered.

    Columns: client, standing, kind, acted_on, span, and revenue, orders and groups each with _before and _after,
    0 where nothing was bought.
    """
    found = _standing(context)
    planned = found.loc[found["standing"] == WITH].reset_index()
    bought, groups = _reached(replace(context, filters=ALL))
    sides = {name: [np.zeros(len(found))] * 2 for name in FIGURES}
    for rows in (bought, groups):
        who, mine, when = _placed(rows, planned["client"])
        off = when - _number(planned["acted_on"])[who]
        span = planned["span"].to_numpy(dtype=np.int64)[who]
        for at, inside in enumerate(((off < 0) & (off >= -span), (off >= 0) & (off < span))):
            side = mine[inside].assign(place=planned["index"].to_numpy()[who[inside]])
            if rows is groups:
                side = side.drop_duplicates(["place", "product_group"]).assign(groups=1.0)
            for name in side.columns.intersection(list(FIGURES)):
                sums = np.bincount(side["place"], side[name], minlength=len(found))
                sides[name][at] = sums.astype(np.float64)
    named = {f"{name}_{when}": side[at] for name, side in sides.items() for at, when in enumerate((BEFORE, AFTER))}
    return found.assign(**named)
