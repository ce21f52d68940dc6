"""Concentration and rhythm of clients, worked out a second time row by row."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, timedelta

import numpy as np
import pandas as pd
from scipy import stats

from .by_hand_meetings import day_of, last_day
from .by_hand_rows import Frames, Parts, Row, rows


def key_share(frames: Frames) -> Parts:
    keys = {row["client"] for row in rows(frames, "clients") if row["size"] == "key" and row["client"] is not None}
    worths = [(row["client"], _worth(row)) for row in _orders(frames)]
    return sum(worth for client, worth in worths if client in keys), sum(worth for _, worth in worths)


def top_client_share(frames: Frames) -> Parts:
    end = last_day(frames)
    if end is None:
        return 0.0, 0.0
    start = end - pd.DateOffset(years=1)
    recent = [
        row for row in _orders(frames) if row["ordered_on"] is not None and start < day_of(row["ordered_on"]) <= end
    ]
    sums: dict[str, float] = defaultdict(float)
    for row in recent:
        if row["client"] is not None:
            sums[row["client"]] += _worth(row)
    largest = max(sums.values(), default=0.0)
    top = min((name for name, worth in sums.items() if worth == largest and worth > 0), default=None)
    whole = sum(_worth(row) for row in recent)
    return sum(_worth(row) for row in recent if row["client"] == top and top is not None), whole


def bought_again(frames: Frames) -> Parts:
    days: dict[str, set[date]] = defaultdict(set)
    for client, day in _bought(frames):
        days[client].add(day)
    return sum(len(some) > 1 for some in days.values()), len(days)


def sleeping_clients(frames: Frames) -> Parts:
    end = last_day(frames)
    if end is None:
        return 0, 0
    state = _asleep(frames, end.date())
    return sum(state.values()), len(state)


def reactivated(frames: Frames) -> Parts:
    end = last_day(frames)
    if end is None:
        return {}
    start = end.date() - timedelta(days=90)
    found: dict[str | None, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for client, sleeps in _asleep(frames, start).items():
        if not sleeps:
            continue
        later = [day for name, day in _bought(frames) if name == client and day > start]
        held = [
            day_of(row["held_at"]).date()
            for row in rows(frames, "contacts")
            if row["client"] == client and row["held_at"] is not None
            if not (row["kind"] == "meeting" and row["result"] == "postponed")
        ]
        held = [day for day in held if start < day <= min(later, default=end.date())]
        found["yes" if held else "no"][0] += bool(later)
        found["yes" if held else "no"][1] += 1
    return {touched: tuple(parts) for touched, parts in found.items()}


def _asleep(frames: Frames, day: date) -> dict[str, bool]:
    """Return whether each client was asleep on a day; none of whom nothing is known or who is gone."""
    days: dict[str, set[date]] = defaultdict(set)
    for client, on in _bought(frames):
        if on <= day:
            days[client].add(on)
    gaps = {
        client: [(b - a).days for a, b in zip(sorted(on), sorted(on)[1:], strict=False)]
        for client, on in days.items()
    }
    shape, scale = _prior([many for many in gaps.values() if many])
    found = {}
    for client, many in gaps.items():
        silent = (day - max(days[client])).days
        n, logs = len(many), np.log(many)
        if n >= 5 and logs.std(ddof=1) <= 0.6:
            wide = max(logs.std(ddof=1), 0.1) * math.sqrt(1 + 1 / n)
            limit = math.exp(logs.mean() + stats.t.ppf(0.95, n - 1) * wide)
        elif n + shape > 0:
            limit = (scale + sum(many)) * (0.05 ** (-1 / (shape + n)) - 1)
        else:
            continue
        if silent <= 730:
            found[client] = silent > limit
    return found


def _prior(gaps: list[list[int]]) -> tuple[float, float]:
    """Return shape and scale of the gamma prior from a net of candidates, drawn closer in steps."""
    if len(gaps) < 10:
        return 0.0, 0.0
    n, total = np.array([len(many) for many in gaps]), np.array([sum(many) for many in gaps])
    middle, best = (math.log(2), math.log(total.sum() / n.sum())), (0.0, 0.0)
    first = middle[1]
    reach = 5.3
    while reach > 1e-5:
        shapes = np.clip(middle[0] + np.linspace(-reach, reach, 41), math.log(0.3), math.log(200))
        typical = np.clip(middle[1] + np.linspace(-reach, reach, 41), first - 4, first + 4)
        a, m = np.exp(shapes)[:, None, None], np.exp(typical)[None, :, None]
        b = a * m
        logs = sum(np.log(a + step) * (n > step) for step in range(int(n.max())))
        likely = (logs + a * np.log(b) - (a + n) * np.log(b + total)).sum(axis=2)
        row, column = np.unravel_index(int(likely.argmax()), likely.shape)
        middle, best = (shapes[row], typical[column]), (shapes[row], typical[column])
        reach *= 0.5
    return math.exp(best[0]), math.exp(best[0] + best[1])


def _bought(frames: Frames) -> list[tuple[str, date]]:
    return [
        (row["client"], day_of(row["ordered_on"]).date())
        for row in _orders(frames)
        if str(row["is_return"]).lower() != "true" and row["client"] is not None and row["ordered_on"] is not None
    ]


def _orders(frames: Frames) -> list[Row]:
    return [row for row in rows(frames, "orders") if row["status"] != "cancelled"]


def _worth(row: Row) -> float:
    amount = float(row["amount"] or 0)
    return -abs(amount) if str(row["is_return"]).lower() == "true" else amount


BY_HAND: Mapping[str, Callable[[Frames], Parts]] = {
    one.__name__: one for one in (key_share, top_client_share, bought_again, sleeping_clients, reactivated)
}
