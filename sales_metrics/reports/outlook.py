"""What the diary and the contracts of the past say about the weeks to come: the numbers a forecast is made of.

Longer than most because what is measured of a manager and how it is drawn from must fit figure by figure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..metrics.filters import Filters
from ..metrics.listing import days_ahead
from ..model.period import Period
from ..statistics.credibility import credibility, mixed
from ..statistics.incidence import Incidence, incidence
from ..statistics.shrinkage import beta_binomial
from ..statistics.simulation import DRAWS, Floats, Prior, Seller, simulate
from .context import Context, remembered

SEED: Final = 20_011
"""Any number; that it stays the same is what makes a forecast the same for everybody who looks."""
FEW_DRAWS: Final = 4_000
"""For the weeks on the way to the end, where nobody reads off a second decimal."""
LEFT_AFTER: Final = 31
"""Days without a meeting after which a manager is taken to sell no more."""
PLENTY: Final = 50
"""Own contracts from which on the team's say nothing more."""
LEAST_CONTRACTS: Final = 5
"""With fewer contracts after meetings than this there is nothing to forecast from."""


@dataclass(frozen=True, slots=True)
class Levers:
    """What if: factors on meetings a day, on effectiveness, on the average contract and on the number of people."""

    meetings: float = 1.0
    effectiveness: float = 1.0
    contract: float = 1.0
    heads: float = 1.0

    @property
    def changed(self) -> bool:
        """Whether anything is set other than it is."""
        return self != AS_IT_IS


AS_IT_IS: Final = Levers()
"""Nothing set other than it is."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one manager over the time that the forecast looks back on."""

    name: str
    meetings: float
    days: float
    won: float
    tried: float
    amounts: tuple[float, ...]
    """Contracts the next ones are drawn from: own ones as far as their number goes, else the team's."""
    doubt: float
    """The variance of the manager's true average contract over its square."""
    so_far: float
    ages: Mapping[int, int]
    """Meetings without a contract so far, by their age in days."""
    ahead: tuple[date, ...]
    """Working days to come, up to the end of the period."""
    works: bool
    """Whether there was a meeting lately; who has had none for long is taken to sell no more."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """Everything that a forecast of one period stands on. Money is in the reporting currency."""

    period: Period
    past: Period
    today: date
    records: tuple[Record, ...]
    lag: Incidence
    prior: Prior
    dispersion: float
    window: int

    @property
    def so_far(self) -> float:
        """What has been won in the period by now."""
        return sum(record.so_far for record in self.records)

    def arrived(self, age: float) -> float:
        """Return the part of its contracts that a meeting has brought by an age; 0..1."""
        whole = self.lag.at(self.window, 1)
        return min(self.lag.at(min(age, self.window), 1) / whole, 1.0) if whole > 0 else 0.0

    @property
    def since(self) -> date:
        """The last day before what is forecast: today, or the eve of a period that has not begun."""
        start = self.period.start or self.today
        return max(self.today, start - timedelta(days=1))

    def draws(self, until: date, levers: Levers, *, seed: int, draws: int = DRAWS) -> dict[str, Floats]:
        """Return possible sums won in the period from now on to a day, for each manager by name."""
        sellers = [self._seller(record, until, levers) for record in self.records]
        return simulate(sellers, seed=seed, draws=draws, prior=self.prior, dispersion=self.dispersion)

    def _seller(self, record: Record, until: date, levers: Levers) -> Seller:
        start, end = (self.since - self.today).days, (until - self.today).days
        waiting: Counter[tuple[float, float, float]] = Counter()
        for age, count in record.ages.items():
            # In steps of a twentieth, so that meetings of about one age are drawn together.
            shares = [round(20 * self.arrived(age + more)) / 20 for more in (0, start, end)]
            if shares[2] > shares[1]:
                waiting[shares[0], shares[1], shares[2]] += count
        ahead = sum(
            self.arrived((until - day).days) - (self.arrived((self.since - day).days) if day <= self.since else 0.0)
            for day in record.ahead
            if day <= until
        )
        return Seller(
            name=record.name,
            meetings=record.meetings,
            days=record.days,
            won=record.won,
            tried=record.tried,
            amounts=tuple(amount * levers.contract for amount in record.amounts),
            ahead=ahead * levers.meetings * levers.effectiveness * levers.heads,
            waiting=waiting,
            doubt=record.doubt,
        )


def outlook(context: Context, period: Period) -> Outlook | None:
    """Return what a forecast of the period stands on; `None` when too few meetings have led to a contract.

    The filters hold but for the period: a forecast looks back on the months that the rules say, up to the day on
    which the context stands, and takes nothing that came later for known. Every contract is drawn from the
    manager's own and the team's.
    """
    months = int(context.rule("forecast_months_back"))
    start = (pd.Timestamp(context.today) - pd.DateOffset(months=months)).date() + timedelta(days=1)
    return _outlook(context, period, Period(start, context.today))


@remembered
def _outlook(context: Context, period: Period, past: Period) -> Outlook | None:
    window = int(context.rule("contract_within_days"))
    filters = replace(context.filters, period=past)
    waits = METRICS["meetings_by_wait"].measure(context.tables, by=("manager", "day"), filters=filters)
    waits = waits[waits["manager"].notna()]
    days = pd.to_numeric(waits["days_to_contract"])
    age = (pd.Timestamp(context.today) - pd.to_datetime(waits["day"])).dt.days
    # Seen from a day in the past, a contract that came later has not come yet.
    ended = days.notna() & (days <= window) & (days <= age)
    if waits.loc[ended, "total"].sum() < LEAST_CONTRACTS:
        return None
    lag = incidence(
        np.where(ended, days, np.minimum(age, window)), ended.astype("int64"), counts=waits["total"], kinds=1
    )
    whole = lag.at(window, 1)
    grid = np.array([lag.at(at, 1) / whole for at in range(window + 1)]) if whole > 0 else np.zeros(window + 1)
    table = waits.assign(
        age=age,
        won=np.where(ended, waits["total"], 0),
        tried=waits["total"] * grid[age.clip(upper=window).to_numpy(dtype="int64")],
        open=~ended & (age < window),
    )
    records = _records(table, period, context, filters)
    if not records:
        return None
    return Outlook(
        period=period,
        past=past,
        today=context.today,
        records=records,
        lag=lag,
        prior=_prior(records),
        dispersion=_dispersion(context, filters),
        window=window,
    )


def _records(table: pd.DataFrame, period: Period, context: Context, filters: Filters) -> tuple[Record, ...]:
    pace = METRICS["meetings_per_day"].measure(context.tables, by=("manager",), filters=filters)
    pace = pace[pace["manager"].notna()].set_index("manager")
    amounts = METRICS["won_amount"].rows(context.tables, filters, part="n")
    amounts = amounts[amounts["amount"].notna() & (amounts["amount"] > 0)]
    team = tuple(float(amount) for amount in amounts["amount"])
    own = {str(name): tuple(group["amount"].astype(float)) for name, group in amounts.groupby("manager")}
    told = credibility(list(own.values()))
    so_far = _so_far(period, context)
    end = period.end or context.today
    free, away = days_ahead(context.tables, context.today + timedelta(days=1), end)
    found = []
    for name, group in table.groupby("manager"):
        who = str(name)
        works = bool(group["age"].min() <= LEFT_AFTER)
        waiting = group[group["open"]].groupby("age")["total"].sum()
        gone = away.get(who, frozenset())
        mine = own.get(who, ())
        drawn = mixed(mine, team, told.share(len(mine)) if len(mine) < PLENTY else 1.0)
        found.append(
            Record(
                name=who,
                meetings=float(pace["k"].get(who, 0.0)),
                days=float(pace["n"].get(who, 0.0)),
                won=float(group["won"].sum()),
                tried=float(group["tried"].sum()),
                amounts=drawn,
                doubt=told.doubt(len(mine)) / float(np.mean(drawn)) ** 2 if drawn else 0.0,
                so_far=so_far.get(who, 0.0),
                ages=dict(zip(waiting.index.astype(int), waiting.astype(int), strict=True)),
                ahead=tuple(day for day in free if day not in gone) if works else (),
                works=works,
            )
        )
    known = {record.name for record in found}
    return tuple(found) + tuple(
        Record(who, 0.0, 0.0, 0.0, 0.0, (), 0.0, amount, {}, (), works=False)
        for who, amount in so_far.items()
        if who not in known
    )


def _so_far(period: Period, context: Context) -> dict[str, float]:
    """Return what each manager has won in the period by today; deals of nobody stand under an empty name."""
    start = period.start
    if start is None or start > context.today:
        return {}
    filters = replace(context.filters, period=Period(start, context.today))
    won = METRICS["won_amount"].measure(context.tables, by=("manager",), filters=filters)
    names = won["manager"].where(won["manager"].notna(), "")
    return {str(name): float(total) for name, total in zip(names, won["total"], strict=True) if total}


def _prior(records: tuple[Record, ...]) -> Prior:
    """Return the team's share and how many meetings of a person it is worth, fitted to all managers."""
    known = [record for record in records if record.tried >= 1]
    tried = np.array([record.tried for record in known])
    won = np.minimum([record.won for record in known], tried)
    if len(known) < 3 or not 0 < won.sum() < tried.sum():
        return Prior()
    alpha, beta = beta_binomial(won, tried).weights
    # As good as no spread between people would mean that nobody's own record counts at all.
    weight = min(alpha + beta, 500.0)
    return Prior(alpha / (alpha + beta), weight) if np.isfinite(weight) else Prior()


def _dispersion(context: Context, filters: Filters) -> float:
    """Return variance over mean of the daily counts of meetings: 1 for Poisson's law, and never less is taken."""
    by_day = METRICS["meetings_per_day"].measure(context.tables, by=("manager", "day"), filters=filters)
    by_day = by_day[by_day["manager"].notna() & (by_day["n"] > 0)]
    groups = by_day.groupby("manager")["k"].agg(["mean", "var", "count"])
    groups = groups[(groups["count"] >= 20) & (groups["mean"] > 0)]
    if groups.empty:
        return 1.0
    return max(float(np.average(groups["var"] / groups["mean"], weights=groups["count"])), 1.0)
