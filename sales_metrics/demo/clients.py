"""The client base: six hundred firms, some buying for years, most still to be won."""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from .cast import SELLERS, SERVICE, TWIN_A
from .days import END, generator
from .names import FIRMS
from .places import SHARES
from .vocabulary import CHANNELS, INDUSTRIES, PRODUCT_GROUPS

COUNT: Final = 600
GIANT: Final = 0
"""The client without which a third of the revenue is gone."""
SIZES: Final = ("key", "large", "medium", "small")
_SIZE_COUNTS: Final = (8, 56, 246, 290)
_BUYER_SHARES: Final = (1.0, 0.82, 0.48, 0.38)
_POTENTIALS: Final = (650_000.0, 130_000.0, 38_000.0, 9_000.0)
_BRANCHES: Final = (4, 3, 3, 2, 2, 3, 2, 5, 2, 2, 3, 2, 2, 3, 2, 2)


def simulate_clients() -> pd.DataFrame:
    """Return one row per client, codes instead of words.

    `number` is the client and its position; `firm` and `branch` make its name (`branch` is -1 unless it is
    one of several under a holding); `acquired_on` is missing for those that have not bought before the data
    begin; `basket` is a bit set of the product groups that the client buys.
    """
    rng = generator(1)
    size = np.repeat(np.arange(len(SIZES)), _SIZE_COUNTS)
    size[1:] = size[1:][rng.permutation(COUNT - 1)]
    area = rng.choice(len(SHARES), COUNT, p=SHARES)
    area[:1] = 0
    industry = rng.integers(0, len(INDUSTRIES), COUNT)
    segments = np.array([segment for segment, _ in INDUSTRIES.values()])
    buyer = rng.random(COUNT) < np.asarray(_BUYER_SHARES)[size]
    manager = np.tile(np.arange(len(SELLERS)), COUNT // len(SELLERS) + 1)[:COUNT][rng.permutation(COUNT)]
    manager[GIANT] = TWIN_A
    potential = np.asarray(_POTENTIALS)[size] * rng.lognormal(0, 0.45, COUNT)
    potential[GIANT] = 7_200_000
    known = rng.random(COUNT) < np.where(size <= 1, 0.95, 0.72)
    worth = rng.random(COUNT)
    priority = np.where(size == 0, 0, np.where(size == 1, np.where(worth < 0.7, 0, 1), 2))
    priority = np.where(size == 2, np.where(worth < 0.12, 0, np.where(worth < 0.68, 1, 2)), priority)
    priority = np.where(size == 3, np.where(worth < 0.2, 1, 2), priority)
    acquired = np.datetime64("2019-02-01") + rng.integers(0, 2240, COUNT)
    channel = rng.choice(len(CHANNELS), COUNT, p=(0.42, 0.22, 0.14, 0.0, 0.14, 0.08))
    breadth = np.clip(rng.poisson(np.asarray((3.2, 2.4, 1.7, 1.0))[size]), 1, len(PRODUCT_GROUPS))
    order = rng.random((COUNT, len(PRODUCT_GROUPS))).argsort(axis=1).argsort(axis=1)
    basket = ((order < breadth[:, None]) * (1 << np.arange(len(PRODUCT_GROUPS)))).sum(axis=1)
    firm, branch = _names(rng)
    served = buyer & (rng.random(COUNT) < 0.85)
    service = np.where(served, rng.integers(0, len(SERVICE), COUNT), -1)
    fits = rng.choice(3, COUNT, p=(0.62, 0.16, 0.22))
    return pd.DataFrame(
        {
            "number": np.arange(COUNT),
            "firm": firm,
            "branch": branch,
            "size": np.asarray(SIZES)[size],
            "priority": np.asarray(("A", "B", "C"))[priority],
            "area": area,
            "segment": segments[industry],
            "industry": np.asarray(list(INDUSTRIES))[industry],
            "manager": manager,
            "service_manager": service,
            "buyer": buyer,
            "channel": np.asarray(list(CHANNELS))[channel],
            "acquired_on": pd.Series(acquired).where(buyer).astype("datetime64[s]"),
            "referred_by": np.where(channel == 4, rng.integers(0, COUNT, COUNT), -1),
            "potential": np.where(known, potential.round(-3), np.nan),
            "federal": (size <= 1) & (branch >= 0) | (np.arange(COUNT) == GIANT),
            "fits": np.where(buyer, "yes", np.asarray(("yes", "no", "unknown"))[fits]),
            "basket": basket,
            "dossier": (size <= 1) & (rng.random(COUNT) < 0.62),
            "born": 1 + rng.integers(0, 365, COUNT) + 365 * rng.integers(0, 35, COUNT),
            "hobby": rng.integers(0, 6, COUNT),
            "serial": rng.permutation(90_000)[:COUNT] + 1_000,
        }
    )


def _names(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    # The largest client stands alone; the branches of a holding share their stem and differ in the town.
    firm = np.arange(COUNT) % FIRMS
    branch = np.full(COUNT, -1)
    free = rng.permutation(np.arange(1, COUNT))
    taken = 0
    for count in _BRANCHES:
        members = free[taken : taken + count]
        firm[members] = firm[members[0]]
        branch[members] = np.arange(count)
        taken += count
    return firm, branch


def simulate_priority_changes(clients: pd.DataFrame) -> pd.DataFrame:
    """Return the logged changes of priority; the newest one ends at the priority that the client has today."""
    rng = generator(2)
    rows = []
    for number in np.sort(rng.permutation(COUNT)[:84]):
        client = clients.iloc[int(number)]
        raised = rng.random() < 0.66
        today = "ABC".index(client["priority"])
        before = min(today + 1, 2) if raised else max(today - 1, 0)
        if before == today:
            continue
        day = np.datetime64(date(2025, 6, 2)) + rng.integers(0, (END - date(2025, 6, 10)).days)
        reason = int(rng.integers(0, 3)) + (0 if raised else 3)
        rows.append((int(number), int(client["manager"]), day, "ABC"[before], "ABC"[today], reason))
    frame = pd.DataFrame(rows, columns=["client", "manager", "changed_on", "old", "new", "reason"])
    return frame.sort_values(["changed_on", "client"], ignore_index=True)


def simulate_tenders(clients: pd.DataFrame) -> pd.DataFrame:
    """Return the tenders of large clients, held and to come, the farthest a good nine months ahead."""
    rng = generator(3)
    large = clients.loc[clients["size"].isin(["key", "large"]), "number"].to_numpy()
    count = 34
    days = np.datetime64(END) + rng.integers(-300, 330, count)
    return pd.DataFrame(
        {
            "client": rng.choice(large, count),
            "tender_on": np.sort(days),
            "group": rng.integers(0, len(PRODUCT_GROUPS), count),
            "amount": rng.lognormal(10.6, 0.6, count).round(-3),
        }
    )
