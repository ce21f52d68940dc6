"""The demo company's calendar: which days it works, when its data begin and end, and what happened when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import holidays
import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.datetime64]
Numbers = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

SEED: Final = 20261120
START: Final = date(2025, 5, 5)
END: Final = date(2026, 11, 20)
HORIZON: Final = date(2027, 6, 30)
"""How far planned steps, tenders and due dates may reach beyond the last day of the data."""

PRICES_ROSE_ON: Final = date(2026, 3, 2)
PROPOSALS_SLACKENED_ON: Final = date(2026, 8, 21)
MEETING_BONUS_ON: Final = date(2026, 4, 1)
"""From here on one manager has exactly four meetings on every single day."""
TRAINED_ON: Final = date(2025, 11, 12)
RESCUE_TRAINING_ON: Final = date(2026, 6, 10)
BAD_MONTHS: Final = ("2026-04", "2026-05")
"""The months by which those were chosen who went to the second training."""

SEASON: Final = (0.72, 0.95, 1.05, 1.06, 0.92, 1.0, 0.94, 0.86, 1.08, 1.14, 1.1, 1.0)
"""Demand by calendar month, January first: holidays in January and May, leave in August, an autumn peak."""
MONTHLY_GROWTH: Final = 0.012


def _working_days() -> Days:
    # Decrees move days off from year to year; after 2026 only week-ends count, so that the files do not
    # change with the release of the calendar package.
    official = holidays.country_holidays("RU", years=(2025, 2026))
    days, day = [], START
    while day <= HORIZON:
        works = bool(official.is_working_day(day)) if day.year < 2027 else day.weekday() < 5
        if works:
            days.append(day)
        day += timedelta(days=1)
    return np.array(days, dtype="datetime64[D]")


WORKDAYS: Final[Days] = _working_days()
MONTHS: Final[tuple[str, ...]] = tuple(
    str(month) for month in np.arange(np.datetime64("2025-05"), np.datetime64("2026-12"))
)


def workday_number(day: date) -> int:
    """Return the number of the first working day on or after `day`, counted from 0 at the start of the data."""
    return int(np.searchsorted(WORKDAYS, np.datetime64(day)))


LAST: Final = workday_number(END)
"""The number of the last working day of the data."""


def generator(part: int) -> np.random.Generator:
    """Return the random stream of one part of the company; a change in one part leaves the others as they are."""
    return np.random.default_rng((SEED, part))


def demand(days: Days) -> Reals:
    """Return the relative demand on each day: season times growth, 1 being an average month at the start."""
    months = days.astype("datetime64[M]").astype(np.int64)
    age = months - np.datetime64(START, "M").astype(np.int64)
    season: Reals = np.asarray(SEASON)[months % 12] * (1 + MONTHLY_GROWTH) ** age
    return season
