"""Orders and their lines: regular buying with a rhythm of its own per client, and first orders after a win."""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from .clients import GIANT, SIZES
from .days import END, LAST, PRICES_ROSE_ON, START, WORKDAYS, Days, Numbers, demand, generator
from .vocabulary import MODELS, PRODUCT_GROUPS

_GAP: Final = {"key": 15.0, "large": 33.0, "medium": 69.0, "small": 108.0}
"""Median days from one order to the next."""
_WORTH: Final = {"key": 8.9, "large": 8.25, "medium": 7.6, "small": 6.7}
"""Logarithm of the median order in euro."""
_GIANT_GAP, _GIANT_WORTH = 5.2, 10.79
_SLEEPERS: Final = 0.24
_PRICE_RISE: Final = 1.08
_FACTORS: Final = (1.0, 1.35, 1.9, 2.6, 4.2, 6.5)
"""How the articles of a group step up in price."""


def list_prices() -> np.ndarray:
    """Return the price of every article in euro, group by group, as it is today."""
    starts = np.array([start for _, _, start in PRODUCT_GROUPS.values()])
    return np.asarray((starts[:, None] * np.asarray(_FACTORS)).round(0).ravel())


def simulate_orders(clients: pd.DataFrame, deals: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the orders, oldest first, and their lines; a return has a negative amount and quantity."""
    rng = generator(40)
    won = deals[deals["outcome"] == "won"]
    heads = pd.concat([_rhythmic(rng, clients, won), _first_after_win(won)], ignore_index=True)
    heads = heads.sort_values(["ordered", "client", "deal"], ignore_index=True)
    heads["number"] = np.arange(len(heads))
    lines = _lines(rng, heads, clients, deals)
    heads["amount"] = lines.groupby("order")["amount"].sum().reindex(heads["number"]).to_numpy().round(2)
    first = lines.loc[lines.groupby("order")["amount"].idxmax(), ["order", "article"]].set_index("order")["article"]
    heads["group"] = first.reindex(heads["number"]).to_numpy() // len(MODELS)
    heads["manager"] = clients["manager"].to_numpy()[heads["client"]]
    heads["channel"] = _channels(rng, heads, deals)
    heads = _fulfilment(rng, heads, deals)
    return _with_returns(rng, heads, lines)


def _rhythmic(rng: np.random.Generator, clients: pd.DataFrame, won: pd.DataFrame) -> pd.DataFrame:
    begins = dict(zip(won["client"].to_numpy()[::-1], WORKDAYS[won["closed"]][::-1], strict=True))
    length = (np.datetime64(END) - np.datetime64(START)).astype(np.int64)
    clients_of, days_of = [], []
    for number, size, known in zip(clients["number"], clients["size"], clients["buyer"], strict=True):
        if not known and (number not in begins or rng.random() < 0.3):
            continue
        giant = number == GIANT
        median = _GIANT_GAP if giant else _GAP[size] * rng.lognormal(0, 0.25)
        first = 0 if known else int((begins[number] - np.datetime64(START)).astype(np.int64))
        start = first + median * (rng.random() if known else 1.0)
        gaps = median * rng.lognormal(0, 0.36, int(length / median * 2.2) + 4)
        moments = start + np.concatenate([[0.0], gaps.cumsum()])
        sleeps = known and not giant and rng.random() < _SLEEPERS
        stop = rng.integers(150, 380) if sleeps else length
        days = np.datetime64(START) + moments[moments <= stop].astype(np.int64)
        keep = rng.random(len(days)) < np.clip(demand(days) / 1.3, 0.0, 1.0) if not giant else days == days
        days_of.append(WORKDAYS[np.minimum(np.searchsorted(WORKDAYS, days[keep]), LAST)])
        clients_of.append(np.full(len(days_of[-1]), number))
    frame = pd.DataFrame({"client": np.concatenate(clients_of), "ordered": np.concatenate(days_of), "deal": -1})
    return frame.drop_duplicates(["client", "ordered"])


def _first_after_win(won: pd.DataFrame) -> pd.DataFrame:
    day = np.minimum(won["closed"].to_numpy() + won["number"].to_numpy() % 4, LAST)
    return pd.DataFrame({"client": won["client"].to_numpy(), "ordered": WORKDAYS[day], "deal": won["number"]})


def _lines(
    rng: np.random.Generator, heads: pd.DataFrame, clients: pd.DataFrame, deals: pd.DataFrame
) -> pd.DataFrame:
    size = clients["size"].to_numpy()[heads["client"]]
    level = np.array([_WORTH[name] for name in SIZES])[np.array([SIZES.index(name) for name in size])]
    level = np.where(heads["client"] == GIANT, _GIANT_WORTH, level)
    worth = np.exp(level + rng.normal(0, 0.5, len(heads)))
    deal = heads["deal"].to_numpy()
    worth = np.where(deal >= 0, deals["amount"].to_numpy()[deal], worth)
    count = np.minimum(1 + rng.poisson(0.8 + 0.35 * (worth > 5_000)), 5)
    order = np.repeat(np.arange(len(heads)), count)
    basket = clients["basket"].to_numpy()[heads["client"]]
    baskets = [np.flatnonzero(basket[o] >> np.arange(len(PRODUCT_GROUPS)) & 1) for o in range(len(heads))]
    group = np.array(
        [baskets[o][int(draw * len(baskets[o]))] for o, draw in zip(order, rng.random(len(order)), strict=True)]
    )
    line = np.arange(len(order)) - np.repeat(count.cumsum() - count, count) + 1
    from_deal = (deal[order] >= 0) & (line == 1)
    group = np.where(from_deal, deals["group"].to_numpy()[deal[order]], group)
    article = group * len(MODELS) + rng.integers(0, len(MODELS), len(order))
    # One article stands in an order once.
    once = ~pd.DataFrame({"order": order, "article": article}).duplicated().to_numpy()
    order, article = order[once], article[once]
    line = np.arange(len(order)) - np.searchsorted(order, order) + 1
    dear = np.where(heads["ordered"].to_numpy()[order] >= np.datetime64(PRICES_ROSE_ON), 1.0, 1 / _PRICE_RISE)
    price = (list_prices()[article] * dear * rng.choice([1.0, 0.97, 0.95, 0.9], len(order))).round(2)
    part = rng.random(len(order)) + 0.35
    part = part / np.bincount(order, part)[order]
    quantity = np.maximum(1, (worth[order] * part / price).round()).astype(np.int64)
    return pd.DataFrame(
        {
            "order": order,
            "line": line,
            "article": article,
            "quantity": quantity,
            "price": price,
            "amount": (quantity * price).round(2),
        }
    )


def _channels(rng: np.random.Generator, heads: pd.DataFrame, deals: pd.DataFrame) -> np.ndarray:
    usual = rng.choice(["repeat", "inbound"], len(heads), p=(0.85, 0.15))
    deal = heads["deal"].to_numpy()
    return np.where(deal >= 0, deals["channel"].to_numpy()[deal], usual)


def _fulfilment(rng: np.random.Generator, heads: pd.DataFrame, deals: pd.DataFrame) -> pd.DataFrame:
    count = len(heads)
    deal = heads["deal"].to_numpy()
    custom = deals["custom"].to_numpy()[deal] & (deal >= 0)
    late = rng.random(count) < 0.14
    took = rng.integers(3, 13, count) + np.where(late, rng.integers(10, 26, count), 0) + np.where(custom, 15, 0)
    done: Days = WORKDAYS[np.searchsorted(WORKDAYS, heads["ordered"].to_numpy().astype("datetime64[D]") + took)]
    cancelled = (rng.random(count) < 0.012) & (deal < 0)
    heads["late"] = late
    heads["completed"] = pd.Series(done).where((done <= np.datetime64(END)) & ~cancelled)
    heads["status"] = np.where(cancelled, "cancelled", np.where(heads["completed"].notna(), "completed", "open"))
    amount = heads["amount"].to_numpy()
    rate = np.clip(rng.normal(0.27, 0.05, count), 0.08, 0.45)
    heads["margin"] = (amount * rate).round(2)
    heads["cost_to_serve"] = np.where(custom, amount * rng.uniform(0.18, 0.42, count), 25 + amount * 0.03).round(2)
    heads["capacity"] = np.maximum(1, amount / 650 * np.where(custom, 2.6, 1.0)).round()
    heads["returned"] = False
    return heads


def _with_returns(
    rng: np.random.Generator, heads: pd.DataFrame, lines: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    old = (heads["completed"] < np.datetime64("2026-10-30")) & (heads["client"] != GIANT)
    chance = np.where(heads["late"], 0.06, 0.015)
    back: Numbers = np.flatnonzero(old & (rng.random(len(heads)) < chance))
    taken = lines[lines["order"].isin(back) & (lines["line"] == 1)].copy()
    source = heads.set_index("number").loc[taken["order"]]
    returns = source.reset_index()
    returns["number"] = len(heads) + np.arange(len(returns))
    returns["ordered"] = WORKDAYS[
        np.searchsorted(WORKDAYS, source["completed"].to_numpy().astype("datetime64[D]") + 6)
    ]
    returns["completed"] = returns["ordered"]
    share = -taken["amount"].to_numpy() / source["amount"].to_numpy()
    returns["amount"] = -taken["amount"].to_numpy()
    returns["margin"] = (source["margin"].to_numpy() * share).round(2)
    returns["cost_to_serve"], returns["capacity"], returns["returned"] = 25.0, 0.0, True
    heads["complaint"] = heads["number"].isin(taken["order"])
    returns["complaint"], returns["deal"] = False, -1
    taken["order"] = returns["number"].to_numpy()
    taken[["quantity", "amount"]] = -taken[["quantity", "amount"]]
    everything = pd.concat([heads, returns], ignore_index=True).sort_values(
        ["ordered", "number"], ignore_index=True
    )
    return everything, pd.concat([lines, taken], ignore_index=True)
