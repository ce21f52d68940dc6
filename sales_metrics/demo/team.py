"""Who was away when, and who was sent to which training."""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from .cast import ODD, SELLERS
from .days import BAD_MONTHS, LAST, RESCUE_TRAINING_ON, TRAINED_ON, WORKDAYS, Flags, generator
from .deals import MEETING

_SICK_FROM, _SICK_TO = date(2026, 10, 12), date(2026, 10, 16)
_RESCUED: Final = 2


def simulate_absences() -> pd.DataFrame:
    """Return the leaves and sick days: two leaves and about two short illnesses a year for everyone."""
    rng = generator(20)
    rows = []
    for seller in range(len(SELLERS)):
        for year, first, last in ((2025, 152, 252), (2026, 32, 100), (2026, 152, 252)):
            start = np.datetime64(f"{year}-01-01") + rng.integers(first, last)
            start -= (start.astype(np.int64) + 3) % 7
            rows.append((seller, start, start + rng.choice([6, 13]), "leave"))
        for _ in range(3):
            start = WORKDAYS[rng.integers(0, LAST - 40)]
            rows.append((seller, start, start + rng.integers(1, 6), "sick"))
    rows.append((ODD, np.datetime64(_SICK_FROM), np.datetime64(_SICK_TO), "sick"))
    frame = pd.DataFrame(rows, columns=["manager", "from_on", "to_on", "kind"])
    frame = frame.drop_duplicates(["manager", "from_on"])
    return frame.sort_values(["from_on", "manager"], ignore_index=True)


def away(absences: pd.DataFrame) -> Flags:
    """Return (managers, working days) flags of absence."""
    flags = np.zeros((len(SELLERS), len(WORKDAYS)), dtype=np.bool_)
    first = np.searchsorted(WORKDAYS, absences["from_on"].to_numpy().astype("datetime64[D]"), "left")
    after = np.searchsorted(WORKDAYS, absences["to_on"].to_numpy().astype("datetime64[D]"), "right")
    for manager, start, end in zip(absences["manager"].to_numpy(), first, after, strict=True):
        flags[manager, start:end] = True
    return flags


def choose_trainings(deals: pd.DataFrame, log: pd.DataFrame) -> pd.DataFrame:
    """Return who attended what: a training that was planned, and one for those who had just done badly.

    The second is attended by the two managers with the lowest share won of the deals that they met about in
    the bad months, among those whom the first had left out. It changes nothing, so whatever gets better
    afterwards is regression to the mean.
    """
    rows = [(number, TRAINED_ON, "negotiation") for number, seller in enumerate(SELLERS) if seller.trained]
    met = log[log["stage"] == MEETING]
    bad = np.isin(WORKDAYS[met["day"]].astype("datetime64[M]"), np.array(BAD_MONTHS, dtype="datetime64[M]"))
    about = deals.loc[met.loc[bad, "deal"]]
    shares = (about["outcome"] == "won").groupby(about["manager"]).mean()
    candidates = [number for number, seller in enumerate(SELLERS) if not seller.trained and number != ODD]
    worst = shares[candidates].sort_values(kind="stable").index[:_RESCUED]
    rows += [(int(number), RESCUE_TRAINING_ON, "objections") for number in sorted(worst)]
    return pd.DataFrame(rows, columns=["manager", "held_on", "topic"])
