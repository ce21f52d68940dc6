"""What clients bought round the actions of plans, client by client and day by day, and how that changed."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..metrics import METRICS
from ..metrics.plan_results import clients_round
from ..metrics.round_actions import AFTER, BEFORE, WITH, WITHOUT
from ..statistics.change_by_strata import Change, Floats, Kind, change_by_strata
from ..statistics.spans import kinds_round, sums_round
from .attention_waiting import as_of_today
from .context import Context, remembered

FIGURES: Final = {"revenue": "revenue", "orders": "sales_per_client", "groups": "order_value_by_group"}
"""What is compared, and the number of the other pages that it is made of."""
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
    found: dict[str, Change] = {}
    for figure in FIGURES:
        before, after = _round_days(figure, compared["client"], days, span, context)
        if figure == "groups" and not (before.any() or after.any()):
            continue
        if not found:
            # What they buy says who is first: names, which differ by language, do not decide what is drawn.
            compared = compared.assign(bought=(before + after).sum(axis=1))
        found[figure] = change_by_strata(_kinds(compared, days, before, after), level=level, seed=1)
    return found


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
    figure: str, clients: pd.Series[str], days: Any, span: int, context: Context
) -> tuple[Floats, Floats]:
    """Return what every client had of a figure before and after every day, from the numbers of the other pages."""
    rows = METRICS[FIGURES[figure]].measure(context.tables, by=("client", "day"))
    rows = rows[rows["client"].isin(clients) & rows["day"].notna()]
    who = pd.Index(clients).get_indexer(pd.Index(rows["client"]))
    when = _number(rows["day"])
    if figure == "groups":
        return kinds_round(who, when, pd.factorize(rows["product_group"])[0], len(clients), days, span)
    return sums_round(who, when, rows["total"], len(clients), days, span)


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
    for key, parts in (
        ("bought_round_actions", {"total": "revenue", "orders": "orders"}),
        ("groups_round_actions", {"total": "groups"}),
    ):
        rows = METRICS[key].measure(context.tables, by=("client",), filters=filters)
        for when in (BEFORE, AFTER):
            side = rows[rows["stretch"].str.endswith(f" {when}")].set_index("client")
            for part, figure in parts.items():
                found[f"{figure}_{when}"] = side[part].reindex(found.index).fillna(0.0).astype("float64")
    return found.reset_index()
