"""What each client, or group of companies, brought in the last twelve months."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..metrics import METRICS
from ..metrics.concentration import twelve_months
from ..metrics.orders import revenue_by_client
from ..model.panel import Drill
from ..model.period import Period
from .context import Context, remembered

METRIC: Final = METRICS["revenue"]


@dataclass(frozen=True, slots=True)
class Buyer:
    """A client, or a group of companies with all its clients, and its revenue. `name` is `None` if not stated."""

    name: str | None
    members: tuple[str | None, ...]
    revenue: float


@dataclass(frozen=True, slots=True)
class Base:
    """All buyers, the largest first and the one without a name last; `whole` is their revenue together."""

    buyers: tuple[Buyer, ...]
    whole: float
    period: Period

    @property
    def named(self) -> tuple[Buyer, ...]:
        """The buyers with a name that brought anything: what may depend on whom is said of these."""
        return tuple(buyer for buyer in self.buyers if buyer.name is not None and buyer.revenue > 0)

    @property
    def amounts(self) -> npt.NDArray[np.float64]:
        """Their revenue, the largest first."""
        return np.array([buyer.revenue for buyer in self.named], dtype=np.float64)

    def drill(self, buyers: tuple[Buyer, ...]) -> Drill:
        """Return the way to the orders of some buyers."""
        members = tuple(member for buyer in buyers for member in buyer.members)
        only = members[0] if len(members) == 1 else members
        return Drill(METRIC.key, MappingProxyType({"client": only}), "total", self.period)


def with_twelve_months(context: Context) -> Context:
    """Return the context with the last twelve months of the data as its period."""
    return replace(context, filters=replace(context.filters, period=twelve_months(context.today)))


@remembered
def client_sums(context: Context, period: Period) -> pd.DataFrame:
    """Return client and total, the revenue of each in a period, in the order of names; the nameless are a null."""
    return _sums(context, period).groupby("client", dropna=False, as_index=False).agg(total=("total", "sum"))


@remembered
def _sums(context: Context, period: Period) -> pd.DataFrame:
    """Return revenue by client and manager at once: what several panels ask of one period."""
    return revenue_by_client(context.tables, replace(context.filters, period=period))


@remembered
def base_of(context: Context, by_holding: bool) -> Base:
    """Return what clients brought in the last twelve months; a client of no group stands for itself."""
    recent = with_twelve_months(context)
    if by_holding:
        found = METRIC.measure(recent.tables, by=("holding", "client"), filters=recent.filters)
    else:
        found = client_sums(context, recent.filters.period)
    # An order without a client stands in no group of companies.
    name = found["holding"].fillna(found["client"]) if by_holding else found["client"]
    found = found.assign(name=name.where(found["client"].notna()).astype(object))
    whole = float(found["total"].sum())
    nameless = found[found["name"].isna()]
    members: dict[str, list[str]] = defaultdict(list)
    worth: dict[str, float] = defaultdict(float)
    stated = found.dropna(subset=["name"])
    for name, client, total in zip(stated["name"], stated["client"], stated["total"], strict=True):
        members[str(name)].append(str(client))
        worth[str(name)] += float(total)
    buyers = [Buyer(name, tuple(clients), worth[name]) for name, clients in members.items()]
    buyers.sort(key=lambda buyer: (-buyer.revenue, buyer.name or ""))
    if len(nameless):
        buyers.append(Buyer(None, (None,), float(nameless["total"].sum())))
    return Base(tuple(buyers), whole, recent.filters.period)


def managers_of(context: Context) -> pd.DataFrame:
    """Return the largest client of every manager: manager, client, total (its revenue), whole (the manager's)."""
    found = _sums(context, with_twelve_months(context).filters.period).dropna(subset=["manager"])
    found = found.assign(whole=found.groupby("manager")["total"].transform("sum")).dropna(subset=["client"])
    found = found[(found["whole"] > 0) & (found["total"] > 0)]
    found = found.sort_values(["manager", "total", "client"], ascending=[True, False, True])
    largest = found.drop_duplicates("manager")
    return largest.assign(share=largest["total"] / largest["whole"]).sort_values(
        ["share", "manager"], ascending=[False, True], ignore_index=True
    )
