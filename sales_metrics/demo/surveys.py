"""What clients said after their orders, and which of them were never asked."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .cast import ODD
from .days import END, START, WORKDAYS, generator


def simulate_surveys(clients: pd.DataFrame, orders: pd.DataFrame) -> pd.DataFrame:
    """Return one row per questionnaire.

    Clients who had reason to complain, small ones above all, are asked less often, and the share of completed
    orders that are followed by a survey slides from above to below nine in ten.
    """
    rng = generator(50)
    done = orders[orders["completed"].notna() & ~orders["returned"]].reset_index(drop=True)
    count = len(done)
    small = (clients["size"] == "small").to_numpy()[done["client"]]
    sore = done["late"].to_numpy() | done["complaint"].to_numpy()
    mood = 4.55 - 1.15 * done["late"] - 1.0 * done["complaint"] - 0.3 * small + rng.normal(0, 0.62, count)
    rating = np.clip(np.rint(mood), 1, 5).astype(np.int64)
    span = (np.datetime64(END) - np.datetime64(START)).astype(np.int64)
    completed = done["completed"].to_numpy().astype("datetime64[D]")
    age = (completed - np.datetime64(START)).astype(np.int64) / span
    chance = 1.02 - 0.12 * np.clip((age - 0.3) / 0.7, 0, 1)
    chance = chance - 0.09 * small - np.where(rating <= 3, 0.22, 0.0) - 0.1 * sore
    chance = chance - np.where((done["manager"] == ODD) & (rating <= 4), 0.25, 0.0)
    when = np.searchsorted(WORKDAYS, completed) + rng.integers(1, 6, count)
    asked = (rng.random(count) < chance) & (WORKDAYS[when] <= np.datetime64(END))
    recommend = np.clip(np.rint(mood * 2.1 - 0.6 + rng.normal(0, 0.8, count)), 0, 10).astype(np.int64)
    cause = np.where(done["late"], 0, np.where(done["complaint"], 1, 2 + rng.integers(0, 4, count)))
    everyone = pd.DataFrame(
        {
            "order": done["number"],
            "client": done["client"],
            "day": when,
            "manager": np.where(rng.random(count) < 0.8, done["manager"], -1),
            "rating": rating,
            "recommend": recommend,
            "liked": np.where(rng.random(count) < 0.45, rng.integers(0, 6, count), -1),
            "disliked": np.where((rating <= 3) | (rng.random(count) < 0.08), cause, -1),
            "improve": np.where(rng.random(count) < 0.2, rng.integers(0, 5, count), -1),
            "referred": np.where((recommend >= 9) & (rng.random(count) < 0.06), rng.integers(0, 600, count), -1),
        }
    )
    frame: pd.DataFrame = everyone.loc[asked].sort_values(["day", "order"], ignore_index=True)
    return frame
