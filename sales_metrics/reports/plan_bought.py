"""What clients bought round the actions of plans, client by client and day by day, and how that changed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..metrics.development import groups_by_day
from ..metrics.filters import Filters
from ..metrics.orders import purchases_by_day
from ..metrics.plan_results import bought_round, clients_round, groups_round
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
    if not len(days):
        return dict.fromkeys(("revenue", "orders"), (np.zeros((len(clients), 0)),) * 2)
    first, last = (date(1970, 1, 1) + timedelta(days=int(edge)) for edge in (days[0] - span, days[-1] + span - 1))
    reached, place = Filters(Period(first, last)), pd.Index(clients)

    def placed(rows: pd.DataFrame) -> tuple[pd.DataFrame, Any, Any]:
        who = place.get_indexer(pd.Index(rows["client"]))
        return rows[who >= 0], who[who >= 0], _number(rows.loc[who >= 0, "day"])

    rows, who, when = placed(purchases_by_day(context.tables, reached))
    found = {
        figure: sums_round(who, when, rows[column], len(clients), days, span)
        for figure, column in (("revenue", "total"), ("orders", "orders"))
    }
    rows, who, when = placed(groups_by_day(context.tables, reached))
    groups = kinds_round(who, when, pd.factorize(rows["product_group"])[0], len(clients), days, span)
    if any(side.any() for side in groups):
        found["groups"] = groups
    return found


def _number(days: pd.Series[Any]) -> npt.NDArray[np.int64]:
    return pd.to_datetime(days).to_numpy().astype("datetime64[D]").astype(np.int64)


@remembered
def bought_by_client(context: Context) -> pd.DataFrame:
    """Return all clients as they stand, with what those with a plan bought before and after. Not to be altered.

    Columns: client, standing, kind, acted_on, span, and revenue, orders and groups each with _before and _after,
    0 where nothing was bought.
    """
    filters = as_of_today(context)
    found = clients_round(context.tables, filters).set_index("client")
    for rows in (bought_round(context.tables, filters), groups_round(context.tables, filters)):
        for when in (BEFORE, AFTER):
            side = rows[rows["stretch"] == f"{WITH} {when}"].set_index("client").drop(columns="stretch")
            side = side.reindex(found.index).fillna(0.0).astype("float64")
            found = found.join(side.add_suffix(f"_{when}"))
    return found.reset_index()
